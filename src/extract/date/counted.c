#include "extract/date/written.h"

bool sls_counted_in(const sls_when *w, sls_interval *out)
{
    const int year = sls_when_number(w, SLS_G_year);
    int y, m, d;

    if (w->inside) {
        *out = *w->inside;
        return true;
    }
    if (sls_has(w->r, SLS_G_month)) {
        sls_written month = sls_written_first(w);

        month.day = 0;
        return sls_written_complete(w, &month) && sls_written_days(month, out) == SLS_OK;
    }
    if (year > 0)
        return sls_interval_of_year(sls_written_first(w).year, out) == SLS_OK;
    if (w->reference->grain == SLS_GRAIN_NONE)
        return false;
    if (sls_has(w->r, SLS_G_unit3)) /* the first half of the year */
        return sls_span_of(w->reference->days, sls_when_unit(w, SLS_G_unit3), 0, out) == SLS_OK;
    sls_day_civil(w->reference->days.last, &y, &m, &d);
    return sls_interval_of_year(y, out) == SLS_OK;
}

/* Months in "three quarters", of which the number is composed with its unit: 0.75. */
static bool quarters_in(const sls_when *w, int *months)
{
    sls_decimal n;
    int64_t whole;

    if (sls_decimal_mul(w->items->at[w->r->from[SLS_G_n]].value, sls_decimal_of(4), &n) != SLS_OK ||
        !sls_decimal_integer(n, &whole) || whole < 1 || whole > 4)
        return false;
    *months = 3 * (int)whole;
    return true;
}

/* The first nine months of 2023, the last two weeks of December. */
sls_status sls_first_units(const sls_when *w, sls_moment *out)
{
    const bool from_end = sls_has(w->r, SLS_G_dei);
    sls_interval in;
    sls_length by = { .unit = SLS_STR("quarter") };
    sls_moment edge = SLS_MOMENT_NONE;

    if ((!from_end && sls_when_number(w, SLS_G_which) != 1) ||
        !(sls_has(w->r, SLS_G_unit) ? sls_length_in(w, &by) : quarters_in(w, &by.months)) ||
        by.minutes > 0 || !sls_counted_in(w, &in))
        return SLS_ENOTFOUND;
    /* months are counted from the first of one: the last three of a year begin on 1 October */
    edge.days.first = edge.days.last = from_end ? in.last + 1 : in.first;
    if (sls_moment_add(&edge, &by, from_end ? -1 : 1, &edge) != SLS_OK)
        return SLS_ENOTFOUND;
    out->dated = true;
    out->inferred = !sls_has(w->r, SLS_G_year);
    out->days = in;
    if (from_end)
        out->days.first = edge.days.first;
    else
        out->days.last = edge.days.last - 1;
    return out->days.first >= in.first && out->days.last <= in.last ? SLS_OK : SLS_ENOTFOUND;
}

/* The n-th such weekday before or after a span of days. */
int32_t sls_weekday_beside(sls_interval days, int weekday, int n, bool before)
{
    int32_t day = before ? days.first - 1 : days.last + 1;

    while (sls_day_weekday(day) != weekday)
        day += before ? -1 : 1;
    return day + (before ? -7 : 7) * (n - 1);
}

/* The week, the month, the weekend before or after `days`; `far` is that length away from them. */
sls_interval sls_span_beside(sls_interval days, sls_interval far, sls_str unit, bool before)
{
    if (sls_str_eq(unit, SLS_STR("weekend"))) {
        const int32_t saturday = sls_weekday_beside(days, 6, 1, before);

        return (sls_interval){ saturday, saturday + 1 };
    }
    if (before)
        return (sls_interval){ far.first, days.first - 1 };
    return (sls_interval){ days.last + 1, far.last };
}

/* "Friday after next", "March after next", "the Tuesday before last": the next but one. */
sls_status sls_after_next(const sls_when *w, sls_moment *out)
{
    const int month = sls_small(sls_when_value(w, SLS_G_month, SLS_C_MONTH));
    const bool back = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC)) < 0;
    int y, m, d;

    if (!sls_when_has_day(w))
        return SLS_ENOTFOUND;
    out->dated = out->inferred = true;
    if (w->weekday > 0) {
        out->days.first = sls_weekday_beside(w->reference->days, w->weekday, 2, back);
        out->days.last = out->days.first;
        return SLS_OK;
    }
    sls_day_civil(w->reference->days.last, &y, &m, &d);
    return month > 0 && sls_interval_of_month(y + (month > m ? 1 : 2), month, &out->days) == SLS_OK
               ? SLS_OK
               : SLS_ENOTFOUND;
}

/*
 * "over the weekend": the one that is over or goes on, unless the clause looks ahead. The week
 * of an article holds its own weekend, so on a Monday it is the week before.
 */
sls_status sls_weekend_of(const sls_when *w, sls_moment *out)
{
    int steps = 0;

    if (!sls_when_has_day(w) ||
        sls_span_of(w->reference->days, SLS_STR("weekend"), 0, &out->days) != SLS_OK)
        return SLS_ENOTFOUND;
    if (!w->ahead && !w->alone && out->days.first > w->reference->days.last)
        steps = -1;
    out->days.first += 7 * steps;
    out->days.last += 7 * steps;
    out->dated = out->inferred = true;
    return SLS_OK;
}

/* A third of a span, or from the article's day on what is left of it: "the rest of the year". */
sls_interval sls_part_of(const sls_when *w, sls_interval days, sls_str part)
{
    if (!sls_str_eq(part, SLS_STR("rest")))
        return sls_third_of(days, part);
    if (sls_when_has_day(w) && w->reference->days.last >= days.first &&
        w->reference->days.last <= days.last)
        days.first = w->reference->days.last;
    return days;
}

/* "the last three quarters", of which the number is composed with its unit: 0.75; the next four. */
sls_status sls_quarters_of(const sls_when *w, sls_moment *out)
{
    const int sign = sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC));
    sls_interval first, last;
    sls_decimal n;
    int64_t quarters;

    if (!sls_when_has_day(w) || !sls_has(w->r, SLS_G_n) ||
        sls_decimal_mul(w->items->at[w->r->from[SLS_G_n]].value,
                        sls_decimal_of(sls_has(w->r, SLS_G_unit) ? 1 : 4), &n) != SLS_OK ||
        !sls_decimal_integer(n, &quarters) || quarters < 1 || quarters > 400 || sign == 0 ||
        sls_span_of(w->reference->days, SLS_STR("quarter"), sign, &first) != SLS_OK ||
        sls_span_of(w->reference->days, SLS_STR("quarter"), sign * (int)quarters, &last) != SLS_OK)
        return SLS_ENOTFOUND;
    out->dated = out->inferred = true;
    out->days = sls_interval_hull(first, last);
    return SLS_OK;
}
