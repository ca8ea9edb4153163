#include "extract/amount/quantity.h"

#include "extract/amount/aged.h"
#include "extract/amount/compound.h"

/* Whether the hedge is the head of an arrow: --> 6 juta euro. */
static bool behind_arrow(const sls_items *items, const sls_reading *r)
{
    const int32_t at = r->from[SLS_G_hedge];
    const uint16_t before = at > 0 ? items->at[at - 1].symbol : 0;

    return (before == '-' || before == '=' || before == SLS_SYMBOL_DASH) &&
           sls_str_eq(sls_items_folded(items, (size_t)at, (size_t)at), SLS_STR(">"));
}

/* Whether the number's last word is a vague plural: "430 jutaan" is about 430 million. */
static bool is_vague(const sls_items *items, const sls_item *n)
{
    const sls_tokens *t = &items->document->tokens;

    if (!n || n->scale == 0 || items->document->lang_of[n->sentence] != SLS_LANG_ID)
        return false;
    return sls_form_is(sls_lexicon_word(SLS_LANG_ID, t, n->last), SLS_C_MAGNITUDE);
}

static sls_bound bound_in(const sls_items *items, const sls_reading *r)
{
    sls_str name = sls_reading_value(items, r, SLS_G_hedge, SLS_C_HEDGE);
    sls_bound bound = SLS_BOUND_EXACT;

    if (behind_arrow(items, r))
        name = (sls_str){ 0 };
    if (name.len == 0)
        name = sls_reading_value(items, r, SLS_G_after, SLS_C_HEDGEAFTER);
    if (name.len == 0)
        name = sls_reading_value(items, r, SLS_G_after2, SLS_C_HEDGEAFTER);
    if (name.len == 0 &&
        (sls_reading_makes(r, "about") || is_vague(items, sls_reading_item(items, r, SLS_G_n))))
        name = SLS_STR("about");
    if (name.len > 0 && sls_bound_of(name, &bound) != SLS_OK)
        bound = SLS_BOUND_EXACT;
    return bound;
}

/* Digits that a scale word follows, without it: the 50 of "50 ribu". */
static bool unscaled(const sls_item *item, sls_decimal *out)
{
    return item->scale > 0 && sls_decimal_shift(item->value, -item->scale, out) == SLS_OK;
}

/*
 * "20 hingga 50 ribu": the scale of the upper end is the lower end's too, when that leaves
 * the lower end below it.
 */
static sls_decimal share_scale(const sls_item *low, const sls_item *high)
{
    sls_decimal bare, scaled;

    if (low->shape & high->shape & SLS_SHAPED(WORDS) && high->value.exponent == 2 &&
        high->value.coefficient < 10 && low->value.exponent == 0 && low->value.coefficient > 0 &&
        low->value.coefficient < high->value.coefficient) /* two to three hundred */
        return (sls_decimal){ low->value.coefficient, 2 };
    if (low->scale > 0 || !unscaled(high, &bare) || sls_decimal_cmp(low->value, bare) >= 0 ||
        sls_decimal_shift(low->value, high->scale, &scaled) != SLS_OK)
        return low->value;
    return scaled;
}

static sls_status range_of(sls_decimal low, sls_decimal high, sls_arena *arena, sls_amount *out)
{
    char a[SLS_DECIMAL_TEXT], b[SLS_DECIMAL_TEXT];

    if (sls_decimal_cmp(low, high) > 0) { /* -18 to -34 degrees; two or one; from 10 down to 5 */
        const sls_decimal other = low;

        low = high;
        high = other;
    }
    if (sls_decimal_cmp(low, high) == 0)
        return sls_amount_write(low, arena, &out->value);
    const sls_str from = { a, sls_decimal_text(low, a) }, to = { b, sls_decimal_text(high, b) };
    out->bound = SLS_BOUND_RANGE;
    return sls_arena_concat3(arena, from, SLS_STR(".."), to, &out->value);
}

