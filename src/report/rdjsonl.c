/*
 * rdjsonl: Reviewdog Diagnostic Format, a Diagnostic a line (reviewdog.proto of reviewdog/rdf).
 *
 * New conflicts, since a Diagnostic has no state. Columns are bytes from 1, the end exclusive, as
 * the format says. The other side is told in the message: older readers refuse the field that
 * newer ones have for it.
 */
#include "io/json_write.h"
#include "report/finding_message.h"
#include "report/format.h"

static void put_position(sls_json *json, const char *key, sls_spot spot)
{
    sls_json_key(json, key);
    sls_json_open_object(json);
    sls_json_put_int(json, "line", (int64_t)spot.line);
    if (spot.column > 0)
        sls_json_put_int(json, "column", (int64_t)spot.column);
    sls_json_close(json);
}

static void put_location(sls_json *json, sls_told told)
{
    sls_json_key(json, "location");
    sls_json_open_object(json);
    sls_json_put_str(json, "path", told.spot.path);
    if (told.spot.line > 0) {
        sls_json_key(json, "range");
        sls_json_open_object(json);
        put_position(json, "start", told.spot);
        if (told.spot.column > 0)
            put_position(json, "end", sls_spot_end(told.spot, told.claim->surface));
        sls_json_close(json);
    }
    sls_json_close(json);
}

static void put_name(sls_json *json, const char *key, const char *member, const char *name)
{
    sls_json_key(json, key);
    sls_json_open_object(json);
    sls_json_put_text(json, member, name);
    sls_json_close(json);
}

static sls_status put_diagnostic(sls_json *json, const sls_report *report, size_t i,
                                 sls_arena *scratch)
{
    static const char *const severities[] = {
        [SLS_NOTE] = "INFO", [SLS_WARNING] = "WARNING", [SLS_ERROR] = "ERROR"
    };
    const sls_finding *const finding = &report->findings[i];
    sls_str message;
    const sls_status status = sls_told_message(report, i, scratch, &message);
    if (status != SLS_OK)
        return status;
    sls_json_open_object(json);
    sls_json_put_str(json, "message", message);
    put_location(json, sls_report_first(report, i));
    sls_json_put_text(json, "severity", severities[finding->severity]);
    put_name(json, "source", "name", "selisih");
    put_name(json, "code", "value", finding->rule);
    sls_json_close(json);
    sls_json_end(json);
    return SLS_OK;
}

sls_status sls_write_rdjsonl(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    sls_json json = sls_json_begin(out, 0);
    sls_status status = SLS_OK;
    for (size_t i = 0; i < report->count && status == SLS_OK; i++) {
        if (!sls_report_is_new(report, i))
            continue;
        status = put_diagnostic(&json, report, i, scratch);
        sls_arena_reset(scratch);
    }
    return status;
}
