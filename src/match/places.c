#include "match/places.h"

#include "base/map.h"
#include "lexicon/lexicon.h"

#define DEPTH_MOST 6 /* places that lie in each other: quarter, city, province, island */

static sls_str country_of(sls_str place)
{
    const size_t at = sls_str_find_byte(place, '@');
    return at == SIZE_MAX ? place : sls_str_slice(place, at + 1, place.len);
}

static bool is_country(sls_str place)
{
    return sls_str_find_byte(place, '@') == SIZE_MAX;
}

static bool lies_in(sls_str inner, sls_str outer)
{
    if (is_country(outer))
        return sls_str_eq(country_of(inner), outer);
    for (int depth = 0; depth < DEPTH_MOST && inner.len > 0; depth++) {
        inner = sls_lexicon_attribute(SLS_C_PLACE, inner, "in");
        if (sls_str_eq(inner, outer))
            return true;
    }
    return false;
}

static sls_places_relation compare(sls_str a, sls_str b)
{
    if (sls_str_eq(a, b))
        return SLS_PLACES_SAME;
    if (!sls_str_eq(country_of(a), country_of(b)))
        return SLS_PLACES_APART;
    if (sls_str_eq(sls_lexicon_attribute(SLS_C_PLACE, a, "twin"), b))
        return SLS_PLACES_SAME;
    return lies_in(a, b) || lies_in(b, a) ? SLS_PLACES_WITHIN : SLS_PLACES_APART;
}

sls_places_relation sls_places_compare(sls_str a, sls_str b)
{
    sls_places_relation best = SLS_PLACES_APART;
    sls_str rest = a, x, y;
    if (a.len == 0 || b.len == 0)
        return SLS_PLACES_OPEN;
    while (best < SLS_PLACES_SAME && sls_str_split(&rest, ';', &x)) {
        sls_str others = b;
        while (best < SLS_PLACES_SAME && sls_str_split(&others, ';', &y)) {
            const sls_places_relation relation = compare(x, y);
            best = relation > best ? relation : best;
        }
    }
    return best;
}

static uint64_t bit_of(sls_str place)
{
    return UINT64_C(1) << (sls_hash(place) & 63);
}

sls_place_marks sls_place_marks_of(sls_str list)
{
    sls_place_marks marks = { 0, 0 };
    sls_str place;
    while (sls_str_split(&list, ';', &place)) {
        marks.own |= bit_of(place);
        marks.all |=
            bit_of(country_of(place)) | bit_of(sls_lexicon_attribute(SLS_C_PLACE, place, "twin"));
        for (int depth = 0; depth <= DEPTH_MOST && place.len > 0; depth++) {
            marks.all |= bit_of(place);
            place = sls_lexicon_attribute(SLS_C_PLACE, place, "in");
        }
    }
    return marks;
}
