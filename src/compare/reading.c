#include "compare/reading.h"

#include "compare/thresholds.h"
#include "lexicon/lexicon.h"

/* d * percent / 100. */
static sls_status percent(sls_decimal d, int64_t of, sls_decimal *out)
{
    sls_decimal product;
    const sls_status status = sls_decimal_mul(d, sls_decimal_of(of), &product);
    return status != SLS_OK ? status : sls_decimal_shift(product, -2, out);
}

static sls_decimal magnitude_of(sls_decimal d)
{
    return d.coefficient < 0 ? sls_decimal_neg(d) : d;
}

/*
 * How far an exact number may have been rounded: half a unit of its last digit
 * that is not zero, for 31.000 said of 31.248, within limits.
 */
static sls_status rounding(sls_decimal d, sls_decimal *out)
{
    const sls_decimal size = magnitude_of(d);
    sls_decimal most;
    *out = sls_decimal_of(0);
    if (d.coefficient == 0)
        return SLS_OK;
    if (d.exponent >= 0 && sls_decimal_cmp(size, sls_decimal_of(SLS_COUNTED_BELOW)) < 0)
        return SLS_OK;
    if (d.exponent == 0) /* counted to the last one */
        return SLS_OK;
    const sls_status status = percent(size, SLS_ROUNDING_PERCENT, &most);
    if (status != SLS_OK)
        return status;
    const sls_decimal half = sls_decimal_half_ulp(d);
    *out = sls_decimal_cmp(half, most) < 0 ? half : most;
    return SLS_OK;
}

/* [d - less, d + more]. */
static sls_status around(sls_decimal d, sls_decimal less, sls_decimal more, sls_bounds *out)
{
    sls_status status = sls_decimal_add(d, sls_decimal_neg(less), &out->low);
    if (status == SLS_OK)
        status = sls_decimal_add(d, more, &out->high);
    return status;
}

static sls_status read_exact(sls_decimal d, bool loose, sls_bounds *out)
{
    sls_decimal slack;
    sls_status status = rounding(d, &slack);
    if (status == SLS_OK && loose) /* rounded twice, by the source and by the writer */
        status = sls_decimal_add(slack, slack, &slack);
    return status != SLS_OK ? status : around(d, slack, slack, out);
}

static sls_status read_about(sls_decimal d, sls_bounds *out)
{
    sls_decimal slack;
    const sls_status status = percent(magnitude_of(d), SLS_ABOUT_PERCENT, &slack);
    return status != SLS_OK ? status : around(d, slack, slack, out);
}

static sls_status read_nearly(sls_decimal d, bool loose, sls_bounds *out)
{
    sls_decimal slack;
    const int64_t part = loose ? SLS_NEARLY_LOOSE_PERCENT : SLS_NEARLY_PERCENT;
    const sls_status status = percent(magnitude_of(d), part, &slack);
    out->high_open = !loose;
    return status != SLS_OK ? status : around(d, slack, sls_decimal_of(0), out);
}

/* At least, more than (up), at most, less than (down); loosely the number itself is rounded. */
static sls_status read_side(sls_decimal d, bool up, bool strict, bool loose, sls_bounds *out)
{
    sls_decimal slack = sls_decimal_of(0);
    const sls_status status = loose ? rounding(d, &slack) : SLS_OK;
    if (status != SLS_OK)
        return status;
    out->no_low = !up;
    out->no_high = up;
    out->low_open = up && strict && !loose;
    out->high_open = !up && strict && !loose;
    return up ? sls_decimal_add(d, sls_decimal_neg(slack), &out->low)
              : sls_decimal_add(d, slack, &out->high);
}

static sls_status read_range(sls_str low, sls_str high, const sls_claim *claim, bool loose,
                             sls_bounds *out)
{
    sls_status status = sls_decimal_read(low, &out->low);
    if (status == SLS_OK)
        status = sls_decimal_read(high, &out->high);
    if (status == SLS_OK && sls_decimal_cmp(out->low, out->high) > 0)
        status = SLS_ERANGE;
    /* "ribuan", thousands, is said of tens of thousands too: it denies only smaller numbers. */
    out->no_high = loose && claim->bound == SLS_BOUND_MAGNITUDE;
    return status;
}

