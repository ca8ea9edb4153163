#include "match/stances.h"

#include "lexicon/lexicon.h"
#include "match/fragments.h"
#include "match/gates.h"
#include "model/stance.h"
#include "model/term.h"

/* Money, shares, degrees: "naik 3 persen". Of counts either side has its own: 3-0 is won and lost.
 */
static bool is_measure(sls_str unit)
{
    const sls_str dimension = sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension");
    if (sls_str_eq(dimension, SLS_STR("multiple")) || sls_str_eq(dimension, SLS_STR("score")))
        return false; /* twice won and twice lost */
    return dimension.len > 0 || (unit.len > 0 && unit.ptr[0] >= 'A' && unit.ptr[0] <= 'Z');
}

/* 0..100: how surely two claims of one value tell of one thing; 0 when they are not compared. */
static int weigh(const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    int shared;
    if (a->value != b->value || x->kind != SLS_KIND_QUANTITY || !is_measure(x->unit) || a->listed ||
        b->listed || sls_days_between(a->published, b->published) > 0 || !sls_stance_parts(x, y) ||
        sls_stance_compare(x, y) != SLS_STANCE_OPPOSES)
        return 0;
    const int held = sls_sentence_held(x, y, &shared);
    return shared >= SLS_STANCE_WORDS && held >= SLS_STANCE_HELD ? held : 0;
}

static sls_status add_story(const sls_facts *facts, const uint32_t *first, const sls_story *story,
                            sls_arena *arena, sls_link_list *links)
{
    for (uint32_t i = first[story->a]; i < first[story->a + 1]; i++) {
        for (uint32_t j = first[story->b]; j < first[story->b + 1]; j++) {
            const int score = weigh(&facts->at[i], &facts->at[j]);
            if (score == 0)
                continue;
            sls_terms terms = { .count = 0 };
            sls_terms_add(&terms, SLS_TERM_HELD, score);
            const sls_status status = sls_link_add(links, i, j, &terms, arena);
            if (status != SLS_OK)
                return status;
        }
    }
    return SLS_OK;
}

sls_status sls_stances_find(const sls_roll *roll, const sls_facts *facts,
                            const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    const uint32_t *const first = sls_facts_index(facts, roll->article_count, arena);
    sls_status status = first ? SLS_OK : SLS_ENOMEM;
    for (size_t i = 0; status == SLS_OK && i < stories->count; i++)
        if (!sls_story_is_undated(roll, &stories->at[i]))
            status = add_story(facts, first, &stories->at[i], arena, links);
    return status;
}
