#include "extract/claim/claimer.h"

#include "extract/claim/chain.h"
#include "extract/claim/headcount.h"
#include "extract/claim/nobody.h"
#include "extract/claim/role.h"
#include "extract/claim/single.h"

/* "abducted 287 pupils; 28 of them escaped": the count that "them" stands for, or NULL. */
static const sls_reading *counted_before(const sls_claimer *c, const sls_reading *r)
{
    const sls_reading *all = c->scene->readings->at;
    const size_t begin = sls_sentence_begin(c->scene->items, r->first);

    if (!sls_scene_tells(c->scene, r->last + 1, SLS_T_OF) ||
        !sls_item_says(&c->scene->items->at[r->last + 2], SLS_C_VOICE, "plural"))
        return NULL;
    for (size_t i = (size_t)c->scene->reading_of[r->first]; i-- > 0 && all[i].first >= begin;)
        if (sls_reading_is(&all[i], SLS_READ(QUANTITY)) && sls_has(&all[i], SLS_G_noun))
            return &all[i];
    return NULL;
}

/* "two of its boats", "three of the shooting victims": the noun behind; "" where there is none. */
static sls_str noun_of(const sls_claimer *c, const sls_reading *r)
{
    const sls_scene *s = c->scene;
    const sls_item *at = s->items->at;

    if (sls_scene_lang(s, r->last) == SLS_LANG_ID || !sls_scene_tells(s, r->last + 1, SLS_T_OF) ||
        !sls_scene_is_article(s, r->last + 2))
        return (sls_str){ 0 };
    for (size_t i = r->last + 3; i <= r->last + 4 && at[i].shape & SLS_SHAPED(LOWER); i++)
        if (s->reading_of[i] < 0 && sls_scene_is(s, i, SLS_C_NOUN) &&
            !(i == r->last + 3 && sls_scene_is(s, i + 1, SLS_C_NOUN)) &&
            !sls_item_says(&at[i + 1], SLS_C_LITERAL, "possessive"))
            return sls_scene_value(s, i, SLS_C_NOUN);
    return (sls_str){ 0 };
}

sls_status sls_toll_unit(const sls_claimer *c, const sls_reading *r, sls_amount *a)
{
    /* "dozens were hurt" */
    const uint32_t shape = sls_has(r, SLS_G_n) ? c->scene->items->at[r->from[SLS_G_n]].shape
                           : sls_has(r, SLS_G_magnitude) ? SLS_SHAPED(WHOLE)
                                                         : 0;
    const sls_reading *whole;
    sls_amount of;
    sls_status status;

    if (a->unit.len > 0 || !sls_reading_is(r, SLS_READ(NUMBER)) ||
        shape & (SLS_SHAPED(YEAR) | SLS_SHAPED(GLUED)))
        return SLS_OK;
    if (!(shape & SLS_SHAPED(WHOLE))) {
        a->unit = sls_headcount_unit(c->scene, r->first, r->last);
        return SLS_OK; /* "1.4 million" */
    }
    if (sls_role_is_of_the_living(sls_role_of(c->scene, r->first, r->last, a->unit))) {
        a->unit = SLS_STR("person");
        return SLS_OK;
    }
    a->unit = sls_str_eq(a->value, SLS_STR("1")) ? (sls_str){ 0 } : noun_of(c, r);
    if (a->unit.len == 0)
        a->unit = sls_headcount_unit(c->scene, r->first, r->last);
    if (a->unit.len > 0)
        return SLS_OK;
    whole = sls_role_whole(c->scene, r->last);
    if (!whole)
        whole = counted_before(c, r);
    if (!whole || !sls_has(whole, SLS_G_noun) || sls_str_eq(a->value, SLS_STR("1")))
        return SLS_OK; /* "satu dari tiga kota" is which, not how many */
    status = sls_amount_of(c->scene->items, whole, c->arena, &of);
    if (status == SLS_OK)
        a->unit = of.unit;
    return status == SLS_ENOTFOUND ? SLS_OK : status;
}

bool sls_toll_is_act(sls_str role)
{
    return sls_lexicon_attribute_is(SLS_C_ROLE, role, "dated", "act");
}

bool sls_toll_grows(sls_str role)
{
    return role.len > 0 && sls_lexicon_attribute(SLS_C_ROLE, role, "dated").len == 0;
}

