#include "lexicon/tool/lexc.h"

#include "base/map.h"

#include <string.h>

const char *lexc_path(lexc_run *run, const char *folder, const char *name)
{
    sls_str path;

    if (sls_arena_format(run->arena, &path, "%s/%s.csv", folder, name) == SLS_OK)
        return path.ptr;
    lexc_exhausted(run);
    return NULL;
}

static size_t line_of(sls_str text, size_t at)
{
    size_t line = 1;

    for (size_t i = 0; i < at; i++)
        line += text.ptr[i] == '\n';
    return line;
}

/* The header's cells as the file has them, for messages. */
static sls_str joined(lexc_run *run, const sls_csv_row *row)
{
    sls_str text = { "", 0 };

    for (size_t i = 0; i < row->count; i++)
        if (sls_arena_format(run->arena, &text, "%.*s%s%.*s", SLS_FMT(text), i ? "," : "",
                             SLS_FMT(row->cells[i])) != SLS_OK)
            lexc_exhausted(run);
    return text;
}

static bool check_key_header(lexc_run *run, const char *path, const sls_csv *csv)
{
    const sls_csv_row *header = &csv->header;
    sls_map seen;
    uint32_t first;
    bool added;

    if (header->count < 2 || !sls_str_eq(header->cells[header->count - 1], SLS_STR("source"))) {
        lexc_error(
            run, path, header->line,
            "the last column is not \"source\": add it, and say in it where each row is from");
        return false;
    }
    sls_map_init(&seen, run->arena);
    for (size_t i = 0; i < header->count; i++) {
        const sls_str name = header->cells[i];
        if (!name.len) {
            lexc_error(run, path, header->line, "column %zu has no name: give it one", i + 1);
            return false;
        }
        if (sls_map_intern(&seen, name, (uint32_t)i, &first, &added) != SLS_OK)
            lexc_exhausted(run);
        else if (!added) {
            lexc_error(run, path, header->line, "two columns are called \"%.*s\": rename one",
                       SLS_FMT(name));
            return false;
        }
    }
    return true;
}

static bool check_header(lexc_run *run, const char *path, lexc_shape shape, const sls_csv *csv)
{
    if (!csv->header.count) {
        lexc_error(run, path, 1, "there is no header: write %s in the first line",
                   shape.header ? shape.header : "the column names");
        return false;
    }
    if (!shape.header)
        return check_key_header(run, path, csv);
    const sls_str found = joined(run, &csv->header);
    if (sls_str_eq(found, sls_str_of(shape.header)))
        return true;
    lexc_error(run, path, csv->header.line, "the header is \"%.*s\": write %s", SLS_FMT(found),
               shape.header);
    return false;
}

static bool must_be_filled(lexc_shape shape, const sls_csv *csv, size_t column)
{
    sls_str list = sls_str_of(shape.filled), name;

    if (!shape.filled)
        return column == 0 || column + 1 == csv->header.count;
    while (sls_str_split(&list, ',', &name))
        if (sls_str_eq(name, csv->header.cells[column]))
            return true;
    return false;
}

static bool check_row(lexc_run *run, const char *path, lexc_shape shape, const sls_csv *csv,
                      const sls_csv_row *row)
{
    const size_t errors = run->errors;

    if (row->count != csv->header.count) {
        lexc_error(run, path, row->line, "%zu cells under %zu columns: %s", row->count,
                   csv->header.count,
                   row->count > csv->header.count ? "put quotes around a cell with a comma"
                                                  : "add the missing ones");
        return false;
    }
    for (size_t c = 0; c < row->count; c++)
        if (!sls_str_trim(row->cells[c]).len && must_be_filled(shape, csv, c))
            lexc_error(run, path, row->line, "no %.*s: fill the cell or remove the row",
                       SLS_FMT(csv->header.cells[c]));
    return run->errors == errors;
}

/* Drops the rows that are wrong, so that the others are still checked further. */
static void check_rows(lexc_run *run, const char *path, lexc_shape shape, sls_csv *csv)
{
    size_t kept = 0;

    for (size_t r = 0; r < csv->count; r++)
        if (check_row(run, path, shape, csv, &csv->rows[r]))
            csv->rows[kept++] = csv->rows[r];
    csv->count = kept;
}

bool lexc_read_table(lexc_run *run, const char *path, lexc_shape shape, sls_csv *out)
{
    sls_diag diag = { 0 };
    sls_str text;

    if (!path)
        return false;
    const sls_status status = sls_file_read(path, 0, run->arena, &text, &diag);
    if (status == SLS_ENOTFOUND)
        return false;
    if (status != SLS_OK) {
        lexc_error(run, path, 0, "%s", diag.message);
        return false;
    }
    const size_t bad = sls_utf8_bad(text);
    if (bad != SIZE_MAX) {
        lexc_error(run, path, line_of(text, bad), "not UTF-8: save the file as UTF-8");
        return false;
    }
    if (sls_csv_read(text, path, run->arena, out, &diag) != SLS_OK) {
        lexc_error(run, path, diag.line, "%s", diag.message);
        return false;
    }
    if (!check_header(run, path, shape, out))
        return false;
    check_rows(run, path, shape, out);
    return true;
}
