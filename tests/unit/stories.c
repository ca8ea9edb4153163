#include "made_claims.h"

#include "lexicon/frequency.h"

/* Two reports of a crash share these; the words are rare enough to tell one event. */
#define CRASH "bus;jurang;kecelakaan;margasuka;sopir;terguling"

static sls_claim age(const char *article, const char *value, const char *person)
{
    return made_quantity(article, "2024-03-02", "", "year", value, person, CRASH);
}

static sls_claim toll(const char *article, const char *published, const char *what,
                      const char *value)
{
    sls_claim c = made_quantity(article, published, what, "person", value, "", CRASH);
    c.headline = S("Bus terguling di Margasuka");
    return c;
}

static sls_claim clock(const char *article, const char *value)
{
    sls_claim c = made_date(article, "2024-03-02", "crash", "", "", value);
    c.context = S(CRASH);
    c.headline = S("Bus terguling di Margasuka");
    return c;
}

static sls_claim plate(const char *article, const char *value)
{
    sls_claim c = toll(article, "2024-03-02", "plate", value);
    c.kind = SLS_KIND_IDENTIFIER;
    c.unit = S("");
    return c;
}

static sls_claim weekday(const char *article, const char *value, int day)
{
    sls_claim c = clock(article, value);
    c.weekday = day;
    return c;
}

static size_t conflicts_of(const sls_claim *claims, size_t count, const char *rule)
{
    world w = world_of(claims, count);
    const size_t n = count_of(&w, rule, SLS_WARNING) + count_of(&w, rule, SLS_ERROR);
    world_free(&w);
    return n;
}

Test(stories, a_word_of_every_article_weighs_nothing_and_a_name_much)
{
    cr_expect_leq(sls_word_rarity(SLS_LANG_ID, S("yang")), 1);
    cr_expect_lt(sls_word_rarity(SLS_LANG_ID, S("pemerintah")),
                 sls_word_rarity(SLS_LANG_ID, S("gempa")));
    cr_expect_eq(sls_word_rarity(SLS_LANG_ID, S("margasuka")), SLS_RARITY_MOST);
}

Test(stories, tolls_of_one_crash_are_compared_though_their_words_differ)
{
    sls_claim claims[] = { toll("a", "2024-03-02", "dead", "8"),
                           toll("b", "2024-03-02", "dead", "9") };
    claims[1].context = S("jurang;kecelakaan;korban;margasuka;polisi;sembilan;tewas");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 1);
}

Test(stories, tolls_weeks_apart_are_of_two_crashes)
{
    const sls_claim claims[] = { toll("a", "2024-03-02", "dead", "8"),
                                 toll("b", "2024-04-02", "dead", "9") };
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 0);
}

Test(stories, the_dead_are_not_held_against_the_injured)
{
    const sls_claim claims[] = { toll("a", "2024-03-02", "dead", "8"),
                                 toll("b", "2024-03-02", "injured", "9") };
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 0);
}

Test(stories, a_number_that_both_articles_tell_is_spoken_for)
{
    sls_claim claims[] = { toll("a", "2024-03-02", "dead", "8"),
                           toll("a", "2024-03-02", "dead", "6"),
                           toll("b", "2024-03-02", "dead", "8") };
    claims[1].start = 90;
    claims[1].sentence = 4;
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "number-agree", -1), 1);
    cr_expect_eq(count_of(&w, "number-conflict", -1), 0);
    world_free(&w);
}

Test(stories, court_terms_of_two_people_are_two_terms)
{
    sls_claim claims[] = { toll("a", "2024-03-02", "sentence", "4"),
                           toll("b", "2024-03-02", "sentence", "6") };
    claims[0].unit = claims[1].unit = S("year");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 0);
    claims[0].entities = claims[1].entities = S("karta wiraguna");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 1);
}

Test(stories, the_remainder_of_a_number_is_no_number_of_its_own)
{
    sls_claim claims[] = { toll("a", "2024-03-02", "dead", "12"),
                           toll("b", "2024-03-02", "dead", "11") };
    claims[1].surface = S("11 lainnya");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 0);
}

Test(stories, a_sentence_with_both_numbers_tells_of_two_things)
{
    sls_claim claims[] = { toll("a", "2024-03-02", "open", "11"),
                           toll("b", "2024-03-02", "open", "13") };
    claims[0].surface = S("11");
    claims[1].surface = S("13");
    claims[0].quote = S("Sebanyak 11 dari 13 jalan dibuka");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 0);
    claims[0].quote = S("Sebanyak 11 dari 0,13 jalan dibuka");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 1);
}

