/*
 * tape.h - the tables of symbols and patterns that gramc makes of the lexicon at build.
 *
 *     [hedge] [31000] [noun]  ->  300 1702 871, and which patterns may read that
 *
 * Each item is one symbol on a 16-bit tape. Which symbol is decided at build for every form of
 * the lexicon in every look; so is, for each symbol and each of the first items of a match,
 * which patterns may have it there. What is left to do at run time is to look up. Read-only.
 */
#ifndef SLS_EXTRACT_ITEMS_TAPE_H
#define SLS_EXTRACT_ITEMS_TAPE_H

#include "extract/items/item.h"

enum {
    SLS_LOOKS = 8,            /* what a word can look like, whatever its senses */
    SLS_NUMBER_SHAPES = 1024, /* the shapes NUM to WHOLE are ten bits */
    SLS_SIEVE_DEPTH = 4,      /* how many items the sieve looks at */
    SLS_SIEVE_ALONE = 4,      /* the row of patterns that the item alone is a match of ... */
    SLS_SIEVE_ON, /* ... but for those that may go on with it as the second one; the next rows: as
                     the third, as the fourth, as any behind that */
    SLS_SIEVE_ROWS = SLS_SIEVE_ON + SLS_SIEVE_DEPTH,
    SLS_NEEDS = 3,
    SLS_SIEVE_WORDS_MAX = 8, /* 512 patterns of a language */
    SLS_CLASS_UNIT = 0xE000  /* from here on a unit of a pattern is a class, by its number */
};

/*
 * What an item of a form is, which many forms share: apart from them, so that the sorts that a text
 * is made of stay in a core's first cache.
 */
typedef struct {
    uint64_t set;               /* the form's, 0 without one */
    uint32_t traits;            /* the form's */
    uint16_t symbol[SLS_LOOKS]; /* by look */
} sls_tape_sort;

/* What each match of a pattern has an item of, `from` items behind its first or later. */
typedef struct {
    sls_ahead of; /* {0, 0}: no such need */
    uint32_t from;
} sls_tape_need;

/* What is asked of a pattern before it is tried: one cache line. */
typedef struct {
    _Alignas(64) sls_ahead need[SLS_NEEDS]; /* as sls_tape_need */
    uint8_t from[SLS_NEEDS];
    uint8_t alone; /* the group that an item is in that alone is a match; SLS_GROUP_COUNT: none */
    uint32_t longest; /* no match has more items; UINT32_MAX: not known */
} sls_tape_test;

typedef struct {
    uint32_t row;           /* of sls_lexicon_patterns */
    uint32_t begin, length; /* in `units` */
} sls_tape_pattern;

/*
 * How a word becomes an item: the sort of its form, and whether that is not all there is to it. A
 * text is read by this number, which is found by the word's own: what lies behind the form is
 * waited for by nothing that branches.
 */
enum {
    SLS_WAY_SORT = 0x3fff, /* in `sorts`, where neither bit below is set */
    SLS_WAY_GOES = 0x4000, /* other words may make a longer form of it */
    SLS_WAY_ASKS = 0x8000  /* its capitals, or what stands around it, tell which form it is */
};

/* The senses whose forms what stands beside them may take away or make a number of. */
#define SLS_SETTLED                                                                                \
    (SLS_BIT(SLS_C_CURRENCY) | SLS_BIT(SLS_C_ABBREVIATION) | SLS_BIT(SLS_C_UNIT) |                 \
     SLS_BIT(SLS_C_IDIOM) | SLS_BIT(SLS_C_NUMBER) | SLS_BIT(SLS_C_FRACTION) |                      \
     SLS_BIT(SLS_C_ORDINAL))

