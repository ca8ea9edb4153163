#include "match/days.h"

#include "base/ascii.h"
#include "lexicon/lexicon.h"
#include "match/align.h"
#include "match/common.h"
#include "match/company.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "match/places.h"
#include "match/wards.h"
#include "match/weights.h"
#include "model/digits.h"
#include "model/sense.h"
#include "model/stance.h"
#include "model/term.h"

enum {
    YEAR_DIGITS = 4,
    MONTH_LEAST = 28,      /* days of a month, at least */
    MONTH_SLACK = 3,       /* days by which months, and years, differ in length */
    YEAR_LEAST = 364,      /* days from the first of a year to its last, at least */
    CENTURY_LEAST = 36500, /* days of a century, at least */
    WORD_BYTES = 64        /* of a longer word the first ones count */
};

static bool is_day(const sls_fact *f)
{
    return f->readable && f->days.first == f->days.last && !sls_claim_tells_clock(f->claim);
}

/* Whether the day of the month stands there: not in "Monday", nor in "100 days ago". */
static bool has_number(const sls_fact *f)
{
    const sls_str text = f->claim->surface;
    int year, month, day, number = 0;
    sls_day_civil(f->days.first, &year, &month, &day);
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && sls_is_digit(text.ptr[i])) {
            number = number < 1000 ? number * 10 + (text.ptr[i] - '0') : number;
            continue;
        }
        if (number == day)
            return true;
        number = 0;
    }
    return false;
}

/* A day that is written out. */
static bool is_written(const sls_fact *f)
{
    return is_day(f) && f->claim->state == SLS_ASSERTED && has_number(f) && f->has_published &&
           f->days.first <= f->published.last;
}

static bool is_seldom(const sls_fact *f)
{
    return f->recurrence != SLS_UNIQUE &&
           (f->recurrence != SLS_REPEAT || (f->span > 0 && f->span <= SLS_DAYS_SPAN));
}

/* Whether both date one event that comes seldom. */
static bool is_one_event(const sls_fact *a, const sls_fact *b)
{
    return a->event.len > 0 && sls_str_eq(a->event, b->event) && is_seldom(a);
}

/* Whether one is the other with a digit lost, both swapped or the first another, or the day before.
 */
static bool are_like(int a, int b)
{
    const int low = a < b ? a : b, high = a < b ? b : a;
    if (high - low == 1 || high - low == 10 || high - low == 20)
        return true;
    if (low < 10)
        return high / 10 == low || high % 10 == low;
    return high / 10 == low % 10 && high % 10 == low / 10;
}

/* Whether the year is written: else the reader takes the nearest. */
static bool has_year(const sls_fact *f)
{
    size_t digits = 0;
    for (size_t i = 0; i < f->claim->surface.len && digits < YEAR_DIGITS; i++)
        digits = sls_is_digit(f->claim->surface.ptr[i]) ? digits + 1 : 0;
    return digits == YEAR_DIGITS;
}

/* Whether a slip of the pen parts two years, and not an anniversary. */
static bool are_years_alike(int a, int b)
{
    const int apart = a < b ? b - a : a - b;
    const sls_digits x = sls_digits_of(sls_decimal_of(a)), y = sls_digits_of(sls_decimal_of(b));
    return apart == 1 || sls_digits_swapped(&x, &y) || sls_digits_changed(&x, &y);
}

/* Whether one of year, month and day differs, and a year or day as a slip of the pen does. */
static bool is_slip(const sls_fact *a, const sls_fact *b)
{
    int year[2], month[2], day[2];
    sls_day_civil(a->days.first, &year[0], &month[0], &day[0]);
    sls_day_civil(b->days.first, &year[1], &month[1], &day[1]);
    const bool y = year[0] != year[1], m = month[0] != month[1], d = day[0] != day[1];
    return y + m + d == 1 &&
           (!y || (has_year(a) && has_year(b) && are_years_alike(year[0], year[1]))) &&
           (!d || are_like(day[0], day[1]));
}

