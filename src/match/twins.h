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

/*
 * Whether the sentences of two claims have nearly the same words, those right around the two values
 * among them. Pure.
 */
bool sls_are_twins(const sls_claim *a, const sls_claim *b);

#endif
