#include "extract/grammar/tool/alone.h"

#include <string.h>

/* The group that a match of one item has, SLS_GROUP_COUNT for none; -1: several. */
static int group_of(const sls_compiled *c, const PCRE2_SIZE *ends, int pairs)
{
    int group = SLS_GROUP_COUNT;

    for (size_t i = 0; i < c->group_count; i++) {
        const size_t n = c->groups[i].capture;

        if ((int)n >= pairs || ends[2 * n] == PCRE2_UNSET || ends[2 * n] == ends[2 * n + 1])
            continue;
        if (group != SLS_GROUP_COUNT)
            return -1;
        group = c->groups[i].group;
    }
    return group;
}

/* As group_of, of the match that `symbol` is before one with which it cannot go on. */
static int match_alone(const sls_compiled *c, uint16_t symbol, pcre2_match_data *data)
{
    const uint16_t tape[] = { symbol, SLS_SYMBOL_BOUNDARY };
    const int pairs = pcre2_match(c->code, tape, 2, 0, PCRE2_NO_UTF_CHECK, data, NULL);
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);

    return pairs > 0 && ends[0] == 0 && ends[1] == 1 ? group_of(c, ends, pairs) : -1;
}

sls_status sls_alone_find(const sls_compiled *compiled, const sls_sieve *sieve,
                          const sls_symbols *symbols, uint8_t *alone, size_t count, uint32_t *group)
{
    size_t in[SLS_GROUP_COUNT + 1] = { 0 }; /* symbols, by the group that they are in alone */
    pcre2_match_data *data;
    size_t common = 0;

    *group = SLS_GROUP_COUNT;
    memset(alone, 0, count);
    if (sieve->looks || sls_sieve_goes_on(sieve, symbols, 1, SLS_SYMBOL_BOUNDARY))
        return SLS_OK;
    data = pcre2_match_data_create(SLS_CAPTURES_MAX + 1, NULL);
    if (!data)
        return SLS_ENOMEM;
    for (size_t s = 0; s < count; s++) {
        const int own =
            sls_sieve_lets(sieve, symbols, 0, s) ? match_alone(compiled, (uint16_t)s, data) : -1;

        alone[s] = (uint8_t)(own + 1);
        if (own >= 0 && ++in[own] > in[common])
            common = (size_t)own;
    }
    pcre2_match_data_free(data);
    for (size_t s = 0; s < count; s++)
        alone[s] = alone[s] == common + 1; /* those in another group are left to PCRE2 */
    *group = in[common] > 0 ? (uint32_t)common : SLS_GROUP_COUNT;
    return SLS_OK;
}
