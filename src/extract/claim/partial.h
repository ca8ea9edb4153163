/*
 * partial.h - whether a count of the dead or the injured is only of some of them.
 *
 *     "Four men were shot, leaving one critically wounded", "two of the victims suffered injuries"
 *
 * Such a count is no toll: held against another article's it would contradict it falsely.
 */
#ifndef SLS_EXTRACT_CLAIM_PARTIAL_H
#define SLS_EXTRACT_CLAIM_PARTIAL_H

#include "extract/claim/clause.h"

/*
 * The role of the count at items first..last that `role` was read of: a part of it ("critical",
 * "partial") where the sentence counts the whole, names others, or picks some; else `role`.
 */
sls_str sls_partial_role(const sls_scene *scene, size_t first, size_t last, sls_str role);

#endif
