/* The fact-check table as CSV, Markdown and HTML. */
#include "model/sense.h"
#include "report/draft.h"
#include "report/fact_table.h"
#include "report/markup.h"
#include "report/message.h"
#include "report/topic_table.h"
#include "report/words.h"

typedef struct {
    const sls_topic_table *table;
    sls_lang ui;
    sls_out *out;
    sls_arena *arena;
} writer;

static void add(const writer *w, const char *text)
{
    sls_out_write(w->out, sls_str_of(text));
}

static sls_status words(const writer *w, const char *key, sls_str *out)
{
    return sls_message(w->ui, sls_str_of(key), (sls_args){ NULL, 0 }, w->arena, out);
}

/* "foreign minister of Russia", "person (dead)", "sign treaty", "offices of Sergei Shoigu". */
static sls_status fact_name(const writer *w, const sls_fact *fact, sls_str *out)
{
    const sls_group *const g = fact->group;
    if (sls_what_is_of_offices(g->what)) {
        sls_str person;
        const sls_status status =
            sls_words_person(fact->at[0].member->claim->value, w->arena, &person);
        const sls_arg arg = { "person", SLS_ARG_TEXT, person };
        return status != SLS_OK ? status
                                : sls_message(w->ui, SLS_STR("table-offices"),
                                              (sls_args){ &arg, 1 }, w->arena, out);
    }
    const bool office = g->kind == SLS_KIND_TITLE;
    const bool counted = g->kind == SLS_KIND_QUANTITY;
    const sls_str unit = counted ? fact->at[0].member->claim->unit : (sls_str){ 0 };
    static const char *const keys[SLS_KINDS] = {
        [SLS_KIND_QUANTITY] = "table-quantity",     [SLS_KIND_DATE] = "table-date",
        [SLS_KIND_TITLE] = "table-office",          [SLS_KIND_PLACE] = "table-place",
        [SLS_KIND_IDENTIFIER] = "table-identifier", [SLS_KIND_NAME] = "table-name",
        [SLS_KIND_SCORE] = "table-score",           [SLS_KIND_OUTCOME] = "table-outcome"
    };
    const sls_arg args[] = { { "about", office ? SLS_ARG_OFFICE : SLS_ARG_EVENT, g->what },
                             { "unit", SLS_ARG_UNIT, unit } };
    return sls_message(w->ui, sls_str_of(keys[g->kind]), (sls_args){ args, 2 }, w->arena, out);
}

static sls_status value_of(const writer *w, const sls_group *group, const sls_member *member,
                           sls_str *out)
{
    const sls_claim *const claim = member->claim;
    if (sls_what_is_of_offices(group->what)) {
        sls_arg office = { "office", SLS_ARG_OFFICE, { 0 } };
        const sls_status status = sls_fact_what(group, member, w->arena, &office.value);
        return status != SLS_OK ? status : sls_words(w->ui, &office, w->arena, out);
    }
    return sls_words_value(w->ui, claim, w->arena, out);
}

static bool is_hedged(const sls_claim *claim)
{
    return (claim->bound != SLS_BOUND_EXACT && claim->bound != SLS_BOUND_RANGE) ||
           claim->state != SLS_ASSERTED || claim->state_inferred;
}

static const char *marks_of(const sls_saying *s)
{
    static const char *const marks[2][2][3] = {
        { { "", " [?]", " [!]" }, { " [=]", " [?=]", " [!=]" } },
        { { " [~]", " [?~]", " [!~]" }, { " [~=]", " [?~=]", " [!~=]" } }
    };
    const int contradicts = !s->found                  ? 0
                            : s->worst == SLS_CONFLICT ? 2
                            : s->worst == SLS_POSSIBLE ? 1
                                                       : 0;
    return marks[is_hedged(s->member->claim)][s->copied][contradicts];
}

