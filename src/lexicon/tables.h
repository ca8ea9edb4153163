/*
 * tables.h - the shape of the tables that lexc writes and lexicon.c and gramc read; nobody else.
 * What is asked of every word of a text is in lexicon.h.
 *
 *     "menteri luar negeri" -> words 17, 4, 9 -> states 5, 80, 81 -> form 1033
 *
 * Each word of each form has a number, the same in every language, and each token of a text is
 * given its word's once: a part of its hash leads to a bucket of one cache line, another part to
 * at most one word in it, and words of up to 15 bytes are compared as two 64-bit halves. No step
 * of that branches on what is found, as nothing foretells whether a word is known. In a language
 * the first word of a form leads to a state, a state and a further word to the next state, and a
 * state may be the end of a form. Read-only.
 *
 * The tables are larger than a core's first cache, and most of what a look-up costs is waiting
 * for them. So words, states and forms stand in the order of how common they are: the few
 * hundred that texts are made of then lie together.
 */
#ifndef SLS_LEXICON_TABLES_H
#define SLS_LEXICON_TABLES_H

#include "lexicon/lexicon.h"

#include <string.h>

enum {
    SLS_TABLE_SHORT = 15,     /* bytes of a word that its key holds */
    SLS_TABLE_WORD_MAX = 255, /* bytes of the longest word */
    SLS_TABLE_BUCKET = 16,    /* words that share a cache line */
    SLS_TABLE_KNOWN = 2       /* bits: one step in ten that is none is taken for one */
};

/*
 * The 15 bytes of a word, zeros after it, and its length in the last byte. Of a longer word, a mix
 * of its first 16 bytes and its last 7: that is to be compared whole. The key of a sls_word.
 */
typedef struct {
    uint64_t low, high;
} sls_table_key;

/* How many capitals a text shows, and a sense may ask for. */
enum { SLS_CAPITALS_NONE, SLS_CAPITALS_FIRST, SLS_CAPITALS_ALL, SLS_CAPITALS };

/* Words by a part of their hash. */
typedef struct {
    uint16_t tag[SLS_TABLE_BUCKET];    /* another part */
    uint16_t number[SLS_TABLE_BUCKET]; /* 0: empty */
} sls_table_bucket;

/* The words of all languages. */
typedef struct {
    const sls_table_bucket *buckets;
    size_t count;            /* of sls_lexicon_words */
    unsigned bits;           /* 2^bits buckets */
    uint64_t seed;           /* of the hash: one with which no two tags of a bucket agree */
    const uint32_t *long_at; /* by word number: where each over 15 bytes lies whole in the pool */
} sls_table_vocabulary;

typedef struct {
    uint32_t form[SLS_CAPITALS]; /* index + 1 of that which ends here, by the capitals in the
                                    text; 0 none */
    uint64_t follow;             /* sls_lexicon_bit of every word that may come next */
} sls_table_state;

typedef struct {
    uint32_t state, word; /* state 0: an empty slot */
    sls_word_first next;  /* as of a first word: what is asked of a state, so that only where forms
                             differ by capitals it is looked at */
} sls_table_step;

/* A string: see sls_lexicon_str. */
typedef struct {
    uint32_t at, len;
} sls_table_str;

typedef struct {
    uint8_t concept;
    sls_table_str value, text;
} sls_table_display;

/* A table of data/any: cells row by row, every row with all columns, rows by first cell. */
typedef struct {
    const sls_table_str *columns, *cells;
    size_t column_count, row_count;
    const uint16_t *slots; /* by the hash of a first cell: its row from 1 on, 0 an empty slot */
    unsigned slot_bits;    /* 2^bits slots; without a table there is one, which is empty */
} sls_table_any;

typedef struct {
    const sls_table_step *steps;
    unsigned step_bits;
    const uint64_t *step_known;    /* a bit for each possible SLS_TABLE_KNOWN more bits of a step's
                                      hash: half of the steps that a text asks for are none, and
                                      this stays in the cache, as the steps do not */
    const sls_table_state *states; /* [0] is no state */
    const sls_form *forms;
    size_t form_count;
    const uint32_t *by_text;           /* numbers of the forms, by text */
    const sls_table_display *displays; /* by concept, value */
    size_t display_count;
    const sls_pattern_row *patterns;
    size_t pattern_count;
} sls_table_language;

