#include "match/groups.h"

#include "base/crew.h"
#include "base/map.h"
#include "base/root.h"
#include "model/term.h"

#include <stdlib.h>
#include <string.h>

#define NONE UINT32_MAX

/* Facts joined by links. */
typedef struct {
    uint32_t *parent;
    uint32_t *place;   /* fact: its index among the members of its group; NONE while it has none */
    uint32_t *group;   /* root: number of its group; NONE while it has none */
    uint32_t *members; /* group: how many; then where its entries begin */
    size_t *links;     /* group: how many */
    uint32_t *entries; /* of members, group by group, in their order */
    uint32_t count;    /* groups */
} forest;

sls_status sls_groups_add(sls_group_list *groups, const sls_group *group, uint32_t first,
                          sls_arena *arena)
{
    sls_made_group *const made = sls_vec_push(groups, arena);
    if (!made)
        return SLS_ENOMEM;
    *made = (sls_made_group){ *group, first };
    return SLS_OK;
}

sls_status sls_link_add(sls_link_list *links, uint32_t a, uint32_t b, const sls_terms *terms,
                        sls_arena *arena)
{
    sls_link *const link = sls_vec_push(links, arena);
    if (!link)
        return SLS_ENOMEM;
    *link = (sls_link){ .a = a < b ? a : b, .b = a < b ? b : a, .terms = *terms };
    return SLS_OK;
}

static int by_rank(const void *x, const void *y)
{
    const sls_candidate *const a = x, *const b = y;
    if (a->rank != b->rank)
        return b->rank - a->rank;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

void sls_candidates_sort(sls_candidate_list *list)
{
    if (list->len > 1)
        qsort(list->at, list->len, sizeof *list->at, by_rank);
}

static int by_pair(const void *x, const void *y)
{
    const sls_link *const a = x, *const b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    const int score = sls_terms_score(&b->terms) - sls_terms_score(&a->terms);
    if (score != 0)
        return score;
    const int order = memcmp(&a->terms, &b->terms, sizeof a->terms);
    return order != 0 ? order : (int)a->origin - (int)b->origin;
}

/* Two that tell the same of one pair become one. */
static void join_equal(sls_link_list *links)
{
    size_t n = 0;
    for (size_t i = 0; i < links->len; i++) {
        sls_link *const last = n > 0 ? &links->at[n - 1] : NULL;
        if (last && by_pair(last, &links->at[i]) == 0)
            last->visits = (uint16_t)(last->visits + links->at[i].visits);
        else
            links->at[n++] = links->at[i];
    }
    links->len = n;
}

/* By their first facts, whose number tells the place, and those of one fact among themselves. */
sls_status sls_links_sort(uint32_t count, sls_link_list *links, sls_arena *arena)
{
    uint32_t *const end = sls_arena_calloc(arena, (size_t)count + 1, sizeof *end);
    sls_link *const sorted = sls_arena_alloc(arena, (links->len + 1) * sizeof *sorted);
    if (!end || !sorted || links->len > UINT32_MAX)
        return SLS_ENOMEM;
    for (size_t i = 0; i < links->len; i++)
        end[links->at[i].a + 1]++;
    for (uint32_t a = 1; a <= count; a++)
        end[a] += end[a - 1];
    for (size_t i = 0; i < links->len; i++)
        sorted[end[links->at[i].a]++] = links->at[i];
    for (uint32_t a = 0, first = 0; a < count; first = end[a++])
        if (end[a] > first + 1)
            qsort(sorted + first, end[a] - first, sizeof *sorted, by_pair);
    links->at = sorted;
    join_equal(links);
    return SLS_OK;
}

sls_status sls_links_merge(sls_link_list *links, size_t from)
{
    const size_t more = links->len - from;
    sls_link *const news = malloc((more + 1) * sizeof *news);
    if (!news)
        return SLS_ENOMEM;
    if (more > 0)
        memcpy(news, links->at + from, more * sizeof *news);
    if (more > 1)
        qsort(news, more, sizeof *news, by_pair);
    for (size_t to = links->len, i = from, k = more; k > 0;) {
        const bool is_new = i == 0 || by_pair(&links->at[i - 1], &news[k - 1]) <= 0;
        links->at[--to] = is_new ? news[--k] : links->at[--i];
    }
    free(news);
    join_equal(links);
    return SLS_OK;
}

/* Whether the link before is of the same pair, and surer. */
static bool is_double(const sls_link_list *links, size_t i)
{
    return i > 0 && links->at[i - 1].a == links->at[i].a && links->at[i - 1].b == links->at[i].b;
}

static sls_status grow_forest(uint32_t facts, const sls_link_list *links, sls_arena *arena,
                              forest *out)
{
    const size_t n = facts;
    out->parent = sls_arena_alloc(arena, (n + 1) * sizeof *out->parent);
    out->place = sls_arena_alloc(arena, (n + 1) * sizeof *out->place);
    out->group = sls_arena_alloc(arena, (n + 1) * sizeof *out->group);
    out->members = sls_arena_calloc(arena, n + 1, sizeof *out->members);
    out->links = sls_arena_calloc(arena, n + 1, sizeof *out->links);
    if (!out->parent || !out->place || !out->group || !out->members || !out->links)
        return SLS_ENOMEM;
    for (uint32_t i = 0; i < n; i++) {
        out->parent[i] = i;
        out->group[i] = NONE;
    }
    for (size_t i = 0; i < links->len; i++) {
        const uint32_t a = sls_root_of(out->parent, links->at[i].a);
        const uint32_t b = sls_root_of(out->parent, links->at[i].b);
        out->parent[a > b ? a : b] = a < b ? a : b;
    }
    for (size_t i = 0; i < links->len; i++) {
        const uint32_t root = sls_root_of(out->parent, links->at[i].a);
        if (is_double(links, i))
            continue;
        if (out->group[root] == NONE)
            out->group[root] = out->count++;
        out->links[out->group[root]]++;
    }
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t group = out->group[sls_root_of(out->parent, i)];
        out->place[i] = group == NONE ? NONE : out->members[group]++;
    }
    return SLS_OK;
}

