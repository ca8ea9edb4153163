#include "extract/date.h"

#include <stdio.h>

enum { NONE = 0 };

/* One written day, as far as it is written. */
typedef struct {
    int year, month, day; /* NONE where not written */
} written;

typedef struct {
    const sls_items *items;
    const sls_reading *r;
    const sls_edtf *reference; /* the article's date; grain NONE when unknown */
    bool ahead;
    int weekday;
    sls_arena *arena;
} context;

static int number_in(const context *c, sls_group_name g)
{
    int64_t n = 0;

    if (!sls_has(c->r, g) || !sls_decimal_integer(c->items->at[c->r->from[g]].value, &n) ||
        n < 0 || n > 9999)
        return NONE;
    return (int)n;
}

static sls_str value_in(const context *c, sls_group_name g, sls_concept concept)
{
    if (!sls_has(c->r, g))
        return (sls_str){ 0 };
    return sls_form_value(c->items->at[c->r->from[g]].form, concept);
}

/* A small signed number of a lexicon value: "7", "-1", "+1". NONE when it is none. */
static int small(sls_str value)
{
    int sign = 1, n = 0;

    if (value.len > 0 && (value.ptr[0] == '-' || value.ptr[0] == '+')) {
        sign = value.ptr[0] == '-' ? -1 : 1;
        value = sls_str_slice(value, 1, value.len);
    }
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9' || n > 9999)
            return NONE;
        n = 10 * n + (value.ptr[i] - '0');
    }
    return sign * n;
}

static int month_in(const context *c, sls_group_name g)
{
    int n = small(value_in(c, g, SLS_C_MONTH));

    return n != NONE ? n : number_in(c, g);
}

/* 24 -> 2024, 95 -> 1995: the century that puts the year nearest before the article's, or 2026. */
static int full_year(const context *c, int year)
{
    int now = 2026, m, d;

    if (year == NONE || year >= 1000)
        return year;
    if (c->reference->grain != SLS_GRAIN_NONE)
        sls_day_civil(c->reference->days.last, &now, &m, &d);
    return year + 2000 <= now + 5 ? year + 2000 : year + 1900;
}

static int reference_year(const context *c)
{
    int y, m, d;

    sls_day_civil(c->reference->days.last, &y, &m, &d);
    return y;
}

static sls_status days_of(written w, sls_interval *out)
{
    if (w.month == NONE)
        return sls_interval_of_year(w.year, out);
    if (w.day == NONE)
        return sls_interval_of_month(w.year, w.month, out);
    return sls_interval_of_day(w.year, w.month, w.day, out);
}

static bool fits_weekday(const context *c, written w)
{
    sls_interval days;

    if (c->weekday == NONE || w.day == NONE)
        return true;
    return days_of(w, &days) == SLS_OK && sls_day_weekday(days.first) == c->weekday;
}

/* The year that the article's date and the weekday make likely. */
static int infer_year(const context *c, written w)
{
    const int32_t last = c->reference->days.last, first = c->reference->days.first;
    /* papers announce the near future without a word for it, days more than months */
    const int32_t GRACE = 7, grace = w.day != NONE ? 45 : GRACE;
    const int now = reference_year(c);
    int best = NONE;

    for (int pass = 0; pass < 2 && best == NONE; pass++) {
        for (int k = 0; k < 3 && best == NONE; k++) {
            /* behind: this year, last year, next; ahead: this year, next, last */
            static const int BEHIND[] = { 0, -1, 1 }, AHEAD[] = { 0, 1, -1 };
            written try = w;
            sls_interval days;

            try.year = now + (c->ahead ? AHEAD[k] : BEHIND[k]);
            if (days_of(try, &days) != SLS_OK || (pass == 0 && !fits_weekday(c, try)))
                continue;
            if (c->ahead ? days.last + GRACE < first : days.first > last + grace)
                continue;
            best = try.year;
        }
    }
    return best == NONE ? now : best;
}

