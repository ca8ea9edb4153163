#include "base/edtf.h"

#include "made_days.h"

static sls_edtf read(const char *text)
{
    sls_edtf e = { .minute = 0 };

    cr_assert_eq(sls_edtf_read(sls_str_of(text), &e), SLS_OK, "%s", text);
    return e;
}

static void expect_text(const sls_edtf *e, const char *expected)
{
    char text[SLS_EDTF_TEXT];
    const size_t len = sls_edtf_text(e, text);

    cr_expect_str_eq(text, expected);
    cr_expect_eq(len, sls_str_of(expected).len);
}

Test(edtf, a_text_claims_no_more_than_it_says)
{
    const struct {
        const char *text;
        sls_grain grain;
        int32_t first, last;
    } cases[] = {
        { "2024-06-19", SLS_GRAIN_DAY, day(2024, 6, 19), day(2024, 6, 19) },
        { "2024-02", SLS_GRAIN_MONTH, day(2024, 2, 1), day(2024, 2, 29) },
        { "1957", SLS_GRAIN_YEAR, day(1957, 1, 1), day(1957, 12, 31) },
        { "194X", SLS_GRAIN_DECADE, day(1940, 1, 1), day(1949, 12, 31) },
        { "19XX", SLS_GRAIN_CENTURY, day(1900, 1, 1), day(1999, 12, 31) },
        { "000X", SLS_GRAIN_DECADE, day(1, 1, 1), day(9, 12, 31) },
        { "00XX", SLS_GRAIN_CENTURY, day(1, 1, 1), day(99, 12, 31) },
        { "1950/1953", SLS_GRAIN_SPAN, day(1950, 1, 1), day(1953, 12, 31) },
        { "2024-06-18/2024-06-19", SLS_GRAIN_SPAN, day(2024, 6, 18), day(2024, 6, 19) },
        { "2009/..", SLS_GRAIN_SPAN, day(2009, 1, 1), SLS_DAY_OPEN_FUTURE },
        { "../2020-03", SLS_GRAIN_SPAN, SLS_DAY_OPEN_PAST, day(2020, 3, 31) },
        { "../..", SLS_GRAIN_SPAN, SLS_DAY_OPEN_PAST, SLS_DAY_OPEN_FUTURE },
        { "2024-06-15/2024-06", SLS_GRAIN_SPAN, day(2024, 6, 15), day(2024, 6, 30) },
        { "2019-09-18T10:00/2019-09-18T12:00", SLS_GRAIN_SPAN, day(2019, 9, 18), day(2019, 9, 18) },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const sls_edtf e = read(cases[i].text);
        cr_expect_eq(e.grain, cases[i].grain, "%s", cases[i].text);
        cr_expect_eq(e.days.first, cases[i].first, "%s", cases[i].text);
        cr_expect_eq(e.days.last, cases[i].last, "%s", cases[i].text);
        cr_expect_not(e.about);
        cr_expect_eq(e.minute, -1);
        cr_expect_eq(e.offset, SLS_OFFSET_UNKNOWN);
    }
}

Test(edtf, a_minute_keeps_its_zone_or_has_none)
{
    sls_edtf e = read("2024-06-19T14:30+07:00");

    cr_expect_eq(e.grain, SLS_GRAIN_MINUTE);
    cr_expect_eq(e.minute, 870);
    cr_expect_eq(e.offset, 420);
    cr_expect_eq(e.days.first, day(2024, 6, 19));
    cr_expect_eq(read("2024-06-19T14:30").offset, SLS_OFFSET_UNKNOWN);
    cr_expect_eq(read("2024-06-19T14:30Z").offset, 0);
    cr_expect_eq(read("2024-06-19T14:30-03:30").offset, -210);
    cr_expect_eq(read("2024-06-19T14:30+09").offset, 540);
    cr_expect_eq(read("2024-06-19T14:30:59+09:00").minute, 870);
}

Test(edtf, about_is_kept_on_either_end)
{
    cr_expect(read("2024-01~").about);
    cr_expect(read("1950~/1953").about);
    cr_expect(read("1950/1953~").about);
    cr_expect(read("194X~").about);
    cr_expect(read("2024-06-19T14:30+07:00~").about);
}

Test(edtf, what_is_not_edtf_is_no_syntax)
{
    const char *const bad[] = {
        "",
        "24",
        "2024-6",
        "2024-06-1",
        "2024-06-19 ",
        "19-06-2024",
        "2024/06/19",
        "194x",
        "1X4X",
        "XXXX",
        "2024-",
        "2024-06-",
        "/",
        "/2024",
        "2024/",
        "...",
        "..",
        "2024-06-19T",
        "2024~~",
        "2024-06-19T14",
        "2024-06-19T14:3",
        "2024-06-19T14:30+7",
        "2024?",
        "+2024",
        "2024-06-19T14:30:",
        "-2024",
        "2024/../2025",
        "20240619",
        "2024-06-19t14:30",
        "19X4",
    };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        sls_edtf e = { .minute = 77 };
        cr_expect_eq(sls_edtf_read(sls_str_of(bad[i]), &e), SLS_ESYNTAX, "'%s'", bad[i]);
        cr_expect_eq(e.minute, 77);
    }
    sls_edtf e;
    cr_expect_eq(sls_edtf_read(SLS_STR("2024\0"), &e), SLS_ESYNTAX);
}

