#include "base/map.h"

#include <assert.h>
#define XXH_INLINE_ALL /* most keys are short: the call takes longer than the hash */
#include <xxhash.h>

struct sls_map_slot {
    sls_str key;
    uint32_t tag; /* upper half of the key's hash, never 0; 0 marks a free slot */
    uint32_t value;
};

uint64_t sls_hash(sls_str s)
{
    return XXH3_64bits(s.ptr ? s.ptr : "", s.len);
}

void sls_hash_digits(sls_str s, char to[SLS_HASH_DIGITS])
{
    static const char digits[] = "0123456789abcdef";
    uint64_t hash = sls_hash(s);

    for (size_t i = SLS_HASH_DIGITS; i-- > 0; hash >>= 4)
        to[i] = digits[hash & 15];
}

void sls_map_init(sls_map *map, sls_arena *arena)
{
    *map = (sls_map){ .arena = arena };
}

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32) | 1;
}

/* The slot that holds `key`, or the free one in which it belongs. `cap` is not 0. */
static struct sls_map_slot *find(const sls_map *map, sls_str key, uint64_t hash)
{
    const uint32_t tag = tag_of(hash);

    for (size_t i = (size_t)hash & (map->cap - 1);; i = (i + 1) & (map->cap - 1)) {
        struct sls_map_slot *slot = &map->slots[i];
        if (slot->tag == 0 || (slot->tag == tag && sls_str_eq(slot->key, key)))
            return slot;
    }
}

uint32_t sls_map_get(const sls_map *map, sls_str key)
{
    if (map->len == 0)
        return SLS_MAP_NONE;

    const struct sls_map_slot *slot = find(map, key, sls_hash(key));
    return slot->tag ? slot->value : SLS_MAP_NONE;
}

static bool make_room(sls_map *map)
{
    if (map->len < map->cap / 2)
        return true;

    sls_map grown = { .cap = map->cap ? map->cap * 2 : 16, .len = map->len, .arena = map->arena };
    if (grown.cap <= map->cap)
        return false;
    grown.slots = sls_arena_calloc(map->arena, grown.cap, sizeof *grown.slots);
    if (!grown.slots)
        return false;

    for (size_t i = 0; i < map->cap; i++) {
        if (map->slots[i].tag)
            *find(&grown, map->slots[i].key, sls_hash(map->slots[i].key)) = map->slots[i];
    }
    *map = grown;
    return true;
}

sls_status sls_map_intern(sls_map *map, sls_str key, uint32_t fresh, uint32_t *value, bool *added)
{
    assert(fresh != SLS_MAP_NONE);

    if (!make_room(map))
        return SLS_ENOMEM;

    const uint64_t hash = sls_hash(key);
    struct sls_map_slot *slot = find(map, key, hash);
    *added = slot->tag == 0;
    if (*added) {
        *slot = (struct sls_map_slot){ key, tag_of(hash), fresh };
        map->len++;
    }
    *value = slot->value;
    return SLS_OK;
}

sls_status sls_map_set(sls_map *map, sls_str key, uint32_t value)
{
    assert(value != SLS_MAP_NONE);

    if (!make_room(map))
        return SLS_ENOMEM;

    const uint64_t hash = sls_hash(key);
    struct sls_map_slot *slot = find(map, key, hash);
    if (slot->tag == 0)
        map->len++;
    *slot = (struct sls_map_slot){ key, tag_of(hash), value };
    return SLS_OK;
}
