/*
 * status.h - how every function of selisih says whether it did its work.
 *
 * A bad input is a status, a programmer's error an assert, and an unknown fact
 * (an article without a date) a value of its own. Nothing here is global.
 */
#ifndef SELISIH_STATUS_H
#define SELISIH_STATUS_H

#include <selisih/api.h>
#include <stddef.h>

#if defined(__GNUC__)
#define SLS_MUST_USE       __attribute__((warn_unused_result))
#define SLS_PRINTF(fmt, i) __attribute__((format(printf, fmt, i)))
#else
#define SLS_MUST_USE
#define SLS_PRINTF(fmt, i)
#endif

typedef enum {
    SLS_OK = 0,
    SLS_ENOMEM,    /* memory, or an arena's limit, ran out */
    SLS_EIO,       /* the system refused to read or write; the message holds its reason */
    SLS_ENOTFOUND, /* no such file, row or form */
    SLS_EMPTY,     /* an article without text */
    SLS_EUTF8,     /* bytes that are not UTF-8; column is the first bad byte */
    SLS_ETOOBIG,   /* over a limit that the caller gave */
    SLS_ESYNTAX,   /* a broken row, record, date or number */
    SLS_ERANGE,    /* a value that cannot be: 31 April, a number over 18 digits */
    SLS_EUSAGE,    /* options that make no sense together */
    SLS_EPATTERN   /* a pattern that does not compile, or met its match limit */
} sls_status;

/* A short English name for `status`, never NULL, static storage. */
SLS_API const char *sls_status_text(sls_status status);

/*
 * What went wrong and where, owned by the caller and written by the callee on
 * failure only. `line` and `column` count from 1; 0 means that there is none.
 */
typedef struct {
    sls_status status;
    size_t line;
    size_t column;
    char path[512];    /* file as the user named it, or "" */
    char message[512]; /* what and what to do, one line, no trailing full stop */
} sls_diag;

/*
 * Fills `diag` (which may be NULL) and returns `status`, so that a failing
 * function ends in `return sls_diag_set(...)`. `path` may be NULL.
 */
SLS_API sls_status sls_diag_set(sls_diag *diag, sls_status status, const char *path, size_t line,
                        const char *format, ...) SLS_PRINTF(5, 6);

#endif
