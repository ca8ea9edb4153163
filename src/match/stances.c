#include "match/stances.h"

#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "match/company.h"
#include "match/fragments.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "model/digits.h"
#include "model/sense.h"
#include "model/stance.h"

/* Money, shares, degrees: "naik 3 persen". Of counts either side has its own: 3-0 is won and lost.
 */
static bool is_measure(sls_str unit)
{
    const sls_str dimension = sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension");
    if (sls_str_eq(dimension, SLS_STR("multiple")) || sls_str_eq(dimension, SLS_STR("score")))
        return false; /* twice won and twice lost */
    return dimension.len > 0 || sls_unit_is_money(unit);
}

typedef struct {
    int words, shared;
} share;

/* "naik", "percent": how it went, and in what, are told of anything. */
static bool is_of_the_measure(sls_lang lang, sls_str word)
{
    const sls_form *const form = sls_lexicon_form(lang, word);
    return sls_form_is(form, SLS_C_STANCE) || sls_form_is(form, SLS_C_UNIT);
}

/* Words, names and places of the sentence of `a`, and those that `b` has too. */
static share share_of(const sls_claim *a, const sls_claim *b)
{
    const sls_str names[] = { a->entities, a->place };
    share out = { 0, 0 };
    sls_str list = a->context, item;
    sls_lang lang;
    if (sls_lang_of(a->lang, &lang) != SLS_OK)
        return out;
    if (!sls_str_eq(a->lang, b->lang))
        list.len = 0; /* two languages share names alone */
    while (sls_str_split(&list, ';', &item)) {
        if (is_of_the_measure(lang, item))
            continue;
        out.words++;
        out.shared += sls_str_list_has(b->context, item);
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        list = names[i];
        while (sls_str_split(&list, ';', &item)) {
            out.words++;
            out.shared += sls_str_list_has(b->entities, item) || sls_str_list_has(b->place, item);
        }
    }
    return out;
}

/*
 * "dearer" of one and "cheaper" of the other are one thing told from two sides; a rise is no fall,
 * a surplus no deficit.
 */
static bool are_two_ways(const sls_claim *a, const sls_claim *b)
{
    static const sls_str ends[] = { SLS_S("rise+"), SLS_S("rise-"), SLS_S("profit+"),
                                    SLS_S("profit-") };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (sls_str_list_has(a->stance, ends[i]) && sls_stance_opposes(b, ends[i]))
            return true;
    return false;
}

/* The event that a word tells of as a verb; "" of nouns and others. */
static sls_str deed_of(sls_lang lang, sls_str word)
{
    const sls_form *const form = sls_lexicon_form(lang, word);
    const sls_str voice = sls_form_value(form, SLS_C_CLAUSE);
    return sls_str_eq(voice, SLS_STR("active")) || sls_str_eq(voice, SLS_STR("passive"))
               ? sls_form_value(form, SLS_C_EVENT)
               : (sls_str){ 0 };
}

/* Whether both sentences have verbs of one event: "brought up", and not "poisoning". */
static bool share_deed(const sls_claim *a, const sls_claim *b)
{
    sls_str list = a->context, word;
    sls_lang lang_a, lang_b;
    if (sls_lang_of(a->lang, &lang_a) != SLS_OK || sls_lang_of(b->lang, &lang_b) != SLS_OK)
        return false;
    while (sls_str_split(&list, ';', &word)) {
        const sls_str deed = deed_of(lang_a, word);
        sls_str rest = b->context, other;
        if (deed.len == 0)
            continue;
        while (sls_str_split(&rest, ';', &other))
            if (sls_str_eq(deed_of(lang_b, other), deed))
                return true;
    }
    return false;
}

/* "All 26 miners were brought up", "some of the 26 were": as the same verb has it of one count. */
static bool are_all_and_some(const sls_claim *a, const sls_claim *b)
{
    const sls_str all = SLS_STR("all+"), some = SLS_STR("all-");
    return share_deed(a, b) &&
           ((sls_str_list_has(a->stance, all) && sls_str_list_has(b->stance, some)) ||
            (sls_str_list_has(a->stance, some) && sls_str_list_has(b->stance, all)));
}

/* "45.6 percent", "$2.94 billion": so many digits are seldom those of two things of one story. */
static bool is_distinct(const sls_claim *c)
{
    sls_decimal value;
    return c->bound == SLS_BOUND_EXACT && sls_decimal_read(c->value, &value) == SLS_OK &&
           sls_digits_of((sls_decimal){ value.coefficient, 0 }).len >= SLS_STANCE_DIGITS;
}

/* "fell to 6.5% in June", "rose to 6.5% in June": a fraction that both tell of one time. */
static bool is_of_one_time(const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim;
    sls_decimal value;
    if (x->bound != SLS_BOUND_EXACT || sls_decimal_read(x->value, &value) != SLS_OK ||
        value.exponent >= 0 || sls_digits_of(value).len < SLS_STANCE_DIGITS_OF_ONE ||
        sls_claim_is_dated(x) != sls_claim_is_dated(b->claim))
        return false;
    return !sls_claim_is_dated(x) ||
           (a->has_when && b->has_when && sls_interval_relate(a->when, b->when) == SLS_SAME);
}

/* 0..100: how surely two claims of one value tell of one thing; 0 when they are not compared. */
static int weigh(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    if (a->value != b->value || x->kind != SLS_KIND_QUANTITY || a->listed || b->listed ||
        sls_interval_gap(a->published, b->published) > 0 || !sls_stance_parts(x, y) ||
        sls_stance_compare(x, y) != SLS_STANCE_OPPOSES)
        return 0;
    if (!is_measure(x->unit))
        return in->likeness >= SLS_STANCE_ALL_STORY && are_all_and_some(x, y) ? SLS_STANCE_HELD : 0;
    if (!are_two_ways(x, y))
        return 0;
    const share p = share_of(x, y), q = share_of(y, x);
    const share shorter = p.words <= q.words ? p : q;
    /* "fell by 4,000 to 1,073,000" and "rose by 4,000 to 1,073,000" in two short reports */
    const sls_company company = sls_company_of(in->roll, a->entry, b->entry);
    if (a->article != b->article &&
        ((in->likeness >= SLS_STANCE_STORY_OF_ONE && shorter.shared > 0 && is_of_one_time(a, b)) ||
         (company.figures > 0 && company.differing == 0 && in->likeness >= SLS_MISPRINT_STORY) ||
         (in->likeness >= SLS_STANCE_STORY && is_distinct(x))))
        return SLS_STANCE_HELD;
    if (shorter.shared + company.figures < SLS_STANCE_WORDS)
        return 0;
    const int held = (shorter.shared + company.figures) * 100 / (shorter.words + company.figures);
    return held >= SLS_STANCE_HELD ? held : 0;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    sls_terms_add(terms, SLS_TERM_HELD, weigh(in, a, b));
}

sls_status sls_stances_find(const sls_roll *roll, const sls_facts *facts,
                            const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_DATED, score, arena, links);
}
