/*
 * common.h - what two whole articles tell in common: figures, and persons whom both name.
 *
 *     "Kapolres AKBP Warsono ... enam mobil" | "enam mobil ... AKBP Warsono" -> 2 shared
 *
 * Ties reports of one event whose sentences are not alike. Looks at a bounded number of claims.
 */
#ifndef SLS_MATCH_COMMON_H
#define SLS_MATCH_COMMON_H

#include "match/roll.h"

typedef struct {
    int shared;    /* figures and persons of both */
    int persons;   /* of these */
    int differing; /* figures of one that the other gives otherwise: two tolls, two magnitudes */
} sls_common;

/* Of articles `a` and `b` of the roll. */
sls_common sls_common_of(const sls_roll *roll, uint32_t a, uint32_t b);

#endif
