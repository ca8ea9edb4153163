#include "match/plates.h"

#include "match/gates.h"
#include "model/term.h"
#include "names/person.h"

sls_status sls_plate_keys(const sls_facts *facts, sls_arena *arena, sls_key_row **out,
                          size_t *count)
{
    (void)facts;
    (void)arena;
    *out = NULL;
    *count = 0;
    return SLS_OK;
}

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

static bool tells(const sls_facts *facts, const uint32_t *first, uint32_t article,
                  const sls_fact *other)
{
    for (uint32_t i = first[article]; i < first[article + 1]; i++)
        if (sls_str_eq(facts->at[i].claim->value, other->claim->value))
            return true;
    return false;
}

/* How many identifiers of the sort and first part of `f` its article tells: flights of a line. */
static int kin(const sls_facts *facts, const uint32_t *first, const sls_fact *f)
{
    const sls_str value = f->claim->value;
    const sls_str line = sls_str_slice(value, 0, sls_str_find_byte(value, ' '));
    int count = 0;
    for (uint32_t i = first[f->article]; i < first[f->article + 1]; i++)
        count += sls_str_eq(facts->at[i].claim->what, f->claim->what) &&
                 sls_str_starts(facts->at[i].claim->value, line);
    return count;
}

/*
 * A line flies many flights, under numbers much alike: one misread is the only one of its line in
 * each article, and a digit away.
 */
static bool may_be_flight(const sls_facts *facts, const uint32_t *first, const sls_fact *a,
                          const sls_fact *b)
{
    return kin(facts, first, a) == 1 && kin(facts, first, b) == 1 &&
           sls_edit_distance(a->claim->value, b->claim->value, 1) <= 1;
}

static bool is_one(const sls_facts *facts, const uint32_t *first, const sls_fact *a,
                   const sls_fact *b)
{
    if (!sls_str_eq(a->claim->what, b->claim->what))
        return false;
    if (sls_str_eq(a->claim->value, b->claim->value))
        return true;
    if (sls_str_eq(a->claim->what, SLS_STR("flight")) && !may_be_flight(facts, first, a, b))
        return false;
    return parts_apart(a->claim->value, b->claim->value, a->claim->what) == 1 &&
           !tells(facts, first, a->article, b) && !tells(facts, first, b->article, a);
}

sls_status sls_plates_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                           sls_arena *arena, sls_link_list *links)
{
    const uint32_t *const first = sls_facts_index(facts, roll->article_count, arena);
    if (!first)
        return SLS_ENOMEM;
    for (size_t s = 0; s < stories->count; s++) {
        const uint32_t x = stories->at[s].a, y = stories->at[s].b;
        for (uint32_t i = first[x]; i < first[x + 1]; i++) {
            for (uint32_t j = first[y]; j < first[y + 1]; j++) {
                if (!is_one(facts, first, &facts->at[i], &facts->at[j]))
                    continue;
                sls_terms terms = { .count = 0 };
                sls_terms_add(&terms, SLS_TERM_START, SLS_PLATE_SCORE);
                const sls_status status = sls_link_add(links, i, j, &terms, arena);
                if (status != SLS_OK)
                    return status;
            }
        }
    }
    return SLS_OK;
}
