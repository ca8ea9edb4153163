#include "cli/quiet.h"

#include "base/sort.h"
#include "check/quiet_file.h"
#include "compare/order.h"
#include "io/sweep.h"
#include "model/claim_csv.h"
#include "model/rule.h"
#include "report/finding_csv.h"
#include "report/format.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct sls_quiet {
    sls_arena *arena;
    sls_str path, agreements, facts; /* of the files */
    sls_key asked;
    uint64_t seed;
    sls_quiet_tables last; /* empty: nothing is known */
    char *bytes;           /* of them */
    int agreements_file;   /* as the last check wrote it; -1: none */
    const sls_matched_claims *of;
    bool *sound; /* per article */
    const sls_group *groups;
    size_t count;
    sls_map index;   /* id of a group to its number */
    sls_key *keys;   /* per group; 0: it is not quiet */
    uint32_t *fresh; /* per group of the last check: its number now; SLS_NONE */
    sls_fact_record record;
    sls_quiet_row
        *rows; /* of the agreements.csv that is written; `group` as they are numbered now */
    size_t row_count;
    uint64_t begin; /* of its first row */
};

/* --- open and close --- */

/* Whether nobody asks for agreements but the two reports, which have them in the order of compare.
 */
static bool can_be_quiet(const sls_options *o)
{
    for (size_t i = 0; i < o->output.count; i++) {
        const sls_str value = sls_str_of(o->output.at[i]);
        const size_t name = sls_str_find_byte(value, ':');
        if (sls_format_named(sls_str_slice(value, 0, name))->agreements)
            return false;
    }
    return o->severity.count == 0 && !o->statistics;
}

static void forget(sls_quiet *q)
{
    free(q->bytes);
    q->bytes = NULL;
    q->last = (sls_quiet_tables){ 0 };
    if (q->agreements_file >= 0)
        close(q->agreements_file);
    if (q->record.from >= 0)
        close(q->record.from);
    q->agreements_file = q->record.from = -1;
    q->record.known = NULL;
}

void sls_quiet_close(sls_quiet *q)
{
    if (!q)
        return;
    forget(q);
    sls_arena_free(q->arena);
    free(q);
}

/* Whether all rows lie in the reports: what is copied must be there. */
static bool lie_within(const sls_quiet *q)
{
    struct stat agreements, facts;
    uint64_t end = q->last.begin;
    if (fstat(q->agreements_file, &agreements) != 0 || fstat(q->record.from, &facts) != 0)
        return false;
    for (size_t i = 0; i < q->last.row_count; i++)
        end += q->last.rows[i].size;
    for (size_t i = 0; i < q->last.group_count; i++)
        if (q->last.groups[i].at + q->last.groups[i].size > (uint64_t)facts.st_size)
            return false;
    return end == (uint64_t)agreements.st_size;
}

/* What the last check kept, if it was asked the same and its reports stand as it wrote them. */
static void read_last(sls_quiet *q, const sls_ledger *ledger, sls_diag *fault)
{
    sls_diag diag;
    const sls_status status = sls_quiet_read(q->path.ptr, &q->last, &q->bytes, &diag);
    if (status == SLS_ESYNTAX)
        *fault = diag;
    if (status != SLS_OK)
        return;
    if (sls_key_eq(q->last.asked, q->asked)) {
        q->agreements_file = sls_ledger_open(ledger, q->agreements, q->last.agreements);
        q->record.from = sls_ledger_open(ledger, q->facts, q->last.facts);
    }
    if (q->agreements_file < 0 || q->record.from < 0 || !lie_within(q))
        forget(q);
}

sls_quiet *sls_quiet_open(const sls_options *options, sls_replay *replay, const sls_cache *cache,
                          sls_diag *fault)
{
    const sls_ledger *const ledger = sls_replay_ledger(replay);
    sls_quiet *const q = ledger && cache && can_be_quiet(options) ? calloc(1, sizeof *q) : NULL;
    if (!q)
        return NULL;
    q->asked = sls_replay_asked(replay);
    q->seed = sls_cache_seed(cache);
    q->agreements_file = q->record.from = -1;
    q->arena = sls_arena_new(0);
    if (!q->arena ||
        sls_arena_format(q->arena, &q->path, "%s/quiet.cache", options->cache_dir) != SLS_OK ||
        sls_arena_format(q->arena, &q->agreements, "%s/agreements.csv", options->reports) !=
            SLS_OK ||
        sls_arena_format(q->arena, &q->facts, "%s/facts.csv", options->reports) != SLS_OK) {
        sls_quiet_close(q);
        return NULL;
    }
    read_last(q, ledger, fault);
    return q;
}