/* "400 meter hingga 1 kilometer": the lower end in the upper end's unit, which is the amount's. */
static sls_status ends(const sls_items *items, const sls_reading *r, sls_arena *arena,
                       sls_amount *out)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n),
                   *m = sls_reading_item(items, r, SLS_G_m);
    const sls_concept concept = sls_has(r, SLS_G_cur2) ? SLS_C_CURRENCY : SLS_C_UNIT;
    const sls_str unit =
        sls_reading_value(items, r, concept == SLS_C_UNIT ? SLS_G_unit2 : SLS_G_cur2, concept);
    sls_decimal low = share_scale(n, m), from, to;
    sls_str base, base2;

    if (!sls_str_eq(unit, out->unit)) {
        if (concept != SLS_C_UNIT || !sls_unit_factor(out->unit, &base, &from) ||
            !sls_unit_factor(unit, &base2, &to) || !sls_str_eq(base, base2) ||
            sls_decimal_mul(n->value, from, &low) != SLS_OK ||
            sls_decimal_div(low, to, &low) != SLS_OK)
            return SLS_ENOTFOUND;
        out->unit = unit;
    }
    return range_of(low, m->value, arena, out);
}

/* $20 and 43 cents; 300-an juta; a currency's hundredths are CODE/100 in the lexicon. */
static sls_status money_sum(const sls_items *items, const sls_reading *r, sls_arena *arena,
                            sls_amount *out)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n),
                   *m = sls_reading_item(items, r, SLS_G_m);
    sls_decimal d;

    if (sls_reading_makes(r, "scale") || m->scale > 0) { /* 75 usd million */
        if (m->scale == 0 || m->first != m->last ||
            sls_decimal_mul(n->value, m->value, &d) != SLS_OK)
            return SLS_ENOTFOUND;
    } else if (sls_decimal_cmp(m->value, sls_decimal_of(100)) >= 0 ||
               sls_decimal_shift(m->value, -2, &d) != SLS_OK ||
               sls_decimal_add(n->value, d, &d) != SLS_OK) {
        return SLS_ENOTFOUND;
    }
    return sls_amount_write(d, arena, &out->value);
}

static sls_status ordinal_value(const sls_items *items, const sls_reading *r, sls_arena *arena,
                                sls_amount *out)
{
    out->value = sls_reading_value(items, r, SLS_G_ord, SLS_C_ORDINAL);
    if (out->value.len == 0)
        out->value = sls_reading_value(items, r, SLS_G_ord, SLS_C_ROMAN);
    if (out->value.len == 0) /* composed of words: keseratus dua */
        return sls_amount_write(sls_reading_item(items, r, SLS_G_ord)->value, arena, &out->value);
    return SLS_OK;
}

/* Hundredths: "five cents" is 0.05 of a dollar. */
static sls_status subunit(sls_arena *arena, sls_amount *out)
{
    const size_t slash = sls_str_find_byte(out->unit, '/');
    const size_t dots = sls_str_find(out->value, SLS_STR(".."));
    sls_decimal by, value, high;

    if (slash == SIZE_MAX ||
        sls_decimal_read(sls_str_slice(out->unit, slash + 1, out->unit.len), &by) != SLS_OK ||
        sls_decimal_read(sls_str_slice(out->value, 0, dots), &value) != SLS_OK ||
        sls_decimal_div(value, by, &value) != SLS_OK)
        return SLS_OK;
    out->unit = sls_str_slice(out->unit, 0, slash);
    if (dots == SIZE_MAX)
        return sls_amount_write(value, arena, &out->value);
    if (sls_decimal_read(sls_str_slice(out->value, dots + 2, out->value.len), &high) != SLS_OK ||
        sls_decimal_div(high, by, &high) != SLS_OK)
        return SLS_ENOTFOUND;
    return range_of(value, high, arena, out);
}

/* "one twenty-two": the word hundred is left out behind a digit. */
static sls_status hundreds(sls_decimal n, sls_decimal tens, sls_arena *arena, sls_amount *out)
{
    const sls_decimal ten = sls_decimal_of(10), hundred = sls_decimal_of(100);
    sls_decimal sum;

    if (sls_decimal_cmp(n, ten) >= 0 || sls_decimal_cmp(tens, ten) < 0 ||
        sls_decimal_cmp(tens, hundred) >= 0 || sls_decimal_mul(n, hundred, &sum) != SLS_OK ||
        sls_decimal_add(sum, tens, &sum) != SLS_OK)
        return SLS_ENOTFOUND;
    return sls_amount_write(sum, arena, &out->value);
}

