#include "ingest/published.h"

#include "base/ascii.h"
#include "base/edtf.h"

#include <assert.h>
#include <string.h>

enum { DATE = 10 }; /* bytes of "2019-09-10" */

/* What is left of a date-time while it is read. */
typedef struct {
    sls_str rest;
} cursor;

/* Exactly two digits, as a number. */
static bool two(cursor *c, int *out)
{
    if (c->rest.len < 2 || !sls_is_digit(c->rest.ptr[0]) || !sls_is_digit(c->rest.ptr[1]))
        return false;
    *out = (c->rest.ptr[0] - '0') * 10 + (c->rest.ptr[1] - '0');
    c->rest = sls_str_slice(c->rest, 2, c->rest.len);
    return true;
}

/* One byte that is any of `set`. */
static bool any(cursor *c, const char *set)
{
    for (; *set; set++) {
        if (c->rest.len > 0 && c->rest.ptr[0] == *set) {
            c->rest = sls_str_slice(c->rest, 1, c->rest.len);
            return true;
        }
    }
    return false;
}

/* ":SS", ":SS.fraction" or nothing. A minute may have 61 seconds (ISO 8601, leap second). */
static bool seconds(cursor *c)
{
    int second;

    if (!any(c, ":"))
        return true;
    if (!two(c, &second) || second > 60)
        return false;
    if (!any(c, ".,"))
        return true;
    if (!any(c, "0123456789"))
        return false;
    while (any(c, "0123456789"))
        ;
    return true;
}

/* "Z", "UTC", "+07:00", "+0700", "+07" or nothing, as "+HH:MM" in `out`. */
static bool offset(cursor *c, sls_str *sign, int *hour, int *minute)
{
    const sls_str rest = sls_str_trim(c->rest);

    c->rest = rest;
    *hour = *minute = 0;
    *sign = (sls_str){ NULL, 0 };
    if (rest.len == 0)
        return true;
    *sign = SLS_STR("+");
    if (sls_str_eq(rest, SLS_STR("Z")) || sls_str_eq(rest, SLS_STR("z")) ||
        sls_str_eq(rest, SLS_STR("UTC")) || sls_str_eq(rest, SLS_STR("GMT")))
        return true;
    *sign = sls_str_slice(rest, 0, 1);
    if (!any(c, "+-") || !two(c, hour))
        return false;
    if (c->rest.len > 0) {
        any(c, ":");
        if (!two(c, minute))
            return false;
    }
    return c->rest.len == 0 && *hour <= 14 && *minute < 60;
}

/* "2019/09/10", as pages in Indonesia write it for machines, and "2019-09-10", in `to`. */
static sls_str dashed(sls_str s, char to[static DATE])
{
    for (size_t i = 0; i < DATE; i++)
        to[i] = s.ptr[i] == '/' && (i == 4 || i == 7) ? '-' : s.ptr[i];
    return (sls_str){ to, DATE };
}

/* An ISO date-time, loosely. SLS_ESYNTAX: it is none, and `*out` stays; SLS_ENOMEM. */
static sls_status date_time(sls_str s, sls_arena *arena, sls_str *out)
{
    char bytes[DATE];
    cursor c = { sls_str_slice(s, DATE, s.len) };
    sls_str sign;
    int hour, minute, east_hour, east_minute;

    if (s.len < 16 || !any(&c, "Tt "))
        return SLS_ESYNTAX;
    const sls_str date = dashed(s, bytes);
    if (!two(&c, &hour) || !any(&c, ":") || !two(&c, &minute) || !seconds(&c) ||
        !offset(&c, &sign, &east_hour, &east_minute))
        return SLS_ESYNTAX;
    if (sign.len == 0)
        return sls_arena_format(arena, out, "%.*sT%02d:%02d", SLS_FMT(date), hour, minute);
    return sls_arena_format(arena, out, "%.*sT%02d:%02d%.*s%02d:%02d", SLS_FMT(date), hour, minute,
                            SLS_FMT(sign), east_hour, east_minute);
}

/*
 * RFC 822 with the years of RFC 1123, as feeds have it: "Tue, 10 Sep 2019 14:05:00 +0700"; the
 * weekday and the seconds may be missing. SLS_ESYNTAX: it is none, and `*out` stays; SLS_ENOMEM.
 */
static sls_status feed_date(sls_str s, sls_arena *arena, sls_str *out)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const size_t comma = sls_str_find_byte(s, ',');
    cursor c = { sls_str_trim(comma == 3 ? sls_str_slice(s, 4, s.len) : s) };
    int day, hour, minute, month = 0, east_hour, east_minute;
    sls_str sign, year;

    if (c.rest.len > 1 && !sls_is_digit(c.rest.ptr[1])) { /* "5 Sep" */
        day = c.rest.ptr[0] - '0';
        if (!any(&c, "123456789"))
            return SLS_ESYNTAX;
    } else if (!two(&c, &day)) {
        return SLS_ESYNTAX;
    }
    if (!any(&c, " ") || c.rest.len < 12)
        return SLS_ESYNTAX;
    for (int m = 0; m < 12; m++)
        if (memcmp(c.rest.ptr, months + 3 * m, 3) == 0)
            month = m + 1;
    year = sls_str_slice(c.rest, 4, 8);
    c.rest = sls_str_slice(c.rest, 8, c.rest.len);
    if (month == 0 || !any(&c, " ") || !two(&c, &hour) || !any(&c, ":") || !two(&c, &minute) ||
        !seconds(&c) || !offset(&c, &sign, &east_hour, &east_minute))
        return SLS_ESYNTAX;
    if (sign.len == 0)
        sign = SLS_STR("+");
    return sls_arena_format(arena, out, "%.*s-%02d-%02dT%02d:%02d%.*s%02d:%02d", SLS_FMT(year),
                            month, day, hour, minute, SLS_FMT(sign), east_hour, east_minute);
}

/* Date-times first: EDTF knows "Z" and "-05" too, but a date is to be written one way only. */
sls_status sls_published_read(sls_str s, sls_arena *arena, sls_str *out)
{
    sls_edtf edtf;
    sls_str text = s;
    sls_status status = date_time(s, arena, &text);
    if (status == SLS_ESYNTAX)
        status = feed_date(s, arena, &text);

    if (status == SLS_OK || status == SLS_ESYNTAX)
        status = sls_edtf_read(text, &edtf);
    if (status == SLS_OK)
        *out = text;
    return status;
}
