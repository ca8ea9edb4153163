/*
 * rule.h - the rules that findings are made by, by name.
 *
 *     "title-conflict"   two holders of one office
 *
 * compare names a finding's rule; editors name rules in selisih.ini and on the command line; the
 * messages rule-NAME and remedy-NAME of report say what each holds and what would satisfy it.
 * Static storage; every function is pure.
 */
#ifndef SLS_MODEL_RULE_H
#define SLS_MODEL_RULE_H

#include <selisih/finding.h>

typedef struct {
    const char *name;
    bool conflict;        /* its findings stand in conflicts.csv; else in agreements.csv */
    sls_severity gravest; /* of its findings, where no setting says otherwise */
} sls_rule;

/* All of them, by name. */
const sls_rule *sls_rules(size_t *count);
/* The place of a rule that there is. */
size_t sls_rule_index(const char *name);
/* NULL: there is no such rule. */
const sls_rule *sls_rule_named(sls_str name);

#endif
