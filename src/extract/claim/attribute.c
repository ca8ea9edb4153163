#include "extract/claim/attribute.h"

#include "extract/date/date.h"

enum {
    ATTRIBUTE_REACH = 6, /* items from "harga" to the price ... */
    LONGEST = 14         /* ... and with those of a name between */
};

/*
 * Whether `attribute` is measured in `unit`: a height in metres, a price in rupiah; in any other
 * unit things are counted: a capacity of spectators.
 */
static bool measures(sls_str attribute, sls_str unit)
{
    const sls_str of = sls_lexicon_attribute(SLS_C_ATTRIBUTE, attribute, "of");
    sls_str dimension = sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension");

    if (dimension.len == 0 && sls_str_find_byte(unit, '/') != SIZE_MAX) {
        unit = sls_str_slice(unit, 0, sls_str_find_byte(unit, '/')); /* a price for each kilogram */
        dimension = sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension");
    }

    if (dimension.len > 0)
        return sls_str_list_has(of, dimension);
    return sls_str_list_has(of, unit.len == 3 && unit.ptr[0] >= 'A' && unit.ptr[0] <= 'Z'
                                    ? SLS_STR("money")
                                    : SLS_STR("count"));
}

/* "harga KSO Wika Gedung-Jaya Konstruksi sebesar": a word with a capital among others, or '-'. */
static bool is_in_name(const sls_scene *s, size_t i)
{
    const uint32_t cap = SLS_SHAPED(CAP) | SLS_SHAPED(CAPS);
    const sls_item *at = s->items->at;

    if (s->reading_of[i] >= 0 || i == 0 || sls_scene_is(s, i, SLS_C_ATTRIBUTE))
        return false;
    if (at[i].symbol == '-')
        return at[i - 1].shape & cap && at[i + 1].shape & cap;
    return at[i].shape & cap && !(at[i].shape & SLS_SHAPED(FIRST)) &&
           ((at[i - 1].shape & cap && !(at[i - 1].shape & SLS_SHAPED(FIRST))) ||
            at[i - 1].symbol == '-' || at[i + 1].shape & cap || at[i + 1].symbol == '-');
}

/* "prevalensi tengkes di Sulut pada 2023 mencapai": when and where put the name farther off. */
static bool is_when_or_where(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r ? sls_reads_date(r)
             : s->items->at[i].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT)) ||
                   (sls_scene_is(s, i, SLS_C_PLACE) && s->items->at[i].shape & SLS_SHAPED(CAP));
}

/* "kedalaman gempa 36 km", "ketinggian banjir": what is measured is the happening's. */
static bool is_of_happening(const sls_scene *s, size_t i)
{
    return i > 0 && sls_scene_is(s, i, SLS_C_EVENT) && sls_scene_is(s, i - 1, SLS_C_ATTRIBUTE) &&
           sls_lexicon_attribute_is(SLS_C_EVENT, sls_scene_value(s, i, SLS_C_EVENT), "toll", "yes");
}

/* Where what names the value may begin: in its clause, or before the colon of "Suhu: 24 C". */
static size_t names_from(const sls_scene *s, sls_span clause, size_t first)
{
    if (clause.from < first || first < 2 || s->items->at[first - 1].symbol != ':' ||
        first - 1 <= sls_sentence_begin(s->items, first))
        return clause.from;
    return sls_clause_of(s, first - 2, first - 2).from;
}

sls_str sls_attribute_of(const sls_scene *s, size_t first, size_t last, sls_str unit)
{
    const sls_span clause = sls_clause_of(s, first, last);
    const size_t from = names_from(s, clause, first);
    sls_str found;

    if (!sls_sentence_has(s->items, first, SLS_BIT(SLS_C_ATTRIBUTE)))
        return (sls_str){ 0 };
    if (sls_scene_lang(s, first) == SLS_LANG_EN &&
        last + 1 < clause.to) { /* "left a crater 10 meters wide" */
        found = sls_scene_value(s, last + 1, SLS_C_ATTRIBUTE);
        if (found.len > 0 && measures(found, unit))
            return found;
    }
    for (size_t i = first, reach = ATTRIBUTE_REACH; i-- > from && i + reach >= first;) {
        if (is_in_name(s, i) || is_when_or_where(s, i)) {
            reach += reach < LONGEST;
            continue;
        }
        found = sls_scene_value(s, i, SLS_C_ATTRIBUTE);
        if (sls_scene_is(s, i, SLS_C_LITERAL) && sls_str_eq(found, SLS_STR("distance")))
            continue; /* "from 5 to 10 metres" */
        if (found.len > 0 && measures(found, unit))
            return found;
        if (sls_item_says(&s->items->at[i], SLS_C_VOICE, "attains"))
            continue; /* "the temperature hit 40 degrees" */
        if (sls_item_says(&s->items->at[i], SLS_C_VOICE, "price") || is_of_happening(s, i))
            continue; /* "kerugian negara senilai" */
        if (sls_scene_is(s, i, SLS_C_EVENT) || sls_scene_is(s, i, SLS_C_SPEECH) ||
            (s->reading_of[i] >= 0 && !sls_scene_is_person(s, i) &&
             !sls_reads_date(&s->readings->at[s->reading_of[i]])))
            break;
    }
    last += s->items->at[last + 1].symbol == '-'; /* "a 250-metre-long ship" */
    found = last + 1 < clause.to ? sls_scene_value(s, last + 1, SLS_C_ATTRIBUTE) : (sls_str){ 0 };
    return found.len > 0 && measures(found, unit) ? found : (sls_str){ 0 };
}
