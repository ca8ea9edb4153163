#include <selisih/arena.h>

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK ((size_t)8 << 10)
#define MAX_BLOCK   ((size_t)1 << 20)
/* What reset keeps: enough for a long article, so that a worker's arenas settle there. */
#define KEPT_BYTES ((size_t)4 << 20)

/* Linked in order of use; `bytes` is aligned for any type. */
typedef struct block {
    struct block *next;
    size_t size;
    size_t used;
    _Alignas(max_align_t) unsigned char bytes[];
} block;

struct sls_arena {
    block *first;
    block *current; /* the block that the last allocation came from; NULL when there is none */
    size_t held;    /* bytes of all blocks */
    size_t limit;
    size_t used;
};

static size_t rounded(size_t size)
{
    const size_t mask = _Alignof(max_align_t) - 1;

    return size > SIZE_MAX - mask ? SIZE_MAX : (size + mask) & ~mask;
}

sls_arena *sls_arena_new(size_t limit)
{
    sls_arena *arena = malloc(sizeof *arena);

    if (arena)
        *arena = (sls_arena){ .limit = limit ? limit : SIZE_MAX };
    return arena;
}

static void free_blocks(block *b)
{
    while (b) {
        block *next = b->next;
        free(b);
        b = next;
    }
}

void sls_arena_free(sls_arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->first);
    free(arena);
}

/* Its blocks come first: what follows the current one is free for use. */
void sls_arena_adopt(sls_arena *arena, sls_arena *other)
{
    block *last = other ? other->first : NULL;
    while (last && last->next)
        last = last->next;
    if (last) {
        last->next = arena->first;
        arena->first = other->first;
        arena->current = arena->current ? arena->current : last;
        arena->held += other->held;
        arena->used += other->used;
    }
    free(other);
}

#ifdef SLS_ARENA_DEBUG

void sls_arena_reset(sls_arena *arena)
{
    free_blocks(arena->first);
    *arena = (sls_arena){ .limit = arena->limit };
}

/* As long as the allocation, so that a sanitizer sees the byte after it. */
static size_t block_size(const sls_arena *arena, size_t size)
{
    (void)arena;
    return size;
}

#else

static void drop_blocks(sls_arena *arena)
{
    block **link = &arena->first;

    arena->held = 0;
    while (*link) {
        block *b = *link;
        if (b->size <= MAX_BLOCK && arena->held + b->size <= KEPT_BYTES) {
            arena->held += b->size;
            link = &b->next;
        } else {
            *link = b->next;
            free(b);
        }
    }
}

/* Blocks behind the current one were not touched since the last time, and are not now. */
void sls_arena_reset(sls_arena *arena)
{
    for (block *b = arena->first; b; b = b == arena->current ? NULL : b->next)
        b->used = 0;
    if (arena->held > KEPT_BYTES)
        drop_blocks(arena);
    arena->current = arena->first;
    arena->used = 0;
}

static size_t block_size(const sls_arena *arena, size_t size)
{
    size_t next = FIRST_BLOCK;

    if (arena->current)
        next = arena->current->size < MAX_BLOCK / 2 ? arena->current->size * 2 : MAX_BLOCK;
    return size > next ? size : next;
}

#endif

/* Makes `current` a block with `size` bytes free: one kept by reset, or a new one behind it. */
static bool enter_block(sls_arena *arena, size_t size)
{
    block *kept = arena->current ? arena->current->next : arena->first;

    if (kept && kept->size >= size) {
        arena->current = kept;
        return true;
    }

    const size_t capacity = block_size(arena, size);
    if (capacity > SIZE_MAX - sizeof(block))
        return false;
    block *fresh = malloc(sizeof(block) + capacity);
    if (!fresh)
        return false;

    fresh->next = kept;
    fresh->size = capacity;
    fresh->used = 0;
    arena->held += capacity;
    if (arena->current)
        arena->current->next = fresh;
    else
        arena->first = fresh;
    arena->current = fresh;
    return true;
}

void *sls_arena_alloc(sls_arena *arena, size_t size)
{
    if (size == 0)
        size = 1;
    if (rounded(size) > arena->limit - arena->used)
        return NULL;

    size_t start = arena->current ? rounded(arena->current->used) : 0;
    if (!arena->current || start > arena->current->size || size > arena->current->size - start) {
        if (!enter_block(arena, size))
            return NULL;
        start = 0;
    }
    arena->current->used = start + size;
    arena->used += rounded(size);
    return arena->current->bytes + start;
}

