#include "made_claims.h"
#include "report/format.h"
#include "report/galley_data.h"
#include "report/page_files.h"
#include "report/review_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A report of one finding between two claims, and what is written of it. */
typedef struct {
    sls_claim claims[2];
    sls_finding finding;
    sls_report report;
    sls_arena *arena, *scratch;
    sls_galley galley;
    sls_out *out;
} made;

static sls_spot spot_of(const void *store, const sls_claim *claim)
{
    (void)store;
    return sls_str_eq(claim->article, SLS_STR("a1")) ? (sls_spot){ SLS_STR("a.txt"), 3, 5, 5 }
                                                     : (sls_spot){ SLS_STR("b.jsonl"), 7, 0, 0 };
}

static void begin(made *m)
{
    static sls_arg unit = { "unit", SLS_ARG_UNIT, SLS_S("worker") };
    static const sls_claim claim = { .article = SLS_S("a1"),
                                     .source = SLS_S("Harian"),
                                     .published = SLS_S("2024-06-19"),
                                     .kind = SLS_KIND_QUANTITY,
                                     .value = SLS_S("31000"),
                                     .unit = SLS_S("worker"),
                                     .surface = SLS_S("31.000"),
                                     .quote = SLS_S("Ada 31.000 pekerja."),
                                     .url = SLS_S("https://a.example/1"),
                                     .line = 3 };
    sls_diag diag;
    *m = (made){ .claims = { claim, claim } };
    m->claims[1].article = SLS_STR("b2");
    m->claims[1].source = (sls_str){ 0 };
    m->claims[1].value = SLS_STR("2000");
    m->claims[1].surface = SLS_STR("2.000");
    m->claims[1].quote = SLS_STR("Ada 12.000 rumah dan 2.000 pekerja.");
    m->claims[1].url = SLS_STR("javascript:alert(1)");
    m->finding = (sls_finding){ .id = SLS_STR("0123456789abcdef"),
                                .severity = SLS_WARNING,
                                .kind = SLS_KIND_QUANTITY,
                                .rule = "number-conflict",
                                .entities = SLS_STR("KP;kim jong un"),
                                .a = &m->claims[0],
                                .b = &m->claims[1],
                                .args = &unit,
                                .arg_count = 1,
                                .score = 70 };
    m->report =
        (sls_report){ .ui = SLS_LANG_EN, .findings = &m->finding, .count = 1, .spot = spot_of };
    m->arena = sls_arena_new(0);
    m->scratch = sls_arena_new(0);
    cr_assert(m->arena && m->scratch);
    cr_assert_eq(sls_galley_open(&m->report, m->arena, &m->galley), SLS_OK);
    cr_assert_eq(sls_out_open(NULL, &m->out, &diag), SLS_OK);
}

static void end(made *m)
{
    sls_out_abandon(m->out);
    sls_arena_free(m->scratch);
    sls_arena_free(m->arena);
}

static bool wrote(const made *m, const char *part)
{
    return sls_str_find(sls_out_text(m->out), sls_str_of(part)) != SIZE_MAX;
}

static void expect_wrote(const made *m, const char *part)
{
    const sls_str all = sls_out_text(m->out);
    cr_expect(wrote(m, part), "no '%s' in '%.*s'", part, SLS_FMT(all));
}

Test(galley, a_row_names_its_strings_by_their_place)
{
    made m;
    begin(&m);
    cr_assert_eq(sls_galley_rows(&m.galley, 0, m.out, m.scratch), SLS_OK);
    expect_wrote(&m,
                 "{\"rows\":[[\"0123456789abcdef\",1,0,0,1,0,2,[3,4],70,5,"
                 "[6,7,8,9,10],[11,11,8,12,13]]],\"strings\":[\"quantity\",\"number-conflict\",");
    expect_wrote(&m,
                 "[\"Korea Utara\",\"North Korea\"],\"Kim Jong Un\",\"\",\"Harian\",\"a1\","
                 "\"2024-06-19\",[\"31.000\",\"31,000\"],\"31.000\",\"b2\",\"2000\",\"2.000\"]}");
    end(&m);
}

Test(galley, a_finding_is_told_with_its_words_marked)
{
    made m;
    begin(&m);
    cr_assert_eq(sls_galley_shard(&m.galley, 0, m.out, m.scratch), SLS_OK);
    expect_wrote(&m, "\"quote\":[\"Ada \",\"31.000\",\" pekerja.\"]");
    expect_wrote(&m, "\"date\":[\"19 Juni 2024\",\"19 June 2024\"]");
    expect_wrote(&m, "\"path\":\"b.jsonl\",\"line\":7,\"column\":0");
    cr_expect_not(wrote(&m, "\"decision\""));
    end(&m);
}