/* Whether reading `i` is a date that ends what is counted. */
static bool is_until(const sls_claimer *c, size_t i)
{
    const sls_edtf *now = &c->document->published_at, *date = &c->dated[i];
    const size_t first = c->scene->readings->at[i].first;

    if (date->grain == SLS_GRAIN_NONE || date->days.last == SLS_DAY_OPEN_FUTURE ||
        (now->grain != SLS_GRAIN_NONE && date->days.last > now->days.last))
        return false;
    return sls_item_says(&c->scene->items->at[first], SLS_C_SINCE, "to") ||
           (first > 0 && sls_item_says(&c->scene->items->at[first - 1], SLS_C_LITERAL, "per"));
}

const sls_edtf *sls_toll_until(const sls_claimer *c, size_t r)
{
    const sls_reading *all = c->scene->readings->at;
    const size_t begin = sls_sentence_begin(c->scene->items, all[r].first);
    const size_t end = sls_sentence_end(c->scene->items, all[r].first);

    for (size_t i = r; i-- > 0 && all[i].first >= begin;)
        if (is_until(c, i))
            return &c->dated[i];
    for (size_t i = r + 1; i < c->scene->readings->count && all[i].first < end; i++)
        if (is_until(c, i))
            return &c->dated[i];
    return NULL;
}

/* What only some of the injured are, as doctors tell it. */
static bool is_condition(sls_str role)
{
    return sls_lexicon_attribute_is(SLS_C_ROLE, role, "of", "injured");
}

/* "the three others", "the other three" */
static bool is_the_rest(const sls_scene *s, const sls_reading *r)
{
    const sls_str rest = SLS_STR("rest");

    if (r->first < 2)
        return false;
    if (sls_str_eq(sls_scene_value(s, r->first - 1, SLS_C_STOP), rest))
        return sls_scene_is_article(s, r->first - 2);
    return sls_scene_is_article(s, r->first - 1) &&
           sls_str_eq(sls_scene_value(s, r->last, SLS_C_STOP), rest);
}

/* Whether the clause of one at `r` is followed by that of the rest: ", and the two others". */
static bool is_followed_by(const sls_scene *s, const sls_reading *r, const sls_reading *rest)
{
    size_t i = r->last + 1;

    while (i < rest->first && s->items->at[i].symbol >= SLS_SYMBOL_WORDS &&
           !sls_scene_is_and(s, i) && !sls_scene_is_count(s, i))
        i++;
    i += i < rest->first && s->items->at[i].symbol == ',';
    i += i < rest->first && sls_scene_is_and(s, i);
    i += i < rest->first && sls_scene_is_article(s, i);
    i += i < rest->first && sls_str_eq(sls_scene_value(s, i, SLS_C_STOP), SLS_STR("rest"));
    return i == rest->first;
}

/* Whether a count stands before `r` in its sentence: one of those is told of already. */
static bool has_count_before(const sls_scene *s, const sls_reading *r)
{
    for (size_t i = r->first; i-- > sls_sentence_begin(s->items, r->first);)
        if (sls_scene_is_count(s, i))
            return true;
    return false;
}

/*
 * "One guard was badly wounded, the three others are stable" tells of four: adds the others to the
 * one injured at `r`. Others than several may be of a total that is told: "Ten were injured, four
 * critically, and the other six are stable".
 */
static sls_status add_others(const sls_claimer *c, sls_reading *r, sls_amount *a)
{
    const sls_scene *s = c->scene;
    const size_t end = sls_sentence_end(s->items, r->last);
    char text[SLS_DECIMAL_TEXT];

    if (!sls_str_eq(a->value, SLS_STR("1")) || has_count_before(s, r))
        return SLS_OK;
    for (size_t i = (size_t)s->reading_of[r->first] + 1;
         i < s->readings->count && s->readings->at[i].first < end; i++) {
        const sls_reading *rest = &s->readings->at[i];
        sls_decimal few, more;
        sls_amount of;
        sls_status status;

        if (!sls_scene_is_count(s, rest->first))
            continue;
        if (!is_the_rest(s, rest) || !is_followed_by(s, r, rest))
            return SLS_OK;
        status = sls_amount_of(s->items, rest, c->arena, &of);
        if (status != SLS_OK)
            return status == SLS_ENOTFOUND ? SLS_OK : status;
        if (of.bound != SLS_BOUND_EXACT ||
            !is_condition(sls_role_of(s, rest->first, rest->last, of.unit)) ||
            sls_decimal_read(a->value, &few) != SLS_OK ||
            sls_decimal_read(of.value, &more) != SLS_OK ||
            sls_decimal_add(few, more, &few) != SLS_OK)
            return SLS_OK;
        r->last = rest->last;
        return sls_arena_copy(c->arena, (sls_str){ text, sls_decimal_text(few, text) }, &a->value);
    }
    return SLS_OK;
}

