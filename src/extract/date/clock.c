#include "extract/date/moment.h"

/* "14.30", "14:30", "1430", "7": up to four digits with one mark; -1 when it is no time. */
static int clock_digits(sls_str text)
{
    int hour = 0, minute = 0, count = 0, mark = -1;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '.' || text.ptr[i] == ':') {
            if (mark >= 0)
                break; /* seconds */
            mark = count;
            continue;
        }
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || count == 4)
            return -1;
        minute = 10 * minute + (text.ptr[i] - '0');
        count++;
        if (mark < 0)
            hour = minute;
        else if (count == mark + 1)
            minute = text.ptr[i] - '0';
    }
    if (mark < 0 && count >= 3) {
        hour = minute / 100;
        minute %= 100;
    } else if (mark < 0) {
        minute = 0;
    } else if (count != mark + 2) {
        return -1;
    }
    return count > 0 && hour <= 24 && minute <= 59 ? 60 * hour + minute : -1;
}

static int minutes_in(const sls_when *w, sls_group_name hour, sls_group_name minute)
{
    const sls_str text = sls_when_text(w, hour);
    int at = clock_digits(text), past;

    if (at < 0 && sls_when_number(w, hour) > 0 && sls_when_number(w, hour) <= 24)
        at = 60 * sls_when_number(w, hour); /* in words */
    if (at < 0 || !sls_has(w->r, minute))
        return at;
    past = sls_when_number(w, minute);
    return past <= 59 && at % 60 == 0 ? at + past : -1;
}

static bool one_of(sls_str value, const char *list)
{
    return value.len > 0 && sls_str_list_has(sls_str_of(list), value);
}

/* Twelve hours of a day half told by am, pm or a part of the day. */
static int of_half(int minute, sls_str half, sls_str part)
{
    const int hour = minute / 60;

    if (sls_str_eq(half, SLS_STR("night")))
        part = half;
    if (sls_str_eq(half, SLS_STR("pm")) || one_of(part, "afternoon;evening"))
        return hour < 12 ? minute + 720 : minute;
    if (sls_str_eq(half, SLS_STR("am")) || one_of(part, "morning;dawn"))
        return hour == 12 ? minute - 720 : minute;
    if (sls_str_eq(part, SLS_STR("noon")))
        return hour < 6 ? minute + 720 : minute;
    if (sls_str_eq(part, SLS_STR("night")))
        return hour == 12 ? minute - 720 : hour >= 5 && hour < 12 ? minute + 720 : minute;
    return minute;
}

/* "pm"; "p" as in 7p, which is no word of the clock elsewhere. */
static sls_str half_in(const sls_when *w, sls_group_name g)
{
    const sls_str half = sls_when_value(w, g, SLS_C_CLOCK);

    if (half.len > 0 || !sls_has(w->r, g))
        return half;
    return sls_str_eq(sls_when_value(w, g, SLS_C_LITERAL), SLS_STR("a")) ? SLS_STR("am")
                                                                         : SLS_STR("pm");
}

/* The hours, or hours and minutes, behind a zone: GMT+7, +07:00, -0500. */
static int16_t offset_written(const sls_when *w, int base)
{
    const uint16_t sign = w->items->at[w->r->from[SLS_G_n] - 1].symbol;
    const int n = sls_when_number(w, SLS_G_n);
    const int east = (n >= 100 ? n / 100 * 60 + n % 100 : 60 * n) + sls_when_number(w, SLS_G_n2);

    const bool west = sign == '-' || sign == SLS_SYMBOL_DASH;

    return (int16_t)(east > 14 * 60 ? SLS_OFFSET_UNKNOWN : west ? base - east : base + east);
}

/* "+07:00" in minutes; unknown for "waktu setempat". */
static int16_t offset_text(sls_str zone)
{
    int n;

    if (zone.len != 6 || (zone.ptr[0] != '+' && zone.ptr[0] != '-'))
        return SLS_OFFSET_UNKNOWN;
    n = (zone.ptr[1] - '0') * 600 + (zone.ptr[2] - '0') * 60 + (zone.ptr[4] - '0') * 10 +
        (zone.ptr[5] - '0');
    return (int16_t)(zone.ptr[0] == '-' ? -n : n);
}

