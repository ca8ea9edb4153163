#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/results.h"
#include "cli/store.h"
#include "compare/compare.h"
#include "match/match.h"
#include "report/baseline.h"
#include "report/finding_csv.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const sls_options *options;
    sls_store *store;
    sls_arena *arena; /* of groups, findings and reports */
    sls_matching matching;
    sls_findings findings;
    sls_baseline_use baseline;
    sls_output output;
    bool trouble; /* something was skipped or went wrong: exit with 2 */
    sls_diag fatal;
} check;

/* Byte columns of claims in their lines, from 1. */
static uint32_t *columns_of(const sls_document *document, const sls_claim *claims, size_t count,
                            sls_arena *arena)
{
    uint32_t *columns = sls_arena_calloc(arena, count + 1, sizeof *columns);
    for (size_t i = 0; columns && i < count; i++) {
        const size_t line = claims[i].line - document->article->line;
        const size_t begin = line < document->line_count ? document->lines[line] : 0;
        columns[i] = (uint32_t)(claims[i].start - document->article->offset - begin + 1);
    }
    return columns;
}

static sls_status work(void *context, const sls_desk *desk, const sls_document *document,
                       sls_result *result)
{
    sls_claim *claims;
    size_t count;
    (void)context;
    const sls_status status = sls_desk_extract(desk, document, &claims, &count);
    if (status != SLS_OK)
        return status;
    result->claims = sls_claims_copy(claims, count, desk->kept);
    result->columns = columns_of(document, claims, count, desk->kept);
    if (!result->claims || !result->columns)
        return SLS_ENOMEM;
    result->row.claims = count;
    return SLS_OK;
}

static bool take(void *context, const sls_result *results, size_t count, sls_str text)
{
    check *c = context;
    (void)text;
    for (size_t i = 0; i < count; i++) {
        sls_diag diag = { 0 };
        if (results[i].diag) {
            c->trouble = true;
            sls_complain("error", results[i].diag);
        }
        if (results[i].notice && !c->options->quiet)
            sls_complain("warning", results[i].notice);
        const sls_status status = sls_store_add(c->store, &results[i], &diag);
        if (status == SLS_ENOMEM) {
            c->fatal = diag;
            return false;
        }
        if (status != SLS_OK) {
            c->trouble = true;
            sls_complain("error", &diag);
        }
    }
    return true;
}

static sls_status read_articles(check *c, sls_diag *diag)
{
    const sls_options *o = c->options;
    const sls_stage stage = { work, take, c };
    const sls_pipeline_limits limits = { o->jobs, o->max_bytes };
    sls_status status = sls_pipeline_over(o->paths, o->path_count, &stage, limits, diag);
    if (status == SLS_OK && c->fatal.status != SLS_OK) {
        *diag = c->fatal;
        status = diag->status;
    }
    return status == SLS_OK ? sls_store_sort(c->store) : status;
}

/* A baseline that is not there is an error, unless this run is to make it. */
static sls_status read_baseline(check *c, sls_diag *diag)
{
    const sls_options *o = c->options;
    const bool made_here =
        o->baseline && o->write_baseline && strcmp(o->baseline, o->write_baseline) == 0;
    sls_str text;
    if (!o->baseline)
        return SLS_OK;
    const sls_status status = sls_file_read(o->baseline, 0, c->arena, &text, diag);
    if (status == SLS_ENOTFOUND && made_here)
        return SLS_OK;
    if (status == SLS_ENOTFOUND)
        return sls_diag_set(diag, status, o->baseline, 0,
                            "no such baseline: make it with --write-baseline %s", o->baseline);
    if (status != SLS_OK)
        return status;
    return sls_baseline_mark(text, o->baseline, c->findings.at, c->findings.count, c->arena,
                             &c->baseline, diag);
}

static sls_status compare_all(check *c)
{
    size_t count;
    const sls_claim *claims = sls_store_claims(c->store, &count);
    sls_status status = sls_match(claims, count, c->arena, &c->matching);
    if (status == SLS_OK)
        status = sls_compare(c->matching.groups, c->matching.count, claims, count, c->arena,
                             &c->findings);
    return status;
}

