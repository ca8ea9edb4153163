#include "compare/tenure.h"

#include "compare/thresholds.h"

int sls_chance_of_change(int64_t days, int32_t mean_days)
{
    /*
     * exp(-x) = (1 - x / 1024)^1024 to a thousandth for x up to 2, by squaring ten
     * times in 30-bit fixed point: the same on every machine, which libm is not.
     */
    const int64_t one = INT64_C(1) << 30;
    if (days <= 0)
        return 0;
    if (days >= (int64_t)mean_days * 8)
        return 1000;
    int64_t rest = one - days * (one >> 10) / mean_days;
    for (int i = 0; i < 10; i++)
        rest = rest * rest >> 30;
    return (int)(1000 - ((rest * 1000 + one / 2) >> 30));
}

static bool is_coarse(const sls_hold *hold)
{
    if (hold->verified)
        return false;
    return hold->vague || (int64_t)hold->when.last - hold->when.first > SLS_COARSE_DAYS;
}

static bool meets(sls_interval a, sls_interval b)
{
    return a.first <= b.last && b.first <= a.last;
}

/*
 * Whether two claims, one beginning no later and another ending no earlier,
 * hold a precise hold between them, not both by their vagueness alone: "in
 * 2023" and "on 16 January 2024" enclose July 2023.
 */
static bool is_bracketed(const sls_hold *hold, const sls_holder *other)
{
    const sls_hold *before = NULL, *after = NULL;
    for (size_t i = 0; i < other->count; i++) {
        const sls_hold *const o = &other->holds[i];
        const bool sure = !is_coarse(o) || !meets(o->when, hold->when);
        if (o->when.first <= hold->when.first && (!before || sure))
            before = o;
        if (o->when.last >= hold->when.last && o != before && (!after || sure))
            after = o;
    }
    if (!before || !after || before == after)
        return false;
    const bool before_sure = !is_coarse(before) || !meets(before->when, hold->when);
    const bool after_sure = !is_coarse(after) || !meets(after->when, hold->when);
    return before_sure || after_sure;
}

int sls_tenure_doubt(const sls_hold *hold, const sls_holder *other, int32_t mean_days, bool *coarse)
{
    int64_t before = -1, after = -1; /* days to the nearest holds on both sides; -1 none */
    bool met = false, firmly = false;
    *coarse = is_coarse(hold);
    for (size_t i = 0; i < other->count; i++) {
        const sls_hold *const o = &other->holds[i];
        if (meets(o->when, hold->when)) {
            met = true;
            firmly |= !is_coarse(o) && !is_coarse(hold);
        } else if (o->when.last < hold->when.first) {
            const int64_t gap = (int64_t)hold->when.first - o->when.last;
            before = before < 0 || gap < before ? gap : before;
        } else {
            const int64_t gap = (int64_t)o->when.first - hold->when.last;
            after = after < 0 || gap < after ? gap : after;
        }
    }
    if (met) {
        *coarse |= !firmly && !is_bracketed(hold, other);
        return 0;
    }
    if (before < 0 || after < 0)
        return sls_chance_of_change(before < 0 ? after : before, mean_days);
    /* Between two terms of the other: the office must have changed hands twice. */
    if (before + after >= SLS_RETURN_ALONE_DAYS)
        return 1000;
    return sls_chance_of_change(before, mean_days) * sls_chance_of_change(after, mean_days) / 1000;
}

bool sls_tenure_misfits(const sls_hold *hold, bool first, int32_t turn)
{
    if (first)
        return (int64_t)hold->when.first > (int64_t)turn + SLS_HANDOVER_DAYS;
    return (int64_t)hold->when.last < (int64_t)turn - SLS_HANDOVER_DAYS;
}

/* How many of the ascending `days` are over `day`. */
static size_t over(const int32_t *days, size_t count, int64_t day)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (days[middle] <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return count - low;
}

static size_t misfits_at(const sls_holder *first, const sls_holder *second, int32_t turn)
{
    const size_t late = over(first->firsts, first->count, (int64_t)turn + SLS_HANDOVER_DAYS);
    const int64_t earliest = (int64_t)turn - SLS_HANDOVER_DAYS;
    return late + (second->count - over(second->lasts, second->count, earliest - 1));
}

