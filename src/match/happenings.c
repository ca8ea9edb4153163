#include "match/happenings.h"

#include "base/edtf.h"
#include "base/map.h"
#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "match/places.h"
#include "model/sense.h"

/* A night has two dates, and a zone a day's difference. */
#define SAME_DAYS 1
/* Dated happenings of one article that are looked at; a chronicle has no end of them. */
#define HAPPENINGS_MOST 32
/* What a sentence dates this long before a report is not what that tells without a date. */
#define PAST_DAYS 31

typedef SLS_VEC(sls_happening) happening_list;

static uint64_t bits_of(sls_str list)
{
    uint64_t bits = 0;
    sls_str item;
    while (sls_str_split(&list, ' ', &item))
        bits |= UINT64_C(1) << (sls_hash(item) & 63);
    return bits;
}

sls_kinds sls_kinds_of(sls_str value)
{
    const sls_str family = sls_lexicon_attribute(SLS_C_HAPPENING, value, "family");
    /* "killed", "happened": what happened is told by the rest of the sentence */
    const bool told = sls_str_eq(family, SLS_STR("told"));
    return (sls_kinds){ told ? 0 : bits_of(family),
                        bits_of(sls_lexicon_attribute(SLS_C_HAPPENING, value, "vehicle")) };
}

sls_kinds sls_kinds_told(const sls_claim *claim)
{
    static const sls_concept concepts[] = { SLS_C_EVENT, SLS_C_NOUN };
    sls_kinds out =
        sls_kinds_join(sls_kinds_of(sls_claim_event(claim)), sls_kinds_of(claim->object));
    sls_str rest = claim->context, word;
    sls_lang lang;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return out;
    while (sls_str_split(&rest, ';', &word)) {
        const sls_form *const form = sls_lexicon_form(lang, word);
        for (size_t i = 0; i < sizeof concepts / sizeof *concepts; i++)
            if (sls_form_is(form, concepts[i]))
                out = sls_kinds_join(out, sls_kinds_of(sls_form_value(form, concepts[i])));
    }
    return out;
}

/* Whether a claim dates a happening of some kind to a day. */
static bool read(const sls_claim *claim, sls_happening *out)
{
    sls_edtf e;
    if (claim->kind != SLS_KIND_DATE || claim->state != SLS_ASSERTED ||
        claim->zone == SLS_ZONE_BOILERPLATE || claim->zone == SLS_ZONE_REFERENCE)
        return false;
    const sls_str event = sls_claim_event(claim);
    if (sls_lexicon_attribute(SLS_C_HAPPENING, event, "family").len == 0 ||
        sls_edtf_read(claim->value, &e) != SLS_OK || sls_edtf_is_clock(&e) ||
        e.days.first == SLS_DAY_OPEN_PAST || e.days.last == SLS_DAY_OPEN_FUTURE)
        return false;
    out->kinds = sls_kinds_told(claim);
    out->days = e.days;
    out->place = claim->place;
    out->sentence = claim->sentence;
    return out->kinds.families != 0;
}

sls_status sls_happenings_find(const sls_roll *roll, const bool *of, sls_arena *arena,
                               sls_happenings *out)
{
    happening_list list = { 0 };
    uint32_t of_article = 0;
    for (uint32_t i = 0; i < roll->count; i++) {
        sls_happening h = { .article = roll->at[i].article };
        if (list.len == 0 || list.at[list.len - 1].article != h.article)
            of_article = 0;
        if (of_article == HAPPENINGS_MOST || (of && !of[h.article]) || !read(roll->at[i].claim, &h))
            continue;
        of_article++;
        sls_happening *const kept = sls_vec_push(&list, arena);
        if (!kept)
            return SLS_ENOMEM;
        *kept = h;
    }
    *out = (sls_happenings){ list.at, (uint32_t)list.len };
    return SLS_OK;
}

static uint32_t first_of(const sls_happenings *in, uint32_t article)
{
    uint32_t low = 0, high = in->count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (in->at[middle].article < article)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a happening tells when what a claim counts happened: in its sentence, or by the day. */
static bool is_of(const sls_happening *h, const sls_setting *s, uint64_t families, bool own)
{
    return (h->kinds.families & families) != 0 &&
           (own ? h->sentence == s->sentence : h->days.first == h->days.last);
}

/* On one day, in one place as far as both are told. */
static bool may_be_one(const sls_happening *a, const sls_happening *b)
{
    return sls_interval_gap(a->days, b->days) <= SAME_DAYS &&
           sls_places_compare(a->place, b->place) != SLS_PLACES_APART;
}

/* Whether the claim's own sentence dates what happened. */
static bool is_dated(const sls_happenings *in, const sls_setting *s, uint64_t families)
{
    for (uint32_t i = first_of(in, s->article); i < in->count && in->at[i].article == s->article;
         i++)
        if (is_of(&in->at[i], s, families, true))
            return true;
    return false;
}

/*
 * Whether both are dated, by their sentences or else by their articles, and no two of the dates are
 * one. A happening of years ago is none that is told without any date.
 */
static bool days_part(const sls_happenings *in, const sls_setting *a, const sls_setting *b,
                      uint64_t families)
{
    const bool own_a = is_dated(in, a, families), own_b = is_dated(in, b, families);
    const uint32_t y = first_of(in, b->article);
    bool dated_a = false, dated_b = false, past = false;
    for (uint32_t i = first_of(in, a->article); i < in->count && in->at[i].article == a->article;
         i++) {
        if (!is_of(&in->at[i], a, families, own_a))
            continue;
        dated_a = true;
        past = past || (own_a && b->has_published &&
                        sls_interval_gap(in->at[i].days, b->published) > PAST_DAYS);
        for (uint32_t j = y; j < in->count && in->at[j].article == b->article; j++) {
            if (!is_of(&in->at[j], b, families, own_b))
                continue;
            dated_b = true;
            if (may_be_one(&in->at[i], &in->at[j]))
                return false;
        }
    }
    return dated_a && (dated_b || past);
}

/* Whether each tells of kinds, and none of them is one that the other's article knows of. */
static bool kinds_part(uint64_t a, uint64_t all_a, uint64_t b, uint64_t all_b)
{
    return a != 0 && b != 0 && (a & all_b) == 0 && (b & all_a) == 0;
}

/* What the sentence tells of, else what the article dates. A headline alone misleads: "fires". */
static sls_kinds main_kinds(const sls_happenings *in, const sls_setting *s)
{
    sls_kinds dated = { 0, 0 };
    for (uint32_t i = first_of(in, s->article); i < in->count && in->at[i].article == s->article;
         i++)
        dated = sls_kinds_join(dated, in->at[i].kinds);
    return (sls_kinds){ s->own.families ? s->own.families : dated.families,
                        s->own.vehicles ? s->own.vehicles : dated.vehicles };
}

bool sls_happenings_part(const sls_happenings *happenings, sls_setting a, sls_setting b)
{
    const sls_kinds x = main_kinds(happenings, &a), y = main_kinds(happenings, &b);
    const uint64_t families = x.families & y.families;
    return kinds_part(x.families, a.all.families, y.families, b.all.families) ||
           kinds_part(x.vehicles, a.all.vehicles, y.vehicles, b.all.vehicles) ||
           days_part(happenings, &a, &b, families) || days_part(happenings, &b, &a, families);
}
