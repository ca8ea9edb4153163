#include "model/stance.h"

#include <criterion/criterion.h>

static sls_claim said(const char *stance, const char *context, const char *event)
{
    return (sls_claim){ .kind = SLS_KIND_DATE,
                        .value = SLS_STR("1987"),
                        .stance = sls_str_of(stance),
                        .context = sls_str_of(context),
                        .event = sls_str_of(event) };
}

static sls_stance_relation relation(sls_claim a, sls_claim b)
{
    const sls_stance_relation forth = sls_stance_compare(&a, &b);
    cr_expect_eq(sls_stance_compare(&b, &a), forth);
    return forth;
}

Test(stance, two_ends_of_an_axis_oppose)
{
    cr_expect_eq(relation(said("rise+", "", ""), said("rise-", "", "")), SLS_STANCE_OPPOSES);
    cr_expect_eq(relation(said("rise+", "", ""), said("rise+", "", "")), SLS_STANCE_ALIKE);
    cr_expect_eq(relation(said("rise+", "", ""), said("win-", "", "")), SLS_STANCE_ALIKE);
    cr_expect_eq(relation(said("rise+", "", ""), said("risen-", "", "")), SLS_STANCE_ALIKE);
}

Test(stance, an_axis_alike_hides_none_that_is_opposed)
{
    cr_expect_eq(relation(said("local+;win+", "", ""), said("local+;win-", "", "")),
                 SLS_STANCE_OPPOSES);
}

Test(stance, not_yet_is_a_denial_and_by_now_what_it_denies)
{
    const sls_claim no = said("done-;not:dibuka", "dibuka;pelabuhan", "");
    cr_expect_eq(relation(no, said("done+", "dibuka;pelabuhan", "")), SLS_STANCE_DENIES);
    cr_expect_eq(relation(said("done-", "", ""), said("done+", "", "")), SLS_STANCE_ALIKE);
}

Test(stance, a_word_that_the_other_has_is_denied)
{
    const sls_claim denial = said("not:dikunjungi", "dikunjungi;gubernur", "");
    cr_expect_eq(relation(denial, said("", "dikunjungi;gubernur", "")), SLS_STANCE_DENIES);
    cr_expect_eq(relation(denial, said("", "gubernur", "")), SLS_STANCE_ALIKE);
    cr_expect_eq(relation(denial, denial), SLS_STANCE_ALIKE);
}

Test(stance, an_event_is_denied_in_other_words)
{
    const sls_claim denial = said("not:@visit;not:dikunjungi", "dikunjungi", "visit");
    cr_expect_eq(relation(denial, said("", "mengunjungi", "visit")), SLS_STANCE_DENIES);
    cr_expect_eq(relation(denial, said("", "menulis", "write")), SLS_STANCE_ALIKE);
}

Test(stance, only_one_value_is_told_both_ways)
{
    const sls_claim up = said("rise+", "", "");
    sls_claim down = said("rise-", "", "");
    cr_expect(sls_stance_parts(&up, &down));
    down.value = SLS_STR("1988");
    cr_expect_not(sls_stance_parts(&up, &down));
}
