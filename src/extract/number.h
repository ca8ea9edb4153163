/*
 * number.h - one number out of digits, separators, number words and scales.
 *
 *     31.000 (id) = 31000   1,2 triliun = 12e11   satu setengah juta = 1500000   50rb = 50000
 *
 * Which separator groups and which is decimal follows the sentence's language and
 * is checked per number: groups of three repeated, mixed separators, or a
 * group of zeros (2.000 in English) say otherwise.
 */
#ifndef SLS_EXTRACT_NUMBER_H
#define SLS_EXTRACT_NUMBER_H

#include "extract/item.h"

/*
 * The number that begins at token `i`, if one does: fills value, last token
 * and shape bits of `*item` and returns true. A number of more digits than
 * sls_decimal holds is no number. `money` says that a currency stands before it, which lets
 * a single letter (2 M) be a scale.
 */
bool sls_number_at(const sls_document *document, size_t i, bool money, sls_item *item);

#endif
