#include "report/fact_table.h"

#include "report/article_csv.h"
#include "report/finding_csv.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

static sls_arena *arena;
static sls_out *out;
static sls_diag diag;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
}

static void drop(void)
{
    sls_out_abandon(out);
    sls_arena_free(arena);
}

TestSuite(fact_table, .init = make, .fini = drop);
TestSuite(finding_csv, .init = make, .fini = drop);

#define CLAIM(id, outlet, day, person)                                                             \
    {                                                                                              \
        .article = SLS_S(id), .source = SLS_S(outlet), .published = SLS_S(day),                    \
        .kind = SLS_KIND_TITLE, .line = 2, .what = SLS_S("foreign-minister@RU"),                   \
        .value = SLS_S(person), .surface = SLS_S("Menlu")                                          \
    }

static const sls_claim claims[] = { CLAIM("orf", "ORF", "2024-05", "sergey lavrov"),
                                    CLAIM("orf-2", "ORF", "2024-06", "sergei lavrov"),
                                    CLAIM("tempo", "Tempo", "2023-07-28", "sergei shoigu"),
                                    CLAIM("vov", "VOV", "2024-01", "sergei lavrov"),
                                    CLAIM("yon", "Yonhap", "2010", "igor ivanov") };

static sls_member members[] = { { &claims[0], SLS_S("sergei lavrov"), SLS_S("RU"), SLS_S(""), 1 },
                                { &claims[1], SLS_S("sergei lavrov"), SLS_S("RU"), SLS_S(""), 1 },
                                { &claims[2], SLS_S("sergei shoigu"), SLS_S("RU"), SLS_S(""), 2 },
                                { &claims[3], SLS_S("sergei lavrov"), SLS_S("RU"), SLS_S(""), 3 },
                                { &claims[4], SLS_S("igor ivanov"), SLS_S("RU"), SLS_S(""), 4 } };

static const sls_group group = { .id = SLS_S("00000000000000aa"),
                                 .kind = SLS_KIND_TITLE,
                                 .what = SLS_S("foreign-minister@RU"),
                                 .entities = SLS_S("RU"),
                                 .members = members,
                                 .count = 5 };

static const sls_finding findings[] = { { .id = SLS_S("1"),
                                          .verdict = SLS_CONFLICT,
                                          .a = &claims[0],
                                          .b = &claims[2],
                                          .group_id = SLS_S("00000000000000aa") },
                                        { .id = SLS_S("2"),
                                          .verdict = SLS_AGREE,
                                          .a = &claims[0],
                                          .b = &claims[3],
                                          .group_id = SLS_S("00000000000000aa") } };

static size_t rows_with(sls_str text, const char *needle)
{
    size_t count = 0;
    for (sls_str line; sls_str_split(&text, '\n', &line);)
        count += sls_str_find(line, sls_str_of(needle)) != SIZE_MAX;
    return count;
}

Test(fact_table, one_row_for_each_value_and_source)
{
    cr_assert_eq(sls_facts_write(out, SLS_LANG_EN, &group, 1, findings, 2, NULL, arena), SLS_OK);
    const sls_str text = sls_out_text(out);

    cr_expect_eq(rows_with(text, "foreign-minister@RU"), 3, "%.*s", SLS_FMT(text));
    cr_expect_eq(rows_with(text, ",orf,2024-05,2,sergey lavrov,Menlu,conflict,2,"
                                 "\"According to ORF (May 2024), Sergey Lavrov is foreign minister "
                                 "of Russia.\""),
                 1);
    cr_expect_eq(rows_with(text, ",vov,2024-01,2,sergei lavrov,Menlu,conflict,2,"), 1);
    cr_expect_eq(rows_with(text, ",tempo,2023-07-28,2,sergei shoigu,Menlu,conflict,1,"), 1);
}

Test(fact_table, a_value_that_no_finding_mentions_is_left_out)
{
    cr_assert_eq(sls_facts_write(out, SLS_LANG_EN, &group, 1, findings, 2, NULL, arena), SLS_OK);
    cr_expect_eq(rows_with(sls_out_text(out), "igor ivanov"), 0);
}

Test(fact_table, rows_that_are_known_are_taken_from_the_table_before)
{
    char path[] = "/tmp/selisih-facts-XXXXXX";
    const int before = mkstemp(path);
    cr_assert_geq(before, 0);
    sls_fact_rows now[1], again[1];
    sls_fact_record record = { .from = -1, .now = now };
    cr_assert_eq(sls_facts_write(out, SLS_LANG_EN, &group, 1, findings, 2, &record, arena), SLS_OK);
    const sls_str text = sls_out_text(out);
    cr_assert_gt(now[0].at, 0);
    cr_assert_eq(now[0].at + now[0].size, text.len);
    cr_assert_eq(write(before, text.ptr, text.len), (ssize_t)text.len);

    sls_out *other;
    const bool known[] = { true };
    record = (sls_fact_record){ .from = before, .known = known, .before = now, .now = again };
    cr_assert_eq(sls_out_open(NULL, &other, NULL), SLS_OK);
    cr_assert_eq(sls_facts_write(other, SLS_LANG_EN, &group, 1, NULL, 0, &record, arena), SLS_OK);
    cr_expect(sls_str_eq(sls_out_text(other), text));
    cr_expect_eq(again[0].at, now[0].at);
    cr_expect_eq(again[0].size, now[0].size);
    sls_out_abandon(other);
    close(before);
    unlink(path);
}

