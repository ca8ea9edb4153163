#include "extract/date/resolve.h"

#include "extract/date/pair.h"
#include "extract/date/written.h"

/* since, until, before and after, and the thirds, applied to a resolved span. */
static sls_status bounded(sls_str since, sls_moment *m)
{
    const bool clock = m->minute >= 0;

    if (!m->dated && since.len > 0)
        return SLS_ENOTFOUND;
    if (sls_str_eq(since, SLS_STR("from")) || sls_str_eq(since, SLS_STR("after")) ||
        sls_str_starts(since, SLS_STR("onward"))) {
        if (sls_str_eq(since, SLS_STR("after")) && !clock)
            m->days.first = m->days.last + 1;
        m->days.last = SLS_DAY_OPEN_FUTURE;
    } else if (sls_str_eq(since, SLS_STR("to")) || sls_str_eq(since, SLS_STR("before")) ||
               sls_str_starts(since, SLS_STR("backward"))) {
        if (sls_str_eq(since, SLS_STR("before")) && !clock)
            m->days.last = m->days.first - 1;
        if (sls_str_eq(since, SLS_STR("to")) && m->part && m->minute2 >= 0) {
            m->days.last += m->minute2 / 1440; /* until Monday night: to its end */
            m->minute = m->minute2 % 1440;
        }
        m->days.first = SLS_DAY_OPEN_PAST;
    }
    if (since.len > 0) {
        m->minute2 = -1;
        m->about = false;
    }
    return SLS_OK;
}

/* "late Monday", "early today": the last or the first third of a day. */
static void third_of_day(sls_str part, sls_moment *m)
{
    enum { DAY = 1440, THIRD = DAY / 3 };
    const bool late = sls_str_eq(part, SLS_STR("last"));

    if (!late && !sls_str_eq(part, SLS_STR("first")))
        return;
    m->minute = late ? DAY - THIRD : 0;
    m->minute2 = late ? DAY : THIRD;
    m->part = true;
}

static sls_status modified(const sls_when *w, sls_moment *m)
{
    const sls_str part = sls_when_value(w, SLS_G_part, SLS_C_PART);

    if (part.len > 0 && m->dated && m->minute < 0 && m->days.first == m->days.last)
        third_of_day(part, m);
    else if (part.len > 0 && m->dated && m->minute < 0)
        m->days = sls_part_of(w, m->days, part);
    return w->unbound ? SLS_OK : bounded(sls_when_value(w, SLS_G_since, SLS_C_SINCE), m);
}

/* Rabu, hari Selasa, Senin depan: the last such day up to publication, or the next. */
static sls_status weekday_of(const sls_when *w, sls_moment *out)
{
    const int dei = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC));
    const bool this_week = sls_has(w->r, SLS_G_dei) && dei == 0;
    int32_t day = w->reference->days.last;
    const bool next = dei > 0 || (w->ahead && dei == 0);

    if (w->reference->grain == SLS_GRAIN_NONE || w->weekday < 1 || w->weekday > 7)
        return SLS_ENOTFOUND;
    out->dated = out->inferred = true;
    out->days = w->reference->days;
    if (w->reference->days.first != day) /* dated by month: some such day of it */
        return SLS_OK;
    if (this_week && (w->ahead || w->alone))
        day += (w->weekday - sls_day_weekday(day) + 7) % 7;
    else if (this_week && !w->inside) /* the nearest: news of Wednesday may say "this Thursday" */
        day += (w->weekday - sls_day_weekday(day) + 10) % 7 - 3;
    else if (!w->inside) /* news of Thursday that says Thursday of its plans means the same day */
        day += dei < 0 ? -1 : dei > 0 || (next && w->alone) ? 1 : 0;
    if (w->inside)
        day = w->inside->first;
    while (sls_day_weekday(day) != w->weekday)
        day += next || w->inside ? 1 : -1;
    out->days = (sls_interval){ day, day };
    return SLS_OK;
}

