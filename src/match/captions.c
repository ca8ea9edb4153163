#include "match/captions.h"

#include "match/align.h"
#include "match/gates.h"
#include "match/places.h"
#include "model/sense.h"
#include "model/term.h"

/* Days that begin and end: "dari tanggal 15 sampai 17 Januari". */
static bool is_stay(const sls_fact *fact)
{
    const int64_t days = (int64_t)fact->days.last - fact->days.first;
    return fact->readable && days > 0 && days <= SLS_CAPTION_DAYS;
}

static bool is_within(const sls_fact *caption, const sls_fact *body)
{
    return caption->readable && caption->days.first == caption->days.last &&
           sls_interval_relate(body->days, caption->days) == SLS_HOLDS;
}

/* How surely a caption's day lies in the days of the body; 0 when nothing ties them. */
static void weigh(const sls_fact *caption, const sls_fact *body, sls_terms *terms)
{
    const sls_places_relation places = sls_facts_place(caption, body);
    if (!is_within(caption, body) || places == SLS_PLACES_APART || places == SLS_PLACES_OPEN)
        return;
    const sls_overlap shared = sls_features_compare(&caption->features, &body->features);
    if (shared.persons == 0)
        return;
    sls_terms_add(terms, SLS_TERM_START, SLS_CAPTION_SCORE);
    sls_terms_add(terms, SLS_TERM_LIKENESS, sls_likeness(caption, body, &shared) / 4);
}

/* The captions of one article, whose facts are [from, to), against the stays of its body. */
static sls_status pair_article(const sls_facts *facts, uint32_t from, uint32_t to, sls_arena *arena,
                               sls_link_list *links)
{
    for (uint32_t i = from; i < to; i++) {
        const sls_fact *const body = &facts->at[i];
        if (!is_stay(body) || sls_zone_is_display(body->claim->zone))
            continue;
        for (uint32_t j = from; j < to; j++) {
            sls_terms terms = { .count = 0 };
            if (facts->at[j].claim->zone == SLS_ZONE_CAPTION)
                weigh(&facts->at[j], body, &terms);
            if (sls_terms_score(&terms) == 0)
                continue;
            const sls_status status = sls_link_add(links, i, j, &terms, arena);
            if (status != SLS_OK)
                return status;
        }
    }
    return SLS_OK;
}

sls_status sls_captions_find(const sls_roll *roll, const sls_facts *facts, sls_arena *arena,
                             sls_link_list *links)
{
    sls_status status = SLS_OK;
    for (uint32_t i = 0; status == SLS_OK && i < roll->article_count; i++)
        status = pair_article(facts, facts->first[i], facts->first[i + 1], arena, links);
    return status;
}
