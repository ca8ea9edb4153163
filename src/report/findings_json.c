#include "report/findings_json.h"

#include "model/sense.h"
#include "model/term.h"
#include "report/finding_message.h"
#include "report/format.h"

static void put_count(sls_json *json, const char *key, size_t count)
{
    sls_json_put_int(json, key, (int64_t)count);
}

/* 0 stands for what is not known. */
static void put_place(sls_json *json, const char *key, size_t place)
{
    sls_json_key(json, key);
    if (place > 0)
        sls_json_int(json, (int64_t)place);
    else
        sls_json_null(json);
}

static void put_spot(sls_json *json, sls_spot spot, sls_str surface)
{
    const sls_spot end = sls_spot_end(spot, surface);
    sls_json_put_str(json, "path", spot.path);
    put_place(json, "line", spot.line);
    put_place(json, "column", spot.character);
    put_place(json, "end_line", end.line);
    put_place(json, "end_column", end.character);
}

static void put_side(sls_json *json, const char *key, const sls_claim *claim, sls_spot spot)
{
    sls_json_key(json, key);
    sls_json_open_object(json);
    sls_json_put_str(json, "source", claim->source);
    sls_json_put_str(json, "article", claim->article);
    sls_json_put_str(json, "published", claim->published);
    sls_json_put_str(json, "url", claim->url);
    put_spot(json, spot, claim->surface);
    if (sls_claim_is_titled(claim) && claim->line == 0)
        sls_json_put_bool(json, "in_title", true);
    put_count(json, "start", claim->start);
    put_count(json, "end", claim->end);
    sls_json_put_str(json, "value", claim->value);
    sls_json_put_text(json, "bound", sls_bound_name(claim->bound));
    sls_json_put_str(json, "unit", claim->unit);
    sls_json_put_str(json, "as_of", claim->as_of);
    sls_json_put_text(json, "status", sls_state_name(claim->state));
    sls_json_put_str(json, "speaker", claim->speaker);
    sls_json_put_str(json, "surface", claim->surface);
    sls_json_put_str(json, "quote", claim->quote);
    sls_json_close(json);
}

static void put_list(sls_json *json, const char *key, sls_str list)
{
    sls_str item;
    sls_json_key(json, key);
    sls_json_open_array(json);
    while (sls_str_split(&list, ';', &item))
        sls_json_str(json, item);
    sls_json_close(json);
}

static void put_terms(sls_json *json, const sls_terms *terms)
{
    sls_json_key(json, "terms");
    sls_json_open_array(json);
    for (size_t i = 0; i < terms->count; i++) {
        sls_json_open_object(json);
        sls_json_put_text(json, "name", sls_term_text(terms->at[i].name));
        sls_json_put_int(json, "points", terms->at[i].points);
        sls_json_close(json);
    }
    sls_json_close(json);
}

static void put_decision(sls_json *json, const sls_decision *made)
{
    sls_json_key(json, "decision");
    if (!made) {
        sls_json_null(json);
        return;
    }
    sls_json_open_object(json);
    sls_json_put_text(json, "decision", sls_decision_name(made->word));
    sls_json_put_str(json, "by", made->by);
    sls_json_put_str(json, "on", made->on);
    sls_json_put_str(json, "expires", made->expires);
    sls_json_put_bool(json, "expired", made->expired);
    sls_json_put_str(json, "corrected", made->corrected);
    sls_json_put_str(json, "note", made->note);
    sls_json_close(json);
}

static void put_reasons(sls_json *json, const sls_finding *finding, sls_str support)
{
    static const char *const sides[] = { [SLS_SIDE_A] = "a", [SLS_SIDE_B] = "b" };
    sls_json_key(json, "likely_wrong");
    if (finding->likely_wrong == SLS_SIDE_NONE)
        sls_json_null(json);
    else
        sls_json_str(json, sls_str_of(sides[finding->likely_wrong]));
    sls_json_put_str(json, "support", support);
    sls_json_put_int(json, "sources_a", finding->sources_a);
    sls_json_put_int(json, "sources_b", finding->sources_b);
    sls_json_put_int(json, "score", finding->score);
    put_terms(json, &finding->terms);
    sls_json_put_str(json, "group", finding->group_id);
    sls_json_put_int(json, "more", finding->more);
}

sls_status sls_finding_json(sls_json *json, const sls_report *report, size_t i, sls_arena *scratch)
{
    const sls_finding *const finding = &report->findings[i];
    sls_str message, support;
    sls_status status = sls_finding_message(report->ui, finding, scratch, &message);
    if (status == SLS_OK)
        status = sls_finding_support(report->ui, finding, scratch, &support);
    if (status != SLS_OK)
        return status;
    sls_json_open_object(json);
    sls_json_put_str(json, "id", finding->id);
    sls_json_put_text(json, "severity", sls_severity_name(finding->severity));
    sls_json_put_text(json, "verdict", sls_verdict_name(finding->verdict));
    sls_json_put_text(json, "kind", sls_kind_name(finding->kind));
    sls_json_put_text(json, "rule", finding->rule);
    sls_json_put_text(json, "state", sls_finding_state_name(finding->state));
    sls_json_put_bool(json, "fails", report->fails[i]);
    put_decision(json, finding->decision);
    sls_json_put_str(json, "what", finding->what);
    put_list(json, "entities", finding->entities);
    sls_json_put_str(json, "message", message);
    put_reasons(json, finding, support);
    put_side(json, "a", finding->a, sls_report_spot(report, finding->a));
    put_side(json, "b", finding->b, sls_report_spot(report, finding->b));
    sls_json_close(json);
    return SLS_OK;
}

static void put_summary(sls_json *json, const sls_summary *summary)
{
    sls_json_key(json, "summary");
    sls_json_open_object(json);
    put_count(json, "articles", summary->articles);
    put_count(json, "skipped", summary->skipped);
    put_count(json, "claims", summary->claims);
    put_count(json, "errors", summary->errors);
    put_count(json, "warnings", summary->warnings);
    put_count(json, "notes", summary->notes);
    put_count(json, "known", summary->known);
    put_count(json, "unused", summary->unused);
    put_count(json, "waived", summary->waived);
    put_count(json, "idle", summary->idle);
    put_count(json, "aside", summary->aside);
    sls_json_close(json);
}

sls_status sls_write_json(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    sls_json json = sls_json_begin(out, 2);
    sls_status status = SLS_OK;
    sls_json_open_object(&json);
    sls_json_put_text(&json, "format", "selisih-findings");
    sls_json_put_int(&json, "version", 1);
    sls_json_put_text(&json, "selisih", report->version);
    put_summary(&json, &report->summary);
    sls_json_key(&json, "findings");
    sls_json_open_array(&json);
    for (size_t i = 0; i < report->count && status == SLS_OK; i++) {
        status = sls_finding_json(&json, report, i, scratch);
        sls_arena_reset(scratch);
    }
    if (status != SLS_OK)
        return status;
    sls_json_close(&json);
    sls_json_close(&json);
    sls_json_end(&json);
    return SLS_OK;
}

sls_status sls_write_jsonl(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    sls_json json = sls_json_begin(out, 0);
    sls_status status = SLS_OK;
    for (size_t i = 0; i < report->count && status == SLS_OK; i++) {
        status = sls_finding_json(&json, report, i, scratch);
        if (status == SLS_OK)
            sls_json_end(&json);
        sls_arena_reset(scratch);
    }
    return status;
}