/* "about 31.000, January 2024 [!~]" */
static sls_status saying(const writer *w, const sls_group *group, const sls_saying *s,
                         sls_draft *draft)
{
    const sls_claim *const claim = s->member->claim;
    sls_str value, bound, state, text;
    sls_status status = value_of(w, group, s->member, &value);
    if (status == SLS_OK)
        status = sls_arena_format(w->arena, &bound, "bound-%s", sls_bound_name(claim->bound));
    if (status == SLS_OK)
        status = sls_arena_format(w->arena, &state, "state-%s", sls_state_name(claim->state));
    if (status != SLS_OK)
        return status;
    const sls_arg args[] = { { "bound", SLS_ARG_MESSAGE, bound },
                             { "value", SLS_ARG_TEXT, value },
                             { "state", SLS_ARG_MESSAGE, state },
                             { "published", SLS_ARG_DATE, claim->published } };
    status = sls_message(w->ui, SLS_STR("table-cell"), (sls_args){ args, 4 }, w->arena, &text);
    if (status != SLS_OK)
        return status;
    sls_draft_add(draft, text);
    sls_draft_add(draft, sls_str_of(marks_of(s)));
    return SLS_OK;
}

/* What one source says of a fact; "" when it says nothing. */
static sls_status cell(const writer *w, const sls_fact *fact, sls_str source, sls_str *out,
                       bool *conflict)
{
    sls_draft draft = { .arena = w->arena };
    sls_status status = SLS_OK;
    bool any = false;
    *conflict = false;
    for (size_t i = 0; i < fact->count && status == SLS_OK; i++) {
        const sls_saying *const s = &fact->at[i];
        if (!sls_str_eq(sls_claim_outlet(s->member->claim), source))
            continue;
        if (any)
            sls_draft_add(&draft, SLS_STR("; "));
        status = saying(w, fact->group, s, &draft);
        any = true;
        *conflict = *conflict || (s->found && s->worst == SLS_CONFLICT);
    }
    return status == SLS_OK ? sls_draft_done(&draft, out) : status;
}

static sls_status verdict_words(const writer *w, sls_verdict verdict, sls_str *out)
{
    static const char *const keys[] = { [SLS_CONFLICT] = "table-conflict",
                                        [SLS_POSSIBLE] = "table-possible",
                                        [SLS_SUPERSEDED] = "table-superseded",
                                        [SLS_AGREE] = "table-agree",
                                        [SLS_REFINE] = "table-refine" };
    return words(w, keys[verdict], out);
}

typedef enum { PLAIN, CONFLICT, NAME } manner;

typedef void put(const writer *w, sls_str text, bool last, manner how);

/* name, entities, verdict, then a cell per source. */
static sls_status row(const writer *w, const sls_fact *fact, put *write)
{
    sls_str text;
    bool conflict;
    sls_status status = fact_name(w, fact, &text);
    if (status != SLS_OK)
        return status;
    const size_t columns = w->table->source_count;
    write(w, text, false, NAME);
    status = sls_words_entities(w->ui, fact->group->entities, w->arena, &text);
    if (status == SLS_OK)
        write(w, text, false, PLAIN);
    if (status == SLS_OK)
        status = verdict_words(w, fact->worst, &text);
    if (status == SLS_OK)
        write(w, text, columns == 0, PLAIN);
    for (size_t i = 0; i < columns && status == SLS_OK; i++) {
        status = cell(w, fact, w->table->sources[i], &text, &conflict);
        if (status == SLS_OK)
            write(w, text, i + 1 == columns, conflict ? CONFLICT : PLAIN);
    }
    return status;
}

sls_status sls_topic_write_csv(const sls_topic_table *table, sls_lang ui, sls_out *out,
                               sls_arena *scratch)
{
    const writer w = { table, ui, out, scratch };
    sls_status status = SLS_OK;
    static const char *const names[] = { "fact", "kind", "what", "entities", "verdict" };
    enum { NAMES = sizeof names / sizeof *names };
    for (size_t i = 0; i < NAMES; i++)
        sls_csv_cell_write(out, sls_str_of(names[i]), i + 1 == NAMES && table->source_count == 0);
    for (size_t i = 0; i < table->source_count; i++)
        sls_csv_text_write(out, table->sources[i], i + 1 == table->source_count);
    for (size_t i = 0; i < table->count && status == SLS_OK; i++) {
        const sls_fact *const fact = &table->facts[i];
        sls_str text;
        status = fact_name(&w, fact, &text);
        if (status != SLS_OK)
            return status;
        sls_csv_text_write(out, text, false);
        sls_csv_cell_write(out, sls_str_of(sls_kind_name(fact->group->kind)), false);
        sls_csv_text_write(out, fact->group->what, false);
        sls_csv_text_write(out, fact->group->entities, false);
        sls_csv_cell_write(out, sls_str_of(sls_verdict_name(fact->worst)),
                           table->source_count == 0);
        for (size_t n = 0; n < table->source_count && status == SLS_OK; n++) {
            bool conflict;
            status = cell(&w, fact, table->sources[n], &text, &conflict);
            if (status == SLS_OK)
                sls_csv_text_write(out, text, n + 1 == table->source_count);
        }
        sls_arena_reset(scratch);
    }
    return status;
}

