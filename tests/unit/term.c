#include "model/term.h"

#include <criterion/criterion.h>

Test(term, a_score_is_the_sum_of_its_terms)
{
    sls_terms terms = { .count = 0 };
    cr_expect_eq(sls_terms_score(&terms), 0);
    sls_terms_add(&terms, SLS_TERM_START, 75);
    sls_terms_add(&terms, SLS_TERM_WHAT, 5);
    sls_terms_add(&terms, SLS_TERM_RATIO, -20);
    cr_expect_eq(sls_terms_score(&terms), 60);
}

Test(term, no_points_are_no_term)
{
    sls_terms terms = { .count = 0 };
    sls_terms_add(&terms, SLS_TERM_PLACE, 0);
    cr_expect_eq(terms.count, 0);
}

Test(term, a_score_stays_within_its_range)
{
    sls_terms high = { .count = 0 }, low = { .count = 0 };
    sls_terms_add(&high, SLS_TERM_START, 75);
    sls_terms_add(&high, SLS_TERM_HELD, 90);
    sls_terms_add(&low, SLS_TERM_RATIO, -35);
    cr_expect_eq(sls_terms_score(&high), 100);
    cr_expect_eq(sls_terms_score(&low), 0);
}

Test(term, what_is_written_is_read_again)
{
    sls_arena *const arena = sls_arena_new(0);
    sls_terms terms = { .count = 0 }, read;
    sls_str text;
    sls_terms_add(&terms, SLS_TERM_START, 75);
    sls_terms_add(&terms, SLS_TERM_SOURCE, -11);
    cr_assert_eq(sls_terms_write(&terms, arena, &text), SLS_OK);
    cr_expect(sls_str_eq(text, SLS_STR("start 75,source -11")));
    cr_assert_eq(sls_terms_read(text, &read), SLS_OK);
    cr_expect_eq(read.count, 2);
    cr_expect_eq(sls_terms_score(&read), 64);
    cr_assert_eq(sls_terms_read(SLS_STR(""), &read), SLS_OK);
    cr_expect_eq(read.count, 0);
    sls_arena_free(arena);
}

Test(term, what_is_no_term_is_refused)
{
    static const char *const bad[] = { "start",         "start 75;what 5", "begin 5",
                                       "start seventy", "start -",         "start 128",
                                       "start 1000000000000000000000" };
    sls_terms terms;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect_eq(sls_terms_read(sls_str_of(bad[i]), &terms), SLS_ESYNTAX, "%s", bad[i]);
}

Test(term, more_terms_than_fit_are_refused)
{
    char text[512];
    size_t n = 0;
    sls_terms terms;
    for (int i = 0; i <= SLS_TERMS_MOST; i++) {
        static const char one[] = "start 1,";
        for (size_t k = 0; k + 1 < sizeof one; k++)
            text[n++] = one[k];
    }
    cr_expect_eq(sls_terms_read((sls_str){ text, n - 1 }, &terms), SLS_ESYNTAX);
}