/* Day of the month alone: the month that puts it last before publication. */
static void infer_month(const context *c, written *w)
{
    int y, m, d;

    sls_day_civil(c->reference->days.last, &y, &m, &d);
    if (!c->ahead && w->day > d)
        m--;
    if (c->ahead && w->day < d)
        m++;
    if (m == 0) {
        m = 12;
        y--;
    } else if (m == 13) {
        m = 1;
        y++;
    }
    w->month = m;
    w->year = y;
}

/* Text for a date without a year, or for one that cannot be. */
static sls_status raw_text(const context *c, written w, sls_str *out)
{
    char year[8] = "XXXX";

    if (w.year != NONE)
        snprintf(year, sizeof year, "%04d", w.year);
    if (w.day == NONE)
        return sls_arena_format(c->arena, out, "%s-%02d", year, w.month);
    return sls_arena_format(c->arena, out, "%s-%02d-%02d", year, w.month, w.day);
}

static sls_status text_of_days(const context *c, sls_interval days, sls_str *out)
{
    char text[SLS_EDTF_TEXT];
    size_t len = sls_interval_text(days, text);

    return sls_arena_copy(c->arena, (sls_str){ text, len }, out);
}

/* First, middle or last third of a span: awal, pertengahan, akhir. */
static sls_interval third_of(sls_interval days, sls_str part)
{
    const int32_t length = days.last - days.first + 1, third = length / 3;
    const int which = sls_str_eq(part, SLS_STR("first")) ? 0 : sls_str_eq(part, SLS_STR("last")) ? 2 : 1;
    int y, m, d;
    sls_interval a = days, b = days;

    sls_day_civil(days.first, &y, &m, &d);
    if (length >= 365 && length <= 366) { /* of a year: four months each */
        if (sls_interval_of_month(y, 4 * which + 1, &a) != SLS_OK ||
            sls_interval_of_month(y, 4 * which + 4, &b) != SLS_OK)
            return days;
        return sls_interval_hull(a, b);
    }
    if (length >= 3650) { /* of a decade: 1940-1943, 1944-1946, 1947-1949 */
        static const int FROM[] = { 0, 4, 7 }, TO[] = { 3, 6, 9 };

        if (sls_interval_of_year(y + FROM[which], &a) != SLS_OK ||
            sls_interval_of_year(y + TO[which], &b) != SLS_OK)
            return days;
        return sls_interval_hull(a, b);
    }
    days.first += which * third;
    days.last = which == 2 ? days.last : days.first + third - 1;
    return days;
}

/* since, until and part of, applied to a resolved span. */
static sls_interval modified(const context *c, sls_interval days)
{
    const sls_str part = value_in(c, SLS_G_part, SLS_C_PART);

    if (part.len > 0)
        days = third_of(days, part);
    if (sls_str_eq(value_in(c, SLS_G_since, SLS_C_SINCE), SLS_STR("from")))
        days.last = SLS_DAY_OPEN_FUTURE;
    return days;
}

/* Fills what is missing of `w`; false when the article's date would be needed and is unknown. */
static bool complete(const context *c, written *w)
{
    if (w->year != NONE)
        return true;
    if (c->reference->grain == SLS_GRAIN_NONE)
        return false;
    if (w->month == NONE)
        infer_month(c, w);
    else
        w->year = infer_year(c, *w);
    return true;
}

static sls_status one_date(const context *c, written w, sls_str *out)
{
    sls_interval days;

    if (!complete(c, &w))
        return w.month != NONE ? raw_text(c, w, out) : SLS_ENOTFOUND;
    if (days_of(w, &days) != SLS_OK)
        return w.month >= 1 && w.month <= 12 ? raw_text(c, w, out) : SLS_ENOTFOUND;
    return text_of_days(c, modified(c, days), out);
}

static written first_written(const context *c)
{
    return (written){ full_year(c, number_in(c, SLS_G_year)), month_in(c, SLS_G_month),
                      number_in(c, SLS_G_day) };
}

static written second_written(const context *c)
{
    return (written){ full_year(c, number_in(c, SLS_G_year2)), month_in(c, SLS_G_month2),
                      number_in(c, SLS_G_day2) };
}

