#include "match/fragments.h"

#include "base/ascii.h"
#include "base/decimal.h"
#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "match/align.h"
#include "match/company.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "match/wards.h"
#include "model/sense.h"
#include "model/stance.h"

enum { WORD_BYTES = 64 }; /* of a longer word the first ones count */

typedef struct {
    int words, shared;
} share;

/* Items of the list `a` that the list `b` has too. */
static void add_share(sls_str a, sls_str b, share *out)
{
    sls_str item;
    while (sls_str_split(&a, ';', &item)) {
        out->words++;
        out->shared += sls_str_list_has(b, item);
    }
}

static share share_of(const sls_claim *a, const sls_claim *b)
{
    share out = { 0, 0 };
    add_share(a->context, b->context, &out);
    add_share(a->entities, b->entities, &out);
    add_share(a->place, b->place, &out);
    return out;
}

int sls_sentence_held(const sls_claim *a, const sls_claim *b, int *shared)
{
    const share x = share_of(a, b), y = share_of(b, a);
    const share shorter = x.words <= y.words ? x : y;
    *shared = shorter.shared;
    return shorter.words > 0 ? shorter.shared * 100 / shorter.words : 0;
}

/* The event that a word of a claim's sentence names: "pengumuman", "mengumumkan"; or "". */
static sls_str event_named(const sls_claim *claim, sls_str word)
{
    sls_lang lang;
    return sls_lang_of(claim->lang, &lang) == SLS_OK
               ? sls_form_value(sls_lexicon_form(lang, word), SLS_C_EVENT)
               : (sls_str){ 0 };
}

/* Whether any claim of an article has `item` among its words, names or places, or its event. */
static bool article_has(const sls_roll *roll, uint32_t article, sls_str item, sls_str event)
{
    const sls_roll_article *const a = &roll->articles[article];
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_FRAGMENT_CLAIMS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (sls_str_list_has(c->context, item) || sls_str_list_has(c->entities, item) ||
            sls_str_list_has(c->place, item) || (event.len > 0 && sls_str_eq(c->event, event)))
            return true;
    }
    return false;
}

/* As sls_sentence_held, of the sentence of `a` in the whole of another article. */
static int held_by_article(const sls_roll *roll, const sls_claim *a, uint32_t article, int *shared)
{
    const sls_str lists[] = { a->context, a->entities, a->place };
    int words = 0;
    *shared = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        sls_str list = lists[i], item;
        while (sls_str_split(&list, ';', &item)) {
            words++;
            *shared += article_has(roll, article, item, event_named(a, item));
        }
    }
    return words > 0 ? *shared * 100 / words : 0;
}

/* Words of the sentence of one that the whole other article has: how many, per cent. */
typedef struct {
    int percent, shared;
} held;

static held held_of(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    held out;
    out.percent = held_by_article(in->roll, a->claim, b->article, &out.shared);
    return out;
}

static held more_of(held a, held b)
{
    return b.percent > a.percent ? b : a;
}

/* "Two months" and "two metres": one digit is many a thing's, and no sign of knowing the other. */
static bool is_chance(const sls_claim *a, const sls_claim *b)
{
    return a->kind == SLS_KIND_QUANTITY && a->value.len == 1 && !sls_str_eq(a->unit, b->unit);
}

/* Whether a value of one stands in the other's article, besides `b`, of whatever it is told. */
static bool is_known(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_roll_article *const article = &in->roll->articles[b->article];
    for (uint32_t i = article->first; i < article->end && i - article->first < SLS_FRAGMENT_CLAIMS;
         i++) {
        const sls_claim *const c = in->roll->at[i].claim;
        if (c != b->claim && c->kind == a->claim->kind && sls_str_eq(c->value, a->claim->value) &&
            !is_chance(c, a->claim))
            return true;
    }
    return false;
}

/* How far apart two ranks are: see sls_fact. */
static uint64_t distance(const sls_fact *a, const sls_fact *b)
{
    return a->rank > b->rank ? a->rank - b->rank : b->rank - a->rank;
}

/* The length of one is not the width of the other. */
static bool are_two_roles(const sls_claim *a, const sls_claim *b)
{
    return !sls_str_eq(a->what, b->what) && sls_is_role(a->what) && sls_is_role(b->what);
}

/* The other values of a fact's unit in its sentence that the other article lacks. */
typedef struct {
    int count;
    bool nearer; /* one of them is nearer to the other fact */
    bool summed; /* all of them, and it, make the other fact */
} rivals;

