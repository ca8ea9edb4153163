#include "report/review_page.h"

#include "io/sweep.h"
#include "report/format.h"
#include "report/galley_data.h"
#include "report/galley_table.h"
#include "report/markup.h"
#include "report/message.h"
#include "report/page_files.h"

#include <stdio.h>

enum { PATH_BYTES = 4096 };

/* Nothing is fetched, framed or sent; `file:` is "self" for a page opened from disk. */
#define POLICY       "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
#define SPLIT_POLICY POLICY "script-src 'self' file:; style-src 'self' file:"

typedef struct {
    sls_galley galley;
    sls_arena *kept;
    sls_arena *scratch;
    sls_out *out;
    bool split;
} page;

static void raw(page *p, const char *html)
{
    sls_out_write(p->out, sls_str_of(html));
}

static sls_status put_language(page *p)
{
    raw(p, p->galley.report->ui == SLS_LANG_ID ? "id" : "en");
    return SLS_OK;
}

static sls_status put_policy(page *p)
{
    if (p->split)
        raw(p, SPLIT_POLICY);
    else
        sls_out_format(p->out, POLICY "script-src '%s'; style-src '%s'", sls_page_js_digest,
                       sls_page_css_digest);
    return SLS_OK;
}

static sls_status put_title(page *p)
{
    sls_str count, title;
    sls_status status = sls_arena_format(p->scratch, &count, "%zu", p->galley.count);
    const sls_arg arg = { "count", SLS_ARG_TEXT, count };
    if (status == SLS_OK)
        status = sls_message(p->galley.report->ui, SLS_STR("page-title"), (sls_args){ &arg, 1 },
                             p->scratch, &title);
    if (status == SLS_OK)
        sls_markup_text(p->out, title);
    return status;
}

static sls_status put_style(page *p)
{
    if (p->split) {
        raw(p, "<link rel=\"stylesheet\" href=\"page/page.css\">");
        return SLS_OK;
    }
    raw(p, "<style>");
    sls_out_write(p->out, sls_page_css);
    raw(p, "</style>");
    return SLS_OK;
}

static sls_status put_plain(page *p)
{
    return sls_galley_table(&p->galley, p->out, p->scratch);
}

/* A piece of data that the scripts find by its name. */
static void open_data(page *p, const char *kind, size_t number)
{
    sls_out_format(p->out, "<script type=\"application/json\" id=\"data-%s-%zu\">", kind, number);
}

static sls_status put_data(page *p)
{
    if (p->split)
        return SLS_OK;
    open_data(p, "head", 0);
    sls_status status = sls_galley_head(&p->galley, false, p->out);
    for (size_t i = 0; i < sls_galley_pieces(&p->galley, SLS_GALLEY_ROWS) && status == SLS_OK;
         i++) {
        raw(p, "</script>\n");
        open_data(p, "rows", i);
        status = sls_galley_rows(&p->galley, i, p->out, p->scratch);
    }
    for (size_t i = 0; i < sls_galley_pieces(&p->galley, SLS_GALLEY_SHARD) && status == SLS_OK;
         i++) {
        raw(p, "</script>\n");
        open_data(p, "shard", i);
        status = sls_galley_shard(&p->galley, i, p->out, p->scratch);
    }
    raw(p, "</script>\n");
    open_data(p, "times", 0);
    if (status == SLS_OK)
        status = sls_galley_times(&p->galley, p->out, p->scratch);
    raw(p, "</script>");
    return status;
}

static sls_status put_script(page *p)
{
    if (p->split) {
        raw(p, "<script src=\"page/page.js\"></script>\n"
               "<script src=\"page/head-0.js\"></script>");
        return SLS_OK;
    }
    raw(p, "<script>");
    sls_out_write(p->out, sls_page_js);
    raw(p, "</script>");
    return SLS_OK;
}

