#include "report/report.h"

#include "base/utf8.h"
#include "report/finding_message.h"

bool sls_report_is_new(const sls_report *report, size_t i)
{
    const sls_finding *finding = &report->findings[i];
    return finding->state == SLS_NEW && !finding->aside &&
           sls_verdict_is_conflict(finding->verdict);
}

bool sls_report_prints(const sls_report *report, size_t i)
{
    return sls_report_is_new(report, i) && report->findings[i].severity >= report->least;
}

sls_spot sls_report_spot(const sls_report *report, const sls_claim *claim)
{
    return report->spot(report->store, claim);
}

static sls_told told(const sls_report *report, const sls_claim *claim)
{
    return (sls_told){ claim, sls_report_spot(report, claim) };
}

sls_told sls_report_first(const sls_report *report, size_t i)
{
    const sls_finding *finding = &report->findings[i];
    const bool b = sls_finding_lead(finding) == SLS_SIDE_B;
    return told(report, b ? finding->b : finding->a);
}

sls_told sls_report_second(const sls_report *report, size_t i)
{
    const sls_finding *finding = &report->findings[i];
    const bool b = sls_finding_lead(finding) != SLS_SIDE_B;
    if (finding->a == finding->b)
        return (sls_told){ 0 };
    return told(report, b ? finding->b : finding->a);
}

sls_status sls_told_message(const sls_report *report, size_t i, sls_arena *arena, sls_str *out)
{
    const sls_told other = sls_report_second(report, i);
    sls_draft draft = { .arena = arena };
    sls_str text;
    sls_status status = sls_finding_message(report->ui, &report->findings[i], arena, &text);
    if (status != SLS_OK)
        return status;
    sls_draft_add(&draft, text);
    if (other.claim) {
        status = sls_other_side_message(report->ui, other.claim, arena, &text);
        if (status != SLS_OK)
            return status;
        sls_draft_add(&draft, SLS_STR("\n"));
        sls_terminal_spot(&draft, other.spot);
        sls_draft_add(&draft, SLS_STR(": "));
        sls_draft_add(&draft, text);
    }
    return sls_draft_done(&draft, out);
}

sls_spot sls_spot_end(sls_spot spot, sls_str surface)
{
    if (spot.column == 0)
        return spot;
    for (size_t i = 0; i < surface.len; i++) {
        const char c = surface.ptr[i];
        if (c == '\n') {
            spot.line++;
            spot.column = spot.character = 1;
            continue;
        }
        spot.column++;
        spot.character += !sls_utf8_follows(c);
    }
    return spot;
}

sls_str sls_report_path(sls_str path)
{
    return sls_str_starts(path, SLS_STR("./")) ? sls_str_slice(path, 2, path.len) : path;
}
