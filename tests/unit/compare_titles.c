#include "made_claims.h"

#define FM_RU "foreign-minister@RU"
#define FM_ID "foreign-minister@ID"

/* The three articles of the example: who was foreign minister of Russia in July 2023? */
static void make_example(sls_claim out[3])
{
    out[0] = made_title("orf", "2024-05", FM_RU, "sergey lavrov", "2023~");
    out[1] = made_title("tempo", "2023-07-28", "foreign-minister@?", "sergei shoigu", "2023-07-27");
    out[1].surface = S("Menteri Luar Negeri Sergei Shoigu");
    out[1].scope_hint = S("RU=given-name;KP=article");
    out[2] = made_title("vov", "2024-01", FM_RU, "sergei lavrov", "2024-01-16");
}

Test(compare_titles, the_holder_whom_two_sources_deny_is_an_error_against_both)
{
    sls_claim claims[3];
    make_example(claims);
    world w = world_of(claims, 3);
    cr_assert_eq(count_of(&w, "title-conflict", SLS_ERROR), 2);
    for (size_t i = 0; i < 2; i++) {
        const sls_finding *const f = &w.findings.at[i];
        cr_expect_eq(f->verdict, SLS_CONFLICT);
        const sls_claim *const wrong = f->likely_wrong == SLS_SIDE_A ? f->a : f->b;
        cr_expect(sls_str_eq(wrong->article, S("tempo")));
        cr_expect_str_eq(f->support, "support-against");
        cr_expect_eq(f->sources_a + f->sources_b, 3);
    }
    world_free(&w);
}

Test(compare_titles, the_message_can_name_offices_people_times_and_the_inference)
{
    sls_claim claims[3];
    make_example(claims);
    world w = world_of(claims, 3);
    const sls_finding *const f = find_rule(&w, "title-conflict");
    cr_expect(sls_str_eq(argument_of(f, "office"), S("foreign-minister")));
    cr_expect(sls_str_eq(argument_of(f, "scope"), S("RU")));
    cr_expect(sls_str_eq(argument_of(f, "person_a"), S("Sergey Lavrov")));
    cr_expect(sls_str_eq(argument_of(f, "person_b"), S("Sergei Shoigu")));
    cr_expect(sls_str_eq(argument_of(f, "title_b"), S("Menteri Luar Negeri Sergei Shoigu")));
    cr_expect(sls_str_eq(argument_of(f, "as_of_b"), S("2023-07-27")));
    cr_expect(sls_str_eq(argument_of(f, "scope_from"), S("scope-given-name")));
    cr_expect(sls_str_eq(f->names_a, S("orf, vov")));
    cr_expect(sls_str_eq(f->names_b, S("tempo")));
    world_free(&w);
}

Test(compare_titles, one_office_and_person_in_two_articles_agree)
{
    sls_claim claims[3];
    make_example(claims);
    world w = world_of(claims, 3);
    cr_assert_eq(count_of(&w, "title-agree", -1), 1);
    const sls_finding *const f = find_rule(&w, "title-agree");
    cr_expect(sls_str_eq(f->a->article, S("orf")));
    cr_expect(sls_str_eq(f->b->article, S("vov")));
    world_free(&w);
}

Test(compare_titles, an_open_scope_clashes_with_nobody)
{
    sls_claim claims[3];
    make_example(claims);
    claims[1].scope_hint = (sls_str){ 0 };
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "title-conflict", -1), 0);
    world_free(&w);
}

Test(compare_titles, a_country_that_only_the_article_suggests_is_a_note_at_most)
{
    sls_claim claims[3];
    make_example(claims);
    claims[1].scope_hint = S("RU=article");
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "title-conflict", SLS_ERROR), 0);
    cr_expect_eq(count_of(&w, "title-conflict", SLS_WARNING), 0);
    world_free(&w);
}

Test(compare_titles, a_handover_told_by_several_articles_is_no_conflict)
{
    const sls_claim claims[] = {
        made_title("a", "2024-08-12", FM_ID, "retno marsudi", "2024-08-12"),
        made_title("b", "2024-10-19", FM_ID, "retno marsudi", "2024-10-19"),
        made_title("c", "2024-10-22", FM_ID, "sugiono", "2024-10-21"),
        made_title("d", "2024-11-09", FM_ID, "sugiono", "2024-11-09"),
        made_title("e", "2024-10-20", FM_ID, "retno lestari priansari marsudi", "2024-10-20"),
    };
    world w = world_of(claims, 5);
    cr_expect_eq(count_of(&w, "title-conflict", -1), 0);
    cr_expect_eq(count_of(&w, "title-change", -1), 1);
    cr_expect_eq(find_rule(&w, "title-change")->verdict, SLS_SUPERSEDED);
    world_free(&w);
}

