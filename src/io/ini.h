/*
 * ini.h - settings, a line each.
 *
 *     # comment
 *     fail-level = warning
 *     [severity]
 *     title-conflict = error   # comment after a space
 *
 * A reader of our own, of forty lines: a message has to name the line of a wrong key, and inih as
 * Debian builds it tells its callback none and cuts lines at 200 bytes.
 */
#ifndef SLS_IO_INI_H
#define SLS_IO_INI_H

#include <selisih/status.h>
#include <selisih/str.h>

typedef struct {
    sls_str section, key, value; /* without white space around them; section "" before the first */
    size_t line;                 /* from 1 */
} sls_ini_entry;

/*
 * The next entry of `*rest`, which then starts after it; begin with the whole text, and with
 * `*entry` zeroed. SLS_OK; SLS_ENOTFOUND at the end; SLS_ESYNTAX with `*diag`: a line that is none.
 */
SLS_MUST_USE sls_status sls_ini_next(sls_str *rest, sls_ini_entry *entry, const char *path,
                                     sls_diag *diag);

#endif
