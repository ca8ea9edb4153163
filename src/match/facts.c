#include "match/facts.h"

#include "base/crew.h"
#include "base/decimal.h"
#include "base/edtf.h"
#include "base/map.h"
#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "match/ages.h"
#include "match/scopes.h"
#include "model/sense.h"

#include <stdlib.h>
#include <string.h>

#define YEAR_DIGITS 4
#define LIST_MAX    64   /* facts of one sentence that are looked at for a list */
#define KNOWN_MAX   1024 /* facts of one article that are searched for a value */

bool sls_participants_meet(const sls_fact *a, const sls_fact *b, const sls_overlap *shared,
                           bool *full)
{
    const uint32_t few = a->features.countries < b->features.countries ? a->features.countries
                                                                       : b->features.countries;
    const uint32_t many = a->features.countries + b->features.countries - few;
    const uint32_t x = a->features.persons + a->features.bodies;
    const uint32_t y = b->features.persons + b->features.bodies;
    const uint32_t small = x < y ? x : y;
    *full = sls_str_eq(a->claim->entities, b->claim->entities) && a->claim->entities.len > 0;
    if (*full)
        return true;
    if (few > 0)
        return shared->countries * 2 > many;
    /* One of them names no country: persons and bodies must tell. */
    return small > 0 && (shared->persons + shared->bodies) * 2 >= small;
}

static sls_recurrence recurrence_of(sls_str event)
{
    const sls_str word = sls_lexicon_attribute(SLS_C_EVENT, event, "recurrence");
    if (sls_str_eq(word, SLS_STR("unique")))
        return SLS_UNIQUE;
    if (sls_str_eq(word, SLS_STR("once")))
        return SLS_ONCE;
    return sls_str_eq(word, SLS_STR("rare")) ? SLS_RARE : SLS_REPEAT;
}

static int32_t span_of(sls_str event)
{
    const sls_str word = sls_lexicon_attribute(SLS_C_EVENT, event, "span");
    sls_decimal number;
    int64_t days;
    if (sls_decimal_read(word, &number) != SLS_OK || !sls_decimal_integer(number, &days) ||
        days < 0 || days > 100000)
        return 0;
    return (int32_t)days;
}

/*
 * Kilometres and metres are compared as metres. Temperatures have scales with
 * different zeros, so they are left alone.
 */
static sls_str base_unit(sls_str unit)
{
    const sls_str dimension = sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension");
    const sls_str base = sls_lexicon_attribute(SLS_C_UNIT, unit, "base");
    if (base.len == 0 || sls_str_eq(dimension, SLS_STR("temperature")))
        return unit;
    return base;
}

/* Numbers by size: digits before the decimal mark, then the leading digits. */
static uint64_t number_rank(sls_str value)
{
    const size_t dots = sls_str_find(value, SLS_STR(".."));
    sls_decimal d;
    if (sls_decimal_read(sls_str_slice(value, 0, dots), &d) != SLS_OK || d.coefficient <= 0)
        return 0;
    uint64_t leading = (uint64_t)d.coefficient;
    uint64_t size = (uint64_t)(d.exponent + 32);
    for (uint64_t c = leading; c >= 10; c /= 10)
        size++;
    while (leading < UINT64_C(100000000000000000)) /* 10^17 < 2^57: 18 digits are the most */
        leading *= 10;
    return size << 57 | (leading >> 3);
}

static sls_interval read_days(sls_str edtf, bool *readable)
{
    sls_edtf e = { .days = { 0, 0 } };
    *readable = edtf.len > 0 && sls_edtf_read(edtf, &e) == SLS_OK;
    return e.days;
}

static bool is_wanted(const sls_claim *c, sls_kind kind, bool stances)
{
    if (c->kind != kind || c->value.len == 0 || (c->state == SLS_DENIED && !stances) ||
        c->zone == SLS_ZONE_BOILERPLATE || c->zone == SLS_ZONE_REFERENCE)
        return false;
    if (kind == SLS_KIND_IDENTIFIER || kind == SLS_KIND_SCORE || kind == SLS_KIND_PLACE ||
        kind == SLS_KIND_OUTCOME)
        return c->what.len > 0;
    if (stances)
        return true;
    /* A bare number counts nothing, a date without an event dates nothing. */
    return kind == SLS_KIND_DATE
               ? c->what.len > 0 || c->event.len > 0 || c->weekday > 0 || c->state == SLS_PLANNED ||
                     c->value.len == YEAR_DIGITS || sls_claim_tells_clock(c)
               : c->unit.len > 0;
}

