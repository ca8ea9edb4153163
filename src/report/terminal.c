#include "report/terminal.h"

#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/finding_message.h"
#include "report/message.h"

#include <assert.h>

/* "##[": GitHub's runner takes it for a command wherever it stands in what a step prints. */
static bool is_command(sls_str s, size_t at)
{
    return s.ptr[at] == '[' && at >= 2 && s.ptr[at - 1] == '#' && s.ptr[at - 2] == '#';
}

void sls_terminal_text(sls_draft *draft, sls_str s)
{
    for (size_t at = 0, length; at < s.len; at += length) {
        uint32_t code;
        length = sls_utf8_next(s, at, &code);
        if (code == SLS_UTF8_BAD || sls_utf8_is_control(code) || is_command(s, at))
            sls_draft_add(draft, SLS_STR("\xEF\xBF\xBD"));
        else
            sls_draft_add(draft, sls_str_slice(s, at, at + length));
    }
}

void sls_terminal_paint(const sls_terminal *terminal, sls_draft *draft, const char *code)
{
    if (!terminal->color)
        return;
    sls_draft_add(draft, SLS_STR("\033["));
    sls_draft_add(draft, sls_str_of(code));
    sls_draft_add(draft, SLS_STR("m"));
}

void sls_terminal_spot(sls_draft *draft, sls_spot spot)
{
    sls_terminal_text(draft, spot.path);
    if (spot.line == 0)
        return;
    sls_draft_add(draft, SLS_STR(":"));
    sls_draft_number(draft, spot.line);
    if (spot.column == 0)
        return;
    sls_draft_add(draft, SLS_STR(":"));
    sls_draft_number(draft, spot.column);
}

static void head(const sls_terminal *terminal, sls_draft *draft, sls_spot place,
                 sls_severity severity)
{
    static const char *const colors[] = {
        [SLS_NOTE] = "1;36", [SLS_WARNING] = "1;35", [SLS_ERROR] = "1;31"
    };
    sls_terminal_paint(terminal, draft, "1");
    sls_terminal_spot(draft, place);
    sls_draft_add(draft, SLS_STR(":"));
    sls_draft_add(draft, SLS_STR(" "));
    sls_terminal_paint(terminal, draft, colors[severity]);
    sls_draft_add(draft, sls_str_of(sls_severity_name(severity)));
    sls_draft_add(draft, SLS_STR(": "));
    sls_terminal_paint(terminal, draft, "0");
}

/* The sentence, or as much of it around the surface as fits, the surface in bold. */
void sls_terminal_quote(const sls_terminal *terminal, sls_draft *draft, const sls_claim *claim)
{
    const sls_excerpt e = sls_excerpt_of(claim);
    if (claim->quote.len == 0)
        return;
    /* A line that begins with "::" is a command to GitHub's runner. */
    const bool obeyed = sls_str_starts(sls_str_trim(claim->quote), SLS_STR("::"));
    sls_draft_add(draft, e.cut_before || obeyed ? SLS_STR("    ...") : SLS_STR("    "));
    sls_terminal_text(draft, e.before);
    sls_terminal_paint(terminal, draft, "1");
    sls_terminal_text(draft, e.surface);
    sls_terminal_paint(terminal, draft, "0");
    sls_terminal_text(draft, e.after);
    sls_draft_add(draft, e.cut_after ? SLS_STR("...\n") : SLS_STR("\n"));
}

static sls_status other_side(const sls_terminal *terminal, sls_draft *draft, const sls_claim *claim,
                             sls_spot place)
{
    sls_str text;
    const sls_status status = sls_other_side_message(terminal->ui, claim, draft->arena, &text);
    if (status != SLS_OK)
        return status;
    head(terminal, draft, place, SLS_NOTE);
    sls_terminal_text(draft, text);
    sls_draft_add(draft, SLS_STR("\n"));
    sls_terminal_quote(terminal, draft, claim);
    return SLS_OK;
}

