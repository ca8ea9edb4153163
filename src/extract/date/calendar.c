#include "extract/date/calendar.h"

#include "base/edtf.h"
#include "lexicon/lexicon.h"

#include <stdio.h>

/* Days from 1970-01-01 back to the day before 1 Muharram 1 (civil epoch, Julian 622-07-16). */
enum { HIJRI_EPOCH = -492149 };

/* Tabular calendar with the leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of thirty. */
static int32_t tabular(int year, int month, int day)
{
    return day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + HIJRI_EPOCH;
}

/* The attribute `first` of a row of data/any/hijri.csv, a day of our calendar. */
static bool first_day(const char *key, int32_t *out)
{
    const sls_str first = sls_lexicon_attribute(SLS_C_HIJRI, sls_str_of(key), "first");
    sls_edtf date;

    if (first.len != 10 || sls_edtf_read(first, &date) != SLS_OK)
        return false;
    *out = date.days.first;
    return true;
}

/* The proclaimed first day of a month: data/any/hijri.csv, rows "1445-09". */
static bool proclaimed(int year, int month, int32_t *out)
{
    char key[16];

    snprintf(key, sizeof key, "%04d-%02d", year, month);
    return first_day(key, out);
}

/* A month by Umm al-Qura: data/any/hijri.csv, rows "mecca-1445", L for 30 days and S for 29. */
static bool in_mecca(int year, int month, sls_interval *out)
{
    char key[24];
    sls_str months;
    int32_t day;

    snprintf(key, sizeof key, "mecca-%04d", year);
    months = sls_lexicon_attribute(SLS_C_HIJRI, sls_str_of(key), "months");
    if (months.len != 12 || !first_day(key, &day))
        return false;
    for (int i = 0; i < month - 1; i++)
        day += months.ptr[i] == 'L' ? 30 : 29;
    *out = (sls_interval){ day, day + (months.ptr[month - 1] == 'L' ? 29 : 28) };
    return true;
}

static bool in_indonesia(int year, int month, sls_interval *out)
{
    int32_t first, next;
    const bool exact = proclaimed(year, month, &first);

    if (!exact)
        first = tabular(year, month, 1);
    if (!proclaimed(year + month / 12, month % 12 + 1, &next))
        next = tabular(year + month / 12, month % 12 + 1, 1);
    if (next - first < 29 || next - first > 30)
        next = first + 30 - (month % 2 == 0);
    *out = (sls_interval){ first, next - 1 };
    return exact;
}

sls_status sls_hijri_days(sls_hijri_rule rule, int year, int month, int day, sls_interval *out,
                          bool *exact)
{
    sls_interval days;

    if (year < 1 || year > 9000 || month < 1 || month > 12 || day < 0 || day > 30)
        return SLS_ERANGE;
    *exact = rule == SLS_HIJRI_MECCA && in_mecca(year, month, &days);
    if (!*exact)
        *exact = in_indonesia(year, month, &days) && rule == SLS_HIJRI_INDONESIA;
    *out = day == 0 ? days : (sls_interval){ days.first + day - 1, days.first + day - 1 };
    return SLS_OK;
}

int sls_hijri_year(int year)
{
    return (year - 622) * 33 / 32 + 1 - ((year - 622) % 32 == 0);
}

int sls_hijri_year_with(sls_hijri_rule rule, int year, int month, int day)
{
    sls_interval days;
    bool exact;
    int y, m, d;

    for (int k = sls_hijri_year(year) - 1; k <= sls_hijri_year(year) + 1; k++) {
        if (sls_hijri_days(rule, k, month, day, &days, &exact) != SLS_OK)
            continue;
        sls_day_civil(days.first, &y, &m, &d);
        if (y == year)
            return k;
    }
    return 0;
}

/* Anonymous Gregorian computus (Nature, 1876; Meeus, Astronomical Algorithms, ch. 8). */
static int32_t western_easter(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    int32_t day = 0;

    return sls_day_of(year, n / 31, n % 31 + 1, &day) == SLS_OK ? day : 0;
}

