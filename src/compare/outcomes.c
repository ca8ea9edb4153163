#include "compare/outcomes.h"

#include "base/map.h"
#include "compare/dates.h"

struct sls_outcome_slot {
    uint64_t key; /* both classes, + 1; 0: free */
    sls_outcome outcome;
};

sls_status sls_outcomes_make(const sls_group *group, sls_arena *arena, sls_outcomes *out)
{
    sls_map classes;
    *out = (sls_outcomes){ .group = group, .arena = arena };
    out->of = sls_arena_alloc(arena, (group->count + 1) * sizeof *out->of);
    if (!out->of)
        return SLS_ENOMEM;
    sls_map_init(&classes, arena);
    for (size_t i = 0; i < group->count; i++) {
        const sls_claim *const c = group->members[i].claim;
        const struct {
            uint64_t bound, len; /* of the value: nothing can be taken for where it ends */
        } head = { (uint64_t)c->bound, c->value.len };
        sls_str key;
        bool added;
        sls_status status = sls_arena_concat3(
            arena, ((sls_str){ (const char *)&head, sizeof head }), c->value, c->unit, &key);
        if (status == SLS_OK)
            status = sls_map_intern(&classes, key, out->count, &out->of[i], &added);
        if (status != SLS_OK)
            return status;
        out->count += added;
    }
    return SLS_OK;
}

static signed char stand_of_dates(const sls_claim *a, const sls_claim *b)
{
    sls_edtf x, y;
    if (sls_edtf_read(a->value, &x) != SLS_OK || sls_edtf_read(b->value, &y) != SLS_OK)
        return 0;
    const sls_dates_relation r = sls_dates_compare(&x, &y);
    return r == SLS_DATES_CONFLICT || r == SLS_DATES_CLOCKS ? -1 : r != SLS_DATES_SILENT;
}

static void fill(const sls_claim *a, const sls_claim *b, sls_outcome *out)
{
    if (a->kind == SLS_KIND_DATE) {
        out->stand = stand_of_dates(a, b);
    } else if (sls_is_literal(a->kind)) {
        out->stand = sls_str_eq(a->value, b->value) ? 1 : -1;
    } else {
        out->numbers = sls_numbers_compare(a, b);
        out->stand = out->numbers.relation == SLS_NUMBERS_CONFLICT
                         ? -1
                         : out->numbers.relation != SLS_NUMBERS_SILENT;
    }
}

/* The slot of `key`, or the free one for it. */
static struct sls_outcome_slot *find(struct sls_outcome_slot *slots, size_t cap, uint64_t key)
{
    size_t at = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (cap - 1);
    while (slots[at].key != 0 && slots[at].key != key)
        at = (at + 1) & (cap - 1);
    return &slots[at];
}

static bool grow(sls_outcomes *o)
{
    const size_t cap = o->cap ? 2 * o->cap : 64;
    struct sls_outcome_slot *const slots = sls_arena_calloc(o->arena, cap, sizeof *slots);
    if (!slots)
        return false;
    for (size_t i = 0; i < o->cap; i++)
        if (o->slots[i].key != 0)
            *find(slots, cap, o->slots[i].key) = o->slots[i];
    o->slots = slots;
    o->cap = cap;
    return true;
}

sls_status sls_outcomes_of(sls_outcomes *o, uint32_t a, uint32_t b, sls_outcome *out)
{
    const uint64_t key = ((uint64_t)o->of[a] << 32 | o->of[b]) + 1;
    if (2 * o->len >= o->cap && !grow(o))
        return SLS_ENOMEM;
    struct sls_outcome_slot *const slot = find(o->slots, o->cap, key);
    if (slot->key == 0) {
        slot->key = key;
        fill(o->group->members[a].claim, o->group->members[b].claim, &slot->outcome);
        o->len++;
    }
    *out = slot->outcome;
    return SLS_OK;
}
