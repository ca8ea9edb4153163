#include "match/stories.h"

#include "base/ascii.h"
#include "base/crew.h"
#include "base/edtf.h"
#include "base/map.h"
#include "base/vec.h"
#include "lexicon/frequency.h"
#include "match/gates.h"
#include "match/similarity.h"
#include "model/sense.h"

#include <stdlib.h>
#include <string.h>

/* What an article is told by: one row per feature, in the order of (feature, day, article). */
typedef struct {
    uint64_t feature;
    int32_t day; /* first day of publication; UNDATED */
    uint32_t article;
    uint8_t rarity;  /* bits, in the article's language */
    bool vocabulary; /* a word of the article's language that the other languages do not know */
    bool figure;     /* a value: tells nothing of what happened, but how surely it is one event */
} posting;

typedef SLS_VEC(posting) postings;
typedef SLS_VEC(sls_story) story_list;

/* What one article shares with another that comes after it. */
typedef struct {
    uint32_t weight, features;
    uint32_t figures; /* bits of the values that both tell */
} share;

#define UNDATED INT32_MIN

enum { WORD_BYTES = 64 }; /* of a longer word the first ones count */

/* What all threads look at, and each writes of its own articles. */
typedef struct {
    const sls_roll *roll;
    sls_arena *arena;
    postings rows;
    uint64_t *length; /* per article: sum of the squared rarities */
    uint64_t *names;  /* the same without the vocabulary: what another language can share */
    uint32_t *count;  /* per article: features */
    uint8_t *lang;    /* per article: sls_lang */
    uint32_t *at;     /* rows by (article, feature): indices */
    uint32_t *first;  /* per article: where its rows begin in `at` */
    uint32_t *end;    /* per bucket of rows, by the first bits of their features: where it ends */
} telling;

/* What one thread at a time finds: the rows of a stretch of articles, then their stories. */
typedef struct {
    telling *in;
    sls_arena *arena;
    postings rows;
    share *shares; /* per article: with the one in hand */
    uint32_t *touched;
    story_list found;
} teller;

typedef struct {
    telling all;
    size_t pieces;
    teller tellers[SLS_PIECES_MOST];
} inquiry;

/* The rarest of the words of a name: "joko widodo" is as rare as its rarer part. */
static int rarity_of(sls_lang lang, sls_str name)
{
    char word[WORD_BYTES];
    size_t n;
    int most = 0;
    /* "way-kanan@ID": the country tells nothing */
    name = sls_str_slice(name, 0, sls_str_find_byte(name, '@'));
    while ((n = sls_next_word(&name, word, sizeof word)) > 0) {
        const int rarity = n > 2 ? sls_word_rarity(lang, (sls_str){ word, n }) : 0;
        most = rarity > most ? rarity : most;
    }
    return most;
}

/* Whether `item` is nothing but one word in small letters: as rare in part as it is whole. */
static bool is_word(sls_str item)
{
    for (size_t i = 0; i < item.len; i++)
        if (!sls_is_lower(item.ptr[i]))
            return false;
    return item.len > 2 && item.len <= WORD_BYTES;
}

static int name_rarity(sls_lang lang, sls_str name)
{
    const int whole = sls_word_rarity(lang, name),
              parts = is_word(name) ? whole : rarity_of(lang, name);
    return whole < parts ? whole : parts;
}

static bool is_vocabulary(sls_lang own, sls_str text, int rarity)
{
    if (rarity == SLS_RARITY_MOST || !is_word(text))
        return false;
    for (sls_lang lang = 0; lang < SLS_LANGS; lang++)
        if (lang != own && sls_word_rarity(lang, text) < SLS_RARITY_MOST)
            return false;
    return true;
}

static sls_status add(teller *t, uint32_t article, int32_t day, sls_str text, int rarity)
{
    if (rarity < SLS_STORY_RARITY)
        return SLS_OK;
    posting *const p = sls_vec_push(&t->rows, t->arena);
    if (!p)
        return SLS_ENOMEM;
    *p = (posting){ sls_hash(text),
                    day,
                    article,
                    (uint8_t)rarity,
                    is_vocabulary((sls_lang)t->in->lang[article], text, rarity),
                    false };
    return SLS_OK;
}

/* Digits of a value but for the zeros that it begins and ends with: 2 of "0.12" and "12000". */
static int digits_of(sls_str value)
{
    int count = 0, zeros = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (!sls_is_digit(value.ptr[i]))
            continue;
        zeros = value.ptr[i] == '0' ? zeros + 1 : 0;
        count += count > 0 || value.ptr[i] != '0';
    }
    return count - (zeros < count ? zeros : count);
}

