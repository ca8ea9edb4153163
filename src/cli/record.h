/*
 * record.h - a check that was made, as a file: what it was asked and read, told and wrote.
 *
 * A head (magic, version, byte order, fingerprint of the build), numbers and texts one after the
 * other, and the hash of all that. Of this machine and this build alone, like the cache of claims
 * that it lies beside; what it holds is checked all the same.
 */
#ifndef SLS_CLI_RECORD_H
#define SLS_CLI_RECORD_H

#include "check/cache_file.h"
#include "io/ledger.h"

/* Something that was told, in its turn. */
typedef struct {
    bool aside;   /* on standard error; else on standard output */
    bool reading; /* before all was read */
    sls_str text;
} sls_spoken;

typedef SLS_VEC(sls_spoken) sls_spoken_list;

typedef struct {
    sls_key asked;    /* options, and what the files of editors hold */
    sls_key articles; /* what was read, in order */
    sls_key marks;    /* what stat said of the inputs; 0: not to be relied on */
    int code;         /* exit status */
    sls_spoken_list told;
    sls_ledger ledger; /* files written, and the arena of all */
} sls_check_record;

/*
 * Fills `*out`, whose ledger has its arena. SLS_OK; SLS_ENOTFOUND: none, or one of another build;
 * SLS_ESYNTAX: damaged; SLS_EIO; SLS_ENOMEM; with `*diag`.
 */
SLS_MUST_USE sls_status sls_record_read(const char *path, sls_check_record *out, sls_diag *diag);
/* Puts the record in the place of what is at `path`. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_record_write(const char *path, const sls_check_record *record,
                                         sls_diag *diag);

#endif
