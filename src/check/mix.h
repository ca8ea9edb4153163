/*
 * mix.h - the hash under which something is kept: of numbers and texts, each as long as it says.
 *
 * XXH3, 128 bits (xxhash.com). Of a seed that nobody who writes articles knows, nobody can make two
 * of one key.
 */
#ifndef SLS_CHECK_MIX_H
#define SLS_CHECK_MIX_H

#include "check/cache_file.h"
#include "ingest/inputs.h"

#ifndef XXH_INLINE_ALL
#define XXH_INLINE_ALL
#endif
#include <xxhash.h>

static inline void sls_mix_begin(XXH3_state_t *state, uint64_t seed)
{
    XXH3_INITSTATE(state); /* reset makes no new secret where it finds its seed, be it by chance */
    (void)XXH3_128bits_reset_withSeed(state, seed);
}

static inline void sls_mix_bytes(XXH3_state_t *state, const void *bytes, size_t size)
{
    (void)XXH3_128bits_update(state, bytes, size);
}

static inline void sls_mix_number(XXH3_state_t *state, uint64_t n)
{
    sls_mix_bytes(state, &n, sizeof n);
}

static inline void sls_mix_text(XXH3_state_t *state, sls_str text)
{
    sls_mix_number(state, text.len);
    if (text.len > 0)
        sls_mix_bytes(state, text.ptr, text.len);
}

/* What a manifest or a record says of an article. */
static inline void sls_mix_facts(XXH3_state_t *state, const sls_article *facts)
{
    sls_article copy = *facts;
    for (size_t fact = 0; fact < SLS_FACTS; fact++)
        sls_mix_text(state, *sls_fact_of(&copy, fact));
}

static inline sls_key sls_mix_key(const XXH3_state_t *state)
{
    const XXH128_hash_t hash = XXH3_128bits_digest(state);
    return (sls_key){ hash.low64, hash.high64 };
}

#endif
