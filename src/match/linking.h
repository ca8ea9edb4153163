/*
 * linking.h - facts of one kind linked into groups, by several threads.
 *
 *     "9 tewas" of a, "9 tewas" of b, "8 tewas" of c -> a-b, a-c, b-c -> one group
 *
 * Blocks of facts that share a key and stories are looked through apart from each other, in
 * stretches; what they find is put in order before groups are made of it, so that nothing depends
 * on who found it first. Where an earlier match is known, only what is new in it is looked through.
 */
#ifndef SLS_MATCH_LINKING_H
#define SLS_MATCH_LINKING_H

#include "match/groups.h"
#include "match/keys.h"
#include "match/recall.h"
#include "match/stories.h"

/* Aligns inside of stories. */
typedef sls_status sls_story_teller(const sls_roll *roll, const sls_facts *facts,
                                    const sls_stories *stories, sls_arena *arena,
                                    sls_link_list *links);

typedef struct {
    sls_kind kind;
    bool stances; /* with facts that are denied; compared by their words, not by features */
    /* NULL where nothing is compared outside stories: with it, `align` */
    sls_status (*keys)(const sls_facts *, sls_piece, sls_arena *, sls_key_rows *);
    int (*align)(const sls_fact *, const sls_fact *, sls_terms *);
    sls_story_teller *tell;       /* each story by itself */
    sls_story_teller *tell_once;  /* the same, best of all stories in one go; or NULL */
    sls_story_teller *tell_whole; /* what looks at several stories of odd articles; or NULL */
    /* inside of each article; or NULL */
    sls_status (*alone)(const sls_roll *, const sls_facts *, sls_arena *, sls_link_list *);
} sls_recipe;

/*
 * Adds the groups of the `number`-th recipe, in `arena`, and to `counts`, of what was looked
 * through. `recall` may be NULL. SLS_OK; SLS_ESYNTAX: what is recalled cannot be; SLS_ENOMEM; or as
 * the source of the claims.
 */
SLS_MUST_USE sls_status sls_facts_group(const sls_recipe *how, size_t number, const sls_roll *roll,
                                        const sls_stories *stories, const sls_recall *recall,
                                        size_t jobs, sls_arena *arena, sls_block_counts *counts,
                                        sls_group_list *groups);

#endif
