#include "compare/numbers.h"

#include "base/ascii.h"
#include "compare/thresholds.h"
#include "lexicon/counting.h"
#include "model/digits.h"
#include "model/sense.h"

#include <string.h>

/* a > b * factor, or out of the range of decimals and so large. */
static bool is_over_times(sls_decimal a, sls_decimal b, int64_t factor)
{
    sls_decimal product;
    if (sls_decimal_mul(b, sls_decimal_of(factor), &product) != SLS_OK)
        return false;
    return sls_decimal_cmp(a, product) > 0;
}

static bool is_apart(sls_decimal a, sls_decimal b, int64_t factor)
{
    return is_over_times(a, b, factor) || is_over_times(b, a, factor);
}

/* As written: a share of one percent is no fraction, though 0.01 it is. */
static bool has_mark(sls_str value)
{
    return sls_str_find_byte(value, '.') != SIZE_MAX;
}

/* "Rp5,2 miliar": two digits are written, whatever the number: they are soon swapped by chance. */
static bool is_brief(const sls_claim *c)
{
    size_t digits = 0;
    for (size_t i = 0; i < c->surface.len; i++)
        digits += sls_is_digit(c->surface.ptr[i]);
    return digits > 0 && digits < SLS_SLIP_DIGITS;
}

/* Whether the two digits that are written of each are swapped, "45 billion" and "54 billion". */
static bool is_brief_swap(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b;
    if (!is_brief(x) || !is_brief(y) || sls_reading_number(x, &a) != SLS_OK ||
        sls_reading_number(y, &b) != SLS_OK)
        return false;
    const sls_digits p = sls_digits_of(a), q = sls_digits_of(b);
    return p.len >= SLS_SLIP_DIGITS && sls_digits_swapped(&p, &q);
}

/*
 * "Sedikitnya 2.053 orang", "2.530 orang": whoever rounds gives no third digit, so that a bound of
 * three is a figure copied, and its digits are swapped.
 */
static bool is_bound_swapped(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b;
    if ((x->bound == SLS_BOUND_EXACT && y->bound == SLS_BOUND_EXACT) || !sls_claim_is_copied(x) ||
        !sls_claim_is_copied(y) || sls_reading_number(x, &a) != SLS_OK ||
        sls_reading_number(y, &b) != SLS_OK || a.exponent != b.exponent)
        return false;
    const sls_digits p = sls_digits_of(a), q = sls_digits_of(b);
    return p.len >= SLS_SLIP_DIGITS && sls_digits_swapped(&p, &q);
}

static const char *slip_of(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b;
    if (sls_reading_number(x, &a) != SLS_OK || sls_reading_number(y, &b) != SLS_OK)
        return "slip-none";
    if (is_bound_swapped(x, y))
        return "slip-swap";
    const int shift = a.exponent - b.exponent;
    const bool exact = x->bound == SLS_BOUND_EXACT && y->bound == SLS_BOUND_EXACT;
    if (!sls_claim_is_told_whole(x) || !sls_claim_is_told_whole(y))
        return "slip-none";
    /* One digit alone is no mark: 3 and 3,000, 5 and 50 are two counts. */
    const int steps = shift < 0 ? -shift : shift;
    const bool fraction = has_mark(x->value) || has_mark(y->value);
    if (a.coefficient == b.coefficient && (a.coefficient > 9 || fraction) && steps > 0 &&
        (steps < 3 || steps % 3 == 0))
        return shift % 3 == 0 ? "slip-scale" : "slip-shift";
    if (!exact) /* two guesses may differ by a digit */
        return "slip-none";
    sls_digits p = sls_digits_of(a), q = sls_digits_of(b);
    const bool far = is_apart(a, b, SLS_RATIO_MOST);
    if (far)
        sls_digits_drop_zeros(&p, &q);
    if ((p.len >= SLS_SLIP_DIGITS || q.len >= SLS_SLIP_DIGITS) && sls_digits_lost(&p, &q) &&
        (!far || p.len + q.len > 2 * SLS_SLIP_DIGITS))
        return "slip-digit";
    return p.len >= SLS_SLIP_DIGITS && !(is_brief(x) && is_brief(y)) && sls_digits_swapped(&p, &q)
               ? "slip-swap"
               : "slip-none";
}

static bool is_open(const sls_bounds *b)
{
    return b->no_low || b->no_high;
}

/*
 * "More than 31,000" and 35,000 are told of one count, "more than 2,000" and
 * 31,000 hardly: readings without an end meet too easily.
 */
static bool is_within_reach(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b, reach;
    if (sls_reading_number(x, &a) != SLS_OK || sls_reading_number(y, &b) != SLS_OK)
        return false;
    const bool ordered = sls_decimal_cmp(a, b) <= 0;
    if (sls_decimal_mul(ordered ? a : b, sls_decimal_of(SLS_REACH_PERCENT), &reach) != SLS_OK ||
        sls_decimal_shift(reach, -2, &reach) != SLS_OK)
        return false;
    return sls_decimal_cmp(ordered ? b : a, reach) <= 0;
}

