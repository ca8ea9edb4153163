#include "lexicon/frequency.h"
#include "lexicon/tool/lexc.h"

#include <stdlib.h>

static const lexc_shape frequency_shape = { "lang,word,share", "lang,word,share" };

static int by_hash(const void *x, const void *y)
{
    const sls_frequency_row *const a = x, *const b = y;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

/* Articles of 10,000 that have the word; 0 when the cell holds no such number. */
static unsigned share_of(sls_str cell)
{
    unsigned share = 0;
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.ptr[i] < '0' || cell.ptr[i] > '9' || share > 10000)
            return 0;
        share = share * 10 + (unsigned)(cell.ptr[i] - '0');
    }
    return share <= 10000 ? share : 0;
}

/* SLS_LANGS: none of ours. */
static sls_lang lang_of(sls_str cell)
{
    size_t lang = 0;
    while (lang < SLS_LANGS && !sls_str_eq(cell, sls_str_of(lexc_language_name(lang))))
        lang++;
    return (sls_lang)lang;
}

bool lexc_read_shares(lexc_run *run, const char *path, lexc_share **out, size_t *count)
{
    sls_csv csv;
    if (!lexc_read_table(run, path, frequency_shape, &csv))
        return false;
    lexc_share *const shares = sls_arena_calloc(run->arena, csv.count + 1, sizeof *shares);
    if (!shares) {
        lexc_exhausted(run);
        return false;
    }
    for (size_t i = 0; i < csv.count; i++) {
        const sls_csv_row *const row = &csv.rows[i];
        shares[i] = (lexc_share){ row->cells[1], lang_of(row->cells[0]), share_of(row->cells[2]) };
        if (shares[i].lang == SLS_LANGS)
            lexc_error(run, path, row->line, "lang is none: write id or en");
        if (shares[i].share == 0)
            lexc_error(run, path, row->line, "share is no number from 1 to 10000");
    }
    *out = shares;
    *count = csv.count;
    return run->errors == 0;
}

/* Bits: how often the share can be doubled before every article has the word. */
static uint8_t rarity_of(unsigned share)
{
    uint8_t bits = 0;
    for (unsigned s = share; s * 3 / 2 < 10000 && bits < SLS_RARITY_MOST; s *= 2)
        bits++;
    return bits;
}

static void write_first(sls_out *out, const sls_frequency_row *rows, size_t count)
{
    size_t row = 0;

    sls_out_format(out, "const uint32_t sls_frequency_first[] = {\n");
    for (uint64_t bucket = 0; bucket <= UINT64_C(1) << SLS_FREQUENCY_BITS; bucket++) {
        while (row < count && rows[row].hash >> (64 - SLS_FREQUENCY_BITS) < bucket)
            row++;
        sls_out_format(out, bucket % 16 == 15 ? "%zu,\n" : "%zu,", row);
    }
    sls_out_format(out, "};\n");
}

static void write_rows(lexc_run *run, const sls_frequency_row *rows, size_t count, const char *path)
{
    sls_out *out = NULL;
    sls_diag diag = { 0 };
    sls_status status = sls_out_open(path, &out, &diag);
    if (status == SLS_OK) {
        sls_out_format(out, "/* Written by lexc from a CSV table: edit that. */\n"
                            "#include \"lexicon/frequency.h\"\n\n"
                            "const sls_frequency_row sls_frequency_rows[] = {\n");
        for (size_t i = 0; i < count; i++)
            sls_out_format(out, "{0x%llxULL,%u},\n", (unsigned long long)rows[i].hash,
                           (unsigned)rows[i].rarity);
        sls_out_format(out, "{0,0} };\nconst size_t sls_frequency_row_count = %zu;\n", count);
        write_first(out, rows, count);
        status = sls_out_commit(out, &diag);
    }
    if (status != SLS_OK)
        lexc_error(run, path, 0, "cannot be written: %s", diag.message);
}

void lexc_write_frequencies(lexc_run *run, const char *table, const char *path)
{
    lexc_share *shares;
    size_t count;
    if (!lexc_read_shares(run, table, &shares, &count)) {
        if (!run->errors)
            lexc_error(run, table, 0, "no such file: write the frequencies");
        return;
    }
    sls_frequency_row *const rows = sls_arena_calloc(run->arena, count + 1, sizeof *rows);
    if (!rows) {
        lexc_exhausted(run);
        return;
    }
    for (size_t i = 0; i < count; i++)
        rows[i] = (sls_frequency_row){ sls_frequency_key(shares[i].lang, shares[i].word),
                                       rarity_of(shares[i].share) };
    if (count > 0)
        qsort(rows, count, sizeof *rows, by_hash);
    write_rows(run, rows, count, path);
}
