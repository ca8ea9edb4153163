/*
 * spelled.h - numbers spelled in words, and the words that go on behind digits. Used by number.c.
 *
 *     satu miliar dua ratus juta   twenty-one thousand   nol koma lima   two and a half
 *     31 | ribu                    5 | and a half        2 | koma 5
 */
#ifndef SLS_EXTRACT_ITEMS_SPELLED_H
#define SLS_EXTRACT_ITEMS_SPELLED_H

#include "extract/items/digits.h"
#include "extract/items/sum.h"

/* The number word at token `i`: `*out` is its operation, its value and its tokens; else false. */
bool sls_spelled_word(const sls_source *s, size_t i, sls_number_word *out);

/*
 * An ordinal's value, as the last word of a number ("twenty" + "first") or the first ("kedua" +
 * "puluh"). False: no ordinal stands at token `i`.
 */
bool sls_spelled_ordinal(const sls_source *s, size_t i, sls_number_word *out);

/* Whether `w`, read at token `i`, is one letter that scales: 5 M, 3 k. */
bool sls_spelled_letter(const sls_source *s, size_t i, const sls_number_word *w);

/* Whether `w`, read at token `i`, is a short scale: "jt", "rb", "M"; "juta" is a million alone. */
bool sls_spelled_short(const sls_source *s, size_t i, const sls_number_word *w);

/* Whether `digits` may go on at token `i`: a scale, a point, a fraction ("5 and a half"). */
bool sls_spelled_goes_on(const sls_source *s, size_t i, const sls_item *digits);

/*
 * Number words from token `i`, added to `parts`, which digits may have begun ("31 ribu"); `money`
 * as sls_number_at's. Returns the token behind the last one used.
 */
size_t sls_spelled_from(const sls_source *s, size_t i, bool money, sls_sum *parts);

#endif
