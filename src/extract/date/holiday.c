#include "extract/date/moment.h"

#include <stdio.h>

/* What is left of a holiday's value while it is read. */
typedef struct {
    sls_str rest;
    sls_hijri_rule hijri;
} cursor;

static bool take(cursor *c, const char *prefix)
{
    if (!sls_str_starts(c->rest, sls_str_of(prefix)))
        return false;
    c->rest = sls_str_slice(c->rest, sls_str_of(prefix).len, c->rest.len);
    return true;
}

/* A number with an optional sign; 0 where there is none. */
static int number(cursor *c)
{
    int sign = 1, n = 0;

    if (take(c, "-"))
        sign = -1;
    else
        (void)take(c, "+");
    while (c->rest.len > 0 && c->rest.ptr[0] >= '0' && c->rest.ptr[0] <= '9' && n < 10000) {
        n = 10 * n + (c->rest.ptr[0] - '0');
        c->rest = sls_str_slice(c->rest, 1, c->rest.len);
    }
    return sign * n;
}

/* "nth:11:4:4", "nth:5:1:-1+1": month, weekday, which; then days to add. */
static sls_status nth(cursor *c, int year, sls_interval *out)
{
    const int month = number(c);
    const int weekday = take(c, ":") ? number(c) : 0;
    const int which = take(c, ":") ? number(c) : 0;
    sls_interval in;
    int32_t day;

    if (sls_interval_of_month(year, month, &in) != SLS_OK ||
        sls_nth_weekday(in, weekday, which, &day) != SLS_OK)
        return SLS_ENOTFOUND;
    day += number(c);
    *out = (sls_interval){ day, day };
    return SLS_OK;
}

/* "hijri:10-1", "hijri:9": the occurrence that begins in the Gregorian year. */
static sls_status hijri(cursor *c, int year, sls_interval *out)
{
    const int month = number(c);
    const int day = take(c, "-") ? number(c) : 0;
    const int of_hijri = sls_hijri_year_with(c->hijri, year, month, day);
    bool exact;

    return of_hijri > 0 && sls_hijri_days(c->hijri, of_hijri, month, day, out, &exact) == SLS_OK
               ? SLS_OK
               : SLS_ENOTFOUND;
}

/* "12-25"; "1-1-1", the day before New Year: the eve that the new year names. */
static sls_status fixed(cursor *c, int year, sls_interval *out)
{
    const int month = number(c);
    const int day = take(c, "-") ? number(c) : 0;
    const int offset = number(c);

    if (sls_interval_of_day(year, month, day, out) != SLS_OK)
        return SLS_ENOTFOUND;
    out->first += offset;
    out->last += offset;
    return SLS_OK;
}

/* "hebrew:9-25": from the evening before, as the day of that calendar is. */
static sls_status hebrew(cursor *c, int year, sls_interval *out)
{
    const int month = number(c);
    const int day = take(c, "-") ? number(c) : 0;
    int32_t at;

    if (sls_hebrew_day(year, month, day, &at) != SLS_OK)
        return SLS_ENOTFOUND;
    *out = (sls_interval){ at - 1, at };
    return SLS_OK;
}

static sls_status easter(cursor *c, int year, bool orthodox, sls_interval *out)
{
    int32_t day;

    if (sls_easter_day(year, orthodox, &day) != SLS_OK)
        return SLS_ENOTFOUND;
    day += number(c);
    *out = (sls_interval){ day, day };
    return SLS_OK;
}

/* The length of a name in a value: up to what is counted from it. */
static size_t name_length(sls_str value)
{
    size_t n = 0;

    while (n < value.len && value.ptr[n] != '+' && value.ptr[n] != '~' &&
           !(n + 1 < value.len && value.ptr[n + 1] >= '0' && value.ptr[n + 1] <= '9'))
        n++;
    return n;
}

/* A feast by its year's row, "imlek-2024"; "diwali-1" is counted from it. */
static sls_status listed(cursor *c, int year, sls_interval *out)
{
    const sls_str name = sls_str_slice(c->rest, 0, name_length(c->rest));
    char key[48];
    sls_str day;
    sls_edtf date;

    snprintf(key, sizeof key, "%.*s-%04d", (int)(name.len < 40 ? name.len : 40), name.ptr, year);
    day = sls_lexicon_attribute(SLS_C_HOLIDAY, sls_str_of(key), "day");
    if (day.len == 0 || sls_edtf_read(day, &date) != SLS_OK)
        return SLS_ENOTFOUND;
    c->rest = sls_str_slice(c->rest, name.len, c->rest.len);
    *out = date.days;
    if (c->rest.len > 0 && (c->rest.ptr[0] == '+' || c->rest.ptr[0] == '-')) {
        const int days = number(c);

        out->first += days;
        out->last += days;
    }
    return SLS_OK;
}