/* What one end leaves out stands at the other: 28 Juni-2 Juli 2024, 15-17 Januari. */
static void share(written *a, written *b)
{
    if (a->month == NONE && a->day != NONE)
        a->month = b->month;
    if (b->month == NONE && b->day != NONE)
        b->month = a->month;
    if (a->year == NONE && b->year != NONE)
        a->year = b->year - (a->month > b->month && a->month != NONE);
    if (b->year == NONE && a->year != NONE)
        b->year = a->year + (a->month > b->month && b->month != NONE);
}

static sls_status range_of(const context *c, sls_dated *out)
{
    written a = first_written(c), b = second_written(c);
    sls_interval from, to;
    sls_str x, y;
    sls_status status;

    /* 2023/24 and 1998-99 write the second year short */
    if (a.year != NONE && b.year != NONE && a.month == NONE && b.year < a.year)
        return SLS_ENOTFOUND;
    share(&a, &b);
    if (a.year == NONE && b.year == NONE && complete(c, &b))
        share(&a, &b); /* one end tells the other's year */
    if (!complete(c, &b) || !complete(c, &a)) {
        if (a.month == NONE || b.month == NONE)
            return SLS_ENOTFOUND;
        status = raw_text(c, a, &x);
        if (status == SLS_OK)
            status = raw_text(c, b, &y);
        return status != SLS_OK ? status
                                : sls_arena_format(c->arena, &out->value[0], "%.*s/%.*s",
                                                   SLS_FMT(x), SLS_FMT(y));
    }
    if (days_of(a, &from) != SLS_OK || days_of(b, &to) != SLS_OK)
        return SLS_ENOTFOUND;
    if (from.first > to.last) /* kept as written: compare says that it runs backwards */
        return sls_arena_format(c->arena, &out->value[0], "%04d-%02d-%02d/%04d-%02d-%02d", a.year,
                                a.month, a.day, b.year, b.month, b.day);
    return text_of_days(c, sls_interval_hull(from, to), &out->value[0]);
}

static sls_status list_of(const context *c, sls_dated *out)
{
    written a = first_written(c), b = second_written(c);
    sls_status status;

    b.month = b.month == NONE ? a.month : b.month;
    b.year = b.year == NONE ? a.year : b.year;
    status = one_date(c, a, &out->value[0]);
    return status == SLS_OK ? one_date(c, b, &out->value[1]) : status;
}

static sls_status decade_of(const context *c, sls_dated *out)
{
    sls_interval days;

    if (sls_interval_of_decade(number_in(c, SLS_G_decade), &days) != SLS_OK)
        return SLS_ENOTFOUND;
    return text_of_days(c, modified(c, days), &out->value[0]);
}

/* The span of `unit` that lies `steps` from the one that holds the article's date. */
static sls_status span_of(const context *c, sls_str unit, int steps, sls_interval *out)
{
    const sls_interval ref = c->reference->days;
    const bool one_day = ref.first == ref.last;
    int y, m, d;

    sls_day_civil(ref.last, &y, &m, &d);
    if (sls_str_eq(unit, SLS_STR("year")))
        return sls_interval_of_year(y + steps, out);
    if (sls_str_eq(unit, SLS_STR("month"))) {
        const int months = 12 * y + m - 1 + steps;

        if (c->reference->grain < SLS_GRAIN_MONTH)
            *out = ref;
        else
            return sls_interval_of_month(months / 12, months % 12 + 1, out);
        return SLS_OK;
    }
    if (!one_day) { /* a week or day of an article dated by month is no finer than that month */
        *out = ref;
        return SLS_OK;
    }
    if (sls_str_eq(unit, SLS_STR("week"))) {
        out->first = ref.first - (sls_day_weekday(ref.first) - 1) + 7 * steps;
        out->last = out->first + 6;
        return SLS_OK;
    }
    out->first = out->last = ref.first + steps;
    return SLS_OK;
}

static sls_status relative_of(const context *c, sls_str unit, int steps, sls_dated *out)
{
    sls_interval days;

    if (c->reference->grain == SLS_GRAIN_NONE || steps < -3000 || steps > 3000 ||
        span_of(c, unit, steps, &days) != SLS_OK)
        return SLS_ENOTFOUND;
    out->vague = true;
    return text_of_days(c, modified(c, days), &out->value[0]);
}

