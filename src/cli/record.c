#include "cli/record.h"

#include "check/seal.h"

#include <string.h>

static const char magic[16] = "selisih check\n\n";
enum { VERSION = 2 };

/* --- reading: what is left of the bytes; a read beyond them fails this one and all after it --- */

typedef struct {
    sls_str rest;
    bool failed;
} reader;

static void get(reader *r, void *out, size_t size)
{
    memset(out, 0, size);
    if (r->failed || r->rest.len < size) {
        r->failed = true;
        return;
    }
    memcpy(out, r->rest.ptr, size);
    r->rest = sls_str_slice(r->rest, size, SIZE_MAX);
}

static uint64_t get_number(reader *r)
{
    uint64_t n;
    get(r, &n, sizeof n);
    return n;
}

/* Texts stand with a NUL behind them, so that paths can be used where they lie. */
static sls_str get_text(reader *r)
{
    const uint64_t len = get_number(r);
    if (r->failed || len >= r->rest.len || r->rest.ptr[len] != '\0') {
        r->failed = true;
        return (sls_str){ 0 };
    }
    const sls_str text = sls_str_slice(r->rest, 0, len);
    r->rest = sls_str_slice(r->rest, len + 1, SIZE_MAX);
    return text;
}

static void get_row(reader *r, sls_ledger_row *row)
{
    row->path = get_text(r);
    get(r, &row->bytes, sizeof row->bytes);
    get(r, &row->made, sizeof row->made);
    row->noted = (int64_t)get_number(r);
    get(r, &row->mark, sizeof row->mark);
}

/* Each takes more than a byte, which bounds what a count may say. */
static sls_status get_all(reader *r, sls_check_record *out)
{
    sls_arena *const arena = out->ledger.arena;
    get(r, &out->asked, sizeof out->asked);
    get(r, &out->articles, sizeof out->articles);
    get(r, &out->marks, sizeof out->marks);
    out->code = (int)get_number(r);
    const uint64_t told = get_number(r), rows = get_number(r);
    if (r->failed || told > r->rest.len || rows > r->rest.len)
        return SLS_ESYNTAX;
    out->told.at = sls_arena_calloc(arena, told + 1, sizeof *out->told.at);
    out->ledger.rows.at = sls_arena_calloc(arena, rows + 1, sizeof *out->ledger.rows.at);
    if (!out->told.at || !out->ledger.rows.at)
        return SLS_ENOMEM;
    for (; out->told.len < told && !r->failed; out->told.len++) {
        const uint64_t flags = get_number(r);
        out->told.at[out->told.len] =
            (sls_spoken){ (flags & 1) != 0, (flags & 2) != 0, get_text(r) };
    }
    for (; out->ledger.rows.len < rows && !r->failed; out->ledger.rows.len++)
        get_row(r, &out->ledger.rows.at[out->ledger.rows.len]);
    return r->failed || r->rest.len > 0 ? SLS_ESYNTAX : SLS_OK;
}

static sls_status damaged(const char *path, sls_diag *diag)
{
    return sls_diag_set(diag, SLS_ESYNTAX, path, 0,
                        "what the last check found is damaged: it is found anew");
}

sls_status sls_record_read(const char *path, sls_check_record *out, sls_diag *diag)
{
    sls_file_mark mark;
    sls_str bytes;
    sls_seal seal;
    if (!sls_file_mark_of(path, &mark)) /* nor a pipe, which would be waited for */
        return SLS_ENOTFOUND;
    sls_status status = sls_file_read(path, 0, out->ledger.arena, &bytes, diag);
    if (status != SLS_OK)
        return status;
    reader r = { .rest = sls_str_slice(bytes, 0, bytes.len - sizeof(XXH128_canonical_t)) };
    if (bytes.len < sizeof seal + sizeof(XXH128_canonical_t) ||
        !sls_seal_is_whole(bytes.ptr, bytes.len))
        return damaged(path, diag);
    get(&r, &seal, sizeof seal);
    if (!sls_seal_is_ours(&seal, magic, VERSION))
        return SLS_ENOTFOUND;
    status = get_all(&r, out);
    return status == SLS_ESYNTAX ? damaged(path, diag) : status;
}

/* --- writing --- */

static void put(sls_out *out, const void *bytes, size_t len)
{
    sls_out_write(out, (sls_str){ bytes, len });
}

static void put_number(sls_out *out, uint64_t n)
{
    put(out, &n, sizeof n);
}

static void put_text(sls_out *out, sls_str text)
{
    put_number(out, text.len);
    sls_out_write(out, text);
    put(out, "", 1);
}

static void put_all(sls_out *out, const sls_check_record *record)
{
    const sls_seal seal = sls_seal_of(magic, VERSION);
    put(out, &seal, sizeof seal);
    put(out, &record->asked, sizeof record->asked);
    put(out, &record->articles, sizeof record->articles);
    put(out, &record->marks, sizeof record->marks);
    put_number(out, (uint64_t)record->code);
    put_number(out, record->told.len);
    put_number(out, record->ledger.rows.len);
    for (size_t i = 0; i < record->told.len; i++) {
        const sls_spoken *const s = &record->told.at[i];
        put_number(out, (s->aside ? 1U : 0U) | (s->reading ? 2U : 0U));
        put_text(out, s->text);
    }
    for (size_t i = 0; i < record->ledger.rows.len; i++) {
        const sls_ledger_row *const row = &record->ledger.rows.at[i];
        put_text(out, row->path);
        put(out, &row->bytes, sizeof row->bytes);
        put(out, &row->made, sizeof row->made);
        put_number(out, (uint64_t)row->noted);
        put(out, &row->mark, sizeof row->mark);
    }
}

sls_status sls_record_write(const char *path, const sls_check_record *record, sls_diag *diag)
{
    sls_out *all, *out;
    sls_diag lost;
    sls_status status = sls_out_open(NULL, &all, diag);
    if (status != SLS_OK)
        return status;
    put_all(all, record);
    const sls_str bytes = sls_out_text(all);
    const XXH128_canonical_t hash = sls_seal_hash(XXH3_128bits(bytes.ptr, bytes.len));
    status = sls_out_open(path, &out, diag);
    if (status == SLS_OK) {
        sls_out_set_unsynced(out);
        sls_out_write(out, bytes);
        put(out, &hash, sizeof hash);
    }
    const sls_status whole = sls_out_commit(all, &lost); /* whether all of it was there */
    if (status != SLS_OK)
        return status;
    if (whole == SLS_OK)
        return sls_out_commit(out, diag);
    sls_out_abandon(out);
    *diag = lost;
    return whole;
}
