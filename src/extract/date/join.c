#include "extract/date/join.h"

#include "extract/date/gap.h"
#include "extract/date/moment.h"
#include "extract/date/opener.h"
#include "extract/date/pair.h"

#include <string.h>

static bool is_time(const sls_reading *r)
{
    return sls_reading_is(r, SLS_READ(TIME));
}

static bool is_date(const sls_reading *r)
{
    return sls_reading_is(r, SLS_READ(DATE));
}

/* A reading that can have a clock time beside it. */
static bool is_day(const sls_reading *r)
{
    if (!is_date(r) || sls_has(r, SLS_G_day2) || sls_has(r, SLS_G_month2))
        return false;
    if (r->join != SLS_JOIN_NONE)
        return r->join == SLS_JOIN_IN ||
               (r->join == SLS_JOIN_CLOCK && !sls_reading_has_hour(r->right) &&
                !sls_reading_has_hour(r->left));
    return sls_has(r, SLS_G_day) || sls_has(r, SLS_G_weekday) || sls_has(r, SLS_G_rel) ||
           sls_has(r, SLS_G_holiday) || sls_reading_makes(r, "in") ||
           sls_reading_makes(r, "point") || sls_reading_makes(r, "nth") ||
           sls_reading_makes(r, "unit");
}

/* A length of time: "2 minggu", "more than a week". */
static bool is_some_length(const sls_items *items, const sls_reading *r)
{
    const sls_when w = { .items = items, .r = r };
    sls_length length;

    if (r->join != SLS_JOIN_NONE || is_date(r) || is_time(r) || !sls_has(r, SLS_G_unit) ||
        sls_has(r, SLS_G_noun) || sls_reading_is(r, SLS_READ(SET)))
        return false;
    return sls_length_in(&w, &length);
}

/* Some hours or minutes: what a clock time can be moved by. */
static bool is_clock_length(const sls_items *items, const sls_reading *r)
{
    const sls_when w = { .items = items, .r = r };
    sls_length length;

    return is_some_length(items, r) && !sls_has(r, SLS_G_hedge) && sls_length_in(&w, &length) &&
           length.minutes > 0 && length.days == 0 && length.months == 0;
}

/* ... without a hedge. */
static bool is_length(const sls_items *items, const sls_reading *r)
{
    return !sls_has(r, SLS_G_hedge) && is_some_length(items, r);
}

/* Monday, of no week that it tells. */
static bool is_bare_weekday(const sls_reading *r)
{
    return r->join == SLS_JOIN_NONE && is_date(r) && sls_reading_makes(r, "date") &&
           sls_has(r, SLS_G_weekday) && !sls_has(r, SLS_G_day) && !sls_has(r, SLS_G_dei) &&
           !sls_has(r, SLS_G_since);
}

/* A day, month, weekday or holiday that says no year of its own. */
static bool is_specific(const sls_reading *r)
{
    if (r->join == SLS_JOIN_CLOCK && is_time(r->right)) /* Wednesday evening */
        return is_specific(r->left) && sls_has(r->left, SLS_G_weekday);
    if (r->join == SLS_JOIN_RANGE) /* Monday to Friday */
        return (is_bare_weekday(r->left) && is_bare_weekday(r->right)) ||
               (sls_pair_bare_day(r->left) && sls_pair_bare_day(r->right));
    if (r->join != SLS_JOIN_NONE || !is_date(r) || sls_has(r, SLS_G_year) ||
        sls_has(r, SLS_G_since))
        return false;
    if (sls_has(r, SLS_G_day2) || sls_has(r, SLS_G_month2)) /* Januari-Maret tahun ini */
        return sls_reading_makes(r, "range") && !sls_has(r, SLS_G_year2);
    if (sls_reading_makes(r, "nth") || sls_reading_makes(r, "first"))
        return !sls_has(r, SLS_G_month) && !sls_has(r, SLS_G_unit3);
    return (sls_reading_makes(r, "date") || sls_reading_makes(r, "holiday") ||
            sls_reading_makes(r, "season")) &&
           !sls_has(r, SLS_G_dei) && !sls_has(r, SLS_G_rel);
}

