#include "extract/moment.h"

#include <stdio.h>

/* What is left of a holiday's value while it is read. */
typedef struct {
    sls_str rest;
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
    const int near = sls_hijri_year(year);
    int y, m, d;
    bool exact;

    for (int k = -1; k <= 1; k++) {
        if (sls_hijri_days(near + k, month, day, out, &exact) != SLS_OK)
            continue;
        sls_day_civil(out->first, &y, &m, &d);
        if (y == year)
            return SLS_OK;
    }
    return SLS_ENOTFOUND;
}

static sls_status fixed(cursor *c, int year, sls_interval *out)
{
    const int month = number(c);
    const int day = take(c, "-") ? number(c) : 0;

    return sls_interval_of_day(year, month, day, out) == SLS_OK ? SLS_OK : SLS_ENOTFOUND;
}

/* A lunar feast by its year's row: "imlek-2024". */
static sls_status listed(sls_str name, int year, sls_interval *out)
{
    char key[48];
    sls_str day;
    sls_edtf date;

    snprintf(key, sizeof key, "%.*s-%04d", (int)(name.len < 40 ? name.len : 40), name.ptr, year);
    day = sls_lexicon_attribute(SLS_C_HOLIDAY, sls_str_of(key), "day");
    if (day.len == 0 || sls_edtf_read(day, &date) != SLS_OK)
        return SLS_ENOTFOUND;
    *out = date.days;
    return SLS_OK;
}

sls_status sls_holiday_days(sls_str value, int year, sls_interval *out)
{
    cursor c = { value };
    const bool orthodox = take(&c, "orthodox");

    if (orthodox || take(&c, "easter")) {
        int32_t day;

        if (sls_easter_day(year, orthodox, &day) != SLS_OK)
            return SLS_ENOTFOUND;
        day += number(&c);
        *out = (sls_interval){ day, day };
        return SLS_OK;
    }
    if (take(&c, "nth:"))
        return nth(&c, year, out);
    if (take(&c, "hijri:"))
        return hijri(&c, year, out);
    if (c.rest.len > 0 && c.rest.ptr[0] >= '0' && c.rest.ptr[0] <= '9')
        return fixed(&c, year, out);
    return listed(value, year, out);
}

/* Occurrence before, at or behind the reference; nearest when nothing says which. */
static sls_status inferred(const sls_when *w, sls_str value, sls_interval *out)
{
    const int32_t now = w->reference->days.last;
    const int dei = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC));
    const int lean = dei != 0 ? dei : w->alone || w->inside ? 1 : 0;
    int64_t best = INT32_MAX;
    int y, m, d;

    sls_day_civil(now, &y, &m, &d);
    for (int k = -1; k <= 1; k++) {
        sls_interval days;
        int64_t away;

        if (sls_holiday_days(value, y + k, &days) != SLS_OK)
            continue;
        away = (int64_t)days.first - now;
        if ((dei > 0 ? away <= 0 : lean > 0 && away < 0) || (lean < 0 && away >= 0))
            continue;
        away = away < 0 ? -away : away;
        if (away < best) {
            best = away;
            *out = days;
        }
    }
    return best < INT32_MAX ? SLS_OK : SLS_ENOTFOUND;
}

sls_status sls_holiday_of(const sls_when *w, sls_moment *out)
{
    const sls_str value = sls_when_value(w, SLS_G_holiday, SLS_C_HOLIDAY);
    const int written = sls_when_number(w, SLS_G_year);
    sls_status status;

    *out = SLS_MOMENT_NONE;
    out->dated = true;
    if (written >= 1300 && written < 1600 && sls_str_starts(value, SLS_STR("hijri:"))) {
        cursor c = { value }; /* 1 Syawal by its Hijri year: Idulfitri 1445 H */
        const int month = take(&c, "hijri:") ? number(&c) : 0;
        bool exact;

        if (sls_hijri_days(written, month, take(&c, "-") ? number(&c) : 0, &out->days, &exact))
            return SLS_ENOTFOUND;
        out->about = !exact;
        return SLS_OK;
    }
    if (written > 0)
        return sls_holiday_days(value, written, &out->days);
    if (w->reference->grain == SLS_GRAIN_NONE)
        return SLS_ENOTFOUND;
    out->inferred = true;
    status = inferred(w, value, &out->days);
    return status;
}
