/*
 * galley_table.h - the worst findings as a table in HTML, for readers without script.
 */
#ifndef SLS_REPORT_GALLEY_TABLE_H
#define SLS_REPORT_GALLEY_TABLE_H

#include "report/galley_data.h"

enum { SLS_GALLEY_TABLE_MOST = 100 }; /* rows; the rest is counted */

/* A heading, a word on the rest, a table. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_galley_table(const sls_galley *galley, sls_out *out,
                                         sls_arena *scratch);

#endif
