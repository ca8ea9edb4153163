#include "ingest/rows.h"

#include "base/vec.h"
#include "io/csv.h"

#include <stdlib.h>
#include <string.h>

struct sls_rows {
    sls_stream *stream;
    sls_lines *lines;
    sls_arena *header;
    sls_arena *more;            /* the line that a row goes on with */
    size_t columns[SLS_FIELDS]; /* SIZE_MAX: there is none */
    size_t max_bytes;
    char mark; /* between cells; 0 until the header tells it */
};

static bool is_mark(const sls_rows *rows, char c)
{
    return rows->mark ? c == rows->mark : c == ',' || c == ';' || c == '\t';
}

/*
 * Whether a quote is open behind `line`, before which it was `open`. One that begins no cell opens
 * none: "pipa 5\" baru" is one bad row, and not the loss of all rows up to the next inch.
 */
static bool is_open(const sls_rows *rows, sls_str line, bool open)
{
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] != '"')
            continue;
        if (!open)
            open = i == 0 || is_mark(rows, line.ptr[i - 1]);
        else if (i + 1 < line.len && line.ptr[i + 1] == '"')
            i++;
        else
            open = false;
    }
    return open;
}

typedef struct {
    SLS_VEC(char) bytes;
    sls_arena *arena;
} row_text;

static bool append(row_text *text, sls_str more)
{
    while (text->bytes.cap - text->bytes.len < more.len + 1)
        if (!sls_vec_reserve_(&text->bytes.at, &text->bytes.cap, 1, text->arena))
            return false;
    if (more.len > 0)
        memcpy(text->bytes.at + text->bytes.len, more.ptr, more.len);
    text->bytes.len += more.len;
    return true;
}

static sls_status too_big(const sls_rows *rows, size_t line, sls_diag *diag)
{
    return sls_diag_set(diag, SLS_ETOOBIG, sls_stream_path(rows->stream), line,
                        "row of more than --max-article-bytes %zu; raise it or close its quote",
                        rows->max_bytes);
}

/* Behind `first`, whose quote is open, the lines up to the one that closes it. */
static sls_status finish_row(sls_rows *rows, sls_arena *arena, sls_str first, size_t line,
                             sls_str *out, sls_diag *diag)
{
    row_text text = { .arena = arena };
    bool open = true, over = false; /* over: what is too long is read to its end, not kept */
    if (!append(&text, first))
        return SLS_ENOMEM;
    while (open) {
        sls_str more;
        size_t number;
        sls_arena_reset(rows->more);
        const sls_status status = sls_lines_next(rows->lines, rows->more, &more, &number, diag);
        if (status == SLS_ENOTFOUND)
            return sls_diag_set(diag, SLS_ESYNTAX, sls_stream_path(rows->stream), line,
                                "a quote that begins here is never closed");
        if (status != SLS_OK)
            return status;
        open = is_open(rows, more, true);
        over = over || (rows->max_bytes > 0 && text.bytes.len + more.len > 2 * rows->max_bytes);
        if (!over && (!append(&text, SLS_STR("\n")) || !append(&text, more)))
            return SLS_ENOMEM;
    }
    *out = (sls_str){ text.bytes.at, text.bytes.len };
    return over ? too_big(rows, line, diag) : SLS_OK;
}

/* The text of one row: as long as a quote is open, the row goes on. */
static sls_status next_lines(sls_rows *rows, sls_arena *arena, sls_str *out, size_t *line,
                             sls_diag *diag)
{
    sls_status status;
    do
        status = sls_lines_next(rows->lines, arena, out, line, diag);
    while (status == SLS_OK && out->len == 0);
    return status == SLS_OK && is_open(rows, *out, false)
               ? finish_row(rows, arena, *out, *line, out, diag)
               : status;
}

static sls_status cells_of(const sls_rows *rows, sls_str text, size_t line, sls_arena *arena,
                           sls_csv_row *out, sls_diag *diag)
{
    sls_csv csv;
    const char *const path = sls_stream_path(rows->stream);
    const sls_status status = sls_csv_read_marked(text, rows->mark, path, arena, &csv, diag);
    if (status == SLS_OK)
        *out = csv.header;
    else if (diag)
        diag->line = line;
    return status;
}

static sls_status read_header(sls_rows *rows, const sls_fields *fields, sls_diag *diag)
{
    const char *const path = sls_stream_path(rows->stream);
    sls_csv csv = { 0 };
    sls_str text;
    size_t line;
    sls_status status = next_lines(rows, rows->header, &text, &line, diag);
    if (status == SLS_ENOTFOUND)
        return sls_diag_set(diag, SLS_EMPTY, path, 0, "no rows in this table");
    if (status != SLS_OK)
        return status;
    rows->mark = sls_csv_mark(text);
    if (sls_str_starts(text, SLS_STR("\xEF\xBB\xBF")))
        text = sls_str_slice(text, 3, SIZE_MAX);
    status = cells_of(rows, text, line, rows->header, &csv.header, diag);
    if (status != SLS_OK)
        return status;
    for (size_t i = 0; i < SLS_FIELDS; i++)
        rows->columns[i] = sls_csv_column(&csv, sls_str_of(fields->at[i]));
    if (rows->columns[SLS_FIELD_TEXT] != SIZE_MAX)
        return SLS_OK;
    return sls_diag_set(diag, SLS_ESYNTAX, path, line,
                        "no column '%s': say which one holds the articles with --map text=COLUMN",
                        fields->at[SLS_FIELD_TEXT]);
}

sls_status sls_rows_open(sls_stream *stream, const sls_fields *fields, size_t max_bytes,
                         sls_rows **out, sls_diag *diag)
{
    sls_rows *const rows = calloc(1, sizeof *rows);
    sls_status status = SLS_ENOMEM;
    if (!rows)
        return status;
    rows->stream = stream;
    rows->max_bytes = max_bytes;
    rows->header = sls_arena_new(0);
    rows->more = sls_arena_new(0);
    if (rows->header && rows->more)
        status = sls_lines_of(stream, max_bytes > 0 ? 2 * max_bytes : 0, &rows->lines, diag);
    if (status == SLS_OK)
        status = read_header(rows, fields, diag);
    if (status != SLS_OK) {
        sls_rows_close(rows);
        return status;
    }
    *out = rows;
    return SLS_OK;
}

void sls_rows_close(sls_rows *rows)
{
    if (!rows)
        return;
    sls_lines_close(rows->lines);
    sls_arena_free(rows->header);
    sls_arena_free(rows->more);
    free(rows);
}

sls_status sls_rows_next(sls_rows *rows, sls_arena *arena, sls_article *out, size_t *line,
                         sls_diag *diag)
{
    sls_csv_row row = { 0 };
    sls_str text;
    sls_status status = next_lines(rows, arena, &text, line, diag);
    if (status == SLS_OK)
        status = cells_of(rows, text, *line, arena, &row, diag);
    if (status != SLS_OK)
        return status;
    *out = (sls_article){ .id = sls_csv_cell(&row, rows->columns[SLS_FIELD_ID]),
                          .text = sls_csv_cell(&row, rows->columns[SLS_FIELD_TEXT]) };
    for (size_t fact = 0; fact < SLS_FACTS; fact++)
        *sls_fact_of(out, fact) = sls_csv_cell(&row, rows->columns[SLS_FIELD_FACTS + fact]);
    return SLS_OK;
}
