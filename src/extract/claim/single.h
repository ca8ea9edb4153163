/*
 * single.h - of whom alone a verb tells: "a man was killed", "seorang warga tewas".
 */
#ifndef SLS_EXTRACT_CLAIM_SINGLE_H
#define SLS_EXTRACT_CLAIM_SINGLE_H

#include "extract/claim/clause.h"

/*
 * Whether item `at` says of one person alone that he or she suffered something; items *first..*last
 * say of whom. A `headline` needs no article: "Teen killed in crash".
 */
bool sls_single_at(const sls_scene *scene, size_t at, bool headline, size_t *first, size_t *last);
/*
 * How many persons item `at` tells the same of who are told of one by one: "a man and a woman were
 * killed", "killed his wife and then himself"; 0 for others than several.
 */
size_t sls_single_several_at(const sls_scene *scene, size_t at, size_t *first, size_t *last);
/*
 * "A third victim has died": the ordinal's reading when item `at` says what befell one who is
 * numbered among those it befell, else NULL. A `headline` needs no article.
 */
const sls_reading *sls_single_nth_at(const sls_scene *scene, size_t at, bool headline);

#endif
