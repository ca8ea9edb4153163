#include "extract/claim/aside.h"

enum { ASIDE = 6 }; /* items of an aside */

/* Whether items from..to (exclusive) only name: no event, no word of saying, no date or amount. */
static bool only_names(const sls_scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const sls_reading *r = sls_scene_reading(s, i);

        if (s->items->at[i].set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)) ||
            (r && !sls_reading_is(r, SLS_READ(NAME) | SLS_READ(TITLE) | SLS_READ(AGE))))
            return false;
    }
    return true;
}

/* "konferensi pers (konpers)": one noun, a short form of what stands before the brackets. */
static bool is_short_form(const sls_scene *s, size_t from, size_t to)
{
    return to == from + 1 && s->reading_of[from] < 0 && sls_scene_is(s, from, SLS_C_EVENT) &&
           !(s->items->at[from].traits & SLS_VOICES);
}

bool sls_aside_is_of_place(const sls_scene *s, size_t i)
{
    static const sls_str nouns[] = { SLS_S("province"), SLS_S("regency"), SLS_S("district"),
                                     SLS_S("village"), SLS_S("city") };
    const sls_str noun = sls_scene_value(s, i, SLS_C_NOUN);

    for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
        if (sls_str_eq(noun, nouns[k]))
            return true;
    return sls_scene_is(s, i, SLS_C_PLACE) && only_names(s, i, i + 1);
}

size_t sls_aside_places(const sls_scene *s, size_t i, size_t end)
{
    size_t last = i;

    if (s->items->at[i].symbol != ',')
        return i;
    for (size_t k = i + 1; k < end && k <= i + ASIDE && sls_aside_is_of_place(s, k); k++) {
        while (k < end && s->items->at[k].symbol >= SLS_SYMBOL_WORDS && only_names(s, k, k + 1) &&
               (sls_aside_is_of_place(s, k) || s->items->at[k].shape & SLS_SHAPED(CAP)))
            k++;
        if (k >= end || s->items->at[k].symbol != ',')
            break;
        last = k;
    }
    return last;
}

/* The comma before the places that comma `i` ends, or `i`. */
static size_t before_places(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t k = i; s->items->at[i].symbol == ',' && k-- > begin && k + ASIDE >= i;) {
        if (s->items->at[k].symbol == ',' && sls_aside_places(s, k, i + 1) == i)
            return k;
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || !only_names(s, k, k + 1))
            break;
    }
    return i;
}

/* "Petral (Pertamina Energy Trading) pada 2015": the '(' of the name that ')' `i` ends, or `i`. */
static size_t before_brackets(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t k = i; s->items->at[i].symbol == ')' && k-- > begin && k + ASIDE >= i;)
        if (s->items->at[k].symbol == '(')
            return s->reading_of[k] < 0 && (only_names(s, k + 1, i) || is_short_form(s, k + 1, i))
                       ? k
                       : i;
    return i;
}

/* The ')' of the name in brackets that '(' `i` begins, or `i`. */
static size_t behind_brackets(const sls_scene *s, size_t i, size_t end)
{
    for (size_t k = i + 1; s->items->at[i].symbol == '(' && k < end && k <= i + ASIDE; k++)
        if (s->items->at[k].symbol == ')')
            return s->reading_of[k] < 0 && (only_names(s, i + 1, k) || is_short_form(s, i + 1, k))
                       ? k
                       : i;
    return i;
}

size_t sls_aside_before(const sls_scene *s, size_t i, size_t begin)
{
    return before_brackets(s, before_places(s, i, begin), begin);
}

size_t sls_aside_behind(const sls_scene *s, size_t i, size_t end)
{
    return behind_brackets(s, sls_aside_places(s, i, end), end);
}
