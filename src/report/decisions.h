/*
 * decisions.h - what editors decided on findings, read by every check from corpus/decisions.csv:
 *
 *     finding_id,decision,by,on,expires,note,a_value,b_value
 *     3f1c09aa54b0e1d7,changed,sari,2024-11-22,2025-06,replaced in May,sergei shoigu,sergey lavrov
 *
 * A decision is on one finding with both its values: when one changes it is used no more, and the
 * finding is new again. What it does to a finding:
 *
 *     changed, not-same, misread      waived: it does not fail
 *     a-wrong, b-wrong, both-wrong    none, until the article is mended, which ends the finding,
 *                                     or the row has a date in the further column `corrected`,
 *                                     which tells that a correction was published: then waived
 *     undecided                       none
 *
 * A waiver counts until the end of the day, month or year in `expires`; after it the finding is new
 * again, also when a baseline holds it. A spreadsheet may have turned dates (base/turned.h) and put
 * decimal commas; a day that may be two, 03/04/2024, is refused. Further columns are kept by
 * whoever rewrites the file.
 */
#ifndef SLS_REPORT_DECISIONS_H
#define SLS_REPORT_DECISIONS_H

#include "base/map.h"
#include "base/vec.h"
#include "io/csv.h"
#include "report/leftover.h"
#include <selisih/finding.h>

/* The columns that mean something here; any but the first two may be missing or empty. */
typedef enum {
    SLS_DECISION_ID,
    SLS_DECISION_WORD,
    SLS_DECISION_BY,
    SLS_DECISION_ON,
    SLS_DECISION_EXPIRES,
    SLS_DECISION_NOTE,
    SLS_DECISION_A_VALUE,
    SLS_DECISION_B_VALUE,
    SLS_DECISION_CORRECTED,
    SLS_DECISION_COLUMNS
} sls_decision_column;

typedef enum { SLS_DECISION_UNUSED, SLS_DECISION_STALE, SLS_DECISION_USED } sls_decision_use;

typedef struct {
    sls_decision is;
    sls_str id;
    sls_str a_value, b_value; /* as the cells have them */
    const char *path;
    size_t line;
    const sls_csv_row *row;
    sls_decision_use use; /* stale: a value of its finding has changed */
} sls_decided;

/* Of one file, or of several that are read one after the other. */
typedef struct {
    sls_arena *arena;
    sls_map index; /* finding id to its place in `rows` */
    SLS_VEC(sls_decided) rows;
    sls_csv csv;                          /* of the file read last */
    size_t columns[SLS_DECISION_COLUMNS]; /* of that file; SIZE_MAX: missing */
    /* Told of each row that is left out, with its line: an unknown word, a bad date, an id that
     * an earlier row has. */
    void (*refuse)(void *context, const sls_diag *diag);
    void *context;
} sls_decisions;

/* The column's name; static storage. */
const char *sls_decision_column_name(sls_decision_column column);

void sls_decisions_init(sls_decisions *decisions, sls_arena *arena,
                        void (*refuse)(void *context, const sls_diag *diag), void *context);
/*
 * Adds the rows of a file; `text` and `path` must outlive them. Rows without any cell are passed
 * over. SLS_OK, whatever rows were refused; SLS_ESYNTAX: broken CSV, or no column for id or
 * decision; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_decisions_read(sls_decisions *decisions, sls_str text, const char *path,
                                           sls_diag *diag);
/* Lets the findings carry their decisions and sets their states; `today` in days since 1970. */
void sls_decisions_apply(sls_decisions *decisions, sls_finding *findings, size_t count,
                         int32_t today);
/* The rows that no finding used, and how many, once applied. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_decisions_leftovers(const sls_decisions *decisions, sls_arena *arena,
                                                sls_leftover **out, size_t *count);

#endif
