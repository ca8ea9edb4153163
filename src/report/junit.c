/*
 * junit: JUnit's XML, as Jenkins, GitLab and others show test results. Valid by the schema of
 * Apache Ant's JUnit tasks and by that of Jenkins' xUnit plugin.
 *
 * A test suite is a rule, a test case a conflict: failed where it makes the exit status 1, skipped
 * where it is known or waived, else passed; of a rule without conflicts one case that passed. The
 * first of these schemas asks for a time and a host: they are constants, for the same articles
 * shall give the same bytes.
 */
#include "model/rule.h"
#include "report/finding_message.h"
#include "report/format.h"
#include "report/markup.h"

#include <string.h>

typedef struct {
    const sls_report *report;
    sls_out *out;
    sls_arena *scratch;
    sls_status status;
} writer;

typedef struct {
    size_t tests, failed, skipped;
} counts;

static void add(writer *w, const char *text)
{
    sls_out_write(w->out, sls_str_of(text));
}

static void add_attribute(writer *w, const char *name, sls_str value)
{
    add(w, " ");
    add(w, name);
    add(w, "=\"");
    sls_markup_text(w->out, value);
    add(w, "\"");
}

static bool is_of(const writer *w, size_t i, const sls_rule *rule)
{
    const sls_finding *const finding = &w->report->findings[i];
    return sls_verdict_is_conflict(finding->verdict) && strcmp(finding->rule, rule->name) == 0;
}

static counts count(const writer *w, const sls_rule *rule)
{
    counts all = { 0 };
    for (size_t i = 0; i < w->report->count; i++) {
        if (!is_of(w, i, rule))
            continue;
        all.tests++;
        all.failed += w->report->fails[i];
        all.skipped += w->report->findings[i].state != SLS_NEW;
    }
    all.tests += all.tests == 0;
    return all;
}

/* What text prints of a finding, its lines kept. */
static void add_lines(writer *w, size_t i)
{
    const sls_report *const r = w->report;
    const sls_finding *const f = &r->findings[i];
    const sls_terminal terminal = { r->ui, false };
    sls_draft draft = { .arena = w->scratch };
    sls_str text = { 0 }, line;
    if (w->status == SLS_OK)
        w->status = sls_terminal_finding(&terminal, &draft, f, sls_report_spot(r, f->a),
                                         sls_report_spot(r, f->b));
    if (w->status == SLS_OK)
        w->status = sls_draft_done(&draft, &text);
    while (sls_str_split(&text, '\n', &line)) {
        sls_markup_text(w->out, line);
        add(w, "\n");
    }
}

static void begin_case(writer *w, const sls_rule *rule, sls_str name)
{
    add(w, "    <testcase");
    add_attribute(w, "name", name);
    add(w, " classname=\"selisih.");
    add(w, rule->name);
    add(w, "\" time=\"0\"");
}

/* A case is known again by its name, so it names the articles and the finding's id. */
static sls_str name_of(writer *w, const sls_finding *finding)
{
    const sls_str a = finding->a->article, b = finding->b->article;
    sls_str name = { 0 };
    if (w->status != SLS_OK)
        return name;
    if (sls_str_eq(a, b))
        w->status =
            sls_arena_format(w->scratch, &name, "%.*s (%.*s)", SLS_FMT(a), SLS_FMT(finding->id));
    else
        w->status = sls_arena_format(w->scratch, &name, "%.*s / %.*s (%.*s)", SLS_FMT(a),
                                     SLS_FMT(b), SLS_FMT(finding->id));
    return name;
}

static void add_case(writer *w, const sls_rule *rule, size_t i)
{
    const sls_finding *const finding = &w->report->findings[i];
    sls_str message = { 0 };
    begin_case(w, rule, name_of(w, finding));
    if (finding->state != SLS_NEW) {
        if (w->status == SLS_OK && finding->state == SLS_WAIVED)
            w->status = sls_finding_decision(w->report->ui, finding, w->scratch, &message);
        add(w, ">\n      <skipped");
        add_attribute(w, "message",
                      message.len > 0 ? message
                                      : sls_str_of(sls_finding_state_name(finding->state)));
        add(w, "/>\n    </testcase>\n");
    } else if (w->report->fails[i]) {
        if (w->status == SLS_OK)
            w->status = sls_finding_message(w->report->ui, finding, w->scratch, &message);
        add(w, ">\n      <failure");
        add_attribute(w, "message", message);
        add_attribute(w, "type", sls_str_of(sls_severity_name(finding->severity)));
        add(w, ">");
        add_lines(w, i);
        add(w, "</failure>\n    </testcase>\n");
    } else {
        add(w, "/>\n");
    }
    sls_arena_reset(w->scratch);
}

static void add_suite(writer *w, const sls_rule *rule, size_t id)
{
    const counts all = count(w, rule);
    sls_str short_name = { 0 };
    bool empty = true;
    sls_out_format(w->out,
                   "  <testsuite name=\"%s\" package=\"selisih\" id=\"%zu\" tests=\"%zu\" "
                   "failures=\"%zu\" errors=\"0\" skipped=\"%zu\" time=\"0\" "
                   "timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\">\n",
                   rule->name, id, all.tests, all.failed, all.skipped);
    add(w, "    <properties/>\n");
    for (size_t i = 0; i < w->report->count && w->status == SLS_OK; i++) {
        if (!is_of(w, i, rule))
            continue;
        add_case(w, rule, i);
        empty = false;
    }
    if (empty && w->status == SLS_OK)
        w->status = sls_rule_message(w->report->ui, "short", rule->name, w->scratch, &short_name);
    if (empty) {
        begin_case(w, rule, short_name);
        add(w, "/>\n");
    }
    add(w, "    <system-out/>\n    <system-err/>\n  </testsuite>\n");
}

sls_status sls_write_junit(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    writer w = { report, out, scratch, SLS_OK };
    size_t rules_count, id = 0;
    const sls_rule *rules = sls_rules(&rules_count);
    add(&w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (size_t i = 0; i < rules_count && w.status == SLS_OK; i++)
        if (rules[i].conflict)
            add_suite(&w, &rules[i], id++);
    add(&w, "</testsuites>\n");
    return w.status;
}
