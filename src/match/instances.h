/*
 * instances.h - what keeps two instances of one event apart inside a story.
 *
 *     two quakes, two verdicts, two sessions of the exchange: reported together, but not one
 *
 * One article, or two of one day, tell several instances of such an event. Which they are stands in
 * the lexicon, column `tie` of data/any/{event,role,unit,noun}.csv. Of the findings read in the
 * news sample 9 of 9 court terms, 11 of 12 quakes and eruptions and 14 of 16 prices and shares were
 * two instances.
 */
#ifndef SLS_MATCH_INSTANCES_H
#define SLS_MATCH_INSTANCES_H

#include <selisih/claim.h>

/* What two values must share besides the event to be of one instance of it. */
typedef enum {
    SLS_TIE_NONE,
    SLS_TIE_PERSON,
    SLS_TIE_FIGURE, /* another quantity of their sentences */
    SLS_TIE_SIDES   /* both sides of a match: of its result; a number in its report asks for less */
} sls_tie;

/* By the claim's event, else by its unit: standings, indices, temperatures. */
sls_tie sls_tie_of(const sls_claim *claim);

/* "menit ke-74", "pekan ke-18": whether a quantity is the number of a thing, not how many. */
bool sls_is_nth(const sls_claim *claim);

#endif
