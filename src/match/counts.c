#include "match/align.h"

#include "base/ascii.h"
#include "base/edtf.h"
#include "lexicon/lexicon.h"
#include "match/company.h"
#include "match/denials.h"
#include "match/figures.h"
#include "match/places.h"
#include "match/wards.h"
#include "model/sense.h"
#include "model/term.h"

/*
 * Two counts are of one thing only if their times can be the same. Reports of a
 * toll come within days (a later one may have grown: compare decides); an
 * occasion with a number of its own is told for months.
 */
#define TOLL_DAYS    7
#define ORDINAL_DAYS 92
/*
 * Of 100. Of 303 candidate findings read in the news sample, real conflicts lay above 0.3 in six or
 * seven cases of ten, false ones in four of thirty.
 */
#define LIKENESS_LEAST 30
/* Two languages share no words: participants, place and event must fit closely. */
#define WORDLESS_LEAST 50

/* "worker" and "person" count the same people when the lexicon says that one is the other. */
bool sls_units_meet(const sls_fact *a, const sls_fact *b)
{
    if (sls_str_eq(a->unit, b->unit))
        return true;
    return sls_str_eq(a->genus, b->unit) || sls_str_eq(b->genus, a->unit);
}

/* A planned number is compared with planned ones, unless both name one occasion. */
static bool states_meet(const sls_claim *a, const sls_claim *b)
{
    return (a->state == SLS_PLANNED) == (b->state == SLS_PLANNED) || a->ordinal.len > 0;
}

/*
 * Inside one article only a headline or caption is held against the body: two
 * numbers of one body are seldom two values of one thing. The headline names
 * neither participants nor event as a rule, so the counted thing must do.
 */
static int align_display(const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    if (sls_zone_is_display(x->zone) == sls_zone_is_display(y->zone))
        return 0;
    if (a->value != b->value && (x->zone == SLS_ZONE_HEADLINE || y->zone == SLS_ZONE_HEADLINE))
        return 0; /* compare holds a headline against the whole body */
    if (x->what.len > 0 && y->what.len > 0 && !sls_str_eq(x->what, y->what))
        return 0;
    if (a->value != b->value && (x->what.len == 0 || !sls_str_eq(x->what, y->what)))
        return 0;
    sls_terms_add(terms, SLS_TERM_START, a->value == b->value ? 80 : 60);
    return sls_terms_score(terms);
}

/* Whether the subjects of both articles begin with the same country, where both have one. */
static bool subjects_meet(const sls_claim *a, const sls_claim *b)
{
    const sls_str x = sls_str_slice(a->subject, 0, sls_str_find_byte(a->subject, ';'));
    const sls_str y = sls_str_slice(b->subject, 0, sls_str_find_byte(b->subject, ';'));
    if (x.len == 0 || y.len == 0)
        return true;
    return sls_str_list_has(a->subject, y) && sls_str_list_has(b->subject, x);
}

static bool times_meet(const sls_fact *a, const sls_fact *b, bool ordinal)
{
    if (!a->has_when || !b->has_when)
        return ordinal;
    return sls_interval_gap(a->when, b->when) <= (ordinal ? ORDINAL_DAYS : TOLL_DAYS);
}

static bool are_prices_of_two_days(const sls_fact *a, const sls_fact *b)
{
    return sls_figure_moves_daily(a) && sls_figure_moves_daily(b) &&
           sls_interval_gap(a->when, b->when) > 0;
}

int sls_align_quantities(const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    *terms = (sls_terms){ .count = 0 };
    if (!sls_units_meet(a, b) || !states_meet(x, y) || sls_denies_count(x, y))
        return 0;
    if (a->article == b->article)
        return align_display(a, b, terms);
    if (x->what.len == 0 || !sls_str_eq(x->what, y->what))
        return 0;
    const bool ordinal = x->ordinal.len > 0 && sls_str_eq(x->ordinal, y->ordinal);
    if (!ordinal && x->ordinal.len > 0 && y->ordinal.len > 0)
        return 0;
    /* "18 Vietnamese boats, 19 Malaysian, 11 Philippine": which of them is meant is not known. */
    if (a->value != b->value &&
        (a->listed || b->listed || sls_portions_differ(a->portion, b->portion) ||
         sls_quotes_number(x, y) || sls_quotes_number(y, x)))
        return 0;
    if (!times_meet(a, b, ordinal) || are_prices_of_two_days(a, b) ||
        sls_facts_place(a, b) == SLS_PLACES_APART || !subjects_meet(x, y))
        return 0;

    const sls_overlap shared = sls_features_compare(&a->features, &b->features);
    bool full;
    const bool participants = sls_participants_meet(a, b, &shared, &full);
    const bool named = x->entities.len > 0 && y->entities.len > 0;
    if (!participants && (named || shared.places == 0))
        return 0;
    const int likeness = sls_likeness(a, b, &shared);
    const int least = sls_str_eq(x->lang, y->lang) ? LIKENESS_LEAST : WORDLESS_LEAST;
    if ((likeness < least && !ordinal) || (a->value != b->value && sls_wards_part(x, y)))
        return 0;
    sls_terms_add(terms, SLS_TERM_START, 30);
    sls_terms_add(terms, SLS_TERM_LIKENESS, likeness / 2);
    sls_terms_add(terms, SLS_TERM_ORDINAL, ordinal ? 20 : 0);
    sls_terms_add(terms, SLS_TERM_PARTICIPANTS, full ? 10 : 0);
    sls_terms_add(terms, SLS_TERM_PLACE, shared.places > 0 ? 10 : 0);
    return sls_terms_score(terms);
}
