#include "match/days.h"

#include "base/ascii.h"
#include "match/align.h"
#include "match/company.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "match/places.h"
#include "model/stance.h"
#include "model/term.h"

enum { YEAR_DIGITS = 4 };

static bool is_day(const sls_fact *f)
{
    return f->readable && f->days.first == f->days.last &&
           sls_str_find_byte(f->claim->value, 'T') == SIZE_MAX;
}

/* Whether the day of the month stands there: not in "Monday", nor in "100 days ago". */
static bool has_number(const sls_fact *f)
{
    const sls_str text = f->claim->surface;
    int year, month, day, number = 0;
    sls_day_civil(f->days.first, &year, &month, &day);
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && sls_is_digit(text.ptr[i])) {
            number = number < 1000 ? number * 10 + (text.ptr[i] - '0') : number;
            continue;
        }
        if (number == day)
            return true;
        number = 0;
    }
    return false;
}

/* A day that is written out, of an event that comes seldom. */
static bool is_written(const sls_fact *f)
{
    const bool seldom = f->recurrence != SLS_REPEAT || (f->span > 0 && f->span <= SLS_DAYS_SPAN);
    return is_day(f) && seldom && f->recurrence != SLS_UNIQUE && f->event.len > 0 &&
           f->claim->state == SLS_ASSERTED && has_number(f) && f->has_published &&
           f->days.first <= f->published.last;
}

/* Whether one is the other with a digit lost, or both digits swapped, or is the day before it. */
static bool are_like(int a, int b)
{
    const int low = a < b ? a : b, high = a < b ? b : a;
    if (high - low == 1)
        return true;
    if (low < 10)
        return high / 10 == low || high % 10 == low;
    return high / 10 == low % 10 && high % 10 == low / 10;
}

/* Whether the year is written: else the reader takes the nearest. */
static bool has_year(const sls_fact *f)
{
    size_t digits = 0;
    for (size_t i = 0; i < f->claim->surface.len && digits < YEAR_DIGITS; i++)
        digits = sls_is_digit(f->claim->surface.ptr[i]) ? digits + 1 : 0;
    return digits == YEAR_DIGITS;
}

/* Whether one of year, month and day differs, and a day as a slip of the pen does. */
static bool is_slip(const sls_fact *a, const sls_fact *b)
{
    int year[2], month[2], day[2];
    sls_day_civil(a->days.first, &year[0], &month[0], &day[0]);
    sls_day_civil(b->days.first, &year[1], &month[1], &day[1]);
    const bool y = year[0] != year[1], m = month[0] != month[1], d = day[0] != day[1];
    return y + m + d == 1 && (!y || (has_year(a) && has_year(b))) &&
           (!d || are_like(day[0], day[1]));
}

/* Whether an article has another day for the event, or any date that is the day of `other`. */
static bool knows(const sls_pairing *in, const sls_fact *own, const sls_fact *other)
{
    for (uint32_t i = in->first[own->article]; i < in->first[own->article + 1]; i++) {
        const sls_fact *const f = &in->facts->at[i];
        if (!f->readable || sls_interval_relate(f->days, other->days) == SLS_SAME)
            return true;
        if (is_day(f) && sls_str_eq(f->event, own->event) &&
            sls_interval_relate(f->days, own->days) != SLS_SAME)
            return true;
    }
    return false;
}

/*
 * A night has two dates, and a session two days: one day apart is told of one thing where it comes
 * but once in years, or where another figure of the sentences agrees.
 */
static bool may_be_next(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    return sls_interval_gap(a->days, b->days) > 1 || a->span >= SLS_DAYS_TELLING ||
           sls_company_of(in->roll, a->entry, b->entry).figures > 0;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    if (!is_written(a) || !is_written(b) || !sls_str_eq(a->event, b->event) || !is_slip(a, b) ||
        sls_facts_place(a, b) == SLS_PLACES_APART || sls_stance_parts(a->claim, b->claim))
        return;
    const sls_str x = a->claim->ordinal, y = b->claim->ordinal;
    if (x.len > 0 && y.len > 0 && !sls_str_eq(x, y))
        return;
    const sls_overlap shared = sls_features_compare(&a->features, &b->features);
    const int likeness = sls_likeness(a, b, &shared);
    if (likeness < SLS_DAYS_FLOOR || !may_be_next(in, a, b) ||
        (a->features.persons > 0 && b->features.persons > 0 && shared.persons == 0) ||
        knows(in, a, b) || knows(in, b, a))
        return;
    sls_terms_add(terms, SLS_TERM_START, SLS_DAYS_SCORE);
    sls_terms_add(terms, SLS_TERM_LIKENESS, likeness / 4);
}

sls_status sls_days_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                         sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_DATED, score, arena, links);
}
