#include "ingest/source.h"

#include "ingest/container.h"
#include "ingest/feed.h"
#include "ingest/rows.h"
#include "ingest/stem.h"

#include <stdlib.h>
#include <string.h>

struct sls_source {
    const sls_ingest_limits *limits;
    sls_container container;
    sls_stream *stream; /* of which the record or the records are */
    bool owned;         /* the stream is closed with the source */
    sls_lines *lines;
    sls_feed *feed;
    sls_rows *rows;
    sls_archive *archive;
    sls_source *member; /* of the archive, being read */
    sls_str member_id;  /* its name as an id, in `names` */
    sls_arena *names;
    size_t count; /* records given */
    bool ended;
};

static sls_status too_big(const sls_source *s, size_t line, sls_diag *diag)
{
    return sls_diag_set(diag, SLS_ETOOBIG, sls_stream_path(s->stream), line,
                        "article of more than --max-article-bytes %zu; raise it or split the "
                        "article",
                        s->limits->max_bytes);
}

/* SLS_ENOTFOUND means the end of all inputs: a file that went away is an error of reading. */
static sls_status failed(sls_status status, sls_diag *diag)
{
    if (status == SLS_ENOTFOUND) {
        status = SLS_EIO;
        if (diag)
            diag->status = status;
    }
    return status;
}

static sls_status open_container(sls_source *s, sls_diag *diag)
{
    switch (s->container) {
    case SLS_CONTAINER_LINES:
        return sls_lines_of(s->stream, s->limits->max_bytes, &s->lines, diag);
    case SLS_CONTAINER_FEED:
        return sls_feed_open(s->stream, &s->feed);
    case SLS_CONTAINER_ROWS:
        return sls_rows_open(s->stream, s->limits->fields, s->limits->max_bytes, &s->rows, diag);
    default:
        return SLS_OK;
    }
}

/* A source over a stream that is open; on failure the stream stays the caller's. */
static sls_status open_stream(sls_stream *stream, sls_container container,
                              const sls_ingest_limits *limits, sls_source **out, sls_diag *diag)
{
    sls_source *const s = calloc(1, sizeof *s);
    if (!s)
        return SLS_ENOMEM;
    *s = (sls_source){ .limits = limits, .container = container, .stream = stream };
    const sls_status status = open_container(s, diag);
    if (status != SLS_OK)
        sls_source_close(s);
    else
        *out = s;
    return status;
}

static sls_status open_archive(const char *path, const sls_ingest_limits *limits, sls_source **out,
                               sls_diag *diag)
{
    sls_source *const s = calloc(1, sizeof *s);
    if (!s)
        return SLS_ENOMEM;
    *s = (sls_source){ .limits = limits, .container = SLS_CONTAINER_ARCHIVE };
    s->names = sls_arena_new(0);
    const sls_status status = s->names ? sls_archive_open(path, &s->archive, diag) : SLS_ENOMEM;
    if (status != SLS_OK)
        sls_source_close(s);
    else
        *out = s;
    return status;
}

sls_status sls_source_open(const sls_input *input, const sls_ingest_limits *limits,
                           sls_source **out, sls_diag *diag)
{
    sls_stream *stream;
    if (input->container == SLS_CONTAINER_ARCHIVE)
        return failed(open_archive(input->path, limits, out, diag), diag);
    sls_status status = sls_stream_open(input->path, &stream, diag);
    if (status != SLS_OK)
        return failed(status, diag);
    status = open_stream(stream, input->container, limits, out, diag);
    if (status == SLS_OK)
        (*out)->owned = true;
    else
        sls_stream_close(stream);
    return failed(status, diag);
}

void sls_source_close(sls_source *source)
{
    if (!source)
        return;
    sls_source_close(source->member);
    sls_lines_close(source->lines);
    sls_feed_close(source->feed);
    sls_rows_close(source->rows);
    if (source->owned)
        sls_stream_close(source->stream);
    sls_archive_close(source->archive);
    sls_arena_free(source->names);
    free(source);
}

static sls_status next_line(sls_source *s, sls_arena *arena, sls_record *out, sls_diag *diag)
{
    sls_status status;
    out->kind = SLS_RECORD_JSON;
    do
        status = sls_lines_next(s->lines, arena, &out->bytes, &out->line, diag);
    while (status == SLS_OK && sls_str_trim(out->bytes).len == 0);
    if (status == SLS_ETOOBIG)
        return too_big(s, out->line, diag);
    /* Nothing on standard input is what an empty pipe sends; an empty file is a mistake. */
    if (status == SLS_ENOTFOUND && s->count == 0 && strcmp(sls_stream_path(s->stream), "-") != 0) {
        s->count++;
        return sls_diag_set(diag, SLS_EMPTY, sls_stream_path(s->stream), 0,
                            "no records in this file; write one JSON object a line, or remove it");
    }
    return status;
}

