#include "match/bearer.h"

#include "base/ascii.h"
#include "lexicon/lexicon.h"
#include "match/ages.h"
#include "match/gates.h"
#include "match/scopes.h"
#include "model/sense.h"

enum {
    WORD_BYTES = 32, /* of a longer word the first ones count */
    NAME_WORDS = 4,  /* of a name as it stands, the last ones */
    BACK = 3,        /* sentences from "the 48-year-old" to his name */
    NAME_BYTES = 64
};

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

static sls_str form_value(sls_lang lang, sls_str folded, sls_concept concept)
{
    return sls_form_value(sls_lexicon_form(lang, folded), concept);
}

/*
 * "Bram Oey Jr., 60", "Bram Oey III, 60": where the name that ends at `end` of the quote ends
 * without what tells father and son apart.
 */
static size_t before_suffix(const sls_claim *claim, size_t end)
{
    char word[WORD_BYTES];
    sls_lang lang;
    size_t stop = end, n = 0;
    while (stop > 0 && claim->quote.ptr[stop - 1] == '.')
        stop--;
    size_t from = stop;
    while (from > 0 && sls_is_lower(sls_lower(claim->quote.ptr[from - 1])))
        from--;
    if (from == stop || stop - from > sizeof word || sls_lang_of(claim->lang, &lang) != SLS_OK)
        return end;
    for (; n < stop - from; n++)
        word[n] = (char)sls_lower(claim->quote.ptr[from + n]);
    if (form_value(lang, (sls_str){ word, n }, SLS_C_HONORIFIC).len == 0 &&
        form_value(lang, (sls_str){ word, n }, SLS_C_ROMAN).len == 0)
        return end;
    while (from > 0 && (claim->quote.ptr[from - 1] == ' ' || claim->quote.ptr[from - 1] == ','))
        from--;
    return from;
}

/* Whether a name that ends at `end` of the text before an age stands right before it. */
static bool is_right_before(const sls_claim *claim, sls_str before, size_t end)
{
    size_t stop = before.len;
    if (end != SIZE_MAX && before.len - end <= SLS_AGE_GAP)
        return end == before.len || before.ptr[end] != '\''; /* "Pitts' 64-year-old mother" */
    while (stop > 0 && (before.ptr[stop - 1] == ' ' || before.ptr[stop - 1] == ','))
        stop--;
    return end != SIZE_MAX && before_suffix(claim, stop) == end;
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
        if (is_right_before(claim, before, find_name(before, item)))
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
    const size_t stop = before_suffix(claim, at - 2);
    size_t from = stop, words = 0;
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
    const size_t len = stop - from;
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
    size_t from = at >= 2 ? before_suffix(claim, at - 2) : 0, left = name.len;
    while (left > 0 && from > 0) {
        const char c = sls_lower(claim->quote.ptr[--from]);
        if (c == '.' && name.ptr[left - 1] != '.')
            continue; /* "Bram A. Oey" */
        if (c != name.ptr[left - 1])
            break;
        left--;
    }
    return left == 0;
}

static bool is_fully_told(const sls_claim *claim, sls_str name)
{
    return begins_with_pronoun(claim) || is_full(claim, name);
}

/*
 * "a 3-year-old Depok girl": the noun behind an age that tells how old its bearer may be and
 * nothing of what he does, at most one name before it; "" where there is none.
 */
static sls_str noun_behind(const sls_claim *claim)
{
    const size_t at = sls_str_find(claim->quote, claim->surface);
    char folded[WORD_BYTES];
    sls_lang lang;
    if (at == SIZE_MAX || !is_worded(claim) || sls_lang_of(claim->lang, &lang) != SLS_OK)
        return (sls_str){ 0 };
    sls_str after = sls_str_slice(claim->quote, at + claim->surface.len, claim->quote.len);
    for (size_t words = 0, n; words < 2; words++) {
        const bool name = after.len > 1 && after.ptr[1] >= 'A' && after.ptr[1] <= 'Z';
        if (after.len == 0 || after.ptr[0] != ' ' ||
            (n = sls_next_word(&after, folded, sizeof folded)) == 0)
            break;
        const sls_str noun = form_value(lang, (sls_str){ folded, n }, SLS_C_NOUN);
        if (sls_lexicon_attribute(SLS_C_NOUN, noun, "age").len > 0)
            return noun;
        if (!name)
            break;
    }
    return (sls_str){ 0 };
}

sls_status sls_age_read(const sls_roll *roll, const sls_fact *fact, sls_arena *arena, sls_age *out)
{
    const sls_claim *const claim = fact->claim;
    *out = (sls_age){ .fact = fact, .call = mononym_of(claim), .told = is_told(claim) };
    out->rare = is_rare(claim, out->call);
    out->lone = out->call.len > 0 && is_lone_name(claim, out->call);
    out->initials = is_initials(out->call);
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
    if (out->bearer.len == 0 && out->call.len == 0)
        out->noun = noun_behind(claim);
    out->full = out->bearer.len > 0 && is_fully_told(claim, out->bearer);
    out->beside = out->full && is_beside(claim, out->bearer);
    return SLS_OK;
}
