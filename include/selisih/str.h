/*
 * str.h - borrowed bytes: a pointer and a length, as in {"Rabu (19/6)", 11}.
 *
 * A sls_str owns nothing and need not end in NUL; it is valid as long as the
 * buffer or arena behind it. The empty string is {NULL, 0} or any ptr with
 * len 0: always test `len`. Every function is pure and takes strings by value.
 */
#ifndef SELISIH_STR_H
#define SELISIH_STR_H

#include <selisih/api.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *ptr;
    size_t len; /* bytes */
} sls_str;

/* A string literal as sls_str; S for initialisers, STR for expressions. */
#define SLS_S(literal)                                                                             \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }
#define SLS_STR(literal) ((sls_str){ (literal), sizeof(literal) - 1 })
/* For printf("%.*s"): SLS_FMT(s). */
#define SLS_FMT(s) (int)(s).len, (s).ptr ? (s).ptr : ""

/*
 * Defined here, so that comparing with a literal is comparing its length and a word or two: as
 * calls these took a fourteenth of the instructions of extract.
 */
static inline sls_str sls_str_of(const char *nul_terminated) /* NULL gives the empty string */
{
    return (sls_str){ nul_terminated, nul_terminated ? strlen(nul_terminated) : 0 };
}

static inline bool sls_str_eq(sls_str a, sls_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Bytewise order, a prefix before its extensions: <0, 0, >0. */
SLS_API int sls_str_cmp(sls_str a, sls_str b);
static inline bool sls_str_starts(sls_str s, sls_str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

SLS_API bool sls_str_ends(sls_str s, sls_str suffix);
/* Offset of the first `needle` in `s`, or SIZE_MAX. */
SLS_API size_t sls_str_find(sls_str s, sls_str needle);
/* Offset of the first byte `c` in `s`, or SIZE_MAX. */
SLS_API size_t sls_str_find_byte(sls_str s, char c);
/* Bytes [from, to) of `s`, both clipped to its length. */
static inline sls_str sls_str_slice(sls_str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    return (sls_str){ s.ptr ? s.ptr + from : NULL, to - from };
}

/* Without ASCII white space at both ends. */
SLS_API sls_str sls_str_trim(sls_str s);
/*
 * The next piece of `*rest` before `separator`, which `*rest` then starts
 * after. Returns false when nothing is left; "a;;b" gives "a", "", "b".
 * Begin with `*rest` = the whole list; an empty list gives no piece.
 */
SLS_API bool sls_str_split(sls_str *rest, char separator, sls_str *piece);
/* How many `;`-separated items `list` has. */
SLS_API size_t sls_str_list_length(sls_str list);
/* Whether `item` is one of the `;`-separated items of `list`. */
SLS_API bool sls_str_list_has(sls_str list, sls_str item);

#endif
