#include "match/stances.h"

#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "match/fragments.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "model/stance.h"

/* Money, shares, degrees: "naik 3 persen". Of counts either side has its own: 3-0 is won and lost.
 */
static bool is_measure(sls_str unit)
{
    const sls_str dimension = sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension");
    if (sls_str_eq(dimension, SLS_STR("multiple")) || sls_str_eq(dimension, SLS_STR("score")))
        return false; /* twice won and twice lost */
    return dimension.len > 0 || sls_unit_is_money(unit);
}

/* 0..100: how surely two claims of one value tell of one thing; 0 when they are not compared. */
static int weigh(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    (void)in;
    const sls_claim *const x = a->claim, *const y = b->claim;
    int shared;
    if (a->value != b->value || x->kind != SLS_KIND_QUANTITY || !is_measure(x->unit) || a->listed ||
        b->listed || sls_interval_gap(a->published, b->published) > 0 || !sls_stance_parts(x, y) ||
        sls_stance_compare(x, y) != SLS_STANCE_OPPOSES)
        return 0;
    const int held = sls_sentence_held(x, y, &shared);
    return shared >= SLS_STANCE_WORDS && held >= SLS_STANCE_HELD ? held : 0;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    sls_terms_add(terms, SLS_TERM_HELD, weigh(in, a, b));
}

sls_status sls_stances_find(const sls_roll *roll, const sls_facts *facts,
                            const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_DATED, score, arena, links);
}
