/*
 * single.h - of whom alone a verb tells: "a man was killed", "seorang warga tewas".
 */
#ifndef SLS_EXTRACT_CLAIM_SINGLE_H
#define SLS_EXTRACT_CLAIM_SINGLE_H

#include "extract/claim/clause.h"

/*
 * Whether item `at` says of one person alone that he or she suffered something; items first..last
 * say of whom.
 */
bool sls_single_at(const sls_scene *scene, size_t at, size_t *first, size_t *last);
/* The same of two persons: "a man and a woman were killed". */
bool sls_single_pair_at(const sls_scene *scene, size_t at, size_t *first, size_t *last);

#endif
