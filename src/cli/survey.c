#include "cli/survey.h"

#include "base/crew.h"
#include "check/kept.h"
#include "check/pipeline.h"
#include "cli/commands.h"
#include "cli/matched.h"
#include "cli/output.h"

bool sls_survey_open(const sls_options *options, sls_survey *out)
{
    *out = (sls_survey){ .options = options, .store = sls_store_new(), .arena = sls_arena_new(0) };
    sls_meter_begin(&out->meter, options->ui, options->quiet, sls_arena_new(SLS_METER_BYTES));
    out->scratch = sls_arena_new(0);
    return out->store && out->arena && out->scratch;
}

void sls_survey_close(sls_survey *survey)
{
    sls_meter_wipe(&survey->meter);
    sls_arena_free(survey->meter.arena);
    sls_arena_free(survey->arena);
    sls_arena_free(survey->scratch);
    sls_quiet_close(survey->quiet);
    sls_recollection_forget(&survey->recollection);
    sls_store_free(survey->store);
    sls_cache_close(survey->cache); /* whose bytes the store's texts are */
}

static sls_status work(void *context, const sls_desk *desk, const sls_document *document,
                       sls_result *result)
{
    sls_claim *claims;
    size_t count;
    (void)context;
    const sls_status status = sls_extract(desk->reader, document, desk->arena, &claims, &count);
    if (status != SLS_OK)
        return status;
    result->claims = sls_claims_copy(claims, count, desk->kept);
    result->columns = sls_columns_of(document, claims, count, desk->kept);
    if (!result->claims || !result->columns)
        return SLS_ENOMEM;
    result->row.claims = count;
    return SLS_OK;
}

/* Aliases are not the article's: they may change while it does not. */
static sls_status finish_claims(void *context, sls_claim *claims, size_t count, sls_arena *arena)
{
    const sls_survey *const s = context;
    return sls_aliases_apply(&s->aliases, claims, count, arena);
}

static sls_status finish(void *context, sls_result *result, sls_arena *kept)
{
    return finish_claims(context, result->claims, result->row.claims, kept);
}

static void begin(void *context, sls_ingest *ingest)
{
    sls_survey *s = context;
    if (s->cache && sls_cache_begin(s->cache, ingest) != SLS_OK)
        (void)sls_diag_set(&s->fatal, SLS_ENOMEM, NULL, 0, "out of memory");
    if (s->cache)
        sls_replay_begin(s->replay, sls_ingest_inputs(ingest), sls_cache_seed(s->cache));
    if (s->meter.on) /* asking for the sizes of a million files takes its time */
        s->meter.progress.total = sls_ingest_bytes(ingest);
}

void sls_survey_complain(sls_survey *s, const char *severity, const sls_diag *diag)
{
    sls_complain(severity, diag);
    sls_replay_complaint(s->replay, severity, diag);
}

/* What sls_complain_of says of it. */
static void note_complaint(sls_survey *s, const sls_result *result)
{
    if (result->diag)
        sls_replay_complaint(s->replay, "error", result->diag);
    if (result->notice && !s->options->quiet)
        sls_replay_complaint(s->replay, "warning", result->notice);
}

/* An article, whoever has read it. False: memory ran out. */
static bool take_article(sls_survey *s, const sls_result *result, const sls_cached *cached)
{
    sls_diag diag = { 0 };
    s->trouble = sls_complain_of(result, s->options->quiet, &s->meter) || s->trouble;
    note_complaint(s, result);
    sls_replay_article(s->replay, result, cached);
    const sls_status status = sls_store_add(s->store, result, &diag);
    if (status == SLS_ENOMEM) {
        s->fatal = diag;
        return false;
    }
    if (status != SLS_OK) {
        s->trouble = true;
        sls_meter_wipe(&s->meter);
        sls_survey_complain(s, "error", &diag);
    }
    sls_meter_add(&s->meter, 1, result->row.bytes);
    return true;
}

static bool keep(sls_survey *s, const sls_result *result, const sls_cached *cached)
{
    if (!s->cache || sls_cache_take(s->cache, result->input, result->line, cached) == SLS_OK)
        return true;
    (void)sls_diag_set(&s->fatal, SLS_ENOMEM, NULL, 0,
                       "out of memory for the cache: see --no-cache");
    return false;
}

/* The articles of a file that the cache knows. */
static bool take_known(sls_survey *s, const sls_result *file)
{
    const size_t count = sls_cache_articles(s->cache, file->input);
    for (size_t i = 0; i < count; i++) {
        const sls_cache_article known = sls_cache_article_at(s->cache, file->input, i);
        const sls_cached cached = { .key = known.key, .entry = known.entry };
        sls_result result = { .file = file->file,
                              .input = file->input,
                              .lasting = true,
                              .later = known.kept,
                              .cached = cached };
        sls_arena_reset(s->scratch);
        const sls_status status =
            sls_kept_read_row(known.kept, file->row.path, known.line, s->scratch, &result);
        if (status != SLS_OK) {
            (void)sls_cache_refuse(status, &s->fatal);
            return false;
        }
        if (!keep(s, &result, &cached) || !take_article(s, &result, &cached))
            return false;
    }
    return true;
}

