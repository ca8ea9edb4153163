#include "io/stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAGIC = 6, CHUNK = 64 << 10 };

struct sls_stream {
    char *path;
    int fd; /* -1: a member of another's archive */
    size_t size;
    char first[MAGIC]; /* read ahead, to be given before the rest */
    size_t first_at, first_len;
    struct archive *packed;      /* what unpacks; NULL: bytes are as they lie */
    struct archive_entry *entry; /* what `packed` is at */
    char *chunk;                 /* packed bytes on their way to `packed` */
    int error;                   /* errno of a read below `packed` */
};

struct sls_archive {
    sls_stream *file;
    sls_stream member;
};

static sls_status system_error(sls_diag *diag, const char *path, const char *doing, int reason)
{
    char text[128];

    if (strerror_r(reason, text, sizeof text) != 0)
        text[0] = '\0';
    if (reason == ENOMEM)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "cannot %s: out of memory", doing);
    return sls_diag_set(diag, reason == ENOENT || reason == ENOTDIR ? SLS_ENOTFOUND : SLS_EIO, path,
                        0, "cannot %s: %s", doing, text[0] ? text : "unknown reason");
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

static bool is_packed(const char *first, size_t len)
{
    static const sls_str magics[] = { SLS_S("\x1f\x8b"), SLS_S("\x28\xb5\x2f\xfd"),
                                      SLS_S("\xfd"
                                            "7zXZ"),
                                      SLS_S("BZh") };
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (sls_str_starts((sls_str){ first, len }, magics[i]))
            return true;
    return false;
}

/* libarchive's way to bytes: what was read ahead, then the file. */
static la_ssize_t feed(struct archive *archive, void *context, const void **bytes)
{
    sls_stream *const s = context;
    ssize_t got;
    (void)archive;
    if (s->first_len > 0) {
        got = (ssize_t)s->first_len;
        *bytes = s->first;
        s->first_len = 0;
        return got;
    }
    got = read_some(s->fd, s->chunk, CHUNK);
    if (got < 0)
        s->error = errno;
    *bytes = s->chunk;
    return got;
}

static sls_status unpacker_failed(sls_stream *s, const char *what, sls_diag *diag)
{
    if (s->error)
        return system_error(diag, s->path, "read", s->error);
    const char *const why = s->packed ? archive_error_string(s->packed) : NULL;
    if (!s->packed || archive_errno(s->packed) == ENOMEM)
        return sls_diag_set(diag, SLS_ENOMEM, s->path, 0, "out of memory while unpacking");
    return sls_diag_set(diag, SLS_EIO, s->path, 0, "%s: %s", what, why ? why : "damaged");
}

/*
 * Makes `s->packed` of all packings and, as `formats` adds them, of these containers. libarchive
 * 3.6 goes on where it had no memory for the data of a callback or for an entry of its own.
 */
static sls_status unpack(sls_stream *s, int (*formats)(struct archive *), sls_diag *diag)
{
    s->chunk = malloc(CHUNK);
    s->packed = s->chunk ? archive_read_new() : NULL;
    s->entry = s->packed ? archive_entry_new() : NULL;
    if (!s->packed || !s->entry)
        return sls_diag_set(diag, SLS_ENOMEM, s->path, 0, "out of memory while unpacking");
    if (archive_read_support_filter_gzip(s->packed) < ARCHIVE_WARN ||
        archive_read_support_filter_bzip2(s->packed) < ARCHIVE_WARN ||
        archive_read_support_filter_xz(s->packed) < ARCHIVE_WARN ||
        archive_read_support_filter_zstd(s->packed) < ARCHIVE_WARN ||
        formats(s->packed) != ARCHIVE_OK ||
        archive_read_set_read_callback(s->packed, feed) != ARCHIVE_OK ||
        archive_read_set_callback_data(s->packed, s) != ARCHIVE_OK ||
        archive_read_open1(s->packed) != ARCHIVE_OK)
        return unpacker_failed(s, "cannot be unpacked", diag);
    return SLS_OK;
}

static int raw(struct archive *archive)
{
    return archive_read_support_format_raw(archive);
}

static sls_status begin_unpacking(sls_stream *s, sls_diag *diag)
{
    sls_status status = unpack(s, raw, diag);
    if (status == SLS_OK && archive_read_next_header2(s->packed, s->entry) != ARCHIVE_OK)
        status = unpacker_failed(s, "cannot be unpacked", diag);
    s->size = 0;
    return status;
}

static sls_status read_ahead(sls_stream *s, sls_diag *diag)
{
    while (s->first_len < MAGIC) {
        const ssize_t got = read_some(s->fd, s->first + s->first_len, MAGIC - s->first_len);
        if (got < 0)
            return system_error(diag, s->path, "read", errno);
        if (got == 0)
            break;
        s->first_len += (size_t)got;
    }
    return SLS_OK;
}

