/*
 * digits.h - numbers in digits: separators, fractions, powers of ten. Used by number.c, spelled.c
 * and item.c.
 *
 *     31.000 (id) = 31000   12,34,567 (en) = 1234567   1/4   2 1/2   40 000   6.2x10^-4
 */
#ifndef SLS_EXTRACT_ITEMS_DIGITS_H
#define SLS_EXTRACT_ITEMS_DIGITS_H

#include "extract/items/item.h"

/* The form looked up last: one word is asked about several times. */
typedef struct {
    size_t at; /* token, or SIZE_MAX */
    const sls_form *form;
} sls_source_memo;

/* Where numbers are read: a document's tokens up to a sentence's end. */
typedef struct {
    const sls_tokens *tokens;
    size_t limit; /* first token behind the sentence */
    size_t begin; /* first token of the sentence */
    sls_lang lang;
    sls_source_memo *memo;
} sls_source;

static inline bool sls_source_digits(const sls_source *s, size_t i)
{
    return i < s->limit && s->tokens->at[i].flags & SLS_TOKEN_DIGITS;
}

static inline bool sls_source_glued(const sls_source *s, size_t i)
{
    return i < s->limit && s->tokens->at[i].flags & SLS_TOKEN_GLUED;
}

/* Whether token `i` is the punctuation `c`. */
static inline bool sls_source_punct(const sls_source *s, size_t i, char c)
{
    return i < s->limit && s->tokens->at[i].flags & SLS_TOKEN_PUNCT &&
           s->tokens->folded->text.ptr[s->tokens->at[i].start] == c;
}

/* Whether token `i` is the word `text` (folded). */
static inline bool sls_source_word(const sls_source *s, size_t i, const char *text)
{
    return i < s->limit && s->tokens->at[i].flags & SLS_TOKEN_WORD &&
           sls_str_eq(sls_token_text(s->tokens, i), sls_str_of(text));
}

/*
 * `form`, of one letter and a stop ("m."), without the stop when that ends the sentence behind
 * digits: "5 m." are metres and no initial. `limit` is the token behind the sentence.
 */
const sls_form *sls_settle_stop(sls_lang lang, const sls_tokens *tokens, size_t i, size_t limit,
                                const sls_form *form);
/* The form that begins at token `i` and ends in the sentence, or NULL. */
const sls_form *sls_source_form(const sls_source *s, size_t i);

/*
 * The number in digits that begins at token `i`, which may be the separator of one without a
 * whole part (.75): fills value, last and shapes of `*item`. No scale words.
 */
bool sls_digits_at(const sls_source *s, size_t i, sls_item *item);

#endif
