/*
 * pipeline.h - articles in, work on each in parallel, results out in input order.
 *
 * Records are read in batches; each of N workers reads the next batch under a lock, decodes and
 * works through it alone, and the main thread takes the finished batches in the order in which
 * they were read. A fixed number of batches is in flight and each is reused, so memory is
 * bounded by the largest articles, whatever the length of the input. With one job there are no
 * threads at all.
 */
#ifndef SLS_CHECK_PIPELINE_H
#define SLS_CHECK_PIPELINE_H

#include "check/batch.h"

typedef struct {
    size_t jobs;              /* 1..64 */
    sls_ingest_limits ingest; /* an article's, and the names of its members */
} sls_pipeline_limits;

/*
 * Runs `stage` over everything that `ingest` gives. SLS_OK, also when articles were skipped;
 * SLS_ENOMEM, SLS_EIO with `*diag` when the run could not go on.
 */
SLS_MUST_USE sls_status sls_pipeline_run(sls_ingest *ingest, const sls_grammar *grammar,
                                         const sls_stage *stage, sls_pipeline_limits limits,
                                         sls_diag *diag);
/* The same over `paths`, with a grammar and an ingest made for it. As sls_pipeline_run, and
 * SLS_EPATTERN. */
SLS_MUST_USE sls_status sls_pipeline_over(const char *const *paths, size_t count,
                                          const sls_stage *stage, sls_pipeline_limits limits,
                                          sls_diag *diag);

#endif
