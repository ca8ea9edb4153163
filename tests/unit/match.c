#include "match/match.h"

#include "made_claims.h"
#include "match/people.h"

#include <stdlib.h>
#include <time.h>

/* --- persons --- */

/* Whether the claims name one person, after joining inside articles. */
static bool is_one_person(const sls_claim *claims, size_t count, size_t a, size_t b)
{
    sls_arena *const arena = sls_arena_new(0);
    sls_roll roll;
    sls_people people;
    cr_assert_eq(sls_roll_make(claims, count, arena, &roll), SLS_OK);
    cr_assert_eq(sls_people_find(&roll, arena, &people), SLS_OK);
    const bool same = roll.bearers.at[a].person == roll.bearers.at[b].person;
    sls_arena_free(arena);
    return same;
}

static sls_claim name(const char *article, const char *value, size_t start)
{
    sls_claim c = made_title(article, "", "person", value, "");
    c.kind = SLS_KIND_NAME;
    c.start = start;
    return c;
}

Test(match, a_surname_is_the_full_name_of_its_article)
{
    const sls_claim claims[] = { name("a", "vladimir putin", 1), name("a", "putin", 2) };
    cr_expect(is_one_person(claims, 2, 0, 1));
}

Test(match, a_surname_that_fits_two_people_is_neither)
{
    const sls_claim claims[] = { name("a", "kim jong un", 1), name("a", "kim gunn", 2),
                                 name("a", "kim", 3) };
    cr_expect_not(is_one_person(claims, 3, 0, 2));
    cr_expect_not(is_one_person(claims, 3, 1, 2));
}

Test(match, a_surname_in_another_article_stays_open)
{
    const sls_claim claims[] = { name("a", "vladimir putin", 1), name("b", "putin", 2) };
    cr_expect_not(is_one_person(claims, 2, 0, 1));
}

Test(match, holders_of_one_post_lend_each_other_their_full_names)
{
    const sls_claim claims[] = {
        made_title("a", "2024-06-19", "president@RU", "vladimir putin", ""),
        made_title("b", "2024-06-20", "president@RU", "putin", ""),
    };
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "title-agree", -1), 1);
    world_free(&w);
}

Test(match, a_name_with_a_stray_word_goes_by_the_better_known_one)
{
    const sls_claim claims[] = {
        made_title("a", "2025-06-10", "governor@jawa-barat", "dedi mulyadi", ""),
        made_title("b", "2025-06-10", "governor@jawa-barat", "dedi mulyadi", ""),
        made_title("c", "2025-06-10", "governor@jawa-barat", "dedi mulyadi curhat", ""),
    };
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "title-agree", -1), 3);
    cr_expect_eq(count_of(&w, "title-conflict", -1), 0);
    world_free(&w);
}

/* --- spelling --- */

Test(match, a_slip_in_a_name_inside_an_article_is_a_note_at_both_places)
{
    const sls_claim claims[] = {
        name("a", "choe son hui", 10),
        name("a", "shoe son hui", 50),
        name("a", "choe son hui", 90),
        name("b", "shoe son hui", 10),
    };
    world w = world_of(claims, 4);
    cr_assert_eq(w.findings.count, 1);
    const sls_finding *const f = find_rule(&w, "name-spelling");
    cr_expect_eq(f->severity, SLS_NOTE);
    cr_expect_eq(f->a->start, 10);
    cr_expect_eq(f->b->start, 50);
    cr_expect_eq(f->likely_wrong, SLS_SIDE_B);
    cr_expect(sls_str_eq(argument_of(f, "common"), S("Choe Son Hui")));
    cr_expect(sls_str_eq(argument_of(f, "count_a"), S("2")));
    world_free(&w);
}

Test(match, people_who_are_both_named_often_are_two_people)
{
    sls_claim claims[6];
    for (size_t i = 0; i < 6; i++)
        claims[i] = name("a", i % 2 ? "kim yong chol" : "kim jong chol", i);
    world w = world_of(claims, 6);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(match, equal_counts_without_an_office_tell_nothing)
{
    const sls_claim claims[] = { name("a", "choe son hui", 10), name("a", "shoe son hui", 50) };
    world w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(match, an_office_tells_which_of_two_single_spellings_is_meant)
{
    const sls_claim claims[] = {
        made_title("a", "", "foreign-minister@KP", "choe son hui", ""),
        name("a", "shoe son hui", 50),
    };
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "name-spelling", -1), 1);
    world_free(&w);
}

/* --- the whole --- */

