#include "match/ages.h"

#include "base/ascii.h"
#include "base/decimal.h"
#include "lexicon/lexicon.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "match/scopes.h"
#include "model/sense.h"
#include "model/stance.h"
#include "names/person.h"

enum {
    WORD_BYTES = 32, /* of a longer word the first ones count */
    NAME_WORDS = 4,  /* of a name as it stands, the last ones */
    NAME_BYTES = 64
};

bool sls_is_age(const sls_claim *claim)
{
    return claim->entities.len > 0 && claim->surface.len > 0 && sls_claim_is_bare_years(claim);
}

/* "usia 45 tahun", "a 45-year-old": the words say that years are somebody's age. */
static bool is_worded(const sls_claim *claim)
{
    static const sls_str marks[] = { SLS_S("age"), SLS_S("old"), SLS_S("yo") };
    sls_lang lang;
    char folded[WORD_BYTES];
    sls_str rest = claim->surface;
    size_t n;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return false;
    while ((n = sls_next_word(&rest, folded, sizeof folded)) > 0) {
        const sls_str mark =
            sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_LITERAL);
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (sls_str_eq(mark, marks[i]))
                return true;
    }
    return false;
}

/* An age in figures beside a name, or one that words tell to be one. */
static bool is_told(const sls_claim *claim)
{
    return sls_is_age(claim) || (claim->kind == SLS_KIND_QUANTITY && claim->entities.len > 0 &&
                                 claim->bound == SLS_BOUND_EXACT &&
                                 sls_str_eq(claim->unit, SLS_STR("year")) && is_worded(claim));
}

/* Whether the word that ends at `end` of `text` is a name that is not `word`: another's given name.
 */
static bool is_other_name(sls_str text, size_t end, sls_str word)
{
    size_t from = end;
    while (from > 0 && text.ptr[from - 1] != ' ')
        from--;
    if (from == end || text.ptr[from] < 'A' || text.ptr[from] > 'Z')
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (from + i >= end || sls_lower(text.ptr[from + i]) != word.ptr[i])
            return true;
    return false;
}

/* Where the last word of a folded name ends in `text` for the last time; SIZE_MAX nowhere. */
static size_t find_name(sls_str text, sls_str name)
{
    size_t from = name.len;
    while (from > 0 && name.ptr[from - 1] != ' ')
        from--;
    const sls_str word = sls_str_slice(name, from, name.len);
    for (size_t at = text.len; at-- > 0 && word.len > 0;) {
        size_t i = 0;
        while (i < word.len && at + i < text.len && sls_lower(text.ptr[at + i]) == word.ptr[i])
            i++;
        if (i < word.len)
            continue;
        const sls_str given = sls_str_slice(name, 0, from > 0 ? from - 1 : 0);
        size_t first = given.len;
        while (first > 0 && given.ptr[first - 1] != ' ')
            first--;
        const bool other = given.len > 0 && at > 0 && text.ptr[at - 1] == ' ' &&
                           is_other_name(text, at - 1, sls_str_slice(given, first, given.len));
        return other ? SIZE_MAX : at + i;
    }
    return SIZE_MAX;
}

static bool is_person(sls_str item)
{
    bool letters = item.len > 0 && sls_is_lower(item.ptr[0]);
    for (size_t i = 0; i < item.len; i++)
        letters &= !sls_is_digit(item.ptr[i]); /* plates are no people */
    return letters && !sls_scope_is_country(item);
}

/* Whether `text` begins with a space and the folded name. */
static bool begins_with_name(sls_str text, sls_str name)
{
    if (text.len <= name.len || text.ptr[0] != ' ')
        return false;
    for (size_t i = 0; i < name.len; i++)
        if (sls_lower(text.ptr[i + 1]) != name.ptr[i])
            return false;
    return text.len == name.len + 1 || !sls_is_lower(sls_lower(text.ptr[name.len + 1]));
}

/*
 * The person whose name stands right before the age in its sentence, a bracket or comma between,
 * or whose full name right behind it; without a sentence the only one.
 */
