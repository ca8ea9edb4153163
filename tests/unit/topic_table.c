#include "report/topic_table.h"

#include "made_claims.h"

/* Three reports of one toll, the second a copy of the first, and the findings on them. */
typedef struct {
    sls_claim claims[3];
    sls_member members[3];
    sls_pair pairs[2];
    sls_group group;
    sls_finding finding;
    sls_arena *arena;
} toll;

static void make(toll *t)
{
    const sls_claim first = made_quantity("a", "2024-03-09", "dead", "person", "12", "ID", "");
    *t = (toll){ .arena = sls_arena_new(0) };
    cr_assert_not_null(t->arena);
    for (int i = 0; i < 3; i++)
        t->claims[i] = first;
    t->claims[1].article = t->claims[1].source = S("b");
    t->claims[2].article = t->claims[2].source = S("c");
    t->claims[2].value = S("15");
    t->claims[2].bound = SLS_BOUND_ABOUT;
    for (int i = 0; i < 3; i++)
        t->members[i] = (sls_member){ .claim = &t->claims[i], .witness = i == 2 };
    t->pairs[0] = (sls_pair){ .a = 0, .b = 1 };
    t->pairs[1] = (sls_pair){ .a = 1, .b = 2 };
    t->group = (sls_group){ .id = S("g"),
                            .kind = SLS_KIND_QUANTITY,
                            .what = S("dead"),
                            .members = t->members,
                            .count = 3,
                            .pairs = t->pairs,
                            .pair_count = 2 };
    t->finding = (sls_finding){ .id = S("f"),
                                .verdict = SLS_CONFLICT,
                                .kind = SLS_KIND_QUANTITY,
                                .rule = "number-conflict",
                                .a = &t->claims[0],
                                .b = &t->claims[2],
                                .group_id = S("g") };
}

static sls_topic topic_of(const toll *t)
{
    return (sls_topic){ .groups = &t->group,
                        .group_count = 1,
                        .findings = &t->finding,
                        .finding_count = 1,
                        .time = { SLS_DAY_OPEN_PAST, SLS_DAY_OPEN_FUTURE },
                        .verdict = -1 };
}

static sls_topic_table table_of(const toll *t, sls_topic topic)
{
    sls_topic_table table;
    cr_assert_eq(sls_topic_table_make(&topic, t->arena, &table), SLS_OK);
    return table;
}

Test(topic_table, aligned_claims_are_one_fact_with_a_column_for_each_source)
{
    toll t;
    make(&t);
    const sls_topic_table table = table_of(&t, topic_of(&t));

    cr_assert_eq(table.count, 1);
    cr_expect_eq(table.facts[0].count, 3);
    cr_expect_eq(table.facts[0].worst, SLS_CONFLICT);
    cr_assert_eq(table.source_count, 3);
    cr_expect(sls_str_eq(table.sources[2], S("c")));
    sls_arena_free(t.arena);
}

Test(topic_table, a_copy_is_marked_and_its_original_is_not)
{
    toll t;
    make(&t);
    const sls_topic_table table = table_of(&t, topic_of(&t));

    cr_expect_not(table.facts[0].at[0].copied);
    cr_expect(table.facts[0].at[1].copied);
    cr_expect_not(table.facts[0].at[2].copied);
    sls_arena_free(t.arena);
}

Test(topic_table, only_who_takes_part_in_a_finding_contradicts)
{
    toll t;
    make(&t);
    const sls_topic_table table = table_of(&t, topic_of(&t));

    cr_expect(table.facts[0].at[0].found);
    cr_expect_not(table.facts[0].at[1].found);
    cr_expect(table.facts[0].at[2].found);
    sls_arena_free(t.arena);
}

Test(topic_table, what_editors_decided_counts)
{
    toll t;
    sls_decision decision = { .word = SLS_DECIDED_CHANGED };
    make(&t);
    t.finding.decision = &decision;
    t.finding.state = SLS_WAIVED;
    cr_expect_eq(table_of(&t, topic_of(&t)).facts[0].worst, SLS_SUPERSEDED);
    decision.word = SLS_DECIDED_MISREAD;
    cr_expect_eq(table_of(&t, topic_of(&t)).count, 0);
    decision.word = SLS_DECIDED_A_WRONG; /* and corrected: it was a conflict all the same */
    cr_expect_eq(table_of(&t, topic_of(&t)).facts[0].worst, SLS_CONFLICT);
    sls_arena_free(t.arena);
}

Test(topic_table, members_that_nothing_is_aligned_with_are_another_fact)
{
    toll t;
    make(&t);
    t.group.pair_count = 1;
    const sls_topic_table table = table_of(&t, topic_of(&t));

    cr_assert_eq(table.count, 2);
    cr_expect_eq(table.facts[0].count, 2);
    cr_expect_eq(table.facts[1].count, 1);
    sls_arena_free(t.arena);
}

Test(topic_table, other_verdicts_and_other_times_are_left_out)
{
    toll t;
    make(&t);
    sls_topic topic = topic_of(&t);

    topic.verdict = SLS_AGREE;
    cr_expect_eq(table_of(&t, topic).count, 0);
    topic.verdict = SLS_CONFLICT;
    cr_expect_eq(table_of(&t, topic).count, 1);
    topic.time.last = 0;
    cr_expect_eq(table_of(&t, topic).count, 0);
    sls_arena_free(t.arena);
}

Test(topic_table, cells_tell_value_date_and_marks)
{
    toll t;
    sls_out *out;
    sls_diag diag;
    make(&t);
    const sls_topic_table table = table_of(&t, topic_of(&t));
    sls_arena *scratch = sls_arena_new(0);

    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
    cr_assert_eq(sls_topic_write_csv(&table, SLS_LANG_EN, out, scratch), SLS_OK);
    cr_expect(sls_str_eq(sls_out_text(out),
                         S("fact,kind,what,entities,verdict,a,b,c\n"
                           "number of person (dead),quantity,dead,,conflict,\"12, 9 March 2024 "
                           "[!]\",\"12, 9 March 2024 [=]\",\"about 15, 9 March 2024 [!~]\"\n")));
    sls_out_abandon(out);
    sls_arena_free(scratch);
    sls_arena_free(t.arena);
}
