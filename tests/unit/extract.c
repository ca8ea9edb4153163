#include "extract/extract.h"
#include "extract/grammar/scan.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static sls_grammar *grammar;
static sls_reader *reader;

static void begin(void)
{
    sls_diag diag = { 0 };

    cr_assert_eq(sls_grammar_new(&grammar, &diag), SLS_OK, "%s", diag.message);
    cr_assert_eq(sls_reader_new(grammar, &reader), SLS_OK);
}

static void end(void)
{
    sls_reader_free(reader);
    sls_grammar_free(grammar);
}

static sls_article article_of(sls_str text)
{
    return (sls_article){ .id = SLS_S("a"),
                          .source = SLS_S("Harian Contoh"),
                          .published = SLS_S("2024-06-20"),
                          .lang = SLS_S("id"),
                          .text = text,
                          .line = 1 };
}

static size_t read_claims(sls_article *article, sls_arena *arena, sls_claim **claims)
{
    sls_document document;
    size_t count = 0;

    cr_assert_eq(sls_document_make(article, arena, &document), SLS_OK);
    cr_assert_eq(sls_extract(reader, &document, arena, claims, &count), SLS_OK);
    return count;
}

TestSuite(extract, .init = begin, .fini = end);

Test(extract, offsets_point_into_the_original_bytes)
{
    static const char TEXT[] = "“Énam” – katanya — lebih dari 31.000 pekerja datang.";
    sls_article article = article_of(sls_str_of(TEXT));
    sls_arena *arena = sls_arena_new(0);
    sls_claim *claims;
    size_t count = read_claims(&article, arena, &claims);

    cr_assert_eq(count, 1);
    cr_expect_eq(claims[0].start, (size_t)(strstr(TEXT, "lebih") - TEXT));
    cr_expect(sls_str_eq(claims[0].surface, SLS_STR("lebih dari 31.000 pekerja")));
    sls_arena_free(arena);
}

Test(extract, offsets_count_from_the_file_when_front_matter_stands_before_the_text)
{
    sls_article article = article_of(SLS_STR("Ada 30 ekor kuda."));
    sls_arena *arena = sls_arena_new(0);
    sls_claim *claims;

    article.offset = 100;
    article.line = 7;
    cr_assert_eq(read_claims(&article, arena, &claims), 1);
    cr_expect_eq(claims[0].start, 104);
    cr_expect_eq(claims[0].line, 7);
    sls_arena_free(arena);
}

Test(extract, an_inferred_time_is_marked)
{
    sls_article article = article_of(SLS_STR("Presiden Rusia Vladimir Putin tersenyum."));
    sls_arena *arena = sls_arena_new(0);
    sls_claim *claims;

    cr_assert_eq(read_claims(&article, arena, &claims), 1);
    cr_expect(sls_str_eq(claims[0].as_of, SLS_STR("2024-06-20~")));
    sls_arena_free(arena);
}

Test(extract, every_claim_has_its_own_id)
{
    sls_article article =
        article_of(SLS_STR("Ada 30 ekor kuda dan 30 ekor sapi pada 19 Juni 2024."));
    sls_arena *arena = sls_arena_new(0);
    sls_claim *claims;
    size_t count = read_claims(&article, arena, &claims);

    cr_assert_eq(count, 3);
    cr_expect_not(sls_str_eq(claims[0].id, claims[1].id));
    cr_expect_not(sls_str_eq(claims[1].id, claims[2].id));
    sls_arena_free(arena);
}

enum { LONG_BYTES = 1 << 20 };

/* LONG_BYTES of `unit` repeated, without a NUL. On the heap, to be freed by the caller: there a
 * sanitizer sees a read past the end. */
static char *long_text(const char *unit)
{
    const size_t length = strlen(unit);
    char *text = malloc(LONG_BYTES);

    cr_assert_not_null(text);
    for (size_t i = 0; i < LONG_BYTES; i++)
        text[i] = unit[i % length];
    return text;
}

