#include "match/independence.h"

#include "base/ascii.h"
#include "base/crew.h"
#include "base/map.h"
#include "base/root.h"
#include "base/sort.h"
#include "base/vec.h"
#include "match/keys.h"
#include "model/sense.h"

#include <stdlib.h>
#include <string.h>

/*
 * Near copies share almost every sentence. Jaccard 0.8 over sentences and rarer
 * words is the usual bound of shingling (Broder 1997); the least number of
 * shared ones keeps two short bulletins on one event apart.
 */
#define COPY_TENTHS 8
#define COPY_SHARED 8
/* Minhash: at Jaccard 0.8 a band of 3 rows meets with 0.51, ten bands miss with 0.0008. */
#define BANDS      SLS_BANDS
#define ROWS       3
#define NEIGHBOURS 8 /* of one bucket that an article is compared with */

typedef struct {
    uint64_t *at; /* sorted, no doubles */
    size_t count;
} hashes;

typedef struct {
    uint64_t band;
    uint32_t article;
} band_row;

typedef struct {
    sls_roll *roll;
    const sls_recall *recall; /* NULL: nothing is known, nor to be */
    sls_arena *arena;
    hashes *sets;             /* per article; its `at` is NULL while nobody has asked */
    uint32_t *voice;          /* per article: the earlier article that it copies, or itself */
    SLS_VEC(uint64_t) copies; /* as in past.h; not in order, and some twice */
    size_t pieces;
    /* by stretch of articles: their bands, and where the sets lie ... */
    sls_arena *arenas[SLS_PIECES_MOST];
    band_row *rows[SLS_PIECES_MOST];
    size_t counts[SLS_PIECES_MOST];
    /* ... and by part of the bands: those of all articles */
    band_row *parts[SLS_PIECES_MOST];
    size_t sizes[SLS_PIECES_MOST];
} copying;

/* Bands: open addressing; 0: free. */
typedef struct {
    uint64_t *slots;
    size_t size; /* a power of two */
    size_t count;
} band_set;

/* For `most` bands. */
static sls_status make_set(band_set *set, size_t most, sls_arena *arena)
{
    *set = (band_set){ .size = 64 };
    while (set->size < 2 * most)
        set->size *= 2;
    set->slots = sls_arena_calloc(arena, set->size, sizeof *set->slots);
    return set->slots ? SLS_OK : SLS_ENOMEM;
}

static size_t slot_of(const band_set *set, uint64_t band)
{
    size_t at = (size_t)band & (set->size - 1);
    while (set->slots[at] != 0 && set->slots[at] != band)
        at = (at + 1) & (set->size - 1);
    return at;
}

static bool has_band(const band_set *set, uint64_t band)
{
    return set->slots[slot_of(set, band)] == band;
}

static void add_band(band_set *set, uint64_t band)
{
    uint64_t *const slot = &set->slots[slot_of(set, band)];
    set->count += *slot == 0;
    *slot = band;
}

static int by_band(const void *x, const void *y)
{
    const band_row *const a = x, *const b = y;
    if (a->band != b->band)
        return a->band < b->band ? -1 : 1;
    return a->article < b->article ? -1 : a->article > b->article;
}

/* Sentences and rarer words of the claims of an article's text: a copy may have a title of its own.
 */
static sls_status collect(const copying *in, uint32_t article, sls_arena *arena, hashes *out)
{
    const sls_roll_article *const a = &in->roll->articles[article];
    const sls_status status = sls_roll_read(in->roll, article);
    if (status != SLS_OK)
        return status;
    size_t room = 0;
    for (uint32_t i = a->first; i < a->end; i++)
        room += 1 + sls_str_list_length(in->roll->at[i].claim->context);
    out->at = sls_arena_alloc(arena, room * sizeof *out->at);
    if (!out->at)
        return SLS_ENOMEM;
    size_t n = 0;
    for (uint32_t i = a->first; i < a->end; i++) {
        const sls_claim *const c = in->roll->at[i].claim;
        const sls_claim *const before = i > a->first ? in->roll->at[i - 1].claim : NULL;
        if (before && c->quote.ptr == before->quote.ptr && c->quote.len == before->quote.len &&
            c->context.ptr == before->context.ptr && c->context.len == before->context.len)
            continue; /* the same sentence */
        if (sls_claim_is_titled(c))
            continue;
        if (c->quote.len > 0)
            out->at[n++] = sls_hash(c->quote);
        sls_str rest = c->context, word;
        while (n < room && sls_str_split(&rest, ';', &word))
            out->at[n++] = sls_hash(word);
    }
    sls_sort_numbers(out->at, n);
    out->count = 0;
    for (size_t i = 0; i < n; i++)
        if (out->count == 0 || out->at[out->count - 1] != out->at[i])
            out->at[out->count++] = out->at[i];
    return SLS_OK;
}

