#include "report/baseline.h"

#include "base/map.h"
#include "io/sweep.h"
#include "report/finding_csv.h"
#include "report/finding_message.h"

#include <stdlib.h>

enum { ID, A_VALUE, B_VALUE, NEEDED };

static const char *const needed[NEEDED] = { "finding_id", "a_value", "b_value" };

static sls_status list_idle(const sls_csv *csv, size_t id, const bool *used, const char *path,
                            sls_arena *arena, sls_baseline_use *use)
{
    size_t count = 0;
    use->idle = sls_arena_calloc(arena, use->unused + 1, sizeof *use->idle);
    if (!use->idle)
        return SLS_ENOMEM;
    for (size_t i = 0; i < csv->count; i++)
        if (!used[i])
            use->idle[count++] =
                (sls_leftover){ path, csv->rows[i].line, sls_csv_cell(&csv->rows[i], id),
                                "leftover-baseline" };
    return SLS_OK;
}

sls_status sls_baseline_mark(sls_str text, const char *path, sls_finding *findings, size_t count,
                             sls_arena *arena, sls_baseline_use *use, sls_diag *diag)
{
    sls_csv csv;
    sls_status status = sls_csv_read(text, path, arena, &csv, diag);
    if (status != SLS_OK)
        return status;
    size_t columns[NEEDED];
    for (int i = 0; i < NEEDED; i++) {
        columns[i] = sls_csv_column(&csv, sls_str_of(needed[i]));
        if (columns[i] == SIZE_MAX)
            return sls_diag_set(diag, SLS_ESYNTAX, path, 1,
                                "the baseline has no column %s: write it anew with "
                                "--write-baseline",
                                needed[i]);
    }
    sls_map rows;
    sls_map_init(&rows, arena);
    for (size_t i = 0; i < csv.count && status == SLS_OK; i++)
        status = sls_map_set(&rows, sls_csv_cell(&csv.rows[i], columns[ID]), (uint32_t)i);
    bool *used = sls_arena_calloc(arena, csv.count + 1, sizeof *used);
    if (status != SLS_OK || !used)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "out of memory reading the baseline");

    *use = (sls_baseline_use){ .unused = csv.count };
    for (size_t i = 0; i < count; i++) {
        const uint32_t at = sls_map_get(&rows, findings[i].id);
        if (at == SLS_MAP_NONE ||
            !sls_value_is(sls_csv_cell(&csv.rows[at], columns[A_VALUE]), findings[i].a->value) ||
            !sls_value_is(sls_csv_cell(&csv.rows[at], columns[B_VALUE]), findings[i].b->value))
            continue;
        findings[i].state = SLS_KNOWN;
        use->known++;
        use->unused -= !used[at];
        used[at] = true;
    }
    use->text = text;
    use->rows = csv.rows;
    use->row_count = csv.count;
    use->used = used;
    status = list_idle(&csv, columns[ID], used, path, arena, use);
    if (status == SLS_OK)
        return SLS_OK;
    use->unused = 0; /* a run that goes on without the baseline finds no rows of it */
    return sls_diag_set(diag, status, path, 0, "out of memory reading the baseline");
}

sls_status sls_baseline_prune(const char *path, const sls_baseline_use *use, sls_diag *diag)
{
    sls_out *out;
    sls_str rest = use->text, line;
    size_t next = 0; /* the first row that begins behind the line */
    sls_sweep_beside(path);
    const sls_status status = sls_out_open(path, &out, diag);
    if (status != SLS_OK)
        return status;
    for (size_t number = 1; sls_str_split(&rest, '\n', &line); number++) {
        while (next < use->row_count && use->rows[next].line <= number)
            next++;
        if (next > 0 && !use->used[next - 1]) /* the row's other lines too */
            continue;
        sls_out_write(out, line);
        sls_out_write(out, SLS_STR("\n"));
    }
    return sls_out_commit(out, diag);
}

static int compare_ids(const void *left, const void *right)
{
    const sls_finding *const *a = left, *const *b = right;
    return sls_str_cmp((*a)->id, (*b)->id);
}

static sls_status row(sls_out *out, sls_lang ui, const sls_finding *finding, sls_arena *arena)
{
    sls_str message;
    const sls_status status = sls_finding_message(ui, finding, arena, &message);
    if (status != SLS_OK)
        return status;
    sls_csv_cell_write(out, finding->id, false);
    sls_csv_cell_write(out, sls_str_of(finding->rule), false);
    sls_csv_text_write(out, finding->what, false);
    sls_csv_text_write(out, finding->a->article, false);
    sls_value_write(out, finding->a->kind, finding->a->value, false);
    sls_csv_text_write(out, finding->b->article, false);
    sls_value_write(out, finding->b->kind, finding->b->value, false);
    sls_csv_cell_write(out, sls_str_of(sls_severity_name(finding->severity)), false);
    sls_csv_text_write(out, message, true);
    return SLS_OK;
}

sls_status sls_baseline_write(const char *path, sls_lang ui, const sls_finding *findings,
                              size_t count, sls_arena *arena, sls_diag *diag)
{
    const sls_finding **sorted = sls_arena_calloc(arena, count + 1, sizeof(sls_finding *));
    if (!sorted)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "out of memory writing the baseline");
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (sls_verdict_is_conflict(findings[i].verdict) && findings[i].state != SLS_WAIVED)
            sorted[kept++] = &findings[i];
    qsort(sorted, kept, sizeof *sorted, compare_ids);

    sls_out *out;
    sls_sweep_beside(path);
    sls_status status = sls_out_open(path, &out, diag);
    if (status != SLS_OK)
        return status;
    sls_out_write(out, SLS_STR("finding_id,rule,what,a_article,a_value,b_article,b_value,severity,"
                               "message\n"));
    for (size_t i = 0; i < kept && status == SLS_OK; i++)
        status = row(out, ui, sorted[i], arena);
    if (status != SLS_OK) {
        sls_out_abandon(out);
        return sls_diag_set(diag, status, path, 0, "out of memory writing the baseline");
    }
    return sls_out_commit(out, diag);
}