/* The day of change from `first` to `second` that leaves the fewest holds out of order. */
static size_t best_turn(const sls_holder *first, const sls_holder *second, int32_t *turn)
{
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < second->count; i++) {
        const size_t n = misfits_at(first, second, second->lasts[i]);
        if (n < least) {
            least = n;
            *turn = second->lasts[i];
        }
    }
    for (size_t i = 0; i < first->count; i++) {
        const size_t n = misfits_at(first, second, first->firsts[i]);
        if (n < least) {
            least = n;
            *turn = first->firsts[i];
        }
    }
    return least;
}

/*
 * Voices for a holder among the holds that fit, as far as two: different
 * witnesses, or articles that name different times. One article that repeats itself is one.
 */
static int voices(const sls_holder *holder, bool first, int32_t turn)
{
    const sls_hold *one = NULL;
    for (size_t i = 0; i < holder->count; i++) {
        const sls_hold *const h = &holder->holds[i];
        if (sls_tenure_misfits(h, first, turn))
            continue;
        if (!one)
            one = h;
        else if (h->witness != one->witness ||
                 (h->article != one->article &&
                  (h->when.first != one->when.first || h->when.last != one->when.last)))
            return SLS_CHANGE_VOICES;
    }
    return one != NULL;
}

/* Whether all of `b` lies in a hole of `a` long enough for two changes, told by two voices. */
static bool is_between_terms(const sls_holder *a, const sls_holder *b)
{
    int64_t before = INT64_MIN, after = INT64_MAX;
    for (size_t i = 0; i < a->count; i++) {
        const sls_interval w = a->holds[i].when;
        if (meets(w, b->hull))
            return false;
        if (w.last < b->hull.first && w.last > before)
            before = w.last;
        if (w.first > b->hull.last && w.first < after)
            after = w.first;
    }
    return before != INT64_MIN && after != INT64_MAX && after - before >= SLS_RETURN_DAYS &&
           voices(b, false, INT32_MIN) >= SLS_CHANGE_VOICES;
}

typedef struct {
    bool possible; /* the order can be, with few slips */
    bool believed; /* and enough speaks for it */
    size_t misfits;
    int32_t turn;
    int first_voices, second_voices;
} ordering;

static ordering order(const sls_holder *first, const sls_holder *second, bool succession)
{
    ordering out = { .turn = 0 };
    out.misfits = best_turn(first, second, &out.turn);
    const size_t fewer = first->count < second->count ? first->count : second->count;
    out.possible = out.misfits * 2 <= fewer;
    out.first_voices = voices(first, true, out.turn);
    out.second_voices = voices(second, false, out.turn);
    const bool told = out.misfits == 0 && (succession || (first->left && !second->left));
    out.believed =
        out.possible &&
        (told || (out.first_voices >= SLS_CHANGE_VOICES && out.second_voices >= SLS_CHANGE_VOICES));
    return out;
}

/* The least doubt of the holds of the holder who is told of less. */
static int least_doubt(const sls_holder *a, const sls_holder *b, int32_t mean_days)
{
    const sls_holder *const few = a->count <= b->count ? a : b, *const many = few == a ? b : a;
    const size_t step = few->count / SLS_HOLDS_WEIGHED + 1;
    int least = 1000;
    for (size_t i = 0; i < few->count; i += step) {
        bool coarse;
        const int doubt = sls_tenure_doubt(&few->holds[i], many, mean_days, &coarse);
        least = doubt < least ? doubt : least;
    }
    return least;
}

sls_tenure sls_tenure_judge(const sls_holder *a, const sls_holder *b, int32_t mean_days,
                            bool succession)
{
    const ordering ab = order(a, b, succession), ba = order(b, a, succession);
    sls_tenure out = { SLS_TENURE_CHANGE, true, ab.turn, 0, false };
    if (ab.believed && (!ba.believed || ab.misfits <= ba.misfits))
        return out;
    if (ba.believed) {
        out.a_first = false;
        out.turn = ba.turn;
        return out;
    }
    if (is_between_terms(a, b) || is_between_terms(b, a)) {
        out.returned = true;
        return out;
    }
    out.relation = SLS_TENURE_CLASH;
    out.doubt = least_doubt(a, b, mean_days);
    /* In order and long apart, the one who is told twice is believed to have come or gone. */
    const bool apart = !meets(a->hull, b->hull);
    const bool twice = ab.first_voices + ab.second_voices > 2;
    if (out.doubt >= SLS_DOUBT_WARNING || (apart && twice && out.doubt >= SLS_DOUBT_ERROR)) {
        out.relation = SLS_TENURE_CHANGE;
        out.a_first = a->hull.first <= b->hull.first;
        out.turn = out.a_first ? b->hull.first : a->hull.first;
    }
    return out;
}
