#include "extract/date/date.h"

#include "extract/date/resolve.h"
#include "extract/date/written.h"

#include <string.h>

bool sls_reads_date(const sls_reading *r)
{
    return sls_reading_is(r, SLS_READ(DATE) | SLS_READ(TIME) | SLS_READ(SET) |
                                 SLS_READ(DURATION_WORD));
}

static sls_status edtf_text(sls_interval days, bool about, sls_arena *arena, sls_str *out)
{
    const sls_edtf e = { .days = days, .about = about, .minute = -1, .offset = SLS_OFFSET_UNKNOWN };
    char text[SLS_EDTF_TEXT];
    const size_t len = sls_edtf_text(&e, text);

    return sls_arena_copy(arena, (sls_str){ text, len }, out);
}

enum { CLOCK_TEXT = 40 };

static char *put_two(char *to, int n)
{
    *to++ = (char)('0' + n / 10 % 10);
    *to++ = (char)('0' + n % 10);
    return to;
}

/* "2024-06-19T14:30+07:00", or without its day; ".." for an open end. */
static void clock_text(int32_t day, bool dated, int minute, int16_t offset, char out[CLOCK_TEXT])
{
    char *to = out;
    int y, m, d;

    if (dated && (day == SLS_DAY_OPEN_PAST || day == SLS_DAY_OPEN_FUTURE)) {
        memcpy(out, "..", sizeof "..");
        return;
    }
    if (dated) {
        sls_day_civil(day, &y, &m, &d);
        if (y < 0) {
            *to++ = '-';
            y = -y;
        }
        to = put_two(put_two(to, y / 100), y);
        *to++ = '-';
        to = put_two(to, m);
        *to++ = '-';
        to = put_two(to, d);
    }
    *to++ = 'T';
    to = put_two(to, minute / 60 % 24);
    *to++ = ':';
    to = put_two(to, minute % 60);
    if (offset != SLS_OFFSET_UNKNOWN) {
        const int east = offset < 0 ? -offset : offset;

        *to++ = offset < 0 ? '-' : '+';
        to = put_two(to, east / 60);
        *to++ = ':';
        to = put_two(to, east % 60);
    }
    *to = '\0';
}

static sls_status with_clock(const sls_moment *m, sls_arena *arena, sls_str *out)
{
    char from[CLOCK_TEXT], to[CLOCK_TEXT];
    int32_t last = m->days.last;
    int end = m->minute2 >= 0 ? m->minute2 : m->minute;

    if (end >= 1440) {
        end -= 1440;
        last++;
    } else if (m->dated && m->minute2 >= 0 && m->minute2 < m->minute &&
               m->days.first == m->days.last) {
        last++; /* from eleven to one */
    }
    clock_text(m->days.first, m->dated, m->minute, m->offset, from);
    clock_text(last, m->dated, end, m->offset, to);
    if (m->minute2 >= 0 || (m->dated && m->days.first != m->days.last))
        return sls_arena_concat3(arena, sls_str_of(from), SLS_STR("/"), sls_str_of(to), out);
    return sls_arena_concat3(arena, sls_str_of(from), m->about ? SLS_STR("~") : SLS_STR(""),
                             SLS_STR(""), out);
}

/*
 * "sebelum 19 Juni": the event was some time before it, while what else the sentence tells is of
 * about that day; "sejak Senin" began that day; "sore tadi" may have been yesterday.
 */
static sls_status say_bounded(const sls_moment *m, sls_arena *arena, sls_dated *out, int i)
{
    const bool closed = m->days.first != SLS_DAY_OPEN_PAST && m->days.last != SLS_DAY_OPEN_FUTURE;

    out->apart = true;
    out->beside = closed && !m->apart ? m->days : m->wide;
    return edtf_text(m->apart ? m->days : m->wide, false, arena, &out->claimed[i]);
}