/* A quantity by its value and unit, as rare as it has digits; few digits are any figure's. */
static sls_status add_figure(teller *t, uint32_t article, int32_t day, const sls_claim *c)
{
    const int digits =
        c->kind == SLS_KIND_QUANTITY && c->state != SLS_DENIED ? digits_of(c->value) : 0;
    if (digits < SLS_STORY_DIGITS)
        return SLS_OK;
    posting *const p = sls_vec_push(&t->rows, t->arena);
    if (!p)
        return SLS_ENOMEM;
    const int bits = digits * SLS_STORY_DIGIT_BITS;
    *p = (posting){ sls_hash(c->value) ^ (sls_hash(c->unit) << 1),
                    day,
                    article,
                    (uint8_t)(bits < SLS_STORY_FIGURE_BITS ? bits : SLS_STORY_FIGURE_BITS),
                    false,
                    true };
    return SLS_OK;
}

static sls_status add_list(teller *t, uint32_t article, int32_t day, sls_lang lang, sls_str list)
{
    sls_str item;
    sls_status status = SLS_OK;
    while (status == SLS_OK && sls_str_split(&list, ';', &item))
        status = add(t, article, day, item, name_rarity(lang, item));
    return status;
}

static sls_status add_headline(teller *t, uint32_t article, int32_t day, sls_lang lang,
                               sls_str headline)
{
    char word[WORD_BYTES];
    size_t n;
    sls_status status = SLS_OK;
    while (status == SLS_OK && (n = sls_next_word(&headline, word, sizeof word)) > 0) {
        const sls_str text = { word, n };
        if (n > 2)
            status = add(t, article, day, text, sls_word_rarity(lang, text));
    }
    return status;
}

static int32_t day_of(const sls_claim *claim)
{
    sls_edtf e;
    if (sls_edtf_read(claim->published, &e) != SLS_OK || e.days.first == SLS_DAY_OPEN_PAST)
        return UNDATED;
    return e.days.first;
}

static sls_status collect(teller *t, uint32_t article)
{
    const telling *const in = t->in;
    const sls_roll_article *const a = &in->roll->articles[article];
    const sls_claim *const first = in->roll->at[a->first].claim;
    const int32_t day = day_of(first);
    sls_lang lang;
    if (sls_lang_of(first->lang, &lang) != SLS_OK)
        return SLS_OK;
    in->lang[article] = (uint8_t)lang;
    sls_status status = add_headline(t, article, day, lang, first->headline);
    for (uint32_t i = a->first; status == SLS_OK && i < a->end; i++) {
        const sls_claim *const c = in->roll->at[i].claim;
        const sls_claim *const before = i > a->first ? in->roll->at[i - 1].claim : NULL;
        if (c->zone == SLS_ZONE_BOILERPLATE || c->zone == SLS_ZONE_REFERENCE ||
            sls_claim_is_titled(c))
            continue;
        if (!before || !sls_str_eq(before->context, c->context))
            status = add_list(t, article, day, lang, c->context);
        if (status == SLS_OK && (!before || !sls_str_eq(before->entities, c->entities)))
            status = add_list(t, article, day, lang, c->entities);
        if (status == SLS_OK && (!before || !sls_str_eq(before->place, c->place)))
            status = add_list(t, article, day, lang, c->place);
        if (status == SLS_OK)
            status = add_figure(t, article, day, c);
    }
    return status;
}

static int by_feature(const void *x, const void *y)
{
    const posting *const a = x, *const b = y;
    if (a->feature != b->feature)
        return a->feature < b->feature ? -1 : 1;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return b->rarity - a->rarity;
}

enum { BITS = 14, BUCKETS = 1 << BITS };

/*
 * The rows of all stretches in buckets. Features are hashes, so that their first bits part them
 * into buckets of few rows, but for those that many articles have.
 */
static sls_status part_rows(inquiry *r)
{
    telling *const in = &r->all;
    for (size_t i = 0; i < r->pieces; i++)
        in->rows.len += r->tellers[i].rows.len;
    in->end = sls_arena_calloc(in->arena, BUCKETS + 1, sizeof *in->end);
    in->rows.at = sls_arena_alloc(in->arena, (in->rows.len + 1) * sizeof *in->rows.at);
    if (!in->end || !in->rows.at || in->rows.len >= UINT32_MAX)
        return SLS_ENOMEM;
    for (size_t i = 0; i < r->pieces; i++)
        for (size_t k = 0; k < r->tellers[i].rows.len; k++)
            in->end[(r->tellers[i].rows.at[k].feature >> (64 - BITS)) + 1]++;
    for (size_t b = 1; b <= BUCKETS; b++)
        in->end[b] += in->end[b - 1];
    for (size_t i = 0; i < r->pieces; i++) {
        for (size_t k = 0; k < r->tellers[i].rows.len; k++) {
            const posting p = r->tellers[i].rows.at[k];
            in->rows.at[in->end[p.feature >> (64 - BITS)]++] = p;
        }
        sls_arena_free(r->tellers[i].arena);
        r->tellers[i] = (teller){ .in = in };
    }
    return SLS_OK;
}

