#include "cli/commands.h"
#include "cli/output.h"
#include "compare/compare.h"
#include "match/match.h"
#include "model/claim_csv.h"
#include "model/group_csv.h"
#include "report/finding_csv.h"

#include <stdlib.h>
#include <string.h>

static int by_order(const void *x, const void *y)
{
    return sls_claim_order(x, y);
}

/* What is read is copied cell by cell, so the text of a file is not kept. */
static sls_status read_file(const char *path, sls_arena *arena, sls_claim **claims, size_t *count,
                            sls_diag *diag)
{
    sls_arena *texts = sls_arena_new(0);
    sls_str text;
    sls_status status = texts ? sls_file_read(path, 0, texts, &text, diag) : SLS_ENOMEM;

    if (status == SLS_OK)
        status = sls_claims_read(text, path, arena, claims, count, diag);
    sls_arena_free(texts);
    return status;
}

/* The claims of every file, in one array, in order. */
static sls_status read_claims(const sls_options *o, sls_arena *arena, sls_claim **claims,
                              size_t *count, sls_diag *diag)
{
    *claims = NULL;
    *count = 0;
    for (size_t i = 0; i < o->path_count; i++) {
        sls_claim *read, *grown;
        size_t more;
        sls_status status = read_file(o->paths[i], arena, &read, &more, diag);

        if (status != SLS_OK)
            return status;
        if (more == 0)
            continue;
        grown = sls_arena_grow(arena, *claims, *count, *count + more, sizeof *grown);
        if (!grown)
            return SLS_ENOMEM;
        memcpy(grown + *count, read, more * sizeof *read);
        *claims = grown;
        *count += more;
    }
    if (*count > 0)
        qsort(*claims, *count, sizeof **claims, by_order);
    return SLS_OK;
}

static sls_status match(const sls_options *o, sls_arena *arena, sls_out *out, sls_diag *diag)
{
    sls_groups groups = { 0 };
    sls_matching matching;
    sls_arena *scratch;
    sls_status status = read_claims(o, arena, &groups.claims, &groups.claim_count, diag);

    if (status == SLS_OK)
        status = sls_match(groups.claims, groups.claim_count, NULL, 1, arena, &matching);
    if (status != SLS_OK)
        return status;
    groups.groups = matching.groups;
    groups.group_count = matching.count;
    scratch = sls_arena_new(0);
    status = scratch ? sls_groups_write(out, &groups, scratch) : SLS_ENOMEM;
    sls_arena_free(scratch);
    return status;
}

static sls_status read_groups(const char *path, sls_arena *arena, sls_groups *groups,
                              sls_diag *diag)
{
    sls_arena *texts = sls_arena_new(0);
    sls_str text;
    sls_status status = texts ? sls_file_read(path, 0, texts, &text, diag) : SLS_ENOMEM;

    if (status == SLS_OK)
        status = sls_groups_read(text, path, arena, groups, diag);
    sls_arena_free(texts);
    return status;
}

static sls_status compare(const sls_options *o, sls_arena *arena, sls_out *out, sls_diag *diag)
{
    sls_groups groups;
    sls_findings findings;
    sls_status status;

    if (o->path_count > 1)
        return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                            "compare reads one file: give all claims to one selisih match");
    status = read_groups(o->paths[0], arena, &groups, diag);
    if (status == SLS_OK)
        status = sls_compare(groups.groups, groups.group_count, NULL, groups.claims,
                             groups.claim_count, NULL, 1, arena, &findings);
    if (status != SLS_OK)
        return status;
    return sls_findings_write(out, o->ui, findings.at, findings.count, 1);
}

int sls_run_stage(const sls_options *options)
{
    sls_arena *arena = sls_arena_new(0);
    sls_diag diag = { 0 };
    sls_out *out = NULL;
    sls_status status = arena ? sls_out_open(NULL, &out, &diag) : SLS_ENOMEM;

    if (status == SLS_OK)
        status = options->command == SLS_COMMAND_MATCH ? match(options, arena, out, &diag)
                                                       : compare(options, arena, out, &diag);
    if (status == SLS_OK)
        status = sls_output_print(sls_out_text(out), &diag);
    if (status != SLS_OK)
        sls_fail(status, &diag);
    sls_out_abandon(out);
    sls_arena_free(arena);
    return status == SLS_OK ? SLS_EXIT_OK : SLS_EXIT_TROUBLE;
}
