#include "io/sheet.h"

#include "io/sweep.h"

#include <stdlib.h>
#include <string.h>

static sls_status add_name(sls_sheet *s, sls_str name)
{
    sls_str *const slot = sls_vec_push(&s->names, s->arena);
    if (!slot)
        return SLS_ENOMEM;
    *slot = name;
    return SLS_OK;
}

/* How many cells of the row there are up to the last that is not empty. */
static size_t filled(const sls_csv_row *row)
{
    size_t count = row->count;
    while (count > 0 && row->cells[count - 1].len == 0)
        count--;
    return count;
}

sls_status sls_sheet_of(const sls_csv *csv, sls_str names, sls_arena *arena, sls_sheet *out)
{
    sls_status status = SLS_OK;
    *out = (sls_sheet){ .arena = arena,
                        .dialect = csv->mark == ';' ? SLS_CSV_EXCEL_ID : SLS_CSV_RFC4180 };
    for (size_t i = 0; i < csv->header.count && status == SLS_OK; i++)
        status = add_name(out, csv->header.cells[i]);
    for (sls_str name;
         csv->header.count == 0 && status == SLS_OK && sls_str_split(&names, ',', &name);)
        status = add_name(out, name);
    for (size_t i = 0; i < csv->count && status == SLS_OK; i++) {
        if (sls_csv_is_blank(&csv->rows[i]))
            continue;
        while (status == SLS_OK && out->names.len < filled(&csv->rows[i]))
            status = add_name(out, (sls_str){ NULL, 0 });
        if (status == SLS_OK)
            status = sls_sheet_add(out);
        if (status == SLS_OK)
            out->rows.at[out->rows.len - 1] =
                (sls_sheet_row){ csv->rows[i].cells, csv->rows[i].count };
    }
    return status;
}

static size_t find(const sls_sheet *s, sls_str name)
{
    for (size_t i = 0; i < s->names.len; i++)
        if (sls_str_eq(s->names.at[i], name))
            return i;
    return SIZE_MAX;
}

sls_status sls_sheet_column(sls_sheet *s, sls_str name, size_t *out)
{
    *out = find(s, name);
    if (*out != SIZE_MAX)
        return SLS_OK;
    *out = s->names.len;
    return add_name(s, name);
}

sls_status sls_sheet_add(sls_sheet *s)
{
    sls_sheet_row *const row = sls_vec_push(&s->rows, s->arena);
    if (!row)
        return SLS_ENOMEM;
    *row = (sls_sheet_row){ NULL, 0 };
    return SLS_OK;
}

sls_str sls_sheet_get(const sls_sheet *s, size_t row, sls_str name)
{
    const size_t column = find(s, name);
    const sls_sheet_row *const r = &s->rows.at[row];
    return column < r->count ? r->cells[column] : (sls_str){ NULL, 0 };
}

sls_status sls_sheet_set(sls_sheet *s, size_t row, sls_str name, sls_str cell)
{
    size_t column;
    if (cell.len == 0 && find(s, name) == SIZE_MAX)
        return SLS_OK;
    const sls_status status = sls_sheet_column(s, name, &column);
    sls_sheet_row *const r = &s->rows.at[row];
    if (status != SLS_OK)
        return status;
    if (column >= r->count) {
        if (cell.len == 0)
            return SLS_OK;
        sls_str *const grown = sls_arena_calloc(s->arena, s->names.len, sizeof *grown);
        if (!grown)
            return SLS_ENOMEM;
        if (r->count > 0)
            memcpy(grown, r->cells, r->count * sizeof *grown);
        *r = (sls_sheet_row){ grown, s->names.len };
    }
    r->cells[column] = cell;
    return SLS_OK;
}

sls_status sls_sheet_set_text(sls_sheet *s, size_t row, sls_str name, sls_str text)
{
    sls_str cell = text;
    if (sls_csv_runs(text)) {
        const sls_status status = sls_arena_format(s->arena, &cell, "'%.*s", SLS_FMT(text));
        if (status != SLS_OK)
            return status;
    }
    return sls_sheet_set(s, row, name, cell);
}

typedef struct {
    sls_str key;
    size_t at;
} keyed;

static int compare_keys(const void *left, const void *right)
{
    const keyed *a = left, *b = right;
    const int order = sls_str_cmp(a->key, b->key);
    return order != 0 ? order : (a->at > b->at) - (a->at < b->at);
}

sls_status sls_sheet_sort(sls_sheet *s, sls_str name)
{
    keyed *const keys = sls_arena_calloc(s->arena, s->rows.len + 1, sizeof *keys);
    sls_sheet_row *const sorted = sls_arena_calloc(s->arena, s->rows.len + 1, sizeof *sorted);
    if (!keys || !sorted)
        return SLS_ENOMEM;
    for (size_t i = 0; i < s->rows.len; i++)
        keys[i] = (keyed){ sls_sheet_get(s, i, name), i };
    qsort(keys, s->rows.len, sizeof *keys, compare_keys);
    for (size_t i = 0; i < s->rows.len; i++)
        sorted[i] = s->rows.at[keys[i].at];
    s->rows.at = sorted;
    s->rows.cap = s->rows.len;
    return SLS_OK;
}

sls_status sls_sheet_write(const sls_sheet *s, const char *path, sls_diag *diag)
{
    sls_out *out;
    sls_sweep_beside(path);
    const sls_status status = sls_out_open(path, &out, diag);
    if (status != SLS_OK)
        return status;
    sls_csv_begin(out, s->dialect);
    for (size_t i = 0; i < s->names.len; i++)
        sls_csv_cell_write(out, s->names.at[i], i + 1 == s->names.len);
    for (size_t row = 0; row < s->rows.len; row++) {
        const sls_sheet_row *const r = &s->rows.at[row];
        for (size_t i = 0; i < s->names.len; i++)
            sls_csv_cell_write(out, i < r->count ? r->cells[i] : (sls_str){ 0 },
                               i + 1 == s->names.len);
    }
    return sls_out_commit(out, diag);
}
