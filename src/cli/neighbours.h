/*
 * neighbours.h - the sentences around the claims of findings, for the review page.
 *
 * Claims keep their own sentence alone, so that memory does not grow with the articles. The few
 * articles that findings speak of are read once more; what came from standard input has no
 * neighbours, nor has what cannot be read any more.
 */
#ifndef SLS_CLI_NEIGHBOURS_H
#define SLS_CLI_NEIGHBOURS_H

#include "ingest/ingest.h"
#include "report/report.h"

/*
 * Of a and b of each of the report's first `count` findings in turn, in `arena`. `limits`
 * are those of the check. `*fault` is the first file that could not be read again, its status
 * SLS_OK when all could. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_neighbours_read(const sls_report *report, size_t count,
                                            const sls_ingest_limits *limits, sls_arena *arena,
                                            sls_neighbours **out, sls_diag *fault);

#endif
