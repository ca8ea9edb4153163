#include "extract/claim/partial.h"

#include "extract/amount/quantity.h"
#include "extract/claim/voice.h"

enum {
    PICK = 3, /* items from "of the victims" or "the two youngest" to what says so */
    VERB = 9  /* items from a count to the word that tells what befell those it counts */
};

static bool is_rest(const sls_scene *s, size_t i)
{
    return sls_str_eq(sls_scene_value(s, i, SLS_C_STOP), SLS_STR("rest"));
}

/* "two of the victims", "three of the wounded": some of those who are known. */
static bool is_of_them(const sls_scene *s, size_t first, size_t last)
{
    const size_t the = last + 2;

    return sls_scene_tells(s, last + 1, SLS_T_OF) && sls_scene_is_article(s, the) &&
           !sls_scene_is_count(s, the + 1) && !sls_scene_is(s, first, SLS_C_IDIOM) &&
           s->items->at[the + 1].symbol >= SLS_SYMBOL_WORDS &&
           (sls_scene_is(s, the + 1, SLS_C_NOUN) || sls_scene_is(s, the + 2, SLS_C_NOUN));
}

/* "the two youngest victims", "the three most seriously injured" */
static bool is_picked(const sls_scene *s, size_t first, size_t last)
{
    if (first == 0 || !sls_scene_is_article(s, first - 1))
        return false;
    for (size_t i = first; i <= last + PICK && s->items->at[i].symbol >= SLS_SYMBOL_WORDS; i++)
        if (sls_item_says(&s->items->at[i], SLS_C_CLAUSE, "superlative") &&
            !sls_scene_is(s, i, SLS_C_ORDINAL))
            return true;
    return false;
}

/* "the other two men", "the two others": what is left of those who are counted elsewhere. */
static bool is_left(const sls_scene *s, size_t first, size_t last)
{
    if (first > 1 && is_rest(s, first - 1))
        return sls_scene_is_article(s, first - 2);
    if (first == 0 || !sls_scene_is_article(s, first - 1))
        return false;
    return is_rest(s, last) || (last > first && is_rest(s, first + 1));
}

/* "One victim was hit in the hand and the other in the arm", but "the other driver was unhurt" */
static bool is_beside_other(const sls_scene *s, size_t last)
{
    const size_t end = sls_sentence_end(s->items, last);

    for (size_t i = last + 1; i + 2 < end; i++)
        if (sls_voice_is(s, i, "another") ||
            (sls_scene_is_article(s, i) && is_rest(s, i + 1) && !sls_scene_is_count(s, i + 2) &&
             !sls_scene_is(s, i + 2, SLS_C_NOUN)))
            return true;
    return false;
}

/* The word that says `role`, behind the count, or `end`. */
static size_t told_behind(const sls_scene *s, size_t last, size_t end, sls_str role)
{
    for (size_t i = last; i < end && i <= last + VERB; i++)
        if (sls_str_eq(sls_scene_value(s, i, SLS_C_ROLE), role))
            return i;
    return end;
}

/* Whether the sentence says before the count that somebody was shot or hurt. */
static bool is_told_before(const sls_scene *s, size_t first, bool counted)
{
    bool count = !counted;

    for (size_t i = sls_sentence_begin(s->items, first); i < first; i++) {
        count = count || sls_scene_is_count(s, i);
        if (count && (sls_scene_tells(s, i, SLS_T_SHOT) || sls_scene_tells(s, i, SLS_T_INJURED)))
            return true;
    }
    return false;
}

/* Whether the count at items first..last is of the others, or of more. */
static bool is_of_others(const sls_scene *s, size_t first, size_t last)
{
    for (size_t i = first; i <= last + 1; i++)
        if (is_rest(s, i) || sls_str_eq(sls_scene_value(s, i, SLS_C_STOP), SLS_STR("added")))
            return true;
    return false;
}

/* Whether both counts are of as many; so too where memory runs out, which is told elsewhere. */
static bool are_as_many(const sls_scene *s, size_t a, size_t b)
{
    sls_amount x, y;

    return sls_amount_of(s->items, sls_scene_reading(s, a), s->arena, &x) != SLS_OK ||
           sls_amount_of(s->items, sls_scene_reading(s, b), s->arena, &y) != SLS_OK ||
           sls_str_eq(x.value, y.value);
}

/*
 * "Three children shot, one injured", "two are in critical condition and two were injured": whether
 * a count before tells of more, or of those who are worse off, and nobody died. "Seven were shot
 * and two injured" may be nine.
 */
static bool is_some_of_counted(const sls_scene *s, size_t first, size_t last)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const bool joined = first > begin && sls_scene_is_and(s, first - 1);
    size_t count = SIZE_MAX;

    if (is_of_others(s, first, last) || sls_sentence_tells(s->items, first, SLS_TRAIT(DEAD)))
        return false;
    for (size_t i = begin; i < first; i++) {
        if (sls_scene_is_count(s, i))
            count = i;
        if (count == SIZE_MAX)
            continue;
        if (sls_scene_tells(s, i, SLS_T_SHOT))
            return !joined && !are_as_many(s, count, first);
        if (sls_lexicon_attribute_is(SLS_C_ROLE, sls_scene_value(s, i, SLS_C_ROLE), "of",
                                     "injured"))
            return true;
    }
    return false;
}

/* "A girl was hurt, two men were also wounded": there are more than those. */
static bool is_added(const sls_scene *s, size_t last, size_t told)
{
    for (size_t i = last + 1; i < told; i++)
        if (sls_item_says(&s->items->at[i], SLS_C_LITERAL, "too"))
            return true;
    return false;
}

static sls_str of_the_hurt(const sls_scene *s, size_t first, size_t last, sls_str role)
{
    const size_t end = sls_sentence_end(s->items, last);
    const size_t told = told_behind(s, last, end, role);

    if (told < end && sls_voice_is(s, told, "degree") && is_told_before(s, first, true))
        return SLS_STR("critical"); /* "four were shot, one was critically wounded" */
    if (told < end && is_added(s, last, told) && is_told_before(s, first, false))
        return SLS_STR("partial");
    return is_some_of_counted(s, first, last) ? SLS_STR("partial") : role;
}

sls_str sls_partial_role(const sls_scene *s, size_t first, size_t last, sls_str role)
{
    const bool hurt = sls_str_eq(role, SLS_STR("injured"));

    if (sls_scene_lang(s, first) == SLS_LANG_ID ||
        (!hurt && !sls_str_eq(role, SLS_STR("shot")) && !sls_str_eq(role, SLS_STR("treated"))))
        return role;
    if (is_of_them(s, first, last) || is_picked(s, first, last) || is_left(s, first, last) ||
        is_beside_other(s, last))
        return SLS_STR("partial");
    return hurt ? of_the_hurt(s, first, last, role) : role;
}