Test(fact_table, without_findings_there_is_only_a_header)
{
    cr_assert_eq(sls_facts_write(out, SLS_LANG_ID, &group, 1, NULL, 0, NULL, arena), SLS_OK);
    cr_expect(sls_str_eq(sls_out_text(out),
                         SLS_STR("fact_id,kind,what,entities,source,article,published,line,value,"
                                 "surface,verdict,independent_sources,statement\n")));
}

Test(fact_table, memory_that_ends_anywhere_is_a_status)
{
    sls_status status = SLS_ENOMEM;
    size_t limit = 0;
    while (status == SLS_ENOMEM && limit < 1 << 18) {
        sls_arena *small = sls_arena_new(limit += 64);
        cr_assert_not_null(small);
        status = sls_facts_write(out, SLS_LANG_EN, &group, 1, findings, 2, NULL, small);
        sls_arena_free(small);
    }
    cr_expect_eq(status, SLS_OK);
    cr_expect_gt(limit, 256);
}

Test(finding_csv, cells_that_a_spreadsheet_would_run_are_defused_and_numbers_are_not)
{
    const struct {
        sls_kind kind;
        const char *value, *want;
    } cells[] = { { SLS_KIND_QUANTITY, "-5", "-5\n" },
                  { SLS_KIND_QUANTITY, "20000..50000", "20000..50000\n" },
                  { SLS_KIND_QUANTITY, "-5-3", "'-5-3\n" },
                  { SLS_KIND_DATE, "2024-06-19", "2024-06-19\n" },
                  { SLS_KIND_DATE, "../2020", "../2020\n" },
                  { SLS_KIND_DATE, "-2024", "'-2024\n" },
                  { SLS_KIND_DATE, "=NOW()", "'=NOW()\n" },
                  { SLS_KIND_TITLE, "@sum", "'@sum\n" },
                  { SLS_KIND_NAME, "sergei lavrov", "sergei lavrov\n" } };
    size_t begin = 0;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        sls_value_write(out, cells[i].kind, sls_str_of(cells[i].value), true);
        const sls_str got = sls_str_slice(sls_out_text(out), begin, SIZE_MAX);
        cr_expect(sls_str_eq(got, sls_str_of(cells[i].want)), "%s gave %.*s", cells[i].value,
                  SLS_FMT(got));
        begin = sls_out_text(out).len;
    }
}

Test(finding_csv, a_row_has_as_many_cells_as_the_header)
{
    const sls_claim hostile = { .article = SLS_S("=a,\"b\""),
                                .source = SLS_S("+49"),
                                .surface = SLS_S("two\nlines"),
                                .quote = SLS_S("\"quoted\", and more"),
                                .url = SLS_S("https://example.org/?a=1,2") };
    const sls_finding finding = { .rule = "date-impossible", .a = &hostile, .b = &hostile };
    sls_csv csv;

    sls_findings_header(out);
    cr_assert_eq(sls_findings_row(out, SLS_LANG_EN, NULL, &finding, arena), SLS_OK);
    cr_assert_eq(sls_csv_read(sls_out_text(out), "x", arena, &csv, &diag), SLS_OK);
    cr_assert_eq(csv.count, 1);
    cr_expect_eq(csv.rows[0].count, csv.header.count);
    cr_expect_eq(csv.header.count, 39);
    const sls_str id = sls_csv_cell(&csv.rows[0], sls_csv_column(&csv, SLS_STR("a_article")));
    cr_expect(sls_str_eq(id, SLS_STR("'=a,\"b\"")));
}

Test(finding_csv, superseded_findings_are_conflicts_and_refinements_are_not)
{
    const sls_finding superseded = { .verdict = SLS_SUPERSEDED },
                      refine = { .verdict = SLS_REFINE };

    cr_expect(sls_verdict_is_conflict(superseded.verdict));
    cr_expect_not(sls_verdict_is_conflict(refine.verdict));
}

Test(finding_csv, a_skipped_article_says_why)
{
    const sls_article_row row = { .article = SLS_S("a"),
                                  .path = SLS_S("@a.txt"),
                                  .bytes = 3,
                                  .status = SLS_EUTF8,
                                  .reason = SLS_S("line 2: not UTF-8, save it anew") };

    sls_articles_row(out, &row);
    cr_expect(sls_str_eq(sls_out_text(out),
                         SLS_STR("a,'@a.txt,,,,3,0,skipped,\"line 2: not UTF-8, save it "
                                 "anew\"\n")));
}
