#include "ingest/inputs.h"

#include "ingest/walk.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static sls_str str(const char *s)
{
    return sls_str_of(s);
}

/* A file that was named itself is read whatever its ending. */
static sls_status named_file(sls_walk *w, const char *path, const struct stat *st)
{
    const char *slash = strrchr(path, '/');
    const sls_str name = str(slash ? slash + 1 : path);
    sls_scope here = { NULL, NULL, str(path).len - name.len };
    sls_str folder;
    bool again = false;
    sls_diag diag;
    sls_status status = S_ISREG(st->st_mode) ? sls_walk_meet(w, st, &again) : SLS_OK;

    if (status != SLS_OK || again)
        return status;
    if (sls_str_eq(name, SLS_STR(SLS_MANIFEST_NAME))) {
        sls_diag_set(&diag, SLS_ESYNTAX, path, 0,
                     "a manifest, not an article; leave it out or give its folder");
        return sls_walk_fault(w, path, &diag);
    }
    status = sls_arena_copy(w->arena, sls_str_slice(str(path), 0, here.below), &folder);
    if (status == SLS_OK)
        status = sls_walk_manifest(w, folder.ptr, &here.manifest);
    return status == SLS_OK ? sls_walk_file(w, path, name, &here) : status;
}

/* `path` without the slashes at its end, "/" excepted. */
static sls_status trimmed(sls_walk *w, const char *path, const char **out)
{
    sls_str s = str(path), copy;

    while (s.len > 1 && s.ptr[s.len - 1] == '/')
        s.len--;
    if (sls_arena_copy(w->arena, s, &copy) != SLS_OK)
        return SLS_ENOMEM;
    *out = copy.ptr;
    return SLS_OK;
}

static sls_status walk_path(sls_walk *w, const char *path)
{
    struct stat st;
    sls_diag diag;
    sls_status status;

    if (sls_str_eq(str(path), SLS_STR("-")))
        return sls_walk_file(w, path, SLS_STR("stdin"), NULL);
    if (stat(path, &st) != 0) {
        if (errno != ENOENT && errno != ENOTDIR)
            return sls_walk_refusal(w, path, "cannot be read", errno);
        sls_diag_set(&diag, SLS_EIO, path, 0, "no such file or folder; check the path");
        return sls_walk_fault(w, path, &diag);
    }
    if (!S_ISDIR(st.st_mode))
        return named_file(w, path, &st);
    status = trimmed(w, path, &w->root);
    w->met = 0;
    if (status == SLS_OK)
        status = sls_walk_folder(w, w->root);
    if (status != SLS_OK || w->met > 0)
        return status;
    sls_diag_set(&diag, SLS_EMPTY, path, 0,
                 "no articles in this folder; expected *.txt, *.jsonl, *.html or feeds");
    return sls_walk_fault(w, path, &diag);
}

typedef struct {
    const char *path;
    size_t order;
} numbered;

static int by_path(const void *a, const void *b)
{
    const numbered *x = a, *y = b;
    const int order = strcmp(x->path, y->path);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

/* Inputs of one PATH are in order already, and qsort is not stable. */
typedef struct {
    sls_input input;
    size_t place;
} placed;

static int by_order(const void *a, const void *b)
{
    const placed *x = a, *y = b;
    if (x->input.order != y->input.order)
        return x->input.order < y->input.order ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Back from the order of the walk to the order in which the paths were given. */
static sls_status arrange(sls_walk *w, sls_inputs *out)
{
    const size_t count = w->inputs.len;
    placed *sorted = sls_arena_calloc(w->arena, count, sizeof *sorted);

    if (!sorted && count > 0)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        sorted[i] = (placed){ w->inputs.at[i], i };
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, by_order);
    for (size_t i = 0; i < count; i++)
        w->inputs.at[i] = sorted[i].input;
    *out = (sls_inputs){ w->inputs.at, count };
    return SLS_OK;
}

static bool is_same(const char *path, const struct stat *other)
{
    struct stat st;
    return stat(path, &st) == 0 && st.st_dev == other->st_dev && st.st_ino == other->st_ino;
}

/* A folder of output has been met, unless it is one of the paths. */
static sls_status pass_over(sls_walk *w, const char *const *paths, size_t count, const char *folder)
{
    struct stat st;
    bool again;
    if (stat(folder, &st) != 0 || !S_ISDIR(st.st_mode))
        return SLS_OK;
    for (size_t i = 0; i < count; i++)
        if (is_same(paths[i], &st))
            return SLS_OK;
    return sls_walk_meet(w, &st, &again);
}

/*
 * Paths are walked in byte order, whatever the order in which they are given: that decides which
 * of two equal stems keeps its name, and under which path a file that two of them name is read.
 * A folder sorts before what lies in it, so it comes first there too.
 */
sls_status sls_inputs_list(const char *const *paths, size_t count, const char *const *outputs,
                           sls_arena *arena, sls_inputs *out)
{
    sls_walk w;
    numbered *sorted = sls_arena_calloc(arena, count, sizeof *sorted);
    sls_status status = SLS_OK;

    if (!sorted && count > 0)
        return SLS_ENOMEM;
    sls_walk_init(&w, arena);
    for (; outputs && *outputs && status == SLS_OK; outputs++)
        status = pass_over(&w, paths, count, *outputs);
    for (size_t i = 0; i < count; i++)
        sorted[i] = (numbered){ paths[i], i };
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, by_path);
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        if (i > 0 && strcmp(sorted[i].path, sorted[i - 1].path) == 0)
            continue;
        w.order = sorted[i].order;
        status = walk_path(&w, sorted[i].path);
    }
    return status == SLS_OK ? arrange(&w, out) : status;
}
