#include "base/crew.h"
#include "cli/changes.h"
#include "cli/commands.h"
#include "cli/neighbours.h"
#include "cli/output.h"
#include "cli/results.h"
#include "cli/survey.h"
#include "cli/watch.h"
#include "io/sweep.h"
#include "report/baseline.h"
#include "report/format.h"
#include "report/policy.h"
#include "report/review_page.h"
#include "report/statistics.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    sls_survey all;
    sls_baseline_use baseline;
    sls_leftover *leftovers; /* of the decisions, then of the baseline */
    size_t leftover_count;
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
           !finding->aside && sls_verdict_is_conflict(finding->verdict) &&
           finding->severity >= least[c->all.options->fail_level];
}

static sls_summary summarise(const check *c, const char *path)
{
    sls_summary s = { .unused = c->baseline.unused,
                      .idle = c->leftover_count - c->baseline.unused,
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
        if (!sls_verdict_is_conflict(finding->verdict))
            continue;
        ++*(finding->state == SLS_KNOWN    ? &s.known
            : finding->state == SLS_WAIVED ? &s.waived
            : finding->aside               ? &s.aside
                                           : counts[finding->severity]);
    }
    return s;
}

static sls_spot spot_of(const void *store, const sls_claim *claim)
{
    return sls_store_spot(store, claim);
}

static sls_status fill_report(const check *c, sls_report *out)
{
    const sls_options *o = c->all.options;
    const sls_findings *findings = &c->all.findings;
    bool *failing = sls_arena_calloc(c->all.arena, findings->count + 1, sizeof *failing);
    sls_str path;
    const sls_status status = sls_arena_format(c->all.arena, &path, "%s/conflicts.csv", o->reports);
    if (!failing || status != SLS_OK)
        return SLS_ENOMEM;
    for (size_t i = 0; i < findings->count; i++)
        failing[i] = fails(c, &findings->at[i]);
    *out = (sls_report){ .ui = o->ui,
                         .findings = findings->at,
                         .count = findings->count,
                         .spot = spot_of,
                         .store = c->all.store,
                         .groups = c->all.matching.groups,
                         .group_count = c->all.matching.count,
                         .summary = summarise(c, path.ptr),
                         .leftovers = c->leftovers,
                         .leftover_count = c->leftover_count,
                         .lists = o->verbose,
                         .least =
                             o->verbose || o->fail_level == SLS_FAIL_NOTE ? SLS_NOTE : SLS_WARNING,
                         .most = o->max_findings,
                         .version = SELISIH_VERSION,
                         .fails = failing,
                         .baseline = o->baseline,
                         .dialect = o->dialect,
                         .statistics = o->statistics,
                         .ledger = sls_replay_ledger(c->all.replay) };
    return SLS_OK;
}

/* Fills `out` and commits it. */
static sls_status fill_output(const sls_report *report, const sls_format *format, sls_out *out,
                              sls_diag *diag)
{
    sls_arena *scratch = sls_arena_new(0);
    sls_status status = scratch ? format->write(report, out, scratch) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_out_commit(out, diag);
    else
        sls_out_abandon(out);
    sls_arena_free(scratch);
    return status;
}

/* One output; "-" is standard output. */
static sls_status write_output(const check *c, sls_report *report, const sls_format *format,
                               const char *file, sls_diag *diag)
{
    const bool printed = strcmp(file, "-") == 0;
    sls_out *out;
    if (format->write_folder) {
        sls_arena *scratch = sls_arena_new(0);
        const sls_status made =
            scratch ? format->write_folder(report, file, scratch, diag) : SLS_ENOMEM;
        sls_arena_free(scratch);
        return made;
    }
    report->color = printed && sls_use_color(c->all.options->color);
    sls_status status = printed ? SLS_OK : sls_make_parents(file, diag);
    if (status == SLS_OK && !printed)
        sls_sweep_beside(file);
    if (status == SLS_OK)
        status = sls_out_open(file, &out, diag);
    if (status != SLS_OK)
        return status;
    if (printed)
        sls_replay_print(c->all.replay, out);
    else
        sls_out_note(out, report->ledger, (sls_imprint){ 0, 0 });
    status = fill_output(report, format, out, diag);
    sls_replay_printed(c->all.replay);
    return status;
}

