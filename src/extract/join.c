#include "extract/join.h"

#include "extract/resolve.h"

#include <string.h>

enum { MAX_DEPTH = 4, MAX_GAP = 3 };

static const sls_pattern JOINED_DATE = { SLS_S("joined"), SLS_S("date"), SLS_S("joined") };
static const sls_pattern JOINED_TIME = { SLS_S("joined"), SLS_S("time"), SLS_S("joined") };

/* What stands between two readings. */
typedef struct {
    bool other; /* something that joins nothing */
    bool comma, at, of, to, and, bracket;
    size_t step;  /* a word of before or after, or SIZE_MAX */
    size_t bound; /* any word that bounds a clock time: after, before, by; or SIZE_MAX */
    bool from;
    size_t length;
} gap;

static bool is(const sls_item *item, sls_concept concept)
{
    return sls_form_is(item->form, concept) && !(item->shape & SLS_SHAPED(NUM));
}

static bool says(const sls_item *item, sls_concept concept, const char *value)
{
    return is(item, concept) && sls_str_eq(sls_form_value(item->form, concept), sls_str_of(value));
}

static bool is_step(const sls_item *item)
{
    return says(item, SLS_C_SINCE, "before") || says(item, SLS_C_SINCE, "after");
}

static void see(const sls_items *items, size_t i, gap *g)
{
    const sls_item *item = &items->at[i];

    if (item->symbol == ',') {
        g->comma = true;
    } else if (item->symbol == '-' || item->symbol == SLS_SYMBOL_DASH || item->symbol == '~') {
        g->to = true;
    } else if (is_step(item)) {
        g->step = g->bound = i;
    } else if (says(item, SLS_C_SINCE, "to")) {
        g->to = is(item, SLS_C_TO);
        g->other = !g->to && g->length > 1;
        g->bound = i;
    } else if (is(item, SLS_C_TO)) {
        g->to = true;
    } else if (is(item, SLS_C_FROM)) {
        g->from = true; /* three weeks from tomorrow; "dua hari sejak Jumat" goes on from it */
        g->step = says(item, SLS_C_TO, "to") ? SIZE_MAX : i;
        g->other =
            items->document->lang_of[item->sentence] == SLS_LANG_ID && !is(item, SLS_C_LITERAL);
    } else if (item->symbol == '@' || is(item, SLS_C_HEDGE) || says(item, SLS_C_CLOCK, "at") ||
               says(item, SLS_C_LITERAL, "at") || says(item, SLS_C_LITERAL, "for") ||
               says(item, SLS_C_LITERAL, "the")) {
        g->at = true;
    } else if (says(item, SLS_C_LITERAL, "in") || says(item, SLS_C_LITERAL, "of")) {
        g->of = true;
    } else if (says(item, SLS_C_LITERAL, "and")) {
        g->and = true;
    } else {
        g->other = true;
    }
}

static gap between(const sls_items *items, const sls_reading *a, const sls_reading *b)
{
    gap g = { .step = SIZE_MAX, .bound = SIZE_MAX, .length = b->first - a->last - 1 };

    if (g.length > MAX_GAP)
        g.other = true;
    for (size_t i = a->last + 1; i < b->first && !g.other; i++)
        see(items, i, &g);
    return g;
}

static bool is_time(const sls_reading *r)
{
    return sls_reading_kind_is(r, "time");
}

static bool is_date(const sls_reading *r)
{
    return sls_reading_kind_is(r, "date");
}

static bool has_hour(const sls_reading *r)
{
    return sls_has(r, SLS_G_hour) || sls_has(r, SLS_G_clock) || r->join == SLS_JOIN_RANGE;
}

static bool makes(const sls_reading *r, const char *make)
{
    return sls_str_eq(r->pattern->make, sls_str_of(make));
}

