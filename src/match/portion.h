/*
 * portion.h - in which way a count may be part of another one that its sentence does not give.
 *
 *     "tiga tersangka lainnya" -> the rest of some; "lima dari 6 korban": the six are the whole
 *     "Dari korban tewas, enam adalah anak-anak" -> the six are some of the dead
 *     "5.4 percent, up from its earlier forecast of 5.0 percent" -> the 5.0 was before
 *     "2 jenazah yang belum dikenali" beside "4 jenazah yang sudah dikenali": some and the others
 *
 * Told by the claim's words alone, and looked up in them once for each fact. Pure.
 */
#ifndef SLS_MATCH_PORTION_H
#define SLS_MATCH_PORTION_H

#include <selisih/claim.h>

enum {
    SLS_PORTION_REST = 1,     /* the others of some */
    SLS_PORTION_WHOLE = 2,    /* all of those that another count is some of */
    SLS_PORTION_LISTING = 4,  /* what its writer lists: another writer lists another number */
    SLS_PORTION_PART = 8,     /* some of those whom the sentence begins with */
    SLS_PORTION_BEFORE = 16,  /* what it was before it rose, or the day before */
    SLS_PORTION_LACKING = 32, /* those of whom something is denied ... */
    SLS_PORTION_HAVING = 64   /* ... and those of whom it is said to be so by now */
};
typedef unsigned sls_portion; /* of those, together */

sls_portion sls_portion_of(const sls_claim *claim);
/* Whether unequal counts may both be right as they stand. */
bool sls_portions_differ(sls_portion a, sls_portion b);

#endif
