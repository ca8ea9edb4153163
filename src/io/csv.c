#include "io/csv.h"

#include "base/vec.h"

#include <csv.h>
#include <string.h>

/* libcsv grows its cell buffer by this, and by 128 unless told. */
#define CELL_STEP ((size_t)32 << 10)

/* What the callbacks of libcsv fill. */
typedef struct {
    sls_arena *texts, *arena;
    SLS_VEC(sls_str) cells; /* of the row being read; `ptr` is not theirs yet */
    SLS_VEC(char) bytes;    /* of those cells, a 0 behind each that is not empty */
    SLS_VEC(sls_csv_row) rows;
    size_t line;       /* line being fed, from 1 */
    size_t row_line;   /* line on which the row being read began; 0 before its first byte */
    size_t quote_line; /* line on which the open quote began */
    bool quoted;       /* inside quotes at the end of what was fed */
    bool exhausted;    /* memory ran out in a callback */
} reading;

static bool make_room(reading *r, size_t more)
{
    while (r->bytes.cap - r->bytes.len < more)
        if (!sls_vec_reserve_(&r->bytes.at, &r->bytes.cap, 1, r->arena))
            return false;
    return true;
}

static void on_cell(void *bytes, size_t len, void *context)
{
    reading *r = context;
    sls_str *cell = sls_vec_push(&r->cells, r->arena);

    if (!cell || (len > 0 && !make_room(r, len + 1))) {
        r->exhausted = true;
        return;
    }
    *cell = (sls_str){ "", len };
    if (len == 0) /* half of all cells are */
        return;
    memcpy(r->bytes.at + r->bytes.len, bytes, len);
    r->bytes.len += len;
    r->bytes.at[r->bytes.len++] = '\0';
}

static void on_row(int terminator, void *context)
{
    reading *r = context;
    sls_csv_row *row = sls_vec_push(&r->rows, r->arena);
    sls_str *cells = sls_arena_calloc(r->arena, r->cells.len, sizeof *cells);
    char *bytes = sls_arena_alloc(r->texts, r->bytes.len);

    (void)terminator;
    if (!row || !cells || !bytes || r->exhausted) {
        r->exhausted = true;
        return;
    }
    if (r->bytes.len)
        memcpy(bytes, r->bytes.at, r->bytes.len);
    for (size_t i = 0; i < r->cells.len; i++) {
        cells[i] = r->cells.at[i];
        if (cells[i].len == 0)
            continue;
        cells[i].ptr = bytes;
        bytes += cells[i].len + 1;
    }
    *row = (sls_csv_row){ cells, r->cells.len, r->row_line };
    r->cells.len = 0;
    r->bytes.len = 0;
    r->row_line = 0;
}

/* RFC 4180: spaces belong to the cell, whereas libcsv would trim them. */
static int is_space(unsigned char c)
{
    (void)c;
    return 0;
}

/* \r\n is made \n before feeding, so that a bare CR stays in its cell and ends no row. */
static int is_end(unsigned char c)
{
    return c == '\n';
}

static sls_status parse_error(struct csv_parser *parser, const char *path, size_t line,
                              size_t column, sls_diag *diag)
{
    if (csv_error(parser) != CSV_EPARSE)
        return sls_diag_set(diag, SLS_ENOMEM, path, line, "out of memory while reading");

    sls_diag_set(diag, SLS_ESYNTAX, path, line,
                 "misplaced quote: put the whole cell in quotes and double those inside");
    if (diag)
        diag->column = column;
    return SLS_ESYNTAX;
}

static sls_status feed(reading *r, struct csv_parser *parser, sls_str part, size_t column,
                       const char *path, sls_diag *diag)
{
    const size_t done = csv_parse(parser, part.ptr, part.len, on_cell, on_row, r);

    if (r->exhausted)
        return sls_diag_set(diag, SLS_ENOMEM, path, r->line, "out of memory while reading");
    if (done != part.len)
        return parse_error(parser, path, r->line, column + done, diag);
    return SLS_OK;
}

/* Whether quotes are open behind `line`: in well-formed CSV each '"' opens or closes. */
static void follow_quotes(reading *r, sls_str line)
{
    for (size_t at; (at = sls_str_find_byte(line, '"')) != SIZE_MAX;) {
        line = sls_str_slice(line, at + 1, line.len);
        r->quoted = !r->quoted;
        if (r->quoted)
            r->quote_line = r->line;
    }
}

