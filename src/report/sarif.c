/*
 * sarif: Static Analysis Results Interchange Format 2.1.0 (OASIS standard, errata 01), as code
 * scanning and editors take it.
 *
 * All conflicts are results; those of the baseline have baselineState "unchanged", waived ones a
 * suppression. Findings that are gone are no results, as "absent" would have it: readers that do
 * not know that state, GitHub's among them, would show them. A result stands at the side that is
 * likely wrong, the other is a related location that its message links to, since GitHub shows no
 * other ones. Columns count code points. Paths are relative to %SRCROOT%, which is left open: the
 * folder that selisih was run in.
 */
#include "base/ascii.h"
#include "io/json_write.h"
#include "model/rule.h"
#include "report/finding_message.h"
#include "report/format.h"
#include "report/message.h"

#include <string.h>

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

typedef struct {
    const sls_report *report;
    sls_json json;
    sls_arena *scratch;
    sls_status status;
} writer;

static void open_key(sls_json *json, const char *key)
{
    sls_json_key(json, key);
    sls_json_open_object(json);
}

/* "key": { "text": text } */
static void put_message(sls_json *json, const char *key, sls_str text)
{
    open_key(json, key);
    sls_json_put_str(json, "text", text);
    sls_json_close(json);
}

static sls_str rule_text(writer *w, const char *which, const char *rule)
{
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_rule_message(w->report->ui, which, rule, w->scratch, &text);
    return text;
}

static sls_str words(writer *w, sls_str key)
{
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_message(w->report->ui, key, (sls_args){ NULL, 0 }, w->scratch, &text);
    return text;
}

/* A clause of the message tables as the sentence that SARIF asks for. */
static sls_str sentence(writer *w, sls_str clause)
{
    sls_str text = clause;
    const char first = clause.len > 0 ? sls_upper(clause.ptr[0]) : 0;
    if (w->status == SLS_OK && clause.len > 0)
        w->status = sls_arena_concat3(w->scratch, ((sls_str){ &first, 1 }),
                                      sls_str_slice(clause, 1, clause.len), SLS_STR("."), &text);
    return text;
}

static void put_rule(writer *w, const sls_rule *rule)
{
    sls_json *const json = &w->json;
    sls_json_open_object(json);
    sls_json_put_text(json, "id", rule->name);
    put_message(json, "shortDescription", rule_text(w, "short", rule->name));
    put_message(json, "fullDescription", sentence(w, rule_text(w, "rule", rule->name)));
    const sls_str head = words(w, SLS_STR("explain-remedy"));
    const sls_str remedy = rule_text(w, "remedy", rule->name);
    sls_str help = { 0 };
    if (w->status == SLS_OK)
        w->status =
            sls_arena_format(w->scratch, &help, "%.*s: %.*s.", SLS_FMT(head), SLS_FMT(remedy));
    put_message(json, "help", help);
    open_key(json, "defaultConfiguration");
    sls_json_put_text(json, "level", sls_severity_name(rule->gravest));
    sls_json_close(json);
    sls_json_close(json);
}

/* Rules that make conflicts; a result's ruleIndex counts them in this order. */
static void put_tool(writer *w)
{
    sls_json *const json = &w->json;
    size_t count;
    const sls_rule *rules = sls_rules(&count);
    open_key(json, "tool");
    open_key(json, "driver");
    sls_json_put_text(json, "name", "selisih");
    sls_json_put_text(json, "version", w->report->version);
    sls_json_key(json, "rules");
    sls_json_open_array(json);
    for (size_t i = 0; i < count; i++)
        if (rules[i].conflict)
            put_rule(w, &rules[i]);
    sls_json_close(json);
    sls_json_close(json);
    sls_json_close(json);
    sls_arena_reset(w->scratch);
}

static int64_t index_of(const char *rule)
{
    size_t count;
    const sls_rule *rules = sls_rules(&count);
    int64_t index = 0;
    for (size_t i = 0; i < count && strcmp(rules[i].name, rule) != 0; i++)
        index += rules[i].conflict;
    return index;
}

