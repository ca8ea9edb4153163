/*
 * resolve.h - from a reading of a date, joined or not, to the moment that it means.
 *
 *     [Senin] in [pekan depan], published 2024-06-19  ->  2024-06-24
 */
#ifndef SLS_EXTRACT_DATE_RESOLVE_H
#define SLS_EXTRACT_DATE_RESOLVE_H

#include "extract/date/moment.h"

/*
 * SLS_OK; SLS_ENOTFOUND: it cannot be resolved; SLS_ERANGE: what is written is a date without
 * a year, or one that cannot be, and stays as it is written.
 */
SLS_MUST_USE sls_status sls_moment_of(const sls_when *w, sls_moment *out);

#endif
