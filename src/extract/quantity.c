#include "extract/quantity.h"

static const sls_item *item_in(const sls_items *items, const sls_reading *r, sls_group_name g)
{
    return sls_has(r, g) ? &items->at[r->from[g]] : NULL;
}

static sls_str value_in(const sls_items *items, const sls_reading *r, sls_group_name g,
                        sls_concept concept)
{
    const sls_item *item = item_in(items, r, g);

    return item ? sls_form_value(item->form, concept) : (sls_str){ 0 };
}

static sls_bound bound_in(const sls_items *items, const sls_reading *r)
{
    sls_str name = value_in(items, r, SLS_G_hedge, SLS_C_HEDGE);
    sls_bound bound = SLS_BOUND_EXACT;

    if (name.len == 0)
        name = value_in(items, r, SLS_G_after, SLS_C_HEDGEAFTER);
    if (name.len == 0 && sls_str_eq(r->pattern->make, SLS_STR("about")))
        name = SLS_STR("about");
    if (name.len > 0 && sls_bound_of(name, &bound) != SLS_OK)
        bound = SLS_BOUND_EXACT;
    return bound;
}

/*
 * "20 hingga 50 ribu": the scale of the upper end is the lower end's too, when that leaves
 * the lower end below it. The scale is what the digits before it were multiplied with.
 */
static sls_decimal share_scale(const sls_items *items, const sls_item *low, const sls_item *high)
{
    const sls_token *t = &items->document->tokens.at[high->first];
    sls_decimal digits, scale, scaled;

    if (!(high->shape & SLS_SHAPED(WORDS)) || low->shape & SLS_SHAPED(WORDS) ||
        !(t->flags & SLS_TOKEN_DIGITS) ||
        sls_decimal_read(sls_token_text(&items->document->tokens, high->first), &digits) !=
            SLS_OK ||
        digits.coefficient == 0 || sls_decimal_div(high->value, digits, &scale) != SLS_OK ||
        sls_decimal_cmp(low->value, digits) >= 0 ||
        sls_decimal_mul(low->value, scale, &scaled) != SLS_OK)
        return low->value;
    return scaled;
}

static sls_status number_text(sls_decimal d, sls_arena *arena, sls_str *out)
{
    char text[SLS_DECIMAL_TEXT];
    size_t len = sls_decimal_text(d, text);

    return sls_arena_copy(arena, (sls_str){ text, len }, out);
}

static sls_status range_text(const sls_items *items, const sls_reading *r, sls_arena *arena,
                             sls_amount *out)
{
    const sls_item *low = item_in(items, r, SLS_G_n), *high = item_in(items, r, SLS_G_m);
    char a[SLS_DECIMAL_TEXT], b[SLS_DECIMAL_TEXT];
    sls_decimal from = share_scale(items, low, high);

    if (sls_decimal_cmp(from, high->value) >= 0)
        return SLS_ENOTFOUND;
    sls_decimal_text(from, a);
    sls_decimal_text(high->value, b);
    out->bound = SLS_BOUND_RANGE;
    return sls_arena_format(arena, &out->value, "%s..%s", a, b);
}

static sls_status values(const sls_items *items, const sls_reading *r, sls_arena *arena,
                         sls_amount *out)
{
    const sls_item *n = item_in(items, r, SLS_G_n), *m = item_in(items, r, SLS_G_m);

    out->bound = bound_in(items, r);
    if (sls_has(r, SLS_G_magnitude)) {
        out->bound = SLS_BOUND_MAGNITUDE;
        out->value = value_in(items, r, SLS_G_magnitude, SLS_C_MAGNITUDE);
        return SLS_OK;
    }
    if (sls_has(r, SLS_G_ord)) {
        out->value = value_in(items, r, SLS_G_ord, SLS_C_ORDINAL);
        if (out->value.len == 0) /* composed of words: keseratus dua */
            return number_text(item_in(items, r, SLS_G_ord)->value, arena, &out->value);
        return SLS_OK;
    }
    if (!n)
        return SLS_ENOTFOUND;
    if (m && !sls_has(r, SLS_G_unit2))
        return range_text(items, r, arena, out);
    if (m) {
        sls_status status = number_text(m->value, arena, &out->value2);

        if (status != SLS_OK)
            return status;
        out->unit2 = value_in(items, r, SLS_G_unit2, SLS_C_UNIT);
    }
    return number_text(n->value, arena, &out->value);
}

