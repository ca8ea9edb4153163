#include "ingest/ingest.h"

#include "ingest/html.h"
#include "ingest/inputs.h"
#include "ingest/source.h"
#include "io/json.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct sls_ingest {
    sls_arena *arena; /* of the inputs */
    sls_inputs inputs;
    size_t next; /* input to begin with when `source` is NULL */
    sls_ingest_limits limits;
    const bool *known;  /* inputs that are passed over; NULL: none */
    sls_source *source; /* of inputs.at[next - 1], while it is read */
};

sls_status sls_ingest_open(const char *const *paths, size_t count, sls_ingest_limits limits,
                           sls_ingest **out)
{
    sls_ingest *ingest = calloc(1, sizeof *ingest);
    sls_status status = SLS_ENOMEM;

    if (!ingest)
        return status;
    ingest->limits = limits;
    sls_html_begin();
    sls_json_prepare();
    ingest->arena = sls_arena_new(0);
    if (ingest->arena)
        status = sls_inputs_list(paths, count, limits.outputs, ingest->arena, &ingest->inputs);
    if (status != SLS_OK) {
        sls_ingest_close(ingest);
        return status;
    }
    *out = ingest;
    return SLS_OK;
}

void sls_ingest_close(sls_ingest *ingest)
{
    if (!ingest)
        return;
    sls_source_close(ingest->source);
    sls_arena_free(ingest->arena);
    free(ingest);
}

const sls_inputs *sls_ingest_inputs(const sls_ingest *ingest)
{
    return &ingest->inputs;
}

void sls_ingest_pass_over(sls_ingest *ingest, const bool *known)
{
    ingest->known = known;
}

size_t sls_ingest_bytes(const sls_ingest *ingest)
{
    size_t bytes = 0;
    for (size_t i = 0; i < ingest->inputs.count; i++) {
        struct stat about;
        const sls_input *const input = &ingest->inputs.at[i];
        if (input->fault)
            continue;
        if (strcmp(input->path, "-") == 0 || stat(input->path, &about) != 0 ||
            !S_ISREG(about.st_mode))
            return 0;
        bytes += (size_t)about.st_size;
    }
    return bytes;
}

static sls_status out_of_memory(sls_diag *diag)
{
    return sls_diag_set(diag, SLS_ENOMEM, NULL, 0,
                        "out of memory; give fewer articles or lower --max-article-bytes");
}

/* The strings of `input` live no longer than the ingest; claims outlive it, so they are copied. */
static sls_status begin_record(const sls_input *input, sls_arena *arena, sls_record *out)
{
    sls_status status;

    *out = (sls_record){ .line = 1, .manifest = input->facts };
    status = sls_arena_copy(arena, sls_str_of(input->path), &out->path);
    if (status == SLS_OK)
        status = sls_arena_copy(arena, input->file, &out->file);
    for (size_t fact = 0; fact < SLS_FACTS && status == SLS_OK; fact++) {
        sls_str *field = sls_fact_of(&out->manifest, fact);

        if (field->len > 0)
            status = sls_arena_copy(arena, *field, field);
    }
    return status;
}

/* Starts on an input. */
static sls_status begin_input(sls_ingest *ingest, const sls_input *input, sls_record *out,
                              sls_diag *diag)
{
    if (input->fault) {
        if (diag)
            *diag = *input->fault;
        if (out->file.len == 0)
            out->line = input->fault->line;
        return input->fault->status;
    }
    const sls_status status = sls_source_open(input, &ingest->limits, &ingest->source, diag);
    return status == SLS_ENOMEM ? out_of_memory(diag) : status;
}

sls_status sls_ingest_next(sls_ingest *ingest, sls_arena *arena, sls_record *out, sls_diag *diag)
{
    while (ingest->source || ingest->next < ingest->inputs.count) {
        const size_t at = ingest->source ? ingest->next - 1 : ingest->next++;
        const sls_input *const input = &ingest->inputs.at[at];
        if (begin_record(input, arena, out) != SLS_OK)
            return out_of_memory(diag);
        out->input = at;
        if (ingest->known && ingest->known[at]) {
            out->kind = SLS_RECORD_KNOWN;
            return SLS_OK;
        }
        sls_status status = ingest->source ? SLS_OK : begin_input(ingest, input, out, diag);
        if (status != SLS_OK)
            return status;
        status = sls_source_next(ingest->source, arena, out, diag);
        if (status == SLS_ENOMEM)
            return out_of_memory(diag);
        if (status != SLS_ENOTFOUND)
            return status;
        sls_source_close(ingest->source);
        ingest->source = NULL;
    }
    *out = (sls_record){ .line = 0 };
    return SLS_ENOTFOUND;
}