Test(galley, where_the_words_stand_is_taken_from_the_article)
{
    made m;
    sls_neighbours around[2] = { { .place = SIZE_MAX },
                                 { SLS_STR("Sebelumnya."), SLS_STR("Sesudahnya."), 21 } };
    begin(&m);
    m.report.neighbours = around;
    cr_assert_eq(sls_galley_shard(&m.galley, 0, m.out, m.scratch), SLS_OK);
    expect_wrote(&m, "\"quote\":[\"Ada 12.000 rumah dan \",\"2.000\",\" pekerja.\"],"
                     "\"before\":\"Sebelumnya.\",\"after\":\"Sesudahnya.\"");
    expect_wrote(&m,
                 "\"quote\":[\"Ada \",\"31.000\",\" pekerja.\"],\"before\":\"\",\"after\":\"\"");
    end(&m);
}

Test(galley, what_was_decided_is_told_and_counts_until_it_expires)
{
    made m;
    sls_decision decision = { .word = SLS_DECIDED_CHANGED, .by = SLS_STR("rara") };
    begin(&m);
    m.finding.decision = &decision;
    cr_assert_eq(sls_galley_rows(&m.galley, 0, m.out, m.scratch), SLS_OK);
    expect_wrote(&m, "\"changed\"");
    cr_assert_eq(sls_galley_shard(&m.galley, 0, m.out, m.scratch), SLS_OK);
    expect_wrote(&m, "\"decision\":{\"word\":\"changed\",\"by\":\"rara\"");
    sls_diag diag;
    cr_assert_eq(sls_out_empty(m.out, &diag), SLS_OK);
    decision.expired = true;
    cr_assert_eq(sls_galley_rows(&m.galley, 0, m.out, m.scratch), SLS_OK);
    cr_expect_not(wrote(&m, "\"changed\""));
    end(&m);
}

Test(galley, a_page_runs_its_own_script_alone)
{
    made m;
    begin(&m);
    m.claims[0].quote = SLS_STR("</script><script>alert(1)</script> 31.000 \xE2\x80\xAE");
    cr_assert_eq(sls_write_html(&m.report, m.out, m.scratch), SLS_OK);
    expect_wrote(&m, sls_page_js_digest);
    expect_wrote(&m, "default-src 'none'");
    expect_wrote(&m, "&lt;/script&gt;&lt;script&gt;alert(1)");
    expect_wrote(&m, "\\u003c/script>\\u003cscript>alert(1)");
    cr_expect_not(wrote(&m, "<script>alert"));
    cr_expect_not(wrote(&m, "\xE2\x80\xAE"));
    cr_expect_not(wrote(&m, "{{"));
    cr_expect(wrote(&m, "href=\"https://a.example/1\""));
    cr_expect_not(wrote(&m, "href=\"javascript"));
    end(&m);
}

Test(galley, equal_reports_give_equal_bytes)
{
    made m, n;
    begin(&m);
    begin(&n);
    cr_assert_eq(sls_write_html(&m.report, m.out, m.scratch), SLS_OK);
    cr_assert_eq(sls_write_html(&n.report, n.out, n.scratch), SLS_OK);
    cr_expect(sls_str_eq(sls_out_text(m.out), sls_out_text(n.out)));
    end(&m);
    end(&n);
}

Test(galley, the_interface_speaks_the_language_asked_for)
{
    made m;
    begin(&m);
    m.report.ui = SLS_LANG_ID;
    cr_assert_eq(sls_write_html(&m.report, m.out, m.scratch), SLS_OK);
    expect_wrote(&m, "<html lang=\"id\">");
    expect_wrote(&m, "<title>selisih: 1 temuan</title>");
    end(&m);
}

Test(galley, too_many_findings_for_one_file_are_written_in_pieces)
{
    enum { COUNT = SLS_GALLEY_INLINE_MOST + 1 };
    made m;
    begin(&m);
    sls_finding *findings = calloc(COUNT, sizeof *findings);
    char folder[] = "/tmp/selisih-review-XXXXXX", path[64];
    bool split = false;
    sls_diag diag = { 0 };
    cr_assert(findings && mkdtemp(folder));
    for (size_t i = 0; i < COUNT; i++)
        findings[i] = m.finding;
    m.report.findings = findings;
    m.report.count = COUNT;
    cr_assert_eq(sls_write_review(&m.report, folder, m.scratch, &split, &diag), SLS_OK);
    cr_expect(split);
    static const char *const files[] = { "index.html",       "page/page.css",  "page/page.js",
                                         "page/head-0.js",   "page/rows-0.js", "page/rows-1.js",
                                         "page/shard-50.js", "page/times-0.js" };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        cr_expect_eq(access(path, R_OK), 0, "%s", path);
    }
    snprintf(path, sizeof path, "rm -r %s", folder);
    cr_expect_eq(system(path), 0);
    free(findings);
    end(&m);
}
