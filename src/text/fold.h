/*
 * fold.h - text made easy to compare, and the way back to its bytes.
 *
 *     "Jum’at, 27 Juli – “Choe”"  ->  "jum'at, 27 juli - \"choe\""
 *
 * Folding lowers case, applies NFKC, and turns typographic quotes, dashes and
 * spaces into ASCII ones; marks that carry no letter (soft hyphen, zero-width
 * joiners, bidi controls) vanish. ASCII is copied byte for byte (a carriage return
 * becomes a space), so most text needs no map; only where lengths differ does the map
 * hold a step. Case is lowered letter by letter, never by full case folding: "ß" stays.
 *
 * Where NFKC would make another number, it is kept apart: "1½" is "1 1/2", "10²" is
 * "10^2", but "m²" is "m2". A trade mark sign is no letters: "Apple™" stays one.
 * The only module, with token.c and sentence.c, that knows utf8proc.
 */
#ifndef SLS_TEXT_FOLD_H
#define SLS_TEXT_FOLD_H

#include <selisih/arena.h>

#define SLS_FOLD_PAD 16 /* zero bytes after every folded text, not counted: for 16-byte reads */

typedef struct {
    uint32_t folded; /* from this folded byte on ... */
    uint32_t origin; /* ... folded byte f stands for origin + (f - folded), while that is
                        below the next step's origin */
} sls_fold_step;

typedef struct {
    sls_str origin;             /* the text as it came, valid UTF-8, under 2 GiB */
    sls_str text;               /* folded, under 2 GiB, SLS_FOLD_PAD zero bytes after it */
    const sls_fold_step *steps; /* by folded; steps[0] is {0, 0}; two of one `folded`
                                   enclose characters that fold to nothing */
    size_t step_count;
} sls_folded;

/* SLS_OK, SLS_ENOMEM; SLS_ETOOBIG at 2 GiB. `origin` must be valid UTF-8. */
SLS_MUST_USE sls_status sls_fold(sls_str origin, sls_arena *arena, sls_folded *out);

/* Offset in the origin of folded byte `at` (0..text.len). A byte inside an expansion maps to
 * the start of the character that it came from. O(log steps). */
size_t sls_fold_origin(const sls_folded *f, size_t at);
/*
 * Where the characters that made the folded bytes before `at` end: for the end of a span.
 * Differs from sls_fold_origin inside an expansion (the end of its character) and before
 * characters that fold to nothing (left outside).
 */
size_t sls_fold_origin_end(const sls_folded *f, size_t at);

/* The same text folded, without a map: for keys. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_fold_key(sls_str s, sls_arena *arena, sls_str *out);
/*
 * A name as claims write it: ASCII lower case letters and digits, words by
 * single spaces, diacritics dropped, apostrophes dropped, hyphens as spaces:
 * "Choe Son-Hui" -> "choe son hui". Letters that no ASCII stands for stay. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_fold_name(sls_str s, sls_arena *arena, sls_str *out);
/* The same of text that is folded already. */
SLS_MUST_USE sls_status sls_fold_name_again(sls_str folded, sls_arena *arena, sls_str *out);

/*
 * The offset of the first byte of `s` that is not valid UTF-8 (overlong forms,
 * surrogates and code points over U+10FFFF are not), or SIZE_MAX when all is.
 */
size_t sls_utf8_bad(sls_str s);

#endif
