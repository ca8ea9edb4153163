#include "check/kept.h"

#include "check/store.h"

#include <string.h>

/* Texts of a row and of its notice. */
enum { ROW_ARTICLE, ROW_SOURCE, ROW_PUBLISHED, ROW_LANG, ROW_NOTICE, ROW_TEXTS };
enum { MADE = 1, PLACED = 2, NOTICED = 4 };

/*
 * The head, then `claims` claims, then texts: each its length and its bytes. A text is named by its
 * offset from the first one, 0 when it is empty. All by memcpy: nothing is asked of alignment.
 */
typedef struct {
    uint64_t bytes;
    uint32_t claims, flags, line, notice_status;
    uint32_t texts[ROW_TEXTS];
    uint32_t begin; /* of the texts */
} head;

/* A claim; behind it the offsets of its texts that are others than those of the claim before. */
typedef struct {
    uint32_t some, fresh; /* a bit for each text: it is not empty; its offset follows */
    uint32_t line, start, end;
    int32_t sentence;
    uint32_t byte, character;
    uint8_t confidence, weekday, kind, bound, state, zone, inferred, padding;
} fixed;

_Static_assert(SLS_CLAIM_TEXTS <= 32, "each text has a bit");

typedef struct {
    char *bytes; /* of texts; the first ones are no text, so that none has the offset 0 */
    size_t len, cap;
    sls_arena *arena;
    char *claims;
    size_t claims_len;
    bool failed;                   /* memory ran out */
    sls_str from[SLS_CLAIM_TEXTS]; /* what each text of a claim was last ... */
    uint32_t to[SLS_CLAIM_TEXTS];  /* ... and where it was put */
} writer;

enum { CLAIM_MOST = sizeof(fixed) + SLS_CLAIM_TEXTS * sizeof(uint32_t), NO_TEXT = 8 };

