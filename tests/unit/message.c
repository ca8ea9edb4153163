#include "report/message.h"

#include "model/term.h"
#include "report/finding_message.h"
#include "report/message_table.h"
#include "report/words.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

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

TestSuite(message, .init = make, .fini = drop);
TestSuite(words, .init = make, .fini = drop);

static void expect_text(sls_str got, const char *want)
{
    cr_expect(sls_str_eq(got, sls_str_of(want)), "got \"%.*s\", not \"%s\"", SLS_FMT(got), want);
}

/* A key that no table has is its own template, so any template can be tried. */
static void expect_template(const char *template, const sls_arg *args, size_t count,
                            const char *want)
{
    sls_str got;
    cr_assert_eq(
        sls_message(SLS_LANG_EN, sls_str_of(template), (sls_args){ args, count }, arena, &got),
        SLS_OK);
    expect_text(got, want);
}

Test(message, names_are_replaced_and_plurals_chosen)
{
    const sls_arg one[] = { { "n", SLS_ARG_TEXT, SLS_S("1") } };
    const sls_arg two[] = { { "n", SLS_ARG_TEXT, SLS_S("2") } };

    expect_template("{n} {n?source|sources}", one, 1, "1 source");
    expect_template("{n} {n?source|sources}", two, 1, "2 sources");
    expect_template("{n}{n? only}", two, 1, "2");
}

Test(message, a_part_with_an_empty_argument_is_left_out_whole)
{
    const sls_arg args[] = { { "who", SLS_ARG_TEXT, SLS_S("ORF") },
                             { "when", SLS_ARG_TEXT, SLS_S("") } };

    expect_template("{who}[ ({when})]: yes", args, 2, "ORF: yes");
    expect_template("{who}[ ({nobody})][ and {who}]", args, 2, "ORF and ORF");
    expect_template("{who} {when}.", args, 2, "ORF .");
}

Test(message, article_text_is_never_read_as_a_template)
{
    const sls_arg args[] = { { "quote", SLS_ARG_TEXT, SLS_S("{n} [x] {quote} }{") } };

    expect_template("\"{quote}\"", args, 1, "\"{n} [x] {quote} }{\"");
}

Test(message, broken_templates_end_early_but_do_no_harm)
{
    const sls_arg args[] = { { "n", SLS_ARG_TEXT, SLS_S("1") } };

    expect_template("a {n", args, 1, "a 1");
    expect_template("a [b {n}", args, 1, "a b 1");
    expect_template("{}{", args, 1, "");
}

Test(message, a_message_argument_without_a_row_is_empty)
{
    const sls_arg args[] = { { "slip", SLS_ARG_MESSAGE, SLS_S("slip-none") },
                             { "other", SLS_ARG_MESSAGE, SLS_S("slip-swap") } };

    expect_template("x[; {slip}][; {other}]", args, 2, "x; two digits are swapped, perhaps a slip");
}

Test(message, a_message_that_holds_itself_ends)
{
    const sls_arg args[] = { { "support", SLS_ARG_MESSAGE, SLS_S("finding-tail") } };
    sls_str got;

    cr_assert_eq(
        sls_message(SLS_LANG_EN, SLS_STR("finding-tail"), (sls_args){ args, 1 }, arena, &got),
        SLS_OK);
}

Test(message, running_out_of_memory_is_a_status)
{
    sls_arena *small = sls_arena_new(16);
    sls_str got = SLS_STR("untouched");
    cr_assert_not_null(small);

    cr_expect_eq(sls_message(SLS_LANG_EN, SLS_STR("a key that is longer than the arena"),
                             (sls_args){ NULL, 0 }, small, &got),
                 SLS_ENOMEM);
    expect_text(got, "untouched");
    sls_arena_free(small);
}

static bool has_words(sls_str key)
{
    for (size_t i = 0; i < sls_message_row_count; i++)
        if (sls_str_eq(sls_message_rows[i].key, key))
            return true;
    return false;
}

Test(message, every_term_of_a_score_has_its_words)
{
    char key[64];
    for (int i = 0; i < SLS_TERM_COUNT; i++) {
        const int n = snprintf(key, sizeof key, "term-%s", sls_term_text(i));
        cr_expect(has_words((sls_str){ key, (size_t)n }), "%s", key);
    }
}

