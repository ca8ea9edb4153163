#include "base/decimal.h"
#include "ingest/facts.h"
#include "ingest/frontmatter.h"
#include "ingest/html.h"
#include "ingest/ingest.h"
#include "ingest/markdown.h"
#include "io/encoding.h"
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

/*
 * Text of another encoding is read all the same, with a note; what is taken for UTF-8 is checked by
 * the caller.
 */
static sls_status to_utf8(sls_str bytes, sls_place place, sls_arena *arena, sls_article *out,
                          sls_str *text, sls_diag *diag)
{
    const sls_encoding encoding =
        sls_utf8_bad(bytes) == SIZE_MAX && sls_str_find_byte(bytes, '\0') == SIZE_MAX
            ? SLS_ENCODING_UTF8
            : sls_encoding_guess(bytes);
    sls_status status = sls_encoding_convert(bytes, encoding, arena, text);
    if (status == SLS_EUTF8)
        return check_text(bytes, place, diag); /* neither: the first bad byte is named */
    if (status == SLS_OK && encoding != SLS_ENCODING_UTF8) {
        out->made = true;
        status =
            sls_arena_format(arena, &out->note, "converted from %s", sls_encoding_name(encoding));
    }
    return status;
}

/* Text that was once read in the wrong encoding is told of, and left. */
static sls_status note_mojibake(sls_arena *arena, sls_article *out)
{
    enum { MOJIBAKE_MOST = 3 };
    const size_t odd = sls_encoding_mojibake(out->text);
    return odd <= MOJIBAKE_MOST
               ? SLS_OK
               : sls_arena_format(arena, &out->note,
                                  "%zu characters look like UTF-8 that was read as Windows-1252 "
                                  "before it was saved: save the article anew from its source",
                                  odd);
}

static sls_status decode_text(const sls_record *record, sls_place place, sls_arena *arena,
                              sls_article *out, sls_diag *diag)
{
    sls_str bytes;
    sls_status status = to_utf8(record->bytes, place, arena, out, &bytes, diag);
    if (status == SLS_OK)
        status = check_text(bytes, place, diag);
    if (status != SLS_OK)
        return status;
    size_t at = sls_str_starts(bytes, bom) ? bom.len : 0;
    status = sls_frontmatter_read(bytes, &at, &place, out, arena, diag);
    if (status != SLS_OK)
        return status;
    out->text = sls_str_slice(bytes, at, bytes.len);
    if (record->kind == SLS_RECORD_MARKDOWN) {
        out->made = true;
        status = sls_markdown_plain(out->text, arena, &out->text);
        if (status != SLS_OK)
            return status;
    }
    out->offset = out->made ? 0 : at;
    if (!out->made && out->title.len > 0) {
        out->title_at = (size_t)(out->title.ptr - bytes.ptr);
        locate(bytes, out->title_at, 1, &out->title_line, &out->title_column);
    }
    out->line = place.line;
    if (sls_str_trim(out->text).len == 0)
        return sls_diag_set(diag, SLS_EMPTY, place.path, 0,
                            "empty article; remove the file or fill it");
    return SLS_OK;
}

static sls_status decode_json(const sls_record *record, const sls_fields *fields, sls_place place,
                              sls_arena *arena, sls_article *out, sls_diag *diag)
{
    const bool marked = record->line == 1 && sls_str_starts(record->bytes, bom);
    const sls_str json = sls_str_slice(record->bytes, marked ? bom.len : 0, record->bytes.len);
    sls_str values[SLS_FIELDS];
    sls_status status = sls_json_members(json, fields->at, SLS_FIELDS, arena, values, diag);

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
    if (values[SLS_FIELD_ID].len > 0)
        out->id = values[SLS_FIELD_ID];
    for (size_t fact = 0; fact < SLS_FACTS; fact++) {
        status = sls_fact_set(out, fact, values[SLS_FIELD_FACTS + fact], place, arena, diag);
        if (status != SLS_OK)
            return status;
    }
    out->text = values[SLS_FIELD_TEXT];
    if (sls_str_trim(out->text).len == 0)
        return sls_diag_set(diag, SLS_EMPTY, place.path, place.line,
                            "empty article; give the record a member '%s' or remove it",
                            fields->at[SLS_FIELD_TEXT]);
    return check_text(out->text, place, diag);
}

/* Facts that came in fields, as a record's. */
static sls_status set_facts(const sls_article *own, sls_place place, sls_arena *arena,
                            sls_article *out, sls_diag *diag)
{
    sls_article facts = *own;
    sls_status status = SLS_OK;
    for (size_t fact = 0; fact < SLS_FACTS && status == SLS_OK; fact++)
        status = sls_fact_set(out, fact, *sls_fact_of(&facts, fact), place, arena, diag);
    return status;
}

