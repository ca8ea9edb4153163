#include "match/sites.h"

#include "base/ascii.h"
#include "base/edtf.h"
#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "match/common.h"
#include "match/company.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "match/places.h"
#include "model/sense.h"
#include "names/person.h"

#include <string.h>

enum { WORD_BYTES = 64 }; /* of a longer word the first ones count */

/* "desa:karangsari": what lies in a regency, by the noun before its name. */
static bool is_ward(sls_str place)
{
    return sls_str_find_byte(place, ':') != SIZE_MAX;
}

/* What a place is called, first word of it: "karangsari", "jakarta" of "jakarta-barat@ID". */
static sls_str name_of(sls_str place)
{
    const size_t sort = sls_str_find_byte(place, ':');
    const sls_str name = sls_str_slice(place, sort == SIZE_MAX ? 0 : sort + 1, place.len);
    return sls_str_slice(name, 0, sls_str_find_byte(name, '@'));
}

/*
 * Whether two places are not one, nor one in the other. Villages are told apart by their names,
 * which each outlet spells its way, in one regency; a village lies in any district.
 */
static bool are_apart(const sls_fact *a, const sls_fact *b)
{
    const sls_str x = a->claim->value, y = b->claim->value;
    if (!is_ward(x) && !is_ward(y))
        return sls_places_compare(x, y) == SLS_PLACES_APART;
    const size_t sort = sls_str_find_byte(x, ':');
    return is_ward(x) && is_ward(y) &&
           sls_str_eq(sls_str_slice(x, 0, sort), sls_str_slice(y, 0, sls_str_find_byte(y, ':'))) &&
           sls_edit_distance(name_of(x), name_of(y), SLS_SITE_LETTERS) > SLS_SITE_LETTERS &&
           sls_facts_place(a, b) != SLS_PLACES_APART;
}

/* Whether an article's claims are of the place, in it or around it, or its text has its name. */
static bool knows(const sls_roll *roll, uint32_t article, sls_str place)
{
    const sls_roll_article *const a = &roll->articles[article];
    const sls_str name = name_of(place);
    const sls_str first =
        sls_str_slice(name, 0, sls_str_find_byte(name, is_ward(place) ? ' ' : '-'));
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_SITE_CLAIMS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        sls_str list = c->place, one;
        while (sls_str_split(&list, ';', &one))
            if (sls_places_compare(place, one) > SLS_PLACES_OPEN)
                return true;
        char word[WORD_BYTES];
        size_t n;
        if (i > a->first && sls_str_eq(c->quote, roll->at[i - 1].claim->quote))
            continue;
        for (sls_str rest = c->quote; (n = sls_next_word(&rest, word, sizeof word)) > 0;)
            if (sls_str_eq(first, (sls_str){ word, n }))
                return true;
    }
    return false;
}

/* Whether both articles date the event, and no day of one is a day of the other. */
static bool days_part(const sls_roll *roll, const sls_fact *a, const sls_fact *b)
{
    const sls_roll_article *const x = &roll->articles[a->article], *const y =
                                                                       &roll->articles[b->article];
    sls_edtf p, q;
    bool dated = false;
    for (uint32_t i = x->first; i < x->end && i - x->first < SLS_SITE_CLAIMS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (c->kind != SLS_KIND_DATE || !sls_str_eq(sls_claim_event(c), a->event) ||
            sls_edtf_read(c->value, &p) != SLS_OK || sls_edtf_is_clock(&p))
            continue;
        for (uint32_t j = y->first; j < y->end && j - y->first < SLS_SITE_CLAIMS; j++) {
            const sls_claim *const d = roll->at[j].claim;
            if (d->kind != SLS_KIND_DATE || !sls_str_eq(sls_claim_event(d), a->event) ||
                sls_edtf_read(d->value, &q) != SLS_OK || sls_edtf_is_clock(&q))
                continue;
            if (sls_interval_gap(p.days, q.days) == 0)
                return false;
            dated = true;
        }
    }
    return dated;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_str x = a->claim->value, y = b->claim->value;
    if (in->likeness < SLS_SITE_STORY || !sls_str_eq(a->event, b->event) ||
        a->claim->sentence >= SLS_SITE_LEAD || b->claim->sentence >= SLS_SITE_LEAD ||
        sls_str_eq(a->claim->source, b->claim->source) || !are_apart(a, b) ||
        sls_interval_gap(a->published, b->published) > SLS_SITE_DAYS)
        return;
    if (knows(in->roll, a->article, y) || knows(in->roll, b->article, x) ||
        days_part(in->roll, a, b))
        return;
    /* quakes have a minute each */
    if (a->tie == SLS_TIE_FIGURE && !sls_share_disaster(in->roll, a->article, b->article))
        return;
    const sls_common found = sls_common_of(in->roll, a->article, b->article);
    /* whoever speaks of both is as good as two figures; the village, the ship */
    const int ties = found.shared + found.persons + sls_share_rare_word(a->claim, b->claim);
    if (ties < SLS_SITE_TIES || found.differing > 0)
        return;
    sls_terms_add(terms, SLS_TERM_START, SLS_SITE_SCORE);
}

sls_status sls_sites_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                          sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_DATED, score, arena, links);
}
