#include "extract/grammar/yearly.h"

#include <string.h>

static const sls_pattern YEAR = { SLS_S("year-noun"), SLS_S("bare"), SLS_READ(DATE) };

/* More than one of a thing ends in s; a crisis, a census and a class do not. */
static bool is_plural(sls_str word)
{
    return sls_str_ends(word, SLS_STR("s")) && !sls_str_ends(word, SLS_STR("ss")) &&
           !sls_str_ends(word, SLS_STR("is")) && !sls_str_ends(word, SLS_STR("us"));
}

/* People, men and women are many without an s. */
static bool is_irregular(const sls_item *noun)
{
    return sls_lexicon_is_a(sls_item_value(noun, SLS_C_NOUN), SLS_STR("person")) &&
           !(noun->traits & SLS_TRAIT(SINGULAR));
}

/* A plain number of this age that nothing hedges, right before what it might count. */
static bool may_be_year(const sls_items *items, const sls_reading *r, int64_t *year)
{
    const sls_item *n = &items->at[r->first];

    return sls_has(r, SLS_G_n) && (sls_has(r, SLS_G_noun) || sls_has(r, SLS_G_cur)) &&
           !sls_has(r, SLS_G_m) && !sls_has(r, SLS_G_class) &&
           r->from[SLS_G_n] == (int32_t)r->first && n->shape & SLS_SHAPED(YEAR) &&
           n[1].symbol != '-' && sls_decimal_integer(n->value, year) && *year >= 1900 &&
           *year < 2100;
}

/* "$5 million in 2020 dollars": of the year behind "in". */
static bool dates_money(const sls_item *before)
{
    return before && sls_item_says(before, SLS_C_LITERAL, "in");
}

/* "the 2015 attacks", "a 2006 incident"; but a 2000 word essay, 2000 people. */
static bool dates_noun(const sls_items *items, const sls_reading *r, int64_t year,
                       const sls_item *before)
{
    const sls_item *noun = &items->at[sls_has(r, SLS_G_noun) ? (size_t)r->to[SLS_G_noun] : r->last];
    const bool one = !is_plural(sls_items_folded(items, r->last, r->last)) && !is_irregular(noun);
    const bool told = before && (sls_item_says(before, SLS_C_LITERAL, "the") ||
                                 sls_item_says(before, SLS_C_LITERAL, "possessive"));

    if (one)
        return year % 100 != 0 || !before || !sls_item_says(before, SLS_C_LITERAL, "a");
    return told && year % 50 != 0 && !is_irregular(noun);
}

void sls_year_instead(const sls_items *items, sls_reading *r)
{
    const sls_item *before = r->first > 0 ? &items->at[r->first - 1] : NULL;
    sls_reading year;
    int64_t value;

    if (!may_be_year(items, r, &value) ||
        !(sls_reading_is(r, SLS_READ(QUANTITY))
              ? dates_noun(items, r, value, before)
              : sls_reading_is(r, SLS_READ(MONEY)) && dates_money(before)))
        return;
    memset(&year, 0, sizeof year);
    memset(year.from, 0xff, sizeof year.from);
    memset(year.to, 0xff, sizeof year.to);
    sls_reading_be(&year, &YEAR);
    year.first = year.last = r->first;
    year.from[SLS_G_year] = year.to[SLS_G_year] = (int32_t)r->first;
    year.mark = r->mark;
    *r = year;
}
