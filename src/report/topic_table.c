#include "report/topic_table.h"

#include "base/edtf.h"
#include "base/map.h"
#include "base/root.h"
#include "model/sense.h"
#include "report/fact_table.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const sls_topic *topic;
    sls_arena *arena;
    sls_map of_group; /* group id to its first finding */
    size_t *next;     /* per finding: the next one of its group */
    SLS_VEC(sls_fact) facts;
    SLS_VEC(sls_str) sources;
    sls_map seen; /* sources */
} making;

static sls_status index_findings(making *m)
{
    const sls_topic *t = m->topic;
    sls_map_init(&m->of_group, m->arena);
    sls_map_init(&m->seen, m->arena);
    m->next = sls_arena_calloc(m->arena, t->finding_count + 1, sizeof *m->next);
    if (!m->next)
        return SLS_ENOMEM;
    for (size_t i = t->finding_count; i-- > 0;) {
        const sls_str id = t->findings[i].group_id;
        const uint32_t head = sls_map_get(&m->of_group, id);
        m->next[i] = head == SLS_MAP_NONE ? SIZE_MAX : head;
        if (id.len > 0 && sls_map_set(&m->of_group, id, (uint32_t)i) != SLS_OK)
            return SLS_ENOMEM;
    }
    return SLS_OK;
}

bool sls_topic_is_within(const sls_claim *claim, sls_interval time)
{
    const sls_str told = claim->kind == SLS_KIND_DATE ? claim->value
                         : claim->as_of.len > 0       ? claim->as_of
                                                      : claim->published;
    sls_edtf date;
    if (time.first == SLS_DAY_OPEN_PAST && time.last == SLS_DAY_OPEN_FUTURE)
        return true;
    return told.len > 0 && sls_edtf_read(told, &date) == SLS_OK && date.days.first <= time.last &&
           date.days.last >= time.first;
}

/* Members that are aligned, directly or through others, are of one fact; of an office all are. */
static uint32_t *components(const sls_group *group, sls_arena *arena)
{
    const bool whole = group->kind == SLS_KIND_TITLE || group->kind == SLS_KIND_NAME;
    uint32_t *const parent = sls_arena_calloc(arena, group->count + 1, sizeof *parent);
    for (uint32_t i = 0; parent && i < group->count; i++)
        parent[i] = whole ? 0 : i;
    for (size_t i = 0; parent && !whole && i < group->pair_count; i++) {
        const uint32_t a = sls_root_of(parent, group->pairs[i].a);
        const uint32_t b = sls_root_of(parent, group->pairs[i].b);
        parent[a > b ? a : b] = a > b ? b : a;
    }
    for (uint32_t i = 0; parent && i < group->count; i++)
        parent[i] = sls_root_of(parent, i);
    return parent;
}

static int compare_sayings(const void *left, const void *right)
{
    const sls_saying *a = left, *b = right;
    const sls_claim *x = a->member->claim, *y = b->member->claim;
    int order = sls_str_cmp(sls_claim_outlet(x), sls_claim_outlet(y));
    if (order == 0)
        order = sls_str_cmp(x->published, y->published);
    return order != 0 ? order : (a->member > b->member) - (a->member < b->member);
}

static bool takes_part(const sls_finding *finding, const sls_claim *claim)
{
    const sls_claim *const sides[] = { finding->a, finding->b };
    for (int i = 0; i < 2; i++)
        if (sides[i] == claim || (sls_str_eq(sides[i]->article, claim->article) &&
                                  sls_str_eq(sides[i]->value, claim->value)))
            return true;
    return false;
}

/* What a finding comes to once editors have decided; false: they found that it is none. */
static bool settled_verdict(const sls_finding *finding, sls_verdict *out)
{
    *out = finding->verdict;
    if (finding->state != SLS_WAIVED || !finding->decision)
        return true;
    if (finding->decision->word == SLS_DECIDED_CHANGED)
        *out = SLS_SUPERSEDED;
    return finding->decision->word != SLS_DECIDED_NOT_SAME &&
           finding->decision->word != SLS_DECIDED_MISREAD;
}

static void judge(const making *m, sls_fact *fact)
{
    const uint32_t head = sls_map_get(&m->of_group, fact->group->id);
    for (size_t f = head == SLS_MAP_NONE ? SIZE_MAX : head; f != SIZE_MAX; f = m->next[f]) {
        const sls_finding *const finding = &m->topic->findings[f];
        sls_verdict verdict;
        const bool counts = settled_verdict(finding, &verdict);
        for (size_t i = 0; counts && i < fact->count; i++) {
            sls_saying *const s = &fact->at[i];
            if (!takes_part(finding, s->member->claim))
                continue;
            if (!s->found || sls_fact_rank(verdict) > sls_fact_rank(s->worst))
                s->worst = verdict;
            s->found = true;
        }
    }
    for (size_t i = 0; i < fact->count; i++) {
        const sls_saying *const s = &fact->at[i];
        if (s->found && (!fact->found || sls_fact_rank(s->worst) > sls_fact_rank(fact->worst)))
            fact->worst = s->worst;
        fact->found = fact->found || s->found;
    }
}

