/*
 * review.h - decisions that come back from the review page, merged into those that there are.
 *
 * A row is refused, with a line that says why, when no finding and no earlier decision has its id,
 * or when its values are not those of the finding (any more). Of two decisions on one finding the
 * later `on` counts; of two of one time the one that comes in.
 */
#ifndef SLS_REPORT_REVIEW_H
#define SLS_REPORT_REVIEW_H

#include "io/sheet.h"
#include "report/decisions.h"

typedef struct {
    size_t added, replaced, same, kept; /* kept: the decision that there was is later */
    size_t promoted, promoted_before;   /* claims, as far as they were asked for */
} sls_review;

/*
 * Puts the rows of `fresh` into `sheet`, which was made of `old`, and orders it by id; `fresh`
 * tells of the rows that it refuses, and takes them out: the use of those that count is
 * SLS_DECISION_USED. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_review_merge(sls_sheet *sheet, const sls_decisions *old,
                                         sls_decisions *fresh, const sls_finding *findings,
                                         size_t count, sls_review *out);
/*
 * Adds the right side of every finding of which `fresh` says that one side is wrong to the
 * verified claims in `sheet`, unless it is there. Only after sls_review_merge. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_review_promote(sls_sheet *sheet, const sls_decisions *fresh,
                                           const sls_finding *findings, size_t count,
                                           sls_review *out);

#endif
