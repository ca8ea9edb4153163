#include "io/run.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static sls_arena *arena;
static sls_diag diag;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(run, .init = make, .fini = drop);

static sls_status shell(const char *script, size_t limit, sls_ran *out)
{
    const char *const argv[] = { "sh", "-c", script, "sh", "a b; c", NULL };
    const char *const without[] = { "SLS_SECRET", NULL };
    return sls_run_program(argv, without, limit, arena, out, &diag);
}

Test(run, both_outputs_and_the_exit_status_are_told)
{
    sls_ran ran;

    cr_assert_eq(shell("echo one; echo two >&2; exit 3", 0, &ran), SLS_OK);
    cr_expect_eq(ran.exit, 3);
    cr_expect(sls_str_eq(ran.out, SLS_STR("one\n")));
    cr_expect(sls_str_eq(ran.fault, SLS_STR("two\n")));
}

Test(run, arguments_are_passed_as_they_are)
{
    sls_ran ran;

    cr_assert_eq(shell("printf %s \"$1\"", 0, &ran), SLS_OK);
    cr_expect(sls_str_eq(ran.out, SLS_STR("a b; c")));
}

Test(run, messages_are_in_no_language_and_names_are_left_out)
{
    sls_ran ran;

    setenv("LC_ALL", "id_ID.UTF-8", 1);
    setenv("SLS_SECRET", "x", 1);
    setenv("SLS_OTHER", "y", 1);
    cr_assert_eq(shell("echo $LC_ALL $SLS_SECRET $SLS_OTHER; cat", 0, &ran), SLS_OK);
    cr_expect(sls_str_eq(ran.out, SLS_STR("C y\n")));
}

Test(run, a_program_that_fills_both_pipes_is_read_to_its_end)
{
    sls_ran ran;

    cr_assert_eq(shell("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2", 0, &ran), SLS_OK);
    cr_expect_eq(ran.out.len, 300000);
    cr_expect_eq(ran.fault.len, 300000);
}

Test(run, a_program_that_prints_for_ever_is_cut_short)
{
    sls_ran ran;

    cr_expect_eq(shell("while :; do echo more; done", 1000, &ran), SLS_ETOOBIG);
}

Test(run, a_program_that_is_killed_failed)
{
    sls_ran ran;

    cr_assert_eq(shell("kill -9 $$", 0, &ran), SLS_OK);
    cr_expect_eq(ran.exit, 137);
}

Test(run, a_program_that_is_not_there_is_not_found)
{
    const char *const argv[] = { "selisih-no-such-program", NULL };
    sls_ran ran;

    cr_expect_eq(sls_run_program(argv, NULL, 0, arena, &ran, &diag), SLS_ENOTFOUND);
}
