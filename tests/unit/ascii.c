#include "base/ascii.h"

#include <criterion/criterion.h>

static void expect_word(sls_str *rest, const char *want)
{
    char word[8];
    const size_t len = sls_next_word(rest, word, sizeof word);
    cr_expect(sls_str_eq((sls_str){ word, len }, sls_str_of(want)), "not '%s'", want);
}

Test(ascii, words_are_runs_of_letters_with_their_capitals_lowered)
{
    sls_str rest = SLS_STR("2. Dilantik, \xC3\x89lys\xC3\xA9"
                           "e!");
    expect_word(&rest, "dilantik");
    expect_word(&rest, "\xC3\x89lys\xC3\xA9"
                       "e"); /* beyond ASCII nothing is lowered */
    expect_word(&rest, "");
    cr_expect_eq(rest.len, 0);
}

Test(ascii, what_is_longer_than_the_room_is_cut_and_still_taken)
{
    sls_str rest = SLS_STR("Penerbangan lagi");
    expect_word(&rest, "penerban");
    expect_word(&rest, "lagi");
}

Test(ascii, one_digit_is_enough)
{
    cr_expect(sls_has_digit(SLS_STR("Su-30")));
    cr_expect_not(sls_has_digit(SLS_STR("Sukhoi")));
    cr_expect_not(sls_has_digit((sls_str){ 0 }));
}

Test(ascii, only_letters_change_their_case)
{
    cr_expect_eq(sls_lower('Z'), 'z');
    cr_expect_eq(sls_lower('['), '[');
    cr_expect_eq(sls_upper('a'), 'A');
    cr_expect_eq(sls_upper('`'), '`');
}
