/*
 * quiet_file.h - the file in which a check keeps where the rows of quiet groups stand.
 *
 * A group is quiet when nothing in it is at odds, so that all that was found of it are rows of
 * reports/agreements.csv and facts.csv. It is known by a hash of everything that they depend on.
 * An article is sound when no finding is of it alone, nor could one be.
 * A head (magic, version, byte order, fingerprint of the build, counts), the tables, and the hash
 * of all that. Of this machine and this build alone, like the cache of claims that it lies beside,
 * and written as that is; what it holds is checked all the same.
 */
#ifndef SLS_CHECK_QUIET_FILE_H
#define SLS_CHECK_QUIET_FILE_H

#include "check/cache_file.h"
#include "match/past.h"

typedef struct {
    sls_key key;
    uint64_t at, size; /* its rows of facts.csv, in bytes */
} sls_quiet_group;

/* A row of agreements.csv. */
typedef struct {
    uint64_t id;           /* as sls_finding_number */
    uint32_t group;        /* SLS_NONE: of one that is not quiet, and nothing else but `size` */
    uint32_t a, b;         /* members of the group */
    uint32_t weight, rule; /* as sls_finding_weight and sls_rule_index */
    uint32_t size;         /* bytes */
} sls_quiet_row;

typedef struct {
    sls_key asked;                 /* what the check was: as the record of it says */
    sls_imprint agreements, facts; /* what the reports hold */
    uint64_t begin;                /* of the first row of agreements.csv */
    sls_quiet_group *groups;
    size_t group_count;
    sls_quiet_row *rows; /* as they stand in agreements.csv */
    size_t row_count;
    sls_key *sound; /* articles with which nothing is wrong by themselves */
    size_t sound_count;
} sls_quiet_tables;

/*
 * Fills `*out`: its tables lie in `*bytes`, which the caller frees with free(). SLS_OK;
 * SLS_ENOTFOUND: none, or one of another build; SLS_ESYNTAX: damaged; SLS_EIO; SLS_ENOMEM; with
 * `*diag`, and `*out` and `*bytes` as they were.
 */
SLS_MUST_USE sls_status sls_quiet_read(const char *path, sls_quiet_tables *out, char **bytes,
                                       sls_diag *diag);
/* Puts `tables` in the place of what is at `path`. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_quiet_write(const char *path, const sls_quiet_tables *tables,
                                        sls_diag *diag);

#endif