static sls_status based(cursor *c, int year, sls_interval *out)
{
    if (take(c, "orthodox"))
        return easter(c, year, true, out);
    if (take(c, "easter"))
        return easter(c, year, false, out);
    if (take(c, "nth:"))
        return nth(c, year, out);
    if (take(c, "hijri:"))
        return hijri(c, year, out);
    if (take(c, "hebrew:"))
        return hebrew(c, year, out);
    if (c->rest.len > 0 && c->rest.ptr[0] >= '0' && c->rest.ptr[0] <= '9')
        return fixed(c, year, out);
    return listed(c, year, out);
}

sls_status sls_holiday_days(sls_str value, sls_hijri_rule rule, int year, sls_interval *out)
{
    cursor c = { value, rule };
    sls_status status = based(&c, year, out);
    int weekday, moved = 0;

    if (status != SLS_OK)
        return status;
    weekday = sls_day_weekday(out->last);
    while (take(&c, "~")) {
        const bool falls = number(&c) == weekday;
        const int days = number(&c);

        moved += falls ? days : 0;
    }
    out->first += moved;
    out->last += moved + (take(&c, "x") ? number(&c) - 1 : 0);
    return SLS_OK;
}

/* Feasts of every fourth year are looked for that far away. */
enum { FAR = 4 };

/* Occurrence before, at or behind the reference; the nearest when nothing says which. */
static sls_status inferred(const sls_when *w, sls_str value, sls_interval *out)
{
    const int32_t now = w->reference->days.last;
    const int dei = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC));
    const int lean = dei != 0 ? dei : w->alone || w->inside ? 1 : 0;
    int64_t best = INT32_MAX;
    int y, m, d;

    sls_day_civil(now, &y, &m, &d);
    for (int k = -FAR; k <= FAR; k++) {
        sls_interval days;
        int64_t away;

        if (sls_holiday_days(value, sls_when_hijri(w), y + k, &days) != SLS_OK)
            continue;
        away = (int64_t)days.first - now;
        if ((dei > 0 ? away <= 0 : lean > 0 && away < 0) || (lean < 0 && away >= 0))
            continue;
        if (lean == 0 && (away > 0) != w->ahead) /* what the tense speaks against is twice as far */
            away *= 2;
        away = away < 0 ? -away : away;
        if (away < best) {
            best = away;
            *out = days;
        }
    }
    return best < INT32_MAX ? SLS_OK : SLS_ENOTFOUND;
}

/* "H-7 Lebaran" is seven days before it (group n), "H+2 Lebaran" two behind (group m). */
static sls_status counted_from(const sls_when *w, sls_status found, sls_moment *out)
{
    const int days = sls_when_number(w, SLS_G_m) - sls_when_number(w, SLS_G_n);

    if (found == SLS_OK && days != 0)
        out->days = (sls_interval){ out->days.first + days, out->days.first + days };
    return found;
}

/* The weekend that a feast makes long, or that is nearest after it: Monday's from Saturday on. */
static void make_weekend(sls_interval *days)
{
    static const struct {
        int first, last; /* days from the feast */
    } AROUND[] = {
        { 0, 0 }, { -2, 0 }, { -3, 0 }, { 3, 4 }, { 0, 3 }, { 0, 2 }, { 0, 1 }, { -1, 0 },
    };
    const int weekday = sls_day_weekday(days->first);

    days->last = days->first + AROUND[weekday].last;
    days->first += AROUND[weekday].first;
}

/* 1 Syawal by its Hijri year: Idulfitri 1445 H. */
static sls_status by_hijri_year(sls_str value, sls_hijri_rule rule, int year, sls_moment *out)
{
    cursor c = { value, rule };
    const int month = take(&c, "hijri:") ? number(&c) : 0;
    bool exact;

    if (sls_hijri_days(rule, year, month, take(&c, "-") ? number(&c) : 0, &out->days, &exact) !=
        SLS_OK)
        return SLS_ENOTFOUND;
    out->about = !exact;
    return SLS_OK;
}

static sls_status holiday_itself(const sls_when *w, sls_moment *out)
{
    const sls_str value = sls_when_value(w, SLS_G_holiday, SLS_C_HOLIDAY);
    const int written = sls_when_number(w, SLS_G_year);
    sls_status status = SLS_ENOTFOUND;

    *out = SLS_MOMENT_NONE;
    out->dated = true;
    if (written >= 1300 && written < 1600 && sls_str_starts(value, SLS_STR("hijri:"))) {
        status = by_hijri_year(value, sls_when_hijri(w), written, out);
    } else if (written > 0) {
        status = sls_holiday_days(value, sls_when_hijri(w), written, &out->days);
    } else if (w->reference->grain != SLS_GRAIN_NONE) {
        out->inferred = true;
        status = inferred(w, value, &out->days);
    }
    if (status == SLS_OK && sls_str_starts(value, SLS_STR("hijri:")) &&
        sls_when_hijri(w) == SLS_HIJRI_MECCA)
        sls_moment_mecca(out);
    if (status == SLS_OK && sls_has(w->r, SLS_G_unit) && out->days.last - out->days.first < 2)
        make_weekend(&out->days);
    return status;
}

sls_status sls_holiday_of(const sls_when *w, sls_moment *out)
{
    return counted_from(w, holiday_itself(w, out), out);
}
