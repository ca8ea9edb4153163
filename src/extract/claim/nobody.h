/*
 * nobody.h - whom a text denies to have come to harm: "tidak ada korban jiwa", "nobody was hurt".
 */
#ifndef SLS_EXTRACT_CLAIM_NOBODY_H
#define SLS_EXTRACT_CLAIM_NOBODY_H

#include "extract/claim/clause.h"

/*
 * The role that item `at` denies of everybody, in words up to item `*last`; "" when it denies
 * nothing of the kind, or only of those who are left.
 */
sls_str sls_nobody_at(const sls_scene *scene, size_t at, size_t *last);

#endif
