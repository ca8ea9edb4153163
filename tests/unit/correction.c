#include "report/correction.h"

#include "made_claims.h"

static sls_arena *arena;
static sls_claim a, b;
static sls_decision decision;
static sls_finding finding;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
    a = made_title("A", "2024-03-09", "foreign-minister@RU", "sergei shoigu", "2024-03-09");
    b = made_title("B", "2024-03-10", "foreign-minister@RU", "sergey lavrov", "2024-03-10");
    a.quote = S("Shoigu is minister.");
    b.quote = S("Lavrov is minister.");
    decision = (sls_decision){ .word = SLS_DECIDED_A_WRONG };
    finding = (sls_finding){ .id = S("abcd"),
                             .verdict = SLS_CONFLICT,
                             .kind = SLS_KIND_TITLE,
                             .rule = "title-conflict",
                             .what = S("foreign-minister@RU"),
                             .a = &a,
                             .b = &b,
                             .decision = &decision };
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(correction, .init = make, .fini = drop);

static sls_str written(bool reviews)
{
    sls_out *out;
    sls_diag diag;
    sls_str text;
    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
    cr_assert_eq(reviews ? sls_claim_reviews_write(&finding, 1, SLS_LANG_EN, NULL, out, arena)
                         : sls_corrections_write(&finding, 1, out, arena),
                 SLS_OK);
    cr_assert_eq(sls_arena_copy(arena, sls_out_text(out), &text), SLS_OK);
    sls_out_abandon(out);
    return text;
}

static bool tells(sls_str text, const char *part)
{
    return sls_str_find(text, sls_str_of(part)) != SIZE_MAX;
}

Test(correction, both_quotes_are_told_in_both_languages)
{
    const sls_str text = written(false);

    cr_expect(tells(text, "[id] Ralat (abcd): A (9 Maret 2024) menulis: \"Shoigu is minister.\""));
    cr_expect(tells(text, "[en] Correction (abcd): A (9 March 2024) wrote:"));
    cr_expect(tells(text, "B (10 March 2024) wrote: \"Lavrov is minister.\""));
}

Test(correction, nothing_is_told_of_what_nobody_decided)
{
    decision.word = SLS_DECIDED_NOTHING;
    cr_expect_eq(written(false).len, 0);
    cr_expect(sls_str_eq(written(true), S("[]\n")));
    finding.decision = NULL;
    cr_expect_eq(written(false).len, 0);
}

Test(correction, what_was_decided_long_ago_is_not_told)
{
    decision.expired = true;
    cr_expect_eq(written(false).len, 0);
}

Test(correction, where_both_are_wrong_neither_corrects_the_other)
{
    decision.word = SLS_DECIDED_BOTH_WRONG;
    const sls_str text = written(false);

    cr_expect(tells(text, "A (9 March 2024) wrote: \"Shoigu is minister.\" Wrong in it"));
    cr_expect(tells(text, "B (10 March 2024) wrote: \"Lavrov is minister.\" Wrong in it"));
}

Test(correction, only_the_wrong_side_is_rated)
{
    const sls_str text = written(true);

    cr_expect(tells(text, "Sergei Shoigu is foreign minister of Russia, 9 March 2024"));
    cr_expect(tells(text, "\"alternateName\": \"Wrong\""));
    cr_expect_not(tells(text, "Lavrov"));
}

Test(correction, a_long_claim_is_cut_between_words)
{
    a.value = S("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee");
    cr_expect(tells(written(true), "\"claimReviewed\": \"Aaaaaaaaaa Bbbbbbbbbb Cccccccccc "
                                   "Dddddddddd Eeeeeeeeee is foreign\xE2\x80\xA6\""));
}
