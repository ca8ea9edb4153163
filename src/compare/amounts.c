#include "compare/amounts.h"

#include "base/edtf.h"
#include "compare/sides.h"
#include "compare/thresholds.h"
#include "lexicon/counting.h"
#include "lexicon/lexicon.h"

#include <string.h>

/* When a number held: what its clause says, else when it was published. */
static bool read_time(const sls_claim *claim, sls_interval *out, bool *told)
{
    sls_edtf e;
    const sls_str as_of = claim->as_of;
    *told = sls_claim_is_dated(claim);
    if (!*told && sls_edtf_read(claim->published, &e) == SLS_OK) {
        *out = e.days;
        return true;
    }
    if (sls_edtf_read(as_of, &e) != SLS_OK)
        return false;
    *out = e.days;
    return true;
}

/*
 * Counts of people and things in a role rise as reports come in. A later, larger number
 * supersedes; a later, smaller one contradicts only if such a count cannot fall:
 * the dead do not rise again, prices do fall.
 */
static bool is_toll(const sls_claim *claim)
{
    return sls_lexicon_attribute(SLS_C_ROLE, claim->what, "toll").len > 0;
}

/* Whoever was hurt in a moment is so the day after: fewer are told of then by mistake. */
static bool are_hurt_at_once(const sls_claim *a, const sls_claim *b)
{
    sls_edtf x, y;
    return sls_str_eq(a->what, SLS_STR("injured")) && sls_str_eq(b->what, a->what) &&
           a->bound == SLS_BOUND_EXACT && b->bound == SLS_BOUND_EXACT &&
           !sls_str_eq(a->source, b->source) && sls_edtf_read(a->published, &x) == SLS_OK &&
           sls_edtf_read(b->published, &y) == SLS_OK && sls_interval_gap(x.days, y.days) <= 1;
}

/* Three and four: of few, one more or less is a third. */
static bool are_next_to_each_other(const sls_claim *a, const sls_claim *b)
{
    sls_decimal x, y, apart;
    return sls_decimal_read(a->value, &x) == SLS_OK && sls_decimal_read(b->value, &y) == SLS_OK &&
           sls_decimal_add(x, sls_decimal_neg(y), &apart) == SLS_OK &&
           (sls_decimal_cmp(apart, sls_decimal_of(1)) == 0 ||
            sls_decimal_cmp(apart, sls_decimal_of(-1)) == 0);
}

static bool are_reported_together(const sls_claim *a, const sls_claim *b)
{
    sls_edtf x, y;
    return sls_edtf_read(a->published, &x) == SLS_OK && sls_edtf_read(b->published, &y) == SLS_OK &&
           sls_interval_gap(x.days, y.days) <= SLS_NEAR_REPORT_DAYS;
}

/* <0 when a is told of an earlier time than b, >0 of a later one, 0 when they can be one time. */
static int order_in_time(const sls_claim *a, const sls_claim *b)
{
    sls_interval x, y;
    bool told_a, told_b;
    if (!read_time(a, &x, &told_a) || !read_time(b, &y, &told_b))
        return 0;
    if (((!told_a && !told_b) || ((!told_a || !told_b) && !sls_unit_is_quoted(a->unit))) &&
        !sls_counts_role(a->what, a->unit) && !sls_counts_role(b->what, b->unit) &&
        are_reported_together(a, b))
        return 0;
    return x.last < y.first ? -1 : y.last < x.first;
}

/* Two texts without a date are aligned word by word: there, values far apart conflict as well. */
static bool is_fragment(const sls_claim *a, const sls_claim *b)
{
    return a->published.len == 0 && b->published.len == 0 && !sls_str_eq(a->article, b->article);
}

/*
 * Whether no time between them explains two numbers: nobody is a year older a day later, and a slip
 * of the pen is no growth, but where counts of one day's reports may have grown overnight.
 */
