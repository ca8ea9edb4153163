/*
 * commands.h - what each command does, once its options are read.
 *
 * Each prints what it has to say and returns the exit status of the process: 0, 1 or 2.
 */
#ifndef SLS_CLI_COMMANDS_H
#define SLS_CLI_COMMANDS_H

#include "cli/options.h"

#define SLS_EXIT_OK       0
#define SLS_EXIT_FINDINGS 1
#define SLS_EXIT_TROUBLE  2 /* wins over findings: they may not be all */

/* extract and mentions: articles in, CSV rows out, in memory that does not grow. */
int sls_run_filter(const sls_options *options);
/* match and compare: the later stages, on what the one before wrote. */
int sls_run_stage(const sls_options *options);
/* check: claims, reports and findings. */
int sls_run_check(const sls_options *options);

/* review: decisions of the review page into decisions.csv. */
int sls_run_review(const sls_options *options);
/* table: facts by source, claim reviews, corrections. */
int sls_run_table(const sls_options *options);
/* explain: one finding, at length. */
int sls_run_explain(const sls_options *options);
/* init: a starter corpus, settings, and the files of CI services. */
int sls_run_init(const sls_options *options);

#endif
