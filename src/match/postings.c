#include "match/postings.h"

#include "base/ascii.h"
#include "base/crew.h"
#include "base/edtf.h"
#include "base/map.h"
#include "base/sort.h"
#include "base/vec.h"
#include "lexicon/frequency.h"
#include "match/gates.h"
#include "match/recall.h"
#include "match/similarity.h"
#include "model/sense.h"

#include <stdlib.h>
#include <string.h>

/* A posting on its way to the others of its feature. */
typedef struct {
    uint64_t feature;
    int32_t day;
    uint32_t article;
    uint8_t rarity;
    bool vocabulary, figure;
} draft;

typedef SLS_VEC(draft) drafts;

typedef struct {
    const sls_roll *roll;
    const sls_recall *recall; /* of whose past all but new articles are taken; NULL: none is */
    sls_arena *arena;         /* of what lasts */
    sls_arena *scratch;
    sls_postings *out;
    bool *again; /* as in sls_postings_make; or NULL */
    size_t pieces;
    sls_arena *arenas[SLS_PIECES_MOST]; /* by stretch of articles: their drafts */
    drafts parts[SLS_PIECES_MOST];
    drafts all;
    uint32_t *end; /* per bucket of drafts, by the first bits of their features: where it ends */
} posting;

/* What one stretch is made with. */
typedef struct {
    posting *in;
    sls_arena *arena;
    drafts *rows;
    uint32_t article;
    sls_lang lang;
    int32_t day;
} desk;

enum { WORD_BYTES = 64 }; /* of a longer word the first ones count */

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

/* Bits of rarity of a word or, by its rarest part, of a name. */
int sls_name_rarity(sls_str lang, sls_str name)
{
    sls_lang language;
    if (sls_lang_of(lang, &language) != SLS_OK)
        return 0;
    return name_rarity(language, name);
}

static sls_status add(desk *d, sls_str text, int rarity)
{
    if (rarity < SLS_STORY_RARITY)
        return SLS_OK;
    draft *const p = sls_vec_push(d->rows, d->arena);
    if (!p)
        return SLS_ENOMEM;
    *p = (draft){
        sls_hash(text), d->day, d->article, (uint8_t)rarity, is_vocabulary(d->lang, text, rarity),
        false
    };
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
static sls_status add_figure(desk *d, const sls_claim *c)
{
    const int digits =
        c->kind == SLS_KIND_QUANTITY && c->state != SLS_DENIED ? digits_of(c->value) : 0;
    if (digits < SLS_STORY_DIGITS)
        return SLS_OK;
    draft *const p = sls_vec_push(d->rows, d->arena);
    if (!p)
        return SLS_ENOMEM;
    const int bits = digits * SLS_STORY_DIGIT_BITS;
    *p = (draft){ sls_hash(c->value) ^ (sls_hash(c->unit) << 1),
                  d->day,
                  d->article,
                  (uint8_t)(bits < SLS_STORY_FIGURE_BITS ? bits : SLS_STORY_FIGURE_BITS),
                  false,
                  true };
    return SLS_OK;
}

static sls_status add_list(desk *d, sls_str list)
{
    sls_str item;
    sls_status status = SLS_OK;
    while (status == SLS_OK && sls_str_split(&list, ';', &item))
        status = add(d, item, name_rarity(d->lang, item));
    return status;
}

static sls_status add_headline(desk *d, sls_str headline)
{
    char word[WORD_BYTES];
    size_t n;
    sls_status status = SLS_OK;
    while (status == SLS_OK && (n = sls_next_word(&headline, word, sizeof word)) > 0) {
        const sls_str text = { word, n };
        if (n > 2)
            status = add(d, text, sls_word_rarity(d->lang, text));
    }
    return status;
}

static int32_t day_of(const sls_claim *claim)
{
    sls_edtf e;
    if (sls_edtf_read(claim->published, &e) != SLS_OK || e.days.first == SLS_DAY_OPEN_PAST)
        return SLS_UNDATED;
    return e.days.first;
}

static sls_status collect(desk *d)
{
    const sls_roll *const roll = d->in->roll;
    const sls_roll_article *const a = &roll->articles[d->article];
    const sls_claim *const first = roll->at[a->first].claim;
    sls_account *const told = &d->in->out->told[d->article];
    d->day = day_of(first);
    *told = (sls_account){ .day = d->day };
    if (sls_lang_of(first->lang, &d->lang) != SLS_OK)
        return SLS_OK;
    told->lang = d->lang;
    sls_status status = add_headline(d, first->headline);
    for (uint32_t i = a->first; status == SLS_OK && i < a->end; i++) {
        const sls_claim *const c = roll->at[i].claim;
        const sls_claim *const before = i > a->first ? roll->at[i - 1].claim : NULL;
        if (c->zone == SLS_ZONE_BOILERPLATE || c->zone == SLS_ZONE_REFERENCE ||
            sls_claim_is_titled(c))
            continue;
        if (!before || !sls_str_eq(before->context, c->context))
            status = add_list(d, c->context);
        if (status == SLS_OK && (!before || !sls_str_eq(before->entities, c->entities)))
            status = add_list(d, c->entities);
        if (status == SLS_OK && (!before || !sls_str_eq(before->place, c->place)))
            status = add_list(d, c->place);
        if (status == SLS_OK)
            status = add_figure(d, c);
    }
    return status;
}

/* Whether the past has what an article is told by. */
static bool is_old(const posting *in, uint32_t article)
{
    return in->recall && in->recall->old[article] != SLS_NONE;
}

static sls_status collect_part(void *context, size_t piece)
{
    posting *const in = context;
    const sls_piece own = sls_piece_of(in->roll->article_count, in->pieces, piece);
    in->arenas[piece] = sls_arena_new(0);
    desk d = { .in = in, .arena = in->arenas[piece], .rows = &in->parts[piece] };
    sls_status status = d.arena ? SLS_OK : SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++) {
        d.article = (uint32_t)i;
        if (is_old(in, d.article))
            in->out->told[i] = in->recall->past->postings.told[in->recall->old[i]];
        else
            status = collect(&d);
    }
    return status;
}

