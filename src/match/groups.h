/*
 * groups.h - groups under construction: where every kind of group ends up.
 */
#ifndef SLS_MATCH_GROUPS_H
#define SLS_MATCH_GROUPS_H

#include "base/vec.h"
#include "match/facts.h"
#include "match/past.h"

typedef struct {
    sls_group group;
    uint32_t first; /* its first member's entry on the roll, by which groups are put in order */
} sls_made_group;

typedef SLS_VEC(sls_made_group) sls_group_list;

enum { SLS_GROUP_PAIRS = 4096 }; /* listed of one group; the rest is counted */

typedef SLS_VEC(sls_link) sls_link_list;

/* Adds the link, its sides in order. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_link_add(sls_link_list *links, uint32_t a, uint32_t b,
                                     const sls_terms *terms, sls_arena *arena);

/* A pair of facts, one of each article of a story, that may become a link. */
typedef struct {
    uint32_t a, b;
    int rank; /* the order of being paired: the highest first */
    sls_terms terms;
} sls_candidate;

typedef SLS_VEC(sls_candidate) sls_candidate_list;

/* By rank, then by (a, b). */
void sls_candidates_sort(sls_candidate_list *list);

/* Adds a group, whose id is filled by sls_groups_settle. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_groups_add(sls_group_list *groups, const sls_group *group,
                                       uint32_t first, sls_arena *arena);
/* Sorts the links of `count` facts; of equal ones the visits are added up. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_links_sort(uint32_t count, sls_link_list *links, sls_arena *arena);
/* The same of links that are in order but for those from `from` on, where they lie. */
SLS_MUST_USE sls_status sls_links_merge(sls_link_list *links, size_t from);
/*
 * Facts that `links` connect become groups of `kind`, `*out`: what and entities are those of most
 * members. `entries` are those of the `count` facts on the roll. Of sorted links of one pair the
 * first counts. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_groups_connect(const sls_roll *roll, sls_kind kind,
                                           const uint32_t *entries, uint32_t count,
                                           const sls_link_list *links, sls_arena *arena,
                                           sls_group_list *out);
/* Orders the groups by (kind, what, entities, first member) and writes their ids, by up to `jobs`
 * threads. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_groups_settle(const sls_roll *roll, sls_group_list *groups, size_t jobs,
                                          sls_arena *arena);

#endif