static sls_status sort_buckets(void *context, size_t piece)
{
    const inquiry *const r = context;
    const sls_piece own = sls_piece_of(BUCKETS, r->pieces, piece);
    for (size_t b = own.first; b < own.end; b++) {
        const uint32_t first = b > 0 ? r->all.end[b - 1] : 0, end = r->all.end[b];
        if (end > first + 1)
            qsort(r->all.rows.at + first, end - first, sizeof *r->all.rows.at, by_feature);
    }
    return SLS_OK;
}

/* One posting per feature and article, and the rows of each article as a chain through `at`. */
static sls_status settle(telling *in)
{
    const uint32_t articles = in->roll->article_count;
    size_t n = 0;
    for (size_t i = 0; i < in->rows.len; i++) {
        const posting p = in->rows.at[i];
        if (n > 0 && in->rows.at[n - 1].feature == p.feature &&
            in->rows.at[n - 1].article == p.article)
            continue;
        in->rows.at[n++] = p;
        const uint32_t weight = p.figure ? 0 : (uint32_t)p.rarity * p.rarity;
        in->length[p.article] += weight;
        in->names[p.article] += p.vocabulary ? 0 : weight;
        in->count[p.article]++;
    }
    in->rows.len = n;
    in->at = sls_arena_alloc(in->arena, (n + 1) * sizeof *in->at);
    uint32_t *const next = sls_arena_calloc(in->arena, (size_t)articles + 1, sizeof *next);
    in->first = sls_arena_calloc(in->arena, (size_t)articles + 1, sizeof *in->first);
    if (!in->at || !next || !in->first)
        return SLS_ENOMEM;
    for (uint32_t i = 0, sum = 0; i < articles; i++) {
        in->first[i] = next[i] = sum;
        sum += in->count[i];
    }
    for (uint32_t i = 0; i < n; i++)
        in->at[next[in->rows.at[i].article]++] = i;
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
    const bool across = in->lang[a] != in->lang[b];
    const uint64_t *const lengths = across ? in->names : in->length;
    const uint64_t x = lengths[a], y = lengths[b];
    const uint32_t least = !dated   ? SLS_STORY_FEATURES_UNDATED
                           : across ? SLS_STORY_FEATURES_ACROSS
                                    : SLS_STORY_FEATURES;
    const bool few = s.features < least;
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

/* The rows after row `i` with the same feature, of near days, at most a window of them. */
static uint32_t share_rows(teller *t, uint32_t i, uint32_t touched)
{
    const telling *const in = t->in;
    const posting *const own = &in->rows.at[i];
    for (size_t j = i + 1; j < in->rows.len && j - i <= SLS_STORY_WINDOW; j++) {
        const posting *const p = &in->rows.at[j];
        if (p->feature != own->feature || (int64_t)p->day - own->day > SLS_STORY_DAYS)
            break;
        share *const s = &t->shares[p->article];
        if (s->features + s->figures == 0)
            t->touched[touched++] = p->article;
        if (own->figure) {
            s->figures += own->rarity;
            continue;
        }
        s->features++;
        s->weight += (uint32_t)own->rarity * p->rarity;
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
    const uint32_t first = in->first[article];
    uint32_t touched = 0;
    const size_t before = t->found.len;
    for (uint32_t i = 0; i < in->count[article]; i++)
        touched = share_rows(t, in->at[first + i], touched);
    const bool dated = in->count[article] > 0 && in->rows.at[in->at[first]].day != UNDATED;
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

static sls_status collect_part(void *context, size_t piece)
{
    inquiry *const r = context;
    teller *const t = &r->tellers[piece];
    const sls_piece own = sls_piece_of(r->all.roll->article_count, r->pieces, piece);
    *t = (teller){ .in = &r->all, .arena = sls_arena_new(0) };
    sls_status status = t->arena ? SLS_OK : SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++)
        status = collect(t, (uint32_t)i);
    return status;
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
        status = tell(t, (uint32_t)i);
    return status;
}

static sls_status find(inquiry *r, size_t jobs)
{
    sls_status status = sls_crew_run(collect_part, r, r->pieces, jobs);
    if (status == SLS_OK)
        status = part_rows(r);
    if (status == SLS_OK)
        status = sls_crew_run(sort_buckets, r, r->pieces, jobs);
    if (status == SLS_OK)
        status = settle(&r->all);
    return status == SLS_OK ? sls_crew_run(tell_part, r, r->pieces, jobs) : status;
}

bool sls_story_is_undated(const sls_roll *roll, const sls_story *story)
{
    const sls_roll_article *const a = &roll->articles[story->a], *const b =
                                                                     &roll->articles[story->b];
    return roll->at[a->first].claim->published.len == 0 &&
           roll->at[b->first].claim->published.len == 0;
}

bool sls_story_has(const sls_stories *stories, uint32_t article, sls_str item)
{
    const uint64_t hash = sls_hash(item);
    uint32_t low = stories->first[article], high = stories->first[article + 1];
    const uint32_t end = high;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (stories->words[middle] < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && stories->words[low] == hash;
}

int sls_name_rarity(sls_str lang, sls_str name)
{
    sls_lang language;
    if (sls_lang_of(lang, &language) != SLS_OK)
        return 0;
    return name_rarity(language, name);
}

static sls_status keep_words(const telling *in, sls_arena *arena, sls_stories *out)
{
    const uint32_t articles = in->roll->article_count;
    out->words = sls_arena_alloc(arena, (in->rows.len + 1) * sizeof *out->words);
    out->first = sls_arena_alloc(arena, ((size_t)articles + 1) * sizeof *out->first);
    if (!out->words || !out->first)
        return SLS_ENOMEM;
    for (size_t i = 0; i < in->rows.len; i++)
        out->words[i] = in->rows.at[in->at[i]].feature;
    for (uint32_t i = 0; i < articles; i++)
        out->first[i] = in->first[i];
    out->first[articles] = (uint32_t)in->rows.len;
    return SLS_OK;
}

/* The stories that all found, put by their earlier articles, and then in order. */
static sls_status gather(const inquiry *r, sls_arena *arena, sls_stories *out)
{
    const size_t articles = r->all.roll->article_count;
    size_t *const end = sls_arena_calloc(r->all.arena, articles + 1, sizeof *end);
    for (size_t i = 0; i < r->pieces; i++)
        out->count += r->tellers[i].found.len;
    out->at = sls_arena_alloc(arena, (out->count + 1) * sizeof *out->at);
    if (!out->at || !end)
        return SLS_ENOMEM;
    for (size_t i = 0; i < r->pieces; i++)
        for (size_t k = 0; k < r->tellers[i].found.len; k++)
            end[r->tellers[i].found.at[k].a + 1]++;
    for (size_t a = 1; a <= articles; a++)
        end[a] += end[a - 1];
    for (size_t i = 0; i < r->pieces; i++) {
        for (size_t k = 0; k < r->tellers[i].found.len; k++) {
            const sls_story s = r->tellers[i].found.at[k];
            out->at[end[s.a]++] = s;
        }
    }
    for (size_t a = 0, first = 0; a < articles; first = end[a++])
        if (end[a] > first + 1)
            qsort(out->at + first, end[a] - first, sizeof *out->at, by_articles);
    return SLS_OK;
}

sls_status sls_stories_find(const sls_roll *roll, size_t jobs, sls_arena *arena, sls_stories *out)
{
    const size_t n = (size_t)roll->article_count + 1;
    sls_arena *const scratch = sls_arena_new(0);
    inquiry r = { .all = { .roll = roll, .arena = scratch }, .pieces = sls_pieces_for(jobs) };
    telling *const in = &r.all;
    *out = (sls_stories){ 0 };
    if (!scratch)
        return SLS_ENOMEM;
    in->length = sls_arena_calloc(scratch, n, sizeof *in->length);
    in->names = sls_arena_calloc(scratch, n, sizeof *in->names);
    in->count = sls_arena_calloc(scratch, n, sizeof *in->count);
    in->lang = sls_arena_calloc(scratch, n, sizeof *in->lang);
    sls_status status =
        in->length && in->names && in->count && in->lang ? find(&r, jobs) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = keep_words(in, arena, out);
    if (status == SLS_OK)
        status = gather(&r, arena, out);
    for (size_t i = 0; i < r.pieces; i++)
        sls_arena_free(r.tellers[i].arena);
    sls_arena_free(scratch);
    return status;
}
