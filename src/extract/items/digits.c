#include "extract/items/digits.h"

enum { MAX_GROUPS = 8 };

const sls_form *sls_settle_stop(sls_lang lang, const sls_tokens *tokens, size_t i, size_t limit,
                                const sls_form *form)
{
    const sls_form *bare;

    if (!form || form->tokens != 2 || i + 2 != limit || i == 0 ||
        !(tokens->at[i - 1].flags & SLS_TOKEN_DIGITS) ||
        sls_form_text(form).ptr[form->len - 1] != '.')
        return form;
    bare = sls_lexicon_word(lang, tokens, i);
    return sls_form_is(bare, SLS_C_UNIT) || sls_form_is(bare, SLS_C_NUMBER) ||
                   sls_form_is(bare, SLS_C_ERA) || sls_form_is(bare, SLS_C_LITERAL)
               ? bare
               : form;
}

const sls_form *sls_source_form(const sls_source *s, size_t i)
{
    const sls_form *form;

    if (i == s->memo->at)
        return s->memo->form;
    form = i < s->limit ? sls_lexicon_at(s->lang, s->tokens, i) : NULL;
    if (form && i + form->tokens > s->limit)
        form = NULL;
    form = sls_settle_stop(s->lang, s->tokens, i, s->limit, form);
    *s->memo = (sls_source_memo){ i, form };
    return form;
}

/* The separators and groups of one chain: 1 . 234 . 567 , 89 */
typedef struct {
    sls_str group[MAX_GROUPS];
    char separator[MAX_GROUPS]; /* before group i; [0] unused; ' ' for white space */
    size_t count;
    size_t last; /* token */
} chain;

/* The chain from token `i` on; what no group is in stays as it was. */
static void read_chain(const sls_source *s, size_t i, chain *c)
{
    c->count = 1;
    c->last = i;
    c->group[0] = sls_token_text(s->tokens, i);
    while (c->count < MAX_GROUPS && sls_source_glued(s, c->last + 1) &&
           sls_source_glued(s, c->last + 2) && sls_source_digits(s, c->last + 2)) {
        char sep = sls_source_punct(s, c->last + 1, '.')    ? '.'
                   : sls_source_punct(s, c->last + 1, ',')  ? ','
                   : sls_source_punct(s, c->last + 1, '\'') ? '\''
                                                            : 0;

        if (sep == '\'' && sls_token_text(s->tokens, c->last + 2).len != 3)
            break; /* 5'10 is a height, 1'234 a number of Swiss papers */

        if (!sep)
            break;
        c->separator[c->count] = sep;
        c->group[c->count++] = sls_token_text(s->tokens, c->last + 2);
        c->last += 2;
    }
}

static bool all_zero(sls_str digits)
{
    for (size_t i = 0; i < digits.len; i++)
        if (digits.ptr[i] != '0')
            return false;
    return true;
}

/* Whether groups 1..n-1 are thousands by one separator. */
static bool is_grouped(const chain *c, size_t n)
{
    if (n < 2 || c->group[0].len > 3 || c->group[0].ptr[0] == '0')
        return false;
    for (size_t i = 1; i < n; i++)
        if (c->group[i].len != 3 || c->separator[i] != c->separator[1])
            return false;
    return true;
}

/* Whether groups 0..n-1 are lakhs and crores: 12,34,567. */
static bool is_indian(const chain *c, size_t n)
{
    if (n < 3 || c->group[0].len > 2 || c->group[0].ptr[0] == '0' || c->group[n - 1].len != 3)
        return false;
    for (size_t i = 1; i < n; i++)
        if (c->separator[i] != ',' || (i + 1 < n && c->group[i].len != 2))
            return false;
    return true;
}

/* How many groups of the chain are the whole part; the rest (0 or 1) is decimals. 0: no number. */
static size_t whole_groups(const chain *c, sls_lang lang)
{
    const char thousands = lang == SLS_LANG_ID ? '.' : ',';
    const size_t n = c->count;

    if (n == 1)
        return 1;
    if (n == 2 && is_grouped(c, 2))
        return c->separator[1] == thousands || c->separator[1] == '\'' || all_zero(c->group[1]) ? 2
                                                                                                : 1;
    if (n == 2)
        return c->separator[1] == '\'' ? 0 : 1;
    if (is_grouped(c, n) || (lang == SLS_LANG_EN && is_indian(c, n)))
        return n;
    if ((is_grouped(c, n - 1) || (lang == SLS_LANG_EN && is_indian(c, n - 1))) &&
        c->separator[n - 1] != c->separator[1])
        return n - 1;
    return 0;
}