/* A reading that can have a clock time beside it. */
static bool is_day(const sls_reading *r)
{
    if (!is_date(r) || sls_has(r, SLS_G_day2) || sls_has(r, SLS_G_month2))
        return false;
    if (r->join != SLS_JOIN_NONE)
        return r->join == SLS_JOIN_IN ||
               (r->join == SLS_JOIN_CLOCK && !has_hour(r->right) && !has_hour(r->left));
    return sls_has(r, SLS_G_day) || sls_has(r, SLS_G_weekday) || sls_has(r, SLS_G_rel) ||
           sls_has(r, SLS_G_holiday) || makes(r, "in") || makes(r, "point") || makes(r, "nth") ||
           makes(r, "unit");
}

/* A length of time: "2 minggu", "a week", without a hedge. */
static bool is_length(const sls_items *items, const sls_reading *r)
{
    const sls_when w = { .items = items, .r = r };
    sls_length length;

    if (r->join != SLS_JOIN_NONE || is_date(r) || is_time(r) || !sls_has(r, SLS_G_unit) ||
        sls_has(r, SLS_G_hedge) || sls_has(r, SLS_G_noun) || sls_reading_kind_is(r, "set"))
        return false;
    return sls_length_in(&w, &length);
}

/* A day, month, weekday or holiday that says no year of its own. */
static bool is_specific(const sls_reading *r)
{
    if (r->join != SLS_JOIN_NONE || !is_date(r) || sls_has(r, SLS_G_year) ||
        sls_has(r, SLS_G_since))
        return false;
    if (sls_has(r, SLS_G_day2) || sls_has(r, SLS_G_month2)) /* Januari-Maret tahun ini */
        return makes(r, "range") && !sls_has(r, SLS_G_year2);
    if (makes(r, "nth"))
        return !sls_has(r, SLS_G_month);
    return (makes(r, "date") || makes(r, "holiday") || makes(r, "season")) &&
           !sls_has(r, SLS_G_dei) && !sls_has(r, SLS_G_rel);
}

static bool is_coarse(const sls_reading *a, const sls_reading *b, const gap *g)
{
    if (b->join != SLS_JOIN_NONE || !is_date(b) || sls_has(b, SLS_G_since))
        return false;
    if (makes(b, "unit"))
        return true;
    if (makes(b, "in") || makes(b, "point") || makes(b, "ago"))
        return sls_has(a, SLS_G_holiday) || (sls_has(a, SLS_G_month) && !sls_has(a, SLS_G_day));
    if (makes(a, "nth"))
        return !sls_has(b, SLS_G_day) && !sls_has(b, SLS_G_weekday) &&
               (sls_has(b, SLS_G_month) || sls_has(b, SLS_G_year));
    return g->of && sls_has(b, SLS_G_year) && !sls_has(b, SLS_G_month) &&
           (makes(b, "date") || makes(b, "bare"));
}

static bool is_between(const sls_items *items, const sls_reading *a)
{
    for (size_t back = 1; back <= 2 && a->first >= back; back++)
        if (is(&items->at[a->first - back], SLS_C_BETWEEN))
            return true;
    return false;
}

static bool can_range(const sls_items *items, const sls_reading *a, const sls_reading *b,
                      const gap *g)
{
    if (!(g->to || (g->and &&is_between(items, a))) || g->comma || g->of || g->from)
        return false;
    if (a->join == SLS_JOIN_RANGE || b->join == SLS_JOIN_RANGE || sls_has(a, SLS_G_day2) ||
        sls_has(b, SLS_G_day2))
        return false;
    if (is_time(a) && is_time(b))
        return has_hour(a) && has_hour(b);
    return (is_date(a) || has_hour(a)) &&
           (is_date(b) || has_hour(b) || (a->join == SLS_JOIN_CLOCK && b->join == SLS_JOIN_NONE));
}

