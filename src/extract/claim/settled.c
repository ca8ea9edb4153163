#include "extract/claim/claimer.h"
#include "extract/claim/party.h"
#include "extract/claim/voice.h"
#include "extract/grammar/scan.h"

enum { REACH = 48 }; /* items on either side of a verb that tell what becomes of the question */

/* The first of the items before item `i` that are asked, of those of the sentence from `begin`. */
static size_t reach_from(size_t i, size_t begin)
{
    return i > begin + REACH ? i - REACH : begin;
}

/* Whether one of `list`, ' ' between, is `item`. */
static bool has(sls_str list, sls_str item)
{
    sls_str one;

    while (sls_str_split(&list, ' ', &one))
        if (sls_str_eq(one, item))
            return true;
    return false;
}

/* "menyatakan terdakwa tidak bersalah": whether the verb before item `i` may be told of the end. */
static bool is_under(const sls_scene *s, size_t i, sls_str end)
{
    const size_t from = reach_from(i, sls_sentence_begin(s->items, i));
    const sls_str under = sls_lexicon_attribute(SLS_C_STANCE, end, "under");

    for (size_t k = i; k-- > from;) {
        if (s->reading_of[k] >= 0 || !(s->items->at[k].traits & SLS_VOICES))
            continue;
        return (sls_scene_is(s, k, SLS_C_SPEECH) && has(under, SLS_STR("say"))) ||
               has(under, sls_scene_value(s, k, SLS_C_EVENT));
    }
    return false;
}

/*
 * The end of a question that item `i`, an event with a stance, settles: "accept-"; else "". A noun
 * is as often what somebody is to give, "approval"; adjectives need a verb, "found guilty": one may
 * feel so.
 */
static sls_str settled_at(const sls_scene *s, size_t i)
{
    const sls_item *const item = &s->items->at[i];

    if (s->reading_of[i] >= 0)
        return (sls_str){ 0 };
    const sls_str end = sls_scene_value(s, i, SLS_C_STANCE);
    if (!has(sls_lexicon_attribute(SLS_C_STANCE, end, "by"), sls_scene_value(s, i, SLS_C_EVENT)))
        return (sls_str){ 0 };
    return item->traits & SLS_VOICES || is_under(s, i, end) ? end : (sls_str){ 0 };
}

static bool are_opposite(sls_str a, sls_str b)
{
    return a.len == b.len && a.len > 1 &&
           sls_str_eq(sls_str_slice(a, 0, a.len - 1), sls_str_slice(b, 0, b.len - 1)) &&
           a.ptr[a.len - 1] != b.ptr[b.len - 1];
}

/* Whether the sentence has the other end of the question as well: it tells of two. */
static bool is_told_both_ways(const sls_scene *s, size_t i, const sls_stretch *of)
{
    const sls_str end = sls_scene_value(s, i, SLS_C_STANCE);
    const size_t to = i + REACH < of->end ? i + REACH : of->end;

    for (size_t k = reach_from(i, of->begin); k < to; k++)
        if (k != i && are_opposite(end, sls_scene_value(s, k, SLS_C_STANCE)))
            return true;
    return false;
}

/* "permohonan", "rencana": what is asked for, and is granted or not. */
static bool is_noun(const sls_item *item)
{
    return sls_item_is(item, SLS_C_EVENT) && !(item->traits & SLS_VOICES);
}

/* "Sebelumnya ia divonis bebas", "pernah divonis": of another trial, or of another court's. */
static bool is_past(const sls_scene *s, size_t i, const sls_stretch *of)
{
    for (size_t k = reach_from(i, of->begin); k < i; k++)
        if (sls_item_says(&s->items->at[k], SLS_C_DEICTIC, "earlier"))
            return true;
    return i > of->begin && sls_scene_is_clausal(s, i - 1, "once");
}

static bool is_verb(const sls_item *item)
{
    return (item->traits & SLS_VOICES) != 0 || sls_item_is(item, SLS_C_SPEECH);
}

/* "to", "untuk": what the verb behind it tells is what for. */
static bool is_for(const sls_item *item)
{
    return sls_item_is(item, SLS_C_TO) || sls_item_says(item, SLS_C_LITERAL, "for");
}

/*
 * "Ia menolak berkomentar", "refused to say", "are authorized to carry": verb `i` is of what
 * somebody will or may do himself, and grants or denies nobody's request.
 */
