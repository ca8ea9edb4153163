#include "match/stories.h"

#include "base/crew.h"
#include "base/map.h"
#include "base/vec.h"
#include "match/gates.h"
#include "match/recall.h"
#include "match/similarity.h"

#include <stdlib.h>
#include <string.h>

typedef SLS_VEC(sls_story) story_list;

/* What one article shares with another that comes after it. */
typedef struct {
    uint32_t weight, features;
    uint32_t figures; /* bits of the values that both tell */
} share;

/* A posting of an article, and where those of its feature end. */
typedef struct {
    uint32_t at, end;
} place;

/* What all threads look at. */
typedef struct {
    const sls_roll *roll;
    const sls_postings *postings;
    const bool *again; /* per article: it is told; NULL: all are */
    place *places;     /* of the articles that are told, by article */
    uint32_t *first;   /* per article: where its own begin; one more at the end */
} telling;

/* What one thread at a time finds of a stretch of articles. */
typedef struct {
    const telling *in;
    sls_arena *arena;
    share *shares; /* per article: with the one in hand */
    uint32_t *touched;
    story_list found;
} teller;

typedef struct {
    telling all;
    const sls_recall *recall; /* whose past tells the others; or NULL */
    sls_arena *arena;
    size_t pieces;
    teller tellers[SLS_PIECES_MOST];
} inquiry;

static bool is_told(const telling *in, uint32_t article)
{
    return !in->again || in->again[article];
}

/* Where the postings of the articles that are told stand. */
static sls_status find_places(telling *in, sls_arena *arena)
{
    const sls_postings *const p = in->postings;
    const uint32_t articles = in->roll->article_count;
    uint32_t *const next = sls_arena_calloc(arena, (size_t)articles + 2, sizeof *next);
    in->first = sls_arena_calloc(arena, (size_t)articles + 2, sizeof *in->first);
    if (!next || !in->first)
        return SLS_ENOMEM;
    for (size_t i = 0; i < sls_postings_count(p); i++)
        in->first[p->at[i].article + 1] += is_told(in, p->at[i].article);
    for (uint32_t i = 0; i < articles; i++)
        next[i + 1] = in->first[i + 1] += in->first[i];
    in->places = sls_arena_alloc(arena, ((size_t)in->first[articles] + 1) * sizeof *in->places);
    if (!in->places)
        return SLS_ENOMEM;
    for (uint32_t f = 0, i = 0; f < p->feature_count; f++)
        for (; i < p->ends[f]; i++)
            if (is_told(in, p->at[i].article))
                in->places[next[p->at[i].article]++] = (place){ i, p->ends[f] };
    return SLS_OK;
}

/* The likeness of two reports, and of the figures in which they agree. */
static int surer(int cosine, uint32_t figures)
{
    const int more = figures < SLS_STORY_FIGURES ? (int)figures : SLS_STORY_FIGURES;
    return cosine + more < 100 ? cosine + more : 100;
}

static int likeness_of(const teller *t, uint32_t a, uint32_t b, bool dated)
{
    const telling *const in = t->in;
    const share s = t->shares[b];
    const sls_account *const p = &in->postings->told[a], *const q = &in->postings->told[b];
    const bool across = p->lang != q->lang;
    const uint64_t x = across ? p->names : p->length, y = across ? q->names : q->length;
    const uint32_t least = !dated   ? SLS_STORY_FEATURES_UNDATED
                           : across ? SLS_STORY_FEATURES_ACROSS
                                    : SLS_STORY_FEATURES;
    /* two rare values that both tell are as good as a name, where words cannot be shared */
    const bool figured = across && s.features > 0 && s.figures >= SLS_STORY_FIGURES_ACROSS;
    const bool few = s.features < least && !figured;
    if (few &&
        (!dated || s.features < SLS_STORY_FEATURES_SHORT || s.weight < SLS_STORY_WEIGHT_SHORT))
        return 0;
    const uint64_t length = sls_root(x * y);
    const uint64_t hundredths = length ? (uint64_t)s.weight * 100 / length : 0;
    /* Over 100 where two languages share what only one of them has in its table. */
    const int cosine = hundredths < 100 ? (int)hundredths : 100;
    if (few && cosine < SLS_STORY_COSINE_SHORT)
        return 0;
    if (dated)
        return cosine >= SLS_STORY_COSINE ||
                       (s.features >= SLS_STORY_FEATURES_LONG && cosine >= SLS_STORY_COSINE_LONG)
                   ? surer(cosine, s.figures)
                   : 0;
    /* Nothing but the words ties them: most of the shorter must stand in the longer. */
    const int held = (int)((uint64_t)s.weight * 100 / (x < y ? x : y));
    return held >= SLS_STORY_HELD_UNDATED ? cosine : 0;
}

/* The postings behind one with the same feature, of near days, at most a window of them. */
static uint32_t share_rows(teller *t, place own, uint32_t touched)
{
    const sls_postings *const all = t->in->postings;
    const sls_posting *const at = all->at;
    const int64_t day = all->told[at[own.at].article].day;
    for (uint32_t j = own.at + 1; j < own.end && j - own.at <= SLS_STORY_WINDOW; j++) {
        const uint32_t other = at[j].article;
        if (all->told[other].day - day > SLS_STORY_DAYS)
            break;
        share *const s = &t->shares[other];
        if (s->features + s->figures == 0)
            t->touched[touched++] = other;
        if (at[own.at].figure) {
            s->figures += at[own.at].rarity;
            continue;
        }
        s->features++;
        s->weight += (uint32_t)at[own.at].rarity * at[j].rarity;
    }
    return touched;
}