/* The value of a mention, and what a claim may say of it. */
static sls_status say(const sls_moment *m, sls_arena *arena, sls_dated *out, int i)
{
    sls_status status;

    out->vague |= m->inferred;
    if (m->part && !m->dated)
        return SLS_ENOTFOUND; /* "malam" without its day tells no time */
    if (m->minute >= 0) {
        out->type = "time";
        status = with_clock(m, arena, &out->value[i]);
        if (status != SLS_OK)
            return status;
        /* about an hour is a few minutes, never a few days: what is claimed is as written */
        out->claimed[i] = out->value[i];
        if (out->claimed[i].ptr[out->claimed[i].len - 1] == '~')
            out->claimed[i].len--;
        if (!m->dated && !m->part && m->minute2 < 0)
            return sls_arena_concat3(arena, SLS_STR("XXXX-XX-XX"), out->claimed[i], SLS_STR(""),
                                     &out->claimed[i]);
        if (!m->dated) {
            out->claimed[i] = (sls_str){ 0 };
            return SLS_OK;
        }
        if (m->bounded)
            return say_bounded(m, arena, out, i);
        if (m->part || m->minute2 >= 0)
            return edtf_text(m->days, false, arena, &out->claimed[i]);
        return SLS_OK;
    }
    if (!m->dated || (m->days.first == SLS_DAY_OPEN_PAST && m->days.last == SLS_DAY_OPEN_FUTURE))
        return SLS_ENOTFOUND; /* "mulai lebih dari sedekade lalu": open at both ends */
    status = edtf_text(m->days, m->about, arena, &out->value[i]);
    if (status == SLS_OK && m->bounded)
        return say_bounded(m, arena, out, i);
    if (status == SLS_OK && m->about && m->wide.first < m->wide.last &&
        sls_interval_relate(m->wide, m->days) != SLS_SAME)
        return edtf_text(m->wide, false, arena, &out->claimed[i]);
    out->claimed[i] = out->value[i];
    return status;
}

enum { YEAR_MOST = 9999 }; /* of EDTF, without a letter before it */

/* A day without a year, or one that cannot be, is kept as it is written. */
static sls_status say_written(const sls_when *w, sls_written x, sls_arena *arena, sls_dated *out,
                              int i)
{
    const sls_str month = sls_when_value(w, SLS_G_month, SLS_C_MONTH);
    const bool slip = sls_reading_makes(w->r, "slip"); /* by its weekday, or what stands around */
    sls_status status;

    if (x.month < 1 || x.year > YEAR_MOST || (!slip && (x.month > 12 || x.day > 31)) ||
        (sls_reading_makes(w->r, "swap") && x.day == 0))
        return SLS_ENOTFOUND;
    if (!slip && x.day > 0 && x.day > sls_days_in_month(2024, x.month) && month.len == 0)
        return SLS_ENOTFOUND; /* 31/2 in digits is rather no date */
    if (!sls_written_complete(w, &x) && w->reference->grain != SLS_GRAIN_NONE)
        return SLS_ENOTFOUND;
    status = sls_written_text(x, arena, &out->value[i]);
    out->claimed[i] = out->value[i];
    return status;
}

static const sls_group_name BETWEEN[] = { SLS_G_n, SLS_G_m };

/* The months of "Januari, Februari dan Maret 2024": groups month, n, m and month2; how many. */
static int listed_months(const sls_when *w, sls_written at[SLS_DATES_MAX])
{
    const sls_written last = sls_written_second(w);
    int count = 0;

    at[count++] = sls_written_first(w);
    for (int i = 0; i < 2; i++)
        if (sls_has(w->r, BETWEEN[i]))
            at[count++] =
                (sls_written){ .month = sls_small(sls_when_value(w, BETWEEN[i], SLS_C_MONTH)) };
    for (int i = 0; i < count; i++) {
        sls_written end = last;

        sls_written_share(&at[i], &end);
    }
    at[count++] = last;
    return count;
}

/* The days of "5, 9 dan 11 Mei": groups day, n, m and day2; how many. */
static int listed_days(const sls_when *w, sls_written at[SLS_DATES_MAX])
{
    sls_written last = sls_written_second(w);
    int count = 0;

    at[count++] = sls_written_first(w);
    sls_written_share(&at[0], &last);
    for (int i = 0; i < 2; i++)
        if (sls_has(w->r, BETWEEN[i])) {
            at[count] = at[0];
            at[count++].day = sls_when_number(w, BETWEEN[i]);
        }
    at[count++] = last;
    return count;
}

