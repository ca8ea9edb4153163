#include "match/misprints.h"

#include "match/gates.h"
#include "model/digits.h"

enum { DIGITS = 3 }; /* fewer are alike by chance */

/* The same digits in another scale: "Rp4,08" beside "Rp4,08 triliun", 1.21 and 12.1 percent. */
static bool is_moved(sls_decimal a, sls_decimal b, const sls_digits *p, const sls_digits *q)
{
    const int steps = a.exponent > b.exponent ? a.exponent - b.exponent : b.exponent - a.exponent;
    return a.coefficient == b.coefficient && steps > 0 && (steps < DIGITS || steps % 3 == 0) &&
           p->len >= DIGITS && q->len >= DIGITS;
}

sls_misprint sls_misprint_of(const sls_claim *a, const sls_claim *b)
{
    sls_decimal x, y;
    if (a->bound != SLS_BOUND_EXACT || b->bound != SLS_BOUND_EXACT ||
        !sls_str_eq(a->unit, b->unit) || sls_decimal_read(a->value, &x) != SLS_OK ||
        sls_decimal_read(b->value, &y) != SLS_OK || x.coefficient <= 0 || y.coefficient <= 0)
        return SLS_MISPRINT_NONE;
    sls_digits p = sls_digits_of(x), q = sls_digits_of(y);
    if (is_moved(x, y, &p, &q))
        return SLS_MISPRINT_SURE;
    sls_digits_drop_zeros(&p, &q);
    if (p.len != q.len || x.exponent - y.exponent != 0)
        return SLS_MISPRINT_NONE;
    if (sls_digits_swapped(&p, &q))
        return p.len >= DIGITS ? SLS_MISPRINT_SURE : SLS_MISPRINT_SHORT;
    return p.len >= DIGITS && sls_digits_changed(&p, &q) ? SLS_MISPRINT_DIGIT : SLS_MISPRINT_NONE;
}

bool sls_misprint_is_tied(sls_misprint misprint, sls_misprint_ties ties)
{
    switch (misprint) {
    case SLS_MISPRINT_NONE:
        return false;
    case SLS_MISPRINT_DIGIT:
        return ties.story >= SLS_DIGIT_STORY && ties.like >= SLS_DIGIT_LIKE &&
               ties.rest <= SLS_MISPRINT_REST && ties.differing == 0;
    case SLS_MISPRINT_SHORT:
        return ties.story >= SLS_MISPRINT_STORY && ties.like >= SLS_SHORT_LIKE && ties.rest == 0;
    case SLS_MISPRINT_SURE:
        return ties.story >= SLS_MISPRINT_STORY && ties.like >= SLS_MISPRINT_LIKE &&
               ties.rest <= SLS_MISPRINT_REST;
    }
    return false;
}
