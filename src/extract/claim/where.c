#include "extract/claim/claimer.h"
#include "extract/claim/topic.h"
#include "extract/grammar/scan.h"

enum {
    REACH = 10,    /* items from an event to where it was */
    WARD_WORDS = 3 /* of the name of a village */
};

static const uint64_t PLACES =
    SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_CAPITAL) | SLS_BIT(SLS_C_COUNTRY);

/* A capital as a town, whatever its language: Moskow and Moscow are moscow@RU. */
static sls_status town(sls_str code, sls_arena *arena, sls_str *out)
{
    const sls_str name = sls_lexicon_display(SLS_LANG_EN, SLS_C_CAPITAL, code);
    sls_str folded;
    const sls_status status = sls_fold_name(name, arena, &folded);

    return status == SLS_OK ? sls_arena_concat3(arena, folded, SLS_STR("@"), code, out) : status;
}

/* As what item `i`, one of PLACES, names a place. */
static sls_concept named_as(const sls_scene *s, size_t i)
{
    return sls_scene_is(s, i, SLS_C_PLACE)     ? SLS_C_PLACE
           : sls_scene_is(s, i, SLS_C_CAPITAL) ? SLS_C_CAPITAL
                                               : SLS_C_COUNTRY;
}

/* Whether item `i` names a place behind a word for in or at. */
static bool is_where(const sls_scene *s, size_t i)
{
    return i > 0 && !(s->items->at[i].shape & SLS_SHAPED(LOWER)) &&
           sls_scene_tells(s, i - 1, SLS_T_IN);
}

/* Whether an event is one that has a place and seldom happens twice. */
static bool has_place(sls_str event)
{
    const sls_str how = sls_lexicon_attribute(SLS_C_EVENT, event, "recurrence");

    return event.len > 0 && (sls_str_eq(how, SLS_STR("once")) || sls_str_eq(how, SLS_STR("rare")) ||
                             sls_lexicon_attribute_is(SLS_C_EVENT, event, "toll", "yes"));
}

/* The event that place `i` is the place of: the nearest before it in its clause; "" none. */
static sls_str event_before(const sls_scene *s, size_t i)
{
    for (size_t k = i - 1; k-- > 0 && k + REACH >= i;) {
        const uint16_t symbol = s->items->at[k].symbol;

        if (symbol < SLS_SYMBOL_WORDS && symbol != '-')
            break;
        if (sls_scene_is(s, k, SLS_C_SPEECH) || sls_scene_is(s, k, SLS_C_SINCE) ||
            sls_scene_tells(s, k, SLS_T_OPENS))
            break;
        if (sls_scene_is(s, k, SLS_C_EVENT)) {
            const size_t held = sls_topic_held(s, k);
            const sls_str event = sls_scene_value(s, held, SLS_C_EVENT);
            const bool light = s->items->at[k].traits & (SLS_TRAIT(HELD) | SLS_TRAIT(HOLDS));

            /* what is held somewhere has a place, however often; that it began tells nothing */
            return (light ? held != k : has_place(event)) ? event : (sls_str){ 0 };
        }
    }
    return (sls_str){ 0 };
}

/* A village or district that no table knows, by the noun of its sort. */
typedef struct {
    size_t first, last; /* items of all, noun included */
    size_t name, end;   /* items of the name, end exclusive; none: there is no ward */
    size_t noun;
} ward_name;

static bool is_named(const sls_scene *s, size_t i)
{
    return s->items->at[i].symbol >= SLS_SYMBOL_WORDS && s->items->at[i].shape & SLS_SHAPED(CAP) &&
           !sls_lexicon_is_a(sls_scene_value(s, i, SLS_C_NOUN), SLS_STR("place"));
}

/* Whether item `i` is the noun of a ward: "desa", "kelurahan", "district". */
static bool is_ward_noun(const sls_scene *s, size_t i)
{
    const sls_str sort = sls_scene_value(s, i, SLS_C_NOUN);

    return sls_str_eq(sort, SLS_STR("village")) || sls_str_eq(sort, SLS_STR("district"));
}

/* "Desa Karangsari", "village of Karangsari", by the noun at item `i`. */
static ward_name ward_behind(const sls_scene *s, size_t i, size_t end)
{
    const bool of = i + 1 < end && sls_scene_tells(s, i + 1, SLS_T_OF);
    ward_name out = { .first = i, .noun = i, .name = i + 1 + of, .end = i + 1 + of };

    while ((of || sls_scene_lang(s, i) != SLS_LANG_EN) && out.end < end &&
           out.end < out.name + WARD_WORDS && is_named(s, out.end))
        out.end++;
    out.last = out.end - 1;
    return out;
}

