#include "compare/support.h"

#include "made_claims.h"

/* Members whose claim says "a" or "b" are on that side. */
static sls_side side_of(const void *context, const sls_member *member)
{
    (void)context;
    if (sls_str_eq(member->claim->value, S("a")))
        return SLS_SIDE_A;
    return sls_str_eq(member->claim->value, S("b")) ? SLS_SIDE_B : SLS_SIDE_NONE;
}

static sls_support weigh(const sls_claim *claims, const uint32_t *witnesses, size_t count,
                         sls_arena *arena)
{
    sls_member members[16];
    sls_support out;
    for (size_t i = 0; i < count; i++)
        members[i] = (sls_member){ .claim = &claims[i], .witness = witnesses[i] };
    cr_assert_eq(sls_support_weigh(members, count, side_of, NULL, arena, &out), SLS_OK);
    return out;
}

static sls_claim says(const char *source, const char *value)
{
    return (sls_claim){ .article = S("article"),
                        .source = sls_str_of(source),
                        .value = sls_str_of(value) };
}

Test(support, the_side_with_fewer_sources_is_probably_wrong)
{
    sls_arena *const arena = sls_arena_new(0);
    const sls_claim claims[] = { says("Tempo", "a"), says("ORF", "b"), says("VOV", "b"),
                                 says("NPR", "c") };
    const sls_support s = weigh(claims, (const uint32_t[]){ 0, 1, 2, 3 }, 4, arena);
    cr_expect_eq(s.sources_a, 1);
    cr_expect_eq(s.sources_b, 2);
    cr_expect_eq(s.likely_wrong, SLS_SIDE_A);
    cr_expect_str_eq(s.key, "support-against");
    cr_expect(sls_str_eq(s.names_a, S("Tempo")));
    cr_expect(sls_str_eq(s.names_b, S("ORF, VOV")));
    sls_arena_free(arena);
}

Test(support, copies_count_once)
{
    sls_arena *const arena = sls_arena_new(0);
    const sls_claim claims[] = { says("Tempo", "a"), says("Kompas", "b"), says("Antara", "b"),
                                 says("Antara", "b") };
    const sls_support s = weigh(claims, (const uint32_t[]){ 0, 7, 7, 7 }, 4, arena);
    cr_expect_eq(s.sources_b, 1);
    cr_expect_str_eq(s.key, "support-equal");
    cr_expect_eq(s.likely_wrong, SLS_SIDE_NONE);
    cr_expect(sls_str_eq(s.names_b, S("Kompas")));
    sls_arena_free(arena);
}

Test(support, one_source_that_contradicts_itself_weighs_nothing)
{
    sls_arena *const arena = sls_arena_new(0);
    const sls_claim claims[] = { says("NPR", "a"), says("NPR", "b") };
    const sls_support s = weigh(claims, (const uint32_t[]){ 4, 4 }, 2, arena);
    cr_expect_null(s.key);
    cr_expect_eq(s.likely_wrong, SLS_SIDE_NONE);
    sls_arena_free(arena);
}

Test(support, an_unknown_outlet_is_called_by_its_article)
{
    sls_arena *const arena = sls_arena_new(0);
    const sls_claim claims[] = { says("", "a"), says("ORF", "b") };
    const sls_support s = weigh(claims, (const uint32_t[]){ 0, 1 }, 2, arena);
    cr_expect(sls_str_eq(s.names_a, S("article")));
    sls_arena_free(arena);
}

Test(support, six_sources_are_named_and_all_are_counted)
{
    static const char *const outlets[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
    sls_arena *const arena = sls_arena_new(0);
    sls_claim claims[9];
    uint32_t witnesses[9];
    for (uint32_t i = 0; i < 8; i++) {
        claims[i] = says(outlets[i], "a");
        witnesses[i] = i;
    }
    claims[8] = says("Z", "b");
    witnesses[8] = 8;
    const sls_support s = weigh(claims, witnesses, 9, arena);
    cr_expect_eq(s.sources_a, 8);
    cr_expect(sls_str_eq(s.names_a, S("A, B, C, D, E, F, …")));
    sls_arena_free(arena);
}

Test(support, nobody_on_either_side_is_no_support)
{
    sls_arena *const arena = sls_arena_new(0);
    const sls_support s = weigh(NULL, NULL, 0, arena);
    cr_expect_eq(s.sources_a + s.sources_b, 0);
    cr_expect_eq(s.likely_wrong, SLS_SIDE_NONE);
    sls_arena_free(arena);
}