/* Meeus's Julian algorithm, moved to the Gregorian calendar. */
static int32_t orthodox_easter(int year)
{
    const int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30;
    const int e = (2 * a + 4 * b - d + 34) % 7, n = d + e + 114;
    int32_t day = 0;

    if (sls_day_of(year, n / 31, n % 31 + 1, &day) != SLS_OK)
        return 0;
    return day + year / 100 - year / 400 - 2;
}

sls_status sls_easter_day(int year, bool orthodox, int32_t *out)
{
    if (year < 1583 || year > 9999)
        return SLS_ERANGE;
    *out = orthodox ? orthodox_easter(year) : western_easter(year);
    return SLS_OK;
}

/* Days from the epoch to the mean new moon of Tishri, kept off Sunday, Wednesday and Friday. */
static int32_t hebrew_elapsed(int year)
{
    const int64_t months = ((int64_t)235 * year - 234) / 19;
    const int64_t days = 29 * months + (12084 + 13753 * months) / 25920;

    return (int32_t)(days + (3 * (days + 1) % 7 < 3));
}

/* 1 Tishri, so that no year has 356 or 382 days (Reingold and Dershowitz, ch. 8). */
static int32_t hebrew_new_year(int year)
{
    enum { EPOCH = -2092590 }; /* 7 October 3761 BC, Julian */
    const int32_t before = hebrew_elapsed(year - 1), at = hebrew_elapsed(year);
    const int32_t after = hebrew_elapsed(year + 1);

    return EPOCH + at + (after - at == 356 ? 2 : at - before == 382 ? 1 : 0);
}

sls_status sls_hebrew_day(int year, int month, int day, int32_t *out)
{
    static const int BEFORE[] = { 0, 0, 30, 59, 89, 118, 148 }; /* from Nisan */
    const bool autumn = month >= 7 && month <= 9;
    const int hebrew = year + (autumn ? 3761 : 3760);
    int32_t tishri, nisan, length;

    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 30)
        return SLS_ERANGE;
    tishri = hebrew_new_year(hebrew);
    nisan = hebrew_new_year(hebrew + 1) - 177;
    length = nisan + 177 - tishri;
    if (month <= 6)
        *out = nisan + BEFORE[month];
    else if (month == 12)
        *out = nisan - 29;
    else /* Cheshvan is long in a full year, Kislev short in a short one */
        *out = tishri + (month > 7 ? 30 : 0) + (month > 8 ? 29 + (length % 10 == 5) : 0) +
               (month > 9 ? 30 - (length % 10 == 3) : 0) + (month > 10 ? 29 : 0);
    *out += day - 1;
    return SLS_OK;
}

sls_status sls_nth_weekday(sls_interval in, int weekday, int n, int32_t *out)
{
    int32_t day = n > 0 ? in.first : in.last;

    if (n == 0 || weekday < 1 || weekday > 7)
        return SLS_ERANGE;
    while (sls_day_weekday(day) != weekday)
        day += n > 0 ? 1 : -1;
    day += 7 * (n > 0 ? n - 1 : n + 1);
    if (day < in.first || day > in.last)
        return SLS_ERANGE;
    *out = day;
    return SLS_OK;
}

sls_status sls_months_days(int year, int months, int n, sls_interval *out)
{
    sls_interval a, b;

    if (n < 1 || months * n > 12 || sls_interval_of_month(year, months * (n - 1) + 1, &a) ||
        sls_interval_of_month(year, months * n, &b))
        return SLS_ERANGE;
    *out = sls_interval_hull(a, b);
    return SLS_OK;
}