/* `headline` NULL: without features. */
static sls_status fill(const sls_roll *roll, uint32_t entry, const sls_features *headline,
                       sls_arena *arena, sls_fact *out)
{
    const sls_claim *const c = roll->at[entry].claim;
    *out = (sls_fact){ .entry = entry, .article = roll->at[entry].article, .claim = c };
    out->event = sls_claim_event(c);
    out->recurrence = recurrence_of(out->event);
    out->span = span_of(out->event);
    out->tie = sls_tie_of(c);
    out->published = read_days(c->published, &out->has_published);
    out->when = read_days(c->as_of, &out->has_when);
    if (!out->has_when) {
        out->when = out->published;
        out->has_when = out->has_published;
    }
    if (c->kind == SLS_KIND_QUANTITY || !headline)
        out->portion = sls_portion_of(c);
    out->places = sls_place_marks_of(c->place);
    out->value = sls_hash(c->value) ^ (uint64_t)c->bound * UINT64_C(0x9E3779B97F4A7C15);
    if (c->kind == SLS_KIND_DATE) {
        out->days = read_days(c->value, &out->readable);
        out->rank = (uint64_t)((int64_t)out->days.first - INT32_MIN);
    } else {
        out->unit = base_unit(c->unit);
        out->readable = true;
        out->rank = number_rank(c->value);
        out->nth = sls_is_nth(c);
        out->age = sls_is_age(c);
        out->role = sls_is_role(c->what);
        /* "14 bodies" are 14 people dead */
        out->genus = out->role && sls_str_eq(c->unit, c->what)
                         ? SLS_STR("person")
                         : sls_lexicon_attribute(SLS_C_NOUN, out->unit, "is_a");
        /* eight dead are eight, be they people, passengers or bodies */
        out->value ^= sls_hash(out->role && out->genus.len > 0 ? out->genus : c->unit) << 1;
    }
    return headline ? sls_features_make(c, headline, arena, &out->features) : SLS_OK;
}

/* What two mentions of one article share when they are one fact. */
static sls_status sameness(const sls_claim *c, bool stances, sls_arena *arena, sls_str *out)
{
    const sls_str line = SLS_STR("\n");
    const char kinds[] = { (char)('a' + c->bound), (char)('a' + c->state),
                           c->zone == SLS_ZONE_BODY ? 'b' : 'h' };
    const sls_str pieces[] = { c->what,
                               line,
                               c->value,
                               line,
                               c->unit,
                               line,
                               c->entities,
                               line,
                               c->place,
                               line,
                               c->ordinal,
                               line,
                               stances ? c->stance : (sls_str){ 0 },
                               line,
                               { kinds, sizeof kinds } };

    return sls_arena_concat(arena, pieces, sizeof pieces / sizeof *pieces, out);
}

/* "Nine dead and eleven injured" is no list: each value is told what it counts. */
static bool is_listed_with(const sls_fact *a, const sls_fact *b)
{
    if (!sls_str_eq(a->claim->what, b->claim->what) && sls_is_role(a->claim->what) &&
        sls_is_role(b->claim->what))
        return false;
    if (a->age != b->age) /* how old somebody is, and for how long he is jailed */
        return false;
    return a->claim->sentence == b->claim->sentence && a->value != b->value &&
           sls_str_eq(a->unit, b->unit);
}

/* Sentences come in order, so the others of a fact's sentence are its neighbours. */
static void mark_lists(sls_fact *at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = i + 1; j < count && j - i <= LIST_MAX; j++) {
            if (at[j].claim->sentence != at[i].claim->sentence)
                break;
            if (is_listed_with(&at[i], &at[j]))
                at[i].listed = at[j].listed = true;
        }
    }
}

static void join_kinds(sls_kinds *of, sls_kinds more)
{
    *of = sls_kinds_join(*of, more);
}

/* Facts of a stretch of articles, on their way. */
typedef struct {
    const sls_roll *roll;
    sls_kind kind;
    bool stances;
    sls_arena *arena, *scratch; /* what stays, and of one article */
    sls_fact *at;               /* room for all of the stretch */
    uint32_t count;
    sls_kinds *kinds; /* per article */
    uint32_t *many;   /* per article: how many facts */
} making;

