/*
 * report.h - what a check has found, as every format of output is written from it.
 *
 * All is borrowed and read only, so that formats may be written one after the other, or at once.
 */
#ifndef SLS_REPORT_REPORT_H
#define SLS_REPORT_REPORT_H

#include "io/csv.h"
#include "io/ledger.h"
#include "report/terminal.h"

/* The sentences around a claim's own; empty where there is none or it is not known. */
typedef struct {
    sls_str before, after;
    size_t place; /* byte of the quote at which the surface begins; SIZE_MAX: not known */
} sls_neighbours;

/* Where the claim stands, asked of few: nearly all findings are agreements, which are no rows. */
typedef sls_spot sls_spot_of(const void *store, const sls_claim *claim);

typedef struct {
    sls_lang ui;
    const sls_finding *findings; /* conflicts, worst first, then agreements */
    size_t count;
    sls_spot_of *spot;                /* where a claim stands: sls_report_spot */
    const void *store;                /* of `spot` */
    const sls_neighbours *neighbours; /* of a and b of the conflicts, in turn; NULL: not known */
    const sls_group *groups;
    size_t group_count;
    sls_summary summary;
    const sls_leftover *leftovers; /* rows of decisions and baseline that no finding used */
    size_t leftover_count;
    bool lists; /* people are told of each of them */
    /* What is printed for people: new conflicts of at least this severity, at most so many. */
    sls_severity least;
    size_t most; /* 0: all */
    bool color;
    const char *version; /* of selisih */
    const bool *fails;   /* of each finding: whether it makes the exit status 1 */
    bool baseline;       /* states were told by one */
    sls_csv_dialect dialect;
    bool statistics;    /* text and concise end in them */
    sls_ledger *ledger; /* notes the files that a format writes by itself; NULL: nothing does */
} sls_report;

/* Whether finding `i` is one that is printed for people; `most` is the caller's to count. */
bool sls_report_prints(const sls_report *report, size_t i);

/* Whether finding `i` is a new conflict, and not of articles that nobody asked about. */
bool sls_report_is_new(const sls_report *report, size_t i);

/* One side of a finding, and where it stands. */
typedef struct {
    const sls_claim *claim; /* NULL: there is none, the finding is within one claim */
    sls_spot spot;
} sls_told;

sls_spot sls_report_spot(const sls_report *report, const sls_claim *claim);
/* The side that finding `i` is told of first: sls_finding_lead. */
sls_told sls_report_first(const sls_report *report, size_t i);
sls_told sls_report_second(const sls_report *report, size_t i);
/*
 * What is wrong, and on a second line where the other side stands and what it says, for formats
 * that have one place and one text. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_told_message(const sls_report *report, size_t i, sls_arena *arena,
                                         sls_str *out);
/* Behind the last character of `surface`, which begins at `spot`. */
sls_spot sls_spot_end(sls_spot spot, sls_str surface);

/* A path as readers have it that link to files of a repository: without "./" before it. */
sls_str sls_report_path(sls_str path);

#endif