static sls_join join_of(const sls_items *items, const sls_reading *a, const sls_reading *b)
{
    const gap g = between(items, a, b);
    const bool times = is_time(a) || is_time(b);

    if (g.other || a->depth + b->depth + 1 > MAX_DEPTH)
        return SLS_JOIN_NONE;
    if (g.bound != SIZE_MAX && is_day(a) && is_time(b) && has_hour(b) && b->join == SLS_JOIN_NONE)
        return SLS_JOIN_CLOCK;
    if (g.step != SIZE_MAX)
        return is_length(items, a) && is_date(b) &&
                       (!g.from || sls_has(b, SLS_G_rel) || sls_has(b, SLS_G_dei) ||
                        sls_has(b, SLS_G_weekday) || sls_has(b, SLS_G_day)) &&
                       g.length <= 2
                   ? SLS_JOIN_STEP
                   : SLS_JOIN_NONE;
    if (can_range(items, a, b, &g))
        return SLS_JOIN_RANGE;
    if (g.to || g.and || g.bound != SIZE_MAX)
        return SLS_JOIN_NONE;
    if (a->join == SLS_JOIN_CLOCK && is_time(b) && !has_hour(b) && !g.of && g.length <= 1)
        return SLS_JOIN_CLOCK; /* 10 am to noon on Monday morning */
    if (times && is_day(a) && is_time(b) && !(g.of && !has_hour(b)))
        return SLS_JOIN_CLOCK;
    if (times && is_time(a) && is_day(b) && (has_hour(a) || g.of) && g.length <= 2)
        return SLS_JOIN_CLOCK;
    if (!times && is_specific(a) && is_coarse(a, b, &g) &&
        (!g.comma || sls_has(a, SLS_G_weekday)) && !g.at)
        return SLS_JOIN_IN;
    return SLS_JOIN_NONE;
}

static const sls_reading *keep(const sls_reading *r, sls_arena *arena)
{
    sls_reading *copy = sls_arena_alloc(arena, sizeof *copy);

    if (copy)
        *copy = *r;
    return copy;
}

static sls_status merge(const sls_items *items, sls_join how, const sls_reading *a,
                        const sls_reading *b, sls_arena *arena, sls_reading *out)
{
    const gap g = between(items, a, b);
    const sls_reading *day = is_time(a) ? b : a;
    sls_reading r;

    memset(&r, 0, sizeof r);
    r.pattern = is_time(a) && is_time(b) ? &JOINED_TIME : &JOINED_DATE;
    r.first = a->first;
    r.last = b->last;
    r.left = keep(a, arena);
    r.right = keep(b, arena);
    r.mark = g.bound != SIZE_MAX ? g.bound : g.step;
    r.join = (uint8_t)how;
    r.depth = (uint8_t)(a->depth + b->depth + 1);
    memset(r.from, 0xff, sizeof r.from);
    memset(r.to, 0xff, sizeof r.to);
    if (how == SLS_JOIN_CLOCK) { /* the weekday is still to be checked */
        r.from[SLS_G_weekday] = day->from[SLS_G_weekday];
        r.to[SLS_G_weekday] = day->to[SLS_G_weekday];
    }
    if (!r.left || !r.right)
        return SLS_ENOMEM;
    *out = r;
    return SLS_OK;
}

/* A word before a date that bounds it, or takes a part of it. */
static sls_join prefix_of(const sls_items *items, const sls_reading *r, size_t *mark)
{
    const bool clock = is_time(r) && has_hour(r);

    if (!(is_date(r) || clock) || sls_has(r, SLS_G_since) || r->depth >= MAX_DEPTH)
        return SLS_JOIN_NONE;
    for (size_t back = 1; back <= 2 && r->first >= back; back++) {
        const sls_item *item = &items->at[r->first - back];

        *mark = r->first - back;
        if (item->symbol == SLS_SYMBOL_BOUNDARY)
            break;
        if (is(item, SLS_C_PART) && is_date(r) && !sls_has(r, SLS_G_part))
            return SLS_JOIN_PART;
        if (is(item, SLS_C_SINCE) && !makes(r, "decade") && (back == 1 || !is_step(item)))
            return SLS_JOIN_SINCE;
        if (!says(item, SLS_C_LITERAL, "at") && !says(item, SLS_C_LITERAL, "the") &&
            !says(item, SLS_C_LITERAL, "of") && !says(item, SLS_C_CLOCK, "at"))
            break;
    }
    return SLS_JOIN_NONE;
}