static bool reserve(writer *w, size_t size)
{
    if (size <= w->cap - w->len)
        return true;
    size_t cap = w->cap;
    while (cap - w->len < size)
        cap *= 2;
    char *const larger = sls_arena_grow(w->arena, w->bytes, w->len, cap, 1);
    w->failed = !larger;
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

/* False: something of the claim has no room in what is kept of it. */
static bool put_fixed(const sls_claim *claim, sls_column column, fixed *out)
{
    *out = (fixed){ .line = (uint32_t)claim->line,
                    .start = (uint32_t)claim->start,
                    .end = (uint32_t)claim->end,
                    .sentence = claim->sentence,
                    .byte = column.byte,
                    .character = column.character,
                    .confidence = (uint8_t)claim->confidence,
                    .weekday = (uint8_t)claim->weekday,
                    .kind = (uint8_t)claim->kind,
                    .bound = (uint8_t)claim->bound,
                    .state = (uint8_t)claim->state,
                    .zone = (uint8_t)claim->zone,
                    .inferred = claim->state_inferred };
    return out->line == claim->line && out->start == claim->start && out->end == claim->end &&
           out->confidence == claim->confidence && out->weekday == claim->weekday;
}

/* Texts repeat from claim to claim: the sentence, the outlet, the headline. */
static bool put_claim(writer *w, const sls_claim *claim, sls_column column)
{
    fixed f;
    char *const at = w->claims + w->claims_len;
    size_t len = sizeof f;
    if (!put_fixed(claim, column, &f))
        return false;
    for (size_t i = 0; i < SLS_CLAIM_TEXTS; i++) {
        const void *const field = (const char *)claim + sls_claim_text_at(i);
        const sls_str text = *(const sls_str *)field;
        if (text.len == 0)
            continue;
        f.some |= UINT32_C(1) << i;
        if (sls_str_eq(text, w->from[i]))
            continue;
        if (!put_text(w, text, &w->to[i]))
            return false;
        w->from[i] = text;
        f.fresh |= UINT32_C(1) << i;
        memcpy(at + len, &w->to[i], sizeof w->to[i]);
        len += sizeof w->to[i];
    }
    memcpy(at, &f, sizeof f);
    w->claims_len += len;
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
    for (size_t n = 0; n < result->row.claims; n++)
        if (!put_claim(w, &result->claims[n], result->columns[n]))
            return false;
    return true;
}

/* Head, claims and texts behind each other. */
static sls_status join_parts(const writer *w, head *h, sls_str *out)
{
    const size_t begin = sizeof *h + w->claims_len, len = begin + w->len, rest = (8 - len % 8) % 8;
    char *const bytes = sls_arena_alloc(w->arena, len + rest);
    if (!bytes)
        return SLS_ENOMEM;
    h->begin = (uint32_t)begin;
    memcpy(bytes, h, sizeof *h);
    if (w->claims_len > 0)
        memcpy(bytes + sizeof *h, w->claims, w->claims_len);
    memcpy(bytes + begin, w->bytes, w->len);
    memset(bytes + len, 0, rest);
    *out = (sls_str){ bytes, len + rest };
    return SLS_OK;
}

sls_status sls_kept_write(const sls_result *result, sls_kept_place place, sls_arena *arena,
                          sls_str *out)
{
    const size_t claims = result->row.claims;
    writer w = { .cap = (size_t)1024 + claims * 256, .len = NO_TEXT, .arena = arena };
    head h = { .bytes = result->row.bytes,
               .claims = (uint32_t)claims,
               .flags = (result->made ? MADE : 0U) | (place.placed ? PLACED : 0U) |
                        (result->notice ? NOTICED : 0U),
               .line = (uint32_t)place.line,
               .notice_status = result->notice ? (uint32_t)result->notice->status : 0 };
    if (claims > UINT32_MAX / CLAIM_MOST / 2 || place.line > UINT32_MAX)
        return SLS_ETOOBIG;
    w.bytes = sls_arena_alloc(arena, w.cap);
    w.claims = sls_arena_alloc(arena, claims * CLAIM_MOST);
    if (!w.bytes || !w.claims)
        return SLS_ENOMEM;
    memset(w.bytes, 0, NO_TEXT);
    if (!put_all(&w, result, &h))
        return w.failed ? SLS_ENOMEM : SLS_ETOOBIG;
    return join_parts(&w, &h, out);
}

static bool get_head(sls_str bytes, head *h)
{
    if (bytes.len < sizeof *h)
        return false;
    memcpy(h, bytes.ptr, sizeof *h);
    return h->begin >= sizeof *h && h->begin <= bytes.len &&
           h->claims <= (h->begin - sizeof *h) / sizeof(fixed);
}

bool sls_kept_place_of(sls_str bytes, sls_kept_place *out)
{
    head h;
    if (!get_head(bytes, &h))
        return false;
    *out = (sls_kept_place){ (h.flags & PLACED) != 0, h.line };
    return true;
}

/* Of the texts of an article. */
static bool get_text(sls_str texts, uint32_t at, sls_str *out)
{
    uint32_t len;
    *out = (sls_str){ 0 };
    if (at == 0)
        return true;
    if (texts.len < sizeof len || at > texts.len - sizeof len)
        return false;
    memcpy(&len, texts.ptr + at, sizeof len);
    if (len > texts.len - sizeof len - at)
        return false;
    *out = (sls_str){ texts.ptr + at + sizeof len, len };
    return true;
}

/* What is read claim by claim. */
typedef struct {
    sls_str claims, texts;         /* what is left of the ones, all of the others */
    sls_str last[SLS_CLAIM_TEXTS]; /* the last text of each that was not empty */
} reader;

static bool get_fixed(reader *r, fixed *f)
{
    if (r->claims.len < sizeof *f)
        return false;
    memcpy(f, r->claims.ptr, sizeof *f);
    r->claims = sls_str_slice(r->claims, sizeof *f, r->claims.len);
    return f->kind < SLS_KINDS && f->bound < SLS_BOUNDS && f->state < SLS_STATES &&
           f->zone < SLS_ZONES && f->inferred <= 1;
}

static bool get_offset(reader *r, uint32_t *out)
{
    if (r->claims.len < sizeof *out)
        return false;
    memcpy(out, r->claims.ptr, sizeof *out);
    r->claims = sls_str_slice(r->claims, sizeof *out, r->claims.len);
    return true;
}

static bool get_claim(reader *r, sls_claim *claim, sls_column *column)
{
    fixed f;
    if (!get_fixed(r, &f))
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
    if (column)
        *column = (sls_column){ f.byte, f.character };
    for (size_t i = 0; i < SLS_CLAIM_TEXTS; i++) {
        uint32_t at;
        if (f.fresh >> i & 1 && (!get_offset(r, &at) || !get_text(r->texts, at, &r->last[i])))
            return false;
        if (f.some >> i & 1)
            *(sls_str *)(void *)((char *)claim + sls_claim_text_at(i)) = r->last[i];
    }
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
        if (!get_text(sls_str_slice(bytes, h.begin, bytes.len), h.texts[i], &texts[i]))
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
    reader r = { .claims = sls_str_slice(bytes, sizeof h, h.begin),
                 .texts = sls_str_slice(bytes, h.begin, bytes.len) };
    for (size_t n = 0; n < h.claims; n++)
        if (!get_claim(&r, &claims[n], columns ? &columns[n] : NULL))
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
