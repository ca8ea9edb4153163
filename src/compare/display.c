#include "base/ascii.h"
#include "base/edtf.h"
#include "compare/dates.h"
#include "compare/numbers.h"
#include "compare/rules.h"
#include "compare/thresholds.h"
#include "lexicon/lexicon.h"

#include <string.h>

/*
 * A headline is written after its article, and from its first sentences. What the body says nowhere
 * else, rounded, cut short or added up, is a slip there, if those sentences tell another value of
 * the same; of another thing they tell with other words.
 */

enum { VALUES_MAX = 16 }; /* different ones of a unit, looked through for a sum */

/* The claims of one article, in order, and what is asked of one of its headline's. */
typedef struct {
    const sls_claim *const *at;
    size_t count;
    const sls_claim *headline;
} page;

/* The body's claim that tells most surely of what the headline's does. */
typedef struct {
    const sls_claim *claim; /* NULL: there is none */
    sls_numbers_outcome numbers;
    int shared; /* rarer words of the headline that its sentence has, ... */
    int words;  /* ... of so many */
} answer;

static bool is_told_for_sure(const sls_claim *claim)
{
    return claim->state == SLS_ASSERTED || claim->state == SLS_PLANNED;
}

/* Whether a claim dates something to one day; with its hour it may be that of a page's stamp. */
static bool is_day(const sls_claim *claim, sls_edtf *out)
{
    return claim->kind == SLS_KIND_DATE && sls_edtf_read(claim->value, out) == SLS_OK &&
           out->minute < 0 && out->days.first == out->days.last;
}

static sls_str base_of(sls_str unit)
{
    const sls_str base = sls_lexicon_attribute(SLS_C_UNIT, unit, "base");
    return base.len > 0 ? base : unit;
}

/* Whether a claim of the body is of the headline's kind and unit. */
static bool is_alike(const sls_claim *claim, const sls_claim *headline)
{
    return claim->kind == headline->kind && claim->zone == SLS_ZONE_BODY &&
           sls_str_eq(base_of(claim->unit), base_of(headline->unit));
}

/* The first figure of `text`, with the marks inside of it; "" when it has none. */
static sls_str figure_of(sls_str text)
{
    size_t begin = 0, end;
    while (begin < text.len && !sls_is_digit(text.ptr[begin]))
        begin++;
    end = begin;
    for (size_t i = begin;
         i < text.len && (sls_is_digit(text.ptr[i]) || text.ptr[i] == '.' || text.ptr[i] == ',');
         i++)
        if (sls_is_digit(text.ptr[i]))
            end = i + 1;
    return sls_str_slice(text, begin, end);
}

/*
 * Whether a headline's claim is held against its body: a number of something, a day of some month.
 * "Sabtu" alone may be another one.
 */
static bool is_held(const sls_claim *headline)
{
    sls_edtf day;
    if (headline->zone != SLS_ZONE_HEADLINE || !is_told_for_sure(headline))
        return false;
    return headline->kind == SLS_KIND_QUANTITY
               ? headline->unit.len > 0
               : is_day(headline, &day) && figure_of(headline->surface).len > 0;
}

/* How the body's `claim` stands to the headline's; a date that is no day conflicts with none. */
static sls_numbers_outcome hold(const sls_claim *headline, const sls_claim *claim)
{
    sls_numbers_outcome out = { .slip = "slip-none" };
    sls_edtf x, y;
    if (headline->kind == SLS_KIND_QUANTITY)
        return sls_numbers_compare(headline, claim);
    if (!is_day(headline, &x) || sls_edtf_read(claim->value, &y) != SLS_OK)
        return out;
    out.apart = sls_dates_compare(&x, &y) == SLS_DATES_CONFLICT;
    if (out.apart && is_day(claim, &y))
        out.relation = SLS_NUMBERS_CONFLICT;
    return out;
}

/* Whether the headline cuts the body's number short. */
static bool is_cut_short(const sls_claim *headline, const sls_claim *claim)
{
    return headline->kind == SLS_KIND_QUANTITY && sls_numbers_shorten(headline, claim);
}

static bool says_figure(sls_str quote, sls_str figure)
{
    while (figure.len > 0 && quote.len > 0) {
        const sls_str here = figure_of(quote);
        if (here.len == 0)
            return false;
        if (sls_str_eq(here, figure))
            return true;
        quote = sls_str_slice(quote, (size_t)(here.ptr - quote.ptr) + here.len, quote.len);
    }
    return false;
}

