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

enum { SLS_WARDS_MOST = 8 }; /* of one sentence; what comes after is a list */

/* What a claim's sentence says of districts, villages and the like. */
typedef struct {
    struct {
        sls_str sort;  /* "district", "village" */
        uint64_t name; /* its first word */
    } at[SLS_WARDS_MOST];
    size_t count;
    sls_str meant; /* the sort that "the province", "desa itu" is of; or "" */
    bool one;      /* the claim is of one place in a country */
    bool spread;   /* its value is told of several that are numbered */
} sls_wards;

void sls_wards_read(const sls_claim *claim, sls_wards *out);

/* Whether both sentences name places of one sort, and either one that the other does not: what
   befell two villages is not what befell one; or one a single place, and the other several that it
   numbers. Pure. */
bool sls_wards_differ(const sls_wards *a, const sls_wards *b);
/* The same of two claims, of which neither is asked for again. */
bool sls_wards_part(const sls_claim *a, const sls_claim *b);

/*
 * Whether each of two entries of the roll, of two articles, has a name in its sentence, besides
 * that of who speaks, which the other article nowhere writes: two trains, two who stand trial.
 */
bool sls_names_part(const sls_roll *roll, uint32_t a, uint32_t b);

#endif