/* Whether a word, no dash, stands between the days of a span. */
static bool is_said_to(const sls_when *w)
{
    for (int32_t i = w->r->to[SLS_G_day] + 1; i < w->r->from[SLS_G_day2]; i++)
        if (w->items->at[i].symbol == '-' || w->items->at[i].symbol == SLS_SYMBOL_DASH)
            return false;
    return true;
}

/* Written, a range: 15-17 Januari, 28 Juni-2 Juli 2024, 2023/2024. */
static sls_status range_of(const sls_when *w, sls_moment *out)
{
    sls_written a = sls_written_first(w), b = sls_written_second(w);
    const bool onward = a.year == 0 && b.year == 0 && b.month == 0 && a.month != 0 &&
                        w->r->from[SLS_G_month] < w->r->from[SLS_G_day] && is_said_to(w);
    sls_interval from, to;

    if (a.month == 0 && a.year > 0 && sls_when_number(w, SLS_G_year2) < 100) {
        if (a.year > 2100)
            return SLS_ENOTFOUND; /* 2200-25 is rather a part number */
        b.year = a.year / 100 * 100 + sls_when_number(w, SLS_G_year2); /* 1914-18, 1999-00 */
        b.year += b.year < a.year && b.year % 100 == 0 ? 100 : 0;
    }
    sls_written_share(&a, &b);
    if (a.year == 0 && b.year == 0) {
        const sls_str part = sls_when_value(w, SLS_G_month, SLS_C_MONTH);

        if (part.len == 0 && !w->alone && !sls_reading_makes(w->r, "swap-range") &&
            !sls_has(w->r, SLS_G_day2))
            return SLS_ENOTFOUND;
        if (sls_written_complete(w, &b))
            sls_written_share(&a, &b); /* one end tells the other's year */
    }
    if (a.year == 0 || b.year == 0)
        return SLS_ERANGE;
    if (onward && b.day < a.day && b.month == a.month) /* from 27 April to the 3rd */
        b = (sls_written){ b.year + b.month / 12, b.month % 12 + 1, b.day };
    if (sls_written_days(a, &from) != SLS_OK || sls_written_days(b, &to) != SLS_OK)
        return SLS_ENOTFOUND;
    if (from.first > to.last) /* kept as written: compare says that it runs backwards */
        return SLS_ERANGE;
    out->dated = true;
    out->days = sls_interval_hull(from, to);
    return SLS_OK;
}

/* The year of a date; 0 when it is not known. */
static int year_of(const sls_edtf *date)
{
    int y = 0, m, d;

    if (date->grain != SLS_GRAIN_NONE)
        sls_day_civil(date->days.last, &y, &m, &d);
    return y;
}

/* Whether a date lies in the month of `x`: "Juni lalu", said in June, is that of last year. */
static bool is_month_of(const sls_edtf *date, sls_written x)
{
    int y = 0, m = 0, d;

    if (date->grain != SLS_GRAIN_NONE)
        sls_day_civil(date->days.last, &y, &m, &d);
    return y == x.year && m == x.month;
}

/* 19 Juni 2024, Juni, 2024, tanggal 15. */
static sls_status written_of(const sls_when *w, sls_moment *out)
{
    sls_when leaning = *w;
    const int dei = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC));
    sls_written x = sls_written_first(w);

    if (dei != 0)
        leaning.ahead = dei > 0; /* "Juni lalu" is the last June */
    if (sls_reading_makes(w->r, "bare") && (x.year < 1900 || x.year > 2099))
        return SLS_ENOTFOUND;
    if (sls_str_eq(sls_when_value(w, SLS_G_era, SLS_C_ERA), SLS_STR("BC")))
        return SLS_ENOTFOUND;
    out->inferred = x.year == 0;
    if (x.year == 0 && sls_has(w->r, SLS_G_dei) && dei == 0 && x.month != 0)
        x.year = year_of(w->reference); /* this May, past or to come */
    const bool lone = x.year == 0 && x.day == 0;
    if (!sls_written_complete(&leaning, &x))
        return x.month != 0 ? SLS_ERANGE : SLS_ENOTFOUND;
    x.year -= lone && dei < 0 && is_month_of(w->reference, x);
    out->dated = true;
    out->about = sls_has(w->r, SLS_G_hedge);
    if (sls_written_days(x, &out->days) != SLS_OK)
        return SLS_ERANGE;
    if (sls_has(w->r, SLS_G_daypart)) /* Senin malam (9/6/2025) */
        sls_daypart_set(sls_when_value(w, SLS_G_daypart, SLS_C_DAYPART), out);
    if (sls_has(w->r, SLS_G_hour)) { /* 2024-06-19T14:30 */
        sls_moment clock;

        if (sls_clock_of(w, &clock) == SLS_OK) {
            out->days.first = out->days.last += clock.minute / 1440;
            out->minute = clock.minute % 1440;
            out->offset = clock.offset;
        }
    }
    return SLS_OK;
}

