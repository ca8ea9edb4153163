/*
 * calendar.h - calendars beside the Gregorian one, and the parts into which people cut time.
 *
 *     1 Syawal 1445 -> 2024-04-10   Easter 2024 -> 2024-03-31   kuartal III 2024 -> 2024-07/2024-09
 *
 * Pure functions; days are counted as in interval.h. Each gives SLS_OK, or
 * SLS_ERANGE when there is no such day or span; `*out` is written on SLS_OK.
 */
#ifndef SLS_EXTRACT_DATE_CALENDAR_H
#define SLS_EXTRACT_DATE_CALENDAR_H

#include "base/interval.h"
#include <selisih/str.h>

/* Whose new moon begins the month. */
typedef enum {
    SLS_HIJRI_INDONESIA, /* that of its ministry of religion, as proclaimed; else the tabular one */
    SLS_HIJRI_MECCA      /* Umm al-Qura's, which the world's news go by; else the tabular one */
} sls_hijri_rule;

/*
 * The Hijri day, or the whole month when `day` is 0. `*exact` tells that the month was proclaimed
 * in Indonesia or is in Umm al-Qura's table; the tabular calendar may be a day off.
 * SLS_ERANGE: no such day.
 */
SLS_MUST_USE sls_status sls_hijri_days(sls_hijri_rule rule, int year, int month, int day,
                                       sls_interval *out, bool *exact);
/* The Hijri year in which the Gregorian year `year` begins: 2024 gives 1445. */
int sls_hijri_year(int year);
/*
 * The Hijri year whose `month`, or that day of it, begins in the Gregorian year `year`: Ramadan
 * 2024 is that of 1445. 0: none does.
 */
int sls_hijri_year_with(sls_hijri_rule rule, int year, int month, int day);

/* Easter Sunday, western or orthodox, in years 1583..9999. */
SLS_MUST_USE sls_status sls_easter_day(int year, bool orthodox, int32_t *out);
/*
 * A day of the Hebrew calendar in a Gregorian year: months from Nisan, 1, to Shevat, 11, and
 * 12 for the Adar of Purim. SLS_ERANGE: no such month; `*out` is written only on SLS_OK.
 */
SLS_MUST_USE sls_status sls_hebrew_day(int year, int month, int day, int32_t *out);
/* The n-th `weekday` (1 Monday..7) of the days `in`; n < 0 counts from the end. */
SLS_MUST_USE sls_status sls_nth_weekday(sls_interval in, int weekday, int n, int32_t *out);

/* The `n`-th span of `months` months of a year: quarter 3 is (year, 3, 3). */
SLS_MUST_USE sls_status sls_months_days(int year, int months, int n, sls_interval *out);
/* Northern meteorological season: spring, summer, autumn, winter (which ends in the next year). */
SLS_MUST_USE sls_status sls_season_days(int year, sls_str season, sls_interval *out);
/* The n-th century, 1 = 0001..0100 as people say 21st for 20XX: 2000..2099. */
SLS_MUST_USE sls_status sls_century_days(int n, sls_interval *out);
/* First, middle or last third of a span: awal, pertengahan, akhir. */
sls_interval sls_third_of(sls_interval days, sls_str part);
/* `day` moved by whole months; the 31st becomes the last day of a shorter month. */
SLS_MUST_USE sls_status sls_day_add_months(int32_t day, int months, int32_t *out);

#endif
