#include "report/review.h"

#include "base/edtf.h"
#include "report/finding_csv.h"

typedef struct {
    sls_sheet *sheet;
    sls_map rows;  /* finding id to the row of the sheet */
    sls_map known; /* finding id to the finding */
    const sls_decisions *old;
    sls_decisions *fresh;
    const sls_finding *findings;
    sls_review *count;
} merging;

/* Minutes since 1970-01-01, in UTC as far as the zone is told; INT64_MIN: no date. */
static int64_t moment(sls_str on)
{
    enum { MINUTES_OF_A_DAY = 1440 };
    sls_edtf date;
    if (on.len == 0 || sls_edtf_read(on, &date) != SLS_OK)
        return INT64_MIN;
    return (int64_t)date.days.first * MINUTES_OF_A_DAY + (date.minute < 0 ? 0 : date.minute) -
           (date.offset == SLS_OFFSET_UNKNOWN ? 0 : date.offset);
}

static bool differs(sls_str cell, sls_str value)
{
    return cell.len > 0 && !sls_value_is(cell, value);
}

/* Why `row` cannot count. SLS_OK: it can. */
static sls_status examine(const merging *m, const sls_decided *row, sls_diag *why)
{
    const uint32_t at = sls_map_get(&m->known, row->id);
    const uint32_t before = sls_map_get(&m->old->index, row->id);
    if (at == SLS_MAP_NONE && before == SLS_MAP_NONE)
        return sls_diag_set(why, SLS_ENOTFOUND, row->path, row->line,
                            "no finding has the id %.*s: was it decided on other articles, or have "
                            "they been mended since?",
                            (int)(row->id.len < 80 ? row->id.len : 80), row->id.ptr);
    const sls_str a = at != SLS_MAP_NONE ? m->findings[at].a->value
                                         : sls_cell_armed(m->old->rows.at[before].a_value);
    const sls_str b = at != SLS_MAP_NONE ? m->findings[at].b->value
                                         : sls_cell_armed(m->old->rows.at[before].b_value);
    const bool first = differs(row->a_value, a);
    if (!first && !differs(row->b_value, b))
        return SLS_OK;
    const sls_str was = first ? row->a_value : row->b_value, is = first ? a : b;
    return sls_diag_set(why, SLS_ENOTFOUND, row->path, row->line,
                        "%s is '%.*s' now, not '%.*s': review %.*s again",
                        first ? "a_value" : "b_value", (int)(is.len < 80 ? is.len : 80),
                        is.ptr ? is.ptr : "", (int)(was.len < 80 ? was.len : 80), was.ptr,
                        (int)(row->id.len < 80 ? row->id.len : 80), row->id.ptr);
}

static bool is_same(const sls_decision *a, const sls_decision *b)
{
    return a->word == b->word && sls_str_eq(a->by, b->by) && sls_str_eq(a->on, b->on) &&
           sls_str_eq(a->expires, b->expires) && sls_str_eq(a->note, b->note) &&
           (b->corrected.len == 0 || sls_str_eq(a->corrected, b->corrected));
}

/* The cells of the export's further columns, which are nobody's here. */
static sls_status copy_further(const merging *m, const sls_decided *row, size_t at)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; i < m->fresh->csv.header.count && status == SLS_OK; i++) {
        const sls_str cell = sls_csv_cell(row->row, i);
        if (cell.len > 0)
            status = sls_sheet_set_text(m->sheet, at, m->fresh->csv.header.cells[i], cell);
    }
    return status;
}

static sls_status set(const merging *m, size_t at, sls_decision_column column, sls_str cell)
{
    return sls_sheet_set_text(m->sheet, at, sls_str_of(sls_decision_column_name(column)), cell);
}

