#include "extract/items/number.h"

#include "extract/items/spelled.h"

/* Digits that go on behind a scale: "1 juta 200 ribu", "4 thousand 3 hundred and 21". */
static size_t digits_from(const sls_source *s, size_t i, bool money, sls_sum *parts)
{
    sls_item more = { 0 };
    sls_sum tail = { .count = 1 };
    size_t end;

    if (!sls_source_digits(s, i) || !sls_digits_at(s, i, &more))
        return i;
    tail.part[0] = more.value;
    end = sls_spelled_from(s, more.last + 1, money, &tail);
    if (end == more.last + 1 || tail.ordinal || !sls_sum_total(&tail, &more.value) ||
        !sls_sum_add(parts, more.value))
        return i;
    return end;
}

static void finish(const sls_sum *parts, size_t behind, sls_item *item)
{
    int64_t n;

    item->last = (uint32_t)(behind - 1);
    item->scale = (int8_t)(parts->scale.coefficient == 1 ? parts->scale.exponent : 0);
    if (parts->ordinal) {
        item->set = SLS_BIT(SLS_C_ORDINAL);
        item->shape = SLS_SHAPED(LOWER);
        return;
    }
    item->shape = (item->shape & SLS_SHAPED(GLUED)) | SLS_SHAPED(NUM) | SLS_SHAPED(WORDS);
    if (sls_decimal_integer(item->value, &n))
        item->shape |= SLS_SHAPED(WHOLE);
}

/*
 * "$ 46 . 8 million", "32 . 99 %": texts whose marks stand apart. Digits behind a stop in the
 * middle of a sentence are decimals where money is told, a scale or percents.
 */
static void take_spaced(const sls_source *s, bool money, sls_item *item)
{
    const size_t i = item->last + 1;
    sls_decimal part, sum;
    sls_number_word w;
    sls_str digits;

    if (s->lang != SLS_LANG_EN || !(item->shape & SLS_SHAPED(PLAIN)) ||
        !sls_source_punct(s, i, '.') || sls_source_glued(s, i) || !sls_source_digits(s, i + 1) ||
        sls_source_glued(s, i + 1))
        return;
    digits = sls_token_text(s->tokens, i + 1);
    if (digits.len > 3 || sls_decimal_read(digits, &part) != SLS_OK ||
        sls_decimal_shift(part, -(int)digits.len, &part) != SLS_OK ||
        sls_decimal_add(item->value, part, &sum) != SLS_OK ||
        !(money ||
          (sls_spelled_word(s, i + 2, &w) && w.op == '*' && !sls_spelled_letter(s, i + 2, &w)) ||
          sls_str_eq(sls_form_value(sls_source_form(s, i + 2), SLS_C_UNIT), SLS_STR("percent"))))
        return;
    item->value = sum;
    item->last = (uint32_t)(i + 1);
    item->shape &= SLS_SHAPED(NUM) | SLS_SHAPED(GLUED);
}

/* A shooting, an attack: a noun of doing, no verb. */
static bool is_doing(const sls_form *form)
{
    return sls_form_is(form, SLS_C_EVENT) &&
           !(form->traits & (SLS_TRAIT(ACTIVE) | SLS_TRAIT(PASSIVE)));
}

