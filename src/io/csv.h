/*
 * csv.h - RFC 4180 rows in and out, columns found by name. The only user of libcsv.
 *
 * Reading: UTF-8 with or without BOM, \n or \r\n, spaces belong to the cell, quoted cells kept
 * exactly, lines counted (a quoted line break counts too). The header tells whether commas stand
 * between cells or, as an Indonesian spreadsheet saves a table, semicolons. Writing: cells quoted
 * when they must be, \n after each row; a line break or another control character inside a cell is
 * written as a space, so that a row is a line. Tables that spreadsheets are to open may be written
 * in another dialect.
 */
#ifndef SLS_IO_CSV_H
#define SLS_IO_CSV_H

#include "io/file.h"

typedef struct {
    sls_str *cells; /* of the header or of a row */
    size_t count;
    size_t line; /* of the file on which the row begins, from 1 */
} sls_csv_row;

typedef struct {
    sls_csv_row header;
    sls_csv_row *rows; /* header excluded, empty lines skipped */
    size_t count;
    char mark; /* between cells: ',' ';' or a tab; 0 where there is not even a header */
} sls_csv;

/*
 * A whole table from its text. SLS_OK; SLS_ESYNTAX: a quote left open or misplaced, with its
 * line; SLS_ENOMEM. `path` is for `*diag` only. Cells are in `arena`. Rows may be shorter or
 * longer than the header: see sls_csv_cell.
 */
SLS_MUST_USE sls_status sls_csv_read(sls_str text, const char *path, sls_arena *arena, sls_csv *out,
                                     sls_diag *diag);
/*
 * The same with the bytes of the cells in `texts` and all else in `rows`, so that what keeps the
 * cells it needs can let the table go: an empty cell costs as much there as a full one.
 */
SLS_MUST_USE sls_status sls_csv_read_apart(sls_str text, const char *path, sls_arena *texts,
                                           sls_arena *rows, sls_csv *out, sls_diag *diag);
/* The same with `mark` between cells, whatever the first line has. */
SLS_MUST_USE sls_status sls_csv_read_marked(sls_str text, char mark, const char *path,
                                            sls_arena *arena, sls_csv *out, sls_diag *diag);
/* What stands between the cells of a header: ',', or ';' or a tab where it has more of those. */
char sls_csv_mark(sls_str header);
/* Index of the column called `name`, or SIZE_MAX. */
size_t sls_csv_column(const sls_csv *csv, sls_str name);
/* The cell of `column` in `row`; empty where the row is too short or `column` is SIZE_MAX. */
sls_str sls_csv_cell(const sls_csv_row *row, size_t column);
/* Whether every cell is empty, as rows of spreadsheets below the last one are. */
bool sls_csv_is_blank(const sls_csv_row *row);

typedef enum {
    SLS_CSV_RFC4180, /* commas, \n */
    SLS_CSV_EXCEL,   /* the same with a byte order mark and \r\n: Excel takes UTF-8 for it */
    SLS_CSV_EXCEL_ID /* and with semicolons and decimal commas, for an Indonesian Excel */
} sls_csv_dialect;

/* Begins an empty output in `dialect`, which holds for all that is written to it below. */
void sls_csv_begin(sls_out *out, sls_csv_dialect dialect);
/* The names of columns, with commas between, as the first row. */
void sls_csv_header_write(sls_out *out, sls_str names);
/* Writes one cell after another; `last` ends the row. */
void sls_csv_cell_write(sls_out *out, sls_str cell, bool last);
/* Whether a spreadsheet would run the cell. */
bool sls_csv_runs(sls_str cell);
/* The same, with a `'` before a cell that a spreadsheet would run (= + - @ tab, CR first). */
void sls_csv_text_write(sls_out *out, sls_str cell, bool last);
/* A number, or a range of numbers with .. between: digits, a point before decimals, a minus. */
void sls_csv_number_write(sls_out *out, sls_str number, bool last);
/* A whole number in decimal digits, without printf: there are eight in a claim's row. */
void sls_csv_count_write(sls_out *out, size_t number, bool last);

/*
 * The same for rows of many cells, which ask for room once: `room` is the sum of what sls_csv_room
 * says of each, and SLS_CSV_COUNT for each count. Where `to` is NULL the output has failed, and
 * nothing can be put.
 */
typedef struct {
    char *to, *begin;
    int dialect;
} sls_csv_pen;
sls_csv_pen sls_csv_pen_of(sls_out *out, size_t room);
void sls_csv_pen_cell(sls_csv_pen *pen, sls_str cell, bool last);
void sls_csv_pen_text(sls_csv_pen *pen, sls_str cell, bool last);
void sls_csv_pen_number(sls_csv_pen *pen, sls_str number, bool last);
void sls_csv_pen_count(sls_csv_pen *pen, size_t number, bool last);
void sls_csv_pen_done(const sls_csv_pen *pen, sls_out *out);

/*
 * For rows of many cells, which ask sls_out_room for all of them at once. A quoted cell may double
 * and takes its quotes, a mark and a separator of two bytes; a number takes SLS_CSV_COUNT with a
 * separator.
 */
enum { SLS_CSV_MARKS = 5, SLS_CSV_COUNT = 24 };
static inline size_t sls_csv_room(sls_str cell)
{
    return 2 * cell.len + SLS_CSV_MARKS;
}
/* As sls_csv_cell_write in the first dialect, into that room and without the separator; the end of
 * what they wrote. */
char *sls_csv_text_put(char *to, sls_str cell);
static inline char *sls_csv_cell_put(char *to, sls_str cell) /* half of all cells are empty */
{
    return cell.len == 0 ? to : sls_csv_text_put(to, cell);
}
char *sls_csv_count_put(char *to, size_t number);

#endif
