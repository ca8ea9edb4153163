/*
 * finding_csv.h - findings as rows of reports/conflicts.csv and reports/agreements.csv.
 *
 * Text cells that a spreadsheet would run are defused; numbers stay bare.
 */
#ifndef SLS_REPORT_FINDING_CSV_H
#define SLS_REPORT_FINDING_CSV_H

#include "io/csv.h"
#include "report/phrases.h"

void sls_findings_header(sls_out *out);
/*
 * One row, message and support in `ui`; `scratch` holds them and may be reset afterwards. `phrases`
 * as in sls_finding_texts. SLS_OK, SLS_ENOMEM. Errors of writing are kept by `out`.
 */
SLS_MUST_USE sls_status sls_findings_row(sls_out *out, sls_lang ui, sls_phrases *phrases,
                                         const sls_finding *finding, sls_arena *scratch);
/* The rows of `count` findings; `scratch` is reset before each. `sizes`: how long each is, in
 * bytes; or NULL. As above. */
SLS_MUST_USE sls_status sls_findings_rows(sls_out *out, sls_lang ui, sls_phrases *phrases,
                                          const sls_finding *findings, size_t count,
                                          uint32_t *sizes, sls_arena *scratch);
/* The same by up to `jobs` threads, which write in order what they made: finding_print.c. */
SLS_MUST_USE sls_status sls_findings_print(sls_out *out, sls_lang ui, const sls_finding *findings,
                                           size_t count, size_t jobs, uint32_t *sizes);

/* Header and rows of all findings, conflicts before agreements. As above. */
SLS_MUST_USE sls_status sls_findings_write(sls_out *out, sls_lang ui, const sls_finding *findings,
                                           size_t count, size_t jobs);

/* A value as its column wants it: numbers and dates bare, all else defused. */
void sls_value_put(sls_csv_pen *pen, sls_kind kind, sls_str value, bool last);
void sls_value_write(sls_out *out, sls_kind kind, sls_str value, bool last);
/* Undoes what writing does to a cell that a spreadsheet would run. */
sls_str sls_cell_armed(sls_str cell);
/*
 * Whether the cell of a table that was written, and perhaps saved by a spreadsheet, holds `value`:
 * as it is, defused, a day turned (base/turned.h) or a number with its decimal comma.
 */
bool sls_value_is(sls_str cell, sls_str value);

#endif