/* Whether an article has another day for the `event`, or any date that is the day of `other`. */
static bool knows(const sls_pairing *in, const sls_fact *own, const sls_fact *other, bool event)
{
    for (uint32_t i = in->facts->first[own->article]; i < in->facts->first[own->article + 1]; i++) {
        const sls_fact *const f = &in->facts->at[i];
        if (!f->readable || sls_interval_relate(f->days, other->days) == SLS_SAME)
            return true;
        if (event && is_day(f) && sls_str_eq(f->event, own->event) &&
            sls_interval_relate(f->days, own->days) != SLS_SAME)
            return true;
    }
    return false;
}

/*
 * A night has two dates, and a session two days: one day apart is told of one thing where it comes
 * but once in years, or where another figure of the sentences agrees.
 */
static bool may_be_next(const sls_pairing *in, const sls_fact *a, const sls_fact *b, int likeness)
{
    return sls_interval_gap(a->days, b->days) > 1 || a->span >= SLS_DAYS_TELLING ||
           (likeness >= SLS_DAYS_NEXT && sls_company_of(in->roll, a->entry, b->entry).figures > 0);
}

/*
 * Of events that are read apart ("the fire that destroyed the market", "accused of starting the
 * fire of 19 May") the figures beside the days tell that it is one, and the words.
 */
static bool is_told_alike(const sls_pairing *in, const sls_fact *a, const sls_fact *b, int likeness)
{
    const sls_company company = sls_company_of(in->roll, a->entry, b->entry);
    return likeness >= SLS_DAYS_ALIKE && company.figures > 0 &&
           sls_interval_gap(a->days, b->days) > 1;
}

/* Whether more than the day of the month is written: else the reader takes the nearest month. */
static bool has_month(const sls_fact *f)
{
    sls_str rest = f->claim->surface;
    char folded[WORD_BYTES];
    sls_lang lang;
    size_t n;
    if (sls_str_find_byte(rest, '/') != SIZE_MAX || sls_lang_of(f->claim->lang, &lang) != SLS_OK)
        return true;
    while ((n = sls_next_word(&rest, folded, sizeof folded)) > 0)
        if (sls_form_is(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_MONTH))
            return true;
    return false;
}

/* Whether the years, months or days of two dates differ as a slip of the pen does. */
static bool is_slip_of_any(const sls_fact *a, const sls_fact *b)
{
    int year[2], month[2], day[2];
    const int64_t length = (int64_t)a->days.last - a->days.first;
    if ((int64_t)b->days.last - b->days.first > length + MONTH_SLACK ||
        length > (int64_t)b->days.last - b->days.first + MONTH_SLACK)
        return false;
    sls_day_civil(a->days.first, &year[0], &month[0], &day[0]);
    sls_day_civil(b->days.first, &year[1], &month[1], &day[1]);
    if (length == 0)
        return has_number(a) && has_number(b) && has_month(a) && has_month(b) && is_slip(a, b);
    if (length > CENTURY_LEAST)
        return true;
    if (year[0] == year[1])
        return month[0] != month[1] && day[0] == 1 && day[1] == 1;
    const sls_digits x = sls_digits_of(sls_decimal_of(year[0])),
                     y = sls_digits_of(sls_decimal_of(year[1]));
    return month[0] == month[1] && has_year(a) && has_year(b) &&
           (sls_digits_swapped(&x, &y) || sls_digits_changed(&x, &y));
}

/* Whether the date is of a thing that happened or will, the `next` too, and not of the report. */
static bool is_of_event(const sls_fact *f, bool object, bool next)
{
    const bool seldom = f->recurrence == SLS_ONCE || f->recurrence == SLS_RARE;
    return f->readable && (f->event.len > 0 || next) && !sls_claim_tells_clock(f->claim) &&
           (seldom || object) && f->days.first != SLS_DAY_OPEN_PAST &&
           f->days.last != SLS_DAY_OPEN_FUTURE && f->has_published &&
           sls_interval_gap(f->days, f->published) > 0;
}