static sls_str often(sls_str word)
{
    if (sls_str_eq(word, SLS_STR("once")))
        return SLS_STR("1");
    return sls_str_eq(word, SLS_STR("twice")) ? SLS_STR("2") : SLS_STR("3");
}

/* What the numbers n and m of a reading say together. */
static sls_status numbers(const sls_items *items, const sls_reading *r, sls_arena *arena,
                          sls_amount *out)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n),
                   *m = sls_reading_item(items, r, SLS_G_m);
    sls_decimal d;

    if (!n)
        return SLS_ENOTFOUND;
    if (sls_reading_makes(r, "over"))
        return sls_decimal_div(n->value, m->value, &d) == SLS_OK
                   ? sls_amount_write(d, arena, &out->value)
                   : SLS_ENOTFOUND;
    if (sls_reading_makes(r, "one-and")) /* a dollar and a half */
        return sls_decimal_add(n->value, sls_decimal_of(1), &d) == SLS_OK
                   ? sls_amount_write(d, arena, &out->value)
                   : SLS_ENOTFOUND;
    if (sls_reading_makes(r, "hundreds"))
        return hundreds(n->value, m->value, arena, out);
    if (sls_reading_makes(r, "tens"))
        return sls_decimal_add(n->value, sls_decimal_of(9), &d) == SLS_OK
                   ? range_of(n->value, d, arena, out)
                   : SLS_ENOTFOUND;
    if (sls_reading_makes(r, "either") &&
        (sls_decimal_add(m->value, sls_decimal_neg(n->value), &d) != SLS_OK ||
         sls_decimal_cmp(d, sls_decimal_of(1)) != 0))
        return SLS_ENOTFOUND;
    if (m)
        return range_of(share_scale(n, m), m->value, arena, out);
    return sls_amount_write(n->value, arena, &out->value);
}

static sls_status values(const sls_items *items, const sls_reading *r, sls_arena *arena,
                         sls_amount *out)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n);

    out->bound = bound_in(items, r);
    if (sls_has(r, SLS_G_magnitude)) {
        out->bound = SLS_BOUND_MAGNITUDE;
        out->value = sls_reading_value(items, r, SLS_G_magnitude, SLS_C_MAGNITUDE);
        return SLS_OK;
    }
    if (sls_has(r, SLS_G_ord))
        return ordinal_value(items, r, arena, out);
    if (sls_reading_makes(r, "ends"))
        return ends(items, r, arena, out);
    if (sls_reading_makes(r, "often")) {
        out->unit = SLS_STR("times");
        out->value = often(sls_reading_value(items, r, SLS_G_of, SLS_C_LITERAL));
        return SLS_OK;
    }
    if (sls_reading_makes(r, "below-zero") && out->unit.len == 0)
        out->unit = SLS_STR("degree");
    if (sls_reading_makes(r, "negative") || sls_reading_makes(r, "below-zero"))
        return sls_amount_write(sls_decimal_neg(n->value), arena, &out->value);
    if (sls_reading_makes(r, "cents") || sls_reading_makes(r, "scale"))
        return money_sum(items, r, arena, out);
    if (sls_reading_makes(r, "single") && sls_has(r, SLS_G_cur)) {
        out->value = SLS_STR("1");
        return SLS_OK;
    }
    if (sls_reading_makes(r, "one") && sls_has(r, SLS_G_m)) /* an hour or two */
        return range_of(sls_decimal_of(1), sls_reading_item(items, r, SLS_G_m)->value, arena, out);
    if (sls_has(r, SLS_G_n2) || sls_has(r, SLS_G_unit2) || sls_reading_makes(r, "one") ||
        sls_reading_makes(r, "single"))
        return sls_amount_compound(items, r, arena, out);
    return numbers(items, r, arena, out);
}

