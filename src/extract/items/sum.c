#include "extract/items/sum.h"

/* The unit in which `d` may still be added to: 20 -> 10, 300 -> 100, 7 -> 1, 12 -> 1, 0.5 -> 0. */
static sls_decimal room_below(sls_decimal d)
{
    if (d.exponent < 0 || d.coefficient == 0)
        return sls_decimal_of(0);
    if (d.coefficient == 1 && d.exponent == 1)
        return sls_decimal_of(1); /* sepuluh dua is no 12 */
    return (sls_decimal){ .coefficient = 1, .exponent = d.exponent };
}

bool sls_sum_add(sls_sum *s, sls_decimal value)
{
    if (s->count == SLS_SUM_PARTS)
        return false;
    if (s->count > 0 && sls_decimal_cmp(value, room_below(s->part[s->count - 1])) >= 0)
        return false;
    s->part[s->count++] = value;
    return true;
}

/* Scales the parts below `scale`: [1000000][200] *1000 -> [1000000][200000]. */
static bool sum_scale(sls_sum *s, sls_decimal scale)
{
    sls_decimal below = sls_decimal_of(0), scaled;
    size_t from = s->count;

    while (from > 0 && sls_decimal_cmp(s->part[from - 1], scale) < 0)
        from--;
    if (from == s->count && s->count > 0 &&
        sls_decimal_cmp(s->part[from - 1], sls_decimal_of(1000)) >= 0 &&
        sls_decimal_cmp(scale, sls_decimal_of(1000)) < 0)
        return false;
    for (size_t i = from; i < s->count; i++)
        if (sls_decimal_add(below, s->part[i], &below) != SLS_OK)
            return false;
    if (below.coefficient == 0)
        below = sls_decimal_of(1);
    if (from == s->count && s->count > 0) { /* seribu triliun: the whole is scaled */
        from = s->count - 1;
        below = s->part[from];
    }
    if (sls_decimal_mul(below, scale, &scaled) != SLS_OK)
        return false;
    s->count = from;
    if (sls_decimal_cmp(scale, sls_decimal_of(1000)) >= 0)
        s->scale = scale;
    return sls_sum_add(s, scaled);
}

static bool sum_teen(sls_sum *s, sls_decimal ten)
{
    if (s->count == 0)
        return false;
    return sls_decimal_cmp(s->part[s->count - 1], sls_decimal_of(9)) <= 0 &&
           sls_decimal_add(s->part[s->count - 1], ten, &s->part[s->count - 1]) == SLS_OK;
}

bool sls_sum_total(const sls_sum *s, sls_decimal *out)
{
    sls_decimal total = sls_decimal_of(0);

    for (size_t i = 0; i < s->count; i++)
        if (sls_decimal_add(total, s->part[i], &total) != SLS_OK)
            return false;
    *out = total;
    return s->count > 0;
}

/* tiga per empat: what is there is divided. */
static bool sum_divide(sls_sum *s, sls_decimal by)
{
    sls_decimal total;

    if (sls_decimal_cmp(by, sls_decimal_of(1)) == 0 || !sls_sum_total(s, &total))
        return false; /* two firsts are no part of one */
    if (sls_decimal_cmp(by, sls_decimal_of(4)) == 0 && sls_decimal_cmp(total, by) >= 0)
        return false; /* eight quarters are two years */
    if (sls_decimal_div(total, by, &total) != SLS_OK)
        return false;
    s->part[0] = total;
    s->count = 1;
    return true;
}

/* The scale whose part a fraction behind it is: "a million" is one word, and a scale as well. */
static sls_decimal scale_of(const sls_sum *s)
{
    const sls_decimal last = s->count > 0 ? s->part[s->count - 1] : sls_decimal_of(0);

    return s->scale.coefficient == 0 && last.coefficient == 1 && last.exponent >= 6 ? last
                                                                                    : s->scale;
}

bool sls_sum_fraction(sls_sum *s, sls_decimal part)
{
    const sls_decimal scale = scale_of(s);
    const bool scaled = scale.coefficient != 0;

    if (s->count == 0 || s->count == SLS_SUM_PARTS || s->part[s->count - 1].exponent < 0 ||
        (scaled && sls_decimal_cmp(s->part[s->count - 1], scale) < 0) ||
        (scaled && sls_decimal_mul(part, scale, &part) != SLS_OK))
        return false;
    s->part[s->count++] = part;
    return true;
}

bool sls_number_word_part(const sls_number_word *w)
{
    return w->op == '=' && w->value.exponent < 0 && w->value.coefficient > 0 &&
           sls_decimal_cmp(w->value, sls_decimal_of(1)) < 0;
}

/* An ordinal ends a number: one hundred + fifth; two + hundredth. */
static bool sum_ordinal(sls_sum *s, sls_decimal value)
{
    s->ordinal = true;
    return sls_decimal_cmp(value, sls_decimal_of(100)) < 0 ? sls_sum_add(s, value)
                                                           : sum_scale(s, value);
}

bool sls_sum_apply(sls_sum *s, const sls_number_word *w)
{
    switch (w->op) {
    case '*':
        return sum_scale(s, w->value);
    case 'x':
        return s->count > 0 && sum_scale(s, w->value);
    case '+':
        return sum_teen(s, w->value);
    case '/':
        return sum_divide(s, w->value);
    case 'o':
        return sum_ordinal(s, w->value);
    case '=':
        return sls_number_word_part(w) && s->count > 0 ? sls_sum_fraction(s, w->value)
                                                       : sls_sum_add(s, w->value);
    default:
        return false;
    }
}