/* "Will visit on 8 June", "on June 18": the next one is meant, however often it happens. */
static bool is_next(const sls_fact *a, const sls_fact *b)
{
    return a->claim->state == SLS_PLANNED && b->claim->state == SLS_PLANNED &&
           a->features.persons > 0 && b->features.persons > 0;
}

/* One event, as far as it is read: what is planned may be told by two verbs of two languages. */
static bool may_be_one_event(const sls_fact *a, const sls_fact *b)
{
    return sls_str_eq(a->event, b->event) ||
           (is_next(a, b) && (a->event.len == 0 || b->event.len == 0 ||
                              !sls_str_eq(a->claim->lang, b->claim->lang)));
}

/* "Varga, 71, made the discovery in 1987": a figure of both sentences tells that it is one. */
static bool share_figure(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    return a->event.len > 0 && sls_str_eq(a->event, b->event) && a->days.first != b->days.first &&
           sls_company_of(in->roll, a->entry, b->entry).figures > 0;
}

/* The one date of an event that each of two short reports tells, whenever it is. */
static bool may_be_lone(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_str x = a->claim->object, y = b->claim->object;
    if (in->likeness < SLS_MISPRINT_STORY)
        return false;
    const bool next = is_next(a, b);
    const bool object = (x.len > 0 && sls_str_eq(x, y)) || next || share_figure(in, a, b);
    return may_be_one_event(a, b) && (x.len == 0 || y.len == 0 || object) &&
           is_of_event(a, object, next) && is_of_event(b, object, next) &&
           !sls_str_eq(a->claim->source, b->claim->source) && a->claim->state == b->claim->state &&
           is_slip_of_any(a, b);
}

/*
 * Whether neither names persons of whom the other names none, nor knows the other's date; of `one`
 * event nor has another day for it.
 */
static bool may_be_one(const sls_pairing *in, const sls_fact *a, const sls_fact *b,
                       const sls_overlap *shared, bool one)
{
    return !sls_facts_persons_part(a, b, shared) && !knows(in, a, b, one) && !knows(in, b, a, one);
}

/* A chronicle or a table of days: which of them is meant cannot be told, and is dear to ask. */
static bool is_chronicle(const sls_pairing *in, const sls_fact *f)
{
    return sls_pairing_count(in, f->article) > SLS_DAYS_MOST;
}

/* Whether the article dates nothing else to a day but what was said. */
static bool is_only_day(const sls_pairing *in, const sls_fact *own)
{
    for (uint32_t i = in->facts->first[own->article]; i < in->facts->first[own->article + 1]; i++) {
        const sls_fact *const f = &in->facts->at[i];
        if (is_day(f) && !sls_str_eq(f->event, SLS_STR("say")) && f->days.first != own->days.first)
            return false;
    }
    return true;
}

static bool is_disaster(sls_str event)
{
    const sls_str family = sls_lexicon_attribute(SLS_C_HAPPENING, event, "family");
    return family.len > 0 && !sls_str_eq(family, SLS_STR("told"));
}

/*
 * Two short reports that date one thing each: "menolak kasasi pada 17 Juli", "kasasi ditolak pada
 * 18 Juli", "memvonis", "putusan dibacakan". Two floods of a town differ in their figures.
 */
static bool is_sole(const sls_pairing *in, const sls_fact *a, const sls_fact *b, int likeness)
{
    const sls_str object = a->claim->object, say = SLS_STR("say");
    const bool same = object.len > 0 && sls_str_eq(object, b->claim->object);
    if (in->likeness < SLS_DAYS_SOLE_STORY || likeness < (same ? SLS_SHORT_LIKE : SLS_DAYS_SOLE) ||
        sls_interval_gap(a->published, b->published) > 0 || sls_str_eq(a->event, say) ||
        sls_str_eq(b->event, say) || sls_str_eq(a->claim->source, b->claim->source) ||
        sls_names_part(in->roll, a->entry, b->entry) || !is_only_day(in, a) || !is_only_day(in, b))
        return false;
    const sls_common common = sls_common_of(in->roll, a->article, b->article);
    const bool disaster = is_disaster(a->event) || is_disaster(b->event);
    return common.differing == 0 && (common.shared > 0 || !disaster);
}

