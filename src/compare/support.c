#include "compare/support.h"

#include "compare/thresholds.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    uint32_t witness;
    uint32_t member;
} voice;

typedef struct {
    voice *at;
    size_t count; /* distinct witnesses, by first member */
} side_voices;

static int by_witness(const void *x, const void *y)
{
    const voice *const a = x, *const b = y;
    if (a->witness != b->witness)
        return a->witness < b->witness ? -1 : 1;
    return a->member < b->member ? -1 : a->member > b->member;
}

static int by_member(const void *x, const void *y)
{
    const voice *const a = x, *const b = y;
    return a->member < b->member ? -1 : a->member > b->member;
}

/* One voice for each witness, in the order of their first words. */
static void settle(side_voices *side)
{
    size_t n = 0;
    if (side->count == 0)
        return;
    qsort(side->at, side->count, sizeof *side->at, by_witness);
    for (size_t i = 0; i < side->count; i++)
        if (n == 0 || side->at[n - 1].witness != side->at[i].witness)
            side->at[n++] = side->at[i];
    side->count = n;
    qsort(side->at, n, sizeof *side->at, by_member);
}

static sls_str name_of(const sls_claim *claim)
{
    return claim->source.len ? claim->source : claim->article;
}

static bool is_named_before(const sls_member *members, const side_voices *side, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (sls_str_eq(name_of(members[side->at[j].member].claim),
                       name_of(members[side->at[i].member].claim)))
            return true;
    return false;
}

static sls_status join_names(const sls_member *members, const side_voices *side, sls_arena *arena,
                             sls_str *out)
{
    *out = (sls_str){ 0 };
    size_t named = 0;
    for (size_t i = 0; i < side->count && i < 8 * SLS_NAMES_MAX; i++) {
        if (is_named_before(members, side, i))
            continue;
        if (named == SLS_NAMES_MAX)
            return sls_arena_concat3(arena, *out, SLS_STR(", "), SLS_STR("…"), out);
        const sls_str name = name_of(members[side->at[i].member].claim);
        const sls_status status = sls_arena_format(arena, out, "%.*s%s%.*s", SLS_FMT(*out),
                                                   named ? ", " : "", SLS_FMT(name));
        if (status != SLS_OK)
            return status;
        named++;
    }
    return SLS_OK;
}

static bool is_verified(const sls_member *members, const side_voices *side)
{
    for (size_t i = 0; i < side->count; i++)
        if (members[side->at[i].member].claim->zone == SLS_ZONE_VERIFIED)
            return true;
    return false;
}

sls_status sls_support_weigh(const sls_member *members, size_t count, sls_side_of *side_of,
                             const void *context, sls_arena *arena, sls_support *out)
{
    side_voices a = { sls_arena_alloc(arena, (count + 1) * sizeof(voice)), 0 };
    side_voices b = { sls_arena_alloc(arena, (count + 1) * sizeof(voice)), 0 };
    if (!a.at || !b.at)
        return SLS_ENOMEM;
    for (uint32_t i = 0; i < count; i++) {
        const sls_side side = side_of(context, &members[i]);
        if (side == SLS_SIDE_A)
            a.at[a.count++] = (voice){ members[i].witness, i };
        else if (side == SLS_SIDE_B)
            b.at[b.count++] = (voice){ members[i].witness, i };
    }
    settle(&a);
    settle(&b);
    *out = (sls_support){ .sources_a = (int)a.count, .sources_b = (int)b.count };
    out->key = a.count == b.count ? "support-equal" : "support-against";
    if (a.count == 1 && b.count == 1 && a.at->witness == b.at->witness)
        out->key = NULL; /* one voice that contradicts itself */
    if (a.count != b.count)
        out->likely_wrong = a.count < b.count ? SLS_SIDE_A : SLS_SIDE_B;
    if (is_verified(members, &a) != is_verified(members, &b)) {
        out->likely_wrong = is_verified(members, &a) ? SLS_SIDE_B : SLS_SIDE_A;
        out->key = "support-verified";
    }
    const sls_status status = join_names(members, &a, arena, &out->names_a);
    return status != SLS_OK ? status : join_names(members, &b, arena, &out->names_b);
}

sls_status sls_support_tell(const sls_support *support, sls_arena *arena, sls_finding *finding)
{
    finding->sources_a = support->sources_a;
    finding->sources_b = support->sources_b;
    finding->support = support->key;
    finding->likely_wrong = support->likely_wrong;
    const sls_status status = sls_arena_copy(arena, support->names_a, &finding->names_a);
    return status != SLS_OK ? status : sls_arena_copy(arena, support->names_b, &finding->names_b);
}