/*
 * "Two women and one man were shot dead" tells of three dead: parts that one word rules are
 * one claim, of their sum, which the first part makes. SLS_ENOTFOUND for the other parts.
 */
sls_status sls_toll_add_up(const sls_claimer *c, sls_reading *r, sls_amount *a)
{
    const sls_str role = sls_role_of(c->scene, r->first, r->last, a->unit);
    sls_decimal sum;
    sls_chain chain;
    size_t earliest;
    char text[SLS_DECIMAL_TEXT];

    if (!sls_role_is_of_the_living(role) || a->bound != SLS_BOUND_EXACT)
        return SLS_OK;
    if (!sls_chain_of(c->scene, r->first, r->last, sls_str_eq(role, SLS_STR("dead")), &chain))
        return sls_str_eq(role, SLS_STR("injured")) ? add_others(c, r, a) : SLS_OK;
    sum = sls_decimal_of((int64_t)chain.singles);
    earliest = chain.reading[0];
    for (size_t i = 0; i < chain.count; i++) {
        const sls_reading *part = &c->scene->readings->at[chain.reading[i]];
        sls_amount amount;
        sls_decimal value;
        sls_status status = sls_amount_of(c->scene->items, part, c->arena, &amount);

        if (status == SLS_ENOTFOUND || (status == SLS_OK && amount.bound != SLS_BOUND_EXACT))
            return SLS_OK;
        if (status != SLS_OK)
            return status;
        if (!sls_str_eq(sls_role_of(c->scene, part->first, part->last, amount.unit), role) ||
            sls_decimal_read(amount.value, &value) != SLS_OK ||
            sls_decimal_add(sum, value, &sum) != SLS_OK)
            return SLS_OK;
        earliest = chain.reading[i] < earliest ? chain.reading[i] : earliest;
    }
    if (earliest != chain.reading[0])
        return SLS_ENOTFOUND;
    r->first = chain.first;
    r->last = chain.last;
    a->unit = SLS_STR("person");
    return sls_arena_copy(c->arena, (sls_str){ text, sls_decimal_text(sum, text) }, &a->value);
}

/*
 * The next item from `i` on that has `concept`, or the items' count; sentences without it are
 * passed over.
 */
static size_t next_with(const sls_items *items, size_t i, sls_concept concept)
{
    while (i < items->count) {
        const sls_stretch *s = sls_stretch_of(items, i);

        if (s->set & SLS_BIT(concept))
            for (; i < s->end; i++)
                if (items->at[i].set & SLS_BIT(concept))
                    return i;
        i = s->end + 1u;
    }
    return items->count;
}

/* Whether the article counts those of `role`: then it need not be told of one alone. */
static bool is_counted(const sls_claimer *c, sls_str role)
{
    for (size_t i = 0; i < c->out.len; i++)
        if (c->out.at[i].kind == SLS_KIND_QUANTITY && sls_str_eq(c->out.at[i].what, role))
            return true;
    return false;
}

/* How many are told of without a number. */
typedef struct {
    sls_str value;
    sls_bound bound;
} few;

/* A claim of so few, of whom items first..last tell: "a man was killed". */
static sls_status add_few(sls_claimer *c, sls_source_vec *origin, size_t first, size_t last,
                          sls_str role, few how_many)
{
    const sls_reading told = { .first = first, .last = last };
    sls_claim *claim = sls_claim_begin(c, &told, SLS_KIND_QUANTITY);
    sls_source *slot = sls_vec_push(origin, c->arena);
    sls_status status;

    if (!claim || !slot)
        return SLS_ENOMEM;
    claim->value = how_many.value;
    claim->unit = SLS_STR("person");
    claim->bound = how_many.bound;
    claim->confidence = SLS_GUESSED;
    status = sls_claim_describe(c, &told, &claim->unit, claim);
    if (status != SLS_OK || claim->state != SLS_ASSERTED) {
        c->out.len--;
        origin->len--;
        return status;
    }
    claim->what = role;
    *slot = (sls_source){ SLS_NO_READING, true };
    return status;
}