static void put_markdown(const writer *w, sls_str text, bool last, manner how)
{
    const bool conflict = how == CONFLICT;
    add(w, conflict ? " **" : " ");
    sls_markdown_text(w->out, text);
    add(w, conflict ? "** |" : " |");
    add(w, last ? "\n" : "");
}

static const char *const heads[] = { "table-fact-head", "table-entities-head",
                                     "table-verdict-head" };

sls_status sls_topic_write_markdown(const sls_topic_table *table, sls_lang ui, sls_out *out,
                                    sls_arena *scratch)
{
    const writer w = { table, ui, out, scratch };
    sls_str text;
    sls_status status = SLS_OK;
    add(&w, "|");
    for (size_t i = 0; i < 3 && status == SLS_OK; i++) {
        status = words(&w, heads[i], &text);
        if (status == SLS_OK)
            put_markdown(&w, text, false, PLAIN);
    }
    for (size_t i = 0; i < table->source_count && status == SLS_OK; i++)
        put_markdown(&w, table->sources[i], false, PLAIN);
    add(&w, "\n|");
    for (size_t i = 0; i < 3 + table->source_count; i++)
        add(&w, " --- |");
    add(&w, "\n");
    for (size_t i = 0; i < table->count && status == SLS_OK; i++) {
        add(&w, "|");
        status = row(&w, &table->facts[i], put_markdown);
        if (table->source_count == 0)
            add(&w, "\n");
        sls_arena_reset(scratch);
    }
    if (status == SLS_OK)
        status = words(&w, "table-legend", &text);
    if (status != SLS_OK)
        return status;
    add(&w, "\n");
    sls_markdown_text(out, text);
    add(&w, "\n");
    return SLS_OK;
}

static void put_html(const writer *w, sls_str text, bool last, manner how)
{
    static const char *const begins[] = {
        [PLAIN] = "<td>", [CONFLICT] = "<td class=\"conflict\">", [NAME] = "<th scope=\"row\">"
    };
    add(w, begins[how]);
    sls_markup_text(w->out, text);
    add(w, how == NAME ? "</th>" : "</td>");
    add(w, last ? "</tr>\n" : "");
}

static void put_html_head(const writer *w, sls_str text)
{
    add(w, "<th scope=\"col\">");
    sls_markup_text(w->out, text);
    add(w, "</th>");
}

sls_status sls_topic_write_html(const sls_topic_table *table, sls_lang ui, sls_out *out,
                                sls_arena *scratch)
{
    const writer w = { table, ui, out, scratch };
    sls_str text;
    sls_status status = words(&w, "table-title", &text);
    if (status != SLS_OK)
        return status;
    add(&w, "<!DOCTYPE html>\n<html lang=\"");
    add(&w, ui == SLS_LANG_ID ? "id" : "en");
    add(&w, "\">\n<meta charset=\"utf-8\">\n<title>");
    sls_markup_text(out, text);
    add(&w, "</title>\n<style>body{font:16px sans-serif}table{border-collapse:collapse}"
            "th,td{border:1px solid #767676;padding:.3em .5em;text-align:left;vertical-align:top}"
            "td.conflict{border-left:.4em solid #b00020}</style>\n<table>\n<caption>");
    sls_markup_text(out, text);
    add(&w, "</caption>\n<thead><tr>");
    for (size_t i = 0; i < 3 && status == SLS_OK; i++) {
        status = words(&w, heads[i], &text);
        if (status == SLS_OK)
            put_html_head(&w, text);
    }
    for (size_t i = 0; i < table->source_count; i++)
        put_html_head(&w, table->sources[i]);
    add(&w, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < table->count && status == SLS_OK; i++) {
        add(&w, "<tr>");
        status = row(&w, &table->facts[i], put_html);
        sls_arena_reset(scratch);
    }
    if (status == SLS_OK)
        status = words(&w, "table-legend", &text);
    if (status != SLS_OK)
        return status;
    add(&w, "</tbody>\n</table>\n<p>");
    sls_markup_text(out, text);
    add(&w, "</p>\n</html>\n");
    return SLS_OK;
}
