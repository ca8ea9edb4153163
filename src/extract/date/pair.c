#include "extract/date/pair.h"

#include "extract/date/resolve.h"
#include "extract/date/written.h"

static bool is_length(const sls_reading *r)
{
    return r->join == SLS_JOIN_NONE && !sls_reading_is(r, SLS_READ(DATE) | SLS_READ(TIME));
}

sls_status sls_pair_clock(const sls_when *left, const sls_when *right, sls_moment *out)
{
    const bool swapped = sls_reading_is(left->r, SLS_READ(TIME));
    sls_moment clock;
    sls_status status = sls_moment_of(swapped ? right : left, out);

    if (status == SLS_OK)
        status = sls_moment_of(swapped ? left : right, &clock);
    if (status != SLS_OK || !out->dated)
        return SLS_ENOTFOUND;
    if (out->days.first != out->days.last) { /* 22-23 Feb at 7 pm */
        out->minute = out->minute2 = clock.minute;
        out->offset = clock.offset;
        return clock.minute2 < 0 && !clock.part && clock.minute >= 0 &&
                       !sls_interval_is_open(out->days) &&
                       sls_has((swapped ? right : left)->r, SLS_G_day2)
                   ? SLS_OK
                   : SLS_ENOTFOUND;
    }
    if (clock.minute == 1440) { /* 24:00 is the end of its day */
        out->days.first = ++out->days.last;
        clock.minute = 0;
    }
    if (clock.dated)
        clock.minute2 = clock.days.first == clock.days.last ? clock.minute2 : -1;
    if (clock.part && out->minute >= 0 &&
        (!out->part || out->about)) { /* 9 tomorrow, in the evening */
        if (clock.minute >= 720 && out->minute < 720 && out->minute2 < 720) {
            out->minute += 720;
            out->minute2 += out->minute2 >= 0 ? 720 : 0;
        }
        return SLS_OK;
    }
    if (out->part && clock.minute < 720 && out->minute >= 720 && !clock.part &&
        !sls_has((swapped ? left : right)->r, SLS_G_clock)) {
        clock.minute += 720; /* this afternoon at 3 */
        clock.minute2 += clock.minute2 >= 0 ? 720 : 0;
    }
    if (out->part && out->minute >= 1080 && clock.minute == 0 && clock.minute2 < 0)
        out->days.first = ++out->days.last; /* tonight at midnight */
    out->minute = clock.minute;
    out->minute2 = clock.minute2;
    out->about = clock.about;
    out->part = clock.part;
    if (clock.offset != SLS_OFFSET_UNKNOWN)
        out->offset = clock.offset;
    return SLS_OK;
}

/* The days of one end, or the part of them that it tells: mid-September. */
static bool end_days(const sls_when *w, sls_written x, sls_interval *out)
{
    const sls_str part = sls_when_value(w, SLS_G_part, SLS_C_PART);

    if (sls_written_days(x, out) != SLS_OK)
        return false;
    if (part.len > 0)
        *out = sls_part_of(w, *out, part);
    return true;
}

/*
 * Both ends written: what one leaves out stands at the other; of two days without a year it is the
 * later one's.
 */
static bool written_ends(const sls_when *left, const sls_when *right, sls_moment *a, sls_moment *b)
{
    sls_written x = sls_written_first(left), y = sls_written_first(right);

    if (!sls_reading_makes(left->r, "date") || !sls_reading_makes(right->r, "date") ||
        (x.month == 0 && x.year == 0) || (y.month == 0 && y.year == 0) ||
        (x.year > 0 && y.year > 0) || sls_has(left->r, SLS_G_dei) || sls_has(right->r, SLS_G_dei))
        return false;
    a->inferred = x.year == 0 && y.year == 0;
    if (a->inferred && !sls_written_complete(right, &y))
        return false;
    sls_written_share(&x, &y);
    a->dated = b->dated = true;
    return end_days(left, x, &a->days) && end_days(right, y, &b->days);
}

static bool is_clock(const sls_when *w)
{
    return sls_reading_is(w->r, SLS_READ(TIME));
}

/*
 * "from Christmas to New Year's Day 2020", "between Easter and Christmas": a feast without a year
 * is one beside the other end. False when neither end is.
 */
static bool feasts_meet(const sls_when *left, const sls_when *right, sls_moment *a, sls_moment *b)
{
    const bool second = sls_has(right->r, SLS_G_holiday) && b->inferred;
    sls_when feast = second ? *right : *left;
    const sls_moment *other = second ? a : b;
    sls_edtf from = *feast.reference;
    sls_moment found;

    if (!second && (!sls_has(left->r, SLS_G_holiday) || !a->inferred))
        return false;
    from.days = (sls_interval){ other->days.first, other->days.first };
    from.grain = SLS_GRAIN_DAY;
    feast.reference = &from;
    feast.alone = second; /* the next one, or the last */
    feast.ahead = false;
    if (sls_moment_of(&feast, &found) != SLS_OK)
        return false;
    *(second ? b : a) = found;
    return true;
}

bool sls_pair_bare_day(const sls_reading *r)
{
    return r->join == SLS_JOIN_NONE && sls_reading_makes(r, "date") && sls_has(r, SLS_G_day) &&
           !sls_has(r, SLS_G_month) && !sls_has(r, SLS_G_year) && !sls_has(r, SLS_G_weekday);
}

/* "from the 25th until the 3rd": the last such day before the other end. */
static void day_before(const sls_when *w, const sls_moment *end, sls_moment *out)
{
    const int day = sls_when_number(w, SLS_G_day);
    sls_interval days;
    int y, m, d;

    sls_day_civil(end->days.first, &y, &m, &d);
    if (day >= d) {
        y -= m == 1;
        m = m == 1 ? 12 : m - 1;
    }
    if (sls_interval_of_day(y, m, day, &days) == SLS_OK)
        out->days = days;
}

