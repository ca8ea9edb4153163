/*
 * coverage.h - what no case asks for: constructs, rows of the grammar, concepts of the lexicon.
 *
 * Three questions, of which none is answered by a label that someone put on a case:
 *
 *   constructs.csv names every construct that is promised, a row each: `construct,lang,line,text`.
 *     `line` and `text` are POSIX extended regular expressions, either may be empty. A case counts
 *     for the construct when one expectation, as it is written in the case file, matches `line`
 *     and the case's text matches `text`. Each row wants CASES_PER_CONSTRUCT different cases.
 *   Every row of pattern-*.csv is taken out of the grammar in turn: at least one case has to fail
 *     without it. A row that no case misses is either untested or of no use. uncovered.csv
 *     beside constructs.csv, `pattern,lang,why`, names those that are known to want a case; a
 *     row of it that a case does miss has to go.
 *   Every concept has to occur in a case's text, in each language whose folder has a file for it.
 *
 * A new construct is a row of constructs.csv; a new pattern row needs nothing but its case.
 */
#ifndef COVERAGE_H
#define COVERAGE_H

#include "case.h"

#include "extract/extract.h"

enum { COVERAGE_CASES_PER_CONSTRUCT = 3, COVERAGE_CASES = 800 };

typedef struct {
    const case_one *one;
    const char *path;
} coverage_case;

/* Whether a case passes with the grammar as it is now. */
typedef sls_status coverage_judge(void *context, const coverage_case *one, bool *passed);

/*
 * `constructs` and `known` are the paths of the two tables.
 * Prints each gap on a line of its own and counts them. `cases` have passed before. SLS_OK;
 * SLS_ESYNTAX: constructs.csv is no table of regular expressions, `*diag` says where; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status coverage_check(const char *constructs, const char *known,
                                       const coverage_case *cases, size_t count,
                                       sls_grammar *grammar, sls_reader *reader,
                                       coverage_judge *judge, void *context, size_t *gaps,
                                       sls_diag *diag);

#endif
