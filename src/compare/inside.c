#include "compare/inside.h"

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/edtf.h"
#include "base/map.h"
#include "compare/rules.h"
#include "model/date_slip.h"
#include "model/digits.h"

#include <string.h>

/* A date without a year got it from its article's date; further away the year may be the slip of
 * the reader. */
#define NEAR_DAYS 10

/* A month or a year that is no neighbour is taken for the slip only if it leads to a day that
 * close to the report: one in seven of them has the weekday by chance. */
#define FAR_SLIP_DAYS 31

/* A date this close before its report is what was meant; the weekday beside it is the slip. */
#define OWN_DAYS 1

/* Nearer years than these are told in plans, and further ones of history; the digits decide there
 * as well: eclipses and chronicles have days of any year. */
#define YEARS_AHEAD  50
#define YEARS_BEHIND 500
#define MONTH_MOST   31 /* days; what is told of a whole year may be a forecast */

static int64_t distance(int32_t day, const sls_interval *published)
{
    if (day < published->first)
        return (int64_t)published->first - day;
    return day > published->last ? (int64_t)day - published->last : 0;
}

/* What speaks against a day for the one that was meant. Reports tell of what was oftener than of
 * what will be: a day after the report counts as one four times as far before it. */
static int64_t strangeness(int32_t day, const sls_interval *published)
{
    return day > published->last ? 4 * distance(day, published) : distance(day, published);
}

typedef struct {
    const sls_interval *published; /* NULL: unknown */
    int weekday;
    sls_fit fit;
    int32_t day;
} fitting;

/* Takes a day of the weekday that is less strange than the best so far. */
static void offer(fitting *best, sls_fit fit, int year, int month, int number, int shift)
{
    int32_t day;
    if (sls_day_of(year, month, number, &day) != SLS_OK)
        return;
    day += shift;
    if (sls_day_weekday(day) != best->weekday)
        return;
    if (best->fit != SLS_FIT_NONE &&
        (!best->published ||
         strangeness(day, best->published) >= strangeness(best->day, best->published)))
        return;
    best->fit = fit;
    best->day = day;
}

/* Slips that only a report close to the day makes likely: any other month, the report's own year.
 */
static void offer_near_report(fitting *best, int32_t day)
{
    fitting far = { .published = best->published, .weekday = best->weekday };
    int year, month, number, now, unused;
    sls_day_civil(day, &year, &month, &number);
    sls_day_civil(best->published->last, &now, &unused, &unused);
    for (int m = 1; m <= 12; m++)
        offer(&far, SLS_FIT_MONTH, year, m, number, 0);
    offer(&far, SLS_FIT_YEAR, now, month, number, 0);
    if (far.fit != SLS_FIT_NONE && strangeness(far.day, far.published) <= FAR_SLIP_DAYS &&
        (best->fit == SLS_FIT_NONE ||
         strangeness(far.day, far.published) < strangeness(best->day, best->published)))
        *best = far;
}

sls_fit sls_fit_weekday(int32_t day, int weekday, const sls_interval *published, int32_t *out)
{
    fitting best = { .published = published, .weekday = weekday };
    int year, month, number;
    sls_day_civil(day, &year, &month, &number);
    offer(&best, SLS_FIT_MONTH, year - (month == 1), month == 1 ? 12 : month - 1, number, 0);
    offer(&best, SLS_FIT_MONTH, year + (month == 12), month == 12 ? 1 : month + 1, number, 0);
    offer(&best, SLS_FIT_YEAR, year - 1, month, number, 0);
    offer(&best, SLS_FIT_YEAR, year + 1, month, number, 0);
    offer(&best, SLS_FIT_DAY, year, month, number, -1);
    offer(&best, SLS_FIT_DAY, year, month, number, 1);
    if (published)
        offer_near_report(&best, day);
    if (number <= 12 && number != month) /* "Selasa (6/10/2025)" for 10 June */
        offer(&best, SLS_FIT_SWAP, year, number, month, 0);
    /* The report's own day, or the day before, was meant: then the weekday is the slip. */
    if (published && day <= published->last && distance(day, published) <= OWN_DAYS &&
        (best.fit == SLS_FIT_NONE || strangeness(best.day, published) > OWN_DAYS)) {
        *out = day;
        return SLS_FIT_WEEKDAY;
    }
    if (best.fit != SLS_FIT_NONE)
        *out = best.day;
    return best.fit;
}

