/*
 * whose.h - whose a value is, where the sentence names somebody else.
 *
 *     "Jaksa menuduh putri berusia 43 tahun itu memukuli Budi"  -> not Budi's age
 *     "Ayah dua anak itu ditangkap"                             -> the father's children
 */
#ifndef SLS_EXTRACT_CLAIM_WHOSE_H
#define SLS_EXTRACT_CLAIM_WHOSE_H

#include "extract/claim/clause.h"

/*
 * "Perempuan kelahiran 16 September 1977 itu mengenang Budi": whether the event at item `event`,
 * SIZE_MAX none, is a birth of whom only a noun or an office before it tells.
 */
bool sls_whose_nobody_named(const sls_scene *scene, size_t event);

/* Whether items first..last are an age of whom only a noun before it tells. */
bool sls_whose_age_is_unnamed(const sls_scene *scene, size_t first, size_t last);

/* "gedung 12 lantai": whether the count of `unit` at item `first` is the noun's before it. */
bool sls_whose_noun(const sls_scene *scene, size_t first, sls_str unit);

#endif