static bool fails(const check *c, const sls_finding *finding)
{
    static const sls_severity least[] = {
        [SLS_FAIL_NOTE] = SLS_NOTE, [SLS_FAIL_WARNING] = SLS_WARNING, [SLS_FAIL_ERROR] = SLS_ERROR
    };
    return c->options->fail_level != SLS_FAIL_NONE && finding->state == SLS_NEW &&
           sls_finding_is_conflict(finding) && finding->severity >= least[c->options->fail_level];
}

static bool use_color(const sls_options *options)
{
    const char *plain = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (options->color != SLS_COLOR_AUTO)
        return options->color == SLS_COLOR_ALWAYS;
    if ((plain && *plain) || !terminal || strcmp(terminal, "dumb") == 0)
        return false;
    return isatty(STDOUT_FILENO);
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
    const sls_stored *stored = sls_store_articles(c->store, &articles);
    for (size_t i = 0; i < articles; i++)
        *(stored[i].row.status == SLS_OK ? &s.articles : &s.skipped) += 1;
    (void)sls_store_claims(c->store, &s.claims);
    for (size_t i = 0; i < c->findings.count; i++) {
        const sls_finding *finding = &c->findings.at[i];
        if (finding->state == SLS_NEW && sls_finding_is_conflict(finding))
            ++*counts[finding->severity];
    }
    return s;
}

static sls_status print(check *c, sls_diag *diag)
{
    const sls_options *o = c->options;
    const sls_terminal terminal = { o->ui, use_color(o) };
    const sls_severity least =
        o->verbose || o->fail_level == SLS_FAIL_NOTE ? SLS_NOTE : SLS_WARNING;
    sls_draft draft = { .arena = c->arena };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < c->findings.count && status == SLS_OK; i++) {
        const sls_finding *finding = &c->findings.at[i];
        if (finding->state == SLS_NEW && sls_finding_is_conflict(finding) &&
            finding->severity >= least)
            status = sls_terminal_finding(&terminal, &draft, finding,
                                          sls_store_spot(c->store, finding->a),
                                          sls_store_spot(c->store, finding->b));
    }
    sls_str path, text;
    if (status == SLS_OK)
        status = sls_arena_format(c->arena, &path, "%s/conflicts.csv", o->reports);
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
    const sls_options *o = c->options;
    sls_status status = read_articles(c, diag);
    if (status == SLS_OK)
        status = sls_results_articles(c->store, o->claims, o->reports, diag);
    if (status == SLS_OK)
        status = compare_all(c);
    if (status == SLS_OK && read_baseline(c, diag) != SLS_OK) {
        c->trouble = true; /* the findings are worth having all the same, as new ones */
        sls_complain("error", diag);
    }
    if (status == SLS_OK)
        status =
            sls_results_findings(o->reports, o->ui, &c->matching, &c->findings, c->arena, diag);
    if (status == SLS_OK && o->write_baseline)
        status = sls_baseline_write(o->write_baseline, o->ui, c->findings.at, c->findings.count,
                                    c->arena, diag);
    if (status == SLS_OK && !o->quiet)
        status = print(c, diag);
    return status;
}

static int exit_status(const check *c)
{
    if (c->trouble)
        return SLS_EXIT_TROUBLE;
    for (size_t i = 0; i < c->findings.count; i++)
        if (fails(c, &c->findings.at[i]))
            return SLS_EXIT_FINDINGS;
    return SLS_EXIT_OK;
}

int sls_run_check(const sls_options *options)
{
    check c = { .options = options, .store = sls_store_new(), .arena = sls_arena_new(0) };
    sls_diag diag = { 0 };
    const sls_status status = c.store && c.arena ? run(&c, &diag) : SLS_ENOMEM;
    if (status != SLS_OK) {
        if (diag.status == SLS_OK)
            (void)sls_diag_set(&diag, status, NULL, 0, "%s", sls_status_text(status));
        sls_complain("error", &diag);
        c.trouble = true;
    }
    const int code = exit_status(&c);
    sls_arena_free(c.arena);
    sls_store_free(c.store);
    return code;
}
