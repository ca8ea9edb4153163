/*
 * meaning.h - which of its events a verb tells, by what stands beside it.
 *
 *     "fired 18 missiles", "three shots were fired"  ->  launch, shoot
 *     "fired 18 workers", "was fired on Monday"      ->  dismiss
 *     "the quake, which struck at noon"              ->  hit
 *
 * A form of EVENT may have further senses, which hold where their cue stands: a weapon, a
 * missile, a force of nature, a person, money, labour. Nothing is owned; every function is pure.
 */
#ifndef SLS_EXTRACT_CLAIM_MEANING_H
#define SLS_EXTRACT_CLAIM_MEANING_H

#include "extract/claim/clause.h"

/* The event that item `i` tells of; "" when it tells of none. */
sls_str sls_event_meant(const sls_scene *scene, size_t i);

/* What rises or falls, right before the English verb at item `at`: "the deficit widened"; or "". */
sls_str sls_event_subject(const sls_scene *scene, size_t at);

/* Whether `object` before the English verb at item `at` is who does it: "the company sold bonds".
 */
bool sls_event_has_actor(const sls_scene *scene, size_t at, sls_str object);

/*
 * "Jaksa menuntut mantan wali kota, Ajay, dengan pidana penjara tujuh tahun dalam perkara suap":
 * the event before the term of prison at items [first, last] that is told of one person. SIZE_MAX
 * when there is none, or they are no such term.
 */
size_t sls_event_of_term(const sls_scene *s, size_t first, size_t last);

#endif