/* GitHub shows what a step leaves in this file, up to 1 MiB: the worst findings, as tables. */
static sls_status write_job_summary(const sls_report *report, sls_diag *diag)
{
    enum { SUMMARY_MOST = 50 };
    const char *const path = getenv("GITHUB_STEP_SUMMARY");
    sls_report shown = *report;
    sls_out *out;
    if (!path || !*path)
        return SLS_OK;
    if (shown.most == 0 || shown.most > SUMMARY_MOST)
        shown.most = SUMMARY_MOST;
    const sls_status status = sls_out_append(path, &out, diag);
    if (status != SLS_OK)
        return status;
    return fill_output(&shown, sls_format_named(SLS_STR("markdown")), out, diag);
}

/* Where something else is printed, the statistics are for the eyes beside it. */
static sls_status complain_statistics(const sls_report *report, sls_replay *replay,
                                      sls_arena *arena)
{
    const sls_terminal terminal = { report->ui, false };
    sls_draft draft = { .arena = arena };
    sls_str text;
    sls_status status = sls_statistics(report, &draft);
    if (status == SLS_OK)
        status = sls_terminal_summary(&terminal, &draft, &report->summary);
    if (status == SLS_OK)
        status = sls_draft_done(&draft, &text);
    if (status != SLS_OK)
        return status;
    sls_output_aside(text);
    sls_replay_aside(replay, text);
    return SLS_OK;
}

/* The sentences around the conflicts, which the page shows. */
static sls_status add_neighbours(check *c, sls_report *report)
{
    size_t count = 0;
    sls_neighbours *neighbours = NULL;
    while (count < report->count && sls_verdict_is_conflict(report->findings[count].verdict))
        count++;
    const sls_ingest_limits limits = { c->all.options->max_bytes, &c->all.options->fields, NULL };
    sls_diag fault = { 0 };
    const sls_status status =
        sls_neighbours_read(report, count, &limits, c->all.arena, &neighbours, &fault);
    if (fault.status != SLS_OK) {
        c->all.trouble = true; /* the page is not what it would be */
        sls_replay_spoil(c->all.replay);
        sls_complain("error", &fault);
    }
    report->neighbours = neighbours;
    return status;
}

/* reports/index.html, on which editors decide. */
static sls_status write_review(check *c, const sls_report *report, sls_diag *diag)
{
    const sls_options *o = c->all.options;
    sls_arena *scratch = sls_arena_new(0);
    bool split = false;
    const sls_status status =
        scratch ? sls_write_review(report, o->reports, scratch, &split, diag) : SLS_ENOMEM;
    sls_arena_free(scratch);
    if (status == SLS_OK && split && !o->quiet) {
        sls_diag note = { 0 };
        (void)sls_diag_set(&note, SLS_OK, NULL, 0,
                           "%s/index.html is in pieces, which lie in %s/page: there are too many "
                           "findings for one file",
                           o->reports, o->reports);
        sls_survey_complain(&c->all, "note", &note);
    }
    return status;
}

/* What --output asks for; text on standard output when nothing is asked to be printed. */
static sls_status write_outputs(check *c, sls_report *report, sls_diag *diag)
{
    const sls_values *outputs = &c->all.options->output;
    const bool quiet = c->all.options->quiet;
    bool printed = quiet, text_printed = false;
    sls_status status = SLS_OK;
    for (size_t i = 0; i < outputs->count && status == SLS_OK; i++) {
        const char *const value = outputs->at[i];
        const size_t name = strcspn(value, ":");
        const char *const file = value[name] ? value + name + 1 : "-";
        const sls_format *const format = sls_format_named((sls_str){ value, name });
        if (strcmp(file, "-") == 0) {
            printed = true;
            text_printed = format->write == sls_write_text || format->write == sls_write_concise;
        }
        status = write_output(c, report, format, file, diag);
        if (status == SLS_OK && format->write == sls_write_github)
            status = write_job_summary(report, diag);
    }
    if (status == SLS_OK && !printed)
        return write_output(c, report, sls_format_named(SLS_STR("text")), "-", diag);
    if (status == SLS_OK && report->statistics && !quiet && !text_printed)
        status = complain_statistics(report, c->all.replay, c->all.arena);
    return status;
}

