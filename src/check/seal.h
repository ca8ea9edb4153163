/*
 * seal.h - how a kept file begins and ends: whose it is, and the hash of all before its last bytes.
 *
 * In every version, so that damage and age are told apart. Of this machine and this build alone.
 */
#ifndef SLS_CHECK_SEAL_H
#define SLS_CHECK_SEAL_H

#include "check/cache_file.h"

#include <stdbool.h>
#include <string.h>
#ifndef XXH_INLINE_ALL
#define XXH_INLINE_ALL
#endif
#include <xxhash.h>

typedef struct {
    char magic[16];
    uint32_t version, order; /* of bytes */
    char fingerprint[32];    /* of the build */
} sls_seal;

static inline sls_seal sls_seal_of(const char magic[16], uint32_t version)
{
    sls_seal seal = { .version = version, .order = 0x01020304 };
    memcpy(seal.magic, magic, sizeof seal.magic);
    memcpy(seal.fingerprint, sls_fingerprint(), sizeof seal.fingerprint);
    return seal;
}

static inline bool sls_seal_is_ours(const sls_seal *seal, const char magic[16], uint32_t version)
{
    const sls_seal ours = sls_seal_of(magic, version);
    return memcmp(seal, &ours, sizeof ours) == 0;
}

static inline XXH128_canonical_t sls_seal_hash(XXH128_hash_t hash)
{
    XXH128_canonical_t out;
    XXH128_canonicalFromHash(&out, hash);
    return out;
}

/* Whether the last bytes are the hash of all before them. */
static inline bool sls_seal_is_whole(const char *bytes, size_t len)
{
    if (len < sizeof(XXH128_canonical_t))
        return false;
    const size_t end = len - sizeof(XXH128_canonical_t);
    const XXH128_canonical_t hash = sls_seal_hash(XXH3_128bits(bytes, end));
    return memcmp(&hash, bytes + end, sizeof hash) == 0;
}

/* A file whose head is kept in memory as it lies, its seal first. */
typedef struct {
    char magic[16];
    uint32_t version;
    size_t head_size;
    const char *what;    /* "what the last check found" */
    const char *damaged; /* the message where it is */
    /* Finds its tables in the `len` bytes, which hold a head and the hash at least. */
    bool (*locate)(char *bytes, size_t len, void *tables);
} sls_seal_kind;

/* Reads such a file: `*tables` refer to `*bytes`, which the caller frees. SLS_ENOTFOUND without a
 * word where there is none or it is of another build, SLS_ESYNTAX for damage, SLS_EIO, SLS_ENOMEM
 * with `*diag`; but for SLS_OK, `*bytes` is as it was and `*tables` not to be used. */
SLS_MUST_USE sls_status sls_seal_read(const sls_seal_kind *kind, const char *path, void *tables,
                                      char **bytes, sls_diag *diag);

/* Writes such a file. It is not synced: a crash costs the next run its time. */
typedef struct sls_seal_writer sls_seal_writer;
/* `what` names it where memory is short. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_seal_open(const char *path, const char *what, sls_seal_writer **out,
                                      sls_diag *diag);
/* Where the bytes stand in the file. Failures are told by close. */
uint64_t sls_seal_put(sls_seal_writer *writer, const void *bytes, size_t len);
/* Writes the hash, puts the file in its place and frees. As open. */
SLS_MUST_USE sls_status sls_seal_close(sls_seal_writer *writer, sls_diag *diag);
/* Leaves what was there and frees; NULL is no writer. */
void sls_seal_abandon(sls_seal_writer *writer);

#endif
