/*
 * dates.h - what two dates of one event say to each other. Pure.
 */
#ifndef SLS_COMPARE_DATES_H
#define SLS_COMPARE_DATES_H

#include "base/edtf.h"

typedef enum {
    SLS_DATES_SILENT,
    SLS_DATES_AGREE,   /* the same, or overlapping; times within what a half hour is rounded by */
    SLS_DATES_REFINE,  /* one holds the other */
    SLS_DATES_CLOCKS,  /* one day, two times of it */
    SLS_DATES_CONFLICT /* no day in common */
} sls_dates_relation;

/* Both as sls_edtf_read gives them. */
sls_dates_relation sls_dates_compare(const sls_edtf *a, const sls_edtf *b);

#endif