static rivals rivals_of(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    rivals out = { 0, false, false };
    sls_decimal sum, one;
    bool added = sls_decimal_read(a->claim->value, &sum) == SLS_OK;
    const uint32_t own = (uint32_t)(a - in->facts->at), end = in->facts->first[a->article + 1];
    uint32_t i = own;
    while (i > in->facts->first[a->article] &&
           in->facts->at[i - 1].claim->sentence == a->claim->sentence && own - i < SLS_RIVALS_MOST)
        i--;
    for (; i < end && in->facts->at[i].claim->sentence == a->claim->sentence &&
           i < own + SLS_RIVALS_MOST;
         i++) {
        const sls_fact *const c = &in->facts->at[i];
        if (c->value == a->value || !sls_str_eq(c->unit, a->unit) ||
            are_two_roles(c->claim, b->claim) || is_known(in, c, b))
            continue;
        out.count++;
        out.nearer = out.nearer || distance(c, b) < distance(a, b);
        added = added && sls_decimal_read(c->claim->value, &one) == SLS_OK &&
                sls_decimal_add(sum, one, &sum) == SLS_OK;
    }
    out.summed = added && sls_decimal_read(b->claim->value, &one) == SLS_OK &&
                 sls_decimal_cmp(sum, one) == 0;
    return out;
}

/* Whether a list and a lone value that is none of the list's can be told of one thing. */
static bool may_be_of_list(const rivals *list, const rivals *lone, const held *h,
                           const sls_company *company)
{
    return lone->count == 0 && !list->nearer && !list->summed && company->differing == 0 &&
           h->shared >= SLS_LIST_WORDS && h->percent >= SLS_LIST_HELD;
}

/* Whether a word of the claim's sentence has the value as what `concept` makes of it. */
static bool has_word(const sls_claim *claim, sls_concept concept, sls_str value)
{
    sls_lang lang;
    char folded[WORD_BYTES];
    sls_str rest = claim->quote;
    size_t n;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return false;
    while ((n = sls_next_word(&rest, folded, sizeof folded)) > 0)
        if (sls_str_eq(sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), concept),
                       value))
            return true;
    return false;
}

/* "Dua bulan": whether a number of the fact's sentence counts something else there. */
static bool is_of_another(const sls_pairing *in, const sls_fact *f, sls_str value)
{
    const sls_roll_article *const a = &in->roll->articles[f->article];
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_FRAGMENT_CLAIMS; i++) {
        const sls_claim *const c = in->roll->at[i].claim;
        if (c->sentence == f->claim->sentence && c->kind == SLS_KIND_QUANTITY &&
            sls_str_eq(c->value, value) && !sls_str_eq(c->unit, f->claim->unit))
            return true;
    }
    return false;
}

/* Whether the fact's sentence has the other's number, and nothing else that it counts. */
static bool has_number(const sls_pairing *in, const sls_fact *f, const sls_fact *other)
{
    return (has_word(f->claim, SLS_C_NUMBER, other->claim->value) ||
            sls_quotes_number(f->claim, other->claim)) &&
           !is_of_another(in, f, other->claim->value);
}

/* "Setiap hari", "per hari". */
static bool tells_each(const sls_claim *c)
{
    return has_word(c, SLS_C_SET, SLS_STR("every")) || has_word(c, SLS_C_LITERAL, SLS_STR("per"));
}

/* Whether one sentence counts for each what the other counts in all. */
static bool is_for_each(const sls_claim *a, const sls_claim *b)
{
    return tells_each(a) != tells_each(b);
}

/* "Before", "after"; "from 1 January on" has the day itself, and "the end of 1986" is of it. */
static bool is_of_before_or_after(sls_str stance)
{
    return sls_str_starts(stance, SLS_STR("before"));
}

/* "Before 2017", "since 1988": what was not so then may have been so in the year itself. */
static bool is_bounded(const sls_claim *date)
{
    sls_lang lang;
    sls_str rest = date->surface, word;
    if (date->kind != SLS_KIND_DATE || sls_lang_of(date->lang, &lang) != SLS_OK)
        return false;
    char folded[WORD_BYTES];
    const size_t n = sls_next_word(&rest, folded, sizeof folded);
    word = (sls_str){ folded, n };
    return sls_str_find(date->value, SLS_STR("..")) != SIZE_MAX ||
           is_of_before_or_after(sls_form_value(sls_lexicon_form(lang, word), SLS_C_STANCE));
}