static sls_numbers_relation meet(const sls_claim *x, const sls_claim *y, const sls_bounds *a,
                                 const sls_bounds *b)
{
    if ((is_open(a) || is_open(b)) && !is_within_reach(x, y))
        return SLS_NUMBERS_SILENT;
    if (sls_str_eq(x->value, y->value) || sls_bounds_equal(a, b))
        return SLS_NUMBERS_AGREE;
    const bool held = sls_bounds_hold(a, b) || sls_bounds_hold(b, a);
    return held ? SLS_NUMBERS_REFINE : SLS_NUMBERS_AGREE;
}

static bool is_larger(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b;
    return sls_reading_number(x, &a) == SLS_OK && sls_reading_number(y, &b) == SLS_OK &&
           sls_decimal_cmp(a, b) > 0;
}

/* "14" and "41": both digits of two, the other way round. */
static bool is_turned(const sls_claim *x, const sls_claim *y)
{
    const sls_str a = x->value, b = y->value;
    return a.len == 2 && b.len == 2 && a.ptr[0] == b.ptr[1] && a.ptr[1] == b.ptr[0] &&
           x->bound == SLS_BOUND_EXACT && y->bound == SLS_BOUND_EXACT;
}

/* Whether a conflict of these two is worth telling: see the thresholds. */
static bool is_telling(const sls_claim *x, const sls_claim *y, bool slip)
{
    sls_decimal a, b;
    if (sls_reading_number(x, &a) != SLS_OK || sls_reading_number(y, &b) != SLS_OK)
        return false;
    const sls_decimal least = sls_decimal_of(SLS_COUNT_LEAST);
    if (sls_decimal_cmp(a, least) < 0 && sls_decimal_cmp(b, least) < 0 && a.exponent >= 0 &&
        b.exponent >= 0)
        return false;
    return slip || is_turned(x, y) || !is_apart(a, b, SLS_RATIO_MOST);
}

/*
 * The values themselves rank conflicts (AUC .76 in matching.md): close ones are told of one thing,
 * and a slip of the pen leaves its mark.
 */
static int points_of(const sls_claim *x, const sls_claim *y, const char *slip)
{
    static const struct {
        int64_t percent;
        int points;
    } steps[] = { { 110, 0 }, { 125, -3 }, { 150, -6 }, { 205, -10 }, { 250, -20 }, { 300, -25 } };
    sls_decimal a, b;
    if (strcmp(slip, "slip-none") != 0)
        return strcmp(slip, "slip-scale") == 0 ? SLS_POINTS_SCALE : SLS_POINTS_SLIP;
    if (sls_reading_number(x, &a) != SLS_OK || sls_reading_number(y, &b) != SLS_OK ||
        sls_decimal_shift(a, 2, &a) != SLS_OK || sls_decimal_shift(b, 2, &b) != SLS_OK)
        return 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        sls_decimal p = a, q = b;
        if (sls_decimal_shift(p, -2, &p) != SLS_OK || sls_decimal_shift(q, -2, &q) != SLS_OK)
            return 0;
        if (!is_over_times(a, q, steps[i].percent) && !is_over_times(b, p, steps[i].percent))
            return is_turned(x, y) ? steps[i].points / 2 : steps[i].points;
    }
    return is_turned(x, y) ? SLS_POINTS_FAR / 2 : SLS_POINTS_FAR;
}

/*
 * Numbers written to one digit differ by two units of it or more: 40.7 and 40.9 billion are no
 * roundings of one number, 40.7 and 40.75 are.
 */
static bool is_fine_difference(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b;
    if (x->bound != SLS_BOUND_EXACT || y->bound != SLS_BOUND_EXACT ||
        !sls_str_eq(x->unit, y->unit) || sls_reading_number(x, &a) != SLS_OK ||
        sls_reading_number(y, &b) != SLS_OK || a.exponent != b.exponent)
        return false;
    const sls_decimal p = { a.coefficient, 0 }, q = { b.coefficient, 0 };
    sls_decimal difference;
    if (sls_decimal_add(p, sls_decimal_neg(q), &difference) != SLS_OK)
        return false;
    return sls_decimal_cmp(difference, sls_decimal_of(1)) > 0 ||
           sls_decimal_cmp(difference, sls_decimal_of(-1)) < 0;
}

/* As it is written: of 24 percent the base unit makes 0.24. */
static sls_status read_written(const sls_claim *claim, sls_decimal *out)
{
    return sls_decimal_read(
        sls_str_slice(claim->value, 0, sls_str_find(claim->value, SLS_STR(".."))), out);
}

static sls_status read_pair(const sls_claim *x, const sls_claim *y, sls_decimal *a, sls_decimal *b)
{
    const bool one = sls_str_eq(x->unit, y->unit);
    const sls_status status = one ? read_written(x, a) : sls_reading_number(x, a);
    return status != SLS_OK ? status : one ? read_written(y, b) : sls_reading_number(y, b);
}

