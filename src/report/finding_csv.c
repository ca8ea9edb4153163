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

void sls_value_put(sls_csv_pen *pen, sls_kind kind, sls_str value, bool last)
{
    if (kind == SLS_KIND_QUANTITY && is_plain(kind, value))
        sls_csv_pen_number(pen, value, last);
    else if (kind == SLS_KIND_DATE && is_plain(kind, value))
        sls_csv_pen_cell(pen, value, last);
    else
        sls_csv_pen_text(pen, value, last);
}

void sls_value_write(sls_out *out, sls_kind kind, sls_str value, bool last)
{
    sls_csv_pen pen = sls_csv_pen_of(out, sls_csv_room(value));
    if (!pen.to)
        return;
    sls_value_put(&pen, kind, value, last);
    sls_csv_pen_done(&pen, out);
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

static void name(sls_csv_pen *pen, const char *text)
{
    sls_csv_pen_cell(pen, sls_str_of(text), false);
}

static void side(sls_csv_pen *pen, const sls_claim *claim)
{
    sls_csv_pen_text(pen, claim->source, false);
    sls_csv_pen_text(pen, claim->article, false);
    sls_value_put(pen, SLS_KIND_DATE, claim->published, false);
    sls_csv_pen_count(pen, claim->line, false);
    sls_csv_pen_count(pen, claim->start, false);
    sls_csv_pen_count(pen, claim->end, false);
    sls_value_put(pen, claim->kind, claim->value, false);
    sls_csv_pen_text(pen, claim->surface, false);
    sls_csv_pen_text(pen, claim->quote, false);
}

static size_t room_of_side(const sls_claim *claim)
{
    return sls_csv_room(claim->source) + sls_csv_room(claim->article) +
           sls_csv_room(claim->published) + 3 * SLS_CSV_COUNT + sls_csv_room(claim->value) +
           sls_csv_room(claim->surface) + sls_csv_room(claim->quote) + sls_csv_room(claim->url);
}

static const sls_decision undecided = { .word = SLS_DECIDED_NOTHING };

static void decision(sls_csv_pen *pen, const sls_decision *made)
{
    name(pen, made ? sls_decision_name(made->word) : "");
    made = made ? made : &undecided;
    sls_csv_pen_text(pen, made->by, false);
    sls_value_put(pen, SLS_KIND_DATE, made->on, false);
    sls_value_put(pen, SLS_KIND_DATE, made->expires, false);
    sls_csv_pen_text(pen, made->note, true);
}

/* What is made for a row, beside what the finding has. */
typedef struct {
    sls_str message, support, terms;
} texts;

/* Room for the row. The names of rules, verdicts and so on take less than NAMES bytes together. */
static size_t room_of(const sls_finding *f, const texts *made)
{
    enum { NAMES = 512 };
    const sls_decision *const d = f->decision ? f->decision : &undecided;
    return room_of_side(f->a) + room_of_side(f->b) + NAMES + SLS_CSV_COUNT + sls_csv_room(f->id) +
           sls_csv_room(sls_str_of(f->rule)) + sls_csv_room(f->what) + sls_csv_room(f->entities) +
           sls_csv_room(f->group_id) + sls_csv_room(made->message) + sls_csv_room(made->support) +
           sls_csv_room(made->terms) + sls_csv_room(d->by) + sls_csv_room(d->on) +
           sls_csv_room(d->expires) + sls_csv_room(d->note);
}

static void put_row(sls_csv_pen *pen, const sls_finding *f, const texts *made)
{
    static const char *const sides[] = { "", "a", "b" };
    sls_csv_pen_cell(pen, f->id, false);
    name(pen, sls_severity_name(f->severity));
    name(pen, sls_verdict_name(f->verdict));
    name(pen, sls_kind_name(f->kind));
    name(pen, f->rule);
    sls_csv_pen_text(pen, f->what, false);
    sls_csv_pen_text(pen, f->entities, false);
    side(pen, f->a);
    side(pen, f->b);
    name(pen, sides[f->likely_wrong]);
    sls_csv_pen_text(pen, made->support, false);
    sls_csv_pen_count(pen, (size_t)f->score, false);
    name(pen, sls_finding_state_name(f->state));
    sls_csv_pen_text(pen, made->message, false);
    sls_csv_pen_cell(pen, f->group_id, false);
    sls_csv_pen_text(pen, f->a->url, false);
    sls_csv_pen_text(pen, f->b->url, false);
    sls_csv_pen_cell(pen, made->terms, false);
    decision(pen, f->decision);
}

sls_status sls_findings_row(sls_out *out, sls_lang ui, sls_phrases *phrases,
                            const sls_finding *finding, sls_arena *scratch)
{
    texts made;
    sls_status status =
        sls_finding_texts(ui, phrases, finding, scratch, &made.message, &made.support);
    if (status == SLS_OK)
        status = sls_terms_write(&finding->terms, scratch, &made.terms);
    if (status != SLS_OK)
        return status;
    sls_csv_pen pen = sls_csv_pen_of(out, room_of(finding, &made));
    if (!pen.to)
        return SLS_OK; /* the output keeps its error */
    put_row(&pen, finding, &made);
    sls_csv_pen_done(&pen, out);
    return SLS_OK;
}

/*
 * Rows come in the order of their claims, but with others between: memory is asked for what a row
 * will need while those before it are written, first for its claims, then for their texts.
 */
enum { CLAIMS_AHEAD = 24, TEXTS_AHEAD = 8, LINE = 64 };

static void expect(const void *at, size_t size)
{
    for (size_t i = 0; i < size; i += LINE)
        __builtin_prefetch((const char *)at + i);
}

static void expect_texts(const sls_claim *claim)
{
    expect(claim->quote.ptr, claim->quote.len);
    expect(claim->surface.ptr, 1);
    expect(claim->value.ptr, 1);
}

static void look_ahead(const sls_finding *findings, size_t count)
{
    if (count > CLAIMS_AHEAD) {
        expect(findings[CLAIMS_AHEAD].a, sizeof(sls_claim));
        expect(findings[CLAIMS_AHEAD].b, sizeof(sls_claim));
    }
    if (count > TEXTS_AHEAD) {
        expect_texts(findings[TEXTS_AHEAD].a);
        expect_texts(findings[TEXTS_AHEAD].b);
    }
}

sls_status sls_findings_rows(sls_out *out, sls_lang ui, sls_phrases *phrases,
                             const sls_finding *findings, size_t count, uint32_t *sizes,
                             sls_arena *scratch)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        sls_arena_reset(scratch);
        const uint64_t begin = sls_out_size(out);
        look_ahead(findings + i, count - i);
        status = sls_findings_row(out, ui, phrases, &findings[i], scratch);
        if (sizes)
            sizes[i] = (uint32_t)(sls_out_size(out) - begin);
    }
    return status;
}

sls_status sls_findings_write(sls_out *out, sls_lang ui, const sls_finding *findings, size_t count,
                              size_t jobs)
{
    sls_findings_header(out);
    return sls_findings_print(out, ui, findings, count, jobs, NULL);
}

sls_status sls_write_csv(const sls_report *report, sls_out *out, sls_arena *scratch)
{
    sls_csv_begin(out, report->dialect);
    sls_findings_header(out);
    return sls_findings_rows(out, report->ui, NULL, report->findings, report->count, NULL, scratch);
}