sls_str sls_claim_daypart(const sls_claim *c)
{
    sls_str rest = c->surface;
    char folded[WORD_BYTES];
    sls_lang lang;
    size_t n;
    if (sls_lang_of(c->lang, &lang) != SLS_OK)
        return (sls_str){ 0 };
    while ((n = sls_next_word(&rest, folded, sizeof folded)) > 0) {
        const sls_str part =
            sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_DAYPART);
        if (part.len > 0)
            return part;
    }
    return (sls_str){ 0 };
}

/* A day of the week before the report, by its name. */
static bool is_weekday(const sls_fact *f)
{
    return is_day(f) && f->claim->weekday > 0 && f->claim->state == SLS_ASSERTED &&
           f->has_published && f->days.first <= f->published.last &&
           f->published.last - f->days.first <= SLS_DAYS_WEEK;
}

/* Whether both tell of one thing that befell somebody, or something, by whatever verb. */
static bool may_be_one_happening(const sls_fact *a, const sls_fact *b)
{
    const uint64_t kinds = sls_kinds_told(a->claim).families & sls_kinds_told(b->claim).families;
    return sls_str_eq(a->event, b->event) || kinds != 0 ||
           (sls_lexicon_attribute(SLS_C_HAPPENING, a->event, "family").len > 0 &&
            sls_lexicon_attribute(SLS_C_HAPPENING, b->event, "family").len > 0);
}

/*
 * "Rabu (14/8/2024) malam", "Kamis malam": two days of one week, of two reports that date one thing
 * each and tell the same besides. A night has two dates, and so has a day in two countries.
 */
static bool is_other_weekday(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const sls_str say = SLS_STR("say");
    if (in->likeness < SLS_DAYS_SOLE_STORY || !is_weekday(a) || !is_weekday(b) ||
        a->days.first == b->days.first || !may_be_one_happening(a, b) ||
        !sls_str_eq(x->lang, y->lang) || sls_str_eq(x->source, y->source) ||
        sls_interval_gap(a->published, b->published) > 0 || sls_str_eq(a->event, say) ||
        sls_str_eq(b->event, say) || !sls_str_eq(sls_claim_daypart(x), sls_claim_daypart(y)) ||
        !is_only_day(in, a) || !is_only_day(in, b))
        return false;
    const sls_common common = sls_common_of(in->roll, a->article, b->article);
    return common.differing == 0 && common.shared >= SLS_DAYS_TIES;
}

/* Months are told of what has several: surveys, editions. */
static bool is_day_or_year(const sls_fact *f)
{
    const int64_t length = (int64_t)f->days.last - f->days.first;
    return length == 0 || (length >= YEAR_LEAST && length <= YEAR_LEAST + 1);
}

/* "Berdiri sejak 1887": the year, or the day, in which it began. */
static sls_fact beginning_of(const sls_fact *f)
{
    sls_fact out = *f;
    int year, month, day;
    if (f->days.last != SLS_DAY_OPEN_FUTURE || f->days.first == SLS_DAY_OPEN_PAST)
        return out;
    out.days.last = out.days.first;
    sls_day_civil(f->days.first, &year, &month, &day);
    if (month == 1 && day == 1 && !has_month(f))
        out.days.last += YEAR_LEAST;
    return out;
}

/*
 * "Dibuka pada 14 Juli", "pada 14 Juni": one day in two months or years, or years that a slip
 * parts, of reports that are alike in all else, are of one thing by whatever verb.
 */