/* The unit: a measure, a currency, a counted noun, or what a classifier counts. */
static void units(const sls_items *items, const sls_reading *r, sls_amount *out)
{
    const sls_item *noun = sls_reading_item(items, r, SLS_G_noun);

    if (sls_reading_makes(r, "people")) {
        out->unit = SLS_STR("person");
        return;
    }
    out->unit = sls_reading_value(items, r, SLS_G_unit, SLS_C_UNIT);
    if (out->unit.len == 0)
        out->unit = sls_reading_value(items, r, SLS_G_unit, SLS_C_ONEUNIT);
    if (out->unit.len == 0)
        out->unit = sls_reading_value(items, r, SLS_G_unit, SLS_C_DATEWORD);
    if (out->unit.len == 0)
        out->unit = sls_reading_value(items, r, SLS_G_cur, SLS_C_CURRENCY);
    if (noun) {
        out->unit = sls_item_value(noun, SLS_C_NOUN);
        if (out->unit.len == 0) {
            out->unit =
                sls_items_folded(items, (size_t)r->from[SLS_G_noun], (size_t)r->to[SLS_G_noun]);
            out->guessed = true;
        }
    }
    if (out->unit.len == 0)
        out->unit = sls_reading_value(items, r, SLS_G_class, SLS_C_CLASSIFIER);
}

/* A speed or a density is a measure of its own, no rate. */
static bool is_measure(sls_str unit, sls_str per)
{
    const sls_str of = sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension");
    const sls_str by = sls_lexicon_attribute(SLS_C_UNIT, per, "dimension");

    if (sls_str_eq(by, SLS_STR("time")))
        return sls_str_eq(of, SLS_STR("length")) || sls_str_eq(of, SLS_STR("data"));
    return of.len > 0 && by.len > 0;
}

/* The currency that is spoken of shortly before item `i`: "rupiah ditutup di level 16.250". */
static sls_str currency_before(const sls_items *items, size_t i)
{
    const size_t REACH = 12;

    for (size_t k = i; k-- > 0 && k + REACH >= i;) {
        if (items->at[k].symbol == SLS_SYMBOL_BOUNDARY)
            break;
        if (sls_item_is(&items->at[k], SLS_C_CURRENCY))
            return sls_item_value(&items->at[k], SLS_C_CURRENCY);
    }
    return (sls_str){ 0 };
}

/* "times/week": what is counted, for each of what. */
static sls_status rate_unit(const sls_items *items, const sls_reading *r, sls_arena *arena,
                            sls_amount *out)
{
    sls_str per = sls_reading_value(items, r, SLS_G_per, SLS_C_UNIT);

    if (per.len == 0)
        per = sls_reading_value(items, r, SLS_G_per, SLS_C_ONEUNIT);
    if (per.len == 0)
        per = sls_reading_value(items, r, SLS_G_per, SLS_C_NOUN);
    if (per.len == 0)
        per = sls_reading_value(items, r, SLS_G_per, SLS_C_CLASSIFIER);
    if (per.len == 0)
        per = sls_reading_value(items, r, SLS_G_per, SLS_C_CURRENCY);
    if (per.len == 0)
        return SLS_ENOTFOUND;
    if (out->unit.len == 0)
        out->unit = currency_before(items, r->first);
    if (is_measure(out->unit, per))
        out->type = "quantity";
    return sls_arena_concat3(arena, out->unit, SLS_STR("/"), per, &out->unit);
}

/* Whether "to" joins the numbers: 3 to 1, five-to-one. */
static bool behind_to(const sls_items *items, const sls_reading *r)
{
    const int32_t m = r->from[SLS_G_m];

    return items->at[m - 1].set & SLS_BIT(SLS_C_TO) ||
           (items->at[m - 1].symbol == '-' && items->at[m - 2].set & SLS_BIT(SLS_C_TO));
}

/* A ratio is told of, or nobody counts down to one: outnumbered, odds, 5 to 1. */
static bool is_ratio(const sls_items *items, const sls_reading *r, const sls_item *n,
                     const sls_item *m)
{
    const sls_decimal one = sls_decimal_of(1);

    if (sls_told_by(items, r->first, "ratio") ||
        sls_item_says(&items->at[r->last + 1], SLS_C_LITERAL, "ratio"))
        return true;
    return !sls_has(r, SLS_G_colon) && sls_decimal_cmp(m->value, one) == 0 &&
           sls_decimal_cmp(n->value, one) > 0 && !sls_told_by(items, r->first, "score") &&
           !(r->first > 0 && items->at[r->first - 1].set & SLS_BIT(SLS_C_FROM));
}