Test(compare_titles, a_handover_within_a_year_told_by_the_year_is_no_conflict)
{
    const sls_claim claims[] = {
        made_title("a", "2024-03-01", "foreign-minister@GB", "david cameron", "2024-03-01"),
        made_title("b", "2024-12-01", "foreign-minister@GB", "david cameron", "2024"),
        made_title("c", "2024-07-10", "foreign-minister@GB", "david lammy", "2024-07-10"),
        made_title("d", "2024-09-10", "foreign-minister@GB", "david lammy", "2024"),
    };
    world w = world_of(claims, 4);
    cr_expect_eq(count_of(&w, "title-conflict", SLS_ERROR), 0);
    cr_expect_eq(count_of(&w, "title-conflict", SLS_WARNING), 0);
    world_free(&w);
}

Test(compare_titles, a_sentence_on_the_succession_makes_one_article_enough)
{
    sls_claim claims[] = {
        made_title("a", "2024-05-01", "defence-minister@RU", "sergei shoigu", "2024-05-01"),
        made_title("b", "2024-05-15", "defence-minister@RU", "andrei belousov", "2024-05-14"),
    };
    claims[1].quote = S("Andrei Belousov dilantik menggantikan Sergei Shoigu.");
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "title-conflict", -1), 0);
    world_free(&w);
    /* told once each, in order, the two are a handover or a slip: no error, but not silence */
    claims[1].quote = S("Andrei Belousov berpidato di Moskow.");
    w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "title-conflict", SLS_ERROR), 0);
    cr_expect_eq(count_of(&w, "title-conflict", SLS_WARNING), 1);
    world_free(&w);
}

Test(compare_titles, a_wrong_holder_between_two_claims_of_the_right_one_is_one_error_each)
{
    const sls_claim claims[] = {
        made_title("a", "2024-01-10", FM_ID, "retno marsudi", "2024-01-10"),
        made_title("b", "2024-03-10", FM_ID, "wishnu utama", "2024-03-10"),
        made_title("c", "2024-06-10", FM_ID, "retno marsudi", "2024-06-10"),
    };
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "title-conflict", SLS_ERROR), 2);
    for (size_t i = 0; i < w.findings.count; i++) {
        const sls_finding *const f = &w.findings.at[i];
        if (f->severity != SLS_ERROR)
            continue;
        const sls_claim *const wrong = f->likely_wrong == SLS_SIDE_A ? f->a : f->b;
        cr_expect(sls_str_eq(wrong->article, S("b")));
    }
    world_free(&w);
}

Test(compare_titles, a_stale_holder_after_a_handover_is_the_only_error)
{
    const sls_claim claims[] = {
        made_title("a", "2024-08-12", FM_ID, "retno marsudi", "2024-08-12"),
        made_title("b", "2024-10-19", FM_ID, "retno marsudi", "2024-10-19"),
        made_title("c", "2024-10-22", FM_ID, "sugiono", "2024-10-21"),
        made_title("d", "2024-11-09", FM_ID, "sugiono", "2024-11-09"),
        made_title("e", "2024-12-20", FM_ID, "sugiono", "2024-12-20"),
        made_title("f", "2024-12-10", FM_ID, "retno marsudi", "2024-12-10"),
    };
    world w = world_of(claims, 6);
    cr_expect_eq(count_of(&w, "title-conflict", SLS_ERROR), 3);
    for (size_t i = 0; i < w.findings.count; i++) {
        const sls_finding *const f = &w.findings.at[i];
        if (strcmp(f->rule, "title-conflict") != 0)
            continue;
        const sls_claim *const wrong = f->likely_wrong == SLS_SIDE_A ? f->a : f->b;
        cr_expect(sls_str_eq(wrong->article, S("f")), "%.*s", SLS_FMT(wrong->article));
    }
    world_free(&w);
}

Test(compare_titles, an_article_that_names_two_holders_tells_history)
{
    sls_claim claims[] = {
        made_title("a", "2024-05-02", "president@RU", "boris yeltsin", "2024-05-02~"),
        made_title("a", "2024-05-02", "president@RU", "vladimir putin", "2024-05-02~"),
        made_title("b", "2024-06-19", "president@RU", "vladimir putin", "2024-06-19"),
    };
    claims[1].start = 90;
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "title-conflict", -1), 0);
    world_free(&w);
}

