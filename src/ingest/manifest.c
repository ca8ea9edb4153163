#include "ingest/manifest.h"

#include "base/vec.h"
#include "ingest/facts.h"
#include "io/csv.h"
#include "text/fold.h"

/* A manifest is metadata: 16 MiB hold a hundred thousand rows. */
#define MAX_BYTES ((size_t)16 << 20)

typedef struct {
    sls_arena *arena;
    sls_manifest *out;
    sls_csv_row header;
    char mark;               /* between cells */
    size_t file;             /* column */
    size_t facts[SLS_FACTS]; /* columns */
    SLS_VEC(sls_manifest_row) rows;
    SLS_VEC(const sls_diag *) faults;
} reader;

static const sls_diag *keep(reader *r, const sls_diag *diag)
{
    sls_diag *copy = sls_arena_alloc(r->arena, sizeof *copy);

    if (copy)
        *copy = *diag;
    return copy;
}

/* A fault that belongs to no article. */
static sls_status add_fault(reader *r, const sls_diag *fault)
{
    const sls_diag *kept = keep(r, fault);
    const sls_diag **slot = kept ? sls_vec_push(&r->faults, r->arena) : NULL;

    if (!slot)
        return SLS_ENOMEM;
    *slot = kept;
    return SLS_OK;
}

/* The cells of one line. SLS_OK; SLS_EUTF8, SLS_ESYNTAX with `*diag`; SLS_ENOMEM. */
static sls_status split(reader *r, sls_str text, size_t line, sls_csv_row *out, sls_diag *diag)
{
    const size_t bad = sls_utf8_bad(text);
    size_t quotes = 0;
    sls_csv csv;
    sls_status status;

    if (bad != SIZE_MAX) {
        sls_diag_set(diag, SLS_EUTF8, r->out->path, line,
                     "not UTF-8: byte 0x%02x at column %zu; save the file as UTF-8",
                     (unsigned)(unsigned char)text.ptr[bad], bad + 1);
        diag->column = bad + 1;
        return SLS_EUTF8;
    }
    for (size_t i = 0; i < text.len; i++)
        quotes += text.ptr[i] == '"';
    if (quotes % 2 != 0)
        return sls_diag_set(diag, SLS_ESYNTAX, r->out->path, line,
                            "a quote is left open; close it on the line on which it began");
    status = sls_csv_read_marked(text, r->mark, r->out->path, r->arena, &csv, diag);
    if (status == SLS_OK)
        *out = csv.header;
    else
        diag->line = line;
    return status;
}

/* The file without "./"; SLS_ESYNTAX with `*diag` when it could not lie below the folder. */
static sls_status clean(sls_str *file, sls_place place, sls_diag *diag)
{
    sls_str rest, piece;

    *file = sls_str_trim(*file);
    while (sls_str_starts(*file, SLS_STR("./")))
        *file = sls_str_slice(*file, 2, file->len);
    if (file->len == 0)
        return sls_diag_set(diag, SLS_ESYNTAX, place.path, place.line,
                            "the cell 'file' is empty; name the article's file in it");
    rest = *file;
    while (sls_str_split(&rest, '/', &piece)) {
        if (piece.len == 0 || sls_str_eq(piece, SLS_STR("..")))
            return sls_diag_set(diag, SLS_ESYNTAX, place.path, place.line,
                                "file '%.*s' lies outside this folder; list it in the corpus.csv "
                                "beside it",
                                (int)(file->len < 200 ? file->len : 200), file->ptr);
    }
    return SLS_OK;
}

/* Enters a row for its file; a second row for one file is a fault of its own. */
static sls_status enter(reader *r, const sls_manifest_row *row)
{
    uint32_t index;
    bool added;
    sls_manifest_row *slot;
    sls_diag diag;

    if (sls_map_intern(&r->out->by_file, row->file, (uint32_t)r->rows.len, &index, &added) !=
        SLS_OK)
        return SLS_ENOMEM;
    if (!added) {
        sls_diag_set(&diag, SLS_ESYNTAX, r->out->path, row->line,
                     "'%.*s' is listed a second time, first on line %zu; remove one row",
                     (int)(row->file.len < 200 ? row->file.len : 200), row->file.ptr,
                     r->rows.at[index].line);
        return add_fault(r, &diag);
    }
    slot = sls_vec_push(&r->rows, r->arena);
    if (!slot)
        return SLS_ENOMEM;
    *slot = *row;
    return SLS_OK;
}

