#include "ingest/facts.h"
#include "ingest/frontmatter.h"
#include "ingest/ingest.h"
#include "io/json.h"
#include "text/fold.h"

#include <string.h>

static const sls_str bom = SLS_S("\xef\xbb\xbf");

/* Byte `at` of `bytes` as a line from `first` on and a byte column from 1. */
static void locate(sls_str bytes, size_t at, size_t first, size_t *line, size_t *column)
{
    size_t begin = 0;

    *line = first;
    for (size_t i = 0; i < at; i++) {
        if (bytes.ptr[i] == '\n') {
            ++*line;
            begin = i + 1;
        }
    }
    *column = at - begin + 1;
}

/* Refuses what is no text: bytes that are not UTF-8, and NUL, which UTF-16 is full of. */
static sls_status check_text(sls_str bytes, sls_place place, sls_diag *diag)
{
    const size_t nul = sls_str_find_byte(bytes, '\0');
    size_t bad = sls_utf8_bad(bytes), line, column;

    bad = nul < bad ? nul : bad;
    if (bad == SIZE_MAX)
        return SLS_OK;
    locate(bytes, bad, place.line, &line, &column);
    sls_diag_set(diag, SLS_EUTF8, place.path, line,
                 "not UTF-8: byte 0x%02x at column %zu; save the file as UTF-8",
                 (unsigned)(unsigned char)bytes.ptr[bad], column);
    if (diag)
        diag->column = column;
    return SLS_EUTF8;
}

static sls_status check_size(size_t bytes, size_t max_bytes, sls_place place, sls_diag *diag)
{
    if (max_bytes == 0 || bytes <= max_bytes)
        return SLS_OK;
    return sls_diag_set(diag, SLS_ETOOBIG, place.path, place.line,
                        "article of %zu bytes is over --max-article-bytes %zu; raise it or split "
                        "the article",
                        bytes, max_bytes);
}

static sls_status decode_text(const sls_record *record, sls_place place, sls_arena *arena,
                              sls_article *out, sls_diag *diag)
{
    size_t at = sls_str_starts(record->bytes, bom) ? bom.len : 0;
    const sls_status status = sls_frontmatter_read(record->bytes, &at, &place, out, arena, diag);

    if (status != SLS_OK)
        return status;
    out->text = sls_str_slice(record->bytes, at, record->bytes.len);
    out->offset = at;
    out->line = place.line;
    if (sls_str_trim(out->text).len == 0)
        return sls_diag_set(diag, SLS_EMPTY, place.path, 0,
                            "empty article; remove the file or fill it");
    return SLS_OK;
}

/* The members of a record: the id, the six facts in the order of facts.h, the text. */
enum { ID, FIRST_FACT, TEXT = FIRST_FACT + SLS_FACTS, MEMBERS };

static sls_status decode_json(const sls_record *record, sls_place place, sls_arena *arena,
                              sls_article *out, sls_diag *diag)
{
    const bool marked = record->line == 1 && sls_str_starts(record->bytes, bom);
    const sls_str json = sls_str_slice(record->bytes, marked ? bom.len : 0, record->bytes.len);
    const char *names[MEMBERS] = { [ID] = "id", [TEXT] = "text" };
    sls_str values[MEMBERS];
    sls_status status;

    for (size_t fact = 0; fact < SLS_FACTS; fact++)
        names[FIRST_FACT + fact] = sls_fact_name(fact);
    status = sls_json_members(json, names, MEMBERS, arena, values, diag);
    if (status != SLS_OK) {
        if (diag) {
            const size_t column = diag->column;
            char message[sizeof diag->message];

            memcpy(message, diag->message, sizeof message);
            sls_diag_set(diag, status, place.path, place.line, "%s", message);
            diag->column = column;
        }
        return status;
    }
    if (values[ID].len > 0)
        out->id = values[ID];
    for (size_t fact = 0; fact < SLS_FACTS; fact++) {
        status = sls_fact_set(out, fact, values[FIRST_FACT + fact], place, arena, diag);
        if (status != SLS_OK)
            return status;
    }
    out->text = values[TEXT];
    if (sls_str_trim(out->text).len == 0)
        return sls_diag_set(diag, SLS_EMPTY, place.path, place.line,
                            "empty article; give the record a member 'text' or remove it");
    return check_text(out->text, place, diag);
}

sls_status sls_ingest_decode(const sls_record *record, size_t max_bytes, sls_arena *arena,
                             sls_article *out, sls_diag *diag)
{
    sls_str path;
    sls_place place = { NULL, record->line };
    sls_status status = sls_arena_copy(arena, record->path, &path);

    *out =
        (sls_article){ .id = record->file, .path = record->path, .file = record->file, .line = 1 };
    if (status == SLS_OK && record->kind == SLS_RECORD_JSON)
        status = sls_arena_format(arena, &out->id, "%.*s-%zu", SLS_FMT(record->file), record->line);
    if (status != SLS_OK)
        return sls_diag_set(diag, status, NULL, 0, "out of memory; give fewer or smaller articles");
    place.path = path.ptr;
    status = check_size(record->bytes.len, max_bytes, place, diag);
    if (status == SLS_OK)
        status = check_text(record->bytes, place, diag);
    if (status == SLS_OK)
        status = record->kind == SLS_RECORD_JSON ? decode_json(record, place, arena, out, diag)
                                                 : decode_text(record, place, arena, out, diag);
    sls_facts_fill(out, &record->manifest);
    return status;
}

sls_status sls_ingest_check(const sls_article *given, size_t max_bytes, sls_arena *arena,
                            sls_article *out, sls_diag *diag)
{
    sls_article facts = *given;
    sls_str path;
    sls_place place = { NULL, 0 };
    sls_status status =
        sls_arena_copy(arena, given->path.len > 0 ? given->path : given->id, &path);
    if (status != SLS_OK)
        return sls_diag_set(diag, status, NULL, 0, "out of memory");
    place.path = path.ptr;
    if (given->id.len == 0)
        return sls_diag_set(diag, SLS_ESYNTAX, place.path, 0, "the article has no id");
    *out = (sls_article){
        .id = given->id, .path = path, .file = given->id, .line = 1, .text = given->text
    };
    for (size_t fact = 0; fact < SLS_FACTS && status == SLS_OK; fact++)
        status = sls_fact_set(out, fact, *sls_fact_of(&facts, fact), place, arena, diag);
    if (status == SLS_OK)
        status = check_size(given->text.len, max_bytes, place, diag);
    if (status == SLS_OK && sls_str_trim(given->text).len == 0)
        status = sls_diag_set(diag, SLS_EMPTY, place.path, 0, "empty article");
    return status == SLS_OK ? check_text(given->text, place, diag) : status;
}
