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
    if (bytes.len < sizeof seal + sizeof(XXH128_canonical_t) ||
        !sls_seal_is_whole(bytes.ptr, bytes.len))
        return damaged(path, diag);
    reader r = { .rest = sls_str_slice(bytes, 0, bytes.len - sizeof(XXH128_canonical_t)) };
    get(&r, &seal, sizeof seal);
    if (!sls_seal_is_ours(&seal, magic, VERSION))
        return SLS_ENOTFOUND;
    status = get_all(&r, out);
    return status == SLS_ESYNTAX ? damaged(path, diag) : status;
}

/* --- writing --- */

static void put_number(sls_seal_writer *w, uint64_t n)
{
    (void)sls_seal_put(w, &n, sizeof n);
}

static void put_text(sls_seal_writer *w, sls_str text)
{
    put_number(w, text.len);
    (void)sls_seal_put(w, text.ptr, text.len);
    (void)sls_seal_put(w, "", 1);
}

static void put_row(sls_seal_writer *w, const sls_ledger_row *row)
{
    put_text(w, row->path);
    (void)sls_seal_put(w, &row->bytes, sizeof row->bytes);
    (void)sls_seal_put(w, &row->made, sizeof row->made);
    put_number(w, (uint64_t)row->noted);
    (void)sls_seal_put(w, &row->mark, sizeof row->mark);
}

static void put_all(sls_seal_writer *w, const sls_check_record *record)
{
    const sls_seal seal = sls_seal_of(magic, VERSION);
    (void)sls_seal_put(w, &seal, sizeof seal);
    (void)sls_seal_put(w, &record->asked, sizeof record->asked);
    (void)sls_seal_put(w, &record->articles, sizeof record->articles);
    (void)sls_seal_put(w, &record->marks, sizeof record->marks);
    put_number(w, (uint64_t)record->code);
    put_number(w, record->told.len);
    put_number(w, record->ledger.rows.len);
    for (size_t i = 0; i < record->told.len; i++) {
        const sls_spoken *const s = &record->told.at[i];
        put_number(w, (s->aside ? 1U : 0U) | (s->reading ? 2U : 0U));
        put_text(w, s->text);
    }
    for (size_t i = 0; i < record->ledger.rows.len; i++)
        put_row(w, &record->ledger.rows.at[i]);
}

sls_status sls_record_write(const char *path, const sls_check_record *record, sls_diag *diag)
{
    sls_seal_writer *w;
    const sls_status status = sls_seal_open(path, "what was found", &w, diag);
    if (status != SLS_OK)
        return status;
    put_all(w, record);
    return sls_seal_close(w, diag);
}