/* Week n of a year by ISO 8601; of a month the n-th that has its Thursday in it. */
static sls_status nth_week(sls_interval in, int n, sls_interval *out)
{
    int32_t thursday;

    if (sls_nth_weekday(in, 4, n, &thursday) != SLS_OK)
        return SLS_ERANGE;
    *out = (sls_interval){ thursday - 3, thursday + 3 };
    return SLS_OK;
}

/* The n-th day from Monday to Friday of a span, from its end where n is negative. */
static sls_status nth_workday(sls_interval in, int n, sls_interval *out)
{
    const int step = n < 0 ? -1 : 1;
    int32_t day = n < 0 ? in.last : in.first;

    for (; day >= in.first && day <= in.last; day += step) {
        n -= sls_day_weekday(day) < 6 ? step : 0;
        if (n == 0)
            break;
    }
    *out = (sls_interval){ day, day };
    return n == 0 ? SLS_OK : SLS_ERANGE;
}

static sls_status nth_months(sls_interval in, int months, int n, sls_interval *out)
{
    int y, m, d;

    sls_day_civil(in.first, &y, &m, &d);
    return sls_months_days(y, months, n < 0 ? 12 / months + 1 + n : n, out);
}

/*
 * "grew 5 percent in the third quarter", in January: a part of a year that nobody names, in what
 * is no plan, is last year's where that is nearer.
 */
static bool is_of_last_year(const sls_when *w, sls_interval part)
{
    enum { YEAR = 365 };
    const int32_t now = w->reference->days.last;

    return !w->inside && !w->ahead && !w->alone && !sls_has(w->r, SLS_G_year) &&
           !sls_has(w->r, SLS_G_month) && !sls_has(w->r, SLS_G_unit3) && part.first > now &&
           now - (part.last - YEAR) < part.first - now;
}

/* kuartal III 2024, minggu pertama Januari, the last Friday in October, 5th day of May. */
static sls_status nth_of(const sls_when *w, sls_moment *out)
{
    const sls_str word = sls_when_value(w, SLS_G_unit, SLS_C_DATEWORD);
    const sls_str unit =
        sls_str_eq(word, SLS_STR("half")) ? word : sls_when_unit(w, SLS_G_unit); /* H1, no hour */
    const int months = sls_unit_months(unit);
    int n = sls_when_number(w, SLS_G_which);
    sls_interval in;
    int32_t day;

    if (n == 0)
        n = sls_small(sls_when_value(w, SLS_G_which, SLS_C_ORDINAL)); /* the last but one: -2 */
    if (sls_has(w->r, SLS_G_dei))
        n = n > 0 ? -n : -1; /* the last; the third last */
    out->dated = true;
    if (n == 0 || !sls_counted_in(w, &in))
        return SLS_ENOTFOUND;
    if (w->weekday > 0 && sls_nth_weekday(in, w->weekday, n, &day) == SLS_OK) {
        out->days = (sls_interval){ day, day };
        return SLS_OK;
    }
    if (sls_str_eq(unit, SLS_STR("day"))) {
        day = n > 0 ? in.first + n - 1 : in.last + n + 1;
        out->days = (sls_interval){ day, day };
        return day >= in.first && day <= in.last ? SLS_OK : SLS_ENOTFOUND;
    }
    if (sls_str_eq(unit, SLS_STR("business-day")))
        return sls_days_found(nth_workday(in, n, &out->days), out);
    if (sls_str_eq(unit, SLS_STR("week")))
        return sls_days_found(nth_week(in, n, &out->days), out);
    if (sls_str_eq(unit, SLS_STR("weekend")) && sls_nth_weekday(in, 6, n, &day) == SLS_OK) {
        out->days = (sls_interval){ day, day + 1 };
        return SLS_OK;
    }
    if (in.last - in.first < 360)
        return SLS_ENOTFOUND;
    if (months == 0 || nth_months(in, months, n, &out->days) != SLS_OK)
        return SLS_ENOTFOUND;
    if (is_of_last_year(w, out->days) &&
        sls_interval_of_year(year_of(w->reference) - 1, &in) == SLS_OK &&
        nth_months(in, months, n, &out->days) != SLS_OK)
        return SLS_ENOTFOUND;
    return sls_days_found(SLS_OK, out);
}

