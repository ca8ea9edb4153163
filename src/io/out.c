/* realpath is of the XSI part of POSIX */
#define _XOPEN_SOURCE 700

#include "io/file.h"

#include "io/ledger.h"
#include "io/sweep.h"

#define XXH_INLINE_ALL
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <xxhash.h>

#define BUFFER ((size_t)128 << 10)
#define CHUNK  (BUFFER / 2)
/* A file's name takes at most 255 bytes; the rest of a temporary one is under 50. */
#define NAME_PART 200
#define TRIES     1000

struct sls_out {
    char *path;   /* as the user named it; NULL collects in memory */
    char *target; /* what `temporary` becomes; NULL: `fd` is written as it is */
    char *temporary;
    char *buffer;
    size_t len, cap;
    uint64_t passed; /* bytes that are no longer in the buffer */
    int fd;
    int style;
    bool unsynced;
    int error;          /* errno of the first failure, or 0 */
    const char *doing;  /* what failed; NULL: writing */
    sls_ledger *ledger; /* NULL: nothing is noted */
    sls_imprint made;   /* for the ledger */
    XXH3_state_t *hash; /* of what was written, for the ledger; or NULL */
    sls_out *copy;      /* gets all that standard output gets; or NULL */
    size_t copy_most;   /* bytes */
};

static const char *doing(const sls_out *out)
{
    return out->doing ? out->doing : "write";
}

static sls_status failed(sls_diag *diag, const char *path, const char *doing, int reason)
{
    char text[128];

    if (path && strcmp(path, "-") == 0) {
        path = NULL;
        doing = "write to standard output";
    }
    if (reason == ENOMEM)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "cannot %s: out of memory", doing);
    if (strerror_r(reason, text, sizeof text) != 0)
        text[0] = '\0';
    return sls_diag_set(diag, SLS_EIO, path, 0, "cannot %s: %s", doing,
                        text[0] ? text : "unknown reason");
}

/*
 * Opens a new hidden file in the target's folder. A number is counted up past files that a
 * crash left or another thread is writing.
 */
