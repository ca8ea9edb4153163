#include "cli/knowledge.h"

#include "base/turned.h"
#include "io/csv.h"
#include "model/claim_csv.h"
#include "text/fold.h"

#include <string.h>

/* The text of FOLDER/`name` of each folder that is checked, or of `file` alone. */
static sls_status each_file(const sls_options *o, const char *file, const char *name,
                            sls_arena *arena, sls_knowledge_reader *read, void *context,
                            sls_diag *diag)
{
    sls_str text, path;
    sls_status status = SLS_OK;
    if (file) {
        status = sls_file_read(file, 0, arena, &text, diag);
        return status == SLS_OK ? read(context, file, text, diag) : status;
    }
    for (size_t i = 0; i < o->path_count && status == SLS_OK; i++) {
        sls_diag missing = { 0 };
        status = sls_arena_format(arena, &path, "%s/%s", o->paths[i], name);
        if (status != SLS_OK)
            return status;
        status = sls_file_read(path.ptr, 0, arena, &text, &missing);
        if (status == SLS_OK)
            status = read(context, path.ptr, text, diag);
        else if (status == SLS_ENOTFOUND) /* a file is no folder, and a folder need not have it */
            status = SLS_OK;
        else
            *diag = missing;
    }
    return status;
}

sls_status sls_knowledge_visit(const sls_options *o, sls_arena *arena, sls_knowledge_reader *read,
                               void *context, sls_diag *diag)
{
    const sls_status status = each_file(o, o->aliases, "aliases.csv", arena, read, context, diag);
    return status != SLS_OK ? status
                            : each_file(o, o->verified, "verified.csv", arena, read, context, diag);
}

sls_status sls_decisions_visit(const sls_options *o, sls_arena *arena, sls_knowledge_reader *read,
                               void *context, sls_diag *diag)
{
    return each_file(o, o->decisions, "decisions.csv", arena, read, context, diag);
}

sls_status sls_knowledge_mix(void *context, const char *path, sls_str text, sls_diag *diag)
{
    XXH3_state_t *const state = context;
    (void)diag;
    sls_mix_text(state, sls_str_of(path));
    sls_mix_text(state, text);
    return SLS_OK;
}

/* Whoever reads, and the hash of all that is read; NULL: of nothing. */
typedef struct {
    sls_knowledge_reader *read;
    void *context;
    XXH3_state_t *mixed;
} reading;

static sls_status read_and_mix(void *context, const char *path, sls_str text, sls_diag *diag)
{
    const reading *const r = context;
    const sls_status status = r->mixed ? sls_knowledge_mix(r->mixed, path, text, diag) : SLS_OK;
    return status == SLS_OK ? r->read(r->context, path, text, diag) : status;
}

/* --- aliases --- */

static sls_status add_alias(sls_aliases *a, sls_str alias, sls_str name)
{
    sls_str from, to, *slot;
    sls_status status = sls_fold_name(alias, a->arena, &from);
    if (status == SLS_OK)
        status = sls_fold_name(name, a->arena, &to);
    if (status != SLS_OK || from.len == 0 || to.len == 0)
        return status;
    slot = sls_vec_push(&a->names, a->arena);
    if (!slot)
        return SLS_ENOMEM;
    *slot = to;
    return sls_map_set(&a->index, from, (uint32_t)(a->names.len - 1));
}

static sls_status read_aliases(void *context, const char *path, sls_str text, sls_diag *diag)
{
    sls_aliases *const a = context;
    sls_csv csv;
    sls_status status = sls_csv_read(text, path, a->arena, &csv, diag);
    if (status != SLS_OK)
        return status;
    const size_t alias = sls_csv_column(&csv, SLS_STR("alias"));
    const size_t name = sls_csv_column(&csv, SLS_STR("name"));
    if (alias == SIZE_MAX || name == SIZE_MAX)
        return sls_diag_set(diag, SLS_ESYNTAX, path, 1, "aliases need the columns alias,name");
    for (size_t i = 0; i < csv.count && status == SLS_OK; i++) {
        const sls_csv_row *const row = &csv.rows[i];
        if (sls_csv_cell(row, alias).len == 0 || sls_csv_cell(row, name).len == 0)
            return sls_diag_set(diag, SLS_ESYNTAX, path, row->line,
                                "an alias and the name that it stands for, both, or no row");
        status = add_alias(a, sls_csv_cell(row, alias), sls_csv_cell(row, name));
    }
    return status;
}

sls_status sls_aliases_load(const sls_options *options, sls_arena *arena, XXH3_state_t *mixed,
                            sls_aliases *out, sls_diag *diag)
{
    reading r = { read_aliases, out, mixed };
    *out = (sls_aliases){ .arena = arena };
    sls_map_init(&out->index, arena);
    return each_file(options, options->aliases, "aliases.csv", arena, read_and_mix, &r, diag);
}

sls_str sls_aliases_name(const sls_aliases *a, sls_str name)
{
    const uint32_t at = sls_map_get(&a->index, name);
    return at == SLS_MAP_NONE ? name : a->names.at[at];
}

