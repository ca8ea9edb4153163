#include "compare/tenure.h"

#include "base/edtf.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#define FOREIGN_MINISTER 1643 /* days: four and a half years */
#define MAX              8

typedef struct {
    sls_hold holds[MAX];
    int32_t firsts[MAX], lasts[MAX];
    sls_holder holder;
} made;

static int by_day(const void *x, const void *y)
{
    return *(const int32_t *)x < *(const int32_t *)y ? -1 : 1;
}

/* A holder of times that stand in order, each told by its own witness from `witness` on. */
static void make(made *m, uint32_t witness, size_t count, const char *const *times)
{
    *m = (made){ .holder = { m->holds, count, m->firsts, m->lasts, { 0, 0 }, false } };
    for (uint32_t i = 0; i < count; i++) {
        sls_edtf e;
        cr_assert_eq(sls_edtf_read(sls_str_of(times[i]), &e), SLS_OK);
        m->holds[i] = (sls_hold){ .when = e.days,
                                  .article = witness + i,
                                  .witness = witness + i,
                                  .member = i,
                                  .dated = true };
        m->firsts[i] = e.days.first;
        m->lasts[i] = e.days.last;
        m->holder.hull = i ? sls_interval_hull(m->holder.hull, e.days) : e.days;
    }
    qsort(m->lasts, count, sizeof *m->lasts, by_day);
}

#define MAKE(m, witness, ...)                                                                      \
    make(&(m), witness, sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(char *),                  \
         (const char *[]){ __VA_ARGS__ })

Test(tenure, the_chance_of_a_change_grows_with_the_gap)
{
    cr_expect_eq(sls_chance_of_change(0, 1000), 0);
    cr_expect_eq(sls_chance_of_change(-5, 1000), 0);
    cr_expect_float_eq(sls_chance_of_change(100, 1000), 95, 1.5);
    cr_expect_float_eq(sls_chance_of_change(1000, 1000), 632, 1.5);
    cr_expect_float_eq(sls_chance_of_change(2000, 1000), 865, 1.5);
    cr_expect_eq(sls_chance_of_change(INT32_MAX, 1), 1000);
}

Test(tenure, a_claim_between_two_of_another_clashes_without_doubt)
{
    made shoigu, lavrov;
    bool coarse;
    MAKE(shoigu, 1, "2023-07-27");
    MAKE(lavrov, 5, "2023", "2024-01-16");
    const sls_tenure t = sls_tenure_judge(&shoigu.holder, &lavrov.holder, FOREIGN_MINISTER, false);
    cr_expect_eq(t.relation, SLS_TENURE_CLASH);
    cr_expect_eq(sls_tenure_doubt(&shoigu.holds[0], &lavrov.holder, FOREIGN_MINISTER, &coarse), 0);
    cr_expect_not(coarse);
}

Test(tenure, a_year_alone_proves_no_overlap)
{
    made one, other;
    bool coarse;
    MAKE(one, 1, "2023-07-27");
    MAKE(other, 5, "2023");
    cr_expect_eq(sls_tenure_doubt(&one.holds[0], &other.holder, FOREIGN_MINISTER, &coarse), 0);
    cr_expect(coarse);
}

Test(tenure, two_voices_on_each_side_in_order_are_a_change)
{
    made retno, sugiono;
    MAKE(retno, 1, "2024-09-15", "2024-10-20");
    MAKE(sugiono, 5, "2024-10-21", "2024-11-09");
    const sls_tenure t = sls_tenure_judge(&retno.holder, &sugiono.holder, FOREIGN_MINISTER, false);
    cr_expect_eq(t.relation, SLS_TENURE_CHANGE);
    cr_expect(t.a_first);
    cr_expect_not(
        sls_tenure_judge(&sugiono.holder, &retno.holder, FOREIGN_MINISTER, false).a_first);
}

Test(tenure, one_voice_shortly_after_another_is_doubtful)
{
    made before, after;
    MAKE(before, 1, "2024-09-15");
    MAKE(after, 5, "2024-10-21");
    const sls_tenure t = sls_tenure_judge(&before.holder, &after.holder, FOREIGN_MINISTER, false);
    cr_expect_eq(t.relation, SLS_TENURE_CLASH);
    cr_expect_lt(t.doubt, 150);
}

