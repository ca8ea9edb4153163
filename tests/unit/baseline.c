#include "report/baseline.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static sls_arena *arena;
static sls_diag diag;
static char path[64];

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
    snprintf(path, sizeof path, "/tmp/selisih-baseline-%ld.csv", (long)getpid());
}

static void drop(void)
{
    unlink(path);
    sls_arena_free(arena);
}

TestSuite(baseline, .init = make, .fini = drop);

static const sls_claim twelve = { .article = SLS_S("satu"),
                                  .kind = SLS_KIND_QUANTITY,
                                  .value = SLS_S("12") };
static const sls_claim formula = { .article = SLS_S("=dua"),
                                   .kind = SLS_KIND_NAME,
                                   .value = SLS_S("=1+1") };

static sls_finding finding_of(const char *id, const sls_claim *a, const sls_claim *b)
{
    return (sls_finding){ .id = sls_str_of(id),
                          .severity = SLS_ERROR,
                          .verdict = SLS_CONFLICT,
                          .rule = "date-impossible",
                          .a = a,
                          .b = b };
}

static sls_str write_and_read(const sls_finding *findings, size_t count)
{
    sls_str text;
    cr_assert_eq(sls_baseline_write(path, SLS_LANG_EN, findings, count, arena, &diag), SLS_OK);
    cr_assert_eq(sls_file_read(path, 0, arena, &text, &diag), SLS_OK);
    return text;
}

Test(baseline, what_was_written_is_known)
{
    sls_finding findings[] = { finding_of("bbbb", &twelve, &formula),
                               finding_of("aaaa", &formula, &twelve) };
    sls_baseline_use use;
    const sls_str text = write_and_read(findings, 2);

    cr_assert_eq(sls_baseline_mark(text, path, findings, 2, arena, &use, &diag), SLS_OK);
    cr_expect_eq(findings[0].state, SLS_KNOWN);
    cr_expect_eq(findings[1].state, SLS_KNOWN);
    cr_expect_eq(use.known, 2);
    cr_expect_eq(use.unused, 0);
    cr_expect_lt(sls_str_find(text, SLS_STR("aaaa")), sls_str_find(text, SLS_STR("bbbb")));
    cr_expect_neq(sls_str_find(text, SLS_STR("'=1+1")), SIZE_MAX);
}

Test(baseline, a_finding_with_another_value_is_new)
{
    const sls_finding old = finding_of("aaaa", &twelve, &twelve);
    sls_claim thirteen = twelve;
    thirteen.value = SLS_STR("13");
    sls_finding now = finding_of("aaaa", &twelve, &thirteen);
    sls_baseline_use use;
    const sls_str text = write_and_read(&old, 1);

    cr_assert_eq(sls_baseline_mark(text, path, &now, 1, arena, &use, &diag), SLS_OK);
    cr_expect_eq(now.state, SLS_NEW);
    cr_expect_eq(use.known, 0);
    cr_expect_eq(use.unused, 1);
}

Test(baseline, agreements_are_no_part_of_it)
{
    sls_finding agreement = finding_of("aaaa", &twelve, &twelve);
    agreement.verdict = SLS_AGREE;

    cr_expect_eq(sls_str_find(write_and_read(&agreement, 1), SLS_STR("aaaa")), SIZE_MAX);
}

Test(baseline, columns_are_found_by_name)
{
    sls_finding finding = finding_of("aaaa", &twelve, &twelve);
    sls_baseline_use use;
    const sls_str text = SLS_STR("b_value,note,finding_id,a_value\n12,checked by hand,aaaa,12\n");

    cr_assert_eq(sls_baseline_mark(text, path, &finding, 1, arena, &use, &diag), SLS_OK);
    cr_expect_eq(finding.state, SLS_KNOWN);
}

Test(baseline, a_table_without_ids_is_refused_with_a_remedy)
{
    sls_finding finding = finding_of("aaaa", &twelve, &twelve);
    sls_baseline_use use;

    cr_expect_eq(sls_baseline_mark(SLS_STR("rule,what\nx,y\n"), "known.csv", &finding, 1, arena,
                                   &use, &diag),
                 SLS_ESYNTAX);
    cr_expect_str_eq(diag.path, "known.csv");
    cr_expect_neq(sls_str_find(sls_str_of(diag.message), SLS_STR("--write-baseline")), SIZE_MAX);
    cr_expect_eq(finding.state, SLS_NEW);
}
