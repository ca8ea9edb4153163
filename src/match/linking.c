#include "match/linking.h"

#include "base/sort.h"
#include "match/align.h"
#include "match/company.h"
#include "model/stance.h"

#include <stdlib.h>
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

/* What one thread at a time finds, and of the blocks what the next match is to know. */
typedef struct {
    sls_arena *arena;
    sls_link_list links;
    sls_block_counts counts;
    uint64_t *keys, *seconds; /* of the rows that several articles may have, and their facts */
    uint32_t *facts;
    size_t rows;
} part;

enum { ONCE, WHOLE, ALONE, FURTHER, PARTS_MOST = 2 * SLS_PIECES_MOST + FURTHER };

/* First the blocks, by their keys, then the stories, then what is not done in stretches. */
typedef struct {
    const sls_recipe *how;
    const sls_roll *roll;
    const sls_stories *stories; /* that are told */
    const sls_stories *whole;   /* for tell_whole */
    sls_facts facts;
    const uint64_t *pairs; /* sorted, instead of the blocks of several articles; NULL: these */
    size_t pair_count;
    bool again, traced; /* pairs are given; rows are to be known */
    size_t pieces;      /* of the keys, and of the stories */
    sls_arena *key_arenas[SLS_PIECES_MOST];
    sls_key_rows rows[SLS_PIECES_MOST]; /* by stretch of facts */
    part parts[PARTS_MOST];
} linking;

static sls_status make_keys(void *context, size_t piece)
{
    linking *const in = context;
    in->key_arenas[piece] = sls_arena_new(0);
    return !in->key_arenas[piece]
               ? SLS_ENOMEM
               : in->how->keys(&in->facts, sls_piece_of(in->facts.count, in->pieces, piece),
                               in->key_arenas[piece], &in->rows[piece]);
}

/* The rows of all facts whose keys are of one part, of one article alone or of several. */
static sls_status take_rows(const linking *in, size_t piece, bool own, sls_arena *arena,
                            sls_key_rows *out)
{
    for (size_t i = 0; i < in->pieces; i++)
        for (size_t k = 0; k < in->rows[i].len; k++)
            out->cap += in->rows[i].at[k].own == own &&
                        sls_key_part(in->rows[i].at[k].key, in->pieces) == piece;
    out->at = sls_arena_alloc(arena, (out->cap + 1) * sizeof *out->at);
    if (!out->at)
        return SLS_ENOMEM;
    for (size_t i = 0; i < in->pieces; i++)
        for (size_t k = 0; k < in->rows[i].len; k++)
            if (in->rows[i].at[k].own == own &&
                sls_key_part(in->rows[i].at[k].key, in->pieces) == piece)
                out->at[out->len++] = in->rows[i].at[k];
    return sls_keys_sort(out->at, out->len);
}

static sls_status trace_rows(part *own, const sls_key_rows *rows)
{
    own->keys = sls_arena_alloc(own->arena, (rows->len + 1) * sizeof *own->keys);
    own->facts = sls_arena_alloc(own->arena, (rows->len + 1) * sizeof *own->facts);
    own->seconds = sls_arena_alloc(own->arena, (rows->len + 1) * sizeof *own->seconds);
    if (!own->keys || !own->facts || !own->seconds)
        return SLS_ENOMEM;
    for (size_t i = 0; i < rows->len; i++) {
        own->keys[i] = rows->at[i].key;
        own->facts[i] = rows->at[i].fact;
        own->seconds[i] = rows->at[i].second;
    }
    own->rows = rows->len;
    return SLS_OK;
}

/* Marks the links behind the first `from`. */
static void mark(part *own, size_t from, sls_link_origin origin, uint16_t visits)
{
    for (size_t i = from; i < own->links.len; i++) {
        own->links.at[i].origin = (uint8_t)origin;
        own->links.at[i].visits = visits;
    }
}

