/*
 * github: workflow commands, which GitHub's runner reads from what a step prints.
 *
 *     ::error file=corpus/tempo.txt,line=10,endLine=10,col=101,endColumn=134,title=...::message
 *
 * GitHub shows ten annotations of each level of a step and drops the others in silence, so the
 * worst ten of each are written, and a line says how many are not. Columns count characters.
 */
#include "base/utf8.h"
#include "report/finding_message.h"
#include "report/format.h"
#include "report/message.h"

enum { SHOWN = 10, LEVELS = SLS_ERROR + 1 };

/*
 * What a command ends or parts its values at is percent-encoded: line breaks, %, and within a
 * property : and , too. What a terminal would obey is made visible, since logs are shown in one.
 */
static void escape(sls_out *out, sls_str s, bool property)
{
    for (size_t at = 0, length; at < s.len; at += length) {
        uint32_t code;
        length = sls_utf8_next(s, at, &code);
        if (code == '%' || code == '\n' || code == '\r' ||
            (property && (code == ':' || code == ',')))
            sls_out_format(out, "%%%02X", (unsigned)code);
        else if (code == SLS_UTF8_BAD || sls_utf8_is_control(code))
            sls_out_add(out, "\xEF\xBF\xBD");
        else
            sls_out_write(out, sls_str_slice(s, at, at + length));
    }
}

static void put_place(sls_out *out, sls_told told)
{
    const sls_spot spot = told.spot, end = sls_spot_end(spot, told.claim->surface);
    sls_out_add(out, " file=");
    escape(out, sls_report_path(spot.path), true);
    if (spot.line > 0)
        sls_out_format(out, ",line=%zu,endLine=%zu", spot.line, end.line);
    if (spot.column > 0 && end.line == spot.line) /* GitHub takes columns within one line only */
        sls_out_format(out, ",col=%zu,endColumn=%zu", spot.character, end.character);
}

static sls_status annotate(const sls_report *report, size_t i, sls_out *out, sls_arena *scratch)
{
    static const char *const commands[] = {
        [SLS_NOTE] = "::notice", [SLS_WARNING] = "::warning", [SLS_ERROR] = "::error"
    };
    const sls_finding *const finding = &report->findings[i];
    sls_str title, message;
    sls_status status = sls_rule_message(report->ui, "short", finding->rule, scratch, &title);
    if (status == SLS_OK)
        status = sls_told_message(report, i, scratch, &message);
    if (status != SLS_OK)
        return status;
    sls_out_add(out, commands[finding->severity]);
    put_place(out, sls_report_first(report, i));
    sls_out_add(out, ",title=");
    escape(out, title, true);
    sls_out_add(out, " [");
    sls_out_add(out, finding->rule);
    sls_out_add(out, "]::");
    escape(out, message, false);
    sls_out_add(out, "\n");
    return SLS_OK;
}

/* How many there are that GitHub would not show, and the line of all checks. */
static sls_status write_rest(const sls_report *report, size_t held, sls_out *out,
                             sls_arena *scratch)
{
    const sls_terminal terminal = { report->ui, false };
    sls_draft draft = { .arena = scratch };
    sls_str most, count, text;
    sls_status status = sls_arena_format(scratch, &most, "%d", SHOWN);
    if (status == SLS_OK)
        status = sls_arena_format(scratch, &count, "%zu", held);
    if (status == SLS_OK && held > 0) {
        const sls_arg args[] = { { "most", SLS_ARG_TEXT, most },
                                 { "held", SLS_ARG_TEXT, count },
                                 { "path", SLS_ARG_TEXT, report->summary.path } };
        status =
            sls_message(report->ui, SLS_STR("github-held"), (sls_args){ args, 3 }, scratch, &text);
        if (status == SLS_OK) {
            sls_terminal_text(&draft, text);
            sls_draft_add(&draft, SLS_STR("\n"));
        }
    }
    if (status == SLS_OK)
        status = sls_terminal_summary(&terminal, &draft, &report->summary);
    if (status == SLS_OK)
        status = sls_draft_done(&draft, &text);
    if (status == SLS_OK)
        sls_out_write(out, text);
    return status;
}

sls_status sls_write_github(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    size_t printed = 0, shown[LEVELS] = { 0 }, held = 0;
    sls_status status = SLS_OK;
    for (size_t i = 0; i < report->count && status == SLS_OK; i++) {
        if (!sls_report_prints(report, i))
            continue;
        size_t *const level = &shown[report->findings[i].severity];
        if (*level == SHOWN || (report->most > 0 && printed == report->most)) {
            held++;
            continue;
        }
        ++*level;
        printed++;
        status = annotate(report, i, out, scratch);
        sls_arena_reset(scratch);
    }
    return status != SLS_OK ? status : write_rest(report, held, out, scratch);
}
