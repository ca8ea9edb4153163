/*
 * pairs.h - every pair of facts of two articles that report one event, weighed one by one.
 */
#ifndef SLS_MATCH_PAIRS_H
#define SLS_MATCH_PAIRS_H

#include "match/groups.h"
#include "match/stories.h"
#include "model/term.h"

typedef struct {
    const sls_roll *roll;
    const sls_facts *facts;
    int likeness; /* of the story in hand */
} sls_pairing;

/* Whether an article tells the value of `other` anywhere. */
bool sls_pairing_tells(const sls_pairing *in, uint32_t article, const sls_fact *other);

/* Facts of an article. */
static inline uint32_t sls_pairing_count(const sls_pairing *in, uint32_t article)
{
    return in->facts->first[article + 1] - in->facts->first[article];
}

/* Adds to `terms`, which are empty, what links `a` of one article and `b` of another, if anything.
 */
typedef void sls_pair_score(const sls_pairing *in, const sls_fact *a, const sls_fact *b,
                            sls_terms *terms);
/* Which stories are looked at. */
typedef enum { SLS_STORIES_ALL, SLS_STORIES_DATED, SLS_STORIES_UNDATED } sls_story_sort;

/* Adds a link for each pair that has a score. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_pairs_link(const sls_roll *roll, const sls_facts *facts,
                                       const sls_stories *stories, sls_story_sort sort,
                                       sls_pair_score *score, sls_arena *arena,
                                       sls_link_list *links);

#endif
