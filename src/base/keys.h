/*
 * keys.h - hashes that tell things apart, and where the thing of a key stands in a table.
 */
#ifndef SLS_BASE_KEYS_H
#define SLS_BASE_KEYS_H

#include <selisih/api.h>
#include <selisih/arena.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t low, high; /* both 0: nothing is known, or it is not to be relied on */
} sls_key;

static inline bool sls_key_eq(sls_key a, sls_key b)
{
    return a.low == b.low && a.high == b.high;
}

static inline bool sls_key_is_known(sls_key key)
{
    return key.low != 0 || key.high != 0;
}

/* Things by their keys. It refers to them. */
typedef struct {
    uint32_t *slots; /* open addressing: number + 1; 0: free */
    size_t size;     /* a power of two */
    const char *first;
    size_t stride;
} sls_keys;

/* `first`: the key of the first of `count` things, fewer than UINT32_MAX, that lie `stride` bytes
 * apart; those of unknown keys are left out. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_keys_index(sls_arena *arena, const sls_key *first, size_t count,
                                       size_t stride, sls_keys *out);
/* The number of the first thing of that key, or UINT32_MAX. */
uint32_t sls_keys_find(const sls_keys *keys, sls_key key);

#endif
