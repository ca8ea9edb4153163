/*
 * moment.h - what date.c and its parts share: a reading with its surroundings, and what it resolves
 * to.
 *
 *     "Rabu (19/6) pukul 14.30 WIB"  ->  day 2024-06-19, minute 870, offset +420
 */
#ifndef SLS_EXTRACT_DATE_MOMENT_H
#define SLS_EXTRACT_DATE_MOMENT_H

#include "extract/date/calendar.h"
#include "extract/grammar/pattern.h"

/* A reading and what is known around it. */
typedef struct {
    const sls_items *items;
    const sls_reading *r;
    const sls_edtf *reference; /* the article's date; grain NONE when unknown */
    bool ahead;                /* its clause speaks of the future */
    bool alone;                /* it is all that its article says: a field, a message */
    bool unbound; /* since and until are still to be applied, by what it is joined to */
    int weekday;  /* written beside it, 1..7; 0 none */
    const sls_interval *inside; /* the span that it lies in: of "Senin pekan depan" the week */
} sls_when;

/* What is written of a day; 0 where nothing is. */
typedef struct {
    int year, month, day;
} sls_written;

typedef struct {
    bool dated;          /* `days` holds */
    sls_interval days;   /* may be open */
    sls_interval wide;   /* what a claim may rely on: "two years ago" is some time that year */
    int minute, minute2; /* of the day; -1 none. minute2: the end of a span */
    int16_t offset;      /* as in edtf.h */
    bool about, inferred;
    bool part;    /* the minutes are those of a part of the day */
    bool bounded; /* before, after or until `wide` */
    bool apart;   /* ... and not since: what is claimed is `days` */
} sls_moment;

#define SLS_MOMENT_NONE ((sls_moment){ .minute = -1, .minute2 = -1, .offset = SLS_OFFSET_UNKNOWN })

/* Makes `out` a moment of whole days, which are in it where `found` is SLS_OK; else SLS_ENOTFOUND.
 */
static inline sls_status sls_days_found(sls_status found, sls_moment *out)
{
    out->dated = true;
    return found == SLS_OK ? SLS_OK : SLS_ENOTFOUND;
}

/* A number 0..9999 written in a group in digits, words or as an ordinal; 0 when there is none. */
int sls_when_number(const sls_when *w, sls_group_name g);
/* The lexicon's value of a group's first item; "" when there is none. */
sls_str sls_when_value(const sls_when *w, sls_group_name g, sls_concept concept);
/* The unit of time in a group, be it a unit or a word of dates; "" when there is none. */
sls_str sls_when_unit(const sls_when *w, sls_group_name g);
/* Folded text of a group. */
sls_str sls_when_text(const sls_when *w, sls_group_name g);
/* A small signed number of a lexicon value: "7", "-1", "+1"; 0 when it is none. */
int sls_small(sls_str value);
/* -1 back, 0 here, +1 on: what a deictic value says. */
int sls_direction(sls_str value);
/*
 * "the following year", "tahun berikutnya": counted from what is told, not from the article's
 * date, unless the reading is all that there is. English says so by its article.
 */
bool sls_when_is_told(const sls_when *w);
/* Whose Hijri calendar the reading's language goes by. */
sls_hijri_rule sls_when_hijri(const sls_when *w);
/* A day of Mecca may be the day before or after elsewhere: claims do not rely on it. */
void sls_moment_mecca(sls_moment *m);
/* Whether the article's date is known to the day. */
bool sls_when_has_day(const sls_when *w);
/* Whether the reference has a clock time as well. */
bool sls_when_has_minute(const sls_when *w);

/* A length of time; months, days and minutes add up. */
typedef struct {
    int months, days, minutes;
    sls_str unit; /* the finest unit that it is counted in */
} sls_length;

/*
 * length.c: "2 minggu", "seminggu", "two years and one month" in the groups n unit m unit2 n3
 * unit3; "a few days" in magnitude unit, as many as data/any/magnitude.csv says.
 */
bool sls_length_in(const sls_when *w, sls_length *out);
/* "two or three days", "a month or two": the longer one, in n4 unit; false: only one is said. */
bool sls_length_far(const sls_when *w, sls_length *out);
/* Months of a unit that a year has some of: a quarter's 3. 0: it is none. */
int sls_unit_months(sls_str unit);
/* `from` moved forth (1) or back (-1). SLS_OK; SLS_ENOTFOUND: minutes on a day without a clock. */
SLS_MUST_USE sls_status sls_moment_add(const sls_moment *from, const sls_length *by, int sign,
                                       sls_moment *out);

