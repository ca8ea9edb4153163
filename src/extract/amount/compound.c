#include "extract/amount/compound.h"

const sls_item *sls_reading_item(const sls_items *items, const sls_reading *r, sls_group_name g)
{
    return sls_has(r, g) ? &items->at[r->from[g]] : NULL;
}

sls_str sls_reading_value(const sls_items *items, const sls_reading *r, sls_group_name g,
                          sls_concept concept)
{
    const sls_item *item = sls_reading_item(items, r, g);

    return item ? sls_item_value(item, concept) : (sls_str){ 0 };
}

sls_status sls_amount_write(sls_decimal d, sls_arena *arena, sls_str *out)
{
    char text[SLS_DECIMAL_TEXT];
    size_t len = sls_decimal_text(d, text);

    return sls_arena_copy(arena, (sls_str){ text, len }, out);
}

bool sls_unit_is_time(sls_str unit)
{
    return sls_lexicon_attribute_is(SLS_C_UNIT, unit, "dimension", "time");
}

bool sls_unit_factor(sls_str unit, sls_str *base, sls_decimal *factor)
{
    *base = sls_lexicon_attribute(SLS_C_UNIT, unit, "base");
    return base->len > 0 &&
           sls_decimal_read(sls_lexicon_attribute(SLS_C_UNIT, unit, "factor"), factor) == SLS_OK;
}

/* How many of the smaller unit of time the greater one is, when that is whole. */
static bool ratio_of(sls_str great, sls_str small, sls_decimal *out)
{
    static const struct {
        sls_str great, small;
        int64_t ratio;
    } TABLE[] = {
        { SLS_S("year"), SLS_S("month"), 12 },    { SLS_S("week"), SLS_S("day"), 7 },
        { SLS_S("day"), SLS_S("hour"), 24 },      { SLS_S("hour"), SLS_S("minute"), 60 },
        { SLS_S("minute"), SLS_S("second"), 60 },
    };

    for (size_t i = 0; i < sizeof TABLE / sizeof TABLE[0]; i++)
        if (sls_str_eq(great, TABLE[i].great) && sls_str_eq(small, TABLE[i].small)) {
            *out = sls_decimal_of(TABLE[i].ratio);
            return true;
        }
    return false;
}

/* 5 feet 2 inches: in the first unit, of which each further one is a part. */
static sls_status measure_value(sls_arena *arena, sls_amount *out)
{
    sls_decimal sum = out->part[0].value, first, factor, part;
    sls_str base, other;

    for (size_t i = 1; i < out->part_count; i++) {
        part = out->part[i].value;
        if (!sls_str_eq(out->part[i].unit, out->unit) &&
            (!sls_unit_factor(out->unit, &base, &first) ||
             !sls_unit_factor(out->part[i].unit, &other, &factor) || !sls_str_eq(base, other) ||
             sls_decimal_cmp(factor, first) >= 0 ||
             sls_decimal_mul(part, factor, &part) != SLS_OK ||
             sls_decimal_div(part, first, &part) != SLS_OK))
            return SLS_ENOTFOUND;
        if (sls_decimal_add(sum, part, &sum) != SLS_OK)
            return SLS_ENOTFOUND;
    }
    out->part_count = 0;
    return sls_amount_write(sum, arena, &out->value);
}

/*
 * 2 tahun 9 bulan is 33 months: in the last unit, when each step to it is exact; else (a year and
 * two days) the first part stands for all, and is less than what was said.
 */
static sls_status compound_value(sls_arena *arena, sls_amount *out)
{
    sls_decimal sum = out->part[0].value, ratio;

    out->unit = out->part[0].unit;
    if (!sls_unit_is_time(out->unit))
        return measure_value(arena, out);
    for (size_t i = 1; i < out->part_count; i++) {
        if (sls_str_eq(out->part[i].unit, out->unit))
            ratio = sls_decimal_of(1);
        else if (!ratio_of(out->unit, out->part[i].unit, &ratio))
            break;
        if (sls_decimal_mul(sum, ratio, &sum) != SLS_OK ||
            sls_decimal_add(sum, out->part[i].value, &sum) != SLS_OK)
            break;
        out->unit = out->part[i].unit;
    }
    return sls_amount_write(sum, arena, &out->value);
}

/* The next smaller unit, which a bare number behind means: 2 hours ten, 5 foot 2. */
static sls_str smaller(sls_str unit)
{
    if (sls_str_eq(unit, SLS_STR("hour")))
        return SLS_STR("minute");
    if (sls_str_eq(unit, SLS_STR("foot")))
        return SLS_STR("inch");
    return (sls_str){ 0 };
}

/* 5'10": feet and inches that have signs for units, or none. */
static sls_status height(const sls_items *items, const sls_reading *r, sls_arena *arena,
                         sls_amount *out)
{
    const sls_decimal feet = sls_reading_item(items, r, SLS_G_n)->value;
    const sls_decimal inches = sls_reading_item(items, r, SLS_G_n2)->value;

    /* 12'6" is a length, 1 '2 and 45'2 are neither */
    if (sls_decimal_cmp(feet, sls_decimal_of(3)) < 0 ||
        sls_decimal_cmp(feet, sls_decimal_of(items->at[r->last].symbol == '"' ? 100 : 10)) >= 0 ||
        sls_decimal_cmp(inches, sls_decimal_of(12)) >= 0)
        return SLS_ENOTFOUND;
    out->part[0].value = feet;
    out->part[0].unit = out->unit = SLS_STR("foot");
    out->part[1].value = inches;
    out->part[1].unit = SLS_STR("inch");
    out->part_count = 2;
    return measure_value(arena, out);
}

/* Parts n unit, n2 unit2 ...; a part without a unit is a fraction of the unit before, or minutes.
 */
sls_status sls_amount_compound(const sls_items *items, const sls_reading *r, sls_arena *arena,
                               sls_amount *out)
{
    static const sls_group_name N[] = { SLS_G_n, SLS_G_n2, SLS_G_n3, SLS_G_n4 };
    static const sls_group_name UNIT[] = { SLS_G_unit, SLS_G_unit2, SLS_G_unit3, SLS_G_unit4 };
    const sls_decimal one = sls_decimal_of(1);

    if (sls_reading_makes(r, "height"))
        return height(items, r, arena, out);
    for (size_t i = 0; i < SLS_AMOUNT_PARTS; i++) {
        const sls_item *n = sls_reading_item(items, r, N[i]);
        sls_str unit = sls_reading_value(items, r, UNIT[i], SLS_C_UNIT);

        if (unit.len == 0)
            unit = sls_reading_value(items, r, UNIT[i], SLS_C_ONEUNIT);
        if (!n && unit.len == 0)
            break;
        if (n && unit.len == 0 && i > 0) {
            unit = out->part[i - 1].unit;
            if (sls_decimal_cmp(n->value, one) >= 0)
                unit = smaller(unit);
        }
        if (unit.len == 0)
            return SLS_ENOTFOUND;
        if (i > 0 && sls_unit_is_time(unit) != sls_unit_is_time(out->part[0].unit))
            return SLS_ENOTFOUND;
        if (i > 0 && sls_has(r, UNIT[i]) && sls_str_eq(unit, out->part[i - 1].unit))
            return SLS_ENOTFOUND; /* two years, three years: a list */
        out->part[i].value = n ? n->value : one;
        out->part[i].unit = unit;
        out->part_count = i + 1;
    }
    return compound_value(arena, out);
}
