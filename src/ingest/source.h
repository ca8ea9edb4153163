/*
 * source.h - one input, opened: its records, one after the other, whatever it holds.
 *
 * For ingest.c only. Memory is bounded by a record. Not shared between threads.
 */
#ifndef SLS_INGEST_SOURCE_H
#define SLS_INGEST_SOURCE_H

#include "ingest/ingest.h"
#include "ingest/inputs.h"

typedef struct sls_source sls_source;

/* `input` and `limits` are borrowed. SLS_OK; SLS_ENOMEM; else `*diag` says what is wrong. */
SLS_MUST_USE sls_status sls_source_open(const sls_input *input, const sls_ingest_limits *limits,
                                        sls_source **out, sls_diag *diag);
void sls_source_close(sls_source *source); /* NULL is allowed */
/*
 * The next record, whose path, file and manifest the caller has filled; id, line, kind and bytes
 * are set here. SLS_OK; SLS_ENOTFOUND at the end; any other: `*diag` says what is wrong, and the
 * next call goes on behind it or ends.
 */
SLS_MUST_USE sls_status sls_source_next(sls_source *source, sls_arena *arena, sls_record *out,
                                        sls_diag *diag);

#endif
