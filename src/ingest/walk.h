/*
 * walk.h - folders walked in the order of names, each file met once, each manifest read once.
 *
 * For inputs.c only, which walks one PATH after the other. What is wrong with a file, a folder
 * or a manifest row becomes an input with a fault.
 */
#ifndef SLS_INGEST_WALK_H
#define SLS_INGEST_WALK_H

#include "base/map.h"
#include "base/vec.h"
#include "ingest/inputs.h"
#include "ingest/manifest.h"

#include <sys/stat.h>

#define SLS_MANIFEST_NAME "corpus.csv"

/* A folder being walked: its manifest, and the folders it lies in. */
typedef struct sls_scope {
    const struct sls_scope *outer;
    sls_manifest *manifest;
    size_t below; /* length of the folder's path with its slash */
} sls_scope;

typedef struct {
    sls_arena *arena;
    SLS_VEC(sls_input) inputs;
    sls_map seen;      /* device and inode of files and folders that were met */
    sls_map stems;     /* that were given out */
    sls_map manifests; /* by device and inode, index in `loaded` */
    SLS_VEC(sls_manifest *) loaded;
    const char *root; /* the PATH being walked, without trailing slashes */
    size_t order;     /* its index */
    size_t met;       /* articles that lie below it, read or met before */
} sls_walk;

void sls_walk_init(sls_walk *walk, sls_arena *arena);

/* Each: SLS_OK or SLS_ENOMEM. */

/* An input with a copy of `diag` as its fault. `path` must outlive the walk. */
SLS_MUST_USE sls_status sls_walk_fault(sls_walk *walk, const char *path, const sls_diag *diag);
/* The same, for what the system refused: "what: its reason for `error`". */
SLS_MUST_USE sls_status sls_walk_refusal(sls_walk *walk, const char *path, const char *what,
                                         int error);
/* Whether the file or folder behind `st` was met before; it has been from now on. */
SLS_MUST_USE sls_status sls_walk_meet(sls_walk *walk, const struct stat *st, bool *again);
/* The manifest in `folder` ("" for the working folder), read once. */
SLS_MUST_USE sls_status sls_walk_manifest(sls_walk *walk, const char *folder, sls_manifest **out);
/* An input to read; `below` is the end of `path` that names it, `scopes` may be NULL. */
SLS_MUST_USE sls_status sls_walk_file(sls_walk *walk, const char *path, sls_str below,
                                      const sls_scope *scopes);
/* All that lies in `folder`, which is walk->root. */
SLS_MUST_USE sls_status sls_walk_folder(sls_walk *walk, const char *folder);

#endif
