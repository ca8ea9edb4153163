#include "compare/numbers.h"

#include "made_claims.h"

static sls_numbers_outcome compare(const char *a, sls_bound a_bound, const char *b,
                                   sls_bound b_bound)
{
    const sls_claim x = { .kind = SLS_KIND_QUANTITY, .value = sls_str_of(a), .bound = a_bound };
    const sls_claim y = { .kind = SLS_KIND_QUANTITY, .value = sls_str_of(b), .bound = b_bound };
    return sls_numbers_compare(&x, &y);
}

static sls_numbers_relation relate(const char *a, sls_bound a_bound, const char *b,
                                   sls_bound b_bound)
{
    return compare(a, a_bound, b, b_bound).relation;
}

static const char *slip(const char *a, const char *b)
{
    const sls_numbers_outcome out = compare(a, SLS_BOUND_EXACT, b, SLS_BOUND_EXACT);
    cr_expect_eq(out.relation, SLS_NUMBERS_CONFLICT, "%s, %s", a, b);
    return out.slip;
}

Test(compare_numbers, a_vague_number_does_not_contradict_a_precise_one)
{
    cr_expect_eq(relate("31248", SLS_BOUND_EXACT, "31000", SLS_BOUND_EXACT), SLS_NUMBERS_REFINE);
    cr_expect_eq(relate("49135", SLS_BOUND_EXACT, "49000", SLS_BOUND_ABOUT), SLS_NUMBERS_REFINE);
    cr_expect_eq(relate("31000", SLS_BOUND_MORE_THAN, "35000", SLS_BOUND_EXACT),
                 SLS_NUMBERS_REFINE);
    cr_expect_eq(relate("0.7", SLS_BOUND_EXACT, "0.70", SLS_BOUND_EXACT), SLS_NUMBERS_AGREE);
}

Test(compare_numbers, equal_numbers_agree)
{
    cr_expect_eq(relate("24", SLS_BOUND_EXACT, "24", SLS_BOUND_EXACT), SLS_NUMBERS_AGREE);
    cr_expect_eq(relate("31000", SLS_BOUND_MORE_THAN, "31000", SLS_BOUND_AT_LEAST),
                 SLS_NUMBERS_AGREE);
}

Test(compare_numbers, disjoint_numbers_conflict)
{
    cr_expect_eq(relate("20", SLS_BOUND_EXACT, "23", SLS_BOUND_EXACT), SLS_NUMBERS_CONFLICT);
    cr_expect_eq(relate("31000", SLS_BOUND_MORE_THAN, "20000", SLS_BOUND_EXACT),
                 SLS_NUMBERS_CONFLICT);
    cr_expect(compare("31000", SLS_BOUND_MORE_THAN, "20000", SLS_BOUND_EXACT).a_over);
    cr_expect_not(compare("20", SLS_BOUND_EXACT, "23", SLS_BOUND_EXACT).a_over);
}

Test(compare_numbers, open_readings_that_meet_far_apart_say_nothing)
{
    cr_expect_eq(relate("2000", SLS_BOUND_MORE_THAN, "31000", SLS_BOUND_MORE_THAN),
                 SLS_NUMBERS_SILENT);
    cr_expect_eq(relate("31000", SLS_BOUND_MORE_THAN, "100000", SLS_BOUND_EXACT),
                 SLS_NUMBERS_SILENT);
}

Test(compare_numbers, thousands_contradict_only_smaller_numbers)
{
    cr_expect_eq(relate("1000..9999", SLS_BOUND_MAGNITUDE, "31000", SLS_BOUND_MORE_THAN),
                 SLS_NUMBERS_SILENT);
    cr_expect_eq(relate("1000..9999", SLS_BOUND_MAGNITUDE, "500", SLS_BOUND_EXACT),
                 SLS_NUMBERS_CONFLICT);
}

Test(compare_numbers, values_more_than_threefold_apart_are_two_things)
{
    cr_expect_eq(relate("110", SLS_BOUND_EXACT, "341", SLS_BOUND_EXACT), SLS_NUMBERS_SILENT);
    cr_expect_eq(relate("1", SLS_BOUND_EXACT, "3", SLS_BOUND_EXACT), SLS_NUMBERS_SILENT);
}

Test(compare_numbers, a_slip_of_scale_or_digits_is_named)
{
    cr_expect_str_eq(slip("150000000000", "150000000000000"), "slip-scale");
    cr_expect_str_eq(slip("26500000", "26500000000"), "slip-scale");
    cr_expect_str_eq(slip("0.07", "0.7"), "slip-shift");
    cr_expect_str_eq(slip("1961", "1916"), "slip-swap");
    cr_expect_str_eq(slip("50", "150"), "slip-digit");
    cr_expect_str_eq(slip("20", "23"), "slip-none");
}

Test(compare_numbers, a_decimal_cut_by_the_writer_is_no_conflict)
{
    cr_expect_eq(relate("18", SLS_BOUND_EXACT, "18.2", SLS_BOUND_EXACT), SLS_NUMBERS_SILENT);
    cr_expect_eq(relate("18", SLS_BOUND_EXACT, "18.9", SLS_BOUND_EXACT), SLS_NUMBERS_CONFLICT);
}

Test(compare_numbers, numbers_of_one_grain_that_differ_by_more_than_a_unit_conflict)
{
    cr_expect_eq(relate("40700000000", SLS_BOUND_EXACT, "40900000000", SLS_BOUND_EXACT),
                 SLS_NUMBERS_CONFLICT);
    cr_expect_neq(relate("40700000000", SLS_BOUND_EXACT, "40750000000", SLS_BOUND_EXACT),
                  SLS_NUMBERS_CONFLICT);
}

