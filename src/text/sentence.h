/*
 * sentence.h - where sentences begin, on text as pages give it.
 *
 * A sentence ends at . ! ? (with closing quotes and brackets after it) before
 * a capital, a digit, an opening quote or the end, but not after an
 * abbreviation ("No.", "Dr."), an initial ("J. Smith"), nor inside a number;
 * and at every line break: lines are paragraphs. A stop with no space after it
 * ("selesai.Kim", "(19/6).Kim") ends one too when a word that is not all capitals, a digit or a
 * bracket stands before and a capital after it, but not in a domain ("Kompas.Com", "TEMPO.CO").
 */
#ifndef SLS_TEXT_SENTENCE_H
#define SLS_TEXT_SENTENCE_H

#include "text/token.h"

typedef struct {
    uint32_t first, last; /* tokens, last inclusive */
} sls_sentence;

typedef struct {
    sls_sentence *at;
    size_t count;
} sls_sentences_list;

/* Whether a token, without its stop, is an abbreviation that a stop may follow. */
typedef bool sls_is_abbreviation(void *context, size_t token);

/*
 * Marks tokens with their sentence and lists the sentences; together they hold every token.
 * `is_abbreviation` comes from the lexicon, which text does not know; NULL: there are none.
 * SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_sentences(sls_tokens *tokens, sls_is_abbreviation *is_abbreviation,
                                      void *context, sls_arena *arena, sls_sentences_list *out);

#endif