/* Whether the text itself writes the year of the value. */
static bool names_year(const sls_claim *claim)
{
    return claim->value.len >= 4 &&
           sls_str_find(claim->surface, sls_str_slice(claim->value, 0, 4)) != SIZE_MAX;
}

/*
 * "(Jumat 6/9/10)": two digits may be a year of another century or none at all. All of the wrong
 * findings of the prototype were such (matching.md).
 */
static bool writes_short_year(const sls_claim *claim)
{
    const sls_str s = claim->surface;
    int marks = 0, digits[3] = { 0, 0, 0 };
    for (size_t i = 0; i < s.len; i++) {
        const bool digit = sls_is_digit(s.ptr[i]);
        if (marks < 3)
            digits[marks] += digit;
        marks += s.ptr[i] == '/' || s.ptr[i] == '-' || s.ptr[i] == '.';
    }
    return marks == 2 && digits[0] <= 2 && digits[2] == 2;
}

/* Years that the text does not write were inferred: "21 Mei - 20 Juni" runs backwards by them only.
 */
static bool is_one_year(sls_str a, sls_str b)
{
    return sls_str_eq(sls_str_slice(a, 0, 4), sls_str_slice(b, 0, 4));
}

bool sls_range_is_backwards(const sls_claim *claim, sls_str *first, sls_str *last)
{
    const bool date = claim->kind == SLS_KIND_DATE;
    const sls_str mark = date ? SLS_STR("/") : SLS_STR("..");
    const size_t at = sls_str_find(claim->value, mark);
    *first = *last = (sls_str){ 0 };
    if (at == SIZE_MAX || (!date && claim->kind != SLS_KIND_QUANTITY))
        return false;
    const sls_str a = sls_str_slice(claim->value, 0, at);
    const sls_str b = sls_str_slice(claim->value, at + mark.len, claim->value.len);
    bool backwards;
    if (date) {
        sls_edtf x, y;
        if (sls_edtf_read(a, &x) != SLS_OK || sls_edtf_read(b, &y) != SLS_OK)
            return false;
        backwards = y.days.last < x.days.first && (is_one_year(a, b) || names_year(claim));
    } else {
        sls_decimal x, y;
        if (sls_decimal_read(a, &x) != SLS_OK || sls_decimal_read(b, &y) != SLS_OK)
            return false;
        backwards = sls_decimal_cmp(x, y) > 0;
    }
    if (backwards) {
        *first = a;
        *last = b;
    }
    return backwards;
}

typedef struct {
    sls_map seen; /* rule, article and value of what was found */
    sls_arena *arena, *scratch;
    sls_docket *docket;
} checking;

/* What two claims may be found for once: rule, article and value. */
static sls_status mark(checking *in, const sls_claim *claim, const char *rule, bool *added)
{
    sls_str key;
    uint32_t value;
    const sls_status status = sls_arena_format(in->scratch, &key, "%s\n%.*s\n%.*s", rule,
                                               SLS_FMT(claim->article), SLS_FMT(claim->value));
    return status != SLS_OK ? status : sls_map_intern(&in->seen, key, 0, &value, added);
}

/* A date that was already set beside the one that was meant needs no second finding. */
static sls_status skip_slips(checking *in, const sls_docket *told)
{
    bool added;
    sls_status status = SLS_OK;
    for (const sls_docket_piece *p = told->first; p; p = p->next)
        for (size_t i = 0; status == SLS_OK && i < p->len; i++) {
            const sls_finding *const f = &p->at[i];
            if (strcmp(f->rule, "date-slip") != 0)
                continue;
            const sls_claim *const wrong = f->likely_wrong == SLS_SIDE_A ? f->a : f->b;
            status = mark(in, wrong, "weekday-date", &added);
            if (status == SLS_OK)
                status = mark(in, wrong, "date-year", &added);
        }
    return status;
}