/* Whether all entries have the text of the first one, by `of`. */
static bool is_common(const sls_roll *roll, const uint32_t *entries, size_t count,
                      sls_str (*of)(const sls_entry *))
{
    const sls_str first = of(&roll->at[entries[0]]);
    for (size_t i = 1; i < count; i++)
        if (!sls_str_eq(of(&roll->at[entries[i]]), first))
            return false;
    return true;
}

/* The text that most entries have, by `of`; of equals the bytewise first that is not empty. */
static sls_status commonest(const sls_roll *roll, const uint32_t *entries, size_t count,
                            sls_str (*of)(const sls_entry *), sls_arena *scratch, sls_str *out)
{
    sls_map votes;
    sls_map_init(&votes, scratch);
    uint32_t most = 0;
    *out = of(&roll->at[entries[0]]);
    if (is_common(roll, entries, count, of))
        return SLS_OK;
    *out = (sls_str){ 0 };
    for (size_t i = 0; i < count; i++) {
        const sls_str text = of(&roll->at[entries[i]]);
        const uint32_t before = sls_map_get(&votes, text);
        const uint32_t now = before == SLS_MAP_NONE ? 1 : before + 1;
        const sls_status status = sls_map_set(&votes, text, now);
        if (status != SLS_OK)
            return status;
        if (text.len > 0 && (now > most || (now == most && sls_str_cmp(text, *out) < 0))) {
            most = now;
            *out = text;
        }
    }
    return SLS_OK;
}

static sls_str what_of(const sls_entry *entry)
{
    return entry->what;
}

static sls_str entities_of(const sls_entry *entry)
{
    return entry->entities;
}

