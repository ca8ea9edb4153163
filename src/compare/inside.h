/*
 * inside.h - what is wrong with one claim by itself: its calendar, its range.
 *
 *     "Selasa, 19 Juni 2024" -> 19 June 2024 is a Wednesday; Tuesday is the 18th
 */
#ifndef SLS_COMPARE_INSIDE_H
#define SLS_COMPARE_INSIDE_H

#include "base/interval.h"
#include <selisih/claim.h>

typedef enum {
    SLS_FIT_NONE,
    SLS_FIT_DAY,
    SLS_FIT_MONTH,
    SLS_FIT_YEAR,
    SLS_FIT_SWAP,   /* day and month: 6/10 for 10/6 */
    SLS_FIT_WEEKDAY /* the date is that of the report, or the day before: the weekday is wrong */
} sls_fit;

/*
 * The day on `weekday` (1 Monday..7 Sunday) that was likely meant by `day`: a month or a year away
 * with the same number, a day away, or with day and month swapped; near the report any month of
 * the year, and the report's year. Of several the one nearest to `published`, days after it
 * counting fourfold; without it (NULL) a month's slip is likelier than a year's, that than a
 * day's, and a swap the last. `*out` is written unless SLS_FIT_NONE; `day` itself for
 * SLS_FIT_WEEKDAY.
 */
sls_fit sls_fit_weekday(int32_t day, int weekday, const sls_interval *published, int32_t *out);

/* "1" Monday .. "7" Sunday; static storage. */
sls_str sls_weekday_text(int weekday);

/* A range whose end lies before its beginning; "" in both parts when it is none. */
bool sls_range_is_backwards(const sls_claim *claim, sls_str *first, sls_str *last);

#endif
