#include "cli/survey.h"

#include "check/pipeline.h"
#include "cli/output.h"

bool sls_survey_open(const sls_options *options, sls_survey *out)
{
    *out = (sls_survey){ .options = options, .store = sls_store_new(), .arena = sls_arena_new(0) };
    sls_meter_begin(&out->meter, options->ui, options->quiet, sls_arena_new(SLS_METER_BYTES));
    return out->store && out->arena;
}

void sls_survey_close(sls_survey *survey)
{
    sls_meter_wipe(&survey->meter);
    sls_arena_free(survey->meter.arena);
    sls_arena_free(survey->arena);
    sls_store_free(survey->store);
}

static sls_status work(void *context, const sls_desk *desk, const sls_document *document,
                       sls_result *result)
{
    sls_claim *claims;
    size_t count;
    const sls_survey *const s = context;
    sls_status status = sls_extract(desk->reader, document, desk->arena, &claims, &count);
    if (status == SLS_OK)
        status = sls_aliases_apply(&s->aliases, claims, count, desk->kept);
    if (status != SLS_OK)
        return status;
    result->claims = sls_claims_copy(claims, count, desk->kept);
    result->columns = sls_columns_of(document, claims, count, desk->kept);
    if (!result->claims || !result->columns)
        return SLS_ENOMEM;
    result->row.claims = count;
    return SLS_OK;
}

static void begin(void *context, const sls_ingest *ingest)
{
    sls_survey *s = context;
    if (s->meter.on) /* asking for the sizes of a million files takes its time */
        s->meter.progress.total = sls_ingest_bytes(ingest);
}

static bool take(void *context, const sls_result *results, size_t count, sls_str text)
{
    sls_survey *s = context;
    (void)text;
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++) {
        sls_diag diag = { 0 };
        bytes += results[i].row.bytes;
        if (results[i].diag || results[i].notice)
            sls_meter_wipe(&s->meter);
        if (results[i].diag) {
            s->trouble = true;
            sls_complain("error", results[i].diag);
        }
        if (results[i].notice && !s->options->quiet)
            sls_complain("warning", results[i].notice);
        const sls_status status = sls_store_add(s->store, &results[i], &diag);
        if (status == SLS_ENOMEM) {
            s->fatal = diag;
            return false;
        }
        if (status != SLS_OK) {
            s->trouble = true;
            sls_meter_wipe(&s->meter);
            sls_complain("error", &diag);
        }
    }
    sls_meter_add(&s->meter, count, bytes);
    return true;
}

sls_status sls_survey_read(sls_survey *s, sls_diag *diag)
{
    const sls_options *o = s->options;
    const sls_stage stage = { work, begin, take, s };
    const sls_pipeline_limits limits = { o->jobs, { o->max_bytes, &o->fields } };
    sls_status status = sls_aliases_load(o, s->arena, &s->aliases, diag);
    if (status == SLS_OK)
        status = sls_verified_add(o, s->store, s->arena, diag);
    if (status == SLS_OK)
        status = sls_pipeline_over(o->paths, o->path_count, &stage, limits, diag);
    if (status == SLS_OK && s->fatal.status != SLS_OK) {
        *diag = s->fatal;
        status = diag->status;
    }
    return status == SLS_OK ? sls_store_sort(s->store) : status;
}

sls_status sls_survey_compare(sls_survey *s)
{
    size_t count;
    const sls_claim *claims = sls_store_claims(s->store, &count);
    sls_meter_compare(&s->meter);
    sls_status status = sls_match(claims, count, s->arena, &s->matching);
    if (status == SLS_OK)
        status = sls_compare(s->matching.groups, s->matching.count, claims, count, s->arena,
                             &s->findings);
    sls_meter_wipe(&s->meter);
    return status;
}

static void refuse(void *context, const sls_diag *diag)
{
    sls_survey *const s = context;
    s->trouble = true;
    sls_complain("error", diag);
}

sls_status sls_survey_decide(sls_survey *s)
{
    sls_diag diag = { 0 };
    sls_decisions_init(&s->decisions, s->arena, refuse, s);
    const sls_status status = sls_decisions_load(s->options, &s->decisions, &diag);
    if (status == SLS_ENOMEM)
        return status;
    if (status != SLS_OK)
        refuse(s, &diag);
    sls_decisions_apply(&s->decisions, s->findings.at, s->findings.count, s->options->today);
    return SLS_OK;
}