/* Whether nothing forbids that two unequal values are told of one thing. */
static bool may_differ(const sls_pairing *in, const sls_fact *a, const sls_fact *b, const held *h)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const rivals left = rivals_of(in, a, b), right = rivals_of(in, b, a);
    const sls_company company = sls_company_of(in->roll, a->entry, b->entry);
    /* Which of several values is meant is not known; what both know is no slip of either. */
    if ((left.count > 0 || right.count > 0) && !may_be_of_list(&left, &right, h, &company) &&
        !may_be_of_list(&right, &left, h, &company))
        return false;
    if (x->state == SLS_DENIED || y->state == SLS_DENIED ||
        sls_stance_denies(x) != sls_stance_denies(y) ||
        sls_stance_compare(x, y) != SLS_STANCE_ALIKE || is_known(in, a, b) || is_known(in, b, a) ||
        has_number(in, a, b) || has_number(in, b, a) ||
        sls_portions_differ(a->portion, b->portion) || is_for_each(x, y) || sls_wards_part(x, y))
        return false;
    if (x->ordinal.len > 0 && y->ordinal.len > 0 && !sls_str_eq(x->ordinal, y->ordinal))
        return false;
    /* "More than three" is often three to another writer; "less than three" is not. */
    if (sls_str_eq(x->value, y->value) && x->bound != SLS_BOUND_LESS_THAN &&
        y->bound != SLS_BOUND_LESS_THAN)
        return false;
    /* "Until 2016 it was held 31 times", "in 2018 it was held in Korea" */
    if (is_bounded(x) != is_bounded(y))
        return false;
    /* What happens again, or lasts, has many dates: populations, prices, matches. */
    return x->kind != SLS_KIND_DATE ||
           (a->event.len > 0 && sls_str_eq(a->event, b->event) && a->recurrence != SLS_REPEAT);
}

/*
 * Whether a claim of the article speaks the way in which `claim` opposes `other`: both are told. A
 * number goes its own way, whichever way the others go.
 */
static bool speaks_alike(const sls_roll *roll, uint32_t article, const sls_claim *claim,
                         const sls_claim *other)
{
    const sls_roll_article *const a = &roll->articles[article];
    sls_str rest = claim->stance, part;
    while (sls_str_split(&rest, ';', &part)) {
        for (uint32_t i = a->first; i < a->end && i - a->first < SLS_FRAGMENT_CLAIMS; i++) {
            const sls_claim *const c = roll->at[i].claim;
            if (sls_stance_opposes(other, part) && sls_str_list_has(c->stance, part) &&
                (other->kind != SLS_KIND_QUANTITY || sls_claims_say_one_value(c, other)))
                return true;
        }
    }
    return false;
}

/* Whether a claim of the article denies anything. */
static bool article_denies(const sls_roll *roll, uint32_t article)
{
    const sls_roll_article *const a = &roll->articles[article];
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_FRAGMENT_CLAIMS; i++)
        if (sls_stance_denies(roll->at[i].claim))
            return true;
    return false;
}

/* "Less than 30 days", "more than three": one end is open. */
static bool is_one_sided(const sls_claim *claim)
{
    return claim->bound != SLS_BOUND_EXACT && claim->bound != SLS_BOUND_ABOUT &&
           claim->bound != SLS_BOUND_NEARLY && claim->bound != SLS_BOUND_RANGE;
}

/*
 * Whether what `no` denies may be told by `yes` in other words: not beside an event that `no`
 * affirms ("was visited, but did not paint"), nor where the opposite is told ("did not fall" and
 * "rose").
 */
static bool may_be_denied(const sls_claim *no, const sls_claim *yes)
{
    const sls_str denied = SLS_STR("not:"), event = SLS_STR("not:@");
    bool own = no->event.len == 0 || no->state == SLS_DENIED ||
               sls_str_list_has(no->stance, SLS_STR("not:*"));
    sls_lang lang;
    sls_str rest = no->stance, part;
    if (sls_lang_of(no->lang, &lang) != SLS_OK)
        return false;
    while (sls_str_split(&rest, ';', &part)) {
        const sls_form *const form =
            sls_lexicon_form(lang, sls_str_slice(part, denied.len, part.len));
        if (sls_str_starts(part, event))
            own = own || sls_str_eq(sls_str_slice(part, event.len, part.len), no->event);
        else if (sls_str_starts(part, denied) &&
                 sls_stance_opposes(yes, sls_form_value(form, SLS_C_STANCE)))
            return false;
        else /* "has no plan that frees 42 million": nothing of the plan is so */
            own = own || sls_str_eq(sls_form_value(form, SLS_C_CLAUSE), SLS_STR("state"));
    }
    return own;
}

