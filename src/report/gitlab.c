/*
 * gitlab: a Code Quality report, as artifacts:reports:codequality of a GitLab job takes it.
 *
 * New conflicts, since an entry has no state. An entry stands on a line of the side that is likely
 * wrong; the other side is told in its description.
 */
#include "io/json_write.h"
#include "report/format.h"

static void put_location(sls_json *json, sls_spot spot)
{
    sls_json_key(json, "location");
    sls_json_open_object(json);
    sls_json_put_str(json, "path", sls_report_path(spot.path));
    sls_json_key(json, "lines");
    sls_json_open_object(json);
    sls_json_put_int(json, "begin", spot.line > 0 ? (int64_t)spot.line : 1);
    sls_json_close(json);
    sls_json_close(json);
}

static sls_status put_entry(sls_json *json, const sls_report *report, size_t i, sls_arena *scratch)
{
    static const char *const severities[] = {
        [SLS_NOTE] = "info", [SLS_WARNING] = "minor", [SLS_ERROR] = "critical"
    };
    const sls_finding *const finding = &report->findings[i];
    sls_str message;
    const sls_status status = sls_told_message(report, i, scratch, &message);
    if (status != SLS_OK)
        return status;
    sls_json_open_object(json);
    sls_json_put_str(json, "description", message);
    sls_json_put_text(json, "check_name", finding->rule);
    sls_json_put_str(json, "fingerprint", finding->id);
    sls_json_put_text(json, "severity", severities[finding->severity]);
    put_location(json, sls_report_first(report, i).spot);
    sls_json_close(json);
    return SLS_OK;
}

sls_status sls_write_gitlab(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    sls_json json = sls_json_begin(out, 2);
    sls_status status = SLS_OK;
    sls_json_open_array(&json);
    for (size_t i = 0; i < report->count && status == SLS_OK; i++) {
        if (!sls_report_is_new(report, i))
            continue;
        status = put_entry(&json, report, i, scratch);
        sls_arena_reset(scratch);
    }
    if (status != SLS_OK)
        return status;
    sls_json_close(&json);
    sls_json_end(&json);
    return SLS_OK;
}