/* The file with its first bytes read. */
static sls_status open_file(const char *path, sls_stream **out, sls_diag *diag)
{
    struct stat about;
    sls_stream *const s = calloc(1, sizeof *s);
    if (!s || !(s->path = strdup(path))) {
        free(s);
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "out of memory while reading");
    }
    sls_status status = SLS_OK;
    s->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (s->fd < 0)
        status = system_error(diag, path, "open", errno);
    else if (fstat(s->fd, &about) == 0 && S_ISDIR(about.st_mode))
        status = sls_diag_set(diag, SLS_EIO, path, 0, "is a folder, not a file");
    else if (fstat(s->fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0)
        s->size = (size_t)about.st_size;
    if (status == SLS_OK)
        status = read_ahead(s, diag);
    if (status != SLS_OK) {
        sls_stream_close(s);
        return status;
    }
    *out = s;
    return SLS_OK;
}

sls_status sls_stream_open(const char *path, sls_stream **out, sls_diag *diag)
{
    sls_stream *s;
    sls_status status = open_file(path, &s, diag);
    if (status != SLS_OK)
        return status;
    if (is_packed(s->first, s->first_len))
        status = begin_unpacking(s, diag);
    if (status != SLS_OK)
        sls_stream_close(s);
    else
        *out = s;
    return status;
}

void sls_stream_close(sls_stream *stream)
{
    if (!stream)
        return;
    if (stream->packed)
        archive_read_free(stream->packed);
    archive_entry_free(stream->entry);
    if (stream->fd > STDIN_FILENO)
        close(stream->fd);
    free(stream->chunk);
    free(stream->path);
    free(stream);
}

sls_status sls_stream_read(sls_stream *s, char *to, size_t size, size_t *got, sls_diag *diag)
{
    if (s->packed) {
        const la_ssize_t read = archive_read_data(s->packed, to, size);
        *got = read < 0 ? 0 : (size_t)read;
        return read < 0 ? unpacker_failed(s, "is damaged", diag) : SLS_OK;
    }
    if (s->first_at < s->first_len) {
        const size_t left = s->first_len - s->first_at;
        *got = left < size ? left : size;
        memcpy(to, s->first + s->first_at, *got);
        s->first_at += *got;
        return SLS_OK;
    }
    const ssize_t read = read_some(s->fd, to, size);
    *got = read < 0 ? 0 : (size_t)read;
    return read < 0 ? system_error(diag, s->path, "read", errno) : SLS_OK;
}

size_t sls_stream_size(const sls_stream *stream)
{
    return stream->size;
}

const char *sls_stream_path(const sls_stream *stream)
{
    return stream->path;
}

size_t sls_stream_file(const char *path)
{
    const size_t length = strlen(path);
    struct stat about;
    char *const part = strdup(path);
    size_t end = length;
    while (part && end > 0 && stat(part, &about) != 0) {
        do
            end--;
        while (end > 0 && part[end] != ':');
        part[end] = 0;
    }
    free(part);
    return end > 0 ? end : length;
}

/* --- archives --- */

static int containers(struct archive *archive)
{
    const int tar = archive_read_support_format_tar(archive);
    return tar == ARCHIVE_OK ? archive_read_support_format_zip_streamable(archive) : tar;
}

sls_status sls_archive_open(const char *path, sls_archive **out, sls_diag *diag)
{
    sls_archive *const a = calloc(1, sizeof *a);
    if (!a)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "out of memory while reading");
    sls_status status = open_file(path, &a->file, diag);
    if (status == SLS_OK)
        status = unpack(a->file, containers, diag);
    if (status == SLS_EIO && a->file && !a->file->error)
        status = sls_diag_set(diag, SLS_ESYNTAX, path, 0, "neither a tar nor a zip file");
    if (status != SLS_OK) {
        sls_archive_close(a);
        return status;
    }
    *out = a;
    return SLS_OK;
}

void sls_archive_close(sls_archive *archive)
{
    if (!archive)
        return;
    free(archive->member.path);
    sls_stream_close(archive->file);
    free(archive);
}

sls_status sls_archive_next(sls_archive *a, sls_stream **member, sls_str *name, sls_diag *diag)
{
    struct archive_entry *const entry = a->file->entry;
    int result;
    do
        result = archive_read_next_header2(a->file->packed, entry);
    while (result >= ARCHIVE_WARN && result != ARCHIVE_EOF &&
           archive_entry_filetype(entry) != AE_IFREG);
    if (result == ARCHIVE_EOF)
        return SLS_ENOTFOUND;
    if (result < ARCHIVE_WARN)
        return unpacker_failed(a->file, "is damaged", diag);
    const char *const path = archive_entry_pathname(entry);
    const char *const named = path ? path : "";
    const size_t before = strlen(a->file->path), length = strlen(named);
    free(a->member.path);
    a->member =
        (sls_stream){ .path = malloc(before + length + 2), .fd = -1, .packed = a->file->packed };
    if (!a->member.path)
        return sls_diag_set(diag, SLS_ENOMEM, a->file->path, 0, "out of memory while reading");
    memcpy(a->member.path, a->file->path, before); /* "archive.tar:member", as messages say */
    a->member.path[before] = ':';
    memcpy(a->member.path + before + 1, named, length + 1);
    if (archive_entry_size_is_set(entry) && archive_entry_size(entry) > 0)
        a->member.size = (size_t)archive_entry_size(entry);
    *name = (sls_str){ a->member.path + before + 1, length };
    *member = &a->member;
    return SLS_OK;
}
