/*
 * object.h - what an event is done to, or what moves, and its number.
 *
 *     "membangun jembatan"          -> bridge
 *     "Minyak WTI ... menguat"      -> oil
 *     "kunjungan kedua"             -> 2
 *
 * Pure; nothing to free.
 */
#ifndef SLS_EXTRACT_CLAIM_OBJECT_H
#define SLS_EXTRACT_CLAIM_OBJECT_H

#include "extract/claim/clause.h"

/* Id of the object of the event at item `at`, or "". */
sls_str sls_object_of(const sls_scene *scene, size_t at);
/* Its ordinal, or "". */
sls_str sls_object_ordinal(const sls_scene *scene, size_t at);

#endif
