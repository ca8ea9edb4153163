#include "match/happenings.h"

#include <criterion/criterion.h>

static sls_setting setting(const char *value, uint32_t article)
{
    const sls_kinds kinds = sls_kinds_of(sls_str_of(value));
    return (sls_setting){ kinds, kinds, article, 5, { 102, 102 }, true };
}

Test(happenings, a_flood_is_no_fire_and_a_ship_no_bus)
{
    const sls_happenings none = { NULL, 0 };
    cr_expect(sls_happenings_part(&none, setting("flood", 0), setting("fire", 1)));
    cr_expect(sls_happenings_part(&none, setting("ship", 0), setting("bus", 1)));
    cr_expect_not(sls_happenings_part(&none, setting("flood", 0), setting("landslide", 1)));
    cr_expect_not(sls_happenings_part(&none, setting("flood", 0), setting("visit", 1)));
}

Test(happenings, what_the_other_article_tells_of_too_parts_nothing)
{
    const sls_happenings none = { NULL, 0 };
    sls_setting flood = setting("flood", 0);
    flood.all = sls_kinds_join(flood.all, sls_kinds_of(SLS_STR("fire")));
    cr_expect_not(sls_happenings_part(&none, flood, setting("fire", 1)));
    cr_expect_not(sls_happenings_part(&none, setting("fire", 1), flood));
}

Test(happenings, days_that_are_not_next_to_each_other_part_two_of_one_kind)
{
    const sls_kinds quake = sls_kinds_of(SLS_STR("earthquake"));
    sls_happening told[] = { { quake, { 100, 100 }, { 0 }, 0, 0 },
                             { quake, { 101, 101 }, { 0 }, 1, 0 } };
    const sls_happenings both = { told, 2 };
    const sls_setting a = setting("earthquake", 0), b = setting("earthquake", 1);
    cr_expect_not(sls_happenings_part(&both, a, b));
    told[0].place = SLS_STR("bogor@ID");
    told[1].place = SLS_STR("garut@ID");
    cr_expect(sls_happenings_part(&both, a, b));
    told[1].place = told[0].place;
    told[1].days = (sls_interval){ 106, 106 };
    cr_expect(sls_happenings_part(&both, a, b));
    cr_expect_not(sls_happenings_part(&both, a, setting("earthquake", 2)));
}

Test(happenings, a_sentence_that_dates_its_own_speaks_for_itself)
{
    const sls_kinds quake = sls_kinds_of(SLS_STR("earthquake"));
    sls_happening told[] = { { quake, { 100, 100 }, { 0 }, 0, 0 },
                             { quake, { -900, -800 }, { 0 }, 0, 5 } };
    const sls_happenings past = { told, 2 };
    sls_setting a = setting("earthquake", 0);
    cr_expect(sls_happenings_part(&past, a, setting("earthquake", 1)));
    a.sentence = 7;
    cr_expect_not(sls_happenings_part(&past, a, setting("earthquake", 1)));
}

Test(happenings, a_date_of_dying_dates_what_its_sentence_tells_of)
{
    const sls_claim claim = { .lang = SLS_STR("id"),
                              .event = SLS_STR("kill"),
                              .context = SLS_STR("banjir;menewaskan;warga") };
    cr_expect_eq(sls_kinds_of(SLS_STR("kill")).families, 0);
    cr_expect_eq(sls_kinds_told(&claim).families, sls_kinds_of(SLS_STR("flood")).families);
}
