#include "report/policy.h"

#include <string.h>

enum { RANKS = SLS_ERROR + 2 }; /* severities of conflicts, and one rank for agreements */

static bool names(const char *const *rules, size_t count, const char *rule)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rules[i], rule) == 0)
            return true;
    return false;
}

/* The last setting of a rule counts. */
static void set_severity(const sls_policy *policy, sls_finding *finding)
{
    const size_t length = strlen(finding->rule);
    for (size_t i = 0; i < policy->severity_count; i++) {
        const char *const setting = policy->severity[i];
        if (strncmp(setting, finding->rule, length) != 0 || setting[length] != '=')
            continue;
        for (sls_severity level = SLS_NOTE; level <= SLS_ERROR; level++)
            if (strcmp(setting + length + 1, sls_severity_name(level)) == 0)
                finding->severity = level;
    }
}

static int rank_of(const sls_finding *finding)
{
    return sls_verdict_is_conflict(finding->verdict) ? SLS_ERROR - (int)finding->severity
                                                     : RANKS - 1;
}

/* A counting sort: few ranks, and equals stay in their order. */
static sls_status sort(sls_finding *findings, size_t count, sls_arena *arena)
{
    sls_finding *const sorted = sls_arena_calloc(arena, count + 1, sizeof *sorted);
    size_t n = 0;
    if (!sorted)
        return SLS_ENOMEM;
    for (int rank = 0; rank < RANKS; rank++)
        for (size_t i = 0; i < count; i++)
            if (rank_of(&findings[i]) == rank)
                sorted[n++] = findings[i];
    memcpy(findings, sorted, count * sizeof *sorted);
    return SLS_OK;
}

sls_status sls_policy_apply(const sls_policy *policy, sls_finding *findings, size_t *count,
                            sls_arena *arena)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        const char *const rule = findings[i].rule;
        if ((policy->select_count > 0 && !names(policy->select, policy->select_count, rule)) ||
            names(policy->ignore, policy->ignore_count, rule))
            continue;
        findings[kept] = findings[i];
        set_severity(policy, &findings[kept++]);
    }
    *count = kept;
    return policy->severity_count > 0 && kept > 0 ? sort(findings, kept, arena) : SLS_OK;
}