/* What stands in place of {{name}}. */
static const struct {
    sls_str name;
    sls_status (*put)(page *p);
} slots[] = {
    { SLS_S("lang"), put_language }, { SLS_S("policy"), put_policy }, { SLS_S("title"), put_title },
    { SLS_S("style"), put_style },   { SLS_S("plain"), put_plain },   { SLS_S("data"), put_data },
    { SLS_S("script"), put_script },
};

static sls_status put_slot(page *p, sls_str name)
{
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (sls_str_eq(slots[i].name, name))
            return slots[i].put(p);
    return SLS_OK;
}

/* The template with its slots filled. */
static sls_status put_page(page *p)
{
    sls_str rest = sls_page_html;
    sls_status status = SLS_OK;
    for (size_t open; status == SLS_OK && (open = sls_str_find(rest, SLS_STR("{{"))) != SIZE_MAX;) {
        const sls_str behind = sls_str_slice(rest, open + 2, SIZE_MAX);
        const size_t close = sls_str_find(behind, SLS_STR("}}"));
        if (close == SIZE_MAX)
            break;
        sls_out_write(p->out, sls_str_slice(rest, 0, open));
        status = put_slot(p, sls_str_slice(behind, 0, close));
        sls_arena_reset(p->scratch);
        rest = sls_str_slice(behind, close + 2, SIZE_MAX);
    }
    sls_out_write(p->out, rest);
    return status;
}

static sls_status open_page(const sls_report *report, sls_arena *scratch, bool split, page *out)
{
    *out = (page){ .scratch = scratch, .kept = sls_arena_new(0), .split = split };
    return out->kept ? sls_galley_open(report, out->kept, &out->galley) : SLS_ENOMEM;
}

sls_status sls_write_html(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    page p;
    sls_status status = open_page(report, scratch, false, &p);
    p.out = out;
    if (status == SLS_OK)
        status = put_page(&p);
    sls_arena_free(p.kept);
    return status;
}

/* A file below the folder; `kind` tells what is in it. */
typedef enum { INDEX, STYLE, SCRIPT, HEAD, ROWS, SHARD, TIMES } piece_kind;

static sls_status put_json(page *p, piece_kind kind, size_t number)
{
    switch (kind) {
    case HEAD:
        return sls_galley_head(&p->galley, true, p->out);
    case ROWS:
        return sls_galley_rows(&p->galley, number, p->out, p->scratch);
    case SHARD:
        return sls_galley_shard(&p->galley, number, p->out, p->scratch);
    default:
        return sls_galley_times(&p->galley, p->out, p->scratch);
    }
}

static sls_status put_piece(page *p, piece_kind kind, const char *name, size_t number)
{
    sls_status status = SLS_OK;
    switch (kind) {
    case INDEX:
        return put_page(p);
    case STYLE:
        sls_out_write(p->out, sls_page_css);
        return SLS_OK;
    case SCRIPT:
        sls_out_write(p->out, sls_page_js);
        return SLS_OK;
    default:
        sls_out_format(p->out, "selisih(\"%s\",%zu,", name, number);
        status = put_json(p, kind, number);
        raw(p, ");\n");
        return status;
    }
}

static sls_status write_piece(page *p, const char *folder, piece_kind kind, size_t number,
                              sls_diag *diag)
{
    static const char *const names[] = {
        "index", "page", "page", "head", "rows", "shard", "times"
    };
    sls_arena_reset(p->scratch);
    sls_str path = { 0 };
    sls_status status;
    if (kind == INDEX)
        status = sls_arena_format(p->kept, &path, "%s/index.html", folder);
    else if (kind <= SCRIPT)
        status = sls_arena_format(p->kept, &path, "%s/page/%s.%s", folder, names[kind],
                                  kind == STYLE ? "css" : "js");
    else
        status = sls_arena_format(p->kept, &path, "%s/page/%s-%zu.js", folder, names[kind], number);
    if (status == SLS_OK)
        status = sls_make_parents(path.ptr, diag);
    if (status == SLS_OK)
        status = sls_out_open(path.ptr, &p->out, diag);
    if (status != SLS_OK)
        return status;
    sls_out_note(p->out, p->galley.report->ledger, (sls_imprint){ 0, 0 });
    status = put_piece(p, kind, names[kind], number);
    if (status == SLS_OK)
        return sls_out_commit(p->out, diag);
    sls_out_abandon(p->out);
    return status;
}