static bool is_coarse(const sls_reading *a, const sls_reading *b, const sls_gap *g)
{
    if (b->join != SLS_JOIN_NONE || !is_date(b) || sls_has(b, SLS_G_since))
        return false;
    if (sls_reading_makes(b, "unit"))
        return true;
    if (sls_reading_makes(b, "in") || sls_reading_makes(b, "point") || sls_reading_makes(b, "ago"))
        return sls_has(a, SLS_G_holiday) || (sls_has(a, SLS_G_month) && !sls_has(a, SLS_G_day));
    if (sls_reading_makes(a, "nth") || sls_reading_makes(a, "first"))
        return !sls_has(b, SLS_G_day) && !sls_has(b, SLS_G_weekday) &&
               (sls_has(b, SLS_G_month) || sls_has(b, SLS_G_year));
    return g->of && sls_has(b, SLS_G_year) && !sls_has(b, SLS_G_month) &&
           (sls_reading_makes(b, "date") || sls_reading_makes(b, "bare"));
}

/* "next year in March", "last week on Monday", "next month on the 5th": what is named second. */
static bool is_coarse_first(const sls_reading *a, const sls_reading *b, const sls_gap *g)
{
    if (a->join != SLS_JOIN_NONE || !sls_reading_makes(a, "unit") || sls_has(a, SLS_G_part) ||
        !sls_has(a, SLS_G_dei) || b->join != SLS_JOIN_NONE || !sls_reading_makes(b, "date") ||
        !is_specific(b) || g->comma || g->length != 1 || !(g->of || g->at))
        return false;
    return true;
}

/* "the Monday after Easter", "first Tuesday after 1 November": no day's name alone would do. */
static bool is_weekday_beside(const sls_items *items, const sls_reading *a, const sls_reading *b)
{
    return a->join == SLS_JOIN_NONE && sls_reading_makes(a, "date") && sls_has(a, SLS_G_weekday) &&
           !sls_has(a, SLS_G_day) && !sls_has(a, SLS_G_dei) &&
           (sls_has(a, SLS_G_which) || sls_item_says(&items->at[a->first], SLS_C_LITERAL, "the")) &&
           is_date(b) && b->join == SLS_JOIN_NONE && !sls_has(b, SLS_G_since) &&
           (sls_has(b, SLS_G_day) || sls_has(b, SLS_G_holiday));
}

static bool is_between(const sls_items *items, const sls_reading *a)
{
    for (size_t back = 1; back <= 2 && a->first >= back; back++)
        if (sls_item_is(&items->at[a->first - back], SLS_C_BETWEEN))
            return true;
    return false;
}

/* A day of a year that is written: what a slash can stand between. */
static bool is_full(const sls_reading *r)
{
    if (r->join == SLS_JOIN_CLOCK)
        return is_full(r->left) || is_full(r->right);
    return is_date(r) && r->join == SLS_JOIN_NONE && sls_has(r, SLS_G_year) &&
           sls_has(r, SLS_G_day) && !sls_has(r, SLS_G_day2);
}

/* "late on Friday into Saturday morning": weekdays, or parts of days. */
static bool goes_into(const sls_reading *a, const sls_reading *b, const sls_gap *g)
{
    return g->into && (is_bare_weekday(a) || a->join == SLS_JOIN_CLOCK) &&
           (is_bare_weekday(b) || b->join == SLS_JOIN_CLOCK);
}

static bool can_range(const sls_items *items, const sls_reading *a, const sls_reading *b,
                      const sls_gap *g)
{
    if (g->slash && g->length == 1 && is_full(a) && is_full(b))
        return true;
    if (!(g->to || (g->and &&is_between(items, a)) || goes_into(a, b, g)) || g->of || g->from ||
        (g->comma &&
         !(sls_has(a, SLS_G_day) && !g->dash && (sls_has(b, SLS_G_day) || b->join == SLS_JOIN_IN))))
        return false;
    if (a->join == SLS_JOIN_RANGE || b->join == SLS_JOIN_RANGE || sls_has(a, SLS_G_day2) ||
        sls_has(b, SLS_G_day2))
        return false;
    if (is_time(a) && is_time(b))
        return sls_reading_has_hour(a) && sls_reading_has_hour(b);
    return (is_date(a) || sls_reading_has_hour(a)) &&
           (is_date(b) || sls_reading_has_hour(b) ||
            (a->join == SLS_JOIN_CLOCK && b->join == SLS_JOIN_NONE));
}

