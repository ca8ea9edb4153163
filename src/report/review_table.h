/*
 * review_table.h - the worst findings as a table in HTML, for readers without script.
 */
#ifndef SLS_REPORT_REVIEW_TABLE_H
#define SLS_REPORT_REVIEW_TABLE_H

#include "report/review_data.h"

enum { SLS_REVIEW_TABLE_MOST = 100 }; /* rows; the rest is counted */

/* A heading, a word on the rest, a table. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_review_table(const sls_review *review, sls_out *out,
                                         sls_arena *scratch);

#endif
