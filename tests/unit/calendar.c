#include "extract/date/calendar.h"

#include "made_days.h"

Test(calendar, easter_falls_where_the_church_says)
{
    int32_t at;

    cr_assert_eq(sls_easter_day(2024, false, &at), SLS_OK);
    cr_expect_eq(at, day(2024, 3, 31));
    cr_assert_eq(sls_easter_day(1961, false, &at), SLS_OK);
    cr_expect_eq(at, day(1961, 4, 2));
    cr_assert_eq(sls_easter_day(2018, true, &at), SLS_OK);
    cr_expect_eq(at, day(2018, 4, 8));
    cr_expect_eq(sls_easter_day(1500, false, &at), SLS_ERANGE);
}

Test(calendar, a_proclaimed_month_is_exact_and_any_other_about)
{
    sls_interval days;
    bool exact;

    cr_assert_eq(sls_hijri_days(SLS_HIJRI_INDONESIA, 1445, 10, 1, &days, &exact), SLS_OK);
    cr_expect(exact);
    cr_expect_eq(days.first, day(2024, 4, 10));
    cr_assert_eq(sls_hijri_days(SLS_HIJRI_INDONESIA, 1400, 1, 1, &days, &exact), SLS_OK);
    cr_expect_not(exact);
    cr_expect_eq(days.first, day(1979, 11, 21));
    cr_assert_eq(sls_hijri_days(SLS_HIJRI_INDONESIA, 1445, 9, 0, &days, &exact), SLS_OK);
    cr_expect_eq(days.last, day(2024, 4, 9));
    cr_expect_eq(sls_hijri_days(SLS_HIJRI_INDONESIA, 1445, 13, 1, &days, &exact), SLS_ERANGE);
    cr_expect_eq(sls_hijri_days(SLS_HIJRI_INDONESIA, 0, 1, 1, &days, &exact), SLS_ERANGE);
}

Test(calendar, a_month_has_a_last_weekday_and_no_sixth)
{
    const sls_interval may = { day(2024, 5, 1), day(2024, 5, 31) };
    int32_t at;

    cr_assert_eq(sls_nth_weekday(may, 1, -1, &at), SLS_OK);
    cr_expect_eq(at, day(2024, 5, 27));
    cr_assert_eq(sls_nth_weekday(may, 3, 1, &at), SLS_OK);
    cr_expect_eq(at, day(2024, 5, 1));
    cr_expect_eq(sls_nth_weekday(may, 1, 6, &at), SLS_ERANGE);
    cr_expect_eq(sls_nth_weekday(may, 1, 0, &at), SLS_ERANGE);
}

Test(calendar, winter_ends_in_the_next_year)
{
    sls_interval days;

    cr_assert_eq(sls_season_days(2023, SLS_STR("winter"), &days), SLS_OK);
    cr_expect_eq(days.first, day(2023, 12, 1));
    cr_expect_eq(days.last, day(2024, 2, 29));
    cr_expect_eq(sls_season_days(2023, SLS_STR("monsoon"), &days), SLS_ERANGE);
}

Test(calendar, the_seventeenth_century_is_the_sixteen_hundreds)
{
    sls_interval days;

    cr_assert_eq(sls_century_days(17, &days), SLS_OK);
    cr_expect_eq(days.first, day(1600, 1, 1));
    cr_expect_eq(days.last, day(1699, 12, 31));
    cr_expect_eq(sls_century_days(0, &days), SLS_ERANGE);
}

Test(calendar, a_month_later_the_31st_is_the_last_day)
{
    int32_t at;

    cr_assert_eq(sls_day_add_months(day(2024, 1, 31), 1, &at), SLS_OK);
    cr_expect_eq(at, day(2024, 2, 29));
    cr_assert_eq(sls_day_add_months(day(2024, 3, 15), -24, &at), SLS_OK);
    cr_expect_eq(at, day(2022, 3, 15));
    cr_expect_eq(sls_day_add_months(day(1, 1, 1), -1, &at), SLS_ERANGE);
}

Test(calendar, thirds_fall_on_the_borders_people_mean)
{
    const sls_interval year = { day(2023, 1, 1), day(2023, 12, 31) };
    const sls_interval week = { day(2024, 6, 17), day(2024, 6, 23) };

    cr_expect_eq(sls_third_of(year, SLS_STR("middle")).first, day(2023, 5, 1));
    cr_expect_eq(sls_third_of(year, SLS_STR("half2")).first, day(2023, 7, 1));
    cr_expect_eq(sls_third_of(week, SLS_STR("first")).last, day(2024, 6, 19));
    cr_expect_eq(sls_third_of(week, SLS_STR("last")).first, day(2024, 6, 21));
}

Test(calendar, mecca_and_indonesia_may_begin_a_month_on_two_days)
{
    sls_interval days;
    bool exact;

    cr_assert_eq(sls_hijri_days(SLS_HIJRI_MECCA, 1440, 10, 1, &days, &exact), SLS_OK);
    cr_expect(exact);
    cr_expect_eq(days.first, day(2019, 6, 4));
    cr_assert_eq(sls_hijri_days(SLS_HIJRI_INDONESIA, 1440, 10, 1, &days, &exact), SLS_OK);
    cr_expect_eq(days.first, day(2019, 6, 5));
    cr_assert_eq(sls_hijri_days(SLS_HIJRI_MECCA, 1300, 10, 1, &days, &exact), SLS_OK);
    cr_expect_not(exact);
}

Test(calendar, hebrew_feasts_fall_where_the_rabbinate_says)
{
    static const struct {
        int year, month, day, gregorian[2];
    } FEASTS[] = {
        { 2018, 1, 15, { 3, 31 } },  { 2018, 7, 1, { 9, 10 } },   { 2018, 9, 25, { 12, 3 } },
        { 2013, 12, 14, { 2, 24 } }, { 2016, 12, 14, { 3, 24 } }, { 2020, 11, 15, { 2, 10 } },
        { 2021, 7, 10, { 9, 16 } },  { 2024, 3, 6, { 6, 12 } },   { 2024, 9, 25, { 12, 26 } },
    };
    int32_t at;

    for (size_t i = 0; i < sizeof FEASTS / sizeof *FEASTS; i++) {
        cr_assert_eq(sls_hebrew_day(FEASTS[i].year, FEASTS[i].month, FEASTS[i].day, &at), SLS_OK);
        cr_expect_eq(at, day(FEASTS[i].year, FEASTS[i].gregorian[0], FEASTS[i].gregorian[1]));
    }
    cr_expect_eq(sls_hebrew_day(2018, 13, 1, &at), SLS_ERANGE);
    cr_expect_eq(sls_hebrew_day(0, 1, 1, &at), SLS_ERANGE);
}
