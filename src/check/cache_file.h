/*
 * cache_file.h - the file of a cache: kept articles, under the hash of what they were read from,
 * and the input files that they came from.
 *
 * A head (magic, version, byte order, fingerprint of the build, seed of the hashes), the kept
 * articles, three tables, a foot with their sizes; the last 16 bytes are the hash of all before
 * them, in every version, so that damage and age are told apart. Numbers are of this machine.
 * A file is read whole and then never written to: what is made anew takes its place, so that runs
 * that read the old one go on undisturbed. It is not synced: a crash costs the next run its time.
 */
#ifndef SLS_CHECK_CACHE_FILE_H
#define SLS_CHECK_CACHE_FILE_H

#include "base/keys.h"
#include "io/ledger.h"

#include <stdbool.h>
#include <stdint.h>

/* A kept article. */
typedef struct {
    sls_key key;
    uint64_t offset; /* from the file's begin */
    uint32_t len;
    uint32_t age; /* runs that wrote the file since it was last used */
} sls_cache_entry;

/* An input file all of whose articles were read without complaint. */
typedef struct {
    sls_key key;
    sls_file_mark stat;    /* all 0 when nothing can be relied on */
    uint32_t first, count; /* its articles, in order, among the refs */
    uint32_t age, padding;
} sls_cache_origin;

typedef struct {
    uint32_t entry, line;
} sls_cache_ref;

typedef struct {
    char *bytes; /* the file; freed by sls_cache_image_free */
    size_t len;
    uint64_t seed;
    const sls_cache_entry *entries;
    const sls_cache_origin *origins;
    const sls_cache_ref *refs;
    size_t entry_count, origin_count, ref_count;
} sls_cache_image;

/*
 * The cache file at `path`; an empty image where there is none, or one of another build. SLS_OK;
 * SLS_ESYNTAX: damaged; SLS_EIO; SLS_ENOMEM; with `*diag` and an empty image.
 */
SLS_MUST_USE sls_status sls_cache_image_read(const char *path, sls_cache_image *out,
                                             sls_diag *diag);
/*
 * The bytes of the regular file at `path`, from malloc; `what` names it in `*diag`. Read and not
 * mapped: a file that another cuts short would end the run by a signal. SLS_OK; SLS_ENOTFOUND: none
 * is there; SLS_EIO; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_cache_bytes(const char *path, const char *what, char **bytes,
                                        size_t *len, sls_diag *diag);
/* The same as sls_cache_image_read of bytes from malloc, which `out` then owns whatever the status.
 */
SLS_MUST_USE sls_status sls_cache_image_of(char *bytes, size_t len, const char *path,
                                           sls_cache_image *out, sls_diag *diag);
void sls_cache_image_free(sls_cache_image *image);
sls_str sls_cache_kept(const sls_cache_image *image, const sls_cache_entry *entry);

typedef struct sls_seal_writer sls_cache_writer; /* as check/seal.h has it */
/* SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_cache_writer_open(const char *path, uint64_t seed,
                                              sls_cache_writer **out, sls_diag *diag);
/* Writes a kept article; its offset. Failures are told by close. */
uint64_t sls_cache_writer_put(sls_cache_writer *writer, sls_str kept);
/* Writes the tables of `image`, its bytes apart, and puts the file in its place. As open. */
SLS_MUST_USE sls_status sls_cache_writer_close(sls_cache_writer *writer,
                                               const sls_cache_image *image, sls_diag *diag);
void sls_cache_writer_abandon(sls_cache_writer *writer); /* NULL is allowed */

/* 32 hex digits that are of this build alone: what its sources and its tables say. */
const char *sls_fingerprint(void);

#endif