static int open_temporary(sls_out *out)
{
    const char *slash = strrchr(out->target, '/');
    const char *name = slash ? slash + 1 : out->target;
    const int folder = (int)(name - out->target);
    const size_t size = strlen(out->target) + 64;

    out->temporary = malloc(size);
    if (!out->temporary)
        return ENOMEM;
    for (int n = 0; n < TRIES; n++) {
        snprintf(out->temporary, size, "%.*s.selisih-%.*s-%ld-%d.tmp", folder, out->target,
                 NAME_PART, name, (long)getpid(), n);
        do
            out->fd = open(out->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        while (out->fd < 0 && errno == EINTR);
        if (out->fd >= 0 && sls_sweep_keep(out->fd))
            return 0;
        if (out->fd < 0 && errno != EEXIST)
            break;
        if (out->fd >= 0)
            close(out->fd); /* and a sweep removes it */
        out->fd = -1;
    }
    const int reason = errno;
    free(out->temporary);
    out->temporary = NULL;
    return reason;
}

/*
 * A regular file, or none yet, is replaced; through a link, the file that the link leads to.
 * A device or a pipe is written to: renaming over /dev/null would take it from everyone.
 */
static int open_target(sls_out *out)
{
    struct stat about;

    if (strcmp(out->path, "-") == 0) {
        out->fd = STDOUT_FILENO;
        return 0;
    }
    const bool there = stat(out->path, &about) == 0;
    if (there && S_ISDIR(about.st_mode))
        return EISDIR;
    if (there && !S_ISREG(about.st_mode)) {
        out->fd = open(out->path, O_WRONLY | O_CLOEXEC);
        return out->fd < 0 ? errno : 0;
    }
    out->target = there ? realpath(out->path, NULL) : strdup(out->path);
    if (!out->target)
        return errno;
    return open_temporary(out);
}

static int open_behind(sls_out *out)
{
    out->fd = open(out->path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    return out->fd < 0 ? errno : 0;
}

static void release(sls_out *out)
{
    if (out->fd >= 0 && out->fd != STDOUT_FILENO)
        close(out->fd);
    if (out->temporary)
        unlink(out->temporary);
    free(out->temporary);
    free(out->target);
    free(out->path);
    free(out->buffer);
    free(out->hash);
    free(out);
}

static sls_status open_out(const char *path, bool append, sls_out **out, sls_diag *diag)
{
    sls_out *opened = calloc(1, sizeof *opened);

    if (!opened)
        return failed(diag, path, "write", ENOMEM);
    opened->fd = -1;
    opened->cap = BUFFER;
    opened->buffer = malloc(BUFFER);
    opened->path = path ? strdup(path) : NULL;
    int reason = opened->buffer && (!path || opened->path) ? 0 : ENOMEM;
    if (!reason && append)
        reason = open_behind(opened);
    else if (!reason && path)
        reason = open_target(opened);
    if (reason) {
        release(opened);
        return failed(diag, path, "write", reason);
    }
    *out = opened;
    return SLS_OK;
}

sls_status sls_out_open(const char *path, sls_out **out, sls_diag *diag)
{
    return open_out(path, false, out, diag);
}

sls_status sls_out_append(const char *path, sls_out **out, sls_diag *diag)
{
    return open_out(path, true, out, diag);
}

/* Hands bytes to the system; the first failure is kept. */
static void write_through(sls_out *out, const char *bytes, size_t len)
{
    while (len && !out->error) {
        const ssize_t done = write(out->fd, bytes, len);
        if (done < 0) {
            if (errno != EINTR)
                out->error = errno;
            continue;
        }
        bytes += done;
        len -= (size_t)done;
    }
}

static void deliver(sls_out *out, sls_str bytes)
{
    write_through(out, bytes.ptr, bytes.len);
    out->passed += bytes.len;
    if (out->hash)
        (void)XXH3_128bits_update(out->hash, bytes.ptr, bytes.len);
    if (out->copy && out->copy->len + bytes.len <= out->copy_most)
        sls_out_write(out->copy, bytes);
    else if (out->copy)
        out->copy->error = EFBIG;
}

static void flush(sls_out *out)
{
    if (!out->path)
        return;
    deliver(out, (sls_str){ out->buffer, out->len });
    out->len = 0;
}

char *sls_out_room(sls_out *out, size_t size)
{
    if (out->error)
        return NULL;
    if (size <= out->cap - out->len)
        return out->buffer + out->len;
    flush(out);
    if (size <= out->cap - out->len)
        return out->error ? NULL : out->buffer + out->len;

    size_t cap = out->cap;
    while (cap - out->len < size && cap <= SIZE_MAX / 2)
        cap *= 2;
    char *larger = cap - out->len >= size ? realloc(out->buffer, cap) : NULL;
    if (!larger) {
        out->error = ENOMEM;
        return NULL;
    }
    out->buffer = larger;
    out->cap = cap;
    return out->buffer + out->len;
}

void sls_out_advance(sls_out *out, size_t size)
{
    out->len += size;
}

void sls_out_write(sls_out *out, sls_str bytes)
{
    if (out->path && bytes.len >= BUFFER && !out->error) { /* as much as the buffer: not into it */
        flush(out);
        deliver(out, bytes);
        return;
    }
    char *room = sls_out_room(out, bytes.len);

    if (!room || bytes.len == 0)
        return;
    memcpy(room, bytes.ptr, bytes.len);
    out->len += bytes.len;
}

uint64_t sls_out_size(const sls_out *out)
{
    return out->passed + out->len;
}

void sls_out_copy(sls_out *out, int from, uint64_t at, uint64_t size)
{
    while (size > 0) {
        const size_t some = size < CHUNK ? (size_t)size : CHUNK;
        char *const room = sls_out_room(out, some);
        if (!room)
            return;
        const ssize_t got = pread(from, room, some, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            out->error = got < 0 ? errno : EIO;
            out->doing = "read again what it is to keep";
            return;
        }
        sls_out_advance(out, (size_t)got);
        at += (uint64_t)got;
        size -= (uint64_t)got;
    }
}

void sls_out_part(sls_out_parts *parts, uint64_t at, uint64_t size)
{
    if (size > 0 && parts->at + parts->size != at) {
        sls_out_parts_end(parts);
        parts->at = at;
    }
    parts->size += size;
}

void sls_out_parts_end(sls_out_parts *parts)
{
    if (parts->size > 0)
        sls_out_copy(parts->out, parts->from, parts->at, parts->size);
    parts->size = 0;
}

void sls_out_take(sls_out *out, const sls_out *page)
{
    if (!out->error)
        out->error = page->error;
    sls_out_write(out, (sls_str){ page->buffer, page->len });
}

void sls_out_format(sls_out *out, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    const int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *room = len < 0 ? NULL : sls_out_room(out, (size_t)len + 1);
    if (room) {
        vsnprintf(room, (size_t)len + 1, format, again);
        out->len += (size_t)len;
    } else if (!out->error) {
        out->error = EOVERFLOW;
    }
    va_end(again);
}

int sls_out_style(const sls_out *out)
{
    return out->style;
}

void sls_out_set_style(sls_out *out, int style)
{
    out->style = style;
}

void sls_out_set_unsynced(sls_out *out)
{
    out->unsynced = true;
}

void sls_out_set_copy(sls_out *out, sls_out *copy, size_t most)
{
    out->copy = copy;
    out->copy_most = most;
}

void sls_out_note(sls_out *out, sls_ledger *ledger, sls_imprint made)
{
    out->ledger = ledger;
    out->made = made;
    if (!ledger || !out->target)
        return;
    out->hash = aligned_alloc(64, (sizeof *out->hash + 63) / 64 * 64);
    if (!out->hash)
        return;
    XXH3_INITSTATE(out->hash);
    (void)XXH3_128bits_reset(out->hash);
}

sls_str sls_out_text(const sls_out *out)
{
    return (sls_str){ out->buffer, out->len };
}

sls_status sls_out_empty(sls_out *out, sls_diag *diag)
{
    out->len = 0;
    return out->error ? failed(diag, out->path, doing(out), out->error) : SLS_OK;
}

/* Up to CHUNK bytes at `at`, fewer at the end alone; -1: they cannot be read. */
static ssize_t read_at(int fd, char *bytes, off_t at)
{
    size_t len = 0;
    while (len < CHUNK) {
        const ssize_t got = pread(fd, bytes + len, CHUNK - len, at + (off_t)len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    return (ssize_t)len;
}

/* The buffer is written by now: both sides are read into it. */
static bool same_bytes(const sls_out *out, int old)
{
    ssize_t got;
    off_t at = 0;
    do {
        got = read_at(out->fd, out->buffer, at);
        if (got < 0 || read_at(old, out->buffer + CHUNK, at) != got ||
            memcmp(out->buffer, out->buffer + CHUNK, (size_t)got) != 0)
            return false;
        at += got;
    } while (got > 0);
    return true;
}

/* Whether the target holds these very bytes: what stands there is left, which spares the disk. */
static bool is_there(const sls_out *out)
{
    struct stat ours, theirs;
    sls_imprint bytes;
    if (out->hash && sls_ledger_recalls(out->ledger, sls_str_of(out->path), &bytes)) {
        const XXH128_hash_t hash = XXH3_128bits_digest(out->hash);
        return hash.low64 == bytes.low && hash.high64 == bytes.high;
    }
    const int old = open(out->target, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (old < 0)
        return false;
    const bool same = fstat(out->fd, &ours) == 0 && fstat(old, &theirs) == 0 &&
                      S_ISREG(theirs.st_mode) && ours.st_size == theirs.st_size &&
                      same_bytes(out, old);
    close(old);
    return same;
}

/* The temporary file takes the target's place. */
static void replace(sls_out *out)
{
    if (is_there(out))
        return; /* release removes the temporary file */
    if (!out->unsynced && fsync(out->fd) != 0)
        out->error = errno;
    if (close(out->fd) != 0 && !out->error)
        out->error = errno;
    out->fd = -1;
    if (out->error)
        return;
    if (rename(out->temporary, out->target) != 0) {
        out->error = errno;
        return;
    }
    free(out->temporary);
    out->temporary = NULL;
}

/* What stands at the target is noted as ours when it has our size: a run at once may write too. */
static void note(const sls_out *out, uint64_t size)
{
    sls_ledger *const ledger = out->ledger;
    sls_ledger_row row = { .noted = time(NULL) };
    if (!out->hash || sls_arena_copy(ledger->arena, sls_str_of(out->path), &row.path) != SLS_OK ||
        !sls_file_mark_of(out->path, &row.mark) || row.mark.size != size) {
        ledger->lost = true;
        return;
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(out->hash);
    row.bytes = (sls_imprint){ hash.low64, hash.high64 };
    row.made = out->made;
    sls_ledger_row *const noted = sls_vec_push(&ledger->rows, ledger->arena);
    if (noted)
        *noted = row;
    else
        ledger->lost = true;
}

sls_status sls_out_commit(sls_out *out, sls_diag *diag)
{
    flush(out);
    const off_t size = out->ledger && out->temporary ? lseek(out->fd, 0, SEEK_CUR) : 0;
    if (!out->error && out->temporary)
        replace(out);
    if (!out->error && out->ledger)
        note(out, (uint64_t)size);

    if (out->fd == STDOUT_FILENO && out->error == EPIPE) /* a reader that has seen enough */
        out->error = 0;
    const sls_status status = out->error ? failed(diag, out->path, doing(out), out->error) : SLS_OK;
    release(out);
    return status;
}

void sls_out_abandon(sls_out *out)
{
    if (out)
        release(out);
}

/* One folder; one that is there already is fine. */
static sls_status make_folder(const char *path, sls_diag *diag)
{
    struct stat about;

    if (mkdir(path, 0777) == 0)
        return SLS_OK;
    const int reason = errno;
    if (stat(path, &about) == 0)
        return S_ISDIR(about.st_mode) ? SLS_OK : failed(diag, path, "make the folder", ENOTDIR);
    return failed(diag, path, "make the folder", reason);
}

sls_status sls_make_folders(const char *path, sls_diag *diag)
{
    char *part = strdup(path);
    sls_status status = SLS_OK;

    if (!part)
        return failed(diag, path, "make the folder", ENOMEM);
    for (char *slash = strchr(part, '/'); slash && status == SLS_OK;
         slash = strchr(slash + 1, '/')) {
        if (slash == part || slash[-1] == '/')
            continue;
        *slash = '\0';
        status = make_folder(part, diag);
        *slash = '/';
    }
    if (status == SLS_OK && *part && part[strlen(part) - 1] != '/')
        status = make_folder(part, diag);
    free(part);
    return status;
}

sls_status sls_make_parents(const char *path, sls_diag *diag)
{
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return SLS_OK;
    char *folder = strndup(path, (size_t)(slash - path));
    if (!folder)
        return failed(diag, path, "make the folder", ENOMEM);
    const sls_status status = sls_make_folders(folder, diag);
    free(folder);
    return status;
}