static sls_status decode_fields(const sls_record *record, sls_place place, sls_arena *arena,
                                sls_article *out, sls_diag *diag)
{
    sls_status status = set_facts(&record->own, place, arena, out, diag);
    if (status != SLS_OK)
        return status;
    if (record->kind == SLS_RECORD_ITEM)
        status = sls_html_text(record->bytes, arena, out);
    else
        status = to_utf8(record->bytes, place, arena, out, &out->text, diag);
    if (status == SLS_OK && sls_str_trim(out->text).len == 0)
        return sls_diag_set(diag, SLS_EMPTY, place.path, place.line, "an article without text");
    return status == SLS_OK ? check_text(out->text, place, diag) : status;
}

static sls_status decode_page(const sls_record *record, sls_place place, sls_arena *arena,
                              sls_article *out, sls_diag *diag)
{
    const sls_status status = sls_html_read(record->bytes, arena, out);
    if (status == SLS_OK && sls_str_trim(out->text).len == 0 && out->note.len > 0)
        return sls_diag_set(diag, SLS_ETOOBIG, place.path, 0, "%.*s", SLS_FMT(out->note));
    if (status == SLS_OK && sls_str_trim(out->text).len == 0)
        return sls_diag_set(diag, SLS_EMPTY, place.path, 0,
                            "no article was found on this page: is it one that scripts fill?");
    return status == SLS_OK ? check_text(out->text, place, diag) : status;
}

/* By the record's kind; text and JSON are checked as they are, the others once they are text. */
static sls_status decode(const sls_record *record, const sls_fields *fields, sls_place place,
                         sls_arena *arena, sls_article *out, sls_diag *diag)
{
    sls_status status;
    switch (record->kind) {
    case SLS_RECORD_JSON:
        status = check_text(record->bytes, place, diag);
        out->made = true;
        return status == SLS_OK ? decode_json(record, fields, place, arena, out, diag) : status;
    case SLS_RECORD_PAGE:
        out->made = true;
        return decode_page(record, place, arena, out, diag);
    case SLS_RECORD_FIELDS:
    case SLS_RECORD_ITEM:
        out->made = true;
        return decode_fields(record, place, arena, out, diag);
    case SLS_RECORD_TEXT:
    case SLS_RECORD_MARKDOWN:
    case SLS_RECORD_KNOWN:
        break;
    }
    return decode_text(record, place, arena, out, diag);
}

/* The id of an article that has none of its own. */
static sls_status name_article(const sls_record *record, sls_arena *arena, sls_article *out)
{
    const sls_str id = record->id.len > 0 ? record->id : record->file;
    char line[SLS_DECIMAL_TEXT];
    out->id = id;
    if (record->kind != SLS_RECORD_JSON)
        return SLS_OK;
    const sls_str number = { line, sls_decimal_text(sls_decimal_of((int64_t)record->line), line) };
    return sls_arena_concat3(arena, id, SLS_STR("-"), number, &out->id);
}

sls_status sls_ingest_decode(const sls_record *record, sls_ingest_limits limits, sls_arena *arena,
                             sls_article *out, sls_diag *diag)
{
    sls_str path;
    sls_place place = { NULL, record->line };
    sls_status status = sls_arena_copy(arena, record->path, &path);

    *out = (sls_article){ .path = record->path, .file = record->file, .line = 1 };
    if (status == SLS_OK)
        status = name_article(record, arena, out);
    if (status != SLS_OK)
        return sls_diag_set(diag, status, NULL, 0, "out of memory; give fewer or smaller articles");
    place.path = path.ptr;
    out->made = record->member;
    status = check_size(record->bytes.len, limits.max_bytes, place, diag);
    if (status == SLS_OK)
        status = decode(record, limits.fields, place, arena, out, diag);
    if (status == SLS_OK)
        status = note_mojibake(arena, out);
    sls_facts_fill(out, &record->manifest);
    return status;
}

sls_status sls_ingest_check(const sls_article *given, size_t max_bytes, sls_arena *arena,
                            sls_article *out, sls_diag *diag)
{
    sls_str path;
    sls_place place = { NULL, 0 };
    sls_status status = sls_arena_copy(arena, given->path.len > 0 ? given->path : given->id, &path);
    if (status != SLS_OK)
        return sls_diag_set(diag, status, NULL, 0, "out of memory");
    place.path = path.ptr;
    if (given->id.len == 0)
        return sls_diag_set(diag, SLS_ESYNTAX, place.path, 0, "the article has no id");
    *out = (sls_article){
        .id = given->id, .path = path, .file = given->id, .line = 1, .text = given->text
    };
    status = set_facts(given, place, arena, out, diag);
    if (status == SLS_OK)
        status = check_size(given->text.len, max_bytes, place, diag);
    if (status == SLS_OK && sls_str_trim(given->text).len == 0)
        status = sls_diag_set(diag, SLS_EMPTY, place.path, 0, "empty article");
    return status == SLS_OK ? check_text(given->text, place, diag) : status;
}
