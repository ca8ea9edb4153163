#include "extract/date/pair.h"

/* The reference as a moment. */
static sls_moment now_of(const sls_when *w)
{
    sls_moment now = SLS_MOMENT_NONE;

    now.dated = true;
    now.days = w->reference->days;
    now.minute = w->reference->minute;
    now.offset = w->reference->offset;
    return now;
}

static sls_status months_span(sls_interval from, int months, int steps, sls_interval *out)
{
    int y, m, d, n;

    sls_day_civil(from.last, &y, &m, &d);
    n = (12 * y + m - 1) / months + steps;
    return n * months < 12 ? SLS_ERANGE
                           : sls_months_days(n * months / 12, months, n % (12 / months) + 1, out);
}

sls_status sls_span_of(sls_interval from, sls_str unit, int steps, sls_interval *out)
{
    const int months = sls_unit_months(unit);
    int y, m, d;

    if (months > 0)
        return months_span(from, months, steps, out);
    sls_day_civil(from.last, &y, &m, &d);
    if (sls_str_eq(unit, SLS_STR("year")))
        return sls_interval_of_year(y + steps, out);
    if (sls_str_eq(unit, SLS_STR("decade")))
        return sls_interval_of_decade(y + 10 * steps, out);
    if (sls_str_eq(unit, SLS_STR("century")))
        return sls_century_days(y / 100 + 1 + steps, out);
    *out = from;
    if (from.first != from.last) /* a week of an article dated by month is no finer */
        return SLS_OK;
    if (sls_str_eq(unit, SLS_STR("week")) || sls_str_eq(unit, SLS_STR("weekend"))) {
        out->first = from.first - (sls_day_weekday(from.first) - 1) + 7 * steps;
        out->last = out->first + 6;
        if (unit.len > 4)
            out->first += 5;
        return SLS_OK;
    }
    if (sls_str_eq(unit, SLS_STR("day")))
        out->first = out->last = from.first + steps;
    return SLS_OK;
}

static bool is_clock_unit(sls_str unit)
{
    return sls_str_eq(unit, SLS_STR("hour")) || sls_str_eq(unit, SLS_STR("minute")) ||
           sls_str_eq(unit, SLS_STR("second"));
}

/* "tahun lalu", "this week", "hari ini" written as unit and direction. */
static sls_status unit_of(const sls_when *w, int steps, sls_moment *out)
{
    const sls_str unit = sls_when_unit(w, SLS_G_unit);

    out->dated = out->inferred = true;
    if (is_clock_unit(unit)) {
        sls_length one = { 0, 0, sls_str_eq(unit, SLS_STR("hour")) ? 60 : 1, unit };
        const sls_moment now = now_of(w);

        if (!sls_when_has_minute(w))
            return SLS_ENOTFOUND;
        if (steps == 0)
            one.minutes = 0;
        return sls_moment_add(&now, &one, steps < 0 ? -1 : 1, out);
    }
    if (sls_span_of(w->reference->days, unit, steps, &out->days) != SLS_OK)
        return SLS_ENOTFOUND;
    if (sls_str_eq(unit, SLS_STR("weekend")) && sls_when_has_day(w) &&
        sls_str_eq(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC), SLS_STR("soon")) &&
        out->days.first - 7 > w->reference->days.last) { /* this coming weekend is this week's */
        out->days.first -= 7;
        out->days.last -= 7;
    }
    return SLS_OK;
}

/*
 * "sore tadi", "semalam": the last such part of the day, which is the day before's when the article
 * was published earlier in the day. Where its hour is not known it may be either's, but for the
 * morning: papers of the day before's evening have their own date.
 */
static void last_part(const sls_when *w, int steps, sls_moment *out)
{
    const int NOON = 720, LATE = 1380;
    const bool known = sls_when_has_minute(w);

    if (!sls_when_has_day(w))
        return;
    if (known && steps == 0 && w->reference->minute < out->minute)
        out->days.first = --out->days.last;
    else if (known ? steps < 0 && w->reference->minute >= LATE : out->minute >= NOON) {
        out->wide = (sls_interval){ w->reference->days.first - 1, w->reference->days.last };
        out->bounded = true;
    }
}

/*
 * "day-1", "week+0", "day+0@night", "month+0:last": reltime values; "day+0@night<" is the night
 * that is over.
 */
static sls_status reltime_of(const sls_when *w, sls_moment *out)
{
    sls_str v = sls_when_value(w, SLS_G_rel, SLS_C_RELTIME), tail = { 0 };
    size_t sign = 0, end;

    if (sls_str_eq(v, SLS_STR("now"))) {
        *out = now_of(w);
        out->inferred = true;
        return SLS_OK;
    }
    for (end = 0; end < v.len && v.ptr[end] != '@' && v.ptr[end] != ':'; end++)
        if (v.ptr[end] == '+' || v.ptr[end] == '-')
            sign = end;
    tail = sls_str_slice(v, end, v.len);
    if (sign == 0)
        return SLS_ENOTFOUND;
    out->dated = out->inferred = true;
    if (sls_span_of(w->reference->days, sls_str_slice(v, 0, sign),
                    sls_small(sls_str_slice(v, sign, end)), &out->days) != SLS_OK)
        return SLS_ENOTFOUND;
    if (tail.len > 1 && tail.ptr[0] == ':')
        out->days = sls_third_of(out->days, sls_str_slice(tail, 1, tail.len));
    if (tail.len > 1 && tail.ptr[0] == '@') {
        const size_t over = sls_str_ends(tail, SLS_STR("<"));

        sls_daypart_set(sls_str_slice(tail, 1, tail.len - over), out);
        if (over)
            last_part(w, sls_small(sls_str_slice(v, sign, end)), out);
    }
    return SLS_OK;
}

