#include "cli/commands.h"
#include "cli/output.h"
#include "cli/results.h"
#include "cli/survey.h"
#include "report/baseline.h"
#include "report/finding_csv.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    sls_survey all;
    sls_baseline_use baseline;
    sls_output output;
} check;

/* A baseline that is not there is an error, unless this run is to make it. */
static sls_status read_baseline(check *c, sls_diag *diag)
{
    const sls_options *o = c->all.options;
    const bool made_here =
        o->baseline && o->write_baseline && strcmp(o->baseline, o->write_baseline) == 0;
    sls_str text;
    if (!o->baseline)
        return SLS_OK;
    const sls_status status = sls_file_read(o->baseline, 0, c->all.arena, &text, diag);
    if (status == SLS_ENOTFOUND && made_here)
        return SLS_OK;
    if (status == SLS_ENOTFOUND)
        return sls_diag_set(diag, status, o->baseline, 0,
                            "no such baseline: make it with --write-baseline %s", o->baseline);
    if (status != SLS_OK)
        return status;
    return sls_baseline_mark(text, o->baseline, c->all.findings.at, c->all.findings.count,
                             c->all.arena, &c->baseline, diag);
}

static bool fails(const check *c, const sls_finding *finding)
{
    static const sls_severity least[] = {
        [SLS_FAIL_NOTE] = SLS_NOTE, [SLS_FAIL_WARNING] = SLS_WARNING, [SLS_FAIL_ERROR] = SLS_ERROR
    };
    return c->all.options->fail_level != SLS_FAIL_NONE && finding->state == SLS_NEW &&
           sls_finding_is_conflict(finding) &&
           finding->severity >= least[c->all.options->fail_level];
}

static sls_summary summarise(const check *c, const char *path)
{
    sls_summary s = { .known = c->baseline.known,
                      .unused = c->baseline.unused,
                      .path = sls_str_of(path) };
    size_t *const counts[] = {
        [SLS_NOTE] = &s.notes, [SLS_WARNING] = &s.warnings, [SLS_ERROR] = &s.errors
    };
    size_t articles;
    const sls_stored *stored = sls_store_articles(c->all.store, &articles);
    for (size_t i = 0; i < articles; i++)
        *(stored[i].row.status != SLS_OK ? &s.skipped : &s.articles) +=
            stored[i].row.status != SLS_OK || sls_stored_is_article(&stored[i]);
    (void)sls_store_claims(c->all.store, &s.claims);
    for (size_t i = 0; i < c->all.findings.count; i++) {
        const sls_finding *finding = &c->all.findings.at[i];
        if (finding->state == SLS_NEW && sls_finding_is_conflict(finding))
            ++*counts[finding->severity];
    }
    return s;
}

static sls_status print(check *c, sls_diag *diag)
{
    const sls_options *o = c->all.options;
    const sls_terminal terminal = { o->ui, sls_use_color(o->color) };
    const sls_severity least =
        o->verbose || o->fail_level == SLS_FAIL_NOTE ? SLS_NOTE : SLS_WARNING;
    sls_draft draft = { .arena = c->all.arena };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < c->all.findings.count && status == SLS_OK; i++) {
        const sls_finding *finding = &c->all.findings.at[i];
        if (finding->state == SLS_NEW && sls_finding_is_conflict(finding) &&
            finding->severity >= least)
            status = sls_terminal_finding(&terminal, &draft, finding,
                                          sls_store_spot(c->all.store, finding->a),
                                          sls_store_spot(c->all.store, finding->b));
    }
    sls_str path, text;
    if (status == SLS_OK)
        status = sls_arena_format(c->all.arena, &path, "%s/conflicts.csv", o->reports);
    if (status == SLS_OK) {
        const sls_summary summary = summarise(c, path.ptr);
        status = sls_terminal_summary(&terminal, &draft, &summary);
    }
    if (status == SLS_OK)
        status = sls_draft_done(&draft, &text);
    if (status != SLS_OK)
        return status;
    (void)sls_output_write(&c->output, text);
    return sls_output_end(&c->output, diag);
}

/* Everything; the articles' report is written before what may fail for want of memory. */
static sls_status run(check *c, sls_diag *diag)
{
    const sls_options *o = c->all.options;
    sls_status status = sls_survey_read(&c->all, diag);
    if (status == SLS_OK)
        status = sls_results_articles(c->all.store, o->claims, o->reports, diag);
    if (status == SLS_OK)
        status = sls_survey_compare(&c->all);
    if (status == SLS_OK && read_baseline(c, diag) != SLS_OK) {
        c->all.trouble = true; /* the findings are worth having all the same, as new ones */
        sls_complain("error", diag);
    }
    if (status == SLS_OK)
        status = sls_results_findings(o->reports, o->ui, &c->all.matching, &c->all.findings,
                                      c->all.arena, diag);
    if (status == SLS_OK && o->write_baseline)
        status = sls_baseline_write(o->write_baseline, o->ui, c->all.findings.at,
                                    c->all.findings.count, c->all.arena, diag);
    if (status == SLS_OK && !o->quiet)
        status = print(c, diag);
    return status;
}

static int exit_status(const check *c)
{
    if (c->all.trouble)
        return SLS_EXIT_TROUBLE;
    for (size_t i = 0; i < c->all.findings.count; i++)
        if (fails(c, &c->all.findings.at[i]))
            return SLS_EXIT_FINDINGS;
    return SLS_EXIT_OK;
}

int sls_run_check(const sls_options *options)
{
    check c = { .output = { 0 } };
    sls_diag diag = { 0 };
    const sls_status status = sls_survey_open(options, &c.all) ? run(&c, &diag) : SLS_ENOMEM;
    if (status != SLS_OK) {
        sls_fail(status, &diag);
        c.all.trouble = true;
    }
    const int code = exit_status(&c);
    sls_survey_close(&c.all);
    return code;
}
