#include "compare/inside.h"

#include "made_claims.h"
#include "made_days.h"

static sls_claim dated(const char *surface, const char *value, int weekday, const char *published)
{
    return (sls_claim){ .article = S("kabar"),
                        .published = sls_str_of(published),
                        .lang = S("id"),
                        .kind = SLS_KIND_DATE,
                        .surface = sls_str_of(surface),
                        .value = sls_str_of(value),
                        .weekday = weekday };
}

Test(inside, a_weekday_that_fits_is_silent)
{
    const sls_claim claim = dated("Rabu, 19 Juni 2024", "2024-06-19", 3, "2024-06-19");
    world w = world_of(&claim, 1);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(inside, a_weekday_that_does_not_fit_is_an_error_with_the_day_it_is)
{
    const sls_claim claim = dated("Kamis, 19 Juni 2024", "2024-06-19", 4, "2024-06-19");
    world w = world_of(&claim, 1);
    cr_assert_eq(w.findings.count, 1);
    const sls_finding *const f = find_rule(&w, "weekday-date");
    cr_expect_eq(f->severity, SLS_ERROR);
    cr_expect_eq(f->a, f->b);
    cr_expect(sls_str_eq(argument_of(f, "weekday"), S("4")));
    cr_expect(sls_str_eq(argument_of(f, "actual"), S("3")));
    cr_expect(sls_str_eq(argument_of(f, "fit"), S("fit-weekday")));
    cr_expect(sls_str_eq(argument_of(f, "fit_date"), S("2024-06-19")));
    world_free(&w);
}

Test(inside, the_neighbour_nearest_to_the_report_is_the_likely_slip)
{
    int32_t there;
    sls_interval published = { day(2025, 6, 18), day(2025, 6, 18) };
    cr_expect_eq(sls_fit_weekday(day(2025, 5, 18), 3, &published, &there), SLS_FIT_MONTH);
    cr_expect_eq(there, day(2025, 6, 18));
    published = (sls_interval){ day(2025, 6, 3), day(2025, 6, 3) };
    cr_expect_eq(sls_fit_weekday(day(2026, 6, 1), 7, &published, &there), SLS_FIT_YEAR);
    cr_expect_eq(there, day(2025, 6, 1));
}

Test(inside, a_month_is_a_likelier_slip_than_a_year_or_a_day)
{
    int32_t there;
    cr_expect_eq(sls_fit_weekday(day(2025, 5, 18), 3, NULL, &there), SLS_FIT_MONTH);
    cr_expect_eq(there, day(2025, 6, 18));
}

Test(inside, where_no_neighbour_fits_none_is_named)
{
    int32_t there = 7;
    cr_expect_eq(sls_fit_weekday(day(2019, 9, 12), 2, NULL, &there), SLS_FIT_NONE);
    cr_expect_eq(there, 7);
}

Test(inside, beside_the_report_any_month_and_its_own_year_may_be_meant)
{
    int32_t there;
    const sls_interval published = { day(2019, 9, 13), day(2019, 9, 13) };
    cr_expect_eq(sls_fit_weekday(day(2019, 5, 11), 3, &published, &there), SLS_FIT_MONTH);
    cr_expect_eq(there, day(2019, 9, 11));
    cr_expect_eq(sls_fit_weekday(day(2919, 9, 9), 1, &published, &there), SLS_FIT_YEAR);
    cr_expect_eq(there, day(2019, 9, 9));
    /* a day after the report is meant less often than one as far before it */
    cr_expect_eq(sls_fit_weekday(day(2019, 9, 2), 2, &published, &there), SLS_FIT_DAY);
    cr_expect_eq(there, day(2019, 9, 3));
}

Test(inside, the_day_of_the_report_is_meant_and_its_weekday_wrong)
{
    int32_t there;
    const sls_interval published = { day(2025, 6, 10), day(2025, 6, 10) };
    cr_expect_eq(sls_fit_weekday(day(2025, 6, 10), 4, &published, &there), SLS_FIT_WEEKDAY);
    cr_expect_eq(there, day(2025, 6, 10));
    /* Tuesday the 9th: the day of the report itself was meant */
    cr_expect_eq(sls_fit_weekday(day(2025, 6, 9), 2, &published, &there), SLS_FIT_DAY);
    cr_expect_eq(there, day(2025, 6, 10));
}

Test(inside, day_and_month_may_be_swapped)
{
    int32_t there;
    sls_interval published = { day(2025, 6, 10), day(2025, 6, 10) };
    cr_expect_eq(sls_fit_weekday(day(2025, 10, 6), 2, &published, &there), SLS_FIT_SWAP);
    cr_expect_eq(there, day(2025, 6, 10));
    /* without the report's date a neighbour is likelier */
    cr_expect_eq(sls_fit_weekday(day(2025, 10, 6), 2, NULL, &there), SLS_FIT_YEAR);
}

Test(inside, neighbours_at_the_ends_of_months_and_years_exist)
{
    int32_t there;
    cr_expect_eq(sls_fit_weekday(day(2024, 1, 31), 7, NULL, &there), SLS_FIT_MONTH);
    cr_expect_eq(there, day(2023, 12, 31));
    cr_expect_eq(sls_fit_weekday(day(2023, 12, 31), 3, NULL, &there), SLS_FIT_MONTH);
    cr_expect_eq(there, day(2024, 1, 31));
    cr_expect_eq(sls_fit_weekday(day(1, 1, 1), 7, NULL, &there), SLS_FIT_DAY);
    cr_expect_eq(there, day(1, 1, 1) - 1);
}

Test(inside, a_year_that_only_the_reader_gave_is_a_warning)
{
    const sls_claim near = dated("Kamis (19/6)", "2024-06-19", 4, "2024-06-20");
    const sls_claim far = dated("Kamis (19/6)", "2024-06-19", 4, "2024-11-20");
    world w = world_of(&near, 1);
    cr_expect_eq(find_rule(&w, "weekday-date")->severity, SLS_ERROR);
    world_free(&w);
    w = world_of(&far, 1);
    cr_expect_eq(find_rule(&w, "weekday-date")->severity, SLS_WARNING);
    world_free(&w);
}

Test(inside, a_weekday_beside_a_month_or_a_span_says_nothing)
{
    const sls_claim claims[] = {
        dated("Rabu, Juni 2024", "2024-06", 1, ""),
        dated("Senin-Rabu, 17-19 Juni 2024", "2024-06-17/2024-06-19", 7, ""),
        dated("19 Juni 2024", "2024-06-19", 0, ""),
        dated("19 Juni 2024", "2024-06-19", 9, ""),
    };
    world w = world_of(claims, 4);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(inside, a_day_that_no_calendar_has_is_an_error)
{
    const sls_claim claims[] = {
        dated("31 September 2019", "2019-09-31", 0, ""),
        dated("29 Februari 2023", "2023-02-29", 0, ""),
        dated("September", "2019-09-00", 0, ""),
        dated("lusa", "lusa", 0, ""),
    };
    world w = world_of(claims, 4);
    cr_expect_eq(count_of(&w, "date-impossible", SLS_ERROR), 2);
    cr_expect_eq(w.findings.count, 2);
    world_free(&w);
}

Test(inside, a_year_that_a_digit_parts_from_that_of_the_report_is_an_error)
{
    sls_claim claims[] = {
        dated("10/9/2109", "2109-09-10", 0, "2019-09-10"),
        dated("8/9/219", "0219-09-08", 0, "2019-09-10"),
        dated("6/9/2919", "2919-09-06", 0, "2019-09-10"),
        dated("5/9/019", "0019-09-05", 0, "2019-09-10"),
        dated("17/8/2045", "2045-08-17", 0, "2019-09-10"),
        dated("16/7/2186", "2186-07-16", 0, "2019-09-10"),
        dated("23/4/682", "0682-04-23", 0, "2019-09-10"),
        dated("tahun 2109", "2109", 0, "2019-09-10"),
        dated("7/9/1019", "1019-09-07", 0, "2019-09-10"),
        dated("10/9/2119", "2119-09-10", 0, "2019-09-10"),
    };
    claims[sizeof claims / sizeof *claims - 1].state = SLS_PLANNED;
    world w = world_of(claims, sizeof claims / sizeof *claims);
    cr_expect_eq(count_of(&w, "date-year", SLS_ERROR), 4);
    cr_expect_eq(w.findings.count, 4,
                 "plans, eclipses, chronicles and centenaries have days of any year");
    world_free(&w);
}

Test(inside, ranges_run_forwards)
{
    sls_claim claims[] = {
        dated("12-8 September 2019", "2019-09-12/2019-09-08", 0, ""),
        dated("8-12 September 2019", "2019-09-08/2019-09-12", 0, ""),
        dated("21 Mei-20 Juni", "2025-05-21/2024-06-20", 0, ""),
        { .article = S("kabar"), .kind = SLS_KIND_QUANTITY, .value = S("50000..20000") },
        { .article = S("kabar"), .kind = SLS_KIND_QUANTITY, .value = S("20000..50000") },
    };
    world w = world_of(claims, 5);
    cr_expect_eq(count_of(&w, "range-backwards", SLS_WARNING), 2);
    cr_expect_eq(w.findings.count, 2);
    cr_expect(sls_str_eq(argument_of(find_rule(&w, "range-backwards"), "first"), S("50000")) ||
              sls_str_eq(argument_of(find_rule(&w, "range-backwards"), "first"), S("2019-09-12")));
    world_free(&w);
}

Test(inside, one_slip_repeated_in_an_article_is_one_finding)
{
    sls_claim claims[] = {
        dated("Kamis, 19 Juni 2024", "2024-06-19", 4, ""),
        dated("Kamis, 19 Juni 2024", "2024-06-19", 4, ""),
        dated("Kamis, 19 Juni 2024", "2024-06-19", 4, ""),
    };
    claims[0].start = 400;
    claims[1].start = 200;
    claims[2].article = S("lain");
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "weekday-date", -1), 2);
    cr_expect_eq(find_rule(&w, "weekday-date")->a->start, 200);
    world_free(&w);
}

Test(inside, footers_and_references_are_not_checked)
{
    sls_claim claim = dated("Kamis, 19 Juni 2024", "2024-06-19", 4, "");
    claim.zone = SLS_ZONE_BOILERPLATE;
    world w = world_of(&claim, 1);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}
