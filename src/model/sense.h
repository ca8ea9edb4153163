/*
 * sense.h - what the cells of a claim say when they are taken apart.
 *
 *     what "sign:treaty" -> event "sign"; what "governor@bali" -> office "governor"
 *     as_of "2024-06-19~" -> inferred, not dated by the clause itself
 *
 * Every function is pure; what it returns points into the claim.
 */
#ifndef SLS_MODEL_SENSE_H
#define SLS_MODEL_SENSE_H

#include "base/ascii.h"
#include "base/decimal.h"
#include <selisih/claim.h>

/* What stands before the object. */
static inline sls_str sls_what_event(sls_str what)
{
    return sls_str_slice(what, 0, sls_str_find_byte(what, ':'));
}

/* What stands before the scope. */
static inline sls_str sls_what_office(sls_str what)
{
    return sls_str_slice(what, 0, sls_str_find_byte(what, '@'));
}

/* The office that a deputy's is of: "speaker" of "deputy-speaker", else the office itself. */
static inline sls_str sls_office_chief(sls_str office)
{
    const sls_str deputy = SLS_STR("deputy-"), vice = SLS_STR("vice-");
    const bool either = sls_str_starts(office, deputy);
    if (!either && !sls_str_starts(office, vice))
        return office;
    return sls_str_slice(office, either ? deputy.len : vice.len, office.len);
}

/* Whether a group of that `what` holds one person's offices, ranks or places: "@RU", "rank@RU",
 * "place@mayor", "deputy@RU". */
static inline bool sls_what_is_of_offices(sls_str what)
{
    return sls_str_starts(what, SLS_STR("@")) || sls_str_starts(what, SLS_STR("rank@")) ||
           sls_str_starts(what, SLS_STR("place@")) || sls_str_starts(what, SLS_STR("deputy@"));
}

/* The event of the claim's clause, else of what it is about. */
static inline sls_str sls_claim_event(const sls_claim *claim)
{
    return claim->event.len > 0 ? claim->event : sls_what_event(claim->what);
}

/* Whether the clause itself tells the time; an inferred one ends in '~'. */
static inline bool sls_claim_is_dated(const sls_claim *claim)
{
    return claim->as_of.len > 0 && claim->as_of.ptr[claim->as_of.len - 1] != '~';
}

/* The claim's outlet, or its article where the outlet is unknown. */
static inline sls_str sls_claim_outlet(const sls_claim *claim)
{
    return claim->source.len > 0 ? claim->source : claim->article;
}

/* Whether it stands in a title apart from the text. */
static inline bool sls_claim_is_titled(const sls_claim *claim)
{
    return claim->sentence < 0;
}

/* Whether a date tells a time of day. */
static inline bool sls_claim_tells_clock(const sls_claim *claim)
{
    return sls_str_find_byte(claim->value, 'T') != SIZE_MAX;
}

/* Whether it is years in figures alone, as an age beside a name is: "(39)". */
static inline bool sls_claim_is_bare_years(const sls_claim *claim)
{
    for (size_t i = 0; i < claim->surface.len; i++)
        if (!sls_is_digit(claim->surface.ptr[i]))
            return false;
    return claim->kind == SLS_KIND_QUANTITY && sls_str_eq(claim->unit, SLS_STR("year"));
}

/* Whether a number is copied digit by digit, if only as an estimate; a bound is rounded. */
static inline bool sls_claim_is_told_whole(const sls_claim *claim)
{
    return claim->bound == SLS_BOUND_EXACT || claim->bound == SLS_BOUND_ABOUT;
}

/* Whether it is, or a bound of so many digits that it was copied: "sedikitnya 2.053 orang". */
static inline bool sls_claim_is_copied(const sls_claim *claim)
{
    sls_decimal value;
    return sls_claim_is_told_whole(claim) ||
           (claim->bound != SLS_BOUND_MAGNITUDE &&
            sls_decimal_read(claim->value, &value) == SLS_OK && value.coefficient >= 100);
}

/* Whether both give one value in one unit, of whatever. */
static inline bool sls_claims_say_one_value(const sls_claim *a, const sls_claim *b)
{
    return a->kind == b->kind && sls_str_eq(a->value, b->value) && sls_str_eq(a->unit, b->unit);
}

/* Zones that another hand wrote than the body's. */
static inline bool sls_zone_is_display(sls_zone zone)
{
    return zone == SLS_ZONE_HEADLINE || zone == SLS_ZONE_CAPTION;
}

#endif
