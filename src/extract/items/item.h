/*
 * item.h - what patterns see: numbers composed, lexicon forms joined, other words one by one.
 *
 *     "lebih dari 31.000 pekerja di Rusia" -> [hedge] [31000] [noun] [literal] [country]
 *
 * An item is one or more tokens with the set of all that it may be, a bit per
 * lexicon concept, and how it looks, a bit per shape. Ambiguity is kept: "Mei"
 * is a month and, capitalised, a name. Patterns choose.
 */
#ifndef SLS_EXTRACT_ITEMS_ITEM_H
#define SLS_EXTRACT_ITEMS_ITEM_H

#include "base/decimal.h"
#include "profile/document.h"

/* Shapes: enumerator, bit and pattern placeholder. */
#define SLS_SHAPES(X)                                                                              \
    X(NUM, 0, "num")           /* any number */                                                    \
    X(WORDS, 1, "words")       /* ... that has number words in it */                               \
    X(PLAIN, 2, "plain")       /* ... of digits only, no separators, no scale */                   \
    X(DAY, 3, "day")           /* plain, one or two digits, 1..31 */                               \
    X(MONTHNUM, 4, "monthnum") /* plain, one or two digits, 1..12 */                               \
    X(YEAR, 5, "year")         /* plain, four digits, 1000..2999 */                                \
    X(TWO, 6, "two")           /* plain, exactly two digits */                                     \
    X(CLOCKED, 7, "clocked")   /* 14.30: hours and minutes with a stop */                          \
    X(GLUED, 8, "glued")       /* a number with letters before it: G20 */                          \
    X(WHOLE, 9, "whole")       /* a whole number */                                                \
    X(LOWER, 10, "lower")      /* a word that begins with a small letter */                        \
    X(NAME, 11, "name")        /* a word that may be part of a person's name */                    \
    X(CAPS, 12, "caps")        /* two or more letters, all capitals */                             \
    X(CAP, 13, "cap")          /* a word that begins with a capital */                             \
    X(INITIAL, 14, "initial")  /* a single capital letter */                                       \
    X(FIRST, 15, "first")      /* the sentence's first word */

enum {
#define X(name, bit, text) SLS_SHAPE_##name = bit,
    SLS_SHAPES(X)
#undef X
};
#define SLS_BIT(n)       (UINT64_C(1) << (n))
#define SLS_SHAPED(name) (UINT32_C(1) << SLS_SHAPE_##name)

/* Of one cache line, which they lie in: three in four of the loops over a text are over items. */
typedef struct {
    uint32_t first, last; /* tokens, last inclusive */
    uint64_t set;         /* a bit per sls_concept; the form's where there is one */
    uint32_t shape;       /* a bit per shape; with `set` 0 for what no pattern may touch */
    uint32_t traits;      /* the form's */
    const sls_form *form; /* or NULL */
    sls_decimal value;    /* of a number */
    int8_t scale;         /* of a number: power of ten of its last scale word, or 0 */
    uint16_t symbol;      /* on the tape; an ASCII character for punctuation */
    uint16_t sentence;
    uint32_t start, end; /* bytes of the folded text */
} sls_item;

/*
 * Whether a word has a sense of `concept`; a number has no form. The form's own row is seldom in
 * the cache, and not asked for what the item tells.
 */
static inline bool sls_item_is(const sls_item *item, sls_concept concept)
{
    return item->form && (item->set >> concept & 1);
}

/* The value of its first sense of `concept`, or the empty string. */
static inline sls_str sls_item_value(const sls_item *item, sls_concept concept)
{
    return sls_item_is(item, concept) ? sls_form_value(item->form, concept) : (sls_str){ 0 };
}

static inline bool sls_item_says(const sls_item *item, sls_concept concept, const char *value)
{
    return sls_item_is(item, concept) &&
           sls_str_eq(sls_form_value(item->form, concept), sls_str_of(value));
}

/* A sentence. */
typedef struct {
    uint32_t begin, end; /* its first item and the boundary item behind it */
    uint64_t set;        /* concepts that any of its items has: what is not here need no looking */
    uint32_t traits;     /* traits that any of its items has */
} sls_stretch;

/* What items are, any of them: concepts, and shapes and punctuation (sls_looks_of). */
typedef struct {
    uint64_t set, other;
} sls_ahead;

typedef struct {
    const sls_document *document;
    sls_item *at; /* in token order; a boundary item (symbol '\n') after each sentence */
    size_t count;
    const uint16_t *tape;   /* the items' symbols, and boundaries behind the last */
    const sls_ahead *ahead; /* per item: of it and all behind it in its sentence */
    sls_stretch *stretches; /* one a sentence, in order */
    size_t stretch_count;
} sls_items;

/* Symbols that are no ASCII punctuation and no word. */
#define SLS_SYMBOL_BOUNDARY 10
#define SLS_SYMBOL_OPAQUE   1
#define SLS_SYMBOL_DASH     2   /* a hyphen that stands free; a tight one is '-' */
#define SLS_SYMBOL_WORDS    128 /* the first of words and numbers, see tape.h */

/* Shapes in the upper half; in the lower a bit for the symbol of a mark, which others share. */
static inline uint64_t sls_looks_of(uint32_t shape, uint16_t symbol)
{
    return (uint64_t)shape << 32 | (uint64_t)(symbol < SLS_SYMBOL_WORDS) << (symbol & 31);
}

/* Items of a whole document. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_itemise(const sls_document *document, sls_arena *arena, sls_items *out);

/* The stretch of item `i` where the items' sentence numbers end: O(log stretches). */
const sls_stretch *sls_stretch_find(const sls_items *items, size_t i);

/* The sentence that item `i` lies in. */
static inline const sls_stretch *sls_stretch_of(const sls_items *items, size_t i)
{
    const uint16_t sentence = items->at[i].sentence;

    return sentence < UINT16_MAX ? &items->stretches[sentence] : sls_stretch_find(items, i);
}

/* Bytes of the article's text from the start of item `first` to the end of item `last`. */
sls_str sls_items_origin(const sls_items *items, size_t first, size_t last);
/* Folded text of the same. */
static inline sls_str sls_items_folded(const sls_items *items, size_t first, size_t last)
{
    const size_t start = items->at[first].start;

    return (sls_str){ items->document->tokens.folded->text.ptr + start,
                      items->at[last].end - start };
}

#endif
