/*
 * markdown: a table for each severity with both quotes, for job summaries, comments and reports.
 *
 * GitHub's Markdown. Words of articles are escaped, so that they make no markup, link or cell.
 */
#include "model/sense.h"
#include "report/excerpt.h"
#include "report/finding_message.h"
#include "report/format.h"
#include "report/markup.h"
#include "report/message.h"
#include "report/words.h"

typedef struct {
    const sls_report *report;
    sls_out *out;
    sls_arena *scratch;
    sls_status status;
} writer;

static void add(writer *w, const char *text)
{
    sls_out_write(w->out, sls_str_of(text));
}

static void add_text(writer *w, sls_str s)
{
    sls_markdown_text(w->out, s);
}

static void add_words(writer *w, const char *key)
{
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status =
            sls_message(w->report->ui, sls_str_of(key), (sls_args){ NULL, 0 }, w->scratch, &text);
    add_text(w, text);
}

/* The sentence with the surface in bold; spaces inside of the marks would leave them marks. */
static void add_quote(writer *w, const sls_claim *claim)
{
    const sls_excerpt e = sls_excerpt_of(claim);
    add(w, e.cut_before ? "…" : "");
    add_text(w, e.before);
    add(w, e.surface.len > 0 ? "<b>" : "");
    add_text(w, e.surface);
    add(w, e.surface.len > 0 ? "</b>" : "");
    add_text(w, e.after);
    add(w, e.cut_after ? "…" : "");
}

/* "Source, date<br>file:line<br>sentence" */
static void add_side(writer *w, sls_told told)
{
    sls_draft place = { .arena = w->scratch };
    sls_str date = { 0 }, text = { 0 };
    if (!told.claim)
        return;
    sls_terminal_spot(&place, (sls_spot){ .path = told.spot.path, .line = told.spot.line });
    if (w->status == SLS_OK)
        w->status = sls_draft_done(&place, &text);
    if (w->status == SLS_OK)
        w->status = sls_words_date(w->report->ui, told.claim->published, w->scratch, &date);
    add_text(w, sls_claim_outlet(told.claim));
    add(w, date.len > 0 ? ", " : "");
    add_text(w, date);
    add(w, "<br>");
    add_text(w, text);
    add(w, told.claim->quote.len > 0 ? "<br>" : "");
    add_quote(w, told.claim);
}

static void add_row(writer *w, size_t i)
{
    const sls_finding *const finding = &w->report->findings[i];
    sls_str message = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_finding_message(w->report->ui, finding, w->scratch, &message);
    add(w, "| ");
    add_text(w, message);
    add(w, "<br>`");
    add(w, finding->rule);
    add(w, "` `");
    sls_out_write(w->out, finding->id);
    add(w, "` | ");
    add_side(w, sls_report_first(w->report, i));
    add(w, " | ");
    add_side(w, sls_report_second(w->report, i));
    add(w, " |\n");
    sls_arena_reset(w->scratch);
}

static void add_head(writer *w, sls_severity severity)
{
    static const char *const names[] = { [SLS_NOTE] = "markdown-note",
                                         [SLS_WARNING] = "markdown-warning",
                                         [SLS_ERROR] = "markdown-error" };
    add(w, "\n## ");
    add_words(w, names[severity]);
    add(w, "\n\n| ");
    add_words(w, "markdown-finding");
    add(w, " | ");
    add_words(w, "markdown-first");
    add(w, " | ");
    add_words(w, "markdown-second");
    add(w, " |\n| --- | --- | --- |\n");
}

static void add_summary(writer *w, const sls_summary *summary)
{
    const sls_terminal terminal = { w->report->ui, false };
    sls_draft draft = { .arena = w->scratch };
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_terminal_summary(&terminal, &draft, summary);
    if (w->status == SLS_OK)
        w->status = sls_draft_done(&draft, &text);
    add_text(w, sls_str_trim(text));
    add(w, "\n");
}

sls_status sls_write_markdown(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    writer w = { report, out, scratch, SLS_OK };
    sls_summary summary = report->summary;
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += sls_report_prints(report, i);
    const size_t most = report->most > 0 && count > report->most ? report->most : count;
    summary.held = count - most;
    add(&w, "# selisih\n\n");
    add_summary(&w, &summary);
    if (count == 0) {
        add(&w, "\n");
        add_words(&w, "markdown-none");
        add(&w, "\n");
    }
    for (size_t i = 0, left = most, last = SIZE_MAX; left > 0 && w.status == SLS_OK; i++) {
        const sls_severity severity = report->findings[i].severity;
        if (!sls_report_prints(report, i))
            continue;
        if (last != (size_t)severity)
            add_head(&w, severity);
        last = (size_t)severity;
        add_row(&w, i);
        left--;
    }
    return w.status;
}
