#include "report/terminal.h"

#include <criterion/criterion.h>

static sls_arena *arena;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(terminal, .init = make, .fini = drop);

static void expect_shown(sls_str text, const char *want)
{
    sls_draft draft = { .arena = arena };
    sls_str got;
    sls_terminal_text(&draft, text);
    cr_assert_eq(sls_draft_done(&draft, &got), SLS_OK);
    cr_expect(sls_str_eq(got, sls_str_of(want)), "got \"%.*s\", not \"%s\"", SLS_FMT(got), want);
}

#define GONE "\xEF\xBF\xBD"

Test(terminal, an_article_cannot_send_commands_to_the_terminal)
{
    expect_shown(SLS_STR("a\033[31mb"), "a" GONE "[31mb");
    expect_shown(SLS_STR("a\ab\x7F"
                         "c\0d"),
                 "a" GONE "b" GONE "c" GONE "d");
    expect_shown(SLS_STR("one\ntwo\r\tthree"), "one" GONE "two" GONE GONE "three");
    expect_shown(SLS_STR("C1: \xC2\x9B"
                         "31m"),
                 "C1: " GONE "31m");
}

Test(terminal, marks_that_turn_the_direction_are_shown)
{
    expect_shown(SLS_STR("\xE2\x80\xAE"
                         "abc\xE2\x80\xAC"),
                 GONE "abc" GONE);
    expect_shown(SLS_STR("\xE2\x81\xA6x\xE2\x81\xA9 \xD8\x9C \xE2\x80\x8F"),
                 GONE "x" GONE " " GONE " " GONE);
}

Test(terminal, an_article_cannot_send_commands_to_a_runner_that_reads_along)
{
    expect_shown(SLS_STR("a ##[error]b #[c] [##"), "a ##" GONE "error]b #[c] [##");
    const sls_claim claim = { .quote = SLS_S(" ::stop-commands::x") };
    const sls_terminal terminal = { SLS_LANG_EN, false };
    sls_draft draft = { .arena = arena };
    sls_str text;
    sls_terminal_quote(&terminal, &draft, &claim);
    cr_assert_eq(sls_draft_done(&draft, &text), SLS_OK);
    cr_expect(sls_str_eq(text, SLS_STR("    ... ::stop-commands::x\n")), "%.*s", SLS_FMT(text));
}

Test(terminal, letters_of_any_script_pass)
{
    expect_shown(SLS_STR("Jum\xE2\x80\x99"
                         "at \xEA\xB9\x80 \xF0\x9F\x98\x80 \xC3\xA9"),
                 "Jum\xE2\x80\x99"
                 "at \xEA\xB9\x80 \xF0\x9F\x98\x80 \xC3\xA9");
}

Test(terminal, bytes_that_are_not_utf8_are_shown_one_by_one)
{
    expect_shown(SLS_STR("\xFF\x9B.txt"), GONE GONE ".txt");
    expect_shown(SLS_STR("\xC0\x9B"), GONE GONE); /* an overlong escape */
    expect_shown(SLS_STR("\xE2\x80"), GONE GONE);
}

static const sls_claim left = { .article = SLS_S("satu"),
                                .source = SLS_S("Harian Satu"),
                                .published = SLS_S("2024-06-20"),
                                .surface = SLS_S("12 pekerja"),
                                .quote = SLS_S("Sebanyak 12 pekerja tiba.") };
static const sls_claim right = { .article = SLS_S("dua"),
                                 .source = SLS_S("Harian Dua"),
                                 .surface = SLS_S("15 pekerja"),
                                 .quote = SLS_S("Ada 15 pekerja \033[2J tiba.") };

static sls_str shown(const sls_finding *finding, bool color)
{
    const sls_terminal terminal = { SLS_LANG_EN, color };
    const sls_spot a = { SLS_STR("berita/satu.txt"), 3, 10, 10 },
                   b = { SLS_STR("in.jsonl"), 7, 0, 0 };
    sls_draft draft = { .arena = arena };
    sls_str text;
    cr_assert_eq(sls_terminal_finding(&terminal, &draft, finding, a, b), SLS_OK);
    cr_assert_eq(sls_draft_done(&draft, &text), SLS_OK);
    return text;
}

