/*
 * align.h - whether two dates, or two quantities, speak of one thing, and how surely.
 *
 * Gates decide first (same event, participants that can be the same, one
 * occasion, statuses and places that fit), then a score from 1 to 100 is given
 * by what the two share. 0 means that they are not compared at all.
 */
#ifndef SLS_MATCH_ALIGN_H
#define SLS_MATCH_ALIGN_H

#include "match/facts.h"

/* Dates of one occasion: events.c. Facts are of SLS_KIND_DATE, `a` before `b`. */
int sls_align_dates(const sls_fact *a, const sls_fact *b, sls_terms *terms);
/* Quantities of one thing at one time: counts.c. Facts are of SLS_KIND_QUANTITY, `a` before `b`. */
int sls_align_quantities(const sls_fact *a, const sls_fact *b, sls_terms *terms);

/* Whether both count in one unit, or one counts a kind of what the other counts. */
bool sls_units_meet(const sls_fact *a, const sls_fact *b);
/* The share of features that decides: without words where the languages differ. 0..100. */
static inline int sls_likeness(const sls_fact *a, const sls_fact *b, const sls_overlap *shared)
{
    return sls_str_eq(a->claim->lang, b->claim->lang) ? shared->cosine : shared->wordless;
}

#endif
