#include "match/linking.h"

#include "match/align.h"
#include "match/company.h"
#include "model/stance.h"

#include <string.h>

typedef struct {
    const sls_roll *roll;
    const sls_facts *facts;
    int (*align)(const sls_fact *, const sls_fact *, sls_terms *);
    sls_link_list *links;
    sls_arena *arena;
} aligning;

/* Two quakes of one coast and day: the figures beside the values differ as well, and none agrees.
 */
static bool are_two_instances(const sls_roll *roll, const sls_fact *a, const sls_fact *b)
{
    if (a->article == b->article || a->value == b->value ||
        (a->tie != SLS_TIE_FIGURE && b->tie != SLS_TIE_FIGURE))
        return false;
    const sls_company company = sls_company_of(roll, a->entry, b->entry);
    return company.figures == 0 && company.differing > 0;
}

static sls_status visit(void *context, uint32_t a, uint32_t b)
{
    const aligning *const in = context;
    const sls_fact *const x = &in->facts->at[a], *const y = &in->facts->at[b];
    sls_terms terms;
    if (in->align(x, y, &terms) == 0)
        return SLS_OK;
    if (sls_stance_parts(x->claim, y->claim)) /* no agreement: see stances.h */
        return SLS_OK;
    if (x->claim->kind == SLS_KIND_QUANTITY && sls_facts_part(in->facts, x, y))
        return SLS_OK;
    if (x->article != y->article && x->value != y->value && sls_facts_know_both(in->facts, x, y))
        return SLS_OK;
    if (are_two_instances(in->roll, x, y))
        return SLS_OK;
    return sls_link_add(in->links, a, b, &terms, in->arena);
}

/* What one thread at a time finds. */
typedef struct {
    sls_arena *arena;
    sls_link_list links;
    sls_block_counts counts;
} part;

enum { PARTS_MOST = 2 * SLS_STRETCHES_MOST + 1 };

/* First the blocks, by their keys, then the stories, then what looks at all stories. */
typedef struct {
    const sls_recipe *how;
    const sls_roll *roll;
    const sls_stories *stories;
    sls_facts facts;
    size_t pieces; /* of the keys, and of the stories */
    sls_arena *key_arenas[SLS_STRETCHES_MOST];
    sls_key_rows rows[SLS_STRETCHES_MOST]; /* by stretch of facts */
    part parts[PARTS_MOST];
} linking;

static sls_status make_keys(void *context, size_t piece)
{
    linking *const in = context;
    in->key_arenas[piece] = sls_arena_new(0);
    return !in->key_arenas[piece]
               ? SLS_ENOMEM
               : in->how->keys(&in->facts, sls_stretch_of(in->facts.count, in->pieces, piece),
                               in->key_arenas[piece], &in->rows[piece]);
}

/* The rows of all facts whose keys are of one part. */
static sls_status take_rows(const linking *in, size_t piece, sls_arena *arena, sls_key_rows *out)
{
    for (size_t i = 0; i < in->pieces; i++)
        for (size_t k = 0; k < in->rows[i].len; k++)
            out->cap += sls_key_part(in->rows[i].at[k].key, in->pieces) == piece;
    out->at = sls_arena_alloc(arena, (out->cap + 1) * sizeof *out->at);
    if (!out->at)
        return SLS_ENOMEM;
    for (size_t i = 0; i < in->pieces; i++)
        for (size_t k = 0; k < in->rows[i].len; k++)
            if (sls_key_part(in->rows[i].at[k].key, in->pieces) == piece)
                out->at[out->len++] = in->rows[i].at[k];
    return SLS_OK;
}

static sls_status link_blocks(const linking *in, size_t piece, part *own)
{
    sls_key_rows rows = { 0 };
    sls_arena *const scratch = sls_arena_new(0);
    aligning aligned = { in->roll, &in->facts, in->how->align, &own->links, own->arena };
    sls_status status = scratch ? take_rows(in, piece, scratch, &rows) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_blocks_visit(rows.at, rows.len, visit, &aligned, &own->counts);
    sls_arena_free(scratch);
    return status;
}

static sls_status link_part(void *context, size_t piece)
{
    linking *const in = context;
    part *const own = &in->parts[piece];
    own->arena = sls_arena_new(0);
    if (!own->arena)
        return SLS_ENOMEM;
    if (piece < in->pieces)
        return in->how->keys ? link_blocks(in, piece, own) : SLS_OK;
    if (piece == 2 * in->pieces)
        return in->how->tell_whole
                   ? in->how->tell_whole(in->roll, &in->facts, in->stories, own->arena, &own->links)
                   : SLS_OK;
    const sls_stretch s = sls_stretch_of(in->stories->count, in->pieces, piece - in->pieces);
    sls_stories some = *in->stories;
    some.count = s.end - s.first;
    some.at = some.count > 0 ? some.at + s.first : NULL;
    return in->how->tell(in->roll, &in->facts, &some, own->arena, &own->links);
}

/* The links of all parts in one list. */
static sls_status join_links(const linking *in, sls_arena *arena, sls_link_list *all)
{
    for (size_t i = 0; i <= 2 * in->pieces; i++)
        all->cap += in->parts[i].links.len;
    all->at = sls_arena_alloc(arena, (all->cap + 1) * sizeof *all->at);
    if (!all->at)
        return SLS_ENOMEM;
    for (size_t i = 0; i <= 2 * in->pieces; i++) {
        const sls_link_list *const some = &in->parts[i].links;
        if (some->len > 0)
            memcpy(all->at + all->len, some->at, some->len * sizeof *some->at);
        all->len += some->len;
    }
    return SLS_OK;
}

static void free_keys(linking *in)
{
    for (size_t i = 0; i < in->pieces; i++) {
        sls_arena_free(in->key_arenas[i]);
        in->key_arenas[i] = NULL;
    }
}

static sls_status find_links(linking *in, size_t jobs, sls_arena *arena, sls_link_list *links)
{
    sls_status status = in->how->keys ? sls_crew_run(make_keys, in, in->pieces, jobs) : SLS_OK;
    if (status == SLS_OK)
        status = sls_crew_run(link_part, in, 2 * in->pieces + 1, jobs);
    free_keys(in);
    if (status == SLS_OK)
        status = join_links(in, arena, links);
    for (size_t i = 0; i <= 2 * in->pieces; i++)
        sls_arena_free(in->parts[i].arena);
    return status;
}

sls_status sls_facts_group(const sls_recipe *how, const sls_roll *roll, const sls_stories *stories,
                           size_t jobs, sls_arena *arena, sls_block_counts *counts,
                           sls_group_list *groups)
{
    linking in = {
        .how = how, .roll = roll, .stories = stories, .pieces = sls_stretches_for(jobs)
    };
    sls_link_list links = { 0 };
    sls_arena *const own = sls_arena_new(0); /* of facts and links, which go when groups are made */
    sls_status status =
        own ? sls_facts_make(roll, how->kind, how->stances, jobs, own, &in.facts) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = find_links(&in, jobs, own, &links);
    if (status == SLS_OK)
        status = sls_groups_connect(roll, how->kind, &in.facts, &links, arena, groups);
    for (size_t i = 0; i < in.pieces; i++) {
        counts->blocks += in.parts[i].counts.blocks;
        counts->split += in.parts[i].counts.split;
        counts->merged += in.parts[i].counts.merged;
    }
    sls_arena_free(own);
    return status;
}
