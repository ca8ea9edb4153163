#include "extract/date/opener.h"

#include "extract/date/gap.h"

#include <string.h>

static const sls_pattern JOINED_DATE = { SLS_S("joined"), SLS_S("joined"), SLS_READ(DATE) };
static const sls_pattern JOINED_TIME = { SLS_S("joined"), SLS_S("joined"), SLS_READ(TIME) };

const sls_pattern *sls_joined_pattern(bool time)
{
    return time ? &JOINED_TIME : &JOINED_DATE;
}

static bool is_time(const sls_reading *r)
{
    return sls_reading_is(r, SLS_READ(TIME));
}

static bool is_date(const sls_reading *r)
{
    return sls_reading_is(r, SLS_READ(DATE));
}

bool sls_reading_has_hour(const sls_reading *r)
{
    return sls_has(r, SLS_G_hour) || sls_has(r, SLS_G_clock) || r->join == SLS_JOIN_RANGE ||
           (r->join == SLS_JOIN_STEP && is_time(r));
}

const sls_reading *sls_reading_keep(const sls_reading *r, sls_arena *arena)
{
    sls_reading *copy = sls_arena_alloc(arena, sizeof *copy);

    if (copy)
        *copy = *r;
    return copy;
}

/* A word that opens the date before it: "or later"; "or before" bounds what is behind it. */
static bool is_behind(const sls_item *item)
{
    const sls_str v = sls_item_value(item, SLS_C_SINCE);

    return sls_str_starts(v, SLS_STR("onward")) || sls_str_starts(v, SLS_STR("backward"));
}

/* "after Sunday's floods": they were on Sunday. */
static bool owns(const sls_items *items, const sls_reading *r)
{
    return sls_item_says(&items->at[r->last + 1], SLS_C_LITERAL, "possessive");
}

/* A word before a date that bounds it, or takes a part of it. */
static sls_join prefix_of(const sls_items *items, const sls_reading *r, size_t *mark)
{
    const bool clock = is_time(r) && sls_reading_has_hour(r);

    if (!(is_date(r) || clock) || sls_has(r, SLS_G_since) || r->depth >= SLS_JOIN_DEPTH)
        return SLS_JOIN_NONE;
    for (size_t back = 1; back <= 2 && r->first >= back; back++) {
        const sls_item *item = &items->at[r->first - back];

        *mark = r->first - back;
        if (item->symbol == SLS_SYMBOL_BOUNDARY || sls_from_compares(items, *mark))
            break;
        if (sls_item_is(item, SLS_C_PART) && is_date(r) && !sls_has(r, SLS_G_part))
            return SLS_JOIN_PART;
        if (sls_item_is(item, SLS_C_SINCE) && !is_behind(item) && !sls_reading_makes(r, "decade") &&
            !(sls_reading_makes(r, "first") && sls_item_says(item, SLS_C_SINCE, "to")) &&
            (back == 1 || (!sls_item_steps(item) && !sls_reading_makes(r, "bare"))) &&
            !(owns(items, r) && !sls_item_says(item, SLS_C_SINCE, "from")))
            return SLS_JOIN_SINCE; /* since 2015; but since the 2015 attacks */
        if (!sls_item_says(item, SLS_C_LITERAL, "at") &&
            !sls_item_says(item, SLS_C_LITERAL, "the") &&
            !sls_item_says(item, SLS_C_LITERAL, "of") && !sls_item_says(item, SLS_C_CLOCK, "at"))
            break;
    }
    return SLS_JOIN_NONE;
}

static bool is_span(const sls_reading *r)
{
    return r->join == SLS_JOIN_RANGE || r->join == SLS_JOIN_SPAN ||
           (r->join == SLS_JOIN_IN && r->left->join == SLS_JOIN_RANGE) ||
           (r->join == SLS_JOIN_CLOCK && /* from noon until 4 pm Saturday */
            (r->left->join == SLS_JOIN_RANGE || r->right->join == SLS_JOIN_RANGE));
}

/* "from" and "between" before a range are part of it. */
static void take_opener(const sls_items *items, size_t after, sls_reading *r)
{
    const sls_item *item = r->first > after ? &items->at[r->first - 1] : NULL;

    if (is_span(r) && item &&
        (sls_item_is(item, SLS_C_FROM) || sls_item_is(item, SLS_C_BETWEEN) ||
         sls_item_says(item, SLS_C_SINCE, "from")))
        r->first--;
}

