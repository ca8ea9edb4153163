#include "match/ages.h"

#include "base/ascii.h"
#include "base/decimal.h"
#include "lexicon/lexicon.h"
#include "match/gates.h"
#include "match/scopes.h"
#include "model/digits.h"
#include "model/sense.h"
#include "model/stance.h"
#include "model/term.h"
#include "names/person.h"

enum {
    WORD_BYTES = 32, /* of a longer word the first ones count */
    NAME_WORDS = 4,  /* of a name as it stands, the last ones */
    BACK = 3,        /* sentences from "the 48-year-old" to his name */
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

/* Whether a name that is all the name there is tells its bearer: many have but one. */
static bool is_rare(const sls_claim *claim, sls_str name)
{
    char folded[WORD_BYTES];
    if (name.len < SLS_AGE_MONONYM_LEAST || name.len > sizeof folded)
        return false;
    for (size_t i = 0; i < name.len; i++)
        folded[i] = (char)sls_lower(name.ptr[i]);
    return sls_name_rarity(claim->lang, (sls_str){ folded, name.len }) >= SLS_TALLY_OWN_RARITY;
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

/* A name as it stands, in small letters. */
typedef struct {
    char at[NAME_BYTES];
    size_t len;
} told_name;

/* "Mikael Oey, 23 tahun, meraih emas": years between commas behind a name are its bearer's. */
static bool is_apposed(const sls_claim *claim)
{
    const size_t at = sls_str_find(claim->quote, claim->surface);
    const size_t end = at == SIZE_MAX ? 0 : at + claim->surface.len;
    return claim->kind == SLS_KIND_QUANTITY && claim->bound == SLS_BOUND_EXACT &&
           sls_str_eq(claim->unit, SLS_STR("year")) && claim->surface.len > 0 &&
           sls_is_digit(claim->surface.ptr[0]) && end > 0 && end < claim->quote.len &&
           claim->quote.ptr[end] == ',';
}

/*
 * "A lorry killed Petra Lindqvist, 43, as she cycled": the words with capitals before an age are a
 * name, whoever else is known. Two or more; empty where there are none.
 */
static told_name name_before(const sls_claim *claim)
{
    told_name out = { .len = 0 };
    if (!sls_claim_is_bare_years(claim) && !is_apposed(claim))
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

/*
 * "The 48-year-old left on Monday", "Pemain berusia 23 tahun itu": whether the age stands for
 * somebody of whom a sentence before told. Of small children, often several are told of.
 */
static bool is_definite(const sls_claim *claim)
{
    const size_t at = sls_str_find(claim->quote, claim->surface);
    char folded[WORD_BYTES], last[WORD_BYTES];
    sls_lang lang;
    size_t n, len = 0;
    if (at == SIZE_MAX || !is_worded(claim) || claim->value.len < 2 ||
        sls_lang_of(claim->lang, &lang) != SLS_OK)
        return false;
    for (sls_str before = sls_str_slice(claim->quote, 0, at);
         (n = sls_next_word(&before, folded, sizeof folded)) > 0; len = n)
        memcpy(last, folded, n);
    if (sls_str_eq(sls_form_value(sls_lexicon_form(lang, (sls_str){ last, len }), SLS_C_VOICE),
                   SLS_STR("article")))
        return true;
    sls_str after = sls_str_slice(claim->quote, at + claim->surface.len, claim->quote.len);
    n = sls_next_word(&after, folded, sizeof folded);
    return sls_str_eq(sls_form_value(sls_lexicon_form(lang, (sls_str){ folded, n }), SLS_C_VOICE),
                      SLS_STR("demonstrative"));
}

/*
 * The only person of the sentence before, whom a pronoun stands for, or of the last one that names
 * any, whom his age does; "" where there are several.
 */
static sls_str person_before(const sls_roll *roll, const sls_fact *fact)
{
    const sls_claim *const own = fact->claim;
    const uint32_t first = roll->articles[fact->article].first;
    const bool meant = sls_claim_is_bare_years(own) && begins_with_pronoun(own);
    int sentence = own->sentence - 1;
    sls_str only = { 0 }, item;
    if ((own->entities.len > 0 && (meant || !sls_str_eq(own->entities, own->speaker))) ||
        (!meant && !is_definite(own)))
        return only;
    for (uint32_t i = fact->entry; i-- > first;) {
        const sls_claim *const c = roll->at[i].claim;
        sls_str rest = c->entities;
        if (c->sentence < sentence && (meant || only.len > 0 || c->sentence + BACK < own->sentence))
            break;
        if (c->sentence < sentence)
            sentence = c->sentence;
        while (c->sentence == sentence && sls_str_split(&rest, ';', &item)) {
            if (!is_person(item) || sls_str_eq(item, only))
                continue;
            if (only.len > 0)
                return (sls_str){ 0 };
            only = item;
        }
    }
    return only;
}

/* Whether the whole name stands right beside the age: "Ann Lee, 22", "22-year-old Ann Lee". */
static bool is_beside(const sls_claim *claim, sls_str name)
{
    const size_t at = sls_str_find(claim->quote, claim->surface);
    if (at == SIZE_MAX || sls_str_find_byte(name, ' ') == SIZE_MAX)
        return false;
    if (begins_with_name(sls_str_slice(claim->quote, at + claim->surface.len, claim->quote.len),
                         name))
        return true;
    const size_t from = at >= name.len + 2 ? at - name.len - 2 : SIZE_MAX;
    for (size_t i = 0; from != SIZE_MAX && i < name.len; i++)
        if (sls_lower(claim->quote.ptr[from + i]) != name.ptr[i])
            return false;
    return from != SIZE_MAX;
}

static bool is_fully_told(const sls_claim *claim, sls_str name)
{
    return begins_with_pronoun(claim) || is_full(claim, name);
}

/* What one fact tells of somebody's age. */
typedef struct {
    const sls_fact *fact;
    sls_str call;    /* "Satimun (38)": the word before it, see mononym_of; or "" */
    bool rare, lone; /* the call: tells its bearer; no other name stands before it */
    bool told;
    sls_str bearer; /* folded; "" where nobody is named */
    bool full;      /* the bearer, with all names */
    bool beside;    /* and they stand right beside the age */
} age;

typedef struct {
    age *at;         /* by fact */
    uint32_t *first; /* per article: its first age; one more at the end */
    int likeness;    /* of the story in hand */
} ages;

static sls_status read_age(const sls_roll *roll, const sls_fact *fact, sls_arena *arena, age *out)
{
    const sls_claim *const claim = fact->claim;
    *out = (age){ .fact = fact, .call = mononym_of(claim), .told = is_told(claim) };
    out->rare = is_rare(claim, out->call);
    out->lone = out->call.len > 0 && is_lone_name(claim, out->call);
    if (out->told || is_apposed(claim))
        out->bearer = person_of(claim);
    if (out->bearer.len == 0)
        out->bearer = person_before(roll, fact);
    if (out->bearer.len == 0) {
        const told_name name = name_before(claim);
        const sls_status status =
            sls_arena_copy(arena, (sls_str){ name.at, name.len }, &out->bearer);
        if (status != SLS_OK)
            return status;
    }
    out->full = out->bearer.len > 0 && is_fully_told(claim, out->bearer);
    out->beside = out->full && is_beside(claim, out->bearer);
    return SLS_OK;
}

static sls_status read_ages(const sls_roll *roll, const sls_facts *facts, sls_arena *arena,
                            ages *out)
{
    const sls_str year = SLS_STR("year");
    size_t count = 0;
    for (uint32_t i = 0; i < facts->count; i++)
        count += sls_str_eq(facts->at[i].claim->unit, year);
    out->at = sls_arena_alloc(arena, (count + 1) * sizeof *out->at);
    out->first = sls_arena_calloc(arena, (size_t)roll->article_count + 1, sizeof *out->first);
    sls_status status = out->at && out->first ? SLS_OK : SLS_ENOMEM;
    uint32_t n = 0;
    for (uint32_t a = 0; status == SLS_OK && a < roll->article_count; a++) {
        for (uint32_t i = facts->first[a]; status == SLS_OK && i < facts->first[a + 1]; i++)
            if (sls_str_eq(facts->at[i].claim->unit, year))
                status = read_age(roll, &facts->at[i], arena, &out->at[n++]);
        out->first[a + 1] = n;
    }
    return status;
}

/*
 * "AM (43)", "berinisial AM (48)": who is called by initials, or by one rare name, is told apart by
 * them in his story, whoever else the sentence names.
 */
static bool are_of_one_call(const ages *in, const age *a, const age *b)
{
    if (a->call.len == 0 || !sls_str_eq(a->call, b->call))
        return false;
    if (a->rare && a->fact->claim->entities.len + b->fact->claim->entities.len == 0)
        return true;
    return in->likeness >= SLS_MISPRINT_STORY &&
           (is_initials(a->call) || (a->lone && b->lone && a->rare));
}

/* Whether the article of `own` tells the age that the other gives of one with that call. */
static bool tells_call(const ages *in, const age *own, const age *other)
{
    for (uint32_t i = in->first[own->fact->article]; i < in->first[own->fact->article + 1]; i++)
        if (in->at[i].fact->value == other->fact->value && sls_str_eq(in->at[i].call, other->call))
            return true;
    return false;
}

/*
 * Whether that article gives somebody the age that the other gives: then they are two people,
 * unless both ages stand beside the whole names of two.
 */
static bool tells_age(const ages *in, const age *own, const age *other)
{
    for (uint32_t i = in->first[own->fact->article]; i < in->first[own->fact->article + 1]; i++) {
        const age *const told = &in->at[i];
        if (told->told && sls_str_eq(told->fact->claim->value, other->fact->claim->value) &&
            !(told->beside && other->beside && !is_one_person(told->bearer, other->bearer)))
            return true;
    }
    return false;
}

static int weigh(const ages *in, const age *a, const age *b)
{
    const sls_claim *const x = a->fact->claim, *const y = b->fact->claim;
    const bool equal = a->fact->value == b->fact->value;
    if (are_of_one_call(in, a, b))
        return equal || (!tells_call(in, a, b) && !tells_call(in, b, a)) ? SLS_AGE_MONONYM_SCORE
                                                                         : 0;
    if (!is_one_person(a->bearer, b->bearer) || sls_stance_parts(x, y))
        return 0;
    if (equal) /* equal ages agree, whatever is told */
        return SLS_AGE_SCORE;
    if (tells_age(in, a, b) || tells_age(in, b, a) ||
        ((!a->full || !b->full) && !are_near(x, y) && !sls_signs_swapped(x->value, y->value)))
        return 0;
    return SLS_AGE_SCORE;
}

static sls_status link_story(const ages *in, const sls_facts *facts, const sls_story *story,
                             sls_arena *arena, sls_link_list *links)
{
    for (uint32_t i = in->first[story->a]; i < in->first[story->a + 1]; i++) {
        for (uint32_t j = in->first[story->b]; j < in->first[story->b + 1]; j++) {
            sls_terms terms = { .count = 0 };
            sls_terms_add(&terms, SLS_TERM_START, weigh(in, &in->at[i], &in->at[j]));
            if (sls_terms_score(&terms) == 0)
                continue;
            const sls_status status =
                sls_link_add(links, (uint32_t)(in->at[i].fact - facts->at),
                             (uint32_t)(in->at[j].fact - facts->at), &terms, arena);
            if (status != SLS_OK)
                return status;
        }
    }
    return SLS_OK;
}

sls_status sls_ages_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                         sls_arena *arena, sls_link_list *links)
{
    ages in = { .likeness = 0 };
    sls_status status = read_ages(roll, facts, arena, &in);
    for (size_t i = 0; status == SLS_OK && i < stories->count; i++) {
        in.likeness = stories->at[i].likeness;
        status = link_story(&in, facts, &stories->at[i], arena, links);
    }
    return status;
}