/* Removes pieces of an earlier page that had more of them, from number `from` on. */
static void clear_pieces(const char *folder, const char *kind, size_t from)
{
    char path[PATH_BYTES];
    for (int length;; from++) {
        length = snprintf(path, sizeof path, "%s/page/%s-%zu.js", folder, kind, from);
        if (length < 0 || (size_t)length >= sizeof path || remove(path) != 0)
            return;
    }
}

sls_status sls_write_html_split(const sls_report *report, const char *folder, sls_arena *scratch,
                                sls_diag *diag)
{
    page p;
    sls_status status = open_page(report, scratch, true, &p);
    const struct {
        piece_kind kind;
        size_t count;
    } pieces[] = { { STYLE, 1 },
                   { SCRIPT, 1 },
                   { ROWS, sls_galley_pieces(&p.galley, SLS_GALLEY_ROWS) },
                   { SHARD, sls_galley_pieces(&p.galley, SLS_GALLEY_SHARD) },
                   { TIMES, 1 },
                   { HEAD, 1 },
                   { INDEX, 1 } };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        for (size_t n = 0; n < pieces[i].count && status == SLS_OK; n++)
            status = write_piece(&p, folder, pieces[i].kind, n, diag);
    if (status == SLS_OK) {
        clear_pieces(folder, "rows", sls_galley_pieces(&p.galley, SLS_GALLEY_ROWS));
        clear_pieces(folder, "shard", sls_galley_pieces(&p.galley, SLS_GALLEY_SHARD));
    }
    sls_arena_free(p.kept);
    return status;
}

/*
 * What a killed run left among the pieces, whose folder may be about to go. FOLDER itself is swept
 * by who begins to write there: others may be writing into it by now.
 */
static void sweep(const char *folder)
{
    char path[PATH_BYTES];
    const int length = snprintf(path, sizeof path, "%s/page", folder);
    if (length > 0 && (size_t)length < sizeof path)
        sls_sweep_folder(path);
}

/* Removes all pieces: the page is one file now. */
static void clear_all(const char *folder)
{
    static const char *const kinds[] = { "rows", "shard", "times", "head" };
    static const char *const rest[] = { "/page/page.css", "/page/page.js", "/page" };
    char path[PATH_BYTES];
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        clear_pieces(folder, kinds[i], 0);
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        const int length = snprintf(path, sizeof path, "%s%s", folder, rest[i]);
        if (length > 0 && (size_t)length < sizeof path)
            (void)remove(path); /* a folder goes only when nothing else is in it */
    }
}

static sls_status write_inline(const sls_report *report, const char *folder, sls_arena *scratch,
                               sls_diag *diag)
{
    sls_out *out;
    sls_str path;
    sls_status status = sls_arena_format(scratch, &path, "%s/index.html", folder);
    if (status == SLS_OK)
        status = sls_make_folders(folder, diag);
    if (status == SLS_OK)
        status = sls_out_open(path.ptr, &out, diag);
    if (status != SLS_OK)
        return status;
    sls_out_note(out, report->ledger, (sls_imprint){ 0, 0 });
    status = sls_write_html(report, out, scratch);
    if (status == SLS_OK) {
        status = sls_out_commit(out, diag);
        if (status == SLS_OK)
            clear_all(folder);
        return status;
    }
    sls_out_abandon(out);
    return status;
}

sls_status sls_write_review(const sls_report *report, const char *folder, sls_arena *scratch,
                            bool *split, sls_diag *diag)
{
    size_t count = 0;
    while (count < report->count && sls_verdict_is_conflict(report->findings[count].verdict))
        count++;
    *split = count > SLS_GALLEY_INLINE_MOST;
    sweep(folder);
    return *split ? sls_write_html_split(report, folder, scratch, diag)
                  : write_inline(report, folder, scratch, diag);
}