static sls_status add_article(making *m, uint32_t number)
{
    sls_map seen;
    sls_features headline = { 0 };
    bool first = true;
    const sls_roll_article *const article = &m->roll->articles[number];
    const uint32_t before = m->count;
    sls_kinds *const kinds = &m->kinds[number];
    sls_map_init(&seen, m->scratch);
    for (uint32_t i = article->first; i < article->end; i++) {
        const sls_claim *const c = m->roll->at[i].claim;
        sls_str key;
        uint32_t met;
        bool added;
        if (!is_wanted(c, m->kind, m->stances))
            continue;
        sls_status status = SLS_OK;
        if (first && !m->stances)
            status = sls_headline_words(c->headline, c->lang, m->scratch, &headline);
        join_kinds(kinds, headline.kinds);
        first = false;
        if (status == SLS_OK)
            status = sameness(c, m->stances, m->scratch, &key);
        if (status == SLS_OK)
            status = sls_map_intern(&seen, key, i, &met, &added);
        if (status == SLS_OK && added)
            status = fill(m->roll, i, m->stances ? NULL : &headline, m->arena, &m->at[m->count++]);
        if (status == SLS_OK && added)
            join_kinds(kinds, m->at[m->count - 1].features.kinds);
        if (status != SLS_OK)
            return status;
    }
    mark_lists(m->at + before, m->count - before);
    m->many[number] = m->count - before;
    return SLS_OK;
}

/* A date is another one by its event; quantities are told apart by their unit, bearers by role. */
static bool is_other(const sls_fact *a, const sls_fact *b)
{
    const sls_str x = a->claim->what, y = b->claim->what;
    if (a->claim->kind == SLS_KIND_DATE)
        return !sls_str_eq(a->event, b->event);
    return sls_is_role(x) && sls_is_role(y) && !sls_str_eq(x, y);
}

bool sls_facts_tell(const sls_facts *facts, uint32_t article, const sls_fact *other)
{
    const uint32_t first = facts->first[article], end = facts->first[article + 1];
    for (uint32_t i = first; i < end && i - first < KNOWN_MAX; i++)
        if (facts->values[i] == other->value && sls_str_eq(facts->at[i].unit, other->unit) &&
            !is_other(&facts->at[i], other))
            return true;
    return false;
}

bool sls_facts_know_both(const sls_facts *facts, const sls_fact *a, const sls_fact *b)
{
    return sls_facts_tell(facts, a->article, b) || sls_facts_tell(facts, b->article, a);
}

static sls_setting setting_of(const sls_facts *facts, const sls_fact *fact)
{
    return (sls_setting){ fact->features.kinds, facts->kinds[fact->article],
                          fact->article,        fact->claim->sentence,
                          fact->published,      fact->has_published };
}

bool sls_facts_part(const sls_facts *facts, const sls_fact *a, const sls_fact *b)
{
    return sls_happenings_part(&facts->happenings, setting_of(facts, a), setting_of(facts, b));
}

/* A fact by its value. */
typedef struct {
    uint64_t value;
    uint32_t fact;
} valued;

static int by_value(const void *x, const void *y)
{
    const valued *const a = x, *const b = y;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return a->fact < b->fact ? -1 : a->fact > b->fact;
}

/* The first fact of each value stands for all of its article. */
static sls_status find_heads(const sls_facts *facts, uint32_t article, sls_arena *scratch)
{
    const uint32_t first = facts->first[article], n = facts->first[article + 1] - first;
    valued *const keys = sls_arena_alloc(scratch, ((size_t)n + 1) * sizeof *keys);
    if (!keys)
        return SLS_ENOMEM;
    for (uint32_t i = 0; i < n; i++)
        keys[i] = (valued){ facts->at[first + i].value, first + i };
    if (n > 1)
        qsort(keys, n, sizeof *keys, by_value);
    for (uint32_t i = 0, head = 0; i < n; i++) {
        if (keys[i].value != keys[head].value)
            head = i;
        facts->head[keys[i].fact] = keys[head].fact;
    }
    return SLS_OK;
}

/* All facts, made by several threads: of stretches of articles, and the happenings. */
typedef struct {
    const sls_roll *roll;
    const bool *of; /* per article, whether it is wanted; NULL: all are */
    size_t pieces;
    making parts[SLS_PIECES_MOST];
    size_t rooms[SLS_PIECES_MOST]; /* claims that are wanted */
    sls_arena *arenas[SLS_PIECES_MOST + 1];
    sls_facts *out;
} workshop;

static sls_status count_wanted(void *context, size_t piece)
{
    workshop *const w = context;
    const making *const m = &w->parts[piece];
    const sls_piece own = sls_piece_of(w->roll->article_count, w->pieces, piece);
    sls_status status = SLS_OK;
    for (size_t n = own.first; status == SLS_OK && n < own.end; n++) {
        const sls_roll_article *const article = &w->roll->articles[n];
        if (w->of && !w->of[n])
            continue;
        status = sls_roll_read(w->roll, (uint32_t)n);
        for (uint32_t i = article->first; status == SLS_OK && i < article->end; i++)
            w->rooms[piece] += is_wanted(w->roll->at[i].claim, m->kind, m->stances);
    }
    return status;
}

