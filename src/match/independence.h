/*
 * independence.h - which articles speak with one voice.
 *
 * Two outlets that print one Reuters text are one witness, and so are two
 * articles of one outlet, and a text and its near copy. Articles alone are
 * compared by what their claims quote: matching knows no texts.
 */
#ifndef SLS_MATCH_INDEPENDENCE_H
#define SLS_MATCH_INDEPENDENCE_H

#include "match/recall.h"

/*
 * Writes `witness` of every article: the index of the first article of its voice. Of near copies
 * the earliest published speaks. By up to `jobs` threads. `recall`, which may
 * be NULL, knows the articles that an earlier match had; the claims of others, and of what may be
 * their copies, are read. SLS_OK, SLS_ENOMEM, or as the source of the claims.
 */
SLS_MUST_USE sls_status sls_witnesses_find(sls_roll *roll, const sls_recall *recall, size_t jobs);

#endif
