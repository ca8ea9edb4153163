/*
 * fact_table.h - reports/facts.csv: who says what, one row per fact and source.
 *
 *     foreign-minister@RU = sergei lavrov   ORF, 2024-05   conflict   2 independent sources
 *     foreign-minister@RU = sergei shoigu   Tempo, 2023-07-28   conflict   1
 *
 * A fact is one value of one group; facts that no finding mentions are left out, and so are
 * values that nothing was compared with. A fact's verdict is that of its worst finding.
 */
#ifndef SLS_REPORT_FACT_TABLE_H
#define SLS_REPORT_FACT_TABLE_H

#include "io/csv.h"
#include "lexicon/lexicon.h"
#include <selisih/finding.h>

/* Where the rows of a group stand in the table. */
typedef struct {
    uint64_t at, size; /* bytes */
} sls_fact_rows;

/* Rows that stand in a table which was written before, and where all are in the one being made. */
typedef struct {
    int from;                    /* that table, open; -1: there is none */
    const bool *known;           /* per group: its rows are those of `before`; or NULL */
    const sls_fact_rows *before; /* per group */
    sls_fact_rows *now;          /* per group: to be filled */
} sls_fact_record;

/*
 * Writes the header and all rows: by group, then by value, then by source. Statements are in
 * `ui`. Everything made on the way is in `arena`. `record` may be NULL. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_facts_write(sls_out *out, sls_lang ui, const sls_group *groups,
                                        size_t group_count, const sls_finding *findings,
                                        size_t finding_count, sls_fact_record *record,
                                        sls_arena *arena);
/*
 * Equal keys are one value: a person under any spelling, a number with its bound and unit, in a
 * group of one person's offices an office. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_fact_key(const sls_group *group, const sls_member *member,
                                     sls_arena *arena, sls_str *out);
/* What a member's value is of: what its group is of, in one of a person's offices its own office.
 * SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_fact_what(const sls_group *group, const sls_member *member,
                                      sls_arena *arena, sls_str *out);
/* Of two verdicts the worse has the higher one: conflict, possible, superseded, refine, agree. */
int sls_fact_rank(sls_verdict verdict);

#endif
