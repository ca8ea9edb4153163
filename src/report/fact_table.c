#include "report/fact_table.h"

#include "base/map.h"
#include "model/sense.h"
#include "report/finding_csv.h"
#include "report/phrases.h"

#include <stdlib.h>

/* A member of a group under the key of its value. */
typedef struct {
    sls_str key;
    const sls_member *member;
} entry;

typedef struct {
    sls_out *out;
    sls_lang ui;
    sls_arena *arena; /* of one group */
    const sls_finding *findings;
    size_t finding_count;
    size_t *next;       /* per finding: the next one of its group, or SIZE_MAX */
    sls_map group_head; /* group id to the first finding */
    sls_phrases *phrases;
} table;

sls_status sls_fact_what(const sls_group *group, const sls_member *member, sls_arena *arena,
                         sls_str *out)
{
    *out = group->what;
    if (!sls_what_is_of_offices(group->what))
        return SLS_OK;
    *out = member->claim->what;
    return member->scope.len == 0 ? SLS_OK
                                  : sls_arena_concat3(arena, sls_what_office(member->claim->what),
                                                      SLS_STR("@"), member->scope, out);
}

sls_status sls_fact_key(const sls_group *group, const sls_member *member, sls_arena *arena,
                        sls_str *out)
{
    const sls_claim *claim = member->claim;
    if (sls_what_is_of_offices(group->what))
        return sls_fact_what(group, member, arena, out);
    if (claim->kind == SLS_KIND_TITLE || claim->kind == SLS_KIND_NAME) {
        *out = member->who;
        return SLS_OK;
    }
    if (claim->kind != SLS_KIND_QUANTITY) {
        *out = claim->value;
        return SLS_OK;
    }
    const sls_str space = SLS_STR(" ");
    const sls_str parts[] = { claim->value, space, sls_str_of(sls_bound_name(claim->bound)), space,
                              claim->unit };
    return sls_arena_concat(arena, parts, sizeof parts / sizeof *parts, out);
}

static int compare_entries(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int order = sls_str_cmp(a->key, b->key);
    if (order == 0)
        order = sls_str_cmp(a->member->claim->source, b->member->claim->source);
    if (order == 0) /* members are by (article, start), so the earliest mention comes first */
        order = (a->member > b->member) - (a->member < b->member);
    return order;
}

static sls_status index_findings(table *t, sls_arena *arena)
{
    sls_map_init(&t->group_head, arena);
    t->next = sls_arena_calloc(arena, t->finding_count + 1, sizeof *t->next);
    if (!t->next)
        return SLS_ENOMEM;
    for (size_t i = t->finding_count; i-- > 0;) {
        const sls_str id = t->findings[i].group_id;
        const uint32_t head = id.len > 0 ? sls_map_get(&t->group_head, id) : SLS_MAP_NONE;
        t->next[i] = head == SLS_MAP_NONE ? SIZE_MAX : head;
        if (id.len > 0 && sls_map_set(&t->group_head, id, (uint32_t)i) != SLS_OK)
            return SLS_ENOMEM;
    }
    return SLS_OK;
}

int sls_fact_rank(sls_verdict verdict)
{
    static const int ranks[] = { [SLS_CONFLICT] = 4,
                                 [SLS_POSSIBLE] = 3,
                                 [SLS_SUPERSEDED] = 2,
                                 [SLS_REFINE] = 1,
                                 [SLS_AGREE] = 0 };
    return ranks[verdict];
}

/* The worst finding of the group that one of these entries takes part in, or NULL. */
static const sls_finding *worst(const table *t, const sls_group *group, const entry *entries,
                                size_t count)
{
    const sls_finding *found = NULL;
    const uint32_t head = sls_map_get(&t->group_head, group->id);
    for (size_t f = head == SLS_MAP_NONE ? SIZE_MAX : head; f != SIZE_MAX; f = t->next[f]) {
        const sls_finding *finding = &t->findings[f];
        if (found && sls_fact_rank(finding->verdict) <= sls_fact_rank(found->verdict))
            continue;
        for (size_t i = 0; i < count; i++) {
            const sls_claim *claim = entries[i].member->claim;
            if (claim == finding->a || claim == finding->b) {
                found = finding;
                break;
            }
        }
    }
    return found;
}

