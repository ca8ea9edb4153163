#include "report/explanation.h"

#include "model/sense.h"
#include "model/term.h"
#include "report/finding_message.h"
#include "report/words.h"

#include <stdio.h>

enum { POINTS_OF_A_MARK = 5, NUMBER_WIDTH = 5 };

typedef struct {
    const sls_terminal *terminal;
    sls_draft *draft;
    sls_status status;
} writer;

static void line(writer *w, const char *indent, sls_str text)
{
    sls_draft_add(w->draft, sls_str_of(indent));
    sls_terminal_text(w->draft, text);
    sls_draft_add(w->draft, SLS_STR("\n"));
}

static sls_str message(writer *w, sls_str key, const sls_arg *args, size_t count)
{
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status =
            sls_message(w->terminal->ui, key, (sls_args){ args, count }, w->draft->arena, &text);
    return text;
}

static sls_str format(writer *w, const char *prefix, const char *name)
{
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_arena_format(w->draft->arena, &text, "%s%s", prefix, name);
    return text;
}

static void heading(writer *w, const char *key)
{
    const sls_str text = message(w, sls_str_of(key), NULL, 0);
    sls_draft_add(w->draft, SLS_STR("\n"));
    sls_terminal_paint(w->terminal, w->draft, "1");
    sls_terminal_text(w->draft, text);
    sls_terminal_paint(w->terminal, w->draft, "0");
    sls_draft_add(w->draft, SLS_STR("\n"));
}

sls_status sls_explanation_reading(sls_lang ui, const sls_claim *claim, sls_arena *arena,
                                   sls_str *out)
{
    const bool exact = claim->bound == SLS_BOUND_EXACT || claim->bound == SLS_BOUND_RANGE;
    const bool asserted = claim->state == SLS_ASSERTED;
    sls_str value, bound = { 0 }, state = SLS_STR("explain-asserted");
    sls_str entities = { 0 }, place = { 0 }, speaker = { 0 };
    sls_status status = sls_words_value(ui, claim, arena, &value);
    if (status == SLS_OK)
        status = sls_words_entities(ui, claim->entities, arena, &entities);
    if (status == SLS_OK)
        status = sls_words_entities(ui, claim->place, arena, &place);
    if (status == SLS_OK)
        status = sls_words_entities(ui, claim->speaker, arena, &speaker);
    if (status == SLS_OK && !exact)
        status = sls_arena_format(arena, &bound, "bound-%s", sls_bound_name(claim->bound));
    if (status == SLS_OK && !asserted)
        status = sls_arena_format(arena, &state, "state-%s", sls_state_name(claim->state));
    const sls_arg args[] = {
        { "value", SLS_ARG_TEXT, value },
        { "bound", SLS_ARG_MESSAGE, bound },
        { "unit", SLS_ARG_UNIT, claim->unit },
        { "about", claim->kind == SLS_KIND_TITLE ? SLS_ARG_OFFICE : SLS_ARG_EVENT, claim->what },
        { "as_of", SLS_ARG_DATE, claim->as_of },
        { "state", SLS_ARG_MESSAGE, state },
        { "entities", SLS_ARG_TEXT, entities },
        { "place", SLS_ARG_TEXT, place },
        { "speaker", SLS_ARG_TEXT, speaker },
        { "stance", SLS_ARG_TEXT, claim->stance },
    };
    if (status != SLS_OK)
        return status;
    return sls_message(ui, SLS_STR("explain-reading"),
                       (sls_args){ args, sizeof args / sizeof *args }, arena, out);
}

static sls_str reading_of(writer *w, const sls_claim *claim)
{
    sls_str text = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_explanation_reading(w->terminal->ui, claim, w->draft->arena, &text);
    return text;
}

static void side(writer *w, const char *name, const sls_claim *claim, sls_spot spot)
{
    const sls_arg args[] = { { "source", SLS_ARG_TEXT, sls_claim_outlet(claim) },
                             { "published", SLS_ARG_DATE, claim->published } };
    const sls_str who = message(w, SLS_STR("explain-source"), args, 2);
    sls_draft_add(w->draft, SLS_STR("\n"));
    sls_terminal_paint(w->terminal, w->draft, "1");
    sls_draft_add(w->draft, sls_str_of(name));
    sls_draft_add(w->draft, SLS_STR("  "));
    sls_terminal_spot(w->draft, spot);
    sls_terminal_paint(w->terminal, w->draft, "0");
    sls_draft_add(w->draft, SLS_STR("  "));
    sls_terminal_text(w->draft, who);
    sls_draft_add(w->draft, SLS_STR("\n"));
    sls_terminal_quote(w->terminal, w->draft, claim);
    line(w, "    ", reading_of(w, claim));
}