Test(compare_numbers, a_slip_needs_figures_that_are_marked)
{
    cr_expect_eq(relate("3", SLS_BOUND_EXACT, "3000", SLS_BOUND_EXACT), SLS_NUMBERS_SILENT);
    cr_expect_eq(relate("300000", SLS_BOUND_EXACT, "3500000", SLS_BOUND_EXACT), SLS_NUMBERS_SILENT);
    cr_expect_str_eq(slip("26500000000", "126500000000"), "slip-digit");
}

Test(compare_numbers, what_is_no_number_is_silent)
{
    cr_expect_eq(relate("", SLS_BOUND_EXACT, "3", SLS_BOUND_EXACT), SLS_NUMBERS_SILENT);
    cr_expect_eq(relate("x", SLS_BOUND_EXACT, "y", SLS_BOUND_EXACT), SLS_NUMBERS_SILENT);
    cr_expect_eq(relate("9..1", SLS_BOUND_RANGE, "5", SLS_BOUND_EXACT), SLS_NUMBERS_SILENT);
}

/* --- through match: is it one thing at all? --- */

#define QUAKE "bangunan;cianjur;gempa;korban;rumah;runtuh;tewas"

Test(compare_numbers, tolls_of_one_event_on_one_day_that_differ_are_a_warning)
{
    const sls_claim claims[] = {
        made_quantity("harian", "2022-11-21", "dead", "person", "46", "ID", QUAKE),
        made_quantity("koran", "2022-11-21", "dead", "person", "64", "ID", QUAKE),
        made_quantity("majalah", "2022-11-21", "dead", "person", "46", "ID", QUAKE),
    };
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "number-conflict", -1), 2);
    cr_expect_eq(count_of(&w, "number-agree", -1), 1);
    const sls_finding *const f = find_rule(&w, "number-conflict");
    cr_expect_eq(f->severity, SLS_WARNING);
    cr_expect_str_eq(f->support, "support-against");
    cr_expect(
        sls_str_eq(f->likely_wrong == SLS_SIDE_A ? f->a->article : f->b->article, S("koran")));
    world_free(&w);
}

Test(compare_numbers, a_toll_that_rises_from_one_day_to_the_next_is_superseded)
{
    const sls_claim claims[] = {
        made_quantity("harian", "2022-11-21", "dead", "person", "46", "ID", QUAKE),
        made_quantity("koran", "2022-11-22", "dead", "person", "64", "ID", QUAKE),
    };
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "number-conflict", -1), 0);
    cr_expect_eq(find_rule(&w, "number-growth")->verdict, SLS_SUPERSEDED);
    world_free(&w);
}

Test(compare_numbers, what_is_planned_is_not_held_against_what_is)
{
    sls_claim claims[] = {
        made_quantity("harian", "2023-07-27", "work", "worker", "31000", "KP;RU", QUAKE),
        made_quantity("koran", "2023-07-27", "work", "worker", "20000", "KP;RU", QUAKE),
    };
    claims[1].state = SLS_PLANNED;
    world w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_numbers, a_list_of_values_in_one_sentence_is_not_held_against_another)
{
    sls_claim claims[] = {
        made_quantity("harian", "2019-09-12", "seize", "ship", "18", "ID", QUAKE),
        made_quantity("harian", "2019-09-12", "seize", "ship", "19", "ID", QUAKE),
        made_quantity("koran", "2019-09-12", "seize", "ship", "17", "ID", QUAKE),
    };
    claims[1].start = 30;
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "number-conflict", -1), 0);
    world_free(&w);
}

Test(compare_numbers, other_participants_or_places_are_other_things)
{
    sls_claim claims[] = {
        made_quantity("harian", "2022-11-21", "dead", "person", "46", "ID", QUAKE),
        made_quantity("koran", "2022-11-21", "dead", "person", "64", "PH", QUAKE),
    };
    world w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
    claims[1].entities = S("ID");
    claims[0].place = S("cianjur@ID");
    claims[1].place = S("malang@ID");
    w = world_of(claims, 2);
    cr_expect_eq(w.findings.count, 0);
    world_free(&w);
}

Test(compare_numbers, an_ordinal_ties_reports_that_are_months_apart)
{
    sls_claim claims[] = {
        made_quantity("esai", "2024-05", "visit", "year", "24", "KP;RU", "geopolitik;hubungan"),
        made_quantity("kabar", "2024-06-19", "visit", "year", "24", "KP;RU", "mengundang;moskow"),
    };
    claims[0].ordinal = claims[1].ordinal = S("1");
    world w = world_of(claims, 2);
    cr_expect_eq(count_of(&w, "number-agree", -1), 1);
    world_free(&w);
}

Test(compare_numbers, a_headline_agrees_with_its_body_and_a_body_not_with_itself)
{
    sls_claim claims[] = {
        made_quantity("kabar", "2024-11", "", "continent", "2", "", ""),
        made_quantity("kabar", "2024-11", "war", "continent", "2", "KP;RU", "konflik"),
        made_quantity("kabar", "2024-11", "war", "continent", "2", "KP;RU", "konflik;pasukan"),
    };
    claims[0].zone = SLS_ZONE_HEADLINE;
    claims[1].start = 50;
    claims[2].start = 90;
    world w = world_of(claims, 3);
    cr_expect_eq(count_of(&w, "number-agree", -1), 1);
    cr_expect_eq(find_rule(&w, "number-agree")->a->start, 10);
    world_free(&w);
}