/* "6-3, 6-7 (7-9), 7-5": whether scores stand right before the one at `first`. */
static bool goes_on(const sls_items *items, size_t first)
{
    enum { RUN = 48 };
    size_t i = first;

    while (i > 0 && i + RUN > first &&
           (items->at[i - 1].shape & SLS_SHAPED(PLAIN) || items->at[i - 1].symbol == ',' ||
            items->at[i - 1].symbol == '(' || items->at[i - 1].symbol == ')' ||
            items->at[i - 1].symbol == '-'))
        i--;
    return i < first && items->at[i].shape & SLS_SHAPED(PLAIN) && items->at[i + 1].symbol == '-';
}

/*
 * 3-1 and 3:1: a score by the words around it, or because it falls; a ratio when one is spoken
 * of. SLS_ENOTFOUND: neither.
 */
static sls_status score(const sls_items *items, const sls_reading *r, sls_arena *arena,
                        sls_amount *out)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n),
                   *m = sls_reading_item(items, r, SLS_G_m);
    const bool hyphen = !sls_has(r, SLS_G_colon) && items->at[r->from[SLS_G_m] - 1].symbol == '-' &&
                        !behind_to(items, r);
    char a[SLS_DECIMAL_TEXT], b[SLS_DECIMAL_TEXT];

    if (sls_decimal_cmp(n->value, sls_decimal_of(300)) > 0 ||
        sls_decimal_cmp(m->value, sls_decimal_of(300)) > 0)
        return SLS_ENOTFOUND;
    if (sls_reading_makes(r, "in") ? sls_decimal_cmp(n->value, m->value) <= 0
                                   : !hyphen && is_ratio(items, r, n, m))
        out->type = "ratio";
    else if (sls_told_by(items, r->first, "score") || (hyphen && goes_on(items, r->first)) ||
             (hyphen && sls_decimal_cmp(n->value, m->value) >= 0 &&
              sls_decimal_cmp(n->value, sls_decimal_of(30)) < 0))
        out->type = "score";
    else
        return SLS_ENOTFOUND;
    out->bound = bound_in(items, r);
    const sls_str left = { a, sls_decimal_text(n->value, a) };
    const sls_str right = { b, sls_decimal_text(m->value, b) };
    return sls_arena_concat3(arena, left,
                             sls_str_eq(sls_str_of(out->type), SLS_STR("ratio")) ? SLS_STR(":")
                                                                                 : SLS_STR("-"),
                             right, &out->value);
}

/* "... yang segar.,2. Cuci": entries that lost their line, each glued to a comma or stop before. */
static bool is_run_in(const sls_items *items, size_t i)
{
    const sls_tokens *t = &items->document->tokens;
    const size_t at = items->at[i].first;
    char before;

    if (at == 0 || !(t->at[at].flags & SLS_TOKEN_GLUED) || !(t->at[at - 1].flags & SLS_TOKEN_PUNCT))
        return false;
    before = t->folded->text.ptr[t->at[at - 1].start];
    return before == ',' || before == '.';
}

/* "1. Jakarta" at the start of a line: the number of a list's entry. */
static bool numbered_list(const sls_items *items, const sls_reading *r)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n);

    return n && r->first == r->last && n->shape & SLS_SHAPED(PLAIN) &&
           (items->document->tokens.at[n->first].flags & SLS_TOKEN_BREAK ||
            is_run_in(items, r->first)) &&
           (items->at[r->last + 1].symbol == '.' || items->at[r->last + 1].symbol == ')') &&
           n->last + 2u < items->document->tokens.count &&
           !(items->document->tokens.at[n->last + 2u].flags & SLS_TOKEN_BREAK);
}

