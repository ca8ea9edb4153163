#include "base/edtf.h"

#include <assert.h>
#include <string.h>

/* What is left to read. */
typedef struct {
    const char *at, *end;
} cursor;

static bool take(cursor *c, char wanted)
{
    if (c->at == c->end || *c->at != wanted)
        return false;
    c->at++;
    return true;
}

/* Exactly `count` digits; all or nothing. */
static bool take_number(cursor *c, int count, int *out)
{
    int value = 0;

    if (c->end - c->at < count)
        return false;
    for (int i = 0; i < count; i++) {
        if (c->at[i] < '0' || c->at[i] > '9')
            return false;
        value = value * 10 + (c->at[i] - '0');
    }
    c->at += count;
    *out = value;
    return true;
}

static sls_status century(int number, sls_interval *out)
{
    sls_interval first, last;
    /* there is no year 0 */
    sls_status status = sls_interval_of_year(number ? number * 100 : 1, &first);

    if (status == SLS_OK)
        status = sls_interval_of_year(number * 100 + 99, &last);
    if (status == SLS_OK)
        *out = (sls_interval){ first.first, last.last };
    return status;
}

/* "XXXX-XX-XXT", whose day is any. */
static bool take_any_day(cursor *c)
{
    static const char ANY[] = "XXXX-XX-XXT";
    cursor behind = *c;

    for (size_t i = 0; i + 1 < sizeof ANY; i++)
        if (!take(&behind, ANY[i]))
            return false;
    *c = behind;
    return true;
}

/* 19XX and 194X. */
static sls_status read_masked(cursor *c, sls_edtf *out)
{
    cursor behind = *c;
    int number;

    if (take_number(&behind, 3, &number) && take(&behind, 'X')) {
        out->grain = SLS_GRAIN_DECADE;
        *c = behind;
        return sls_interval_of_decade(number ? number * 10 : 1, &out->days);
    }
    behind = *c;
    if (take_number(&behind, 2, &number) && take(&behind, 'X') && take(&behind, 'X')) {
        out->grain = SLS_GRAIN_CENTURY;
        *c = behind;
        return century(number, &out->days);
    }
    return SLS_ESYNTAX;
}

/* "Z", "+07" or "+07:00", or nothing. UTC+14 is the farthest zone there is. */
static sls_status read_offset(cursor *c, int16_t *out)
{
    int hours, minutes = 0;

    if (take(c, 'Z')) {
        *out = 0;
        return SLS_OK;
    }
    const bool west = take(c, '-');
    if (!west && !take(c, '+'))
        return SLS_OK;
    if (!take_number(c, 2, &hours) || (take(c, ':') && !take_number(c, 2, &minutes)))
        return SLS_ESYNTAX;
    if (hours > 14 || minutes > 59)
        return SLS_ERANGE;
    *out = (int16_t)((west ? -1 : 1) * (hours * 60 + minutes));
    return SLS_OK;
}

/* ".123" of seconds, as programs write them, or nothing. False: a point without digits. */
static bool pass_fraction(cursor *c)
{
    int digit;
    if (!take(c, '.'))
        return true;
    if (!take_number(c, 1, &digit))
        return false;
    while (take_number(c, 1, &digit))
        continue;
    return true;
}

/* "14:30" and what follows. Feeds write seconds, which are finer than any value here. */
static sls_status read_time(cursor *c, sls_edtf *out)
{
    int hours, minutes, seconds = 0;

    if (!take_number(c, 2, &hours) || !take(c, ':') || !take_number(c, 2, &minutes) ||
        (take(c, ':') && (!take_number(c, 2, &seconds) || !pass_fraction(c))))
        return SLS_ESYNTAX;
    out->grain = SLS_GRAIN_MINUTE;
    out->minute = (int16_t)(hours * 60 + minutes);
    const sls_status status = read_offset(c, &out->offset);
    if (status != SLS_ESYNTAX && (hours > 23 || minutes > 59 || seconds > 60))
        return SLS_ERANGE;
    return status;
}

