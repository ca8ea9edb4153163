/*
 * map.h - strings to small numbers, in an arena: open addressing, at most half full.
 *
 * Keys are borrowed and must outlive the map. Iteration order is never
 * offered, so that no output can depend on a hash.
 */
#ifndef SLS_BASE_MAP_H
#define SLS_BASE_MAP_H

#include <selisih/arena.h>

typedef struct {
    struct sls_map_slot *slots;
    size_t cap; /* a power of two, or 0 */
    size_t len;
    sls_arena *arena;
} sls_map;

#define SLS_MAP_NONE UINT32_MAX

void sls_map_init(sls_map *map, sls_arena *arena);
/* The value of `key`, or SLS_MAP_NONE. */
uint32_t sls_map_get(const sls_map *map, sls_str key);
/* Sets `key` to `value` (not SLS_MAP_NONE), replacing. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_map_set(sls_map *map, sls_str key, uint32_t value);
/*
 * The value of `key`, which becomes `fresh` if it was absent; `*added` says
 * which. SLS_OK or SLS_ENOMEM (then nothing changed).
 */
SLS_MUST_USE sls_status sls_map_intern(sls_map *map, sls_str key, uint32_t fresh, uint32_t *value,
                                       bool *added);

/* XXH3-64 of `s`: stable across machines and releases, used in ids that are written to files. */
uint64_t sls_hash(sls_str s);
/* The same in sixteen digits, as ids are written; not NUL-terminated. */
enum { SLS_HASH_DIGITS = 16 };
void sls_hash_digits(sls_str s, char to[SLS_HASH_DIGITS]);

#endif