/* --- what the last check had --- */

static bool is_known(const sls_quiet *q, const sls_quiet_row *row)
{
    return row->group != SLS_NONE && q->fresh[row->group] != SLS_NONE;
}

static uint32_t group_of(const sls_quiet *q, const sls_finding *f)
{
    return f->group_id.len > 0 ? sls_map_get(&q->index, f->group_id) : SLS_NONE;
}

/* Whether the rows of what is known are of members that there are. */
static bool rows_fit(const sls_quiet *q)
{
    for (size_t i = 0; i < q->last.row_count; i++) {
        const sls_quiet_row *const r = &q->last.rows[i];
        const sls_group *const g = is_known(q, r) ? &q->groups[q->fresh[r->group]] : NULL;
        if (g && (r->a >= g->count || r->b >= g->count))
            return false;
    }
    return true;
}

static sls_status find_known(sls_quiet *q)
{
    sls_keys table;
    sls_fact_rows *const before = sls_arena_alloc(q->arena, (q->count + 1) * sizeof *before);
    sls_arena *const scratch = sls_arena_new(0);
    bool *const known = sls_arena_calloc(q->arena, q->count + 1, sizeof *known);
    q->fresh = sls_arena_alloc(q->arena, (q->last.group_count + 1) * sizeof *q->fresh);
    const sls_status status =
        before && scratch && known && q->fresh
            ? sls_keys_index(scratch, q->last.groups ? &q->last.groups->key : NULL,
                             q->last.group_count, sizeof *q->last.groups, &table)
            : SLS_ENOMEM;
    if (status == SLS_OK)
        memset(q->fresh, 0xFF, (q->last.group_count + 1) * sizeof *q->fresh);
    for (size_t i = 0; status == SLS_OK && i < q->count; i++) {
        const uint32_t old = sls_keys_find(&table, q->keys[i]);
        if (old == SLS_NONE)
            continue;
        before[i] = (sls_fact_rows){ q->last.groups[old].at, q->last.groups[old].size };
        q->fresh[old] = (uint32_t)i;
        known[i] = true;
    }
    sls_arena_free(scratch);
    q->record.before = before;
    q->record.known = known;
    if (status == SLS_OK && !rows_fit(q))
        forget(q);
    return status;
}

/* Groups of offices and names are asked for whatever they tell, and are never quiet. */
static void pass_over_names(sls_quiet *q)
{
    for (size_t i = 0; i < q->count; i++)
        if (q->groups[i].kind == SLS_KIND_TITLE || q->groups[i].kind == SLS_KIND_NAME)
            q->keys[i] = (sls_key){ 0, 0 };
}

/* Which articles the last check found nothing wrong with. */
static sls_status find_sound(sls_quiet *q)
{
    const sls_matched_claims *const of = q->of;
    sls_keys table;
    sls_arena *const scratch = sls_arena_new(0);
    const sls_status status = scratch ? sls_keys_index(scratch, q->last.sound, q->last.sound_count,
                                                       sizeof *q->last.sound, &table)
                                      : SLS_ENOMEM;
    for (size_t i = 0; status == SLS_OK && i < of->article_count; i++)
        q->sound[i] = sls_keys_find(&table, of->articles[i].key) != SLS_NONE;
    sls_arena_free(scratch);
    return status;
}

sls_status sls_quiet_look(sls_quiet *q, const sls_matching *matching,
                          const sls_matched_claims *claims, size_t jobs)
{
    if (!q)
        return SLS_OK;
    q->groups = matching->groups;
    q->count = matching->count;
    q->keys = sls_arena_calloc(q->arena, q->count + 1, sizeof *q->keys);
    q->record.now = sls_arena_calloc(q->arena, q->count + 1, sizeof *q->record.now);
    q->of = claims;
    q->sound = sls_arena_calloc(q->arena, claims->article_count + 1, sizeof *q->sound);
    sls_status status = q->keys && q->record.now && q->sound
                            ? sls_group_keys_make(matching, claims, q->seed, jobs, q->keys)
                            : SLS_ENOMEM;
    if (status == SLS_OK)
        pass_over_names(q);
    sls_map_init(&q->index, q->arena);
    for (size_t i = 0; status == SLS_OK && i < q->count; i++)
        status = sls_map_set(&q->index, q->groups[i].id, (uint32_t)i);
    if (status == SLS_OK && q->bytes)
        status = find_sound(q);
    return status == SLS_OK && q->bytes ? find_known(q) : status;
}

