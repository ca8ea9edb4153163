#include "compare/order.h"

#include "model/claim_csv.h"

#include <stdlib.h>
#include <string.h>

#define UNRANKED UINT32_MAX

/* A finding under what it is put in order by. */
typedef struct {
    uint32_t weight;
    uint32_t a, b; /* ranks of its claims */
    uint32_t index;
    const sls_finding *finding;
} entry;

/* Conflicts before agreements, the worst first, then the surest. */
uint32_t sls_finding_weight(const sls_finding *f)
{
    const uint32_t file = !sls_verdict_is_conflict(f->verdict);
    const uint32_t severity = SLS_ERROR - (uint32_t)f->severity;
    const uint32_t score = (uint32_t)(INT16_MAX - f->score);
    return file << 24 | severity << 20 | (uint32_t)f->verdict << 16 | score;
}

/* The rank of each claim that is there: equal for those that no order tells apart. NULL when memory
 * ran out. */
static uint32_t *rank(const sls_ranking *in, sls_arena *arena)
{
    uint32_t *const ranks = sls_arena_alloc(arena, (in->claim_count + 1) * sizeof *ranks);
    uint32_t next = 0;
    for (size_t i = 0; ranks && i < in->count; i++) {
        next += i > 0 && sls_claim_order(in->order[i - 1], in->order[i]) != 0;
        ranks[in->order[i] - in->claims] = next;
    }
    return ranks;
}

static uint32_t rank_of(const sls_ranking *in, const uint32_t *ranks, const sls_claim *claim)
{
    const bool known =
        in->claim_count > 0 && claim >= in->claims && claim < in->claims + in->claim_count;
    return known ? ranks[claim - in->claims] : UNRANKED;
}

static int by_claims(uint32_t x, uint32_t y, const sls_claim *a, const sls_claim *b)
{
    if (x == UNRANKED || y == UNRANKED)
        return sls_claim_order(a, b);
    return (x > y) - (x < y);
}

static int by_finding(const void *x, const void *y)
{
    const entry *const p = x, *const q = y;
    if (p->weight != q->weight)
        return p->weight < q->weight ? -1 : 1;
    int order = by_claims(p->a, q->a, p->finding->a, q->finding->a);
    if (order == 0)
        order = by_claims(p->b, q->b, p->finding->b, q->finding->b);
    if (order == 0)
        order = strcmp(p->finding->rule, q->finding->rule);
    return order != 0 ? order : sls_str_cmp(p->finding->id, q->finding->id);
}

/* The findings one behind the other; each docket's own rows go. */
static void gather(sls_docket *dockets, size_t count, sls_finding *to)
{
    for (size_t i = 0; i < count; i++) {
        for (const sls_docket_piece *p = dockets[i].first; p; p = p->next) {
            memcpy(to, p->at, p->len * sizeof *to);
            to += p->len;
        }
        sls_arena_free(dockets[i].rows);
        dockets[i] = (sls_docket){ 0 };
    }
}

uint64_t sls_finding_number(const sls_finding *f)
{
    const sls_str id = f->id;
    uint64_t number = 0;
    for (size_t i = 0; i < id.len; i++)
        number =
            number << 4 | (uint64_t)(id.ptr[i] <= '9' ? id.ptr[i] - '0' : id.ptr[i] - 'a' + 10);
    return number;
}

/* Takes those out whose id came before. SLS_OK, SLS_ENOMEM. */
static sls_status drop_twins(entry *entries, size_t *count, sls_arena *arena)
{
    size_t cap = 16, kept = 0;
    bool zero = false; /* the id 0, which is a free slot's */
    while (cap < 2 * *count)
        cap *= 2;
    uint64_t *const slots = sls_arena_calloc(arena, cap, sizeof *slots);
    if (!slots)
        return SLS_ENOMEM;
    for (size_t i = 0; i < *count; i++) {
        const uint64_t id = sls_finding_number(entries[i].finding);
        size_t at = (size_t)id & (cap - 1);
        while (slots[at] != 0 && slots[at] != id)
            at = (at + 1) & (cap - 1);
        const bool twin = id == 0 ? zero : slots[at] == id;
        zero = zero || id == 0;
        slots[at] = id;
        if (!twin)
            entries[kept++] = entries[i];
    }
    *count = kept;
    return SLS_OK;
}

/*
 * Puts the findings where the entries say, in place: an array of them a second time would be the
 * largest of all. Behind `count` stand those that no entry names.
 */
static void permute(sls_finding *at, entry *entries, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t from = entries[i].index;
        while (from < i)
            from = entries[from].index; /* where what stood there was put */
        entries[i].index = from;
        if (from == i)
            continue;
        const sls_finding moved = at[i];
        at[i] = at[from];
        at[from] = moved;
    }
}

static void enter(const sls_ranking *in, const uint32_t *ranks, const sls_finding *at, size_t count,
                  entry *entries)
{
    for (size_t i = 0; i < count; i++)
        entries[i] = (entry){ .weight = sls_finding_weight(&at[i]),
                              .a = rank_of(in, ranks, at[i].a),
                              .b = rank_of(in, ranks, at[i].b),
                              .index = (uint32_t)i,
                              .finding = &at[i] };
}

sls_status sls_findings_settle(sls_docket *dockets, size_t count, const sls_ranking *ranking,
                               sls_arena *arena, sls_findings *out)
{
    size_t all = 0;
    for (size_t i = 0; i < count; i++)
        all += dockets[i].len;
    sls_arena *const scratch = all < UINT32_MAX ? sls_arena_new(0) : NULL;
    if (!scratch)
        return SLS_ENOMEM;
    sls_finding *const at = sls_arena_alloc(arena, (all + 1) * sizeof *at);
    entry *const entries = sls_arena_alloc(scratch, (all + 1) * sizeof *entries);
    const uint32_t *const ranks = rank(ranking, scratch);
    const size_t made = all;
    sls_status status = at && entries && ranks ? SLS_OK : SLS_ENOMEM;
    if (status == SLS_OK) {
        gather(dockets, count, at);
        enter(ranking, ranks, at, all, entries);
        qsort(entries, all, sizeof *entries, by_finding);
        status = drop_twins(entries, &all, scratch);
    }
    if (status == SLS_OK) {
        permute(at, entries, all);
        *out = (sls_findings){ at, all, made - all };
    }
    sls_arena_free(scratch);
    return status;
}
