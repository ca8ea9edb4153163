#include "compare/dates.h"

#include "made_claims.h"

static sls_dates_relation relate(const char *a, const char *b)
{
    sls_edtf x, y;
    cr_assert_eq(sls_edtf_read(sls_str_of(a), &x), SLS_OK, "%s", a);
    cr_assert_eq(sls_edtf_read(sls_str_of(b), &y), SLS_OK, "%s", b);
    return sls_dates_compare(&x, &y);
}

Test(compare_dates, a_month_holds_its_days)
{
    cr_expect_eq(relate("2024-06", "2024-06-19"), SLS_DATES_REFINE);
    cr_expect_eq(relate("2024-06-19", "2024-06"), SLS_DATES_REFINE);
    cr_expect_eq(relate("195X", "1950/1953"), SLS_DATES_REFINE);
    cr_expect_eq(relate("2024-06-19", "2024-06-19"), SLS_DATES_AGREE);
    cr_expect_eq(relate("2024-11-04/2024-11-10", "2024-11-09/2024-11-11"), SLS_DATES_AGREE);
}

Test(compare_dates, days_in_common_are_needed_to_agree)
{
    cr_expect_eq(relate("2024-11", "2024-06-19"), SLS_DATES_CONFLICT);
    cr_expect_eq(relate("1961", "1962"), SLS_DATES_CONFLICT);
}

Test(compare_dates, about_reaches_to_its_neighbours)
{
    cr_expect_eq(relate("2024-06~", "2024-07-02"), SLS_DATES_REFINE);
    cr_expect_eq(relate("2024-06~", "2024-09-02"), SLS_DATES_CONFLICT);
    cr_expect_eq(relate("2024-06-19~", "2024-06-21"), SLS_DATES_REFINE);
}

Test(compare_dates, since_a_year_denies_only_what_came_before)
{
    cr_expect_eq(relate("2009/..", "2006"), SLS_DATES_CONFLICT);
    cr_expect_eq(relate("2009/..", "2015"), SLS_DATES_SILENT);
    cr_expect_eq(relate("2009/..", "2009/.."), SLS_DATES_AGREE);
    cr_expect_eq(relate("2009/..", "2010/.."), SLS_DATES_SILENT);
}

Test(compare_dates, clock_times_agree_across_zones)
{
    cr_expect_eq(relate("2024-06-19T12:42+09:00", "2024-06-19T10:42+07:00"), SLS_DATES_AGREE);
    cr_expect_eq(relate("2024-06-20T00:30+09:00", "2024-06-19T22:30+07:00"), SLS_DATES_AGREE);
    cr_expect_eq(relate("2024-06-19T12:42+09:00", "2024-06-19T12:42+07:00"), SLS_DATES_CLOCKS);
    cr_expect_eq(relate("2024-06-19T10:31+09:00", "2024-06-19T10:36+09:00"), SLS_DATES_CLOCKS);
    cr_expect_eq(relate("2024-06-19T12:42", "2024-06-19"), SLS_DATES_AGREE);
}

/* --- through match: is it one occasion? --- */

Test(compare_dates, a_treaty_signed_twice_in_one_year_is_a_warning)
{
    const sls_claim claims[] = {
        made_date("npr", "2024-11", "sign", "treaty", "KP;RU", "2024-11"),
        made_date("voa", "2024-06-19", "sign", "treaty", "KP;RU", "2024-06-19"),
        made_date("orf", "2024-07", "sign", "treaty", "KP;RU", "2024-06"),
    };
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "date-conflict", SLS_WARNING), 2);
    cr_expect_eq(count_of(&w, "date-refine", -1), 1);
    const sls_finding *const f = find_rule(&w, "date-conflict");
    cr_expect_eq(f->likely_wrong, SLS_SIDE_A);
    cr_expect_eq(f->sources_a, 1);
    cr_expect_eq(f->sources_b, 2);
    cr_expect(sls_str_eq(argument_of(f, "object"), S("treaty")));
    world_free(&w);
}

Test(compare_dates, two_dates_in_one_article_are_one_finding)
{
    sls_claim claims[] = {
        made_date("npr", "2024-11", "sign", "treaty", "KP;RU", "2024-11"),
        made_date("npr", "2024-11", "sign", "treaty", "KP;RU", "2024-06"),
        made_date("npr", "2024-11", "sign", "treaty", "KP;RU", "2024-11"),
    };
    claims[1].sentence = 2;
    claims[1].start = 60;
    claims[2].sentence = 4;
    claims[2].start = 90;
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "date-conflict", -1), 1);
    const sls_finding *const f = find_rule(&w, "date-conflict");
    cr_expect_eq(f->a->start, 10);
    cr_expect_null(f->support);
    cr_expect_eq(f->likely_wrong, SLS_SIDE_NONE);
    world_free(&w);
}