/* How many both must have, so that they are COPY_TENTHS of what either has. */
static size_t least_shared(const hashes *a, const hashes *b)
{
    const size_t tenths = 10 + COPY_TENTHS;
    const size_t least = ((a->count + b->count) * COPY_TENTHS + tenths - 1) / tenths;
    return least > COPY_SHARED ? least : COPY_SHARED;
}

/* Given up as soon as one of them has too many that the other lacks. */
static bool is_copy(const hashes *a, const hashes *b)
{
    const size_t least = least_shared(a, b);
    size_t i = 0, j = 0, shared = 0;
    if (least > a->count || least > b->count)
        return false;
    while (i < a->count && j < b->count && i - shared <= a->count - least &&
           j - shared <= b->count - least) {
        const uint64_t x = a->at[i], y = b->at[j];
        shared += x == y;
        i += x <= y;
        j += y <= x;
    }
    return shared >= least;
}

/* splitmix64, Steele, Lea and Flood 2014: one of BANDS * ROWS orders of the hashes. */
static uint64_t shuffled(uint64_t hash, uint64_t order)
{
    uint64_t z = hash + (order + 1) * UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static void add_bands(const hashes *set, uint32_t article, band_row *rows)
{
    for (uint64_t band = 0; band < BANDS; band++) {
        uint64_t mixed = band;
        for (uint64_t row = 0; row < ROWS; row++) {
            uint64_t least = UINT64_MAX;
            for (size_t i = 0; i < set->count; i++) {
                const uint64_t s = shuffled(set->at[i], band * ROWS + row);
                least = s < least ? s : least;
            }
            mixed = shuffled(mixed ^ least, row);
        }
        rows[band] = (band_row){ mixed, article };
    }
}

/* Whether `a` was published before `b`; an unknown date is late. */
static bool is_earlier(const sls_roll *roll, uint32_t a, uint32_t b)
{
    const sls_str x = roll->articles[a].published, y = roll->articles[b].published;
    if (x.len == 0 || y.len == 0 || sls_str_eq(x, y))
        return x.len > 0 && y.len == 0 ? true : (x.len == 0) == (y.len == 0) && a < b;
    return sls_str_cmp(x, y) < 0;
}

static void join(const copying *in, uint32_t a, uint32_t b)
{
    a = sls_root_of(in->voice, a);
    b = sls_root_of(in->voice, b);
    if (a == b)
        return;
    if (is_earlier(in->roll, a, b))
        in->voice[b] = a;
    else
        in->voice[a] = b;
}

/* The bands of an article that the past knows. False: it does not. */
static bool recall_bands(const copying *in, uint32_t article, band_row *rows, size_t *count)
{
    const sls_recall *const r = in->recall;
    if (!r || !r->past || r->old[article] == SLS_NONE)
        return false;
    const uint64_t *const bands = r->past->bands + (size_t)r->old[article] * BANDS;
    *count = bands[0] == 0 ? 0 : BANDS;
    for (size_t i = 0; i < *count; i++)
        rows[i] = (band_row){ bands[i], article };
    return true;
}

/* Where all is known but what changed, rows are made of that alone: see find_again. */
static bool is_known(const copying *in)
{
    return in->recall && in->recall->past;
}

static sls_status find_bands(const copying *in, uint32_t article, sls_arena *arena, band_row *rows,
                             size_t *count)
{
    sls_status status = SLS_OK;
    if (!recall_bands(in, article, rows, count)) {
        status = collect(in, article, arena, &in->sets[article]);
        *count = status == SLS_OK && in->sets[article].count >= COPY_SHARED ? BANDS : 0;
        if (*count > 0)
            add_bands(&in->sets[article], article, rows);
    }
    for (size_t i = 0; i < *count && in->recall; i++)
        in->recall->now->bands[(size_t)article * BANDS + i] = rows[i].band;
    return status;
}

static sls_status make_bands(void *context, size_t piece)
{
    copying *const in = context;
    const sls_piece own = sls_piece_of(in->roll->article_count, in->pieces, piece);
    sls_arena *const arena = in->arenas[piece] = sls_arena_new(0);
    sls_status status = SLS_OK;
    const size_t kept = is_known(in) ? 1 : own.end - own.first;
    if (arena)
        in->rows[piece] = sls_arena_alloc(arena, (kept + 1) * BANDS * sizeof *in->rows[piece]);
    if (!arena || !in->rows[piece])
        return SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++) {
        size_t count;
        status = find_bands(in, (uint32_t)i, arena, in->rows[piece] + in->counts[piece], &count);
        in->counts[piece] += is_known(in) ? 0 : count;
    }
    return status;
}