static sls_str person_of(const sls_claim *claim)
{
    const size_t at = sls_str_find(claim->quote, claim->surface);
    const sls_str before = sls_str_slice(claim->quote, 0, at == SIZE_MAX ? 0 : at);
    const sls_str after =
        sls_str_slice(claim->quote, at == SIZE_MAX ? claim->quote.len : at + claim->surface.len,
                      claim->quote.len);
    sls_str rest = claim->entities, item, only = { 0 };
    size_t persons = 0;
    while (sls_str_split(&rest, ';', &item)) {
        if (!is_person(item))
            continue;
        persons++;
        only = item;
        const size_t end = find_name(before, item);
        if (end != SIZE_MAX && before.len - end <= SLS_AGE_GAP &&
            (end == before.len || before.ptr[end] != '\'')) /* "Pitts' 64-year-old mother" */
            return item;
        if (sls_str_find_byte(item, ' ') != SIZE_MAX && begins_with_name(after, item))
            return item;
    }
    /* "Ingrid Solberg, author of the coast trilogy, has died at 76": whoever died was so old */
    const bool died = sls_str_eq(sls_claim_event(claim), SLS_STR("die")) &&
                      claim->patient.len == 0 &&
                      (claim->agent.len == 0 || sls_str_eq(claim->agent, only)) &&
                      !sls_str_eq(claim->speaker, only);
    return (claim->quote.len == 0 || died) && persons == 1 ? only : (sls_str){ 0 };
}

/* Whether the sentence has the whole name: of a surname alone, a family has many ages. */
static bool is_full(const sls_claim *claim, sls_str name)
{
    const size_t first = sls_str_find_byte(name, ' ');
    const sls_str given = sls_str_slice(name, 0, first);
    if (claim->quote.len == 0 || first == SIZE_MAX)
        return true;
    for (size_t at = 0; at + given.len <= claim->quote.len; at++) {
        size_t i = 0;
        while (i < given.len && sls_lower(claim->quote.ptr[at + i]) == given.ptr[i])
            i++;
        if (i == given.len)
            return true;
    }
    return false;
}

/* Whether two ages are within SLS_AGE_NEAR years of each other. */
static bool are_near(const sls_claim *a, const sls_claim *b)
{
    sls_decimal x, y, apart;
    return sls_decimal_read(a->value, &x) == SLS_OK && sls_decimal_read(b->value, &y) == SLS_OK &&
           sls_decimal_add(x, sls_decimal_neg(y), &apart) == SLS_OK &&
           sls_decimal_cmp(apart, sls_decimal_of(SLS_AGE_NEAR)) <= 0 &&
           sls_decimal_cmp(apart, sls_decimal_of(-SLS_AGE_NEAR)) >= 0;
}

/* Whether an article gives somebody the age that the other gives: then they are two people. */
static bool tells_age(const sls_facts *facts, const uint32_t *first, uint32_t article,
                      const sls_fact *other)
{
    for (uint32_t i = first[article]; i < first[article + 1]; i++)
        if (is_told(facts->at[i].claim) &&
            sls_str_eq(facts->at[i].claim->value, other->claim->value))
            return true;
    return false;
}

static bool is_one_person(sls_str a, sls_str b)
{
    if (a.len == 0 || b.len == 0 || a.ptr[0] != b.ptr[0])
        return false;
    const sls_person_relation relation = sls_person_relate(a, b);
    if (relation == SLS_PERSON_SHORTER || relation == SLS_PERSON_LONGER) {
        /* a family has one name and many ages */
        const sls_str brief = relation == SLS_PERSON_SHORTER ? a : b;
        return sls_str_find_byte(brief, ' ') != SIZE_MAX;
    }
    if (relation != SLS_PERSON_OTHER)
        return true;
    const size_t shorter = a.len < b.len ? a.len : b.len;
    return shorter >= SLS_AGE_NAME_LEAST && sls_edit_distance(a, b, 2) <= 2;
}