Test(terminal, a_finding_reads_like_a_compilers)
{
    static sls_arg args[] = { { "first", SLS_ARG_TEXT, SLS_S("5") },
                              { "last", SLS_ARG_TEXT, SLS_S("2") },
                              { "surface", SLS_ARG_TEXT, SLS_S("5-2") } };
    const sls_finding finding = { .severity = SLS_WARNING,
                                  .rule = "range-backwards",
                                  .a = &left,
                                  .b = &right,
                                  .args = args,
                                  .arg_count = sizeof args / sizeof *args };
    const sls_str text = shown(&finding, false);
    const char *want = "berita/satu.txt:3:10: warning: this range runs backwards, from 5 to 2: "
                       "\"5-2\" [range-backwards]\n"
                       "    Sebanyak 12 pekerja tiba.\n"
                       "in.jsonl:7: note: the other side: Harian Dua: \"15 pekerja\"\n"
                       "    Ada 15 pekerja " GONE "[2J tiba.\n";

    cr_expect(sls_str_eq(text, sls_str_of(want)), "got\n%.*s", SLS_FMT(text));
}

Test(terminal, the_likely_wrong_side_comes_first)
{
    const sls_finding finding = { .severity = SLS_ERROR,
                                  .rule = "date-impossible",
                                  .a = &left,
                                  .b = &right,
                                  .likely_wrong = SLS_SIDE_B };

    cr_expect(sls_str_starts(shown(&finding, false), SLS_STR("in.jsonl:7: error: ")));
}

Test(terminal, one_claim_at_odds_with_itself_has_no_other_side)
{
    const sls_finding finding = {
        .severity = SLS_ERROR, .rule = "date-impossible", .a = &left, .b = &left
    };

    cr_expect_eq(sls_str_find(shown(&finding, false), SLS_STR("note:")), SIZE_MAX);
}

Test(terminal, colour_codes_are_ours_alone)
{
    const sls_finding finding = {
        .severity = SLS_ERROR, .rule = "date-impossible", .a = &left, .b = &right
    };

    cr_expect_neq(sls_str_find(shown(&finding, true), SLS_STR("\033[1;31merror: ")), SIZE_MAX);
    cr_expect_eq(sls_str_find(shown(&finding, true), SLS_STR("\033[2J")), SIZE_MAX);
    cr_expect_eq(sls_str_find(shown(&finding, false), SLS_STR("\033")), SIZE_MAX);
}

Test(terminal, a_long_sentence_is_cut_around_what_matters)
{
    char words[600];
    for (size_t i = 0; i < sizeof words; i++)
        words[i] = i % 6 == 5 ? ' ' : 'a';
    words[300] = 'X';
    const sls_claim claim = { .surface = SLS_S("X"), .quote = { words, sizeof words } };
    const sls_finding finding = { .rule = "date-impossible", .a = &claim, .b = &claim };
    const sls_str text = shown(&finding, false);

    cr_expect_neq(sls_str_find(text, SLS_STR("    ...")), SIZE_MAX);
    cr_expect_neq(sls_str_find(text, SLS_STR("X")), SIZE_MAX);
    cr_expect(sls_str_ends(text, SLS_STR("...\n")));
    cr_expect_lt(text.len, 300);
}

Test(terminal, the_summary_leaves_out_what_is_nothing)
{
    const sls_terminal terminal = { SLS_LANG_EN, false };
    const sls_summary plain = {
        .articles = 1, .claims = 2, .errors = 1, .path = SLS_S("reports/conflicts.csv")
    };
    const sls_summary full = { .articles = 3,
                               .skipped = 2,
                               .claims = 1,
                               .known = 4,
                               .unused = 1,
                               .path = SLS_S("r/conflicts.csv") };
    sls_draft draft = { .arena = arena };
    sls_str text;

    cr_assert_eq(sls_terminal_summary(&terminal, &draft, &plain), SLS_OK);
    cr_assert_eq(sls_terminal_summary(&terminal, &draft, &full), SLS_OK);
    cr_assert_eq(sls_draft_done(&draft, &text), SLS_OK);
    const char *want = "1 article, 2 claims: 1 error, 0 warnings, 0 notes; reports/conflicts.csv\n"
                       "3 articles (2 skipped), 1 claim: 0 errors, 0 warnings, 0 notes; 4 known "
                       "from the baseline; 1 unused row in the baseline; r/conflicts.csv\n";
    cr_expect(sls_str_eq(text, sls_str_of(want)), "got\n%.*s", SLS_FMT(text));
}