static sls_status read_single(sls_decimal d, sls_bound bound, bool loose, sls_bounds *out)
{
    switch (bound) {
    case SLS_BOUND_ABOUT:
        return read_about(d, out);
    case SLS_BOUND_NEARLY:
        return read_nearly(d, loose, out);
    case SLS_BOUND_AT_LEAST:
        return read_side(d, true, false, loose, out);
    case SLS_BOUND_MORE_THAN:
        return read_side(d, true, true, loose, out);
    case SLS_BOUND_AT_MOST:
        return read_side(d, false, false, loose, out);
    case SLS_BOUND_LESS_THAN:
        return read_side(d, false, true, loose, out);
    case SLS_BOUND_EXACT:
    case SLS_BOUND_RANGE:
    case SLS_BOUND_MAGNITUDE:
    case SLS_BOUNDS:
        break;
    }
    return read_exact(d, loose, out);
}

/* Kilometres become metres. Temperatures stay: their scales have different zeros. */
static sls_status scale(sls_str unit, sls_decimal *d)
{
    const sls_str factor = sls_lexicon_attribute(SLS_C_UNIT, unit, "factor");
    const sls_str dimension = sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension");
    sls_decimal f;
    if (factor.len == 0 || sls_str_eq(dimension, SLS_STR("temperature")))
        return SLS_OK;
    const sls_status status = sls_decimal_read(factor, &f);
    return status != SLS_OK ? status : sls_decimal_mul(*d, f, d);
}

sls_status sls_reading_of(const sls_claim *claim, bool loose, sls_bounds *out)
{
    const size_t dots = sls_str_find(claim->value, SLS_STR(".."));
    sls_bounds read = { .low = { 0, 0 } };
    sls_decimal d;
    sls_status status;
    if (dots != SIZE_MAX) {
        status = read_range(sls_str_slice(claim->value, 0, dots),
                            sls_str_slice(claim->value, dots + 2, claim->value.len), claim, loose,
                            &read);
    } else {
        status = sls_decimal_read(claim->value, &d);
        if (status == SLS_OK)
            status = read_single(d, claim->bound, loose, &read);
    }
    if (status == SLS_OK)
        status = scale(claim->unit, &read.low);
    if (status == SLS_OK)
        status = scale(claim->unit, &read.high);
    if (status == SLS_OK)
        *out = read;
    return status;
}

sls_status sls_reading_number(const sls_claim *claim, sls_decimal *out)
{
    sls_decimal d;
    sls_status status = sls_decimal_read(
        sls_str_slice(claim->value, 0, sls_str_find(claim->value, SLS_STR(".."))), &d);
    if (status == SLS_OK)
        status = scale(claim->unit, &d);
    if (status == SLS_OK)
        *out = d;
    return status;
}

/* Whether `a` ends before `b` begins. */
static bool ends_before(const sls_bounds *a, const sls_bounds *b)
{
    if (a->no_high || b->no_low)
        return false;
    const int order = sls_decimal_cmp(a->high, b->low);
    return order < 0 || (order == 0 && (a->high_open || b->low_open));
}

bool sls_bounds_meet(const sls_bounds *a, const sls_bounds *b)
{
    return !ends_before(a, b) && !ends_before(b, a);
}

bool sls_bounds_over(const sls_bounds *a, const sls_bounds *b)
{
    return ends_before(b, a);
}

static bool starts_at_or_before(const sls_bounds *a, const sls_bounds *b)
{
    if (a->no_low || b->no_low)
        return a->no_low;
    const int order = sls_decimal_cmp(a->low, b->low);
    return order < 0 || (order == 0 && (!a->low_open || b->low_open));
}

static bool ends_at_or_after(const sls_bounds *a, const sls_bounds *b)
{
    if (a->no_high || b->no_high)
        return a->no_high;
    const int order = sls_decimal_cmp(a->high, b->high);
    return order > 0 || (order == 0 && (!a->high_open || b->high_open));
}

bool sls_bounds_hold(const sls_bounds *a, const sls_bounds *b)
{
    return starts_at_or_before(a, b) && ends_at_or_after(a, b);
}

bool sls_bounds_equal(const sls_bounds *a, const sls_bounds *b)
{
    return sls_bounds_hold(a, b) && sls_bounds_hold(b, a);
}
