#include "extract/items/spelled.h"

static bool fraction_value(sls_str v, sls_decimal *out)
{
    const size_t slash = sls_str_find_byte(v, '/');
    sls_decimal a, b;

    return sls_decimal_read(sls_str_slice(v, 0, slash), &a) == SLS_OK &&
           sls_decimal_read(sls_str_slice(v, slash + 1, v.len), &b) == SLS_OK &&
           sls_decimal_div(a, b, out) == SLS_OK;
}

static bool form_word(const sls_form *form, sls_number_word *out)
{
    sls_str v = sls_form_value(form, SLS_C_NUMBER);

    if (v.len == 0)
        v = sls_form_value(form, SLS_C_FRACTION);
    if (v.len == 0)
        return false;
    out->tokens = form->tokens;
    out->op = '=';
    if (sls_str_find_byte(SLS_STR("*+x-./&"), v.ptr[0]) != SIZE_MAX) {
        out->op = v.ptr[0];
        v = sls_str_slice(v, 1, v.len);
        if (v.len == 0)
            return true;
    }
    if (sls_str_find_byte(v, '/') != SIZE_MAX)
        return fraction_value(v, &out->value);
    return sls_decimal_read(v, &out->value) == SLS_OK;
}

bool sls_spelled_word(const sls_source *s, size_t i, sls_number_word *out)
{
    const sls_form *form;

    /* most words that stand behind digits begin no number */
    if (i >= s->limit ||
        !sls_lexicon_begins(s->lang, s->tokens, i, SLS_BIT(SLS_C_NUMBER) | SLS_BIT(SLS_C_FRACTION)))
        return false;
    form = sls_source_form(s, i);
    return form && !sls_form_is(form, SLS_C_IDIOM) && form_word(form, out);
}

bool sls_spelled_ordinal(const sls_source *s, size_t i, sls_number_word *out)
{
    const sls_form *form = sls_source_form(s, i);
    const sls_str v = sls_form_value(form, SLS_C_ORDINAL);

    if (v.len == 0 || sls_decimal_read(v, &out->value) != SLS_OK)
        return false;
    out->op = 'o';
    out->tokens = form->tokens;
    return true;
}

/* Tens and units from token i: "dua puluh lima", "eleven". Returns the tokens read. */
static size_t two_digits(const sls_source *s, size_t i, sls_decimal *out)
{
    sls_sum parts = { 0 };
    size_t read = 0;
    sls_number_word w;

    while (sls_spelled_word(s, i + read, &w) && sls_decimal_cmp(w.value, sls_decimal_of(100)) < 0 &&
           (w.op == '=' || w.op == '+' || w.op == '*') && !sls_number_word_part(&w)) {
        if ((w.op != '=' && parts.count == 0) || !sls_sum_apply(&parts, &w))
            break;
        read += w.tokens;
        if (sls_source_punct(s, i + read, '-') && sls_spelled_word(s, i + read + 1, &w) &&
            w.op == '=')
            read++;
    }
    return sls_sum_total(&parts, out) && sls_decimal_cmp(*out, sls_decimal_of(10)) >= 0 ? read : 0;
}

/* Decimals in words after "koma" at token i: "nol lima tujuh", "dua puluh lima". Tokens read. */
static size_t decimals(const sls_source *s, size_t i, sls_sum *parts)
{
    sls_decimal digit;
    size_t read = two_digits(s, i, &digit);
    sls_number_word w;

    if (parts->count == SLS_SUM_PARTS)
        return 0;
    if (read > 0)
        return sls_decimal_shift(digit, -2, &parts->part[parts->count++]) == SLS_OK ? read : 0;
    for (int place = -1; place >= -12 && sls_spelled_word(s, i + read, &w) && w.op == '=';
         place--) {
        if (sls_decimal_cmp(w.value, sls_decimal_of(9)) > 0 || sls_number_word_part(&w) ||
            sls_decimal_shift(w.value, place, &digit) != SLS_OK || parts->count == SLS_SUM_PARTS)
            break;
        parts->part[parts->count++] = digit;
        read += w.tokens;
    }
    return read;
}