/* The finding on one claim; `*out` NULL when the article already has it. */
static sls_status find(checking *in, const sls_claim *claim, const char *rule,
                       sls_severity severity, sls_finding **out)
{
    bool added;
    *out = NULL;
    const sls_status status = mark(in, claim, rule, &added);
    if (status != SLS_OK || !added)
        return status;
    sls_ruling r = {
        .rule = rule, .verdict = SLS_CONFLICT, .severity = severity, .a = claim, .b = claim
    };
    sls_ruling_weigh(&r, SLS_TERM_START, 100);
    const sls_subject of = {
        .kind = claim->kind, .what = claim->what, .entities = claim->entities, .args = 6
    };
    *out = sls_docket_add(in->docket, &r, &of, in->arena);
    return *out ? SLS_OK : SLS_ENOMEM;
}

sls_str sls_weekday_text(int weekday)
{
    static const char digits[] = "1234567";
    return (sls_str){ digits + weekday - 1, 1 };
}

static sls_status argue_weekday(checking *in, sls_finding *f, int32_t day,
                                const sls_interval *published)
{
    static const sls_str keys[] = { SLS_S("fit-none"), SLS_S("fit-day"),  SLS_S("fit-month"),
                                    SLS_S("fit-year"), SLS_S("fit-swap"), SLS_S("fit-weekday") };
    const sls_claim *const c = f->a;
    int32_t there = day;
    sls_str fit_date = { 0 };
    const sls_fit fit = sls_fit_weekday(day, c->weekday, published, &there);
    if (fit != SLS_FIT_NONE) {
        char text[SLS_EDTF_TEXT];
        const size_t len = sls_interval_text((sls_interval){ there, there }, text);
        const sls_status status = sls_arena_copy(in->arena, (sls_str){ text, len }, &fit_date);
        if (status != SLS_OK)
            return status;
    }
    sls_finding_argue(f, (sls_arg){ "date", SLS_ARG_DATE, c->value });
    sls_finding_argue(f, (sls_arg){ "weekday", SLS_ARG_WEEKDAY, sls_weekday_text(c->weekday) });
    sls_finding_argue(
        f, (sls_arg){ "actual", SLS_ARG_WEEKDAY, sls_weekday_text(sls_day_weekday(day)) });
    sls_finding_argue(f, (sls_arg){ "fit", SLS_ARG_MESSAGE, keys[fit] });
    sls_finding_argue(f, (sls_arg){ "fit_date", SLS_ARG_DATE, fit_date });
    sls_finding_argue(f, (sls_arg){ "surface", SLS_ARG_TEXT, c->surface });
    return SLS_OK;
}

static sls_status check_weekday(checking *in, const sls_claim *c, const sls_edtf *e)
{
    sls_edtf published;
    sls_finding *f;
    const int32_t day = e->days.first;
    if (!sls_claim_misses_weekday(c))
        return SLS_OK;
    const bool known = sls_edtf_read(c->published, &published) == SLS_OK;
    if (writes_short_year(c))
        return SLS_OK;
    const bool near = known && distance(day, &published.days) <= NEAR_DAYS;
    const sls_severity severity = names_year(c) || near ? SLS_ERROR : SLS_WARNING;
    const sls_status status = find(in, c, "weekday-date", severity, &f);
    if (status != SLS_OK || !f)
        return status;
    return argue_weekday(in, f, day, known ? &published.days : NULL);
}

static sls_status check_backwards(checking *in, const sls_claim *c, sls_str first, sls_str last)
{
    sls_finding *f;
    const sls_status status = find(in, c, "range-backwards", SLS_WARNING, &f);
    if (status != SLS_OK || !f)
        return status;
    sls_finding_argue(f, (sls_arg){ "surface", SLS_ARG_TEXT, c->surface });
    sls_finding_argue(f, (sls_arg){ "first", SLS_ARG_TEXT, first });
    sls_finding_argue(f, (sls_arg){ "last", SLS_ARG_TEXT, last });
    return SLS_OK;
}

static sls_status check_impossible(checking *in, const sls_claim *c)
{
    sls_finding *f;
    const sls_status status = find(in, c, "date-impossible", SLS_ERROR, &f);
    if (status != SLS_OK || !f)
        return status;
    sls_finding_argue(f, (sls_arg){ "surface", SLS_ARG_TEXT, c->surface });
    sls_finding_argue(f, (sls_arg){ "value", SLS_ARG_TEXT, c->value });
    return SLS_OK;
}

/*
 * Whether one end of the date is no day of any calendar. A span can be out of
 * range by its order alone, and "-00" is a month whose day was not read: nobody writes the day 0.
 */