Test(message, every_rule_is_explained)
{
    static const char *const rules[] = {
        "title-conflict",  "title-change",    "title-two-offices",   "date-conflict",
        "date-slip",       "number-conflict", "number-growth",       "stance-conflict",
        "weekday-date",    "rank-conflict",   "identifier-conflict", "date-impossible",
        "range-backwards", "name-spelling",   "place-conflict",      "date-year"
    };
    char key[64];
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        static const char *const kinds[] = { "rule", "remedy" };
        for (size_t k = 0; k < 2; k++) {
            const int n = snprintf(key, sizeof key, "%s-%s", kinds[k], rules[i]);
            cr_expect(has_words((sls_str){ key, (size_t)n }), "%s", key);
        }
    }
}

/* Every rule and key that compare.h promises has its words in the table. */
Test(message, every_rule_has_its_words)
{
    static const char *const keys[] = {
        "title-conflict",  "title-change",     "title-two-offices", "title-agree",
        "date-conflict",   "date-refine",      "date-agree",        "number-conflict",
        "number-growth",   "number-refine",    "number-agree",      "weekday-date",
        "date-impossible", "range-backwards",  "name-spelling",     "scope-person",
        "scope-sentence",  "scope-given-name", "scope-article",     "scope-outlet",
        "fit-day",         "fit-month",        "fit-year",          "fit-none",
        "fit-weekday",     "slip-scale",       "slip-digit",        "slip-swap",
        "slip-shift",      "support-against",  "support-equal",     "finding-tail",
        "other-side",      "summary",          "fact-title",        "fact-date",
        "fact-quantity",   "fact-place",       "fact-name",         "words-office",
        "words-event",     "stance-conflict",  "stance-denies",     "stance-opposes"
    };
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        cr_expect(has_words(sls_str_of(keys[k])), "no message %s", keys[k]);
}

static const sls_claim tempo = { .article = SLS_S("tempo"),
                                 .source = SLS_S("Tempo"),
                                 .published = SLS_S("2023-07-28"),
                                 .kind = SLS_KIND_TITLE,
                                 .what = SLS_S("foreign-minister@?"),
                                 .value = SLS_S("sergei shoigu") };
static const sls_claim orf = { .article = SLS_S("orf"),
                               .source = SLS_S("ORF"),
                               .published = SLS_S("2024-05"),
                               .kind = SLS_KIND_TITLE,
                               .what = SLS_S("foreign-minister@RU"),
                               .value = SLS_S("sergey lavrov") };

static sls_arg shoigu_args[] = {
    { "office", SLS_ARG_OFFICE, SLS_S("foreign-minister") },
    { "scope", SLS_ARG_COUNTRY, SLS_S("RU") },
    { "person_a", SLS_ARG_TEXT, SLS_S("Sergey Lavrov") },
    { "person_b", SLS_ARG_TEXT, SLS_S("Sergei Shoigu") },
    { "title_a", SLS_ARG_TEXT, SLS_S("menteri luar negeri Rusia, Sergey Lavrov") },
    { "title_b", SLS_ARG_TEXT, SLS_S("Menteri Luar Negeri Sergei Shoigu") },
    { "as_of_a", SLS_ARG_DATE, SLS_S("2023") },
    { "as_of_b", SLS_ARG_DATE, SLS_S("2023-07-27") },
    { "scope_from", SLS_ARG_MESSAGE, SLS_S("scope-person") },
};

static const sls_finding shoigu = {
    .severity = SLS_ERROR,
    .verdict = SLS_CONFLICT,
    .kind = SLS_KIND_TITLE,
    .rule = "title-conflict",
    .what = SLS_S("foreign-minister@RU"),
    .a = &orf,
    .b = &tempo,
    .likely_wrong = SLS_SIDE_B,
    .args = shoigu_args,
    .arg_count = sizeof shoigu_args / sizeof *shoigu_args,
    .support = "support-against",
    .sources_a = 2,
    .sources_b = 1,
    .names_a = SLS_S("ORF, VOV"),
    .names_b = SLS_S("Tempo"),
};

