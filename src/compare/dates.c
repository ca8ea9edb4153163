#include "compare/dates.h"

#define ABOUT_LEAST_DAYS 3 /* "about 19 June" is a few days to each side */

static bool is_open(sls_interval days)
{
    return days.first == SLS_DAY_OPEN_PAST || days.last == SLS_DAY_OPEN_FUTURE;
}

/* "About June 2024" may be May or July: its own length to each side. */
static sls_interval widened(const sls_edtf *e)
{
    sls_interval days = e->days;
    if (!e->about || is_open(days))
        return days;
    const int32_t length = days.last - days.first + 1;
    const int32_t slack = length > ABOUT_LEAST_DAYS ? length : ABOUT_LEAST_DAYS;
    days.first -= slack;
    days.last += slack;
    return days;
}

/*
 * "Since 2009" says when something began. Two beginnings can differ, and what
 * happened before the beginning denies it; a day inside tells nothing.
 */
static sls_dates_relation compare_open(sls_interval a, sls_interval b)
{
    const sls_relation r = sls_interval_relate(a, b);
    if (r == SLS_SAME)
        return SLS_DATES_AGREE;
    return r == SLS_DISJOINT ? SLS_DATES_CONFLICT : SLS_DATES_SILENT;
}

/* Two times of which one has no day: the same minute of the day, in one zone. */
static bool is_one_time_of_day(const sls_edtf *a, const sls_edtf *b)
{
    const bool known = a->offset != SLS_OFFSET_UNKNOWN && b->offset != SLS_OFFSET_UNKNOWN;
    const int apart = a->minute - b->minute - (known ? a->offset - b->offset : 0);
    return apart % 1440 == 0;
}

/* Minutes since 1970 in one zone; false when only one of the two names its zone. */
static bool is_one_minute(const sls_edtf *a, const sls_edtf *b)
{
    const bool known = a->offset != SLS_OFFSET_UNKNOWN && b->offset != SLS_OFFSET_UNKNOWN;
    int64_t x = (int64_t)a->days.first * 1440 + a->minute;
    int64_t y = (int64_t)b->days.first * 1440 + b->minute;
    if (known) {
        x -= a->offset;
        y -= b->offset;
    }
    return x == y;
}

sls_dates_relation sls_dates_compare(const sls_edtf *a, const sls_edtf *b)
{
    const sls_interval x = widened(a), y = widened(b);
    const bool clocks = a->minute >= 0 && b->minute >= 0;
    if (clocks && (sls_edtf_is_clock(a) || sls_edtf_is_clock(b)))
        return is_one_time_of_day(a, b) ? SLS_DATES_AGREE : SLS_DATES_CLOCKS;
    if (sls_edtf_is_clock(a) || sls_edtf_is_clock(b))
        return SLS_DATES_SILENT;
    /* 23:30 WIB and 01:30 WIT of the next day are one moment. */
    if (clocks && is_one_minute(a, b))
        return SLS_DATES_AGREE;
    if (is_open(x) || is_open(y))
        return compare_open(x, y);
    switch (sls_interval_relate(x, y)) {
    case SLS_DISJOINT:
        return SLS_DATES_CONFLICT;
    case SLS_SAME:
        return clocks ? SLS_DATES_CLOCKS : SLS_DATES_AGREE;
    case SLS_HOLDS:
    case SLS_HELD:
        return SLS_DATES_REFINE;
    case SLS_OVERLAPS:
        break;
    }
    return SLS_DATES_AGREE;
}
