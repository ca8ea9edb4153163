#include "io/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)64 << 10)

/* The failure that errno holds, as a status with its reason. */
static sls_status system_error(sls_diag *diag, const char *path, const char *doing)
{
    const int reason = errno;
    char text[128];

    if (strerror_r(reason, text, sizeof text) != 0)
        text[0] = '\0';
    if (reason == ENOMEM)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "cannot %s: out of memory", doing);
    return sls_diag_set(diag, reason == ENOENT || reason == ENOTDIR ? SLS_ENOTFOUND : SLS_EIO, path, 0, "cannot %s: %s",
                        doing, text[0] ? text : "unknown reason");
}

static sls_status no_memory(sls_diag *diag, const char *path)
{
    return sls_diag_set(diag, SLS_ENOMEM, path, 0, "out of memory while reading");
}

static bool is_standard(const char *path)
{
    return strcmp(path, "-") == 0;
}

static sls_status open_input(const char *path, int *fd, sls_diag *diag)
{
    struct stat about;

    *fd = is_standard(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (*fd < 0)
        return system_error(diag, path, "open");
    if (fstat(*fd, &about) == 0 && S_ISDIR(about.st_mode)) {
        if (*fd != STDIN_FILENO)
            close(*fd);
        return sls_diag_set(diag, SLS_EIO, path, 0, "is a folder, not a file");
    }
    return SLS_OK;
}

static void close_input(int fd)
{
    if (fd != STDIN_FILENO)
        close(fd);
}

/* read(2), begun again when a signal came between. */
static ssize_t read_some(int fd, void *to, size_t size)
{
    ssize_t got;

    do
        got = read(fd, to, size);
    while (got < 0 && errno == EINTR);
    return got;
}

/* How much to ask for at first: the file's size and a byte, so that the end is met in place. */
static size_t first_capacity(int fd, size_t limit)
{
    struct stat about;
    size_t size = CHUNK;

    if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0 &&
        (uintmax_t)about.st_size < SIZE_MAX)
        size = (size_t)about.st_size + 1;
    return limit && size > limit ? limit + 1 : size;
}

static sls_status read_all(int fd, const char *path, size_t limit, sls_arena *arena, sls_str *out,
                           sls_diag *diag)
{
    size_t len = 0, cap = first_capacity(fd, limit);
    char *bytes = sls_arena_alloc(arena, cap);

    for (;;) {
        if (!bytes)
            return no_memory(diag, path);
        const ssize_t got = read_some(fd, bytes + len, cap - len);
        if (got < 0)
            return system_error(diag, path, "read");
        if (got == 0)
            break;
        len += (size_t)got;
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
    int fd;

    if (limit == SIZE_MAX)
        limit = 0;
    sls_status status = open_input(path, &fd, diag);
    if (status != SLS_OK)
        return status;
    status = read_all(fd, path, limit, arena, out, diag);
    close_input(fd);
    return status;
}

struct sls_lines {
    char *path;
    char *buffer;
    size_t cap;
    size_t start, scanned, end; /* in buffer: unread line, no \n before scanned, end of bytes */
    size_t max_line;
    size_t number; /* of the last line handed out */
    int fd;
    bool ended;
    bool skipping; /* inside a line that is too long and already dropped from the buffer */
};

sls_status sls_lines_open(const char *path, size_t max_line, sls_lines **out, sls_diag *diag)
{
    int fd;
    const sls_status status = open_input(path, &fd, diag);

    if (status != SLS_OK)
        return status;

    sls_lines *lines = calloc(1, sizeof *lines);
    if (lines) {
        lines->path = strdup(path);
        lines->buffer = malloc(CHUNK);
    }
    if (!lines || !lines->path || !lines->buffer) {
        if (lines) {
            free(lines->path);
            free(lines->buffer);
        }
        free(lines);
        close_input(fd);
        return no_memory(diag, path);
    }
    lines->cap = CHUNK;
    /* room is kept for \r\n behind the longest line */
    lines->max_line = max_line && max_line < SIZE_MAX / 2 ? max_line : SIZE_MAX / 2;
    lines->fd = fd;
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
        return no_memory(diag, lines->path);
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
    const ssize_t got = read_some(lines->fd, lines->buffer + lines->end, lines->cap - lines->end);
    if (got < 0)
        return system_error(diag, lines->path, "read");
    lines->ended = got == 0;
    lines->end += (size_t)got;
    return SLS_OK;
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
        if (status != SLS_OK)
            return status;
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
        status = sls_diag_set(diag, SLS_ETOOBIG, lines->path, lines->number,
                              "line over the limit of %zu bytes", lines->max_line);
    } else {
        status = sls_arena_copy(arena, found, line);
        if (status != SLS_OK)
            no_memory(diag, lines->path);
    }
    lines->skipping = false;
    lines->start = lines->scanned = next;
    return status;
}

void sls_lines_close(sls_lines *lines)
{
    if (!lines)
        return;
    close_input(lines->fd);
    free(lines->buffer);
    free(lines->path);
    free(lines);
}