Test(message, a_conflict_of_offices_names_offices_people_inference_and_sources)
{
    sls_str text;

    cr_assert_eq(sls_finding_message(SLS_LANG_EN, &shoigu, arena, &text), SLS_OK);
    expect_text(text, "two holders of one office, foreign minister of Russia: ORF names Sergey "
                      "Lavrov (\"menteri luar negeri Rusia, Sergey Lavrov\", 2023), Tempo names "
                      "Sergei Shoigu (\"Menteri Luar Negeri Sergei Shoigu\", 27 July 2023); no "
                      "country is named by Tempo: Russia is inferred from what else is said "
                      "of the same person; 2 independent sources (ORF, VOV) against 1 (Tempo); "
                      "probably wrong: Tempo");
    cr_assert_eq(sls_finding_message(SLS_LANG_ID, &shoigu, arena, &text), SLS_OK);
    expect_text(
        text, "dua pemegang satu jabatan, menteri luar negeri Rusia: ORF menyebut Sergey "
              "Lavrov (\"menteri luar negeri Rusia, Sergey Lavrov\", 2023), Tempo menyebut "
              "Sergei Shoigu (\"Menteri Luar Negeri Sergei Shoigu\", 27 Juli 2023); "
              "negaranya tidak disebut oleh Tempo: Rusia disimpulkan dari keterangan lain tentang "
              "orang yang sama; 2 sumber independen (ORF, VOV) berbanding 1 (Tempo); yang "
              "mungkin keliru: Tempo");
}

Test(message, memory_that_ends_anywhere_is_a_status)
{
    sls_status status = SLS_ENOMEM;
    size_t limit = 0;
    while (status == SLS_ENOMEM && limit < 1 << 16) {
        sls_arena *small = sls_arena_new(limit += 32);
        sls_str text = { 0 };
        cr_assert_not_null(small);
        status = sls_finding_message(SLS_LANG_ID, &shoigu, small, &text);
        cr_expect(status == SLS_OK || (status == SLS_ENOMEM && text.len == 0));
        sls_arena_free(small);
    }
    cr_expect_eq(status, SLS_OK);
    cr_expect_gt(limit, 256);
}

Test(message, support_counts_independent_sources_the_larger_side_first)
{
    sls_str text;
    sls_finding turned = shoigu;
    turned.sources_a = 1;
    turned.sources_b = 3;
    turned.names_a = (sls_str){ 0 };
    turned.names_b = (sls_str){ 0 };

    cr_assert_eq(sls_finding_support(SLS_LANG_EN, &shoigu, arena, &text), SLS_OK);
    expect_text(text, "2 independent sources (ORF, VOV) against 1 (Tempo)");
    cr_assert_eq(sls_finding_support(SLS_LANG_EN, &turned, arena, &text), SLS_OK);
    expect_text(text, "3 independent sources against 1");
    turned.support = NULL;
    cr_assert_eq(sls_finding_support(SLS_LANG_EN, &turned, arena, &text), SLS_OK);
    expect_text(text, "");
}

Test(message, an_unknown_outlet_is_named_by_its_article)
{
    sls_claim nameless = tempo;
    sls_finding finding = shoigu;
    sls_str text;
    nameless.source = (sls_str){ 0 };
    finding.b = &nameless;

    cr_assert_eq(sls_finding_message(SLS_LANG_EN, &finding, arena, &text), SLS_OK);
    cr_expect_neq(sls_str_find(text, SLS_STR("tempo names Sergei Shoigu")), SIZE_MAX);
}

static void expect_date(sls_lang ui, const char *edtf, const char *want)
{
    sls_str got;
    cr_assert_eq(sls_words_date(ui, sls_str_of(edtf), arena, &got), SLS_OK);
    expect_text(got, want);
}

Test(words, dates_are_written_as_people_write_them)
{
    expect_date(SLS_LANG_EN, "2024-06-19", "19 June 2024");
    expect_date(SLS_LANG_ID, "2024-06-19", "19 Juni 2024");
    expect_date(SLS_LANG_EN, "2024-06", "June 2024");
    expect_date(SLS_LANG_ID, "2024", "2024");
    expect_date(SLS_LANG_EN, "199X", "1990s");
    expect_date(SLS_LANG_ID, "199X", "1990-an");
    expect_date(SLS_LANG_EN, "1950/1953", "1950 to 1953");
    expect_date(SLS_LANG_ID, "2009/..", "sejak 2009");
    expect_date(SLS_LANG_EN, "../2020-03", "until March 2020");
    expect_date(SLS_LANG_EN, "2024-01~", "about January 2024");
    expect_date(SLS_LANG_EN, "2024-06-19T14:30+07:00", "19 June 2024, 14:30");
}

