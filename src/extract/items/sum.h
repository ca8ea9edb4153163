/*
 * sum.h - the arithmetic of number words: parts that fall, scales that multiply what is below them.
 *
 *     [2][juta] -> [2000000]   [2000000][300] -> 2000300   [5][0.5] * million -> [5500000]
 */
#ifndef SLS_EXTRACT_ITEMS_SUM_H
#define SLS_EXTRACT_ITEMS_SUM_H

#include "base/decimal.h"

enum { SLS_SUM_PARTS = 16 };

/*
 * A number word's operation: '=' its value, '+' adds to the unit before, '*' scales, 'x' scales
 * only what stands before, '.' the point, '-' the sign, '/' divides, '&' a part behind "and",
 * 'o' an ordinal's value.
 */
typedef struct {
    char op;
    sls_decimal value;
    size_t tokens;
} sls_number_word;

/* Parts of a sum, falling: [1000000][200000][50][3] */
typedef struct {
    sls_decimal part[SLS_SUM_PARTS];
    size_t count;
    sls_decimal scale; /* the last scale of a thousand or more, or 0 */
    bool ordinal;
} sls_sum;

/* Whether a word is a part of one: setengah, a third. */
bool sls_number_word_part(const sls_number_word *w);
/* Each: false when the words make no number together; the sum is then of no use. */
bool sls_sum_apply(sls_sum *s, const sls_number_word *w);
bool sls_sum_add(sls_sum *s, sls_decimal value);
/* A part of one behind it: two and a half; one million and a half is half a million more. */
bool sls_sum_fraction(sls_sum *s, sls_decimal part);
bool sls_sum_total(const sls_sum *s, sls_decimal *out);

#endif