static int compare_witnesses(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static sls_status count_witnesses(const entry *entries, size_t count, sls_arena *arena, size_t *out)
{
    uint32_t *all = sls_arena_calloc(arena, count, sizeof *all);
    if (!all)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        all[i] = entries[i].member->witness;
    qsort(all, count, sizeof *all, compare_witnesses);
    *out = 0;
    for (size_t i = 0; i < count; i++)
        *out += i == 0 || all[i] != all[i - 1];
    return SLS_OK;
}

/* "Tempo (28 July 2023): foreign minister of Russia is Sergei Shoigu". */
static sls_status statement(const table *t, sls_str what, const sls_claim *claim, sls_str *out)
{
    const sls_str none = { 0 };
    static const char *const keys[SLS_KINDS] = {
        [SLS_KIND_QUANTITY] = "fact-quantity", [SLS_KIND_DATE] = "fact-date",
        [SLS_KIND_TITLE] = "fact-title",       [SLS_KIND_PLACE] = "fact-place",
        [SLS_KIND_IDENTIFIER] = "fact-place",  [SLS_KIND_NAME] = "fact-name",
        [SLS_KIND_SCORE] = "fact-place",       [SLS_KIND_OUTCOME] = "fact-outcome"
    };
    const bool title = claim->kind == SLS_KIND_TITLE;
    sls_str value, bound = { 0 }, state = { 0 };
    sls_status status = sls_words_value(t->ui, claim, t->arena, &value);
    if (status == SLS_OK)
        status = sls_arena_concat3(t->arena, SLS_STR("bound-"),
                                   sls_str_of(sls_bound_name(claim->bound)), none, &bound);
    if (status == SLS_OK)
        status = sls_arena_concat3(t->arena, SLS_STR("state-"),
                                   sls_str_of(sls_state_name(claim->state)), none, &state);
    if (status != SLS_OK)
        return status;
    const sls_arg args[] = { { "source", SLS_ARG_TEXT, sls_claim_outlet(claim) },
                             { "published", SLS_ARG_DATE, claim->published },
                             { "about", title ? SLS_ARG_OFFICE : SLS_ARG_EVENT, what },
                             { "bound", SLS_ARG_MESSAGE, bound },
                             { "value", SLS_ARG_TEXT, value },
                             { "state", SLS_ARG_MESSAGE, state },
                             { "unit", SLS_ARG_UNIT, claim->unit },
                             { "surface", SLS_ARG_TEXT, claim->surface } };
    const sls_args all = { args, sizeof args / sizeof *args };
    const sls_speech speech = {
        .ui = t->ui, .of = sls_arg_listed, .context = &all, .phrases = t->phrases
    };
    return sls_message_by(&speech, sls_str_of(keys[claim->kind]), t->arena, out);
}

static sls_status row(const table *t, const sls_group *group, sls_str fact_id,
                      const sls_member *member, sls_verdict verdict, size_t witnesses)
{
    const sls_claim *const claim = member->claim;
    sls_str what, text;
    sls_status status = sls_fact_what(group, member, t->arena, &what);
    if (status == SLS_OK)
        status = statement(t, what, claim, &text);
    if (status != SLS_OK)
        return status;
    const size_t room = sls_csv_room(fact_id) + sls_csv_room(what) + sls_csv_room(group->entities) +
                        sls_csv_room(claim->source) + sls_csv_room(claim->article) +
                        sls_csv_room(claim->published) + sls_csv_room(claim->value) +
                        sls_csv_room(claim->surface) + sls_csv_room(text) + 4 * SLS_CSV_COUNT +
                        sls_csv_room(sls_str_of(sls_kind_name(group->kind)));
    sls_csv_pen pen = sls_csv_pen_of(t->out, room);
    if (!pen.to)
        return SLS_OK; /* the output keeps its error */
    sls_csv_pen_cell(&pen, fact_id, false);
    sls_csv_pen_cell(&pen, sls_str_of(sls_kind_name(group->kind)), false);
    sls_csv_pen_text(&pen, what, false);
    sls_csv_pen_text(&pen, group->entities, false);
    sls_csv_pen_text(&pen, claim->source, false);
    sls_csv_pen_text(&pen, claim->article, false);
    sls_value_put(&pen, SLS_KIND_DATE, claim->published, false);
    sls_csv_pen_count(&pen, claim->line, false);
    sls_value_put(&pen, claim->kind, claim->value, false);
    sls_csv_pen_text(&pen, claim->surface, false);
    sls_csv_pen_cell(&pen, sls_str_of(sls_verdict_name(verdict)), false);
    sls_csv_pen_count(&pen, witnesses, false);
    sls_csv_pen_text(&pen, text, true);
    sls_csv_pen_done(&pen, t->out);
    return SLS_OK;
}

/* The rows of one fact: the first entry of each source. */
static sls_status fact(const table *t, const sls_group *group, const entry *entries, size_t count)
{
    const sls_finding *finding = worst(t, group, entries, count);
    if (!finding)
        return SLS_OK;
    char digits[SLS_HASH_DIGITS];
    const sls_str id = { digits, sizeof digits };
    sls_str identity;
    size_t witnesses;
    sls_status status =
        sls_arena_concat3(t->arena, group->id, SLS_STR("\n"), entries[0].key, &identity);
    if (status == SLS_OK)
        status = count_witnesses(entries, count, t->arena, &witnesses);
    if (status == SLS_OK)
        sls_hash_digits(identity, digits);
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        const sls_member *const member = entries[i].member;
        if (i == 0 || !sls_str_eq(member->claim->source, entries[i - 1].member->claim->source))
            status = row(t, group, id, member, finding->verdict, witnesses);
    }
    return status;
}