/* "10 a.m. (0800 GMT)": what the same moment in brackets makes of the zone of `minute`. */
static int16_t offset_beside(const sls_when *w, int minute)
{
    const int16_t zone = offset_text(sls_when_value(w, SLS_G_zone2, SLS_C_ZONE));
    const int other = minutes_in(w, SLS_G_n3, SLS_G_n4);
    int n;

    if (zone == SLS_OFFSET_UNKNOWN || other < 0)
        return SLS_OFFSET_UNKNOWN;
    n = minute - other + zone;
    n += n < -12 * 60 ? 1440 : n > 14 * 60 ? -1440 : 0;
    return n % 15 == 0 && n >= -12 * 60 && n <= 14 * 60 ? (int16_t)n : SLS_OFFSET_UNKNOWN;
}

/* Of the zone behind the time itself. */
static int16_t offset_in(const sls_when *w)
{
    const sls_str zone = sls_when_value(w, SLS_G_zone, SLS_C_ZONE);
    int n = 0;

    if (sls_has(w->r, SLS_G_zone) && zone.len == 0) /* behind an ISO 8601 time */
        return sls_has(w->r, SLS_G_n)                                       ? offset_written(w, 0)
               : sls_str_starts(sls_when_text(w, SLS_G_zone), SLS_STR("z")) ? 0
                                                                            : SLS_OFFSET_UNKNOWN;
    n = offset_text(zone);
    if (n == SLS_OFFSET_UNKNOWN)
        return SLS_OFFSET_UNKNOWN;
    return sls_has(w->r, SLS_G_n) ? offset_written(w, n) : (int16_t)n;
}

void sls_daypart_set(sls_str part, sls_moment *out)
{
    const int from = clock_digits(sls_lexicon_attribute(SLS_C_DAYPART, part, "from"));
    const int to = clock_digits(sls_lexicon_attribute(SLS_C_DAYPART, part, "to"));

    if (from < 0 || to < 0)
        return;
    out->minute = from;
    out->minute2 = to > from ? to : -1;
    out->part = true;
}

sls_status sls_daypart_part(sls_str part, sls_moment *out)
{
    sls_moment morning = SLS_MOMENT_NONE;
    const int half = (out->minute + out->minute2) / 2;

    if (out->minute < 0 || out->minute2 < 0)
        return SLS_ENOTFOUND;
    sls_daypart_set(SLS_STR("morning"), &morning);
    if (sls_str_eq(part, SLS_STR("last"))) {
        out->minute = half;
    } else if (!sls_str_eq(part, SLS_STR("first"))) {
        return SLS_ENOTFOUND;
    } else if (out->minute == morning.minute) {
        sls_daypart_set(SLS_STR("dawn"), out);
    } else {
        out->minute2 = half;
    }
    return SLS_OK;
}

/* "half past 3", "20 minutes to 2 pm", "jam 7 kurang 10": the hour moved by minutes. */
static int moved(const sls_when *w, int minute)
{
    const sls_decimal n =
        sls_has(w->r, SLS_G_m) ? w->items->at[w->r->from[SLS_G_m]].value : sls_decimal_of(0);
    sls_decimal sixty;
    int64_t by = 15;

    if (!sls_has(w->r, SLS_G_m) || !sls_has(w->r, SLS_G_of))
        return minute;
    if (sls_when_value(w, SLS_G_m, SLS_C_DATEWORD).len == 0 && /* quarter to five */
        !sls_decimal_integer(n, &by) &&
        (sls_decimal_mul(n, sls_decimal_of(60), &sixty) != SLS_OK ||
         !sls_decimal_integer(sixty, &by)))
        return -1;
    if (by < 1 || by > 59 || (sls_reading_makes(w->r, "past") && by % 5 != 0))
        return -1;
    return sls_str_eq(half_in(w, SLS_G_of), SLS_STR("past")) ? minute + (int)by : minute - (int)by;
}

