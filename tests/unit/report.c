#include "report/report.h"

#include <criterion/criterion.h>

static void expect_end(sls_spot begin, sls_str surface, size_t line, size_t column,
                       size_t character)
{
    const sls_spot end = sls_spot_end(begin, surface);
    cr_expect_eq(end.line, line, "%.*s: line %zu", SLS_FMT(surface), end.line);
    cr_expect_eq(end.column, column, "%.*s: column %zu", SLS_FMT(surface), end.column);
    cr_expect_eq(end.character, character, "%.*s: character %zu", SLS_FMT(surface), end.character);
}

Test(report, a_surface_ends_behind_its_last_character)
{
    const sls_spot begin = { SLS_S("a.txt"), 3, 10, 8 };
    expect_end(begin, SLS_STR("31 orang"), 3, 18, 16);
    expect_end(begin, SLS_STR("Caf\xC3\xA9 \xF0\x9F\x98\x80"), 3, 20, 14);
    expect_end(begin, SLS_STR("Menteri Luar\nNegeri"), 4, 7, 7);
    expect_end(begin, SLS_STR(""), 3, 10, 8);
}

Test(report, a_record_without_columns_has_no_end)
{
    expect_end((sls_spot){ .path = SLS_S("a.jsonl"), .line = 7 }, SLS_STR("31\norang"), 7, 0, 0);
}

/* `store` is the claim of the first line. */
static sls_spot spot_of(const void *store, const sls_claim *claim)
{
    return (sls_spot){ .line = claim == store ? 1 : 2 };
}

Test(report, the_side_that_is_likely_wrong_is_told_first)
{
    const sls_claim a = { .id = SLS_S("a") }, b = { .id = SLS_S("b") };
    const sls_finding findings[] = { { .a = &a, .b = &b },
                                     { .a = &a, .b = &b, .likely_wrong = SLS_SIDE_B },
                                     { .a = &a, .b = &a } };
    const sls_report report = { .findings = findings, .count = 3, .spot = spot_of, .store = &a };
    cr_expect(sls_report_first(&report, 0).claim == &a &&
              sls_report_first(&report, 0).spot.line == 1);
    cr_expect(sls_report_second(&report, 0).claim == &b);
    cr_expect(sls_report_first(&report, 1).claim == &b &&
              sls_report_first(&report, 1).spot.line == 2);
    cr_expect(sls_report_second(&report, 1).spot.line == 1);
    cr_expect_null(sls_report_second(&report, 2).claim);
}