/* "5 koma 2": digits behind the point that is a word. Tokens read. */
static size_t decimal_digits(const sls_source *s, size_t i, sls_sum *parts)
{
    sls_decimal d;
    const sls_str text = sls_source_digits(s, i) ? sls_token_text(s->tokens, i) : (sls_str){ 0 };

    if (text.len == 0 || text.len > 6 || parts->count == SLS_SUM_PARTS ||
        sls_decimal_read(text, &d) != SLS_OK ||
        sls_decimal_shift(d, -(int)text.len, &parts->part[parts->count]) != SLS_OK)
        return 0;
    parts->count++;
    return 1;
}

typedef enum { APART, HYPHEN, AND } joint;

/* What joins number words: the hyphen of twenty-one, the and of hundred and five. */
static joint join_at(const sls_source *s, size_t i)
{
    sls_number_word w;

    if (sls_source_punct(s, i, '-') &&
        ((sls_source_glued(s, i) && sls_source_glued(s, i + 1)) ||
         (sls_spelled_word(s, i + 1, &w) && w.op == '/'))) /* five - eighths */
        return HYPHEN;
    return s->lang == SLS_LANG_EN && sls_source_word(s, i, "and") ? AND : APART;
}

/* A proper fraction in words from token i: "a half", "two thirds". Tokens read, or 0. */
static size_t proper_fraction(const sls_source *s, size_t i, sls_decimal *out)
{
    sls_sum parts = { 0 };
    size_t read = 0;
    sls_number_word w;

    if (sls_spelled_word(s, i, &w) && (sls_number_word_part(&w) || w.op == '&')) {
        *out = w.value;
        return w.tokens;
    }
    while (sls_spelled_word(s, i + read, &w) && (w.op == '=' || w.op == '/')) {
        const bool done = w.op == '/';

        if ((done && parts.count == 0) || !sls_sum_apply(&parts, &w))
            return 0;
        read += w.tokens;
        if (done)
            return sls_sum_total(&parts, out) && sls_decimal_cmp(*out, sls_decimal_of(1)) < 0 ? read
                                                                                              : 0;
        if (join_at(s, i + read) == HYPHEN)
            read++;
    }
    return 0;
}

bool sls_spelled_letter(const sls_source *s, size_t i, const sls_number_word *w)
{
    return (w->op == '*' || w->op == 'x') && w->tokens == 1 &&
           sls_token_text(s->tokens, i).len == 1;
}

/*
 * Whether the single letter at token `i` scales: 10K and 1.2M always when glued; m and t only
 * beside money (2 m, 5m euros), or, in English, glued before what is counted (3m workers): 48m
 * are metres, 100t tonnes.
 */
static bool letter_scales(const sls_source *s, size_t i, bool money)
{
    const sls_form *behind = sls_source_form(s, i + 1);

    if (money)
        return true;
    if (!sls_source_glued(s, i)) /* 2.33 k */
        return s->lang == SLS_LANG_EN && sls_source_word(s, i, "k") && i >= s->begin + 2 &&
               sls_source_digits(s, i - 1) && sls_source_punct(s, i - 2, '.') &&
               !(i + 1 < s->limit && s->tokens->at[i + 1].flags & SLS_TOKEN_WORD);
    if (sls_source_word(s, i, "g")) /* 1.2G; 5G is a network, 500G may be grams */
        return i >= s->begin + 2 && s->tokens->at[i].flags & SLS_TOKEN_CAP &&
               sls_source_punct(s, i - 2, '.');
    return sls_source_word(s, i, "k") || sls_source_word(s, i, "b") ||
           (sls_source_word(s, i, "m") && s->tokens->at[i].flags & SLS_TOKEN_CAP) ||
           sls_form_is(behind, SLS_C_CURRENCY) ||
           (s->lang == SLS_LANG_EN && sls_source_word(s, i, "m") &&
            (sls_form_is(behind, SLS_C_NOUN) || sls_form_is(behind, SLS_C_DEMONYM)));
}

