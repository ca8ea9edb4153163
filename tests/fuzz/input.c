/*
 * input.c - a file of one format, read as check reads it: records, articles, documents.
 *
 * FUZZ_NAME is the file's name, which tells the format; a corpus.csv is the manifest of an article
 * beside it. FUZZ_EXTRACT: claims and mentions are read out of it, too, written and read back.
 */
#include "extract/extract.h"
#include "folder.h"
#include "ingest/ingest.h"
#include "model/claim_csv.h"
#include "profile/document.h"

#include <stdint.h>
#include <string.h>

#ifndef FUZZ_EXTRACT
#define FUZZ_EXTRACT 0
#endif

enum { MOST = 1 << 20 };

typedef struct {
    char folder[FOLDER_PATH], path[128];
    sls_grammar *grammar;
    sls_reader *reader;
    sls_arena *arena;
} bench;

static bench *made;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    char beside[128];
    (void)argc;
    (void)argv;
    made = calloc(1, sizeof *made);
    if (!made)
        abort();
    make_folder(made->folder);
    snprintf(made->path, sizeof made->path, "%s/%s", made->folder, FUZZ_NAME);
    if (strcmp(FUZZ_NAME, "corpus.csv") == 0) {
        snprintf(beside, sizeof beside, "%s/kabar.txt", made->folder);
        put_file(beside, "Banjir menewaskan 12 orang.\n", 28);
    }
    made->arena = sls_arena_new((size_t)256 << 20);
    if (!made->arena || sls_grammar_new(&made->grammar, NULL) != SLS_OK ||
        sls_reader_new(made->grammar, &made->reader) != SLS_OK)
        abort();
    return 0;
}

/* What is written of an article's claims is read again as it was. */
static void write_and_read(const sls_claim *claims, size_t count)
{
    sls_out *out;
    sls_claim *again;
    size_t read;
    sls_diag diag = { 0 };
    if (sls_out_open(NULL, &out, &diag) != SLS_OK)
        abort();
    sls_claims_header(out);
    for (size_t i = 0; i < count; i++)
        sls_claims_row(out, &claims[i]);
    if (sls_claims_read(sls_out_text(out), "claims.csv", made->arena, &again, &read, &diag) !=
            SLS_OK ||
        read != count) {
        fprintf(stderr, "claims are not read back: %s\n", diag.message);
        abort();
    }
    sls_out_abandon(out);
}

static void work_on(const sls_record *record, sls_ingest_limits limits)
{
    sls_article article = { 0 };
    sls_document document;
    sls_diag diag = { 0 };
    sls_claim *claims;
    sls_mention *mentions;
    size_t count;
    if (sls_ingest_decode(record, limits, made->arena, &article, &diag) != SLS_OK ||
        sls_document_make(&article, made->arena, &document) != SLS_OK || !FUZZ_EXTRACT)
        return;
    if (sls_mentions(made->reader, &document, made->arena, &mentions, &count) != SLS_OK)
        return;
    for (size_t i = 0; i < count; i++)
        if (mentions[i].start > mentions[i].end || mentions[i].end > record->bytes.len + MOST)
            abort();
    if (sls_extract(made->reader, &document, made->arena, &claims, &count) == SLS_OK)
        write_and_read(claims, count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const bool manifest = strcmp(FUZZ_NAME, "corpus.csv") == 0;
    const char *const paths[] = { manifest ? made->folder : made->path };
    const sls_ingest_limits limits = { MOST, sls_fields_own(), NULL };
    sls_ingest *ingest;
    if (size > MOST)
        return 0;
    put_file(made->path, data, size);
    if (sls_ingest_open(paths, 1, limits, &ingest) != SLS_OK)
        return 0;
    for (size_t records = 0; records < 1000; records++) {
        sls_record record = { 0 };
        sls_diag diag = { 0 };
        sls_arena_reset(made->arena);
        const sls_status status = sls_ingest_next(ingest, made->arena, &record, &diag);
        if ((status == SLS_ENOTFOUND && diag.status == SLS_OK) || status == SLS_ENOMEM)
            break;
        if (status == SLS_OK)
            work_on(&record, limits);
    }
    sls_ingest_close(ingest);
    return 0;
}
