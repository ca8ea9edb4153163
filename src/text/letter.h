/*
 * letter.h - single characters, for the modules of text/ only.
 *
 *     "é" -> U+00E9, 2 bytes, a letter
 *
 * Every function is pure.
 */
#ifndef SLS_TEXT_LETTER_H
#define SLS_TEXT_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Reads one character of `len` > 0 bytes; returns its bytes, 1..4. A byte that
 * is not UTF-8 is read alone as U+FFFD, so that no scan runs past its end.
 */
size_t sls_letter_read(const unsigned char *at, size_t len, int32_t *out);

/* Letters, and the marks on them. */
bool sls_letter_is(int32_t c);
/* Upper or title case. */
bool sls_letter_is_upper(int32_t c);
bool sls_letter_is_lower(int32_t c);

#endif
