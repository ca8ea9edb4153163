#include "base/interval.h"

#include <criterion/criterion.h>

Test(interval, the_epoch_is_day_zero_and_a_thursday)
{
    int32_t day;

    cr_assert_eq(sls_day_of(1970, 1, 1, &day), SLS_OK);
    cr_expect_eq(day, 0);
    cr_expect_eq(sls_day_weekday(0), 4);
    cr_expect_eq(sls_day_weekday(-1), 3);
    cr_expect_eq(sls_day_weekday(4), 1);
}

Test(interval, known_dates_fall_on_their_weekdays)
{
    int32_t day;

    cr_assert_eq(sls_day_of(2024, 6, 19, &day), SLS_OK);
    cr_expect_eq(sls_day_weekday(day), 3);
    cr_assert_eq(sls_day_of(1945, 8, 17, &day), SLS_OK);
    cr_expect_eq(sls_day_weekday(day), 5);
    cr_assert_eq(sls_day_of(2000, 2, 29, &day), SLS_OK);
    cr_expect_eq(sls_day_weekday(day), 2);
}

Test(interval, every_day_of_ten_thousand_years_comes_back)
{
    int year = 1, month = 1, dom = 1;
    int32_t first, last;

    cr_assert_eq(sls_day_of(1, 1, 1, &first), SLS_OK);
    cr_assert_eq(sls_day_of(9999, 12, 31, &last), SLS_OK);
    for (int32_t day = first; day <= last; day++) {
        int y, m, d;
        int32_t again = 0;
        sls_day_civil(day, &y, &m, &d);
        if (y != year || m != month || d != dom || sls_day_of(y, m, d, &again) != SLS_OK ||
            again != day)
            cr_assert_fail("day %d is %d-%d-%d, expected %d-%d-%d", day, y, m, d, year, month, dom);
        if (++dom > sls_days_in_month(year, month)) {
            dom = 1;
            month = month % 12 + 1;
            year += month == 1;
        }
    }
}

Test(interval, days_that_never_were_are_refused_and_out_is_untouched)
{
    int32_t day = 42;

    cr_expect_eq(sls_day_of(2023, 2, 29, &day), SLS_ERANGE);
    cr_expect_eq(sls_day_of(1900, 2, 29, &day), SLS_ERANGE);
    cr_expect_eq(sls_day_of(2024, 4, 31, &day), SLS_ERANGE);
    cr_expect_eq(sls_day_of(2024, 0, 1, &day), SLS_ERANGE);
    cr_expect_eq(sls_day_of(2024, 13, 1, &day), SLS_ERANGE);
    cr_expect_eq(sls_day_of(2024, 1, 0, &day), SLS_ERANGE);
    cr_expect_eq(sls_day_of(0, 1, 1, &day), SLS_ERANGE);
    cr_expect_eq(sls_day_of(10000, 1, 1, &day), SLS_ERANGE);
    cr_expect_eq(sls_day_of(-5, 1, 1, &day), SLS_ERANGE);
    cr_expect_eq(day, 42);
}

Test(interval, months_years_and_decades_have_their_borders)
{
    sls_interval span;

    cr_assert_eq(sls_interval_of_month(2024, 6, &span), SLS_OK);
    cr_expect_eq(span.first, 19875);
    cr_expect_eq(span.last, 19904);
    cr_assert_eq(sls_interval_of_month(2024, 2, &span), SLS_OK);
    cr_expect_eq(span.last - span.first, 28);
    cr_assert_eq(sls_interval_of_year(1970, &span), SLS_OK);
    cr_expect_eq(span.first, 0);
    cr_expect_eq(span.last, 364);
    cr_assert_eq(sls_interval_of_decade(1976, &span), SLS_OK);
    cr_expect_eq(span.first, 0);
    cr_expect_eq(span.last, 3651);
    cr_expect_eq(sls_interval_of_month(2024, 13, &span), SLS_ERANGE);
    cr_expect_eq(sls_interval_of_year(0, &span), SLS_ERANGE);
    cr_expect_eq(sls_interval_of_decade(0, &span), SLS_ERANGE);
    cr_expect_eq(sls_interval_of_decade(10000, &span), SLS_ERANGE);
}