/* Rabu, hari Selasa, Senin depan: the last such day up to publication, or the next. */
static sls_status weekday_of(const context *c, sls_dated *out)
{
    const int dei = small(value_in(c, SLS_G_dei, SLS_C_DEICTIC));
    int32_t day = c->reference->days.last;
    const bool next = dei > 0 || (c->ahead && dei == 0);

    if (c->reference->grain == SLS_GRAIN_NONE)
        return SLS_ENOTFOUND;
    out->vague = true;
    if (c->reference->days.first != day) /* dated by month: some such day of it */
        return text_of_days(c, c->reference->days, &out->value[0]);
    day += dei < 0 ? -1 : next ? 1 : 0;
    while (sls_day_weekday(day) != c->weekday)
        day += next ? 1 : -1;
    return text_of_days(c, (sls_interval){ day, day }, &out->value[0]);
}

/* "day-1", "week+0": reltime values. */
static sls_status reltime_of(const context *c, sls_dated *out)
{
    const sls_str v = value_in(c, SLS_G_rel, SLS_C_RELTIME);
    size_t sign = 0;

    while (sign < v.len && v.ptr[sign] != '+' && v.ptr[sign] != '-')
        sign++;
    if (sign == v.len)
        return SLS_ENOTFOUND;
    return relative_of(c, sls_str_slice(v, 0, sign), small(sls_str_slice(v, sign, v.len)), out);
}

static sls_str unit_in(const context *c)
{
    const sls_str unit = value_in(c, SLS_G_unit, SLS_C_UNIT);

    return unit.len > 0 ? unit : value_in(c, SLS_G_unit, SLS_C_DATEWORD);
}

/* "two weeks ago" is a day for days and weeks, a month for months, a year for years. */
static sls_status ago_of(const context *c, sls_dated *out)
{
    const int n = number_in(c, SLS_G_n);
    sls_str unit = unit_in(c);

    if (n == NONE || n > 3000)
        return SLS_ENOTFOUND;
    return relative_of(c, unit, -n, out);
}

/* "Juni lalu" is the last June, "Juni mendatang" the next. */
static void lean(context *c)
{
    const int dei = small(value_in(c, SLS_G_dei, SLS_C_DEICTIC));

    if (dei != 0)
        c->ahead = dei > 0;
}

sls_status sls_date_of(const sls_items *items, const sls_reading *r, bool ahead, sls_arena *arena,
                       sls_dated *out)
{
    context c = { items, r, &items->document->published_at, ahead, NONE, arena };
    const sls_str make = r->pattern->make;
    const int year = number_in(&c, SLS_G_year);

    *out = (sls_dated){ 0 };
    c.weekday = out->weekday = small(value_in(&c, SLS_G_weekday, SLS_C_WEEKDAY));
    lean(&c);
    if (sls_str_eq(make, SLS_STR("bare")) && (year < 1900 || year > 2099))
        return SLS_ENOTFOUND;
    if (sls_str_eq(make, SLS_STR("range")))
        return range_of(&c, out);
    if (sls_str_eq(make, SLS_STR("list")))
        return list_of(&c, out);
    if (sls_str_eq(make, SLS_STR("decade")))
        return decade_of(&c, out);
    if (sls_str_eq(make, SLS_STR("ago")))
        return ago_of(&c, out);
    if (sls_has(r, SLS_G_rel))
        return reltime_of(&c, out);
    if (sls_has(r, SLS_G_unit))
        return relative_of(&c, unit_in(&c), small(value_in(&c, SLS_G_dei, SLS_C_DEICTIC)), out);
    if (!sls_has(r, SLS_G_day) && !sls_has(r, SLS_G_month) && !sls_has(r, SLS_G_year))
        return c.weekday == NONE ? SLS_ENOTFOUND : weekday_of(&c, out);
    return one_date(&c, first_written(&c), &out->value[0]);
}
