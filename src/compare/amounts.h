/*
 * amounts.h - whether two numbers of one thing are at odds, and how surely.
 *
 *     "12 dead" | "21 dead" -> number-conflict    "9 dead", a day later "12 dead" -> number-growth
 */
#ifndef SLS_COMPARE_AMOUNTS_H
#define SLS_COMPARE_AMOUNTS_H

#include "compare/docket.h"
#include "compare/numbers.h"

/*
 * Rules on `r`, whose sides are those of `pair`: `numbers` is what their values say to each other.
 * False: nothing is to be told of them.
 */
bool sls_rule_amounts(sls_numbers_outcome numbers, const sls_pair *pair, sls_ruling *r);

#endif