/* Which members count: all that hold an office, of other kinds those that something is aligned
 * with. */
static sls_status select_members(const sls_group *group, sls_arena *arena, bool **out)
{
    bool *chosen = sls_arena_calloc(arena, group->count + 1, sizeof *chosen);
    if (!chosen)
        return SLS_ENOMEM;
    const bool all = group->kind == SLS_KIND_TITLE || group->kind == SLS_KIND_NAME;
    for (size_t i = 0; all && i < group->count; i++)
        chosen[i] = true;
    for (size_t i = 0; i < group->pair_count; i++)
        chosen[group->pairs[i].a] = chosen[group->pairs[i].b] = true;
    *out = chosen;
    return SLS_OK;
}

static sls_status group_rows(const table *t, const sls_group *group)
{
    entry *entries = sls_arena_calloc(t->arena, group->count + 1, sizeof *entries);
    bool *chosen;
    sls_status status = entries ? select_members(group, t->arena, &chosen) : SLS_ENOMEM;
    size_t count = 0;
    for (size_t i = 0; i < group->count && status == SLS_OK; i++) {
        if (!chosen[i])
            continue;
        entries[count].member = &group->members[i];
        status = sls_fact_key(group, entries[count].member, t->arena, &entries[count].key);
        count++;
    }
    if (status != SLS_OK)
        return status;
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t first = 0, next; first < count && status == SLS_OK; first = next) {
        for (next = first + 1; next < count && sls_str_eq(entries[next].key, entries[first].key);)
            next++;
        status = fact(t, group, entries + first, next - first);
    }
    return status;
}

/* Whether the rows of group `i` are those of the table before. */
static bool carry(const sls_fact_record *record, size_t i, sls_out_parts *carried)
{
    if (!record || !record->known || !record->known[i])
        return false;
    const sls_fact_rows rows = record->before[i];
    record->now[i] = (sls_fact_rows){ sls_out_size(carried->out) + carried->size, rows.size };
    sls_out_part(carried, rows.at, rows.size);
    return true;
}

static sls_status all_rows(const table *t, const sls_group *groups, size_t count,
                           const sls_fact_record *record)
{
    sls_out_parts carried = { .out = t->out, .from = record ? record->from : -1 };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        if (carry(record, i, &carried))
            continue;
        const bool told = sls_map_get(&t->group_head, groups[i].id) != SLS_MAP_NONE;
        if (told)
            sls_out_parts_end(&carried);
        const uint64_t begin = sls_out_size(t->out);
        if (told) {
            sls_arena_reset(t->arena);
            status = group_rows(t, &groups[i]);
        }
        if (record)
            record->now[i] = (sls_fact_rows){ begin, sls_out_size(t->out) - begin };
    }
    sls_out_parts_end(&carried);
    return status;
}

sls_status sls_facts_write(sls_out *out, sls_lang ui, const sls_group *groups, size_t group_count,
                           const sls_finding *findings, size_t finding_count,
                           sls_fact_record *record, sls_arena *arena)
{
    sls_arena *const scratch = sls_arena_new(0);
    sls_phrases phrases;
    table t = { .out = out,
                .ui = ui,
                .arena = scratch,
                .findings = findings,
                .finding_count = finding_count,
                .phrases = &phrases };
    sls_phrases_init(&phrases, arena);
    sls_csv_header_write(out,
                         SLS_STR("fact_id,kind,what,entities,source,article,published,line,value,"
                                 "surface,verdict,independent_sources,statement"));
    sls_status status = scratch ? index_findings(&t, arena) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = all_rows(&t, groups, group_count, record);
    sls_arena_free(scratch);
    return status;
}
