#include "match/recall.h"

#include "base/crew.h"
#include "base/sort.h"
#include "model/sense.h"
#include "model/term.h"

#include <stdlib.h>
#include <string.h>

/* With more new articles than one in so many all is matched anew: it takes less. */
#define FRESH_MOST 4

void sls_past_free(sls_past *past)
{
    for (size_t i = 0; i <= SLS_RECIPES; i++)
        sls_arena_free(past->arenas[i]);
    *past = (sls_past){ 0 };
}

/* --- articles and stories --- */

static sls_status take_keys(const sls_roll *roll, sls_past *now)
{
    sls_arena *const arena = now->arenas[SLS_RECIPES];
    now->article_count = roll->article_count;
    now->articles = sls_arena_calloc(arena, (size_t)roll->article_count + 1, sizeof *now->articles);
    if (!now->articles)
        return SLS_ENOMEM;
    for (uint32_t i = 0; i < roll->article_count; i++)
        now->articles[i] = roll->of->articles[roll->articles[i].number].key;
    return SLS_OK;
}

/* Both stand by their ids, so that the numbers of what is in both ascend. */
static sls_status find_articles(sls_recall *r, sls_arena *arena, uint32_t *news)
{
    const sls_past *const past = r->past;
    sls_keys table;
    uint32_t next = 0;
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? sls_keys_index(scratch, past->articles, past->article_count,
                                                 sizeof *past->articles, &table)
                                : SLS_ENOMEM;
    r->old = sls_arena_alloc(arena, ((size_t)r->roll->article_count + 1) * sizeof *r->old);
    r->fresh = sls_arena_alloc(arena, ((size_t)past->article_count + 1) * sizeof *r->fresh);
    if (!r->old || !r->fresh)
        status = SLS_ENOMEM;
    *news = 0;
    if (status == SLS_OK)
        memset(r->fresh, 0xFF, ((size_t)past->article_count + 1) * sizeof *r->fresh);
    for (uint32_t i = 0; status == SLS_OK && i < r->roll->article_count; i++) {
        const uint32_t old = sls_keys_find(&table, r->now->articles[i]);
        r->old[i] = old != SLS_NONE && old >= next ? old : SLS_NONE;
        *news += r->old[i] == SLS_NONE;
        if (r->old[i] == SLS_NONE)
            continue;
        next = old + 1;
        r->fresh[old] = i;
    }
    sls_arena_free(scratch);
    return status;
}

/* The number of the story that two past articles are; SIZE_MAX: they are none. */
static size_t number_of(const sls_recall *r, uint32_t a, uint32_t b)
{
    for (uint32_t i = r->first[a]; i < r->first[a + 1]; i++)
        if (r->past->stories[i].b == b)
            return i;
    return SIZE_MAX;
}

/* Whether the past has the story, equally alike; it is marked. */
static bool still_holds(const sls_recall *r, const sls_story *story)
{
    const uint32_t a = r->old[story->a], b = r->old[story->b];
    const size_t number = a == SLS_NONE || b == SLS_NONE ? SIZE_MAX : number_of(r, a, b);
    if (number == SIZE_MAX)
        return false;
    r->holds[number] = r->past->stories[number].likeness == story->likeness;
    return r->holds[number];
}

/* Per past article: its first story as the earlier one. NULL when memory ran out. */
static uint32_t *index_stories(const sls_past *past, sls_arena *arena)
{
    uint32_t *const first = sls_arena_calloc(arena, (size_t)past->article_count + 2, sizeof *first);
    for (size_t i = 0; first && i < past->story_count; i++)
        first[past->stories[i].a + 1] = (uint32_t)i + 1;
    for (uint32_t i = 1; first && i <= past->article_count; i++)
        if (first[i] < first[i - 1])
            first[i] = first[i - 1];
    return first;
}

/* Those of `stories` that `marks` tells, in `arena`. SLS_OK, SLS_ENOMEM. */
static sls_status pick(const sls_stories *stories, const uint8_t *marks, uint8_t mark,
                       sls_arena *arena, sls_stories *out)
{
    size_t count = 0;
    for (size_t i = 0; i < stories->count; i++)
        count += (marks[i] & mark) != 0;
    *out = *stories;
    out->count = 0;
    out->at = sls_arena_alloc(arena, (count + 1) * sizeof *out->at);
    if (!out->at)
        return SLS_ENOMEM;
    for (size_t i = 0; i < stories->count; i++)
        if (marks[i] & mark)
            out->at[out->count++] = stories->at[i];
    return SLS_OK;
}