/* The week of 10 April, the week that begins with it. */
static sls_status week_of(const sls_when *w, sls_moment *out)
{
    const sls_status status =
        sls_has(w->r, SLS_G_holiday) ? sls_holiday_of(w, out) : written_of(w, out);

    if (status != SLS_OK || out->days.first != out->days.last)
        return SLS_ENOTFOUND;
    if (sls_reading_makes(w->r, "weekto")) { /* the week ended July 8 */
        out->days.first -= 6;
        return SLS_OK;
    }
    return sls_days_found(sls_span_of(out->days, SLS_STR("week"), 0, &out->days), out);
}

/* The three months to September 2014, the year ended June 30: so long, up to that end. */
static sls_status period_of(const sls_when *w, sls_moment *out)
{
    const sls_status status = written_of(w, out);
    sls_moment behind = *out;
    sls_length by;

    behind.days.first = behind.days.last = out->days.last + 1;
    if (status != SLS_OK || !sls_length_in(w, &by) || by.minutes > 0 ||
        sls_moment_add(&behind, &by, -1, &behind) != SLS_OK || behind.days.first > out->days.first)
        return SLS_ENOTFOUND;
    out->days.first = behind.days.first;
    return SLS_OK;
}

/* "next week Monday": a weekday of a week. */
static sls_status week_weekday(const sls_when *w, sls_moment *out)
{
    const int steps = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC));

    out->inferred = true;
    if (!sls_when_has_day(w) || w->weekday < 1 ||
        sls_span_of(w->reference->days, SLS_STR("week"), steps, &out->days) != SLS_OK)
        return SLS_ENOTFOUND;
    out->days.first = out->days.last = out->days.first + w->weekday - 1;
    return sls_days_found(SLS_OK, out);
}

/* "three Fridays from now", "two Fridays ago". */
static sls_status weekdays_on(const sls_when *w, sls_moment *out)
{
    const int n = sls_when_number(w, SLS_G_n);
    const bool back = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC)) < 0;

    if (!sls_when_has_day(w) || n < 1 || n > 520 || w->weekday < 1)
        return SLS_ENOTFOUND;
    out->inferred = true;
    out->days.first = sls_weekday_beside(w->reference->days, w->weekday, n, back);
    out->days.last = out->days.first;
    return sls_days_found(SLS_OK, out);
}

/* "to date": all that is past. */
static sls_status until_now(const sls_when *w, sls_moment *out)
{
    const sls_status status = sls_relative_of(w, out);

    out->days.first = SLS_DAY_OPEN_PAST;
    out->minute = -1;
    return status;
}

