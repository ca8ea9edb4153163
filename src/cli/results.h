/*
 * results.h - the files that a check leaves: claims/ and reports/, each written atomically.
 */
#ifndef SLS_CLI_RESULTS_H
#define SLS_CLI_RESULTS_H

#include "check/store.h"
#include "cli/quiet.h"
#include "compare/compare.h"
#include "io/csv.h"
#include "io/ledger.h"
#include "match/match.h"

/*
 * A claims file for each input file and reports/articles.csv. `claims` and `reports` are
 * folders, made when missing; reports are of `dialect`, claims never. What is written is noted in
 * `ledger`, unless that is NULL. SLS_OK, SLS_EIO, SLS_ENOMEM
 * with `*diag`.
 */
SLS_MUST_USE sls_status sls_results_articles(sls_store *store, const char *claims,
                                             const char *reports, sls_csv_dialect dialect,
                                             sls_ledger *ledger, sls_diag *diag);
/*
 * conflicts.csv, agreements.csv and facts.csv in `reports`, by up to `jobs` threads; `quiet` has
 * what is not among the findings, or is NULL. As above.
 */
SLS_MUST_USE sls_status sls_results_findings(const char *reports, sls_csv_dialect dialect,
                                             sls_lang ui, const sls_matching *matching,
                                             const sls_findings *findings, sls_quiet *quiet,
                                             size_t jobs, sls_ledger *ledger, sls_diag *diag);

#endif
