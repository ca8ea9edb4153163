/*
 * findings_json.h - findings as JSON, for programs: the formats json and jsonl.
 *
 * json is one document, indented:
 *     { "format": "selisih-findings", "version": 1, "selisih": "0.1.0",
 *       "summary": { "articles", "skipped", "claims",
 *                    "errors", "warnings", "notes",     new findings
 *                    "known", "unused",                 of the baseline, and its rows without use
 *                    "waived", "idle",                  by decisions, and decisions without use
 *                    "aside" },                         new ones in articles that did not change
 *       "findings": [ FINDING... ] }                    conflicts worst first, then agreements
 * jsonl is a FINDING a line, and nothing else. A FINDING:
 *     { "id", "severity", "verdict", "kind", "rule", "state",
 *       "fails": true,                  it makes the exit status 1
 *       "decision": null, or what an editor decided:
 *           { "decision", "by", "on", "expires", "expired": false, "corrected", "note" },
 *       "what", "entities": [...], "message",
 *       "likely_wrong": "a", "b" or null,
 *       "support": "...", "sources_a", "sources_b": 2,  independent ones
 *       "score": 0..100, "terms": [ { "name", "points" }... ],
 *       "group": "...", "more": 0,      further pairs of the group that are not listed
 *       "a": SIDE, "b": SIDE }          both the same for a finding within one claim
 * A SIDE:
 *     { "source", "article", "published", "url", "path",
 *       "line", "column", "end_line", "end_column",     from 1, characters, the end exclusive; null
 *                                                       where unknown (JSON Lines: a line alone)
 *       "start", "end",                 bytes, as in claims/
 *       "value", "bound", "unit", "as_of", "status", "speaker", "surface", "quote" }
 * Texts are "" where unknown; values are as in claims/. What is added later comes as new members;
 * a change of what is there is a new version.
 */
#ifndef SLS_REPORT_FINDINGS_JSON_H
#define SLS_REPORT_FINDINGS_JSON_H

#include "io/json_write.h"
#include "report/report.h"

/* Finding `i` as a FINDING; `scratch` may be reset afterwards. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_finding_json(sls_json *json, const sls_report *report, size_t i,
                                         sls_arena *scratch);

#endif
