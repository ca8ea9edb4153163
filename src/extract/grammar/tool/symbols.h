/*
 * symbols.h - which items share a symbol, and which symbols a placeholder means.
 *
 * What an item may be is a combination of concept bits, shapes, and the values that some
 * pattern asks for (%deictic=-1%). Combinations come from the lexicon's forms, so all are known
 * at build; those that no placeholder of any pattern tells
 * apart share a symbol. A few hundred symbols stand for every word of a language.
 */
#ifndef SLS_EXTRACT_GRAMMAR_TOOL_SYMBOLS_H
#define SLS_EXTRACT_GRAMMAR_TOOL_SYMBOLS_H

#include "extract/items/tape.h"

/* A bit per %concept=value% that holds. */
typedef struct {
    uint64_t bits[4];
} sls_asked;

typedef struct {
    uint64_t set;   /* concepts */
    uint32_t shape; /* FIRST left out */
    sls_asked asked;
} sls_symbol_key;

enum { SLS_ASKED_MAX = 240, SLS_PLACEHOLDER_MAX = 1024, SLS_TERM_MAX = 48 };

/* One term of a placeholder: & or | (0 at the start), negation, concept or shape, value. */
typedef struct {
    uint64_t set;   /* the concept's bit, or 0 */
    uint32_t shape; /* the shape's bit, or 0 */
    int16_t asked;  /* index of the value asked for, or -1 */
    char op;
    bool not ;
} sls_term;

typedef struct {
    sls_str text;
    sls_term *terms;
    size_t count;
    size_t uses; /* in all patterns, macros expanded */
} sls_placeholder;

typedef struct {
    uint64_t bits[SLS_PLACEHOLDER_MAX / 64]; /* which placeholders a symbol is meant by */
} sls_signature;

typedef struct {
    sls_lang lang;
    struct {
        sls_concept concept;
        sls_str value;
    } asked[SLS_ASKED_MAX];
    size_t asked_count;
    sls_placeholder placeholders[SLS_PLACEHOLDER_MAX];
    size_t placeholder_count;
    const sls_form *forms; /* the language's */
    size_t form_count;
    sls_asked *asked_of;  /* per form */
    sls_symbol_key *keys; /* every combination */
    size_t key_count;
    uint16_t *symbol_of_key;   /* per key */
    uint16_t *table;           /* open addressing: index of a key + 1, 0 empty */
    size_t table_size;         /* a power of two */
    sls_signature *signatures; /* of symbol SLS_SYMBOL_WORDS + i */
    size_t count;              /* symbols behind SLS_SYMBOL_WORDS */
} sls_symbols;

/*
 * Collects every %concept=value% of the language's patterns and enumerates the symbols. `texts` are
 * the patterns with their macros expanded, by row of sls_lexicon_patterns; "" for a macro.
 * SLS_OK, SLS_ENOMEM, SLS_EPATTERN (too many values asked for; an unknown name).
 */
SLS_MUST_USE sls_status sls_symbols_make(sls_lang lang, const sls_str texts[], sls_arena *arena,
                                         sls_symbols *out, sls_diag *diag);
/* The symbol of an item that is a word or a number; SLS_SYMBOL_OPAQUE when no key is like it. */
uint16_t sls_symbol_of(const sls_symbols *symbols, const sls_item *item);
/* The index of the placeholder `text` (between its % signs); placeholder_count: there is none. */
size_t sls_symbols_placeholder(const sls_symbols *symbols, sls_str text);
/* Whether a placeholder means symbol SLS_SYMBOL_WORDS + `symbol`. */
bool sls_symbols_means(const sls_symbols *symbols, size_t placeholder, size_t symbol);

/* Writes a placeholder's PCRE2 character class, at most symbols->count + 8 units; how many. */
size_t sls_symbols_class(const sls_symbols *symbols, size_t placeholder, uint16_t *out);

#endif
