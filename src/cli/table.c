#include "base/edtf.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/survey.h"
#include "cli/topic.h"
#include "report/correction.h"
#include "report/topic_table.h"

/* The span of --from and --to; either may be left open. */
static sls_interval span(const sls_options *o)
{
    return (sls_interval){ o->from, o->to };
}

static sls_status write_table(sls_survey *s, sls_out *out, sls_arena *scratch)
{
    static sls_status (*const writers[])(const sls_topic_table *, sls_lang, sls_out *,
                                         sls_arena *) = { [SLS_TABLE_CSV] = sls_topic_write_csv,
                                                          [SLS_TABLE_MARKDOWN] =
                                                              sls_topic_write_markdown,
                                                          [SLS_TABLE_HTML] = sls_topic_write_html };
    const sls_options *const o = s->options;
    sls_topic topic = { .groups = s->matching.groups,
                        .group_count = s->matching.count,
                        .findings = s->findings.at,
                        .finding_count = s->findings.count,
                        .time = span(o),
                        .verdict = (int)o->verdict - 1 };
    sls_topic_table table;
    bool *kept;
    sls_status status = sls_topic_select(o, &s->aliases, &s->matching, s->arena, &kept);
    topic.kept = kept;
    if (status == SLS_OK)
        status = sls_topic_table_make(&topic, s->arena, &table);
    return status == SLS_OK ? writers[o->table](&table, o->ui, out, scratch) : status;
}

/* The findings that the filters leave, in their order. */
static sls_status filter(sls_survey *s, sls_findings *out)
{
    const sls_options *const o = s->options;
    const sls_interval time = span(o);
    sls_map kept_ids;
    bool *kept;
    sls_status status = sls_topic_select(o, &s->aliases, &s->matching, s->arena, &kept);
    const bool all = !o->about && !o->entity;
    sls_map_init(&kept_ids, s->arena);
    for (size_t i = 0; i < s->matching.count && status == SLS_OK; i++)
        if (kept[i])
            status = sls_map_set(&kept_ids, s->matching.groups[i].id, 1);
    *out = (sls_findings){ .at = sls_arena_calloc(s->arena, s->findings.count + 1,
                                                  sizeof(sls_finding)) };
    if (status != SLS_OK || !out->at)
        return SLS_ENOMEM;
    for (size_t i = 0; i < s->findings.count; i++) {
        const sls_finding *const f = &s->findings.at[i];
        const bool in_group = sls_map_get(&kept_ids, f->group_id) != SLS_MAP_NONE;
        if ((!in_group && !(all && f->group_id.len == 0)) ||
            (o->kind != SLS_KINDS && f->kind != o->kind) ||
            (o->verdict > 0 && (int)f->verdict != (int)o->verdict - 1) ||
            (!sls_topic_is_within(f->a, time) && !sls_topic_is_within(f->b, time)))
            continue;
        out->at[out->count++] = *f;
    }
    return SLS_OK;
}

static sls_status write_decided(sls_survey *s, sls_out *out, sls_arena *scratch)
{
    const sls_options *const o = s->options;
    sls_findings findings;
    const sls_status status = filter(s, &findings);
    if (status != SLS_OK)
        return status;
    return o->table == SLS_TABLE_RALAT
               ? sls_corrections_write(findings.at, findings.count, out, scratch)
               : sls_claim_reviews_write(findings.at, findings.count, o->ui, o->page, out, scratch);
}

static sls_status run(sls_survey *s, sls_diag *diag)
{
    const bool decided = s->options->table >= SLS_TABLE_CLAIMREVIEW;
    sls_out *out = NULL;
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? sls_survey_find(s, diag) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_out_open(NULL, &out, diag);
    if (status == SLS_OK && s->options->table == SLS_TABLE_CSV)
        sls_csv_begin(out, s->options->dialect);
    if (status == SLS_OK)
        status = decided ? write_decided(s, out, scratch) : write_table(s, out, scratch);
    if (status == SLS_OK)
        status = sls_output_print(sls_out_text(out), diag);
    sls_out_abandon(out);
    sls_arena_free(scratch);
    return status;
}

int sls_run_table(const sls_options *options)
{
    return sls_survey_run(options, run);
}
