#include "extract/grammar/tool/order.h"

#include <string.h>

/* How many ranges of classes end or begin between two neighbours, each as often as it is used. */
static uint32_t seam_between(const sls_symbols *s, size_t a, size_t b)
{
    uint32_t seams = 0;

    for (size_t i = 0; i < sizeof s->signatures->bits / sizeof *s->signatures->bits; i++) {
        uint64_t apart = s->signatures[a].bits[i] ^ s->signatures[b].bits[i];

        for (; apart; apart &= apart - 1)
            seams += (uint32_t)s->placeholders[i * 64 + (size_t)__builtin_ctzll(apart)].uses;
    }
    return seams;
}

/* A line of symbols, and the seams between any two of them. */
typedef struct {
    uint16_t *at;
    const uint32_t *seams; /* count * count */
    size_t count;
} line;

static int64_t seam_at(const line *l, size_t i, size_t j)
{
    return l->seams[l->at[i] * l->count + l->at[j]];
}

/* Turns parts of the line round while that leaves fewer seams. Whether it found one to turn. */
static bool turn_parts(line *l)
{
    bool turned = false;

    for (size_t i = 1; i + 1 < l->count; i++) {
        size_t best = i;
        int64_t most = 0;

        for (size_t j = i + 1; j + 1 < l->count; j++) {
            const int64_t gain = seam_at(l, i - 1, i) + seam_at(l, j, j + 1) -
                                 seam_at(l, i - 1, j) - seam_at(l, i, j + 1);
            if (gain > most) {
                most = gain;
                best = j;
            }
        }
        turned |= most > 0;
        for (size_t a = i, b = best; a < b; a++, b--) {
            const uint16_t other = l->at[a];
            l->at[a] = l->at[b];
            l->at[b] = other;
        }
    }
    return turned;
}

/*
 * The symbols in an order with fewer ranges, from the Gray code's: parts of the line are turned
 * round as for a travelling salesman (Croes 1958) until no turn helps. `at` gets the old number
 * of each.
 */
static sls_status shorten(const sls_symbols *s, sls_arena *arena, uint16_t *at)
{
    enum { PASSES = 50 };
    uint32_t *seams = sls_arena_alloc(arena, s->count * s->count * sizeof *seams);
    line l = { at, seams, s->count };

    if (!seams)
        return SLS_ENOMEM;
    for (size_t a = 0; a < s->count; a++) {
        at[a] = (uint16_t)a;
        for (size_t b = 0; b < s->count; b++)
            seams[a * s->count + b] = seam_between(s, a, b);
    }
    for (int pass = 0; pass < PASSES && turn_parts(&l); pass++)
        ;
    return SLS_OK;
}

/*
 * The commonest symbols first, as many as have numbers under 256: PCRE2 asks whether one of those
 * is of a class by a bit, and tries the ranges of others one by one.
 */
static sls_status put_common_first(const sls_symbols *s, const uint64_t *weight, sls_arena *arena,
                                   uint16_t *at)
{
    enum { BITS = 256 - SLS_SYMBOL_WORDS };
    uint8_t *common = sls_arena_calloc(arena, s->count + 1, 1);
    uint16_t *sorted = sls_arena_alloc(arena, s->count * sizeof *sorted);
    size_t n = 0;

    if (!common || !sorted)
        return SLS_ENOMEM;
    for (size_t chosen = 0; chosen < BITS && chosen < s->count; chosen++) {
        size_t best = s->count;

        for (size_t i = 0; i < s->count; i++)
            if (!common[i] && (best == s->count || weight[i] > weight[best]))
                best = i;
        common[best] = 1;
    }
    for (int first = 1; first >= 0; first--)
        for (size_t i = 0; i < s->count; i++)
            if (common[at[i]] == first)
                sorted[n++] = at[i];
    memcpy(at, sorted, s->count * sizeof *at);
    return SLS_OK;
}

sls_status sls_order_symbols(const sls_symbols *s, const uint64_t *weight, sls_arena *arena,
                             uint16_t *at)
{
    const sls_status status = shorten(s, arena, at);

    return status == SLS_OK ? put_common_first(s, weight, arena, at) : status;
}
