#include "match/company.h"

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/edtf.h"
#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "match/gates.h"
#include "match/stories.h"
#include "model/sense.h"

#include <string.h>

enum { WORD_BYTES = 64 }; /* of a longer word the first ones count */

#define COMPANY_MAX 12 /* of one sentence */

typedef struct {
    const sls_claim *at[COMPANY_MAX];
    int count;
} company;

static bool counts(const sls_claim *c)
{
    return (c->kind == SLS_KIND_QUANTITY && c->unit.len > 0) || c->kind == SLS_KIND_DATE;
}

/* What stands behind the day of a time, "19:57+07:00"; "" of a day alone. */
static sls_str clock_of(const sls_claim *c)
{
    const size_t at = c->kind == SLS_KIND_DATE ? sls_str_find_byte(c->value, 'T') : SIZE_MAX;
    return at == SIZE_MAX ? (sls_str){ 0 } : sls_str_slice(c->value, at + 1, c->value.len);
}

/* One minute of the day, which one of the two does not tell. */
static bool is_same_clock(const sls_claim *a, const sls_claim *b)
{
    const sls_str x = clock_of(a), any = SLS_STR("XXXX");
    return x.len > 0 && sls_str_eq(x, clock_of(b)) &&
           sls_str_starts(a->value, any) != sls_str_starts(b->value, any);
}

static bool is_same_value(const sls_claim *a, const sls_claim *b)
{
    return sls_claims_say_one_value(a, b) || is_same_clock(a, b);
}

/* "On Sunday at 2.46" and "early on Sunday" do not differ. */
static bool may_be_same(const sls_claim *a, const sls_claim *b)
{
    sls_edtf x, y;
    return a->kind == SLS_KIND_DATE && sls_edtf_read(a->value, &x) == SLS_OK &&
           sls_edtf_read(b->value, &y) == SLS_OK && clock_of(a).len * clock_of(b).len == 0 &&
           (sls_edtf_is_clock(&x) || sls_edtf_is_clock(&y) ||
            sls_interval_relate(x.days, y.days) != SLS_DISJOINT);
}

/* The other values of the sentence of entry `i`, each once. */
static company company_of(const sls_roll *roll, uint32_t i)
{
    const sls_roll_article *const article = &roll->articles[roll->at[i].article];
    const sls_claim *const own = roll->at[i].claim;
    company out = { .count = 0 };
    uint32_t from = i;
    while (from > article->first && roll->at[from - 1].claim->sentence == own->sentence)
        from--;
    for (uint32_t j = from; j < article->end && out.count < COMPANY_MAX; j++) {
        const sls_claim *const c = roll->at[j].claim;
        if (c->sentence != own->sentence)
            break;
        if (!counts(c) || sls_claims_say_one_value(c, own) ||
            (c->start < own->end && own->start < c->end))
            continue;
        int k = 0;
        while (k < out.count && !sls_claims_say_one_value(out.at[k], c))
            k++;
        if (k == out.count)
            out.at[out.count++] = c;
    }
    return out;
}

sls_company sls_company_of(const sls_roll *roll, uint32_t a, uint32_t b)
{
    const company x = company_of(roll, a), y = company_of(roll, b);
    sls_company out = { 0 };
    bool met[COMPANY_MAX] = { false }, alone[COMPANY_MAX] = { false };
    for (int i = 0; i < x.count; i++) {
        alone[i] = true;
        for (int j = 0; j < y.count && alone[i]; j++) {
            if (!met[j] && is_same_value(x.at[i], y.at[j])) {
                met[j] = true;
                alone[i] = false;
                out.shared++;
                /* two quakes of a day do not come in one minute */
                out.clock = out.clock || clock_of(x.at[i]).len > 0;
                out.figures += x.at[i]->kind == SLS_KIND_QUANTITY || clock_of(x.at[i]).len > 0;
            }
        }
    }
    for (int i = 0; i < x.count; i++) {
        for (int j = 0; alone[i] && j < y.count; j++) {
            if (!met[j] && x.at[i]->kind == y.at[j]->kind &&
                sls_str_eq(x.at[i]->unit, y.at[j]->unit) && !may_be_same(x.at[i], y.at[j])) {
                met[j] = true;
                alone[i] = false;
                out.differing++;
            }
        }
    }
    return out;
}

