/*
 * root.h - disjoint sets: which element stands for the set that another is in.
 *
 * An element that stands for itself is its own parent.
 */
#ifndef SLS_BASE_ROOT_H
#define SLS_BASE_ROOT_H

#include <stdint.h>

/* Shortens the way for the next time by halving it: Tarjan and van Leeuwen 1984. */
static inline uint32_t sls_root_of(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

#endif
