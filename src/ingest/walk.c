#include "ingest/walk.h"

#include "ingest/stem.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void sls_walk_init(sls_walk *walk, sls_arena *arena)
{
    *walk = (sls_walk){ .arena = arena };
    sls_map_init(&walk->seen, arena);
    sls_map_init(&walk->stems, arena);
    sls_map_init(&walk->manifests, arena);
}

static sls_str str(const char *s)
{
    return sls_str_of(s);
}

static sls_status add(sls_walk *w, const sls_input *input)
{
    sls_input *slot = sls_vec_push(&w->inputs, w->arena);

    if (!slot)
        return SLS_ENOMEM;
    *slot = *input;
    slot->order = w->order;
    return SLS_OK;
}

sls_status sls_walk_fault(sls_walk *w, const char *path, const sls_diag *diag)
{
    sls_diag *copy = sls_arena_alloc(w->arena, sizeof *copy);
    sls_input input = { .path = path, .fault = copy };

    if (!copy)
        return SLS_ENOMEM;
    *copy = *diag;
    return add(w, &input);
}

sls_status sls_walk_refusal(sls_walk *w, const char *path, const char *what, int error)
{
    char reason[128];
    sls_diag diag;

    if (strerror_r(error, reason, sizeof reason) != 0)
        memcpy(reason, "unknown reason", sizeof "unknown reason");
    sls_diag_set(&diag, SLS_EIO, path, 0, "%s: %s", what, reason);
    return sls_walk_fault(w, path, &diag);
}

/* What tells a file or folder from all others, however a path spells it. */
static sls_status key_of(sls_walk *w, const struct stat *st, sls_str *key)
{
    return sls_arena_format(w->arena, key, "%ju:%ju", (uintmax_t)st->st_dev, (uintmax_t)st->st_ino);
}

sls_status sls_walk_meet(sls_walk *w, const struct stat *st, bool *again)
{
    sls_str key;
    uint32_t value;
    bool added;

    if (key_of(w, st, &key) != SLS_OK || sls_map_intern(&w->seen, key, 1, &value, &added) != SLS_OK)
        return SLS_ENOMEM;
    *again = !added;
    return SLS_OK;
}

/* "folder" and "name" as one NUL-terminated path. NULL: out of memory. */
static const char *join(sls_walk *w, const char *folder, const char *name)
{
    const bool slash = str(folder).len > 0 && !sls_str_ends(str(folder), SLS_STR("/"));
    sls_str path;

    return sls_arena_format(w->arena, &path, "%s%s%s", folder, slash ? "/" : "", name) == SLS_OK
               ? path.ptr
               : NULL;
}

sls_status sls_walk_manifest(sls_walk *w, const char *folder, sls_manifest **out)
{
    const char *path = join(w, folder, SLS_MANIFEST_NAME);
    sls_str key = str(path);
    struct stat st;
    sls_manifest **slot;
    uint32_t index;
    bool added;
    sls_status status;

    if (!path || (stat(path, &st) == 0 && key_of(w, &st, &key) != SLS_OK) ||
        sls_map_intern(&w->manifests, key, (uint32_t)w->loaded.len, &index, &added) != SLS_OK)
        return SLS_ENOMEM;
    if (!added) {
        *out = w->loaded.at[index];
        return SLS_OK;
    }
    slot = sls_vec_push(&w->loaded, w->arena);
    *out = sls_arena_alloc(w->arena, sizeof **out);
    if (!slot || !*out)
        return SLS_ENOMEM;
    *slot = *out;
    status = sls_manifest_read(path, w->arena, *out);
    for (size_t i = 0; status == SLS_OK && i < (*out)->fault_count; i++)
        status = sls_walk_fault(w, path, (*out)->faults[i]);
    return status;
}

/* What the manifests around `path` say of it, the innermost first. */
static void describe(const sls_scope *scopes, const char *path, sls_input *input)
{
    bool found = false;

    for (const sls_scope *s = scopes; s; s = s->outer) {
        const sls_str name = sls_str_slice(str(path), s->below, SIZE_MAX);
        sls_manifest_row *row = sls_manifest_find(s->manifest, name);

        if (!row)
            continue;
        row->met = true;
        if (!found) {
            input->facts = row->facts;
            input->fault = row->fault;
        }
        found = true;
    }
}

/* The last component of the folder that `below` is relative to, or empty when it has no name. */
static sls_str parent_of(const char *path, sls_str below)
{
    const sls_str s = str(path);
    sls_str rest = sls_str_slice(s, 0, s.len > below.len ? s.len - below.len : 0);
    sls_str piece, last = { NULL, 0 };

    while (sls_str_split(&rest, '/', &piece)) {
        if (piece.len > 0)
            last = piece;
    }
    return sls_str_eq(last, SLS_STR(".")) || sls_str_eq(last, SLS_STR("..")) ? (sls_str){ NULL, 0 }
                                                                             : last;
}

