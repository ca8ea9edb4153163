#include "extract/date/moment.h"

#include <string.h>

#define WORKDAY "business-day"

/* A unit of time in months, days or minutes; its grain decides how exact an answer is. */
static bool unit_length(sls_str unit, sls_length *out)
{
    static const struct {
        const char *name;
        int months, days, minutes;
    } UNITS[] = {
        { "year", 12, 0, 0 },   { "month", 1, 0, 0 },    { "week", 0, 7, 0 },
        { "day", 0, 1, 0 },     { "hour", 0, 0, 60 },    { "minute", 0, 0, 1 },
        { "second", 0, 0, 1 },  { "decade", 120, 0, 0 }, { "century", 1200, 0, 0 },
        { "quarter", 3, 0, 0 }, { "semester", 6, 0, 0 }, { "half", 6, 0, 0 },
        { "weekend", 0, 7, 0 }, { WORKDAY, 0, 1, 0 },
    };

    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (sls_str_eq(unit, sls_str_of(UNITS[i].name))) {
            *out = (sls_length){ UNITS[i].months, UNITS[i].days, UNITS[i].minutes, unit };
            return true;
        }
    return false;
}

int sls_unit_months(sls_str unit)
{
    sls_length length;

    return unit_length(unit, &length) && length.months < 12 ? length.months : 0;
}

static bool times(sls_decimal n, int unit, int *out)
{
    sls_decimal product;
    int64_t whole;

    if (unit == 0) {
        *out = 0;
        return true;
    }
    if (sls_decimal_mul(n, sls_decimal_of(unit), &product) != SLS_OK ||
        !sls_decimal_integer(product, &whole) || whole < 0 || whole > 40000)
        return false;
    *out = (int)whole;
    return true;
}

/* "P1W", "PT30M": one number and one letter. */
static bool read_iso(sls_str iso, sls_length *out)
{
    static const struct {
        const char *letter, *unit;
    } LETTERS[] = { { "Y", "year" },  { "M", "month" },   { "W", "week" },   { "D", "day" },
                    { "TH", "hour" }, { "TM", "minute" }, { "TS", "second" } };
    const bool clock = iso.len > 1 && iso.ptr[1] == 'T';
    const sls_str digits = sls_str_slice(iso, clock ? 2 : 1, iso.len > 0 ? iso.len - 1 : 0);
    sls_decimal n;

    if (iso.len < 3 || sls_decimal_read(digits, &n) != SLS_OK)
        return false;
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        const char *letter = LETTERS[i].letter;

        if ((letter[0] == 'T') != clock || letter[strlen(letter) - 1] != iso.ptr[iso.len - 1])
            continue;
        return unit_length(sls_str_of(LETTERS[i].unit), out) &&
               times(n, out->months, &out->months) && times(n, out->days, &out->days) &&
               times(n, out->minutes, &out->minutes);
    }
    return false;
}

/* "a few": the count that it mostly means; false where it means none ("dozens of"). */
static bool few(const sls_when *w, sls_decimal *out)
{
    const sls_str range = sls_when_value(w, SLS_G_magnitude, SLS_C_MAGNITUDE);

    return sls_decimal_read(sls_lexicon_attribute(SLS_C_MAGNITUDE, range, "about"), out) == SLS_OK;
}

static bool counted(const sls_when *w, sls_group_name n, sls_group_name unit, sls_length *out)
{
    const sls_decimal one = sls_decimal_of(1);
    sls_decimal count = sls_has(w->r, n) ? w->items->at[w->r->from[n]].value : one;

    if (n == SLS_G_n && sls_has(w->r, SLS_G_magnitude) && !few(w, &count))
        return false;
    if (sls_reading_makes(w->r, "one-and") && sls_decimal_add(count, one, &count) != SLS_OK)
        return false; /* a year and a half */
    return unit_length(sls_when_unit(w, unit), out) && times(count, out->months, &out->months) &&
           times(count, out->days, &out->days) && times(count, out->minutes, &out->minutes);
}

/* Minutes are the finest grain: a second ago was in the minute before. */
static void of_seconds(const sls_when *w, sls_length *out)
{
    if (sls_str_eq(out->unit, SLS_STR("second")))
        out->minutes = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC)) < 0
                           ? (out->minutes + 59) / 60
                           : out->minutes / 60;
}

/* The next part of a compound: 2 years *1 month* 21 days. */
static bool one_more(const sls_when *w, sls_group_name n, sls_group_name unit, sls_length *out)
{
    sls_length more;

    if (!counted(w, n, unit, &more))
        return false;
    out->months += more.months;
    out->days += more.days;
    out->minutes += more.minutes;
    out->unit = more.unit;
    return true;
}

