#include "compare/compare.h"

#include "base/crew.h"
#include "base/sort.h"
#include "compare/ranks.h"
#include "compare/rules.h"
#include "model/claim_csv.h"

#include <string.h>

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
        return sls_rule_values(group, arena, scratch, docket);
    case SLS_KIND_NAME:
        return sls_rule_spelling(group, arena, scratch, docket);
    case SLS_KIND_PLACE:
    case SLS_KINDS:
        break;
    }
    return SLS_OK;
}

/* Groups are judged in stretches of them, several for a thread. */
enum { STRETCHES_EACH = 4, PIECES_MOST = 64 };

typedef struct {
    const sls_group *groups;
    size_t group_count;
    size_t pieces;
    sls_arena *arenas[PIECES_MOST];
    sls_docket dockets[PIECES_MOST];
} trial;

static size_t pieces_for(size_t jobs)
{
    if (jobs <= 1)
        return 1;
    return jobs < PIECES_MOST / STRETCHES_EACH ? jobs * STRETCHES_EACH : PIECES_MOST;
}

static sls_status judge(void *context, size_t piece)
{
    trial *const t = context;
    sls_arena *const arena = t->arenas[piece];
    sls_docket *const docket = &t->dockets[piece];
    const size_t end = t->group_count * (piece + 1) / t->pieces;
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? SLS_OK : SLS_ENOMEM;
    for (size_t i = t->group_count * piece / t->pieces; status == SLS_OK && i < end; i++) {
        sls_arena_reset(scratch);
        status = rule_on(&t->groups[i], arena, scratch, docket);
    }
    sls_arena_free(scratch);
    return status;
}

/* All findings in the first piece's docket, in the order of the pieces, whose own rows go. */
static sls_status gather(trial *t)
{
    sls_docket *const all = &t->dockets[0];
    size_t count = 1;
    for (size_t i = 0; i < t->pieces; i++)
        count += t->dockets[i].len;
    if (count > all->cap) {
        sls_finding *const at = sls_arena_grow(all->rows, all->at, all->cap, count, sizeof *at);
        if (!at)
            return SLS_ENOMEM;
        all->at = at;
        all->cap = count;
    }
    for (size_t i = 1; i < t->pieces; i++) {
        if (t->dockets[i].len > 0)
            memcpy(all->at + all->len, t->dockets[i].at, t->dockets[i].len * sizeof *all->at);
        all->len += t->dockets[i].len;
        sls_arena_free(t->dockets[i].rows);
        t->dockets[i].rows = NULL;
    }
    return SLS_OK;
}

static int by_place(const void *x, const void *y)
{
    const sls_claim *const a = *(const sls_claim *const *)x, *const b =
                                                                 *(const sls_claim *const *)y;
    const int order = sls_claim_order(a, b);
    return order != 0 ? order : sls_str_cmp(a->entities, b->entities);
}

/* What is wrong inside one claim, or one article. */
static sls_status rule_alone(const sls_claim *claims, size_t count, sls_arena *arena,
                             sls_arena *scratch, sls_docket *docket)
{
    const sls_claim **const order = sls_arena_alloc(scratch, (count + 1) * sizeof *order);
    if (!order)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        order[i] = &claims[i];
    (void)sls_sort(order, count, sizeof *order, by_place);
    const sls_status status = sls_rule_inside(order, count, arena, scratch, docket);
    return status == SLS_OK ? sls_rule_display(order, count, arena, docket) : status;
}

/* What is wrong with claims by themselves is told where no finding tells it already. */
static sls_status settle(sls_docket *docket, const sls_claim *claims, size_t count,
                         sls_arena *arena)
{
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? rule_alone(claims, count, arena, scratch, docket) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_docket_settle(docket, scratch);
    sls_arena_free(scratch);
    return status;
}

sls_status sls_compare(const sls_group *groups, size_t group_count, const sls_claim *claims,
                       size_t claim_count, size_t jobs, sls_arena *arena, sls_findings *out)
{
    trial t = { .groups = groups, .group_count = group_count, .pieces = pieces_for(jobs) };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < t.pieces; i++) {
        t.arenas[i] = sls_arena_new(0);
        t.dockets[i].rows = sls_arena_new(0);
        if (!t.arenas[i] || !t.dockets[i].rows)
            status = SLS_ENOMEM;
    }
    if (status == SLS_OK)
        status = sls_crew_run(judge, &t, t.pieces, jobs);
    if (status == SLS_OK)
        status = gather(&t);
    if (status == SLS_OK)
        status = settle(&t.dockets[0], claims, claim_count, arena);
    for (size_t i = 0; i < t.pieces; i++) {
        sls_arena_adopt(arena, t.arenas[i]);
        sls_arena_adopt(arena, t.dockets[i].rows);
    }
    if (status == SLS_OK)
        *out = (sls_findings){ t.dockets[0].at, t.dockets[0].len };
    return status;
}