/* "Satimun (38)": the word with a capital before a bracketed age that is of no known person. */
static sls_str mononym_of(const sls_claim *claim)
{
    const sls_str none = { 0 };
    if (claim->kind != SLS_KIND_QUANTITY || !sls_str_eq(claim->unit, SLS_STR("year")) ||
        claim->surface.len == 0 || !sls_is_digit(claim->surface.ptr[claim->surface.len - 1]))
        return none;
    const size_t at = sls_str_find(claim->quote, claim->surface);
    if (at == SIZE_MAX || at < 3 || claim->quote.ptr[at - 1] != '(' ||
        claim->quote.ptr[at - 2] != ' ')
        return none;
    size_t from = at - 2;
    while (from > 0 && sls_is_lower(sls_lower(claim->quote.ptr[from - 1])))
        from--;
    const sls_str word = sls_str_slice(claim->quote, from, at - 2);
    return word.len > 0 && !sls_is_lower(word.ptr[0]) ? word : none;
}

/* Whether two ages are of one rare name that is all the name there is: many have but one. */
static bool are_of_mononym(const sls_claim *a, const sls_claim *b)
{
    char folded[WORD_BYTES];
    sls_str x = mononym_of(a), y = mononym_of(b);
    if (x.len < SLS_AGE_MONONYM_LEAST || x.len > sizeof folded || !sls_str_eq(x, y))
        return false;
    for (size_t i = 0; i < x.len; i++)
        folded[i] = (char)sls_lower(x.ptr[i]);
    return sls_name_rarity(a->lang, (sls_str){ folded, x.len }) >= SLS_TALLY_OWN_RARITY;
}

static bool is_initials(sls_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return false;
    return word.len > 0 && word.len <= SLS_AGE_INITIALS_MOST;
}

/* Whether no other name stands right before `word`, a part of the sentence of `claim`. */
static bool is_lone_name(const sls_claim *claim, sls_str word)
{
    size_t at = (size_t)(word.ptr - claim->quote.ptr);
    if (at < 2 || claim->quote.ptr[at - 1] != ' ' ||
        !sls_is_lower(sls_lower(claim->quote.ptr[at - 2])))
        return true;
    for (at -= 2; at > 0 && sls_is_lower(sls_lower(claim->quote.ptr[at - 1]));)
        at--;
    return sls_is_lower(claim->quote.ptr[at]);
}

/*
 * "AM (43)", "berinisial AM (48)": who is called by initials, or by one rare name, is told apart by
 * them in his story, whoever else the sentence names.
 */
static bool are_of_one_call(const sls_pairing *in, const sls_claim *a, const sls_claim *b)
{
    if (in->likeness < SLS_MISPRINT_STORY)
        return false;
    const sls_str x = mononym_of(a), y = x.len > 0 ? mononym_of(b) : x;
    return x.len > 0 && sls_str_eq(x, y) &&
           (is_initials(x) || (is_lone_name(a, x) && is_lone_name(b, y) && are_of_mononym(a, b)));
}

/* Whether the article tells the age that the other gives of one with that name. */
static bool tells_mononym(const sls_pairing *in, uint32_t article, const sls_fact *other)
{
    for (uint32_t i = in->first[article]; i < in->first[article + 1]; i++)
        if (in->facts->at[i].value == other->value &&
            sls_str_eq(mononym_of(in->facts->at[i].claim), mononym_of(other->claim)))
            return true;
    return false;
}

/* A name as it stands, in small letters. */
typedef struct {
    char at[NAME_BYTES];
    size_t len;
} told_name;

/*
 * "A lorry killed Petra Lindqvist, 43, as she cycled": the words with capitals before an age are a
 * name, whoever else is known. Two or more; empty where there are none.
 */
static told_name name_before(const sls_claim *claim)
{
    told_name out = { .len = 0 };
    if (!sls_claim_is_bare_years(claim))
        return out;
    const size_t at = sls_str_find(claim->quote, claim->surface);
    if (at == SIZE_MAX || at < 3 || claim->quote.ptr[at - 1] == '-')
        return out;
    const bool bracket = claim->quote.ptr[at - 1] == '(' && claim->quote.ptr[at - 2] == ' ';
    const bool comma = claim->quote.ptr[at - 1] == ' ' && claim->quote.ptr[at - 2] == ',';
    size_t from = at - 2, words = 0;
    if (!bracket && !comma)
        return out;
    for (size_t end = from; words < NAME_WORDS && end > 0; words++) {
        size_t begin = end;
        while (begin > 0 && sls_is_lower(sls_lower(claim->quote.ptr[begin - 1])))
            begin--;
        if (begin == end || sls_is_lower(claim->quote.ptr[begin]))
            break;
        from = begin;
        end = begin > 1 && claim->quote.ptr[begin - 1] == ' ' ? begin - 1 : 0;
    }
    const size_t len = at - 2 - from;
    if (words < 2 || len > sizeof out.at)
        return out;
    for (; out.len < len; out.len++)
        out.at[out.len] = (char)sls_lower(claim->quote.ptr[from + out.len]);
    return out;
}

