/*
 * changes.h - the articles that a run is limited to: those that --changed names, and those that
 * git says have changed since a revision (--since).
 *
 *     selisih check corpus --since origin/main
 *
 * Only findings that touch one of them fail; reports hold all. Files are compared by device and
 * inode, so that it does not matter from where, or through which link, a path is named. git is run
 * in each folder that is checked; no other program is ever run.
 */
#ifndef SLS_CLI_CHANGES_H
#define SLS_CLI_CHANGES_H

#include "base/vec.h"
#include "check/store.h"
#include "cli/options.h"

typedef struct {
    uint64_t device, inode;
} sls_file_id;

typedef struct {
    bool limited; /* false: every article counts as changed */
    bool stream;  /* standard input is among them */
    SLS_VEC(sls_file_id) files;
    sls_arena *arena;
} sls_changes;

/*
 * What the options limit the run to. A file that is not there is told of, and no error. SLS_OK;
 * SLS_ENOTFOUND: no git, no repository, no such revision; SLS_EIO; SLS_ENOMEM; with `*diag`, and
 * then nothing is limited.
 */
SLS_MUST_USE sls_status sls_changes_load(const sls_options *options, sls_arena *arena,
                                         sls_changes *out, sls_diag *diag);
/* Sets `aside` and `added` of the findings. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_changes_apply(const sls_changes *changes, const sls_store *store,
                                          sls_finding *findings, size_t count);

#endif
