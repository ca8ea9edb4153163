#include "report/galley_table.h"

#include "model/sense.h"
#include "report/finding_message.h"
#include "report/markup.h"
#include "report/message.h"
#include "report/words.h"

static void text(sls_out *out, sls_str s)
{
    sls_markup_text(out, s);
}

/* A message, escaped. */
static sls_status say(const sls_galley *galley, const char *key, sls_args args, sls_out *out,
                      sls_arena *scratch)
{
    sls_str words;
    const sls_status status =
        sls_message(galley->report->ui, sls_str_of(key), args, scratch, &words);
    if (status == SLS_OK)
        text(out, words);
    return status;
}

static void quote(sls_out *out, const sls_claim *claim)
{
    const size_t found = sls_str_find(claim->quote, claim->surface);
    const size_t start = found == SIZE_MAX ? 0 : found;
    const size_t end = found == SIZE_MAX ? 0 : found + claim->surface.len;
    sls_out_add(out, "<blockquote dir=\"auto\">");
    text(out, sls_str_slice(claim->quote, 0, start));
    if (end > start) {
        sls_out_add(out, "<mark>");
        text(out, sls_str_slice(claim->quote, start, end));
        sls_out_add(out, "</mark>");
    }
    text(out, sls_str_slice(claim->quote, end, SIZE_MAX));
    sls_out_add(out, "</blockquote>");
}

static void place(sls_out *out, const sls_claim *claim, sls_spot spot)
{
    sls_out_add(out, "<span class=\"where\">");
    text(out, spot.path);
    if (spot.line > 0)
        sls_out_format(out, ":%zu", spot.line);
    sls_out_add(out, "</span>");
    if (!sls_markup_is_link(claim->url))
        return;
    sls_out_add(out, " <a class=\"where\" rel=\"noopener noreferrer\" href=\"");
    text(out, claim->url);
    sls_out_add(out, "\">");
    text(out, claim->article);
    sls_out_add(out, "</a>");
}

static sls_status side(const sls_galley *galley, const sls_claim *claim, sls_spot spot, char letter,
                       sls_out *out, sls_arena *scratch)
{
    sls_str date;
    const sls_status status = sls_words_date(galley->report->ui, claim->published, scratch, &date);
    if (status != SLS_OK)
        return status;
    sls_out_format(out, "<td class=\"%c\"><cite>", letter);
    text(out, sls_claim_outlet(claim));
    sls_out_add(out, "</cite> ");
    text(out, date);
    quote(out, claim);
    place(out, claim, spot);
    sls_out_add(out, "</td>\n");
    return SLS_OK;
}

static sls_status row(const sls_galley *galley, size_t i, sls_out *out, sls_arena *scratch)
{
    const sls_finding *const finding = &galley->report->findings[i];
    const sls_report *const report = galley->report;
    const char *const severity = sls_severity_name(finding->severity);
    sls_str key, words;
    sls_status status = sls_arena_format(scratch, &key, "page-severity-%s", severity);
    if (status == SLS_OK)
        status = sls_galley_what_words(galley->report->ui, finding, scratch, &words);
    if (status != SLS_OK)
        return status;
    sls_out_add(out, "<tr><th scope=\"row\"><span class=\"severity ");
    sls_out_add(out, severity);
    sls_out_add(out, "\">");
    status = say(galley, key.ptr, (sls_args){ 0 }, out, scratch);
    sls_out_add(out, "</span><br>");
    text(out, words);
    sls_out_add(out, "<br><span class=\"where\">");
    if (status == SLS_OK)
        status = sls_rule_message(galley->report->ui, "short", finding->rule, scratch, &words);
    if (status == SLS_OK)
        text(out, words);
    sls_out_add(out, "</span></th>\n");
    if (status == SLS_OK)
        status = side(galley, finding->a, sls_report_spot(report, finding->a), 'a', out, scratch);
    if (status == SLS_OK && finding->b != finding->a)
        status = side(galley, finding->b, sls_report_spot(report, finding->b), 'b', out, scratch);
    sls_out_add(out, "</tr>\n");
    return status;
}

static sls_status heading(const sls_galley *galley, sls_out *out, sls_arena *scratch)
{
    sls_str all, shown;
    const size_t rows =
        galley->count < SLS_GALLEY_TABLE_MOST ? galley->count : SLS_GALLEY_TABLE_MOST;
    sls_status status = sls_arena_format(scratch, &all, "%zu", galley->count);
    if (status == SLS_OK)
        status = sls_arena_format(scratch, &shown, "%zu", rows);
    if (status != SLS_OK)
        return status;
    const sls_arg args[] = { { "count", SLS_ARG_TEXT, all }, { "shown", SLS_ARG_TEXT, shown } };
    sls_out_add(out, "<h1>");
    status = say(galley, "page-title", (sls_args){ args, 2 }, out, scratch);
    sls_out_add(out, "</h1>\n<p>");
    if (status == SLS_OK)
        status = say(galley, "page-plain", (sls_args){ args, 2 }, out, scratch);
    sls_out_add(out, "</p>\n");
    return status;
}

sls_status sls_galley_table(const sls_galley *galley, sls_out *out, sls_arena *scratch)
{
    static const char *const columns[] = { "page-finding", "page-side-a", "page-side-b" };
    sls_status status = heading(galley, out, scratch);
    if (galley->count == 0)
        return status;
    sls_out_add(out, "<div class=\"scroll\"><table>\n<thead><tr>");
    for (size_t i = 0; i < sizeof columns / sizeof *columns && status == SLS_OK; i++) {
        sls_out_add(out, "<th scope=\"col\">");
        status = say(galley, columns[i], (sls_args){ 0 }, out, scratch);
        sls_out_add(out, "</th>");
    }
    sls_out_add(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < galley->count && i < SLS_GALLEY_TABLE_MOST && status == SLS_OK; i++) {
        status = row(galley, i, out, scratch);
        sls_arena_reset(scratch);
    }
    sls_out_add(out, "</tbody></table></div>");
    return status;
}
