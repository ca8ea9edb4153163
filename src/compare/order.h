/*
 * order.h - all findings in their one order: conflicts worst first, then agreements.
 *
 * Ties are by the places of both claims, rule and id; of those with one id the first stays. An
 * archive of 100,000 articles has some 400,000, nearly all of them agreements of one weight, so
 * claims are ranked once, and places compared as numbers.
 */
#ifndef SLS_COMPARE_ORDER_H
#define SLS_COMPARE_ORDER_H

#include "compare/compare.h"
#include "compare/docket.h"

/* The claims that findings are of, and those of them that are there by sls_claim_order. */
typedef struct {
    const sls_claim *claims;
    size_t claim_count;
    const sls_claim *const *order;
    size_t count;
} sls_ranking;

/* The number by which findings are put in order before their claims are asked: the lowest first. */
uint32_t sls_finding_weight(const sls_finding *finding);
/* The number that its id's sixteen digits are; the order of ids is theirs. */
uint64_t sls_finding_number(const sls_finding *finding);

/*
 * All findings of `count` dockets, in `arena`. The dockets' rows are let go as they are taken.
 * SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_findings_settle(sls_docket *dockets, size_t count,
                                            const sls_ranking *ranking, sls_arena *arena,
                                            sls_findings *out);

#endif