/* One long text of `unit` repeated: extraction ends, and says only what is there. */
static void expect_survival(const char *unit)
{
    char *text = long_text(unit);
    sls_arena *arena = sls_arena_new(0);
    sls_str pattern = { 0 };
    sls_article article;
    sls_claim *claims;

    article = article_of((sls_str){ text, LONG_BYTES });
    for (size_t i = read_claims(&article, arena, &claims); i-- > 0;)
        cr_assert(claims[i].start < claims[i].end && claims[i].end <= LONG_BYTES);
    cr_expect_eq(sls_reader_limits(reader, &pattern), 0, "%s: pattern %.*s met its limit", unit,
                 SLS_FMT(pattern));
    sls_arena_free(arena);
    free(text);
}

Test(extract, hostile_shapes_end_under_the_limits_of_all_patterns, .timeout = 120)
{
    expect_survival("1");
    expect_survival("1.");
    expect_survival(".");
    expect_survival("\"");
    expect_survival("((((");
    expect_survival("KEPALA DINAS ");
    expect_survival("Budi - B. Santoso, ");
    expect_survival("warga berjalan ke pasar dan membeli 3 ekor ayam lalu pulang ");
    expect_survival("Juni ");
    expect_survival("Kata");
    expect_survival("Kim ");
    expect_survival("presiden ");
    expect_survival("dua puluh ");
    expect_survival("1 dan 2 sampai ");
    expect_survival("menteri Rusia, ");
    expect_survival("1:2:3:");
    expect_survival("dari di dari di ");
    expect_survival("the day in the in the ");
    expect_survival("Rp 5 ");
}

/* Claims of 1 MB of `unit` again and again, of which the end is not read. */
static void expect_cut(const char *unit)
{
    enum { READ = LONG_BYTES / SLS_READING_BYTES };
    const size_t length = strlen(unit), cuts = sls_reader_cuts(reader);
    char *text = long_text(unit);
    sls_arena *arena = sls_arena_new(0);
    sls_article article;
    sls_claim *claims;

    article = article_of((sls_str){ text, LONG_BYTES });
    cr_assert_eq(read_claims(&article, arena, &claims), READ, "%s", unit);
    cr_expect_eq(claims[READ - 1].start / length, READ - 1, "%s", unit);
    cr_expect(sls_reader_cuts(reader) > cuts, "%s", unit);
    sls_arena_free(arena);
    free(text);
}

Test(extract, of_an_article_that_says_too_much_for_its_length_the_end_is_not_read)
{
    sls_article article = article_of(SLS_STR("Rp 5 Rp 5"));
    sls_arena *arena = sls_arena_new(0);
    sls_claim *claims;

    cr_expect_eq(read_claims(&article, arena, &claims), 2);
    cr_expect_eq(sls_reader_cuts(reader), 0);
    sls_arena_free(arena);
    expect_cut("Rp 5 ");
    expect_cut("gempa di Bali ");
}

Test(extract, running_out_of_memory_is_a_status_at_any_point)
{
    static const char TEXT[] =
        "Menteri Luar Negeri Rusia Sergey Lavrov bertemu Kim Jong Un di Pyongyang pada Rabu, 19 "
        "Juni 2024; lebih dari 31.000 pekerja hadir, kata Budi Santoso.";
    sls_article article = article_of(sls_str_of(TEXT));
    size_t refused = 0, done = 0;

    for (size_t limit = 256; limit < 1 << 18; limit += limit / 8) {
        sls_arena *arena = sls_arena_new(limit);
        sls_document document;
        sls_claim *claims;
        size_t count;
        sls_status status = sls_document_make(&article, arena, &document);

        if (status == SLS_OK)
            status = sls_extract(reader, &document, arena, &claims, &count);
        refused += status == SLS_ENOMEM;
        done += status == SLS_OK;
        cr_expect(status == SLS_OK || status == SLS_ENOMEM);
        sls_arena_free(arena);
    }
    cr_expect_gt(refused, 0);
    cr_expect_gt(done, 0);
}
