#include "compare/compare.h"

#include "compare/ranks.h"
#include "compare/rules.h"

static sls_status rule_on(const sls_group *group, sls_arena *arena, sls_arena *scratch,
                          sls_docket *docket)
{
    switch (group->kind) {
    case SLS_KIND_TITLE:
        if (sls_group_is_of_ranks(group))
            return sls_rule_ranks(group, arena, scratch, docket);
        return sls_rule_titles(group, arena, scratch, docket);
    case SLS_KIND_DATE:
    case SLS_KIND_QUANTITY:
    case SLS_KIND_IDENTIFIER:
        return sls_rule_values(group, arena, scratch, docket);
    case SLS_KIND_NAME:
        return sls_rule_spelling(group, arena, scratch, docket);
    case SLS_KIND_PLACE:
    case SLS_KINDS:
        break;
    }
    return SLS_OK;
}

sls_status sls_compare(const sls_group *groups, size_t group_count, const sls_claim *claims,
                       size_t claim_count, sls_arena *arena, sls_findings *out)
{
    sls_docket docket = { 0 };
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? SLS_OK : SLS_ENOMEM;
    for (size_t i = 0; status == SLS_OK && i < group_count; i++) {
        sls_arena_reset(scratch);
        status = rule_on(&groups[i], arena, scratch, &docket);
    }
    if (status == SLS_OK) {
        sls_arena_reset(scratch);
        status = sls_rule_inside(claims, claim_count, arena, scratch, &docket);
    }
    if (status == SLS_OK)
        status = sls_docket_settle(&docket, scratch);
    if (status == SLS_OK)
        *out = (sls_findings){ docket.at, docket.len };
    sls_arena_free(scratch);
    return status;
}