static sls_status read_calendar(cursor *c, sls_edtf *out)
{
    int year, month, day;

    if (take_any_day(c)) {
        out->days = (sls_interval){ SLS_DAY_OPEN_PAST, SLS_DAY_OPEN_FUTURE };
        return read_time(c, out);
    }
    if (!take_number(c, 4, &year))
        return read_masked(c, out);
    out->grain = SLS_GRAIN_YEAR;
    if (!take(c, '-'))
        return sls_interval_of_year(year, &out->days);
    if (!take_number(c, 2, &month))
        return SLS_ESYNTAX;
    out->grain = SLS_GRAIN_MONTH;
    if (!take(c, '-'))
        return sls_interval_of_month(year, month, &out->days);
    if (!take_number(c, 2, &day))
        return SLS_ESYNTAX;
    out->grain = SLS_GRAIN_DAY;
    const sls_status status = sls_interval_of_day(year, month, day, &out->days);
    if (!take(c, 'T'))
        return status;
    const sls_status time = read_time(c, out);
    return time == SLS_ESYNTAX || status == SLS_OK ? time : status;
}

/* One date, the whole of `s`. A text that is not EDTF is that, whatever date it names. */
static sls_status read_date(sls_str s, sls_edtf *out)
{
    cursor c = { s.ptr, s.ptr + s.len };

    *out = (sls_edtf){ .minute = -1, .offset = SLS_OFFSET_UNKNOWN };
    const sls_status status = read_calendar(&c, out);
    out->about = take(&c, '~');
    return c.at == c.end ? status : SLS_ESYNTAX;
}

/* As read_date, or ".." with `open` as both days; an hour of any day ends nothing. */
static sls_status read_end(sls_str s, int32_t open, sls_edtf *out)
{
    if (!sls_str_eq(s, SLS_STR(".."))) {
        const sls_status status = read_date(s, out);
        return status == SLS_OK && sls_edtf_is_clock(out) ? SLS_ESYNTAX : status;
    }
    *out = (sls_edtf){ .days = { open, open }, .minute = -1, .offset = SLS_OFFSET_UNKNOWN };
    return SLS_OK;
}

sls_status sls_edtf_read(sls_str s, sls_edtf *out)
{
    const size_t slash = sls_str_find_byte(s, '/');
    sls_edtf from, to;

    if (s.len == 0)
        return SLS_ESYNTAX;
    if (slash == SIZE_MAX) {
        const sls_status status = read_date(s, &from);
        if (status == SLS_OK)
            *out = from;
        return status;
    }

    const sls_status first = read_end(sls_str_slice(s, 0, slash), SLS_DAY_OPEN_PAST, &from);
    const sls_status last = read_end(sls_str_slice(s, slash + 1, s.len), SLS_DAY_OPEN_FUTURE, &to);
    if (first == SLS_ESYNTAX || last == SLS_ESYNTAX)
        return SLS_ESYNTAX;
    if (first != SLS_OK || last != SLS_OK || from.days.first > to.days.last)
        return SLS_ERANGE;
    *out = (sls_edtf){ .days = { from.days.first, to.days.last },
                       .grain = SLS_GRAIN_SPAN,
                       .about = from.about || to.about,
                       .minute = -1,
                       .offset = SLS_OFFSET_UNKNOWN };
    return SLS_OK;
}

int64_t sls_edtf_minutes_apart(const sls_edtf *a, const sls_edtf *b)
{
    const bool zones = a->offset != SLS_OFFSET_UNKNOWN && b->offset != SLS_OFFSET_UNKNOWN;
    const bool days = !sls_edtf_is_clock(a) && !sls_edtf_is_clock(b);
    int64_t apart = (int64_t)a->minute - b->minute - (zones ? a->offset - b->offset : 0);
    if (days)
        apart += ((int64_t)a->days.first - b->days.first) * 1440;
    apart = apart < 0 ? -apart : apart;
    if (days)
        return apart;
    apart %= 1440;
    return apart <= 720 ? apart : 1440 - apart;
}

/* Text being written; SLS_EDTF_TEXT holds the longest, two days with '~', twice over. */
typedef struct {
    char *text;
    size_t len;
} writer;

static void put(writer *w, char c)
{
    assert(w->len + 1 < SLS_EDTF_TEXT);
    w->text[w->len++] = c;
}

static void put_number(writer *w, int value, int width)
{
    if (width > 1)
        put_number(w, value / 10, width - 1);
    put(w, (char)('0' + value % 10));
}

typedef struct {
    int year, month, day;
} civil;

static civil civil_of(int32_t day)
{
    civil c;

    sls_day_civil(day, &c.year, &c.month, &c.day);
    return c;
}