Test(match, nothing_is_made_of_nothing)
{
    world w = world_of(NULL, 0);
    cr_expect_eq(w.matching.count, 0);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(match, empty_claims_are_harmless)
{
    sls_claim claims[SLS_KINDS * 3];
    for (size_t i = 0; i < SLS_KINDS * 3; i++)
        claims[i] = (sls_claim){ .kind = (sls_kind)(i % SLS_KINDS) };
    world w = world_of(claims, SLS_KINDS * 3);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

static void mixed(sls_claim *claims, size_t count, char (*articles)[8])
{
    static const char *const people[] = { "retno marsudi", "sugiono", "wishnu utama",
                                          "retno marsuidi" };
    static const char *const days[] = { "2024-01-05", "2024-02-05", "2024-11-05", "2024" };
    static const char *const counts[] = { "46", "64", "46", "50" };
    for (size_t i = 0; i < count; i++) {
        char *const id = articles[i];
        id[0] = 'a';
        id[1] = (char)('0' + i / 3 / 10 % 10);
        id[2] = (char)('0' + i / 3 % 10);
        id[3] = '\0';
        if (i % 3 == 0)
            claims[i] = made_title(id, days[i % 4], "foreign-minister@ID", people[i / 3 % 4],
                                   days[i / 2 % 4]);
        else if (i % 3 == 1)
            claims[i] = made_date(id, "2024-01-05", "sign", "treaty", "ID;MY", days[i % 4]);
        else
            claims[i] = made_quantity(id, "2024-01-05", "dead", "person", counts[i / 3 % 4], "ID",
                                      "gempa;cianjur;rumah;runtuh");
        claims[i].start = i;
    }
}

Test(match, the_order_of_claims_changes_no_finding)
{
    enum { COUNT = 60 };
    sls_claim claims[COUNT];
    char articles[COUNT][8];
    mixed(claims, COUNT, articles);
    world first = world_of(claims, COUNT);
    cr_expect_gt(first.findings.count, 20);
    srand(7);
    for (size_t i = COUNT; i > 1; i--) {
        const size_t j = (size_t)rand() % i;
        const sls_claim t = claims[i - 1];
        claims[i - 1] = claims[j];
        claims[j] = t;
    }
    world second = world_of(claims, COUNT);
    cr_assert_eq(first.findings.count, second.findings.count);
    for (size_t i = 0; i < first.findings.count; i++) {
        const sls_finding *const f = &first.findings.at[i], *const g = &second.findings.at[i];
        cr_expect(sls_str_eq(f->id, g->id));
        cr_expect_eq(f->severity, g->severity);
        cr_expect_eq(f->likely_wrong, g->likely_wrong);
        cr_expect(sls_str_eq(f->names_a, g->names_a));
        cr_expect(sls_str_eq(f->group_id, g->group_id));
    }
    world_free(&first);
    world_free(&second);
}

Test(match, memory_that_runs_out_is_a_status_at_any_point)
{
    enum { COUNT = 60 };
    sls_claim claims[COUNT];
    char articles[COUNT][8];
    mixed(claims, COUNT, articles);
    bool enough = false, short_of = false;
    for (size_t limit = 512; limit < (1u << 22); limit += limit / 8) {
        sls_arena *const arena = sls_arena_new(limit);
        sls_matching m;
        sls_findings f;
        cr_assert_not_null(arena);
        sls_status status = sls_match(claims, COUNT, NULL, 1, arena, &m);
        if (status == SLS_OK)
            status = sls_compare(m.groups, m.count, NULL, claims, COUNT, NULL, 1, arena, &f);
        cr_expect(status == SLS_OK || status == SLS_ENOMEM);
        enough |= status == SLS_OK;
        short_of |= status == SLS_ENOMEM;
        sls_arena_free(arena);
    }
    cr_expect(enough && short_of);
}

Test(match, findings_stand_worst_first_and_agreements_last)
{
    enum { COUNT = 60 };
    sls_claim claims[COUNT];
    char articles[COUNT][8];
    mixed(claims, COUNT, articles);
    world w = world_of(claims, COUNT);
    for (size_t i = 1; i < w.findings.count; i++) {
        const sls_finding *const f = &w.findings.at[i - 1], *const g = &w.findings.at[i];
        const bool agrees = f->verdict == SLS_AGREE || f->verdict == SLS_REFINE;
        const bool then = g->verdict == SLS_AGREE || g->verdict == SLS_REFINE;
        cr_expect(!agrees || then);
        if (agrees == then)
            cr_expect_geq(f->severity, g->severity);
    }
    world_free(&w);
}

Test(match, an_article_added_elsewhere_keeps_the_ids_of_others)
{
    sls_claim claims[] = {
        made_date("a", "2024-11", "sign", "treaty", "KP;RU", "2024-11"),
        made_date("b", "2024-06-19", "sign", "treaty", "KP;RU", "2024-06-19"),
        made_date("c", "2024-07-19", "sign", "treaty", "KP;RU;US", "2024-06-20"),
    };
    world without = world_of(claims, 2);
    world with = world_of(claims, 3);
    const sls_str id = find_rule(&without, "date-conflict")->id;
    bool found = false;
    for (size_t i = 0; i < with.findings.count; i++)
        found |= sls_str_eq(with.findings.at[i].id, id);
    cr_expect(found);
    world_free(&without);
    world_free(&with);
}

Test(match, ten_thousand_claims_of_one_person_stay_affordable, .timeout = 60)
{
    enum { COUNT = 10000 };
    sls_arena *const arena = sls_arena_new(0);
    sls_claim *const claims = sls_arena_calloc(arena, COUNT, sizeof *claims);
    cr_assert_not_null(claims);
    for (int i = 0; i < COUNT; i++) {
        sls_str id, day, value;
        cr_assert_eq(sls_arena_format(arena, &id, "a%05d", i), SLS_OK);
        cr_assert_eq(sls_arena_format(arena, &day, "20%02d-%02d-%02d", i % 25, i / 25 % 12 + 1,
                                      i / 300 % 28 + 1),
                     SLS_OK);
        cr_assert_eq(sls_arena_format(arena, &value, "%d", 100 + i), SLS_OK);
        if (i % 3 == 0)
            claims[i] = made_title(id.ptr, day.ptr, "president@RU", "vladimir putin", day.ptr);
        else if (i % 3 == 1)
            claims[i] = made_date(id.ptr, day.ptr, "meet", "", "RU;vladimir putin", day.ptr);
        else
            claims[i] = made_quantity(id.ptr, day.ptr, "dead", "person", value.ptr,
                                      "RU;vladimir putin", "perang;serangan");
    }
    const clock_t start = clock();
    world w = world_of(claims, COUNT);
    const double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    cr_expect_lt(seconds, 20.0, "%.1f s", seconds);
    cr_expect_gt(w.matching.blocks_split, 0);
    for (size_t i = 0; i < w.matching.count; i++)
        cr_expect_leq(w.matching.groups[i].pair_count, 4096);
    world_free(&w);
    sls_arena_free(arena);
}
