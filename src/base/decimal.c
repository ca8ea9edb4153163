#include "base/decimal.h"

#include "base/ascii.h"

#include <assert.h>

#define MIN_EXPONENT       (-30)
#define MAX_EXPONENT       60
#define SIGNIFICANT_DIGITS 18
#define QUOTIENT_DIGITS    12

/* Products of two coefficients reach 10^36. */
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 uwide;

static const int64_t POWERS[] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
};

/* 10^n, n 0..37. */
static uwide power_of_ten(int n)
{
    assert(n >= 0 && n <= 37);
    return n <= 18 ? (uwide)POWERS[n] : (uwide)POWERS[18] * (uwide)POWERS[n - 18];
}

/* Decimal digits of `n`; 0 has none. Nearly all fit in 64 bits, where nothing need be divided. */
static int digits(uwide n)
{
    const int most = (int)(sizeof POWERS / sizeof *POWERS);
    int count = 0;

    if (n < (uwide)POWERS[most - 1]) {
        while (count < most && n >= (uwide)POWERS[count])
            count++;
        return count;
    }
    while (n) {
        n /= 10;
        count++;
    }
    return count;
}

static uint64_t magnitude(int64_t n)
{
    return n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;
}

/* `normal` of what fits in 64 bits, where a division by ten is a product. */
static inline sls_status normal_of_64(int64_t coefficient, int64_t exponent, sls_decimal *out)
{
    if (coefficient == 0) {
        *out = (sls_decimal){ 0, 0 };
        return SLS_OK;
    }
    while (coefficient % 10 == 0) {
        coefficient /= 10;
        exponent++;
    }
    if (coefficient >= POWERS[SIGNIFICANT_DIGITS] || coefficient <= -POWERS[SIGNIFICANT_DIGITS] ||
        exponent < MIN_EXPONENT || exponent > MAX_EXPONENT)
        return SLS_ERANGE;
    *out = (sls_decimal){ coefficient, (int16_t)exponent };
    return SLS_OK;
}

/* The normal form of coefficient * 10^exponent. SLS_OK or SLS_ERANGE. */
static sls_status normal(wide coefficient, int64_t exponent, sls_decimal *out)
{
    if (coefficient == (int64_t)coefficient)
        return normal_of_64((int64_t)coefficient, exponent, out);
    while (coefficient % 10 == 0) {
        coefficient /= 10;
        exponent++;
    }
    if (coefficient >= POWERS[SIGNIFICANT_DIGITS] || coefficient <= -POWERS[SIGNIFICANT_DIGITS] ||
        exponent < MIN_EXPONENT || exponent > MAX_EXPONENT)
        return SLS_ERANGE;
    *out = (sls_decimal){ (int64_t)coefficient, (int16_t)exponent };
    return SLS_OK;
}

sls_decimal sls_decimal_of(int64_t integer)
{
    sls_decimal out = { 0, 0 };
    const sls_status status = normal(integer, 0, &out);

    assert(status == SLS_OK);
    (void)status;
    return out;
}

/* The digits at the start of `s`, which then begins behind them. */
static sls_str take_digits(sls_str *s)
{
    size_t n = 0;

    while (n < s->len && sls_is_digit(s->ptr[n]))
        n++;
    const sls_str taken = sls_str_slice(*s, 0, n);
    *s = sls_str_slice(*s, n, s->len);
    return taken;
}

static bool take(sls_str *s, char c)
{
    if (s->len == 0 || s->ptr[0] != c)
        return false;
    *s = sls_str_slice(*s, 1, s->len);
    return true;
}

/* "e-6" and nothing behind it. Saturates where every mantissa is far out of range. */
static bool take_exponent(sls_str *s, int64_t *out)
{
    int64_t value = 0;

    *out = 0;
    if (s->len == 0)
        return true;
    if (!take(s, 'e') && !take(s, 'E'))
        return false;
    const bool minus = take(s, '-');
    if (!minus)
        take(s, '+');
    const sls_str written = take_digits(s);
    for (size_t i = 0; i < written.len; i++) {
        if (value < INT64_MAX / 16)
            value = value * 10 + (written.ptr[i] - '0');
    }
    *out = minus ? -value : value;
    return written.len > 0 && s->len == 0;
}

/* Digit `i` of a whole part followed by decimals. */
static int digit_at(sls_str whole, sls_str decimals, size_t i)
{
    return (i < whole.len ? whole.ptr[i] : decimals.ptr[i - whole.len]) - '0';
}

/* Nothing but digits, few enough that any number of them is in range: as most that is read. */
static bool read_plain(sls_str s, int64_t *out)
{
    int64_t value = 0;

    if (s.len == 0 || s.len > SIGNIFICANT_DIGITS)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        const unsigned digit = (unsigned)(unsigned char)s.ptr[i] - '0';

        if (digit > 9)
            return false;
        value = value * 10 + (int64_t)digit;
    }
    *out = value;
    return true;
}

sls_status sls_decimal_read(sls_str s, sls_decimal *out)
{
    int64_t exponent, coefficient = 0, plain;

    if (read_plain(s, &plain))
        return normal_of_64(plain, 0, out);
    const bool minus = take(&s, '-');

    if (!minus)
        take(&s, '+');
    const sls_str whole = take_digits(&s);
    const bool point = take(&s, '.');
    const sls_str decimals = point ? take_digits(&s) : (sls_str){ NULL, 0 };
    if (whole.len == 0 || (point && decimals.len == 0) || !take_exponent(&s, &exponent))
        return SLS_ESYNTAX;

    size_t first = 0, end = whole.len + decimals.len;
    while (first < end && digit_at(whole, decimals, first) == 0)
        first++;
    while (end > first && digit_at(whole, decimals, end - 1) == 0)
        end--;
    if (end - first > SIGNIFICANT_DIGITS)
        return SLS_ERANGE;
    for (size_t i = first; i < end; i++)
        coefficient = coefficient * 10 + digit_at(whole, decimals, i);
    exponent += (int64_t)whole.len - (int64_t)end;
    return normal(minus ? -coefficient : coefficient, exponent, out);
}

