#include "extract/date/written.h"

#include <stdio.h>

enum { NONE = 0 };

static int month_in(const sls_when *w, sls_group_name g)
{
    const int n = sls_small(sls_when_value(w, g, SLS_C_MONTH));

    return n != NONE ? n : sls_when_number(w, g);
}

static int reference_year(const sls_when *w)
{
    int y, m, d;

    sls_day_civil(w->reference->days.last, &y, &m, &d);
    return y;
}

/* Whether a group's number is written in words. */
static bool spelt(const sls_when *w, sls_group_name g)
{
    return sls_has(w->r, g) && w->items->at[w->r->from[g]].shape & SLS_SHAPED(WORDS);
}

/* "nineteen eighty-six": two numbers; 0 when they make no year. */
static int spelt_year(const sls_when *w, sls_group_name g)
{
    int64_t hundreds = 0, rest = 0;

    if (!sls_decimal_integer(w->items->at[w->r->from[g]].value, &hundreds) ||
        !sls_decimal_integer(w->items->at[w->r->to[g]].value, &rest) || hundreds < 10 ||
        hundreds > 20 || rest < 10 || rest > 99)
        return NONE;
    return (int)(100 * hundreds + rest);
}

/* 24 -> 2024, 95 -> 1995: the century that puts the year nearest before the article's, or 2026. */
static int full_year(const sls_when *w, sls_group_name g)
{
    const int year = sls_when_number(w, g);
    int now = 2026;

    if (spelt(w, g) && w->r->to[g] > w->r->from[g])
        return spelt_year(w, g);

    if (year > 543 &&
        sls_str_list_has(SLS_STR("BE;Buddha"), sls_when_value(w, SLS_G_era, SLS_C_ERA)))
        return year - 543; /* of the Buddha: 2567 is 2024 */
    if (year == NONE || year >= 1000 || sls_has(w->r, SLS_G_era) || sls_reading_makes(w->r, "slip"))
        return year;
    if (w->reference->grain != SLS_GRAIN_NONE)
        now = reference_year(w);
    return year + 2000 <= now + 5 ? year + 2000 : year + 1900;
}

/* 2/15 and 13/1: a number over twelve is the day, whichever stands first. */
static sls_written ordered(sls_written x)
{
    if (x.month > 12 && x.day >= 1 && x.day <= 12) {
        const int day = x.month;

        x.month = x.day;
        x.day = day;
    }
    return x;
}

static sls_written written_in(const sls_when *w, sls_group_name year, sls_group_name month,
                              sls_group_name day)
{
    const sls_written x = { full_year(w, year), month_in(w, month), sls_when_number(w, day) };

    return sls_str_starts(w->r->pattern->make, SLS_STR("swap")) ? ordered(x) : x;
}

sls_written sls_written_first(const sls_when *w)
{
    sls_written x = written_in(w, SLS_G_year, SLS_G_month, SLS_G_day);

    if (x.day == NONE && x.month != NONE && spelt(w, SLS_G_year) &&
        sls_when_number(w, SLS_G_year) <= 31) {
        x.day = sls_when_number(w, SLS_G_year); /* May twenty-nine; May two thousand and five */
        x.year = NONE;
    }
    return x;
}

sls_written sls_written_second(const sls_when *w)
{
    return written_in(w, SLS_G_year2, SLS_G_month2, SLS_G_day2);
}

sls_status sls_written_days(sls_written w, sls_interval *out)
{
    if (w.month == NONE)
        return sls_interval_of_year(w.year, out);
    if (w.day == NONE)
        return sls_interval_of_month(w.year, w.month, out);
    return sls_interval_of_day(w.year, w.month, w.day, out);
}

static bool fits_weekday(const sls_when *when, sls_written w)
{
    sls_interval days;

    if (when->weekday == NONE || w.day == NONE)
        return true;
    return sls_written_days(w, &days) == SLS_OK && sls_day_weekday(days.first) == when->weekday;
}

/* "12 March", all that is said in April, is the one just over, not that of the year to come. */
static bool is_just_over(sls_written w, int year, int32_t now)
{
    const int32_t JUST = 100; /* chrono takes the nearer day, Duckling the next */
    sls_interval next, last;

    w.year = year;
    if (w.day == NONE || sls_written_days(w, &next) != SLS_OK || next.first <= now)
        return false;
    w.year--;
    return sls_written_days(w, &last) == SLS_OK && now - last.last <= JUST;
}

