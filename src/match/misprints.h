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

#include "match/pairs.h"

/* How a pair of figures may be one misprinted, the surest last. */
typedef enum {
    SLS_MISPRINT_NONE,
    SLS_MISPRINT_DIGIT, /* one of three digits or more is another */
    SLS_MISPRINT_SHORT, /* of two digits: swapped, one lost, or 15 and 50 */
    SLS_MISPRINT_SURE   /* two of three digits or more are swapped, or all moved in scale */
} sls_misprint;

/* Of two quantities whose units meet, see align.h. */
sls_misprint sls_misprint_of(const sls_claim *a, const sls_claim *b);

/*
 * The slip of the pen that parts two figures of a story, where little else of both articles can be
 * them: `like` is the likeness of their sentences, `differing` see sls_company.
 */
sls_misprint sls_misprint_find(const sls_pairing *in, const sls_fact *a, const sls_fact *b,
                               int like, int differing);

/* Whether neither article tells a further value of the unit that the other lacks. */
bool sls_are_sole(const sls_facts *facts, const sls_fact *a, const sls_fact *b);

/* Likeness of two sentences below which no misprint of their figures is looked for. */
int sls_misprint_floor(int story, const sls_fact *a, const sls_fact *b);

#endif
