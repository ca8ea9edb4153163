/*
 * baseline.h - findings that are known already, so that only new ones fail a build.
 *
 * A CSV with a row per finding of conflicts.csv, by id:
 *     finding_id,rule,what,a_article,a_value,b_article,b_value,severity,message
 * A finding is known when a row has its id and both its values. Editors may delete rows;
 * other columns are for the reader's eyes.
 */
#ifndef SLS_REPORT_BASELINE_H
#define SLS_REPORT_BASELINE_H

#include "io/csv.h"
#include "lexicon/lexicon.h"
#include "report/leftover.h"
#include <selisih/finding.h>

typedef struct {
    size_t known;       /* findings that are in it */
    size_t unused;      /* its rows that no finding has any more */
    sls_leftover *idle; /* those rows */
    sls_str text;       /* as it was read */
    const sls_csv_row *rows;
    size_t row_count;
    const bool *used; /* of each row */
} sls_baseline_use;

/*
 * Sets the state of every finding that the baseline in `text` holds to SLS_KNOWN. `path` is for
 * `*diag`. SLS_OK; SLS_ESYNTAX: broken CSV, or a column missing; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_baseline_mark(sls_str text, const char *path, sls_finding *findings,
                                          size_t count, sls_arena *arena, sls_baseline_use *use,
                                          sls_diag *diag);
/*
 * Writes the baseline that was read to `path`, atomically, without its unused rows; whatever else
 * editors wrote in it stays to the byte. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`.
 */
SLS_MUST_USE sls_status sls_baseline_prune(const char *path, const sls_baseline_use *use,
                                           sls_diag *diag);
/*
 * A baseline of these findings, atomically; agreements are left out, and so are findings that are
 * waived, which would otherwise never come back. SLS_OK, SLS_EIO,
 * SLS_ENOMEM with `*diag`.
 */
SLS_MUST_USE sls_status sls_baseline_write(const char *path, sls_lang ui,
                                           const sls_finding *findings, size_t count,
                                           sls_arena *arena, sls_diag *diag);

#endif