sls_status sls_season_days(int year, sls_str season, sls_interval *out)
{
    static const char *const NAMES[] = { "spring", "summer", "autumn", "winter" };
    sls_interval a, b;

    for (int i = 0; i < 4; i++) {
        if (!sls_str_eq(season, sls_str_of(NAMES[i])))
            continue;
        if (sls_interval_of_month(year, 3 * i + 3, &a) ||
            sls_interval_of_month(year + i / 3, (3 * i + 4) % 12 + 1, &b))
            return SLS_ERANGE;
        *out = sls_interval_hull(a, b);
        return SLS_OK;
    }
    return SLS_ERANGE;
}

sls_status sls_century_days(int n, sls_interval *out)
{
    sls_interval a, b;

    if (n < 1 || n > 99 || sls_interval_of_year(n > 1 ? 100 * (n - 1) : 1, &a) ||
        sls_interval_of_year(100 * n - 1, &b))
        return SLS_ERANGE;
    *out = sls_interval_hull(a, b);
    return SLS_OK;
}

/* Of ten years: 1940-1943, 1944-1946, 1947-1949; of a hundred: 1900-1933, 1934-1966, 1967-1999. */
static sls_interval third_of_years(int year, int years, int which, sls_interval days)
{
    const int from = (which * years + 2) / 3, behind = ((which + 1) * years + 2) / 3;
    sls_interval a, b;

    if (sls_interval_of_year(year + from, &a) != SLS_OK ||
        sls_interval_of_year(year + behind - 1, &b) != SLS_OK)
        return days;
    return sls_interval_hull(a, b);
}

sls_interval sls_third_of(sls_interval days, sls_str part)
{
    const int32_t length = days.last - days.first + 1, third = length / 3;
    const int which = sls_str_eq(part, SLS_STR("first"))  ? 0
                      : sls_str_eq(part, SLS_STR("last")) ? 2
                                                          : 1;
    sls_interval year;
    int y, m, d;

    if (sls_str_eq(part, SLS_STR("first-middle")) || sls_str_eq(part, SLS_STR("middle-last")))
        return sls_interval_hull(/* early to mid June */
                                 sls_third_of(days, SLS_STR("middle")),
                                 sls_third_of(days, part.ptr[0] == 'f' ? SLS_STR("first")
                                                                       : SLS_STR("last")));
    sls_day_civil(days.first, &y, &m, &d);
    if (sls_str_starts(part, SLS_STR("half"))) {
        const bool second = sls_str_eq(part, SLS_STR("half2"));

        if (length == 365 || length == 366)
            return sls_months_days(y, 6, second ? 2 : 1, &year) == SLS_OK ? year : days;
        days.first += second ? length / 2 : 0;
        days.last = second ? days.last : days.first + length / 2 - 1;
        return days;
    }
    if (length == 365 || length == 366) /* of a year: four months each */
        return sls_months_days(y, 4, which + 1, &year) == SLS_OK ? year : days;
    if (length >= 3650 && length <= 3653)
        return third_of_years(y, 10, which, days);
    if (length >= 36500 && length <= 36525)
        return y < 100 ? days : third_of_years(y, 100, which, days);
    if (length >= 28 && length <= 31) { /* of a month: 1-10, 11-20, 21-end */
        days.first += 10 * which;
        days.last = which == 2 ? days.last : days.first + 9;
        return days;
    }
    if (length == 7) { /* of a week: Monday to Wednesday, Wednesday to Friday, Friday to Sunday */
        days.first += 2 * which;
        days.last = days.first + 2;
        return days;
    }
    days.first += which * third;
    days.last = which == 2 ? days.last : days.first + third - 1;
    return days;
}

sls_status sls_day_add_months(int32_t day, int months, int32_t *out)
{
    int y, m, d, total;

    sls_day_civil(day, &y, &m, &d);
    total = 12 * y + m - 1 + months;
    if (total < 12)
        return SLS_ERANGE;
    if (d > sls_days_in_month(total / 12, total % 12 + 1))
        d = sls_days_in_month(total / 12, total % 12 + 1);
    return sls_day_of(total / 12, total % 12 + 1, d, out);
}
