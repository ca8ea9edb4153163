/*
 * vec.h - a growing array in an arena, for any element type.
 *
 *     SLS_VEC(sls_token) tokens = { 0 };
 *     sls_token *t = sls_vec_push(&tokens, arena);   NULL when memory ran out
 *
 * Growth doubles; the old copy stays in the arena until it is reset, so a
 * vector costs at most three times its elements.
 */
#ifndef SLS_BASE_VEC_H
#define SLS_BASE_VEC_H

#include <selisih/arena.h>

#define SLS_VEC(type)                                                                              \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t len;                                                                                \
        size_t cap;                                                                                \
    }

/* Room for one more: a pointer to the new last element (not zeroed), or NULL. */
#define sls_vec_push(vec, arena)                                                                   \
    ((vec)->len < (vec)->cap ||                                                                    \
             sls_vec_reserve_(&(vec)->at, &(vec)->cap, sizeof *(vec)->at, (arena))                 \
         ? &(vec)->at[(vec)->len++]                                                                \
         : NULL)

/*
 * Doubles the `*cap` elements of `size` bytes that the pointer at `at` leads to. `at` is the
 * address of a pointer to any type, read and written bytewise, since a `void **` may not alias it.
 */
bool sls_vec_reserve_(void *at, size_t *cap, size_t size, sls_arena *arena);

#endif
