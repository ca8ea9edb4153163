#include "match/scopes.h"

#include "made_claims.h"
#include "match/people.h"

/* The scope of the first claim after closing, and from what. */
static void expect_scope(const sls_claim *claims, size_t count, const char *scope, const char *from)
{
    sls_arena *const arena = sls_arena_new(0);
    sls_roll roll;
    sls_people people;
    cr_assert_eq(sls_roll_make(claims, count, arena, &roll), SLS_OK);
    cr_assert_eq(sls_people_find(&roll, arena, &people), SLS_OK);
    cr_assert_eq(sls_scopes_close(&roll, arena), SLS_OK);
    cr_expect(sls_str_eq(roll.bearers.at[0].scope, sls_str_of(scope)), "scope %.*s, not %s",
              SLS_FMT(roll.bearers.at[0].scope), scope);
    cr_expect(sls_str_eq(roll.bearers.at[0].scope_from, sls_str_of(from)), "from %.*s, not %s",
              SLS_FMT(roll.bearers.at[0].scope_from), from);
    sls_arena_free(arena);
}

static sls_claim open_title(const char *hint)
{
    sls_claim c = made_title("a", "2023-07-28", "foreign-minister@?", "sergei shoigu", "");
    c.scope_hint = sls_str_of(hint);
    return c;
}

Test(scopes, what_the_text_names_stays)
{
    const sls_claim claims[] = { made_title("a", "", "foreign-minister@RU", "sergei lavrov", "") };
    expect_scope(claims, 1, "RU", "");
}

Test(scopes, the_persons_same_office_elsewhere_is_the_best_witness)
{
    const sls_claim claims[] = {
        open_title("CN=sentence"),
        made_title("b", "", "foreign-minister@KP", "sergei shoigu", ""),
        made_title("c", "", "defence-minister@RU", "sergei shoigu", ""),
        made_title("d", "", "defence-minister@RU", "sergei shoigu", ""),
    };
    expect_scope(claims, 4, "KP", "person");
}

Test(scopes, the_country_of_most_of_a_persons_offices_closes_another)
{
    const sls_claim claims[] = {
        open_title("CN=sentence"),
        made_title("b", "", "defence-minister@RU", "sergey shoygu", ""),
        made_title("c", "", "defence-minister@RU", "sergei shoigu", ""),
        made_title("d", "", "leader@BY", "sergei shoigu", ""),
    };
    expect_scope(claims, 4, "RU", "person");
}

Test(scopes, two_countries_with_equal_claim_close_nothing)
{
    const sls_claim claims[] = {
        open_title("CN=sentence"),
        made_title("b", "", "defence-minister@RU", "sergei shoigu", ""),
        made_title("c", "", "leader@BY", "sergei shoigu", ""),
    };
    expect_scope(claims, 3, "CN", "sentence");
}

Test(scopes, hints_are_taken_best_first)
{
    sls_claim claims[] = { open_title("RU=given-name;KP=article") };
    expect_scope(claims, 1, "RU", "given-name");
}

Test(scopes, a_reason_that_names_two_countries_tells_nothing)
{
    sls_claim claims[] = { open_title("CN=sentence;KP=sentence;RU=given-name") };
    expect_scope(claims, 1, "RU", "given-name");
    claims[0] = open_title("CN=sentence;KP=sentence");
    expect_scope(claims, 1, "?", "");
}

Test(scopes, broken_hints_close_nothing)
{
    static const char *const hints[] = { "",    ";", "RU", "=sentence", "RU=", "nowhere=sentence",
                                         "==;=" };
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        const sls_claim claims[] = { open_title(hints[i]) };
        expect_scope(claims, 1, "?", "");
    }
}

Test(scopes, an_office_of_a_town_is_not_closed_by_a_country)
{
    sls_claim claims[] = { made_title("a", "", "mayor@?", "eri cahyadi", "") };
    claims[0].scope_hint = S("ID=article");
    expect_scope(claims, 1, "?", "");
}

Test(scopes, a_title_without_any_scope_is_open)
{
    const sls_claim claims[] = { made_title("a", "", "foreign-minister", "sergei lavrov", "") };
    expect_scope(claims, 1, "?", "");
}
