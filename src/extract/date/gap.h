/*
 * gap.h - what stands between two readings of dates.
 *
 *     [31 May] - [2:15 pm]: a dash     [2 weeks] before [Easter]: a step
 */
#ifndef SLS_EXTRACT_DATE_GAP_H
#define SLS_EXTRACT_DATE_GAP_H

#include "extract/grammar/pattern.h"

enum { SLS_GAP_MAX = 3 }; /* items between readings that may still join */

typedef struct {
    bool other;                        /* something that joins nothing */
    bool comma, dash, slash, bracket;  /* punctuation; a bullet counts as a comma */
    bool at, of, to, and, from, since; /* words; a dash counts as `to` as well */
    bool for_how_long, possessive;     /* "for 3 hours"; "last year's" */
    bool into;                         /* "Friday night into Saturday" */
    bool colon;                        /* glued: 31/05/2024:14:15 */
    size_t step;                       /* the item that says before or after, or SIZE_MAX */
    size_t bound;  /* any item that bounds a clock time: after, before, by; or SIZE_MAX */
    size_t onward; /* the item that opens the time before it, "or later"; or SIZE_MAX */
    size_t length; /* items */
} sls_gap;

/* Before or after, by which a length of time is counted from a date. */
static inline bool sls_item_steps(const sls_item *item)
{
    return sls_item_says(item, SLS_C_SINCE, "before") || sls_item_says(item, SLS_C_SINCE, "after");
}

/*
 * Whether item `i` is the "from" of a comparison, which begins nothing: "up from 2019", "12 percent
 * from last year", "an increase from May".
 */
bool sls_from_compares(const sls_items *items, size_t i);

/* Of `a` and `b` behind it. */
sls_gap sls_gap_between(const sls_items *items, const sls_reading *a, const sls_reading *b);

#endif
