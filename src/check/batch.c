#include "check/batch.h"

#include "check/kept.h"

#include <stdlib.h>
#include <string.h>

/*
 * A batch ends at 64 KiB or 64 records: large enough that locks cost nothing beside the work, small
 * enough that it and its text, three times as much, leave the tables their place in a core's
 * second cache (at 256 KiB extraction took 2 % longer).
 */
#define BATCH_BYTES ((size_t)64 << 10)
#define PATH_BYTES  (sizeof((sls_diag *)0)->path)

void sls_batch_free(sls_batch *b)
{
    if (!b)
        return;
    sls_arena_free(b->raw);
    sls_arena_free(b->kept);
    sls_out_abandon(b->text);
    free(b);
}

sls_batch *sls_batch_new(void)
{
    sls_batch *b = calloc(1, sizeof *b);
    if (!b)
        return NULL;
    b->raw = sls_arena_new(0);
    b->kept = sls_arena_new(0);
    if (!b->raw || !b->kept) {
        sls_batch_free(b);
        return NULL;
    }
    return b;
}

static void reset(sls_batch *b)
{
    sls_arena_reset(b->raw);
    sls_arena_reset(b->kept);
    b->count = 0;
    b->last = false;
    b->status = SLS_OK;
}

sls_status sls_batch_close(sls_batch *b, sls_diag *diag)
{
    return b->text ? sls_out_empty(b->text, diag) : SLS_OK;
}

static sls_status keep(sls_arena *arena, sls_str from, sls_str *to)
{
    return from.len > 0 ? sls_arena_copy(arena, from, to) : SLS_OK;
}

static const sls_diag *keep_diag(sls_arena *arena, const sls_diag *diag)
{
    sls_diag *copy = sls_arena_alloc(arena, sizeof *copy);
    if (copy)
        *copy = *diag;
    return copy;
}

/* A skipped article's row: what is known of it, and why. */
static sls_status skip(sls_batch *b, sls_result *result, const sls_diag *diag)
{
    sls_status status = SLS_OK;
    result->row.status = diag->status;
    result->diag = keep_diag(b->kept, diag);
    if (!result->diag)
        return SLS_ENOMEM;
    const sls_str why = sls_str_of(result->diag->message);
    if (diag->line > 0)
        status = sls_arena_format(b->kept, &result->row.reason, "line %zu: %.*s", diag->line,
                                  SLS_FMT(why));
    else
        result->row.reason = why;
    return status;
}

void sls_batch_fill(sls_batch *b, sls_ingest *ingest)
{
    reset(b);
    for (size_t bytes = 0; b->count < SLS_BATCH_RECORDS && bytes < BATCH_BYTES;) {
        sls_record *record = &b->records[b->count];
        sls_result *result = &b->results[b->count];
        *record = (sls_record){ 0 };
        *result = (sls_result){ 0 };
        sls_diag diag = { 0 };
        const sls_status status = sls_ingest_next(ingest, b->raw, record, &diag);
        if (status == SLS_ENOTFOUND && diag.status == SLS_OK) {
            b->last = true;
            return;
        }
        if (status == SLS_ENOMEM) {
            b->status = sls_diag_set(&b->diag, status, diag.path, diag.line, "out of memory");
            return;
        }
        b->has_record[b->count++] = status == SLS_OK;
        result->row.path = record->path;
        result->line = record->line;
        result->input = record->input;
        result->known = record->kind == SLS_RECORD_KNOWN;
        result->made = record->kind != SLS_RECORD_TEXT || record->member;
        result->row.bytes = record->bytes.len;
        bytes += record->bytes.len;
        if (status != SLS_OK && skip(b, result, &diag) != SLS_OK) {
            b->status = sls_diag_set(&b->diag, SLS_ENOMEM, diag.path, diag.line, "out of memory");
            return;
        }
        if (status == SLS_OK)
            result->file = record->file;
        else if (!result->made)
            result->row.article = record->file;
    }
}

static sls_status keep_row(sls_arena *kept, const sls_article *article, sls_result *result)
{
    sls_article_row *row = &result->row;
    sls_status status = keep(kept, article->id, &row->article);
    if (status == SLS_OK)
        status = keep(kept, article->source, &row->source);
    if (status == SLS_OK)
        status = keep(kept, article->published, &row->published);
    if (status == SLS_OK)
        status = keep(kept, article->lang, &row->lang);
    return status;
}

/* The record's path with a NUL, clipped to what a diagnostic holds. */
static const char *path_of(const sls_record *record, char out[PATH_BYTES])
{
    const size_t length = record->path.len < PATH_BYTES ? record->path.len : PATH_BYTES - 1;
    if (length > 0)
        memcpy(out, record->path.ptr, length);
    out[length] = 0;
    return out;
}

static sls_status note(const sls_desk *desk, const sls_diag *diag, sls_result *result)
{
    result->notice = keep_diag(desk->kept, diag);
    if (!result->notice)
        return SLS_ENOMEM;
    result->row.reason = sls_str_of(result->notice->message);
    return SLS_OK;
}

/* What ingest has to say of how the article was read. */
static sls_status note_reading(const sls_desk *desk, sls_str what, const sls_record *record,
                               sls_result *result)
{
    sls_diag diag;
    char path[PATH_BYTES];
    if (what.len == 0)
        return SLS_OK;
    sls_diag_set(&diag, SLS_EUTF8, path_of(record, path), record->line, "%.*s", SLS_FMT(what));
    return note(desk, &diag, result);
}