/* "3S", "13F": a capital letter glued to a number that is no unit makes it a name. */
static bool is_lettered(const sls_items *items, const sls_reading *r)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n);
    const sls_item *next = n && n->shape & SLS_SHAPED(PLAIN) ? n + 1 : NULL;
    const sls_tokens *t = &items->document->tokens;

    return next && next->symbol != SLS_SYMBOL_BOUNDARY && next->shape & SLS_SHAPED(CAP) &&
           t->at[next->first].flags & SLS_TOKEN_GLUED &&
           t->at[next->first].end - t->at[next->first].start == 1;
}

static const char *type_of(const sls_reading *r, const sls_amount *a)
{
    if (sls_reading_is(r, SLS_READ(NUMBER) | SLS_READ(ORDINAL) | SLS_READ(MONEY) | SLS_READ(AGE) |
                              SLS_READ(RATE)))
        return sls_reads_name(r->kind);
    if (sls_str_eq(a->unit, SLS_STR("percent")))
        return "percent";
    return sls_unit_is_time(a->unit) ? "duration" : "quantity";
}

/* Whether an amount stands right before item `i`: "$15 an hour", "empat jam sehari" are rates. */
static bool behind_amount(const sls_items *items, size_t i)
{
    const uint64_t COUNTED = SLS_BIT(SLS_C_UNIT) | SLS_BIT(SLS_C_CURRENCY) |
                             SLS_BIT(SLS_C_CLASSIFIER) | SLS_BIT(SLS_C_NOUN);

    return i > 0 && items->at[i - 1].symbol != SLS_SYMBOL_BOUNDARY &&
           (items->at[i - 1].shape & SLS_SHAPED(NUM) || items->at[i - 1].set & COUNTED);
}

/* Whether the unit is what the pattern's kind and making ask for. */
static bool unit_fits(const sls_items *items, const sls_reading *r, sls_amount *out)
{
    if (sls_reading_is(r, SLS_READ(AGE))) {
        if (out->unit.len == 0)
            out->unit = SLS_STR("year");
        return sls_unit_is_time(out->unit);
    }
    if (sls_reading_makes(r, "single")) /* "a home a mile away", but "$3 a mile" */
        return sls_has(r, SLS_G_hedge) || !behind_amount(items, r->first) ||
               items->at[r->first - 1].set & SLS_BIT(SLS_C_NOUN);
    return !sls_reading_makes(r, "one") ||
           (sls_unit_is_time(out->unit) && !behind_amount(items, r->first));
}

/* "Asep Sunandar, 39 tahun": an age in apposition. */
static bool is_age(const sls_items *items, const sls_reading *r, const sls_amount *a)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n);

    return n && !sls_has(r, SLS_G_m) && !sls_has(r, SLS_G_hedge) && a->part_count == 0 &&
           n->shape & SLS_SHAPED(PLAIN) && sls_str_eq(a->unit, SLS_STR("year")) &&
           sls_str_eq(sls_str_of(a->type), SLS_STR("duration")) && r->first > 1 &&
           items->at[r->first - 1].symbol == ',' && sls_behind_person(items, r->first - 1) &&
           sls_plausible_age(n);
}

/* "two separate attacks", "four critically hurt": more than one of an English thing ends in s. */
static bool is_adjective(const sls_items *items, const sls_reading *r, const sls_amount *a)
{
    return items->document->lang_of[items->at[r->last].sentence] == SLS_LANG_EN &&
           !sls_has(r, SLS_G_class) && /* but five pieces of cake */
           !sls_str_eq(a->value, SLS_STR("1")) && !sls_str_eq(a->value, SLS_STR("0.5")) &&
           a->unit.len > 0 && a->unit.ptr[a->unit.len - 1] != 's';
}

/* "A50s", "S10 plus", "2 x 3 meter": a model's name, no count of unknown things. */
static bool is_model(const sls_items *items, const sls_reading *r)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n);

    const size_t len = sls_items_folded(items, r->last, r->last).len;

    return n && (len == 1 || (len <= 4 && n->shape & SLS_SHAPED(GLUED)));
}

static bool is_round(const sls_item *n)
{
    int64_t whole;

    return sls_decimal_integer(n->value, &whole) && whole % 50 == 0;
}

