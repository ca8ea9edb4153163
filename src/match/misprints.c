#include "match/misprints.h"

#include "lexicon/counting.h"
#include "match/gates.h"
#include "model/digits.h"
#include "model/sense.h"

enum { DIGITS = 3 }; /* fewer are alike by chance */

/* The same digits in another scale: "Rp4,08" beside "Rp4,08 triliun", 1.21 and 12.1 percent. */
static bool is_moved(sls_decimal a, sls_decimal b, const sls_digits *p, const sls_digits *q)
{
    const int steps = a.exponent > b.exponent ? a.exponent - b.exponent : b.exponent - a.exponent;
    return a.coefficient == b.coefficient && steps > 0 && (steps < DIGITS || steps % 3 == 0) &&
           p->len >= DIGITS && q->len >= DIGITS;
}

/* 15 and 50: "belas" and "puluh", "-teen" and "-ty" are misheard. */
static bool is_teen(const sls_digits *teen, const sls_digits *ten)
{
    return teen->len == 2 && ten->len == 2 && teen->at[0] == '1' && ten->at[1] == '0' &&
           teen->at[1] == ten->at[0] && teen->at[1] != '1';
}

/* 520,684 voters and 520,684 people are counted alike; a mile is no kilometre. */
static bool are_counted_alike(sls_str a, sls_str b)
{
    return sls_str_eq(a, b) || (!sls_unit_is_measure(a) && !sls_unit_is_measure(b) &&
                                !sls_unit_is_money(a) && !sls_unit_is_money(b));
}

/* 8 and 18: further apart, two counts of one unit are two things. */
static bool is_ten_lost(const sls_digits *unit, const sls_digits *teen)
{
    return unit->len == 1 && teen->len == 2 && teen->at[0] == '1' && teen->at[1] == unit->at[0] &&
           unit->at[0] >= '5';
}

/* 1.50 and 1.05, 190 and 109: digits that changed place, one a zero that the value does not keep.
 */
static bool is_zero_swapped(sls_decimal a, sls_decimal b)
{
    sls_decimal few = a.exponent > b.exponent ? a : b;
    const sls_decimal many = a.exponent > b.exponent ? b : a;
    if (few.exponent != many.exponent + 1 || few.coefficient > INT64_MAX / 10)
        return false;
    few.coefficient *= 10;
    few.exponent--;
    const sls_digits p = sls_digits_of(few), q = sls_digits_of(many);
    return p.len >= DIGITS && p.len == q.len && sls_digits_swapped(&p, &q);
}

/* "Tumbuh 0,8 persen" and "minus 0,8 persen"; what fell by 0.8 is minus 0.8. */
static bool is_sign_lost(const sls_claim *plus, sls_decimal p, sls_decimal minus)
{
    return p.coefficient > 0 && p.coefficient == -minus.coefficient &&
           p.exponent == minus.exponent && sls_str_list_has(plus->stance, SLS_STR("rise+"));
}

/* 36 and 136: the first digit lost. */
static bool is_first_lost(const sls_digits *few, const sls_digits *many)
{
    if (few->len < 2 || many->len != few->len + 1 || many->at[0] != '1')
        return false;
    for (size_t i = 0; i < few->len; i++)
        if (few->at[i] != many->at[i + 1])
            return false;
    return true;
}

sls_misprint sls_misprint_of(const sls_claim *a, const sls_claim *b)
{
    sls_decimal x, y;
    if (!sls_claim_is_told_whole(a) || !sls_claim_is_told_whole(b) ||
        !are_counted_alike(a->unit, b->unit) || sls_decimal_read(a->value, &x) != SLS_OK ||
        sls_decimal_read(b->value, &y) != SLS_OK)
        return SLS_MISPRINT_NONE;
    if (is_sign_lost(a, x, y) || is_sign_lost(b, y, x))
        return SLS_MISPRINT_SURE;
    if (x.coefficient <= 0 || y.coefficient <= 0)
        return SLS_MISPRINT_NONE;
    sls_digits p = sls_digits_of(x), q = sls_digits_of(y);
    if (is_moved(x, y, &p, &q) || is_zero_swapped(x, y))
        return SLS_MISPRINT_SURE;
    /* few digits are soon alike: what is planned is not what is */
    const sls_misprint brief = (a->state == SLS_PLANNED) == (b->state == SLS_PLANNED)
                                   ? SLS_MISPRINT_SHORT
                                   : SLS_MISPRINT_NONE;
    if (is_teen(&p, &q) || is_teen(&q, &p))
        return brief;
    if (x.exponent == y.exponent && (is_first_lost(&p, &q) || is_first_lost(&q, &p)))
        return brief;
    sls_digits_drop_zeros(&p, &q);
    if (is_ten_lost(&p, &q) || is_ten_lost(&q, &p))
        return brief;
    if (p.len != q.len || x.exponent != y.exponent)
        return SLS_MISPRINT_NONE;
    if (sls_digits_swapped(&p, &q))
        return p.len >= DIGITS ? SLS_MISPRINT_SURE : brief;
    return p.len >= DIGITS && sls_digits_changed(&p, &q) ? SLS_MISPRINT_DIGIT : SLS_MISPRINT_NONE;
}

bool sls_misprint_is_tied(sls_misprint misprint, sls_misprint_ties ties)
{
    switch (misprint) {
    case SLS_MISPRINT_NONE:
        return false;
    case SLS_MISPRINT_DIGIT:
        return (ties.like >= SLS_DIGIT_LIKE
                    ? ties.story >= SLS_DIGIT_STORY
                    : ties.story >= SLS_DIGIT_STORY_ALONE && ties.like >= SLS_MISPRINT_LIKE) &&
               ties.rest <= SLS_MISPRINT_REST && ties.differing == 0;
    case SLS_MISPRINT_SHORT:
        if (ties.across && ties.story >= SLS_DIGIT_STORY_ALONE && ties.rest == 0)
            return true;
        return (ties.like >= SLS_SHORT_LIKE
                    ? ties.story >= SLS_MISPRINT_STORY
                    : ties.story >= SLS_DIGIT_STORY_ALONE && ties.like >= SLS_MISPRINT_LIKE) &&
               ties.rest == 0;
    case SLS_MISPRINT_SURE:
        if (ties.across && ties.story >= SLS_DIGIT_STORY && ties.rest == 0)
            return true;
        return ties.story >= SLS_MISPRINT_STORY && ties.like >= SLS_MISPRINT_LIKE &&
               ties.rest <= SLS_MISPRINT_REST;
    }
    return false;
}
