#include "report/finding_csv.h"

#include "base/ascii.h"
#include "base/turned.h"
#include "model/term.h"
#include "report/finding_message.h"
#include "report/format.h"

void sls_findings_header(sls_out *out)
{
    sls_csv_header_write(out,
                         SLS_STR("finding_id,severity,verdict,kind,rule,what,entities,"
                                 "a_source,a_article,a_published,a_line,a_start,a_end,a_value,"
                                 "a_surface,a_quote,"
                                 "b_source,b_article,b_published,b_line,b_start,b_end,b_value,"
                                 "b_surface,b_quote,"
                                 "likely_wrong,support,score,state,message,group_id,a_url,b_url,"
                                 "terms,decision,decided_by,decided_on,expires,note"));
}

/*
 * Nothing but digits and what joins numbers and dates, and a minus only where it makes a number
 * negative or parts a date: a spreadsheet would compute -5-3.
 */
static bool is_plain(sls_kind kind, sls_str value)
{
    const bool date = kind == SLS_KIND_DATE;
    for (size_t i = 0; i < value.len; i++) {
        const char c = value.ptr[i];
        const bool minus = c == '-' && (date ? i > 0 : i == 0);
        const bool joint = c == '.' || minus || (date && i > 0 && c == '/');
        if (!joint && !sls_is_digit(c))
            return false;
    }
    return value.len > 0;
}

void sls_value_write(sls_out *out, sls_kind kind, sls_str value, bool last)
{
    if (kind == SLS_KIND_QUANTITY && is_plain(kind, value))
        sls_csv_number_write(out, value, last);
    else if (kind == SLS_KIND_DATE && is_plain(kind, value))
        sls_csv_cell_write(out, value, last);
    else
        sls_csv_text_write(out, value, last);
}

sls_str sls_cell_armed(sls_str cell)
{
    return cell.len > 0 && cell.ptr[0] == '\'' ? sls_str_slice(cell, 1, SIZE_MAX) : cell;
}

/* "0,7" of 0.7. */
static bool is_with_comma(sls_str cell, sls_str value)
{
    const size_t point = sls_str_find_byte(value, '.');
    return point != SIZE_MAX && cell.len == value.len && cell.ptr[point] == ',' &&
           sls_str_eq(sls_str_slice(cell, 0, point), sls_str_slice(value, 0, point)) &&
           sls_str_eq(sls_str_slice(cell, point + 1, SIZE_MAX),
                      sls_str_slice(value, point + 1, SIZE_MAX));
}

bool sls_value_is(sls_str cell, sls_str value)
{
    return sls_str_eq(cell, value) || sls_str_eq(sls_cell_armed(cell), value) ||
           sls_turned_is(cell, value) || is_with_comma(cell, value);
}

static void name(sls_out *out, const char *text)
{
    sls_csv_cell_write(out, sls_str_of(text), false);
}

static void side(sls_out *out, const sls_claim *claim)
{
    sls_csv_text_write(out, claim->source, false);
    sls_csv_text_write(out, claim->article, false);
    sls_value_write(out, SLS_KIND_DATE, claim->published, false);
    sls_csv_count_write(out, claim->line, false);
    sls_csv_count_write(out, claim->start, false);
    sls_csv_count_write(out, claim->end, false);
    sls_value_write(out, claim->kind, claim->value, false);
    sls_csv_text_write(out, claim->surface, false);
    sls_csv_text_write(out, claim->quote, false);
}

static void decision(sls_out *out, const sls_decision *made)
{
    static const sls_decision none = { .word = SLS_DECIDED_NOTHING };
    name(out, made ? sls_decision_name(made->word) : "");
    made = made ? made : &none;
    sls_csv_text_write(out, made->by, false);
    sls_value_write(out, SLS_KIND_DATE, made->on, false);
    sls_value_write(out, SLS_KIND_DATE, made->expires, false);
    sls_csv_text_write(out, made->note, true);
}

sls_status sls_findings_row(sls_out *out, sls_lang ui, const sls_finding *finding,
                            sls_arena *scratch)
{
    static const char *const sides[] = { "", "a", "b" };
    sls_str message, support, terms;
    sls_status status = sls_finding_message(ui, finding, scratch, &message);
    if (status == SLS_OK)
        status = sls_finding_support(ui, finding, scratch, &support);
    if (status == SLS_OK)
        status = sls_terms_write(&finding->terms, scratch, &terms);
    if (status != SLS_OK)
        return status;

    sls_csv_cell_write(out, finding->id, false);
    name(out, sls_severity_name(finding->severity));
    name(out, sls_verdict_name(finding->verdict));
    name(out, sls_kind_name(finding->kind));
    name(out, finding->rule);
    sls_csv_text_write(out, finding->what, false);
    sls_csv_text_write(out, finding->entities, false);
    side(out, finding->a);
    side(out, finding->b);
    name(out, sides[finding->likely_wrong]);
    sls_csv_text_write(out, support, false);
    sls_csv_count_write(out, (size_t)finding->score, false);
    name(out, sls_finding_state_name(finding->state));
    sls_csv_text_write(out, message, false);
    sls_csv_cell_write(out, finding->group_id, false);
    sls_csv_text_write(out, finding->a->url, false);
    sls_csv_text_write(out, finding->b->url, false);
    sls_csv_cell_write(out, terms, false);
    decision(out, finding->decision);
    return SLS_OK;
}

sls_status sls_findings_write(sls_out *out, sls_lang ui, const sls_finding *findings, size_t count,
                              sls_arena *scratch)
{
    sls_status status = SLS_OK;
    sls_findings_header(out);
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        status = sls_findings_row(out, ui, &findings[i], scratch);
        sls_arena_reset(scratch);
    }
    return status;
}

sls_status sls_write_csv(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    sls_csv_begin(out, report->dialect);
    return sls_findings_write(out, report->ui, report->findings, report->count, scratch);
}
