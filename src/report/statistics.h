/*
 * statistics.h - how many findings there are of each rule, as a table for --statistics.
 *
 *     errors  warnings  notes  known  waived  agree  rule
 *          2         0      0      0       0      0  title-conflict
 *
 * Rules without findings are left out. Times are not told: the same articles give the same bytes.
 */
#ifndef SLS_REPORT_STATISTICS_H
#define SLS_REPORT_STATISTICS_H

#include "report/report.h"

/* The table, with a line of sums. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_statistics(const sls_report *report, sls_draft *draft);

#endif