sls_status sls_terminal_line(const sls_terminal *terminal, sls_draft *draft,
                             const sls_finding *finding, sls_spot a, sls_spot b)
{
    sls_str message;
    const sls_status status = sls_finding_message(terminal->ui, finding, draft->arena, &message);
    if (status != SLS_OK)
        return status;
    head(terminal, draft, sls_finding_lead(finding) == SLS_SIDE_B ? b : a, finding->severity);
    sls_terminal_text(draft, message);
    sls_draft_add(draft, SLS_STR(" ["));
    sls_draft_add(draft, sls_str_of(finding->rule));
    sls_draft_add(draft, SLS_STR("]\n"));
    return SLS_OK;
}

/* "FILE:LINE: note: decided by ...", where somebody decided. */
static sls_status decision(const sls_terminal *terminal, sls_draft *draft,
                           const sls_finding *finding, sls_spot place)
{
    sls_str text;
    const sls_status status = sls_finding_decision(terminal->ui, finding, draft->arena, &text);
    if (status != SLS_OK || text.len == 0)
        return status;
    head(terminal, draft, place, SLS_NOTE);
    sls_terminal_text(draft, text);
    sls_draft_add(draft, SLS_STR("\n"));
    return SLS_OK;
}

sls_status sls_terminal_finding(const sls_terminal *terminal, sls_draft *draft,
                                const sls_finding *finding, sls_spot a, sls_spot b)
{
    const bool swap = sls_finding_lead(finding) == SLS_SIDE_B;
    const sls_claim *first = swap ? finding->b : finding->a;
    const sls_claim *second = swap ? finding->a : finding->b;
    sls_status status = sls_terminal_line(terminal, draft, finding, a, b);
    if (status != SLS_OK)
        return status;
    sls_terminal_quote(terminal, draft, first);
    if (first != second)
        status = other_side(terminal, draft, second, swap ? a : b);
    return status != SLS_OK ? status : decision(terminal, draft, finding, swap ? b : a);
}

sls_status sls_terminal_leftover(const sls_terminal *terminal, sls_draft *draft,
                                 const sls_leftover *row)
{
    const sls_arg args[] = { { "id", SLS_ARG_TEXT, row->id } };
    sls_str text;
    const sls_status status = sls_message(terminal->ui, sls_str_of(row->message),
                                          (sls_args){ args, 1 }, draft->arena, &text);
    if (status != SLS_OK)
        return status;
    head(terminal, draft, (sls_spot){ .path = sls_str_of(row->path), .line = row->line }, SLS_NOTE);
    sls_terminal_text(draft, text);
    sls_draft_add(draft, SLS_STR("\n"));
    return SLS_OK;
}

sls_status sls_terminal_counts(sls_lang ui, sls_draft *draft, sls_str key, sls_str path,
                               const sls_counted *counts, size_t count)
{
    enum { COUNTS_MOST = 16 };
    assert(count <= COUNTS_MOST);
    sls_arg args[COUNTS_MOST + 1] = { { "path", SLS_ARG_TEXT, path } };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        args[i + 1] = (sls_arg){ .name = counts[i].name };
        if (counts[i].always || counts[i].count > 0)
            status = sls_arena_format(draft->arena, &args[i + 1].value, "%zu", counts[i].count);
    }
    sls_str text;
    if (status == SLS_OK)
        status = sls_message(ui, key, (sls_args){ args, count + 1 }, draft->arena, &text);
    if (status != SLS_OK)
        return status;
    sls_terminal_text(draft, text);
    sls_draft_add(draft, SLS_STR("\n"));
    return SLS_OK;
}

sls_status sls_terminal_summary(const sls_terminal *terminal, sls_draft *draft,
                                const sls_summary *summary)
{
    const sls_counted counts[] = {
        { "articles", summary->articles, true }, { "skipped", summary->skipped, false },
        { "claims", summary->claims, true },     { "errors", summary->errors, true },
        { "warnings", summary->warnings, true }, { "notes", summary->notes, true },
        { "known", summary->known, false },      { "unused", summary->unused, false },
        { "waived", summary->waived, false },    { "idle", summary->idle, false },
        { "aside", summary->aside, false },      { "held", summary->held, false }
    };
    return sls_terminal_counts(terminal->ui, draft, SLS_STR("summary"), summary->path, counts,
                               sizeof counts / sizeof *counts);
}