bool sls_company_completes(const sls_roll *roll, uint32_t part, const sls_claim *whole)
{
    const sls_claim *const own = roll->at[part].claim;
    const company others = company_of(roll, part);
    sls_decimal one, all, sum;
    if (sls_decimal_read(own->value, &one) != SLS_OK ||
        sls_decimal_read(whole->value, &all) != SLS_OK)
        return false;
    for (int i = 0; i < others.count; i++) {
        const sls_claim *const c = others.at[i];
        sls_decimal rest;
        if (c->kind == SLS_KIND_QUANTITY && !sls_unit_is_measure(c->unit) &&
            !sls_unit_is_money(c->unit) && sls_decimal_read(c->value, &rest) == SLS_OK &&
            sls_decimal_add(one, rest, &sum) == SLS_OK && sls_decimal_cmp(sum, all) == 0)
            return true;
    }
    return false;
}

/* Whether a number goes on beyond `at`, forwards or backwards: "39" is no number of "0,39", nor 9
 * of "16/9/2019". */
static bool continues(sls_str quote, size_t at, int step)
{
    const size_t next = step > 0 ? at : at - 1, after = step > 0 ? at + 1 : at - 2;
    if (next >= quote.len) /* also before the beginning */
        return false;
    if (sls_is_digit(quote.ptr[next]))
        return true;
    return (quote.ptr[next] == '.' || quote.ptr[next] == ',' || quote.ptr[next] == '/') &&
           after < quote.len && sls_is_digit(quote.ptr[after]);
}

/* The first figures of a surface: "26,5" of "Rp 26,5 miliar". */
static sls_str figures_of(sls_str surface)
{
    size_t from = 0, to;
    while (from < surface.len && !sls_is_digit(surface.ptr[from]))
        from++;
    for (to = from; to < surface.len && (sls_is_digit(surface.ptr[to]) || surface.ptr[to] == '.' ||
                                         surface.ptr[to] == ',');)
        to++;
    return sls_str_slice(surface, from, to);
}

/* The lone word of a surface that is a number: "five" of "At least five men"; "one" is any. */
static size_t number_word_of(const sls_claim *claim, sls_lang lang, char *word, size_t room)
{
    const sls_str any = SLS_STR("1");
    char folded[WORD_BYTES];
    sls_str rest = claim->surface;
    size_t n, found = 0;
    while ((n = sls_next_word(&rest, folded, sizeof folded)) > 0) {
        const sls_form *const form = sls_lexicon_form(lang, (sls_str){ folded, n });
        if (!sls_form_is(form, SLS_C_NUMBER))
            continue;
        if (found > 0 || n > room || sls_str_eq(sls_form_value(form, SLS_C_NUMBER), any))
            return 0;
        memcpy(word, folded, n);
        found = n;
    }
    return found;
}

/*
 * "seven people, five of them sailors": whether the sentence of `own` has the number as a word, and
 * counts nothing else with it as "five cars" would.
 */
static bool quotes_word(const sls_claim *own, const sls_claim *claim)
{
    char number[WORD_BYTES], folded[WORD_BYTES];
    sls_str rest = own->quote;
    sls_lang lang;
    size_t n;
    if (!sls_str_eq(own->lang, claim->lang) || sls_lang_of(own->lang, &lang) != SLS_OK)
        return false;
    const size_t len = number_word_of(claim, lang, number, sizeof number);
    for (bool met = false; len > 0 && (n = sls_next_word(&rest, folded, sizeof folded)) > 0;) {
        const sls_str word = { folded, n };
        if (met && !sls_form_is(sls_lexicon_form(lang, word), SLS_C_NOUN))
            return true;
        met = sls_str_eq(word, (sls_str){ number, len });
    }
    return false;
}