/* Line by line: the parser tells of no places, so they are kept here. */
static sls_status feed_lines(reading *r, struct csv_parser *parser, sls_str text, const char *path,
                             sls_diag *diag)
{
    sls_status status = SLS_OK;

    while (status == SLS_OK && text.len) {
        const size_t at = sls_str_find_byte(text, '\n');
        const bool ends = at != SIZE_MAX;
        sls_str line = sls_str_slice(text, 0, at);

        text = sls_str_slice(text, ends ? at + 1 : text.len, text.len);
        r->line++;
        if (r->row_line == 0)
            r->row_line = r->line;
        follow_quotes(r, line);
        if (!r->quoted && sls_str_ends(line, SLS_STR("\r")))
            line.len--;
        if (line.len == 0 && !r->quoted)
            r->row_line = 0;
        status = feed(r, parser, line, 1, path, diag);
        if (status == SLS_OK && ends)
            status = feed(r, parser, SLS_STR("\n"), line.len + 1, path, diag);
    }
    return status;
}

static sls_status finish(reading *r, struct csv_parser *parser, const char *path, sls_diag *diag)
{
    const int result = csv_fini(parser, on_cell, on_row, r);

    if (r->exhausted || (result != 0 && csv_error(parser) != CSV_EPARSE))
        return sls_diag_set(diag, SLS_ENOMEM, path, r->line, "out of memory while reading");
    if (result != 0)
        return sls_diag_set(diag, SLS_ESYNTAX, path, r->quote_line,
                            "quote is never closed: end the cell with one");
    return SLS_OK;
}

/* Outside quotes. */
static size_t marks_in(sls_str line, char mark)
{
    size_t count = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.len; i++) {
        quoted = line.ptr[i] == '"' ? !quoted : quoted;
        count += !quoted && line.ptr[i] == mark;
    }
    return count;
}

char sls_csv_mark(sls_str header)
{
    static const char marks[] = { ',', ';', '\t' };
    char best = ',';
    for (size_t i = 0; i < sizeof marks; i++)
        if (marks_in(header, marks[i]) > marks_in(header, best))
            best = marks[i];
    return best;
}

/* The first line that is not empty; a header has no line break in a cell. */
static sls_str header_of(sls_str text)
{
    sls_str line = { NULL, 0 };
    while (line.len == 0 && sls_str_split(&text, '\n', &line))
        line = sls_str_trim(line);
    return line;
}

/* `mark` 0: the header tells it. */
static sls_status read(sls_str text, char mark, const char *path, reading r, sls_csv *out,
                       sls_diag *diag)
{
    struct csv_parser parser;
    if (sls_str_starts(text, SLS_STR("\xef\xbb\xbf")))
        text = sls_str_slice(text, 3, text.len);
    if (mark == 0)
        mark = sls_csv_mark(header_of(text));
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "out of memory while reading");
    csv_set_delim(&parser, (unsigned char)mark);
    csv_set_space_func(&parser, is_space);
    csv_set_term_func(&parser, is_end);
    csv_set_blk_size(&parser, CELL_STEP);

    sls_status status = feed_lines(&r, &parser, text, path, diag);
    if (status == SLS_OK)
        status = finish(&r, &parser, path, diag);
    csv_free(&parser);
    if (status != SLS_OK)
        return status;

    *out = (sls_csv){ .header = { NULL, 0, 0 } };
    if (r.rows.len) {
        out->header = r.rows.at[0];
        out->rows = r.rows.at + 1;
        out->count = r.rows.len - 1;
        out->mark = mark;
    }
    return SLS_OK;
}

sls_status sls_csv_read(sls_str text, const char *path, sls_arena *arena, sls_csv *out,
                        sls_diag *diag)
{
    return read(text, 0, path, (reading){ .texts = arena, .arena = arena }, out, diag);
}

sls_status sls_csv_read_marked(sls_str text, char mark, const char *path, sls_arena *arena,
                               sls_csv *out, sls_diag *diag)
{
    return read(text, mark, path, (reading){ .texts = arena, .arena = arena }, out, diag);
}

sls_status sls_csv_read_apart(sls_str text, const char *path, sls_arena *texts, sls_arena *rows,
                              sls_csv *out, sls_diag *diag)
{
    return read(text, 0, path, (reading){ .texts = texts, .arena = rows }, out, diag);
}

size_t sls_csv_column(const sls_csv *csv, sls_str name)
{
    for (size_t i = 0; i < csv->header.count; i++) {
        if (sls_str_eq(csv->header.cells[i], name))
            return i;
    }
    return SIZE_MAX;
}

sls_str sls_csv_cell(const sls_csv_row *row, size_t column)
{
    return column < row->count ? row->cells[column] : (sls_str){ NULL, 0 };
}

bool sls_csv_is_blank(const sls_csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].len > 0)
            return false;
    return true;
}
