/*
 * instances.h - what keeps two instances of one event apart inside a story.
 *
 *     two quakes, two verdicts, two sessions of the exchange: reported together, but not one
 */
#ifndef SLS_MATCH_INSTANCES_H
#define SLS_MATCH_INSTANCES_H

#include <selisih/claim.h>

/* What two values must share besides the event to be of one instance of it. */
typedef enum {
    SLS_TIE_NONE,
    SLS_TIE_PERSON,
    SLS_TIE_FIGURE /* another quantity of their sentences */
} sls_tie;

/* By the claim's event, else by its unit; the table stands in gates.h. */
sls_tie sls_tie_of(const sls_claim *claim);

#endif