/* "Tempuran district": in English the name stands before the noun at item `i`. */
static ward_name ward_before(const sls_scene *s, size_t i)
{
    ward_name out = { .first = i, .last = i, .noun = i, .name = i, .end = i };

    while (sls_scene_lang(s, i) == SLS_LANG_EN && out.name > 0 && i - out.name < WARD_WORDS &&
           is_named(s, out.name - 1))
        out.name--;
    out.first = out.name;
    return out;
}

/* Whether a word in capitals stands where the name of a ward would, beside the noun at item `i`. */
static bool may_be_called(const sls_scene *s, size_t i, size_t end)
{
    const sls_item *const at = &s->items->at[i];
    const unsigned shape = (i > 0 ? at[-1].shape : 0u) | (i + 1 < end ? at[1].shape : 0u) |
                           (i + 2 < end ? at[2].shape : 0u);

    return (shape & SLS_SHAPED(CAP)) != 0;
}

/* The ward, behind a word for in or at, whose noun is item `i`. */
static ward_name ward_in(const sls_scene *s, size_t i, size_t end)
{
    const ward_name none = { 0 };
    ward_name out;

    if (!is_ward_noun(s, i))
        return none;
    out = ward_behind(s, i, end);
    if (out.name == out.end)
        out = ward_before(s, i);
    size_t before = out.first;
    if (before > 0 && sls_str_eq(sls_scene_value(s, before - 1, SLS_C_LITERAL), SLS_STR("the")))
        before--;
    return before > 0 && sls_scene_tells(s, before - 1, SLS_T_IN) ? out : none;
}

/* What a ward is called, by the noun as it is written: "desa:karangsari". */
static sls_status call_ward(const sls_scene *s, const ward_name *w, sls_arena *arena, sls_str *out)
{
    sls_str noun, name;
    sls_status status = sls_fold_name(sls_items_origin(s->items, w->noun, w->noun), arena, &noun);

    if (status == SLS_OK)
        status = sls_fold_name(sls_items_origin(s->items, w->name, w->end - 1), arena, &name);
    return status == SLS_OK ? sls_arena_concat3(arena, noun, SLS_STR(":"), name, out) : status;
}

static sls_status add_ward(sls_claimer *c, const ward_name *w, sls_str event)
{
    const sls_reading here = { .first = w->first, .last = w->last };
    sls_claim *claim = sls_claim_begin(c, &here, SLS_KIND_PLACE);

    if (!claim)
        return SLS_ENOMEM;
    const sls_status status = sls_claim_describe(c, &here, NULL, claim);
    claim->what = claim->event = event;
    claim->as_of = c->default_as_of;
    return status == SLS_OK ? call_ward(c->scene, w, c->arena, &claim->value) : status;
}

/* A claim of the ward whose noun item `i` is, if an event is told of there. */
static sls_status claim_ward(sls_claimer *c, size_t i, size_t end)
{
    const ward_name w = ward_in(c->scene, i, end);
    const sls_str event = w.end > w.name ? event_before(c->scene, w.first) : (sls_str){ 0 };

    return event.len == 0 ? SLS_OK : add_ward(c, &w, event);
}

static sls_status add_place(sls_claimer *c, size_t i, sls_str event)
{
    const sls_concept as = named_as(c->scene, i);
    const sls_reading here = { .first = i, .last = i };
    sls_claim *claim = sls_claim_begin(c, &here, SLS_KIND_PLACE);
    sls_status status;

    if (!claim)
        return SLS_ENOMEM;
    status = sls_claim_describe(c, &here, NULL, claim);
    claim->what = claim->event = event;
    claim->value = sls_scene_value(c->scene, i, as);
    if (status == SLS_OK && as == SLS_C_CAPITAL)
        status = town(claim->value, c->arena, &claim->value);
    claim->as_of = c->default_as_of;
    return status;
}

/* A claim of the place that item `i` names, if it names one and an event is told of there. */
static sls_status claim_place(sls_claimer *c, size_t i)
{
    const sls_str event = is_where(c->scene, i) ? event_before(c->scene, i) : (sls_str){ 0 };

    return event.len == 0 ? SLS_OK : add_place(c, i, event);
}

/* "di Desa Karangsari, Kabupaten Kebumen": whether item `i` ends a chain of places behind "in". */
static bool ends_address(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t k = i; k-- > begin && k + REACH >= i;) {
        const sls_item *at = &s->items->at[k];

        if (sls_scene_tells(s, k, SLS_T_IN))
            return true;
        if (at->symbol != ',' && !(at->shape & (SLS_SHAPED(CAP) | SLS_SHAPED(CAPS))) &&
            !sls_lexicon_is_a(sls_scene_value(s, k, SLS_C_NOUN), SLS_STR("place")))
            return false;
    }
    return false;
}

