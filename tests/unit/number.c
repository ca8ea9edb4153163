#include "extract/items/number.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* The number that opens `text`, as text, with how many tokens it took; "-" when none does. */
static void expect_number(const char *lang, const char *text, const char *value, size_t tokens)
{
    sls_arena *arena = sls_arena_new(0);
    const sls_article article = {
        .id = SLS_S("t"), .lang = sls_str_of(lang), .text = sls_str_of(text), .line = 1
    };
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

Test(number, a_sign_is_a_word_or_a_hyphen_that_nothing_stands_before)
{
    expect_number("id", "minus dua puluh lima", "-25", 4);
    expect_number("id", "min tujuh ratus delapan", "-708", 4);
    expect_number("id", "-1,5 persen", "-1.5", 4);
    expect_number("en", "negative two million", "-2000000", 3);
    expect_number("id", "-5 orang luka", "-", 0);
}

Test(number, ordinals_in_words_reach_any_size)
{
    expect_number("id", "keseratus dua puluh satu", "121", 4);
    expect_number("id", "kedua puluh tiga", "23", 3);
    expect_number("en", "one hundred and twenty-first", "121", 6);
    expect_number("en", "two hundredth", "200", 2);
}

Test(number, a_number_may_stand_once_more_in_brackets)
{
    expect_number("id", "5 (lima) tahun", "5", 4);
    expect_number("id", "tiga (3) orang", "3", 4);
    expect_number("id", "tiga (4) orang", "3", 1);
}

Test(number, decimals_in_words_are_digits_or_a_number)
{
    expect_number("id", "nol koma nol lima", "0.05", 4);
    expect_number("id", "tiga koma tujuh belas", "3.17", 4);
    expect_number("en", "two point five million", "2500000", 4);
}

Test(number, parts_of_one_follow_what_they_divide)
{
    expect_number("id", "tiga perempat", "0.75", 2);
    expect_number("id", "dua per tiga", "0.666666666667", 3);
    expect_number("id", "1 1/2 jam", "1.5", 4);
    expect_number("en", "five and a half million", "5500000", 5);
    expect_number("en", "one million and a half", "1500000", 5);
    expect_number("en", "three hundred and 21", "321", 4);
}

Test(number, spaces_group_thousands_where_no_name_stands_before)
{
    expect_number("en", "40 000 fans", "40000", 2);
    expect_number("en", "1 414 021 100", "1414021100", 4);
    expect_number("en", "12,34,567.89 rupees", "1234567.89", 7);
    expect_number("id", "20 1234 orang", "20", 1);
}

Test(number, powers_are_exact_while_they_fit)
{
    expect_number("en", "10^6 cells", "1000000", 3);
    expect_number("id", "10\u2076 sel", "1000000", 3);
    expect_number("en", "2^10", "1024", 3);
    expect_number("en", "2.5^-1", "0.4", 6);
    expect_number("en", "0^-1", "0", 1);
    expect_number("en", "9^99", "9", 1); /* more than a decimal holds */
    expect_number("en", "2019\u00b2", "2019", 1);
}

Test(number, a_part_of_a_scale_is_a_number)
{
    expect_number("en", "two thirds of a million", "666666.666667", 5);
    expect_number("en", "half of a billion", "500000000", 4);
    expect_number("en", "three of a million", "3", 1);
}

Test(number, tens_before_a_denominator_belong_to_it)
{
    expect_number("en", "three twenty-fifths", "0.12", 4);
    expect_number("en", "one hundred and thirty fifths", "26", 5);
    expect_number("en", "two firsts", "2", 1);
}

Test(number, apostrophes_group_thousands)
{
    expect_number("en", "1'234'567 coins", "1234567", 5);
    expect_number("en", "5'10 tall", "5", 1);
    expect_number("en", "2024'123", "2024", 1);
}

Test(number, marks_that_stand_apart_belong_to_percents_and_scales)
{
    expect_number("en", "32 . 99 % of it", "32.99", 3);
    expect_number("en", "46 . 8 million", "46800000", 4);
    expect_number("en", "20 . 30 men", "20", 1);
}

Test(number, one_more_of_something_is_no_part_of_it)
{
    expect_number("en", "a third man", "3", 2); /* as an ordinal */
    expect_number("en", "a third of them", "0.333333333333", 2);
}
