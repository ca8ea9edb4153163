/*
 * days.h - two days on which one event of a story is said to have happened.
 *
 *     "the bridge collapsed on March 3" | "the collapse of the bridge on March 13" -> 3 and 13
 *
 * Events that happen often are dated by their story: two reports of it that each give the event
 * one day, which the other does not know. Dates that differ as a slip of the pen does are held
 * against each other, no others: what is told of once may go on for days.
 */
#ifndef SLS_MATCH_DAYS_H
#define SLS_MATCH_DAYS_H

#include "match/groups.h"
#include "match/stories.h"

/* Adds the links of all `stories`. Facts are of SLS_KIND_DATE. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_days_find(const sls_roll *roll, const sls_facts *facts,
                                      const sls_stories *stories, sls_arena *arena,
                                      sls_link_list *links);

/* When on its day a claim's date is, by a word of its surface: "night" of "Rabu (14/8/2024) malam";
 * "" when that is not told. Pure. */
sls_str sls_claim_daypart(const sls_claim *claim);

#endif