/* An article that comes in fields: its facts stand in `own`, its text in `bytes`. */
static sls_status take_fields(sls_record *out, const sls_article *article, size_t line,
                              sls_record_kind kind, sls_arena *arena)
{
    out->kind = kind;
    out->line = line;
    out->own = *article;
    out->bytes = article->text;
    if (article->id.len > 0)
        return sls_arena_copy(arena, article->id, &out->id);
    return sls_arena_format(arena, &out->id, "%.*s-%zu", SLS_FMT(out->file), line);
}

static sls_status next_item(sls_source *s, sls_arena *arena, sls_record *out, sls_diag *diag)
{
    sls_article article = { 0 };
    size_t line = 0;
    if (s->ended)
        return SLS_ENOTFOUND;
    const sls_status status = s->feed ? sls_feed_next(s->feed, arena, &article, &line, diag)
                                      : sls_rows_next(s->rows, arena, &article, &line, diag);
    out->line = line;
    s->ended = s->feed && status != SLS_OK; /* XML cannot be read on behind what is broken */
    if (status != SLS_OK)
        return status;
    return take_fields(out, &article, line, s->feed ? SLS_RECORD_ITEM : SLS_RECORD_FIELDS, arena);
}

/* The whole stream is one record. */
static sls_status whole(sls_source *s, sls_arena *arena, sls_record *out, sls_diag *diag)
{
    const size_t limit = s->limits->max_bytes, size = sls_stream_size(s->stream);
    if (s->ended)
        return SLS_ENOTFOUND;
    s->ended = true;
    out->line = 1;
    out->kind = s->container == SLS_CONTAINER_PAGE       ? SLS_RECORD_PAGE
                : s->container == SLS_CONTAINER_MARKDOWN ? SLS_RECORD_MARKDOWN
                                                         : SLS_RECORD_TEXT;
    if (limit > 0 && size > limit)
        return sls_diag_set(diag, SLS_ETOOBIG, sls_stream_path(s->stream), 0,
                            "article of %zu bytes is over --max-article-bytes %zu; raise it or "
                            "split the article",
                            size, limit);
    const sls_status status = sls_stream_read_all(s->stream, limit, arena, &out->bytes, diag);
    return status == SLS_ETOOBIG ? too_big(s, 0, diag) : failed(status, diag);
}

/* The next member of an archive that is an article or holds some; others are passed over. */
static sls_status next_member(sls_source *s, sls_diag *diag)
{
    for (;;) {
        sls_stream *stream;
        sls_str name;
        sls_status status = sls_archive_next(s->archive, &stream, &name, diag);
        if (status != SLS_OK)
            return status;
        const sls_container container = sls_container_of(name);
        if (!sls_container_in_folders(name) && container != SLS_CONTAINER_MARKDOWN)
            continue;
        if (sls_container_unpacked(name).len != name.len)
            return sls_diag_set(diag, SLS_ESYNTAX, sls_stream_path(stream), 0,
                                "packed inside an archive: unpack the archive and give its folder");
        sls_arena_reset(s->names);
        status = sls_stem_clean(name, s->names, &s->member_id);
        return status == SLS_OK ? open_stream(stream, container, s->limits, &s->member, diag)
                                : status;
    }
}

static sls_status next_of_archive(sls_source *s, sls_arena *arena, sls_record *out, sls_diag *diag)
{
    if (s->ended)
        return SLS_ENOTFOUND;
    for (;;) {
        sls_status status = s->member ? SLS_OK : next_member(s, diag);
        if (status != SLS_OK) {
            /* what is behind a damaged place cannot be found; behind a member not read, it can */
            s->ended = status != SLS_ESYNTAX;
            return status;
        }
        const char *const path = sls_stream_path(s->member->stream);
        status = sls_source_next(s->member, arena, out, diag);
        if (status == SLS_ENOTFOUND) {
            sls_source_close(s->member);
            s->member = NULL;
            continue;
        }
        out->member = true;
        sls_status named = sls_arena_copy(arena, sls_str_of(path), &out->path);
        if (named == SLS_OK && out->id.len == 0)
            named = sls_arena_format(arena, &out->id, "%.*s/%.*s", SLS_FMT(out->file),
                                     SLS_FMT(s->member_id));
        return named == SLS_OK ? status : named;
    }
}

sls_status sls_source_next(sls_source *s, sls_arena *arena, sls_record *out, sls_diag *diag)
{
    sls_status status;
    switch (s->container) {
    case SLS_CONTAINER_LINES:
        status = next_line(s, arena, out, diag);
        break;
    case SLS_CONTAINER_FEED:
    case SLS_CONTAINER_ROWS:
        status = next_item(s, arena, out, diag);
        break;
    case SLS_CONTAINER_ARCHIVE:
        return next_of_archive(s, arena, out, diag);
    default:
        return whole(s, arena, out, diag);
    }
    s->count += status != SLS_ENOTFOUND;
    return status;
}
