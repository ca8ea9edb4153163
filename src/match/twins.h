/*
 * twins.h - two sentences that tell one thing in nearly the same words.
 *
 *     "Polisi menyita 1,2 kg ganja dari rumah di Cakung." |
 *     "Dari rumah di Cakung, polisi menyita 4,2 kg ganja." -> twins; of 1.2 and 4.2 kg one is wrong
 *
 * What an agency wrote or a spokesman said, and two outlets printed: numbers that stand among the
 * same words are one number, however far apart they are. Gates stand in gates.h.
 */
#ifndef SLS_MATCH_TWINS_H
#define SLS_MATCH_TWINS_H

#include <selisih/claim.h>

#include <stdbool.h>

enum { SLS_SENTENCE_WORDS = 96 }; /* of a longer sentence the first ones count */

/* The words of a sentence, numbers and the value left out, by their hashes. */
typedef struct {
    uint64_t at[SLS_SENTENCE_WORDS];   /* in order */
    uint64_t told[SLS_SENTENCE_WORDS]; /* ascending, each once: those that tell anything */
    size_t count, told_count;
    size_t before; /* words ahead of the value */
    bool quoted;   /* it stands in the sentence; else there are no words */
} sls_sentence;

/* Reads the sentence around a claim's value; `earlier` others in it have the same surface. */
void sls_sentence_read(const sls_claim *claim, size_t earlier, sls_sentence *out);

/* How nearly two sentences have the same words. */
typedef enum {
    SLS_TWIN_NONE,
    SLS_TWIN_LOOSE, /* many of them, whatever stands around the values */
    SLS_TWIN_LIKE,  /* most of them, those right around the values among them */
    SLS_TWIN_COPY   /* so many around the values that one was copied, or both from a third */
} sls_twin;

sls_twin sls_twin_of(const sls_sentence *a, const sls_sentence *b);

#endif