typedef struct {
    const uint16_t *way_of;     /* by the word's number */
    const uint16_t *sort_of;    /* in `sorts`, by the form's index + 1; [0]: of no form */
    const sls_tape_sort *sorts; /* [0] is that of no form */
    const uint16_t *of_number;  /* by shape; SLS_SYMBOL_OPAQUE for what no number looks like */
    uint16_t of_ordinal;        /* of an ordinal in words */
    const uint16_t *units;      /* the patterns, macros expanded */
    const uint32_t *class_at;   /* per class and one behind: where it begins in `classes` */
    const uint16_t *classes;    /* character classes */
    const sls_tape_pattern *patterns; /* no macros */
    const sls_tape_test *tests;       /* one for each */
    size_t pattern_count;
    const uint64_t *sieve;    /* rows of a bit per pattern, `sieve_words` each */
    const uint16_t *sieve_at; /* which row, by symbol * SLS_SIEVE_ROWS + depth */
    size_t sieve_words;
    const uint16_t *first_of;  /* per symbol: what it is as the first item of matches, 0 none ... */
    const uint16_t *second_of; /* ... and as the second */
    const uint64_t *pairs; /* by the one, a bit for each of the other: some pattern may have both */
    size_t pair_words;     /* for each of the one */
} sls_tape_table;

extern const sls_tape_table sls_tape_tables[SLS_LANGS];

/* Which of the SLS_LOOKS a word's shapes are. */
static inline unsigned sls_look_of(uint32_t shape)
{
    if (!(shape & SLS_SHAPED(CAP)))
        return shape & SLS_SHAPED(LOWER) ? 1 : 0;
    return (shape & SLS_SHAPED(CAPS)      ? 4u
            : shape & SLS_SHAPED(INITIAL) ? 6u
                                          : 2u) +
           (shape & SLS_SHAPED(NAME) ? 1u : 0u);
}

/* The shapes of a look. */
static inline uint32_t sls_look_shapes(unsigned look)
{
    static const uint32_t SHAPES[SLS_LOOKS] = {
        0,
        SLS_SHAPED(LOWER),
        SLS_SHAPED(CAP),
        SLS_SHAPED(CAP) | SLS_SHAPED(NAME),
        SLS_SHAPED(CAP) | SLS_SHAPED(CAPS),
        SLS_SHAPED(CAP) | SLS_SHAPED(CAPS) | SLS_SHAPED(NAME),
        SLS_SHAPED(CAP) | SLS_SHAPED(INITIAL),
        SLS_SHAPED(CAP) | SLS_SHAPED(INITIAL) | SLS_SHAPED(NAME),
    };
    return SHAPES[look];
}

/* The sort of a form by its number, index + 1 or 0. */
static inline const sls_tape_sort *sls_sort_of(const sls_tape_table *table, size_t form)
{
    return &table->sorts[table->sort_of[form]];
}

static inline const uint64_t *sls_sieve_row(const sls_tape_table *table, uint16_t symbol,
                                            size_t row)
{
    return table->sieve + table->sieve_at[symbol * SLS_SIEVE_ROWS + row] * table->sieve_words;
}

/* Whether some pattern may match from the item of the first of two symbols on. */
static inline bool sls_tape_begins(const sls_tape_table *table, uint16_t symbol, uint16_t next)
{
    const size_t first = table->first_of[symbol], second = table->second_of[next];

    return table->pairs[first * table->pair_words + second / 64] >> second % 64 & 1;
}

/* The symbol of an item that is a word or a number; `forms` are the language's. */
static inline uint16_t sls_tape_symbol(const sls_tape_table *table, const sls_form *forms,
                                       const sls_item *item)
{
    if (item->form)
        return sls_sort_of(table, (size_t)(item->form - forms) + 1)
            ->symbol[sls_look_of(item->shape)];
    if (item->set)
        return table->of_ordinal;
    if (item->shape & SLS_SHAPED(NUM))
        return table->of_number[item->shape & (SLS_NUMBER_SHAPES - 1)];
    return table->sorts[0].symbol[sls_look_of(item->shape)];
}

#endif