Test(tenure, a_word_of_succession_makes_one_voice_enough)
{
    made before, after;
    MAKE(before, 1, "2024-09-15");
    MAKE(after, 5, "2024-10-21");
    cr_expect_eq(sls_tenure_judge(&before.holder, &after.holder, FOREIGN_MINISTER, true).relation,
                 SLS_TENURE_CHANGE);
    before.holder.left = true;
    cr_expect_eq(sls_tenure_judge(&before.holder, &after.holder, FOREIGN_MINISTER, false).relation,
                 SLS_TENURE_CHANGE);
}

Test(tenure, long_apart_is_a_change)
{
    made yeltsin, putin;
    MAKE(yeltsin, 1, "1995");
    MAKE(putin, 5, "2024-06-19");
    const sls_tenure t = sls_tenure_judge(&yeltsin.holder, &putin.holder, 2191, false);
    cr_expect_eq(t.relation, SLS_TENURE_CHANGE);
    cr_expect(t.a_first);
}

Test(tenure, one_stale_claim_does_not_undo_a_change)
{
    made retno, sugiono;
    MAKE(retno, 1, "2024-08-01", "2024-09-15", "2024-10-19", "2024-12-20");
    MAKE(sugiono, 5, "2024-10-21", "2024-11-09", "2024-12-01");
    const sls_tenure t = sls_tenure_judge(&retno.holder, &sugiono.holder, FOREIGN_MINISTER, false);
    cr_assert_eq(t.relation, SLS_TENURE_CHANGE);
    cr_expect(sls_tenure_misfits(&retno.holds[3], true, t.turn));
    cr_expect_not(sls_tenure_misfits(&retno.holds[2], true, t.turn));
    cr_expect_not(sls_tenure_misfits(&sugiono.holds[0], false, t.turn));
}

Test(tenure, a_fortnight_after_the_change_is_no_misfit)
{
    made retno, sugiono;
    MAKE(retno, 1, "2024-09-15", "2024-10-28");
    MAKE(sugiono, 5, "2024-10-21", "2024-11-09");
    const sls_tenure t = sls_tenure_judge(&retno.holder, &sugiono.holder, FOREIGN_MINISTER, false);
    cr_assert_eq(t.relation, SLS_TENURE_CHANGE);
    cr_expect_not(sls_tenure_misfits(&retno.holds[1], true, t.turn));
}

Test(tenure, a_year_that_holds_the_change_fits_both)
{
    made cameron, lammy;
    MAKE(cameron, 1, "2024", "2024-02-10", "2024-06-30");
    MAKE(lammy, 5, "2024", "2024-07-10");
    const sls_tenure t = sls_tenure_judge(&cameron.holder, &lammy.holder, FOREIGN_MINISTER, false);
    cr_expect_eq(t.relation, SLS_TENURE_CHANGE);
    cr_expect(t.a_first);
}

Test(tenure, who_alternates_with_another_did_not_succeed_him)
{
    made one, other;
    MAKE(one, 1, "2024-01-05", "2024-05-05", "2024-09-05");
    MAKE(other, 5, "2024-03-05", "2024-07-05", "2024-11-05");
    const sls_tenure t = sls_tenure_judge(&one.holder, &other.holder, FOREIGN_MINISTER, false);
    cr_expect_eq(t.relation, SLS_TENURE_CLASH);
    cr_expect_lt(t.doubt, 150);
}

Test(tenure, between_two_terms_of_one_there_is_room_for_another)
{
    made trump, biden;
    MAKE(trump, 1, "2019-09-10", "2020-02-01", "2025-06-10");
    MAKE(biden, 5, "2022-05-01", "2023-03-01");
    cr_expect_eq(sls_tenure_judge(&trump.holder, &biden.holder, 2191, false).relation,
                 SLS_TENURE_CHANGE);
    MAKE(biden, 5, "2022-05-01");
    cr_expect_eq(sls_tenure_judge(&trump.holder, &biden.holder, 2191, false).relation,
                 SLS_TENURE_CHANGE);
}

Test(tenure, open_ended_times_are_weighed_without_overflow)
{
    made one, other;
    bool coarse;
    MAKE(one, 1, "2009/..");
    MAKE(other, 5, "../2020");
    const sls_tenure t = sls_tenure_judge(&one.holder, &other.holder, FOREIGN_MINISTER, false);
    cr_expect_geq(t.doubt, 0);
    cr_expect_eq(sls_tenure_doubt(&one.holds[0], &other.holder, FOREIGN_MINISTER, &coarse), 0);
    cr_expect(coarse);
}