Test(interval, the_first_decade_has_nine_years_and_the_last_ends_the_calendar)
{
    sls_interval span;
    int year, month, day;

    cr_assert_eq(sls_interval_of_decade(7, &span), SLS_OK);
    sls_day_civil(span.first, &year, &month, &day);
    cr_expect_eq(year, 1);
    cr_assert_eq(sls_interval_of_decade(9999, &span), SLS_OK);
    sls_day_civil(span.last, &year, &month, &day);
    cr_expect_eq(year, 9999);
    cr_expect_eq(month, 12);
    cr_expect_eq(day, 31);
}

Test(interval, a_vague_report_does_not_contradict_a_precise_one)
{
    const sls_interval june = { 19875, 19904 }, day = { 19893, 19893 }, july = { 19905, 19935 };

    cr_expect_eq(sls_interval_relate(june, day), SLS_HOLDS);
    cr_expect_eq(sls_interval_relate(day, june), SLS_HELD);
    cr_expect_eq(sls_interval_relate(july, day), SLS_DISJOINT);
}

Test(interval, spans_that_share_a_border_overlap)
{
    const sls_interval a = { 10, 20 }, b = { 20, 30 }, c = { 21, 30 };
    const sls_interval same_start = { 10, 15 };

    cr_expect_eq(sls_interval_relate(a, b), SLS_OVERLAPS);
    cr_expect_eq(sls_interval_relate(a, c), SLS_DISJOINT);
    cr_expect_eq(sls_interval_relate(a, a), SLS_SAME);
    cr_expect_eq(sls_interval_relate(a, same_start), SLS_HOLDS);
    cr_expect_eq(sls_interval_relate(same_start, a), SLS_HELD);
}

Test(interval, since_then_holds_everything_after)
{
    const sls_interval since = { 100, SLS_DAY_OPEN_FUTURE }, later = { 5000, 5001 };
    const sls_interval until = { SLS_DAY_OPEN_PAST, 99 };

    cr_expect_eq(sls_interval_relate(since, later), SLS_HOLDS);
    cr_expect_eq(sls_interval_relate(since, until), SLS_DISJOINT);
    const sls_interval all = sls_interval_hull(since, until);
    cr_expect_eq(all.first, SLS_DAY_OPEN_PAST);
    cr_expect_eq(all.last, SLS_DAY_OPEN_FUTURE);
}

Test(interval, the_gap_of_neighbours_is_one_whichever_comes_first)
{
    const sls_interval a = { 10, 20 }, b = { 21, 30 }, far = { 41, 42 };

    cr_expect_eq(sls_interval_gap(a, b), 1);
    cr_expect_eq(sls_interval_gap(b, a), 1);
    cr_expect_eq(sls_interval_gap(a, far), 21);
    cr_expect_eq(sls_interval_gap(a, a), 0);
    const sls_interval deep = { SLS_DAY_OPEN_PAST, SLS_DAY_OPEN_PAST };
    const sls_interval end = { SLS_DAY_OPEN_FUTURE, SLS_DAY_OPEN_FUTURE };
    cr_expect_eq(sls_interval_gap(deep, end), (int64_t)UINT32_MAX);
}

Test(interval, even_an_open_bound_has_a_weekday_and_a_date)
{
    int year, month, day;

    cr_expect_geq(sls_day_weekday(SLS_DAY_OPEN_PAST), 1);
    cr_expect_leq(sls_day_weekday(SLS_DAY_OPEN_FUTURE), 7);
    sls_day_civil(SLS_DAY_OPEN_PAST, &year, &month, &day);
    cr_expect_lt(year, -5000000);
    sls_day_civil(SLS_DAY_OPEN_FUTURE, &year, &month, &day);
    cr_expect_gt(year, 5000000);
    cr_expect_eq(sls_days_in_month(2024, 0), 0);
    cr_expect_eq(sls_days_in_month(2024, 13), 0);
}