/* "from" or the like stands before a reading, or in it. */
static bool is_opened(const sls_items *items, const sls_reading *r)
{
    const sls_item *item = r->first > 0 ? &items->at[r->first - 1] : NULL;

    return sls_has(r, SLS_G_since) ||
           (item && (sls_item_is(item, SLS_C_FROM) || sls_item_says(item, SLS_C_SINCE, "from")));
}

/* A word that counts on from a moment as well: from, sejak; but not starting. */
static bool is_plain_from(const sls_item *item)
{
    return sls_item_is(item, SLS_C_FROM) && item->form->tokens == 1;
}

/* "from 10 am for 3 hours"; "for 3 hours from 10 am", "three days starting on Monday". */
static bool can_span(const sls_items *items, const sls_reading *a, const sls_reading *b,
                     const sls_gap *g)
{
    const bool point =
        (is_time(b) && sls_reading_has_hour(b) && b->join == SLS_JOIN_NONE) || is_day(b);
    const sls_item *before = a->first > 0 ? &items->at[a->first - 1] : NULL;
    const sls_item *opener = &items->at[b->first - (g->from || g->since)];
    const bool lasting = before && (sls_item_says(before, SLS_C_LITERAL, "for") ||
                                    sls_item_says(before, SLS_C_LITERAL, "lasting"));

    if (!is_date(b) && !is_time(b))
        return g->for_how_long && g->length == 1 && is_opened(items, a) && is_length(items, b) &&
               ((is_time(a) && sls_reading_has_hour(a) && a->join == SLS_JOIN_NONE) || is_day(a));
    if (!point || !(g->from || g->since || sls_has(b, SLS_G_since)) || g->of ||
        !is_length(items, a))
        return false;
    return lasting || !is_plain_from(opener);
}

/* "16 days from 1 July": so long after it; "dua hari sejak 1 Juli" are the first two. */
static bool is_counted_from(const sls_items *items, const sls_reading *a, const sls_reading *b,
                            const sls_gap *g)
{
    return g->length == 0 && is_date(b) && sls_has(b, SLS_G_since) &&
           is_plain_from(&items->at[b->first]) && is_length(items, a) &&
           items->document->lang_of[items->at[b->first].sentence] == SLS_LANG_EN;
}

/* A day and a clock time with a dash or a bracket between them: 31 May - 2:15 pm. */
static bool is_fielded(const sls_reading *a, const sls_reading *b, const sls_gap *g)
{
    if (g->colon)
        return g->length == 1 && is_full(a) && is_time(b) && sls_has(b, SLS_G_minute);
    if (!(g->dash || g->bracket) || g->comma || g->length != 1)
        return false;
    return (is_day(a) && is_time(b) && sls_reading_has_hour(b) && b->join == SLS_JOIN_NONE) ||
           (is_time(a) && sls_reading_has_hour(a) && a->join == SLS_JOIN_NONE && is_day(b));
}

/* 2 weeks before Christmas; three weeks from tomorrow; ten minutes before midnight. */
static bool can_step(const sls_items *items, const sls_reading *a, const sls_reading *b,
                     const sls_gap *g)
{
    if (is_time(b))
        return sls_reading_has_hour(b) && b->join == SLS_JOIN_NONE && !sls_has(b, SLS_G_hour2) &&
               g->length == 1 && !g->from && is_clock_length(items, a);
    return is_some_length(items, a) && is_date(b) && g->length <= 2 &&
           (!g->from || sls_has(b, SLS_G_rel) || sls_has(b, SLS_G_dei) ||
            sls_has(b, SLS_G_weekday) || sls_has(b, SLS_G_day) || sls_has(b, SLS_G_holiday));
}