/* The blocks of several articles, or those of one alone. */
static sls_status link_blocks(const linking *in, size_t piece, bool alone, part *own)
{
    sls_key_rows rows = { 0 };
    const size_t from = own->links.len;
    sls_arena *const scratch = sls_arena_new(0);
    aligning aligned = { in->roll, &in->facts, in->how->align, &own->links, own->arena };
    sls_status status = scratch ? take_rows(in, piece, alone, scratch, &rows) : SLS_ENOMEM;
    if (status == SLS_OK && in->traced && !alone)
        status = trace_rows(own, &rows);
    if (status == SLS_OK)
        status = sls_blocks_visit(rows.at, rows.len, visit, &aligned, &own->counts);
    mark(own, from, alone ? SLS_BY_ARTICLE : SLS_BY_BLOCKS, !alone);
    sls_arena_free(scratch);
    return status;
}

/* The pairs of a stretch, each once. */
static sls_status link_pairs(const linking *in, size_t piece, part *own)
{
    const sls_piece s = sls_piece_of(in->pair_count, in->pieces, piece);
    aligning aligned = { in->roll, &in->facts, in->how->align, &own->links, own->arena };
    sls_status status = SLS_OK;
    for (size_t i = s.first, n; status == SLS_OK && i < s.end; i += n) {
        const uint64_t pair = in->pairs[i];
        const size_t from = own->links.len;
        for (n = 1; i + n < s.end && in->pairs[i + n] == pair;)
            n++;
        status = visit(&aligned, (uint32_t)(pair >> 32), (uint32_t)pair);
        mark(own, from, SLS_BY_BLOCKS, (uint16_t)n);
    }
    return status;
}

static sls_status link_keyed(const linking *in, size_t piece, part *own)
{
    if (!in->how->keys)
        return SLS_OK;
    const sls_status status =
        in->again ? link_pairs(in, piece, own) : link_blocks(in, piece, false, own);
    return status != SLS_OK ? status : link_blocks(in, piece, true, own);
}

static sls_status link_further(const linking *in, size_t which, part *own)
{
    const sls_recipe *const how = in->how;
    sls_status status = SLS_OK;
    switch (which) {
    case ONCE:
        if (how->tell_once)
            status = how->tell_once(in->roll, &in->facts, in->stories, own->arena, &own->links);
        mark(own, 0, SLS_BY_STORY, 0);
        return status;
    case WHOLE:
        if (how->tell_whole)
            status = how->tell_whole(in->roll, &in->facts, in->whole, own->arena, &own->links);
        mark(own, 0, SLS_BY_ALL, 0);
        return status;
    default:
        if (how->alone)
            status = how->alone(in->roll, &in->facts, own->arena, &own->links);
        mark(own, 0, SLS_BY_ARTICLE, 0);
        return status;
    }
}

static sls_status link_part(void *context, size_t piece)
{
    linking *const in = context;
    part *const own = &in->parts[piece];
    own->arena = sls_arena_new(0);
    if (!own->arena)
        return SLS_ENOMEM;
    if (piece < in->pieces)
        return link_keyed(in, piece, own);
    if (piece >= 2 * in->pieces)
        return link_further(in, piece - 2 * in->pieces, own);
    const sls_piece s = sls_piece_of(in->stories->count, in->pieces, piece - in->pieces);
    sls_stories some = *in->stories;
    some.count = s.end - s.first;
    some.at = some.count > 0 ? some.at + s.first : NULL;
    const sls_status status = in->how->tell(in->roll, &in->facts, &some, own->arena, &own->links);
    mark(own, 0, SLS_BY_STORY, 0);
    return status;
}

/* How many links all parts have. */
static size_t count_links(const linking *in)
{
    size_t count = 0;
    for (size_t i = 0; i < 2 * in->pieces + FURTHER; i++)
        count += in->parts[i].links.len;
    return count;
}