/* Whether a word may follow a join. */
static bool may_join(joint join, const sls_sum *parts, const sls_number_word *w)
{
    const sls_decimal last = parts->part[parts->count - 1];

    if (join == HYPHEN) /* twenty-one, two-thirds, twenty-first; "hundred-million" too */
        return w->op == '=' || w->op == '/' || w->op == 'o' || w->op == 'x' || w->op == '*';
    return (w->op == '=' || w->op == 'o') && sls_decimal_cmp(last, sls_decimal_of(100)) >= 0;
}

/* A fraction behind "and" at token i; returns the tokens read with the "and", or 0. */
static size_t and_fraction(const sls_source *s, size_t i, sls_sum *parts)
{
    sls_decimal part;
    const size_t n = proper_fraction(s, i + 1, &part);
    sls_number_word w;

    if (n > 0 && parts->scale.coefficient != 0 && sls_spelled_word(s, i + 1 + n, &w) && w.op == '*')
        return sls_decimal_mul(part, w.value, &part) == SLS_OK && sls_sum_add(parts, part)
                   ? n + 1 + w.tokens
                   : 0; /* one billion and a half million */
    return n > 0 && sls_sum_fraction(parts, part) ? n + 1 : 0;
}

/* "two-and-a-half": the same with hyphens; `i` is at the first. Tokens read, or 0. */
static size_t hyphen_fraction(const sls_source *s, size_t i, sls_sum *parts)
{
    size_t at = i + 2, n;
    sls_decimal part;

    if (!sls_source_punct(s, i, '-') || !sls_source_word(s, i + 1, "and"))
        return 0;
    at += sls_source_punct(s, at, '-');
    n = proper_fraction(s, at, &part);
    return n > 0 && sls_sum_fraction(parts, part) ? at + n - i : 0;
}

/* "three hundred and 21" */
static size_t and_digits(const sls_source *s, size_t i, sls_sum *parts)
{
    const sls_decimal last = parts->part[parts->count - 1];
    sls_item more = { 0 };

    if (sls_decimal_cmp(last, sls_decimal_of(100)) < 0 ||
        sls_decimal_cmp(last, sls_decimal_of(900)) > 0 || !sls_digits_at(s, i + 1, &more) ||
        !(more.shape & SLS_SHAPED(PLAIN)) || !sls_sum_add(parts, more.value))
        return 0;
    return more.last + 1 - i;
}

/* "dua per tiga": the part of a whole; "satu per satu" is one by one. Tokens read, or 0. */
static size_t per_word(const sls_source *s, size_t i, sls_sum *parts)
{
    sls_number_word w;
    sls_decimal total;

    if (s->lang != SLS_LANG_ID || parts->count == 0 || !sls_source_word(s, i, "per") ||
        !sls_spelled_word(s, i + 1, &w) || w.op != '=' || !sls_sum_total(parts, &total) ||
        sls_decimal_cmp(total, w.value) >= 0)
        return 0;
    w.op = '/';
    return sls_sum_apply(parts, &w) ? w.tokens + 1 : 0;
}

/* "two thirds of a million", "half of a million": a part of a scale. Tokens read, or 0. */
static size_t of_scale(const sls_source *s, size_t i, sls_sum *parts)
{
    const bool of = sls_source_word(s, i, "of");
    sls_decimal part;
    sls_number_word w;

    if (s->lang != SLS_LANG_EN || !(of || (i > s->begin && sls_source_word(s, i - 1, "of"))) ||
        !sls_spelled_word(s, i + of, &w) || w.op != '=' || w.value.coefficient != 1 ||
        w.value.exponent < 3 || !sls_sum_total(parts, &part) ||
        sls_decimal_cmp(part, sls_decimal_of(1)) >= 0 || part.coefficient <= 0 ||
        sls_decimal_mul(part, w.value, &part) != SLS_OK)
        return 0;
    *parts = (sls_sum){ .part = { part }, .count = 1, .scale = w.value };
    return of + w.tokens;
}

