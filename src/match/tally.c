#include "match/tally.h"

#include "lexicon/lexicon.h"
#include "match/figures.h"
#include "match/gates.h"
#include "model/term.h"

typedef struct {
    sls_telling telling;   /* of the story in hand */
    const uint32_t *value; /* per fact: the first fact of its article with its value and unit */
    /* by place among the article's facts, of those that are first of their value: */
    uint32_t spoken[2][SLS_TALLY_FACTS]; /* of each side: story + 1 that paired it */
    uint32_t partner[SLS_TALLY_FACTS];   /* of the first side: the one it is paired with; or 0 */
    bool drop[SLS_TALLY_FACTS];
    sls_arena *arena;
    sls_link_list *links;
} tallying;

static sls_status gather(const tallying *in, const sls_story *story, sls_candidate_list *list)
{
    const uint32_t *const first = in->telling.facts->first;
    uint32_t end_a = first[story->a + 1], end_b = first[story->b + 1];
    if (end_a - first[story->a] > SLS_TALLY_FACTS)
        end_a = first[story->a] + SLS_TALLY_FACTS;
    if (end_b - first[story->b] > SLS_TALLY_FACTS)
        end_b = first[story->b] + SLS_TALLY_FACTS;
    for (uint32_t i = first[story->a]; i < end_a; i++) {
        for (uint32_t j = first[story->b]; j < end_b; j++) {
            int like = 0;
            const sls_fact *const a = &in->telling.facts->at[i], *const b =
                                                                     &in->telling.facts->at[j];
            sls_terms terms;
            if (!sls_figures_weigh(&in->telling, a, b, &like, &terms))
                continue;
            sls_candidate *const c = sls_vec_push(list, in->arena);
            if (!c)
                return SLS_ENOMEM;
            *c = (sls_candidate){ i, j, like + sls_terms_score(&terms) + sls_figures_nearness(a, b),
                                  terms };
        }
    }
    return SLS_OK;
}

/* The dead, or the injured, of both: no row of a table, whatever else the reports count. */
static bool is_toll(const sls_fact *a, const sls_fact *b)
{
    return a->role && b->role && sls_str_eq(a->claim->what, b->claim->what) &&
           sls_lexicon_attribute(SLS_C_ROLE, a->claim->what, "several").len > 0;
}

/*
 * Drops the unequal pairs [from, to) of units in which the two articles differ too often: returns
 * how many links remain.
 */
static size_t drop_tables(tallying *in, size_t from)
{
    sls_link *const links = in->links->at;
    const size_t to = in->links->len;
    size_t n = from, equal = 0;
    for (size_t i = from; i < to; i++)
        equal += in->telling.facts->at[links[i].a].value == in->telling.facts->at[links[i].b].value;
    for (size_t i = from; i < to; i++) {
        const sls_fact *const a = &in->telling.facts->at[links[i].a], *const b =
                                                                          &in->telling.facts
                                                                               ->at[links[i].b];
        size_t unequal = 0;
        for (size_t j = from; j < to && a->value != b->value; j++) {
            const sls_fact *const c = &in->telling.facts->at[links[j].a];
            unequal +=
                c->value != in->telling.facts->at[links[j].b].value && sls_str_eq(c->unit, a->unit);
        }
        in->drop[i - from] = unequal >= SLS_TALLY_TABLE && unequal > equal && !is_toll(a, b);
    }
    for (size_t i = from; i < to; i++)
        if (!in->drop[i - from])
            links[n++] = links[i];
    return n;
}

/* Where the first fact of a fact's value stands among those of its article that are looked at. */
static uint32_t place_of(const tallying *in, uint32_t fact)
{
    return in->value[fact] - in->telling.facts->first[in->telling.facts->at[fact].article];
}

/*
 * Of a role's counts, the first mentions of two values that later ones linked: the first sentence
 * of a report tells its toll, in other words than the report of another.
 */
static sls_status pair_first(tallying *in, size_t from, const sls_candidate_list *list)
{
    for (size_t i = from; i < in->links->len; i++) {
        const sls_link *const link = &in->links->at[i];
        in->partner[place_of(in, link->a)] = in->value[link->b];
    }
    const size_t to = in->links->len;
    sls_status status = SLS_OK;
    for (size_t i = 0; status == SLS_OK && to > from && i < list->len; i++) {
        const sls_candidate *const c = &list->at[i];
        if (in->telling.facts->at[c->a].role && in->value[c->a] == c->a &&
            in->partner[place_of(in, c->a)] == c->b)
            status = sls_link_add(in->links, c->a, c->b, &c->terms, in->arena);
    }
    for (size_t i = from; i < to; i++)
        in->partner[place_of(in, in->links->at[i].a)] = 0;
    return status;
}

/* One to one, the likest first. */
static sls_status pair_values(tallying *in, uint32_t story, const sls_candidate_list *list)
{
    const size_t from = in->links->len;
    for (size_t i = 0; i < list->len; i++) {
        const sls_candidate *const c = &list->at[i];
        uint32_t *const a = &in->spoken[0][place_of(in, c->a)];
        uint32_t *const b = &in->spoken[1][place_of(in, c->b)];
        const bool taken = *a == story + 1 || *b == story + 1;
        /* what is told right once more in other words is a slip all the same */
        if (taken && !sls_terms_have(&c->terms, SLS_TERM_TWIN))
            continue;
        *a = *b = story + 1;
        const sls_status status = sls_link_add(in->links, c->a, c->b, &c->terms, in->arena);
        if (status != SLS_OK)
            return status;
    }
    if (in->links->len > from)
        in->links->len = drop_tables(in, from);
    return pair_first(in, from, list);
}

sls_status sls_tally_stories(const sls_roll *roll, const sls_facts *facts,
                             const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    sls_candidate_list list = { 0 };
    sls_wordings wordings;
    sls_status status = sls_wordings_make(roll, facts, SLS_TALLY_FACTS, arena, &wordings);
    tallying in = { .telling = { roll, facts, stories, &wordings, 0 },
                    .value = facts->head,
                    .arena = arena,
                    .links = links };
    for (size_t i = 0; status == SLS_OK && i < stories->count; i++) {
        if (sls_story_is_undated(roll, &stories->at[i])) /* see fragments.h */
            continue;
        list.len = 0;
        in.telling.likeness = stories->at[i].likeness;
        sls_wordings_take(&wordings, stories->at[i].a, stories->at[i].b);
        status = gather(&in, &stories->at[i], &list);
        sls_candidates_sort(&list);
        if (status == SLS_OK)
            status = pair_values(&in, (uint32_t)i, &list);
    }
    return status;
}
