/*
 * wards.h - two sentences that each name another district or village.
 *
 *     "340 rumah di Kecamatan Tamalanrea" | "620 rumah di Kecamatan Manggala" -> part
 *
 * The gazetteer knows regencies and cities; what lies in them is told by the word before the name.
 */
#ifndef SLS_MATCH_WARDS_H
#define SLS_MATCH_WARDS_H

#include <selisih/claim.h>
#include <stdbool.h>

/* Whether both sentences name places of one sort, and none of them in common. */
bool sls_wards_part(const sls_claim *a, const sls_claim *b);

#endif