/* Seconds and minutes ago need a clock; without one hours leave the day open. */
static sls_status clock_steps(const sls_when *w, const sls_length *by, int sign, bool grained,
                              sls_moment *out)
{
    const sls_moment now = now_of(w);

    if (!sls_when_has_minute(w))
        return SLS_ENOTFOUND;
    if (sls_moment_add(&now, by, sign, out) != SLS_OK)
        return SLS_ENOTFOUND;
    out->inferred = true;
    if (grained && sls_str_eq(by->unit, SLS_STR("hour")) && by->minutes % 60 == 0) {
        out->minute -= out->minute % 60;
        out->about = true;
    }
    return sls_moment_few(w, &now, sign, out);
}

/*
 * "tiga bulan lalu", "in two weeks": a step of whole units. Said with the grain of the unit
 * (grained) or as the day so far away, which is then about that day.
 */
static sls_status steps_of(const sls_when *w, const sls_length *by, int sign, bool grained,
                           sls_moment *out)
{
    sls_moment now = now_of(w), last;
    sls_length far;
    const bool coarse = by->months > 0 || sls_str_eq(by->unit, SLS_STR("week"));

    if (is_clock_unit(by->unit))
        return sls_has(w->r, SLS_G_n4) ? SLS_ENOTFOUND : clock_steps(w, by, sign, grained, out);
    now.minute = -1;
    now.offset = SLS_OFFSET_UNKNOWN;
    if (sls_moment_add(&now, by, sign, out) != SLS_OK ||
        sls_span_of(out->days, by->unit, 0, &out->wide) != SLS_OK)
        return SLS_ENOTFOUND;
    out->inferred = true;
    if (grained || !sls_when_has_day(w))
        out->days = out->wide;
    else
        out->about = coarse || sls_has(w->r, SLS_G_after); /* a day or so ago */
    if (sls_length_far(w, &far)) {
        if (sls_moment_add(&now, &far, sign, &last) != SLS_OK)
            return SLS_ENOTFOUND;
        out->days = out->wide = sls_interval_hull(out->days, last.days);
    }
    sls_pair_hedge(w, &now, sign < 0, out);
    return sls_moment_few(w, &now, sign, out);
}

/* "tiga bulan terakhir", "next two weeks", "within ten days": up to now, or from now on. */
static sls_status window_of(const sls_when *w, const sls_length *by, int sign, sls_moment *out)
{
    const sls_moment now = now_of(w);
    sls_moment far;

    const bool clock = is_clock_unit(by->unit);

    if (clock && !sls_when_has_minute(w))
        return SLS_ENOTFOUND;
    if (!sls_when_has_day(w) || sls_moment_add(&now, by, sign, &far) != SLS_OK)
        return SLS_ENOTFOUND;
    *out = sign < 0 ? far : now;
    out->days = sls_interval_hull(now.days, far.days);
    out->inferred = true;
    if (clock) {
        out->minute2 = sign < 0 ? now.minute : far.minute;
        if (by->minutes == 0) /* seconds are in this minute */
            out->minute2 = -1;
        return SLS_OK;
    }
    out->minute = -1;
    out->offset = SLS_OFFSET_UNKNOWN;
    if (sign > 0 && sls_reading_makes(w->r, "window") && out->days.first < out->days.last)
        out->days.first++;
    if (sls_moment_few(w, &now, sign, out) == SLS_OK &&
        out->about) /* the last few days end today */
        out->wide = sls_interval_hull(out->wide, out->days);
    return SLS_OK;
}

sls_status sls_relative_of(const sls_when *w, sls_moment *out)
{
    const sls_str dei = sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC);
    const int steps = sls_direction(dei);
    sls_length by;

    *out = SLS_MOMENT_NONE;
    if (w->reference->grain == SLS_GRAIN_NONE)
        return SLS_ENOTFOUND;
    if (sls_has(w->r, SLS_G_rel))
        return reltime_of(w, out);
    if (sls_reading_makes(w->r, "unit"))
        return unit_of(w, steps, out);
    if (!w->alone && (sls_str_eq(dei, SLS_STR("later")) || sls_str_eq(dei, SLS_STR("earlier"))))
        return SLS_ENOTFOUND; /* "Two days later, he fell": counted from what is told */
    if (!sls_length_in(w, &by) ||
        (!sls_has(w->r, SLS_G_dei) && !w->alone && (!w->ahead || sls_reading_makes(w->r, "in"))))
        return SLS_ENOTFOUND; /* "killed in three days" is a length, not a date */
    if (sls_reading_makes(w->r, "window") && sls_str_eq(by.unit, SLS_STR("quarter")))
        return sls_quarters_of(w, out);
    if (sls_reading_makes(w->r, "window"))
        return window_of(w, &by, steps > 0 ? 1 : -1, out);
    if (sls_reading_makes(w->r, "within"))
        return window_of(w, &by, 1, out);
    if (sls_reading_makes(w->r, "for")) { /* today is the first of three days */
        const sls_status status = window_of(w, &by, 1, out);

        out->days.last -= status == SLS_OK && out->days.last > out->days.first;
        return status;
    }
    return steps_of(w, &by, !sls_has(w->r, SLS_G_dei) || steps > 0 ? 1 : -1,
                    !sls_reading_makes(w->r, "point") && !sls_reading_makes(w->r, "one-and"), out);
}
