/*
 * tally.h - which quantities of two articles on one event count the same thing.
 *
 *     "menewaskan delapan orang" | "sembilan orang tewas dan belasan luka" -> 8 and 9 dead
 *
 * The values of each unit are grouped, and the groups of one article are set against those of
 * the other one to one, the likest first, equal values before all: so a value that both tell is
 * spoken for and contradicts nothing. Gates and weights stand in gates.h.
 */
#ifndef SLS_MATCH_TALLY_H
#define SLS_MATCH_TALLY_H

#include "match/groups.h"
#include "match/stories.h"

/* Adds the links of all `stories`. Facts are of SLS_KIND_QUANTITY. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_tally_stories(const sls_roll *roll, const sls_facts *facts,
                                          const sls_stories *stories, sls_arena *arena,
                                          sls_link_list *links);

#endif
