/*
 * kept.h - what was read in one article, as bytes that another run can take up.
 *
 *     result of "pelabuhan.txt" -> 2,104 bytes -> the same result, without reading the article
 *
 * The bytes depend on the article alone, never on where it lies: path and line are those of the
 * record at hand. They are of this machine's byte order and of this build's claims, which
 * cache.h sees to. Whatever the bytes are, reading them stays within them. Pure.
 */
#ifndef SLS_CHECK_KEPT_H
#define SLS_CHECK_KEPT_H

#include "check/batch.h"

/* What of a kept article is not of its record: more than the claims. */
typedef struct {
    bool placed; /* its id was made of its line: it is another article on any other */
    size_t line;
} sls_kept_place;

/*
 * The bytes for a result that is not skipped, in `arena`; a multiple of 8. SLS_OK; SLS_ETOOBIG:
 * over 4 GiB; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_kept_write(const sls_result *result, sls_kept_place place,
                                       sls_arena *arena, sls_str *out);
/* Where the article of `bytes` must lie. False: `bytes` are damaged. */
bool sls_kept_place_of(sls_str bytes, sls_kept_place *out);
/*
 * Claims, columns, row and notice of `bytes`; texts are borrowed from them, the rest is in `arena`.
 * `path` and `line` are the record's. SLS_OK; SLS_ESYNTAX: damaged, `*out` is not to be used;
 * SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_kept_read(sls_str bytes, sls_str path, size_t line, sls_arena *arena,
                                      sls_result *out);
/* The same without claims and columns, which are NULL: how many they are, the row tells. */
SLS_MUST_USE sls_status sls_kept_read_row(sls_str bytes, sls_str path, size_t line,
                                          sls_arena *arena, sls_result *out);
/* What was left out: into arrays with room for all; `columns` may be NULL. SLS_OK; SLS_ESYNTAX:
 * damaged. */
SLS_MUST_USE sls_status sls_kept_read_claims(sls_str bytes, sls_claim *claims, sls_column *columns);

#endif