static int by_score(const void *x, const void *y)
{
    const sls_pair *const a = x, *const b = y;
    if (a->score != b->score)
        return b->score - a->score;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static int by_members(const void *x, const void *y)
{
    const sls_pair *const a = x, *const b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

/* Over the limit the surest pairs stay. */
static void limit_pairs(sls_group *group)
{
    if (group->pair_count <= SLS_GROUP_PAIRS)
        return;
    qsort(group->pairs, group->pair_count, sizeof *group->pairs, by_score);
    group->more = group->pair_count - SLS_GROUP_PAIRS;
    group->pair_count = SLS_GROUP_PAIRS;
    qsort(group->pairs, group->pair_count, sizeof *group->pairs, by_members);
}

static sls_status make_room(forest *f, sls_kind kind, sls_arena *own, sls_arena *arena,
                            sls_made_group *made)
{
    uint32_t members = 0;
    for (uint32_t i = 0; i < f->count; i++) {
        sls_group *const g = &made[i].group;
        const uint32_t count = f->members[i];
        *g = (sls_group){ .kind = kind };
        g->members = sls_arena_alloc(arena, count * sizeof *g->members);
        g->pairs = sls_arena_alloc(arena, f->links[i] * sizeof *g->pairs);
        if (!g->members || !g->pairs)
            return SLS_ENOMEM;
        f->members[i] = members;
        members += count;
    }
    f->entries = sls_arena_alloc(own, ((size_t)members + 1) * sizeof *f->entries);
    return f->entries ? SLS_OK : SLS_ENOMEM;
}

static void fill(const sls_roll *roll, const uint32_t *entries, uint32_t count,
                 const sls_link_list *links, const forest *f, sls_made_group *made)
{
    for (uint32_t i = 0; i < count; i++) {
        if (f->place[i] == NONE)
            continue;
        const uint32_t group = f->group[sls_root_of(f->parent, i)];
        sls_group *const g = &made[group].group;
        if (g->count == 0)
            made[group].first = entries[i];
        f->entries[f->members[group] + g->count] = entries[i];
        g->members[g->count++] = sls_roll_member(roll, entries[i]);
    }
    for (size_t i = 0; i < links->len; i++) {
        const sls_link *const l = &links->at[i];
        sls_group *const g = &made[f->group[sls_root_of(f->parent, l->a)]].group;
        if (is_double(links, i))
            continue;
        g->pairs[g->pair_count++] =
            (sls_pair){ f->place[l->a], f->place[l->b], sls_terms_score(&l->terms), l->terms };
    }
}

/* What and entities of the groups. */
static sls_status name_groups(const sls_roll *roll, const forest *f, sls_made_group *made)
{
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? SLS_OK : SLS_ENOMEM;
    for (uint32_t i = 0; status == SLS_OK && i < f->count; i++) {
        sls_group *const g = &made[i].group;
        const uint32_t *const of = f->entries + f->members[i];
        sls_arena_reset(scratch);
        status = commonest(roll, of, g->count, what_of, scratch, &g->what);
        if (status == SLS_OK)
            status = commonest(roll, of, g->count, entities_of, scratch, &g->entities);
    }
    sls_arena_free(scratch);
    return status;
}

sls_status sls_groups_connect(const sls_roll *roll, sls_kind kind, const uint32_t *entries,
                              uint32_t count, const sls_link_list *links, sls_arena *arena,
                              sls_group_list *out)
{
    forest f = { 0 };
    *out = (sls_group_list){ 0 };
    if (links->len == 0)
        return SLS_OK;
    sls_arena *const own = sls_arena_new(0);
    sls_status status = own ? grow_forest(count, links, own, &f) : SLS_ENOMEM;
    out->at = status == SLS_OK ? sls_arena_alloc(arena, f.count * sizeof *out->at) : NULL;
    out->len = out->cap = out->at ? f.count : 0;
    status = out->at ? make_room(&f, kind, own, arena, out->at) : SLS_ENOMEM;
    if (status == SLS_OK) {
        fill(roll, entries, count, links, &f, out->at);
        status = name_groups(roll, &f, out->at);
    }
    for (uint32_t i = 0; status == SLS_OK && i < f.count; i++)
        limit_pairs(&out->at[i].group);
    sls_arena_free(own);
    return status;
}

static int by_group(const void *x, const void *y)
{
    const sls_made_group *const p = x, *const q = y;
    const sls_group *const a = &p->group, *const b = &q->group;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int order = sls_str_cmp(a->what, b->what);
    if (order == 0)
        order = sls_str_cmp(a->entities, b->entities);
    return order != 0 ? order : (p->first > q->first) - (p->first < q->first);
}

/* Whether two groups would have one id. */
static bool is_twin(const sls_roll *roll, const sls_made_group *a, const sls_made_group *b)
{
    const sls_entry *const x = &roll->at[a->first], *const y = &roll->at[b->first];
    return a->group.kind == b->group.kind && sls_str_eq(a->group.what, b->group.what) &&
           sls_str_eq(a->group.entities, b->group.entities) && x->article == y->article &&
           x->start == y->start;
}

/* Groups whose ids are written by several threads. */
typedef struct {
    const sls_roll *roll;
    sls_group_list *groups;
    uint32_t *twins; /* groups of one begin, as both ways of telling a number, are numbered */
    char *ids;       /* SLS_HASH_DIGITS each */
    size_t pieces;
} naming;

/* Of the group alone, so that it stays while others come and go. */
static sls_status identify(const naming *in, size_t i, sls_arena *scratch)
{
    sls_group *const g = &in->groups->at[i].group;
    const sls_entry *const first = &in->roll->at[in->groups->at[i].first];
    char *const id = in->ids + i * SLS_HASH_DIGITS;
    sls_str text;
    const sls_status status = sls_arena_format(
        scratch, &text, "%s\n%.*s\n%.*s\n%.*s\n%zu\n%u", sls_kind_name(g->kind), SLS_FMT(g->what),
        SLS_FMT(g->entities), SLS_FMT(in->roll->articles[first->article].id), first->start,
        (unsigned)in->twins[i]);
    if (status != SLS_OK)
        return status;
    sls_hash_digits(text, id);
    g->id = (sls_str){ id, SLS_HASH_DIGITS };
    return SLS_OK;
}

static sls_status identify_part(void *context, size_t piece)
{
    const naming *const in = context;
    const sls_piece own = sls_piece_of(in->groups->len, in->pieces, piece);
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? SLS_OK : SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++) {
        sls_arena_reset(scratch);
        status = identify(in, i, scratch);
    }
    sls_arena_free(scratch);
    return status;
}

sls_status sls_groups_settle(const sls_roll *roll, sls_group_list *groups, size_t jobs,
                             sls_arena *arena)
{
    naming in = { .roll = roll,
                  .groups = groups,
                  .twins = malloc((groups->len + 1) * sizeof *in.twins),
                  .ids = sls_arena_alloc(arena, (groups->len + 1) * SLS_HASH_DIGITS),
                  .pieces = sls_pieces_for(jobs) };
    sls_status status = in.twins && in.ids ? SLS_OK : SLS_ENOMEM;
    if (groups->len > 0)
        qsort(groups->at, groups->len, sizeof *groups->at, by_group);
    for (size_t i = 0; status == SLS_OK && i < groups->len; i++) {
        const bool twin = i > 0 && is_twin(roll, &groups->at[i - 1], &groups->at[i]);
        in.twins[i] = twin ? in.twins[i - 1] + 1 : 0;
    }
    if (status == SLS_OK)
        status = sls_crew_run(identify_part, &in, in.pieces, jobs);
    free(in.twins);
    return status;
}