enum { LIST_MOST = 64 };

/* The list with names for aliases, sorted again, each once. */
static sls_status rename_list(const sls_aliases *a, sls_str *list, sls_arena *arena)
{
    sls_str items[LIST_MOST], rest = *list, item;
    size_t count = 0, total = 0, length = 0;
    bool changed = false;
    while (count < LIST_MOST && sls_str_split(&rest, ';', &item)) {
        const sls_str name = sls_aliases_name(a, item);
        size_t at = count;
        changed |= !sls_str_eq(name, item);
        while (at > 0 && sls_str_cmp(items[at - 1], name) > 0)
            at--;
        if (at > 0 && sls_str_eq(items[at - 1], name))
            continue;
        memmove(items + at + 1, items + at, (count - at) * sizeof *items);
        items[at] = name;
        count++;
        total += name.len + 1;
    }
    if (!changed || rest.len > 0)
        return SLS_OK;
    char *const text = sls_arena_alloc(arena, total + 1);
    if (!text)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            text[length++] = ';';
        memcpy(text + length, items[i].ptr, items[i].len);
        length += items[i].len;
    }
    *list = (sls_str){ text, length };
    return SLS_OK;
}

sls_status sls_aliases_apply(const sls_aliases *aliases, sls_claim *claims, size_t count,
                             sls_arena *arena)
{
    sls_status status = SLS_OK;
    if (aliases->names.len == 0)
        return SLS_OK;
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        sls_claim *const c = &claims[i];
        if (c->kind == SLS_KIND_TITLE || c->kind == SLS_KIND_NAME)
            c->value = sls_aliases_name(aliases, c->value);
        c->speaker = sls_aliases_name(aliases, c->speaker);
        status = rename_list(aliases, &c->entities, arena);
    }
    return status;
}

/* --- verified claims --- */

typedef struct {
    sls_store *store;
    sls_arena *arena;
} verified;

static sls_status add_verified(verified *v, const char *path, size_t number, sls_claim *claim,
                               sls_diag *diag)
{
    sls_column column = { 0, 0 };
    sls_str id;
    const sls_status status = sls_arena_format(v->arena, &id, "%s#%zu", path, number);
    if (status != SLS_OK)
        return status;
    claim->article = id;
    claim->zone = SLS_ZONE_VERIFIED;
    claim->line = 0;
    if (claim->source.len == 0)
        claim->source = SLS_STR("verified");
    const sls_result result = { .row = { .article = id,
                                         .path = sls_str_of(path),
                                         .source = claim->source,
                                         .published = claim->published,
                                         .lang = claim->lang,
                                         .claims = 1,
                                         .status = SLS_OK },
                                .claims = claim,
                                .columns = &column };
    return sls_store_add(v->store, &result, diag);
}

/* A day as a spreadsheet turned it becomes EDTF again; one that may be two is refused. */
static sls_status turn_back(verified *v, const char *path, size_t number, sls_str *date,
                            sls_diag *diag)
{
    char turned[SLS_TURNED_TEXT];
    const sls_status status = sls_turned_read(*date, turned);
    if (status == SLS_OK)
        return sls_arena_copy(v->arena, sls_str_of(turned), date);
    if (status == SLS_ENOTFOUND)
        return SLS_OK;
    return sls_diag_set(diag, SLS_ESYNTAX, path, 0,
                        "claim %zu: '%.*s' is no day, or day and month may be either: write it as "
                        "2024-11-22",
                        number, SLS_FMT(*date));
}

static sls_status turn_dates_back(verified *v, const char *path, size_t number, sls_claim *claim,
                                  sls_diag *diag)
{
    sls_status status = turn_back(v, path, number, &claim->published, diag);
    if (status == SLS_OK)
        status = turn_back(v, path, number, &claim->as_of, diag);
    if (status == SLS_OK && claim->kind == SLS_KIND_DATE)
        status = turn_back(v, path, number, &claim->value, diag);
    return status;
}

static sls_status read_verified(void *context, const char *path, sls_str text, sls_diag *diag)
{
    verified *const v = context;
    sls_claim *claims;
    size_t count;
    sls_status status = sls_claims_read(text, path, v->arena, &claims, &count, diag);
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        status = turn_dates_back(v, path, i + 1, &claims[i], diag);
        if (status == SLS_OK)
            status = add_verified(v, path, i + 1, &claims[i], diag);
    }
    return status;
}

sls_status sls_verified_add(const sls_options *options, sls_arena *arena, XXH3_state_t *mixed,
                            sls_store *store, sls_diag *diag)
{
    verified v = { store, arena };
    reading r = { read_verified, &v, mixed };
    return each_file(options, options->verified, "verified.csv", arena, read_and_mix, &r, diag);
}

/* --- decisions --- */

static sls_status read_decisions(void *context, const char *path, sls_str text, sls_diag *diag)
{
    return sls_decisions_read(context, text, path, diag);
}

sls_status sls_decisions_load(const sls_options *options, sls_decisions *decisions, sls_diag *diag)
{
    return sls_decisions_visit(options, decisions->arena, read_decisions, decisions, diag);
}
