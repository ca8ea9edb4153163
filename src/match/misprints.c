#include "match/misprints.h"

#include "lexicon/counting.h"
#include "match/gates.h"
#include "match/wards.h"
#include "model/digits.h"
#include "model/sense.h"

#include <limits.h>

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
    if (!sls_claim_is_copied(a) || !sls_claim_is_copied(b) ||
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
    if (is_teen(&p, &q) || is_teen(&q, &p))
        return SLS_MISPRINT_SHORT;
    if (x.exponent == y.exponent && (is_first_lost(&p, &q) || is_first_lost(&q, &p)))
        return SLS_MISPRINT_SHORT;
    sls_digits_drop_zeros(&p, &q);
    if (is_ten_lost(&p, &q) || is_ten_lost(&q, &p))
        return SLS_MISPRINT_SHORT;
    if (p.len != q.len || x.exponent != y.exponent)
        return SLS_MISPRINT_NONE;
    if (sls_digits_swapped(&p, &q))
        return p.len >= DIGITS ? SLS_MISPRINT_SURE : SLS_MISPRINT_SHORT;
    return p.len >= DIGITS && sls_digits_changed(&p, &q) ? SLS_MISPRINT_DIGIT : SLS_MISPRINT_NONE;
}

/* What ties two facts that may be one misprinted. */
typedef struct {
    int story; /* likeness of their articles, see sls_story */
    int like;  /* of their sentences */
    int rest;  /* other values of the unit that one article has and the other lacks: the more */
    int differing;
    bool plan;   /* one is planned, and the other is not */
    bool across; /* two languages, of whose sentences names alone can be alike */
} misprint_ties;

/* Whether the ties are strong enough for a misprint of this kind. */
static bool is_tied(sls_misprint misprint, misprint_ties ties)
{
    /* two reports of one event, and nothing else in either that the figure can be */
    if (ties.story >= SLS_MISPRINT_SOLE && ties.rest == 0 && misprint != SLS_MISPRINT_NONE)
        return true;
    switch (misprint) {
    case SLS_MISPRINT_NONE:
        return false;
    case SLS_MISPRINT_DIGIT:
        return (ties.like >= SLS_DIGIT_LIKE
                    ? ties.story >= SLS_DIGIT_STORY
                    : ties.story >= SLS_DIGIT_STORY_ALONE && ties.like >= SLS_MISPRINT_LIKE) &&
               ties.rest <= SLS_MISPRINT_REST && ties.differing == 0;
    case SLS_MISPRINT_SHORT:
        if (ties.plan) /* few digits are soon alike: what is planned is not what is */
            return false;
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

static bool are_of_two_languages(const sls_fact *a, const sls_fact *b)
{
    return !sls_str_eq(a->claim->lang, b->claim->lang);
}

int sls_misprint_floor(int story, const sls_fact *a, const sls_fact *b)
{
    if (story < SLS_DIGIT_STORY)
        return INT_MAX;
    return are_of_two_languages(a, b) || story >= SLS_MISPRINT_SOLE ? 0 : SLS_MISPRINT_LIKE;
}

/* "147,71 juta angkatan kerja", "147,71 juta orang": whether an article gives a number to anything
 * that is counted. */
static bool tells_number(const sls_facts *facts, uint32_t article, const sls_fact *other)
{
    if (sls_unit_is_measure(other->unit) || sls_unit_is_money(other->unit))
        return false;
    for (uint32_t i = facts->first[article], n = 0;
         i < facts->first[article + 1] && n < SLS_TALLY_FACTS; i++, n++)
        if (facts->at[i].rank == other->rank && !facts->at[i].age)
            return true;
    return false;
}

/* Whether both have as many digits before the mark. */
static bool is_as_large(const sls_fact *a, const sls_fact *b)
{
    return a->rank >> SLS_RANK_DIGITS == b->rank >> SLS_RANK_DIGITS;
}

/*
 * Values of the unit that the article of `a` tells besides it, and that of `b` does not, as far as
 * one more than a misprint may have. Beside digits that are swapped for `sure` what has more of
 * them, or fewer, is not meant.
 */
static int rest_of(const sls_facts *facts, const sls_fact *a, const sls_fact *b, bool sure)
{
    const bool any = !sure || !is_as_large(a, b);
    int rest = 0;
    for (uint32_t i = facts->first[a->article], n = 0;
         i < facts->first[a->article + 1] && n < SLS_TALLY_FACTS && rest <= SLS_MISPRINT_REST;
         i++, n++) {
        const sls_fact *const c = &facts->at[i];
        rest += facts->head[i] == i && c->value != a->value && !c->age &&
                (any || is_as_large(c, a)) && sls_str_eq(c->unit, a->unit) &&
                !sls_facts_tell(facts, b->article, c) && !tells_number(facts, b->article, c);
    }
    return rest;
}

bool sls_are_sole(const sls_facts *facts, const sls_fact *a, const sls_fact *b)
{
    return rest_of(facts, a, b, false) == 0 && rest_of(facts, b, a, false) == 0;
}

sls_misprint sls_misprint_find(const sls_pairing *in, const sls_fact *a, const sls_fact *b,
                               int like, int differing)
{
    const sls_misprint misprint = sls_misprint_of(a->claim, b->claim);
    /* one outlet's own figures move by a digit from day to day */
    if (misprint == SLS_MISPRINT_NONE ||
        (misprint == SLS_MISPRINT_DIGIT && sls_str_eq(a->claim->source, b->claim->source)))
        return SLS_MISPRINT_NONE;
    /* two hospitals, two trains, two who stand trial */
    const bool sure = misprint == SLS_MISPRINT_SURE;
    const int x = rest_of(in->facts, a, b, sure), y = rest_of(in->facts, b, a, sure);
    /* names of two languages are spelt in two ways: there nothing else may be told in the unit */
    const bool across = are_of_two_languages(a, b);
    /* and whoever else has a place in a ranking has another */
    const bool alone = x + y == 0 && (across || !a->nth) &&
                       in->likeness >= (across ? SLS_MISPRINT_STORY : SLS_MISPRINT_SOLE);
    if (!alone && sls_names_part(in->roll, a->entry, b->entry))
        return SLS_MISPRINT_NONE;
    const bool plan = (a->claim->state == SLS_PLANNED) != (b->claim->state == SLS_PLANNED);
    const misprint_ties ties = { in->likeness, like, x > y ? x : y, differing, plan, across };
    return is_tied(misprint, ties) ? misprint : SLS_MISPRINT_NONE;
}
