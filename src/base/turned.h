/*
 * turned.h - dates as a spreadsheet leaves them.
 *
 *     2024-11-22 is saved as 22/11/2024, 22-11-2024, 22.11.2024, 11/22/2024 or 2024/11/22
 *
 * Opening a CSV turns what looks like a date into the spreadsheet's own, and saving it writes that
 * as its country does. Two-digit years are left alone. Every function is pure.
 */
#ifndef SLS_BASE_TURNED_H
#define SLS_BASE_TURNED_H

#include <selisih/status.h>
#include <selisih/str.h>
#include <stdbool.h>

#define SLS_TURNED_TEXT 11 /* bytes of "2024-11-22", NUL included */

/*
 * Writes the date of `cell` to `out`. SLS_OK; SLS_ENOTFOUND: it is not turned; SLS_ERANGE: no day,
 * or day and month may be either (03/04/2024; behind full stops the day comes first). `out` is
 * written on SLS_OK.
 */
SLS_MUST_USE sls_status sls_turned_read(sls_str cell, char out[static SLS_TURNED_TEXT]);

/* Whether `cell` may be the day `date`, "2024-04-03", turned. */
bool sls_turned_is(sls_str cell, sls_str date);

#endif