Test(compare_titles, former_acting_and_would_be_holders_are_none)
{
    static const sls_state states[] = { SLS_FORMER, SLS_ACTING, SLS_CANDIDATE, SLS_DEPUTY };
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        sls_claim claims[3];
        make_example(claims);
        claims[1].state = states[i];
        world w = world_of(claims, 3);
        cr_expect_eq(count_of(&w, "title-conflict", -1), 0, "%s", sls_state_name(states[i]));
        world_free(&w);
    }
}

Test(compare_titles, an_office_that_many_hold_has_no_conflict)
{
    const sls_claim claims[] = {
        made_title("a", "2024-05-02", "researcher@KR", "lee ho ryung", "2024-05-02"),
        made_title("b", "2024-05-02", "researcher@KR", "choi yonghwan", "2024-05-02"),
        made_title("c", "2024-05-02", "minister-of-silly-walks@KR", "john cleese", "2024-05-02"),
        made_title("d", "2024-05-02", "minister-of-silly-walks@KR", "eric idle", "2024-05-02"),
    };
    world w = world_of(claims, 4);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_titles, one_office_name_in_two_countries_is_two_offices)
{
    const sls_claim claims[] = {
        made_title("a", "2024-01-16", "foreign-minister@KP", "choe son hui", "2024-01-16"),
        made_title("b", "2024-01-16", FM_RU, "sergei lavrov", "2024-01-16"),
    };
    world w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_titles, a_misspelt_holder_is_a_note_on_the_name_and_no_second_holder)
{
    const sls_claim claims[] = {
        made_title("a", "2025-06-10", "energy-minister@ID", "bahlil lahadalia", "2025-06-10"),
        made_title("b", "2025-06-10", "energy-minister@ID", "bahlil lahadalia", "2025-06-10"),
        made_title("c", "2025-06-10", "energy-minister@ID", "bahlil ladahalia", "2025-06-10"),
    };
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "title-conflict", -1), 0);
    cr_expect_eq(count_of(&w, "name-spelling", SLS_NOTE), 1);
    cr_expect_eq(count_of(&w, "title-agree", -1), 3);
    world_free(&w);
}

Test(compare_titles, one_person_in_two_departments_at_once_is_a_note)
{
    const sls_claim claims[] = {
        made_title("a", "2023-07-20", "defence-minister@RU", "sergei shoigu", "2023-07-20"),
        made_title("b", "2023-08-20", "defence-minister@RU", "sergei shoigu", "2023-08-20"),
        made_title("c", "2023-07-28", FM_RU, "sergei shoigu", "2023-07-27"),
    };
    world w = world_of(claims, 3);
    const sls_finding *const f = find_rule(&w, "title-two-offices");
    cr_expect_eq(f->severity, SLS_NOTE);
    cr_expect_eq(f->verdict, SLS_POSSIBLE);
    cr_expect(sls_str_eq(argument_of(f, "person"), S("Sergei Shoigu")));
    world_free(&w);
}

Test(compare_titles, one_cause_gives_six_rows_and_agreements_twenty_the_rest_is_counted)
{
    enum { ARTICLES = 30 };
    sls_claim claims[ARTICLES + 1];
    char names[ARTICLES][8];
    for (int i = 0; i < ARTICLES; i++) {
        names[i][0] = 'a';
        names[i][1] = (char)('0' + i / 10);
        names[i][2] = (char)('0' + i % 10);
        names[i][3] = '\0';
        claims[i] = made_title(names[i], "2024-01-10", FM_ID, "retno marsudi", "2024-01-10");
    }
    claims[ARTICLES] = made_title("z", "2024-01-10", FM_ID, "wishnu utama", "2024-01-10");
    world w = world_of(claims, ARTICLES + 1);
    cr_expect_eq(count_of(&w, "title-conflict", -1), 6);
    cr_expect_eq(count_of(&w, "title-agree", -1), 20);
    cr_expect_eq(find_rule(&w, "title-conflict")->more, 24);
    cr_expect_eq(find_rule(&w, "title-agree")->more, 30 * 29 / 2 - 20);
    cr_expect_eq(find_rule(&w, "title-conflict")->sources_a, 30);
    world_free(&w);
}