static bool says_ago(const sls_items *items, const sls_reading *r)
{
    return r->join == SLS_JOIN_NONE && sls_reading_makes(r, "point") &&
           sls_item_says(&items->at[r->last], SLS_C_DEICTIC, "ago");
}

/* "two weeks ago today", "a year ago this month": back from what is said behind. */
static bool is_ago_beside(const sls_items *items, const sls_reading *a, const sls_reading *b,
                          const sls_gap *g)
{
    return g->length == 0 && says_ago(items, a) && is_date(b) && b->join == SLS_JOIN_NONE &&
           !sls_has(b, SLS_G_since) && !sls_has(b, SLS_G_year) && !sls_has(b, SLS_G_n) &&
           (sls_has(b, SLS_G_rel) || sls_reading_makes(b, "unit") || sls_reading_makes(b, "date"));
}

/* "on the night of 5 May, on the morning of June 3": a part of another day than the one before. */
static bool part_belongs_ahead(const sls_items *items, const sls_reading *a, const sls_reading *b,
                               const sls_gap *g)
{
    if (sls_reading_has_hour(b))
        return false;
    return a->join == SLS_JOIN_CLOCK ||
           (g->comma && b->last + 1 < items->count &&
            sls_item_says(&items->at[b->last + 1], SLS_C_LITERAL, "of"));
}

/* "in the early hours Friday", "in the evening on Monday": more than one word tells the part. */
static bool is_hours_of(const sls_items *items, const sls_reading *a, const sls_reading *b,
                        const sls_gap *g)
{
    const sls_form *part =
        sls_has(a, SLS_G_daypart) ? items->at[a->from[SLS_G_daypart]].form : NULL;

    return part && part->tokens > 1 && is_bare_weekday(b) && g->length <= 1 &&
           (g->length == 0 ||
            (g->at && items->document->lang_of[items->at[b->first].sentence] == SLS_LANG_EN));
}

/* A day and a clock time or a part of the day, with at most a preposition or a comma between. */
static bool can_clock(const sls_items *items, const sls_reading *a, const sls_reading *b,
                      const sls_gap *g)
{
    const bool hour = is_time(b) && sls_reading_has_hour(b);

    if (g->to || g->and)
        return false;
    if (g->onward != SIZE_MAX) /* 3 pm or later on Monday */
        return is_time(a) && sls_reading_has_hour(a) && a->join == SLS_JOIN_NONE && is_day(b) &&
               g->length <= 2 && !g->comma && g->bound == SIZE_MAX;
    if (is_date(a) && sls_has(a, SLS_G_day2) && hour && b->join == SLS_JOIN_NONE &&
        !sls_has(b, SLS_G_hour2) && !g->comma)
        return true; /* 22-23 Feb at 7 pm */
    if (g->bound != SIZE_MAX)
        return false;
    if (a->join == SLS_JOIN_CLOCK && is_time(b) && !hour && !g->of && !g->comma && g->length <= 1)
        return true; /* 10 am to noon on Monday morning */
    if (is_time(b) && is_day(a) && !(g->of && !hour) && !part_belongs_ahead(items, a, b, g))
        return true;
    return is_time(a) && is_day(b) && g->length <= 2 &&
           (sls_reading_has_hour(a) || g->of || /* pada malam 5 Mei */
            is_hours_of(items, a, b, g) ||
            (g->length == 0 && sls_has(b, SLS_G_day) && sls_has(b, SLS_G_month)));
}