static int by_feature(const void *x, const void *y)
{
    const draft *const a = x, *const b = y;
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
 * The drafts of all stretches in buckets. Features are hashes, so that their first bits part them
 * into buckets of few, but for those that many articles have.
 */
static sls_status part_rows(posting *in)
{
    for (size_t i = 0; i < in->pieces; i++)
        in->all.len += in->parts[i].len;
    in->end = sls_arena_calloc(in->scratch, BUCKETS + 1, sizeof *in->end);
    in->all.at = sls_arena_alloc(in->scratch, (in->all.len + 1) * sizeof *in->all.at);
    if (!in->end || !in->all.at || in->all.len >= UINT32_MAX)
        return SLS_ENOMEM;
    for (size_t i = 0; i < in->pieces; i++)
        for (size_t k = 0; k < in->parts[i].len; k++)
            in->end[(in->parts[i].at[k].feature >> (64 - BITS)) + 1]++;
    for (size_t b = 1; b <= BUCKETS; b++)
        in->end[b] += in->end[b - 1];
    for (size_t i = 0; i < in->pieces; i++) {
        for (size_t k = 0; k < in->parts[i].len; k++) {
            const draft d = in->parts[i].at[k];
            in->all.at[in->end[d.feature >> (64 - BITS)]++] = d;
        }
        sls_arena_free(in->arenas[i]);
        in->arenas[i] = NULL;
    }
    return SLS_OK;
}

static sls_status sort_buckets(void *context, size_t piece)
{
    const posting *const in = context;
    const sls_piece own = sls_piece_of(BUCKETS, in->pieces, piece);
    for (size_t b = own.first; b < own.end; b++) {
        const uint32_t first = b > 0 ? in->end[b - 1] : 0, end = in->end[b];
        if (end > first + 1)
            qsort(in->all.at + first, end - first, sizeof *in->all.at, by_feature);
    }
    return SLS_OK;
}

/* One of each feature and article, the rarest; what each article's weigh. */
static void drop_doubles(posting *in)
{
    size_t n = 0;
    for (size_t i = 0; i < in->all.len; i++) {
        const draft d = in->all.at[i];
        if (n > 0 && in->all.at[n - 1].feature == d.feature &&
            in->all.at[n - 1].article == d.article)
            continue;
        in->all.at[n++] = d;
        const uint32_t weight = d.figure ? 0 : (uint32_t)d.rarity * d.rarity;
        in->out->told[d.article].length += weight;
        in->out->told[d.article].names += d.vocabulary ? 0 : weight;
    }
    in->all.len = n;
}

/* --- those of the past, and new ones --- */

/* The postings of one feature: of the past, whose articles are numbered as there, and new ones. */
typedef struct {
    const sls_posting *old, *old_end;
    const draft *made, *made_end;
} feature_rows;

/* Who came before a row within the window of his own: what they share with others has changed. */
static void mark_before(const posting *in, const sls_posting *first, const sls_posting *row,
                        int32_t day)
{
    const sls_posting *p = row;
    while (p > first && row - p < SLS_STORY_WINDOW) {
        const uint32_t article = (--p)->article;
        if ((int64_t)day - in->out->told[article].day > SLS_STORY_DAYS)
            break;
        in->again[article] = true;
    }
}

/* The same of a row of the past that is gone; `row` and those before it are of the past. */
static void mark_before_gone(const posting *in, const sls_posting *first, const sls_posting *row)
{
    const sls_recall *const r = in->recall;
    const sls_account *const told = r->past->postings.told;
    const sls_posting *p = row;
    while (p > first && row - p < SLS_STORY_WINDOW) {
        const uint32_t article = (--p)->article;
        if ((int64_t)told[row->article].day - told[article].day > SLS_STORY_DAYS)
            break;
        if (r->fresh[article] != SLS_NONE)
            in->again[r->fresh[article]] = true;
    }
}

/* Whether the next row of the past stands before the next new one. */
static bool is_old_next(const posting *in, const feature_rows *f)
{
    if (f->old == f->old_end || f->made == f->made_end)
        return f->old < f->old_end;
    const uint32_t article = in->recall->fresh[f->old->article];
    const int32_t day = in->out->told[article].day;
    return day != f->made->day ? day < f->made->day : article < f->made->article;
}

static void join_feature(const posting *in, uint64_t feature, feature_rows f)
{
    sls_postings *const out = in->out;
    const sls_posting *const old = f.old;
    const uint32_t first = out->feature_count > 0 ? out->ends[out->feature_count - 1] : 0;
    uint32_t n = first;
    while (f.old < f.old_end || f.made < f.made_end) {
        if (f.old < f.old_end && in->recall->fresh[f.old->article] == SLS_NONE) {
            mark_before_gone(in, old, f.old++);
        } else if (is_old_next(in, &f)) {
            out->at[n] = *f.old++;
            out->at[n].article = in->recall->fresh[out->at[n].article];
            n++;
        } else {
            const draft d = *f.made++;
            out->at[n] = (sls_posting){ d.article, d.rarity, d.vocabulary, d.figure, 0 };
            if (in->again)
                mark_before(in, out->at + first, out->at + n, d.day);
            n++;
        }
    }
    if (n == first)
        return;
    out->features[out->feature_count] = feature;
    out->ends[out->feature_count++] = n;
}

static sls_status make_room(posting *in, size_t features, size_t rows)
{
    sls_postings *const out = in->out;
    out->features = sls_arena_alloc(in->arena, (features + 1) * sizeof *out->features);
    out->ends = sls_arena_alloc(in->arena, (features + 1) * sizeof *out->ends);
    out->at = sls_arena_alloc(in->arena, (rows + 1) * sizeof *out->at);
    return out->features && out->ends && out->at && rows < UINT32_MAX ? SLS_OK : SLS_ENOMEM;
}

/* Features ascend in both. */
static sls_status join_all(posting *in)
{
    static const sls_postings nothing = { 0 };
    const sls_postings *const past = in->recall ? &in->recall->past->postings : &nothing;
    const size_t old_count = past->feature_count;
    size_t made = 0;
    for (size_t i = 0; i < in->all.len; i++)
        made += i == 0 || in->all.at[i - 1].feature != in->all.at[i].feature;
    const sls_status status =
        make_room(in, old_count + made, sls_postings_count(past) + in->all.len);
    const draft *next = in->all.at, *const end = next + in->all.len;
    for (size_t k = 0; status == SLS_OK && (k < old_count || next < end);) {
        const bool is_old = k < old_count && (next == end || past->features[k] <= next->feature);
        const uint64_t feature = is_old ? past->features[k] : next->feature;
        feature_rows f = { .made = next };
        while (next < end && next->feature == feature)
            next++;
        f.made_end = next;
        if (is_old) {
            f.old = past->at + (k > 0 ? past->ends[k - 1] : 0);
            f.old_end = past->at + past->ends[k++];
        }
        join_feature(in, feature, f);
    }
    return status;
}

static sls_status make(posting *in, size_t jobs)
{
    sls_status status = sls_crew_run(collect_part, in, in->pieces, jobs);
    if (status == SLS_OK)
        status = part_rows(in);
    if (status == SLS_OK)
        status = sls_crew_run(sort_buckets, in, in->pieces, jobs);
    if (status != SLS_OK)
        return status;
    drop_doubles(in);
    return join_all(in);
}

sls_status sls_postings_make(const sls_roll *roll, const sls_recall *recall, size_t jobs,
                             sls_arena *arena, bool *again, sls_postings *out)
{
    posting in = { .roll = roll,
                   .recall = recall && recall->past ? recall : NULL,
                   .arena = arena,
                   .scratch = sls_arena_new(0),
                   .out = out,
                   .again = again,
                   .pieces = sls_pieces_for(jobs) };
    *out = (sls_postings){ 0 };
    out->told = sls_arena_calloc(arena, (size_t)roll->article_count + 1, sizeof *out->told);
    for (uint32_t i = 0; again && i < roll->article_count; i++)
        again[i] = !is_old(&in, i);
    const sls_status status = out->told && in.scratch ? make(&in, jobs) : SLS_ENOMEM;
    for (size_t i = 0; i < in.pieces; i++)
        sls_arena_free(in.arenas[i]);
    sls_arena_free(in.scratch);
    return status;
}

bool sls_postings_have(const sls_postings *postings, uint32_t article, uint64_t feature)
{
    const size_t place = sls_sorted_place(postings->features, postings->feature_count, feature);
    if (place == postings->feature_count || postings->features[place] != feature)
        return false;
    const int32_t day = postings->told[article].day;
    const size_t end = postings->ends[place];
    size_t low = place > 0 ? postings->ends[place - 1] : 0, high = end;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const uint32_t other = postings->at[middle].article;
        const int32_t other_day = postings->told[other].day;
        if (other_day < day || (other_day == day && other < article))
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && postings->at[low].article == article;
}
