#include "model/date_slip.h"

#include <criterion/criterion.h>

static sls_claim date(const char *value, int weekday)
{
    return (sls_claim){ .kind = SLS_KIND_DATE, .value = sls_str_of(value), .weekday = weekday };
}

/* 18 June 2025 was a Wednesday, 18 May a Sunday. */
Test(date_slip, the_part_that_differs_is_named)
{
    const sls_claim right = date("2025-06-18", 3);
    const sls_claim month = date("2025-05-18", 3), year = date("2024-06-18", 3),
                    day = date("2025-06-17", 3);
    cr_expect_eq(sls_date_slip_of(&month, &right), SLS_SLIP_MONTH);
    cr_expect_eq(sls_date_slip_of(&year, &right), SLS_SLIP_YEAR);
    cr_expect_eq(sls_date_slip_of(&day, &right), SLS_SLIP_DAY);
    cr_expect_eq(sls_date_slip_of(&right, &month), SLS_SLIP_NONE, "the right one is no slip");
}

Test(date_slip, two_parts_or_two_weekdays_tell_nothing)
{
    const sls_claim right = date("2025-06-18", 3), far = date("2024-05-18", 3),
                    other = date("2025-05-18", 4);
    cr_expect_eq(sls_date_slip_of(&far, &right), SLS_SLIP_NONE);
    cr_expect_eq(sls_date_slip_of(&other, &right), SLS_SLIP_NONE);
}

Test(date_slip, since_a_day_names_the_day_and_a_year_none)
{
    int32_t day;
    const sls_claim since = date("2025-06-18/..", 0), year = date("2025/..", 0),
                    span = date("2025-06-18/2025-06-20", 0), none = date("", 0);
    cr_expect(sls_claim_day(&since, &day));
    cr_expect_not(sls_claim_day(&year, &day));
    cr_expect_not(sls_claim_day(&span, &day));
    cr_expect_not(sls_claim_day(&none, &day));
}

static sls_claim told(const char *value, int weekday, const char *published, sls_state state)
{
    sls_claim claim = date(value, weekday);
    claim.published = sls_str_of(published);
    claim.state = state;
    return claim;
}

Test(date_slip, the_day_of_the_report_has_a_wrong_weekday)
{
    const sls_claim right = date("2025-06-18", 3), monday = date("2025-06-16", 1);
    const sls_claim own = told("2025-06-17", 3, "2025-06-17", SLS_ASSERTED),
                    eve = told("2025-06-17", 1, "2025-06-18", SLS_ASSERTED),
                    meant = told("2025-06-17", 3, "2025-06-18", SLS_ASSERTED),
                    old = told("2025-05-18", 3, "2025-06-19", SLS_ASSERTED);
    cr_expect_eq(sls_date_slip_of(&own, &right), SLS_SLIP_NONE);
    cr_expect_eq(sls_date_slip_of(&eve, &monday), SLS_SLIP_NONE);
    cr_expect_eq(sls_date_slip_of(&meant, &right), SLS_SLIP_DAY, "the report's own day is meant");
    cr_expect_eq(sls_date_slip_of(&old, &right), SLS_SLIP_MONTH);
}

Test(date_slip, what_is_told_as_past_lies_before_its_report)
{
    const sls_claim right = date("2025-06-18", 3);
    const sls_claim past = told("2025-05-18", 3, "2025-06-10", SLS_ASSERTED),
                    plan = told("2025-05-18", 3, "2025-06-10", SLS_PLANNED);
    cr_expect_eq(sls_date_slip_of(&past, &right), SLS_SLIP_NONE);
    cr_expect_eq(sls_date_slip_of(&plan, &right), SLS_SLIP_MONTH);
}
