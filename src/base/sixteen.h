/*
 * sixteen.h - sixteen bytes at once: which of them lie in a range, a bit each.
 *
 *     sls_sixteen_between("Kim Jong-un ....", 'A', 'Z') is 1 << 0 | 1 << 4
 *
 * SSE2 where the compiler has it, as every x86-64 does; elsewhere plain C on two 64-bit words,
 * of the same result. Most words of a text are shorter than sixteen bytes, so that one such
 * question answers for a word without a loop. Every function is pure.
 */
#ifndef SLS_BASE_SIXTEEN_H
#define SLS_BASE_SIXTEEN_H

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define SLS_SIXTEEN     16
#define SLS_SIXTEEN_ALL 0xFFFFu /* the bits of all sixteen */

#ifndef __SSE2__
/* Bit i for byte i of eight from `at` on that lies in first..last. */
static inline unsigned sls_sixteen_half(const unsigned char *at, unsigned first, unsigned last)
{
    unsigned bits = 0;

    for (unsigned i = 0; i < SLS_SIXTEEN / 2; i++)
        bits |= (unsigned)(at[i] >= first && at[i] <= last) << i;
    return bits;
}
#endif

/* Bit i for byte i of the sixteen at `at` that lies in first..last. */
static inline unsigned sls_sixteen_between(const void *at, unsigned char first, unsigned char last)
{
#ifdef __SSE2__
    const __m128i x = _mm_loadu_si128((const __m128i *)at);
    const __m128i above = _mm_sub_epi8(x, _mm_set1_epi8((char)first));
    const __m128i most = _mm_set1_epi8((char)(last - first));

    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(above, most), above));
#else
    const unsigned char *bytes = at;

    return sls_sixteen_half(bytes, first, last) | sls_sixteen_half(bytes + 8, first, last) << 8;
#endif
}

/* Bit i for byte i of the sixteen at `at` that is `c`: a comparison less than a range. */
static inline unsigned sls_sixteen_is(const void *at, char c)
{
#ifdef __SSE2__
    const __m128i x = _mm_loadu_si128((const __m128i *)at);

    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8(c)));
#else
    return sls_sixteen_between(at, (unsigned char)c, (unsigned char)c);
#endif
}

/* Bit i for byte i of the sixteen at `at` that is no ASCII. */
static inline unsigned sls_sixteen_high(const void *at)
{
#ifdef __SSE2__
    return (unsigned)_mm_movemask_epi8(_mm_loadu_si128((const __m128i *)at));
#else
    return sls_sixteen_between(at, 0x80, 0xFF);
#endif
}

/* Copies the sixteen bytes at `at` to `to`; a capital of ASCII becomes small. May not overlap. */
static inline void sls_sixteen_lower(const void *at, void *to)
{
#ifdef __SSE2__
    const __m128i x = _mm_loadu_si128((const __m128i *)at);
    const __m128i above = _mm_sub_epi8(x, _mm_set1_epi8('A'));
    const __m128i capital = _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8('Z' - 'A')), above);
    const __m128i bit = _mm_and_si128(capital, _mm_set1_epi8('a' ^ 'A'));

    _mm_storeu_si128((__m128i *)to, _mm_or_si128(x, bit));
#else
    const unsigned char *bytes = at;
    unsigned char *small = to;

    for (unsigned i = 0; i < SLS_SIXTEEN; i++)
        small[i] = (unsigned char)(bytes[i] | (bytes[i] >= 'A' && bytes[i] <= 'Z') << 5);
#endif
}

/* Bit i for each of the sixteen 16-bit units at `at` that is `unit`. */
static inline unsigned sls_sixteen_units(const uint16_t *at, uint16_t unit)
{
#ifdef __SSE2__
    const __m128i *x = (const __m128i *)(const void *)at;
    const __m128i sought = _mm_set1_epi16((short)unit);
    const __m128i low = _mm_cmpeq_epi16(_mm_loadu_si128(x), sought);
    const __m128i high = _mm_cmpeq_epi16(_mm_loadu_si128(x + 1), sought);

    return (unsigned)_mm_movemask_epi8(_mm_packs_epi16(low, high));
#else
    unsigned bits = 0;

    for (unsigned i = 0; i < SLS_SIXTEEN; i++)
        bits |= (unsigned)(at[i] == unit) << i;
    return bits;
#endif
}

#endif
