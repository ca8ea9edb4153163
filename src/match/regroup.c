#include "match/recall.h"

#include "base/sort.h"

#include <stdlib.h>

typedef struct {
    sls_recalled *r;
    sls_arena *arena, *scratch; /* of the pairs; of one block */
    const uint32_t *numbers;    /* by row of the block that is visited: fact; SLS_NONE: gone */
    SLS_VEC(uint64_t) pairs;
} regrouping;

typedef SLS_VEC(uint64_t) pair_list;

static int by_key(const void *x, const void *y)
{
    const sls_key_row *const a = x, *const b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->fact < b->fact ? -1 : a->fact > b->fact;
}

static uint64_t pair_of(uint32_t a, uint32_t b)
{
    return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* --- a block over the limit: who was held against whom, and who is --- */

static sls_status note(void *context, uint32_t a, uint32_t b)
{
    regrouping *const g = context;
    const uint32_t x = g->numbers[a], y = g->numbers[b];
    if (x == SLS_NONE || y == SLS_NONE)
        return SLS_OK;
    uint64_t *const pair = sls_vec_push(&g->pairs, g->scratch);
    if (!pair)
        return SLS_ENOMEM;
    *pair = pair_of(x, y);
    return SLS_OK;
}

/* The pairs of a block as they are visited; `numbers` are the facts of its rows. */
static sls_status list_pairs(regrouping *g, sls_key_row *rows, size_t count,
                             const uint32_t *numbers, pair_list *out)
{
    sls_block_counts counts = { 0 };
    g->numbers = numbers;
    g->pairs.at = NULL;
    g->pairs.len = g->pairs.cap = 0;
    const sls_status status = count > 1 ? sls_block_visit(rows, count, note, g, &counts) : SLS_OK;
    *out = (pair_list){ g->pairs.at, g->pairs.len, g->pairs.cap };
    return status;
}

static sls_status add(regrouping *g, bool parted, uint64_t pair)
{
    uint64_t *const at =
        parted ? sls_vec_push(&g->r->parted, g->arena) : sls_vec_push(&g->r->pairs, g->arena);
    if (!at)
        return SLS_ENOMEM;
    *at = pair;
    return SLS_OK;
}

/* A block is visited part by part: what comes before the first that changed, and behind the last.
 */
static void strip_equal(pair_list *a, pair_list *b)
{
    while (a->len > 0 && b->len > 0 && a->at[a->len - 1] == b->at[b->len - 1]) {
        a->len--;
        b->len--;
    }
    while (a->len > 0 && b->len > 0 && *a->at == *b->at) {
        a->at++;
        b->at++;
        a->len--;
        b->len--;
    }
    if (a->len > 1)
        sls_sort_numbers(a->at, a->len);
    if (b->len > 1)
        sls_sort_numbers(b->at, b->len);
}

static sls_status add_changes(regrouping *g, const pair_list *before, const pair_list *after)
{
    sls_status status = SLS_OK;
    for (size_t i = 0, k = 0; status == SLS_OK && (i < before->len || k < after->len);) {
        if (i < before->len && k < after->len && before->at[i] == after->at[k]) {
            i++;
            k++;
        } else if (k == after->len || (i < before->len && before->at[i] < after->at[k])) {
            status = add(g, true, before->at[i++]);
        } else {
            status = add(g, false, after->at[k++]);
        }
    }
    return status;
}

/* --- a block --- */

/* What a block had and has: its rows, whose `fact` is their place, and the facts' numbers now. */
typedef struct {
    sls_key_row *rows;
    uint32_t *numbers;
    bool *fresh;
    size_t count;
} members;

static sls_status make_room(members *m, size_t count, sls_arena *arena)
{
    m->rows = sls_arena_alloc(arena, (count + 1) * sizeof *m->rows);
    m->numbers = sls_arena_alloc(arena, (count + 1) * sizeof *m->numbers);
    m->fresh = sls_arena_alloc(arena, (count + 1) * sizeof *m->fresh);
    return m->rows && m->numbers && m->fresh ? SLS_OK : SLS_ENOMEM;
}

static void put(members *m, const sls_past_facts *of, uint32_t fact, uint32_t number, bool fresh)
{
    m->rows[m->count] = (sls_key_row){ .second = of->seconds[fact],
                                       .rank = of->ranks[fact],
                                       .value = of->values[fact],
                                       .fact = (uint32_t)m->count };
    m->numbers[m->count] = number;
    m->fresh[m->count++] = fresh;
}

/* All of a small block are held against each other, before and after: new are those of the new. */
static sls_status pair_small(regrouping *g, const members *m)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; i < m->count; i++)
        for (size_t k = i + 1; status == SLS_OK && k < m->count; k++)
            if (m->fresh[i] || m->fresh[k])
                status = add(g, false, pair_of(m->numbers[i], m->numbers[k]));
    return status;
}