static sls_status make_part(void *context, size_t piece)
{
    workshop *const w = context;
    if (piece == w->pieces)
        return sls_happenings_find(w->roll, w->of, w->arenas[piece], &w->out->happenings);
    making *const m = &w->parts[piece];
    const sls_piece own = sls_piece_of(w->roll->article_count, w->pieces, piece);
    sls_status status = SLS_OK;
    m->scratch = sls_arena_new(0);
    if (!m->scratch)
        return SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++) {
        sls_arena_reset(m->scratch);
        if (!w->of || w->of[i])
            status = add_article(m, (uint32_t)i);
    }
    sls_arena_free(m->scratch);
    return status;
}

static sls_status find_part_heads(void *context, size_t piece)
{
    workshop *const w = context;
    const sls_piece own = sls_piece_of(w->roll->article_count, w->pieces, piece);
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? SLS_OK : SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++) {
        sls_arena_reset(scratch);
        status = find_heads(w->out, (uint32_t)i, scratch);
    }
    sls_arena_free(scratch);
    return status;
}

/* Room for all that is wanted, and where in it each part begins. */
static sls_status make_room(workshop *w, sls_arena *arena)
{
    const size_t articles = w->roll->article_count;
    sls_facts *const out = w->out;
    size_t room = 0;
    for (size_t i = 0; i < w->pieces; i++)
        room += w->rooms[i];
    out->at = sls_arena_alloc(arena, (room + 1) * sizeof *out->at);
    out->head = sls_arena_alloc(arena, (room + 1) * sizeof *out->head);
    out->values = sls_arena_alloc(arena, (room + 1) * sizeof *out->values);
    out->first = sls_arena_calloc(arena, articles + 2, sizeof *out->first);
    out->kinds = sls_arena_calloc(arena, articles + 1, sizeof *out->kinds);
    if (!out->at || !out->head || !out->values || !out->first || !out->kinds)
        return SLS_ENOMEM;
    room = 0;
    for (size_t i = 0; i < w->pieces; i++) {
        w->parts[i].at = out->at + room;
        w->parts[i].kinds = out->kinds;
        w->parts[i].many = out->first + 1;
        room += w->rooms[i];
    }
    return SLS_OK;
}

/* One part behind the other; how many facts each article has becomes where they begin. */
static void join_parts(workshop *w)
{
    sls_facts *const out = w->out;
    for (size_t i = 0; i < w->pieces; i++) {
        const making *const m = &w->parts[i];
        if (m->count > 0 && m->at != out->at + out->count)
            memmove(out->at + out->count, m->at, m->count * sizeof *m->at);
        out->count += m->count;
    }
    for (uint32_t i = 0; i < out->count; i++)
        out->values[i] = out->at[i].value;
    for (uint32_t i = 1; i <= w->roll->article_count; i++)
        out->first[i] += out->first[i - 1];
}

static sls_status make_all(workshop *w, size_t jobs, sls_arena *arena)
{
    const bool happenings = !w->parts->stances && w->parts->kind == SLS_KIND_QUANTITY;
    sls_status status = sls_crew_run(count_wanted, w, w->pieces, jobs);
    if (status == SLS_OK)
        status = make_room(w, arena);
    if (status == SLS_OK)
        status = sls_crew_run(make_part, w, w->pieces + happenings, jobs);
    if (status != SLS_OK)
        return status;
    join_parts(w);
    for (uint32_t i = 0; i < w->out->happenings.count; i++)
        join_kinds(&w->out->kinds[w->out->happenings.at[i].article],
                   w->out->happenings.at[i].kinds);
    return happenings ? sls_crew_run(find_part_heads, w, w->pieces, jobs) : SLS_OK;
}

sls_status sls_facts_make(const sls_roll *roll, sls_kind kind, bool stances, const bool *of,
                          size_t jobs, sls_arena *arena, sls_facts *out)
{
    workshop w = { .roll = roll, .of = of, .pieces = sls_pieces_for(jobs), .out = out };
    sls_status status = SLS_OK;
    *out = (sls_facts){ 0 };
    for (size_t i = 0; i <= w.pieces; i++) {
        w.arenas[i] = sls_arena_new(0);
        if (!w.arenas[i])
            status = SLS_ENOMEM;
        if (i < w.pieces)
            w.parts[i] =
                (making){ .roll = roll, .kind = kind, .stances = stances, .arena = w.arenas[i] };
    }
    if (status == SLS_OK)
        status = make_all(&w, jobs, arena);
    for (size_t i = 0; i <= w.pieces; i++)
        sls_arena_adopt(arena, w.arenas[i]);
    return status;
}