/* A line that cannot be split still belongs to a file when that stands first, without quotes. */
static sls_status enter_broken(reader *r, sls_str text, sls_place place, const sls_diag *diag)
{
    sls_manifest_row row = { .line = place.line, .fault = keep(r, diag) };
    sls_diag ignored;

    if (!row.fault)
        return SLS_ENOMEM;
    if (r->file != 0 || !sls_str_split(&text, r->mark, &row.file) ||
        sls_str_find_byte(row.file, '"') != SIZE_MAX || sls_utf8_bad(row.file) != SIZE_MAX ||
        clean(&row.file, place, &ignored) != SLS_OK)
        return add_fault(r, diag);
    return enter(r, &row);
}

static sls_status read_row(reader *r, sls_str text, size_t line)
{
    const sls_place place = { r->out->path, line };
    sls_manifest_row row = { .line = line };
    sls_csv_row cells = { NULL, 0, 0 };
    sls_diag diag;
    sls_status status = split(r, text, line, &cells, &diag);

    if (status == SLS_EUTF8 || status == SLS_ESYNTAX)
        return enter_broken(r, text, place, &diag);
    if (status != SLS_OK)
        return status;
    row.file = sls_csv_cell(&cells, r->file);
    status = clean(&row.file, place, &diag);
    if (status != SLS_OK)
        return add_fault(r, &diag);
    if (cells.count > r->header.count)
        status = sls_diag_set(&diag, SLS_ESYNTAX, place.path, place.line,
                              "%zu cells for %zu columns; put a cell that holds a %s in quotes",
                              cells.count, r->header.count,
                              r->mark == ','   ? "comma"
                              : r->mark == ';' ? "semicolon"
                                               : "tab");
    for (size_t fact = 0; fact < SLS_FACTS && status == SLS_OK; fact++)
        status = sls_fact_set(&row.facts, fact, sls_csv_cell(&cells, r->facts[fact]), place,
                              r->arena, &diag);
    if (status == SLS_ENOMEM)
        return status;
    if (status != SLS_OK && !(row.fault = keep(r, &diag)))
        return SLS_ENOMEM;
    return enter(r, &row);
}

/* SLS_OK; SLS_ESYNTAX: no table, a fault says why; SLS_ENOMEM. */
static sls_status read_header(reader *r, sls_str text)
{
    sls_diag diag;
    r->mark = sls_csv_mark(text);
    sls_status status = split(r, text, 1, &r->header, &diag);

    if (status == SLS_ENOMEM)
        return status;
    if (status == SLS_OK) {
        const sls_csv csv = { .header = r->header };

        r->file = sls_csv_column(&csv, SLS_STR("file"));
        for (size_t fact = 0; fact < SLS_FACTS; fact++)
            r->facts[fact] = sls_csv_column(&csv, sls_str_of(sls_fact_name(fact)));
        if (r->file != SIZE_MAX)
            return SLS_OK;
        sls_diag_set(&diag, SLS_ESYNTAX, r->out->path, 1,
                     "no column is called 'file'; begin with the line "
                     "file,source,published,lang,title,url,credit");
    }
    return add_fault(r, &diag) == SLS_OK ? SLS_ESYNTAX : SLS_ENOMEM;
}

/*
 * Every line is a table of its own, since no cell holds a line break: whatever is wrong with one
 * cannot reach the next.
 */
static sls_status read_lines(reader *r, sls_str text)
{
    size_t line = 0;
    sls_str piece;
    sls_status status = SLS_OK;

    while (status == SLS_OK && sls_str_split(&text, '\n', &piece)) {
        line++;
        if (line == 1)
            status = read_header(r, piece);
        else if (sls_str_trim(piece).len > 0)
            status = read_row(r, piece, line);
    }
    return status == SLS_ESYNTAX ? SLS_OK : status;
}

sls_status sls_manifest_read(const char *path, sls_arena *arena, sls_manifest *out)
{
    reader r = { .arena = arena, .out = out };
    sls_str text = { NULL, 0 };
    sls_diag diag;
    sls_status status;

    *out = (sls_manifest){ .path = path };
    sls_map_init(&out->by_file, arena);
    status = sls_file_read(path, MAX_BYTES, arena, &text, &diag);
    if (status == SLS_ENOTFOUND)
        return SLS_OK;
    if (status == SLS_OK)
        status = read_lines(&r, text);
    else if (status != SLS_ENOMEM)
        status = add_fault(&r, &diag);
    out->rows = r.rows.at;
    out->count = r.rows.len;
    out->faults = r.faults.at;
    out->fault_count = r.faults.len;
    return status;
}

sls_manifest_row *sls_manifest_find(const sls_manifest *manifest, sls_str file)
{
    const uint32_t index = sls_map_get(&manifest->by_file, file);
    return index == SLS_MAP_NONE ? NULL : &manifest->rows[index];
}