static void number(writer *w, int n)
{
    char digits[16];
    const int len = snprintf(digits, sizeof digits, "%*d", NUMBER_WIDTH, n);
    sls_draft_add(w->draft, (sls_str){ digits, (size_t)len });
}

/* "   75   83%  ###############  what ...": points, their share of all, a bar. */
static void term(writer *w, int points, int all, sls_str words)
{
    const int size = points < 0 ? -points : points;
    number(w, points);
    number(w, all > 0 ? size * 100 / all : 0);
    sls_draft_add(w->draft, SLS_STR("%  "));
    for (int i = 0; i < (size + POINTS_OF_A_MARK - 1) / POINTS_OF_A_MARK; i++)
        sls_draft_add(w->draft, points < 0 ? SLS_STR("-") : SLS_STR("#"));
    sls_draft_add(w->draft, SLS_STR("  "));
    sls_terminal_text(w->draft, words);
    sls_draft_add(w->draft, SLS_STR("\n"));
}

static void terms(writer *w, const sls_finding *finding)
{
    int all = 0;
    for (size_t i = 0; i < finding->terms.count; i++) {
        const int points = finding->terms.at[i].points;
        all += points < 0 ? -points : points;
    }
    heading(w, "explain-terms");
    for (size_t i = 0; i < finding->terms.count; i++) {
        const sls_term t = finding->terms.at[i];
        const sls_str key = format(w, "term-", sls_term_text(t.name));
        term(w, t.points, all, message(w, key, NULL, 0));
    }
    number(w, finding->score);
    line(w, "  ", message(w, SLS_STR("explain-score"), NULL, 0));
}

/* Who says so on each side, and the rule with what would have made both agree. */
static void judgement(writer *w, const sls_finding *finding)
{
    sls_str support = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_finding_support(w->terminal->ui, finding, w->draft->arena, &support);
    if (support.len > 0) {
        heading(w, "explain-support");
        line(w, "    ", support);
    }
    heading(w, "explain-rule");
    line(w, "    ", message(w, format(w, "rule-", finding->rule), NULL, 0));
    sls_str decided = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_finding_decision(w->terminal->ui, finding, w->draft->arena, &decided);
    if (decided.len > 0) {
        heading(w, "explain-decision");
        line(w, "    ", decided);
    }
    if (finding->verdict == SLS_AGREE || finding->verdict == SLS_REFINE)
        return;
    heading(w, "explain-remedy");
    sls_str remedy = { 0 };
    if (w->status == SLS_OK)
        w->status = sls_finding_remedy(w->terminal->ui, finding, w->draft->arena, &remedy);
    line(w, "    ", remedy);
}

sls_status sls_explanation(const sls_terminal *terminal, sls_draft *draft,
                           const sls_finding *finding, sls_spot a, sls_spot b)
{
    writer w = { terminal, draft, SLS_OK };
    sls_str text = { 0 };
    const sls_arg args[] = {
        { "id", SLS_ARG_TEXT, finding->id },
        { "severity", SLS_ARG_TEXT, sls_str_of(sls_severity_name(finding->severity)) },
        { "verdict", SLS_ARG_TEXT, sls_str_of(sls_verdict_name(finding->verdict)) },
        { "rule", SLS_ARG_TEXT, sls_str_of(finding->rule) },
    };
    const sls_str head = message(&w, SLS_STR("explain-head"), args, sizeof args / sizeof *args);
    sls_terminal_paint(terminal, draft, "1");
    sls_terminal_text(draft, head);
    sls_terminal_paint(terminal, draft, "0");
    sls_draft_add(draft, SLS_STR("\n"));
    if (w.status == SLS_OK)
        w.status = sls_finding_message(terminal->ui, finding, draft->arena, &text);
    line(&w, "    ", text);
    side(&w, "A", finding->a, a);
    if (finding->b != finding->a)
        side(&w, "B", finding->b, b);
    terms(&w, finding);
    judgement(&w, finding);
    return w.status;
}
