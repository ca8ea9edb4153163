#include "check/cache_file.h"

#include "check/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char magic[16] = "selisih claims\n";
enum { VERSION = 1 };

typedef struct {
    sls_seal seal;
    uint64_t seed;
} head;

/* The tables lie before it in the order of their counts. */
typedef struct {
    uint64_t entries, origins, refs, padding;
    XXH128_canonical_t hash;
} foot;

_Static_assert(sizeof(head) % 8 == 0 && sizeof(sls_cache_entry) % 8 == 0 &&
                   sizeof(sls_cache_origin) % 8 == 0 && sizeof(sls_cache_ref) % 8 == 0,
               "tables are used where they lie");

void sls_cache_image_free(sls_cache_image *image)
{
    free(image->bytes);
    *image = (sls_cache_image){ 0 };
}

sls_str sls_cache_kept(const sls_cache_image *image, const sls_cache_entry *entry)
{
    return (sls_str){ image->bytes + entry->offset, entry->len };
}

static sls_status damaged(const char *path, sls_diag *diag)
{
    return sls_diag_set(diag, SLS_ESYNTAX, path, 0,
                        "the cache of claims is damaged: it is made anew");
}

/* A whole file of this build can be relied on; that its parts fit is checked all the same. */
static bool tables_fit(const sls_cache_image *image, size_t begin)
{
    for (size_t i = 0; i < image->entry_count; i++) {
        const sls_cache_entry *const e = &image->entries[i];
        if (e->offset % 8 != 0 || e->offset < sizeof(head) || e->offset > begin ||
            e->len > begin - e->offset)
            return false;
    }
    for (size_t i = 0; i < image->origin_count; i++) {
        const sls_cache_origin *const o = &image->origins[i];
        if (o->first > image->ref_count || o->count > image->ref_count - o->first)
            return false;
    }
    for (size_t i = 0; i < image->ref_count; i++)
        if (image->refs[i].entry >= image->entry_count)
            return false;
    return true;
}

/* Finds the tables. */
static bool locate(sls_cache_image *image, foot f)
{
    const uint64_t most = image->len;
    size_t at = image->len - sizeof f;
    if (f.entries > most || f.origins > most || f.refs > most)
        return false;
    const uint64_t size = f.entries * sizeof *image->entries + f.origins * sizeof *image->origins +
                          f.refs * sizeof *image->refs;
    if (size > at - sizeof(head) || (at - size) % 8 != 0)
        return false;
    at -= size;
    const size_t begin = at;
    image->entry_count = f.entries;
    image->origin_count = f.origins;
    image->ref_count = f.refs;
    image->entries = (const void *)(image->bytes + at);
    at += f.entries * sizeof *image->entries;
    image->origins = (const void *)(image->bytes + at);
    at += f.origins * sizeof *image->origins;
    image->refs = (const void *)(image->bytes + at);
    return tables_fit(image, begin);
}

sls_status sls_cache_image_of(char *bytes, size_t len, const char *path, sls_cache_image *out,
                              sls_diag *diag)
{
    head h;
    foot f;
    *out = (sls_cache_image){ .bytes = bytes, .len = len };
    if (len < sizeof h + sizeof f || !sls_seal_is_whole(bytes, len)) {
        sls_cache_image_free(out);
        return damaged(path, diag);
    }
    memcpy(&h, bytes, sizeof h);
    memcpy(&f, bytes + len - sizeof f, sizeof f);
    if (!sls_seal_is_ours(&h.seal, magic, VERSION)) {
        sls_cache_image_free(out);
        return SLS_OK;
    }
    out->seed = h.seed;
    if (!locate(out, f)) {
        sls_cache_image_free(out);
        return damaged(path, diag);
    }
    return SLS_OK;
}

static sls_status unreadable(const char *path, const char *what, int error, sls_diag *diag)
{
    char text[128];
    if (strerror_r(error, text, sizeof text) != 0)
        text[0] = 0;
    return sls_diag_set(diag, SLS_EIO, path, 0, "cannot read %s: %s", what, text);
}

/* Up to `size` bytes; fewer where the file is shorter than it was. */
static int read_bytes(int fd, char *bytes, size_t size, size_t *len)
{
    *len = 0;
    while (*len < size) {
        const ssize_t got = read(fd, bytes + *len, size - *len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            break;
        *len += (size_t)got;
    }
    return 0;
}

static sls_status read_file(int fd, const char *path, const char *what, char **out, size_t *len,
                            sls_diag *diag)
{
    struct stat about;
    if (fstat(fd, &about) != 0)
        return unreadable(path, what, errno, diag);
    if (!S_ISREG(about.st_mode))
        return sls_diag_set(diag, SLS_EIO, path, 0, "cannot read %s: not a regular file", what);
    const size_t size = (size_t)about.st_size;
    char *const bytes = malloc(size + 1);
    if (!bytes)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "no memory for %s", what);
    const int error = read_bytes(fd, bytes, size, len);
    if (error != 0) {
        free(bytes);
        return unreadable(path, what, error, diag);
    }
    *out = bytes;
    return SLS_OK;
}

sls_status sls_cache_bytes(const char *path, const char *what, char **bytes, size_t *len,
                           sls_diag *diag)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ? SLS_ENOTFOUND
                                                   : unreadable(path, what, errno, diag);
    const sls_status status = read_file(fd, path, what, bytes, len, diag);
    close(fd);
    return status;
}

sls_status sls_cache_image_read(const char *path, sls_cache_image *out, sls_diag *diag)
{
    char *bytes;
    size_t len;
    *out = (sls_cache_image){ 0 };
    const sls_status status = sls_cache_bytes(path, "the cache of claims", &bytes, &len, diag);
    if (status != SLS_OK)
        return status == SLS_ENOTFOUND ? SLS_OK : status;
    return sls_cache_image_of(bytes, len, path, out, diag);
}

sls_status sls_cache_writer_open(const char *path, uint64_t seed, sls_cache_writer **out,
                                 sls_diag *diag)
{
    const head h = { sls_seal_of(magic, VERSION), seed };
    const sls_status status = sls_seal_open(path, "the cache of claims", out, diag);
    if (status == SLS_OK)
        (void)sls_seal_put(*out, &h, sizeof h);
    return status;
}

uint64_t sls_cache_writer_put(sls_cache_writer *w, sls_str kept)
{
    return sls_seal_put(w, kept.ptr, kept.len);
}

sls_status sls_cache_writer_close(sls_cache_writer *w, const sls_cache_image *image, sls_diag *diag)
{
    const foot f = { .entries = image->entry_count,
                     .origins = image->origin_count,
                     .refs = image->ref_count };
    (void)sls_seal_put(w, image->entries, image->entry_count * sizeof *image->entries);
    (void)sls_seal_put(w, image->origins, image->origin_count * sizeof *image->origins);
    (void)sls_seal_put(w, image->refs, image->ref_count * sizeof *image->refs);
    (void)sls_seal_put(w, &f, sizeof f - sizeof f.hash); /* which closing writes */
    return sls_seal_close(w, diag);
}

void sls_cache_writer_abandon(sls_cache_writer *w)
{
    sls_seal_abandon(w);
}