static bool chain_value(const chain *c, size_t whole, sls_decimal *value)
{
    char text[MAX_GROUPS * 20];
    size_t len = 0;

    for (size_t i = 0; i < c->count; i++) {
        if (len + c->group[i].len + 1 > sizeof text)
            return false;
        if (i == whole)
            text[len++] = '.';
        for (size_t k = 0; k < c->group[i].len; k++)
            text[len++] = c->group[i].ptr[k];
    }
    return sls_decimal_read((sls_str){ text, len }, value) == SLS_OK;
}

static uint32_t plain_shapes(sls_str digits, int64_t value)
{
    uint32_t shape = SLS_SHAPED(PLAIN);

    if (digits.len <= 2 && value >= 1 && value <= 31)
        shape |= SLS_SHAPED(DAY);
    if (digits.len <= 2 && value >= 1 && value <= 12)
        shape |= SLS_SHAPED(MONTHNUM);
    if (digits.len == 2)
        shape |= SLS_SHAPED(TWO);
    if (digits.len == 4 && value >= 1000 && value <= 2999)
        shape |= SLS_SHAPED(YEAR);
    return shape;
}

static uint32_t clock_shape(const chain *c)
{
    const sls_str h = c->group[0], m = c->group[1];

    if (c->count != 2 || h.len > 2 || m.len != 2 || c->separator[1] != '.' || m.ptr[0] > '5')
        return 0;
    if (h.len == 2 && (h.ptr[0] > '2' || (h.ptr[0] == '2' && h.ptr[1] > '4')))
        return 0;
    return SLS_SHAPED(CLOCKED);
}

/* Whether digits and a separator are glued before token `i`: its chain was no number. */
static bool inside_chain(const sls_source *s, size_t i)
{
    return i >= 2 && sls_source_glued(s, i) && sls_source_glued(s, i - 1) &&
           sls_source_digits(s, i - 2) &&
           (sls_source_punct(s, i - 1, '.') || sls_source_punct(s, i - 1, ','));
}

static bool lower_word(const sls_source *s, size_t i)
{
    return i < s->limit && s->tokens->at[i].flags & SLS_TOKEN_WORD &&
           !(s->tokens->at[i].flags & SLS_TOKEN_CAP);
}

static bool loose_group(const sls_source *s, size_t i)
{
    return sls_source_digits(s, i) &&
           !(s->tokens->at[i].flags & (SLS_TOKEN_GLUED | SLS_TOKEN_BREAK)) &&
           sls_token_text(s->tokens, i).len == 3;
}

/*
 * Thousands by white space (SI, Russian and French usage): 1 414 021. Two groups alone may be
 * neighbours ("Liga 1 209 orang"): they are one number between small words, or when round.
 */
static bool join_spaced(const sls_source *s, size_t i, chain *c)
{
    chain d;

    if (c->count != 1 || c->group[0].len > 3 || c->group[0].ptr[0] == '0' ||
        sls_source_glued(s, i) || !loose_group(s, c->last + 1))
        return false;
    d.group[0] = c->group[0];
    d.count = 1;
    d.last = c->last;
    while (d.count < MAX_GROUPS && loose_group(s, d.last + 1)) {
        d.separator[d.count] = ' ';
        d.group[d.count++] = sls_token_text(s->tokens, ++d.last);
    }
    if (sls_source_digits(s, d.last + 1) || (i > s->begin && sls_source_punct(s, i - 1, '+')))
        return false;
    if (d.count == 2 && !all_zero(d.group[1]) &&
        !((i == s->begin || lower_word(s, i - 1)) && lower_word(s, d.last + 1)))
        return false;
    if (sls_source_glued(s, d.last + 1) && sls_source_glued(s, d.last + 2) &&
        sls_source_digits(s, d.last + 2)) {
        if (!sls_source_punct(s, d.last + 1, '.') && !sls_source_punct(s, d.last + 1, ','))
            return false;
        if (d.count == MAX_GROUPS)
            return false;
        d.separator[d.count] = '.';
        d.last += 2;
        d.group[d.count++] = sls_token_text(s->tokens, d.last);
    }
    *c = d;
    return true;
}

