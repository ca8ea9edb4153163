#include "report/progress.h"

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

TestSuite(progress, .init = start, .fini = end);

static const char *line(sls_lang ui, sls_progress progress)
{
    sls_draft draft = { .arena = arena };
    sls_str text;
    cr_assert_eq(sls_progress_line(ui, &progress, &draft), SLS_OK);
    sls_draft_add(&draft, (sls_str){ "", 1 });
    cr_assert_eq(sls_draft_done(&draft, &text), SLS_OK);
    cr_expect_leq(text.len, 80);
    return text.ptr;
}

Test(progress, tells_share_rate_and_time_left_of_a_known_length)
{
    const sls_progress half = { 3000, 10000000, 20000000, 1000, false };
    cr_expect_str_eq(line(SLS_LANG_EN, half),
                     "[=========>          ] 49%  10.0 of 20.0 MB, 10.0 MB/s, 0:01 left");
    cr_expect_str_eq(line(SLS_LANG_ID, half),
                     "[=========>          ] 49%  10,0 dari 20,0 MB, 10,0 MB/dtk, 0:01 lagi");
}

Test(progress, tells_no_share_of_a_pipe_and_no_time_left_at_the_very_start)
{
    cr_expect_str_eq(line(SLS_LANG_EN, (sls_progress){ 1, 2500000, 0, 500, false }),
                     "2.5 MB, 5.0 MB/s");
    cr_expect_str_eq(line(SLS_LANG_EN, (sls_progress){ 0, 0, 5000000, 0, false }),
                     "[>                   ] 0%  0.0 of 5.0 MB, 0.0 MB/s");
}

Test(progress, never_tells_more_than_all_when_a_file_grew)
{
    const sls_progress grown = { 9, 30000000, 20000000, 2000, false };
    cr_expect_str_eq(line(SLS_LANG_EN, grown),
                     "[===================>] 99%  20.0 of 20.0 MB, 10.0 MB/s, 0:00 left");
}

Test(progress, tells_how_many_articles_are_compared)
{
    cr_expect_str_eq(line(SLS_LANG_EN, (sls_progress){ 1, 2, 2, 5, true }), "comparing 1 article");
}
