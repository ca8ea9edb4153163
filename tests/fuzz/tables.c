/*
 * tables.c - what people write for the command: selisih.ini, decisions, claims, JSON, front matter,
 * and rows of the lexicon. The first byte says which.
 */
#include "ingest/frontmatter.h"
#include "io/ini.h"
#include "io/json.h"
#include "lexicon/tool/lexc.h"
#include "model/claim_csv.h"
#include "report/decisions.h"

#include <stdint.h>
#include <stdlib.h>

/* Of lexc.c, which has a main function: here nobody reads the errors. */
void lexc_error(lexc_run *run, const char *path, size_t line, const char *format, ...)
{
    (void)path;
    (void)line;
    (void)format;
    run->errors++;
}

void lexc_exhausted(lexc_run *run)
{
    run->exhausted = true;
}

static void refuse(void *context, const sls_diag *diag)
{
    (void)context;
    (void)diag;
}

static void read_ini(sls_str text)
{
    sls_ini_entry entry;
    sls_diag diag = { 0 };
    const size_t whole = text.len;
    for (size_t n = 0; sls_ini_next(&text, &entry, "selisih.ini", &diag) == SLS_OK; n++)
        if (n > whole + 1)
            abort();
}

static void read_decisions(sls_str text, sls_arena *arena)
{
    sls_decisions decisions;
    sls_leftover *left;
    size_t count;
    sls_diag diag = { 0 };
    sls_decisions_init(&decisions, arena, refuse, NULL);
    if (sls_decisions_read(&decisions, text, "decisions.csv", &diag) != SLS_OK)
        return;
    sls_decisions_apply(&decisions, NULL, 0, 20000);
    if (sls_decisions_leftovers(&decisions, arena, &left, &count) != SLS_OK)
        abort();
}

static void read_claims(sls_str text, sls_arena *arena)
{
    sls_claim *claims;
    size_t count;
    sls_diag diag = { 0 };
    (void)!sls_claims_read(text, "claims.csv", arena, &claims, &count, &diag);
}

static void read_json(sls_str text, sls_arena *arena)
{
    static const char *const names[] = { "id", "text", "meta.date" }, *const types[] = { "A" };
    sls_str values[3];
    sls_diag diag = { 0 };
    (void)!sls_json_members(text, names, 3, arena, values, &diag);
    (void)!sls_json_typed(text, types, 1, names, 3, arena, values);
}

static void read_front(sls_str text, sls_arena *arena)
{
    sls_article article = { 0 };
    sls_place place = { "a.txt", 1 };
    sls_diag diag = { 0 };
    size_t at = 0;
    if (sls_frontmatter_read(text, &at, &place, &article, arena, &diag) == SLS_OK && at > text.len)
        abort();
}

static void read_form(sls_str text, sls_arena *arena)
{
    lexc_run run = { .arena = arena };
    lexc_entry entry = { 0 };
    (void)lexc_read_form(&run, "kata.csv", 2, text, &entry);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const readers[])(sls_str, sls_arena *) = { read_decisions, read_claims, read_json,
                                                             read_front, read_form };
    enum { READERS = sizeof readers / sizeof *readers };
    if (size == 0)
        return 0;
    const sls_str text = { (const char *)data + 1, size - 1 };
    const size_t which = (size_t)(data[0] - '0') % (READERS + 1);
    sls_arena *const arena = sls_arena_new((size_t)64 << 20);
    if (arena && which < READERS)
        readers[which](text, arena);
    else if (arena)
        read_ini(text);
    sls_arena_free(arena);
    return 0;
}
