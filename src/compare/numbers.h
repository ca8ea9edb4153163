/*
 * numbers.h - what two quantities of one thing say to each other. Pure.
 */
#ifndef SLS_COMPARE_NUMBERS_H
#define SLS_COMPARE_NUMBERS_H

#include "compare/reading.h"
#include <selisih/finding.h>

typedef enum {
    SLS_NUMBERS_SILENT,  /* neither agreement nor conflict worth telling */
    SLS_NUMBERS_AGREE,   /* the readings meet */
    SLS_NUMBERS_REFINE,  /* one holds the other */
    SLS_NUMBERS_CONFLICT /* disjoint even by their loose readings */
} sls_numbers_relation;

typedef struct {
    sls_numbers_relation relation;
    const char *slip; /* conflict: what may have gone wrong, "slip-none" ...; static storage */
    bool a_over;      /* conflict: all of a is over all of b */
    bool apart;       /* disjoint by their strict readings, though perhaps not worth telling */
    int points;       /* conflict: what the values themselves add to the alignment's score */
    bool brief;       /* conflict: two digits are swapped, and no more are written */
} sls_numbers_outcome;

/* Both are of SLS_KIND_QUANTITY, aligned by match, so that their units can be compared. */
sls_numbers_outcome sls_numbers_compare(const sls_claim *a, const sls_claim *b);

/*
 * Whether `brief` is the number of `full` cut short, as headlines do: "57 persen" of 57.82, "Rp 1
 * jutaan" of Rp1.599.000. Money and fractions are; of what is counted 30 is not 35.
 */
bool sls_numbers_shorten(const sls_claim *brief, const sls_claim *full);

/*
 * Whether two numbers of one unit, exact or hedged alike, cannot be one that a writer rounded:
 * 4,640 and 4,630 have as many digits, and 850 is as near to 900 as to 800.
 */
bool sls_numbers_are_unrounded(const sls_claim *x, const sls_claim *y);

#endif