/* How many groups of a chain by white space are whole: a last one by a stop is decimals. */
static size_t spaced_groups(const chain *c)
{
    return c->separator[c->count - 1] == ' ' ? c->count : c->count - 1;
}

/* base^power for a power of -99..99; rounded to 12 digits where it has too many. */
static bool raise_to(sls_decimal base, int64_t power, sls_decimal *out)
{
    sls_decimal raised = sls_decimal_of(1), inverse;

    if (sls_decimal_div(raised, base, &inverse) != SLS_OK)
        return false;
    for (int64_t i = power < 0 ? -power : power; i > 0; i--)
        if (sls_decimal_mul(raised, base, &raised) != SLS_OK &&
            sls_decimal_div(raised, inverse, &raised) != SLS_OK)
            return false;
    if (power < 0 && sls_decimal_div(sls_decimal_of(1), raised, &raised) != SLS_OK)
        return false;
    *out = raised;
    return true;
}

/* The exponent at token `i`: digits with a sign or without, glued. The token behind it, or 0. */
static size_t exponent_at(const sls_source *s, size_t i, int64_t *out)
{
    const bool minus = sls_source_punct(s, i, '-') && sls_source_glued(s, i);
    sls_decimal d;

    i += minus;
    if (!sls_source_digits(s, i) || !sls_source_glued(s, i) ||
        sls_token_text(s->tokens, i).len > 2 ||
        sls_decimal_read(sls_token_text(s->tokens, i), &d) != SLS_OK ||
        !sls_decimal_integer(d, out))
        return 0;
    *out = minus ? -*out : *out;
    return i + 1;
}

/* The exponent's token of "x10^-4" and "e14" behind a number that ends before `i`; 0 for none. */
static size_t scientific_at(const sls_source *s, size_t i)
{
    if (sls_source_glued(s, i) && sls_source_word(s, i, "e") && sls_source_glued(s, i + 1))
        return i + 1;
    if (!(sls_source_word(s, i, "x") || sls_source_punct(s, i, '*') ||
          (i < s->limit && sls_str_eq(sls_token_text(s->tokens, i), SLS_STR("\u00d7")))) ||
        !sls_source_digits(s, i + 1) ||
        !sls_str_eq(sls_token_text(s->tokens, i + 1), SLS_STR("10")))
        return 0;
    if (sls_source_punct(s, i + 2, '^'))
        return i + 3;
    return sls_source_punct(s, i + 2, '-') ? i + 2 : 0;
}

/* "2019²" is a year with a footnote, "2500^2" a power. */
static bool is_footnote(const sls_source *s, size_t i, const sls_item *item)
{
    return item->shape & SLS_SHAPED(YEAR) && sls_token_origin(s->tokens, i, i).ptr[0] != '^';
}

/* "x10^-4", "e14", "^3" behind the number that ends at item->last. */
static void take_power(const sls_source *s, sls_item *item)
{
    const size_t i = item->last + 1, at = scientific_at(s, i);
    int64_t power;
    sls_decimal value;
    size_t behind;

    if (at > 0) {
        behind = exponent_at(s, at, &power);
        if (behind == 0 || power > 30 || power < -30 ||
            sls_decimal_shift(item->value, (int)power, &value) != SLS_OK)
            return;
    } else {
        if (!sls_source_punct(s, i, '^') || !sls_source_glued(s, i) || is_footnote(s, i, item))
            return;
        behind = exponent_at(s, i + 1, &power);
        if (behind == 0 || !raise_to(item->value, power, &value))
            return;
    }
    item->value = value;
    item->last = (uint32_t)(behind - 1);
    item->shape &= SLS_SHAPED(NUM) | SLS_SHAPED(GLUED);
}

/* The fraction a / b whose numerator is token `i`, both plain, and glued. */
static bool slashed_at(const sls_source *s, size_t i, sls_decimal *out)
{
    sls_decimal a, b;

    if (!sls_source_digits(s, i) || !sls_source_punct(s, i + 1, '/') ||
        !sls_source_glued(s, i + 1) || !sls_source_digits(s, i + 2) ||
        !sls_source_glued(s, i + 2) || inside_chain(s, i) ||
        (i > s->begin && sls_source_punct(s, i - 1, '/') && sls_source_glued(s, i)))
        return false;
    if (sls_source_glued(s, i + 3) && sls_source_glued(s, i + 4) &&
        (sls_source_punct(s, i + 3, '/') || sls_source_punct(s, i + 3, '.') ||
         sls_source_punct(s, i + 3, '-')))
        return false;
    return sls_decimal_read(sls_token_text(s->tokens, i), &a) == SLS_OK &&
           sls_decimal_read(sls_token_text(s->tokens, i + 2), &b) == SLS_OK && b.coefficient != 0 &&
           sls_decimal_cmp(a, b) < 0 && sls_decimal_cmp(b, sls_decimal_of(1000)) <= 0 &&
           sls_decimal_div(a, b, out) == SLS_OK;
}

