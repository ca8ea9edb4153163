#include "extract/moment.h"

/* Letters of ISO 8601 periods, by unit. */
static const char *letter_of(sls_str unit, bool *clock)
{
    static const struct {
        const char *unit, *letter;
        bool clock;
    } LETTERS[] = { { "year", "Y", false },  { "month", "M", false },  { "week", "W", false },
                    { "day", "D", false },   { "hour", "H", true },    { "minute", "M", true },
                    { "second", "S", true }, { "weekend", "W", false } };

    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++)
        if (sls_str_eq(unit, sls_str_of(LETTERS[i].unit))) {
            *clock = LETTERS[i].clock;
            return LETTERS[i].letter;
        }
    return NULL;
}

/* Units without a letter of their own. */
static int whole_units(sls_str *unit, int n)
{
    static const struct {
        const char *unit, *as;
        int times;
    } AS[] = { { "quarter", "month", 3 },
               { "semester", "month", 6 },
               { "half", "month", 6 },
               { "decade", "year", 10 },
               { "century", "year", 100 } };

    for (size_t i = 0; i < sizeof AS / sizeof *AS; i++)
        if (sls_str_eq(*unit, sls_str_of(AS[i].unit))) {
            *unit = sls_str_of(AS[i].as);
            return n * AS[i].times;
        }
    return n;
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
    bool clock = false;
    const char *letter;

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

        if (iso.len > 0)
            return sls_arena_format(arena, out, "R/%.*s", SLS_FMT(iso));
        return period.len > 1 && period.ptr[0] == 'P'
                   ? sls_arena_format(arena, out, "R/%.*s", SLS_FMT(period))
                   : SLS_ENOTFOUND;
    }
    n = whole_units(&unit, n);
    letter = letter_of(unit, &clock);
    return letter ? sls_arena_format(arena, out, "R/P%s%d%s", clock ? "T" : "", n, letter)
                  : SLS_ENOTFOUND;
}

sls_status sls_set_length(const sls_when *w, sls_arena *arena, sls_str *out)
{
    sls_str unit = sls_when_unit(w, SLS_G_unit);
    bool clock = false;
    const char *letter;
    int n;

    n = whole_units(&unit, 1);
    letter = letter_of(unit, &clock);
    return letter ? sls_arena_format(arena, out, "P%s%d%s", clock ? "T" : "", n, letter)
                  : SLS_ENOTFOUND;
}
