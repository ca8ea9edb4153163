#include "extract/amount/quantity.h"

enum { SLOTS = 7 }; /* Y M W D and, behind T, H M S */

/* Where a unit of time stands in a duration, and how many of its slot it is. */
static bool slot_of(sls_str unit, size_t *slot, sls_decimal *times)
{
    static const struct {
        sls_str unit;
        size_t slot;
        sls_decimal times;
    } TABLE[] = {
        { SLS_S("year"), 0, { 1, 0 } },      { SLS_S("month"), 1, { 1, 0 } },
        { SLS_S("week"), 2, { 1, 0 } },      { SLS_S("day"), 3, { 1, 0 } },
        { SLS_S("hour"), 4, { 1, 0 } },      { SLS_S("minute"), 5, { 1, 0 } },
        { SLS_S("second"), 6, { 1, 0 } },    { SLS_S("millisecond"), 6, { 1, -3 } },
        { SLS_S("decade"), 0, { 1, 1 } },    { SLS_S("century"), 0, { 1, 2 } },
        { SLS_S("quarter"), 1, { 3, 0 } },   { SLS_S("semester"), 1, { 6, 0 } },
        { SLS_S("fortnight"), 2, { 2, 0 } }, { SLS_S("night"), 3, { 1, 0 } },
    };

    for (size_t i = 0; i < sizeof TABLE / sizeof TABLE[0]; i++)
        if (sls_str_eq(unit, TABLE[i].unit)) {
            *slot = TABLE[i].slot;
            *times = TABLE[i].times;
            return true;
        }
    return false;
}

typedef struct {
    sls_decimal slot[SLOTS];
} slots;

static bool put(slots *s, sls_decimal value, sls_str unit)
{
    sls_decimal times, part;
    size_t slot;

    return slot_of(unit, &slot, &times) && sls_decimal_mul(value, times, &part) == SLS_OK &&
           sls_decimal_add(s->slot[slot], part, &s->slot[slot]) == SLS_OK;
}

static sls_status slots_text(const slots *s, sls_arena *arena, sls_str *out)
{
    char text[SLOTS * (SLS_DECIMAL_TEXT + 1) + 4];
    size_t len = 0, first = 0;

    text[len++] = 'P';
    for (size_t i = 0; i < SLOTS; i++) {
        if (i == 4) {
            first = len;
            text[len++] = 'T';
        }
        if (s->slot[i].coefficient == 0)
            continue;
        len += sls_decimal_text(s->slot[i], text + len);
        text[len++] = "YMWDHMS"[i];
    }
    if (len == first + 1) /* nothing behind the T */
        len--;
    if (len == 1)
        return sls_arena_copy(arena, SLS_STR("PT0S"), out);
    return sls_arena_copy(arena, (sls_str){ text, len }, out);
}

static sls_status one_text(sls_str value, sls_str unit, sls_arena *arena, sls_str *out)
{
    slots s = { 0 };
    sls_decimal d;

    *out = (sls_str){ 0 };
    if (sls_decimal_read(value, &d) != SLS_OK || !put(&s, d, unit))
        return SLS_OK;
    return slots_text(&s, arena, out);
}

sls_status sls_amount_duration(const sls_amount *amount, sls_arena *arena, sls_str *out)
{
    const size_t dots = sls_str_find(amount->value, SLS_STR(".."));
    slots s = { 0 };
    sls_str a, b, few;
    sls_status status;

    *out = (sls_str){ 0 };
    if (amount->part_count > 0) {
        for (size_t i = 0; i < amount->part_count; i++)
            if (!put(&s, amount->part[i].value, amount->part[i].unit))
                return SLS_OK;
        return slots_text(&s, arena, out);
    }
    if (dots == SIZE_MAX)
        return one_text(amount->value, amount->unit, arena, out);
    few = sls_lexicon_attribute(SLS_C_MAGNITUDE, amount->value, "about");
    if (amount->bound == SLS_BOUND_MAGNITUDE && few.len > 0)
        return one_text(few, amount->unit, arena, out);
    status = one_text(sls_str_slice(amount->value, 0, dots), amount->unit, arena, &a);
    if (status == SLS_OK)
        status = one_text(sls_str_slice(amount->value, dots + 2, amount->value.len), amount->unit,
                          arena, &b);
    if (status != SLS_OK || a.len == 0 || b.len == 0)
        return status;
    return sls_arena_concat3(arena, a, SLS_STR(".."), b, out);
}