size_t sls_decimal_text(sls_decimal d, char out[SLS_DECIMAL_TEXT])
{
    char reversed[24];
    uint64_t rest = magnitude(d.coefficient);
    int count = 0;
    size_t len = 0;

    do {
        reversed[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);

    if (d.coefficient < 0)
        out[len++] = '-';
    if (d.coefficient == 0) {
        out[len++] = '0';
        out[len] = '\0';
        return len;
    }
    const int exponent = d.exponent;
    /* digits by their place, from the highest (at least the ones) to the lowest */
    const int highest = count - 1 + exponent;
    for (int place = highest > 0 ? highest : 0; place >= (exponent < 0 ? exponent : 0); place--) {
        const int i = place - exponent;
        if (place == -1)
            out[len++] = '.';
        out[len++] = i >= 0 && i < count ? reversed[i] : '0';
    }
    out[len] = '\0';
    return len;
}

sls_status sls_decimal_add(sls_decimal a, sls_decimal b, sls_decimal *out)
{
    sls_status status = normal(a.coefficient, a.exponent, &a);

    if (status == SLS_OK)
        status = normal(b.coefficient, b.exponent, &b);
    if (status != SLS_OK)
        return status;
    if (a.coefficient == 0 || b.coefficient == 0) {
        *out = a.coefficient ? a : b;
        return SLS_OK;
    }
    if (a.exponent < b.exponent) {
        const sls_decimal swap = a;
        a = b;
        b = swap;
    }
    /* both end in a digit other than 0, so a wider step leaves over 18 significant digits */
    const int step = a.exponent - b.exponent;
    if (step > SIGNIFICANT_DIGITS + 1)
        return SLS_ERANGE;
    return normal((wide)a.coefficient * (wide)power_of_ten(step) + b.coefficient, b.exponent, out);
}

sls_status sls_decimal_mul(sls_decimal a, sls_decimal b, sls_decimal *out)
{
    return normal((wide)a.coefficient * b.coefficient, (int64_t)a.exponent + b.exponent, out);
}

sls_status sls_decimal_div(sls_decimal a, sls_decimal b, sls_decimal *out)
{
    if (b.coefficient == 0)
        return SLS_ERANGE;
    if (a.coefficient == 0)
        return normal(0, 0, out);

    /* scaled so that the whole quotient has one or two digits too many, the rest breaks ties */
    uwide numerator = magnitude(a.coefficient), denominator = magnitude(b.coefficient);
    const int scale = QUOTIENT_DIGITS + 1 + digits(denominator) - digits(numerator);
    if (scale >= 0)
        numerator *= power_of_ten(scale);
    else
        denominator *= power_of_ten(-scale);
    const uwide quotient = numerator / denominator;
    const bool rest = numerator % denominator != 0;

    const int dropped = digits(quotient) - QUOTIENT_DIGITS;
    const uwide unit = power_of_ten(dropped);
    const uwide tail = quotient % unit;
    uwide kept = quotient / unit;
    if (tail > unit / 2 || (tail == unit / 2 && (rest || kept % 2)))
        kept++;

    const bool minus = (a.coefficient < 0) != (b.coefficient < 0);
    const int64_t exponent = (int64_t)a.exponent - b.exponent - scale + dropped;
    return normal(minus ? -(wide)kept : (wide)kept, exponent, out);
}

sls_decimal sls_decimal_neg(sls_decimal a)
{
    return (sls_decimal){ -a.coefficient, a.exponent };
}

/* Places before the point of a value other than 0; negative for leading zeros behind it. */
static int leading_place(sls_decimal d)
{
    return digits(magnitude(d.coefficient)) + d.exponent;
}

int sls_decimal_cmp(sls_decimal a, sls_decimal b)
{
    const int sign_a = (a.coefficient > 0) - (a.coefficient < 0);
    const int sign_b = (b.coefficient > 0) - (b.coefficient < 0);

    if (sign_a != sign_b || sign_a == 0)
        return sign_a - sign_b;
    if (a.exponent == b.exponent)
        return (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
    const int place_a = leading_place(a), place_b = leading_place(b);
    if (place_a != place_b)
        return place_a > place_b ? sign_a : -sign_a;

    /* with equal leading places the exponents are less than 18 apart */
    wide x = a.coefficient, y = b.coefficient;
    if (a.exponent > b.exponent)
        x *= (wide)power_of_ten(a.exponent - b.exponent);
    else
        y *= (wide)power_of_ten(b.exponent - a.exponent);
    return (x > y) - (x < y);
}

bool sls_decimal_integer(sls_decimal d, int64_t *out)
{
    if (normal(d.coefficient, d.exponent, &d) != SLS_OK || d.exponent < 0 || d.exponent > 18)
        return false;

    const wide value = (wide)d.coefficient * (wide)power_of_ten(d.exponent);
    if (value > INT64_MAX || value < INT64_MIN)
        return false;
    *out = (int64_t)value;
    return true;
}

sls_status sls_decimal_shift(sls_decimal a, int power, sls_decimal *out)
{
    return normal(a.coefficient, (int64_t)a.exponent + power, out);
}

sls_decimal sls_decimal_half_ulp(sls_decimal d)
{
    if (d.exponent <= MIN_EXPONENT)
        return (sls_decimal){ 0, 0 };
    return (sls_decimal){ 5, (int16_t)(d.exponent - 1) };
}
