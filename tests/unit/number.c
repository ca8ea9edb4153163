#include "extract/number.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* The number that opens `text`, as text, with how many tokens it took; "-" when none does. */
static void expect_number(const char *lang, const char *text, const char *value, size_t tokens)
{
    sls_arena *arena = sls_arena_new(0);
    const sls_article article = { .id = SLS_S("t"), .lang = sls_str_of(lang),
                                  .text = sls_str_of(text), .line = 1 };
    sls_document document;
    sls_item item = { 0 };
    char got[SLS_DECIMAL_TEXT] = "-";

    cr_assert_eq(sls_document_make(&article, arena, &document), SLS_OK);
    if (sls_number_at(&document, 0, false, &item))
        sls_decimal_text(item.value, got);
    cr_expect_str_eq(got, value, "%s: got %s, expected %s", text, got, value);
    if (strcmp(value, "-") != 0)
        cr_expect_eq(item.last + 1, tokens, "%s: %u tokens", text, item.last + 1);
    sls_arena_free(arena);
}

Test(number, separators_follow_the_language)
{
    expect_number("id", "31.000 pekerja", "31000", 3);
    expect_number("en", "31,000 workers", "31000", 3);
    expect_number("id", "1,5 persen", "1.5", 3);
    expect_number("en", "1.5 percent", "1.5", 3);
    expect_number("id", "1.234.567,89", "1234567.89", 7);
    expect_number("en", "1,234,567.89", "1234567.89", 7);
}

Test(number, a_group_of_zeros_is_thousands_in_either_language)
{
    expect_number("en", "2.000 North Koreans", "2000", 3);
    expect_number("id", "2,000 orang", "2000", 3);
    expect_number("en", "2.125 litres", "2.125", 3);
}

Test(number, words_add_up_below_their_scales)
{
    expect_number("id", "dua puluh satu", "21", 3);
    expect_number("id", "seratus dua puluh lima", "125", 4);
    expect_number("id", "tujuh belas", "17", 2);
    expect_number("id", "satu miliar dua ratus juta", "1200000000", 5);
    expect_number("id", "empat ratus tujuh puluh enam miliar", "476000000000", 6);
    expect_number("id", "seribu", "1000", 1);
    expect_number("en", "twenty-one thousand", "21000", 4);
    expect_number("en", "two hundred and five", "205", 4);
    expect_number("en", "half a million", "500000", 3);
}

Test(number, a_half_before_a_scale_is_scaled_with_it)
{
    expect_number("id", "satu setengah juta", "1500000", 3);
}

Test(number, digits_and_scales_mix)
{
    expect_number("id", "1,2 triliun", "1200000000000", 4);
    expect_number("id", "1 juta 200 ribu", "1200000", 4);
    expect_number("id", "50rb", "50000", 2);
    expect_number("en", "1.2bn", "1200000000", 4);
}

Test(number, decimals_in_words_follow_a_point)
{
    expect_number("id", "nol koma lima", "0.5", 3);
    expect_number("en", "two point five", "2.5", 3);
}

Test(number, a_single_letter_is_a_scale_only_where_it_is_glued)
{
    expect_number("id", "2 m panjangnya", "2", 1);
    expect_number("en", "10K", "10000", 2);
}

Test(number, digits_that_make_no_number_stand_alone)
{
    expect_number("id", "19.06.2024", "19", 1);
    expect_number("id", "192.168.1.1", "192", 1);
    expect_number("id", "1,2,3", "1", 1);
}

Test(number, more_digits_than_a_decimal_holds_are_no_number)
{
    expect_number("id", "1234567890123456789012345", "-", 0);
}

Test(number, two_numbers_side_by_side_stay_two)
{
    expect_number("id", "dua tiga", "2", 1);
    expect_number("id", "12 lima", "12", 1);
}