/* Whether the sentence begins with a pronoun: "He was 89." */
static bool begins_with_pronoun(const sls_claim *claim)
{
    char folded[WORD_BYTES];
    sls_str rest = claim->quote;
    sls_lang lang;
    const size_t n = sls_next_word(&rest, folded, sizeof folded);
    return sls_lang_of(claim->lang, &lang) == SLS_OK && n > 0 &&
           sls_str_eq(sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_CLAUSE),
                      SLS_STR("pronoun"));
}

/* The only person of the sentence before, whom a pronoun stands for; "" where there are several. */
static sls_str person_before(const sls_pairing *in, const sls_fact *fact)
{
    const sls_claim *const own = fact->claim;
    const uint32_t first = in->roll->articles[fact->article].first;
    sls_str only = { 0 }, item;
    if (own->entities.len > 0 || !sls_claim_is_bare_years(own) || !begins_with_pronoun(own))
        return only;
    for (uint32_t i = fact->entry; i-- > first;) {
        const sls_claim *const c = in->roll->at[i].claim;
        sls_str rest = c->entities;
        if (c->sentence + 1 < own->sentence)
            break;
        while (c->sentence + 1 == own->sentence && sls_str_split(&rest, ';', &item)) {
            if (!is_person(item) || sls_str_eq(item, only))
                continue;
            if (only.len > 0)
                return (sls_str){ 0 };
            only = item;
        }
    }
    return only;
}

/* Whose age a fact is, as its article's names go; "" where it does not say. */
static sls_str bearer_of(const sls_pairing *in, const sls_fact *fact)
{
    const sls_str told = is_told(fact->claim) ? person_of(fact->claim) : (sls_str){ 0 };
    return told.len > 0 ? told : person_before(in, fact);
}

static bool is_fully_told(const sls_claim *claim, sls_str name)
{
    return begins_with_pronoun(claim) || is_full(claim, name);
}

static int weigh(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const sls_str year = SLS_STR("year");
    if (!sls_str_eq(x->unit, year) || !sls_str_eq(y->unit, year))
        return 0;
    if ((x->entities.len + y->entities.len == 0 && are_of_mononym(x, y)) ||
        are_of_one_call(in, x, y))
        return a->value == b->value ||
                       (!tells_mononym(in, a->article, b) && !tells_mononym(in, b->article, a))
                   ? SLS_AGE_MONONYM_SCORE
                   : 0;
    sls_str p = bearer_of(in, a), q = bearer_of(in, b);
    const told_name r = p.len == 0 ? name_before(x) : (told_name){ .len = 0 };
    const told_name s = q.len == 0 ? name_before(y) : (told_name){ .len = 0 };
    p = p.len == 0 ? (sls_str){ r.at, r.len } : p;
    q = q.len == 0 ? (sls_str){ s.at, s.len } : q;
    if (!is_one_person(p, q) || sls_stance_parts(x, y)) /* equal ages agree, whatever is told */
        return 0;
    if (a->value == b->value)
        return SLS_AGE_SCORE;
    if (tells_age(in->facts, in->first, a->article, b) ||
        tells_age(in->facts, in->first, b->article, a) ||
        ((!is_fully_told(x, p) || !is_fully_told(y, q)) && !are_near(x, y)))
        return 0;
    return SLS_AGE_SCORE;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    sls_terms_add(terms, SLS_TERM_START, weigh(in, a, b));
}

sls_status sls_ages_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                         sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_ALL, score, arena, links);
}
