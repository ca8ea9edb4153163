#include "compare/dates.h"

#define ABOUT_LEAST_DAYS 3 /* "about 19 June" is a few days to each side */

/* Minutes by which a full or a half hour may be rounded: of 13 pairs of the sample that were so
 * told of one happening, 11 lay within a quarter of an hour. */
#define ROUND_HOUR 15
#define ROUND_HALF 10

/* "About June 2024" may be May or July: its own length to each side. */
static sls_interval widened(const sls_edtf *e)
{
    sls_interval days = e->days;
    if (!e->about || sls_interval_is_open(days))
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

/* How far a time may lie from what it was rounded from: the hour is told for 13:50 and for 14:12.
 */
static int64_t rounding(const sls_edtf *e)
{
    return e->minute % 60 == 0 ? ROUND_HOUR : e->minute % 30 == 0 ? ROUND_HALF : 0;
}

static sls_dates_relation compare_clocks(const sls_edtf *a, const sls_edtf *b)
{
    const int64_t apart = sls_edtf_minutes_apart(a, b);
    return apart <= rounding(a) || apart <= rounding(b) ? SLS_DATES_AGREE : SLS_DATES_CLOCKS;
}

sls_dates_relation sls_dates_compare(const sls_edtf *a, const sls_edtf *b)
{
    const sls_interval x = widened(a), y = widened(b);
    const bool clocks = a->minute >= 0 && b->minute >= 0;
    if (clocks && (sls_edtf_is_clock(a) || sls_edtf_is_clock(b)))
        return compare_clocks(a, b);
    if (sls_edtf_is_clock(a) || sls_edtf_is_clock(b))
        return SLS_DATES_SILENT;
    if (clocks && compare_clocks(a, b) == SLS_DATES_AGREE)
        return SLS_DATES_AGREE;
    if (sls_interval_is_open(x) || sls_interval_is_open(y))
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