/* The unit: a measure, a currency, a counted noun, or what a classifier counts. */
static void units(const sls_items *items, const sls_reading *r, sls_amount *out)
{
    const sls_item *noun = item_in(items, r, SLS_G_noun);

    out->unit = value_in(items, r, SLS_G_unit, SLS_C_UNIT);
    if (out->unit.len == 0)
        out->unit = value_in(items, r, SLS_G_unit, SLS_C_DATEWORD);
    if (out->unit.len == 0)
        out->unit = value_in(items, r, SLS_G_cur, SLS_C_CURRENCY);
    if (noun) {
        out->unit = sls_form_value(noun->form, SLS_C_NOUN);
        if (sls_str_eq(r->pattern->make, SLS_STR("people")))
            out->unit = SLS_STR("person");
        if (out->unit.len == 0) {
            out->unit =
                sls_items_folded(items, (size_t)r->from[SLS_G_noun], (size_t)r->to[SLS_G_noun]);
            out->guessed = true;
        }
    }
    if (out->unit.len == 0)
        out->unit = value_in(items, r, SLS_G_class, SLS_C_CLASSIFIER);
}

static bool is_time(sls_str unit)
{
    return sls_str_eq(sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension"), SLS_STR("time"));
}

static const char *type_of(const sls_reading *r, const sls_amount *a)
{
    static const char *const NAMES[] = { "number", "ordinal", "percent", "money", "age" };

    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
        if (sls_str_eq(r->pattern->kind, sls_str_of(NAMES[i])))
            return NAMES[i];
    if (sls_str_eq(a->unit, SLS_STR("percent")))
        return "percent";
    return is_time(a->unit) ? "duration" : "quantity";
}

sls_status sls_amount_of(const sls_items *items, const sls_reading *r, sls_arena *arena,
                         sls_amount *out)
{
    sls_status status;

    *out = (sls_amount){ 0 };
    units(items, r, out);
    status = values(items, r, arena, out);
    if (status != SLS_OK)
        return status;
    if (out->unit2.len > 0 && !(is_time(out->unit) && is_time(out->unit2)))
        return SLS_ENOTFOUND;
    if (sls_str_eq(r->pattern->kind, SLS_STR("age")) && out->unit.len == 0)
        out->unit = SLS_STR("year");
    out->type = type_of(r, out);
    return SLS_OK;
}

/* Designator of a unit: 'T' first where it belongs to the clock's part. */
static bool designator(sls_str unit, bool *clock, char *letter)
{
    static const struct {
        sls_str unit;
        bool clock;
        char letter;
    } TABLE[] = {
        { SLS_S("year"), false, 'Y' },  { SLS_S("month"), false, 'M' },
        { SLS_S("week"), false, 'W' },  { SLS_S("day"), false, 'D' },
        { SLS_S("hour"), true, 'H' },   { SLS_S("minute"), true, 'M' },
        { SLS_S("second"), true, 'S' },
    };

    for (size_t i = 0; i < sizeof TABLE / sizeof TABLE[0]; i++)
        if (sls_str_eq(unit, TABLE[i].unit)) {
            *clock = TABLE[i].clock;
            *letter = TABLE[i].letter;
            return true;
        }
    return false;
}

sls_status sls_amount_duration(const sls_amount *amount, sls_arena *arena, sls_str *out)
{
    const size_t dots = sls_str_find(amount->value, SLS_STR(".."));
    bool clock = false, clock2 = false;
    char letter = 0, letter2 = 0;

    *out = (sls_str){ 0 };
    if (!designator(amount->unit, &clock, &letter))
        return SLS_OK;
    if (dots != SIZE_MAX) {
        const sls_str a = sls_str_slice(amount->value, 0, dots);
        const sls_str b = sls_str_slice(amount->value, dots + 2, amount->value.len);

        return sls_arena_format(arena, out, "P%s%.*s%c..P%s%.*s%c", clock ? "T" : "", SLS_FMT(a),
                                letter, clock ? "T" : "", SLS_FMT(b), letter);
    }
    if (amount->unit2.len > 0 && designator(amount->unit2, &clock2, &letter2))
        return sls_arena_format(arena, out, "P%s%.*s%c%s%.*s%c", clock ? "T" : "",
                                SLS_FMT(amount->value), letter, clock2 && !clock ? "T" : "",
                                SLS_FMT(amount->value2), letter2);
    return sls_arena_format(arena, out, "P%s%.*s%c", clock ? "T" : "", SLS_FMT(amount->value),
                            letter);
}