/*
 * "three twenty-fifths", "one hundred thirty fifths": tens before the name of a part are the
 * part's. Tokens read, or 0.
 */
static size_t compound_part(const sls_source *s, size_t i, sls_sum *parts)
{
    sls_number_word tens, unit;
    size_t at;

    if (s->lang != SLS_LANG_EN || !sls_spelled_word(s, i, &tens) || tens.op != '=' ||
        tens.value.exponent != 1 || tens.value.coefficient < 2 || tens.value.coefficient > 9)
        return 0;
    at = i + tens.tokens;
    at += sls_source_punct(s, at, '-');
    if (!sls_spelled_word(s, at, &unit) || unit.op != '/' ||
        sls_decimal_cmp(unit.value, sls_decimal_of(10)) >= 0 ||
        sls_decimal_add(unit.value, tens.value, &unit.value) != SLS_OK)
        return 0;
    unit.op = '/';
    return sls_sum_apply(parts, &unit) ? at + unit.tokens - i : 0;
}

/* The next word or words of a number at token `i`; returns how many tokens, 0 when it ends. */
static size_t next_words(const sls_source *s, size_t i, bool money, sls_sum *parts)
{
    const joint join = parts->count > 0 ? join_at(s, i) : APART;
    const size_t at = i + (join != APART);
    size_t n;
    sls_number_word w;

    if (join == AND && ((n = and_fraction(s, i, parts)) > 0 || (n = and_digits(s, i, parts)) > 0))
        return n;
    if ((n = per_word(s, i, parts)) > 0 ||
        (join == HYPHEN && (n = hyphen_fraction(s, i, parts)) > 0))
        return n;
    if (parts->count > 0 && join == APART &&
        ((n = of_scale(s, i, parts)) > 0 || (n = compound_part(s, i, parts)) > 0))
        return n;
    if (!sls_spelled_word(s, at, &w) &&
        !(s->lang == SLS_LANG_EN && parts->count > 0 && sls_spelled_ordinal(s, at, &w)))
        return 0;
    if (w.op == '-' || (join != APART && !may_join(join, parts, &w)))
        return 0;
    if (sls_spelled_letter(s, at, &w) && !letter_scales(s, at, money))
        return 0;
    if (join == APART && parts->count > 0 && sls_number_word_part(&w) && s->lang == SLS_LANG_EN)
        return 0; /* two, half of them */
    if (w.op == '.') {
        n = parts->count == 0 ? 0 : decimals(s, at + w.tokens, parts);
        if (n == 0 && parts->count > 0)
            n = decimal_digits(s, at + w.tokens, parts);
        return n > 0 ? n + w.tokens : 0;
    }
    return sls_sum_apply(parts, &w) ? at + w.tokens - i : 0;
}

size_t sls_spelled_from(const sls_source *s, size_t i, bool money, sls_sum *parts)
{
    while (!parts->ordinal) {
        const sls_sum before = *parts;
        const size_t n = next_words(s, i, money, parts);

        if (n == 0) {
            *parts = before;
            break;
        }
        i += n;
    }
    return i;
}

bool sls_spelled_short(const sls_source *s, size_t i, const sls_number_word *w)
{
    return w->op == '*' && w->tokens == 1 && sls_token_text(s->tokens, i).len <= 3;
}

bool sls_spelled_goes_on(const sls_source *s, size_t i, const sls_item *digits)
{
    sls_number_word w;

    if (join_at(s, i) == AND || (s->lang == SLS_LANG_EN && sls_source_word(s, i, "of")))
        return true;
    if (join_at(s, i) == HYPHEN) /* a $3-billion loan; but 10-k is a form */
        return sls_spelled_word(s, i + 1, &w) && w.op == '*' && !sls_spelled_short(s, i + 1, &w);
    if (!sls_spelled_word(s, i, &w))
        return false;
    return w.op == '*' || w.op == 'x' || w.op == '/' ||
           (w.op == '.' && digits->shape & SLS_SHAPED(PLAIN)) ||
           (sls_number_word_part(&w) && s->lang == SLS_LANG_ID);
}