/* Coarsest grain at which a span may begin on `c`, or end on it. */
static sls_grain grain_at_start(civil c)
{
    return c.day > 1 ? SLS_GRAIN_DAY : c.month > 1 ? SLS_GRAIN_MONTH : SLS_GRAIN_YEAR;
}

static sls_grain grain_at_end(civil c)
{
    if (c.day < sls_days_in_month(c.year, c.month))
        return SLS_GRAIN_DAY;
    return c.month < 12 ? SLS_GRAIN_MONTH : SLS_GRAIN_YEAR;
}

static void put_date(writer *w, civil c, sls_grain grain)
{
    put_number(w, c.year, 4);
    if (grain == SLS_GRAIN_YEAR)
        return;
    put(w, '-');
    put_number(w, c.month, 2);
    if (grain == SLS_GRAIN_MONTH)
        return;
    put(w, '-');
    put_number(w, c.day, 2);
}

/* Both ends known, and one EDTF date says both: true when it was written. */
static bool put_single(writer *w, civil a, civil b, sls_grain grain)
{
    if (a.year == b.year &&
        (grain == SLS_GRAIN_YEAR ||
         (a.month == b.month && (grain == SLS_GRAIN_MONTH || a.day == b.day)))) {
        put_date(w, a, grain);
        return true;
    }
    if (grain != SLS_GRAIN_YEAR)
        return false;
    /* the first decade and century begin with the year 1 */
    const int first = a.year == 1 ? 0 : a.year;
    if (first % 10 == 0 && b.year == first + 9) {
        put_number(w, first / 10, 3);
        put(w, 'X');
        return true;
    }
    if (first % 100 == 0 && b.year == first + 99) {
        put_number(w, first / 100, 2);
        put(w, 'X');
        put(w, 'X');
        return true;
    }
    return false;
}

static void put_time(writer *w, const sls_edtf *e)
{
    put(w, 'T');
    put_number(w, e->minute / 60, 2);
    put(w, ':');
    put_number(w, e->minute % 60, 2);
    if (e->offset == SLS_OFFSET_UNKNOWN)
        return;
    if (e->offset == 0) {
        put(w, 'Z');
        return;
    }
    const int offset = e->offset < 0 ? -e->offset : e->offset;
    put(w, e->offset < 0 ? '-' : '+');
    put_number(w, offset / 60, 2);
    put(w, ':');
    put_number(w, offset % 60, 2);
}

/* One end of "first/last"; an open one takes no '~'. */
static void put_end(writer *w, bool known, civil c, sls_grain grain, bool about)
{
    if (!known) {
        put(w, '.');
        put(w, '.');
        return;
    }
    put_date(w, c, grain);
    if (about)
        put(w, '~');
}

/* Four digits hold the years 1..9999; an end beyond them is written as open, which is wider. */
static bool writable(int32_t day, civil *out)
{
    if (day == SLS_DAY_OPEN_PAST || day == SLS_DAY_OPEN_FUTURE)
        return false;
    *out = civil_of(day);
    return out->year >= 1 && out->year <= 9999;
}

size_t sls_edtf_text(const sls_edtf *e, char out[SLS_EDTF_TEXT])
{
    writer w = { out, 0 };
    civil a = { 0, 0, 0 }, b = { 0, 0, 0 };
    const bool from = writable(e->days.first, &a), to = writable(e->days.last, &b);
    /* the finer of the two ends, so that both are written alike */
    sls_grain grain = from ? grain_at_start(a) : SLS_GRAIN_YEAR;
    const sls_grain end_grain = to ? grain_at_end(b) : SLS_GRAIN_YEAR;

    if (end_grain > grain)
        grain = end_grain;
    if (sls_edtf_is_clock(e)) {
        for (const char *c = "XXXX-XX-XX"; *c; c++)
            put(&w, *c);
        put_time(&w, e);
        if (e->about)
            put(&w, '~');
    } else if (from && to && put_single(&w, a, b, grain)) {
        if (e->minute >= 0 && e->days.first == e->days.last)
            put_time(&w, e);
        if (e->about)
            put(&w, '~');
    } else {
        put_end(&w, from, a, grain, e->about);
        put(&w, '/');
        put_end(&w, to, b, grain, e->about);
    }
    out[w.len] = '\0';
    return w.len;
}

size_t sls_interval_text(sls_interval days, char out[SLS_EDTF_TEXT])
{
    const sls_edtf e = { .days = days, .minute = -1, .offset = SLS_OFFSET_UNKNOWN };

    return sls_edtf_text(&e, out);
}
