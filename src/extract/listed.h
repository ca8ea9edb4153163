/*
 * listed.h - lists of counts, of all of which is said what is said of the first.
 *
 *     "industri 28 persen, rumah tangga 17 persen dan pasar 1 persen"
 */
#ifndef SLS_EXTRACT_LISTED_H
#define SLS_EXTRACT_LISTED_H

#include "extract/clause.h"

/* The first item of the first count of the list that the count at item `first` is in. */
size_t sls_list_head(const sls_scene *scene, size_t first);

#endif