/* Whether a claim dates a disaster. */
static bool dates_disaster(const sls_claim *c)
{
    return c->kind == SLS_KIND_DATE && c->state == SLS_ASSERTED &&
           sls_lexicon_attribute(SLS_C_HAPPENING, c->event, "family").len > 0;
}

/* The item that names the place of a disaster which the claim dates; SIZE_MAX when none does. */
static size_t address_of(const sls_claimer *c, const sls_claim *dated, const sls_stretch *s)
{
    if (!dates_disaster(dated) || dated->place.len == 0)
        return SIZE_MAX;
    for (size_t i = s->begin; i < s->end; i++)
        if (sls_scene_is(c->scene, i, SLS_C_PLACE) &&
            sls_str_list_has(dated->place, sls_scene_value(c->scene, i, SLS_C_PLACE)) &&
            ends_address(c->scene, i, s->begin))
            return i;
    return SIZE_MAX;
}

/* Whether claims from `from` on have a place in the sentence. */
static bool has_site(const sls_claimer *c, size_t from, int sentence)
{
    for (size_t i = from; i < c->out.len; i++)
        if (c->out.at[i].sentence == sentence)
            return true;
    return false;
}

/* Claims of where disasters were that a sentence dates, where none tells it yet. */
static sls_status claim_sites(sls_claimer *c, size_t dated, size_t most)
{
    for (size_t i = 0; i < dated && c->out.len < most; i++) {
        const sls_claim *of = &c->out.at[i];
        const size_t k = (size_t)(of->sentence + (int)c->document->titled);
        const size_t at = k < c->scene->items->stretch_count
                              ? address_of(c, of, &c->scene->items->stretches[k])
                              : SIZE_MAX;

        if (at == SIZE_MAX || has_site(c, dated, of->sentence))
            continue;
        const sls_str event = of->event;
        const sls_status status = add_place(c, at, event);

        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

static bool is_ward(const sls_claim *c)
{
    return sls_str_find_byte(c->value, ':') != SIZE_MAX;
}

/* Claims of the wards of disasters that a sentence dates, where none from `from` on tells it yet.
 */
static sls_status claim_wards(sls_claimer *c, size_t dated, size_t from, size_t most)
{
    sls_status status = SLS_OK;
    size_t asked = SIZE_MAX; /* the sentence that was looked through last */

    for (size_t i = 0; i < dated && status == SLS_OK && c->out.len < most; i++) {
        const sls_claim *of = &c->out.at[i];
        const size_t k = (size_t)(of->sentence + (int)c->document->titled);
        bool known = k == asked || !dates_disaster(of) || k >= c->scene->items->stretch_count;

        for (size_t j = from; j < c->out.len && !known; j++)
            known = c->out.at[j].sentence == of->sentence && is_ward(&c->out.at[j]);
        if (known)
            continue;
        const sls_stretch *s = &c->scene->items->stretches[k];
        const sls_str event = of->event;

        asked = k;
        for (size_t j = s->begin; j < s->end && status == SLS_OK && c->out.len < most; j++) {
            const ward_name w = ward_in(c->scene, j, s->end);

            if (w.end > w.name)
                status = add_ward(c, &w, event);
        }
    }
    return status;
}

sls_status sls_claim_places(sls_claimer *c)
{
    const sls_items *items = c->scene->items;
    const size_t dated = c->out.len, most = dated + sls_scan_most(c->document);
    sls_status status = SLS_OK;

    for (size_t k = 0; k < items->stretch_count; k++) {
        const sls_stretch *s = &items->stretches[k];

        if (!(s->traits & SLS_TRAIT(IN)) || !(s->set & SLS_BIT(SLS_C_EVENT)) ||
            !(s->set & (PLACES | SLS_BIT(SLS_C_NOUN))) ||
            c->document->zone_of[k] == SLS_ZONE_BOILERPLATE)
            continue;
        for (size_t i = s->begin; i < s->end && status == SLS_OK && c->out.len < most; i++)
            if (items->at[i].set & PLACES)
                status = claim_place(c, i);
            else if (items->at[i].set & SLS_BIT(SLS_C_NOUN) && may_be_called(c->scene, i, s->end))
                status = claim_ward(c, i, s->end);
    }
    if (status == SLS_OK)
        status = claim_sites(c, dated, most);
    if (status == SLS_OK)
        status = claim_wards(c, dated, dated, most);
    c->cut = c->out.len == most;
    return status;
}
