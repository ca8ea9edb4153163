/*
 * digits.h - numbers whose digits betray a slip of the pen.
 *
 *     6,837 | 6,387 -> swapped    37.5 billion | 37.5 million -> moved    466 | 446 -> changed
 *
 * Two numbers that are told of two things seldom have nearly the same digits; one number copied
 * wrongly has. Everything is pure; digits are those from the first that is not zero, unmarked.
 */
#ifndef SLS_MODEL_DIGITS_H
#define SLS_MODEL_DIGITS_H

#include "base/decimal.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    char at[SLS_DECIMAL_TEXT];
    size_t len;
} sls_digits;

sls_digits sls_digits_of(sls_decimal d);
/* Takes off the zeros that both end in: they belong to scale words. */
void sls_digits_drop_zeros(sls_digits *a, sls_digits *b);

/* Whether one is the other with one digit more. */
bool sls_digits_lost(const sls_digits *a, const sls_digits *b);
/* Whether two neighbouring digits, or signs, are swapped, and nothing else differs. */
bool sls_digits_swapped(const sls_digits *a, const sls_digits *b);
bool sls_signs_swapped(sls_str a, sls_str b);
/* Whether one digit is another, and it is no rounding: the last one differs by two at least. */
bool sls_digits_changed(const sls_digits *a, const sls_digits *b);

#endif
