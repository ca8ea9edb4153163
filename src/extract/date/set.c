#include "extract/date/moment.h"

/* `n` units behind `prefix` as an ISO 8601 period: a century is 100Y. */
static sls_status write_period(const char *prefix, int n, sls_str unit, sls_arena *arena,
                               sls_str *out)
{
    static const struct {
        const char *unit, *before, *letter;
        int times;
    } UNITS[] = { { "year", "", "Y", 1 },     { "month", "", "M", 1 },   { "week", "", "W", 1 },
                  { "day", "", "D", 1 },      { "hour", "T", "H", 1 },   { "minute", "T", "M", 1 },
                  { "second", "T", "S", 1 },  { "weekend", "", "W", 1 }, { "quarter", "", "M", 3 },
                  { "semester", "", "M", 6 }, { "half", "", "M", 6 },    { "decade", "", "Y", 10 },
                  { "century", "", "Y", 100 } };

    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (sls_str_eq(unit, sls_str_of(UNITS[i].unit)))
            return sls_arena_format(arena, out, "%sP%s%d%s", prefix, UNITS[i].before,
                                    n * UNITS[i].times, UNITS[i].letter);
    return SLS_ENOTFOUND;
}

/* "setiap 17 Agustus", "setiap Juni", "tiap tanggal 5": the month and the day after the period. */
static sls_status days_set(const sls_when *w, sls_arena *arena, sls_str *out)
{
    const int month = sls_small(sls_when_value(w, SLS_G_month, SLS_C_MONTH));
    const int day = sls_when_number(w, SLS_G_day);

    if (day > 31 || (month > 0 && day > sls_days_in_month(2024, month)))
        return SLS_ENOTFOUND;
    if (month > 0 && day > 0)
        return sls_arena_format(arena, out, "R/P1Y-%02d-%02d", month, day);
    return month > 0 ? sls_arena_format(arena, out, "R/P1Y-%02d", month)
                     : sls_arena_format(arena, out, "R/P1M-%02d", day);
}

sls_status sls_set_of(const sls_when *w, sls_arena *arena, sls_str *out)
{
    const sls_str period = sls_when_value(w, SLS_G_set, SLS_C_SET);
    sls_str unit = sls_when_unit(w, SLS_G_unit);
    int n = sls_when_number(w, SLS_G_n);

    if (n == 0)
        n = sls_str_eq(period, SLS_STR("other")) ? 2 : 1;
    if (w->weekday > 0)
        return sls_arena_format(arena, out, "R/P%dW-%d", n, w->weekday);
    if (sls_has(w->r, SLS_G_month) || sls_has(w->r, SLS_G_day))
        return days_set(w, arena, out);
    if (unit.len == 0 && sls_has(w->r, SLS_G_daypart))
        unit = SLS_STR("day");
    if (sls_has(w->r, SLS_G_season) || sls_has(w->r, SLS_G_holiday) || sls_has(w->r, SLS_G_name))
        unit = SLS_STR("year"); /* every Ramadan */
    if (unit.len == 0) {
        const sls_str iso = sls_when_value(w, SLS_G_unit, SLS_C_DURATION);
        const sls_str length = iso.len > 0 ? iso : period;

        return length.len > 1 && length.ptr[0] == 'P'
                   ? sls_arena_concat(arena, (sls_str[]){ SLS_STR("R/"), length }, 2, out)
                   : SLS_ENOTFOUND;
    }
    return write_period("R/", n, unit, arena, out);
}

sls_status sls_set_length(const sls_when *w, sls_arena *arena, sls_str *out)
{
    return write_period("", 1, sls_when_unit(w, SLS_G_unit), arena, out);
}
