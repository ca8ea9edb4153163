#include "compare/compare.h"

#include "base/crew.h"
#include "base/sort.h"
#include "compare/order.h"
#include "compare/ranks.h"
#include "compare/rules.h"
#include "model/claim_csv.h"

static sls_status rule_on(const sls_group *group, sls_arena *arena, sls_arena *scratch,
                          sls_docket *docket)
{
    switch (group->kind) {
    case SLS_KIND_TITLE:
        if (sls_group_is_of_ranks(group))
            return sls_rule_ranks(group, arena, scratch, docket);
        return sls_rule_titles(group, arena, scratch, docket);
    case SLS_KIND_DATE:
    case SLS_KIND_QUANTITY:
    case SLS_KIND_IDENTIFIER:
    case SLS_KIND_SCORE:
    case SLS_KIND_PLACE:
    case SLS_KIND_OUTCOME:
        return sls_rule_values(group, arena, scratch, docket);
    case SLS_KIND_NAME:
        return sls_rule_spelling(group, arena, scratch, docket);
    case SLS_KINDS:
        break;
    }
    return SLS_OK;
}

/* Groups are judged in stretches of them, several for a thread. */
typedef struct {
    const sls_group *groups;
    size_t group_count;
    const bool *known; /* per group; or NULL */
    const sls_claim *claims;
    size_t claim_count;
    const bool *unread; /* per claim; or NULL */
    size_t pieces;
    size_t ends[SLS_PIECES_MOST]; /* of the stretches, among the groups */
    /* the last: of what is ruled of claims by themselves */
    sls_arena *arenas[SLS_PIECES_MOST + 1];
    sls_docket dockets[SLS_PIECES_MOST + 1];
} trial;

/* What a group takes, roughly; a known one takes nothing. */
static size_t weight_of(const trial *t, size_t i)
{
    return t->known && t->known[i] ? 0 : t->groups[i].count + t->groups[i].pair_count;
}

/* Stretches that take the same: groups of offices stand together, and are large. */
static void cut(trial *t)
{
    size_t all = 0, before = 0, piece = 0;
    for (size_t i = 0; i < t->group_count; i++)
        all += weight_of(t, i);
    for (size_t i = 0; i < t->group_count; i++) {
        before += weight_of(t, i);
        while (piece + 1 < t->pieces && before * t->pieces >= all * (piece + 1))
            t->ends[piece++] = i + 1;
    }
    while (piece < t->pieces)
        t->ends[piece++] = t->group_count;
}

static sls_status judge(void *context, size_t piece)
{
    trial *const t = context;
    sls_arena *const arena = t->arenas[piece];
    sls_docket *const docket = &t->dockets[piece];
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? SLS_OK : SLS_ENOMEM;
    for (size_t i = piece > 0 ? t->ends[piece - 1] : 0; status == SLS_OK && i < t->ends[piece];
         i++) {
        if (t->known && t->known[i])
            continue;
        sls_arena_reset(scratch);
        status = rule_on(&t->groups[i], arena, scratch, docket);
    }
    sls_arena_free(scratch);
    return status;
}

static int by_place(const void *x, const void *y)
{
    const sls_claim *const a = *(const sls_claim *const *)x, *const b =
                                                                 *(const sls_claim *const *)y;
    const int order = sls_claim_order(a, b);
    return order != 0 ? order : sls_str_cmp(a->entities, b->entities);
}

/* The claims that are there, by place. False when memory ran out. */
static bool put_in_order(const trial *t, sls_arena *arena, sls_ranking *out)
{
    const sls_claim **const order = sls_arena_alloc(arena, (t->claim_count + 1) * sizeof *order);
    size_t n = 0;
    for (size_t i = 0; order && i < t->claim_count; i++)
        if (!t->unread || !t->unread[i])
            order[n++] = &t->claims[i];
    if (order)
        (void)sls_sort(order, n, sizeof *order, by_place);
    *out = (sls_ranking){ t->claims, t->claim_count, order, n };
    return order != NULL;
}

/* What is wrong inside one claim, or one article, where no finding on two tells it already. */
static sls_status rule_alone(trial *t, const sls_claim *const *order, size_t count,
                             sls_arena *scratch)
{
    sls_docket *const docket = &t->dockets[t->pieces];
    sls_arena *const arena = t->arenas[t->pieces];
    const sls_status status =
        sls_rule_inside(order, count, arena, scratch, t->dockets, t->pieces, docket);
    return status == SLS_OK ? sls_rule_display(order, count, arena, docket) : status;
}

static sls_status work(trial *t, size_t jobs, sls_arena *arena, sls_findings *out)
{
    sls_ranking ranking;
    sls_arena *const scratch = sls_arena_new(0);
    cut(t);
    sls_status status = scratch ? sls_crew_run(judge, t, t->pieces, jobs) : SLS_ENOMEM;
    if (status == SLS_OK && !put_in_order(t, scratch, &ranking))
        status = SLS_ENOMEM;
    if (status == SLS_OK)
        status = rule_alone(t, ranking.order, ranking.count, scratch);
    if (status == SLS_OK)
        status = sls_findings_settle(t->dockets, t->pieces + 1, &ranking, arena, out);
    sls_arena_free(scratch);
    return status;
}

sls_status sls_compare(const sls_group *groups, size_t group_count, const bool *known,
                       const sls_claim *claims, size_t claim_count, const bool *unread, size_t jobs,
                       sls_arena *arena, sls_findings *out)
{
    trial t = { .groups = groups,
                .group_count = group_count,
                .known = known,
                .claims = claims,
                .claim_count = claim_count,
                .unread = unread,
                .pieces = sls_pieces_for(jobs) };
    sls_status status = SLS_OK;
    for (size_t i = 0; i <= t.pieces; i++) {
        t.arenas[i] = sls_arena_new(0);
        t.dockets[i].rows = sls_arena_new(0);
        if (!t.arenas[i] || !t.dockets[i].rows)
            status = SLS_ENOMEM;
    }
    if (status == SLS_OK)
        status = work(&t, jobs, arena, out);
    for (size_t i = 0; i <= t.pieces; i++) {
        sls_arena_adopt(arena, t.arenas[i]);
        sls_arena_free(t.dockets[i].rows);
    }
    return status;
}