extern const sls_table_vocabulary sls_table_words;
extern const sls_table_language sls_table_languages[SLS_LANGS];
extern const sls_table_any sls_table_attributes[SLS_CONCEPT_COUNT];

/* Little-endian on every machine, so that tables made on one serve another. */
static inline uint64_t sls_table_load(const char *at)
{
    uint64_t x;
    memcpy(&x, at, sizeof x);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

/* The key of a word of `len` > 0 bytes; 16 bytes are read at `word`. */
static inline sls_table_key sls_table_key_of(const char *word, size_t len)
{
    static const uint64_t kept[SLS_TABLE_SHORT + 1][2] = { { 0, 0 },
                                                           { UINT64_MAX >> 56, 0 },
                                                           { UINT64_MAX >> 48, 0 },
                                                           { UINT64_MAX >> 40, 0 },
                                                           { UINT64_MAX >> 32, 0 },
                                                           { UINT64_MAX >> 24, 0 },
                                                           { UINT64_MAX >> 16, 0 },
                                                           { UINT64_MAX >> 8, 0 },
                                                           { UINT64_MAX, 0 },
                                                           { UINT64_MAX, UINT64_MAX >> 56 },
                                                           { UINT64_MAX, UINT64_MAX >> 48 },
                                                           { UINT64_MAX, UINT64_MAX >> 40 },
                                                           { UINT64_MAX, UINT64_MAX >> 32 },
                                                           { UINT64_MAX, UINT64_MAX >> 24 },
                                                           { UINT64_MAX, UINT64_MAX >> 16 },
                                                           { UINT64_MAX, UINT64_MAX >> 8 } };
    const uint64_t *mask = kept[len < SLS_TABLE_SHORT ? len : SLS_TABLE_SHORT];
    const uint64_t shown = len < SLS_TABLE_WORD_MAX ? len : SLS_TABLE_WORD_MAX;

    if (len > SLS_TABLE_SHORT)
        return (sls_table_key){ sls_table_load(word) +
                                    sls_table_load(word + 8) * UINT64_C(0xD6E8FEB86659FD93),
                                (sls_table_load(word + len - 8) >> 8) | shown << 56 };
    return (sls_table_key){ sls_table_load(word) & mask[0],
                            (sls_table_load(word + 8) & mask[1]) | shown << 56 };
}

/* The constants are those of splitmix64 (Vigna 2015) and of its golden-ratio increment. */
static inline uint64_t sls_table_hash(sls_table_key key, uint64_t seed)
{
    uint64_t h = key.low * (UINT64_C(0x9E3779B97F4A7C15) + 2 * seed) +
                 key.high * UINT64_C(0xBF58476D1CE4E5B9);
    h ^= h >> 29;
    return h * UINT64_C(0x94D049BB133111EB);
}

/* The part of a hash that tells words of one bucket apart. */
static inline uint16_t sls_table_tag(uint64_t hash)
{
    return (uint16_t)(hash >> 16);
}

static inline uint64_t sls_table_step_hash(uint32_t state, uint32_t word)
{
    return ((uint64_t)state << 32 | word) * UINT64_C(0x9E3779B97F4A7C15);
}

/* Of a first cell in data/any: three of its letters tell a few hundred keys apart. */
static inline uint32_t sls_table_row_hash(sls_str key)
{
    const unsigned char *at = (const unsigned char *)key.ptr;
    const size_t n = key.len;

    return n ? (at[0] | (uint32_t)at[n / 2] << 8 | (uint32_t)at[n - 1] << 16 | (uint32_t)n << 24) *
                   UINT32_C(0x9E3779B1)
             : 0;
}

/*
 * The capitals that a word shows, by its SLS_TOKEN_ flags and bytes: a single letter can be
 * all capitals only as a capital.
 */
static inline unsigned sls_table_capitals(unsigned flags, size_t bytes)
{
    if (flags & SLS_TOKEN_ALLCAPS || (bytes == 1 && flags & SLS_TOKEN_CAP))
        return SLS_CAPITALS_ALL;
    return flags & SLS_TOKEN_CAP ? SLS_CAPITALS_FIRST : SLS_CAPITALS_NONE;
}

#endif