static sls_status atom(const sls_when *w, sls_moment *out)
{
    static const struct {
        sls_str make;
        sls_status (*find)(const sls_when *, sls_moment *);
    } MAKES[] = {
        { SLS_S("range"), range_of },
        { SLS_S("swap-range"), range_of },
        { SLS_S("nth"), nth_of },
        { SLS_S("hijri"), sls_hijri_of },
        { SLS_S("holiday"), sls_holiday_of },
        { SLS_S("season"), sls_season_of },
        { SLS_S("weekof"), week_of },
        { SLS_S("weekin"), week_weekday },
        { SLS_S("weekdays"), weekdays_on },
        { SLS_S("unit"), sls_relative_of },
        { SLS_S("ago"), sls_relative_of },
        { SLS_S("now"), sls_relative_of },
        { SLS_S("to-now"), until_now },
        { SLS_S("in"), sls_relative_of },
        { SLS_S("point"), sls_relative_of },
        { SLS_S("window"), sls_relative_of },
        { SLS_S("within"), sls_relative_of },
        { SLS_S("decade"), sls_decade_of },
        { SLS_S("decade-on"), sls_decade_of },
        { SLS_S("century"), sls_century_of },
        { SLS_S("first"), sls_first_units },
        { SLS_S("next"), sls_after_next },
        { SLS_S("weekend"), sls_weekend_of },
        { SLS_S("weekto"), week_of },
        { SLS_S("period"), period_of },
        { SLS_S("for"), sls_relative_of },
        { SLS_S("quarters"), sls_quarters_of },
        { SLS_S("one-and"), sls_relative_of },
    };

    *out = SLS_MOMENT_NONE;
    if (sls_when_is_told(w))
        return SLS_ENOTFOUND;
    for (size_t i = 0; i < sizeof MAKES / sizeof *MAKES && w->r->pattern->make.len > 0; i++)
        if (sls_str_eq(w->r->pattern->make, MAKES[i].make))
            return MAKES[i].find(w, out);
    if (sls_has(w->r, SLS_G_rel))
        return sls_relative_of(w, out);
    if (!sls_has(w->r, SLS_G_day) && !sls_has(w->r, SLS_G_month) && !sls_has(w->r, SLS_G_year))
        return weekday_of(w, out);
    return written_of(w, out);
}

static sls_when part_of(const sls_when *w, const sls_reading *r)
{
    sls_when part = *w;

    part.r = r;
    part.inside = NULL;
    part.weekday = sls_small(sls_when_value(&part, SLS_G_weekday, SLS_C_WEEKDAY));
    return part;
}

/* The left reading inside the right one's span: that span is then its reference. */
static sls_status inside_of(const sls_when *left, const sls_when *right, sls_moment *out)
{
    sls_when in = *left;
    sls_moment span;
    sls_edtf from = *left->reference;
    sls_status status = sls_moment_of(right, &span);

    if (status != SLS_OK || !span.dated)
        return SLS_ENOTFOUND;
    from.days = (sls_interval){ span.days.first, span.days.first };
    from.grain = SLS_GRAIN_DAY;
    in.reference = &from;
    in.inside = &span.days;
    in.ahead = true;
    status = sls_moment_of(&in, out);
    out->inferred |= span.inferred;
    return status == SLS_OK ? SLS_OK : SLS_ENOTFOUND;
}

/* Before the end of May, after its beginning: what bounds is the month's own end. */
static sls_str bound_of(const sls_form *word, const sls_when *right)
{
    const sls_str since = sls_form_value(word, SLS_C_SINCE);
    const sls_reading *r = right->r;
    const sls_str part = r->join == SLS_JOIN_PART
                             ? sls_item_value(&right->items->at[r->mark], SLS_C_PART)
                         : r->join == SLS_JOIN_NONE ? sls_when_value(right, SLS_G_part, SLS_C_PART)
                                                    : (sls_str){ 0 };

    if (sls_str_eq(since, SLS_STR("before")) && sls_str_eq(part, SLS_STR("last")))
        return SLS_STR("to");
    return sls_str_eq(since, SLS_STR("after")) && sls_str_eq(part, SLS_STR("first"))
               ? SLS_STR("from")
               : since;
}

/* "2018 and after" holds 2018, as "2018 or later" does. */
static sls_str behind_of(const sls_form *word)
{
    const sls_str since = sls_form_value(word, SLS_C_SINCE);

    return sls_str_eq(since, SLS_STR("after"))    ? SLS_STR("from")
           : sls_str_eq(since, SLS_STR("before")) ? SLS_STR("to")
                                                  : since;
}

static bool says_from(const sls_form *word)
{
    return sls_str_eq(sls_form_value(word, SLS_C_SINCE), SLS_STR("from"));
}

