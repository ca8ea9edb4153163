/*
 * quantity.h - from the groups of a number, quantity, money or duration pattern to a value.
 *
 *     hedge=more-than n=31000 noun=worker  ->  31000, more-than, worker
 */
#ifndef SLS_EXTRACT_QUANTITY_H
#define SLS_EXTRACT_QUANTITY_H

#include "extract/pattern.h"

typedef struct {
    const char *type; /* of the mention: "number", "quantity", "money" ...; static storage */
    sls_str value;    /* 31000, or 20000..50000 */
    sls_str unit;     /* canonical unit, currency or noun; "" when bare */
    sls_str unit2;    /* second unit of a compound duration, with its value */
    sls_str value2;
    sls_bound bound;
    bool guessed; /* the noun is a word that the lexicon does not know */
} sls_amount;

/* SLS_OK; SLS_ENOTFOUND: the numbers make no sense together; SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_amount_of(const sls_items *items, const sls_reading *r,
                                      sls_arena *arena, sls_amount *out);

/*
 * The same as ISO 8601: 2 year, 9 month -> P2Y9M; 20..30 minute -> PT20M..PT30M. Empty when its
 * unit is none of time's. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_amount_duration(const sls_amount *amount, sls_arena *arena,
                                            sls_str *out);

#endif
