/*
 * variants.h - groups of two spellings that are likely one person's name, one of them wrong.
 *
 *     "choe son hui" four times and "shoe son hui" once, in one article
 *
 * Looked for inside each article, among the holders of each post, and in the reports of each event.
 * Which spelling is the wrong one, and whether there are two people after all, is compare's to say.
 */
#ifndef SLS_MATCH_VARIANTS_H
#define SLS_MATCH_VARIANTS_H

#include "match/groups.h"
#include "match/people.h"
#include "match/stories.h"

/* Two persons whose names differ in a letter; a < b. */
typedef struct {
    uint32_t a, b;
} sls_couple;

/* The couples among `persons` (distinct, ascending), by (a, b). SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_couples_find(const sls_people *people, const uint32_t *persons,
                                         size_t count, sls_arena *arena, sls_couple **out,
                                         size_t *out_count);

/* Adds a group of kind name for each (what "person", entities both keys). SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_variants_group(const sls_roll *roll, const sls_people *people,
                                           const sls_stories *stories, sls_arena *arena,
                                           sls_group_list *groups);

#endif
