/*
 * misprints.h - two figures of one story that a slip of the pen would part.
 *
 *     "16,8 kilogram sabu" | "18,6 kg sabu" -> swapped
 *
 * Figures of two things seldom have nearly the same digits. Where all else that both articles
 * count in a unit is alike, such a pair is one figure, whatever words stand around it.
 */
#ifndef SLS_MATCH_MISPRINTS_H
#define SLS_MATCH_MISPRINTS_H

#include "match/facts.h"

/* How a pair of figures may be one misprinted, the surest last. */
typedef enum {
    SLS_MISPRINT_NONE,
    SLS_MISPRINT_DIGIT, /* one of three digits or more is another */
    SLS_MISPRINT_SHORT, /* of two digits: swapped, one lost, or 15 and 50 */
    SLS_MISPRINT_SURE   /* two of three digits or more are swapped, or all moved in scale */
} sls_misprint;

/* Of two quantities whose units meet, see align.h. */
sls_misprint sls_misprint_of(const sls_claim *a, const sls_claim *b);

/* What ties two facts that may be one misprinted. */
typedef struct {
    int story; /* likeness of their articles, see sls_story */
    int like;  /* of their sentences */
    int rest;  /* other values of the unit that one article has and the other lacks: the more */
    int differing;
    bool across; /* two languages, of whose sentences names alone can be alike */
} sls_misprint_ties;

/* Whether the ties are strong enough for a misprint of this kind. */
bool sls_misprint_is_tied(sls_misprint misprint, sls_misprint_ties ties);

#endif
