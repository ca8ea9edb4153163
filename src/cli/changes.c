#include "cli/changes.h"

#include "base/map.h"
#include "cli/output.h"
#include "io/run.h"
#include "io/stream.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LIST_BYTES_MAX ((size_t)64 << 20) /* of the names that git prints */

static bool identify(const char *path, sls_file_id *out, bool *folder)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return false;
    *out = (sls_file_id){ (uint64_t)info.st_dev, (uint64_t)info.st_ino };
    *folder = S_ISDIR(info.st_mode);
    return true;
}

static int compare_ids(const void *left, const void *right)
{
    const sls_file_id *a = left, *b = right;
    if (a->device != b->device)
        return a->device < b->device ? -1 : 1;
    return (a->inode > b->inode) - (a->inode < b->inode);
}

static sls_status add(sls_changes *c, sls_file_id id)
{
    sls_file_id *const slot = sls_vec_push(&c->files, c->arena);
    if (!slot)
        return SLS_ENOMEM;
    *slot = id;
    return SLS_OK;
}

/* --- --changed --- */

static sls_status add_named(sls_changes *c, const char *path, bool quiet)
{
    sls_diag diag = { 0 };
    sls_file_id id;
    bool folder;
    if (strcmp(path, "-") == 0) {
        c->stream = true;
        return SLS_OK;
    }
    if (identify(path, &id, &folder))
        return add(c, id);
    (void)sls_diag_set(&diag, SLS_ENOTFOUND, path, 0, "no such file, so nothing in it has changed");
    if (!quiet)
        sls_complain("warning", &diag);
    return SLS_OK;
}

/* --- --since --- */

/* The first line of what git complains of, without its end. */
static sls_str first_line(sls_str text)
{
    sls_str line = { 0 };
    (void)sls_str_split(&text, '\n', &line);
    return sls_str_trim(line);
}

/* git in `folder`; `argv` has room in its first entries for what every call of it needs. */
static sls_status git(const char *folder, const char **argv, sls_arena *arena, sls_ran *ran,
                      sls_diag *diag)
{
    /* A hook of git is told of its repository by names that mean something else from `folder`. */
    static const char *const without[] = { "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", NULL };
    argv[0] = "git";
    argv[1] = "--no-optional-locks"; /* nothing is written */
    argv[2] = "-c";
    argv[3] = "core.fsmonitor=false"; /* or the repository could name a program to be run */
    argv[4] = "-C";
    argv[5] = folder;
    const sls_status status = sls_run_program(argv, without, LIST_BYTES_MAX, arena, ran, diag);
    if (status != SLS_ENOTFOUND)
        return status;
    return sls_diag_set(diag, status, NULL, 0,
                        "--since needs git, which is not installed: name the articles with "
                        "--changed instead");
}

#define GIT NULL, NULL, NULL, NULL, NULL, NULL

/* The files below `folder` whose names git printed, each ended by a NUL. */
static sls_status add_listed(sls_changes *c, const char *folder, sls_str list)
{
    sls_status status = SLS_OK;
    for (sls_str name; status == SLS_OK && sls_str_split(&list, 0, &name);) {
        sls_file_id id;
        sls_str path;
        bool is_folder;
        if (name.len == 0)
            continue;
        status = sls_arena_format(c->arena, &path, "%s/%.*s", folder, SLS_FMT(name));
        if (status == SLS_OK && identify(path.ptr, &id, &is_folder) && !is_folder)
            status = add(c, id);
    }
    return status;
}

/* Files that git does not track yet have changed too; they are asked for first, since outside of a
 * repository `git diff` takes its arguments for files. */
static sls_status add_since(sls_changes *c, const char *folder, const char *revision,
                            sls_diag *diag)
{
    const char *untracked[] = { GIT, "ls-files", "-z", "--others", "--exclude-standard", NULL };
    const char *changed[] = { GIT,
                              "diff",
                              "--name-only",
                              "-z",
                              "--relative",
                              "--no-renames",
                              "--no-ext-diff",
                              "--no-textconv",
                              "--ignore-submodules",
                              "--diff-filter=d",
                              revision,
                              "--",
                              NULL };
    sls_ran ran;
    sls_status status = git(folder, untracked, c->arena, &ran, diag);
    if (status == SLS_OK && ran.exit != 0)
        return sls_diag_set(diag, SLS_ENOTFOUND, folder, 0,
                            "--since finds no git repository here: git says: %.*s",
                            SLS_FMT(first_line(ran.fault)));
    if (status == SLS_OK)
        status = add_listed(c, folder, ran.out);
    if (status == SLS_OK)
        status = git(folder, changed, c->arena, &ran, diag);
    if (status == SLS_OK && ran.exit != 0)
        return sls_diag_set(diag, SLS_ENOTFOUND, folder, 0,
                            "--since finds no revision '%s' here: git says: %.*s", revision,
                            SLS_FMT(first_line(ran.fault)));
    return status == SLS_OK ? add_listed(c, folder, ran.out) : status;
}

