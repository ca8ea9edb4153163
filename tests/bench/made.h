/*
 * made.h - numbers drawn from a seed, the same on every machine, for made corpora.
 */
#ifndef MADE_H
#define MADE_H

#include <stdint.h>

typedef struct {
    uint64_t state;
} made_source;

/* splitmix64, Steele, Lea and Flood 2014. */
static inline uint64_t made_next(made_source *r)
{
    uint64_t z = r->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* 0 to n - 1; n is positive and at most 2^32. */
static inline unsigned made_below(made_source *r, uint64_t n)
{
    return (unsigned)(made_next(r) % n);
}

#endif
