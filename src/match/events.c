#include "match/align.h"

#include "base/ascii.h"
#include "match/places.h"
#include "model/term.h"

/* Reports of one event come within days of each other. */
#define CLOSE_DAYS 3
/* "Last night", in a quotation or written the day before: relative days slip by some. */
#define RELATIVE_DAYS 7
/* A number of its own ("the first visit", "the 75th year") ties reports that are months apart. */
#define ORDINAL_DAYS 366
/* Of 100. Below, two claims of one event and its participants share little else. */
#define LIKENESS_LEAST 30
/*
 * Further apart, two dates of a rare event are two occasions (elections of two years, two days set
 * for Brexit: 8 of 8 in the news sample), a treaty of two countries excepted.
 */
#define CONFLICT_DAYS 92
#define NEWS_DAYS     14
/*
 * One side says what was signed, the other only that it was. An event that the same participants
 * repeat only after a year (sign, join, merge) needs no more than that; others ("begin", "promise")
 * tell nothing without their object.
 */
#define WORDLESS_LEAST 40
#define TELLING_SPAN   365

static bool is_day(sls_interval days)
{
    return days.first == days.last;
}

static bool is_clock(const sls_fact *f)
{
    return sls_str_starts(f->claim->value, SLS_STR("XXXX-XX-XXT"));
}

static bool is_reported_together(const sls_fact *a, const sls_fact *b)
{
    return a->article != b->article && a->has_published && b->has_published &&
           is_day(a->published) && is_day(b->published) &&
           sls_interval_gap(a->published, b->published) <= CLOSE_DAYS;
}

/* A date that is the article's own day dates the saying as a rule: two of them tell nothing. */
static bool is_report_day(const sls_fact *f)
{
    return f->has_published && is_day(f->days) && sls_interval_gap(f->days, f->published) == 0;
}

/* Bytes of the time of day that begins `text`, "18.05": 0 when none does, nor in "19.6.2024". */
static size_t clock_length(sls_str text)
{
    size_t hour = 0;
    while (hour < text.len && sls_is_digit(text.ptr[hour]))
        hour++;
    const size_t end = hour + 3;
    if (hour == 0 || hour > 2 || end > text.len ||
        (text.ptr[hour] != '.' && text.ptr[hour] != ':') || !sls_is_digit(text.ptr[hour + 1]) ||
        !sls_is_digit(text.ptr[hour + 2]))
        return 0;
    const bool more = end < text.len && (sls_is_digit(text.ptr[end]) || text.ptr[end] == '.');
    return more ? 0 : end;
}

/*
 * In speech "kemarin" is any time ago: of 9 such conflicts of the news sample none was one. With
 * an object in common ("signed the treaty last week") they tell something.
 */
static bool is_relative(const sls_claim *claim)
{
    sls_str rest = claim->surface;
    while (rest.len > 0) {
        const size_t clock = clock_length(rest);
        if (clock == 0 && sls_is_digit(rest.ptr[0]))
            return false;
        rest = sls_str_slice(rest, clock > 0 ? clock : 1, rest.len);
    }
    return true;
}

/* Whether something ties both dates to one occasion of the event. */
static bool is_one_occasion(const sls_fact *a, const sls_fact *b)
{
    const int64_t gap = sls_interval_gap(a->days, b->days);
    const sls_str first = a->claim->ordinal, second = b->claim->ordinal;
    if (first.len > 0 && second.len > 0 && !sls_str_eq(first, second))
        return false;
    if (gap > 0 && (is_relative(a->claim) || is_relative(b->claim)) &&
        (gap <= RELATIVE_DAYS || a->claim->object.len == 0))
        return false;
    if (gap > 0 && is_report_day(a) && is_report_day(b))
        return false;
    switch (a->recurrence) {
    case SLS_UNIQUE: /* a war has a beginning, an end and all that lies between */
        return gap <= a->span;
    case SLS_ONCE:
        return true;
    case SLS_RARE:
        return gap <= a->span;
    case SLS_REPEAT:
        break;
    }
    if (a->article == b->article)
        return false;
    if (first.len > 0 && sls_str_eq(first, second))
        return gap <= ORDINAL_DAYS;
    /* Kim and Putin met in 2019 and in 2024: nothing tells which meeting another date belongs to.
     */
    return gap == 0 && is_reported_together(a, b);
}