/* Notes that not all of an article was read, as counted up to it and now. */
static sls_status note_limits(const sls_desk *desk, size_t limits, size_t cuts,
                              const sls_record *record, sls_result *result)
{
    sls_str pattern = { 0 };
    const size_t met = sls_reader_limits(desk->reader, &pattern) - limits;
    const bool cut = sls_reader_cuts(desk->reader) != cuts;
    if (met == 0 && !cut)
        return SLS_OK;
    sls_diag diag;
    char path[PATH_BYTES];
    if (cut)
        sls_diag_set(&diag, SLS_ETOOBIG, path_of(record, path), record->line,
                     "too many numbers, names and places for its length: the last were not read");
    else
        sls_diag_set(&diag, SLS_EPATTERN, path_of(record, path), record->line,
                     "pattern %.*s met its match limit in %zu %s, which were not read",
                     SLS_FMT(pattern), met, met == 1 ? "place" : "places");
    return note(desk, &diag, result);
}

static sls_status article_failed(sls_status status, const sls_record *record, sls_diag *diag)
{
    char path[PATH_BYTES];
    return sls_diag_set(diag, status, path_of(record, path), record->line,
                        "the article needs more memory than there is: split it");
}

/* Whether an article without an id of its own was named by its line, or began with a BOM, which
 * only the first line may. */
static bool is_placed(const sls_record *record, sls_str id, sls_arena *arena)
{
    sls_str by_line;
    if (record->kind != SLS_RECORD_JSON)
        return false;
    if (sls_str_starts(record->bytes, SLS_STR("\xef\xbb\xbf")))
        return true;
    const sls_str name = record->id.len > 0 ? record->id : record->file;
    return sls_arena_format(arena, &by_line, "%.*s-%zu", SLS_FMT(name), record->line) != SLS_OK ||
           sls_str_eq(by_line, id);
}

/* What is too big to keep is read again the next time. */
static sls_status keep_article(const sls_desk *desk, const sls_record *record, sls_result *result)
{
    const sls_kept_place place = { is_placed(record, result->row.article, desk->arena),
                                   record->line };
    const sls_status status = sls_kept_write(result, place, desk->kept, &result->cached.kept);
    return status == SLS_ETOOBIG ? SLS_OK : status;
}

static sls_status read_article(const sls_stage *stage, sls_ingest_limits limits,
                               const sls_desk *desk, const sls_record *record, sls_result *result,
                               sls_diag *diag)
{
    const size_t met = sls_reader_limits(desk->reader, NULL);
    const size_t cuts = sls_reader_cuts(desk->reader);
    sls_article article = { 0 };
    sls_document document;
    sls_status status = sls_ingest_decode(record, limits, desk->arena, &article, diag);
    if (status != SLS_OK) {
        const sls_status kept = keep(desk->kept, article.id, &result->row.article);
        return kept != SLS_OK ? kept : status;
    }
    result->row.bytes = article.text.len;
    result->made = article.made;
    status = keep_row(desk->kept, &article, result);
    if (status == SLS_OK)
        status = sls_document_make(&article, desk->arena, &document);
    if (status == SLS_OK)
        status = stage->work(stage->context, desk, &document, result);
    if (status == SLS_OK)
        status = note_reading(desk, article.note, record, result);
    if (status == SLS_OK)
        status = note_limits(desk, met, cuts, record, result);
    if (status == SLS_OK && stage->cache)
        status = keep_article(desk, record, result);
    return status == SLS_OK ? SLS_OK : article_failed(status, record, diag);
}

static sls_status work_on(const sls_stage *stage, sls_ingest_limits limits, const sls_desk *desk,
                          const sls_record *record, sls_result *result, sls_diag *diag)
{
    sls_status status = SLS_ESYNTAX;
    sls_str kept = { 0 };
    if (stage->cache)
        kept = sls_cache_find(stage->cache, record, &result->cached);
    if (kept.len > 0)
        status = sls_kept_read(kept, record->path, record->line, desk->kept, result);
    if (status == SLS_ESYNTAX) {
        result->cached.entry = SLS_CACHE_NONE;
        status = read_article(stage, limits, desk, record, result, diag);
    }
    if (status == SLS_OK && stage->finish)
        status = stage->finish(stage->context, result, desk->kept);
    return status;
}

void sls_batch_work(sls_batch *b, const sls_stage *stage, sls_ingest_limits limits,
                    sls_reader *reader, sls_arena *arena)
{
    if (b->status == SLS_OK && !b->text)
        b->status = sls_out_open(NULL, &b->text, &b->diag);
    const sls_desk desk = { reader, arena, b->kept, b->text };
    for (size_t i = 0; i < b->count && b->status == SLS_OK; i++) {
        if (!b->has_record[i] || b->results[i].known)
            continue;
        sls_diag diag = { 0 };
        sls_arena_reset(arena);
        const sls_status status =
            work_on(stage, limits, &desk, &b->records[i], &b->results[i], &diag);
        if (status != SLS_OK) {
            diag.status = status;
            b->results[i].row.claims = 0;
            b->status = skip(b, &b->results[i], &diag);
        }
    }
}