enum { TABLES, PAGE, FOLDERS };

/* What reports/ gets: the tables by threads of their own, and the page. */
typedef struct {
    check *check;
    sls_report report;
    sls_ledger ledger; /* of the tables */
    sls_diag diags[FOLDERS];
} reporting;

static sls_status write_reports(void *context, size_t i)
{
    reporting *const r = context;
    check *const c = r->check;
    const sls_options *const o = c->all.options;
    if (i == TABLES)
        return sls_results_findings(o->reports, o->dialect, o->ui, &c->all.matching,
                                    &c->all.findings, c->all.quiet, o->jobs,
                                    r->report.ledger ? &r->ledger : NULL, &r->diags[i]);
    const sls_status status = add_neighbours(c, &r->report);
    return status != SLS_OK ? status : write_review(c, &r->report, &r->diags[i]);
}

/* All that becomes of the findings, but for a baseline. */
static sls_status tell(check *c, sls_diag *diag)
{
    reporting r = { .check = c, .ledger = { .arena = sls_arena_new(0) } };
    sls_status status = r.ledger.arena ? fill_report(c, &r.report) : SLS_ENOMEM;
    if (r.report.ledger)
        sls_ledger_share(r.report.ledger, &r.ledger);
    if (status == SLS_OK)
        status = sls_crew_run(write_reports, &r, FOLDERS, c->all.options->jobs);
    for (size_t i = FOLDERS; i-- > 0;)
        if (r.diags[i].status != SLS_OK)
            *diag = r.diags[i];
    if (r.report.ledger)
        sls_ledger_join(r.report.ledger, &r.ledger);
    sls_arena_free(r.ledger.arena);
    return status != SLS_OK ? status : write_outputs(c, &r.report, diag);
}

static sls_status list_leftovers(check *c)
{
    sls_leftover *decisions, *all;
    size_t count;
    const sls_status status =
        sls_decisions_leftovers(&c->all.decisions, c->all.arena, &decisions, &count);
    if (status != SLS_OK)
        return status;
    all =
        sls_arena_grow(c->all.arena, decisions, count, count + c->baseline.unused + 1, sizeof *all);
    if (!all)
        return SLS_ENOMEM;
    if (c->baseline.unused > 0)
        memcpy(all + count, c->baseline.idle, c->baseline.unused * sizeof *all);
    c->leftovers = all;
    c->leftover_count = count + c->baseline.unused;
    return SLS_OK;
}

/*
 * What baseline and decisions say of the findings, before settings leave some of them out: a row
 * is not unused because its rule is ignored.
 */
static sls_status judge(check *c)
{
    sls_diag diag = { 0 };
    if (read_baseline(c, &diag) != SLS_OK) {
        c->all.trouble = true; /* the findings are worth having all the same, as new ones */
        sls_survey_complain(&c->all, "error", &diag);
    }
    const sls_status status = sls_survey_decide(&c->all);
    sls_quiet_heed(c->all.quiet, &c->all.findings, &c->all.decisions);
    return status != SLS_OK ? status : list_leftovers(c);
}

/* Sets findings aside that a run of what changed is not about. */
static sls_status limit(check *c)
{
    sls_diag diag = { 0 };
    sls_changes changes;
    const sls_status status = sls_changes_load(c->all.options, c->all.arena, &changes, &diag);
    if (status == SLS_ENOMEM)
        return status;
    if (status != SLS_OK) {
        c->all.trouble = true; /* what changed is not known: all of it may have */
        sls_complain("error", &diag);
    }
    return sls_changes_apply(&changes, c->all.store, c->all.findings.at, c->all.findings.count);
}

