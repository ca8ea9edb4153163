#include "io/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define CHUNK ((size_t)64 << 10)

bool sls_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static sls_status no_memory(sls_diag *diag, const char *path)
{
    return sls_diag_set(diag, SLS_ENOMEM, path, 0, "out of memory while reading");
}

/* How much to ask for at first: the stream's size and a byte, so that the end is met in place. */
static size_t first_capacity(const sls_stream *stream, size_t limit)
{
    const size_t known = sls_stream_size(stream), size = known > 0 ? known + 1 : CHUNK;
    return limit && size > limit ? limit + 1 : size;
}

sls_status sls_stream_read_all(sls_stream *stream, size_t limit, sls_arena *arena, sls_str *out,
                               sls_diag *diag)
{
    const char *const path = sls_stream_path(stream);
    if (limit == SIZE_MAX)
        limit = 0;
    size_t len = 0, cap = first_capacity(stream, limit);
    char *bytes = sls_arena_alloc(arena, cap);

    for (;;) {
        size_t got;
        if (!bytes)
            return no_memory(diag, path);
        const sls_status status = sls_stream_read(stream, bytes + len, cap - len, &got, diag);
        if (status != SLS_OK)
            return status;
        if (got == 0)
            break;
        len += got;
        if (limit && len > limit)
            return sls_diag_set(diag, SLS_ETOOBIG, path, 0, "over the limit of %zu bytes", limit);
        if (len == cap) {
            const size_t more = cap <= SIZE_MAX / 2 ? cap * 2 : SIZE_MAX;
            bytes = sls_arena_grow(arena, bytes, cap, more, 1);
            cap = more;
        }
    }
    *out = (sls_str){ bytes, len };
    return SLS_OK;
}

sls_status sls_file_read(const char *path, size_t limit, sls_arena *arena, sls_str *out,
                         sls_diag *diag)
{
    sls_stream *stream;
    sls_status status = sls_stream_open(path, &stream, diag);
    if (status != SLS_OK)
        return status;
    status = sls_stream_read_all(stream, limit, arena, out, diag);
    sls_stream_close(stream);
    return status;
}

struct sls_lines {
    sls_stream *stream;
    char *buffer;
    size_t cap;
    size_t start, scanned, end; /* in buffer: unread line, no \n before scanned, end of bytes */
    size_t max_line;
    size_t number; /* of the last line handed out */
    bool ended;
    bool skipping; /* inside a line that is too long and already dropped from the buffer */
};

sls_status sls_lines_of(sls_stream *stream, size_t max_line, sls_lines **out, sls_diag *diag)
{
    sls_lines *lines = calloc(1, sizeof *lines);
    if (lines)
        lines->buffer = malloc(CHUNK);
    if (!lines || !lines->buffer) {
        free(lines);
        return no_memory(diag, sls_stream_path(stream));
    }
    lines->cap = CHUNK;
    /* room is kept for \r\n behind the longest line */
    lines->max_line = max_line && max_line < SIZE_MAX / 2 ? max_line : SIZE_MAX / 2;
    lines->stream = stream;
    *out = lines;
    return SLS_OK;
}

/* Bytes to the front, and a larger buffer when that gains nothing. */
static sls_status make_room(sls_lines *lines, sls_diag *diag)
{
    if (lines->start) {
        memmove(lines->buffer, lines->buffer + lines->start, lines->end - lines->start);
        lines->scanned -= lines->start;
        lines->end -= lines->start;
        lines->start = 0;
    }
    if (lines->end < lines->cap)
        return SLS_OK;

    char *larger = realloc(lines->buffer, lines->cap * 2);
    if (!larger)
        return no_memory(diag, sls_stream_path(lines->stream));
    lines->buffer = larger;
    lines->cap *= 2;
    return SLS_OK;
}

static sls_status fill(sls_lines *lines, sls_diag *diag)
{
    if (lines->end == lines->cap) {
        const sls_status status = make_room(lines, diag);
        if (status != SLS_OK)
            return status;
    }
    size_t got;
    const sls_status status = sls_stream_read(lines->stream, lines->buffer + lines->end,
                                              lines->cap - lines->end, &got, diag);
    lines->ended = status == SLS_OK && got == 0;
    lines->end += got;
    return status;
}

/*
 * Reads on until a line's end or the file's: `*len` bytes from `start`, and `*next` where the
 * next line begins. A line too long is dropped on the way.
 */
static sls_status find_line(sls_lines *lines, size_t *len, size_t *next, sls_diag *diag)
{
    for (;;) {
        const char *from = lines->buffer + lines->scanned;
        const char *hit = memchr(from, '\n', lines->end - lines->scanned);
        if (hit) {
            const size_t at = (size_t)(hit - lines->buffer);
            *len = at - lines->start;
            if (*len && lines->buffer[at - 1] == '\r')
                --*len;
            *next = at + 1;
            return SLS_OK;
        }
        lines->scanned = lines->end;
        if (lines->skipping || lines->end - lines->start > lines->max_line + 1) {
            lines->skipping = true;
            lines->start = lines->scanned = lines->end = 0;
        }
        if (lines->ended) {
            *len = lines->end - lines->start;
            *next = lines->end;
            return *len || lines->skipping ? SLS_OK : SLS_ENOTFOUND;
        }
        const sls_status status = fill(lines, diag);
        if (status != SLS_OK) { /* told once, or a reader that goes on would hear it for ever */
            lines->start = lines->scanned = lines->end = 0;
            lines->ended = true;
            lines->skipping = false;
            return status;
        }
    }
}

sls_status sls_lines_next(sls_lines *lines, sls_arena *arena, sls_str *line, size_t *number,
                          sls_diag *diag)
{
    size_t len, next;
    sls_status status = find_line(lines, &len, &next, diag);

    if (status != SLS_OK)
        return status;
    *number = ++lines->number;

    const sls_str found = { lines->buffer + lines->start, len };
    if (lines->skipping || len > lines->max_line) {
        status = sls_diag_set(diag, SLS_ETOOBIG, sls_stream_path(lines->stream), lines->number,
                              "line over the limit of %zu bytes", lines->max_line);
    } else {
        status = sls_arena_copy(arena, found, line);
        if (status != SLS_OK)
            no_memory(diag, sls_stream_path(lines->stream));
    }
    lines->skipping = false;
    lines->start = lines->scanned = next;
    return status;
}

void sls_lines_close(sls_lines *lines)
{
    if (!lines)
        return;
    free(lines->buffer);
    free(lines);
}
