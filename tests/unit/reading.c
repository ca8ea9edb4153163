#include "compare/reading.h"

#include <criterion/criterion.h>

static sls_bounds read(const char *value, sls_bound bound, bool loose)
{
    const sls_claim claim = { .kind = SLS_KIND_QUANTITY,
                              .value = sls_str_of(value),
                              .bound = bound };
    sls_bounds out;
    cr_assert_eq(sls_reading_of(&claim, loose, &out), SLS_OK, "%s", value);
    return out;
}

static void expect_between(sls_bounds b, const char *low, const char *high)
{
    char text[SLS_DECIMAL_TEXT];
    sls_decimal l, h;
    cr_assert_eq(sls_decimal_read(sls_str_of(low), &l), SLS_OK);
    cr_assert_eq(sls_decimal_read(sls_str_of(high), &h), SLS_OK);
    sls_decimal_text(b.low, text);
    cr_expect_eq(sls_decimal_cmp(b.low, l), 0, "low %s, not %s", text, low);
    sls_decimal_text(b.high, text);
    cr_expect_eq(sls_decimal_cmp(b.high, h), 0, "high %s, not %s", text, high);
}

Test(reading, a_round_number_may_have_been_rounded)
{
    expect_between(read("31000", SLS_BOUND_EXACT, false), "30500", "31500");
    expect_between(read("31248", SLS_BOUND_EXACT, false), "31248", "31248");
    expect_between(read("59.7", SLS_BOUND_EXACT, false), "59.65", "59.75");
}

Test(reading, rounding_is_never_more_than_a_twentieth)
{
    expect_between(read("10000", SLS_BOUND_EXACT, false), "9500", "10500");
    expect_between(read("0.1", SLS_BOUND_EXACT, false), "0.095", "0.105");
}

Test(reading, small_counts_are_counted)
{
    expect_between(read("20", SLS_BOUND_EXACT, false), "20", "20");
    expect_between(read("90", SLS_BOUND_EXACT, true), "90", "90");
    expect_between(read("0", SLS_BOUND_EXACT, true), "0", "0");
}

Test(reading, about_is_a_tenth_to_each_side)
{
    expect_between(read("10000", SLS_BOUND_ABOUT, false), "9000", "11000");
    expect_between(read("-50", SLS_BOUND_ABOUT, false), "-55", "-45");
}

Test(reading, nearly_lies_below_and_loosely_touches_the_number)
{
    const sls_bounds strict = read("1000", SLS_BOUND_NEARLY, false);
    const sls_bounds loose = read("1000", SLS_BOUND_NEARLY, true);
    expect_between(strict, "850", "1000");
    cr_expect(strict.high_open);
    expect_between(loose, "800", "1000");
    cr_expect_not(loose.high_open);
}

Test(reading, one_sided_hedges_have_no_other_end)
{
    const sls_bounds more = read("31000", SLS_BOUND_MORE_THAN, false);
    cr_expect(more.no_high && more.low_open && !more.no_low);
    const sls_bounds least = read("5", SLS_BOUND_AT_LEAST, false);
    cr_expect(least.no_high && !least.low_open);
    const sls_bounds less = read("5", SLS_BOUND_LESS_THAN, false);
    cr_expect(less.no_low && less.high_open && !less.no_high);
    const sls_bounds most = read("5", SLS_BOUND_AT_MOST, false);
    cr_expect(most.no_low && !most.high_open);
}

Test(reading, a_magnitude_loosely_denies_only_smaller_numbers)
{
    const sls_bounds strict = read("1000..9999", SLS_BOUND_MAGNITUDE, false);
    const sls_bounds loose = read("1000..9999", SLS_BOUND_MAGNITUDE, true);
    expect_between(strict, "1000", "9999");
    cr_expect(loose.no_high);
    cr_expect_not(loose.no_low);
    cr_expect_not(read("1000..9999", SLS_BOUND_RANGE, true).no_high);
}

Test(reading, values_that_are_no_numbers_say_so)
{
    static const struct {
        const char *value;
        sls_status status;
    } cases[] = {
        { "", SLS_ESYNTAX },        { "banyak", SLS_ESYNTAX },      { "..", SLS_ESYNTAX },
        { "5..", SLS_ESYNTAX },     { "50000..20000", SLS_ERANGE }, { "1e90", SLS_ERANGE },
        { "1..2..3", SLS_ESYNTAX },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const sls_claim claim = { .kind = SLS_KIND_QUANTITY, .value = sls_str_of(cases[i].value) };
        sls_bounds out;
        cr_expect_eq(sls_reading_of(&claim, false, &out), cases[i].status, "%s", cases[i].value);
    }
}

Test(reading, units_of_one_dimension_are_read_in_one_base)
{
    const sls_claim km = { .kind = SLS_KIND_QUANTITY, .value = SLS_S("5.1"), .unit = SLS_S("km") };
    sls_decimal metres;
    cr_assert_eq(sls_reading_number(&km, &metres), SLS_OK);
    cr_expect_eq(sls_decimal_cmp(metres, sls_decimal_of(5100)), 0);
}

Test(reading, ends_that_touch_meet_only_when_both_belong)
{
    const sls_bounds at_most = read("5", SLS_BOUND_AT_MOST, false);
    const sls_bounds less = read("5", SLS_BOUND_LESS_THAN, false);
    const sls_bounds five = read("5", SLS_BOUND_EXACT, false);
    const sls_bounds more = read("5", SLS_BOUND_MORE_THAN, false);
    cr_expect(sls_bounds_meet(&at_most, &five));
    cr_expect_not(sls_bounds_meet(&less, &five));
    cr_expect_not(sls_bounds_meet(&five, &more));
    cr_expect(sls_bounds_over(&more, &five));
    cr_expect_not(sls_bounds_over(&five, &more));
    cr_expect_not(sls_bounds_over(&five, &at_most));
}

Test(reading, holding_is_one_way_and_equality_both)
{
    const sls_bounds range = read("20000..50000", SLS_BOUND_RANGE, false);
    const sls_bounds inside = read("31248", SLS_BOUND_EXACT, false);
    const sls_bounds more = read("19000", SLS_BOUND_MORE_THAN, false);
    cr_expect(sls_bounds_hold(&range, &inside));
    cr_expect_not(sls_bounds_hold(&inside, &range));
    cr_expect(sls_bounds_hold(&more, &range));
    cr_expect_not(sls_bounds_hold(&range, &more));
    cr_expect(sls_bounds_equal(&range, &range));
    cr_expect_not(sls_bounds_equal(&range, &inside));
}
