/*
 * ruled.h - the verb whose object a noun of doing is.
 *
 *     "menangkap pelaku pencurian pada Senin"  -> menangkap
 *     "charged with murder on Monday"          -> charged
 */
#ifndef SLS_EXTRACT_RULED_H
#define SLS_EXTRACT_RULED_H

#include "extract/clause.h"

/*
 * The verb, no farther back than item `from`, that noun of doing `i` is in the object of; `i` when
 * there is none. A bare year is of the noun: "menurunkan perkiraan pertumbuhan pada 2020".
 */
size_t sls_ruling_verb(const sls_scene *scene, size_t i, size_t from);

#endif
