#include "match/agents.h"

#include "base/ascii.h"
#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "match/common.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "model/sense.h"

enum { WORD_BYTES = 64 }; /* of a longer word the first ones count */

/* One body, whose ids are in capitals; of two that did it together one may be left out. */
static bool is_body(sls_str party)
{
    return party.len > 0 && sls_is_upper(party.ptr[0]) &&
           sls_str_find_byte(party, ';') == SIZE_MAX && !sls_str_ends(party, SLS_STR("?"));
}

/* "Densus 88" and "Polri": what a part does the whole does. */
static bool is_part(sls_str part, sls_str whole)
{
    return sls_str_eq(sls_lexicon_attribute(SLS_C_BODY, part, "of"), whole);
}

/* "Bareskrim Polri": whether a word of the sentence names the body of which another is a part. */
static bool is_written(const sls_claim *claim, sls_str body)
{
    char word[WORD_BYTES];
    sls_str rest = claim->quote;
    sls_lang lang;
    size_t n;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return false;
    while ((n = sls_next_word(&rest, word, sizeof word)) > 0)
        if (sls_str_eq(sls_form_value(sls_lexicon_form(lang, (sls_str){ word, n }), SLS_C_BODY),
                       body))
            return true;
    return false;
}

/* Whether an article names the body, in whatever part. */
static bool knows(const sls_roll *roll, uint32_t article, sls_str body)
{
    const sls_roll_article *const a = &roll->articles[article];
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_COMMON_CLAIMS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (sls_str_list_has(c->entities, body) || sls_str_list_has(c->agent, body) ||
            sls_str_list_has(c->patient, body) || is_written(c, body))
            return true;
    }
    return false;
}

/* Whether both tell of one deed: by the role of those counted, by the event, or whom it befell. */
static bool is_one_deed(const sls_fact *a, const sls_fact *b)
{
    return (a->claim->what.len > 0 && sls_str_eq(a->claim->what, b->claim->what)) ||
           (a->event.len > 0 && sls_str_eq(a->event, b->event)) ||
           (a->claim->kind == SLS_KIND_QUANTITY && a->claim->patient.len > 0 &&
            sls_str_eq(a->claim->patient, b->claim->patient));
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    if (in->likeness < SLS_AGENT_STORY || a->value != b->value || !is_body(x->agent) ||
        !is_body(y->agent) || sls_str_eq(x->agent, y->agent) || is_part(x->agent, y->agent) ||
        is_part(y->agent, x->agent) || !is_one_deed(a, b) || x->state != SLS_ASSERTED ||
        y->state != SLS_ASSERTED || sls_str_eq(x->source, y->source) ||
        sls_interval_gap(a->published, b->published) > SLS_AGENT_DAYS)
        return;
    const sls_common found = sls_common_of(in->roll, a->article, b->article);
    const int ties = found.shared + (in->likeness >= SLS_AGENT_STORY_OF_ONE);
    if (found.shared > 0 && ties >= SLS_AGENT_TIES && found.differing == 0 &&
        !knows(in->roll, a->article, y->agent) && !knows(in->roll, b->article, x->agent))
        sls_terms_add(terms, SLS_TERM_PARTICIPANTS, SLS_AGENT_SCORE);
}

sls_status sls_agents_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                           sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_DATED, score, arena, links);
}