static bool is_of_one_time(const sls_claim *a, const sls_claim *b, const sls_pair *pair, bool slip)
{
    if (!are_reported_together(a, b))
        return false;
    if (pair->score >= SLS_SCORE_SLIP && sls_str_eq(a->unit, SLS_STR("year")))
        return true;
    const bool counted = sls_unit_is_quoted(a->unit) || sls_counts_role(a->what, a->unit) ||
                         sls_counts_role(b->what, b->unit);
    return slip && (!counted || sls_str_eq(a->published, b->published));
}

/* Fewer a day later, by swapped digits, or a tenth: no count falls so, and no price. */
static bool is_misprint_of_days(const sls_numbers_outcome *numbers, const sls_claim *a,
                                const sls_claim *b)
{
    return are_reported_together(a, b) &&
           (!sls_unit_is_quoted(a->unit) || strcmp(numbers->slip, "slip-scale") == 0 ||
            strcmp(numbers->slip, "slip-shift") == 0);
}

/* A sentence is one's own: that two of them are far apart makes it no other's. */
static bool is_of_one_person(const sls_pair *pair, const sls_claim *claim)
{
    const sls_str event = sls_what_event(claim->what);
    for (size_t i = 0; i < pair->terms.count; i++)
        if (pair->terms.at[i].name == SLS_TERM_PARTICIPANTS && pair->terms.at[i].points > 0)
            return sls_lexicon_attribute_is(SLS_C_EVENT, event, "tie", "person");
    return false;
}

/* Nearly the same digits, or any in the same sentence: nothing but a slip parts them. */
static bool is_misprint(const sls_pair *pair)
{
    return sls_terms_have(&pair->terms, SLS_TERM_DIGITS) ||
           sls_terms_have(&pair->terms, SLS_TERM_TWIN);
}

static bool weigh_number_conflict(const sls_numbers_outcome *numbers, const sls_pair *pair,
                                  sls_ruling *r)
{
    const sls_claim *const a = r->a, *const b = r->b;
    const bool alike = is_misprint(pair);
    const bool swap = alike && numbers->brief;
    const bool slip = swap || strcmp(numbers->slip, "slip-none") != 0;
    const int points = swap ? SLS_POINTS_SLIP : numbers->points;
    const bool digits = sls_terms_have(&pair->terms, SLS_TERM_DIGITS);
    const int time = is_of_one_time(a, b, pair, slip || digits) ? 0 : order_in_time(a, b);
    /* digits that a slip explains say more than how far they put the values apart */
    if (slip || points > 0 || !alike)
        sls_ruling_weigh(r, slip ? SLS_TERM_SLIP : SLS_TERM_RATIO,
                         !slip && is_of_one_person(pair, a) ? points / 2 : points);
    r->rule = "number-conflict";
    r->verdict = SLS_CONFLICT;
    r->severity = SLS_WARNING;
    if (time != 0 && (time < 0) == !numbers->a_over) {
        r->rule = "number-growth";
        r->verdict = SLS_SUPERSEDED;
        r->severity = SLS_NOTE;
        return true;
    }
    const bool near = numbers->points >= SLS_POINTS_QUARTER || are_next_to_each_other(a, b);
    const bool hurt = near && are_hurt_at_once(a, b);
    if (time != 0 && !is_toll(a) && !hurt && !(alike && is_misprint_of_days(numbers, a, b)))
        return false;
    /* What is planned may come otherwise; a slip of the pen is one even in a plan. */
    const bool plan = (a->state == SLS_PLANNED) != (b->state == SLS_PLANNED);
    const bool copied = sls_terms_points(&pair->terms, SLS_TERM_COMPANY) >= SLS_COMPANY_COPIED;
    if (plan && !slip && !copied && !alike && (a->ordinal.len == 0 || b->ordinal.len == 0))
        return false;
    if (!sls_are_asserted(a, b))
        r->verdict = SLS_POSSIBLE;
    const bool speakers =
        a->speaker.len > 0 && b->speaker.len > 0 && !sls_str_eq(a->speaker, b->speaker);
    const bool aged = pair->score >= SLS_SCORE_SLIP && sls_str_eq(a->unit, SLS_STR("year"));
    /* two who speak may count two ways; a slip of the pen is the writer's, and an age one's own */
    if ((speakers && !slip && !alike && !aged) || r->score < SLS_SCORE_NUMBER) {
        r->verdict = SLS_POSSIBLE;
        r->severity = SLS_NOTE;
        return r->score >= SLS_SCORE_DATE;
    }
    if (pair->score >= SLS_SCORE_SLIP && sls_are_asserted(a, b) && sls_claim_is_bare_years(a) &&
        sls_claim_is_bare_years(b))
        r->severity = SLS_ERROR;
    if (slip && r->score >= SLS_SCORE_SLIP && sls_are_asserted(a, b))
        r->severity = SLS_ERROR;
    return true;
}

