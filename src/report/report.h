/*
 * report.h - what a check has found, as every format of output is written from it.
 *
 * All is borrowed and read only, so that formats may be written one after the other, or at once.
 */
#ifndef SLS_REPORT_REPORT_H
#define SLS_REPORT_REPORT_H

#include "report/terminal.h"

typedef struct {
    sls_lang ui;
    const sls_finding *findings; /* conflicts, worst first, then agreements */
    size_t count;
    const sls_spot *spots; /* where a and b of each finding stand, in turn: 2 * count */
    const sls_group *groups;
    size_t group_count;
    sls_summary summary;
    /* What is printed for people: new conflicts of at least this severity, at most so many. */
    sls_severity least;
    size_t most; /* 0: all */
    bool color;
} sls_report;

/* Whether finding `i` is one that is printed for people; `most` is the caller's to count. */
bool sls_report_prints(const sls_report *report, size_t i);

#endif