static sls_status list_of(const sls_when *w, sls_arena *arena, sls_dated *out)
{
    sls_written at[SLS_DATES_MAX];
    const int count = sls_has(w->r, SLS_G_month2) ? listed_months(w, at) : listed_days(w, at);

    for (int i = 0; i < count; i++) {
        sls_moment m = SLS_MOMENT_NONE;
        sls_written x = at[i];
        sls_status status = SLS_ENOTFOUND;

        m.dated = true;
        if (sls_written_complete(w, &x) && sls_written_days(x, &m.days) == SLS_OK)
            status = say(&m, arena, out, i);
        else if (x.month > 0)
            status = say_written(w, at[i], arena, out, i);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

/* Both ends without a year, or a span that runs backwards: compare says so. */
static sls_status say_range(const sls_when *w, sls_arena *arena, sls_dated *out)
{
    sls_written a = sls_written_first(w), b = sls_written_second(w);
    sls_str x, y;
    sls_status status;

    sls_written_share(&a, &b);
    if (a.month == 0 || b.month == 0 || a.month > 12 || b.month > 12)
        return SLS_ENOTFOUND;
    if (a.year == 0 && w->reference->grain != SLS_GRAIN_NONE)
        return SLS_ENOTFOUND;
    status = sls_written_text(a, arena, &x);
    if (status == SLS_OK)
        status = sls_written_text(b, arena, &y);
    if (status == SLS_OK)
        status = sls_arena_concat3(arena, x, SLS_STR("/"), y, &out->value[0]);
    out->claimed[0] = out->value[0];
    return status;
}

static bool is_preposition(const sls_item *item)
{
    const sls_str value = sls_item_value(item, SLS_C_LITERAL);

    return value.len > 0 && sls_str_list_has(SLS_STR("at;in;of;the;for;during;within"), value);
}

/* The reading is all that the article says, but for prepositions: a field, a message. */
static bool is_alone(const sls_items *items, const sls_reading *r)
{
    size_t first = r->first, last = r->last + 1;

    while (first > 0 && items->at[first - 1].symbol != SLS_SYMBOL_BOUNDARY &&
           is_preposition(&items->at[first - 1]))
        first--;
    while (last < items->count && items->at[last].symbol == '.')
        last++;
    return items->document->sentences.count <= 1 &&
           (first == 0 || items->at[first - 1].symbol == SLS_SYMBOL_BOUNDARY) &&
           (last >= items->count || items->at[last].symbol == SLS_SYMBOL_BOUNDARY);
}

/* "1500", "2500": rather counted than dated, unlike 1848. */
static bool is_count(int year)
{
    return year < 1500 || year > 2099 || (year < 1900 && year % 100 == 0);
}

/* Part of a telephone number, of an address, of a name: 1111 Main Street; Super 1000. */
static bool is_named(const sls_items *items, const sls_reading *r)
{
    const sls_item *next = &items->at[r->last + 1]; /* at least the sentence's boundary */
    const sls_item *before = r->first > 0 ? &items->at[r->first - 1] : NULL;

    return (items->at[r->first].shape & SLS_SHAPED(GLUED)) || next->shape & SLS_SHAPED(CAP) ||
           next->symbol == '-' || next->symbol == SLS_SYMBOL_DASH ||
           (before &&
            (before->shape & SLS_SHAPED(CAP) || before->symbol == '-' || before->symbol == '_'));
}

static bool bare_number(const sls_items *items, const sls_reading *r, sls_reading *out)
{
    static const sls_pattern NUMBER = { SLS_S("count"), SLS_S(""), SLS_READ(NUMBER) };
    static const sls_pattern HUNDREDS = { SLS_S("count"), SLS_S("hundreds"), SLS_READ(NUMBER) };
    const sls_when w = { .items = items, .r = r };

    if (r->join != SLS_JOIN_NONE || !sls_reading_makes(r, "bare") ||
        !is_count(sls_when_number(&w, SLS_G_year)) || is_named(items, r))
        return false;
    *out = *r;
    sls_reading_be(out, &NUMBER);
    out->from[SLS_G_n] = r->from[SLS_G_year];
    out->to[SLS_G_n] = r->to[SLS_G_year];
    out->from[SLS_G_year] = out->to[SLS_G_year] = -1;
    if (out->from[SLS_G_n] != out->to[SLS_G_n]) { /* "one twenty-two" counts what no year does */
        sls_reading_be(out, &HUNDREDS);
        out->from[SLS_G_m] = out->to[SLS_G_m] = out->to[SLS_G_n];
        out->to[SLS_G_n] = out->from[SLS_G_n];
    }
    return true;
}

/* "shares closed at 4500 yesterday": no clock has this hour. */
static bool no_hour(const sls_reading *r, sls_reading *out)
{
    static const sls_pattern NUMBER = { SLS_S("count"), SLS_S(""), SLS_READ(NUMBER) };

    if (r->join != SLS_JOIN_NONE || !sls_reading_is(r, SLS_READ(TIME)) || !sls_has(r, SLS_G_hour) ||
        sls_has(r, SLS_G_minute) || sls_has(r, SLS_G_hour2) || sls_has(r, SLS_G_clock) ||
        sls_has(r, SLS_G_zone) || sls_has(r, SLS_G_m) || sls_has(r, SLS_G_daypart))
        return false;
    *out = *r;
    sls_reading_be(out, &NUMBER);
    out->first = out->last = (size_t)r->from[SLS_G_hour];
    out->from[SLS_G_n] = out->to[SLS_G_n] = r->from[SLS_G_hour];
    out->from[SLS_G_hour] = out->to[SLS_G_hour] = -1;
    out->from[SLS_G_hedge] = out->to[SLS_G_hedge] = -1;
    return true;
}

/* "in an hour and a half" that tells no moment is still a length. */
static bool one_and(const sls_reading *r, sls_reading *out)
{
    static const sls_pattern LENGTH = { SLS_S("length"), SLS_S("one"), SLS_READ(DURATION) };

    if (!sls_reading_makes(r, "one-and"))
        return false;
    *out = *r;
    sls_reading_be(out, &LENGTH);
    out->first = (size_t)r->from[SLS_G_unit] - 1;
    out->last = (size_t)r->to[SLS_G_n];
    out->from[SLS_G_n2] = r->from[SLS_G_n];
    out->to[SLS_G_n2] = r->to[SLS_G_n];
    out->from[SLS_G_n] = out->to[SLS_G_n] = -1;
    return true;
}

bool sls_date_amount(const sls_items *items, const sls_reading *r, sls_reading *out)
{
    static const sls_pattern LENGTH = { SLS_S("length"), SLS_S(""), SLS_READ(DURATION) };

    if (bare_number(items, r, out) || one_and(r, out) || no_hour(r, out))
        return true;
    if (r->join != SLS_JOIN_NONE || !sls_has(r, SLS_G_n) || !sls_has(r, SLS_G_unit) ||
        sls_reading_is(r, SLS_READ(SET)))
        return false;
    *out = *r;
    sls_reading_be(out, &LENGTH);
    out->first = (size_t)r->from[sls_has(r, SLS_G_hedge) ? SLS_G_hedge : SLS_G_n];
    out->last = (size_t)r->to[sls_has(r, SLS_G_unit2) ? SLS_G_unit2 : SLS_G_unit];
    if (sls_has(r, SLS_G_unit2) && sls_has(r, SLS_G_m)) { /* "in 1 hour, 12 minutes" is no range */
        out->from[SLS_G_n2] = r->from[SLS_G_m];
        out->to[SLS_G_n2] = r->to[SLS_G_m];
        out->from[SLS_G_m] = out->to[SLS_G_m] = -1;
    }
    if (sls_has(r, SLS_G_n4)) { /* "two to three hours ago", of no day that is known */
        out->from[SLS_G_m] = r->from[SLS_G_n4];
        out->to[SLS_G_m] = r->to[SLS_G_n4];
        out->from[SLS_G_n4] = out->to[SLS_G_n4] = -1;
    }
    return out->first < out->last;
}

bool sls_date_is_bounded_clock(const sls_items *items, const sls_reading *r)
{
    return r->join == SLS_JOIN_SINCE && sls_reading_is(r, SLS_READ(TIME)) &&
           items->at[r->mark].traits & (SLS_TRAIT(AFTER) | SLS_TRAIT(BEFORE));
}

/* Years before Christ by EDTF's count, in which 1 BC is the year 0: 500 SM is -0499. */
static sls_status bygone_text(int first, int last, sls_arena *arena, sls_str *out)
{
    const char *const one = first < 0 ? "-" : "", *const two = last < 0 ? "-" : "";

    if (first == last)
        return sls_arena_format(arena, out, "%s%04d", one, -first);
    return sls_arena_format(arena, out, "%s%04d/%s%04d", one, -first, two, -last);
}

static bool is_bygone(const sls_when *w)
{
    return sls_str_eq(sls_when_value(w, SLS_G_era, SLS_C_ERA), SLS_STR("BC"));
}

/* 500 SM, abad ke-3 SM, 500-300 SM; no claim rests on it: days begin with the year 1. */
static sls_status say_bygone(const sls_when *w, sls_arena *arena, sls_dated *out)
{
    const bool century = sls_reading_makes(w->r, "century");
    const int first = sls_when_number(w, century ? SLS_G_which : SLS_G_year);
    const int second = sls_has(w->r, SLS_G_year2) ? sls_when_number(w, SLS_G_year2) : first;
    const sls_written x = sls_written_first(w);

    if (second < 1 || first < second)
        return SLS_ENOTFOUND;
    if (x.month > 0 && first == second) /* 15 March 44 BC */
        return sls_arena_format(arena, &out->value[0],
                                x.day > 0 ? "%s%04d-%02d-%02d" : "%s%04d-%02d",
                                first > 1 ? "-" : "", first - 1, x.month, x.day);
    return century ? bygone_text(1 - 100 * first, 100 - 100 * second, arena, &out->value[0])
                   : bygone_text(1 - first, 1 - second, arena, &out->value[0]);
}

/* "setiap Senin dan Kamis" are two sets, "tiap Senin-Jumat" five: the last day is group m. */
static sls_status sets_of(sls_when *w, sls_arena *arena, sls_dated *out)
{
    const int last = sls_small(sls_when_value(w, SLS_G_m, SLS_C_WEEKDAY));
    sls_status status = sls_set_of(w, arena, &out->value[0]);
    int count = 1;

    if (last == 0 || w->weekday == 0)
        return status;
    if (!sls_reading_makes(w->r, "span"))
        w->weekday = last - 1 > 0 ? last - 1 : 7;
    while (status == SLS_OK && w->weekday != last && count < SLS_DATES_MAX) {
        w->weekday = w->weekday % 7 + 1;
        status = sls_set_of(w, arena, &out->value[count++]);
    }
    return status;
}

/* "following the September summit", "before the 2020 election": what it dates stands behind it. */
static bool dates_next(const sls_items *items, const sls_reading *r)
{
    const sls_item *next = &items->at[r->last + 1]; /* at least the sentence's boundary */

    return items->document->lang_of[items->at[r->last].sentence] == SLS_LANG_EN &&
           (sls_item_is(next, SLS_C_EVENT) || sls_item_is(next, SLS_C_OBJECT));
}

sls_status sls_date_of(const sls_items *items, const sls_reading *r, bool ahead, sls_arena *arena,
                       sls_dated *out)
{
    sls_when w = {
        .items = items, .r = r, .reference = &items->document->published_at, .ahead = ahead
    };
    sls_moment moment;
    sls_status status;

    *out = (sls_dated){ .type = "date" };
    w.weekday = out->weekday = sls_small(sls_when_value(&w, SLS_G_weekday, SLS_C_WEEKDAY));
    w.alone = out->alone = is_alone(items, r);
    w.ahead |= w.alone && sls_when_has_day(&w);
    if (sls_reading_is(r, SLS_READ(SET))) {
        out->type = "set";
        return sets_of(&w, arena, out);
    }
    if (sls_reading_is(r, SLS_READ(DURATION_WORD))) {
        out->type = "duration";
        out->value[0] = sls_when_value(&w, SLS_G_unit, SLS_C_DURATION);
        return out->value[0].len > 0 ? SLS_OK : sls_set_length(&w, arena, &out->value[0]);
    }
    if (is_bygone(&w))
        return say_bygone(&w, arena, out);
    if (sls_reading_makes(w.r, "list"))
        return list_of(&w, arena, out);
    status = sls_moment_of(&w, &moment);
    moment.apart &= !dates_next(items, r);
    if (status == SLS_OK)
        return say(&moment, arena, out, 0);
    if (status != SLS_ERANGE)
        return status;
    if (sls_has(r, SLS_G_day2) || sls_has(r, SLS_G_month2))
        return say_range(&w, arena, out);
    return say_written(&w, sls_written_first(&w), arena, out, 0);
}
