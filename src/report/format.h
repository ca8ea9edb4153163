/*
 * format.h - the formats of --output, by name: one row each, one file of src/report each.
 *
 *     selisih check --output text --output sarif:out/selisih.sarif
 *
 * A format writes a whole report in one pass; it resets `scratch` between findings, so that its
 * memory does not grow with their number. Errors of writing are kept by `out`.
 *
 * What people read (text, concise, github, markdown) holds what is to be looked at: new conflicts,
 * at least warnings unless notes are asked for, at most --max-findings. Formats that have no word
 * for a state (rdjsonl, gitlab) hold new conflicts, those that have one (sarif, junit) all
 * conflicts, csv, json and jsonl agreements too.
 */
#ifndef SLS_REPORT_FORMAT_H
#define SLS_REPORT_FORMAT_H

#include "io/file.h"
#include "report/report.h"

typedef struct {
    const char *name;
    const char *help; /* a few words for the manual */
    /* SLS_OK, SLS_ENOMEM. */
    sls_status (*write)(const sls_report *report, sls_out *out, sls_arena *scratch);
    /* Instead of `write`, of a format that is several files. SLS_OK, SLS_EIO, SLS_ENOMEM. */
    sls_status (*write_folder)(const sls_report *report, const char *folder, sls_arena *scratch,
                               sls_diag *diag);
    bool agreements; /* it holds them too */
} sls_format;

/* All of them, in the order of the manual. */
const sls_format *sls_formats(size_t *count);
/* NULL: there is no such format. */
const sls_format *sls_format_named(sls_str name);

/* The writers; what each writes is said in its file. */
SLS_MUST_USE sls_status sls_write_text(const sls_report *report, sls_out *out, sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_concise(const sls_report *report, sls_out *out,
                                          sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_csv(const sls_report *report, sls_out *out, sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_json(const sls_report *report, sls_out *out, sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_jsonl(const sls_report *report, sls_out *out, sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_sarif(const sls_report *report, sls_out *out, sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_junit(const sls_report *report, sls_out *out, sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_rdjsonl(const sls_report *report, sls_out *out,
                                          sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_github(const sls_report *report, sls_out *out,
                                         sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_gitlab(const sls_report *report, sls_out *out,
                                         sls_arena *scratch);
SLS_MUST_USE sls_status sls_write_markdown(const sls_report *report, sls_out *out,
                                           sls_arena *scratch);

#endif
