/*
 * wards.h - two sentences that each name another district or village, or another subject.
 *
 *     "340 rumah di Kecamatan Tamalanrea" | "620 rumah di Kecamatan Manggala" -> part
 *     "57 people in North Carolina" | "152 people in six states" -> part
 *
 * The gazetteer knows regencies and cities; what lies in them is told by the word before the name.
 */
#ifndef SLS_MATCH_WARDS_H
#define SLS_MATCH_WARDS_H

#include "match/roll.h"

/* Whether both sentences name places of one sort, and none of them in common; or one a single
   place, and the other several that it numbers. */
bool sls_wards_part(const sls_claim *a, const sls_claim *b);

/*
 * Whether each of two entries of the roll, of two articles, has a name in its sentence, besides
 * that of who speaks, which the other article nowhere writes: two trains, two who stand trial.
 */
bool sls_names_part(const sls_roll *roll, uint32_t a, uint32_t b);

#endif
