/*
 * edtf.h - dates as ISO 8601-2 (EDTF level 1) text, and the intervals they mean.
 *
 * Read and written: 2024-06-19, 2024-06, 2024, 194X, 19XX, 1950/1953,
 * 2009/.., ../2020, 2024-01~ (about), 2024-06-19T14:30+07:00,
 * 2024-06-19T14:30, XXXX-XX-XXT14:30 (a time of an unknown day). Read too, and then dropped:
 * seconds with their fraction, and times at the ends of a span. Weeks, quarters and thirds are
 * written as intervals of days or months, never as codes. A date that cannot be (2023-02-29), and a
 * span that runs backwards, is not EDTF: it is kept as text by its claim and reading it gives
 * SLS_ERANGE. A day outside of the years 1..9999 is written as an open end.
 */
#ifndef SLS_BASE_EDTF_H
#define SLS_BASE_EDTF_H

#include "base/interval.h"
#include <selisih/arena.h>

typedef enum { /* grain: what the text says, never finer */
               SLS_GRAIN_NONE,
               SLS_GRAIN_CENTURY,
               SLS_GRAIN_DECADE,
               SLS_GRAIN_YEAR,
               SLS_GRAIN_MONTH,
               SLS_GRAIN_DAY,
               SLS_GRAIN_MINUTE,
               SLS_GRAIN_SPAN
} sls_grain;

typedef struct {
    sls_interval days;
    sls_grain grain; /* SLS_GRAIN_SPAN for a/b forms */
    bool about;      /* trailing ~ */
    int16_t minute;  /* minute of the day 0..1439 at SLS_GRAIN_MINUTE, else -1 */
    int16_t offset;  /* minutes east of UTC; SLS_OFFSET_UNKNOWN where the text names no zone */
} sls_edtf;

#define SLS_OFFSET_UNKNOWN INT16_MIN
#define SLS_EDTF_TEXT      64 /* bytes that any sls_edtf_text needs, NUL included */

/* SLS_OK; SLS_ESYNTAX: not EDTF; SLS_ERANGE: a date that cannot be. `*out` written on SLS_OK. */
SLS_MUST_USE sls_status sls_edtf_read(sls_str s, sls_edtf *out);
/* Whether it is a time of day whose day is not told: its days are open on both sides. */
static inline bool sls_edtf_is_clock(const sls_edtf *e)
{
    return e->minute >= 0 && e->days.first == SLS_DAY_OPEN_PAST;
}
/*
 * Minutes between two times (SLS_GRAIN_MINUTE), in one zone when both name theirs; where one has no
 * day, the shorter way round the clock. 23:30 WIB and 01:30 WIT of the next day are one moment.
 */
int64_t sls_edtf_minutes_apart(const sls_edtf *a, const sls_edtf *b);
/*
 * The shortest text for `e`: a whole year is "2024", a whole month "2024-06",
 * a whole decade "199X", anything else "first/last" with months where both
 * ends fall on month borders. Returns the length; NUL-terminated.
 */
size_t sls_edtf_text(const sls_edtf *e, char out[SLS_EDTF_TEXT]);
/* As above for plain days: grain is inferred from the borders. */
size_t sls_interval_text(sls_interval days, char out[SLS_EDTF_TEXT]);

#endif
