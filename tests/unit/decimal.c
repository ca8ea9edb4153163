#include "base/decimal.h"

#include <criterion/criterion.h>

static sls_decimal read(const char *text)
{
    sls_decimal d = { -1, -1 };

    cr_assert_eq(sls_decimal_read(sls_str_of(text), &d), SLS_OK, "%s", text);
    return d;
}

static void expect_text(sls_decimal d, const char *expected)
{
    char text[SLS_DECIMAL_TEXT];
    const size_t len = sls_decimal_text(d, text);

    cr_expect_str_eq(text, expected);
    cr_expect_eq(len, sls_str_of(expected).len);
}

static void expect_status(const char *text, sls_status expected)
{
    sls_decimal d = { 7, 7 };

    cr_expect_eq(sls_decimal_read(sls_str_of(text), &d), expected, "'%s'", text);
    cr_expect(d.coefficient == 7 && d.exponent == 7);
}

Test(decimal, one_number_has_one_form)
{
    const char *const same[] = { "0.7", "0.70", "00.700", "7e-1", "70E-2", "+0.7", "0.07e+1" };

    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        const sls_decimal d = read(same[i]);
        cr_expect_eq(d.coefficient, 7, "%s", same[i]);
        cr_expect_eq(d.exponent, -1, "%s", same[i]);
    }
    const sls_decimal zero = read("-0.000");
    cr_expect(zero.coefficient == 0 && zero.exponent == 0);
}

Test(decimal, text_carries_no_exponent)
{
    expect_text(read("31000"), "31000");
    expect_text(read("0.07"), "0.07");
    expect_text(read("-3"), "-3");
    expect_text(read("-12.50"), "-12.5");
    expect_text(read("1.2e12"), "1200000000000");
    expect_text(read("0"), "0");
    expect_text(read("123456.789"), "123456.789");
    expect_text(read("-1e-30"), "-0.000000000000000000000000000001");
    expect_text(read("999999999999999999e-30"), "0.000000000000999999999999999999");
    expect_text(read("-999999999999999999e60"),
                "-999999999999999999"
                "000000000000000000000000000000000000000000000000000000000000");
}

Test(decimal, other_notations_are_no_numbers)
{
    const char *const bad[] = { "",    "-",   "+-1",   ".5",  "5.",       "1,5", "1.2.3",
                                " 1",  "1 ",  "1e",    "1e+", "e5",       "0x1", "1e5.0",
                                "inf", "nan", "1_000", "--1", "\xd9\xa1", "1e-", "1ee1" };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_status(bad[i], SLS_ESYNTAX);
}

Test(decimal, what_does_not_fit_is_out_of_range_and_never_rounded)
{
    expect_status("1234567890123456789", SLS_ERANGE);
    expect_status("0.1234567890123456789", SLS_ERANGE);
    expect_status("1000000000000000001", SLS_ERANGE);
    expect_status("1e61", SLS_ERANGE);
    expect_status("1e-31", SLS_ERANGE);
    expect_status("1e99999999999999999999999999", SLS_ERANGE);
    expect_status("1e-99999999999999999999999999", SLS_ERANGE);
    expect_text(read("123456789012345678"), "123456789012345678");
    expect_text(read("1000000000000000000000"), "1000000000000000000000");
    expect_text(read("0e99999999999999999999999"), "0");
}

Test(decimal, sums_of_tenths_are_exact)
{
    sls_decimal sum;

    cr_assert_eq(sls_decimal_add(read("0.1"), read("0.2"), &sum), SLS_OK);
    expect_text(sum, "0.3");
    cr_assert_eq(sls_decimal_add(read("0.3"), read("-0.3"), &sum), SLS_OK);
    cr_expect(sum.coefficient == 0 && sum.exponent == 0);
    cr_assert_eq(sls_decimal_add(read("999999999999999999"), read("1"), &sum), SLS_OK);
    expect_text(sum, "1000000000000000000");
    cr_assert_eq(sls_decimal_add(read("1e17"), read("-1"), &sum), SLS_OK);
    expect_text(sum, "99999999999999999");
    cr_assert_eq(sls_decimal_add(read("0"), read("1e-30"), &sum), SLS_OK);
    cr_expect_eq(sls_decimal_cmp(sum, read("1e-30")), 0);
}

Test(decimal, a_sum_that_needs_more_digits_is_refused)
{
    sls_decimal sum = { 7, 7 };

    cr_expect_eq(sls_decimal_add(read("1e60"), read("1"), &sum), SLS_ERANGE);
    cr_expect_eq(sls_decimal_add(read("1e18"), read("1"), &sum), SLS_ERANGE);
    cr_expect_eq(sls_decimal_add(read("1"), read("-1e19"), &sum), SLS_ERANGE);
    cr_expect(sum.coefficient == 7 && sum.exponent == 7);
    cr_expect_eq(sls_decimal_add(read("1e18"), read("-1"), &sum), SLS_OK);
    expect_text(sum, "999999999999999999");
}

Test(decimal, products_are_exact_or_refused)
{
    sls_decimal product;

    cr_assert_eq(sls_decimal_mul(read("1.2"), read("1e12"), &product), SLS_OK);
    expect_text(product, "1200000000000");
    cr_assert_eq(sls_decimal_mul(read("999999999"), read("-999999999"), &product), SLS_OK);
    expect_text(product, "-999999998000000001");
    cr_expect_eq(sls_decimal_mul(read("9999999999"), read("9999999999"), &product), SLS_ERANGE);
    cr_expect_eq(sls_decimal_mul(read("999999999999999999"), read("999999999999999999"), &product),
                 SLS_ERANGE);
    cr_expect_eq(sls_decimal_mul(read("1e40"), read("1e40"), &product), SLS_ERANGE);
    cr_assert_eq(sls_decimal_mul(read("0"), read("1e60"), &product), SLS_OK);
    expect_text(product, "0");
}

