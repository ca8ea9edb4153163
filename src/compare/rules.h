/*
 * rules.h - the rules that rule on groups; compare.c calls each on the groups of its kind.
 *
 * Every function adds its findings, at most SLS_ROWS_MAX conflicts and as many
 * agreements, to `docket`. `scratch` is reset by the caller. Each: SLS_OK or SLS_ENOMEM.
 */
#ifndef SLS_COMPARE_RULES_H
#define SLS_COMPARE_RULES_H

#include "compare/docket.h"

/* title-conflict, title-change, title-agree; title-two-offices in groups of offices: titles.c. */
SLS_MUST_USE sls_status sls_rule_titles(const sls_group *group, sls_arena *arena,
                                        sls_arena *scratch, sls_docket *docket);
/* date-conflict, date-refine, date-agree; number-conflict, -growth, -refine, -agree: values.c. */
SLS_MUST_USE sls_status sls_rule_values(const sls_group *group, sls_arena *arena,
                                        sls_arena *scratch, sls_docket *docket);
/* name-spelling: spelling.c. */
SLS_MUST_USE sls_status sls_rule_spelling(const sls_group *group, sls_arena *arena,
                                          sls_arena *scratch, sls_docket *docket);
/*
 * weekday-date, date-impossible, date-year, range-backwards, on all claims, which are in their
 * order; not what one of the `told` dockets tells already: inside.c.
 */
SLS_MUST_USE sls_status sls_rule_inside(const sls_claim *const *claims, size_t count,
                                        sls_arena *arena, sls_arena *scratch,
                                        const sls_docket *told, size_t told_count,
                                        sls_docket *docket);
/* headline-conflict, on the same: display.c. */
SLS_MUST_USE sls_status sls_rule_display(const sls_claim *const *claims, size_t count,
                                         sls_arena *arena, sls_docket *docket);

#endif