const bool *sls_quiet_known(const sls_quiet *q)
{
    return q ? q->record.known : NULL;
}

bool sls_quiet_is_sound(const sls_quiet *q, size_t i)
{
    return q && q->record.known && q->sound[i];
}

/* --- what is at odds --- */

static void doubt(sls_quiet *q, const sls_claim *claim)
{
    q->sound[sls_matched_article_of(q->of, (size_t)(claim - q->of->claims))] = false;
}

/* A date that two articles tell as a slip would else be found in one of them: see rules.h. */
static void doubt_articles(sls_quiet *q, const sls_finding *findings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const sls_finding *const f = &findings[i];
        if (f->group_id.len > 0 && strcmp(f->rule, "date-slip") != 0)
            continue;
        doubt(q, f->a);
        doubt(q, f->b);
    }
}

static void rouse(sls_quiet *q, const sls_finding *f)
{
    const uint32_t group = group_of(q, f);
    if (group != SLS_NONE)
        q->keys[group] = (sls_key){ 0, 0 };
}

/* The numbers of ids, ascending. NULL when memory ran out. */
static uint64_t *list_numbers(const sls_finding *findings, size_t count)
{
    uint64_t *const numbers = malloc((count + 1) * sizeof *numbers);
    for (size_t i = 0; numbers && i < count; i++)
        numbers[i] = sls_finding_number(&findings[i]);
    if (numbers && count > 1)
        sls_sort_numbers(numbers, count);
    return numbers;
}

/* Which of two twins stays goes by both of their groups. */
static sls_status rouse_twins(sls_quiet *q, const sls_findings *findings)
{
    const sls_finding *const twins = findings->at + findings->count;
    if (findings->twins == 0)
        return SLS_OK;
    uint64_t *const numbers = list_numbers(twins, findings->twins);
    if (!numbers)
        return SLS_ENOMEM;
    for (size_t i = 0; i < findings->twins; i++)
        rouse(q, &twins[i]);
    for (size_t i = 0; i < findings->count; i++) {
        const uint64_t number = sls_finding_number(&findings->at[i]);
        if (bsearch(&number, numbers, findings->twins, sizeof number, sls_sort_by_number))
            rouse(q, &findings->at[i]);
    }
    free(numbers);
    return SLS_OK;
}

static sls_status find_twin(const sls_quiet *q, const sls_findings *findings, bool *found)
{
    uint64_t *const numbers = list_numbers(findings->at, findings->count);
    *found = false;
    if (!numbers)
        return SLS_ENOMEM;
    for (size_t i = 0; !*found && findings->count > 0 && i < q->last.row_count; i++)
        *found =
            is_known(q, &q->last.rows[i]) && bsearch(&q->last.rows[i].id, numbers, findings->count,
                                                     sizeof *numbers, sls_sort_by_number);
    free(numbers);
    return SLS_OK;
}

sls_status sls_quiet_hear(sls_quiet *q, const sls_findings *findings, bool *whole)
{
    *whole = false;
    if (!q)
        return SLS_OK;
    sls_status status = q->record.known ? find_twin(q, findings, whole) : SLS_OK;
    if (status == SLS_OK && *whole)
        forget(q);
    if (status != SLS_OK || *whole)
        return status;
    memset(q->sound, true, q->of->article_count);
    doubt_articles(q, findings->at, findings->count + findings->twins);
    for (size_t i = 0; i < findings->count; i++)
        if (sls_verdict_is_conflict(findings->at[i].verdict))
            rouse(q, &findings->at[i]);
    return rouse_twins(q, findings);
}

void sls_quiet_heed(sls_quiet *q, const sls_findings *findings, const sls_decisions *decisions)
{
    for (size_t i = 0; q && i < findings->count; i++)
        if (findings->at[i].state != SLS_NEW ||
            (decisions->index.len > 0 &&
             sls_map_get(&decisions->index, findings->at[i].id) != SLS_MAP_NONE))
            rouse(q, &findings->at[i]);
}

/* --- agreements.csv --- */

/* Rows on their way into the report. */
typedef struct {
    sls_quiet *quiet;
    const sls_finding *findings; /* that are new */
    size_t count, next;
    const uint32_t *sizes; /* of their rows ... */
    const char *text;      /* ... which stand here, the next one first */
    uint32_t *known;       /* rows of the last report that are as they were */
    size_t known_count;
    sls_out_parts carried;
} merging;