bool sls_quotes_number(const sls_claim *own, const sls_claim *claim)
{
    const sls_str quote = own->quote, number = figures_of(claim->surface);
    const size_t own_at = sls_str_find(quote, own->surface);
    size_t at = 0;
    if (number.len == 0)
        return quotes_word(own, claim);
    if (sls_str_eq(number, figures_of(own->surface))) /* a scale word may be swapped */
        return false;
    while (number.len > 0 && at < quote.len) {
        const size_t found = sls_str_find(sls_str_slice(quote, at, quote.len), number);
        if (found == SIZE_MAX)
            return false;
        const size_t start = at + found, end = start + number.len;
        /* the 6 of "5 tahun 6 bulan" is its own */
        const bool inside =
            own_at != SIZE_MAX && start >= own_at && end <= own_at + own->surface.len;
        if (!inside && !continues(quote, start, -1) && !continues(quote, end, 1))
            return true;
        at = start + 1;
    }
    return false;
}

bool sls_share_rare_word(const sls_claim *a, const sls_claim *b)
{
    sls_str list = a->context, item;
    while (sls_str_split(&list, ';', &item))
        if (sls_str_list_has(b->context, item) &&
            sls_name_rarity(a->lang, item) >= SLS_TALLY_OWN_RARITY)
            return true;
    return false;
}

/* Whether a claim counts something of the event: its magnitude. */
static bool is_figure_of(const sls_claim *claim, sls_str event)
{
    return claim->kind == SLS_KIND_QUANTITY && claim->unit.len > 0 &&
           sls_str_eq(sls_claim_event(claim), event);
}

bool sls_share_figure(const sls_roll *roll, uint32_t a, uint32_t b, sls_str event)
{
    const sls_roll_article *const x = &roll->articles[a], *const y = &roll->articles[b];
    for (uint32_t i = x->first; i < x->end && i - x->first < SLS_TALLY_FACTS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (!is_figure_of(c, event))
            continue;
        for (uint32_t j = y->first; j < y->end && j - y->first < SLS_TALLY_FACTS; j++) {
            const sls_claim *const d = roll->at[j].claim;
            if (is_figure_of(d, event) && sls_str_eq(c->unit, d->unit) &&
                sls_str_eq(c->value, d->value))
                return true;
        }
    }
    return false;
}

/* Whether a claim dates a disaster to the minute. */
static bool is_minute(const sls_claim *c, sls_edtf *out)
{
    return c->kind == SLS_KIND_DATE && sls_claim_tells_clock(c) &&
           sls_lexicon_attribute_is(SLS_C_EVENT, sls_claim_event(c), "toll", "yes") &&
           sls_edtf_read(c->value, out) == SLS_OK && out->grain == SLS_GRAIN_MINUTE;
}

static bool is_one_minute(const sls_edtf *a, const sls_edtf *b)
{
    return sls_edtf_minutes_apart(a, b) == 0 && (sls_edtf_is_clock(a) || sls_edtf_is_clock(b) ||
                                                 sls_interval_gap(a->days, b->days) <= 1);
}

bool sls_share_disaster(const sls_roll *roll, uint32_t a, uint32_t b)
{
    const sls_roll_article *const x = &roll->articles[a], *const y = &roll->articles[b];
    sls_edtf first, second;
    for (uint32_t i = x->first; i < x->end && i - x->first < SLS_TALLY_FACTS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (!is_minute(c, &first))
            continue;
        for (uint32_t j = y->first; j < y->end && j - y->first < SLS_TALLY_FACTS; j++) {
            const sls_claim *const d = roll->at[j].claim;
            if (is_minute(d, &second) && is_one_minute(&first, &second) &&
                sls_str_eq(sls_claim_event(c), sls_claim_event(d)))
                return true;
        }
    }
    return false;
}
