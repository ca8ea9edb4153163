#include "match/ages.h"

#include "base/ascii.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "match/scopes.h"
#include "names/person.h"

bool sls_is_age(const sls_claim *claim)
{
    if (claim->kind != SLS_KIND_QUANTITY || !sls_str_eq(claim->unit, SLS_STR("year")) ||
        claim->entities.len == 0)
        return false;
    for (size_t i = 0; i < claim->surface.len; i++)
        if (!sls_is_digit(claim->surface.ptr[i]))
            return false;
    return claim->surface.len > 0;
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
        if (i == word.len)
            return at + i;
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

/*
 * The person whose name stands right before the age in its sentence, a bracket or comma between;
 * without a sentence the only one.
 */
static sls_str person_of(const sls_claim *claim)
{
    const size_t at = sls_str_find(claim->quote, claim->surface);
    const sls_str before = sls_str_slice(claim->quote, 0, at == SIZE_MAX ? 0 : at);
    sls_str rest = claim->entities, item, only = { 0 };
    size_t persons = 0;
    while (sls_str_split(&rest, ';', &item)) {
        if (!is_person(item))
            continue;
        persons++;
        only = item;
        const size_t end = find_name(before, item);
        if (end != SIZE_MAX && before.len - end <= SLS_AGE_GAP)
            return item;
    }
    return claim->quote.len == 0 && persons == 1 ? only : (sls_str){ 0 };
}

/* Whether an article gives somebody the age that the other gives: then they are two people. */
static bool tells_age(const sls_facts *facts, const uint32_t *first, uint32_t article,
                      const sls_fact *other)
{
    for (uint32_t i = first[article]; i < first[article + 1]; i++)
        if (sls_is_age(facts->at[i].claim) &&
            sls_str_eq(facts->at[i].claim->value, other->claim->value))
            return true;
    return false;
}

static bool is_one_person(sls_str a, sls_str b)
{
    if (a.len == 0 || b.len == 0 || a.ptr[0] != b.ptr[0])
        return false;
    const sls_person_relation relation = sls_person_relate(a, b);
    if (relation != SLS_PERSON_OTHER)
        return true;
    const size_t shorter = a.len < b.len ? a.len : b.len;
    return shorter >= SLS_AGE_NAME_LEAST && sls_edit_distance(a, b, 2) <= 2;
}

static int weigh(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    if (!sls_is_age(a->claim) || !sls_is_age(b->claim) ||
        !is_one_person(person_of(a->claim), person_of(b->claim)))
        return 0;
    return a->value != b->value && (tells_age(in->facts, in->first, a->article, b) ||
                                    tells_age(in->facts, in->first, b->article, a))
               ? 0
               : SLS_AGE_SCORE;
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
