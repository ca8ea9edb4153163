/*
 * ascii.h - bytes as ASCII knows them, and the words of a line that no document was made of.
 *
 *     "Dilantik, Menlu" -> "dilantik", "menlu"
 *
 * Letters of other scripts are text/letter.h's. Every function is pure.
 */
#ifndef SLS_BASE_ASCII_H
#define SLS_BASE_ASCII_H

#include <selisih/str.h>
#include <stdbool.h>

static inline bool sls_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool sls_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool sls_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline char sls_lower(char c)
{
    return sls_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

static inline char sls_upper(char c)
{
    return sls_is_lower(c) ? (char)(c - ('a' - 'A')) : c;
}

/* Whether `s` begins with `lower`, small letters, in capitals or not; of no locale. */
static inline bool sls_ascii_starts(sls_str s, const char *lower)
{
    for (size_t i = 0; lower[i]; i++)
        if (i >= s.len || sls_lower(s.ptr[i]) != lower[i])
            return false;
    return true;
}

bool sls_has_digit(sls_str s);
/*
 * Takes the next run of letters, any byte beyond ASCII among them, off `*rest` and writes it, ASCII
 * capitals lowered, to `out`: `room` bytes at most, the others are dropped. Returns the bytes
 * written; 0 when no word is left.
 */
size_t sls_next_word(sls_str *rest, char *out, size_t room);

#endif
