#include "report/review.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/survey.h"
#include "report/terminal.h"

#include <string.h>
#include <sys/stat.h>

#define COLUMNS "finding_id,decision,by,on,expires,note,a_value,b_value"

typedef struct {
    sls_survey *all;
    sls_decisions fresh;
    sls_sheet sheet;
    sls_review count;
    size_t refused;
} review;

static void refuse(void *context, const sls_diag *diag)
{
    review *const r = context;
    r->refused++;
    r->all->trouble = true;
    sls_complain("error", diag);
}

/* The file that is written: `file`, else the one in the folders that are checked, else a new one
 * in the first of them. */
static sls_status target(const sls_options *o, const char *file, const char *name, sls_arena *arena,
                         const char **out, sls_diag *diag)
{
    struct stat info;
    const char *first = NULL;
    bool found = false;
    *out = file;
    for (size_t i = 0; i < o->path_count && !file; i++) {
        sls_str path;
        if (!sls_is_folder(o->paths[i]))
            continue;
        const sls_status status = sls_arena_format(arena, &path, "%s/%s.csv", o->paths[i], name);
        if (status != SLS_OK)
            return status;
        first = first ? first : path.ptr;
        if (stat(path.ptr, &info) != 0)
            continue;
        if (found)
            return sls_diag_set(diag, SLS_EUSAGE, path.ptr, 0,
                                "a second file of the kind, beside %s: name one with --%s", *out,
                                name);
        *out = path.ptr;
        found = true;
    }
    *out = *out ? *out : first;
    if (*out)
        return SLS_OK;
    return sls_diag_set(diag, SLS_EUSAGE, NULL, 0,
                        "no folder is checked that could hold %s.csv: name the file with --%s",
                        name, name);
}

/* The text of `path`; a file that is not there yet is empty. */
static sls_status read_or_none(const char *path, sls_arena *arena, sls_str *out, sls_diag *diag)
{
    sls_diag missing = { 0 };
    const sls_status status = sls_file_read(path, 0, arena, out, &missing);
    *out = status == SLS_OK ? *out : (sls_str){ 0 };
    if (status == SLS_OK || status == SLS_ENOTFOUND)
        return SLS_OK;
    *diag = missing;
    return status;
}

static sls_status read_old(review *r, const char *path, sls_diag *diag)
{
    sls_decisions *const old = &r->all->decisions;
    sls_str text;
    sls_decisions_init(old, r->all->arena, refuse, r);
    sls_status status = read_or_none(path, r->all->arena, &text, diag);
    if (status == SLS_OK)
        status = sls_decisions_read(old, text, path, diag);
    if (status == SLS_OK && r->refused > 0)
        status =
            sls_diag_set(diag, SLS_ESYNTAX, path, 0, "mend these rows first: nothing is merged");
    return status == SLS_OK ? sls_sheet_of(&old->csv, SLS_STR(COLUMNS), r->all->arena, &r->sheet)
                            : status;
}

static sls_status read_fresh(review *r, sls_diag *diag)
{
    const char *const path = r->all->options->export;
    sls_str text;
    sls_decisions_init(&r->fresh, r->all->arena, refuse, r);
    const sls_status status = sls_file_read(path, 0, r->all->arena, &text, diag);
    return status == SLS_OK ? sls_decisions_read(&r->fresh, text, path, diag) : status;
}

static sls_status promote(review *r, const char **path, sls_diag *diag)
{
    const sls_options *o = r->all->options;
    const sls_findings *f = &r->all->findings;
    sls_sheet verified;
    sls_csv csv;
    sls_str text;
    sls_status status = target(o, o->verified, "verified", r->all->arena, path, diag);
    if (status == SLS_OK)
        status = read_or_none(*path, r->all->arena, &text, diag);
    if (status == SLS_OK)
        status = sls_csv_read(text, *path, r->all->arena, &csv, diag);
    if (status == SLS_OK)
        status = sls_sheet_of(&csv, SLS_STR("kind,what,value"), r->all->arena, &verified);
    if (status == SLS_OK)
        status = sls_review_promote(&verified, &r->fresh, f->at, f->count, &r->count);
    if (status != SLS_OK || r->count.promoted == 0)
        return status;
    return sls_sheet_write(&verified, *path, diag);
}

/* "corpus/decisions.csv: 2 decisions added; 1 replaced" */
static sls_status say(const review *r, const char *decisions, const char *verified, sls_diag *diag)
{
    const sls_review *const n = &r->count;
    const sls_counted merged[] = { { "added", n->added, true },
                                   { "replaced", n->replaced, false },
                                   { "same", n->same, false },
                                   { "kept", n->kept, false },
                                   { "refused", r->refused, false } };
    const sls_counted promoted[] = { { "added", n->promoted, true },
                                     { "same", n->promoted_before, false } };
    const sls_lang ui = r->all->options->ui;
    sls_draft draft = { .arena = r->all->arena };
    sls_str text;
    sls_status status = sls_terminal_counts(ui, &draft, SLS_STR("review-decisions"),
                                            sls_str_of(decisions), merged, 5);
    if (status == SLS_OK && verified)
        status = sls_terminal_counts(ui, &draft, SLS_STR("review-verified"), sls_str_of(verified),
                                     promoted, 2);
    if (status == SLS_OK)
        status = sls_draft_done(&draft, &text);
    if (status != SLS_OK || r->all->options->quiet)
        return status;
    return sls_output_print(text, diag);
}

static sls_status merge(review *r, sls_diag *diag)
{
    const sls_options *o = r->all->options;
    const sls_findings *f = &r->all->findings;
    const char *path = NULL, *verified = NULL;
    sls_status status = target(o, o->decisions, "decisions", r->all->arena, &path, diag);
    if (status == SLS_OK)
        status = read_old(r, path, diag);
    if (status == SLS_OK)
        status = read_fresh(r, diag);
    if (status == SLS_OK)
        status = sls_survey_read(r->all, diag);
    if (status == SLS_OK)
        status = sls_survey_compare(r->all, diag);
    if (status == SLS_OK)
        status =
            sls_review_merge(&r->sheet, &r->all->decisions, &r->fresh, f->at, f->count, &r->count);
    if (status == SLS_OK && r->count.added + r->count.replaced > 0)
        status = sls_sheet_write(&r->sheet, path, diag);
    if (status == SLS_OK && o->promote)
        status = promote(r, &verified, diag);
    return status == SLS_OK ? say(r, path, verified, diag) : status;
}

static sls_status run(sls_survey *survey, sls_diag *diag)
{
    review r = { .all = survey };
    return merge(&r, diag);
}

int sls_run_review(const sls_options *options)
{
    return sls_survey_run(options, run);
}
