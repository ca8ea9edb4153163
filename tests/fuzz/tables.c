/*
 * tables.c - what people write for the command: selisih.ini, decisions, verified claims, aliases,
 * the baseline, JSON, front matter, and forms of the lexicon. The first byte says which.
 */
#include "cli/knowledge.h"
#include "folder.h"
#include "ingest/frontmatter.h"
#include "io/ini.h"
#include "io/json.h"
#include "io/sheet.h"
#include "lexicon/tool/lexc.h"
#include "model/claim_csv.h"
#include "report/baseline.h"

#include <stdint.h>
#include <string.h>

static void refuse(void *context, const sls_diag *diag)
{
    (void)context;
    (void)diag;
}

static void read_ini(sls_str text, sls_arena *arena)
{
    sls_ini_entry entry;
    (void)arena;
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

static const char *path_in_folder(void)
{
    static char folder[FOLDER_PATH], path[FOLDER_PATH + 16];
    if (folder[0] == 0) {
        make_folder(folder);
        snprintf(path, sizeof path, "%s/tabel.csv", folder);
    }
    return path;
}

/* A finding and a claim, whose texts stand in the seeds. */
static sls_claim said(const char *value)
{
    return (sls_claim){ .article = SLS_STR("a"),
                        .kind = SLS_KIND_TITLE,
                        .value = sls_str_of(value),
                        .speaker = SLS_STR("jokowi"),
                        .entities = SLS_STR("ID;jokowi;zulkifli") };
}

static void read_baseline(sls_str text, sls_arena *arena)
{
    const sls_claim a = said("joko widodo"), b = said("prabowo");
    sls_finding finding = { .id = SLS_STR("0123456789abcdef"), .a = &a, .b = &b };
    sls_baseline_use use;
    sls_diag diag = { 0 };
    if (sls_baseline_mark(text, "b.csv", &finding, 1, arena, &use, &diag) != SLS_OK)
        return;
    if (use.known > 1 || use.unused > use.row_count)
        abort();
    (void)!sls_baseline_prune(path_in_folder(), &use, &diag);
}

static void read_aliases(sls_str text, sls_arena *arena)
{
    const char *const path = path_in_folder();
    const sls_options options = { .aliases = path };
    sls_claim claim = said("jokowi");
    sls_aliases aliases;
    sls_diag diag = { 0 };
    put_file(path, text.ptr, text.len);
    if (sls_aliases_load(&options, arena, NULL, &aliases, &diag) == SLS_OK &&
        sls_aliases_apply(&aliases, &claim, 1, arena) != SLS_OK)
        abort();
}

static void expect_sorted(sls_sheet *sheet)
{
    if (sls_sheet_sort(sheet, SLS_STR("a")) != SLS_OK)
        return;
    for (size_t i = 1; i < sheet->rows.len; i++)
        if (sls_str_cmp(sls_sheet_get(sheet, i - 1, SLS_STR("a")),
                        sls_sheet_get(sheet, i, SLS_STR("a"))) > 0)
            abort();
}

/*
 * Not so of cells that are all empty or blank, whose mark the next line tells; a byte order mark
 * behind such lines; a name with another mark in it. No column that anything which is written back
 * must have is called so.
 */
static bool is_plain(const sls_csv_row *header)
{
    bool named = false;
    for (size_t i = 0; i < header->count; i++) {
        if (sls_str_find_byte(header->cells[i], ';') != SIZE_MAX ||
            sls_str_find_byte(header->cells[i], '\t') != SIZE_MAX)
            return false;
        named = named || sls_str_trim(header->cells[i]).len > 0;
    }
    return named && !sls_str_starts(header->cells[0], SLS_STR("\xEF\xBB\xBF"));
}

/* A table with plain names is read as it was written, and written the same again. */
static void read_sheet(sls_str text, sls_arena *arena)
{
    const char *const path = path_in_folder();
    sls_str written[2];
    for (int i = 0; i < 2; i++) {
        sls_csv csv;
        sls_sheet sheet;
        sls_diag diag = { 0 };
        const sls_status status = sls_csv_read(text, path, arena, &csv, &diag);
        if (status != SLS_OK && i > 0)
            abort();
        if (status != SLS_OK || !is_plain(&csv.header) ||
            sls_sheet_of(&csv, SLS_STR("a,b"), arena, &sheet) != SLS_OK ||
            sls_sheet_write(&sheet, path, &diag) != SLS_OK ||
            sls_file_read(path, 0, arena, &written[i], &diag) != SLS_OK)
            return;
        text = written[i];
        expect_sorted(&sheet);
    }
    if (!sls_str_eq(written[0], written[1]))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const readers[])(sls_str,
                                   sls_arena *) = { read_decisions, read_claims,  read_json,
                                                    read_front,     read_form,    read_ini,
                                                    read_baseline,  read_aliases, read_sheet };
    enum { READERS = sizeof readers / sizeof *readers };
    if (size == 0)
        return 0;
    sls_arena *const arena = sls_arena_new((size_t)64 << 20);
    if (arena)
        readers[(size_t)(data[0] - '0') % READERS]((sls_str){ (const char *)data + 1, size - 1 },
                                                   arena);
    sls_arena_free(arena);
    return 0;
}
