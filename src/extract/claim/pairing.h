/*
 * pairing.h - whose a number is where a list pairs names with numbers.
 *
 *     "Jakarta 12 kasus, Bandung 15 kasus dan Solo 9 kasus" -> 15 is Bandung's alone
 *     "12 orang dari Jakarta, 15 orang dari Bandung"        -> the same, names behind
 *
 * What stands before the first name and is of no number is of them all.
 */
#ifndef SLS_EXTRACT_CLAIM_PAIRING_H
#define SLS_EXTRACT_CLAIM_PAIRING_H

#include "extract/claim/clause.h"

enum { SLS_PAIRED_MAX = 8 };

/* Items that name the other members of the list that a count is in. */
typedef struct {
    size_t at[SLS_PAIRED_MAX];
    size_t count; /* 0: it is in no such list */
} sls_paired;

void sls_paired_others(const sls_scene *scene, size_t first, size_t last, sls_paired *out);

#endif
