#include "match/slips.h"

#include "base/ascii.h"
#include "match/gates.h"
#include "model/date_slip.h"
#include "model/term.h"

#define NONE UINT32_MAX

typedef struct {
    uint32_t fact; /* the date that was meant, or NONE */
    int rank;
} meant;

typedef struct {
    const sls_facts *facts;
    meant *best; /* per fact */
} search;

/*
 * A weekday comes every seventh day: that the other date has it proves little when months and years
 * are equal, unless it is the next day or the sentences are alike. A bare "Senin" is no date.
 */
static bool is_likely(const sls_fact *wrong, const sls_fact *right, sls_date_slip slip,
                      int likeness)
{
    if (!sls_has_digit(right->claim->surface))
        return false;
    const int64_t gap = sls_interval_gap(wrong->days, right->days);
    return slip != SLS_SLIP_DAY || gap <= 1 || likeness >= SLS_SLIP_LIKENESS;
}

/* Weighs the dates of `article` against the denied date `i`; `story` 0 for its own article. */
static void weigh(const search *in, uint32_t i, uint32_t article, int story)
{
    const sls_fact *const wrong = &in->facts->at[i];
    for (uint32_t j = in->facts->first[article]; j < in->facts->first[article + 1]; j++) {
        const sls_fact *const right = &in->facts->at[j];
        const sls_date_slip slip = sls_date_slip_of(wrong->claim, right->claim);
        if (slip == SLS_SLIP_NONE)
            continue;
        const sls_overlap shared = sls_features_compare(&wrong->features, &right->features);
        if (!is_likely(wrong, right, slip, shared.cosine))
            continue;
        const bool event = wrong->event.len > 0 && sls_str_eq(wrong->event, right->event);
        const int rank = 1 + story * 2 + shared.cosine + (event ? SLS_SLIP_EVENT : 0);
        if (rank > in->best[i].rank)
            in->best[i] = (meant){ j, rank };
    }
}

static void weigh_article(const search *in, uint32_t own, uint32_t other, int story)
{
    for (uint32_t i = in->facts->first[own]; i < in->facts->first[own + 1]; i++)
        if (sls_claim_misses_weekday(in->facts->at[i].claim))
            weigh(in, i, other, story);
}

sls_status sls_slips_find(const sls_facts *facts, const sls_stories *stories, sls_arena *arena,
                          sls_link_list *links)
{
    meant *const best = sls_arena_alloc(arena, ((size_t)facts->count + 1) * sizeof *best);
    if (!best)
        return SLS_ENOMEM;
    const search in = { facts, best };
    for (uint32_t i = 0; i < facts->count; i++)
        best[i] = (meant){ NONE, 0 };
    for (size_t i = 0; i < stories->count; i++) {
        const sls_story *const s = &stories->at[i];
        weigh_article(&in, s->a, s->b, s->likeness);
        weigh_article(&in, s->b, s->a, s->likeness);
    }
    for (uint32_t i = 0; i < facts->count; i++) {
        if (best[i].fact == NONE && sls_claim_misses_weekday(facts->at[i].claim))
            weigh(&in, i, facts->at[i].article, 0);
        if (best[i].fact == NONE)
            continue;
        sls_terms terms = { .count = 0 };
        sls_terms_add(&terms, SLS_TERM_START, SLS_SLIP_SCORE);
        const sls_status status = sls_link_add(links, i, best[i].fact, &terms, arena);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}
