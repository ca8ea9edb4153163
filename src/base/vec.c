#include "base/vec.h"

#include <string.h>

bool sls_vec_reserve_(void *at, size_t *cap, size_t size, sls_arena *arena)
{
    const size_t wanted = *cap ? *cap * 2 : 8;
    void *old;

    if (wanted <= *cap)
        return false;
    memcpy(&old, at, sizeof old);
    void *grown = sls_arena_grow(arena, old, *cap, wanted, size);
    if (!grown)
        return false;
    memcpy(at, &grown, sizeof grown);
    *cap = wanted;
    return true;
}
