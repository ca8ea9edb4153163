#include "lexicon/tool/lexc.h"
#include "lexicon/tool/writer.h"

#include "base/map.h"

#include <stdlib.h>

typedef struct {
    const char *path;
    sls_csv csv; /* columns key, text */
    sls_map row_of;
} catalogue;

static const lexc_shape message_shape = { "key,text", "key,text" };

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/*
 * The next {name} or {name?one|other} of `*rest`, which then starts after it. False at the
 * end, and with `*broken` after a brace that opens or closes none.
 */
static bool next_placeholder(sls_str *rest, sls_str *name, bool *broken)
{
    size_t at = 0, end;

    while (at < rest->len && rest->ptr[at] != '{' && rest->ptr[at] != '}')
        at++;
    if (at == rest->len)
        return false;
    *rest = sls_str_slice(*rest, at + 1, rest->len);
    for (at = 0; at < rest->len && is_name_byte(rest->ptr[at]); at++)
        ;
    end = sls_str_find_byte(*rest, '}');
    if (rest->ptr[-1] == '}' || !at || end == SIZE_MAX || (end > at && rest->ptr[at] != '?')) {
        *broken = true;
        return false;
    }
    *name = sls_str_slice(*rest, 0, at);
    *rest = sls_str_slice(*rest, end + 1, rest->len);
    return true;
}

static bool has_placeholder(sls_str text, sls_str wanted)
{
    bool broken = false;
    sls_str name;

    while (next_placeholder(&text, &name, &broken))
        if (sls_str_eq(name, wanted))
            return true;
    return false;
}

static bool read_catalogue(lexc_run *run, const char *folder, const char *lang, catalogue *out)
{
    const size_t errors = run->errors;
    uint32_t earlier;
    bool added;

    out->path = lexc_path(run, folder, lang);
    if (!lexc_read_table(run, out->path, message_shape, &out->csv)) {
        if (run->errors == errors)
            lexc_error(run, out->path ? out->path : folder, 0, "no such file: write the messages");
        return false;
    }
    sls_map_init(&out->row_of, run->arena);
    for (size_t i = 0; i < out->csv.count; i++) {
        const sls_csv_row *row = &out->csv.rows[i];
        sls_str rest = row->cells[1], name;
        bool broken = false;
        if (sls_map_intern(&out->row_of, row->cells[0], (uint32_t)i, &earlier, &added) != SLS_OK)
            lexc_exhausted(run);
        else if (!added)
            lexc_error(run, out->path, row->line,
                       "the key \"%.*s\" stands in line %zu already: remove one",
                       SLS_FMT(row->cells[0]), out->csv.rows[earlier].line);
        while (next_placeholder(&rest, &name, &broken))
            ;
        if (broken)
            lexc_error(run, out->path, row->line, "braces that hold no name: write {name}");
    }
    return run->errors == errors;
}

/* What `b` lacks of `a`: keys, and placeholders in the texts of common keys. */
static void compare(lexc_run *run, const catalogue *a, const catalogue *b)
{
    for (size_t i = 0; i < a->csv.count; i++) {
        const sls_csv_row *row = &a->csv.rows[i];
        const uint32_t other = sls_map_get(&b->row_of, row->cells[0]);
        sls_str rest = row->cells[1], name;
        bool broken = false;
        if (other == SLS_MAP_NONE) {
            lexc_error(run, a->path, row->line, "the key \"%.*s\" is not in %s: add it there",
                       SLS_FMT(row->cells[0]), b->path);
            continue;
        }
        while (next_placeholder(&rest, &name, &broken))
            if (!has_placeholder(b->csv.rows[other].cells[1], name))
                lexc_error(run, b->path, b->csv.rows[other].line,
                           "the message \"%.*s\" lacks {%.*s}, which %s has: add it",
                           SLS_FMT(row->cells[0]), SLS_FMT(name), a->path);
    }
}

static int by_key(const void *a, const void *b)
{
    return sls_str_cmp(((const sls_csv_row *)a)->cells[0], ((const sls_csv_row *)b)->cells[0]);
}

static void write_rows(lexc_run *run, const catalogue *catalogues, const char *path)
{
    const catalogue *first = &catalogues[0];
    lexc_writer w;

    if (!lexc_writer_open(run, &w))
        return;
    lexc_put(&w, "const sls_message_row sls_message_rows[] = {\n");
    /* Each row is looked up by its key: sorting moves the first catalogue's rows only. */
    if (first->csv.count)
        qsort(first->csv.rows, first->csv.count, sizeof *first->csv.rows, by_key);
    for (size_t i = 0; i < first->csv.count; i++) {
        const sls_str key = first->csv.rows[i].cells[0];
        lexc_put(&w, "{");
        lexc_put_str(&w, key);
        lexc_put(&w, ",{");
        lexc_put_str(&w, first->csv.rows[i].cells[1]);
        for (size_t l = 1; l < SLS_LANGS; l++) {
            lexc_put(&w, ",");
            lexc_put_str(&w,
                         catalogues[l].csv.rows[sls_map_get(&catalogues[l].row_of, key)].cells[1]);
        }
        lexc_put(&w, "}},\n");
    }
    lexc_put(&w, "{T(0,0),{T(0,0),T(0,0)}} };\nconst size_t sls_message_row_count = %zu;\n",
             first->csv.count);
    lexc_writer_close(&w, "report/message_table.h", NULL, path);
}

void lexc_write_messages(lexc_run *run, const char *folder, const char *path)
{
    catalogue catalogues[SLS_LANGS] = { 0 };
    bool ready = true;

    for (size_t l = 0; l < SLS_LANGS; l++)
        ready = read_catalogue(run, folder, lexc_language_name(l), &catalogues[l]) && ready;
    for (size_t a = 0; ready && a < SLS_LANGS; a++)
        for (size_t b = 0; b < SLS_LANGS; b++)
            if (a != b)
                compare(run, &catalogues[a], &catalogues[b]);
    if (!run->errors)
        write_rows(run, catalogues, path);
}