/* The hour that is said beside a day is not today's. */
sls_status sls_pair_range(const sls_when *left, const sls_when *right, sls_moment *out)
{
    sls_moment a = SLS_MOMENT_NONE, b = SLS_MOMENT_NONE;
    sls_when from = *left, to = *right;

    from.alone = left->alone && !sls_reading_is(right->r, SLS_READ(DATE));
    to.alone = right->alone && !sls_reading_is(left->r, SLS_READ(DATE));
    if (!written_ends(left, right, &a, &b) &&
        (sls_moment_of(is_clock(left) ? &from : left, &a) != SLS_OK ||
         sls_moment_of(is_clock(right) ? &to : right, &b) != SLS_OK))
        return SLS_ENOTFOUND;
    if (sls_pair_bare_day(left->r) && sls_pair_bare_day(right->r))
        day_before(left, &b, &a);
    if (!a.dated && b.dated)
        a.days = b.days;
    if (!b.dated && a.dated)
        b.days = a.days;
    if ((a.minute >= 0) != (b.minute >= 0) && (a.minute < 0 ? a.dated : b.dated)) {
        a.minute = b.minute = -1;
        a.offset = b.offset = SLS_OFFSET_UNKNOWN;
    }
    *out = a;
    out->dated = a.dated || b.dated;
    out->inferred |= b.inferred;
    out->about = false;
    if (out->dated && b.days.last < a.days.first && right->weekday > 0)
        b.days.last += 7;
    if (out->dated && b.days.last < a.days.first && feasts_meet(left, right, &a, &b))
        out->days = a.days;
    if (out->dated && b.days.last < a.days.first)
        return SLS_ENOTFOUND;
    out->days = (sls_interval){ a.days.first, b.days.last };
    out->minute2 = b.minute2 >= 0 ? b.minute2 : b.minute;
    if (out->minute2 == 0 && !out->dated)
        out->minute2 = 1440; /* 6 pm to midnight */
    out->offset = a.offset != SLS_OFFSET_UNKNOWN ? a.offset : b.offset;
    return SLS_OK;
}

void sls_pair_hedge(const sls_when *length, const sls_moment *from, bool before, sls_moment *out)
{
    const sls_str hedge = sls_when_value(length, SLS_G_hedge, SLS_C_HEDGE);

    if (hedge.len == 0 || out->minute >= 0)
        return;
    if (sls_str_list_has(SLS_STR("more-than;at-least"), hedge)) {
        *(before ? &out->days.first : &out->days.last) =
            before ? SLS_DAY_OPEN_PAST : SLS_DAY_OPEN_FUTURE;
        out->about = false;
    } else if (sls_str_list_has(SLS_STR("less-than;at-most"), hedge)) {
        out->days = sls_interval_hull(out->days, from->days);
        out->about = false;
    } else {
        out->about |= sls_str_list_has(SLS_STR("about;nearly"), hedge);
    }
}

/* 2 weeks before Christmas, three days from tomorrow, the second Sunday after Easter. */
sls_status sls_pair_step(const sls_when *w, const sls_when *left, const sls_when *right,
                         sls_moment *out)
{
    const sls_form *word = w->items->at[w->r->mark].form;
    const bool before = sls_str_eq(sls_form_value(word, SLS_C_SINCE), SLS_STR("before")) ||
                        sls_str_eq(sls_form_value(word, SLS_C_DEICTIC), SLS_STR("ago"));
    const int which = sls_when_number(left, SLS_G_which);
    sls_when to = *right;
    sls_length by;
    sls_moment from;

    to.ahead |= sls_form_is(word, SLS_C_FROM) && right->weekday > 0; /* a week from Friday */
    to.alone &= !sls_form_is(word, SLS_C_DEICTIC);                   /* a week ago Friday */
    to.ahead &= !sls_form_is(word, SLS_C_DEICTIC);
    if (sls_moment_of(&to, &from) != SLS_OK || !(from.dated || is_clock(right)))
        return SLS_ENOTFOUND;
    if (is_clock(right) && before && !from.dated && from.minute == 0)
        from.minute = 1440; /* midnight ends the day */
    /* a week before Ramadan is one before its first day */
    if (sls_has(right->r, SLS_G_holiday) || sls_reading_makes(right->r, "hijri"))
        from.days.first = from.days.last = before ? from.days.first : from.days.last;
    if (left->weekday > 0) {
        out->dated = true;
        out->inferred = from.inferred;
        out->days.first =
            sls_weekday_beside(from.days, left->weekday, which > 0 ? which : 1, before);
        out->days.last = out->days.first;
        return SLS_OK;
    }
    if (!sls_length_in(left, &by) || sls_moment_add(&from, &by, before ? -1 : 1, out) != SLS_OK)
        return SLS_ENOTFOUND;
    if (!sls_has(left->r, SLS_G_n) && sls_reading_is(left->r, SLS_READ(GUARD)))
        out->days = sls_span_beside(from.days, out->days, by.unit, before);
    sls_pair_hedge(left, &from, before, out);
    return sls_moment_few(left, &from, before ? -1 : 1, out);
}

/* From 10 am for 3 hours; for three days from 1 July: the first and the last of them. */
sls_status sls_pair_span(const sls_when *left, const sls_when *right, sls_moment *out)
{
    const bool behind = is_length(right->r);
    sls_when point = behind ? *left : *right;
    sls_length by;

    point.unbound = true;
    if (!sls_length_in(behind ? right : left, &by) || sls_moment_of(&point, out) != SLS_OK)
        return SLS_ENOTFOUND;
    return sls_moment_span(out, &by);
}
