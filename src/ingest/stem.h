/*
 * stem.h - names for the claims files of inputs: safe as paths, and never the same twice.
 *
 *     "berita/2024/a.txt" -> "berita/2024/a"; a second "a" from folder tempo/ -> "tempo/a"
 */
#ifndef SLS_INGEST_STEM_H
#define SLS_INGEST_STEM_H

#include "base/map.h"

/*
 * `below`, a path relative to its root, without ending, ".." and "." components, control
 * characters, and with '_' for bytes that are not UTF-8. Never empty. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_stem_clean(sls_str below, sls_arena *arena, sls_str *out);

/*
 * `stem` if `taken` does not hold it, else "parent/stem" (where `parent` is not empty), else the
 * same with "-2", "-3" ...; enters it. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_stem_unique(sls_map *taken, sls_str parent, sls_str stem,
                                        sls_arena *arena, sls_str *out);

#endif