/* Bands are hashes, as keys are. */
static bool is_of_part(const copying *in, const band_row *row, size_t piece)
{
    return sls_key_part(row->band, in->pieces) == piece;
}

static sls_status sort_bands(void *context, size_t piece)
{
    copying *const in = context;
    size_t n = 0;
    for (size_t i = 0; i < in->pieces; i++)
        for (size_t k = 0; k < in->counts[i]; k++)
            n += is_of_part(in, &in->rows[i][k], piece);
    band_row *const part = sls_arena_alloc(in->arenas[piece], (n + 1) * sizeof *part);
    if (!part)
        return SLS_ENOMEM;
    n = 0;
    for (size_t i = 0; i < in->pieces; i++)
        for (size_t k = 0; k < in->counts[i]; k++)
            if (is_of_part(in, &in->rows[i][k], piece))
                part[n++] = in->rows[i][k];
    qsort(part, n, sizeof *part, by_band);
    in->parts[piece] = part;
    in->sizes[piece] = n;
    return SLS_OK;
}

static sls_status set_of(const copying *in, uint32_t article, const hashes **out)
{
    *out = &in->sets[article];
    return in->sets[article].at ? SLS_OK : collect(in, article, in->arena, &in->sets[article]);
}

/* Joins two articles that are copies, and notes them. */
static sls_status join_noted(copying *in, uint32_t a, uint32_t b)
{
    uint64_t *const copy = in->recall ? sls_vec_push(&in->copies, in->arena) : NULL;
    if (in->recall && !copy)
        return SLS_ENOMEM;
    if (copy)
        *copy = (uint64_t)a << 32 | b;
    join(in, a, b);
    return SLS_OK;
}

/* What is to be noted is looked at though both have one voice already. */
static sls_status join_pair(copying *in, uint32_t a, uint32_t b)
{
    const hashes *x, *y;
    if (!in->recall && sls_root_of(in->voice, a) == sls_root_of(in->voice, b))
        return SLS_OK;
    sls_status status = set_of(in, a, &x);
    if (status == SLS_OK)
        status = set_of(in, b, &y);
    return status == SLS_OK && is_copy(x, y) ? join_noted(in, a, b) : status;
}

/* Whether the past has two articles that it knows as copies of each other. */
static bool were_copies(const copying *in, uint32_t a, uint32_t b)
{
    const sls_past *const past = in->recall->past;
    const uint64_t pair = (uint64_t)in->recall->old[a] << 32 | in->recall->old[b];
    const size_t place = sls_sorted_place(past->copies, past->copy_count, pair);
    return place < past->copy_count && past->copies[place] == pair;
}