/* Whether two who are told of cannot be one: "he" and "she", two names without a common word. */
static bool differ(sls_str a, sls_str b)
{
    sls_str rest = a, word, other;

    while (sls_str_split(&rest, ' ', &word))
        for (sls_str left = b; sls_str_split(&left, ' ', &other);)
            if (sls_str_eq(word, other))
                return false;
    return true;
}

/* What the noun among items from..to counts: "man" of "a young man". */
static sls_str noun_before(const sls_claimer *c, size_t from, size_t to)
{
    const size_t REACH = 6;

    for (size_t i = from; i < c->scene->items->count && i <= from + REACH && i != to; i++)
        if (sls_scene_is(c->scene, i, SLS_C_NOUN))
            return sls_scene_value(c->scene, i, SLS_C_NOUN);
    return (sls_str){ 0 };
}

/* Whether the article tells of violence or disaster, where the dead and injured are counted. */
static bool tells_of_toll(const sls_claimer *c)
{
    const size_t MANY = 3; /* one attack is told of in any article */
    const sls_items *items = c->scene->items;
    size_t told = 0;

    for (size_t i = next_with(items, 0, SLS_C_EVENT); i < items->count && told < MANY;
         i = next_with(items, i + 1, SLS_C_EVENT))
        told += sls_lexicon_attribute_is(SLS_C_EVENT, sls_scene_value(c->scene, i, SLS_C_EVENT),
                                         "toll", "yes");
    return told == MANY;
}

/* Whether an item has one of `traits`, a set of bits. */
static bool tells(const sls_claimer *c, uint32_t traits)
{
    const sls_items *items = c->scene->items;

    for (size_t k = 0; k < items->stretch_count; k++)
        if (items->stretches[k].traits & traits)
            return true;
    return false;
}

/* A murder-suicide, a double homicide: more died than one sentence tells of. */
static bool tells_of_several(const sls_claimer *c)
{
    return tells(c, SLS_TRAIT(SEVERAL));
}

/* Whether item `i` is of the article's own text: no boilerplate, and not its headline. */
static bool is_of_the_text(const sls_claimer *c, size_t i)
{
    const unsigned sentence = c->scene->items->at[i].sentence;

    return c->document->zone_of[sentence] != SLS_ZONE_BOILERPLATE &&
           sentence >= c->document->titled;
}

/* The first item from `i` on by which the text itself says `role`, or how many items there are. */
static size_t next_told(const sls_claimer *c, size_t i, sls_trait role)
{
    const sls_items *items = c->scene->items;

    for (i = next_with(items, i, SLS_C_ROLE); i < items->count;
         i = next_with(items, i + 1, SLS_C_ROLE))
        if (sls_scene_tells(c->scene, i, role) && is_of_the_text(c, i))
            break;
    return i;
}

/* The one of whom alone the article says `role`; false when it says so of two. */
static bool find_single(const sls_claimer *c, sls_trait role, size_t *first, size_t *last)
{
    const sls_items *items = c->scene->items;
    enum { UNKNOWN, NO, YES } toll = UNKNOWN;
    sls_str named = { 0 }, meant = { 0 }, kind = { 0 };
    bool found = false;

    if (!tells(c, UINT32_C(1) << role))
        return false;
    for (size_t i = next_told(c, 0, role); i < items->count; i = next_told(c, i + 1, role)) {
        size_t from, to;

        if (!sls_single_at(c->scene, i, &from, &to))
            continue;
        const sls_str text = sls_items_folded(items, from, to);
        const bool name = sls_scene_is_person(c->scene, from);
        if (toll == UNKNOWN)
            toll = tells_of_toll(c) ? YES : NO;
        if (toll == NO && (name || from == to))
            continue; /* someone who died in bed is no toll */
        sls_str *known = name ? &named : from == to ? &meant : &kind;
        const sls_str told = name || from == to ? text : noun_before(c, from, i);

        if (known->len > 0 && told.len > 0 && differ(*known, told))
            return false;
        *known = told.len > 0 ? told : *known;
        *first = found ? *first : from;
        *last = found ? *last : to;
        found = true;
    }
    return found && !tells_of_several(c);
}

