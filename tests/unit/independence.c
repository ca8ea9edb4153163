#include "match/independence.h"

#include "made_claims.h"

#define WORDS "aparat;bantuan;cianjur;darurat;evakuasi;gempa;hilang;istana;jalan;korban"

static void witnesses(const sls_claim *claims, size_t count, uint32_t *out)
{
    sls_arena *const arena = sls_arena_new(0);
    sls_roll roll;
    cr_assert_eq(sls_roll_make(claims, count, arena, &roll), SLS_OK);
    cr_assert_eq(sls_witnesses_find(&roll, NULL, 3), SLS_OK);
    for (uint32_t i = 0; i < roll.article_count; i++)
        out[i] = roll.articles[i].witness;
    sls_arena_free(arena);
}

static sls_claim article(const char *id, const char *source, const char *credit,
                         const char *published, const char *context)
{
    return (sls_claim){ .article = sls_str_of(id),
                        .source = sls_str_of(source),
                        .credit = sls_str_of(credit),
                        .published = sls_str_of(published),
                        .kind = SLS_KIND_DATE,
                        .context = sls_str_of(context) };
}

Test(independence, an_outlet_is_one_witness_however_it_is_written)
{
    const sls_claim claims[] = {
        article("a", "Tempo", "", "", ""),
        article("b", "Antara", "", "", ""),
        article("c", " TEMPO ", "", "", ""),
    };
    uint32_t w[3];
    witnesses(claims, 3, w);
    cr_expect_eq(w[0], w[2]);
    cr_expect_neq(w[0], w[1]);
}

Test(independence, two_outlets_that_print_one_agency_are_one_witness)
{
    const sls_claim claims[] = {
        article("a", "Tempo", "Reuters", "", ""),
        article("b", "Kompas", "reuters", "", ""),
        article("c", "Tempo", "", "", ""),
        article("d", "Reuters", "", "", ""),
    };
    uint32_t w[4];
    witnesses(claims, 4, w);
    cr_expect_eq(w[0], w[1]);
    cr_expect_eq(w[0], w[3]);
    cr_expect_neq(w[0], w[2]);
}

Test(independence, articles_of_unknown_outlets_stand_for_themselves)
{
    const sls_claim claims[] = { article("a", "", "", "", ""), article("b", "", "", "", "") };
    uint32_t w[2];
    witnesses(claims, 2, w);
    cr_expect_neq(w[0], w[1]);
}

Test(independence, near_copies_speak_with_the_voice_of_the_earliest)
{
    const sls_claim claims[] = {
        article("a", "Harian", "", "2024-01-03", WORDS ";tambahan"),
        article("b", "Koran", "", "2024-01-02", WORDS),
        article("c", "Majalah", "", "2024-01-02",
                "lain;sama;sekali;tentang;pemilu;di;kota;besar;ini"),
    };
    uint32_t w[3];
    witnesses(claims, 3, w);
    cr_expect_eq(w[0], w[1]);
    cr_expect_eq(w[0], 1);
    cr_expect_neq(w[0], w[2]);
}

Test(independence, short_bulletins_with_a_few_words_in_common_are_no_copies)
{
    const sls_claim claims[] = {
        article("a", "Harian", "", "", "gempa;cianjur;korban"),
        article("b", "Koran", "", "", "gempa;cianjur;korban"),
    };
    uint32_t w[2];
    witnesses(claims, 2, w);
    cr_expect_neq(w[0], w[1]);
}

Test(independence, half_the_words_in_common_make_no_copy)
{
    const sls_claim claims[] = {
        article("a", "Harian", "", "", WORDS ";a1;a2;a3;a4;a5;a6;a7;a8;a9;a10"),
        article("b", "Koran", "", "", WORDS ";b1;b2;b3;b4;b5;b6;b7;b8;b9;b10"),
    };
    uint32_t w[2];
    witnesses(claims, 2, w);
    cr_expect_neq(w[0], w[1]);
}

Test(independence, a_copied_error_counts_once_in_support)
{
    sls_claim claims[] = {
        made_title("a", "2024-01-10", "foreign-minister@ID", "wishnu utama", "2024-01-10"),
        made_title("b", "2024-01-10", "foreign-minister@ID", "wishnu utama", "2024-01-10"),
        made_title("c", "2024-01-09", "foreign-minister@ID", "retno marsudi", "2024-01-09"),
        made_title("d", "2024-01-11", "foreign-minister@ID", "retno marsudi", "2024-01-11"),
    };
    claims[0].credit = claims[1].credit = S("Antara");
    world w = world_of(claims, 4);
    const sls_finding *const f = find_rule(&w, "title-conflict");
    cr_expect_eq(f->sources_a, 1);
    cr_expect_eq(f->sources_b, 2);
    cr_expect_eq(f->likely_wrong, SLS_SIDE_A);
    world_free(&w);
}