/* RFC 3986: what is no unreserved character is percent-encoded, slashes apart. */
static sls_str uri_of(writer *w, sls_str path)
{
    static const char digits[] = "0123456789ABCDEF";
    const bool absolute = sls_str_starts(path, SLS_STR("/"));
    const sls_str scheme = absolute ? SLS_STR("file://") : SLS_STR("");
    char *const text = sls_arena_alloc(w->scratch, scheme.len + 3 * path.len + 1);
    size_t n = scheme.len;
    if (!text) {
        w->status = SLS_ENOMEM;
        return (sls_str){ 0 };
    }
    memcpy(text, scheme.ptr, scheme.len);
    for (size_t i = 0; i < path.len; i++) {
        const unsigned char c = (unsigned char)path.ptr[i];
        const char letter = sls_lower((char)c);
        if (sls_is_lower(letter) || sls_is_digit((char)c) || (c && strchr("-._~/", c))) {
            text[n++] = (char)c;
            continue;
        }
        text[n++] = '%';
        text[n++] = digits[c >> 4];
        text[n++] = digits[c & 15];
    }
    return (sls_str){ text, n };
}

static void put_region(sls_json *json, sls_spot spot, sls_str surface)
{
    const sls_spot end = sls_spot_end(spot, surface);
    open_key(json, "region");
    sls_json_put_int(json, "startLine", (int64_t)spot.line);
    if (spot.column > 0) {
        sls_json_put_int(json, "startColumn", (int64_t)spot.character);
        sls_json_put_int(json, "endLine", (int64_t)end.line);
        sls_json_put_int(json, "endColumn", (int64_t)end.character);
    }
    put_message(json, "snippet", surface);
    sls_json_close(json);
}

static void put_location(writer *w, sls_told told)
{
    sls_json *const json = &w->json;
    const sls_str path = sls_report_path(told.spot.path);
    open_key(json, "physicalLocation");
    open_key(json, "artifactLocation");
    sls_json_put_str(json, "uri", uri_of(w, path));
    if (!sls_str_starts(path, SLS_STR("/")))
        sls_json_put_text(json, "uriBaseId", "%SRCROOT%");
    sls_json_close(json);
    if (told.spot.line > 0)
        put_region(json, told.spot, told.claim->surface);
    sls_json_close(json);
}

/* Brackets would make a link of an article's words. */
static sls_str without_links(writer *w, sls_str text)
{
    sls_draft draft = { .arena = w->scratch };
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];
        if (c == '[' || c == ']' || c == '\\')
            sls_draft_add(&draft, SLS_STR("\\"));
        sls_draft_add(&draft, (sls_str){ &c, 1 });
    }
    if (w->status == SLS_OK)
        w->status = sls_draft_done(&draft, &text);
    return text;
}

static void put_text(writer *w, size_t i, bool linked)
{
    const sls_finding *finding = &w->report->findings[i];
    const sls_str link = words(w, SLS_STR("other-link"));
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_finding_message(w->report->ui, finding, w->scratch, &text);
    text = without_links(w, text);
    if (w->status == SLS_OK && linked)
        w->status =
            sls_arena_format(w->scratch, &text, "%.*s ([%.*s](1))", SLS_FMT(text), SLS_FMT(link));
    put_message(&w->json, "message", text);
}

static void put_related(writer *w, sls_told other)
{
    sls_json *const json = &w->json;
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_other_side_message(w->report->ui, other.claim, w->scratch, &text);
    sls_json_key(json, "relatedLocations");
    sls_json_open_array(json);
    sls_json_open_object(json);
    sls_json_put_int(json, "id", 1);
    put_message(json, "message", without_links(w, text));
    put_location(w, other);
    sls_json_close(json);
    sls_json_close(json);
}