Test(stories, one_pair_of_values_in_many_articles_is_told_six_times)
{
    sls_claim claims[16];
    static const char names[] = "abcdefghijklmnop";
    char ids[16][2];
    for (int i = 0; i < 16; i++) {
        ids[i][0] = names[i];
        ids[i][1] = '\0';
        claims[i] = toll(ids[i], "2024-03-02", "dead", i < 14 ? "8" : "9");
    }
    cr_expect_leq(conflicts_of(claims, 16, "number-conflict"), 6);
    cr_expect_geq(conflicts_of(claims, 16, "number-conflict"), 1);
}

Test(stories, two_ages_of_a_man_whose_name_is_misspelt_are_an_error)
{
    const sls_claim claims[] = { age("a", "39", "karta wiraguna"),
                                 age("b", "48", "karta wirogana") };
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "number-conflict", SLS_ERROR), 1);
    world_free(&w);
}

Test(stories, the_name_before_an_age_is_whose_it_is)
{
    sls_claim claims[] = { age("a", "39", "budi santika;karta wiraguna;zz 1357 qa"),
                           age("b", "48", "karta wiraguna") };
    claims[0].quote = S("Karta Wiraguna (39) dan Budi Santika ditahan");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 1);
    claims[0].quote = S("Karta Wiraguna dan Budi Santika (39) ditahan");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 0);
}

Test(stories, ages_of_two_people_are_two_ages)
{
    const sls_claim claims[] = { age("a", "39", "karta wiraguna"), age("b", "48", "budi santika") };
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 0);
}

Test(stories, two_clock_times_of_one_crash_are_a_warning)
{
    const sls_claim claims[] = { clock("a", "2024-03-02T10:31+09:00"),
                                 clock("b", "2024-03-02T10:36+09:00") };
    cr_expect_eq(conflicts_of(claims, 2, "date-conflict"), 1);
}

Test(stories, one_moment_in_two_zones_is_one_clock_time)
{
    const sls_claim claims[] = { clock("a", "2024-03-02T12:42+09:00"),
                                 clock("b", "2024-03-02T10:42+07:00") };
    cr_expect_eq(conflicts_of(claims, 2, "date-conflict"), 0);
}

Test(stories, clock_times_of_two_quakes_are_two_times)
{
    sls_claim claims[] = { clock("a", "2024-03-02T10:31+09:00"),
                           clock("b", "2024-03-02T11:10+09:00") };
    for (int i = 0; i < 2; i++)
        claims[i].what = claims[i].event = S("earthquake");
    cr_expect_eq(conflicts_of(claims, 2, "date-conflict"), 0);
}

Test(stories, a_plate_with_one_part_misread_is_an_error)
{
    const sls_claim claims[] = { plate("a", "ZZ 1357 QA"), plate("b", "ZZ 1357 QE") };
    cr_expect_eq(conflicts_of(claims, 2, "identifier-conflict"), 1);
}

Test(stories, two_plates_that_differ_in_two_parts_are_two_cars)
{
    const sls_claim claims[] = { plate("a", "ZZ 1357 QA"), plate("b", "ZZ 2468 QE") };
    cr_expect_eq(conflicts_of(claims, 2, "identifier-conflict"), 0);
}

Test(stories, a_plate_that_one_article_has_beside_the_other_is_another_car)
{
    sls_claim claims[] = { plate("a", "ZZ 1357 QA"), plate("a", "ZZ 1357 QE"),
                           plate("b", "ZZ 1357 QE") };
    claims[1].start = 60;
    cr_expect_eq(conflicts_of(claims, 3, "identifier-conflict"), 0);
}

/* 19 September 2019 was a Thursday, 19 August a Monday. */
Test(stories, a_month_that_the_weekday_denies_is_set_beside_the_right_one)
{
    sls_claim claims[] = { weekday("a", "2019-09-19", 4), weekday("b", "2019-08-19", 4) };
    claims[0].published = claims[1].published = S("2019-09-20");
    world w = world_of(claims, 2);
    const sls_finding *const f = find_rule(&w, "date-slip");
    cr_expect_eq(f->severity, SLS_ERROR);
    cr_expect_eq(f->likely_wrong, SLS_SIDE_B);
    cr_expect(sls_str_eq(argument_of(f, "fit"), S("fit-month")));
    cr_expect_eq(count_of(&w, "weekday-date", -1), 0, "told once");
    world_free(&w);
}

Test(stories, a_denied_date_without_the_right_one_is_told_by_itself)
{
    sls_claim claims[] = { weekday("a", "2019-09-05", 4), weekday("b", "2019-08-19", 4) };
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "date-slip", -1), 0);
    cr_expect_eq(count_of(&w, "weekday-date", -1), 1);
    world_free(&w);
}

Test(stories, two_sentences_without_a_date_conflict_by_their_one_number)
{
    sls_claim claims[] = { toll("a", "", "", "60"), toll("b", "", "", "240") };
    claims[0].headline = claims[1].headline = S("");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 1);
    claims[1].context = S("ladang;panen;petani;sawah;tumbuhmekar");
    cr_expect_eq(conflicts_of(claims, 2, "number-conflict"), 0);
}
