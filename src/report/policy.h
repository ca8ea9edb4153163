/*
 * policy.h - what the editors' settings make of findings, before anything is told of them.
 *
 *     ignore = name-spelling         no finding of the rule is reported
 *     [severity]
 *     date-conflict = warning        findings of the rule have that severity
 */
#ifndef SLS_REPORT_POLICY_H
#define SLS_REPORT_POLICY_H

#include <selisih/arena.h>
#include <selisih/finding.h>

/* Names of rules, RULE=LEVEL in `severity`; all known to be good. */
typedef struct {
    const char *const *select, *const *ignore, *const *severity;
    size_t select_count, ignore_count, severity_count;
} sls_policy;

/*
 * Drops findings, sets severities, and puts the `*count` that stay in order: conflicts worst
 * first, then agreements; among equals as they were. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_policy_apply(const sls_policy *policy, sls_finding *findings,
                                         size_t *count, sls_arena *arena);

#endif
