/*
 * outcomes.h - what the values of a group say to each other, each two of them compared once.
 *
 *     "12 orang" in twenty articles and "14 orang" in ten -> one comparison, not two hundred
 *
 * Members that tell one value (value, unit and bound are the same) are of one class, and what is
 * remembered is of classes. Neither titles nor names. One thread at a time.
 */
#ifndef SLS_COMPARE_OUTCOMES_H
#define SLS_COMPARE_OUTCOMES_H

#include "compare/numbers.h"

/* Whether values of the kind are equal or not, and nothing between. */
static inline bool sls_is_literal(sls_kind kind)
{
    return kind == SLS_KIND_IDENTIFIER || kind == SLS_KIND_SCORE || kind == SLS_KIND_PLACE ||
           kind == SLS_KIND_OUTCOME;
}

typedef struct {
    signed char stand;           /* <0: the first denies the second, 0 tells nothing, >0 says it */
    sls_numbers_outcome numbers; /* of quantities */
} sls_outcome;

typedef struct {
    const sls_group *group;
    sls_arena *arena;
    uint32_t *of; /* per member: its class */
    uint32_t count;
    struct sls_outcome_slot *slots; /* by the classes of two members */
    size_t cap, len;                /* a power of two, or 0 */
} sls_outcomes;

/* Of `group`, all in `arena`. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_outcomes_make(const sls_group *group, sls_arena *arena,
                                          sls_outcomes *out);
/* What member `a` says to member `b`. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_outcomes_of(sls_outcomes *outcomes, uint32_t a, uint32_t b,
                                        sls_outcome *out);

#endif
