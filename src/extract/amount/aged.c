#include "extract/amount/aged.h"

bool sls_told_by(const sls_items *items, size_t i, const char *value)
{
    const size_t REACH = 9;

    for (size_t k = i; k-- > 0 && k + REACH >= i;) {
        if (items->at[k].symbol == SLS_SYMBOL_BOUNDARY)
            break;
        if (sls_item_says(&items->at[k], SLS_C_LITERAL, value))
            return true;
    }
    return false;
}

/* A counted noun that means people: istri, korban, warga; a word that gives a name; "ujar". */
static bool names_people(const sls_item *item)
{
    return sls_lexicon_is_a(sls_item_value(item, SLS_C_NOUN), SLS_STR("person")) ||
           sls_item_says(item, SLS_C_LITERAL, "named") || item->traits & SLS_TRAIT(CLOSING);
}

/* "istrinya, Mestiana (30)": a lone word that is a name, as what stands before it tells. */
static bool is_introduced(const sls_items *items, size_t i)
{
    size_t before = i - 1;

    if (items->at[i].form)
        return false;
    if (items->at[before].symbol == ',' && before > 0)
        before--;
    return names_people(&items->at[before]);
}

/* "Wendell Edwards Jr., 22", "Travis Ware II, 25": the item behind the name itself. English only:
 * Indonesian crime reports give initials that are degrees too. */
static size_t before_suffix(const sls_items *items, size_t i)
{
    const sls_item *last = i > 2 ? &items->at[i - 1] : NULL;

    if (!last || items->document->lang_of[last->sentence] != SLS_LANG_EN)
        return i;
    if (last->symbol == '.' || last->symbol == ',')
        last = &items->at[--i - 1];
    if (i < 3 || !(sls_item_is(last, SLS_C_HONORIFIC) ||
                   (sls_item_is(last, SLS_C_ROMAN) && last->shape & SLS_SHAPED(CAPS))))
        return i;
    return items->at[i - 2].symbol == ',' ? i - 2 : i - 1;
}

/* "The driver, 41,": one of English people. More than one ends in s, and men and women. */
static bool is_somebody(const sls_items *items, size_t i)
{
    const sls_item *item = &items->at[i];

    return items->document->lang_of[item->sentence] == SLS_LANG_EN &&
           item->shape & SLS_SHAPED(LOWER) && names_people(item) &&
           !sls_str_ends(sls_items_folded(items, i, i), SLS_STR("s")) &&
           !(item->traits & (SLS_TRAIT(MANY) | SLS_TRAIT(SEVERAL)));
}

/* "Kasiyem (62), warga Sleman": a lone word that is a name, as what stands behind it tells. */
static bool is_explained(const sls_items *items, size_t i)
{
    return !items->at[i].form && i + 5 < items->count && items->at[i + 1].symbol == '(' &&
           items->at[i + 3].symbol == ')' && items->at[i + 4].symbol == ',' &&
           items->at[i + 5].shape & SLS_SHAPED(LOWER) && names_people(&items->at[i + 5]);
}

bool sls_behind_person(const sls_items *items, size_t i)
{
    const uint64_t KNOWN = SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_BODY) | SLS_BIT(SLS_C_AGENCY) |
                           SLS_BIT(SLS_C_OUTLET) | SLS_BIT(SLS_C_UNIT) | SLS_BIT(SLS_C_ZONE) |
                           SLS_BIT(SLS_C_NOUN) | SLS_BIT(SLS_C_OFFICE) | SLS_BIT(SLS_C_PLACE) |
                           SLS_BIT(SLS_C_ORGWORD);
    const sls_item *one, *two;

    i = before_suffix(items, i);
    one = i > 0 ? &items->at[i - 1] : NULL;
    two = i > 1 ? &items->at[i - 2] : NULL;
    if (!one || one->symbol == SLS_SYMBOL_BOUNDARY || sls_told_by(items, i, "score"))
        return false; /* scorers have the minute of their goal in brackets */
    if (items->at[i].symbol == ',' && is_somebody(items, i - 1))
        return true;
    if (two && two->symbol == '.' && one->shape & (SLS_SHAPED(NAME) | SLS_SHAPED(INITIAL)))
        return i > 2 && items->at[i - 3].shape & SLS_SHAPED(INITIAL);
    if (one->shape & (SLS_SHAPED(INITIAL) | SLS_SHAPED(CAPS)))
        return one->last == one->first && sls_items_folded(items, i - 1, i - 1).len <= 3 &&
               ((two && names_people(two)) || /* "berinisial AS (42)" is not of the country */
                (!(one->set & KNOWN) &&
                 !(two && two->shape & SLS_SHAPED(NAME)))); /* a club: Sriwijaya FC (31) */
    return one->shape & SLS_SHAPED(NAME) &&
           (sls_item_is(one, SLS_C_GIVEN) || (i > 1 && is_introduced(items, i - 1)) ||
            is_explained(items, i - 1) || (two && sls_item_is(two, SLS_C_HONORIFIC)) ||
            (two && two->shape & (SLS_SHAPED(NAME) | SLS_SHAPED(INITIAL))) ||
            (i > 2 && two->symbol == '-' && items->at[i - 3].shape & SLS_SHAPED(NAME)));
}

/* "Satimun (38), Imam (23) dan Slamet (40)": whether item `i` begins NAME (NUMBER). */
static bool is_aged(const sls_items *items, size_t i)
{
    return i + 3 < items->count && items->at[i].shape & SLS_SHAPED(NAME) &&
           items->at[i + 1].symbol == '(' && items->at[i + 2].shape & SLS_SHAPED(PLAIN) &&
           items->at[i + 3].symbol == ')';
}

bool sls_in_list_of_aged(const sls_items *items, size_t i)
{
    size_t next = i + 3, before = i - 1;

    if (i == 0 || items->at[i - 1].form || !is_aged(items, i - 1) || sls_told_by(items, i, "score"))
        return false;
    if (items->at[next].symbol == ',')
        next++;
    if (sls_item_says(&items->at[next], SLS_C_LITERAL, "and"))
        next++;
    if (next > i + 3 && is_aged(items, next))
        return true;
    if (before > 0 && sls_item_says(&items->at[before - 1], SLS_C_LITERAL, "and"))
        before--;
    if (before > 0 && items->at[before - 1].symbol == ',')
        before--;
    return before >= 4 && before < i - 1 && is_aged(items, before - 4);
}

bool sls_plausible_age(const sls_item *n)
{
    return n && sls_decimal_cmp(n->value, sls_decimal_of(1)) >= 0 &&
           sls_decimal_cmp(n->value, sls_decimal_of(120)) <= 0;
}