static bool is_moved(const sls_pairing *in, const sls_fact *a, const sls_fact *b, int likeness)
{
    int year[2], month[2], day[2];
    if (in->likeness < SLS_DAYS_MOVED_STORY || likeness < SLS_MISPRINT_LIKE ||
        sls_str_eq(a->claim->source, b->claim->source))
        return false;
    const sls_fact x = beginning_of(a), y = beginning_of(b);
    if (!is_slip_of_any(&x, &y) || !is_day_or_year(&x) ||
        sls_names_part(in->roll, a->entry, b->entry))
        return false;
    sls_day_civil(x.days.first, &year[0], &month[0], &day[0]);
    sls_day_civil(y.days.first, &year[1], &month[1], &day[1]);
    if (day[0] != day[1])
        return false;
    /* the same day of the same month of long ago is hardly told of two things */
    return likeness >= SLS_SHORT_LIKE || (year[0] != year[1] && is_day(&x));
}

/* A day after that of the report, which no other sentence of the article tells another. */
static bool is_only_coming(const sls_pairing *in, const sls_fact *own)
{
    if (!is_day(own) || !own->has_published || own->days.first <= own->published.last ||
        !has_number(own) || !has_month(own))
        return false;
    for (uint32_t i = in->facts->first[own->article]; i < in->facts->first[own->article + 1]; i++) {
        const sls_fact *const f = &in->facts->at[i];
        if (f->readable && f->days.first > own->published.last && f->days.first != own->days.first)
            return false;
    }
    return true;
}

/* "Beroperasi pada 26 Agustus", "28 Agustus": the one day ahead of two reports alike in all else.
 */
static bool is_coming(const sls_pairing *in, const sls_fact *a, const sls_fact *b, int likeness)
{
    return in->likeness >= SLS_MISPRINT_SOLE &&
           likeness >= (is_slip(a, b) ? SLS_MISPRINT_LIKE : SLS_SHORT_LIKE) &&
           !sls_str_eq(a->claim->source, b->claim->source) &&
           sls_interval_gap(a->published, b->published) <= 0 &&
           sls_interval_gap(a->days, b->days) < MONTH_LEAST && is_only_coming(in, a) &&
           is_only_coming(in, b) && !sls_names_part(in->roll, a->entry, b->entry);
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_str x = a->claim->ordinal, y = b->claim->ordinal;
    if (is_chronicle(in, a) || is_chronicle(in, b))
        return;
    /* what most pairs fail is asked first */
    const bool written = is_written(a) && is_written(b) && is_slip(a, b);
    const bool alone = may_be_lone(in, a, b);
    const bool tied = in->likeness >= SLS_DAYS_MOVED_STORY && a->value != b->value && a->readable &&
                      b->readable && !sls_claim_tells_clock(a->claim) &&
                      !sls_claim_tells_clock(b->claim);
    if ((!written && !alone && !tied) || sls_facts_place(a, b) == SLS_PLACES_APART ||
        sls_stance_parts(a->claim, b->claim) || (x.len > 0 && y.len > 0 && !sls_str_eq(x, y)))
        return;
    const sls_overlap shared = sls_features_compare(&a->features, &b->features);
    const int likeness = sls_likeness(a, b, &shared);
    const bool lone =
        alone && likeness >= SLS_SHORT_LIKE && !sls_names_part(in->roll, a->entry, b->entry);
    const bool one = is_one_event(a, b);
    const bool told =
        written && (one ? likeness >= SLS_DAYS_FLOOR && may_be_next(in, a, b, likeness)
                        : is_told_alike(in, a, b, likeness));
    const bool sole = written && is_sole(in, a, b, likeness);
    const bool moved = tied && (is_moved(in, a, b, likeness) || is_coming(in, a, b, likeness));
    const bool other = tied && is_other_weekday(in, a, b);
    if ((!lone && !told && !sole && !moved && !other) ||
        !may_be_one(in, a, b, &shared, lone || one))
        return;
    sls_terms_add(terms, SLS_TERM_START, SLS_DAYS_SCORE);
    sls_terms_add(terms, SLS_TERM_LIKENESS, likeness / 4);
    sls_terms_add(terms, SLS_TERM_DIGITS, lone || moved ? SLS_TALLY_MISPRINT : 0);
}

sls_status sls_days_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                         sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_DATED, score, arena, links);
}