Test(edtf, dates_that_cannot_be_are_out_of_range)
{
    const char *const bad[] = {
        "2023-02-29",
        "2024-04-31",
        "2024-13",
        "2024-00",
        "0000",
        "0000-01-01",
        "2024-06-00",
        "2023-02-29~",
        "2020/2019",
        "2024-06-19/2024-06-18",
        "2023-02-29/2024",
        "2020/2024-13",
        "2024-06-19T24:00",
        "2024-06-19T14:60",
        "2024-06-19T25:00+07:00",
        "2023-02-29T10:00",
        "2024-06-19T14:30+15:00",
    };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        sls_edtf e = { .minute = 77 };
        cr_expect_eq(sls_edtf_read(sls_str_of(bad[i]), &e), SLS_ERANGE, "'%s'", bad[i]);
        cr_expect_eq(e.minute, 77);
    }
}

Test(edtf, text_comes_back_as_it_was)
{
    const char *const same[] = {
        "2024-06-19",
        "2024-06",
        "2024",
        "194X",
        "19XX",
        "000X",
        "00XX",
        "1950/1953",
        "2009/..",
        "../2020",
        "../..",
        "2024-01~",
        "194X~",
        "1950~/1953~",
        "2009~/..",
        "2024-06-19T14:30+07:00",
        "0001-01-01",
        "9999-12-31",
        "../2020-03-05",
        "2024-06-19T14:30",
        "2009-05/..",
        "2009-05-02/..",
        "2024-01/2024-03",
        "2024-06-18/2024-06-19",
        "2024-06-19T00:00Z",
        "2024-06-19T23:59-03:30",
        "2024-12-31/2025-01-01",
        "1941/1950",
    };

    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        const sls_edtf e = read(same[i]);
        expect_text(&e, same[i]);
    }
}

Test(edtf, one_span_has_one_text_the_shortest)
{
    const char *const pairs[][2] = {
        { "2024-01/2024-12", "2024" },
        { "2024-01-01/2024-12-31", "2024" },
        { "2024-02-01/2024-02-29", "2024-02" },
        { "1990/1999", "199X" },
        { "1900/1999", "19XX" },
        { "0001/0009", "000X" },
        { "2024-06-19/2024-06-19", "2024-06-19" },
        { "2024/2024-06", "2024-01/2024-06" },
        { "2024-01-01/2025-06-30", "2024-01/2025-06" },
        { "2024-01-01/2024-06-29", "2024-01-01/2024-06-29" },
        { "2009-01-01/..", "2009/.." },
        { "../2020-12-31", "../2020" },
        { "2024-06-19T14:30:10+00:00", "2024-06-19T14:30Z" },
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const sls_edtf e = read(pairs[i][0]);
        expect_text(&e, pairs[i][1]);
    }
}

Test(edtf, plain_days_find_their_own_grain)
{
    char text[SLS_EDTF_TEXT];
    sls_interval span = { day(2024, 6, 1), day(2024, 6, 30) };

    cr_expect_eq(sls_interval_text(span, text), 7);
    cr_expect_str_eq(text, "2024-06");
    span.last = day(2024, 6, 10);
    sls_interval_text(span, text);
    cr_expect_str_eq(text, "2024-06-01/2024-06-10");
}

Test(edtf, a_day_beyond_four_digit_years_is_written_as_open)
{
    char text[SLS_EDTF_TEXT];
    const sls_interval span = { day(2024, 1, 1), day(9999, 12, 31) + 5 };

    sls_interval_text(span, text);
    cr_expect_str_eq(text, "2024/..");
}

Test(edtf, a_time_of_an_unknown_day_is_read_and_written)
{
    sls_edtf e;
    char text[SLS_EDTF_TEXT];
    cr_assert_eq(sls_edtf_read(SLS_STR("XXXX-XX-XXT14:30+07:00"), &e), SLS_OK);
    cr_expect(sls_edtf_is_clock(&e));
    cr_expect_eq(e.minute, 870);
    cr_expect_eq(e.offset, 420);
    cr_expect_eq(e.days.first, SLS_DAY_OPEN_PAST);
    cr_expect_eq(e.days.last, SLS_DAY_OPEN_FUTURE);
    (void)sls_edtf_text(&e, text);
    cr_expect_str_eq(text, "XXXX-XX-XXT14:30+07:00");
    cr_expect_eq(sls_edtf_read(SLS_STR("XXXX-XX-XXT24:30"), &e), SLS_ERANGE);
    cr_expect_eq(sls_edtf_read(SLS_STR("XXXX-XX-XX"), &e), SLS_ESYNTAX);
    cr_expect_eq(sls_edtf_read(SLS_STR("../XXXX-XX-XXT14:30"), &e), SLS_ESYNTAX);
    cr_expect_eq(sls_edtf_read(SLS_STR("XXXX-XX-XXT14:30/2024-01-02"), &e), SLS_ESYNTAX);
    cr_expect_eq(sls_edtf_read(SLS_STR("2024-06-19T14:30"), &e), SLS_OK);
    cr_expect_not(sls_edtf_is_clock(&e));
}