/* Whether one character of the origin, a vulgar fraction, made the tokens from `i` to `i` + 2. */
static bool vulgar(const sls_source *s, size_t i)
{
    return sls_token_origin(s->tokens, i, i).ptr == sls_token_origin(s->tokens, i + 2, i + 2).ptr;
}

/* Whether 1/4 is one of the parts that measures are cut into; 4/6 and 64/128 GB are choices. */
static bool is_reduced(const sls_source *s, size_t i)
{
    static const char *const DENOMINATORS[] = { "2", "3", "4", "5", "8", "10", "16", "32", "64" };
    const sls_str a = sls_token_text(s->tokens, i), b = sls_token_text(s->tokens, i + 2);
    const int even = (a.ptr[a.len - 1] - '0') % 2 == 0 && (b.ptr[b.len - 1] - '0') % 2 == 0;

    for (size_t k = 0; k < sizeof DENOMINATORS / sizeof DENOMINATORS[0] && !even; k++)
        if (sls_str_eq(b, sls_str_of(DENOMINATORS[k])))
            return true;
    return false;
}

/* Whether the hyphen before token `i` stands behind another such: 5/1-5/7 is from day to day. */
static bool spans_slashed(const sls_source *s, size_t i)
{
    return i >= s->begin + 4 && sls_source_glued(s, i - 1) && sls_source_digits(s, i - 2) &&
           sls_source_glued(s, i - 2) && sls_source_punct(s, i - 3, '/');
}

/*
 * Whether 1/4 at token `i` is a fraction and not a day: a unit behind it, a sign before it, a
 * character of its own, or a denominator that no month and no day has.
 */
static bool is_fraction(const sls_source *s, size_t i)
{
    const sls_form *behind = sls_source_form(s, i + 3);
    sls_decimal b;

    if (vulgar(s, i) || (i > s->begin && sls_source_punct(s, i - 1, '-') &&
                         sls_source_glued(s, i) && !spans_slashed(s, i)))
        return true;
    if (sls_decimal_read(sls_token_text(s->tokens, i + 2), &b) == SLS_OK &&
        sls_decimal_cmp(b, sls_decimal_of(31)) > 0)
        return s->lang == SLS_LANG_EN;
    if (s->lang == SLS_LANG_EN && sls_source_word(s, i + 3, "of"))
        return is_reduced(s, i);
    if (!behind || sls_source_digits(s, i + 3 + behind->tokens) || !is_reduced(s, i))
        return false;
    return sls_form_is(behind, SLS_C_UNIT) || sls_form_is(behind, SLS_C_CURRENCY);
}

/* "2 1/2", "2-1/2": a fraction behind a whole number. */
static void take_fraction(const sls_source *s, sls_item *item)
{
    const size_t next = item->last + 1;
    const bool hyphen = s->lang == SLS_LANG_EN && sls_source_punct(s, next, '-') &&
                        sls_source_glued(s, next) && sls_source_glued(s, next + 1) &&
                        sls_source_digits(s, next + 1) && sls_source_digits(s, next + 3) &&
                        is_reduced(s, next + 1);
    const size_t i = next + hyphen;
    sls_decimal part, sum;

    if (!slashed_at(s, i, &part) || s->tokens->at[i].flags & SLS_TOKEN_BREAK ||
        (!vulgar(s, i) && sls_token_text(s->tokens, i + 2).len > 2) ||
        sls_decimal_add(item->value, part, &sum) != SLS_OK)
        return;
    item->value = sum;
    item->last = (uint32_t)(i + 2);
    item->shape &= SLS_SHAPED(NUM) | SLS_SHAPED(GLUED);
}

/* "$.50", but "Rs.500": a sign that is no word stands before the point. */
static bool behind_sign(const sls_source *s, size_t i)
{
    return !(s->tokens->at[i - 1].flags & SLS_TOKEN_WORD) &&
           sls_form_is(sls_source_form(s, i - 1), SLS_C_CURRENCY);
}