static void put_suppressions(writer *w, const sls_finding *finding)
{
    sls_json *const json = &w->json;
    sls_str why = { 0 };
    sls_json_key(json, "suppressions");
    sls_json_open_array(json);
    if (finding->state == SLS_WAIVED) {
        if (w->status == SLS_OK)
            w->status = sls_finding_decision(w->report->ui, finding, w->scratch, &why);
        sls_json_open_object(json);
        sls_json_put_text(json, "kind", "external");
        sls_json_put_text(json, "status", "accepted");
        sls_json_put_str(json, "justification", why);
        sls_json_close(json);
    }
    sls_json_close(json);
}

/*
 * The finding's id survives every edit that leaves the facts alone, which is what a fingerprint is
 * for; primaryLocationLineHash is the one that GitHub goes by.
 */
static void put_identity(writer *w, const sls_finding *finding)
{
    sls_json *const json = &w->json;
    const bool is_new = finding->state == SLS_NEW;
    sls_str hash = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_arena_format(w->scratch, &hash, "%.*s:1", SLS_FMT(finding->id));
    open_key(json, "partialFingerprints");
    sls_json_put_str(json, "findingId/v1", finding->id);
    sls_json_put_str(json, "primaryLocationLineHash", hash);
    sls_json_close(json);
    if (w->report->baseline)
        sls_json_put_text(json, "baselineState", is_new ? "new" : "unchanged");
}

static void put_properties(sls_json *json, const sls_finding *finding)
{
    open_key(json, "properties");
    sls_json_put_text(json, "verdict", sls_verdict_name(finding->verdict));
    sls_json_put_text(json, "kind", sls_kind_name(finding->kind));
    sls_json_put_text(json, "state", sls_finding_state_name(finding->state));
    sls_json_put_str(json, "aValue", finding->a->value);
    sls_json_put_str(json, "bValue", finding->b->value);
    sls_json_close(json);
}

static void put_result(writer *w, size_t i)
{
    const sls_finding *const finding = &w->report->findings[i];
    const sls_told other = sls_report_second(w->report, i);
    sls_json *const json = &w->json;
    sls_json_open_object(json);
    sls_json_put_text(json, "ruleId", finding->rule);
    sls_json_put_int(json, "ruleIndex", index_of(finding->rule));
    sls_json_put_text(json, "level", sls_severity_name(finding->severity));
    put_text(w, i, other.claim);
    sls_json_key(json, "locations");
    sls_json_open_array(json);
    sls_json_open_object(json);
    put_location(w, sls_report_first(w->report, i));
    sls_json_close(json);
    sls_json_close(json);
    if (other.claim)
        put_related(w, other);
    put_identity(w, finding);
    put_suppressions(w, finding);
    sls_json_put_int(json, "rank", finding->score);
    put_properties(json, finding);
    sls_json_close(json);
}

static void put_run(writer *w)
{
    sls_json *const json = &w->json;
    put_tool(w);
    sls_json_put_text(json, "language", w->report->ui == SLS_LANG_ID ? "id" : "en");
    sls_json_put_text(json, "columnKind", "unicodeCodePoints");
    open_key(json, "originalUriBaseIds");
    open_key(json, "%SRCROOT%");
    put_message(json, "description", SLS_STR("the folder that selisih was run in"));
    sls_json_close(json);
    sls_json_close(json);
    sls_json_key(json, "results");
    sls_json_open_array(json);
    for (size_t i = 0; i < w->report->count && w->status == SLS_OK; i++) {
        if (sls_verdict_is_conflict(w->report->findings[i].verdict))
            put_result(w, i);
        sls_arena_reset(w->scratch);
    }
    sls_json_close(json);
}

sls_status sls_write_sarif(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    writer w = { report, sls_json_begin(out, 2), scratch, SLS_OK };
    sls_json_open_object(&w.json);
    sls_json_put_text(&w.json, "$schema", SCHEMA);
    sls_json_put_text(&w.json, "version", "2.1.0");
    sls_json_key(&w.json, "runs");
    sls_json_open_array(&w.json);
    sls_json_open_object(&w.json);
    put_run(&w);
    sls_json_close(&w.json);
    sls_json_close(&w.json);
    sls_json_close(&w.json);
    sls_json_end(&w.json);
    return w.status;
}
