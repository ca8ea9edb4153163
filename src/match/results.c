#include "match/results.h"

#include "base/ascii.h"
#include "base/decimal.h"
#include "lexicon/frequency.h"
#include "lexicon/lexicon.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "match/scopes.h"
#include "model/sense.h"

enum {
    NAMES_MOST = 8, /* of one sentence, the first ones */
    WORD_BYTES = 32 /* of a longer word the first ones count */
};

/* Words that may name a side: hashes. */
typedef struct {
    uint64_t at[NAMES_MOST];
    size_t count;
} names;

/* Whether a list of persons or places has the word: it names no side. */
static bool is_part_of(sls_str list, sls_str word)
{
    char part[WORD_BYTES];
    size_t n;
    while ((n = sls_next_word(&list, part, sizeof part)) > 0)
        if (sls_str_eq((sls_str){ part, n }, word))
            return true;
    return false;
}

/* The rarer words with a capital near the score, persons and places left out. */
static void collect(const sls_claim *claim, names *out)
{
    const size_t at = sls_str_find(claim->quote, claim->surface);
    char word[WORD_BYTES];
    sls_lang lang;
    size_t n;
    out->count = 0;
    if (at == SIZE_MAX || sls_lang_of(claim->lang, &lang) != SLS_OK)
        return;
    sls_str rest = sls_str_slice(claim->quote, at > SLS_RESULT_REACH ? at - SLS_RESULT_REACH : 0,
                                 at + claim->surface.len + SLS_RESULT_REACH);
    for (sls_str before = rest;
         out->count < NAMES_MOST && (n = sls_next_word(&rest, word, sizeof word)) > 0;
         before = rest) {
        const sls_str text = { word, n };
        const size_t skipped = before.len - rest.len - n; /* what parts the words */
        if (n < 3 || n == sizeof word || !sls_is_upper(before.ptr[skipped]) ||
            sls_word_rarity(lang, text) < SLS_STORY_RARITY || is_part_of(claim->entities, text) ||
            is_part_of(claim->place, text))
            continue;
        out->at[out->count++] = sls_hash(text);
    }
}

static size_t in_common(const names *a, const names *b)
{
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++) {
        bool met = false, again = false;
        for (size_t j = 0; j < i; j++)
            again |= a->at[j] == a->at[i];
        for (size_t j = 0; j < b->count; j++)
            met |= b->at[j] == a->at[i];
        count += met && !again;
    }
    return count;
}

static int countries(sls_str list, sls_str with)
{
    sls_str item;
    int count = 0;
    while (sls_str_split(&list, ';', &item))
        count += sls_scope_is_country(item) && sls_str_list_has(with, item);
    return count;
}

/* Whether two results are of the same two sides. */
static bool are_of_one_match(const sls_claim *a, const sls_claim *b)
{
    names x, y;
    if (countries(a->entities, a->entities) > 1 && countries(b->entities, b->entities) > 1)
        return countries(a->entities, b->entities) > 1;
    collect(a, &x);
    collect(b, &y);
    return in_common(&x, &y) > 1;
}

/* Who beat whom, by the names nearest to the verb: hashes of their words. */
typedef struct {
    names winner, loser;
} sides;

/* Whether a word says that those before it won, or lost to those behind it. */
static bool is_verdict(sls_lang lang, sls_str word, sls_str event)
{
    const sls_form *const form = sls_lexicon_form(lang, word);
    const sls_str voice = sls_form_value(form, SLS_C_CLAUSE);
    return sls_str_eq(sls_form_value(form, SLS_C_EVENT), event) &&
           (sls_str_eq(voice, SLS_STR("active")) || sls_str_eq(voice, SLS_STR("passive")));
}

static void add_name(names *to, sls_str word)
{
    if (to->count < NAMES_MOST)
        to->at[to->count++] = sls_hash(word);
}

/*
 * "Persik Kediri menundukkan PSIS Semarang": the capitals before the verb, and the first ones
 * behind it. Of a sentence without such a verb, or with a pronoun for a side, nothing is known.
 */
static bool find_sides(const sls_claim *claim, sides *out)
{
    names run[2] = { { .count = 0 }, { .count = 0 } };
    char word[WORD_BYTES];
    sls_lang lang;
    size_t n, apart = 0, behind = 0;
    const bool won = sls_str_eq(claim->event, SLS_STR("win"));
    if ((!won && !sls_str_eq(claim->event, SLS_STR("lose"))) ||
        sls_lang_of(claim->lang, &lang) != SLS_OK)
        return false;
    for (sls_str rest = claim->quote, before = rest;
         (n = sls_next_word(&rest, word, sizeof word)) > 0; before = rest) {
        const sls_str text = { word, n };
        names *const side = &run[behind];
        if (behind == 0 && is_verdict(lang, text, claim->event)) {
            if (side->count == 0 || apart > SLS_RESULT_APART)
                return false;
            behind = 1;
            apart = 0;
            continue;
        }
        if (n < 3 || n == sizeof word || !sls_is_upper(before.ptr[before.len - rest.len - n])) {
            apart++;
            if (behind == 1 && (side->count > 0 || apart > SLS_RESULT_APART))
                break;
            continue;
        }
        if (apart > 0 && behind == 0)
            side->count = 0;
        apart = 0;
        if (!is_part_of(claim->place, text))
            add_name(side, text);
    }
    *out = won ? (sides){ run[0], run[1] } : (sides){ run[1], run[0] };
    return run[0].count > 0 && run[1].count > 0;
}

