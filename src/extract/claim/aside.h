/*
 * aside.h - names in brackets and places between commas, behind which a clause goes on.
 *
 *     "Petral (Pertamina Energy Trading) pada 2015"
 *     "di Desa Suka, Kabupaten Garut, Jawa Barat, tewas"
 *
 * Pure; nothing to free.
 */
#ifndef SLS_EXTRACT_CLAIM_ASIDE_H
#define SLS_EXTRACT_CLAIM_ASIDE_H

#include "extract/claim/clause.h"

/* Whether item `i` names a place, or is a noun of one: "Kecamatan" of "Kecamatan Cisolok". */
bool sls_aside_is_of_place(const sls_scene *scene, size_t i);
/* The mark that begins the aside which mark `i` ends, from item `begin` on, or `i`. */
size_t sls_aside_before(const sls_scene *scene, size_t i, size_t begin);
/* The mark that ends the aside which mark `i` begins, before item `end`, or `i`. */
size_t sls_aside_behind(const sls_scene *scene, size_t i, size_t end);
/* The same of places between commas alone. */
size_t sls_aside_places(const sls_scene *scene, size_t i, size_t end);

#endif