Test(decimal, quotients_have_twelve_digits_half_to_even)
{
    sls_decimal quotient;

    cr_assert_eq(sls_decimal_div(read("1"), read("3"), &quotient), SLS_OK);
    expect_text(quotient, "0.333333333333");
    cr_assert_eq(sls_decimal_div(read("-2"), read("3"), &quotient), SLS_OK);
    expect_text(quotient, "-0.666666666667");
    cr_assert_eq(sls_decimal_div(read("75"), read("100"), &quotient), SLS_OK);
    expect_text(quotient, "0.75");
    /* ...4|5 stays even, ...5|5 goes up to even, ...4|50...01 goes up */
    cr_assert_eq(sls_decimal_div(read("1234567890145"), read("10"), &quotient), SLS_OK);
    expect_text(quotient, "123456789014");
    cr_assert_eq(sls_decimal_div(read("1234567890155"), read("10"), &quotient), SLS_OK);
    expect_text(quotient, "123456789016");
    cr_assert_eq(sls_decimal_div(read("123456789014500001"), read("1"), &quotient), SLS_OK);
    expect_text(quotient, "123456789015000000");
    cr_assert_eq(sls_decimal_div(read("999999999999999999"), read("1"), &quotient), SLS_OK);
    expect_text(quotient, "1000000000000000000");
    cr_assert_eq(sls_decimal_div(read("1"), read("999999999999999999"), &quotient), SLS_OK);
    expect_text(quotient, "0.000000000000000001");
    cr_assert_eq(sls_decimal_div(read("999999999999999999"), read("7"), &quotient), SLS_OK);
    expect_text(quotient, "142857142857000000");
}

Test(decimal, nothing_is_divided_by_zero)
{
    sls_decimal quotient = { 7, 7 };

    cr_expect_eq(sls_decimal_div(read("1"), read("0"), &quotient), SLS_ERANGE);
    cr_expect_eq(sls_decimal_div(read("0"), read("0"), &quotient), SLS_ERANGE);
    cr_expect_eq(sls_decimal_div(read("1e-30"), read("1e30"), &quotient), SLS_ERANGE);
    cr_expect_eq(quotient.coefficient, 7);
    cr_assert_eq(sls_decimal_div(read("0"), read("9"), &quotient), SLS_OK);
    expect_text(quotient, "0");
}

Test(decimal, order_is_that_of_the_numbers)
{
    const char *const rising[] = { "-1e60",  "-31000",
                                   "-2.5",   "-2.49",
                                   "-1e-30", "0",
                                   "1e-30",  "0.099",
                                   "0.1",    "0.100000000000000001",
                                   "31",     "31.0000000000000001",
                                   "31000",  "999999999999999999",
                                   "1e18",   "999999999999999999e60" };
    const size_t count = sizeof rising / sizeof *rising;

    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            const int order = sls_decimal_cmp(read(rising[i]), read(rising[j]));
            cr_expect_eq((order > 0) - (order < 0), (i > j) - (i < j), "%s %s", rising[i],
                         rising[j]);
        }
    }
    const sls_decimal long_form = { 3100, 1 };
    cr_expect_eq(sls_decimal_cmp(long_form, read("31000")), 0);
}

Test(decimal, whole_numbers_are_told_from_fractions)
{
    int64_t n = 0;

    cr_expect(sls_decimal_integer(read("31e3"), &n));
    cr_expect_eq(n, 31000);
    cr_expect(sls_decimal_integer(read("-9e18"), &n));
    cr_expect_eq(n, -9000000000000000000);
    cr_expect(sls_decimal_integer((sls_decimal){ 310, -1 }, &n));
    cr_expect_eq(n, 31);
    cr_expect_not(sls_decimal_integer(read("0.5"), &n));
    cr_expect_not(sls_decimal_integer(read("1e19"), &n));
    cr_expect_not(sls_decimal_integer(read("93e17"), &n));
    cr_expect_eq(n, 31);
}

Test(decimal, a_magnitude_word_shifts)
{
    sls_decimal d = { 7, 7 };

    cr_assert_eq(sls_decimal_shift(read("1.2"), 12, &d), SLS_OK);
    expect_text(d, "1200000000000");
    cr_assert_eq(sls_decimal_shift(read("0"), 1000, &d), SLS_OK);
    expect_text(d, "0");
    cr_expect_eq(sls_decimal_shift(read("1"), 61, &d), SLS_ERANGE);
    cr_expect_eq(sls_decimal_shift(read("1"), INT32_MAX, &d), SLS_ERANGE);
    cr_expect_eq(sls_decimal_shift(read("1"), INT32_MIN, &d), SLS_ERANGE);
    cr_assert_eq(sls_decimal_shift(sls_decimal_of(-3100), -2, &d), SLS_OK);
    expect_text(d, "-31");
    expect_text(sls_decimal_neg(d), "31");
}

Test(decimal, half_a_unit_follows_the_written_digits)
{
    expect_text(sls_decimal_half_ulp(read("1.2e6")), "50000");
    expect_text(sls_decimal_half_ulp(read("31")), "0.5");
    expect_text(sls_decimal_half_ulp((sls_decimal){ 20, 3 }), "500");
    expect_text(sls_decimal_half_ulp(read("20000")), "5000");
    expect_text(sls_decimal_half_ulp(read("-0.25")), "0.005");
    expect_text(sls_decimal_half_ulp(read("1e-30")), "0");
}
