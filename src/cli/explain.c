#include "cli/commands.h"
#include "cli/output.h"
#include "cli/survey.h"
#include "report/explanation.h"

#include <string.h>

/* The one finding whose id begins with `id`. SLS_OK; SLS_ENOTFOUND: none, or several. */
static sls_status find(const sls_findings *findings, const char *id, const sls_finding **out,
                       sls_diag *diag)
{
    size_t found = 0;
    for (size_t i = 0; i < findings->count; i++) {
        if (!sls_str_starts(findings->at[i].id, sls_str_of(id)))
            continue;
        *out = &findings->at[i];
        found++;
    }
    if (found == 1)
        return SLS_OK;
    if (found > 1)
        return sls_diag_set(diag, SLS_ENOTFOUND, NULL, 0,
                            "%zu findings have an id that begins with '%s': give more of it", found,
                            id);
    return sls_diag_set(diag, SLS_ENOTFOUND, NULL, 0,
                        "no finding has the id '%s' in these articles: selisih check lists them, "
                        "reports/conflicts.csv has their ids",
                        id);
}

static sls_status run(sls_survey *s, sls_diag *diag)
{
    const sls_options *const o = s->options;
    const sls_finding *finding = NULL;
    sls_status status = sls_survey_find(s, diag);
    if (status == SLS_OK)
        status = find(&s->findings, o->finding, &finding, diag);
    if (status != SLS_OK)
        return status;
    const sls_terminal terminal = { o->ui, sls_use_color(o->color) };
    sls_draft draft = { .arena = s->arena };
    sls_str text;
    status = sls_explanation(&terminal, &draft, finding, sls_store_spot(s->store, finding->a),
                             sls_store_spot(s->store, finding->b));
    if (status == SLS_OK)
        status = sls_draft_done(&draft, &text);
    return status == SLS_OK ? sls_output_print(text, diag) : status;
}

int sls_run_explain(const sls_options *options)
{
    return sls_survey_run(options, run);
}
