/*
 * role.h - what those who are counted did or suffered: dead, injured, arrested ...
 *
 *     "killing three people and wounding two others" -> three: dead; two: injured
 *
 * A count is subject or object of the word that says so. Which side of the word those it
 * counts stand on is the word's voice (voice.h): "killing" has them behind it, "dead" before it,
 * "killed" where the clause is passive before it, else behind it.
 */
#ifndef SLS_EXTRACT_CLAIM_ROLE_H
#define SLS_EXTRACT_CLAIM_ROLE_H

#include "extract/claim/clause.h"

/* The role of the count at items first..last, which has the unit `unit` ("" bare); "" none. */
sls_str sls_role_of(const sls_scene *scene, size_t first, size_t last, sls_str unit);

/* Whether a noun means people or animals. */
bool sls_role_lives(sls_str noun);

/* Whether a thing of that role, or of that event, can only be living: the dead, a killing. */
bool sls_role_is_of_the_living(sls_str role_or_event);

/*
 * Whether the count at items first..last is the whole of which the count before it is a part: "lima
 * dari 6 korban". In "dua dari tiga orang yang ditangkap" something is said of the whole.
 */
bool sls_role_is_whole(const sls_scene *scene, size_t first, size_t last);

/* The whole of which the count that ends with item `last` is a part, or NULL. */
const sls_reading *sls_role_whole(const sls_scene *scene, size_t last);

#endif