static bool is_of_doing(const sls_scene *s, size_t i, const sls_stretch *of, sls_str end)
{
    const sls_item *const next = &s->items->at[i + 1];

    return sls_lexicon_attribute_is(SLS_C_STANCE, end, "doing", "yes") && i + 1 < of->end &&
           (is_verb(next) || (i + 2 < of->end && is_for(next) &&
                              (is_verb(next + 1) || (sls_item_is(next, SLS_C_TO) &&
                                                     sls_item_is(next + 1, SLS_C_EVENT)))));
}

/*
 * "a convicted felon" has been one for long; "mereka yang menolak revisi" are of an opinion, and
 * "untuk menyetujui", "to approve" are aims.
 */
static bool is_aside(const sls_scene *s, size_t i, const sls_stretch *of, sls_str end)
{
    const sls_item *const item = &s->items->at[i];

    if (i == of->begin || !(item->traits & SLS_VOICES))
        return false;
    return sls_scene_is_article(s, i - 1) || is_for(item - 1) ||
           (item[-1].traits & SLS_TRAIT(THAT) && item->traits & SLS_TRAIT(ACTIVE) &&
            sls_lexicon_attribute_is(SLS_C_STANCE, end, "doing", "yes"));
}

/* "meminta hakim menolak", "tidak menolak", "hampir ditolak": it is not so, or not yet. */
static bool is_unsettled(const sls_scene *s, size_t i, const sls_stretch *of, sls_str end)
{
    const size_t from = reach_from(i, of->begin);
    const sls_str asked = sls_lexicon_attribute(SLS_C_STANCE, end, "asked");

    for (size_t k = i; k-- > from;) {
        const sls_item *const at = &s->items->at[k];

        if (at->symbol < SLS_SYMBOL_WORDS)
            return false;
        if (s->reading_of[k] < 0 && at->set & SLS_BIT(SLS_C_NEGATION))
            return true; /* "batal disahkan", a noun as well */
        if (s->reading_of[k] >= 0 || is_noun(at) ||
            (k + 1 < i && sls_scene_tells(s, k, SLS_T_PHRASE)))
            continue;
        if (at->set & SLS_BIT(SLS_C_MODAL) || has(asked, sls_item_value(at, SLS_C_EVENT)) ||
            (k + 1 == i && sls_item_says(at, SLS_C_HEDGE, "nearly")))
            return true;
        if (at->traits & SLS_VOICES)
            return false; /* it speaks of that one */
    }
    return false;
}

static sls_status add(sls_claimer *c, size_t i, sls_str end)
{
    const sls_reading here = { .first = i, .last = i };
    sls_claim *const claim = sls_claim_begin(c, &here, SLS_KIND_OUTCOME);

    if (!claim)
        return SLS_ENOMEM;
    sls_parties parties;
    sls_status status = sls_claim_describe(c, &here, NULL, claim);

    if (status == SLS_OK)
        status = sls_parties_of(c->scene, i, &parties);
    if (status != SLS_OK)
        return status;
    claim->agent = parties.agent;
    claim->patient = parties.patient;
    claim->what = sls_lexicon_attribute(SLS_C_STANCE, end, "settles");
    claim->event = sls_scene_value(c->scene, i, SLS_C_EVENT);
    claim->value = sls_lexicon_attribute(SLS_C_STANCE, end, "end");
    claim->stance = (sls_str){ 0 };
    claim->as_of = c->default_as_of;
    claim->state =
        SLS_ASSERTED; /* the mood of its clause may be its object's: "usul itu ditolak" */
    return SLS_OK;
}

sls_status sls_claim_outcomes(sls_claimer *c)
{
    const uint64_t both = SLS_BIT(SLS_C_STANCE) | SLS_BIT(SLS_C_EVENT);
    const sls_items *const items = c->scene->items;
    const size_t most = c->out.len + sls_scan_most(c->document);
    sls_status status = SLS_OK;

    for (size_t k = 0; k < items->stretch_count && c->out.len < most; k++) {
        const sls_stretch *const s = &items->stretches[k];

        if ((s->set & both) != both || c->document->zone_of[k] == SLS_ZONE_BOILERPLATE)
            continue;
        for (size_t i = s->begin; i < s->end && status == SLS_OK && c->out.len < most; i++) {
            while (i < s->end && (items->at[i].set & both) != both)
                i++;
            if (i == s->end)
                break;
            const sls_str end = settled_at(c->scene, i);

            if (end.len > 0 && !is_of_doing(c->scene, i, s, end) &&
                !is_aside(c->scene, i, s, end) && !is_told_both_ways(c->scene, i, s) &&
                !is_unsettled(c->scene, i, s, end) && !is_past(c->scene, i, s))
                status = add(c, i, end);
        }
    }
    c->cut = c->cut || c->out.len == most;
    return status;
}
