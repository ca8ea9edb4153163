/*
 * listed.h - lists of counts, of all of which is said what is said of the first.
 *
 *     "industri 28 persen, rumah tangga 17 persen dan pasar 1 persen"
 */
#ifndef SLS_EXTRACT_CLAIM_LISTED_H
#define SLS_EXTRACT_CLAIM_LISTED_H

#include "extract/claim/clause.h"

/* The first item of the first count of the list that the count at item `first` is in. */
size_t sls_list_head(const sls_scene *scene, size_t first);

/*
 * Whether the amounts at items `head` and `first` of a list may measure one attribute: "harga rumah
 * 2 miliar, ruko 4 miliar", but not "kedalaman 10 km atau berada 129 km di barat".
 */
bool sls_list_is_alike(const sls_scene *scene, size_t head, size_t first);

/*
 * "5 juta untuk jalan, 3 juta untuk sekolah": whether `object`, a road, is told of the amount at
 * item `head` alone, and the one at `first` has its own behind it.
 */
bool sls_list_has_own(const sls_scene *scene, size_t head, size_t first, sls_str object);

#endif