/* The two of whom together the article says `role`; false when it says so of two others as well. */
static bool find_pair(const sls_claimer *c, sls_trait role, size_t *first, size_t *last)
{
    const sls_items *items = c->scene->items;
    sls_str known = { 0 };

    if (!tells(c, UINT32_C(1) << role))
        return false;
    for (size_t i = next_told(c, 0, role); i < items->count; i = next_told(c, i + 1, role)) {
        size_t from, to;

        if (!sls_single_pair_at(c->scene, i, &from, &to))
            continue;
        const sls_str noun = noun_before(c, from, i);
        const sls_str text = noun.len > 0 ? noun : sls_items_folded(items, from, to);

        if (known.len > 0 && differ(known, text))
            return false;
        if (known.len == 0) {
            *first = from;
            *last = to;
        }
        known = text;
    }
    return known.len > 0;
}

/* Whether the article tells of anybody's death. */
static bool tells_of_death(const sls_claimer *c)
{
    return tells(c, SLS_TRAIT(DEAD) | SLS_TRAIT(DIE));
}

/*
 * Whoever is shot is wounded or killed; where nobody died, the shot are the injured, unless
 * those are counted for themselves.
 */
static void settle_shot(sls_claimer *c)
{
    for (size_t i = 0; i < c->out.len; i++)
        if (c->out.at[i].kind == SLS_KIND_QUANTITY &&
            (sls_str_eq(c->out.at[i].what, SLS_STR("shot")) ||
             sls_str_eq(c->out.at[i].what, SLS_STR("treated")))) {
            c->out.at[i].what = SLS_STR("injured");
            c->out.at[i].state_inferred = true;
        }
}

/* "Tidak ada korban jiwa": the first denial that somebody came to such harm, where none is counted.
 */
static sls_status add_nobody(sls_claimer *c, sls_source_vec *origin, sls_str role)
{
    const sls_items *items = c->scene->items;
    const few none = { SLS_STR("0"), SLS_BOUND_EXACT };

    for (size_t i = next_with(items, 0, SLS_C_NEGATION); i < items->count;
         i = next_with(items, i + 1, SLS_C_NEGATION)) {
        size_t last = i;

        if (is_of_the_text(c, i) && sls_str_eq(sls_nobody_at(c->scene, i, &last), role))
            return add_few(c, origin, i, last, role, none);
    }
    return SLS_OK;
}

/* Who alone died or was hurt, where the article gives no count of the dead or the injured. */
sls_status sls_toll_add_singles(sls_claimer *c, sls_source_vec *origin)
{
    const bool hurt = is_counted(c, SLS_STR("injured"));
    const bool shot = is_counted(c, SLS_STR("shot")) || is_counted(c, SLS_STR("treated"));
    const bool several =
        shot || is_counted(c, SLS_STR("critical")) || is_counted(c, SLS_STR("stable"));
    /* asked of where the shot may be the hurt */
    const bool death = hurt || !(shot || tells(c, SLS_TRAIT(SHOT))) || tells_of_death(c);
    const struct {
        sls_trait told;
        sls_str role;
        bool holds;
    } ROLES[] = {
        { SLS_T_DEAD, SLS_S("dead"), true },
        { SLS_T_INJURED, SLS_S("injured"), !several },
        { SLS_T_SHOT, SLS_S("injured"), !death && !several },
    };
    sls_status status = SLS_OK;

    if (!death)
        settle_shot(c);
    for (size_t k = 0; k < sizeof ROLES / sizeof ROLES[0] && status == SLS_OK; k++) {
        size_t first, last;

        if (!ROLES[k].holds || is_counted(c, ROLES[k].role))
            continue; /* of several that were shot, one that is called injured is a part */
        const bool two = find_pair(c, ROLES[k].told, &first, &last);

        if (two || find_single(c, ROLES[k].told, &first, &last))
            status = add_few(c, origin, first, last, ROLES[k].role,
                             two ? (few){ SLS_STR("2"), SLS_BOUND_EXACT }
                                 : (few){ SLS_STR("1"), SLS_BOUND_AT_LEAST });
    }
    for (size_t k = 0; k < 2 && status == SLS_OK; k++)
        if (!is_counted(c, ROLES[k].role))
            status = add_nobody(c, origin, ROLES[k].role);
    return status;
}