/* "a third man", "a fourth time": one more of what is counted, no part of it. */
static bool ordinal_article(const sls_source *s, size_t i, sls_item *item)
{
    const uint64_t COUNTED = SLS_BIT(SLS_C_NOUN) | SLS_BIT(SLS_C_ROLE) | SLS_BIT(SLS_C_OFFICE) |
                             SLS_BIT(SLS_C_OBJECT) | SLS_BIT(SLS_C_DATEWORD) |
                             SLS_BIT(SLS_C_ORGWORD);
    const sls_form *form = sls_source_form(s, i), *behind;
    sls_number_word w;

    if (s->lang != SLS_LANG_EN || !sls_form_is(form, SLS_C_FRACTION) || form->tokens != 2 ||
        !(sls_source_word(s, i, "a") || sls_source_word(s, i, "an")) ||
        !sls_spelled_ordinal(s, i + 1, &w) || w.tokens != 1)
        return false;
    behind = sls_source_form(s, i + 2);
    if (!(behind && behind->set & COUNTED) && !is_doing(behind) &&
        !sls_source_word(s, i + 2, "time") &&
        !sls_str_eq(sls_form_value(behind, SLS_C_LITERAL), SLS_STR("more")))
        return false; /* "more": a third straight month */
    *item = (sls_item){ .first = (uint32_t)i,
                        .last = (uint32_t)(i + 1),
                        .sentence = item->sentence,
                        .set = SLS_BIT(SLS_C_ORDINAL),
                        .shape = SLS_SHAPED(LOWER),
                        .value = w.value };
    return true;
}

/*
 * The number of words from token `i` on, or of the digits in `*item`, which end before `i`, and the
 * words that go on behind them.
 */
static bool words_at(const sls_source *s, size_t i, bool digits, bool money, sls_item *item)
{
    sls_sum parts = { 0 };
    size_t start = i, behind;
    bool ke = false;
    sls_number_word w;

    if (digits) {
        parts.part[parts.count++] = item->value;
    } else if (ordinal_article(s, i, item)) {
        return true;
    } else if (!sls_spelled_word(s, i, &w)) {
        ke = s->lang == SLS_LANG_ID && sls_spelled_ordinal(s, i, &w) && w.tokens == 1;
        if (!ke)
            return false;
        parts.part[parts.count++] = w.value;
        start = i + 1;
    } else if (sls_spelled_short(s, i, &w) || w.op == '+' || w.op == 'x' || w.op == '/' ||
               w.op == '.' || w.op == '&') {
        return false;
    }
    behind = sls_spelled_from(s, start, money, &parts);
    if (behind == start)
        return digits;
    if (digits && parts.ordinal)
        return true; /* 2 first places */
    if (!parts.ordinal && !ke)
        behind = digits_from(s, behind, money, &parts);
    if (!sls_sum_total(&parts, &item->value))
        return false;
    parts.ordinal |= ke;
    finish(&parts, behind, item);
    return true;
}

static bool unsigned_at(const sls_source *s, size_t i, bool money, sls_item *item)
{
    if (!sls_digits_at(s, i, item))
        return words_at(s, i, false, money, item);
    take_spaced(s, money, item);
    return !sls_spelled_goes_on(s, item->last + 1, item) ||
           words_at(s, item->last + 1, true, money, item);
}

/* Whether the token before `i` is a number, from which what follows may be taken away. */
static bool behind_number(const sls_source *s, size_t i)
{
    sls_number_word w;

    return i > s->begin && (sls_source_digits(s, i - 1) || sls_spelled_word(s, i - 1, &w));
}

/* Whether nothing but a unit follows until the sentence ends, or degrees do. */
static bool ends_behind(const sls_source *s, size_t i)
{
    const sls_form *form = sls_source_form(s, i);

    if (sls_str_eq(sls_form_value(form, SLS_C_UNIT), SLS_STR("celsius")) ||
        sls_str_eq(sls_form_value(form, SLS_C_UNIT), SLS_STR("fahrenheit")))
        return true; /* degrees below zero are no bullet */
    if (form && (sls_form_is(form, SLS_C_UNIT) || sls_form_is(form, SLS_C_CURRENCY) ||
                 form->len == 1)) /* -10C */
        i += form->tokens;
    return i >= s->limit || (i + 1 == s->limit && !(s->tokens->at[i].flags & SLS_TOKEN_WORD));
}

/*
 * Whether the hyphen at token `i` is a sign: glued to its number and to nothing before it, and
 * no bullet, dateline, typed dash ("KM 01--200") or the end of a range ("5 -7 kg", "28 Juni -2
 * Juli").
 */