static sls_join join_of(const sls_items *items, const sls_reading *a, const sls_reading *b)
{
    const sls_gap g = sls_gap_between(items, a, b);

    if (g.other || a->depth + b->depth + 1 > SLS_JOIN_DEPTH)
        return SLS_JOIN_NONE;
    if (can_span(items, a, b, &g))
        return SLS_JOIN_SPAN;
    if (is_counted_from(items, a, b, &g) || is_ago_beside(items, a, b, &g))
        return SLS_JOIN_STEP;
    if (!is_date(b) && !is_time(b))
        return SLS_JOIN_NONE;
    if (is_fielded(a, b, &g))
        return SLS_JOIN_CLOCK;
    if (g.possessive && g.length == 1 && is_day(a) && is_time(b) && b->join == SLS_JOIN_NONE &&
        sls_reading_has_hour(b))
        return SLS_JOIN_CLOCK; /* Monday's 10 am meeting */
    if (g.possessive)
        return g.length == 1 && is_date(a) && a->join == SLS_JOIN_NONE &&
                       (sls_reading_makes(b, "nth") ||
                        (sls_reading_makes(b, "holiday") && sls_reading_makes(a, "unit"))) &&
                       !sls_has(b, SLS_G_year) && !sls_has(b, SLS_G_month)
                   ? SLS_JOIN_IN
                   : SLS_JOIN_NONE;
    if (g.from && sls_has(a, SLS_G_weekday) && is_specific(a) && sls_reading_makes(b, "unit") &&
        g.length == 1)
        return SLS_JOIN_IN; /* Sunday from last week */
    if (g.step != SIZE_MAX && !g.from && g.length <= 2 && is_weekday_beside(items, a, b))
        return SLS_JOIN_STEP;
    if (g.bound != SIZE_MAX && !g.bracket && is_day(a) && is_time(b) && sls_reading_has_hour(b) &&
        b->join == SLS_JOIN_NONE && !(g.since && sls_reading_makes(a, "unit")))
        return SLS_JOIN_CLOCK;
    if (g.since || g.bracket)
        return SLS_JOIN_NONE;
    if (g.step != SIZE_MAX)
        return can_step(items, a, b, &g) ? SLS_JOIN_STEP : SLS_JOIN_NONE;
    if (can_range(items, a, b, &g))
        return SLS_JOIN_RANGE;
    if (g.slash || g.into || g.colon)
        return SLS_JOIN_NONE;
    if (can_clock(items, a, b, &g))
        return SLS_JOIN_CLOCK;
    if (g.onward != SIZE_MAX || g.to || g.and || g.bound != SIZE_MAX)
        return SLS_JOIN_NONE;
    if (is_date(a) && is_date(b) && is_coarse_first(a, b, &g))
        return SLS_JOIN_IN;
    if (!is_time(a) && !is_time(b) && is_specific(a) && is_coarse(a, b, &g) &&
        (!g.comma || sls_has(a, SLS_G_weekday)) && !g.at)
        return SLS_JOIN_IN;
    return SLS_JOIN_NONE;
}

