/*
 * ruled.h - the verb whose object a noun of doing is, and what else ties a value to words.
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

/* A word of the clause's own, none of grammar and of no reading. */
bool sls_ruled_word(const sls_scene *scene, size_t i);

/* "Sementara itu, Senin (9/9), Sekretaris Budi menyebut": only names stand behind day first..last.
 */
bool sls_ruled_day(const sls_scene *scene, size_t first, size_t last, size_t verb);

/* "terdiri dari 4 bagian": a preposition ties the count to what stands before. */
bool sls_ruled_oblique(const sls_scene *scene, size_t from, size_t first);

/* "the highest since 2007", "the worst disaster since 2014": date `first` is of no event told here.
 */
bool sls_ruled_record(const sls_scene *scene, size_t first);

#endif