/* Whether the winner of one report is the loser of the other. */
static bool are_swapped(const sls_claim *a, const sls_claim *b)
{
    sides x, y;
    return find_sides(a, &x) && find_sides(b, &y) && in_common(&x.winner, &y.loser) > 0 &&
           in_common(&x.loser, &y.winner) > 0 && in_common(&x.winner, &y.winner) == 0 &&
           in_common(&x.loser, &y.loser) == 0;
}

/* 1-1 has no winner. */
static bool is_draw(sls_str value)
{
    const size_t dash = sls_str_find_byte(value, '-');
    return dash != SIZE_MAX &&
           sls_str_eq(sls_str_slice(value, 0, dash), sls_str_slice(value, dash + 1, value.len));
}

static bool are_of_one_day(const sls_fact *a, const sls_fact *b)
{
    const bool sure = sls_claim_is_dated(a->claim) && sls_claim_is_dated(b->claim);
    return a->has_when && b->has_when &&
           sls_interval_gap(a->when, b->when) <= (sure ? 0 : SLS_RESULT_DAYS);
}

static bool read_score(sls_str value, sls_decimal *high, sls_decimal *low)
{
    const size_t dash = sls_str_find_byte(value, '-');
    return dash != SIZE_MAX && sls_decimal_read(sls_str_slice(value, 0, dash), high) == SLS_OK &&
           sls_decimal_read(sls_str_slice(value, dash + 1, value.len), low) == SLS_OK;
}

/* Whether a match that stood `a` can end `b`: nobody loses a goal. */
static bool continues(sls_str a, sls_str b)
{
    sls_decimal high_a, low_a, high_b, low_b;
    return read_score(a, &high_a, &low_a) && read_score(b, &high_b, &low_b) &&
           sls_decimal_cmp(high_a, high_b) <= 0 && sls_decimal_cmp(low_a, low_b) <= 0;
}

/*
 * Whether `f` is how its match ended: whatever else its article tells of that match goes before it.
 * A score in a list of scores is a set's, or another match's.
 */
static bool is_final(const sls_pairing *in, const sls_fact *f)
{
    if (f->listed)
        return false;
    for (uint32_t i = in->facts->first[f->article]; i < in->facts->first[f->article + 1]; i++) {
        const sls_fact *const other = &in->facts->at[i];
        if (other->value != f->value && are_of_one_match(other->claim, f->claim) &&
            !continues(other->claim->value, f->claim->value))
            return false;
    }
    return true;
}

/*
 * Whether `f` is news: the match is dated, or leads its report. What stands further down without a
 * day, or in a headline, is as often an earlier meeting of the two, or a bet.
 */
static bool is_news(const sls_fact *f)
{
    return f->claim->state == SLS_ASSERTED && f->claim->zone == SLS_ZONE_BODY &&
           (sls_claim_is_dated(f->claim) || f->claim->sentence < SLS_RESULT_LEAD);
}

/* The scores of a fact's sentence, in their order; how many, and which of them is the fact. */
typedef struct {
    uint32_t first, count, own;
} sets;

static sets sets_of(const sls_pairing *in, const sls_fact *f)
{
    const uint32_t i = (uint32_t)(f - in->facts->at), end = in->facts->first[f->article + 1];
    uint32_t from = i, to = i + 1;
    while (from > in->facts->first[f->article] &&
           in->facts->at[from - 1].claim->sentence == f->claim->sentence)
        from--;
    while (to < end && in->facts->at[to].claim->sentence == f->claim->sentence)
        to++;
    return (sets){ from, to - from, i - from };
}

/* One set of a match that two short reports tell set by set, and otherwise alike. */
static bool is_set(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_overlap shared = sls_features_compare(&a->features, &b->features);
    const sets x = sets_of(in, a), y = sets_of(in, b);
    if (in->likeness < SLS_MISPRINT_STORY || shared.persons + shared.countries == 0 ||
        x.count < 2 || x.count != y.count || x.own != y.own)
        return false;
    for (uint32_t i = 0; i < x.count; i++)
        if ((in->facts->at[x.first + i].value == in->facts->at[y.first + i].value) == (i == x.own))
            return false;
    return true;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    if (!are_of_one_day(a, b))
        return;
    if (a->value == b->value && is_news(a) && is_news(b) && !is_draw(a->claim->value) &&
        !sls_str_eq(a->claim->source, b->claim->source) && are_swapped(a->claim, b->claim)) {
        sls_terms_add(terms, SLS_TERM_PARTICIPANTS, SLS_RESULT_SCORE);
        return;
    }
    const bool told =
        are_of_one_match(a->claim, b->claim) &&
        (a->value == b->value ||
         (is_news(a) && is_news(b) && !sls_pairing_tells(in, a->article, b) &&
          !sls_pairing_tells(in, b->article, a) && is_final(in, a) && is_final(in, b)));
    const bool set = a->value != b->value && a->listed && b->listed && is_set(in, a, b);
    sls_terms_add(terms, SLS_TERM_START, told || set ? SLS_RESULT_SCORE : 0);
}

sls_status sls_results_find(const sls_roll *roll, const sls_facts *facts,
                            const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_ALL, score, arena, links);
}
