#include "match/plates.h"

#include "match/gates.h"
#include "match/pairs.h"
#include "model/digits.h"
#include "names/person.h"

/*
 * How many parts of two identifiers differ; -1 when they have not as many, or one alone. A law's
 * number and year are parts where both are said to be about one thing ("law:data-pribadi").
 */
static int parts_apart(sls_str a, sls_str b, sls_str what)
{
    const char separator = sls_str_find_byte(what, ':') == SIZE_MAX ? ' ' : '/';

    sls_str x, y;
    int parts = 0, apart = 0;
    for (;;) {
        const bool p = sls_str_split(&a, separator, &x), q = sls_str_split(&b, separator, &y);
        if (p != q)
            return -1;
        if (!p)
            return parts > 1 ? apart : -1;
        parts++;
        apart += !sls_str_eq(x, y);
    }
}

/*
 * How many identifiers of the sort and first part of `f` its article tells: flights of a line,
 * posts of a road.
 */
static int kin(const sls_facts *facts, const sls_fact *f)
{
    const sls_str value = f->claim->value;
    const size_t space = sls_str_find_byte(value, ' ');
    const sls_str line = sls_str_slice(value, 0, space == SIZE_MAX ? 0 : space);
    int count = 0;
    for (uint32_t i = facts->first[f->article]; i < facts->first[f->article + 1]; i++)
        count += sls_str_eq(facts->at[i].claim->what, f->claim->what) &&
                 sls_str_starts(facts->at[i].claim->value, line);
    return count;
}

/*
 * A line flies many flights, under numbers much alike, and a road has a post each kilometre: one
 * misread is the only one of its line in each article, and a digit away.
 */
static bool may_be_misread(const sls_facts *facts, const sls_fact *a, const sls_fact *b)
{
    return kin(facts, a) == 1 && kin(facts, b) == 1 &&
           (sls_edit_distance(a->claim->value, b->claim->value, 1) <= 1 ||
            sls_signs_swapped(a->claim->value, b->claim->value));
}

static int weigh(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    if (!sls_str_eq(x->what, y->what))
        return 0;
    if (sls_str_eq(x->value, y->value))
        return SLS_PLATE_SCORE;
    const bool post = sls_str_eq(x->what, SLS_STR("km-post"));
    if ((post || sls_str_eq(x->what, SLS_STR("flight"))) && !may_be_misread(in->facts, a, b))
        return 0;
    if (post)
        return SLS_POST_SCORE;
    if (sls_str_find_byte(x->value, ' ') == SIZE_MAX && sls_signs_swapped(x->value, y->value))
        return SLS_PLATE_SCORE;
    return parts_apart(x->value, y->value, x->what) == 1 && !sls_pairing_tells(in, a->article, b) &&
                   !sls_pairing_tells(in, b->article, a)
               ? SLS_PLATE_SCORE
               : 0;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    sls_terms_add(terms, SLS_TERM_START, weigh(in, a, b));
}

sls_status sls_plates_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                           sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_ALL, score, arena, links);
}