/* Whether the body says the headline's number, of whatever: as a value, or as a figure. */
static bool is_told(const page *p)
{
    const sls_str figure = figure_of(p->headline->surface);
    sls_str last = { 0 };
    for (size_t i = 0; i < p->count; i++) {
        const sls_claim *const c = p->at[i];
        if (c->zone == SLS_ZONE_HEADLINE)
            continue;
        if (c->quote.ptr != last.ptr && says_figure(c->quote, figure))
            return true;
        last = c->quote;
        if (!is_alike(c, p->headline))
            continue;
        if (!hold(p->headline, c).apart || is_cut_short(p->headline, c))
            return true;
    }
    return false;
}

typedef struct {
    sls_decimal at[VALUES_MAX];
    size_t count;
    sls_decimal sum;
} values;

static values values_of(const page *p)
{
    values out = { .count = 0 };
    for (size_t i = 0; i < p->count && out.count < VALUES_MAX; i++) {
        sls_decimal d;
        size_t k = 0;
        if (!is_alike(p->at[i], p->headline) || sls_reading_number(p->at[i], &d) != SLS_OK)
            continue;
        while (k < out.count && sls_decimal_cmp(out.at[k], d) != 0)
            k++;
        if (k == out.count && sls_decimal_add(out.sum, d, &out.sum) == SLS_OK)
            out.at[out.count++] = d;
    }
    return out;
}

/* Whether the headline adds up what the body tells in parts: two of them, or all. */
static bool is_sum(const page *p)
{
    sls_decimal whole, sum;
    if (p->headline->kind != SLS_KIND_QUANTITY)
        return false;
    const values v = values_of(p);
    if (sls_reading_number(p->headline, &whole) != SLS_OK)
        return true;
    if (v.count > 1 && sls_decimal_cmp(v.sum, whole) == 0)
        return true;
    for (size_t i = 0; i < v.count; i++)
        for (size_t j = i + 1; j < v.count; j++)
            if (sls_decimal_add(v.at[i], v.at[j], &sum) == SLS_OK &&
                sls_decimal_cmp(sum, whole) == 0)
                return true;
    return false;
}

/* Words of list `a`, and how many of them list `b` has. */
static int shared_words(sls_str a, sls_str b, int *words)
{
    sls_str word;
    int shared = 0;
    *words = 0;
    while (sls_str_split(&a, ';', &word)) {
        *words += word.len > 0;
        shared += word.len > 0 && sls_str_list_has(b, word);
    }
    return shared;
}

static bool is_same_what(const sls_claim *a, const sls_claim *b)
{
    return a->what.len > 0 && sls_str_eq(a->what, b->what);
}

/* One thing done or suffered, then more of the headline's words, then the first. */
static bool is_surer(const sls_claim *headline, const answer *a, const answer *best)
{
    if (!best->claim)
        return true;
    const bool same = is_same_what(headline, a->claim);
    if (same != is_same_what(headline, best->claim))
        return same;
    return a->shared > best->shared;
}

static bool is_slip(const sls_numbers_outcome *numbers)
{
    return strcmp(numbers->slip, "slip-none") != 0;
}

/* The answer of the first sentences, where headlines come from, or a slip's, wherever it stands. */
static answer find_answer(const page *p)
{
    answer best = { .claim = NULL };
    for (size_t i = 0; i < p->count; i++) {
        const sls_claim *const c = p->at[i];
        answer a = { .claim = c };
        if (!is_alike(c, p->headline) || !is_told_for_sure(c))
            continue;
        a.numbers = hold(p->headline, c);
        if (c->sentence > p->headline->sentence + SLS_LEAD_SENTENCES && !is_slip(&a.numbers))
            continue;
        a.shared = shared_words(p->headline->context, c->context, &a.words);
        if (a.numbers.relation == SLS_NUMBERS_CONFLICT && is_surer(p->headline, &a, &best))
            best = a;
    }
    return best;
}

/* Whether another sentence of the body tells the answer's value as well. */
static bool is_repeated(const page *p, const sls_claim *told)
{
    for (size_t i = 0; i < p->count; i++)
        if (is_alike(p->at[i], p->headline) && p->at[i]->sentence != told->sentence &&
            sls_str_eq(p->at[i]->value, told->value))
            return true;
    return false;
}

