#include "extract/claim/claimer.h"

#include "extract/claim/chain.h"
#include "extract/claim/headcount.h"
#include "extract/claim/role.h"

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

/* "two 16-year-old boys": the noun behind the age of those who are counted; "" elsewhere. */
static sls_str noun_behind_age(const sls_claimer *c, const sls_reading *r)
{
    const sls_scene *s = c->scene;
    const sls_reading *age =
        sls_scene_is_age(s, r->last + 1) ? sls_scene_reading(s, r->last + 1) : NULL;
    const sls_str noun = age && age->first == r->last + 1 && s->reading_of[age->last + 1] < 0
                             ? sls_scene_value(s, age->last + 1, SLS_C_NOUN)
                             : (sls_str){ 0 };

    return sls_role_lives(noun) ? noun : (sls_str){ 0 };
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
    a->unit = noun_behind_age(c, r);
    if (a->unit.len > 0)
        return SLS_OK;
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