/* ".75" and ",75": no whole part. In Indonesian only where a text begins: elsewhere it is a
 * comma with the space on its wrong side. */
static bool pointed_at(const sls_source *s, size_t i, sls_item *item)
{
    const bool stop = sls_source_punct(s, i, '.');
    const bool comma = sls_source_punct(s, i, ',') && s->lang == SLS_LANG_ID;
    chain c = { .count = 2, .last = i + 1, .group = { SLS_S("0") } };

    if (!(stop || comma) || !sls_source_digits(s, i + 1) || !sls_source_glued(s, i + 1) ||
        (sls_source_glued(s, i) && i > s->begin && !sls_source_punct(s, i - 1, '-') &&
         !sls_source_punct(s, i - 1, '(') && !behind_sign(s, i)) ||
        (i > s->begin && s->lang == SLS_LANG_ID && !sls_source_punct(s, i - 1, '-')))
        return false;
    c.group[1] = sls_token_text(s->tokens, i + 1);
    if (!chain_value(&c, 1, &item->value))
        return false;
    item->last = (uint32_t)(i + 1);
    item->shape = SLS_SHAPED(NUM);
    return true;
}

/* Whether a number at token `i` has a word glued before it: G20. */
static uint32_t glued_shape(const sls_source *s, size_t i)
{
    return i > s->begin && sls_source_glued(s, i) && s->tokens->at[i - 1].flags & SLS_TOKEN_WORD
               ? SLS_SHAPED(GLUED)
               : 0;
}

static bool chain_at(const sls_source *s, size_t i, sls_item *item)
{
    chain c;
    size_t whole;
    int64_t n = 0;

    read_chain(s, i, &c);
    whole = whole_groups(&c, s->lang);
    if (whole == 0 || inside_chain(s, i)) { /* 19.06.2024: the groups are numbers of their own */
        c.count = whole = 1;
        c.last = i;
    } else if (join_spaced(s, i, &c)) {
        whole = spaced_groups(&c);
    }
    if (!chain_value(&c, whole, &item->value))
        return false;
    item->last = (uint32_t)c.last;
    item->shape = SLS_SHAPED(NUM);
    if (sls_decimal_integer(item->value, &n))
        item->shape |= SLS_SHAPED(WHOLE);
    if (c.count == 1)
        item->shape |= plain_shapes(c.group[0], n);
    else
        item->shape |= clock_shape(&c);
    item->shape |= glued_shape(s, i);
    return true;
}

/*
 * Whether the digits at token `i` are a number by themselves, as two in three are: before a word of
 * two bytes or more, or before a mark behind which no digits are. Powers are the exception.
 */
static bool is_lone(const sls_source *s, size_t i)
{
    const sls_token *t = &s->tokens->at[i];

    if (t->end - t->start > 18)
        return false;
    if (i + 1 >= s->limit)
        return true;
    if (t[1].flags & SLS_TOKEN_WORD)
        return t[1].end - t[1].start > 1;
    return t[1].flags & SLS_TOKEN_PUNCT && !sls_source_punct(s, i + 1, '^') &&
           !sls_source_digits(s, i + 2);
}

/* The number of lone digits. */
static void lone_at(const sls_source *s, size_t i, sls_item *item)
{
    const sls_str digits = sls_token_text(s->tokens, i);
    int64_t n = 0;

    for (size_t k = 0; k < digits.len; k++)
        n = n * 10 + (digits.ptr[k] - '0');
    item->value = sls_decimal_of(n);
    item->last = (uint32_t)i;
    item->shape = SLS_SHAPED(NUM) | SLS_SHAPED(WHOLE) | plain_shapes(digits, n) | glued_shape(s, i);
}

bool sls_digits_at(const sls_source *s, size_t i, sls_item *item)
{
    if (!sls_source_digits(s, i))
        return pointed_at(s, i, item);
    if (is_lone(s, i)) {
        lone_at(s, i, item);
        return true;
    }
    if (slashed_at(s, i, &item->value) && is_fraction(s, i)) {
        item->last = (uint32_t)(i + 2);
        item->shape = SLS_SHAPED(NUM);
        return true;
    }
    if (!chain_at(s, i, item))
        return false;
    if (item->shape & SLS_SHAPED(PLAIN) && !(item->shape & SLS_SHAPED(GLUED)))
        take_fraction(s, item);
    take_power(s, item);
    return true;
}
