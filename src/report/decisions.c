#include "report/decisions.h"

#include "base/edtf.h"
#include "base/turned.h"
#include "report/finding_csv.h"

static const char *const names[SLS_DECISION_COLUMNS] = { [SLS_DECISION_ID] = "finding_id",
                                                         [SLS_DECISION_WORD] = "decision",
                                                         [SLS_DECISION_BY] = "by",
                                                         [SLS_DECISION_ON] = "on",
                                                         [SLS_DECISION_EXPIRES] = "expires",
                                                         [SLS_DECISION_NOTE] = "note",
                                                         [SLS_DECISION_A_VALUE] = "a_value",
                                                         [SLS_DECISION_B_VALUE] = "b_value",
                                                         [SLS_DECISION_CORRECTED] = "corrected" };

const char *sls_decision_column_name(sls_decision_column column)
{
    return names[column];
}

void sls_decisions_init(sls_decisions *decisions, sls_arena *arena,
                        void (*refuse)(void *context, const sls_diag *diag), void *context)
{
    *decisions = (sls_decisions){ .arena = arena, .refuse = refuse, .context = context };
    sls_map_init(&decisions->index, arena);
}

/* A cell in as much as a message has room for. */
static int shown(sls_str cell)
{
    return cell.len < 80 ? (int)cell.len : 80;
}

static sls_status check_word(sls_str cell, const char *path, size_t line, sls_decision_word *out,
                             sls_diag *diag)
{
    if (sls_decision_of(cell, out) == SLS_OK)
        return SLS_OK;
    return sls_diag_set(diag, SLS_ESYNTAX, path, line,
                        "decision cannot be '%.*s': it is a-wrong, b-wrong, both-wrong, changed, "
                        "not-same, misread or undecided",
                        shown(cell), cell.ptr ? cell.ptr : "");
}

/* EDTF, or a day as a spreadsheet turned it, which becomes EDTF. */
static sls_status read_date(sls_decision_column column, const sls_csv_row *row, const char *path,
                            sls_arena *arena, sls_str *cell, sls_diag *diag)
{
    char turned[SLS_TURNED_TEXT];
    sls_edtf date;
    if (cell->len == 0 || sls_edtf_read(*cell, &date) == SLS_OK)
        return SLS_OK;
    const sls_status status = sls_turned_read(*cell, turned);
    if (status == SLS_OK)
        return sls_arena_copy(arena, sls_str_of(turned), cell);
    if (status == SLS_ERANGE)
        return sls_diag_set(diag, SLS_ESYNTAX, path, row->line,
                            "%s '%.*s' is no day, or day and month may be either: write it as "
                            "2024-11-22",
                            names[column], shown(*cell), cell->ptr);
    return sls_diag_set(diag, SLS_ESYNTAX, path, row->line,
                        "%s is no date: '%.*s', write it as 2024-11-22, 2024-11 or 2024",
                        names[column], shown(*cell), cell->ptr);
}

/* One row; what is wrong with it in `*diag`. */
static sls_status read_row(const sls_decisions *d, const sls_csv_row *row, const char *path,
                           sls_decided *out, sls_diag *diag)
{
    sls_str cells[SLS_DECISION_COLUMNS];
    for (int i = 0; i < SLS_DECISION_COLUMNS; i++)
        cells[i] = sls_csv_cell(row, d->columns[i]);
    *out = (sls_decided){ .id = cells[SLS_DECISION_ID],
                          .a_value = cells[SLS_DECISION_A_VALUE],
                          .b_value = cells[SLS_DECISION_B_VALUE],
                          .path = path,
                          .line = row->line,
                          .row = row,
                          .is = { .by = sls_cell_armed(cells[SLS_DECISION_BY]),
                                  .on = cells[SLS_DECISION_ON],
                                  .expires = cells[SLS_DECISION_EXPIRES],
                                  .note = sls_cell_armed(cells[SLS_DECISION_NOTE]),
                                  .corrected = cells[SLS_DECISION_CORRECTED] } };
    if (out->id.len == 0)
        return sls_diag_set(diag, SLS_ESYNTAX, path, row->line,
                            "finding_id is empty: the first column of reports/conflicts.csv");
    sls_status status = check_word(cells[SLS_DECISION_WORD], path, row->line, &out->is.word, diag);
    if (status == SLS_OK)
        status = read_date(SLS_DECISION_ON, row, path, d->arena, &out->is.on, diag);
    if (status == SLS_OK)
        status = read_date(SLS_DECISION_EXPIRES, row, path, d->arena, &out->is.expires, diag);
    if (status == SLS_OK)
        status = read_date(SLS_DECISION_CORRECTED, row, path, d->arena, &out->is.corrected, diag);
    return status;
}

