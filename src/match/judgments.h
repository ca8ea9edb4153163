/*
 * judgments.h - how one trial, or one vote, ended, in two articles on it.
 *
 *     "divonis bebas" | "divonis bersalah" of one man, on one day -> linked: one trial, two ends
 *
 * A trial is known by who is tried; a vote or a request by what it is about. An article that tells
 * of both ends tells of several; two days have two sessions. Which words settle what stands in data/any/stance.csv, the gates
 * in gates.h.
 */
#ifndef SLS_MATCH_JUDGMENTS_H
#define SLS_MATCH_JUDGMENTS_H

#include "match/groups.h"
#include "match/stories.h"

/* Adds the links of all `stories`. Facts are of SLS_KIND_OUTCOME. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_judgments_find(const sls_roll *roll, const sls_facts *facts,
                                           const sls_stories *stories, sls_arena *arena,
                                           sls_link_list *links);

#endif
