#include "match/fragments.h"

#include "lexicon/counting.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "model/stance.h"

typedef struct {
    int words, shared;
} share;

/* Items of the list `a` that the list `b` has too. */
static void add_share(sls_str a, sls_str b, share *out)
{
    sls_str item;
    while (sls_str_split(&a, ';', &item)) {
        out->words++;
        out->shared += sls_str_list_has(b, item);
    }
}

static share share_of(const sls_claim *a, const sls_claim *b)
{
    share out = { 0, 0 };
    add_share(a->context, b->context, &out);
    add_share(a->entities, b->entities, &out);
    add_share(a->place, b->place, &out);
    return out;
}

int sls_sentence_held(const sls_claim *a, const sls_claim *b, int *shared)
{
    const share x = share_of(a, b), y = share_of(b, a);
    const share shorter = x.words <= y.words ? x : y;
    *shared = shorter.shared;
    return shorter.words > 0 ? shorter.shared * 100 / shorter.words : 0;
}

/* Whether any claim of an article has `item` among its words, names or places. */
static bool article_has(const sls_roll *roll, uint32_t article, sls_str item)
{
    const sls_roll_article *const a = &roll->articles[article];
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_FRAGMENT_CLAIMS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (sls_str_list_has(c->context, item) || sls_str_list_has(c->entities, item) ||
            sls_str_list_has(c->place, item))
            return true;
    }
    return false;
}

/* As sls_sentence_held, of the sentence of `a` in the whole of another article. */
static int held_by_article(const sls_roll *roll, const sls_claim *a, uint32_t article, int *shared)
{
    const sls_str lists[] = { a->context, a->entities, a->place };
    int words = 0;
    *shared = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        sls_str list = lists[i], item;
        while (sls_str_split(&list, ';', &item)) {
            words++;
            *shared += article_has(roll, article, item);
        }
    }
    return words > 0 ? *shared * 100 / words : 0;
}

/* 0..100: how surely two facts of two fragments are one; 0 when they are not compared. */
static int weigh(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const bool equal = a->value == b->value;
    int shared;
    if (x->kind != y->kind || !sls_str_eq(a->unit, b->unit))
        return 0;
    /* the length of one is not the width of the other */
    if (!sls_str_eq(x->what, y->what) && sls_is_role(x->what) && sls_is_role(y->what))
        return 0;
    /* Which of several values is meant is not known; what both know is no slip of either. */
    if (!equal &&
        (x->state == SLS_DENIED || y->state == SLS_DENIED || a->listed || b->listed ||
         sls_stance_compare(x, y) != SLS_STANCE_ALIKE || sls_facts_know_both(in->facts, a, b)))
        return 0;
    /* What happens again, or lasts, has many dates: populations, prices, matches. */
    if (!equal && x->kind == SLS_KIND_DATE &&
        (a->event.len == 0 || !sls_str_eq(a->event, b->event) || a->recurrence == SLS_REPEAT))
        return 0;
    int other;
    int held = held_by_article(in->roll, x, b->article, &shared);
    const int back = held_by_article(in->roll, y, a->article, &other);
    if (back > held) {
        held = back;
        shared = other;
    }
    if (shared < SLS_FRAGMENT_WORDS || held < SLS_FRAGMENT_HELD)
        return 0;
    if (equal)
        return held;
    return held >= SLS_FRAGMENT_SURE ? SLS_FRAGMENT_SCORE_SURE : SLS_FRAGMENT_SCORE;
}

sls_status sls_fragments_find(const sls_roll *roll, const sls_facts *facts,
                              const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_UNDATED, weigh, SLS_TERM_HELD, arena,
                          links);
}
