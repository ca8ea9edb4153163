/*
 * counting.h - what a number of a unit, said of an event or role, counts.
 *
 *     "nine people", dead -> counts a role's bearers; "Rp 9 juta" -> money; "9 km" -> a measure
 */
#ifndef SLS_LEXICON_COUNTING_H
#define SLS_LEXICON_COUNTING_H

#include <selisih/str.h>
#include <stdbool.h>

/* IDR, USD/barrel: currencies alone are written in capitals. */
bool sls_unit_is_money(sls_str unit);
/*
 * Prices, indices, shares: another each day. Of what is counted or lasts a report is late, not old.
 */
bool sls_unit_is_quoted(sls_str unit);
/* Years, hectares, degrees: units with a dimension. */
bool sls_unit_is_measure(sls_str unit);
/* "dead", "evacuated": a role counts its bearers; an event ("meet", "trade:price") anything. */
bool sls_is_role(sls_str what);
/* Whether `what` is a role, and the unit people or things that bear it. */
bool sls_counts_role(sls_str what, sls_str unit);

#endif