size_t sls_arena_used(const sls_arena *arena)
{
    return arena->used;
}

void *sls_arena_calloc(sls_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;

    void *bytes = sls_arena_alloc(arena, count * size);
    if (bytes)
        memset(bytes, 0, count * size);
    return bytes;
}

/* Whether the last allocation, `bytes` long at `old`, could be made `wanted` long where it lies. */
static bool extend(sls_arena *arena, const void *old, size_t bytes, size_t wanted)
{
    block *b = arena->current;

    if (!b || (const unsigned char *)old + bytes != b->bytes + b->used)
        return false;
    const size_t start = b->used - bytes;
    if (wanted > b->size - start)
        return false;
    const size_t more = rounded(wanted) - rounded(bytes);
    if (more > arena->limit - arena->used)
        return false;

    b->used = start + wanted;
    arena->used += more;
    return true;
}

/* Enough that it has a block of its own, and that the system moves it without copying. */
static bool is_large(size_t bytes)
{
#ifdef SLS_ARENA_DEBUG
    return bytes > 0;
#else
    return bytes > MAX_BLOCK;
#endif
}

/*
 * Moves a large allocation that is alone in its block to a larger one, so that what grows by
 * doubling leaves nothing behind: of the claims' pairs and findings that was as much again.
 */
static void *move_block(sls_arena *arena, const void *old, size_t bytes, size_t wanted)
{
    block **link = &arena->first;
    const size_t more = rounded(wanted) - rounded(bytes);
    if (!is_large(bytes) || more > arena->limit - arena->used || wanted > SIZE_MAX - sizeof(block))
        return NULL;
    while (*link && (*link)->bytes != old)
        link = &(*link)->next;
    block *const b = *link;
    if (!b || b->used != bytes)
        return NULL;
    const bool current = arena->current == b;
    block *const moved = realloc(b, sizeof(block) + wanted);
    if (!moved)
        return NULL;
    *link = moved;
    if (current)
        arena->current = moved;
    arena->held += wanted - moved->size;
    arena->used += more;
    moved->size = moved->used = wanted;
    return moved->bytes;
}

void *sls_arena_grow(sls_arena *arena, void *old, size_t old_count, size_t new_count, size_t size)
{
    assert(old_count <= new_count);

    if (size && new_count > SIZE_MAX / size)
        return NULL;

    const size_t bytes = old_count * size;
    if (bytes && extend(arena, old, bytes, new_count * size))
        return old;

    void *grown = move_block(arena, old, bytes, new_count * size);
    if (grown)
        return grown;
    grown = sls_arena_alloc(arena, new_count * size);
    if (grown && bytes)
        memcpy(grown, old, bytes);
    return grown;
}

sls_status sls_arena_copy(sls_arena *arena, sls_str s, sls_str *out)
{
    char *copy = s.len < SIZE_MAX ? sls_arena_alloc(arena, s.len + 1) : NULL;

    if (!copy)
        return SLS_ENOMEM;
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    *out = (sls_str){ copy, s.len };
    return SLS_OK;
}

sls_status sls_arena_concat(sls_arena *arena, const sls_str *pieces, size_t count, sls_str *out)
{
    size_t total = 0;

    for (size_t i = 0; i < count; i++) {
        if (pieces[i].len >= SIZE_MAX - total)
            return SLS_ENOMEM;
        total += pieces[i].len;
    }
    char *const text = sls_arena_alloc(arena, total + 1);
    if (!text)
        return SLS_ENOMEM;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].len)
            memcpy(text + at, pieces[i].ptr, pieces[i].len);
        at += pieces[i].len;
    }
    text[at] = '\0';
    *out = (sls_str){ text, at };
    return SLS_OK;
}

sls_status sls_arena_format(sls_arena *arena, sls_str *out, const char *format, ...)
{
    va_list args, again;
    char brief[128]; /* most are: formatted once */
    char *text = NULL;

    va_start(args, format);
    va_copy(again, args);
    const int len = vsnprintf(brief, sizeof brief, format, args);
    va_end(args);
    if (len >= 0)
        text = sls_arena_alloc(arena, (size_t)len + 1);
    if (text && (size_t)len < sizeof brief)
        memcpy(text, brief, (size_t)len + 1);
    else if (text)
        vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);

    if (!text)
        return SLS_ENOMEM;
    *out = (sls_str){ text, (size_t)len };
    return SLS_OK;
}
