/*
 * interval.h - a span of days, the one shape in which dates are compared.
 *
 * "19 Juni 2024", "Juni 2024", "tahun 2022", "1990-an" and "sejak 2009" are all
 * intervals; a vague date is a wide one. Two dates of one event contradict each
 * other only when their intervals are disjoint, so a vague report never
 * contradicts a precise one. EDTF reading and writing is edtf.h's.
 *
 * Days are counted from 1970-01-01 in the proleptic Gregorian calendar.
 * sls_interval is a plain value: nothing to free, every function is pure.
 */
#ifndef SLS_BASE_INTERVAL_H
#define SLS_BASE_INTERVAL_H

#include <selisih/status.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    int32_t first; /* first day of the span; SLS_DAY_OPEN_PAST = no bound */
    int32_t last;  /* last day, inclusive, >= first; SLS_DAY_OPEN_FUTURE = no bound */
} sls_interval;

#define SLS_DAY_OPEN_PAST   INT32_MIN
#define SLS_DAY_OPEN_FUTURE INT32_MAX

typedef enum { SLS_DISJOINT, SLS_OVERLAPS, SLS_HOLDS, SLS_HELD, SLS_SAME } sls_relation;

/* Each: SLS_OK, or SLS_ERANGE: no such day, month or year; `*out` is written on SLS_OK. */
SLS_MUST_USE sls_status sls_day_of(int year, int month, int day, int32_t *out); /* year 1..9999 */
SLS_MUST_USE sls_status sls_interval_of_day(int year, int month, int day, sls_interval *out);
SLS_MUST_USE sls_status sls_interval_of_month(int year, int month, sls_interval *out);
SLS_MUST_USE sls_status sls_interval_of_year(int year, sls_interval *out);
/* The decade that `year` lies in: 1996 gives 1990-01-01..1999-12-31. */
SLS_MUST_USE sls_status sls_interval_of_decade(int year, sls_interval *out);

void sls_day_civil(int32_t day, int *year, int *month, int *day_of_month);
int sls_day_weekday(int32_t day); /* 1 = Monday .. 7 = Sunday */
int sls_days_in_month(int year, int month);
bool sls_is_leap(int year);

/* Whether it has no bound on one side, or on both. */
static inline bool sls_interval_is_open(sls_interval days)
{
    return days.first == SLS_DAY_OPEN_PAST || days.last == SLS_DAY_OPEN_FUTURE;
}
/* How `a` stands to `b`: SLS_HOLDS when b lies inside a, SLS_HELD when a lies inside b. */
sls_relation sls_interval_relate(sls_interval a, sls_interval b);
/* The smallest interval that holds both. */
sls_interval sls_interval_hull(sls_interval a, sls_interval b);
/* Days strictly between two disjoint intervals plus one (adjacent: 1); 0 when they meet. */
int64_t sls_interval_gap(sls_interval a, sls_interval b);

#endif