/* 800,000 and 850,000: apart only where neither is read loosely, and no decimals are cut. */
static bool is_near(const sls_numbers_outcome *numbers, const sls_claim *a, const sls_claim *b)
{
    return numbers->relation == SLS_NUMBERS_SILENT && numbers->points == 0 &&
           sls_str_find_byte(a->value, '.') == SIZE_MAX &&
           sls_str_find_byte(b->value, '.') == SIZE_MAX;
}

/*
 * The dead or injured of one event by two reports: two and three. Of few nothing but the alignment
 * tells that they are one count.
 */
static bool is_small_toll(const sls_claim *a, const sls_claim *b, const sls_pair *pair)
{
    return sls_str_eq(a->what, b->what) && pair->score >= SLS_SCORE_TOLL &&
           sls_lexicon_attribute(SLS_C_ROLE, a->what, "counts").len > 0;
}

bool sls_rule_amounts(sls_numbers_outcome numbers, const sls_pair *pair, sls_ruling *r)
{
    /* digits that a slip parts, and ages of one name, are of one thing however far apart */
    const bool alike = is_misprint(pair) ||
                       (pair->score >= SLS_SCORE_SLIP && sls_claim_is_bare_years(r->a) &&
                        sls_claim_is_bare_years(r->b)) ||
                       (pair->score >= SLS_SCORE_ERROR && is_of_one_person(pair, r->a));
    if (numbers.apart && ((alike && numbers.relation != SLS_NUMBERS_CONFLICT) ||
                          (is_fragment(r->a, r->b) && pair->score >= SLS_SCORE_ERROR))) {
        numbers.relation = SLS_NUMBERS_CONFLICT;
        numbers.points = 0;
    }
    /* who copies a list of figures, or a sentence, rounds none of them */
    if ((sls_terms_have(&pair->terms, SLS_TERM_TWIN) ||
         sls_terms_points(&pair->terms, SLS_TERM_COMPANY) >= SLS_COMPANY_COPIED) &&
        (!numbers.apart || is_near(&numbers, r->a, r->b)) &&
        sls_numbers_are_unrounded(r->a, r->b)) {
        numbers.relation = SLS_NUMBERS_CONFLICT;
        numbers.points = 0;
    }
    if (numbers.apart && numbers.relation == SLS_NUMBERS_SILENT && is_small_toll(r->a, r->b, pair))
        numbers.relation = SLS_NUMBERS_CONFLICT;
    switch (numbers.relation) {
    case SLS_NUMBERS_SILENT:
        return false;
    case SLS_NUMBERS_AGREE:
        r->rule = "number-agree";
        r->verdict = SLS_AGREE;
        return !sls_is_repetition(r->a, r->b);
    case SLS_NUMBERS_REFINE:
        r->rule = "number-refine";
        r->verdict = SLS_REFINE;
        return !sls_is_repetition(r->a, r->b);
    case SLS_NUMBERS_CONFLICT:
        return weigh_number_conflict(&numbers, pair, r);
    }
    return false;
}