/* Each source's values once, at their first mention; what an earlier article of another source
 * says in the same words is a copy. */
static sls_status settle(sls_fact *fact, sls_arena *arena)
{
    size_t kept = 0;
    sls_map keys;
    sls_map_init(&keys, arena);
    for (size_t i = 0; i < fact->count; i++) {
        const sls_saying s = fact->at[i];
        sls_str key, value;
        uint32_t before;
        bool added;
        sls_status status = sls_fact_key(fact->group, s.member, arena, &value);
        if (status == SLS_OK)
            status = sls_arena_concat3(arena, sls_claim_outlet(s.member->claim), SLS_STR("\n"),
                                       value, &key);
        if (status == SLS_OK)
            status = sls_map_intern(&keys, key, (uint32_t)kept, &before, &added);
        if (status != SLS_OK)
            return status;
        if (added) {
            fact->at[kept++] = s;
        } else if (s.found && (!fact->at[before].found ||
                               sls_fact_rank(s.worst) > sls_fact_rank(fact->at[before].worst))) {
            fact->at[before].worst = s.worst;
            fact->at[before].found = true;
        }
    }
    fact->count = kept;
    for (size_t i = 0; i < kept; i++)
        for (size_t n = 0; n < kept && !fact->at[i].copied; n++) {
            const sls_claim *x = fact->at[i].member->claim, *y = fact->at[n].member->claim;
            const int order = sls_str_cmp(y->published, x->published);
            fact->at[i].copied = i != n &&
                                 fact->at[i].member->witness == fact->at[n].member->witness &&
                                 !sls_str_eq(sls_claim_outlet(x), sls_claim_outlet(y)) &&
                                 (order < 0 || (order == 0 && n < i));
        }
    return SLS_OK;
}

static sls_status add_sources(making *m, const sls_fact *fact)
{
    for (size_t i = 0; i < fact->count; i++) {
        const sls_str source = sls_claim_outlet(fact->at[i].member->claim);
        uint32_t at;
        bool added;
        const sls_status status =
            sls_map_intern(&m->seen, source, (uint32_t)m->sources.len, &at, &added);
        sls_str *const slot =
            status == SLS_OK && added ? sls_vec_push(&m->sources, m->arena) : NULL;
        if (status != SLS_OK || (added && !slot))
            return SLS_ENOMEM;
        if (added)
            *slot = source;
    }
    return SLS_OK;
}

/* The fact whose members have the component `of`. */
static sls_status add_fact(making *m, const sls_group *group, const uint32_t *component, size_t of)
{
    sls_fact fact = { .group = group };
    fact.at = sls_arena_calloc(m->arena, group->count + 1, sizeof *fact.at);
    if (!fact.at)
        return SLS_ENOMEM;
    for (size_t i = of; i < group->count; i++)
        if (component[i] == of && sls_topic_is_within(group->members[i].claim, m->topic->time))
            fact.at[fact.count++].member = &group->members[i];
    if (fact.count == 0)
        return SLS_OK;
    qsort(fact.at, fact.count, sizeof *fact.at, compare_sayings);
    judge(m, &fact);
    if (!fact.found || (m->topic->verdict >= 0 && (int)fact.worst != m->topic->verdict))
        return SLS_OK;
    sls_status status = settle(&fact, m->arena);
    if (status == SLS_OK)
        status = add_sources(m, &fact);
    sls_fact *const slot = status == SLS_OK ? sls_vec_push(&m->facts, m->arena) : NULL;
    if (!slot)
        return SLS_ENOMEM;
    *slot = fact;
    return SLS_OK;
}

static int compare_names(const void *left, const void *right)
{
    return sls_str_cmp(*(const sls_str *)left, *(const sls_str *)right);
}

sls_status sls_topic_table_make(const sls_topic *topic, sls_arena *arena, sls_topic_table *out)
{
    making m = { .topic = topic, .arena = arena };
    sls_status status = index_findings(&m);
    for (size_t g = 0; g < topic->group_count && status == SLS_OK; g++) {
        const sls_group *const group = &topic->groups[g];
        if ((topic->kept && !topic->kept[g]) || sls_map_get(&m.of_group, group->id) == SLS_MAP_NONE)
            continue;
        const uint32_t *const component = components(group, arena);
        status = component ? SLS_OK : SLS_ENOMEM;
        for (size_t i = 0; i < group->count && status == SLS_OK; i++)
            if (component[i] == i)
                status = add_fact(&m, group, component, i);
    }
    if (m.sources.len > 0)
        qsort(m.sources.at, m.sources.len, sizeof *m.sources.at, compare_names);
    *out = (sls_topic_table){ m.facts.at, m.facts.len, m.sources.at, m.sources.len };
    return status;
}