/* `r` with the word at item `mark`, which stands behind it in an SLS_JOIN_OPEN, else before it. */
static sls_status wrap(sls_join how, size_t mark, sls_arena *arena, sls_reading *r)
{
    const bool behind = how == SLS_JOIN_OPEN;
    const sls_reading *inner = sls_reading_keep(r, arena);

    if (!inner)
        return SLS_ENOMEM;
    r->left = behind ? inner : NULL;
    r->right = behind ? NULL : inner;
    sls_reading_be(r, sls_joined_pattern(is_time(r)));
    r->mark = mark;
    if (behind)
        r->last = mark;
    else
        r->first = mark;
    r->join = (uint8_t)how;
    r->depth++;
    memset(r->from, 0xff, sizeof r->from);
    memset(r->to, 0xff, sizeof r->to);
    return SLS_OK;
}

sls_status sls_open_before(const sls_items *items, size_t after, sls_arena *arena, sls_reading *r)
{
    for (int k = 0; k < 2; k++) {
        size_t mark;
        const sls_join how = is_span(r) ? SLS_JOIN_NONE : prefix_of(items, r, &mark);
        sls_status status;

        take_opener(items, after, r);
        if (how == SLS_JOIN_NONE || mark < after)
            return SLS_OK;
        status = wrap(how, mark, arena, r);
        if (status != SLS_OK || how == SLS_JOIN_SINCE)
            return status;
    }
    return SLS_OK;
}

/*
 * The item of the word that opens or ends the date before it, or 0: "2018 or later", "2018
 * onwards". "and later" counts where nothing follows it, and so does "or before", which else bounds
 * that.
 */
static size_t behind_of(const sls_items *items, const sls_reading *r)
{
    size_t mark = r->last + 1;
    const sls_item *item = mark + 1 < items->count ? &items->at[mark] : NULL;
    const bool joined = item && (sls_item_says(item, SLS_C_LITERAL, "and") ||
                                 sls_item_says(item, SLS_C_LITERAL, "or"));

    if (joined && mark + 2 < items->count)
        item = &items->at[++mark];
    if (!item || item->sentence != items->at[r->last].sentence || !item->form)
        return 0;
    if (joined ? !sls_item_steps(item) : !is_behind(item))
        return 0;
    if ((joined || (!sls_item_says(item, SLS_C_SINCE, "onward") &&
                    !sls_item_says(item, SLS_C_SINCE, "backward"))) &&
        items->at[mark + 1].symbol >= SLS_SYMBOL_WORDS)
        return 0;
    return mark;
}

sls_status sls_open_behind(const sls_items *items, sls_arena *arena, sls_reading *r)
{
    size_t mark;

    if (r->depth >= SLS_JOIN_DEPTH || !(is_date(r) || (is_time(r) && sls_reading_has_hour(r))) ||
        is_span(r))
        return SLS_OK;
    mark = behind_of(items, r);
    return mark == 0 ? SLS_OK : wrap(SLS_JOIN_OPEN, mark, arena, r);
}

/* "12 percent from 2011": a comparison that its pattern took for a beginning. */
void sls_opener_drop(const sls_items *items, sls_reading *r)
{
    const int32_t since = r->from[SLS_G_since];

    if (since < 0 || r->join != SLS_JOIN_NONE || (size_t)since != r->first || r->first == r->last ||
        !sls_from_compares(items, r->first))
        return;
    r->from[SLS_G_since] = r->to[SLS_G_since] = -1;
    r->first++;
}

/* Whether `r` is a clock time, of a day or not, with one of these words before it. */
static bool is_clock_bounded(const sls_items *items, const sls_reading *r, const char *words)
{
    const sls_reading *inner = r->right;

    return r->join == SLS_JOIN_SINCE && inner &&
           ((is_time(inner) && sls_reading_has_hour(inner)) ||
            (inner->join == SLS_JOIN_CLOCK &&
             (sls_reading_has_hour(inner->left) || sls_reading_has_hour(inner->right)))) &&
           sls_str_list_has(sls_str_of(words), sls_item_value(&items->at[r->mark], SLS_C_SINCE));
}

sls_status sls_open_meet(const sls_items *items, sls_arena *arena, const sls_reading *a,
                         sls_reading *b)
{
    const size_t between = a->last + 1;
    sls_reading r;

    if (b->first != between + 1 || !is_clock_bounded(items, a, "after;from") ||
        !is_clock_bounded(items, b, "before;to") ||
        !(sls_item_says(&items->at[between], SLS_C_LITERAL, "and") ||
          sls_str_eq(sls_items_folded(items, between, between), SLS_STR("but"))))
        return SLS_ENOTFOUND;
    r = *b; /* half a kilobyte, which few come to */
    r.first = a->first;
    r.left = sls_reading_keep(a->right, arena);
    r.right = sls_reading_keep(b->right, arena);
    sls_reading_be(&r, sls_joined_pattern(is_time(a->right) && is_time(b->right)));
    r.join = SLS_JOIN_RANGE;
    r.mark = SIZE_MAX;
    if (!r.left || !r.right)
        return SLS_ENOMEM;
    *b = r;
    return SLS_OK;
}
