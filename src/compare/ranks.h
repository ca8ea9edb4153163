/*
 * ranks.h - one person with two ranks, at the head of two places, or in an office and as its
 * deputy, at a time.
 *
 *     Kombes Azis Andriansyah | AKBP Azis Andriansyah, two days later -> error, rank-conflict
 *     Gubernur NTT Viktor Laiskodat | Gubernur NTB Viktor Laiskodat -> warning, title-two-offices
 */
#ifndef SLS_COMPARE_RANKS_H
#define SLS_COMPARE_RANKS_H

#include "compare/docket.h"

/* Whether the group is of one person's ranks, "rank@police", of places, "place@mayor", or of an
 * office and its deputy's, "deputy@blitar". */
bool sls_group_is_of_ranks(const sls_group *group);
/* rank-conflict, title-two-offices, of such a group. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_rule_ranks(const sls_group *group, sls_arena *arena, sls_arena *scratch,
                                       sls_docket *docket);

#endif
