#include "match/keys.h"

#include "base/map.h"

#include <stdlib.h>

#define WORDS_MAX        4 /* rarest context words of a quantity that make blocks */
#define PARTICIPANTS_MAX 8 /* of one fact */

static int by_number(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

static int by_key(const void *x, const void *y)
{
    const sls_key_row *const a = x, *const b = y;
    const int order = by_number(a->key, b->key);
    return order != 0 ? order : by_number(a->fact, b->fact);
}

static int by_value(const void *x, const void *y)
{
    const sls_key_row *const a = x, *const b = y;
    const int order = by_number(a->value, b->value);
    return order != 0 ? order : by_number(a->fact, b->fact);
}

static int by_second(const void *x, const void *y)
{
    const sls_key_row *const a = x, *const b = y;
    int order = by_number(a->second, b->second);
    if (order == 0)
        order = by_number(a->rank, b->rank);
    return order != 0 ? order : by_number(a->fact, b->fact);
}

typedef struct {
    sls_pair_visitor *visit;
    void *context;
    sls_block_counts *counts;
} visiting;

/* Each row with its next `window` ones. */
static sls_status visit_pairs(const visiting *in, const sls_key_row *rows, size_t count,
                              size_t window)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count && j - i <= window; j++) {
            const uint32_t a = rows[i].fact, b = rows[j].fact;
            const sls_status status = in->visit(in->context, a < b ? a : b, a < b ? b : a);
            if (status != SLS_OK)
                return status;
        }
    }
    return SLS_OK;
}

/* The first rows of each value move to the front; returns how many they are. */
static size_t keep_speakers(sls_key_row *rows, size_t count)
{
    size_t kept = 0, run = 0;
    uint64_t value = 0;
    qsort(rows, count, sizeof *rows, by_value);
    for (size_t i = 0; i < count; i++) {
        run = i > 0 && rows[i].value == value ? run + 1 : 1;
        value = rows[i].value;
        if (run <= SLS_BLOCK_SPEAKERS)
            rows[kept++] = rows[i];
    }
    return kept;
}

static sls_status visit_block(const visiting *in, sls_key_row *rows, size_t count)
{
    in->counts->blocks++;
    if (count <= SLS_BLOCK_LIMIT)
        return visit_pairs(in, rows, count, count);
    in->counts->split++;
    const size_t kept = keep_speakers(rows, count);
    in->counts->merged += count - kept;
    if (kept <= SLS_BLOCK_LIMIT)
        return visit_pairs(in, rows, kept, kept);
    qsort(rows, kept, sizeof *rows, by_second);
    for (size_t i = 0; i < kept;) {
        size_t j = i;
        while (j < kept && rows[j].second == rows[i].second)
            j++;
        const size_t window = j - i <= SLS_BLOCK_LIMIT ? j - i : SLS_BLOCK_WINDOW;
        const sls_status status = visit_pairs(in, rows + i, j - i, window);
        if (status != SLS_OK)
            return status;
        i = j;
    }
    return SLS_OK;
}

/*
 * By key, then by fact, in place: keys are hashes, so that their first bits part the rows into
 * buckets of a few (McIlroy, Bostic and McIlroy 1993, "Engineering Radix Sort").
 */
sls_status sls_keys_sort(sls_key_row *rows, size_t count)
{
    enum { BITS = 12, BUCKETS = 1 << BITS };
    size_t *const next = calloc(2 * BUCKETS + 1, sizeof *next); /* free places, and the ends */
    if (!next)
        return SLS_ENOMEM;
    size_t *const end = next + BUCKETS;
    for (size_t i = 0; i < count; i++)
        end[(rows[i].key >> (64 - BITS)) + 1]++;
    for (size_t b = 0; b < BUCKETS; b++) {
        next[b] = end[b];
        end[b + 1] += end[b];
    }
    for (size_t b = 0; b < BUCKETS; b++) {
        while (next[b] < end[b + 1]) {
            const sls_key_row row = rows[next[b]];
            const size_t own = row.key >> (64 - BITS);
            rows[next[b]] = rows[next[own]];
            rows[next[own]++] = row;
        }
        if (end[b + 1] > end[b] + 1)
            qsort(rows + end[b], end[b + 1] - end[b], sizeof *rows, by_key);
    }
    free(next);
    return SLS_OK;
}

sls_status sls_block_visit(sls_key_row *rows, size_t count, sls_pair_visitor *visit, void *context,
                           sls_block_counts *counts)
{
    const visiting in = { visit, context, counts };
    return visit_block(&in, rows, count);
}

