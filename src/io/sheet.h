/*
 * sheet.h - a CSV that is read, changed by the names of its columns, and written back.
 *
 *     sls_sheet_of(&csv, arena, &sheet);
 *     status = sls_sheet_set(sls_sheet_add(&sheet), "note", cell)
 *
 * What is not changed stays as it was read: cells, further columns, and the order of both. Columns
 * that the file lacks are added behind its own. A file with semicolons, which a spreadsheet saved,
 * is written for that spreadsheet again (SLS_CSV_EXCEL_ID). Texts are borrowed; all else is in the
 * arena.
 */
#ifndef SLS_IO_SHEET_H
#define SLS_IO_SHEET_H

#include "base/vec.h"
#include "io/csv.h"

typedef struct {
    sls_str *cells; /* by column; those from `count` on are empty */
    size_t count;
} sls_sheet_row;

typedef struct {
    sls_arena *arena;
    SLS_VEC(sls_str) names;
    SLS_VEC(sls_sheet_row) rows;
    sls_csv_dialect dialect;
} sls_sheet;

/* Header and rows of a CSV; without a header the `names`, with commas between, are the columns.
 * Rows without any cell are left out; cells behind the last column, as a comma without quotes
 * leaves them, get columns without a name. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_sheet_of(const sls_csv *csv, sls_str names, sls_arena *arena,
                                     sls_sheet *out);
/* The column of that name, added when there is none. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_sheet_column(sls_sheet *sheet, sls_str name, size_t *out);
/* A new row without cells; its index is rows.len - 1. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_sheet_add(sls_sheet *sheet);
/* The cell of a row by the name of its column; empty where there is none. */
sls_str sls_sheet_get(const sls_sheet *sheet, size_t row, sls_str name);
/* Sets a cell as it stands; an empty one makes no column. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_sheet_set(sls_sheet *sheet, size_t row, sls_str name, sls_str cell);
/* The same of a text, with a `'` before what a spreadsheet would run. */
SLS_MUST_USE sls_status sls_sheet_set_text(sls_sheet *sheet, size_t row, sls_str name,
                                           sls_str text);
/* Orders the rows by the bytes of one column; equal ones stay as they are. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_sheet_sort(sls_sheet *sheet, sls_str name);
/* Writes it, atomically. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_sheet_write(const sls_sheet *sheet, const char *path, sls_diag *diag);

#endif