/* After all else: rows of articles that could not be read are not unused. */
static sls_status prune(check *c, sls_diag *diag)
{
    const char *const path = c->all.options->baseline;
    if (!c->all.options->prune_baseline || c->baseline.unused == 0)
        return SLS_OK;
    if (c->all.trouble)
        return sls_diag_set(diag, SLS_EUSAGE, path, 0,
                            "the baseline is left as it is: see the errors above");
    return sls_baseline_prune(path, &c->baseline, diag);
}

static sls_status apply_policy(check *c)
{
    const sls_options *o = c->all.options;
    const sls_policy policy = { .select = o->select.at,
                                .select_count = o->select.count,
                                .ignore = o->ignore.at,
                                .ignore_count = o->ignore.count,
                                .severity = o->severity.at,
                                .severity_count = o->severity.count };
    return sls_policy_apply(&policy, c->all.findings.at, &c->all.findings.count, c->all.arena);
}

/* What the articles say, and what became of it. */
static sls_status find(check *c, sls_diag *diag)
{
    const sls_options *o = c->all.options;
    sls_status status = sls_survey_compare(&c->all, diag);
    if (status == SLS_OK)
        status = judge(c);
    if (status == SLS_OK)
        status = apply_policy(c);
    if (status == SLS_OK)
        status = limit(c);
    if (status == SLS_OK && o->write_baseline)
        status = sls_baseline_write(o->write_baseline, o->ui, c->all.findings.at,
                                    c->all.findings.count, c->all.arena, diag);
    if (status == SLS_OK)
        status = tell(c, diag);
    return status == SLS_OK ? prune(c, diag) : status;
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

/*
 * Everything; the articles' report is written before what may fail for want of memory. `*told`:
 * nothing has changed, and what the last check found is told again.
 */
static sls_status run(check *c, bool *told, int *code, sls_diag *diag)
{
    const sls_options *o = c->all.options;
    *told = sls_replay_whole(c->all.replay, code);
    if (*told)
        return SLS_OK;
    sls_status status = sls_survey_read(&c->all, diag);
    if (status != SLS_OK)
        return status;
    *told = sls_replay_rest(c->all.replay, code);
    if (!*told)
        status = sls_results_articles(c->all.store, o->claims, o->reports, o->dialect,
                                      sls_replay_ledger(c->all.replay), diag);
    if (!*told && status == SLS_OK)
        return find(c, diag);
    sls_diag unsaved; /* what was read is not lost where nothing is matched */
    sls_survey_save(&c->all, &unsaved);
    sls_survey_saved(&c->all, &unsaved);
    return status;
}

/* What cannot be kept costs the next check time, and nothing else. */
static void keep(const check *c, int code)
{
    sls_diag diag = { 0 }, why = { 0 };
    sls_status status = SLS_OK;
    if (c->all.cache && sls_replay_keeps(c->all.replay))
        status = sls_quiet_save(c->all.quiet, sls_replay_ledger(c->all.replay), &diag);
    if (c->all.cache && status == SLS_OK)
        status = sls_replay_save(c->all.replay, code, &diag);
    if (status == SLS_OK || c->all.options->quiet)
        return;
    (void)sls_diag_set(&why, diag.status, diag.path, 0, "what was found is not kept: %.400s",
                       diag.message);
    sls_complain("warning", &why);
}

static int check_once(const sls_options *options)
{
    check c = { 0 };
    sls_diag diag = { 0 };
    bool told = false;
    int code = SLS_EXIT_OK;
    const bool open = sls_survey_open(options, &c.all);
    c.all.replay = open ? sls_replay_open(options) : NULL;
    const sls_status status = open ? run(&c, &told, &code, &diag) : SLS_ENOMEM;
    if (status != SLS_OK) {
        sls_fail(status, &diag);
        c.all.trouble = true;
    }
    if (!told) {
        code = exit_status(&c);
        if (status == SLS_OK)
            keep(&c, code);
    }
    sls_replay_close(c.all.replay);
    sls_survey_close(&c.all);
    return code;
}

int sls_run_check(const sls_options *options)
{
    return options->watch ? sls_watch(options, check_once) : check_once(options);
}
