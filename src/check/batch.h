/*
 * batch.h - records that are read together and worked through by one thread.
 *
 * A batch is filled from the input, worked through, taken, and used again. It owns what its
 * results refer to. Not shared: one thread at a time.
 */
#ifndef SLS_CHECK_BATCH_H
#define SLS_CHECK_BATCH_H

#include "check/cache.h"
#include "check/columns.h"
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "io/file.h"

/* What became of one record. Strings live until the batch has been taken. */
typedef struct {
    sls_article_row row;
    sls_str file;           /* stem of the claims file; "" when the input was not even read */
    size_t line;            /* of the file on which the record begins */
    bool made;              /* offsets and lines count in the decoded text, not in the file */
    sls_claim *claims;      /* what the stage kept; row.claims of them, or NULL */
    sls_column *columns;    /* of each claim, or NULL */
    const sls_diag *diag;   /* why it was skipped; NULL when it was read */
    const sls_diag *notice; /* something that is not an error; NULL when there is none */
    size_t input;           /* of the ingest, from which it comes */
    bool known;             /* a whole file that the cache knows: nothing but `row.path`, `file` */
    bool lasting;           /* its texts outlive the store that it is put into */
    sls_str later;          /* lasting: its claims are not read yet, and are to be from these bytes;
                               or "" */
    sls_cached cached;      /* for the cache, where there is one */
} sls_result;

/* Scratch of one article and what must outlive it. */
typedef struct {
    sls_reader *reader;
    sls_arena *arena; /* reset before the next article */
    sls_arena *kept;  /* lives until the batch has been taken */
    sls_out *text;    /* collects in memory; handed to take as `text` */
} sls_desk;

typedef struct {
    /* Worker threads: one article. SLS_OK, SLS_ENOMEM (the article is skipped). */
    sls_status (*work)(void *context, const sls_desk *desk, const sls_document *document,
                       sls_result *result);
    /* Main thread, before anything is read; may be NULL. */
    void (*begin)(void *context, sls_ingest *ingest);
    /* Main thread, in input order: a batch. False ends the run, which is no error. */
    bool (*take)(void *context, const sls_result *results, size_t count, sls_str text);
    /* Worker threads: what depends on more than the article; may be NULL. As work. */
    sls_status (*finish)(void *context, sls_result *result, sls_arena *kept);
    sls_cache *cache; /* asked before `work` is; NULL: none */
    void *context;
} sls_stage;

#define SLS_BATCH_RECORDS 64

typedef struct {
    sls_arena *raw, *kept;
    sls_out *text;
    sls_record records[SLS_BATCH_RECORDS];
    sls_result results[SLS_BATCH_RECORDS]; /* for each record, or for what could not be one */
    bool has_record[SLS_BATCH_RECORDS];
    size_t count;
    bool last;         /* the input ended in it */
    sls_status status; /* not SLS_OK: the run cannot go on, `diag` says why */
    sls_diag diag;
} sls_batch;

/* NULL when memory ran out. */
sls_batch *sls_batch_new(void);
void sls_batch_free(sls_batch *batch); /* NULL is allowed */
/* Forgets the last round and reads records until the batch is full or the input ends. */
void sls_batch_fill(sls_batch *batch, sls_ingest *ingest);
/*
 * Decodes every record and lets `stage` work on its article; `arena` is scratch. What fails is
 * a skipped result; only memory that ran out for the results themselves sets batch->status.
 */
void sls_batch_work(sls_batch *batch, const sls_stage *stage, sls_ingest_limits limits,
                    sls_reader *reader, sls_arena *arena);
/*
 * To be called when the batch has been taken: SLS_OK, or SLS_ENOMEM with `*diag` when its text
 * had not fitted into memory and so was not whole.
 */
SLS_MUST_USE sls_status sls_batch_close(sls_batch *batch, sls_diag *diag);

#endif