static bool is_impossible(sls_str value)
{
    sls_str end;
    sls_edtf e;
    while (sls_str_split(&value, '/', &end))
        if (sls_edtf_read(end, &e) == SLS_ERANGE && sls_str_find(end, SLS_STR("-00")) == SIZE_MAX)
            return true;
    return false;
}

/* Whether a digit was lost, changed or swapped with the next: "(10/9/2109)", "(8/9/219)". */
static bool is_misprint_of_year(int year, int meant)
{
    const sls_digits x = sls_digits_of(sls_decimal_of(year)),
                     y = sls_digits_of(sls_decimal_of(meant));
    return year == meant % 1000 || sls_digits_lost(&x, &y) || sls_digits_swapped(&x, &y) ||
           sls_digits_changed(&x, &y);
}

/* The year of the report, or next to it, that a day far from it has been given for; or 0. */
static int meant_year(int year, int now)
{
    const int near[] = { now, now - 1, now + 1 };
    if (year <= now + YEARS_AHEAD && year >= now - YEARS_BEHIND)
        return 0;
    for (size_t i = 0; i < sizeof near / sizeof *near; i++)
        if (is_misprint_of_year(year, near[i]))
            return near[i];
    return 0;
}

/* A town is a thousand years old this year; a time capsule is to be opened in a hundred. */
static bool is_centenary(const sls_claim *c, int year, int now)
{
    return now - year == 1000 || (year - now == 100 && c->state == SLS_PLANNED);
}

/* `*told`: the year of a day is a slip, and nothing else need be asked of it. */
static sls_status check_year(checking *in, const sls_claim *c, const sls_edtf *e, bool *told)
{
    sls_edtf published;
    sls_finding *f;
    sls_str was, meant;
    int year, now, month, day;
    *told = false;
    if (sls_edtf_is_clock(e) || (int64_t)e->days.last - e->days.first >= MONTH_MOST ||
        sls_edtf_read(c->published, &published) != SLS_OK)
        return SLS_OK;
    sls_day_civil(e->days.first, &year, &month, &day);
    sls_day_civil(published.days.first, &now, &month, &day);
    const int right = meant_year(year, now);
    if (right == 0 || is_centenary(c, year, now))
        return SLS_OK;
    *told = true;
    sls_status status = find(in, c, "date-year", SLS_ERROR, &f);
    if (status != SLS_OK || !f)
        return status;
    status = sls_arena_format(in->arena, &was, "%d", year);
    if (status == SLS_OK)
        status = sls_arena_format(in->arena, &meant, "%d", right);
    if (status != SLS_OK)
        return status;
    sls_finding_argue(f, (sls_arg){ "surface", SLS_ARG_TEXT, c->surface });
    sls_finding_argue(f, (sls_arg){ "year", SLS_ARG_TEXT, was });
    sls_finding_argue(f, (sls_arg){ "meant", SLS_ARG_TEXT, meant });
    return SLS_OK;
}

static sls_status check(checking *in, const sls_claim *c)
{
    bool told = false;
    sls_str first, last;
    sls_edtf e;
    if (c->zone == SLS_ZONE_BOILERPLATE || c->zone == SLS_ZONE_REFERENCE)
        return SLS_OK;
    if (sls_range_is_backwards(c, &first, &last))
        return check_backwards(in, c, first, last);
    if (c->kind != SLS_KIND_DATE)
        return SLS_OK;
    const sls_status read = sls_edtf_read(c->value, &e);
    if (read == SLS_ERANGE && is_impossible(c->value))
        return check_impossible(in, c);
    sls_status status = read == SLS_OK ? check_year(in, c, &e, &told) : SLS_OK;
    if (status == SLS_OK && read == SLS_OK && !told)
        status = check_weekday(in, c, &e);
    return status;
}

sls_status sls_rule_inside(const sls_claim *const *claims, size_t count, sls_arena *arena,
                           sls_arena *scratch, const sls_docket *told, size_t told_count,
                           sls_docket *docket)
{
    checking in = { .arena = arena, .scratch = scratch, .docket = docket };
    sls_status status = SLS_OK;
    sls_map_init(&in.seen, scratch);
    for (size_t i = 0; status == SLS_OK && i < told_count; i++)
        status = skip_slips(&in, &told[i]);
    for (size_t i = 0; status == SLS_OK && i < count; i++)
        status = check(&in, claims[i]);
    return status;
}
