/*
 * stances.h - a measure that one article calls a rise and another a fall.
 *
 *     "ekspor naik 3,1 persen" | "ekspor turun 3,1 persen" -> 3.1 and 3.1
 *
 * Two facts of one value, published on one day, whose sentences share most words of the shorter
 * and whose clauses speak opposite ways, are linked: compare calls them a conflict. Counts are
 * left out, since who wins 3-0 beats one who loses 3-0. Gates stand in gates.h; sentences
 * without a date are compared by fragments.h.
 */
#ifndef SLS_MATCH_STANCES_H
#define SLS_MATCH_STANCES_H

#include "match/groups.h"
#include "match/stories.h"

/* Adds the links of all `stories`; `facts`, of any one kind, have denied ones. SLS_OK,
 * SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_stances_find(const sls_roll *roll, const sls_facts *facts,
                                         const sls_stories *stories, sls_arena *arena,
                                         sls_link_list *links);

#endif
