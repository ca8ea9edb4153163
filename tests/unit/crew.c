#include "base/crew.h"

#include <criterion/criterion.h>

enum { PIECES = 1000 };

typedef struct {
    int done[PIECES]; /* times that a piece was */
    size_t bad;       /* from this one on pieces fail */
} work;

static sls_status labour(void *context, size_t i)
{
    work *const w = context;
    w->done[i]++;
    if (i < w->bad)
        return SLS_OK;
    return i == w->bad ? SLS_EIO : SLS_ENOMEM;
}

Test(crew, every_piece_is_done_once_by_any_number_of_threads)
{
    static const size_t jobs[] = { 1, 2, 7, 500 };
    for (size_t k = 0; k < sizeof jobs / sizeof *jobs; k++) {
        work w = { .bad = PIECES };
        cr_assert_eq(sls_crew_run(labour, &w, PIECES, jobs[k]), SLS_OK);
        for (size_t i = 0; i < PIECES; i++)
            cr_assert_eq(w.done[i], 1);
    }
}

Test(crew, the_first_piece_that_fails_tells_why)
{
    for (size_t jobs = 1; jobs < 5; jobs++) {
        work w = { .bad = 300 };
        cr_expect_eq(sls_crew_run(labour, &w, PIECES, jobs), SLS_EIO);
        for (size_t i = 0; i < 300; i++)
            cr_assert_eq(w.done[i], 1, "those before it are done");
        cr_expect_eq(w.done[PIECES - 1], 0, "and not all behind it");
    }
}

Test(crew, no_work_is_done_at_once)
{
    work w = { .bad = 0 };
    cr_expect_eq(sls_crew_run(labour, &w, 0, 4), SLS_OK);
}
