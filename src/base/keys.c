#include "base/keys.h"

static sls_key key_at(const sls_keys *keys, size_t number)
{
    return *(const sls_key *)(const void *)(keys->first + number * keys->stride);
}

sls_status sls_keys_index(sls_arena *arena, const sls_key *first, size_t count, size_t stride,
                          sls_keys *out)
{
    *out = (sls_keys){ .size = 64, .first = (const char *)first, .stride = stride };
    while (out->size < 2 * count)
        out->size *= 2;
    out->slots = sls_arena_calloc(arena, out->size, sizeof *out->slots);
    if (!out->slots)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        const sls_key key = key_at(out, i);
        size_t at = key.low & (out->size - 1);
        if (!sls_key_is_known(key))
            continue;
        while (out->slots[at] != 0)
            at = (at + 1) & (out->size - 1);
        out->slots[at] = (uint32_t)i + 1;
    }
    return SLS_OK;
}

uint32_t sls_keys_find(const sls_keys *keys, sls_key key)
{
    if (!sls_key_is_known(key))
        return UINT32_MAX;
    for (size_t at = key.low & (keys->size - 1); keys->slots[at] != 0;
         at = (at + 1) & (keys->size - 1))
        if (sls_key_eq(key_at(keys, keys->slots[at] - 1), key))
            return keys->slots[at] - 1;
    return UINT32_MAX;
}
