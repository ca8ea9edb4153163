/*
 * number.h - one number out of digits, separators, number words and scales.
 *
 *     31.000 (id) = 31000   1,2 triliun = 12e11   satu setengah juta = 1500000   50rb = 50000
 *     minus lima = -5   five and a half million = 5500000   keseratus dua puluh satu: ordinal 121
 *
 * Which separator groups and which is decimal follows the sentence's language and
 * is checked per number: groups of three repeated, mixed separators, or a
 * group of zeros (2.000 in English) say otherwise.
 *
 * Values in lexicon/data/LANG/number.csv: `=` a cardinal, `+10` adds to the unit before
 * (belas), `*1000` scales, `x1000` scales what stands before it only, `.` the decimal point,
 * `-` the sign, `&0.25` a part behind "and" only. In fraction.csv: `0.5` and `1/3` are values, `/3`
 * divides what stands before it.
 */
#ifndef SLS_EXTRACT_ITEMS_NUMBER_H
#define SLS_EXTRACT_ITEMS_NUMBER_H

#include "extract/items/item.h"

/*
 * The number that begins at token `i`, if one does: fills value, scale, last token
 * and shape bits of `*item` and returns true. A number of more digits than
 * sls_decimal holds is no number. `money` says that a currency stands before it, which lets
 * a single letter (2 M) be a scale. An ordinal in words (at least two of them) has
 * concept ORDINAL in `set` and not the shape NUM.
 */
bool sls_number_at(const sls_document *document, size_t i, bool money, sls_item *item);

/* Whether digits or a word at token `i` may begin what sls_number_at reads, by its form. */
static inline bool sls_number_may_begin(const sls_tokens *tokens, size_t i, const sls_form *form)
{
    const unsigned char c = (unsigned char)tokens->folded->text.ptr[tokens->at[i].start];

    if (tokens->at[i].flags & SLS_TOKEN_DIGITS)
        return true;
    if (tokens->at[i].flags & SLS_TOKEN_PUNCT)
        return (c == '-' || c == '.' || c == ',') && i + 1 < tokens->count &&
               tokens->at[i + 1].flags &
                   (c == '-' ? SLS_TOKEN_DIGITS | SLS_TOKEN_PUNCT : SLS_TOKEN_DIGITS);
    return sls_form_is(form, SLS_C_NUMBER) || sls_form_is(form, SLS_C_FRACTION) ||
           (sls_form_is(form, SLS_C_ORDINAL) && form->tokens == 1);
}

#endif
