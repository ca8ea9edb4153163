#include "profile/stamp.h"

#include "profile/link.h"

#include <string.h>

enum { LONGEST = 24 };

typedef struct {
    const sls_document *document;
    size_t at, after; /* tokens: the next, and the first behind the paragraph */
    int year, month, day, weekday;
    int hour, minute; /* -1: none */
    sls_str zone;     /* "+07:00" or "" */
} stamp;

static bool is_number(const stamp *s, size_t i)
{
    return i < s->after && sls_page_has(s->document, i, SLS_TOKEN_DIGITS);
}

/* The value of the digits at `i`; -1 where there are none or more than four. */
static int number(const stamp *s, size_t i)
{
    int value = 0;

    if (!is_number(s, i) || sls_page_word(s->document, i).len > 4)
        return -1;
    for (sls_str w = sls_page_word(s->document, i); w.len > 0; w.ptr++, w.len--)
        value = value * 10 + (w.ptr[0] - '0');
    return value;
}

static char mark(const stamp *s, size_t i)
{
    return i < s->after ? sls_page_mark(s->document, i) : 0;
}

static bool set_date(stamp *s, int year, int month, int day, size_t tokens)
{
    int32_t ignored;

    if (s->year != 0 || year < 1900 || sls_day_of(year, month, day, &ignored) != SLS_OK)
        return false;
    s->year = year;
    s->month = month;
    s->day = day;
    s->at += tokens;
    return true;
}

/* A month's name at `i`: its number, and how many tokens it and a stop behind it span. */
static int month_at(const stamp *s, size_t i, size_t *tokens)
{
    const sls_form *form = i < s->after ? sls_page_form(s->document, i, SLS_C_MONTH) : NULL;
    int month = 0;

    if (!form)
        return 0;
    for (sls_str v = sls_form_value(form, SLS_C_MONTH); v.len > 0; v.ptr++, v.len--)
        month = v.ptr[0] >= '0' && v.ptr[0] <= '9' ? month * 10 + (v.ptr[0] - '0') : 13;
    *tokens = form->tokens;
    if (mark(s, i + *tokens) == '.')
        ++*tokens;
    return month <= 12 ? month : 0;
}

/* "10 September 2019", "September 10, 2019". */
static bool named_date(stamp *s)
{
    size_t tokens;
    int month = month_at(s, s->at + 1, &tokens);

    if (month > 0 && number(s, s->at) > 0) {
        const size_t comma = mark(s, s->at + 1 + tokens) == ',';
        return set_date(s, number(s, s->at + 1 + tokens + comma), month, number(s, s->at),
                        tokens + comma + 2);
    }
    month = month_at(s, s->at, &tokens);
    if (month > 0 && number(s, s->at + tokens) > 0) {
        const size_t comma = mark(s, s->at + tokens + 1) == ',';
        return set_date(s, number(s, s->at + tokens + 1 + comma), month, number(s, s->at + tokens),
                        tokens + comma + 2);
    }
    return false;
}

/* "2019-09-10", "10/9/2019", "10-09-2019". In English a day of 1..12 could be a month. */
static bool numeric_date(stamp *s)
{
    const char separator = mark(s, s->at + 1);
    const int a = number(s, s->at), b = number(s, s->at + 2), c = number(s, s->at + 4);

    if ((separator != '-' && separator != '/') || mark(s, s->at + 3) != separator || a < 0 ||
        b < 0 || c < 0)
        return false;
    if (a >= 1000)
        return set_date(s, a, b, c, 5);
    if (s->document->lang == SLS_LANG_EN && a <= 12 && b <= 12 && a != b)
        return false;
    return b > 12 ? set_date(s, c, a, b, 5) : set_date(s, c, b, a, 5);
}

/* "14:05", "14.05", "14:05:30", "T14:05". */
static bool time_of_day(stamp *s)
{
    const int hour = number(s, s->at), minute = number(s, s->at + 2);
    const char separator = mark(s, s->at + 1);

    if (s->hour >= 0 || (separator != ':' && separator != '.') || hour < 0 || hour > 23 ||
        minute < 0 || minute > 59 || sls_page_word(s->document, s->at + 2).len != 2)
        return false;
    s->hour = hour;
    s->minute = minute;
    s->at += 3;
    if (mark(s, s->at) == separator && is_number(s, s->at + 1))
        s->at += 2;
    return true;
}

static bool weekday_or_zone(stamp *s)
{
    const sls_form *form = sls_page_form(s->document, s->at, SLS_C_WEEKDAY);

    if (form) {
        const sls_str value = sls_form_value(form, SLS_C_WEEKDAY);
        if (value.len != 1)
            return false;
        s->weekday = value.ptr[0] - '0';
        s->at += form->tokens;
        return true;
    }
    form = sls_page_form(s->document, s->at, SLS_C_ZONE);
    if (!form || s->hour < 0)
        return false;
    if (sls_form_value(form, SLS_C_ZONE).len == sizeof "+07:00" - 1)
        s->zone = sls_form_value(form, SLS_C_ZONE);
    s->at += form->tokens;
    return true;
}

/* Words that announce a publication. One of an update or of the printing would tell another date.
 */
static bool label(stamp *s)
{
    if (!sls_page_is_marker(s->document, s->at, "stamp"))
        return false;
    s->at++;
    return true;
}

static bool outlet(stamp *s)
{
    const sls_form *form = sls_page_form(s->document, s->at, SLS_C_OUTLET);

    if (form) {
        s->at += form->tokens;
        return true;
    }
    if (mark(s, s->at + 1) != '.' || !sls_link_is_domain(s->document, s->at + 1))
        return false;
    s->at += 3;
    return true;
}

static bool part(stamp *s)
{
    const char c = mark(s, s->at);

    if ((c && strchr(",:|-/.()", c)) || sls_page_word(s->document, s->at).len == 0) {
        s->at++;
        return true;
    }
    return named_date(s) || numeric_date(s) || time_of_day(s) || weekday_or_zone(s) || label(s) ||
           outlet(s);
}

static sls_status write(const stamp *s, sls_arena *arena, sls_str *out)
{
    int32_t day;

    if (s->year == 0 || sls_day_of(s->year, s->month, s->day, &day) != SLS_OK)
        return SLS_ENOTFOUND;
    if (s->weekday != 0 && sls_day_weekday(day) != s->weekday)
        return SLS_ENOTFOUND;
    if (s->hour < 0)
        return sls_arena_format(arena, out, "%04d-%02d-%02d", s->year, s->month, s->day);
    return sls_arena_format(arena, out, "%04d-%02d-%02dT%02d:%02d%.*s", s->year, s->month, s->day,
                            s->hour, s->minute, SLS_FMT(s->zone));
}

static bool has_digits(const sls_document *d, const sls_paragraph *p)
{
    for (size_t i = p->first; i <= p->last; i++) {
        if (sls_page_has(d, i, SLS_TOKEN_DIGITS))
            return true;
    }
    return false;
}

sls_status sls_stamp_read(const sls_page *page, const sls_paragraph *p, sls_arena *arena,
                          sls_str *out)
{
    stamp s = {
        .document = page->document, .at = p->first, .after = (size_t)p->last + 1, .hour = -1
    };

    if (p->last - p->first >= LONGEST || !has_digits(page->document, p))
        return SLS_ENOTFOUND;
    while (s.at < s.after) {
        if (!part(&s))
            return SLS_ENOTFOUND;
    }
    return write(&s, arena, out);
}
