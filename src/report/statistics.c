#include "report/statistics.h"

#include "model/rule.h"
#include "report/message.h"

#include <assert.h>
#include <stdio.h>

enum { ERRORS, WARNINGS, NOTES, KNOWN, WAIVED, AGREE, COLUMNS, RULES_MOST = 64 };
enum { GAP = 2 };

static const char *const heads[COLUMNS] = {
    [ERRORS] = "statistics-error", [WARNINGS] = "statistics-warning", [NOTES] = "statistics-note",
    [KNOWN] = "statistics-known",  [WAIVED] = "statistics-waived",    [AGREE] = "statistics-agree",
};

/* The column that a finding is counted in. */
static int column_of(const sls_finding *finding)
{
    static const int by_severity[] = {
        [SLS_NOTE] = NOTES, [SLS_WARNING] = WARNINGS, [SLS_ERROR] = ERRORS
    };
    if (!sls_verdict_is_conflict(finding->verdict))
        return AGREE;
    if (finding->state != SLS_NEW)
        return finding->state == SLS_KNOWN ? KNOWN : WAIVED;
    return by_severity[finding->severity];
}

static void add_right(sls_draft *draft, sls_str text, size_t width)
{
    for (size_t i = text.len; i < width + GAP; i++)
        sls_draft_add(draft, SLS_STR(" "));
    sls_draft_add(draft, text);
}

static void add_row(sls_draft *draft, const size_t counts[COLUMNS], const size_t widths[COLUMNS],
                    sls_str name)
{
    for (int c = 0; c < COLUMNS; c++) {
        char digits[24];
        const int len = snprintf(digits, sizeof digits, "%zu", counts[c]);
        add_right(draft, (sls_str){ digits, (size_t)len }, widths[c]);
    }
    sls_draft_add(draft, SLS_STR("  "));
    sls_draft_add(draft, name);
    sls_draft_add(draft, SLS_STR("\n"));
}

static sls_status word(const sls_report *report, const char *key, sls_draft *draft, sls_str *out)
{
    return sls_message(report->ui, sls_str_of(key), (sls_args){ NULL, 0 }, draft->arena, out);
}

/* The line of heads; a column is as wide as its head, which no count outgrows in practice. */
static sls_status add_heads(const sls_report *report, sls_draft *draft, size_t widths[COLUMNS])
{
    sls_str text;
    sls_status status = SLS_OK;
    for (int c = 0; c < COLUMNS && status == SLS_OK; c++) {
        status = word(report, heads[c], draft, &text);
        if (status != SLS_OK)
            break;
        widths[c] = text.len;
        add_right(draft, text, widths[c]);
    }
    if (status == SLS_OK)
        status = word(report, "statistics-rule", draft, &text);
    if (status != SLS_OK)
        return status;
    sls_draft_add(draft, SLS_STR("  "));
    sls_draft_add(draft, text);
    sls_draft_add(draft, SLS_STR("\n"));
    return SLS_OK;
}

sls_status sls_statistics(const sls_report *report, sls_draft *draft)
{
    size_t counts[RULES_MOST][COLUMNS] = { 0 }, all[COLUMNS] = { 0 }, widths[COLUMNS];
    size_t rule_count;
    const sls_rule *rules = sls_rules(&rule_count);
    sls_str text;
    assert(rule_count < RULES_MOST);
    for (size_t i = 0; i < report->count; i++) {
        const int column = column_of(&report->findings[i]);
        counts[sls_rule_index(report->findings[i].rule)][column]++;
        all[column]++;
    }
    sls_status status = add_heads(report, draft, widths);
    for (size_t r = 0; r < rule_count && status == SLS_OK; r++) {
        size_t sum = 0;
        for (int c = 0; c < COLUMNS; c++)
            sum += counts[r][c];
        if (sum > 0)
            add_row(draft, counts[r], widths, sls_str_of(rules[r].name));
    }
    if (status == SLS_OK)
        status = word(report, "statistics-all", draft, &text);
    if (status == SLS_OK)
        add_row(draft, all, widths, text);
    return status;
}
