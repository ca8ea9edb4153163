/* text and concise: what people read on a terminal. */
#include "report/format.h"
#include "report/statistics.h"

typedef sls_status one(const sls_terminal *terminal, sls_draft *draft, const sls_finding *finding,
                       sls_spot a, sls_spot b);

static sls_status write_each(const sls_report *report, sls_out *out, sls_arena *scratch, one *write)
{
    const sls_terminal terminal = { report->ui, report->color };
    sls_status status = SLS_OK;
    sls_str text;
    sls_summary summary = report->summary;
    size_t printed = 0;
    for (size_t i = 0; i < report->count && status == SLS_OK; i++) {
        sls_draft draft = { .arena = scratch };
        if (!sls_report_prints(report, i))
            continue;
        if (report->most > 0 && printed == report->most) {
            summary.held++;
            continue;
        }
        const sls_finding *const f = &report->findings[i];
        status = write(&terminal, &draft, f, sls_report_spot(report, f->a),
                       sls_report_spot(report, f->b));
        if (status == SLS_OK)
            status = sls_draft_done(&draft, &text);
        if (status == SLS_OK)
            sls_out_write(out, text);
        printed++;
        sls_arena_reset(scratch);
    }
    sls_draft draft = { .arena = scratch };
    for (size_t i = 0; report->lists && i < report->leftover_count && status == SLS_OK; i++)
        status = sls_terminal_leftover(&terminal, &draft, &report->leftovers[i]);
    if (status == SLS_OK && report->statistics)
        status = sls_statistics(report, &draft);
    if (status == SLS_OK)
        status = sls_terminal_summary(&terminal, &draft, &summary);
    if (status == SLS_OK)
        status = sls_draft_done(&draft, &text);
    if (status == SLS_OK)
        sls_out_write(out, text);
    return status;
}

sls_status sls_write_text(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    return write_each(report, out, scratch, sls_terminal_finding);
}

sls_status sls_write_concise(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    return write_each(report, out, scratch, sls_terminal_line);
}