static sls_status find_stories(sls_recall *r, const sls_stories *stories, sls_arena *arena)
{
    enum { AGAIN = 1, WHOLE = 2 };
    sls_arena *const scratch = sls_arena_new(0);
    uint8_t *const marks = scratch ? sls_arena_calloc(scratch, stories->count + 1, 1) : NULL;
    r->first = index_stories(r->past, arena);
    r->holds = sls_arena_calloc(arena, r->past->story_count + 1, sizeof *r->holds);
    sls_status status = r->first && marks && r->holds ? SLS_OK : SLS_ENOMEM;
    for (size_t i = 0; status == SLS_OK && i < stories->count; i++) {
        const sls_story *const s = &stories->at[i];
        marks[i] =
            (uint8_t)((still_holds(r, s) ? 0 : AGAIN) |
                      (r->roll->articles[s->a].odd || r->roll->articles[s->b].odd ? WHOLE : 0));
    }
    if (status == SLS_OK)
        status = pick(stories, marks, AGAIN, arena, &r->again);
    if (status == SLS_OK)
        status = pick(stories, marks, WHOLE, arena, &r->whole);
    sls_arena_free(scratch);
    return status;
}

typedef struct {
    const sls_recall *recall;
    size_t pieces;
} reading;

static sls_status read_part(void *context, size_t piece)
{
    const reading *const in = context;
    const sls_recall *const r = in->recall;
    const sls_piece own = sls_piece_of(r->roll->article_count, in->pieces, piece);
    sls_status status = SLS_OK;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++)
        if (!r->past || r->old[i] == SLS_NONE)
            status = sls_roll_read(r->roll, (uint32_t)i);
    return status;
}

sls_status sls_recall_begin(const sls_roll *roll, const sls_memory *memory, size_t jobs,
                            sls_arena *arena, sls_recall *out)
{
    uint32_t news;
    *out = (sls_recall){ .roll = roll, .past = memory->past, .now = memory->now };
    sls_status status = SLS_OK;
    for (size_t i = 0; i <= SLS_RECIPES; i++) {
        out->now->arenas[i] = sls_arena_new(0);
        if (!out->now->arenas[i])
            status = SLS_ENOMEM;
    }
    if (status == SLS_OK)
        status = take_keys(roll, out->now);
    if (status == SLS_OK && out->past)
        status = find_articles(out, arena, &news);
    if (status == SLS_OK && out->past && news > roll->article_count / FRESH_MOST)
        out->past = NULL;
    reading in = { out, sls_pieces_for(jobs) };
    return status == SLS_OK ? sls_crew_run(read_part, &in, in.pieces, jobs) : status;
}

sls_status sls_recall_stories(sls_recall *r, const sls_stories *stories, sls_arena *arena)
{
    r->now->stories = stories->at; /* whose arena it takes over: see match.c */
    r->now->story_count = stories->count;
    r->now->postings = stories->postings;
    if (!r->past)
        return SLS_OK;
    return find_stories(r, stories, arena);
}

/* --- facts --- */

static sls_status make_room(sls_recalled *r, sls_arena *arena, sls_arena *kept)
{
    const size_t n = (size_t)r->count + 1;
    sls_past_facts *const now = r->now;
    r->article = sls_arena_alloc(arena, n * sizeof *r->article);
    now->entries = sls_arena_alloc(kept, n * sizeof *now->entries);
    if (!r->keyed)
        return r->article && now->entries ? SLS_OK : SLS_ENOMEM;
    now->ranks = sls_arena_calloc(kept, n, sizeof *now->ranks);
    now->values = sls_arena_calloc(kept, n, sizeof *now->values);
    now->seconds = sls_arena_calloc(kept, n, sizeof *now->seconds);
    return r->article && now->entries && now->ranks && now->values && now->seconds ? SLS_OK
                                                                                   : SLS_ENOMEM;
}

/* False: a fact stands where its article has nothing. */
static bool take_old(sls_recalled *r, uint32_t article, uint32_t to)
{
    const sls_roll_article *const a = &r->in->roll->articles[article];
    const uint32_t old = r->in->old[article], from = r->past->first[old];
    const uint32_t n = r->past->first[old + 1] - from;
    for (uint32_t i = 0; i < n; i++) {
        if (r->past->entries[from + i] >= a->end - a->first)
            return false;
        r->fresh[from + i] = to + i;
        r->now->entries[to + i] = r->past->entries[from + i];
        if (!r->keyed)
            continue;
        r->now->ranks[to + i] = r->past->ranks[from + i];
        r->now->values[to + i] = r->past->values[from + i];
        r->now->seconds[to + i] = r->past->seconds[from + i];
    }
    return true;
}

