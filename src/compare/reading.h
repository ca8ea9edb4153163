/*
 * reading.h - what a hedged number can mean, as an interval of decimals.
 *
 *     "sekitar 10.000" -> 9000..11000      "lebih dari 31.000" -> over 31000      "ribuan" ->
 * 1000..9999
 *
 * There are two readings: the strict one, by which values agree, and the loose
 * one, which gives each the widest sense a reader allows; values conflict only
 * when even those are disjoint. Plain values; every function is pure.
 */
#ifndef SLS_COMPARE_READING_H
#define SLS_COMPARE_READING_H

#include "base/decimal.h"
#include <selisih/claim.h>

typedef struct {
    sls_decimal low, high;
    bool low_open, high_open; /* the end itself is excluded */
    bool no_low, no_high;     /* no bound on that side; low or high is then 0 */
} sls_bounds;

/*
 * The reading of a quantity's value by its bound, in the base unit of its
 * dimension. SLS_OK; SLS_ESYNTAX: no number; SLS_ERANGE: beyond decimals, or a range that runs
 * backwards. `*out` is written on SLS_OK.
 */
SLS_MUST_USE sls_status sls_reading_of(const sls_claim *claim, bool loose, sls_bounds *out);
/* The number itself, or the lower end of a range, in the base unit. As sls_reading_of. */
SLS_MUST_USE sls_status sls_reading_number(const sls_claim *claim, sls_decimal *out);

/* Whether some number lies in both. */
bool sls_bounds_meet(const sls_bounds *a, const sls_bounds *b);
/* Whether all of `b` lies in `a`. */
bool sls_bounds_hold(const sls_bounds *a, const sls_bounds *b);
bool sls_bounds_equal(const sls_bounds *a, const sls_bounds *b);
/* Whether all of `a` is over all of `b`. */
bool sls_bounds_over(const sls_bounds *a, const sls_bounds *b);

#endif