/* "call 555-1234": three digits and four that count nothing; 500-1000 may well be a range. */
static bool is_telephone(const sls_items *items, const sls_reading *r)
{
    const sls_item *n = sls_reading_item(items, r, SLS_G_n);
    const sls_item *m = sls_reading_item(items, r, SLS_G_m);

    return n && m && sls_reading_is(r, SLS_READ(NUMBER)) &&
           items->document->lang_of[n->sentence] == SLS_LANG_EN && m == n + 2 &&
           n[1].symbol == '-' && n->shape & m->shape & SLS_SHAPED(PLAIN) &&
           sls_items_folded(items, (size_t)r->from[SLS_G_n], (size_t)r->to[SLS_G_n]).len == 3 &&
           sls_items_folded(items, (size_t)r->from[SLS_G_m], (size_t)r->to[SLS_G_m]).len == 4 &&
           !(is_round(n) && is_round(m));
}

/* "5 feet 9 inches and 130 pounds", "5'3", 125 pounds": somebody is described. */
static bool behind_length(const sls_items *items, size_t i)
{
    const size_t REACH = 7;

    for (size_t k = i; k-- > 0 && k + REACH >= i;) {
        const sls_str unit = sls_item_value(&items->at[k], SLS_C_UNIT);

        if (items->at[k].symbol == SLS_SYMBOL_BOUNDARY)
            break;
        if (sls_str_eq(unit, SLS_STR("foot")) || sls_str_eq(unit, SLS_STR("inch")) ||
            (items->at[k].symbol == '\'' && k > 0 && items->at[k - 1].shape & SLS_SHAPED(PLAIN)))
            return true;
    }
    return false;
}

sls_status sls_amount_of(const sls_items *items, const sls_reading *r, sls_arena *arena,
                         sls_amount *out)
{
    sls_status status;

    *out = (sls_amount){ 0 };
    if (sls_reading_is(r, SLS_READ(SCORE) | SLS_READ(RATIO)))
        return score(items, r, arena, out);
    if (sls_reading_is(r, SLS_READ(NUMBER)) && (numbered_list(items, r) || is_lettered(items, r)))
        return SLS_ENOTFOUND;
    if (sls_reading_is(r, SLS_READ(NUMBER)) && sls_has(r, SLS_G_m) &&
        (items->at[r->from[SLS_G_m] - 1].symbol == '-' || behind_to(items, r)) &&
        score(items, r, arena, out) == SLS_OK)
        return SLS_OK;
    units(items, r, out);
    if (sls_reading_makes(r, "magnitude") || sls_reading_makes(r, "celsius") ||
        sls_reading_makes(r, "fahrenheit") || sls_reading_makes(r, "inch") ||
        sls_reading_makes(r, "electronvolt"))
        out->unit = r->pattern->make;
    if (sls_reading_makes(r, "grand"))
        out->unit = SLS_STR("USD/0.001");
    if (sls_reading_makes(r, "pence"))
        out->unit = SLS_STR("GBP/100");
    status = values(items, r, arena, out);
    if (status == SLS_OK)
        status = subunit(arena, out);
    if (status != SLS_OK)
        return status;
    if (sls_reading_makes(r, "pounds") &&
        (sls_told_by(items, r->first, "mass") || behind_length(items, r->first))) {
        out->unit = SLS_STR("lb");
        out->type = "quantity";
        return SLS_OK;
    }
    if (sls_reading_makes(r, "bracket") &&
        !((sls_behind_person(items, r->first - 1) || sls_in_list_of_aged(items, r->first - 1)) &&
          sls_plausible_age(sls_reading_item(items, r, SLS_G_n)))) {
        out->type = sls_has(r, SLS_G_unit) ? "duration" : "number"; /* any number in brackets */
        return SLS_OK;
    }
    if (!unit_fits(items, r, out))
        return SLS_ENOTFOUND;
    out->type = type_of(r, out);
    if ((out->guessed && is_model(items, r)) || is_telephone(items, r))
        return SLS_ENOTFOUND;
    if (out->guessed && is_adjective(items, r, out)) {
        out->unit = (sls_str){ 0 };
        out->type = "number";
    }
    if (is_age(items, r, out))
        out->type = "age";
    if (sls_reading_makes(r, "per") || sls_reading_makes(r, "often"))
        return rate_unit(items, r, arena, out);
    return SLS_OK;
}