static bool is_sign(const sls_source *s, size_t i, size_t behind)
{
    const sls_form *before;

    if (i == s->begin || s->tokens->at[i].flags & SLS_TOKEN_BREAK)
        return ends_behind(s, behind);
    if (!sls_source_glued(s, i + 1))
        return false;
    if (s->tokens->at[i - 1].flags & SLS_TOKEN_PUNCT)
        return sls_source_glued(s, i)
                   ? !sls_source_punct(s, i - 1, ')') && !sls_source_punct(s, i - 1, '.') &&
                         !sls_source_punct(s, i - 1, '%') && !sls_source_punct(s, i - 1, '-')
                   : sls_source_punct(s, i - 1, ':') || sls_source_punct(s, i - 1, '=') ||
                         sls_source_punct(s, i - 1, ',');
    before = sls_source_form(s, i - 1);
    return !sls_source_glued(s, i) && !behind_number(s, i) &&
           !(s->tokens->at[i - 1].flags & SLS_TOKEN_CAP && i - 1 > s->begin) &&
           !sls_form_is(before, SLS_C_MONTH) && !sls_form_is(before, SLS_C_UNIT);
}

/* A sign before digits or words: -5, minus lima, negative two. */
static bool signed_at(const sls_source *s, size_t i, bool money, sls_item *item)
{
    const bool hyphen = sls_source_punct(s, i, '-');
    sls_number_word w = { .op = '-', .tokens = 1 };
    const sls_form *form;

    if (!hyphen && (sls_source_digits(s, i) || !sls_spelled_word(s, i, &w) || w.op != '-'))
        return false;
    if (hyphen ? !sls_source_digits(s, i + 1) && !sls_source_punct(s, i + 1, '.') &&
                     !sls_source_punct(s, i + 1, ',')
               : behind_number(s, i))
        return false;
    if (!unsigned_at(s, i + w.tokens, money, item) || !(item->shape & SLS_SHAPED(NUM)))
        return false;
    form = sls_source_form(s, i);
    /* "min 18 tahun" is a minimum, "min lima" a number */
    if (sls_form_is(form, SLS_C_HEDGE) && !(item->shape & SLS_SHAPED(WORDS)))
        return false;
    if (hyphen && !is_sign(s, i, item->last + 1u))
        return false;
    item->value = sls_decimal_neg(item->value);
    item->shape &= SLS_SHAPED(NUM) | SLS_SHAPED(WORDS) | SLS_SHAPED(WHOLE);
    return true;
}

/* "tiga (3)", "3 (tiga)": the number once more in brackets. */
static void take_echo(const sls_source *s, bool money, sls_item *item)
{
    const size_t i = item->last + 1;
    sls_item echo = { 0 };

    if (!sls_source_punct(s, i, '(') || !unsigned_at(s, i + 1, money, &echo) ||
        !sls_source_punct(s, echo.last + 1, ')') || !(echo.shape & SLS_SHAPED(NUM)) ||
        sls_decimal_cmp(echo.value, item->value) != 0 ||
        (echo.shape & SLS_SHAPED(WORDS)) == (item->shape & SLS_SHAPED(WORDS)))
        return;
    item->last = echo.last + 1;
    item->shape = SLS_SHAPED(NUM) | SLS_SHAPED(WORDS) | (item->shape & SLS_SHAPED(WHOLE));
}

bool sls_number_at(const sls_document *document, size_t i, bool money, sls_item *item)
{
    const uint16_t at = document->tokens.at[i].sentence;
    const sls_sentence *sentence = &document->sentences.at[at];
    sls_source_memo memo = { .at = SIZE_MAX };
    const sls_source s = { &document->tokens, sentence->last + 1u, sentence->first,
                           (sls_lang)document->lang_of[at], &memo };

    if (!signed_at(&s, i, money, item) && !unsigned_at(&s, i, money, item))
        return false;
    if (item->shape & SLS_SHAPED(NUM))
        take_echo(&s, money, item);
    return true;
}