/* "from" and "between" before a range are part of it. */
static void take_opener(const sls_items *items, size_t after, sls_reading *r)
{
    const sls_item *item = r->first > after ? &items->at[r->first - 1] : NULL;

    if (r->join == SLS_JOIN_RANGE && item &&
        (is(item, SLS_C_FROM) || is(item, SLS_C_BETWEEN) || says(item, SLS_C_SINCE, "from")))
        r->first--;
}

static sls_status prefix(const sls_items *items, size_t after, sls_arena *arena, sls_reading *r)
{
    for (int k = 0; k < 2; k++) {
        size_t mark;
        const sls_join how = r->join == SLS_JOIN_RANGE ? SLS_JOIN_NONE : prefix_of(items, r, &mark);
        sls_reading outer = *r;

        take_opener(items, after, r);
        if (how == SLS_JOIN_NONE || mark < after)
            return SLS_OK;
        outer.right = keep(r, arena);
        outer.left = NULL;
        outer.pattern = is_time(r) ? &JOINED_TIME : &JOINED_DATE;
        outer.mark = mark;
        outer.first = mark;
        outer.join = (uint8_t)how;
        outer.depth++;
        memset(outer.from, 0xff, sizeof outer.from);
        memset(outer.to, 0xff, sizeof outer.to);
        if (!outer.right)
            return SLS_ENOMEM;
        *r = outer;
        if (how == SLS_JOIN_SINCE)
            return SLS_OK;
    }
    return SLS_OK;
}

static bool mergeable(const sls_reading *a, const sls_reading *b)
{
    return b->first > a->last && b->first - a->last <= MAX_GAP + 1 && (is_date(b) || is_time(b));
}

/*
 * "Selasa malam hingga Rabu dini hari": what `r`, the end of a span from `a`, makes with the
 * reading behind it comes first.
 */
static bool takes_next(const sls_items *items, const sls_readings *all, const sls_reading *a,
                       size_t i)
{
    const sls_reading *r = &all->at[i];

    return i + 1 < all->count && a->join == SLS_JOIN_CLOCK &&
           join_of(items, a, r) == SLS_JOIN_RANGE && mergeable(r, &all->at[i + 1]) &&
           join_of(items, r, &all->at[i + 1]) == SLS_JOIN_CLOCK;
}

sls_status sls_dates_join(const sls_items *items, sls_arena *arena, sls_readings *readings)
{
    size_t kept = 0;
    sls_status status = SLS_OK;

    for (size_t i = 0; i < readings->count && status == SLS_OK; i++) {
        sls_reading *r = &readings->at[i];

        if (kept > 0 && mergeable(&readings->at[kept - 1], r) &&
            takes_next(items, readings, &readings->at[kept - 1], i)) {
            status = merge(items, SLS_JOIN_CLOCK, r, r + 1, arena, r + 1);
            r = &readings->at[++i];
        }
        while (status == SLS_OK && kept > 0 && mergeable(&readings->at[kept - 1], r)) {
            const sls_join how = join_of(items, &readings->at[kept - 1], r);

            if (how == SLS_JOIN_NONE)
                break;
            status = merge(items, how, &readings->at[kept - 1], r, arena, r);
            kept--;
        }
        if (kept != i)
            readings->at[kept] = *r;
        kept++;
    }
    readings->count = kept;
    for (size_t i = 0; i < kept && status == SLS_OK; i++)
        status = prefix(items, i > 0 ? readings->at[i - 1].last + 1 : 0, arena, &readings->at[i]);
    return status;
}
