/*
 * group_csv.h - groups as rows, so that match and compare can be run one after the other.
 *
 * A row is a claim with all of its columns, and behind them what the group adds:
 * group_id, group_kind, group_what, group_entities, who, scope, scope_from, witness, pairs, more.
 * Rows of one group stand together, members in order; `pairs` lists the later members that this one
 * is aligned with, "INDEX:SCORE:TERMS" by ';'; terms are
 * written as in term.h. A claim of several groups has a row in each; a claim of
 * none has one row with an empty group_id, since it is checked by itself as well.
 */
#ifndef SLS_MODEL_GROUP_CSV_H
#define SLS_MODEL_GROUP_CSV_H

#include "io/csv.h"
#include <selisih/finding.h>

typedef struct {
    sls_claim *claims; /* each once, in the order of sls_claim_order */
    size_t claim_count;
    sls_group *groups;
    size_t group_count;
} sls_groups;

/*
 * All groups, then the claims that are in none. `claims` must be those that the groups point
 * to. SLS_OK or SLS_ENOMEM; errors of writing are kept by `out`.
 */
SLS_MUST_USE sls_status sls_groups_write(sls_out *out, const sls_groups *groups,
                                         sls_arena *scratch);
/*
 * Reads what sls_groups_write wrote. SLS_OK; SLS_ESYNTAX: a cell that its column does not
 * allow, or a pair with a member that is not there, with its line; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_groups_read(sls_str text, const char *path, sls_arena *arena,
                                        sls_groups *out, sls_diag *diag);

#endif
