/*
 * pair.h - two readings that make one moment.
 *
 *     [from 10 am] [for 3 hours]  ->  T10:00/T13:00
 *     [5 May 2021 10:00] to [7 May 2021 18:00]  ->  2021-05-05T10:00/2021-05-07T18:00
 *
 * Each gives SLS_OK, or SLS_ENOTFOUND when the two make no moment; `*out` holds on SLS_OK.
 */
#ifndef SLS_EXTRACT_DATE_PAIR_H
#define SLS_EXTRACT_DATE_PAIR_H

#include "extract/date/moment.h"

/* A day, or days, and a clock time or a part of the day, in any order. */
SLS_MUST_USE sls_status sls_pair_clock(const sls_when *left, const sls_when *right,
                                       sls_moment *out);
/* Whether a reading is the day of some month, which it does not tell: the 5th. */
bool sls_pair_bare_day(const sls_reading *r);
/* From left to right; what one leaves out stands at the other. */
SLS_MUST_USE sls_status sls_pair_range(const sls_when *left, const sls_when *right,
                                       sls_moment *out);
/* 2 weeks before Christmas, three days from tomorrow: the word at the mark of w->r says which. */
SLS_MUST_USE sls_status sls_pair_step(const sls_when *w, const sls_when *left,
                                      const sls_when *right, sls_moment *out);
/*
 * What the hedge of a length, if any, makes of the moment `out` that lies so far from `from`: "more
 * than two weeks ago" is then or before, "less than three days after" between the two.
 */
void sls_pair_hedge(const sls_when *length, const sls_moment *from, bool before, sls_moment *out);
/* A moment and how long from it on, in any order. */
SLS_MUST_USE sls_status sls_pair_span(const sls_when *left, const sls_when *right, sls_moment *out);

#endif