static void take_new(sls_recalled *r, const sls_facts *made, uint32_t article, uint32_t to)
{
    const uint32_t from = made->first[article], n = made->first[article + 1] - from;
    for (uint32_t i = 0; i < n; i++) {
        const sls_fact *const f = &made->at[from + i];
        r->now->entries[to + i] = f->entry - r->in->roll->articles[article].first;
        if (!r->keyed)
            continue;
        r->now->ranks[to + i] = f->rank;
        r->now->values[to + i] = f->value;
    }
}

sls_status sls_recall_facts(const sls_recall *in, size_t recipe, bool keyed, const sls_facts *made,
                            sls_arena *arena, sls_arena *kept, sls_recalled *out)
{
    const uint32_t articles = in->roll->article_count;
    *out = (sls_recalled){ .in = in, .keyed = keyed, .now = &in->now->of[recipe] };
    out->past = in->past ? &in->past->of[recipe] : NULL;
    if (in->past && keyed && !out->past->ranks && out->past->first[in->past->article_count] > 0)
        return SLS_ESYNTAX;
    const size_t before = in->past ? out->past->first[in->past->article_count] : 0;
    uint32_t *const first = sls_arena_calloc(kept, (size_t)articles + 2, sizeof *first);
    out->fresh = sls_arena_alloc(arena, (before + 1) * sizeof *out->fresh);
    if (!first || !out->fresh)
        return SLS_ENOMEM;
    memset(out->fresh, 0xFF, (before + 1) * sizeof *out->fresh);
    for (uint32_t i = 0; i < articles; i++) {
        const uint32_t old = in->past ? in->old[i] : SLS_NONE;
        const uint32_t *const from = old == SLS_NONE ? &made->first[i] : &out->past->first[old];
        first[i + 1] = first[i] + (from[1] - from[0]);
    }
    out->now->first = first;
    out->count = first[articles];
    sls_status status = make_room(out, arena, kept);
    for (uint32_t i = 0; status == SLS_OK && i < articles; i++) {
        for (uint32_t f = first[i]; f < first[i + 1]; f++)
            out->article[f] = i;
        if (!in->past || in->old[i] == SLS_NONE)
            take_new(out, made, i, first[i]);
        else if (!take_old(out, i, first[i]))
            status = SLS_ESYNTAX;
    }
    return status;
}

/* --- links --- */

/* How often the pair of a link stands among those that blocks no longer hold together. */
static size_t count_parted(const sls_recalled *r, uint64_t pair)
{
    size_t low = 0, high = r->parted.len, n = 0;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (r->parted.at[middle] < pair)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + n < r->parted.len && r->parted.at[low + n] == pair)
        n++;
    return n;
}

/* Whether the story of two facts that are left is as it was. */
static bool story_holds(const sls_recalled *r, uint32_t a, uint32_t b)
{
    const sls_recall *const in = r->in;
    const size_t number = number_of(in, in->old[r->article[a]], in->old[r->article[b]]);
    return number != SIZE_MAX && in->holds[number];
}

/* Whether a link of two facts that are left still holds; the blocks that hold it in `*visits`. */
static bool holds(const sls_recalled *r, const sls_link *l, uint64_t pair, uint16_t *visits)
{
    size_t parted;
    *visits = l->visits;
    switch ((sls_link_origin)l->origin) {
    case SLS_BY_BLOCKS:
        parted = count_parted(r, pair);
        *visits = (uint16_t)(l->visits - (parted < l->visits ? parted : l->visits));
        return *visits > 0;
    case SLS_BY_STORY:
        return story_holds(r, (uint32_t)(pair >> 32), (uint32_t)pair);
    case SLS_BY_ARTICLE:
        return true;
    case SLS_BY_ALL:
        break;
    }
    return false;
}

sls_status sls_recall_links(const sls_recalled *r, size_t more, sls_arena *arena,
                            sls_link_list *links)
{
    links->cap = r->past->link_count + more + 1;
    links->at = sls_arena_alloc(arena, links->cap * sizeof *links->at);
    if (!links->at)
        return SLS_ENOMEM;
    if (r->parted.len > 0)
        sls_sort_numbers(r->parted.at, r->parted.len);
    for (size_t i = 0; i < r->past->link_count; i++) {
        const sls_link *const l = &r->past->links[i];
        const uint32_t a = r->fresh[l->a], b = r->fresh[l->b];
        uint16_t visits;
        if (a == SLS_NONE || b == SLS_NONE || !holds(r, l, (uint64_t)a << 32 | b, &visits))
            continue;
        sls_link *const kept = &links->at[links->len++];
        *kept = *l;
        kept->a = a;
        kept->b = b;
        kept->visits = visits;
    }
    return SLS_OK;
}