static void carry(merging *m, const sls_quiet_row *row, uint64_t at)
{
    sls_quiet *const q = m->quiet;
    sls_out_part(&m->carried, at, row->size);
    q->rows[q->row_count] = *row;
    q->rows[q->row_count++].group = q->fresh[row->group];
}

static uint32_t member_of(const sls_group *group, const sls_claim *claim)
{
    size_t i = 0;
    while (i < group->count && group->members[i].claim != claim)
        i++;
    return (uint32_t)i;
}

/* Notes the row of a new finding. */
static void note(sls_quiet *q, const sls_finding *f, uint32_t size)
{
    sls_quiet_row row = { .id = sls_finding_number(f),
                          .group = group_of(q, f),
                          .weight = sls_finding_weight(f),
                          .rule = (uint32_t)sls_rule_index(f->rule),
                          .size = size };
    if (row.group != SLS_NONE && sls_key_is_known(q->keys[row.group])) {
        row.a = member_of(&q->groups[row.group], f->a);
        row.b = member_of(&q->groups[row.group], f->b);
    }
    q->rows[q->row_count++] = row;
}

static void put_next(merging *m)
{
    const size_t i = m->next++;
    sls_out_parts_end(&m->carried);
    sls_out_write(m->carried.out, (sls_str){ m->text, m->sizes[i] });
    m->text += m->sizes[i];
    note(m->quiet, &m->findings[i], m->sizes[i]);
}

/* As sls_claim_order. One of the two may not have been read: then they are of two articles, which
 * stand by their ids. */
static int order_of(const sls_quiet *q, const sls_claim *x, const sls_claim *y)
{
    const sls_claim *const all = q->of->claims;
    const size_t a = sls_matched_article_of(q->of, (size_t)(x - all));
    const size_t b = sls_matched_article_of(q->of, (size_t)(y - all));
    return a == b ? sls_claim_order(x, y) : (a > b) - (a < b);
}

/* Whether a row stands before that of a finding, as compare puts them in order. */
static bool is_before(const sls_quiet *q, const sls_quiet_row *row, const sls_finding *f)
{
    const sls_member *const members = q->groups[q->fresh[row->group]].members;
    const uint32_t weight = sls_finding_weight(f), rule = (uint32_t)sls_rule_index(f->rule);
    if (row->weight != weight)
        return row->weight < weight;
    int order = order_of(q, members[row->a].claim, f->a);
    if (order == 0)
        order = order_of(q, members[row->b].claim, f->b);
    if (order != 0)
        return order < 0;
    return row->rule != rule ? row->rule < rule : row->id < sls_finding_number(f);
}