/* The first row of an id counts. */
static sls_status keep(sls_decisions *d, const sls_decided *row, sls_diag *diag)
{
    uint32_t first;
    bool added;
    const sls_status status =
        sls_map_intern(&d->index, row->id, (uint32_t)d->rows.len, &first, &added);
    sls_decided *const slot = status == SLS_OK && added ? sls_vec_push(&d->rows, d->arena) : NULL;
    if (slot)
        *slot = *row;
    if (status != SLS_OK || (added && !slot))
        return SLS_ENOMEM;
    if (added)
        return SLS_OK;
    return sls_diag_set(diag, SLS_ESYNTAX, row->path, row->line,
                        "a second decision on %.*s, after that in %s:%zu: keep one", shown(row->id),
                        row->id.ptr, d->rows.at[first].path, d->rows.at[first].line);
}

static sls_status find_columns(sls_decisions *d, const char *path, sls_diag *diag)
{
    for (int i = 0; i < SLS_DECISION_COLUMNS; i++)
        d->columns[i] = sls_csv_column(&d->csv, sls_str_of(names[i]));
    for (int i = SLS_DECISION_ID; i <= SLS_DECISION_WORD; i++)
        if (d->columns[i] == SIZE_MAX)
            return sls_diag_set(diag, SLS_ESYNTAX, path, 1,
                                "decisions need the column %s: their columns are "
                                "finding_id,decision,by,on,expires,note,a_value,b_value",
                                names[i]);
    return SLS_OK;
}

sls_status sls_decisions_read(sls_decisions *d, sls_str text, const char *path, sls_diag *diag)
{
    sls_status status = sls_csv_read(text, path, d->arena, &d->csv, diag);
    if (status == SLS_OK && d->csv.header.count == 0)
        return SLS_OK; /* an empty file decides nothing */
    if (status == SLS_OK)
        status = find_columns(d, path, diag);
    for (size_t i = 0; i < d->csv.count && status == SLS_OK; i++) {
        sls_decided row;
        sls_diag wrong = { 0 };
        if (sls_csv_is_blank(&d->csv.rows[i]))
            continue;
        status = read_row(d, &d->csv.rows[i], path, &row, &wrong);
        if (status == SLS_OK)
            status = keep(d, &row, &wrong);
        if (status != SLS_ESYNTAX)
            continue;
        d->refuse(d->context, &wrong);
        status = SLS_OK;
    }
    if (status == SLS_ENOMEM)
        return sls_diag_set(diag, status, path, 0, "out of memory reading decisions");
    return status;
}

static bool waives(const sls_decision *decision)
{
    switch (decision->word) {
    case SLS_DECIDED_CHANGED:
    case SLS_DECIDED_NOT_SAME:
    case SLS_DECIDED_MISREAD:
        return true;
    case SLS_DECIDED_A_WRONG:
    case SLS_DECIDED_B_WRONG:
    case SLS_DECIDED_BOTH_WRONG:
        return decision->corrected.len > 0;
    default:
        return false;
    }
}

/* Dates were checked when they were read. */
static bool is_past(sls_str expires, int32_t today)
{
    sls_edtf date;
    return expires.len > 0 && sls_edtf_read(expires, &date) == SLS_OK && date.days.last < today;
}

/* An empty cell says nothing of the value, which the id stands for. */
static bool holds(sls_str cell, sls_str value)
{
    return cell.len == 0 || sls_value_is(cell, value);
}

static void apply(sls_decided *row, sls_finding *finding, int32_t today)
{
    const bool same =
        holds(row->a_value, finding->a->value) && holds(row->b_value, finding->b->value);
    row->use = same ? SLS_DECISION_USED : SLS_DECISION_STALE;
    if (!same)
        return;
    row->is.expired = is_past(row->is.expires, today);
    finding->decision = &row->is;
    if (waives(&row->is) && sls_verdict_is_conflict(finding->verdict))
        finding->state = row->is.expired ? SLS_NEW : SLS_WAIVED;
}

void sls_decisions_apply(sls_decisions *d, sls_finding *findings, size_t count, int32_t today)
{
    for (size_t i = 0; i < count; i++) {
        const uint32_t at = sls_map_get(&d->index, findings[i].id);
        if (at != SLS_MAP_NONE)
            apply(&d->rows.at[at], &findings[i], today);
    }
}

sls_status sls_decisions_leftovers(const sls_decisions *d, sls_arena *arena, sls_leftover **out,
                                   size_t *count)
{
    *count = 0;
    *out = sls_arena_calloc(arena, d->rows.len + 1, sizeof **out);
    if (!*out)
        return SLS_ENOMEM;
    for (size_t i = 0; i < d->rows.len; i++) {
        const sls_decided *row = &d->rows.at[i];
        const char *const why =
            row->use == SLS_DECISION_STALE ? "leftover-stale" : "leftover-decision";
        if (row->use != SLS_DECISION_USED)
            (*out)[(*count)++] = (sls_leftover){ row->path, row->line, row->id, why };
    }
    return SLS_OK;
}