/* What the two share besides event and occasion; 0 when it is too little. */
static int likeness_of(const sls_fact *a, const sls_fact *b, const sls_overlap *shared, bool object)
{
    const int likeness = sls_likeness(a, b, shared);
    const bool neither = a->claim->object.len + b->claim->object.len == 0;
    if (a->recurrence == SLS_UNIQUE || object)
        return likeness > 0 ? likeness : 1;
    if (neither && likeness >= LIKENESS_LEAST)
        return likeness;
    const bool telling = a->recurrence == SLS_RARE && a->span >= TELLING_SPAN;
    return telling && shared->wordless >= WORDLESS_LEAST ? (likeness > 0 ? likeness : 1) : 0;
}

/* What an article tells as news: dated to the days before it. */
static bool is_news(const sls_fact *f)
{
    return f->has_published && sls_interval_gap(f->days, f->published) <= NEWS_DAYS;
}

/*
 * Whether two dates that have no day in common can be of one thing: much
 * happens to one country or body within a month, many are born in one, and what
 * begins is told by its object alone.
 */
static bool can_conflict(const sls_fact *a, const sls_fact *b, const sls_overlap *shared,
                         bool object)
{
    const bool telling = a->span >= TELLING_SPAN;
    switch (a->recurrence) {
    case SLS_UNIQUE: /* a war, a crisis, a pandemic lasts: 1997 and 1998 are both in it */
        return false;
    case SLS_REPEAT: /* by an ordinal of both, see is_one_occasion */
        return true;
    case SLS_ONCE:
        /* his death is news, hers was years ago */
        if (is_news(a) != is_news(b) && sls_interval_gap(a->days, b->days) > CONFLICT_DAYS)
            return false;
        return a->article != b->article && shared->persons + shared->bodies > 0 &&
               shared->persons == a->features.persons && shared->persons == b->features.persons &&
               shared->bodies == a->features.bodies && shared->bodies == b->features.bodies;
    case SLS_RARE:
        break;
    }
    if (!telling && !object)
        return false;
    const int64_t apart = (int64_t)a->days.first - b->days.first;
    if ((apart > CONFLICT_DAYS || apart < -CONFLICT_DAYS) && shared->countries < 2)
        return false;
    return shared->countries >= 2 || shared->persons >= 1;
}

int sls_align_dates(const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    if (is_clock(a) || is_clock(b)) /* a time without its day: see clocks.h */
        return 0;
    if (!a->readable || !b->readable || a->event.len == 0 || !sls_str_eq(a->event, b->event))
        return 0;
    const bool object = x->object.len > 0 && sls_str_eq(x->object, y->object);
    if (!object && x->object.len > 0 && y->object.len > 0)
        return 0;
    if (!is_one_occasion(a, b) || sls_facts_place(a, b) == SLS_PLACES_APART)
        return 0;
    /* Two dates in one sentence date two things, whatever they are read to date. */
    if (a->article == b->article && x->sentence == y->sentence)
        return 0;
    const sls_overlap shared = sls_features_compare(&a->features, &b->features);
    bool full;
    if (!sls_participants_meet(a, b, &shared, &full) && a->recurrence != SLS_UNIQUE)
        return 0;
    const int likeness = likeness_of(a, b, &shared, object);
    if (likeness == 0)
        return 0;
    if (sls_interval_gap(a->days, b->days) > 0 && !can_conflict(a, b, &shared, object))
        return 0;
    const bool both = shared.countries + shared.persons + shared.bodies >= 2;
    *terms = (sls_terms){ .count = 0 };
    sls_terms_add(terms, SLS_TERM_START, 50);
    sls_terms_add(terms, SLS_TERM_LIKENESS, likeness / 4);
    sls_terms_add(terms, SLS_TERM_OBJECT, object ? 10 : 0);
    sls_terms_add(terms, SLS_TERM_PARTICIPANTS, full ? 10 : both ? 8 : 0);
    sls_terms_add(terms, SLS_TERM_PLACE, shared.places > 0 ? 5 : 0);
    sls_terms_add(terms, SLS_TERM_ONCE, a->recurrence >= SLS_ONCE ? 5 : 0);
    return sls_terms_score(terms);
}
