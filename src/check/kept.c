#include "check/kept.h"

#include "check/store.h"

#include <string.h>

/* Texts of a row and of its notice. */
enum { ROW_ARTICLE, ROW_SOURCE, ROW_PUBLISHED, ROW_LANG, ROW_NOTICE, ROW_TEXTS };
enum { MADE = 1, PLACED = 2, NOTICED = 4 };

/*
 * The head, then `claims` claims, then texts: each its length and its bytes. A text is named by its
 * offset from the head, 0 when it is empty. All by memcpy: nothing is asked of alignment.
 */
typedef struct {
    uint64_t bytes;
    uint32_t claims, flags, line, notice_status;
    uint32_t texts[ROW_TEXTS];
    uint32_t padding;
} head;

typedef struct {
    uint64_t line, start, end;
    uint32_t texts[SLS_CLAIM_TEXTS];
    int32_t confidence, weekday, sentence;
    uint32_t byte, character;
    uint8_t kind, bound, state, zone, inferred, padding[7];
} fixed;

typedef struct {
    char *bytes;
    size_t len, cap;
    sls_arena *arena;
    sls_str from[SLS_CLAIM_TEXTS]; /* what each text of a claim was last ... */
    uint32_t to[SLS_CLAIM_TEXTS];  /* ... and where it was put */
} writer;

static bool reserve(writer *w, size_t size)
{
    if (size <= w->cap - w->len)
        return true;
    size_t cap = w->cap;
    while (cap - w->len < size)
        cap *= 2;
    char *const larger = sls_arena_grow(w->arena, w->bytes, w->len, cap, 1);
    if (!larger)
        return false;
    w->bytes = larger;
    w->cap = cap;
    return true;
}

static bool put_text(writer *w, sls_str text, uint32_t *at)
{
    const uint32_t len = (uint32_t)text.len;
    *at = 0;
    if (text.len == 0)
        return true;
    if (text.len > UINT32_MAX / 2 || w->len > UINT32_MAX / 2 || !reserve(w, sizeof len + text.len))
        return false;
    *at = (uint32_t)w->len;
    memcpy(w->bytes + w->len, &len, sizeof len);
    memcpy(w->bytes + w->len + sizeof len, text.ptr, text.len);
    w->len += sizeof len + text.len;
    return true;
}

/* Texts repeat from claim to claim: the sentence, the outlet, the headline. */
static bool put_claim(writer *w, const sls_claim *claim, sls_column column, fixed *out)
{
    *out = (fixed){ .line = claim->line,
                    .start = claim->start,
                    .end = claim->end,
                    .confidence = claim->confidence,
                    .weekday = claim->weekday,
                    .sentence = claim->sentence,
                    .byte = column.byte,
                    .character = column.character,
                    .kind = (uint8_t)claim->kind,
                    .bound = (uint8_t)claim->bound,
                    .state = (uint8_t)claim->state,
                    .zone = (uint8_t)claim->zone,
                    .inferred = claim->state_inferred };
    for (size_t i = 0; i < SLS_CLAIM_TEXTS; i++) {
        const void *const at = (const char *)claim + sls_claim_text_at(i);
        const sls_str text = *(const sls_str *)at;
        if (text.len > 0 && !sls_str_eq(text, w->from[i])) {
            if (!put_text(w, text, &w->to[i]))
                return false;
            w->from[i] = text;
        }
        out->texts[i] = text.len > 0 ? w->to[i] : 0;
    }
    return true;
}

static bool put_all(writer *w, const sls_result *result, head *h)
{
    const sls_str texts[ROW_TEXTS] = { [ROW_ARTICLE] = result->row.article,
                                       [ROW_SOURCE] = result->row.source,
                                       [ROW_PUBLISHED] = result->row.published,
                                       [ROW_LANG] = result->row.lang,
                                       [ROW_NOTICE] = result->notice
                                                          ? sls_str_of(result->notice->message)
                                                          : (sls_str){ 0 } };
    for (size_t i = 0; i < ROW_TEXTS; i++)
        if (!put_text(w, texts[i], &h->texts[i]))
            return false;
    for (size_t n = 0; n < result->row.claims; n++) {
        fixed claim;
        if (!put_claim(w, &result->claims[n], result->columns[n], &claim))
            return false;
        memcpy(w->bytes + sizeof *h + n * sizeof claim, &claim, sizeof claim);
    }
    return true;
}

sls_status sls_kept_write(const sls_result *result, sls_kept_place place, sls_arena *arena,
                          sls_str *out)
{
    const size_t claims = result->row.claims;
    const size_t fixed_size = sizeof(head) + claims * sizeof(fixed);
    writer w = { .cap = fixed_size + (size_t)1024 + claims * 256,
                 .len = fixed_size,
                 .arena = arena };
    head h = { .bytes = result->row.bytes,
               .claims = (uint32_t)claims,
               .flags = (result->made ? MADE : 0U) | (place.placed ? PLACED : 0U) |
                        (result->notice ? NOTICED : 0U),
               .line = (uint32_t)place.line,
               .notice_status = result->notice ? (uint32_t)result->notice->status : 0 };
    if (claims > UINT32_MAX / sizeof(fixed) / 2 || place.line > UINT32_MAX)
        return SLS_ETOOBIG;
    w.bytes = sls_arena_alloc(arena, w.cap);
    if (!w.bytes || !put_all(&w, result, &h))
        return w.len > UINT32_MAX / 2 ? SLS_ETOOBIG : SLS_ENOMEM;
    memcpy(w.bytes, &h, sizeof h);
    const size_t rest = (8 - w.len % 8) % 8;
    if (!reserve(&w, rest))
        return SLS_ENOMEM;
    memset(w.bytes + w.len, 0, rest);
    *out = (sls_str){ w.bytes, w.len + rest };
    return SLS_OK;
}