sls_status sls_blocks_visit(sls_key_row *rows, size_t count, sls_pair_visitor *visit, void *context,
                            sls_block_counts *counts)
{
    const visiting in = { visit, context, counts };
    for (size_t i = 0; i < count;) {
        size_t j = i;
        while (j < count && rows[j].key == rows[i].key)
            j++;
        const size_t next = j;
        if (j - i > 1) {
            const sls_status status = visit_block(&in, rows + i, j - i);
            if (status != SLS_OK)
                return status;
        }
        i = next;
    }
    return SLS_OK;
}

static uint64_t mixed(uint64_t a, uint64_t b)
{
    uint64_t z = a ^ (b + UINT64_C(0x9E3779B97F4A7C15) + (a << 6) + (a >> 2));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    return z ^ (z >> 27);
}

static sls_status add(sls_key_rows *rows, sls_arena *arena, uint64_t key, uint64_t second,
                      const sls_fact *fact, uint32_t number)
{
    sls_key_row *const row = sls_vec_push(rows, arena);
    if (!row)
        return SLS_ENOMEM;
    *row = (sls_key_row){ key, second, fact->rank, fact->value, number, false };
    return SLS_OK;
}

/* Year of the value: over the limit, dates of different years seldom are one occasion. */
static uint64_t year_of(const sls_fact *fact)
{
    int year, month, day;
    if (fact->days.first == SLS_DAY_OPEN_PAST)
        return 0;
    sls_day_civil(fact->days.first, &year, &month, &day);
    return (uint64_t)(int64_t)year;
}

/* Month of the report: over the limit, reports of different months seldom count one thing. */
static uint64_t month_of(const sls_fact *fact)
{
    int year, month, day;
    if (!fact->has_published || fact->published.first == SLS_DAY_OPEN_PAST)
        return 0;
    sls_day_civil(fact->published.first, &year, &month, &day);
    return (uint64_t)(int64_t)year * 12 + (uint64_t)month;
}

sls_status sls_date_keys(const sls_facts *facts, sls_piece of, sls_arena *arena, sls_key_rows *out)
{
    for (uint32_t i = (uint32_t)of.first; i < of.end; i++) {
        const sls_fact *const f = &facts->at[i];
        const uint64_t event = mixed(sls_hash(f->event), SLS_KIND_DATE);
        if (f->event.len == 0 || !f->readable)
            continue;
        sls_status status = SLS_OK;
        if (f->recurrence == SLS_UNIQUE) {
            status = add(out, arena, event, year_of(f), f, i);
        } else {
            size_t n = 0;
            for (uint32_t j = 0; status == SLS_OK && j < f->features.count; j++) {
                const sls_feature *const p = &f->features.at[j];
                if (p->sort <= SLS_F_BODY && n++ < PARTICIPANTS_MAX)
                    status = add(out, arena, mixed(event, p->hash), year_of(f), f, i);
            }
        }
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

/* The lightest of the heaviest `WORDS_MAX` words: words of that weight or more make blocks. */
static uint16_t least_weight(const sls_features *set)
{
    uint32_t by_weight[32] = { 0 }, n = 0;
    for (uint32_t i = 0; i < set->count; i++)
        if (set->at[i].sort == SLS_F_WORD)
            by_weight[set->at[i].weight & 31]++;
    for (uint16_t w = 31; w > 0; w--) {
        n += by_weight[w];
        if (n >= WORDS_MAX)
            return w;
    }
    return 0;
}

static sls_status quantity_rows(const sls_fact *f, uint32_t number, sls_arena *arena,
                                sls_key_rows *rows)
{
    const uint64_t month = month_of(f), unit = mixed(sls_hash(f->unit), SLS_KIND_QUANTITY);
    sls_status status = add(rows, arena, mixed(unit, f->article), f->rank, f, number);
    if (status == SLS_OK)
        rows->at[rows->len - 1].own = true;
    if (f->claim->what.len == 0)
        return status;
    const uint64_t what = mixed(unit, sls_hash(f->claim->what));
    if (status == SLS_OK && f->claim->ordinal.len > 0)
        status = add(rows, arena, mixed(what, sls_hash(f->claim->ordinal)), month, f, number);
    const uint16_t least = least_weight(&f->features);
    size_t words = 0, others = 0;
    for (uint32_t j = 0; status == SLS_OK && j < f->features.count; j++) {
        const sls_feature *const p = &f->features.at[j];
        const bool takes = p->sort == SLS_F_WORD
                               ? p->weight >= least && words++ < WORDS_MAX
                               : p->sort != SLS_F_EVENT && others++ < PARTICIPANTS_MAX;
        if (takes)
            status = add(rows, arena, mixed(what, p->hash), month, f, number);
    }
    return status;
}

sls_status sls_quantity_keys(const sls_facts *facts, sls_piece of, sls_arena *arena,
                             sls_key_rows *out)
{
    for (uint32_t i = (uint32_t)of.first; i < of.end; i++) {
        const sls_status status = quantity_rows(&facts->at[i], i, arena, out);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}
