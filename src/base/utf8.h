/*
 * utf8.h - characters of text that need not be UTF-8, and those that no reader sees.
 *
 *     for (size_t at = 0; at < s.len; at += sls_utf8_next(s, at, &code))
 *
 * What is known of letters and their forms is text/fold.h's. Every function is pure.
 */
#ifndef SLS_BASE_UTF8_H
#define SLS_BASE_UTF8_H

#include <selisih/str.h>

#define SLS_UTF8_BAD 0xFFFDU /* U+FFFD, the replacement character */

/* Whether it is a byte that goes on with a character. */
static inline bool sls_utf8_follows(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/*
 * Bytes, 1..4, of the well-formed sequence that `len` > 0 bytes at `s` begin with; 0: there is
 * none. Unicode 15, table 3-7.
 */
size_t sls_utf8_length(const char *s, size_t len);
/* Characters of well-formed text. */
size_t sls_utf8_count(sls_str s);
/*
 * The code point at `at` < s.len and the bytes that it takes, 1..4. A byte that begins no
 * character (overlong forms, surrogates and what is above U+10FFFF too) is one SLS_UTF8_BAD.
 */
size_t sls_utf8_next(sls_str s, size_t at, uint32_t *code);
/* The start of the character that the byte at `at` belongs to; `at` itself outside of `s`. */
size_t sls_utf8_start(sls_str s, size_t at);
/*
 * Whether a terminal or a page would obey it instead of showing it: C0, DEL, C1; the marks and
 * embeddings that turn the direction of writing (U+061C, U+200E, U+200F, U+202A..U+202E,
 * U+2066..U+2069: "Trojan Source", CVE-2021-42574); the line breaks U+2028 and U+2029.
 */
bool sls_utf8_is_control(uint32_t code);

#endif