/* Writes `row` over the row `at` of the sheet. */
static sls_status put(const merging *m, const sls_decided *row, size_t at, bool other_word)
{
    const uint32_t finding = sls_map_get(&m->known, row->id);
    sls_status status = copy_further(m, row, at);
    const struct {
        sls_decision_column column;
        sls_str cell;
    } cells[] = { { SLS_DECISION_ID, row->id },
                  { SLS_DECISION_WORD, sls_str_of(sls_decision_name(row->is.word)) },
                  { SLS_DECISION_BY, row->is.by },
                  { SLS_DECISION_ON, row->is.on },
                  { SLS_DECISION_EXPIRES, row->is.expires },
                  { SLS_DECISION_NOTE, row->is.note } };
    for (size_t i = 0; i < sizeof cells / sizeof *cells && status == SLS_OK; i++)
        status = set(m, at, cells[i].column, cells[i].cell);
    if (status == SLS_OK && finding != SLS_MAP_NONE)
        status = set(m, at, SLS_DECISION_A_VALUE, m->findings[finding].a->value);
    if (status == SLS_OK && finding != SLS_MAP_NONE)
        status = set(m, at, SLS_DECISION_B_VALUE, m->findings[finding].b->value);
    /* A correction was noted of what was wrong then. */
    if (status == SLS_OK && other_word && row->is.corrected.len == 0)
        status = set(m, at, SLS_DECISION_CORRECTED, (sls_str){ 0 });
    return status;
}

static sls_status merge_row(const merging *m, sls_decided *row)
{
    const uint32_t before = sls_map_get(&m->old->index, row->id);
    sls_status status = SLS_OK;
    row->use = SLS_DECISION_USED;
    if (before == SLS_MAP_NONE) {
        m->count->added++;
        status = sls_sheet_add(m->sheet);
        return status != SLS_OK ? status : put(m, row, m->sheet->rows.len - 1, false);
    }
    const sls_decision *const old = &m->old->rows.at[before].is;
    if (is_same(old, &row->is)) {
        m->count->same++;
        return SLS_OK;
    }
    if (moment(old->on) > moment(row->is.on)) {
        m->count->kept++;
        row->use = SLS_DECISION_UNUSED;
        return SLS_OK;
    }
    m->count->replaced++;
    return put(m, row, sls_map_get(&m->rows, row->id), old->word != row->is.word);
}

static sls_status prepare(merging *m, size_t count)
{
    sls_arena *const arena = m->sheet->arena;
    sls_status status = SLS_OK;
    sls_map_init(&m->rows, arena);
    sls_map_init(&m->known, arena);
    for (size_t i = 0; i < m->sheet->rows.len && status == SLS_OK; i++)
        status =
            sls_map_set(&m->rows, sls_sheet_get(m->sheet, i, SLS_STR("finding_id")), (uint32_t)i);
    for (size_t i = 0; i < count && status == SLS_OK; i++)
        status = sls_map_set(&m->known, m->findings[i].id, (uint32_t)i);
    return status;
}

sls_status sls_review_merge(sls_sheet *sheet, const sls_decisions *old, sls_decisions *fresh,
                            const sls_finding *findings, size_t count, sls_review *out)
{
    merging m = { .sheet = sheet, .old = old, .fresh = fresh, .findings = findings, .count = out };
    sls_status status = prepare(&m, count);
    for (size_t i = 0; i < fresh->rows.len && status == SLS_OK; i++) {
        sls_diag why = { 0 };
        if (examine(&m, &fresh->rows.at[i], &why) == SLS_OK)
            status = merge_row(&m, &fresh->rows.at[i]);
        else
            fresh->refuse(fresh->context, &why);
    }
    return status == SLS_OK ? sls_sheet_sort(sheet, SLS_STR("finding_id")) : status;
}

/* --- verified claims --- */

static bool is_verified(const sls_sheet *sheet, const sls_claim *claim, sls_str what)
{
    for (size_t i = 0; i < sheet->rows.len; i++)
        if (sls_str_eq(sls_sheet_get(sheet, i, SLS_STR("kind")),
                       sls_str_of(sls_kind_name(claim->kind))) &&
            sls_value_is(sls_sheet_get(sheet, i, SLS_STR("what")), what) &&
            sls_value_is(sls_sheet_get(sheet, i, SLS_STR("value")), claim->value) &&
            sls_value_is(sls_sheet_get(sheet, i, SLS_STR("as_of")), claim->as_of) &&
            sls_value_is(sls_sheet_get(sheet, i, SLS_STR("entities")), claim->entities))
            return true;
    return false;
}

