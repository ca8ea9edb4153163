#include "model/group_csv.h"
#include "model/term.h"

#include <criterion/criterion.h>

#define S(text) SLS_STR(text)

static sls_claim claim_of(sls_str article, sls_str value, size_t start)
{
    return (sls_claim){ .id = value,
                        .article = article,
                        .kind = SLS_KIND_QUANTITY,
                        .value = value,
                        .unit = S("worker"),
                        .start = start,
                        .end = start + 5 };
}

typedef struct {
    sls_arena *arena, *scratch;
    sls_claim claims[4];
    sls_member members[3];
    sls_pair pairs[2];
    sls_group group;
    sls_groups groups;
} made;

/* Three claims in one group, two pairs; a fourth in none. */
static void make(made *m)
{
    *m = (made){ .arena = sls_arena_new(0), .scratch = sls_arena_new(0) };
    m->claims[0] = claim_of(S("a"), S("10"), 0);
    m->claims[1] = claim_of(S("b"), S("12"), 4);
    m->claims[2] = claim_of(S("c"), S("14"), 8);
    m->claims[3] = claim_of(S("d"), S("99"), 2);
    for (uint32_t i = 0; i < 3; i++)
        m->members[i] = (sls_member){ .claim = &m->claims[i], .witness = 7 - i };
    m->members[1].who = S("someone");
    m->pairs[0] = (sls_pair){ .a = 0, .b = 1, .score = 71 };
    m->pairs[1] = (sls_pair){ .a = 0, .b = 2, .score = 64 };
    sls_terms_add(&m->pairs[1].terms, SLS_TERM_START, 75);
    sls_terms_add(&m->pairs[1].terms, SLS_TERM_SOURCE, -11);
    m->group = (sls_group){ .id = S("0123456789abcdef"),
                            .kind = SLS_KIND_QUANTITY,
                            .what = S("hire"),
                            .entities = S("KP;RU"),
                            .members = m->members,
                            .count = 3,
                            .pairs = m->pairs,
                            .pair_count = 2,
                            .more = 5 };
    m->groups = (sls_groups){ m->claims, 4, &m->group, 1 };
}

static void drop(made *m)
{
    sls_arena_free(m->arena);
    sls_arena_free(m->scratch);
}

static sls_str written(made *m)
{
    sls_out *out;
    sls_str text;

    cr_assert_eq(sls_out_open(NULL, &out, NULL), SLS_OK);
    cr_assert_eq(sls_groups_write(out, &m->groups, m->scratch), SLS_OK);
    cr_assert_eq(sls_arena_copy(m->arena, sls_out_text(out), &text), SLS_OK);
    sls_out_abandon(out);
    return text;
}

Test(group_csv, what_was_written_is_read_again)
{
    made m;
    sls_groups got;
    sls_diag diag = { 0 };

    make(&m);
    cr_assert_eq(sls_groups_read(written(&m), "g.csv", m.arena, &got, &diag), SLS_OK, "%s",
                 diag.message);
    cr_assert_eq(got.claim_count, 4);
    cr_assert_eq(got.group_count, 1);
    cr_assert_eq(got.groups[0].count, 3);
    cr_assert_eq(got.groups[0].pair_count, 2);
    cr_expect_eq(got.groups[0].pairs[1].b, 2);
    cr_expect_eq(got.groups[0].pairs[1].score, 64);
    cr_expect_eq(got.groups[0].pairs[0].terms.count, 0);
    cr_expect_eq(got.groups[0].pairs[1].terms.count, 2);
    cr_expect_eq(got.groups[0].pairs[1].terms.at[1].points, -11);
    cr_expect_eq(got.groups[0].more, 5);
    cr_expect_eq(got.groups[0].members[0].witness, 7);
    cr_expect(sls_str_eq(got.groups[0].members[1].who, S("someone")));
    cr_expect(sls_str_eq(got.groups[0].members[2].claim->value, S("14")));
    cr_expect(got.groups[0].members[2].claim >= got.claims &&
              got.groups[0].members[2].claim < got.claims + 4);
    drop(&m);
}

Test(group_csv, a_claim_of_two_groups_is_one_claim)
{
    made m;
    sls_groups got;
    sls_group both[2];

    make(&m);
    both[0] = both[1] = m.group;
    both[1].id = S("fedcba9876543210");
    m.groups.groups = both;
    m.groups.group_count = 2;
    cr_assert_eq(sls_groups_read(written(&m), "g.csv", m.arena, &got, NULL), SLS_OK);
    cr_expect_eq(got.claim_count, 4);
    cr_expect_eq(got.group_count, 2);
    cr_expect_eq(got.groups[0].members[0].claim, got.groups[1].members[0].claim);
    drop(&m);
}

Test(group_csv, a_pair_with_nobody_is_a_broken_row)
{
    made m;
    sls_groups got;
    sls_diag diag = { 0 };

    make(&m);
    m.pairs[1].b = 9;
    cr_expect_eq(sls_groups_read(written(&m), "g.csv", m.arena, &got, &diag), SLS_ESYNTAX);
    cr_expect_eq(diag.line, 2);
    drop(&m);
}

Test(group_csv, a_claim_without_an_id_is_given_one_that_stays)
{
    const sls_str text = S("kind,article,value,group_id,group_kind,pairs\n"
                           "date,a,2019,g1,date,\n");
    sls_arena *const arena = sls_arena_new(0);
    sls_groups groups;

    cr_assert_eq(sls_groups_read(text, "g.csv", arena, &groups, NULL), SLS_OK);
    cr_assert_eq(groups.claim_count, 1);
    cr_expect_eq(groups.claims[0].id.len, 16);
    cr_expect_eq(sls_str_find_byte(groups.claims[0].id, ' '), SIZE_MAX);
    cr_expect_eq(groups.groups[0].members[0].claim, &groups.claims[0]);
    sls_arena_free(arena);
}

Test(group_csv, claims_alone_are_no_groups)
{
    sls_arena *arena = sls_arena_new(0);
    sls_groups got;
    sls_diag diag = { 0 };

    cr_expect_eq(
        sls_groups_read(S("claim_id,article,kind\nx,a,date\n"), "g.csv", arena, &got, &diag),
        SLS_ESYNTAX);
    sls_arena_free(arena);
}
