/*
 * stance.h - which way a clause speaks: rise or fall, win or lose, and what it denies.
 *
 *     "harga minyak turun"              -> "rise-"
 *     "ia tidak dikunjungi pada 1896"   -> "not:@visit;not:dikunjungi"
 *
 * Opposites stand in the lexicon, data/{id,en}/stance.csv, as two ends of an axis ("rise+",
 * "rise-"). An axis of which the clause has both ends tells nothing, nor does one that is denied:
 * what does not fall need not rise.
 */
#ifndef SLS_EXTRACT_CLAIM_STANCE_H
#define SLS_EXTRACT_CLAIM_STANCE_H

#include "extract/claim/clause.h"

/*
 * The stance of items from..to (exclusive), sorted, ';' between, in the scene's arena; "" when
 * nothing is told. What is denied is the next word of content behind the denying one, and the
 * event that it names. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_stance_of(const sls_scene *scene, size_t from, size_t to, sls_str *out);

#endif
