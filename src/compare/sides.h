/*
 * sides.h - what two claims under one rule are to each other.
 */
#ifndef SLS_COMPARE_SIDES_H
#define SLS_COMPARE_SIDES_H

#include "model/sense.h"

/* One body that repeats itself agrees with nobody; a headline or caption is another writer's. */
static inline bool sls_is_repetition(const sls_claim *a, const sls_claim *b)
{
    return sls_str_eq(a->article, b->article) &&
           sls_zone_is_display(a->zone) == sls_zone_is_display(b->zone);
}

static inline bool sls_are_asserted(const sls_claim *a, const sls_claim *b)
{
    return a->state == SLS_ASSERTED && b->state == SLS_ASSERTED;
}

#endif
