/*
 * past_file.h - the file in which a check keeps what it matched: see match/past.h.
 *
 * A head (magic, version, byte order, fingerprint of the build, counts), the arrays one behind the
 * other, and the hash of all that. Of this machine and this build alone, like the cache of claims
 * that it lies beside, and written as that is; what it holds is checked all the same.
 */
#ifndef SLS_CHECK_PAST_FILE_H
#define SLS_CHECK_PAST_FILE_H

#include "match/past.h"
#include <selisih/status.h>

/*
 * Fills `*out`, which is empty: its arrays lie in `*bytes`, which the caller frees with free().
 * SLS_OK; SLS_ENOTFOUND: none, or one of another build; SLS_ESYNTAX: damaged; SLS_EIO; SLS_ENOMEM;
 * with `*diag`, and `*out` and `*bytes` as they were.
 */
SLS_MUST_USE sls_status sls_past_read(const char *path, sls_past *out, char **bytes,
                                      sls_diag *diag);
/* Puts `past` in the place of what is at `path`. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_past_write(const char *path, const sls_past *past, sls_diag *diag);

#endif