/* The rows of one band. `known`: its articles are those of the past. */
static sls_status join_band(copying *in, const band_row *rows, size_t n, bool known)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; status == SLS_OK && j < n && j <= i + NEIGHBOURS; j++) {
            const uint32_t a = rows[i].article, b = rows[j].article;
            if (!known)
                status = join_pair(in, a, b);
            else if (were_copies(in, a, b))
                status = join_noted(in, a, b);
        }
    return status;
}

/* Rows by band; those of a band that is not in `changed` are looked up; NULL: none are. */
static sls_status join_copies(copying *in, const band_row *rows, size_t n, const band_set *changed)
{
    sls_status status = SLS_OK;
    for (size_t i = 0, end; status == SLS_OK && i < n; i = end) {
        for (end = i + 1; end < n && rows[end].band == rows[i].band;)
            end++;
        status = join_band(in, rows + i, end - i, changed && !has_band(changed, rows[i].band));
    }
    return status;
}

/* --- what has changed --- */

static void add_changed(band_set *set, const uint64_t *bands)
{
    for (size_t i = 0; i < BANDS && bands[0] != 0; i++)
        add_band(set, bands[i]);
}

/* Bands that have gained an article or lost one. */
static sls_status find_changed(const copying *in, sls_arena *arena, band_set *out)
{
    const sls_recall *const r = in->recall;
    size_t count = 0;
    for (uint32_t i = 0; i < in->roll->article_count; i++)
        count += r->old[i] == SLS_NONE;
    for (uint32_t i = 0; i < r->past->article_count; i++)
        count += r->fresh[i] == SLS_NONE;
    const sls_status status = make_set(out, count * BANDS, arena);
    for (uint32_t i = 0; status == SLS_OK && i < in->roll->article_count; i++)
        if (r->old[i] == SLS_NONE)
            add_changed(out, r->now->bands + (size_t)i * BANDS);
    for (uint32_t i = 0; status == SLS_OK && i < r->past->article_count; i++)
        if (r->fresh[i] == SLS_NONE)
            add_changed(out, r->past->bands + (size_t)i * BANDS);
    return status;
}

/* Those, and the bands that two copies of the past have in common. */
static sls_status find_wanted(const copying *in, const band_set *changed, sls_arena *arena,
                              band_set *out)
{
    const sls_past *const past = in->recall->past;
    const sls_status status = make_set(out, changed->count + past->copy_count * BANDS, arena);
    for (size_t i = 0; status == SLS_OK && i < changed->size; i++)
        if (changed->slots[i] != 0)
            add_band(out, changed->slots[i]);
    for (size_t i = 0; status == SLS_OK && i < past->copy_count; i++) {
        const uint64_t *const a = past->bands + (past->copies[i] >> 32) * BANDS;
        const uint64_t *const b = past->bands + (past->copies[i] & UINT32_MAX) * BANDS;
        for (size_t band = 0; band < BANDS; band++)
            if (a[band] == b[band] && a[band] != 0)
                add_band(out, a[band]);
    }
    return status;
}

/*
 * Two that are as they were, and of one band as it was, are looked up; only bands that have changed
 * are looked through again, and of the others those alone in which copies met.
 */
static sls_status find_again(copying *in)
{
    const uint64_t *const bands = in->recall->now->bands;
    band_set changed, wanted;
    SLS_VEC(band_row) rows = { 0 };
    sls_status status = find_changed(in, in->arena, &changed);
    if (status == SLS_OK)
        status = find_wanted(in, &changed, in->arena, &wanted);
    for (size_t i = 0; status == SLS_OK && i < (size_t)in->roll->article_count * BANDS; i++) {
        if (bands[i] == 0 || !has_band(&wanted, bands[i]))
            continue;
        band_row *const row = sls_vec_push(&rows, in->arena);
        if (row)
            *row = (band_row){ bands[i], (uint32_t)(i / BANDS) };
        else
            status = SLS_ENOMEM;
    }
    if (status == SLS_OK && rows.len > 0)
        qsort(rows.at, rows.len, sizeof *rows.at, by_band);
    return status == SLS_OK ? join_copies(in, rows.at, rows.len, &changed) : status;
}

