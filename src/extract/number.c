#include "extract/number.h"

#include <assert.h>

enum { MAX_PARTS = 16, MAX_GROUPS = 8 };

typedef struct {
    const sls_tokens *tokens;
    size_t limit; /* first token behind the sentence */
    sls_lang lang;
} source;

static bool is_digits(const source *s, size_t i)
{
    return i < s->limit && s->tokens->at[i].flags & SLS_TOKEN_DIGITS;
}

static bool is_glued(const source *s, size_t i)
{
    return i < s->limit && s->tokens->at[i].flags & SLS_TOKEN_GLUED;
}

static bool is_punct(const source *s, size_t i, char c)
{
    if (i >= s->limit || !(s->tokens->at[i].flags & SLS_TOKEN_PUNCT))
        return false;
    return s->tokens->folded->text.ptr[s->tokens->at[i].start] == c;
}

/* The separators and groups of one chain: 1 . 234 . 567 , 89 */
typedef struct {
    sls_str group[MAX_GROUPS];
    char separator[MAX_GROUPS]; /* before group i; [0] unused */
    size_t count;
    size_t last; /* token */
} chain;

static chain read_chain(const source *s, size_t i)
{
    chain c = { .count = 1, .last = i };

    c.group[0] = sls_token_text(s->tokens, i);
    while (c.count < MAX_GROUPS && is_glued(s, c.last + 1) && is_glued(s, c.last + 2) &&
           is_digits(s, c.last + 2)) {
        char sep = is_punct(s, c.last + 1, '.') ? '.' : is_punct(s, c.last + 1, ',') ? ',' : 0;

        if (!sep)
            break;
        c.separator[c.count] = sep;
        c.group[c.count++] = sls_token_text(s->tokens, c.last + 2);
        c.last += 2;
    }
    return c;
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

/* How many groups of the chain are the whole part; the rest (0 or 1) is decimals. 0: no number. */
static size_t whole_groups(const chain *c, sls_lang lang)
{
    const char thousands = lang == SLS_LANG_ID ? '.' : ',';
    const size_t n = c->count;

    if (n == 1)
        return 1;
    if (n == 2 && is_grouped(c, 2))
        return c->separator[1] == thousands || all_zero(c->group[1]) ? 2 : 1;
    if (n == 2)
        return 1;
    if (is_grouped(c, n))
        return n;
    if (is_grouped(c, n - 1) && c->separator[n - 1] != c->separator[1])
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
static bool inside_chain(const source *s, size_t i)
{
    return i >= 2 && is_glued(s, i) && is_glued(s, i - 1) && is_digits(s, i - 2) &&
           (is_punct(s, i - 1, '.') || is_punct(s, i - 1, ','));
}

/* Digits with separators, without scale. */
static bool digits_at(const source *s, size_t i, sls_item *item)
{
    chain c = read_chain(s, i);
    size_t whole = whole_groups(&c, s->lang);
    int64_t n = 0;

    if (whole == 0 || inside_chain(s, i)) { /* 19.06.2024: the groups are numbers of their own */
        c.count = whole = 1;
        c.last = i;
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
    if (i > 0 && is_glued(s, i) && s->tokens->at[i - 1].flags & SLS_TOKEN_WORD)
        item->shape |= SLS_SHAPED(GLUED);
    return true;
}

/* A number word's operation: '=' its value, '+' adds to the unit before, '*' scales, '.' point. */
typedef struct {
    char op;
    sls_decimal value;
    size_t tokens;
} word;

static bool word_at(const source *s, size_t i, word *out)
{
    const sls_form *form = i < s->limit ? sls_lexicon_at(s->lang, s->tokens, i) : NULL;
    sls_str v;

    if (!form || i + form->tokens > s->limit || sls_form_is(form, SLS_C_IDIOM))
        return false;
    v = sls_form_value(form, SLS_C_NUMBER);
    if (v.len == 0)
        v = sls_form_value(form, SLS_C_FRACTION);
    if (v.len == 0 || v.ptr[0] == '/')
        return false;
    out->tokens = form->tokens;
    out->op = v.ptr[0] == '*' || v.ptr[0] == '+' || sls_str_eq(v, SLS_STR(".")) ? v.ptr[0] : '=';
    if (out->op == '.')
        return true;
    if (out->op != '=')
        v = sls_str_slice(v, 1, v.len);
    if (sls_str_find_byte(v, '/') != SIZE_MAX) { /* 1/3 */
        size_t slash = sls_str_find_byte(v, '/');
        sls_decimal a, b;

        return sls_decimal_read(sls_str_slice(v, 0, slash), &a) == SLS_OK &&
               sls_decimal_read(sls_str_slice(v, slash + 1, v.len), &b) == SLS_OK &&
               sls_decimal_div(a, b, &out->value) == SLS_OK;
    }
    return sls_decimal_read(v, &out->value) == SLS_OK;
}

/* Parts of a sum, falling: [1000000][200000][50][3] */
typedef struct {
    sls_decimal part[MAX_PARTS];
    size_t count;
} sum;

/* The unit in which `d` may still be added to: 20 -> 10, 300 -> 100, 7 -> 1, 0.5 -> 0. */
static sls_decimal room_below(sls_decimal d)
{
    if (d.exponent < 0 || d.coefficient == 0)
        return sls_decimal_of(0);
    if (d.exponent > 15)
        return sls_decimal_of(INT64_C(1000000000000000));
    int64_t unit = 1;
    for (int i = 0; i < d.exponent; i++)
        unit *= 10;
    return sls_decimal_of(unit);
}

static bool sum_add(sum *s, sls_decimal value)
{
    if (s->count == MAX_PARTS)
        return false;
    if (s->count > 0 && sls_decimal_cmp(value, room_below(s->part[s->count - 1])) >= 0)
        return false;
    s->part[s->count++] = value;
    return true;
}

/* Scales the parts below `scale`: [1000000][200] *1000 -> [1000000][200000]. */
static bool sum_scale(sum *s, sls_decimal scale)
{
    sls_decimal below = sls_decimal_of(0), scaled;
    size_t from = s->count;

    while (from > 0 && sls_decimal_cmp(s->part[from - 1], scale) < 0)
        from--;
    if (from == s->count && s->count > 0 && sls_decimal_cmp(scale, sls_decimal_of(1000)) < 0)
        return false;
    for (size_t i = from; i < s->count; i++)
        if (sls_decimal_add(below, s->part[i], &below) != SLS_OK)
            return false;
    if (below.coefficient == 0)
        below = sls_decimal_of(1);
    if (from == s->count && s->count > 0) { /* seribu triliun: the whole is scaled */
        from = s->count - 1;
        below = s->part[from];
    }
    if (sls_decimal_mul(below, scale, &scaled) != SLS_OK)
        return false;
    s->count = from;
    return sum_add(s, scaled);
}

static bool sum_teen(sum *s, sls_decimal ten)
{
    if (s->count == 0)
        return false;
    return sls_decimal_cmp(s->part[s->count - 1], sls_decimal_of(9)) <= 0 &&
           sls_decimal_add(s->part[s->count - 1], ten, &s->part[s->count - 1]) == SLS_OK;
}

static bool sum_total(const sum *s, sls_decimal *out)
{
    sls_decimal total = sls_decimal_of(0);

    for (size_t i = 0; i < s->count; i++)
        if (sls_decimal_add(total, s->part[i], &total) != SLS_OK)
            return false;
    *out = total;
    return s->count > 0;
}

static bool apply(sum *s, const word *w)
{
    switch (w->op) {
    case '*':
        return sum_scale(s, w->value);
    case '+':
        return sum_teen(s, w->value);
    case '=':
        return sum_add(s, w->value);
    default:
        return false;
    }
}

/* Decimals in words after "koma" at token i: "nol koma lima tujuh". Returns tokens read. */
static size_t decimals(const source *s, size_t i, sum *parts)
{
    sls_decimal digit;
    size_t read = 0;
    word w;

    for (int place = -1; place >= -6 && word_at(s, i + read, &w) && w.op == '='; place--) {
        if (sls_decimal_cmp(w.value, sls_decimal_of(9)) > 0 ||
            sls_decimal_shift(w.value, place, &digit) != SLS_OK || parts->count == MAX_PARTS)
            break;
        parts->part[parts->count++] = digit;
        read += w.tokens;
    }
    return read;
}

/* A join that may stand between number words: the hyphen of twenty-one, the and of hundred and five. */
static size_t join_at(const source *s, size_t i, const sum *parts)
{
    if (is_punct(s, i, '-') && is_glued(s, i) && is_glued(s, i + 1))
        return 1;
    if (s->lang == SLS_LANG_EN && i < s->limit && parts->count > 0 &&
        sls_decimal_cmp(parts->part[parts->count - 1], sls_decimal_of(100)) >= 0 &&
        sls_str_eq(sls_token_text(s->tokens, i), SLS_STR("and")))
        return 1;
    return 0;
}

static bool one_letter(const source *s, size_t i, const word *w)
{
    return w->op == '*' && w->tokens == 1 && sls_token_text(s->tokens, i).len == 1;
}

/*
 * Number words from token `i`, added to `parts`, which digits may have begun
 * ("31 ribu"). Returns the token behind the last one used.
 */
static size_t words_from(const source *s, size_t i, bool money, sum *parts)
{
    word w;

    for (;;) {
        size_t join = parts->count > 0 ? join_at(s, i, parts) : 0;
        const sum before = *parts;

        if (!word_at(s, i + join, &w))
            return i;
        if (join > 0 && w.op != '=')
            return i;
        if (one_letter(s, i, &w) && !money && !is_glued(s, i))
            return i;
        if (w.op == '.') {
            size_t n = parts->count > 0 ? decimals(s, i + w.tokens, parts) : 0;

            if (n == 0)
                return i;
            i += w.tokens + n;
            continue;
        }
        if (!apply(parts, &w)) {
            *parts = before;
            return i;
        }
        i += join + w.tokens;
    }
}

/* Digits that go on behind a scale: "1 juta 200 ribu". */
static size_t digits_from(const source *s, size_t i, bool money, sum *parts)
{
    sls_item more = { 0 };
    sum tail = { .count = 1 };
    size_t end;

    if (!is_digits(s, i) || !digits_at(s, i, &more))
        return i;
    tail.part[0] = more.value;
    end = words_from(s, more.last + 1, money, &tail);
    if (end == more.last + 1 || !sum_total(&tail, &more.value) || !sum_add(parts, more.value))
        return i;
    return end;
}

bool sls_number_at(const sls_document *document, size_t i, bool money, sls_item *item)
{
    const sls_sentence *sentence = &document->sentences.at[document->tokens.at[i].sentence];
    const source s = { &document->tokens, sentence->last + 1u,
                       (sls_lang)document->lang_of[document->tokens.at[i].sentence] };
    sum parts = { 0 };
    size_t behind = i, start;
    int64_t n;
    word w;

    if (is_digits(&s, i)) {
        if (!digits_at(&s, i, item))
            return false;
        parts.part[parts.count++] = item->value;
        behind = item->last + 1;
        if (word_at(&s, behind, &w) && w.op != '*')
            return true; /* "2 satu" are two numbers */
    } else if (!word_at(&s, i, &w) || one_letter(&s, i, &w) || w.op == '+') {
        return false;
    }
    start = behind;
    behind = words_from(&s, behind, money, &parts);
    if (behind == start)
        return is_digits(&s, i);
    behind = digits_from(&s, behind, money, &parts);
    if (!sum_total(&parts, &item->value))
        return false;
    item->last = (uint32_t)(behind - 1);
    item->shape = (item->shape & SLS_SHAPED(GLUED)) | SLS_SHAPED(NUM) |
                SLS_SHAPED(WORDS);
    if (sls_decimal_integer(item->value, &n))
        item->shape |= SLS_SHAPED(WHOLE);
    return true;
}