sls_status sls_walk_file(sls_walk *w, const char *path, sls_str below, const sls_scope *scopes)
{
    sls_input input = { .path = path };
    const sls_str parent = parent_of(path, below);
    sls_str clean = { NULL, 0 }, folder = { NULL, 0 };
    sls_status status = sls_stem_clean(sls_container_unpacked(below), w->arena, &clean);

    input.container =
        sls_str_eq(str(path), SLS_STR("-")) ? SLS_CONTAINER_LINES : sls_container_of(below);
    describe(scopes, path, &input);
    if (status == SLS_OK && parent.len > 0)
        status = sls_stem_clean(parent, w->arena, &folder);
    if (status == SLS_OK)
        status = sls_stem_unique(&w->stems, folder, clean, w->arena, &input.file);
    w->met++;
    return status == SLS_OK ? add(w, &input) : status;
}

typedef struct {
    const char **at;
    size_t len;
    size_t cap;
} names;

static int by_bytes(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

/* The visible names in `folder`, in byte order. SLS_EIO: it cannot be read, errno says why. */
static sls_status list(sls_walk *w, const char *folder, names *out)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    sls_status status = SLS_OK;

    if (!dir)
        return SLS_EIO;
    while (status == SLS_OK && (errno = 0, entry = readdir(dir))) {
        sls_str name;
        const char **slot;

        if (entry->d_name[0] == '.')
            continue;
        slot = sls_vec_push(out, w->arena);
        status = sls_arena_copy(w->arena, str(entry->d_name), &name);
        if (!slot)
            status = SLS_ENOMEM;
        else if (status == SLS_OK)
            *slot = name.ptr;
    }
    if (status == SLS_OK && errno != 0)
        status = SLS_EIO;
    const int error = errno;
    closedir(dir);
    errno = error;
    if (status == SLS_OK && out->len > 1)
        qsort(out->at, out->len, sizeof *out->at, by_bytes);
    return status;
}

/* The rows of a manifest for which the walk met no file. */
static sls_status report_unmet(sls_walk *w, const char *folder, const sls_manifest *manifest)
{
    for (size_t i = 0; i < manifest->count; i++) {
        sls_manifest_row *row = &manifest->rows[i];
        sls_str name;
        const char *path;
        sls_diag diag;
        sls_status status;

        if (row->met)
            continue;
        row->met = true;
        if (sls_arena_copy(w->arena, row->file, &name) != SLS_OK ||
            !(path = join(w, folder, name.ptr)))
            return SLS_ENOMEM;
        if (row->fault)
            diag = *row->fault;
        else if (access(path, F_OK) != 0)
            sls_diag_set(&diag, SLS_EIO, manifest->path, row->line,
                         "file '%s' does not exist; correct its name or remove the row", name.ptr);
        else
            sls_diag_set(&diag, SLS_ESYNTAX, manifest->path, row->line,
                         "file '%s' is not read; articles in a folder are *.txt, *.jsonl, *.html "
                         "or feeds",
                         name.ptr);
        status = sls_walk_fault(w, manifest->path, &diag);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

static sls_status walk_folder(sls_walk *w, const char *folder, const sls_scope *outer);

/* One name in a folder: a folder is entered unless it is a link, a file taken by its ending. */
static sls_status walk_name(sls_walk *w, const char *path, const sls_scope *scopes)
{
    const sls_str name = str(path);
    const bool article = sls_container_in_folders(name);
    struct stat st;
    bool again = false;
    sls_status status;

    if (lstat(path, &st) != 0)
        return sls_walk_refusal(w, path, "cannot be read", errno);
    if (S_ISDIR(st.st_mode))
        return walk_folder(w, path, scopes);
    if (!article)
        return SLS_OK;
    if (S_ISLNK(st.st_mode) && stat(path, &st) != 0)
        return sls_walk_refusal(w, path, "this link leads nowhere; remove it", errno);
    if (!S_ISREG(st.st_mode))
        return SLS_OK;
    status = sls_walk_meet(w, &st, &again);
    if (status != SLS_OK)
        return status;
    if (again) {
        sls_input ignored;

        w->met++;
        describe(scopes, path, &ignored);
        return SLS_OK;
    }
    return sls_walk_file(w, path, sls_str_slice(name, str(w->root).len + 1, SIZE_MAX), scopes);
}

static sls_status walk_folder(sls_walk *w, const char *folder, const sls_scope *outer)
{
    sls_scope here = { outer, NULL, 0 };
    names entries = { NULL, 0, 0 };
    struct stat st;
    bool again = false;
    sls_status status;

    if (stat(folder, &st) != 0)
        return sls_walk_refusal(w, folder, "cannot be read", errno);
    status = sls_walk_meet(w, &st, &again);
    if (status != SLS_OK)
        return status;
    if (again) {
        w->met++;
        return SLS_OK;
    }
    status = list(w, folder, &entries);
    if (status == SLS_EIO) {
        w->met++;
        return sls_walk_refusal(w, folder, "the folder cannot be read", errno);
    }
    if (status == SLS_OK)
        status = sls_walk_manifest(w, folder, &here.manifest);
    here.below = str(folder).len + !sls_str_ends(str(folder), SLS_STR("/"));
    for (size_t i = 0; status == SLS_OK && i < entries.len; i++) {
        const char *path = join(w, folder, entries.at[i]);

        status = path ? walk_name(w, path, &here) : SLS_ENOMEM;
    }
    return status == SLS_OK ? report_unmet(w, folder, here.manifest) : status;
}

sls_status sls_walk_folder(sls_walk *w, const char *folder)
{
    return walk_folder(w, folder, NULL);
}