/* A day of the week of the report is that of this year, though another year's has the weekday. */
static bool is_of_report(sls_written w, int year, const sls_when *when)
{
    const int32_t BEFORE = 7, AFTER = 2;
    sls_interval days;

    w.year = year;
    return when->weekday != NONE && w.day != NONE && sls_written_days(w, &days) == SLS_OK &&
           days.first >= when->reference->days.first - BEFORE &&
           days.first <= when->reference->days.last + AFTER &&
           when->reference->days.last - when->reference->days.first <= AFTER;
}

/* The year that the article's date and the weekday make likely. */
static int infer_year(const sls_when *when, sls_written w)
{
    const int32_t last = when->reference->days.last, first = when->reference->days.first;
    /* papers announce the near future without a word for it, days more than months */
    const int32_t GRACE = 7, SEASON = 120, grace = w.day != NONE ? 45 : GRACE;
    const int now = reference_year(when);
    int best = NONE;

    for (int year = now - 1; year <= now + 1; year++)
        if (is_of_report(w, year, when))
            return year;
    for (int pass = 0; pass < 2 && best == NONE; pass++) {
        for (int k = 0; k < 6 && best == NONE; k++) {
            /* behind: this year, last year, next; ahead: this year, next, last; 29 February:
             * farther */
            static const int BEHIND[] = { 0, -1, 1, -2, -3, -4 }, AHEAD[] = { 0, 1, -1, 2, 3, 4 };
            sls_written try = w;
            sls_interval days;

            try.year = now + (when->ahead ? AHEAD[k] : BEHIND[k]);
            if (k > 2 && (w.month != 2 || w.day != 29))
                break;
            if (sls_written_days(try, &days) != SLS_OK || (pass == 0 && !fits_weekday(when, try)))
                continue;
            if (pass == 0 && when->weekday != NONE && w.day != NONE &&
                days.first <= last + SEASON && days.first >= first - SEASON)
                return try.year; /* its weekday tells it from the neighbouring years */
            if (when->ahead ? days.last + (when->alone ? 0 : GRACE) < first
                            : days.first > last + grace)
                continue;
            best = try.year;
        }
    }
    if (best != NONE && when->alone && when->ahead && when->weekday == NONE &&
        is_just_over(w, best, first))
        return best - 1;
    return best == NONE ? now : best;
}

/* Day of the month alone: the month that puts it last before publication. */
static void infer_month(const sls_when *when, sls_written *w)
{
    int y, m, d, step;
    sls_written try;
    sls_interval days;

    sls_day_civil(when->reference->days.last, &y, &m, &d);
    step = !when->ahead && w->day > d ? -1 : when->ahead && w->day < d ? 1 : 0;
    for (int k = 0; k < 12; k++) { /* a weekday beside it says which month, the nearest */
        const int far = when->ahead ? k : k % 2 == 1 ? -(k + 1) / 2 : k / 2;
        const int months = 12 * y + m - 1 + step + far;

        try = (sls_written){ months / 12, months % 12 + 1, w->day };
        if (k == 0)
            *w = try;
        if (when->weekday == NONE)
            return;
        if (sls_written_days(try, &days) == SLS_OK && fits_weekday(when, try)) {
            *w = try;
            return;
        }
    }
}

bool sls_written_complete(const sls_when *when, sls_written *w)
{
    if (w->year != NONE)
        return true;
    if (when->reference->grain == SLS_GRAIN_NONE)
        return false;
    if (w->month == NONE && w->day == NONE)
        return false;
    if (w->month == NONE)
        infer_month(when, w);
    else
        w->year = infer_year(when, *w);
    return true;
}

void sls_written_share(sls_written *a, sls_written *b)
{
    if (a->month == NONE && a->day != NONE)
        a->month = b->month;
    if (b->month == NONE && b->day != NONE)
        b->month = a->month;
    if (a->year == NONE && b->year != NONE)
        a->year = b->year - (a->month > b->month && a->month != NONE && b->month != NONE);
    if (b->year == NONE && a->year != NONE)
        b->year = a->year + (a->month > b->month && b->month != NONE);
}

sls_status sls_written_text(sls_written w, sls_arena *arena, sls_str *out)
{
    char year[8] = "XXXX";

    if (w.year != NONE)
        snprintf(year, sizeof year, "%04d", w.year);
    if (w.day == NONE)
        return sls_arena_format(arena, out, "%s-%02d", year, w.month);
    return sls_arena_format(arena, out, "%s-%02d-%02d", year, w.month, w.day);
}
