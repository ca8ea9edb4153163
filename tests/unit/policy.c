#include "report/policy.h"

#include <criterion/criterion.h>

static sls_arena *arena;

static void start(void)
{
    arena = sls_arena_new(0);
}

static void end(void)
{
    sls_arena_free(arena);
}

TestSuite(policy, .init = start, .fini = end);

static const sls_finding made[] = {
    { .rule = "title-conflict", .severity = SLS_ERROR, .verdict = SLS_CONFLICT },
    { .rule = "date-conflict", .severity = SLS_WARNING, .verdict = SLS_CONFLICT },
    { .rule = "name-spelling", .severity = SLS_NOTE, .verdict = SLS_POSSIBLE },
    { .rule = "title-agree", .severity = SLS_NOTE, .verdict = SLS_AGREE },
};

/* The rules that stay, in order, as one text. */
static const char *applied(sls_policy policy, sls_finding *findings)
{
    size_t count = sizeof made / sizeof *made;
    sls_str text = SLS_STR("");
    memcpy(findings, made, sizeof made);
    cr_assert_eq(sls_policy_apply(&policy, findings, &count, arena), SLS_OK);
    for (size_t i = 0; i < count; i++)
        cr_assert_eq(sls_arena_format(arena, &text, "%.*s%s ", SLS_FMT(text), findings[i].rule),
                     SLS_OK);
    return text.len > 0 ? text.ptr : "";
}

Test(policy, drops_what_is_ignored_and_keeps_only_what_is_selected)
{
    sls_finding findings[4];
    const char *rules[] = { "name-spelling", "title-conflict" };
    cr_expect_str_eq(applied((sls_policy){ .ignore = rules, .ignore_count = 2 }, findings),
                     "date-conflict title-agree ");
    cr_expect_str_eq(applied((sls_policy){ .select = rules, .select_count = 2 }, findings),
                     "title-conflict name-spelling ");
    cr_expect_str_eq(
        applied(
            (sls_policy){ .select = rules, .select_count = 2, .ignore = rules, .ignore_count = 1 },
            findings),
        "title-conflict ");
}

Test(policy, sets_severities_and_puts_the_worst_first_again)
{
    sls_finding findings[4];
    const char *levels[] = { "title-conflict=error", "name-spelling=error", "title-conflict=note",
                             "title-agree=error" };
    cr_expect_str_eq(applied((sls_policy){ .severity = levels, .severity_count = 4 }, findings),
                     "name-spelling date-conflict title-conflict title-agree ");
    cr_expect_eq(findings[2].severity, SLS_NOTE, "the last setting of a rule counts");
}