static sls_status pair_large(regrouping *g, members *before, members *after)
{
    pair_list old, now;
    sls_status status = list_pairs(g, before->rows, before->count, before->numbers, &old);
    if (status == SLS_OK)
        status = list_pairs(g, after->rows, after->count, after->numbers, &now);
    if (status != SLS_OK)
        return status;
    strip_equal(&old, &now);
    return add_changes(g, &old, &now);
}

/* Rows [i, i_end) of the past and [k, k_end) of the new ones, all of one key. */
typedef struct {
    size_t i, i_end, k, k_end;
} stretch;

/* A block that lost or gained a row; its rows now are the `count` at `facts`. */
static sls_status pair_block(regrouping *g, const sls_key_row *rows, stretch s,
                             const uint32_t *facts, size_t count)
{
    const sls_recalled *const r = g->r;
    members before = { 0 }, after = { 0 };
    sls_arena_reset(g->scratch);
    sls_status status = make_room(&before, s.i_end - s.i, g->scratch);
    if (status == SLS_OK)
        status = make_room(&after, count, g->scratch);
    if (status != SLS_OK)
        return status;
    for (size_t i = s.i; i < s.i_end; i++)
        put(&before, r->past, r->past->facts[i], r->fresh[r->past->facts[i]], false);
    for (size_t n = 0, k = s.k; n < count; n++) {
        while (k < s.k_end && rows[k].fact < facts[n])
            k++;
        put(&after, r->now, facts[n], facts[n], k < s.k_end && rows[k].fact == facts[n]);
    }
    return before.count <= SLS_BLOCK_LIMIT && after.count <= SLS_BLOCK_LIMIT
               ? pair_small(g, &after)
               : pair_large(g, &before, &after);
}

/* Puts the rows of one key behind each other; whether one is gone or new. */
static bool merge_block(sls_recalled *r, const sls_key_row *rows, stretch s)
{
    sls_past_facts *const now = r->now;
    const uint64_t key = s.i < s.i_end ? r->past->keys[s.i] : rows[s.k].key;
    bool changed = s.k < s.k_end;
    while (s.i < s.i_end || s.k < s.k_end) {
        const uint32_t old = s.i < s.i_end ? r->fresh[r->past->facts[s.i]] : SLS_NONE;
        if (s.i < s.i_end && old == SLS_NONE) {
            changed = true;
            s.i++;
            continue;
        }
        const bool is_old = s.k == s.k_end || (s.i < s.i_end && old < rows[s.k].fact);
        now->keys[now->rows] = key;
        now->facts[now->rows++] = is_old ? old : rows[s.k].fact;
        if (is_old)
            s.i++;
        else
            s.k++;
    }
    return changed;
}

/* The new rows, numbered as all facts are, in their order. */
static void number_rows(const sls_recalled *r, const sls_facts *made, sls_key_row *rows,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const uint32_t article = made->at[rows[i].fact].article;
        rows[i].fact = r->now->first[article] + (rows[i].fact - made->first[article]);
        r->now->seconds[rows[i].fact] = rows[i].second;
    }
    if (count > 1)
        qsort(rows, count, sizeof *rows, by_key);
}

sls_status sls_recall_blocks(sls_recalled *r, const sls_facts *made, sls_key_row *rows,
                             size_t count, sls_arena *arena, sls_arena *kept)
{
    sls_past_facts *const now = r->now;
    const size_t old = r->past->rows;
    regrouping g = { .r = r, .arena = arena, .scratch = sls_arena_new(0) };
    now->keys = sls_arena_alloc(kept, (old + count + 1) * sizeof *now->keys);
    now->facts = sls_arena_alloc(kept, (old + count + 1) * sizeof *now->facts);
    sls_status status = g.scratch && now->keys && now->facts ? SLS_OK : SLS_ENOMEM;
    number_rows(r, made, rows, count);
    for (stretch s = { 0 }; status == SLS_OK && (s.i < old || s.k < count);) {
        const uint64_t key = s.k == count || (s.i < old && r->past->keys[s.i] < rows[s.k].key)
                                 ? r->past->keys[s.i]
                                 : rows[s.k].key;
        for (s.i_end = s.i; s.i_end < old && r->past->keys[s.i_end] == key;)
            s.i_end++;
        for (s.k_end = s.k; s.k_end < count && rows[s.k_end].key == key;)
            s.k_end++;
        const size_t first = now->rows;
        if (merge_block(r, rows, s))
            status = pair_block(&g, rows, s, now->facts + first, now->rows - first);
        s.i = s.i_end;
        s.k = s.k_end;
    }
    sls_arena_free(g.scratch);
    return status;
}