/* `path` itself when it is a folder, else the folder that it lies in. */
static sls_status folder_of(const char *path, sls_arena *arena, sls_str *out)
{
    sls_file_id id;
    bool folder;
    const char *const slash = strrchr(path, '/');
    if (identify(path, &id, &folder) && folder)
        return sls_arena_copy(arena, sls_str_of(path), out);
    if (!slash)
        return sls_arena_copy(arena, SLS_STR("."), out);
    return sls_arena_copy(arena, (sls_str){ path, slash > path ? (size_t)(slash - path) : 1 }, out);
}

static sls_status add_revision(sls_changes *c, const sls_options *o, sls_diag *diag)
{
    sls_str folder, before = { 0 };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < o->path_count && status == SLS_OK; i++) {
        status = folder_of(o->paths[i], c->arena, &folder);
        if (status == SLS_OK && !sls_str_eq(folder, before)) /* files of one folder, mostly */
            status = add_since(c, folder.ptr, o->since, diag);
        before = folder;
    }
    return status;
}

sls_status sls_changes_load(const sls_options *o, sls_arena *arena, sls_changes *out,
                            sls_diag *diag)
{
    sls_status status = SLS_OK;
    *out = (sls_changes){ .limited = o->since || o->changed.count > 0, .arena = arena };
    for (size_t i = 0; i < o->changed.count && status == SLS_OK; i++)
        status = add_named(out, o->changed.at[i], o->quiet);
    if (status == SLS_OK && o->since)
        status = add_revision(out, o, diag);
    if (status != SLS_OK)
        *out = (sls_changes){ .arena = arena };
    if (out->files.len > 0)
        qsort(out->files.at, out->files.len, sizeof *out->files.at, compare_ids);
    return status;
}

/* --- findings --- */

/* Whether the file, or a folder above it, is among them; `path` is used up. */
static bool has(const sls_changes *c, char *path)
{
    sls_file_id id;
    bool folder;
    if (strcmp(path, "-") == 0)
        return c->stream;
    path[sls_stream_file(path)] = 0; /* of a member, its archive */
    while (c->files.len > 0) {
        if (identify(path, &id, &folder) &&
            bsearch(&id, c->files.at, c->files.len, sizeof id, compare_ids))
            return true;
        char *const slash = strrchr(path, '/');
        if (!slash || slash == path)
            return false;
        *slash = 0;
    }
    return false;
}

typedef struct {
    const sls_changes *changes;
    sls_map seen; /* path to whether it changed: there are more findings than files */
} asking;

static sls_status ask(asking *a, sls_str path, bool *out)
{
    uint32_t known = sls_map_get(&a->seen, path);
    sls_status status = SLS_OK;
    if (known == SLS_MAP_NONE) {
        char *const copy = sls_arena_calloc(a->changes->arena, path.len + 1, 1);
        if (!copy)
            return SLS_ENOMEM;
        if (path.len > 0)
            memcpy(copy, path.ptr, path.len);
        known = has(a->changes, copy);
        status = sls_map_set(&a->seen, path, known);
    }
    *out = known;
    return status;
}

sls_status sls_changes_apply(const sls_changes *changes, const sls_store *store,
                             sls_finding *findings, size_t count)
{
    asking a = { .changes = changes };
    sls_status status = SLS_OK;
    sls_map_init(&a.seen, changes->arena);
    for (size_t i = 0; i < count && changes->limited && status == SLS_OK; i++) {
        sls_finding *const f = &findings[i];
        bool at_a, at_b = false;
        status = ask(&a, sls_store_spot(store, f->a).path, &at_a);
        if (status == SLS_OK)
            status = ask(&a, sls_store_spot(store, f->b).path, &at_b);
        if (status != SLS_OK)
            break;
        f->aside = !at_a && !at_b;
        f->added = at_a == at_b ? SLS_SIDE_NONE : at_a ? SLS_SIDE_A : SLS_SIDE_B;
    }
    return status;
}
