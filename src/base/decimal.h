/*
 * decimal.h - exact decimal numbers, as newspapers write them: 1,2 triliun is 12e11.
 *
 * value = coefficient * 10^exponent, up to 18 significant digits; never binary
 * floating point, so that 0,7 and 0,70 are one number and 0.1 is 0.1.
 * Normal form: no trailing zero in the coefficient (zero is 0e0), which makes
 * equality a comparison of fields. A plain value: nothing to free.
 */
#ifndef SLS_BASE_DECIMAL_H
#define SLS_BASE_DECIMAL_H

#include <selisih/arena.h>

typedef struct {
    int64_t coefficient; /* |c| < 10^18 */
    int16_t exponent;    /* -30..60 */
} sls_decimal;

#define SLS_DECIMAL_TEXT 96 /* bytes that any sls_decimal_text needs, NUL included */

sls_decimal sls_decimal_of(int64_t integer); /* |integer| < 10^18 */
/*
 * Reads "-12.50", "+3", "1e6": ASCII digits, '.' before decimals, no grouping.
 * SLS_ESYNTAX: something else; SLS_ERANGE: over 18 significant digits or exponent range.
 */
SLS_MUST_USE sls_status sls_decimal_read(sls_str s, sls_decimal *out);
/* Writes without exponent: "31000", "0.07", "-3". Returns the length; NUL-terminated. */
size_t sls_decimal_text(sls_decimal d, char out[SLS_DECIMAL_TEXT]);

/* Each: SLS_OK, or SLS_ERANGE with `*out` untouched. */
SLS_MUST_USE sls_status sls_decimal_add(sls_decimal a, sls_decimal b, sls_decimal *out);
SLS_MUST_USE sls_status sls_decimal_mul(sls_decimal a, sls_decimal b, sls_decimal *out);
/* a / b to 12 significant digits, half to even; SLS_ERANGE also when b is 0. */
SLS_MUST_USE sls_status sls_decimal_div(sls_decimal a, sls_decimal b, sls_decimal *out);
sls_decimal sls_decimal_neg(sls_decimal a);
/* <0, 0, >0; exact for all values. */
int sls_decimal_cmp(sls_decimal a, sls_decimal b);
/* Whether `d` is a whole number that fits, and which. */
bool sls_decimal_integer(sls_decimal d, int64_t *out);
/* a * 10^power. SLS_OK or SLS_ERANGE. */
SLS_MUST_USE sls_status sls_decimal_shift(sls_decimal a, int power, sls_decimal *out);
/*
 * Half a unit in the last digit of the coefficient as it stands, normal form or not: 12e5 gives
 * 5e4, 31 gives 0.5, 20e3 ("20 ribu") 500, but 2e4 ("20.000" in normal form) 5000. Exponent -30
 * gives 0.
 */
sls_decimal sls_decimal_half_ulp(sls_decimal d);

#endif
