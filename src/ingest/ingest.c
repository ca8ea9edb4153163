#include "ingest/ingest.h"

#include "ingest/facts.h"
#include "ingest/inputs.h"
#include "io/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct sls_ingest {
    sls_arena *arena; /* of the inputs */
    sls_inputs inputs;
    size_t next; /* input to begin with when `lines` is NULL */
    size_t max_bytes;
    sls_lines *lines; /* of inputs.at[next - 1], while it is read */
    bool any;         /* that one had a line that is not blank */
};

sls_status sls_ingest_open(const char *const *paths, size_t count, size_t max_bytes,
                           sls_ingest **out)
{
    sls_ingest *ingest = calloc(1, sizeof *ingest);
    sls_status status = SLS_ENOMEM;

    if (!ingest)
        return status;
    ingest->max_bytes = max_bytes;
    ingest->arena = sls_arena_new(0);
    if (ingest->arena)
        status = sls_inputs_list(paths, count, ingest->arena, &ingest->inputs);
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
    sls_lines_close(ingest->lines);
    sls_arena_free(ingest->arena);
    free(ingest);
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

    *out = (sls_record){ .kind = input->kind, .line = 1, .manifest = input->facts };
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

/* SLS_ENOTFOUND means the end of all inputs: a file that went away is an error of reading. */
static sls_status reading_failed(sls_status status, sls_diag *diag)
{
    if (status == SLS_ENOMEM)
        return out_of_memory(diag);
    if (status == SLS_ENOTFOUND)
        status = SLS_EIO;
    if (diag)
        diag->status = status;
    return status;
}

static sls_status too_big(const sls_ingest *ingest, const char *path, size_t line, sls_diag *diag)
{
    return sls_diag_set(diag, SLS_ETOOBIG, path, line,
                        "article of more than --max-article-bytes %zu; raise it or split the "
                        "article",
                        ingest->max_bytes);
}

static sls_status read_text(const sls_ingest *ingest, const sls_input *input, sls_arena *arena,
                            sls_record *out, sls_diag *diag)
{
    struct stat st;
    sls_status status;

    if (ingest->max_bytes > 0 && stat(input->path, &st) == 0 && S_ISREG(st.st_mode) &&
        (uintmax_t)st.st_size > ingest->max_bytes)
        return sls_diag_set(diag, SLS_ETOOBIG, input->path, 0,
                            "article of %ju bytes is over --max-article-bytes %zu; raise it or "
                            "split the article",
                            (uintmax_t)st.st_size, ingest->max_bytes);
    status = sls_file_read(input->path, ingest->max_bytes, arena, &out->bytes, diag);
    if (status == SLS_ETOOBIG)
        return too_big(ingest, input->path, 0, diag);
    return status == SLS_OK ? SLS_OK : reading_failed(status, diag);
}

static void close_lines(sls_ingest *ingest)
{
    sls_lines_close(ingest->lines);
    ingest->lines = NULL;
}

/* The next line that is not blank. SLS_ENOTFOUND: the file is read to its end. */
static sls_status next_line(sls_ingest *ingest, const sls_input *input, sls_arena *arena,
                            sls_record *out, sls_diag *diag)
{
    sls_status status = begin_record(input, arena, out);

    if (status != SLS_OK)
        return out_of_memory(diag);
    do {
        status = sls_lines_next(ingest->lines, arena, &out->bytes, &out->line, diag);
    } while (status == SLS_OK && sls_str_trim(out->bytes).len == 0);
    if (status == SLS_OK || status == SLS_ETOOBIG)
        ingest->any = true;
    if (status == SLS_ETOOBIG)
        return too_big(ingest, input->path, out->line, diag);
    if (status == SLS_OK)
        return SLS_OK;
    close_lines(ingest);
    if (status != SLS_ENOTFOUND)
        return reading_failed(status, diag);
    /* Nothing on standard input is what an empty pipe sends; an empty file is a mistake. */
    if (!ingest->any && strcmp(input->path, "-") != 0)
        return sls_diag_set(diag, SLS_EMPTY, input->path, 0,
                            "no records in this file; write one JSON object a line, or remove it");
    return SLS_ENOTFOUND;
}

/* Starts on an input. SLS_ENOTFOUND: its records are the lines of ingest->lines. */
static sls_status begin_input(sls_ingest *ingest, const sls_input *input, sls_arena *arena,
                              sls_record *out, sls_diag *diag)
{
    sls_status status = begin_record(input, arena, out);

    if (status != SLS_OK)
        return out_of_memory(diag);
    if (input->fault) {
        if (diag)
            *diag = *input->fault;
        if (out->file.len == 0)
            out->line = input->fault->line;
        return input->fault->status;
    }
    if (input->kind == SLS_RECORD_TEXT)
        return read_text(ingest, input, arena, out, diag);
    ingest->any = false;
    status = sls_lines_open(input->path, ingest->max_bytes, &ingest->lines, diag);
    return status == SLS_OK ? SLS_ENOTFOUND : reading_failed(status, diag);
}

sls_status sls_ingest_next(sls_ingest *ingest, sls_arena *arena, sls_record *out, sls_diag *diag)
{
    sls_status status = SLS_ENOTFOUND;

    while (status == SLS_ENOTFOUND) {
        if (ingest->lines) {
            status = next_line(ingest, &ingest->inputs.at[ingest->next - 1], arena, out, diag);
        } else if (ingest->next < ingest->inputs.count) {
            status = begin_input(ingest, &ingest->inputs.at[ingest->next++], arena, out, diag);
        } else {
            *out = (sls_record){ .line = 0 };
            return SLS_ENOTFOUND;
        }
    }
    return status;
}
