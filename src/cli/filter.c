#include "check/pipeline.h"
#include "cli/commands.h"
#include "cli/knowledge.h"
#include "cli/meter.h"
#include "cli/output.h"
#include "model/claim_csv.h"

#include <unistd.h>

typedef struct {
    const sls_options *options;
    sls_arena *arena;
    sls_aliases aliases; /* of extract */
    sls_output output;
    sls_meter meter;
    bool trouble;
} filter;

static sls_status write_claims(const filter *f, const sls_desk *desk, const sls_document *document)
{
    sls_claim *claims;
    size_t count;
    sls_status status = sls_extract(desk->reader, document, desk->arena, &claims, &count);
    if (status == SLS_OK)
        status = sls_aliases_apply(&f->aliases, claims, count, desk->arena);
    if (status != SLS_OK)
        return status;
    sls_claims_rows(desk->text, claims, count);
    return SLS_OK;
}

static sls_status write_mentions(const sls_desk *desk, const sls_document *document)
{
    sls_mention *mentions;
    size_t count;
    const sls_status status = sls_mentions(desk->reader, document, desk->arena, &mentions, &count);
    if (status != SLS_OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        const sls_mention *m = &mentions[i];
        sls_csv_cell_write(desk->text, document->article->id, false);
        sls_out_format(desk->text, "%zu,%zu,%zu,%s,", m->line, m->start, m->end, m->type);
        sls_csv_cell_write(desk->text, m->surface, false);
        sls_csv_cell_write(desk->text, m->value, false);
        sls_csv_cell_write(desk->text, sls_str_of(sls_bound_name(m->bound)), false);
        sls_csv_cell_write(desk->text, m->unit, true);
    }
    return SLS_OK;
}

static sls_status work(void *context, const sls_desk *desk, const sls_document *document,
                       sls_result *result)
{
    const filter *f = context;
    (void)result;
    return f->options->command == SLS_COMMAND_MENTIONS ? write_mentions(desk, document)
                                                       : write_claims(f, desk, document);
}

static void begin(void *context, sls_ingest *ingest)
{
    filter *f = context;
    if (f->meter.on)
        f->meter.progress.total = sls_ingest_bytes(ingest);
}

static bool take(void *context, const sls_result *results, size_t count, sls_str text)
{
    filter *f = context;
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++) {
        bytes += results[i].row.bytes;
        f->trouble = sls_complain_of(&results[i], f->options->quiet, &f->meter) || f->trouble;
    }
    sls_meter_add(&f->meter, count, bytes);
    return sls_output_write(&f->output, text);
}

/* The header in the form that the rows have. */
static sls_status write_header(filter *f, sls_diag *diag)
{
    sls_out *header;
    const sls_status status = sls_out_open(NULL, &header, diag);
    if (status != SLS_OK)
        return status;
    if (f->options->command == SLS_COMMAND_MENTIONS)
        sls_out_write(header, SLS_STR("article,line,start,end,type,surface,value,bound,unit\n"));
    else
        sls_claims_header(header);
    (void)sls_output_write(&f->output, sls_out_text(header));
    return sls_out_commit(header, diag);
}

static sls_status run(filter *f, sls_diag *diag)
{
    const sls_options *o = f->options;
    const sls_stage stage = { .work = work, .begin = begin, .take = take, .context = f };
    const char *const outputs[] = { o->claims, o->reports, NULL };
    const sls_pipeline_limits limits = { o->jobs, { o->max_bytes, &o->fields, outputs } };
    sls_status status = o->command == SLS_COMMAND_EXTRACT
                            ? sls_aliases_load(o, f->arena, NULL, &f->aliases, diag)
                            : SLS_OK;
    if (status == SLS_OK)
        status = write_header(f, diag);
    if (status == SLS_OK)
        status = sls_pipeline_over(o->paths, o->path_count, &stage, limits, diag);
    return status != SLS_OK ? status : sls_output_end(&f->output, diag);
}

int sls_run_filter(const sls_options *options)
{
    filter f = { .options = options, .arena = sls_arena_new(0) };
    sls_diag diag = { 0 };
    /* rows on the same terminal would run into the line */
    sls_meter_begin(&f.meter, options->ui, options->quiet || isatty(STDOUT_FILENO),
                    sls_arena_new(SLS_METER_BYTES));
    const sls_status status = f.arena ? run(&f, &diag) : SLS_ENOMEM;
    sls_meter_wipe(&f.meter);
    sls_arena_free(f.meter.arena);
    sls_arena_free(f.arena);
    if (status != SLS_OK)
        sls_fail(status, &diag);
    return status != SLS_OK || f.trouble ? SLS_EXIT_TROUBLE : SLS_EXIT_OK;
}
