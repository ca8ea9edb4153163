/*
 * meaning.h - which of its events a verb tells, by what stands beside it.
 *
 *     "fired 18 missiles", "three shots were fired"  ->  launch, shoot
 *     "fired 18 workers", "was fired on Monday"      ->  dismiss
 *
 * A form of EVENT may have further senses: the second holds of weapons at large, shots and
 * ammunition, the third of what flies by itself. Nothing is owned; every function is pure.
 */
#ifndef SLS_EXTRACT_MEANING_H
#define SLS_EXTRACT_MEANING_H

#include "extract/clause.h"

/* The event that item `i` tells of; "" when it tells of none. */
sls_str sls_event_meant(const sls_scene *scene, size_t i);

#endif