/*
 * Makes `out`, as many steps from `from` as "a few" mostly means, about that day, and what a claim
 * may rely on all days that a few may mean. SLS_OK, also where the reading `w` does not count so;
 * SLS_ENOTFOUND: no such days.
 */
SLS_MUST_USE sls_status sls_moment_few(const sls_when *w, const sls_moment *from, int sign,
                                       sls_moment *out);

/* The span that begins with `m` and is so long; SLS_ENOTFOUND: hours from a day, or no span. */
SLS_MUST_USE sls_status sls_moment_span(sls_moment *m, const sls_length *by);

/* relative.c. SLS_OK; SLS_ENOTFOUND: it cannot be resolved. */
SLS_MUST_USE sls_status sls_relative_of(const sls_when *w, sls_moment *out);
/* The span of `unit` that lies `steps` from the one that holds the days `from`. */
SLS_MUST_USE sls_status sls_span_of(sls_interval from, sls_str unit, int steps, sls_interval *out);

/* counted.c: units, weekdays and weekends counted from or in a span. */
/* The span that "the third quarter", "the first Monday" is counted in; false: not known. */
bool sls_counted_in(const sls_when *w, sls_interval *out);
/* SLS_OK; SLS_ENOTFOUND: no such days. */
SLS_MUST_USE sls_status sls_first_units(const sls_when *w, sls_moment *out);
SLS_MUST_USE sls_status sls_after_next(const sls_when *w, sls_moment *out);
SLS_MUST_USE sls_status sls_weekend_of(const sls_when *w, sls_moment *out);
SLS_MUST_USE sls_status sls_quarters_of(const sls_when *w, sls_moment *out);
/* A part of a span: "first", "middle", "last", "half1", "half2", or the "rest" from now on. */
sls_interval sls_part_of(const sls_when *w, sls_interval days, sls_str part);
int32_t sls_weekday_beside(sls_interval days, int weekday, int n, bool before);
sls_interval sls_span_beside(sls_interval days, sls_interval far, sls_str unit, bool before);

/* era.c: spans that calendars name. SLS_OK; SLS_ENOTFOUND: none, or it cannot be resolved. */
SLS_MUST_USE sls_status sls_hijri_of(const sls_when *w, sls_moment *out);
SLS_MUST_USE sls_status sls_season_of(const sls_when *w, sls_moment *out);
SLS_MUST_USE sls_status sls_decade_of(const sls_when *w, sls_moment *out);
SLS_MUST_USE sls_status sls_century_of(const sls_when *w, sls_moment *out);

/* clock.c. */
/* The hours of a part of the day: data/any/daypart.csv. */
void sls_daypart_set(sls_str part, sls_moment *out);
/*
 * "late last night", "early Monday evening": the first or the last half of the part of the day in
 * `out`; early in a morning are the hours before it. SLS_ENOTFOUND: neither half is told.
 */
SLS_MUST_USE sls_status sls_daypart_part(sls_str part, sls_moment *out);
SLS_MUST_USE sls_status sls_clock_of(const sls_when *w, sls_moment *out);

/* holiday.c: a holiday of the reading's year, else the one that fits the reference. */
SLS_MUST_USE sls_status sls_holiday_of(const sls_when *w, sls_moment *out);
/*
 * A holiday's days in a year, by the value of its form:
 *     12-25 1-1-1 (its eve) easter+1 orthodox-2 hijri:10-1 hijri:9 hebrew:9-25
 *     nth:11:4:4+1     the day after the fourth Thursday of November
 *     diwali-2         two days before the day that data/any/holiday.csv has for the year
 * and behind one of these
 *     ~6-1~7+1         moved when it falls on that weekday: from Saturday back, from Sunday on
 *     x8               for eight days
 */
SLS_MUST_USE sls_status sls_holiday_days(sls_str value, sls_hijri_rule rule, int year,
                                         sls_interval *out);

/* set.c: "R/P1W-3", the weekday counted from Monday; SLS_ENOTFOUND: none. */
SLS_MUST_USE sls_status sls_set_of(const sls_when *w, sls_arena *arena, sls_str *out);
/* "all week": P1W. SLS_ENOTFOUND: no unit of time. */
SLS_MUST_USE sls_status sls_set_length(const sls_when *w, sls_arena *arena, sls_str *out);

#endif
