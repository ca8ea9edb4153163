#include "report/decisions.h"

#include "base/interval.h"
#include "report/finding_csv.h"

#include <criterion/criterion.h>

static sls_arena *arena;
static sls_diag diag;
static sls_decisions decisions;
static size_t refused;
static sls_diag last;

static void refuse(void *context, const sls_diag *why)
{
    cr_expect_eq(context, &refused);
    refused++;
    last = *why;
}

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
    sls_decisions_init(&decisions, arena, refuse, &refused);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(decisions, .init = make, .fini = drop);

static const sls_claim twelve = { .kind = SLS_KIND_QUANTITY, .value = SLS_S("12") };
static const sls_claim fifteen = { .kind = SLS_KIND_QUANTITY, .value = SLS_S("15") };
static const sls_claim minus = { .kind = SLS_KIND_NAME, .value = SLS_S("-x") };

static sls_finding finding_of(const char *id)
{
    return (sls_finding){ .id = sls_str_of(id),
                          .severity = SLS_ERROR,
                          .verdict = SLS_CONFLICT,
                          .rule = "number-conflict",
                          .a = &twelve,
                          .b = &fifteen };
}

static int32_t day(int year, int month, int day_of_month)
{
    int32_t out;
    cr_assert_eq(sls_day_of(year, month, day_of_month, &out), SLS_OK);
    return out;
}

/* What one row, behind the contract's columns and `corrected`, makes of a new finding `aaaa`. */
static sls_finding decided(const char *row)
{
    sls_finding finding = finding_of("aaaa");
    sls_str text;
    cr_assert_eq(sls_arena_format(arena, &text,
                                  "finding_id,decision,by,on,expires,note,a_value,b_value,"
                                  "corrected\n%s\n",
                                  row),
                 SLS_OK);
    cr_assert_eq(sls_decisions_read(&decisions, text, "d.csv", &diag), SLS_OK);
    sls_decisions_apply(&decisions, &finding, 1, day(2024, 11, 22));
    return finding;
}

Test(decisions, what_is_no_conflict_is_waived)
{
    cr_expect_eq(decided("aaaa,changed,sari,2024-11-22,,,12,15").state, SLS_WAIVED);
}

Test(decisions, not_the_same_thing_is_waived)
{
    cr_expect_eq(decided("aaaa,not-same,,,,,12,15").state, SLS_WAIVED);
}

Test(decisions, misread_is_waived)
{
    cr_expect_eq(decided("aaaa,misread,,,,,,").state, SLS_WAIVED);
}

Test(decisions, a_wrong_side_stays_and_is_told_first)
{
    const sls_finding finding = decided("aaaa,b-wrong,sari,,,,12,15");

    cr_expect_eq(finding.state, SLS_NEW);
    cr_assert_not_null(finding.decision);
    cr_expect_eq(finding.decision->word, SLS_DECIDED_B_WRONG);
    cr_expect_eq(sls_finding_lead(&finding), SLS_SIDE_B);
}

Test(decisions, a_wrong_side_that_was_corrected_is_waived)
{
    cr_expect_eq(decided("aaaa,both-wrong,sari,,,,12,15,2024-11-20").state, SLS_WAIVED);
}

Test(decisions, what_is_left_open_changes_nothing)
{
    const sls_finding finding = decided("aaaa,undecided,sari,,,ask again,12,15,2024");

    cr_expect_eq(finding.state, SLS_NEW);
    cr_expect(sls_str_eq(finding.decision->note, SLS_STR("ask again")));
}

Test(decisions, dates_that_a_spreadsheet_turned_are_read)
{
    static const char *const rows[] = { "aaaa,changed,,22/11/2024,22/11/2024,,12,15",
                                        "aaaa,changed,,11/22/2024,2024/11/22,,12,15",
                                        "aaaa,changed,,22-11-2024,22.11.2024,,12,15",
                                        "aaaa,changed,,4.3.2024,12.12.2024,,12,15" };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        sls_decisions_init(&decisions, arena, refuse, &refused);
        const sls_finding finding = decided(rows[i]);
        cr_expect_eq(finding.state, SLS_WAIVED, "%s", rows[i]);
        cr_assert_not_null(finding.decision);
        cr_expect(sls_str_starts(finding.decision->on, SLS_STR("2024-")), "%s", rows[i]);
    }
    cr_expect_eq(refused, 0);
}

Test(decisions, a_turned_date_that_may_be_two_days_or_none_is_refused_with_its_place)
{
    static const char *const rows[] = { "aaaa,changed,,03/04/2024,,,12,15",
                                        "aaaa,changed,,,31/02/2024,,12,15",
                                        "aaaa,changed,,,22/11/24,,12,15" };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        sls_decisions_init(&decisions, arena, refuse, &refused);
        refused = 0;
        cr_expect_eq(decided(rows[i]).state, SLS_NEW, "%s", rows[i]);
        cr_expect_eq(refused, 1, "%s", rows[i]);
        cr_expect_eq(last.line, 2);
        cr_expect_not_null(strstr(last.message, "2024-11-22"), "%s", last.message);
    }
}

