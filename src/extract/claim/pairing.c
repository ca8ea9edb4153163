#include "extract/claim/pairing.h"

#include "extract/date/date.h"

enum {
    LABEL_REACH = 4, /* items between a name and its number */
    GAP = 12         /* items between two numbers of a list */
};

#define NOBODY SIZE_MAX

static bool is_count(const sls_reading *r)
{
    return sls_reading_is(r, SLS_READ(NUMBER) | SLS_READ(QUANTITY) | SLS_READ(MONEY));
}

/* Whether item `i` names a country, a place, a body or somebody of the cast. */
static bool is_name(const sls_scene *s, size_t i)
{
    const uint64_t named = SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_CAPITAL) |
                           SLS_BIT(SLS_C_BODY);
    const int32_t r = s->reading_of[i];

    if (r >= 0 && sls_scene_person(s, &s->readings->at[r]))
        return true;
    if (r >= 0 && !sls_reading_is(&s->readings->at[r], SLS_READ(NAME)))
        return false;
    return s->items->at[i].set & named && !(s->items->at[i].shape & SLS_SHAPED(LOWER));
}

static bool tells(const sls_scene *s, size_t i)
{
    return s->items->at[i].set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH));
}

static bool is_joint(const sls_scene *s, size_t i)
{
    const uint16_t c = s->items->at[i].symbol;

    return c == ',' || c == ';' || sls_scene_tells(s, i, SLS_T_AND);
}

/* The name right before item `first` and behind item `from`. */
static size_t label_before(const sls_scene *s, size_t from, size_t first)
{
    for (size_t i = first; i-- > from && i + LABEL_REACH >= first && !tells(s, i);) {
        if (is_name(s, i))
            return i;
        if (is_joint(s, i))
            break;
    }
    return NOBODY;
}

/* The name right behind item `last` and before item `to`, with "dari" or "di" between. */
static size_t label_behind(const sls_scene *s, size_t last, size_t to)
{
    for (size_t i = last + 1; i < to && i <= last + LABEL_REACH && !tells(s, i); i++) {
        if (s->items->at[i].symbol < SLS_SYMBOL_WORDS)
            break;
        if (is_name(s, i))
            return i;
    }
    return NOBODY;
}

/* The counts of a sentence around one, a step away in either direction. */
static const sls_reading *next_count(const sls_scene *s, const sls_reading *r, int step)
{
    const size_t index = (size_t)(r - s->readings->at);
    const size_t begin = sls_sentence_begin(s->items, r->first);
    const size_t end = sls_sentence_end(s->items, r->last);

    for (size_t i = index; step > 0 ? i + 1 < s->readings->count : i > 0;) {
        const sls_reading *next = &s->readings->at[i = step > 0 ? i + 1 : i - 1];
        const size_t gap = step > 0 ? next->first - r->last : r->first - next->last;

        if (next->first < begin || next->first >= end || gap > GAP)
            return NULL;
        if (is_count(next))
            return next;
    }
    return NULL;
}

/* The name that count `r` has before it, or behind it, in a list. */
static size_t label_of(const sls_scene *s, const sls_reading *r, bool behind)
{
    const sls_reading *next = next_count(s, r, behind ? 1 : -1);

    if (behind)
        return label_behind(s, r->last, next ? next->first : sls_sentence_end(s->items, r->last));
    return label_before(s, next ? next->last + 1 : sls_sentence_begin(s->items, r->first),
                        r->first);
}

/* Whether nothing but a joint and names stand between two counts: no verb of another clause. */
static bool is_joined(const sls_scene *s, const sls_reading *a, const sls_reading *b)
{
    const size_t from = (a->first < b->first ? a : b)->last + 1;
    const size_t to = (a->first < b->first ? b : a)->first;
    bool joined = false;

    for (size_t i = from; i < to; i++) {
        if (tells(s, i))
            return false;
        joined = joined || is_joint(s, i);
    }
    return joined;
}

/* The names of the neighbours in one direction, as far as each has one. */
static void collect(const sls_scene *s, const sls_reading *r, int step, bool behind,
                    sls_paired *out)
{
    for (size_t n = 0; n < SLS_PAIRED_MAX; n++) {
        const sls_reading *next = next_count(s, r, step);
        const size_t label = next && is_joined(s, r, next) ? label_of(s, next, behind) : NOBODY;

        if (label == NOBODY || out->count == SLS_PAIRED_MAX)
            return;
        out->at[out->count++] = label;
        r = next;
    }
}

void sls_paired_others(const sls_scene *s, size_t first, size_t last, sls_paired *out)
{
    const int32_t index = s->reading_of[first];

    out->count = 0;
    if (index < 0 || s->readings->at[index].last != last || !is_count(&s->readings->at[index]))
        return;
    for (int behind = 0; behind <= 1 && out->count == 0; behind++) {
        const sls_reading *r = &s->readings->at[index];

        if (label_of(s, r, behind != 0) == NOBODY)
            continue;
        collect(s, r, -1, behind != 0, out);
        collect(s, r, 1, behind != 0, out);
    }
}