/* 18.2 kilograms are 18 to a writer who gives no decimals. */
static bool is_cut_decimal(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b, difference, twice;
    if (read_pair(x, y, &a, &b) != SLS_OK || (a.exponent < 0) == (b.exponent < 0) ||
        sls_decimal_add(a, sls_decimal_neg(b), &difference) != SLS_OK ||
        sls_decimal_add(difference, difference, &twice) != SLS_OK)
        return false;
    return sls_decimal_cmp(twice, sls_decimal_of(1)) <= 0 &&
           sls_decimal_cmp(twice, sls_decimal_of(-1)) >= 0;
}

bool sls_numbers_are_unrounded(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b, difference;
    if (x->bound != y->bound || x->bound == SLS_BOUND_RANGE || x->bound == SLS_BOUND_MAGNITUDE ||
        !sls_str_eq(x->unit, y->unit) || sls_reading_number(x, &a) != SLS_OK ||
        sls_reading_number(y, &b) != SLS_OK || sls_decimal_cmp(a, b) == 0 ||
        sls_decimal_add(a, sls_decimal_neg(b), &difference) != SLS_OK)
        return false;
    if (sls_decimal_cmp(difference, sls_decimal_of(0)) < 0)
        difference = sls_decimal_neg(difference);
    return a.exponent == b.exponent ||
           sls_decimal_cmp(difference, sls_decimal_half_ulp(a.exponent > b.exponent ? a : b)) >= 0;
}

/* "Lebih dari 100.000", "kurang dari 100.000": of one number, no rounding is both. */
static bool are_opposed(const sls_claim *x, const sls_claim *y)
{
    return sls_str_eq(x->value, y->value) &&
           ((x->bound == SLS_BOUND_MORE_THAN && y->bound == SLS_BOUND_LESS_THAN) ||
            (x->bound == SLS_BOUND_LESS_THAN && y->bound == SLS_BOUND_MORE_THAN));
}

/*
 * "More than 50,000" and "more than 90,000": whoever knows of the second would not write the first.
 * Writers round such numbers far; "from $699" is the price of one of many.
 */
static bool are_bounded_alike(const sls_claim *x, const sls_claim *y)
{
    sls_decimal a, b, p, q;
    const bool one_sided = x->bound == SLS_BOUND_MORE_THAN || x->bound == SLS_BOUND_LESS_THAN ||
                           x->bound == SLS_BOUND_AT_LEAST || x->bound == SLS_BOUND_AT_MOST;
    const bool price = x->bound == SLS_BOUND_AT_LEAST && sls_unit_is_money(x->unit);
    return one_sided && !price && x->bound == y->bound && sls_reading_number(x, &a) == SLS_OK &&
           sls_reading_number(y, &b) == SLS_OK && sls_decimal_shift(a, 2, &p) == SLS_OK &&
           sls_decimal_shift(b, 2, &q) == SLS_OK &&
           (is_over_times(p, b, 100 + SLS_BOUNDED_PERCENT) ||
            is_over_times(q, a, 100 + SLS_BOUNDED_PERCENT));
}

sls_numbers_outcome sls_numbers_compare(const sls_claim *x, const sls_claim *y)
{
    sls_numbers_outcome out = { .relation = SLS_NUMBERS_SILENT, .slip = "slip-none" };
    sls_bounds a, b;
    if (sls_reading_of(x, false, &a) != SLS_OK || sls_reading_of(y, false, &b) != SLS_OK)
        return out;
    out.a_over = is_larger(x, y);
    if (are_opposed(x, y)) {
        out.relation = SLS_NUMBERS_CONFLICT;
        out.a_over = x->bound == SLS_BOUND_MORE_THAN;
        return out;
    }
    const bool fine =
        is_fine_difference(x, y) || is_bound_swapped(x, y) || are_bounded_alike(x, y);
    if (!fine && sls_bounds_meet(&a, &b)) {
        out.relation = meet(x, y, &a, &b);
        return out;
    }
    out.apart = !is_cut_decimal(x, y);
    if (sls_reading_of(x, true, &a) != SLS_OK || sls_reading_of(y, true, &b) != SLS_OK ||
        (!fine && sls_bounds_meet(&a, &b)) || !out.apart)
        return out;
    out.slip = slip_of(x, y);
    out.brief = is_brief_swap(x, y);
    if (!fine)
        out.a_over = sls_bounds_over(&a, &b);
    out.points = points_of(x, y, out.slip);
    if (is_telling(x, y, strcmp(out.slip, "slip-none") != 0))
        out.relation = SLS_NUMBERS_CONFLICT;
    return out;
}

bool sls_numbers_shorten(const sls_claim *brief, const sls_claim *full)
{
    sls_decimal a, b, rest, unit;
    if (read_pair(brief, full, &a, &b) != SLS_OK || a.exponent <= b.exponent ||
        (b.exponent >= 0 && !sls_unit_is_money(full->unit)) ||
        sls_decimal_add(b, sls_decimal_neg(a), &rest) != SLS_OK ||
        sls_decimal_shift(sls_decimal_of(1), a.exponent, &unit) != SLS_OK)
        return false;
    return rest.coefficient >= 0 && sls_decimal_cmp(rest, unit) < 0;
}