/* Everything that decides with what the claim is compared; its place is nobody's now. */
static sls_status add_claim(sls_sheet *sheet, const sls_claim *claim, sls_str what, sls_str note)
{
    const struct {
        const char *name;
        sls_str cell;
        bool shown; /* as an article or an editor wrote it */
    } cells[] = { { "kind", sls_str_of(sls_kind_name(claim->kind)), false },
                  { "what", what, false },
                  { "value", claim->value, false },
                  { "bound", sls_str_of(sls_bound_name(claim->bound)), false },
                  { "unit", claim->unit, false },
                  { "entities", claim->entities, false },
                  { "place", claim->place, false },
                  { "as_of", claim->as_of, false },
                  { "status", sls_str_of(sls_state_name(claim->state)), false },
                  { "source", claim->source, true },
                  { "lang", claim->lang, false },
                  { "surface", claim->surface, true },
                  { "quote", claim->quote, true },
                  { "url", claim->url, true },
                  { "event", claim->event, false },
                  { "object", claim->object, false },
                  { "context", claim->context, false },
                  { "subject", claim->subject, false },
                  { "ordinal", claim->ordinal, false },
                  { "stance", claim->stance, false },
                  { "agent", claim->agent, false },
                  { "patient", claim->patient, false },
                  { "note", note, true } };
    sls_status status = sls_sheet_add(sheet);
    for (size_t i = 0; i < sizeof cells / sizeof *cells && status == SLS_OK; i++)
        if (cells[i].cell.len > 0)
            status = (cells[i].shown ? sls_sheet_set_text : sls_sheet_set)(
                sheet, sheet->rows.len - 1, sls_str_of(cells[i].name), cells[i].cell);
    return status;
}

/* The office with the scope that the other articles closed it by. */
static sls_str what_of(const sls_finding *finding, const sls_claim *claim)
{
    const size_t scope = sls_str_find_byte(claim->what, '@');
    const bool open = sls_str_ends(claim->what, SLS_STR("@?"));
    const bool same = sls_str_starts(finding->what, sls_str_slice(claim->what, 0, scope)) &&
                      sls_str_find_byte(finding->what, '@') == scope;
    return open && same ? finding->what : claim->what;
}

static sls_status promote(sls_sheet *sheet, const sls_finding *finding, const sls_decision *made,
                          sls_review *out)
{
    const sls_claim *const right = made->word == SLS_DECIDED_A_WRONG ? finding->b : finding->a;
    const sls_str what = what_of(finding, right);
    sls_str note;
    if (is_verified(sheet, right, what)) {
        out->promoted_before++;
        return SLS_OK;
    }
    const sls_status status = sls_arena_format(
        sheet->arena, &note, "%.*s%s%.*s%s%.*s", SLS_FMT(finding->id), made->by.len > 0 ? ", " : "",
        SLS_FMT(made->by), made->on.len > 0 ? ", " : "", SLS_FMT(made->on));
    out->promoted++;
    return status != SLS_OK ? status : add_claim(sheet, right, what, note);
}

sls_status sls_review_promote(sls_sheet *sheet, const sls_decisions *fresh,
                              const sls_finding *findings, size_t count, sls_review *out)
{
    sls_status status = SLS_OK;
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        const uint32_t at = sls_map_get(&fresh->index, findings[i].id);
        const sls_decided *const row = at == SLS_MAP_NONE ? NULL : &fresh->rows.at[at];
        if (!row || row->use != SLS_DECISION_USED || findings[i].a == findings[i].b ||
            findings[i].kind == SLS_KIND_NAME)
            continue;
        if (row->is.word == SLS_DECIDED_A_WRONG || row->is.word == SLS_DECIDED_B_WRONG)
            status = promote(sheet, &findings[i], &row->is, out);
    }
    return status;
}
