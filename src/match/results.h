/*
 * results.h - how one match ended, in two articles on it.
 *
 *     "menang 3-1 atas Persela" and "beat Persela 3-2" -> linked: one match, two results
 *
 * One match is told by both sides of it and its day. A score that another one of its article
 * continues (1-0, then 2-0) is no result.
 */
#ifndef SLS_MATCH_RESULTS_H
#define SLS_MATCH_RESULTS_H

#include "match/groups.h"
#include "match/stories.h"

/* Adds the links of all `stories`. Facts are of SLS_KIND_SCORE. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_results_find(const sls_roll *roll, const sls_facts *facts,
                                         const sls_stories *stories, sls_arena *arena,
                                         sls_link_list *links);

#endif
