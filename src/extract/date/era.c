/* Spans that calendars name: Hijri months and years, seasons, decades, centuries. */
#include "extract/date/moment.h"

#include "extract/date/written.h"

/* A Hijri year whole: from its first month to its last. */
static sls_status hijri_year(sls_hijri_rule rule, int year, sls_moment *out)
{
    sls_interval end;
    bool exact, exact2;

    if (sls_hijri_days(rule, year, 1, 0, &out->days, &exact) != SLS_OK ||
        sls_hijri_days(rule, year, 12, 0, &end, &exact2) != SLS_OK)
        return SLS_ENOTFOUND;
    out->days.last = end.last;
    out->dated = true;
    out->about = !exact || !exact2;
    return SLS_OK;
}

sls_status sls_hijri_of(const sls_when *w, sls_moment *out)
{
    const sls_hijri_rule rule = sls_when_hijri(w);
    const int month = sls_small(sls_when_value(w, SLS_G_month, SLS_C_HIJRI));
    const int day = sls_when_number(w, SLS_G_day), day2 = sls_when_number(w, SLS_G_day2);
    int year = sls_when_number(w, SLS_G_year), y, m, d;
    bool exact;

    if (month == 0) { /* "1990 H" is a grid reference or a typing error, and "24H" a race */
        const bool named = w->r->first < (size_t)w->r->from[SLS_G_year];

        return year >= (named ? 1 : 1000) && year < 1600 ? hijri_year(rule, year, out)
                                                         : SLS_ENOTFOUND;
    }
    if (year >= 1600 && (year = sls_hijri_year_with(rule, year, month, 0)) == 0)
        return SLS_ENOTFOUND;
    if (year == 0) {
        if (w->reference->grain == SLS_GRAIN_NONE)
            return SLS_ENOTFOUND;
        sls_day_civil(w->reference->days.last, &y, &m, &d);
        for (year = sls_hijri_year(y) + 1; year > 1; year--) /* the last one begun, or nearly */
            if (sls_hijri_days(rule, year, month, day, &out->days, &exact) == SLS_OK &&
                out->days.first <= w->reference->days.last + (w->ahead ? 330 : 45))
                break;
        out->inferred = true;
    }
    if (sls_hijri_days(rule, year, month, day, &out->days, &exact) != SLS_OK ||
        (day2 > 0 && (day2 <= day || day2 > 30)))
        return SLS_ENOTFOUND;
    if (day2 > 0)
        out->days.last += day2 - day;
    out->dated = true;
    out->about = !exact;
    if (rule == SLS_HIJRI_MECCA)
        sls_moment_mecca(out);
    return SLS_OK;
}

sls_status sls_season_of(const sls_when *w, sls_moment *out)
{
    const sls_str season = sls_when_value(w, SLS_G_season, SLS_C_SEASON);
    const int dei = w->inside ? 0 : sls_direction(sls_when_value(w, SLS_G_dei, SLS_C_DEICTIC));
    int year = sls_when_number(w, SLS_G_year), m, d;

    if (year > 0)
        return sls_days_found(sls_season_days(sls_written_first(w).year, season, &out->days), out);
    if (w->reference->grain == SLS_GRAIN_NONE)
        return SLS_ENOTFOUND;
    out->inferred = true;
    out->dated = true;
    sls_day_civil(w->inside ? w->inside->first : w->reference->days.last, &year, &m, &d);
    for (int k = dei > 0 ? -1 : 1; k >= -2 && k <= 1; k += dei > 0 ? 1 : -1) {
        if (sls_season_days(year + (dei == 0 ? 0 : k), season, &out->days) != SLS_OK)
            return SLS_ENOTFOUND;
        if (dei == 0 || (dei < 0 ? out->days.last < w->reference->days.first
                                 : out->days.first > w->reference->days.last))
            return SLS_OK; /* the last one that is over, the next that begins */
    }
    return SLS_ENOTFOUND;
}

/* "40s" without "the" before it and a stroke in it is an age, "in his mid-40s"; 80-an is none. */
static bool is_age(const sls_when *w, int year)
{
    const sls_item *at = w->items->at + w->r->from[SLS_G_decade];
    const sls_item *begin = w->items->at + w->r->first;

    if (year >= 100 || w->alone || !sls_item_says(at + 1, SLS_C_LITERAL, "s"))
        return false;
    while (
        at > begin && (at[-1].symbol == '-' || sls_item_is(at - 1, SLS_C_PART)) &&
        !sls_str_starts(at[-1].form ? sls_form_text(at[-1].form) : (sls_str){ 0 }, SLS_STR("the ")))
        at--;
    return at == w->items->at ||
           !(at[-1].symbol == '\'' || sls_item_says(at - 1, SLS_C_LITERAL, "the") ||
             (at[-1].form && sls_str_starts(sls_form_text(at[-1].form), SLS_STR("the "))));
}

/* The hundreds of the decade right before: of "the 1880s and 90s" 1800. */
static int hundreds_before(const sls_when *w)
{
    int64_t year = 0;

    for (size_t i = w->r->first; i-- > 0 && w->items->at[i].symbol != SLS_SYMBOL_BOUNDARY;)
        if (w->items->at[i].shape & SLS_SHAPED(YEAR)) {
            (void)sls_decimal_integer(w->items->at[i].value, &year);
            break;
        }
    return (int)(year / 100 * 100);
}

sls_status sls_decade_of(const sls_when *w, sls_moment *out)
{
    const int named = sls_small(sls_when_value(w, SLS_G_decade, SLS_C_ERA));
    int year = named > 0 ? named : sls_when_number(w, SLS_G_decade);

    if (sls_reading_makes(w->r, "decade-on"))
        year += hundreds_before(w);
    if (year % 10 != 0 || is_age(w, named > 0 ? 1900 : year))
        return SLS_ENOTFOUND;
    if (sls_has(w->r, SLS_G_n)) { /* the nineteen nineties */
        const int hundreds = sls_when_number(w, SLS_G_n);

        if (hundreds < 10 || hundreds > 20)
            return SLS_ENOTFOUND;
        year = 100 * hundreds + year % 100;
    }
    if (year < 100)
        year += year < 30 ? 2000 : 1900;
    if (year % 100 == 0 && year < 1900) /* the 1800s are all of them */
        return sls_days_found(sls_century_days(year / 100 + 1, &out->days), out);
    return sls_days_found(sls_interval_of_decade(year, &out->days), out);
}

sls_status sls_century_of(const sls_when *w, sls_moment *out)
{
    sls_interval end;

    if (sls_century_days(sls_when_number(w, SLS_G_which), &out->days) != SLS_OK)
        return SLS_ENOTFOUND;
    if (sls_has(w->r, SLS_G_year2)) { /* abad ke-17 hingga ke-19 */
        if (sls_century_days(sls_when_number(w, SLS_G_year2), &end) != SLS_OK ||
            end.first <= out->days.first)
            return SLS_ENOTFOUND;
        out->days.last = end.last;
    }
    return sls_days_found(SLS_OK, out);
}