bool sls_length_in(const sls_when *w, sls_length *out)
{
    const sls_str iso = sls_when_value(w, SLS_G_unit, SLS_C_DURATION);

    if (iso.len > 0 && !sls_has(w->r, SLS_G_n))
        return read_iso(iso, out);
    if (!sls_has(w->r, SLS_G_unit) || !counted(w, SLS_G_n, SLS_G_unit, out))
        return false;
    if (sls_has(w->r, SLS_G_unit2) &&
        !one_more(w, sls_has(w->r, SLS_G_m) ? SLS_G_m : SLS_G_n2, SLS_G_unit2, out))
        return false;
    if (sls_has(w->r, SLS_G_n3) && !one_more(w, SLS_G_n3, SLS_G_unit3, out))
        return false;
    of_seconds(w, out);
    return true;
}

bool sls_length_far(const sls_when *w, sls_length *out)
{
    return sls_has(w->r, SLS_G_n4) && !sls_has(w->r, SLS_G_unit4) &&
           counted(w, SLS_G_n4, SLS_G_unit, out);
}

enum { WORKDAYS_MAX = 1000 };

/* The day `count` working days before or after `day`: no Saturdays and Sundays between. */
static int32_t workdays_on(int32_t day, int sign, int count)
{
    while (count > 0) {
        day += sign;
        count -= sls_day_weekday(day) < 6;
    }
    return day;
}

sls_status sls_moment_add(const sls_moment *from, const sls_length *by, int sign, sls_moment *out)
{
    *out = *from;
    if (by->minutes > 0 || sls_str_eq(by->unit, SLS_STR("second"))) {
        int minute;

        if (from->minute < 0 || from->days.first != from->days.last ||
            sls_day_add_months(from->days.first, sign * by->months, &out->days.first) != SLS_OK)
            return SLS_ENOTFOUND;
        out->days.first = out->days.last = out->days.first + sign * by->days;
        minute = from->minute + sign * by->minutes;
        while (minute < 0 || minute >= 1440) {
            out->days.first = out->days.last += minute < 0 ? -1 : 1;
            minute += minute < 0 ? 1440 : -1440;
        }
        out->minute = minute;
        return SLS_OK;
    }
    if (sls_day_add_months(from->days.first, sign * by->months, &out->days.first) != SLS_OK ||
        sls_day_add_months(from->days.last, sign * by->months, &out->days.last) != SLS_OK)
        return SLS_ENOTFOUND;
    if (sls_str_eq(by->unit, SLS_STR(WORKDAY))) {
        if (by->days > WORKDAYS_MAX || out->days.first != out->days.last)
            return SLS_ENOTFOUND;
        out->days.first = out->days.last = workdays_on(out->days.first, sign, by->days);
        return SLS_OK;
    }
    out->days.first += sign * by->days;
    out->days.last += sign * by->days;
    return SLS_OK;
}

sls_status sls_moment_span(sls_moment *m, const sls_length *by)
{
    sls_moment end;

    if (m->minute2 >= 0)
        return SLS_ENOTFOUND;
    if (by->minutes > 0) {
        m->minute2 = m->minute + by->minutes;
        return m->minute >= 0 && by->minutes < 1440 && !m->part ? SLS_OK : SLS_ENOTFOUND;
    }
    if (m->minute >= 0 || !m->dated || sls_moment_add(m, by, 1, &end) != SLS_OK ||
        end.days.first <= m->days.first)
        return SLS_ENOTFOUND;
    m->days.last = end.days.first - 1;
    return SLS_OK;
}

/* "a few": how many of the unit they are at least and at most. */
static bool ends_of(const sls_when *w, sls_length *least, sls_length *most)
{
    const sls_str range = sls_when_value(w, SLS_G_magnitude, SLS_C_MAGNITUDE);
    const size_t dots = sls_str_find(range, SLS_STR(".."));
    sls_length one;
    sls_decimal low, high;

    if (dots == SIZE_MAX || !unit_length(sls_when_unit(w, SLS_G_unit), &one) ||
        sls_decimal_read(sls_str_slice(range, 0, dots), &low) != SLS_OK ||
        sls_decimal_read(sls_str_slice(range, dots + 2, range.len), &high) != SLS_OK)
        return false;
    *least = *most = one;
    return times(low, one.months, &least->months) && times(low, one.days, &least->days) &&
           times(high, one.months, &most->months) && times(high, one.days, &most->days);
}

sls_status sls_moment_few(const sls_when *w, const sls_moment *from, int sign, sls_moment *out)
{
    sls_length least, most;
    sls_moment near, far;

    if (!ends_of(w, &least, &most))
        return SLS_OK;
    out->about = true;
    if (out->minute >= 0) { /* some hours ago tells no hour to rely on */
        out->part = true;
        return SLS_OK;
    }
    if (sls_moment_add(from, &least, sign, &near) != SLS_OK ||
        sls_moment_add(from, &most, sign, &far) != SLS_OK)
        return SLS_ENOTFOUND;
    out->wide = sls_interval_hull(near.days, far.days);
    return SLS_OK;
}