/*
 * Whether a word of the sentence denies, of whatever clause: not "without", which speaks of what is
 * behind it, nor "not only", which affirms.
 */
static bool has_negation(const sls_claim *claim)
{
    sls_lang lang;
    char folded[WORD_BYTES];
    sls_str rest = claim->quote;
    bool denied = false;
    size_t n;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return false;
    while ((n = sls_next_word(&rest, folded, sizeof folded)) > 0) {
        const sls_form *const form = sls_lexicon_form(lang, (sls_str){ folded, n });
        if (denied && !sls_str_eq(sls_form_value(form, SLS_C_CLAUSE), SLS_STR("only")))
            return true;
        denied = sls_form_is(form, SLS_C_NEGATION) &&
                 !sls_str_eq(sls_form_value(form, SLS_C_NEGATION), SLS_STR("without"));
    }
    return denied;
}

/* "In 1973", "from 1970 to 1974": what was all the time was then. */
static bool is_within(const sls_fact *a, const sls_fact *b)
{
    if (a->claim->kind != SLS_KIND_DATE || b->claim->kind != SLS_KIND_DATE || !a->readable ||
        !b->readable || sls_claim_tells_clock(a->claim) || sls_claim_tells_clock(b->claim))
        return false;
    const sls_relation how = sls_interval_relate(a->days, b->days);
    return how == SLS_HOLDS || how == SLS_HELD;
}

/* Which of two denies something of the one value, or the one time, of both; NULL: none. */
static const sls_claim *denier_of(const sls_fact *a, const sls_fact *b)
{
    const bool left = sls_stance_denies(a->claim);
    if (!is_within(a, b) || left == sls_stance_denies(b->claim))
        return sls_stance_denier(a->claim, b->claim);
    return left ? a->claim : b->claim;
}

/* One value of which one sentence denies what the other article tells, in nearly its words. */
static bool add_denial(const sls_pairing *in, const sls_fact *a, const sls_fact *b,
                       sls_terms *terms)
{
    const sls_claim *const denier = denier_of(a, b);
    if (!denier || is_bounded(a->claim) || is_bounded(b->claim) ||
        is_one_sided(a->claim) != is_one_sided(b->claim))
        return false;
    const sls_fact *const no = denier == a->claim ? a : b, *const yes = no == a ? b : a;
    const held h = held_of(in, no, yes);
    const bool named = sls_stance_compare(a->claim, b->claim) == SLS_STANCE_DENIES;
    if (article_denies(in->roll, yes->article) || has_negation(yes->claim) ||
        (!named && !may_be_denied(no->claim, yes->claim)) ||
        h.shared < (named ? SLS_DENIAL_WORDS : SLS_DENIAL_WORDS_OTHER) ||
        h.percent < (named ? SLS_DENIAL_HELD : SLS_DENIAL_HELD_OTHER))
        return false;
    sls_terms_add(terms, SLS_TERM_DENIAL, h.percent);
    return true;
}

/* How surely two facts of two fragments are one. */
static void weigh(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const bool equal = a->value == b->value;
    if (x->kind != y->kind || !sls_str_eq(a->unit, b->unit))
        return;
    if (are_two_roles(x, y))
        return;
    /* What one outlet tells twice in such words are two things of a kind: its lists, its tables. */
    const bool one = x->source.len > 0 && sls_str_eq(x->source, y->source);
    if (one && (!equal || sls_stance_denier(x, y) || sls_stance_parts(x, y)))
        return;
    const held h = more_of(held_of(in, a, b), held_of(in, b, a));
    if (add_denial(in, a, b, terms) || sls_stance_compare(x, y) == SLS_STANCE_DENIES ||
        (!equal && !may_differ(in, a, b, &h)))
        return;
    const bool opposed = equal && sls_stance_compare(x, y) == SLS_STANCE_OPPOSES;
    if (opposed &&
        (speaks_alike(in->roll, b->article, x, y) || speaks_alike(in->roll, a->article, y, x)))
        return;
    /* the word that says the opposite cannot be the other's */
    if (h.shared < SLS_FRAGMENT_WORDS - opposed ||
        h.percent < (opposed ? SLS_OPPOSED_HELD : SLS_FRAGMENT_HELD))
        return;
    sls_terms_add(terms, SLS_TERM_HELD, equal ? h.percent : SLS_FRAGMENT_SCORE);
}

sls_status sls_fragments_find(const sls_roll *roll, const sls_facts *facts,
                              const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_UNDATED, weigh, arena, links);
}