Test(decisions, values_that_a_spreadsheet_turned_are_the_finding_s)
{
    static const struct {
        const char *cell, *value;
        bool same;
    } pairs[] = {
        { "22/11/2024", "2024-11-22", true },
        { "03/04/2024", "2024-04-03", true },
        { "03/04/2024", "2024-03-04", true },
        { "03/04/2024", "2024-04-04", false },
        { "22/11/2024", "2024-11", false },
        { "0,7", "0.7", true },
        { "0,7", "0.8", false },
        { "0,7", "07", false },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        cr_expect_eq(sls_value_is(sls_str_of(pairs[i].cell), sls_str_of(pairs[i].value)),
                     pairs[i].same, "%s, %s", pairs[i].cell, pairs[i].value);
}

Test(decisions, a_waiver_counts_to_the_last_day_of_its_month)
{
    cr_expect_eq(decided("aaaa,changed,,,2024-11,,12,15").state, SLS_WAIVED);
}

Test(decisions, an_expired_waiver_makes_even_a_known_finding_new)
{
    sls_finding finding = decided("aaaa,changed,,,2024-11-22,,12,15");

    cr_expect_eq(finding.state, SLS_WAIVED);
    finding.state = SLS_KNOWN;
    sls_decisions_apply(&decisions, &finding, 1, day(2024, 11, 23));
    cr_expect_eq(finding.state, SLS_NEW);
    cr_expect(finding.decision->expired);
}

Test(decisions, another_value_brings_the_finding_back)
{
    sls_leftover *rows;
    size_t count;
    const sls_finding finding = decided("aaaa,changed,,,,,12,16");

    cr_expect_eq(finding.state, SLS_NEW);
    cr_expect_null(finding.decision);
    cr_assert_eq(sls_decisions_leftovers(&decisions, arena, &rows, &count), SLS_OK);
    cr_assert_eq(count, 1);
    cr_expect_eq(rows[0].line, 2);
    cr_expect_str_eq(rows[0].message, "leftover-stale");
}

Test(decisions, a_decision_that_nothing_uses_is_left_over)
{
    sls_leftover *rows;
    size_t count;

    cr_expect_null(decided("bbbb,changed,,,,,12,15").decision);
    cr_assert_eq(sls_decisions_leftovers(&decisions, arena, &rows, &count), SLS_OK);
    cr_assert_eq(count, 1);
    cr_expect_str_eq(rows[0].message, "leftover-decision");
}

Test(decisions, agreements_carry_decisions_and_keep_their_state)
{
    sls_finding finding = decided("aaaa,misread,,,,,12,15");

    finding.state = SLS_NEW;
    finding.verdict = SLS_AGREE;
    sls_decisions_apply(&decisions, &finding, 1, 0);
    cr_expect_eq(finding.state, SLS_NEW);
}

Test(decisions, a_value_that_was_defused_is_the_same)
{
    sls_finding finding = finding_of("aaaa");

    finding.b = &minus;
    cr_assert_eq(sls_decisions_read(&decisions,
                                    SLS_STR("decision,b_value,finding_id\nchanged,'-x,aaaa\n"),
                                    "d.csv", &diag),
                 SLS_OK);
    sls_decisions_apply(&decisions, &finding, 1, 0);
    cr_expect_eq(finding.state, SLS_WAIVED);
}

Test(decisions, each_bad_row_is_refused_and_the_others_count)
{
    refused = 0;
    cr_expect_eq(decided("aaaa,maybe\naaaa,changed,,2024-13\n,changed\naaaa,changed,,,,,12,15\n"
                         "aaaa,misread")
                     .state,
                 SLS_WAIVED);
    cr_expect_eq(refused, 4);
    cr_expect_eq(last.line, 6);
    cr_expect_str_eq(last.path, "d.csv");
}

Test(decisions, times_of_programs_are_dates)
{
    refused = 0;
    cr_expect_eq(decided("aaaa,changed,,2024-11-22T09:05:07.123Z,,,12,15").state, SLS_WAIVED);
    cr_expect_eq(refused, 0);
}

Test(decisions, a_file_needs_ids_and_words)
{
    cr_expect_eq(sls_decisions_read(&decisions, SLS_STR("finding_id,by\nx,y\n"), "d.csv", &diag),
                 SLS_ESYNTAX);
    cr_expect_eq(diag.line, 1);
    cr_expect_eq(sls_decisions_read(&decisions, SLS_STR(""), "d.csv", &diag), SLS_OK);
}

Test(decisions, every_word_has_a_name_and_back)
{
    for (sls_decision_word word = 0; word < SLS_DECISIONS; word++) {
        sls_decision_word back = SLS_DECISIONS;
        cr_expect_eq(sls_decision_of(sls_str_of(sls_decision_name(word)), &back), SLS_OK);
        cr_expect_eq(back, word);
    }
}
