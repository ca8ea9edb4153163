/*
 * date.h - from the groups of a date pattern to EDTF.
 *
 *     weekday=3 day=19 month=6, published 2024-06-19  ->  2024-06-19, weekday 3
 *
 * What the text leaves out comes from the article's date: a bare month or
 * day-of-month takes the year that puts it last before publication (next after,
 * where the clause looks ahead); a weekday written beside it must fit if some near year
 * lets it. Grain is never invented: relative to an article of "2024-11",
 * "this week" is 2024-11. Without the article's date, a date without a year is
 * written as XXXX-06-19, and what is only relative gives nothing. A clock time
 * is T14:30+07:00 alone (a claim has XXXX-XX-XXT14:30+07:00), and part of its day beside one.
 */
#ifndef SLS_EXTRACT_DATE_DATE_H
#define SLS_EXTRACT_DATE_DATE_H

#include "extract/grammar/pattern.h"

enum { SLS_DATES_MAX = 7 };

typedef struct {
    const char *type;               /* of the mention: "date", "time", "set", "duration" */
    sls_str value[SLS_DATES_MAX];   /* EDTF; more than one for lists ("9 dan 11 November"),
                                       of sets too ("setiap Senin-Jumat") */
    sls_str claimed[SLS_DATES_MAX]; /* what a claim may rely on; "" when it claims nothing */
    int weekday;                    /* written beside it, 1 Monday..7 Sunday; 0 none */
    bool vague;                     /* inferred from the article's date */
    bool apart;          /* the claim is wider than the days written: before, after, until ... */
    sls_interval beside; /* ... these: when what is told beside it holds */
    bool alone;          /* but for prepositions, it is all that the article says */
} sls_dated;

/* Whether `r` is for this module: a date, a clock time, a set or a length of time. */
bool sls_reads_date(const sls_reading *r);

/*
 * The date that `r` reads. `ahead` says that its clause speaks of the future.
 * SLS_OK; SLS_ENOTFOUND: it cannot be resolved, or is no date after all (a
 * bare year outside 1900..2099) - the readings that a joined one is made of may
 * still be; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_date_of(const sls_items *items, const sls_reading *r, bool ahead,
                                    sls_arena *arena, sls_dated *out);

/*
 * A reading that counts units of time but is no date after all ("killed in three days"), as the
 * quantity that it is, or one of a year that is a number ("she scored 1500"). False when it
 * counts none.
 */
bool sls_date_amount(const sls_items *items, const sls_reading *r, sls_reading *out);

/* Whether it is a clock time of no day, before or after which something was: no time of that. */
bool sls_date_is_bounded_clock(const sls_items *items, const sls_reading *r);

#endif