/* Adds the links of all parts to `all`. */
static sls_status join_links(const linking *in, sls_arena *arena, sls_link_list *all)
{
    const size_t more = count_links(in);
    if (all->cap < all->len + more) {
        all->at = sls_arena_grow(arena, all->at, all->cap, all->len + more, sizeof *all->at);
        if (!all->at)
            return SLS_ENOMEM;
        all->cap = all->len + more;
    }
    for (size_t i = 0; i < 2 * in->pieces + FURTHER; i++) {
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

static void count_blocks(const linking *in, sls_block_counts *counts)
{
    for (size_t i = 0; i < in->pieces; i++) {
        counts->blocks += in->parts[i].counts.blocks;
        counts->split += in->parts[i].counts.split;
        counts->merged += in->parts[i].counts.merged;
    }
}

/* Links of the facts, which are made; the parts are to be freed whatever the status. */
static sls_status find_links(linking *in, size_t jobs)
{
    sls_status status = in->how->keys ? sls_crew_run(make_keys, in, in->pieces, jobs) : SLS_OK;
    if (status == SLS_OK)
        status = sls_crew_run(link_part, in, 2 * in->pieces + FURTHER, jobs);
    free_keys(in);
    return status;
}

static void free_parts(linking *in)
{
    for (size_t i = 0; i < 2 * in->pieces + FURTHER; i++) {
        sls_arena_free(in->parts[i].arena);
        in->parts[i] = (part){ 0 };
    }
}

/* --- what the next match is to know --- */

static sls_status keep_rows(const linking *in, sls_past_facts *now, sls_arena *kept)
{
    size_t n = 0;
    for (size_t i = 0; i < in->pieces; i++)
        n += in->parts[i].rows;
    now->keys = sls_arena_alloc(kept, (n + 1) * sizeof *now->keys);
    now->facts = sls_arena_alloc(kept, (n + 1) * sizeof *now->facts);
    if (!now->keys || !now->facts)
        return SLS_ENOMEM;
    for (size_t i = 0; i < in->pieces; i++) {
        const part *const p = &in->parts[i];
        if (p->rows > 0) {
            memcpy(now->keys + now->rows, p->keys, p->rows * sizeof *p->keys);
            memcpy(now->facts + now->rows, p->facts, p->rows * sizeof *p->facts);
        }
        for (size_t k = 0; k < p->rows; k++)
            now->seconds[p->facts[k]] = p->seconds[k];
        now->rows += p->rows;
    }
    return SLS_OK;
}

/* What looks at several stories is found anew. */
static void keep_links(sls_link_list *links, sls_past_facts *now)
{
    now->links = links->at;
    for (size_t i = 0; i < links->len; i++)
        if (links->at[i].origin != SLS_BY_ALL)
            now->links[now->link_count++] = links->at[i];
}

/* --- all facts, and those that something new is told of --- */

typedef struct {
    const sls_recipe *how;
    size_t number;
    const sls_roll *roll;
    const sls_recall *recall; /* NULL: nothing is known, nor to be */
    size_t jobs;
    sls_arena *own;   /* of entries, which go when groups are made */
    sls_arena *facts; /* of all that links are found by, which goes before */
    sls_arena *kept;  /* of links and what else the next match is to know; none is: `own` */
    uint32_t count;   /* facts */
    uint32_t *entries;
    sls_link_list links;
} grouping;

/* The facts' entries on the roll. */
static sls_status list_entries(grouping *g, const sls_recalled *r, const sls_facts *facts)
{
    g->count = r ? r->count : facts->count;
    g->entries = sls_arena_alloc(g->own, ((size_t)g->count + 1) * sizeof *g->entries);
    if (!g->entries)
        return SLS_ENOMEM;
    for (uint32_t i = 0; i < g->count; i++)
        g->entries[i] =
            r ? g->roll->articles[r->article[i]].first + r->now->entries[i] : facts->at[i].entry;
    return SLS_OK;
}

static sls_status link_all(grouping *g, const sls_stories *stories, sls_block_counts *counts)
{
    linking in = { .how = g->how,
                   .roll = g->roll,
                   .stories = stories,
                   .whole = stories,
                   .traced = g->recall != NULL,
                   .pieces = sls_pieces_for(g->jobs) };
    sls_recalled r;
    sls_status status =
        sls_facts_make(g->roll, g->how->kind, g->how->stances, NULL, g->jobs, g->facts, &in.facts);
    if (status == SLS_OK)
        status = find_links(&in, g->jobs);
    if (status == SLS_OK && g->recall)
        status = sls_recall_facts(g->recall, g->number, g->how->keys != NULL, &in.facts, g->facts,
                                  g->kept, &r);
    if (status == SLS_OK && g->recall)
        status = keep_rows(&in, r.now, g->kept);
    if (status == SLS_OK)
        status = list_entries(g, g->recall ? &r : NULL, &in.facts);
    if (status == SLS_OK)
        status = join_links(&in, g->facts, &g->links);
    count_blocks(&in, counts);
    free_parts(&in);
    return status == SLS_OK ? sls_links_sort(g->count, &g->links, g->kept) : status;
}

/* The rows of several articles of the new facts. */
static sls_status fresh_rows(const grouping *g, const sls_facts *made, sls_key_rows *rows)
{
    sls_key_rows all = { 0 };
    const sls_status status = g->how->keys(made, (sls_piece){ 0, made->count }, g->facts, &all);
    for (size_t i = 0; i < all.len; i++)
        if (!all.at[i].own)
            all.at[rows->len++] = all.at[i];
    rows->at = all.at;
    return status;
}

static void want_stories(const sls_stories *stories, bool *wanted)
{
    for (size_t i = 0; i < stories->count; i++)
        wanted[stories->at[i].a] = wanted[stories->at[i].b] = true;
}

/* The articles whose facts are looked at: those that are new, and whom they are held against. */
static bool *want(const grouping *g, const sls_recalled *r)
{
    const uint32_t n = g->roll->article_count;
    bool *const wanted = sls_arena_alloc(g->facts, (size_t)n + 1);
    if (!wanted)
        return NULL;
    for (uint32_t i = 0; i < n; i++)
        wanted[i] =
            g->recall->old[i] == SLS_NONE || (g->how->tell_whole && g->roll->articles[i].odd);
    want_stories(&g->recall->again, wanted);
    if (g->how->tell_whole)
        want_stories(&g->recall->whole, wanted);
    for (size_t i = 0; i < r->pairs.len; i++) {
        wanted[r->article[r->pairs.at[i] >> 32]] = true;
        wanted[r->article[(uint32_t)r->pairs.at[i]]] = true;
    }
    return wanted;
}

/* Whether the facts of an article that has not changed are as many as they were. */
static bool fits(const grouping *g, const sls_recalled *r, const sls_facts *made,
                 const bool *wanted)
{
    const uint32_t *const now = r->now->first;
    for (uint32_t i = 0; i < g->roll->article_count; i++)
        if (wanted[i] && made->first[i + 1] - made->first[i] != now[i + 1] - now[i])
            return false;
    return true;
}

static uint32_t made_of(const sls_recalled *r, const sls_facts *made, uint32_t fact)
{
    const uint32_t article = r->article[fact];
    return made->first[article] + (fact - r->now->first[article]);
}

static uint32_t number_of(const sls_recalled *r, const sls_facts *made, uint32_t fact)
{
    const uint32_t article = made->at[fact].article;
    return r->now->first[article] + (fact - made->first[article]);
}

/* The links that still hold, and what the facts of the wanted articles tell that is not known. */
static sls_status link_again(grouping *g, sls_recalled *r, const bool *wanted,
                             sls_block_counts *counts)
{
    size_t from = 0;
    linking in = { .how = g->how,
                   .roll = g->roll,
                   .stories = &g->recall->again,
                   .whole = &g->recall->whole,
                   .again = true,
                   .pieces = sls_pieces_for(g->jobs) };
    sls_status status = sls_facts_make(g->roll, g->how->kind, g->how->stances, wanted, g->jobs,
                                       g->facts, &in.facts);
    if (status == SLS_OK && !fits(g, r, &in.facts, wanted))
        status = SLS_ESYNTAX;
    if (status != SLS_OK)
        return status;
    for (size_t i = 0; i < r->pairs.len; i++) {
        const uint64_t pair = r->pairs.at[i];
        r->pairs.at[i] = (uint64_t)made_of(r, &in.facts, (uint32_t)(pair >> 32)) << 32 |
                         made_of(r, &in.facts, (uint32_t)pair);
    }
    sls_sort_numbers(r->pairs.at, r->pairs.len);
    in.pairs = r->pairs.at;
    in.pair_count = r->pairs.len;
    status = find_links(&in, g->jobs);
    if (status == SLS_OK)
        status = sls_recall_links(r, count_links(&in), g->kept, &g->links);
    if (status == SLS_OK) {
        from = g->links.len;
        status = join_links(&in, g->kept, &g->links);
    }
    for (size_t i = from; status == SLS_OK && i < g->links.len; i++) {
        g->links.at[i].a = number_of(r, &in.facts, g->links.at[i].a);
        g->links.at[i].b = number_of(r, &in.facts, g->links.at[i].b);
    }
    count_blocks(&in, counts);
    free_parts(&in);
    return status == SLS_OK ? sls_links_merge(&g->links, from) : status;
}

static sls_status link_new(grouping *g, sls_block_counts *counts)
{
    const uint32_t n = g->roll->article_count;
    sls_facts made;
    sls_recalled r;
    sls_key_rows rows = { 0 };
    sls_arena *const scratch = sls_arena_new(0);
    bool *wanted = scratch ? sls_arena_alloc(scratch, (size_t)n + 1) : NULL;
    for (uint32_t i = 0; wanted && i < n; i++)
        wanted[i] = g->recall->old[i] == SLS_NONE;
    sls_status status = wanted ? sls_facts_make(g->roll, g->how->kind, g->how->stances, wanted,
                                                g->jobs, scratch, &made)
                               : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_recall_facts(g->recall, g->number, g->how->keys != NULL, &made, g->facts,
                                  g->kept, &r);
    if (status == SLS_OK && g->how->keys)
        status = fresh_rows(g, &made, &rows);
    if (status == SLS_OK && g->how->keys)
        status = sls_recall_blocks(&r, &made, rows.at, rows.len, g->facts, g->kept);
    sls_arena_free(scratch);
    wanted = status == SLS_OK ? want(g, &r) : NULL;
    if (status == SLS_OK && !wanted)
        status = SLS_ENOMEM;
    if (status == SLS_OK)
        status = link_again(g, &r, wanted, counts);
    return status == SLS_OK ? list_entries(g, &r, NULL) : status;
}

sls_status sls_facts_group(const sls_recipe *how, size_t number, const sls_roll *roll,
                           const sls_stories *stories, const sls_recall *recall, size_t jobs,
                           sls_arena *arena, sls_block_counts *counts, sls_group_list *groups)
{
    grouping g = { .how = how,
                   .number = number,
                   .roll = roll,
                   .recall = recall,
                   .jobs = jobs,
                   .own = sls_arena_new(0),
                   .facts = sls_arena_new(0) };
    g.kept = recall ? recall->now->arenas[number] : g.own;
    sls_status status = !g.own || !g.facts       ? SLS_ENOMEM
                        : recall && recall->past ? link_new(&g, counts)
                                                 : link_all(&g, stories, counts);
    sls_arena_free(g.facts);
    if (status == SLS_OK)
        status = sls_groups_connect(roll, how->kind, g.entries, g.count, &g.links, arena, groups);
    if (status == SLS_OK && recall)
        keep_links(&g.links, &recall->now->of[number]);
    sls_arena_free(g.own);
    return status;
}