/* What the next match is to know of copies. */
static sls_status keep_copies(copying *in)
{
    sls_past *const now = in->recall->now;
    now->copies =
        sls_arena_alloc(now->arenas[SLS_RECIPES], (in->copies.len + 1) * sizeof *now->copies);
    if (!now->copies)
        return SLS_ENOMEM;
    if (in->copies.len > 1)
        sls_sort_numbers(in->copies.at, in->copies.len);
    for (size_t i = 0; i < in->copies.len; i++)
        if (i == 0 || in->copies.at[i - 1] != in->copies.at[i])
            now->copies[now->copy_count++] = in->copies.at[i];
    return SLS_OK;
}

static sls_status find_copies(copying *in, size_t jobs)
{
    sls_status status = sls_crew_run(make_bands, in, in->pieces, jobs);
    if (status == SLS_OK && is_known(in))
        return find_again(in);
    if (status == SLS_OK)
        status = sls_crew_run(sort_bands, in, in->pieces, jobs);
    for (size_t i = 0; status == SLS_OK && i < in->pieces; i++)
        status = join_copies(in, in->parts[i], in->sizes[i], NULL);
    return status;
}

static sls_status lowered(sls_str s, sls_arena *arena, sls_str *out)
{
    s = sls_str_trim(s);
    char *const text = sls_arena_alloc(arena, s.len + 1);
    if (!text)
        return SLS_ENOMEM;
    for (size_t i = 0; i < s.len; i++)
        text[i] = sls_lower(s.ptr[i]);
    *out = (sls_str){ text, s.len };
    return SLS_OK;
}

/*
 * Who vouches for an article: the agency it credits, else its outlet, else it
 * alone. An outlet's own report and its wire copy are two witnesses: were the
 * two joined, every outlet that prints one agency would become a single one.
 */
static sls_status name_witnesses(const copying *in)
{
    sls_map voices;
    sls_map_init(&voices, in->arena);
    for (uint32_t i = 0; i < in->roll->article_count; i++) {
        sls_roll_article *const article = &in->roll->articles[i];
        const uint32_t voice = sls_root_of(in->voice, i);
        const sls_roll_article *const speaks = &in->roll->articles[voice];
        sls_str name;
        sls_status status =
            lowered(speaks->credit.len ? speaks->credit : speaks->outlet, in->arena, &name);
        article->witness = voice;
        if (status == SLS_OK && name.len > 0) {
            bool added;
            status = sls_map_intern(&voices, name, voice, &article->witness, &added);
        }
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

static sls_status begin_bands(sls_past *now)
{
    now->bands = sls_arena_calloc(now->arenas[SLS_RECIPES], (size_t)now->article_count + 1,
                                  SLS_BANDS * sizeof *now->bands);
    return now->bands ? SLS_OK : SLS_ENOMEM;
}

sls_status sls_witnesses_find(sls_roll *roll, const sls_recall *recall, size_t jobs)
{
    copying in = { .roll = roll, .recall = recall, .pieces = sls_pieces_for(jobs) };
    if (roll->article_count == 0)
        return SLS_OK;
    in.arena = sls_arena_new(0);
    if (in.arena) {
        in.sets = sls_arena_calloc(in.arena, roll->article_count, sizeof *in.sets);
        in.voice = sls_arena_alloc(in.arena, roll->article_count * sizeof *in.voice);
    }
    sls_status status = in.sets && in.voice ? SLS_OK : SLS_ENOMEM;
    if (recall && status == SLS_OK)
        status = begin_bands(recall->now);
    for (uint32_t i = 0; status == SLS_OK && i < roll->article_count; i++)
        in.voice[i] = i;
    if (status == SLS_OK)
        status = find_copies(&in, jobs);
    if (status == SLS_OK && recall)
        status = keep_copies(&in);
    if (status == SLS_OK)
        status = name_witnesses(&in);
    for (size_t i = 0; i < in.pieces; i++)
        sls_arena_free(in.arenas[i]);
    sls_arena_free(in.arena);
    return status;
}
