/*
 * written.h - a day as far as it is written, and what the article's date adds to it.
 *
 *     day 28, month 6 and day 2, month 7, year 2024  ->  both in 2024
 */
#ifndef SLS_EXTRACT_DATE_WRITTEN_H
#define SLS_EXTRACT_DATE_WRITTEN_H

#include "extract/date/moment.h"

/* The groups year, month, day, or their second set. */
sls_written sls_written_first(const sls_when *w);
sls_written sls_written_second(const sls_when *w);
/* SLS_OK, or SLS_ERANGE: no such day. */
SLS_MUST_USE sls_status sls_written_days(sls_written w, sls_interval *out);
/* Fills what is missing; false when the article's date would be needed and is unknown. */
bool sls_written_complete(const sls_when *when, sls_written *w);
/* What one end of a range leaves out stands at the other. */
void sls_written_share(sls_written *a, sls_written *b);
/* "XXXX-06-19", "2023-02-29": a date without a year, or one that cannot be. */
SLS_MUST_USE sls_status sls_written_text(sls_written w, sls_arena *arena, sls_str *out);

#endif
