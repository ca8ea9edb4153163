/*
 * language.h - Indonesian or English, by the function words that no text goes without.
 */
#ifndef SLS_PROFILE_LANGUAGE_H
#define SLS_PROFILE_LANGUAGE_H

#include "profile/document.h"

/* The language of a text from its first 2000 tokens; Indonesian when they do not say. */
sls_lang sls_language_of(const sls_tokens *tokens);

/*
 * Writes the language of each sentence to `out`: `document->lang`, unless the sentence has six
 * words or more and is clearly in the other language. Reads tokens, sentences, lang and masked.
 */
void sls_language_mark(const sls_document *document, uint8_t *out);

/* Whether the tokens of `span`, a sentence or several, are clearly in the other language. */
bool sls_language_is_other(const sls_document *document, sls_sentence span);

/*
 * More words of grammar and of the calendar in the other language than in the document's: above
 * 0; below 0 the other way round. For the lines of a list of references, which are too short to
 * be clear.
 */
int sls_language_leans(const sls_document *document, sls_sentence span);

#endif