Test(words, a_date_that_cannot_be_stays_as_it_is)
{
    expect_date(SLS_LANG_EN, "2023-02-30", "2023-02-30");
    expect_date(SLS_LANG_EN, "next Friday", "next Friday");
    expect_date(SLS_LANG_EN, "", "");
}

static void expect_number(sls_lang ui, const char *value, const char *want)
{
    sls_str got;
    cr_assert_eq(sls_words_number(ui, sls_str_of(value), arena, &got), SLS_OK);
    expect_text(got, want);
}

Test(words, numbers_carry_the_marks_of_the_language)
{
    expect_number(SLS_LANG_ID, "31000", "31.000");
    expect_number(SLS_LANG_EN, "31000", "31,000");
    expect_number(SLS_LANG_EN, "1234567.25", "1,234,567.25");
    expect_number(SLS_LANG_ID, "1234567.25", "1.234.567,25");
    expect_number(SLS_LANG_EN, "-12000", "-12,000");
    expect_number(SLS_LANG_EN, "-120000", "-120,000");
    expect_number(SLS_LANG_EN, "2024", "2024");
    expect_number(SLS_LANG_ID, "20000..50000", "20.000 hingga 50.000");
    expect_number(SLS_LANG_EN, "P2Y9M", "P2Y9M");
}

static void expect_word(sls_lang ui, sls_arg arg, const char *want)
{
    sls_str got;
    cr_assert_eq(sls_words(ui, &arg, arena, &got), SLS_OK);
    expect_text(got, want);
}

#define WORD(type, value) ((sls_arg){ "x", SLS_ARG_##type, SLS_STR(value) })

Test(words, ids_have_names_in_both_languages)
{
    expect_word(SLS_LANG_EN, WORD(OFFICE, "foreign-minister@RU"), "foreign minister of Russia");
    expect_word(SLS_LANG_ID, WORD(OFFICE, "foreign-minister@RU"), "menteri luar negeri Rusia");
    expect_word(SLS_LANG_EN, WORD(OFFICE, "foreign-minister@?"), "foreign minister");
    expect_word(SLS_LANG_ID, WORD(COUNTRY, "KP;RU"), "Korea Utara, Rusia");
    expect_word(SLS_LANG_ID, WORD(WEEKDAY, "3"), "Rabu");
    expect_word(SLS_LANG_EN, WORD(WEEKDAY, "3"), "Wednesday");
    expect_word(SLS_LANG_EN, WORD(OFFICE, "keeper-of-keys@ZZ"), "keeper of keys of ZZ");
}

Test(words, a_folded_name_gets_its_capitals)
{
    sls_str got;

    cr_assert_eq(sls_words_person(SLS_STR("choe son hui"), arena, &got), SLS_OK);
    expect_text(got, "Choe Son Hui");
}

static void expect_value(sls_lang ui, sls_kind kind, const char *value, const char *want)
{
    const sls_claim claim = { .kind = kind, .value = sls_str_of(value) };
    sls_str got;
    cr_assert_eq(sls_words_value(ui, &claim, arena, &got), SLS_OK);
    expect_text(got, want);
}

Test(words, a_claims_value_is_worded_by_its_kind)
{
    expect_value(SLS_LANG_ID, SLS_KIND_QUANTITY, "31000", "31.000");
    expect_value(SLS_LANG_ID, SLS_KIND_NAME, "hendra wibawa", "Hendra Wibawa");
    expect_value(SLS_LANG_ID, SLS_KIND_PLACE, "desa:karangsari", "Desa Karangsari");
    expect_value(SLS_LANG_ID, SLS_KIND_OUTCOME, "acquitted", "divonis bebas");
    expect_value(SLS_LANG_EN, SLS_KIND_OUTCOME, "rejected", "rejected");
    expect_value(SLS_LANG_EN, SLS_KIND_SCORE, "3-1", "3-1");
}
