/*
 * saying.h - words of saying, and whether a date is of what is said or of the saying.
 *
 *     "mengutip VOA, Jumat (13/9)"             -> of the source
 *     "..., ujar Budi saat dihubungi, Selasa"  -> of the saying
 *     "..., kata Budi, polisi menangkap AB"    -> the tale goes on
 */
#ifndef SLS_EXTRACT_CLAIM_SAYING_H
#define SLS_EXTRACT_CLAIM_SAYING_H

#include "extract/claim/clause.h"

enum { SLS_SAYING_REACH = 6 }; /* items from "dikutip" to the date of what is quoted */

/* A word that names its source: "dikutip Antara". It tells of no event but that. */
static inline bool sls_saying_names_source(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_SOURCE);
}

/*
 * "mengutip VOA, Jumat (13/9) ...": the word that names a source, of a date that stands behind the
 * comma before item `from`; not before `begin`. SIZE_MAX none.
 */
size_t sls_saying_before(const sls_scene *scene, size_t from, size_t begin);

/* A verb of saying that has what is said behind it. */
bool sls_saying_tells(const sls_scene *scene, size_t i);

/*
 * Whether the date at first..last dates the saying: ... " ujar Basuki saat dihubungi, Selasa
 * (10/9/2019). Behind a verb that closes a quotation nothing else is told.
 */
bool sls_saying_is_dated(const sls_scene *scene, size_t first, size_t last);

#endif
