#include "match/independence.h"

#include "base/ascii.h"
#include "base/crew.h"
#include "base/map.h"
#include "base/sort.h"
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
    hashes *sets;    /* per article; its `at` is NULL while nobody has asked */
    uint32_t *voice; /* per article: the earlier article that it copies, or itself */
    size_t pieces;
    /* by stretch of articles: their bands, and where the sets lie ... */
    sls_arena *arenas[SLS_PIECES_MOST];
    band_row *rows[SLS_PIECES_MOST];
    size_t counts[SLS_PIECES_MOST];
    /* ... and by part of the bands: those of all articles */
    band_row *parts[SLS_PIECES_MOST];
    size_t sizes[SLS_PIECES_MOST];
} copying;

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

static bool is_copy(const hashes *a, const hashes *b)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->at[i] == b->at[j]) {
            shared++;
            i++;
            j++;
        } else if (a->at[i] < b->at[j]) {
            i++;
        } else {
            j++;
        }
    }
    return shared >= COPY_SHARED && shared * 10 >= (a->count + b->count - shared) * COPY_TENTHS;
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

static uint32_t voice_of(const uint32_t *voice, uint32_t article)
{
    while (voice[article] != article)
        article = voice[article];
    return article;
}

/* Whether `a` was published before `b`; an unknown date is late. */
static bool is_earlier(const sls_roll *roll, uint32_t a, uint32_t b)
{
    const sls_str x = roll->at[roll->articles[a].first].claim->published;
    const sls_str y = roll->at[roll->articles[b].first].claim->published;
    if (x.len == 0 || y.len == 0 || sls_str_eq(x, y))
        return x.len > 0 && y.len == 0 ? true : (x.len == 0) == (y.len == 0) && a < b;
    return sls_str_cmp(x, y) < 0;
}

static void join(const copying *in, uint32_t a, uint32_t b)
{
    a = voice_of(in->voice, a);
    b = voice_of(in->voice, b);
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
    if (arena)
        in->rows[piece] =
            sls_arena_alloc(arena, (own.end - own.first) * BANDS * sizeof *in->rows[piece]);
    if (!arena || !in->rows[piece])
        return SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++) {
        size_t count;
        status = find_bands(in, (uint32_t)i, arena, in->rows[piece] + in->counts[piece], &count);
        in->counts[piece] += count;
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

static sls_status join_pair(const copying *in, uint32_t a, uint32_t b)
{
    const hashes *x, *y;
    if (voice_of(in->voice, a) == voice_of(in->voice, b))
        return SLS_OK;
    sls_status status = set_of(in, a, &x);
    if (status == SLS_OK)
        status = set_of(in, b, &y);
    if (status == SLS_OK && is_copy(x, y))
        join(in, a, b);
    return status;
}

static sls_status join_copies(const copying *in, const band_row *rows, size_t n)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1;
             status == SLS_OK && j < n && j <= i + NEIGHBOURS && rows[j].band == rows[i].band; j++)
            status = join_pair(in, rows[i].article, rows[j].article);
    return status;
}

static sls_status find_copies(copying *in, size_t jobs)
{
    sls_status status = sls_crew_run(make_bands, in, in->pieces, jobs);
    if (status == SLS_OK)
        status = sls_crew_run(sort_bands, in, in->pieces, jobs);
    for (size_t i = 0; status == SLS_OK && i < in->pieces; i++)
        status = join_copies(in, in->parts[i], in->sizes[i]);
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
        const uint32_t voice = voice_of(in->voice, i);
        const sls_claim *const c = in->roll->at[in->roll->articles[voice].first].claim;
        sls_str name;
        sls_status status = lowered(c->credit.len ? c->credit : c->source, in->arena, &name);
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
    if (status == SLS_OK)
        status = name_witnesses(&in);
    for (size_t i = 0; i < in.pieces; i++)
        sls_arena_free(in.arenas[i]);
    sls_arena_free(in.arena);
    return status;
}