/* How many of the known rows, at least `low`, stand before the next new one. */
static size_t place_of_next(const merging *m, size_t low)
{
    size_t high = m->known_count;
    if (m->next == m->count)
        return SIZE_MAX;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (is_before(m->quiet, &m->quiet->last.rows[m->known[middle]], &m->findings[m->next]))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void list_known(merging *m)
{
    const sls_quiet_tables *const last = &m->quiet->last;
    for (size_t i = 0; i < last->row_count; i++)
        if (is_known(m->quiet, &last->rows[i]))
            m->known[m->known_count++] = (uint32_t)i;
}

static sls_status merge(merging *m)
{
    const sls_quiet_tables *const last = &m->quiet->last;
    uint64_t at = last->begin;
    m->known = malloc((last->row_count + 1) * sizeof *m->known);
    if (!m->known)
        return SLS_ENOMEM;
    list_known(m);
    size_t carried = 0, stop = place_of_next(m, 0);
    for (size_t i = 0; i < last->row_count; at += last->rows[i++].size) {
        if (!is_known(m->quiet, &last->rows[i]))
            continue;
        for (; stop == carried; stop = place_of_next(m, carried))
            put_next(m);
        carry(m, &last->rows[i], at);
        carried++;
    }
    while (m->next < m->count)
        put_next(m);
    sls_out_parts_end(&m->carried);
    free(m->known);
    return SLS_OK;
}

/* New rows are made apart, and put where they belong. */
static sls_status print_among(sls_quiet *q, sls_out *out, sls_lang ui, const sls_finding *findings,
                              size_t count, size_t jobs, uint32_t *sizes)
{
    sls_out *page;
    sls_diag diag;
    size_t size = 0;
    sls_status status = sls_out_open(NULL, &page, &diag);
    if (status != SLS_OK)
        return status;
    sls_out_set_style(page, sls_out_style(out));
    status = sls_findings_print(page, ui, findings, count, jobs, sizes);
    for (size_t i = 0; i < count; i++)
        size += sizes[i];
    if (status == SLS_OK && sls_out_text(page).len != size)
        status = SLS_ENOMEM; /* the page keeps its error */
    if (status == SLS_OK) {
        merging m = { .quiet = q,
                      .findings = findings,
                      .count = count,
                      .sizes = sizes,
                      .text = sls_out_text(page).ptr,
                      .carried = { .out = out, .from = q->agreements_file } };
        status = merge(&m);
    }
    const sls_status closed = sls_out_commit(page, &diag);
    return status != SLS_OK ? status : closed;
}

sls_status sls_quiet_print(sls_quiet *q, sls_out *out, sls_lang ui, const sls_finding *findings,
                           size_t count, size_t jobs)
{
    uint32_t *const sizes = q ? calloc(count + 1, sizeof *sizes) : NULL;
    sls_status status;
    if (q) {
        q->rows = sls_arena_alloc(q->arena, (q->last.row_count + count + 1) * sizeof *q->rows);
        q->begin = sls_out_size(out);
    }
    if (q && (!sizes || !q->rows)) {
        q->rows = NULL;
        free(sizes);
        return q->record.known ? SLS_ENOMEM
                               : sls_findings_print(out, ui, findings, count, jobs, NULL);
    }
    if (q && q->record.known) {
        status = print_among(q, out, ui, findings, count, jobs, sizes);
    } else {
        status = sls_findings_print(out, ui, findings, count, jobs, sizes);
        for (size_t i = 0; q && i < count; i++)
            note(q, &findings[i], sizes[i]);
    }
    free(sizes);
    return status;
}

sls_fact_record *sls_quiet_facts(sls_quiet *q)
{
    return q && q->record.now ? &q->record : NULL;
}

/* --- what the next check is to know --- */

/* What the ledger has noted of a file. False: nothing, or another output went into it as well. */
static bool noted(const sls_ledger *ledger, sls_str path, sls_imprint *out)
{
    int times = 0;
    for (size_t i = 0; i < ledger->rows.len; i++)
        if (sls_str_eq(ledger->rows.at[i].path, path)) {
            *out = ledger->rows.at[i].bytes;
            times++;
        }
    return times == 1;
}

/* Quiet groups are numbered through; rows go by those numbers. */
static sls_status list_groups(sls_quiet *q, sls_quiet_tables *next)
{
    uint32_t *const numbers = malloc((q->count + 1) * sizeof *numbers);
    next->groups = sls_arena_alloc(q->arena, (q->count + 1) * sizeof *next->groups);
    if (!numbers || !next->groups) {
        free(numbers);
        return SLS_ENOMEM;
    }
    for (size_t i = 0; i < q->count; i++) {
        numbers[i] = SLS_NONE;
        if (!sls_key_is_known(q->keys[i]))
            continue;
        numbers[i] = (uint32_t)next->group_count;
        next->groups[next->group_count++] =
            (sls_quiet_group){ q->keys[i], q->record.now[i].at, q->record.now[i].size };
    }
    for (size_t i = 0; i < q->row_count; i++)
        if (q->rows[i].group != SLS_NONE)
            q->rows[i].group = numbers[q->rows[i].group];
    free(numbers);
    return SLS_OK;
}

static sls_status list_sound(sls_quiet *q, sls_quiet_tables *next)
{
    const sls_matched_claims *const of = q->of;
    next->sound = sls_arena_alloc(q->arena, (of->article_count + 1) * sizeof *next->sound);
    if (!next->sound)
        return SLS_ENOMEM;
    for (size_t i = 0; i < of->article_count; i++)
        if (q->sound[i] && sls_key_is_known(of->articles[i].key))
            next->sound[next->sound_count++] = of->articles[i].key;
    return SLS_OK;
}

sls_status sls_quiet_save(sls_quiet *q, const sls_ledger *ledger, sls_diag *diag)
{
    sls_quiet_tables next = { 0 };
    if (!q || !q->rows || !ledger || !noted(ledger, q->agreements, &next.agreements) ||
        !noted(ledger, q->facts, &next.facts))
        return SLS_OK;
    if (list_groups(q, &next) != SLS_OK || list_sound(q, &next) != SLS_OK)
        return sls_diag_set(diag, SLS_ENOMEM, q->path.ptr, 0, "no memory for what was found");
    next.asked = q->asked;
    next.begin = q->begin;
    next.rows = q->rows;
    next.row_count = q->row_count;
    sls_sweep_beside(q->path.ptr);
    return sls_quiet_write(q->path.ptr, &next, diag);
}
