/*
 * titled.h - years that are part of a name.
 *
 *     "Piala Dunia 1986", "Ketua KPK periode 2019-2024"  -> the year is the name's
 *     "pada musim 2013 ia juara"                          -> it tells when
 */
#ifndef SLS_EXTRACT_CLAIM_TITLED_H
#define SLS_EXTRACT_CLAIM_TITLED_H

#include "extract/claim/clause.h"

/*
 * Whether the year at item `first` belongs to the name before it. It says when nothing happened,
 * unless the name's own noun is an event.
 */
bool sls_titled(const sls_scene *scene, size_t first);

/* The first event of the capitalised words before the year at item `first`; SIZE_MAX none. */
size_t sls_titled_event(const sls_scene *scene, size_t first);

#endif
