#include "match/places.h"

#include <criterion/criterion.h>

static sls_places_relation relation(const char *a, const char *b)
{
    return sls_places_compare(sls_str_of(a), sls_str_of(b));
}

Test(places, one_place_is_itself)
{
    cr_expect_eq(relation("tuban@ID", "tuban@ID"), SLS_PLACES_SAME);
    cr_expect_eq(relation("surabaya@ID;tuban@ID", "tuban@ID"), SLS_PLACES_SAME);
}

Test(places, a_regency_lies_in_its_province_and_on_its_island)
{
    cr_expect_eq(relation("tuban@ID", "jawa-timur@ID"), SLS_PLACES_WITHIN);
    cr_expect_eq(relation("jawa@ID", "tuban@ID"), SLS_PLACES_WITHIN);
    cr_expect_eq(relation("cilandak@ID", "dki-jakarta@ID"), SLS_PLACES_WITHIN);
}

Test(places, a_country_holds_its_places)
{
    cr_expect_eq(relation("vladivostok@RU", "RU"), SLS_PLACES_WITHIN);
    cr_expect_eq(relation("vladivostok@RU", "KP"), SLS_PLACES_APART);
}

Test(places, neighbours_are_apart)
{
    cr_expect_eq(relation("tuban@ID", "lamongan@ID"), SLS_PLACES_APART);
    cr_expect_eq(relation("jawa-timur@ID", "jawa-barat@ID"), SLS_PLACES_APART);
    cr_expect_eq(relation("jakarta-timur@ID", "jakarta-barat@ID"), SLS_PLACES_APART);
}

Test(places, a_city_may_be_meant_by_the_name_of_its_regency)
{
    cr_expect_eq(relation("bandung@ID", "kabupaten-bandung@ID"), SLS_PLACES_SAME);
    cr_expect_eq(relation("bandung@ID", "bandung-barat@ID"), SLS_PLACES_APART);
}

Test(places, nothing_told_can_be_anywhere)
{
    cr_expect_eq(relation("", "tuban@ID"), SLS_PLACES_OPEN);
    cr_expect_eq(relation("", ""), SLS_PLACES_OPEN);
}
