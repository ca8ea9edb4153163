/*
 * denials.h - a count of those who came to harm, and a report that denies it.
 *
 *     "tidak ada korban jiwa" | "kebakaran itu menewaskan tiga orang" -> 0 and 3
 *
 * Nothing but the event ties them: reports of one day that tell of it and little else.
 */
#ifndef SLS_MATCH_DENIALS_H
#define SLS_MATCH_DENIALS_H

#include "match/facts.h"
#include "model/term.h"

/* Whether one of two counts is none at all, and the other is not. */
bool sls_denies_count(const sls_claim *a, const sls_claim *b);
/*
 * What ties such a pair in a story of so much `likeness`, in `terms`, which are empty; nothing
 * where they may be told of two happenings. Facts are of SLS_KIND_QUANTITY.
 */
void sls_denial_weigh(const sls_facts *facts, const sls_fact *a, const sls_fact *b, int likeness,
                      sls_terms *terms);

#endif