Test(compare_dates, two_dates_in_one_sentence_are_of_two_things)
{
    sls_claim claims[] = {
        made_date("npr", "2024-11", "sign", "treaty", "KP;RU", "2024-11"),
        made_date("npr", "2024-11", "sign", "treaty", "KP;RU", "2024-06"),
    };
    claims[1].start = 60;
    world w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_dates, treaties_of_two_ages_are_two_treaties)
{
    const sls_claim claims[] = {
        made_date("orf", "2024-05", "sign", "treaty", "CN;KP;RU", "1961"),
        made_date("voa", "2024-06-19", "sign", "treaty", "KP;RU", "2024-06-19"),
    };
    world w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_dates, meetings_in_two_years_are_two_meetings)
{
    const sls_claim claims[] = {
        made_date("tempo", "2023-07-28", "meet", "", "KP;RU", "2019"),
        made_date("voa", "2024-06-19", "meet", "", "KP;RU", "2024-06-19"),
    };
    world w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_dates, sanctions_by_other_actors_are_other_sanctions)
{
    const sls_claim claims[] = {
        made_date("tempo", "2023-07-28", "sanction", "", "CN;KP;RU;UNSC;US", "2006"),
        made_date("orf", "2024-05", "sanction", "", "JP;KP;KR;US", "2009/.."),
    };
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "date-conflict", SLS_ERROR), 0);
    cr_expect_eq(count_of(&w, "date-conflict", SLS_WARNING), 0);
    world_free(&w);
}

Test(compare_dates, a_death_has_one_day)
{
    sls_claim claims[] = {
        made_date("harian", "2019-09-12", "die", "", "raymond hart", "2019-09-10"),
        made_date("koran", "2019-09-13", "die", "", "raymond hart", "2019-09-11"),
    };
    claims[0].context = claims[1].context = S("adik;meninggal;dunia");
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "date-conflict", -1), 1);
    cr_expect_geq(find_rule(&w, "date-conflict")->severity, SLS_WARNING);
    cr_expect_str_eq(find_rule(&w, "date-conflict")->support, "support-equal");
    world_free(&w);
}

Test(compare_dates, deaths_of_two_people_are_two_deaths)
{
    sls_claim claims[] = {
        made_date("harian", "2019-09-12", "die", "", "ID;raymond hart", "2019-09-10"),
        made_date("koran", "2019-09-13", "die", "", "ID", "2019-09-11"),
    };
    claims[0].context = claims[1].context = S("adik;meninggal;dunia");
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "date-conflict", -1), 0);
    world_free(&w);
}

Test(compare_dates, last_night_told_a_day_late_is_no_contradiction)
{
    sls_claim claims[] = {
        made_date("harian", "2019-09-11", "die", "", "raymond hart", "2019-09-10"),
        made_date("koran", "2019-09-12", "die", "", "raymond hart", "2019-09-11"),
    };
    claims[0].context = claims[1].context = S("adik;meninggal;dunia");
    claims[1].surface = S("semalam");
    world w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_dates, plans_and_denials_do_not_contradict)
{
    sls_claim claims[] = {
        made_date("npr", "2024-11", "sign", "treaty", "KP;RU", "2024-11"),
        made_date("voa", "2024-06-19", "sign", "treaty", "KP;RU", "2024-06-19"),
    };
    claims[0].state = SLS_PLANNED;
    world w = world_of(claims, 2);
    cr_expect_eq(find_rule(&w, "date-conflict")->verdict, SLS_POSSIBLE);
    cr_expect_eq(find_rule(&w, "date-conflict")->severity, SLS_NOTE);
    world_free(&w);
    claims[0].state = SLS_DENIED;
    w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_dates, an_unreadable_date_contradicts_nobody)
{
    const sls_claim claims[] = {
        made_date("npr", "2024-11", "sign", "treaty", "KP;RU", "2023-02-29"),
        made_date("voa", "2024-06-19", "sign", "treaty", "KP;RU", "2024-06-19"),
        made_date("orf", "", "sign", "treaty", "KP;RU", "kemarin dulu"),
    };
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "date-conflict", -1), 0);
    world_free(&w);
}

Test(compare_dates, times_of_unknown_days_are_compared_by_the_clock)
{
    const char *const half = "XXXX-XX-XXT14:30+07:00";
    cr_expect_eq(relate(half, half), SLS_DATES_AGREE);
    cr_expect_eq(relate(half, "XXXX-XX-XXT15:30+08:00"), SLS_DATES_AGREE);
    cr_expect_eq(relate(half, "2019-09-10T14:30+07:00"), SLS_DATES_AGREE);
    cr_expect_eq(relate("XXXX-XX-XXT23:30+07:00", "XXXX-XX-XXT01:30+09:00"), SLS_DATES_AGREE);
    cr_expect_eq(relate(half, "XXXX-XX-XXT15:30+07:00"), SLS_DATES_CLOCKS);
    cr_expect_eq(relate(half, "2019-09-10"), SLS_DATES_SILENT);
}

Test(compare_dates, a_full_or_half_hour_may_be_rounded)
{
    cr_expect_eq(relate("XXXX-XX-XXT14:00", "XXXX-XX-XXT13:50"), SLS_DATES_AGREE);
    cr_expect_eq(relate("XXXX-XX-XXT09:25", "XXXX-XX-XXT09:30"), SLS_DATES_AGREE);
    cr_expect_eq(relate("XXXX-XX-XXT14:00", "XXXX-XX-XXT13:44"), SLS_DATES_CLOCKS);
    cr_expect_eq(relate("XXXX-XX-XXT10:36", "XXXX-XX-XXT10:31"), SLS_DATES_CLOCKS);
    cr_expect_eq(relate("2019-09-13T00:00", "2019-09-12T23:52"), SLS_DATES_AGREE);
    cr_expect_eq(relate("2019-09-13T00:00", "2019-09-13T23:52"), SLS_DATES_CLOCKS);
    cr_expect_eq(relate("XXXX-XX-XXT00:00", "XXXX-XX-XXT23:52"), SLS_DATES_AGREE);
}
