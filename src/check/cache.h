/*
 * cache.h - claims that an earlier run has read, taken up where an article has not changed.
 *
 * An article is found by the hash of everything that its claims depend on: its bytes, what its
 * manifest says of it, what names it, the options of reading. An input file all of whose articles
 * were read without complaint is known as a whole by what stat says of it, and then not even
 * opened; a file that was changed shortly before it was looked at is not, since a second change
 * within the clock's grain would leave no trace. The main thread owns a cache; workers may only ask
 * it.
 */
#ifndef SLS_CHECK_CACHE_H
#define SLS_CHECK_CACHE_H

#include "check/cache_file.h"
#include "ingest/inputs.h"

typedef struct sls_cache sls_cache;

#define SLS_CACHE_NONE UINT32_MAX

/* What of a record goes into the cache when its result has been taken. */
typedef struct {
    sls_key key;
    uint32_t entry; /* it was found as this one; SLS_CACHE_NONE: it was not */
    sls_str kept;   /* else its bytes; "" where there is nothing to keep */
} sls_cached;

/*
 * The cache in `folder`, which is made when there is something to keep. `by_stat`: files are known
 * by it. SLS_OK, also where there is no cache yet; SLS_ESYNTAX, SLS_EIO: what is there cannot be
 * used,
 * `*diag` says why, and `*out` is an empty one; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_cache_open(const char *folder, bool by_stat, sls_ingest_limits limits,
                                       sls_cache **out, sls_diag *diag);
void sls_cache_close(sls_cache *cache); /* NULL is allowed */

/* Nobody who writes articles knows it: what hashes them begins with it. */
uint64_t sls_cache_seed(const sls_cache *cache);

/* Looks at the input files and lets `ingest` pass over those that are known. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_cache_begin(sls_cache *cache, sls_ingest *ingest);

/* Any thread: the key of a record, and its kept article, "" where there is none. */
sls_str sls_cache_find(const sls_cache *cache, const sls_record *record, sls_cached *out);

/* An article of a file that is known. */
typedef struct {
    sls_key key;
    uint32_t entry;
    size_t line;
    sls_str kept; /* lives as long as the cache */
} sls_cache_article;
/* How many articles the known input has. */
size_t sls_cache_articles(const sls_cache *cache, size_t input);
sls_cache_article sls_cache_article_at(const sls_cache *cache, size_t input, size_t i);

/*
 * Keeps what was taken, in the order of the inputs: of `input` on `line`; NULL: it was skipped.
 * What cannot be written is told by sls_cache_save. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_cache_take(sls_cache *cache, size_t input, size_t line,
                                       const sls_cached *cached);
/* Says that kept articles cannot be read, with `status`, which it returns. */
sls_status sls_cache_refuse(sls_status status, sls_diag *diag);

/* Writes the cache when there is something new in it. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_cache_save(sls_cache *cache, sls_diag *diag);

#endif
