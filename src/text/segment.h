/*
 * segment.h - one character with the marks after it, in normal form: what fold.c folds at a time.
 *
 *     "E" U+0301 -> "é";  "½" -> "1/2";  "“" -> "\""
 *
 * A plain value on the stack; for the modules of text/ only.
 */
#ifndef SLS_TEXT_SEGMENT_H
#define SLS_TEXT_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    /* Characters of a segment: UAX #15 finds 30 marks enough for every language, and the limit
     * keeps the sorting of marks linear on hostile text. */
    SLS_SEGMENT_MAX = 32,
    SLS_SEGMENT_EXPANSION = 18 /* code points of the longest decomposition, that of U+FDFA */
};

typedef struct {
    int32_t cps[SLS_SEGMENT_MAX * SLS_SEGMENT_EXPANSION];
    size_t count; /* 0 for a new one */
} sls_segment;

/* Adds a character, decomposed (NFKC), lowered, and as plain as people type it; at most
 * SLS_SEGMENT_MAX times. */
void sls_segment_add(sls_segment *s, int32_t c);
/* Puts marks in canonical order and composes. */
void sls_segment_compose(sls_segment *s);
/* Whether `c` may change when written after another character: marks, and Hangul's parts. */
bool sls_segment_joins(int32_t c);

#endif
