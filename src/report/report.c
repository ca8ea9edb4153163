#include "report/report.h"

bool sls_report_prints(const sls_report *report, size_t i)
{
    const sls_finding *finding = &report->findings[i];
    return finding->state == SLS_NEW && !finding->aside &&
           sls_verdict_is_conflict(finding->verdict) && finding->severity >= report->least;
}

sls_told sls_report_first(const sls_report *report, size_t i)
{
    const sls_finding *finding = &report->findings[i];
    const bool b = sls_finding_lead(finding) == SLS_SIDE_B;
    return (sls_told){ b ? finding->b : finding->a, report->spots[2 * i + b] };
}

sls_told sls_report_second(const sls_report *report, size_t i)
{
    const sls_finding *finding = &report->findings[i];
    const bool b = sls_finding_lead(finding) != SLS_SIDE_B;
    if (finding->a == finding->b)
        return (sls_told){ 0 };
    return (sls_told){ b ? finding->b : finding->a, report->spots[2 * i + b] };
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
        spot.character += (c & 0xC0) != 0x80;
    }
    return spot;
}