/*
 * Whether both count people: a headline adds up those whom the body tells of one by one, "a man,
 * his wife and two children", or in parts.
 */
static bool counts_people(const sls_claim *headline, const sls_claim *claim)
{
    return headline->kind == SLS_KIND_QUANTITY &&
           (sls_lexicon_is_a(headline->unit, SLS_STR("person")) ||
            sls_lexicon_is_a(claim->unit, SLS_STR("person")));
}

/* Whether the two are told of one thing. */
static bool is_sure(const page *p, const answer *a)
{
    const sls_claim *const headline = p->headline;
    if (!a->claim || a->shared < SLS_HEADLINE_WORDS || a->numbers.points < SLS_HEADLINE_POINTS)
        return false;
    if (counts_people(headline, a->claim) && !is_slip(&a->numbers) &&
        (a->numbers.a_over || !is_same_what(headline, a->claim) || !is_repeated(p, a->claim)))
        return false;
    return headline->kind == SLS_KIND_DATE || is_same_what(headline, a->claim) ||
           2 * a->shared >= a->words;
}

static void argue_value(sls_finding *f, const char *name, const sls_claim *claim)
{
    sls_arg arg = { name, SLS_ARG_TEXT, claim->value };
    if (claim->kind == SLS_KIND_DATE)
        arg.type = SLS_ARG_DATE;
    sls_finding_argue(f, arg);
}

static sls_status write_finding(const page *p, const answer *found, sls_arena *arena,
                                sls_docket *docket)
{
    const sls_claim *const a = p->headline, *const b = found->claim;
    sls_ruling r = { .rule = "headline-conflict",
                     .verdict = SLS_CONFLICT,
                     .severity = SLS_WARNING,
                     .a = a,
                     .b = b };
    sls_ruling_weigh(&r, SLS_TERM_START, SLS_HEADLINE_START);
    sls_ruling_weigh(&r, SLS_TERM_WHAT, is_same_what(a, b) ? SLS_HEADLINE_WHAT : 0);
    sls_ruling_weigh(&r, SLS_TERM_LIKENESS, 10 * found->shared / found->words);
    sls_ruling_weigh(&r, is_slip(&found->numbers) ? SLS_TERM_SLIP : SLS_TERM_RATIO,
                     found->numbers.points);
    const sls_subject of = { .kind = a->kind,
                             .what = b->what.len > 0 ? b->what : a->what,
                             .entities = a->entities,
                             .args = 7 };
    sls_finding *const f = sls_docket_add(docket, &r, &of, arena);
    if (!f)
        return SLS_ENOMEM;
    if (is_repeated(p, b))
        f->likely_wrong = SLS_SIDE_A;
    sls_finding_argue(f,
                      (sls_arg){ "event", SLS_ARG_EVENT, b->event.len > 0 ? b->event : a->event });
    sls_finding_argue(f, (sls_arg){ "unit", SLS_ARG_UNIT, b->unit });
    argue_value(f, "value_a", a);
    argue_value(f, "value_b", b);
    sls_finding_argue(f, (sls_arg){ "slip", SLS_ARG_MESSAGE, sls_str_of(found->numbers.slip) });
    sls_finding_argue(f, (sls_arg){ "surface_a", SLS_ARG_TEXT, a->surface });
    sls_finding_argue(f, (sls_arg){ "surface_b", SLS_ARG_TEXT, b->surface });
    return SLS_OK;
}

static sls_status rule_article(page *p, sls_arena *arena, sls_docket *docket)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; i < p->count && status == SLS_OK; i++) {
        p->headline = p->at[i];
        if (!is_held(p->headline))
            continue;
        const answer found = find_answer(p);
        if (is_sure(p, &found) && !is_told(p) && !is_sum(p))
            status = write_finding(p, &found, arena, docket);
    }
    return status;
}

sls_status sls_rule_display(const sls_claim *const *claims, size_t count, sls_arena *arena,
                            sls_docket *docket)
{
    sls_status status = SLS_OK;
    for (size_t i = 0, end; i < count && status == SLS_OK; i = end) {
        for (end = i + 1; end < count && sls_str_eq(claims[end]->article, claims[i]->article);
             end++)
            ;
        page p = { .at = claims + i, .count = end - i };
        status = rule_article(&p, arena, docket);
    }
    return status;
}