static bool take(void *context, const sls_result *results, size_t count, sls_str text)
{
    sls_survey *s = context;
    (void)text;
    for (size_t i = 0; i < count; i++) {
        const sls_result *const result = &results[i];
        if (s->fatal.status != SLS_OK)
            return false;
        if (result->known ? !take_known(s, result)
                          : !keep(s, result, result->diag ? NULL : &result->cached) ||
                                !take_article(s, result, &result->cached))
            return false;
    }
    return true;
}

/* A cache that cannot be used costs time and nothing else: it is said, and the run goes on. */
static sls_status open_cache(sls_survey *s, sls_ingest_limits limits)
{
    const sls_options *const o = s->options;
    sls_diag diag = { 0 };
    if (!sls_survey_remembers(s))
        return SLS_OK;
    const sls_status status = sls_cache_open(o->cache_dir, o->cache_strategy == SLS_CACHE_BY_STAT,
                                             limits, &s->cache, &diag);
    if (status != SLS_OK && status != SLS_ENOMEM && !o->quiet)
        sls_complain("warning", &diag);
    return status == SLS_ENOMEM ? status : SLS_OK;
}

void sls_survey_save(sls_survey *s, sls_diag *unsaved)
{
    *unsaved = (sls_diag){ 0 };
    unsaved->status = s->cache ? sls_cache_save(s->cache, unsaved) : SLS_OK;
}

void sls_survey_saved(sls_survey *s, const sls_diag *unsaved)
{
    sls_diag why = { 0 };
    if (unsaved->status == SLS_OK || s->options->quiet)
        return;
    (void)sls_diag_set(&why, unsaved->status, unsaved->path, 0, "claims are not kept: %.400s",
                       unsaved->message);
    sls_meter_wipe(&s->meter);
    sls_complain("warning", &why);
    s->unkept = true;
    sls_replay_spoil(s->replay); /* said once: the record would not be kept either */
}

static sls_status close_reading(sls_survey *s, sls_diag *diag)
{
    const sls_status status = sls_store_sort(s->store, s->options->jobs,
                                             s->aliases.names.len > 0 ? finish_claims : NULL, s);
    return status == SLS_ESYNTAX ? sls_cache_refuse(status, diag) : status;
}

bool sls_survey_remembers(const sls_survey *s)
{
    return s->options->command == SLS_COMMAND_CHECK && !s->options->no_cache;
}

static sls_status take_in(sls_survey *s, sls_diag *diag)
{
    const sls_options *o = s->options;
    const char *const outputs[] = { o->claims, o->reports, NULL };
    const sls_pipeline_limits limits = { o->jobs, { o->max_bytes, &o->fields, outputs } };
    sls_status status = open_cache(s, limits.ingest);
    const sls_stage stage = { work, begin, take, finish, s->cache, s };
    XXH3_state_t known;
    sls_mix_begin(&known, s->cache ? sls_cache_seed(s->cache) : 0);
    if (status == SLS_OK)
        status = sls_aliases_load(o, s->arena, &known, &s->aliases, diag);
    if (status == SLS_OK)
        status = sls_verified_add(o, s->arena, &known, s->store, diag);
    s->known = sls_mix_key(&known);
    if (status == SLS_OK)
        status = sls_pipeline_over(o->paths, o->path_count, &stage, limits, diag);
    if (status == SLS_OK && s->fatal.status != SLS_OK) {
        *diag = s->fatal;
        status = diag->status;
    }
    if (status == SLS_OK)
        status = close_reading(s, diag);
    sls_meter_wipe(&s->meter);
    return status;
}

/* What the last check matched is read while articles are. */
enum { TAKING_IN, RECALLING, INTAKES };

typedef struct {
    sls_survey *survey;
    sls_diag *diag;
} intake;

static sls_status take_in_or_recall(void *context, size_t part)
{
    const intake *const in = context;
    if (part == TAKING_IN)
        return take_in(in->survey, in->diag);
    sls_recollection_read(&in->survey->recollection);
    return SLS_OK;
}

sls_status sls_survey_read(sls_survey *s, sls_diag *diag)
{
    intake in = { s, diag };
    const sls_status status = sls_survey_remembers(s)
                                  ? sls_recollection_name(s->options, s->arena, &s->recollection)
                                  : SLS_OK;
    return status == SLS_OK ? sls_crew_run(take_in_or_recall, &in, INTAKES, s->options->jobs)
                            : status;
}

sls_status sls_survey_compare(sls_survey *s, sls_diag *diag)
{
    sls_meter_compare(&s->meter);
    const sls_status status = sls_survey_match(s, diag);
    sls_meter_wipe(&s->meter);
    return status;
}

static void refuse(void *context, const sls_diag *diag)
{
    sls_survey *const s = context;
    s->trouble = true;
    sls_survey_complain(s, "error", diag);
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

sls_status sls_survey_find(sls_survey *s, sls_diag *diag)
{
    sls_status status = sls_survey_read(s, diag);
    if (status == SLS_OK)
        status = sls_survey_compare(s, diag);
    return status == SLS_OK ? sls_survey_decide(s) : status;
}

int sls_survey_run(const sls_options *options, sls_survey_task *task)
{
    sls_survey survey;
    sls_diag diag = { 0 };
    const sls_status status = sls_survey_open(options, &survey) ? task(&survey, &diag) : SLS_ENOMEM;
    if (status != SLS_OK)
        sls_fail(status, &diag);
    const bool trouble = status != SLS_OK || survey.trouble;
    sls_survey_close(&survey);
    return trouble ? SLS_EXIT_TROUBLE : SLS_EXIT_OK;
}