static bool get_head(sls_str bytes, head *h)
{
    if (bytes.len < sizeof *h)
        return false;
    memcpy(h, bytes.ptr, sizeof *h);
    return h->claims <= (bytes.len - sizeof *h) / sizeof(fixed);
}

bool sls_kept_place_of(sls_str bytes, sls_kept_place *out)
{
    head h;
    if (!get_head(bytes, &h))
        return false;
    *out = (sls_kept_place){ (h.flags & PLACED) != 0, h.line };
    return true;
}

static bool get_text(sls_str bytes, uint32_t at, sls_str *out)
{
    uint32_t len;
    *out = (sls_str){ 0 };
    if (at == 0)
        return true;
    if (at > bytes.len - sizeof len)
        return false;
    memcpy(&len, bytes.ptr + at, sizeof len);
    if (len > bytes.len - sizeof len - at)
        return false;
    *out = (sls_str){ bytes.ptr + at + sizeof len, len };
    return true;
}

static bool get_claim(sls_str bytes, size_t n, sls_claim *claim, sls_column *column)
{
    fixed f;
    memcpy(&f, bytes.ptr + sizeof(head) + n * sizeof f, sizeof f);
    if (f.kind >= SLS_KINDS || f.bound >= SLS_BOUNDS || f.state >= SLS_STATES ||
        f.zone >= SLS_ZONES || f.inferred > 1)
        return false;
    *claim = (sls_claim){ .kind = (sls_kind)f.kind,
                          .line = f.line,
                          .start = f.start,
                          .end = f.end,
                          .bound = (sls_bound)f.bound,
                          .state = (sls_state)f.state,
                          .state_inferred = f.inferred == 1,
                          .confidence = f.confidence,
                          .zone = (sls_zone)f.zone,
                          .weekday = f.weekday,
                          .sentence = f.sentence };
    *column = (sls_column){ f.byte, f.character };
    for (size_t i = 0; i < SLS_CLAIM_TEXTS; i++)
        if (!get_text(bytes, f.texts[i], (sls_str *)(void *)((char *)claim + sls_claim_text_at(i))))
            return false;
    return true;
}

static sls_status get_notice(const head *h, sls_str message, sls_str path, size_t line,
                             sls_arena *arena, sls_result *out)
{
    char name[sizeof((sls_diag *)0)->path];
    const size_t length = path.len < sizeof name ? path.len : sizeof name - 1;
    sls_diag *const notice = sls_arena_calloc(arena, 1, sizeof *notice);
    if (!notice)
        return SLS_ENOMEM;
    if (length > 0)
        memcpy(name, path.ptr, length);
    name[length] = 0;
    sls_diag_set(notice, (sls_status)h->notice_status, name, line, "%.*s", SLS_FMT(message));
    out->notice = notice;
    out->row.reason = sls_str_of(notice->message);
    return SLS_OK;
}

sls_status sls_kept_read_row(sls_str bytes, sls_str path, size_t line, sls_arena *arena,
                             sls_result *out)
{
    sls_str texts[ROW_TEXTS];
    head h;
    if (!get_head(bytes, &h) || h.notice_status > SLS_EPATTERN)
        return SLS_ESYNTAX;
    for (size_t i = 0; i < ROW_TEXTS; i++)
        if (!get_text(bytes, h.texts[i], &texts[i]))
            return SLS_ESYNTAX;
    out->row = (sls_article_row){ .article = texts[ROW_ARTICLE],
                                  .path = path,
                                  .source = texts[ROW_SOURCE],
                                  .published = texts[ROW_PUBLISHED],
                                  .lang = texts[ROW_LANG],
                                  .bytes = h.bytes,
                                  .claims = h.claims };
    out->line = line;
    out->made = (h.flags & MADE) != 0;
    out->claims = NULL;
    out->columns = NULL;
    return h.flags & NOTICED ? get_notice(&h, texts[ROW_NOTICE], path, line, arena, out) : SLS_OK;
}

sls_status sls_kept_read_claims(sls_str bytes, sls_claim *claims, sls_column *columns)
{
    head h;
    if (!get_head(bytes, &h))
        return SLS_ESYNTAX;
    for (size_t n = 0; n < h.claims; n++)
        if (!get_claim(bytes, n, &claims[n], &columns[n]))
            return SLS_ESYNTAX;
    return SLS_OK;
}

sls_status sls_kept_read(sls_str bytes, sls_str path, size_t line, sls_arena *arena,
                         sls_result *out)
{
    const sls_status status = sls_kept_read_row(bytes, path, line, arena, out);
    if (status != SLS_OK)
        return status;
    out->claims = sls_arena_alloc(arena, (out->row.claims + 1) * sizeof *out->claims);
    out->columns = sls_arena_alloc(arena, (out->row.claims + 1) * sizeof *out->columns);
    if (!out->claims || !out->columns)
        return SLS_ENOMEM;
    return sls_kept_read_claims(bytes, out->claims, out->columns);
}