static sls_status opened(const sls_when *inner, sls_str since, sls_moment *out)
{
    const sls_status status = sls_moment_of(inner, out);

    out->wide = out->days;
    out->bounded = out->dated;
    /* "hingga 2028" tells an end to come; "hingga Senin" of what has been no end */
    out->apart = sls_str_list_has(SLS_STR("before;after"), since) ||
                 (sls_str_eq(since, SLS_STR("to")) && inner->reference->grain != SLS_GRAIN_NONE &&
                  out->days.last <= inner->reference->days.last);
    return status == SLS_OK ? bounded(since, out) : status;
}

static sls_status joined(const sls_when *w, sls_moment *out)
{
    const sls_form *word = w->r->mark == SIZE_MAX ? NULL : w->items->at[w->r->mark].form;
    sls_when right = part_of(w, w->r->right ? w->r->right : w->r->left);
    sls_when left = w->r->left ? part_of(w, w->r->left) : right;
    sls_status status;

    switch ((sls_join)w->r->join) {
    case SLS_JOIN_CLOCK: /* Wednesday evening of next week */
        left.unbound = right.unbound = true;
        left.inside = right.inside = w->inside;
        status = sls_pair_clock(&left, &right, out);
        out->wide = out->days;
        if (status == SLS_OK && !w->unbound)
            status = bounded(sls_when_value(&left, SLS_G_since, SLS_C_SINCE), out);
        return status == SLS_OK && sls_form_is(word, SLS_C_SINCE) &&
                       !(out->minute2 >= 0 && says_from(word)) /* from nine to five on Monday */
                   ? bounded(sls_form_value(word, SLS_C_SINCE), out)
                   : status;
    case SLS_JOIN_RANGE: /* Monday to Friday of next week */
        left.unbound = right.unbound = true;
        left.inside = right.inside = w->inside;
        return sls_pair_range(&left, &right, out);
    case SLS_JOIN_IN: /* the first quarter of next year; next year's first quarter */
        return (sls_reading_makes(right.r, "nth") && !sls_reading_makes(left.r, "nth")) ||
                       sls_reading_makes(left.r, "unit") /* next year in March */
                   ? inside_of(&right, &left, out)
                   : inside_of(&left, &right, out);
    case SLS_JOIN_SPAN:
        return sls_pair_span(&left, &right, out);
    case SLS_JOIN_OPEN:
        return opened(&left, behind_of(word), out);
    case SLS_JOIN_STEP:
        right.unbound = true;
        return sls_pair_step(w, &left, &right, out);
    case SLS_JOIN_SINCE:
        return opened(&right, bound_of(word, &right), out);
    case SLS_JOIN_PART:
        status = sls_moment_of(&right, out);
        if (status == SLS_OK && out->part)
            return sls_daypart_part(sls_form_value(word, SLS_C_PART), out);
        if (status == SLS_OK && (out->minute >= 0 || out->days.first == out->days.last))
            return SLS_ENOTFOUND;
        out->days = sls_part_of(w, out->days, sls_form_value(word, SLS_C_PART));
        out->about = false;
        return status;
    default:
        return SLS_ENOTFOUND;
    }
}

sls_status sls_moment_of(const sls_when *w, sls_moment *out)
{
    sls_status status;

    *out = SLS_MOMENT_NONE;
    if (w->r->join != SLS_JOIN_NONE)
        return joined(w, out);
    if (sls_reading_is(w->r, SLS_READ(TIME))) {
        status = sls_clock_of(w, out);
        if (status == SLS_OK && w->alone && sls_when_has_day(w) && !out->part) {
            out->dated = out->inferred = true; /* a message's hour is of its day */
            out->days = w->reference->days;
            if (sls_when_has_minute(w) && out->minute < w->reference->minute)
                out->days.first = ++out->days.last; /* the next such hour */
            if (out->minute == 1440) {              /* 24:00 */
                out->days.first = ++out->days.last;
                out->minute = 0;
            }
        }
        return status;
    }
    status = atom(w, out);
    return status == SLS_OK ? modified(w, out) : status;
}
