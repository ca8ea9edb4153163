#include "base/interval.h"

#include <assert.h>

bool sls_is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int sls_days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && sls_is_leap(year));
}

/*
 * Eras of 400 years whose years begin in March, so that the leap day comes last:
 * Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
sls_status sls_day_of(int year, int month, int day, int32_t *out)
{
    if (year < 1 || year > 9999 || day < 1 || day > sls_days_in_month(year, month))
        return SLS_ERANGE;

    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    *out = era * 146097 + day_of_era - 719468;
    return SLS_OK;
}

/* The reverse, civil_from_days of the same paper. */
void sls_day_civil(int32_t day, int *year, int *month, int *day_of_month)
{
    const int64_t z = (int64_t)day + 719468;
    const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    const int day_of_era = (int)(z - era * 146097);
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int march_month = (5 * day_of_year + 2) / 153;

    *day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
    *month = march_month < 10 ? march_month + 3 : march_month - 9;
    *year = year_of_era + (int)era * 400 + (*month <= 2);
}

int sls_day_weekday(int32_t day)
{
    /* 1970-01-01 was a Thursday */
    return (day % 7 + 7 + 3) % 7 + 1;
}

sls_status sls_interval_of_day(int year, int month, int day, sls_interval *out)
{
    int32_t at;
    const sls_status status = sls_day_of(year, month, day, &at);

    if (status == SLS_OK)
        *out = (sls_interval){ at, at };
    return status;
}

sls_status sls_interval_of_month(int year, int month, sls_interval *out)
{
    int32_t first;
    const sls_status status = sls_day_of(year, month, 1, &first);

    if (status == SLS_OK)
        *out = (sls_interval){ first, first + sls_days_in_month(year, month) - 1 };
    return status;
}

sls_status sls_interval_of_year(int year, sls_interval *out)
{
    int32_t first;
    const sls_status status = sls_day_of(year, 1, 1, &first);

    if (status == SLS_OK)
        *out = (sls_interval){ first, first + 364 + sls_is_leap(year) };
    return status;
}

sls_status sls_interval_of_decade(int year, sls_interval *out)
{
    sls_interval first, last;

    if (year < 1 || year > 9999)
        return SLS_ERANGE;
    const int start = year - year % 10;
    /* there is no year 0 */
    sls_status status = sls_interval_of_year(start ? start : 1, &first);
    if (status == SLS_OK)
        status = sls_interval_of_year(start + 9, &last);
    if (status == SLS_OK)
        *out = (sls_interval){ first.first, last.last };
    return status;
}

sls_relation sls_interval_relate(sls_interval a, sls_interval b)
{
    assert(a.first <= a.last && b.first <= b.last);

    if (a.last < b.first || b.last < a.first)
        return SLS_DISJOINT;
    if (a.first == b.first && a.last == b.last)
        return SLS_SAME;
    if (a.first <= b.first && b.last <= a.last)
        return SLS_HOLDS;
    if (b.first <= a.first && a.last <= b.last)
        return SLS_HELD;
    return SLS_OVERLAPS;
}

sls_interval sls_interval_hull(sls_interval a, sls_interval b)
{
    return (sls_interval){ a.first < b.first ? a.first : b.first,
                           a.last > b.last ? a.last : b.last };
}

int64_t sls_interval_gap(sls_interval a, sls_interval b)
{
    if (a.last < b.first)
        return (int64_t)b.first - a.last;
    if (b.last < a.first)
        return (int64_t)a.first - b.last;
    return 0;
}
