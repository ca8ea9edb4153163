#include "match/clocks.h"

#include "base/edtf.h"
#include "match/align.h"
#include "match/gates.h"
#include "match/instances.h"
#include "match/places.h"
#include "model/stance.h"
#include "model/term.h"

#include <stdlib.h>

typedef struct {
    uint32_t a, b;
    int rank; /* the order of being paired */
    bool equal;
} candidate;

typedef SLS_VEC(candidate) candidates;

/* A time: minutes since 1970, or of a day that is not told; in UTC where the zone is told. */
typedef struct {
    int64_t minute;
    bool zoned, dated;
} moment;

static bool moment_of(const sls_fact *fact, moment *out)
{
    sls_edtf e;
    if (sls_str_find_byte(fact->claim->value, 'T') == SIZE_MAX ||
        sls_edtf_read(fact->claim->value, &e) != SLS_OK || e.grain != SLS_GRAIN_MINUTE)
        return false;
    out->zoned = e.offset != SLS_OFFSET_UNKNOWN;
    out->dated = !sls_edtf_is_clock(&e);
    out->minute =
        (out->dated ? (int64_t)e.days.first * 1440 : 0) + e.minute - (out->zoned ? e.offset : 0);
    return true;
}

/* Minutes between the two; of times of day the shorter way round the clock. */
static int64_t apart(const moment *a, const moment *b)
{
    int64_t minutes = a->minute < b->minute ? b->minute - a->minute : a->minute - b->minute;
    if (a->dated && b->dated)
        return minutes;
    minutes %= 1440;
    return minutes <= 720 ? minutes : 1440 - minutes;
}

static bool is_one_happening(const sls_fact *a, const sls_fact *b, const sls_overlap *shared)
{
    const int likeness = sls_likeness(a, b, shared);
    /* two who arrive arrive at two times */
    if (a->features.persons > 0 && b->features.persons > 0 && shared->persons == 0)
        return false;
    if (sls_tie_of(a->claim) == SLS_TIE_FIGURE || sls_tie_of(b->claim) == SLS_TIE_FIGURE)
        return false;
    return likeness >= SLS_CLOCK_FLOOR &&
           sls_places_compare(a->claim->place, b->claim->place) != SLS_PLACES_APART;
}

static sls_status weigh(const sls_facts *facts, uint32_t i, uint32_t j, sls_arena *arena,
                        candidates *list)
{
    const sls_fact *const a = &facts->at[i], *const b = &facts->at[j];
    moment x, y;
    if (!moment_of(a, &x) || !moment_of(b, &y))
        return SLS_OK;
    const int64_t minutes = apart(&x, &y);
    const bool equal = minutes == 0;
    if (x.zoned != y.zoned || minutes > SLS_CLOCK_MINUTES ||
        sls_stance_parts(a->claim, b->claim)) /* no agreement: see stances.h */
        return SLS_OK;
    const sls_overlap shared = sls_features_compare(&a->features, &b->features);
    const int likeness = sls_likeness(a, b, &shared);
    if (!equal && !is_one_happening(a, b, &shared))
        return SLS_OK;
    candidate *const c = sls_vec_push(list, arena);
    if (!c)
        return SLS_ENOMEM;
    *c = (candidate){ i, j, likeness + (equal ? 200 : 0), equal };
    return SLS_OK;
}

static int by_rank(const void *x, const void *y)
{
    const candidate *const a = x, *const b = y;
    if (a->rank != b->rank)
        return b->rank - a->rank;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

/* Whether one of the accepted pairs has the same time as `fact` on its side. */
static bool is_spoken_for(const sls_facts *facts, const candidate *taken, size_t count,
                          const sls_fact *fact)
{
    for (size_t i = 0; i < count; i++)
        if ((facts->at[taken[i].a].article == fact->article &&
             facts->at[taken[i].a].value == fact->value) ||
            (facts->at[taken[i].b].article == fact->article &&
             facts->at[taken[i].b].value == fact->value))
            return true;
    return false;
}

static sls_status pair_times(const sls_facts *facts, candidates *list, sls_arena *arena,
                             sls_link_list *links)
{
    size_t taken = 0;
    if (list->len > 1)
        qsort(list->at, list->len, sizeof *list->at, by_rank);
    for (size_t i = 0; i < list->len; i++) {
        const candidate c = list->at[i];
        if (is_spoken_for(facts, list->at, taken, &facts->at[c.a]) ||
            is_spoken_for(facts, list->at, taken, &facts->at[c.b]))
            continue;
        list->at[taken++] = c;
        sls_terms terms = { .count = 0 };
        sls_terms_add(&terms, SLS_TERM_START, SLS_CLOCK_SCORE);
        const sls_status status = sls_link_add(links, c.a, c.b, &terms, arena);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

sls_status sls_clocks_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                           sls_arena *arena, sls_link_list *links)
{
    const uint32_t *const first = sls_facts_index(facts, roll->article_count, arena);
    candidates list = { 0 };
    sls_status status = first ? SLS_OK : SLS_ENOMEM;
    for (size_t s = 0; status == SLS_OK && s < stories->count; s++) {
        const sls_story *const story = &stories->at[s];
        moment unused;
        list.len = 0;
        for (uint32_t i = first[story->a]; status == SLS_OK && i < first[story->a + 1]; i++)
            if (moment_of(&facts->at[i], &unused))
                for (uint32_t j = first[story->b]; status == SLS_OK && j < first[story->b + 1]; j++)
                    status = weigh(facts, i, j, arena, &list);
        if (status == SLS_OK)
            status = pair_times(facts, &list, arena, links);
    }
    return status;
}