/* Noon and midnight, and so many minutes to or past them: what is before midnight is of its day. */
static int noon_in(const sls_when *w)
{
    const int at = clock_digits(sls_when_value(w, SLS_G_clock, SLS_C_CLOCK));

    return moved(w, at == 0 && sls_has(w->r, SLS_G_of) &&
                            !sls_str_eq(half_in(w, SLS_G_of), SLS_STR("past"))
                        ? 1440
                        : at);
}

static sls_status clock_span(const sls_when *w, sls_moment *out)
{
    const sls_str part = sls_when_value(w, SLS_G_daypart, SLS_C_DAYPART);
    const sls_str second = half_in(w, SLS_G_clock2);
    sls_str first = half_in(w, SLS_G_clock);
    const int from = sls_has(w->r, SLS_G_hour) /* else from noon or midnight */
                         ? minutes_in(w, SLS_G_hour, SLS_G_minute)
                         : clock_digits(sls_when_value(w, SLS_G_clock, SLS_C_CLOCK));
    const int to = minutes_in(w, SLS_G_hour2, SLS_G_minute2);

    if (from < 0 || to < 0 || to > 1440)
        return SLS_ENOTFOUND;
    if (first.len == 0 && second.len > 0 &&
        of_half(from, second, part) <= of_half(to, second, part))
        first = second; /* 5 to 6 pm; but 11 to 1 pm begins before noon */
    out->minute = of_half(from, first, part);
    out->minute2 = of_half(to, second, part);
    if (out->minute2 == 0)
        out->minute2 = 1440;
    if (out->minute2 < out->minute && second.len == 0 && out->minute2 + 720 > out->minute &&
        out->minute2 < 720)
        out->minute2 += 720;
    return out->minute < 1440 && out->minute2 != out->minute ? SLS_OK : SLS_ENOTFOUND;
}

/* "sekitar pukul 10", "hampir pukul 10", "menjelang pukul 10", "lewat pukul 10". */
static bool is_about(const sls_when *w)
{
    return sls_str_list_has(SLS_STR("about;nearly"), sls_when_value(w, SLS_G_hedge, SLS_C_HEDGE)) ||
           (sls_has(w->r, SLS_G_clock2) && !sls_has(w->r, SLS_G_hour2));
}

sls_status sls_clock_of(const sls_when *w, sls_moment *out)
{
    const sls_str part = sls_when_value(w, SLS_G_daypart, SLS_C_DAYPART);
    int minute;

    *out = SLS_MOMENT_NONE;
    out->offset = offset_in(w);
    out->about = is_about(w);
    if (sls_has(w->r, SLS_G_hour2))
        return clock_span(w, out);
    if (!sls_has(w->r, SLS_G_hour)) {
        sls_daypart_set(part, out);
        if (part.len == 0 && !sls_reading_makes(w->r, "noon")) /* Monday PM */
            sls_daypart_set(sls_str_eq(half_in(w, SLS_G_clock), SLS_STR("am"))
                                ? SLS_STR("morning")
                                : SLS_STR("afternoon"),
                            out);
        if (sls_reading_makes(w->r, "noon"))
            minute = noon_in(w);
        else
            return out->minute >= 0 ? SLS_OK : SLS_ENOTFOUND;
    } else {
        minute = minutes_in(w, SLS_G_hour, SLS_G_minute);
        if (minute < 0)
            return SLS_ENOTFOUND;
        if (sls_reading_makes(w->r, "half")) /* setengah delapan is half an hour before eight */
            minute -= 30;
        if (minute >= 780 && (sls_str_eq(half_in(w, SLS_G_clock), SLS_STR("pm")) ||
                              sls_str_eq(half_in(w, SLS_G_clock), SLS_STR("am"))))
            return SLS_ENOTFOUND; /* 14 PM */
        minute = moved(w, of_half(minute, half_in(w, SLS_G_clock), part));
    }
    if (minute < 0 || minute > 1440)
        return SLS_ENOTFOUND;
    out->minute = minute;
    out->minute2 = -1;
    out->part = false;
    if (out->offset == SLS_OFFSET_UNKNOWN && sls_has(w->r, SLS_G_zone2))
        out->offset = offset_beside(w, minute);
    return SLS_OK;
}