static int by_likeness(const void *x, const void *y)
{
    const sls_story *const a = x, *const b = y;
    if (a->likeness != b->likeness)
        return b->likeness - a->likeness;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static int by_articles(const void *x, const void *y)
{
    const sls_story *const a = x, *const b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static sls_status tell(teller *t, uint32_t article)
{
    const telling *const in = t->in;
    uint32_t touched = 0;
    const size_t before = t->found.len;
    for (uint32_t i = in->first[article]; i < in->first[article + 1]; i++)
        touched = share_rows(t, in->places[i], touched);
    const bool dated = in->postings->told[article].day != SLS_UNDATED;
    for (uint32_t i = 0; i < touched; i++) {
        const uint32_t other = t->touched[i];
        const int likeness = likeness_of(t, article, other, dated);
        t->shares[other] = (share){ 0 };
        if (likeness == 0)
            continue;
        sls_story *const story = sls_vec_push(&t->found, t->arena);
        if (!story)
            return SLS_ENOMEM;
        *story = (sls_story){ article < other ? article : other, article < other ? other : article,
                              likeness };
    }
    const size_t made = t->found.len - before;
    if (made > SLS_STORIES_EACH) {
        qsort(t->found.at + before, made, sizeof *t->found.at, by_likeness);
        t->found.len = before + SLS_STORIES_EACH;
    }
    return SLS_OK;
}

static sls_status tell_part(void *context, size_t piece)
{
    inquiry *const r = context;
    teller *const t = &r->tellers[piece];
    const size_t articles = r->all.roll->article_count;
    const sls_piece own = sls_piece_of(articles, r->pieces, piece);
    *t = (teller){ .in = &r->all, .arena = sls_arena_new(0) };
    if (!t->arena)
        return SLS_ENOMEM;
    t->shares = sls_arena_calloc(t->arena, articles + 1, sizeof *t->shares);
    t->touched = sls_arena_alloc(t->arena, (articles + 1) * sizeof *t->touched);
    sls_status status = t->shares && t->touched ? SLS_OK : SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++)
        if (is_told(&r->all, (uint32_t)i))
            status = tell(t, (uint32_t)i);
    return status;
}

bool sls_story_is_undated(const sls_roll *roll, const sls_story *story)
{
    return roll->articles[story->a].published.len == 0 &&
           roll->articles[story->b].published.len == 0;
}

bool sls_story_has(const sls_stories *stories, uint32_t article, sls_str item)
{
    return sls_postings_have(&stories->postings, article, sls_hash(item));
}

/* Whether a story of the past is as it was: the one that tells it, by the order of postings, is
 * not told again. It is numbered anew. */
static bool still_told(const inquiry *r, const sls_story *story, sls_story *out)
{
    const uint32_t a = r->recall->fresh[story->a], b = r->recall->fresh[story->b];
    if (a == SLS_NONE || b == SLS_NONE)
        return false;
    const sls_account *const told = r->all.postings->told;
    *out = (sls_story){ a, b, story->likeness };
    return !r->all.again[told[b].day < told[a].day ? b : a];
}

/* The stories of all, by their earlier articles: counted when `put` is false. */
static void sort_in(const inquiry *r, size_t *end, bool put, sls_stories *out)
{
    sls_story kept;
    for (size_t i = 0; i < r->pieces; i++)
        for (size_t k = 0; k < r->tellers[i].found.len; k++) {
            const sls_story s = r->tellers[i].found.at[k];
            if (put)
                out->at[end[s.a]++] = s;
            else
                end[s.a + 1]++;
        }
    for (size_t i = 0; r->recall && i < r->recall->past->story_count; i++) {
        if (!still_told(r, &r->recall->past->stories[i], &kept))
            continue;
        if (put)
            out->at[end[kept.a]++] = kept;
        else
            end[kept.a + 1]++;
    }
}

/* The stories that all found, put by their earlier articles, and then in order. */
static sls_status gather(const inquiry *r, sls_arena *arena, sls_stories *out)
{
    const size_t articles = r->all.roll->article_count;
    size_t *const end = sls_arena_calloc(r->arena, articles + 2, sizeof *end);
    if (!end)
        return SLS_ENOMEM;
    sort_in(r, end, false, out);
    for (size_t a = 1; a <= articles; a++)
        end[a] += end[a - 1];
    out->count = end[articles];
    out->at = sls_arena_alloc(arena, (out->count + 1) * sizeof *out->at);
    if (!out->at)
        return SLS_ENOMEM;
    sort_in(r, end, true, out);
    for (size_t a = 0, first = 0; a < articles; first = end[a++])
        if (end[a] > first + 1)
            qsort(out->at + first, end[a] - first, sizeof *out->at, by_articles);
    return SLS_OK;
}

sls_status sls_stories_find(const sls_roll *roll, const sls_recall *recall, size_t jobs,
                            sls_arena *arena, sls_stories *out)
{
    sls_arena *const scratch = sls_arena_new(0);
    inquiry r = { .all = { .roll = roll, .postings = &out->postings },
                  .recall = recall && recall->past ? recall : NULL,
                  .arena = scratch,
                  .pieces = sls_pieces_for(jobs) };
    *out = (sls_stories){ 0 };
    bool *const again =
        scratch && r.recall ? sls_arena_alloc(scratch, (size_t)roll->article_count + 1) : NULL;
    r.all.again = again;
    sls_status status = scratch && (again || !r.recall) ? SLS_OK : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_postings_make(roll, r.recall, jobs, arena, again, &out->postings);
    if (status == SLS_OK)
        status = find_places(&r.all, scratch);
    if (status == SLS_OK)
        status = sls_crew_run(tell_part, &r, r.pieces, jobs);
    if (status == SLS_OK)
        status = gather(&r, arena, out);
    for (size_t i = 0; i < r.pieces; i++)
        sls_arena_free(r.tellers[i].arena);
    sls_arena_free(scratch);
    return status;
}
