/*
 * arena.h - memory that is freed all at once: one arena per article.
 *
 * Blocks grow by doubling up to 1 MiB. The limit given at birth bounds all
 * that is ever asked; beyond it, or when the system has no more, allocation
 * returns NULL and the arena stays usable. Not shared between threads.
 * Under SLS_ARENA_DEBUG every allocation is its own malloc, so that ASan and
 * valgrind see overruns.
 */
#ifndef SELISIH_ARENA_H
#define SELISIH_ARENA_H

#include <selisih/status.h>
#include <selisih/str.h>

typedef struct sls_arena sls_arena;

/* NULL when memory ran out. `limit` in bytes; 0 means SIZE_MAX. */
SLS_API sls_arena *sls_arena_new(size_t limit);
SLS_API void sls_arena_free(sls_arena *arena); /* NULL is allowed */
/* What is in `other`, which is no more, is in `arena` from now on; NULL is allowed for `other`. */
SLS_API void sls_arena_adopt(sls_arena *arena, sls_arena *other);
/* Forgets all allocations but keeps the first blocks for reuse. */
SLS_API void sls_arena_reset(sls_arena *arena);
/* Bytes handed out since birth or reset, each allocation rounded up to its alignment. */
SLS_API size_t sls_arena_used(const sls_arena *arena);

/* `size` bytes aligned for any type, not zeroed; NULL on exhaustion. */
SLS_API void *sls_arena_alloc(sls_arena *arena, size_t size);
/* As sls_arena_alloc for count * size, zeroed, overflow checked. */
SLS_API void *sls_arena_calloc(sls_arena *arena, size_t count, size_t size);
/*
 * Grows an array whose last allocation may be extended in place: returns an
 * array of `new_count` elements whose first `old_count` are those of `old`
 * (NULL when old_count is 0), which is not to be used any more. The rest is not
 * zeroed. NULL on exhaustion; then `old` is as it was.
 */
SLS_API void *sls_arena_grow(sls_arena *arena, void *old, size_t old_count, size_t new_count,
                             size_t size);

/*
 * A copy of `s`. Always followed by a NUL that its length does not count.
 * On exhaustion `*out` is untouched. SLS_OK or SLS_ENOMEM.
 */
SLS_API SLS_MUST_USE sls_status sls_arena_copy(sls_arena *arena, sls_str s, sls_str *out);
/* The pieces one behind the other; as sls_arena_copy. A format takes ten times as long. */
SLS_API SLS_MUST_USE sls_status sls_arena_concat(sls_arena *arena, const sls_str *pieces,
                                                 size_t count, sls_str *out);
/* Of three pieces, as in office@scope. */
#define sls_arena_concat3(arena, a, b, c, out)                                                     \
    sls_arena_concat((arena), (const sls_str[]){ (a), (b), (c) }, 3, (out))
/* printf into the arena. SLS_OK or SLS_ENOMEM. */
SLS_API SLS_MUST_USE sls_status sls_arena_format(sls_arena *arena, sls_str *out, const char *format,
                                                 ...) SLS_PRINTF(3, 4);

#endif