static sls_status merge(const sls_items *items, sls_join how, const sls_reading *a,
                        const sls_reading *b, sls_arena *arena, sls_reading *out)
{
    const sls_gap g = sls_gap_between(items, a, b);
    const sls_reading *day = is_time(a) ? b : a;
    sls_reading r;

    memset(&r, 0, sizeof r);
    sls_reading_be(&r, sls_joined_pattern(is_time(b) && (is_time(a) || how == SLS_JOIN_STEP)));
    r.first = a->first;
    r.last = b->last + (g.bracket && items->at[b->last + 1].symbol == ')');
    r.left = sls_reading_keep(a, arena);
    r.right = sls_reading_keep(b, arena);
    r.mark = g.bound != SIZE_MAX ? g.bound : g.onward != SIZE_MAX ? g.onward : g.step;
    if (how == SLS_JOIN_STEP && r.mark == SIZE_MAX)
        r.mark = says_ago(items, a) ? a->last : b->first; /* its own "from" */
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

static bool mergeable(const sls_reading *a, const sls_reading *b)
{
    return b->first > a->last && b->first - a->last <= SLS_GAP_MAX + 1 &&
           (is_date(b) || is_time(b) || ((is_date(a) || is_time(a)) && sls_has(b, SLS_G_unit)));
}

/* "three days, from the 12th to the 14th" says both, how long and from when to when. */
static bool ranges_ahead(const sls_items *items, const sls_readings *readings, size_t i)
{
    return i + 1 < readings->count && mergeable(&readings->at[i], &readings->at[i + 1]) &&
           join_of(items, &readings->at[i], &readings->at[i + 1]) == SLS_JOIN_RANGE;
}

/*
 * "Selasa malam hingga Rabu dini hari", "from 1 May 2014 to 30 June of this year": what the
 * reading at `i`, the end of a span from `a`, makes with the reading behind it comes first.
 */
static sls_join takes_next(const sls_items *items, const sls_readings *all, const sls_reading *a,
                           size_t i)
{
    const sls_reading *r = &all->at[i];
    sls_join how;

    if (i + 1 >= all->count || !mergeable(r, &all->at[i + 1]) ||
        !(a->join == SLS_JOIN_CLOCK || sls_has(a, SLS_G_year)) ||
        join_of(items, a, r) != SLS_JOIN_RANGE)
        return SLS_JOIN_NONE;
    how = join_of(items, r, &all->at[i + 1]);
    return how == (a->join == SLS_JOIN_CLOCK ? SLS_JOIN_CLOCK : SLS_JOIN_IN) ? how : SLS_JOIN_NONE;
}

/* Dates and times with the words around them that open them. SLS_OK or SLS_ENOMEM. */
static sls_status open_all(const sls_items *items, sls_arena *arena, sls_readings *readings)
{
    const uint32_t dates = SLS_READ(DATE) | SLS_READ(TIME); /* one reading in four */
    sls_status status = SLS_OK;

    for (size_t i = 0; i < readings->count && status == SLS_OK; i++)
        if (sls_reading_is(&readings->at[i], dates))
            status = sls_open_behind(items, arena, &readings->at[i]);
    for (size_t i = 0; i < readings->count && status == SLS_OK; i++)
        if (sls_reading_is(&readings->at[i], dates))
            status = sls_open_before(items, i > 0 ? readings->at[i - 1].last + 1 : 0, arena,
                                     &readings->at[i]);
    return status;
}

/* Spans of what one word opens and the next one ends. */
static sls_status meet(const sls_items *items, sls_arena *arena, sls_readings *readings)
{
    size_t kept = 0;

    for (size_t i = 0; i < readings->count; i++) {
        const sls_status status =
            kept > 0 && readings->at[i].join == SLS_JOIN_SINCE
                ? sls_open_meet(items, arena, &readings->at[kept - 1], &readings->at[i])
                : SLS_ENOTFOUND;

        if (status == SLS_ENOMEM)
            return status;
        kept -= status == SLS_OK;
        if (kept != i)
            readings->at[kept] = readings->at[i];
        kept++;
    }
    readings->count = kept;
    return SLS_OK;
}

sls_status sls_dates_join(const sls_items *items, sls_arena *arena, sls_readings *readings)
{
    size_t kept = 0;
    sls_status status = SLS_OK;

    for (size_t i = 0; i < readings->count && status == SLS_OK; i++) {
        sls_reading *r = &readings->at[i];

        sls_opener_drop(items, r);
        const sls_join first = kept > 0 && mergeable(&readings->at[kept - 1], r)
                                   ? takes_next(items, readings, &readings->at[kept - 1], i)
                                   : SLS_JOIN_NONE;

        if (first != SLS_JOIN_NONE) {
            status = merge(items, first, r, r + 1, arena, r + 1);
            r = &readings->at[++i];
        }
        while (status == SLS_OK && kept > 0 && mergeable(&readings->at[kept - 1], r)) {
            const sls_join how = join_of(items, &readings->at[kept - 1], r);

            if (how == SLS_JOIN_NONE || (how == SLS_JOIN_SPAN && ranges_ahead(items, readings, i)))
                break;
            status = merge(items, how, &readings->at[kept - 1], r, arena, r);
            kept--;
        }
        if (kept != i)
            readings->at[kept] = *r;
        kept++;
    }
    readings->count = kept;
    if (status == SLS_OK)
        status = open_all(items, arena, readings);
    return status == SLS_OK ? meet(items, arena, readings) : status;
}
