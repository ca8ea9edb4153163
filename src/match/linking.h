/*
 * linking.h - facts of one kind linked into groups, by several threads.
 *
 *     "9 tewas" of a, "9 tewas" of b, "8 tewas" of c -> a-b, a-c, b-c -> one group
 *
 * Blocks of facts that share a key and stories are looked through apart from each other, in
 * stretches; what they find is put in order before groups are made of it, so that nothing depends
 * on who found it first.
 */
#ifndef SLS_MATCH_LINKING_H
#define SLS_MATCH_LINKING_H

#include "match/groups.h"
#include "match/keys.h"
#include "match/stories.h"

/* Aligns inside of stories. */
typedef sls_status sls_story_teller(const sls_roll *roll, const sls_facts *facts,
                                    const sls_stories *stories, sls_arena *arena,
                                    sls_link_list *links);

typedef struct {
    sls_kind kind;
    bool stances; /* with facts that are denied; compared by their words, not by features */
    /* NULL where nothing is compared outside stories: with it, `align` */
    sls_status (*keys)(const sls_facts *, sls_stretch, sls_arena *, sls_key_rows *);
    int (*align)(const sls_fact *, const sls_fact *, sls_terms *);
    sls_story_teller *tell;       /* each story by itself */
    sls_story_teller *tell_whole; /* what looks at all stories together; NULL: nothing does */
} sls_recipe;

/* Adds the groups, in `arena`, and to `counts`. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_facts_group(const sls_recipe *how, const sls_roll *roll,
                                        const sls_stories *stories, size_t jobs, sls_arena *arena,
                                        sls_block_counts *counts, sls_group_list *groups);

#endif
