#include "match/instances.h"

#include <criterion/criterion.h>

static sls_tie tie(const char *what, const char *unit)
{
    const sls_claim claim = { .what = sls_str_of(what), .unit = sls_str_of(unit) };
    return sls_tie_of(&claim);
}

static bool is_nth(const char *lang, const char *surface)
{
    const sls_claim claim = { .lang = sls_str_of(lang), .surface = sls_str_of(surface) };
    return sls_is_nth(&claim);
}

Test(instances, two_quakes_are_told_apart_by_a_figure_two_verdicts_by_a_person)
{
    cr_expect_eq(tie("earthquake", "magnitude"), SLS_TIE_FIGURE);
    cr_expect_eq(tie("rise:price", "percent"), SLS_TIE_FIGURE);
    cr_expect_eq(tie("sentence", "year"), SLS_TIE_PERSON);
    cr_expect_eq(tie("scored", "goal"), SLS_TIE_PERSON);
    cr_expect_eq(tie("dead", "person"), SLS_TIE_NONE);
}

Test(instances, standings_and_temperatures_are_many_whatever_is_told_of_them)
{
    cr_expect_eq(tie("", "point"), SLS_TIE_FIGURE);
    cr_expect_eq(tie("discover", "hotspot"), SLS_TIE_FIGURE);
    cr_expect_eq(tie("", ""), SLS_TIE_NONE);
}

Test(instances, the_number_of_a_minute_is_not_how_many)
{
    cr_expect(is_nth("id", "menit ke-74"));
    cr_expect(is_nth("id", "ke-3"));
    cr_expect_not(is_nth("id", "74 menit"));
    cr_expect_not(is_nth("id", "anak-anak"));
    cr_expect_not(is_nth("en", "menit ke-74"));
    cr_expect_not(is_nth("id", ""));
}
