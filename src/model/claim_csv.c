#include "model/claim_csv.h"

#include "base/map.h"
#include "base/sort.h"
#include "model/sense.h"

#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef enum { TEXT, SIZE, COUNT, INDEX, KIND, BOUND, STATE, ZONE } cell_type;

/* One column: where its value lies in a claim, and how it is written. */
typedef struct {
    sls_str name;
    size_t offset;
    cell_type type;
    int fallback; /* COUNT: what an empty cell means */
    int max;      /* COUNT, INDEX: highest value allowed; of an INDEX below 0 too */
} column;

#define AT(member) offsetof(sls_claim, member)

/*
 * The contract's columns in its order, then those that match needs. Columns are added at the
 * end, never renamed or moved. A row that an editor wrote by hand, with no word on confidence,
 * is certain.
 */
/* clang-format off */
#define COLUMNS_OF(X)                                                                              \
    X(claim_id, id, TEXT, 0, 0) X(article, article, TEXT, 0, 0)                                    \
    X(source, source, TEXT, 0, 0) X(published, published, TEXT, 0, 0)                              \
    X(lang, lang, TEXT, 0, 0) X(kind, kind, KIND, 0, 0) X(line, line, SIZE, 0, 0)                  \
    X(start, start, SIZE, 0, 0) X(end, end, SIZE, 0, 0) X(surface, surface, TEXT, 0, 0)            \
    X(what, what, TEXT, 0, 0) X(value, value, TEXT, 0, 0) X(bound, bound, BOUND, 0, 0)             \
    X(unit, unit, TEXT, 0, 0) X(entities, entities, TEXT, 0, 0) X(place, place, TEXT, 0, 0)        \
    X(as_of, as_of, TEXT, 0, 0) X(status, state, STATE, 0, 0)                                      \
    X(speaker, speaker, TEXT, 0, 0) X(confidence, confidence, COUNT, 100, 100)                     \
    X(quote, quote, TEXT, 0, 0) X(zone, zone, ZONE, 0, 0) X(credit, credit, TEXT, 0, 0)            \
    X(url, url, TEXT, 0, 0) X(headline, headline, TEXT, 0, 0) X(event, event, TEXT, 0, 0)          \
    X(object, object, TEXT, 0, 0) X(context, context, TEXT, 0, 0)                                  \
    X(subject, subject, TEXT, 0, 0) X(scope_hint, scope_hint, TEXT, 0, 0)                          \
    X(weekday, weekday, COUNT, 0, 7) X(sentence, sentence, INDEX, 0, INT_MAX)                      \
    X(ordinal, ordinal, TEXT, 0, 0) X(stance, stance, TEXT, 0, 0)                                  \
    X(agent, agent, TEXT, 0, 0) X(patient, patient, TEXT, 0, 0)
/* clang-format on */

static const column COLUMNS[] = {
#define X(name, member, type, fallback, max) { SLS_S(#name), AT(member), type, fallback, max },
    COLUMNS_OF(X)
#undef X
};

enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

static bool is_last(size_t i)
{
    return i + 1 == COLUMN_COUNT;
}

void sls_claims_header_cells(sls_out *out, bool ends)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        sls_csv_cell_write(out, COLUMNS[i].name, ends && is_last(i));
}

void sls_claims_header(sls_out *out)
{
    sls_claims_header_cells(out, true);
}

/* A name of ours, which needs no quotes. */
static char *put_name(char *to, const char *name)
{
    const size_t len = strlen(name);

    memcpy(to, name, len);
    return to + len;
}

static char *put_index(char *to, int index)
{
    if (index < 0)
        *to++ = '-';
    return sls_csv_count_put(to, index < 0 ? (size_t)-index : (size_t)index);
}

static char *put_state(char *to, const sls_claim *claim)
{
    to = put_name(to, sls_state_name(claim->state));
    if (claim->state_inferred)
        *to++ = '?';
    return to;
}

void sls_claims_row(sls_out *out, const sls_claim *claim)
{
    sls_claims_cells(out, claim, true);
}

static char *put_field(char *to, const column *c, const sls_claim *claim)
{
    const void *field = (const char *)claim + c->offset;

    if (c->type == TEXT) /* as most cells; a switch alone is a jump that nothing foretells */
        return sls_csv_cell_put(to, *(const sls_str *)field);
    switch (c->type) {
    case TEXT:
        break;
    case SIZE:
        return sls_csv_count_put(to, *(const size_t *)field);
    case COUNT:
        return sls_csv_count_put(to, (size_t) * (const int *)field);
    case INDEX:
        return put_index(to, *(const int *)field);
    case KIND:
        return put_name(to, sls_kind_name(claim->kind));
    case BOUND:
        return put_name(to, sls_bound_name(claim->bound));
    case STATE:
        return put_state(to, claim);
    case ZONE:
        return put_name(to, sls_zone_name(claim->zone));
    }
    return to;
}

/* Bytes that a cell can take at most; one that is no text has a number or a name of ours. */
#define ROOM_TEXT(member)  sls_csv_room(claim->member)
#define ROOM_SIZE(member)  SLS_CSV_COUNT
#define ROOM_COUNT(member) SLS_CSV_COUNT
#define ROOM_INDEX(member) SLS_CSV_COUNT
#define ROOM_KIND(member)  SLS_CSV_COUNT
#define ROOM_BOUND(member) SLS_CSV_COUNT
#define ROOM_ZONE(member)  SLS_CSV_COUNT
#define ROOM_STATE(member) SLS_CSV_COUNT

/*
 * Bytes that a row can take at most: the sum over all cells is sooner found than which of them the
 * row before has.
 */
static size_t room_for(const sls_claim *claim)
{
    size_t total = 0;

#define X(name, member, type, fallback, max) total += ROOM_##type(member);
    COLUMNS_OF(X)
#undef X
    return total;
}

/* A row as it was written, for the next one to copy from. */
typedef struct {
    const sls_claim *claim; /* NULL: there is none */
    const char *text;
    uint32_t cell[COLUMN_COUNT + 1]; /* where each cell begins; the last: the row's end */
} written_row;

/* Whether claims a and b have the same in a member: bytes, or a number. */
#define SAME_TEXT(member)  ((a->member.ptr == b->member.ptr) & (a->member.len == b->member.len))
#define SAME_SIZE(member)  (a->member == b->member)
#define SAME_COUNT(member) SAME_SIZE(member)
#define SAME_INDEX(member) SAME_SIZE(member)
#define SAME_KIND(member)  SAME_SIZE(member)
#define SAME_BOUND(member) SAME_SIZE(member)
#define SAME_ZONE(member)  SAME_SIZE(member)
#define SAME_STATE(member) (SAME_SIZE(member) & (a->state_inferred == b->state_inferred))

/*
 * Which cells `claim` shares with the row before, a bit each: they hold the same bytes, or
 * numbers. Written out for each column, without a branch, as half of all cells are shared and
 * nothing foretells which.
 */
static uint64_t shared_with(const written_row *before, const sls_claim *claim)
{
    const sls_claim *const a = before->claim, *const b = claim;
    uint64_t shared = 0;
    unsigned i = 0;

    _Static_assert(COLUMN_COUNT < 64, "a bit for each column, and 0 behind the last");
    if (!a)
        return 0;
#define X(name, member, type, fallback, max) shared |= (uint64_t)SAME_##type(member) << i++;
    COLUMNS_OF(X)
#undef X
    return shared;
}

/*
 * The cells of `claim`, each with its separator, from `to` on; `*at` is the row before on entry
 * and this row on return. Neighbours that both rows share are copied at once.
 */
static char *put_cells(char *to, const sls_claim *claim, uint64_t shared, bool ends,
                       written_row *at)
{
    const written_row before = *at;
    const char *const text = to;

    at->claim = claim;
    at->text = text;
    for (unsigned i = 0; i < COLUMN_COUNT;) {
        const unsigned alike = (unsigned)__builtin_ctzll(~(shared >> i));
        const uint32_t behind = (uint32_t)(to - text) - before.cell[i];

        for (unsigned k = i; k < i + alike; k++)
            at->cell[k] = before.cell[k] + behind;
        if (alike > 0) {
            const size_t len = before.cell[i + alike] - before.cell[i];

            memcpy(to, before.text + before.cell[i], len);
            to += len;
        }
        for (i += alike; i < COLUMN_COUNT && !(shared >> i & 1); i++) {
            at->cell[i] = (uint32_t)(to - text);
            to = put_field(to, &COLUMNS[i], claim);
            *to++ = ',';
        }
    }
    if (ends)
        to[-1] = '\n';
    at->cell[COLUMN_COUNT] = (uint32_t)(to - text);
    return to;
}

void sls_claims_cells(sls_out *out, const sls_claim *claim, bool ends)
{
    written_row at = { .claim = NULL };
    char *const room = sls_out_room(out, room_for(claim));

    if (room)
        sls_out_advance(out, (size_t)(put_cells(room, claim, 0, ends, &at) - room));
}

void sls_claims_rows(sls_out *out, const sls_claim *claims, size_t count)
{
    written_row at = { .claim = NULL };

    for (size_t i = 0; i < count; i++) {
        char *const room = sls_out_room(out, room_for(&claims[i]));
        uint64_t shared;

        if (!room)
            return;
        shared = shared_with(&at, &claims[i]);
        if (shared && at.text + at.cell[COLUMN_COUNT] != room)
            shared = 0; /* the row before was written out, or moved to a larger buffer */
        sls_out_advance(out, (size_t)(put_cells(room, &claims[i], shared, true, &at) - room));
    }
}

/* ASCII digits up to `max`, nothing else. SLS_OK or SLS_ESYNTAX. */
static sls_status read_number(sls_str cell, size_t max, size_t *out)
{
    size_t value = 0;

    for (size_t i = 0; i < cell.len; i++) {
        const unsigned digit = (unsigned)(unsigned char)cell.ptr[i] - '0';
        if (digit > 9 || value > max / 10 || digit > max - value * 10)
            return SLS_ESYNTAX;
        value = value * 10 + digit;
    }
    *out = value;
    return cell.len ? SLS_OK : SLS_ESYNTAX;
}

static sls_status read_index(sls_str cell, size_t max, int *out)
{
    const bool below = sls_str_starts(cell, SLS_STR("-"));
    size_t number;
    const sls_status status = read_number(sls_str_slice(cell, below, cell.len), max, &number);

    if (status == SLS_OK)
        *out = below ? -(int)number : (int)number;
    return status;
}

static sls_status read_state(sls_str cell, sls_claim *claim)
{
    claim->state_inferred = sls_str_ends(cell, SLS_STR("?"));
    return sls_state_of(sls_str_slice(cell, 0, cell.len - claim->state_inferred), &claim->state);
}

/* A cell that is not empty. Any status but SLS_OK: the column does not allow it. */
static sls_status read_cell(const column *c, sls_str cell, sls_claim *claim)
{
    void *field = (char *)claim + c->offset;
    size_t number;
    sls_status status = SLS_OK;

    switch (c->type) {
    case TEXT:
        *(sls_str *)field = cell;
        break;
    case SIZE:
        status = read_number(cell, SIZE_MAX, field);
        break;
    case COUNT:
        status = read_number(cell, (size_t)c->max, &number);
        if (status == SLS_OK)
            *(int *)field = (int)number;
        break;
    case INDEX:
        status = read_index(cell, (size_t)c->max, field);
        break;
    case KIND:
        status = sls_kind_of(cell, &claim->kind);
        break;
    case BOUND:
        status = sls_bound_of(cell, &claim->bound);
        break;
    case STATE:
        status = read_state(cell, claim);
        break;
    case ZONE:
        status = sls_zone_of(cell, &claim->zone);
        break;
    }
    return status;
}

/* `columns`: for each of ours its place in the file, or SIZE_MAX. */
static sls_status read_row(const sls_csv_row *row, const size_t *columns, const char *path,
                           sls_claim *claim, sls_diag *diag)
{
    *claim = (sls_claim){ .kind = SLS_KINDS };
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        const column *c = &COLUMNS[i];
        const sls_str cell = sls_csv_cell(row, columns[i]);

        if (cell.len == 0 && c->type == COUNT)
            *(int *)((char *)claim + c->offset) = c->fallback;
        if (cell.len == 0)
            continue;
        if (read_cell(c, cell, claim) != SLS_OK)
            return sls_diag_set(diag, SLS_ESYNTAX, path, row->line,
                                "column %s cannot be '%.*s': see the claims format", c->name.ptr,
                                cell.len < 80 ? (int)cell.len : 80, cell.ptr);
    }
    if (claim->kind == SLS_KINDS)
        return sls_diag_set(diag, SLS_ESYNTAX, path, row->line,
                            "column kind is empty: write quantity, date, title, place, "
                            "identifier, name or score");
    if (claim->start > claim->end)
        return sls_diag_set(diag, SLS_ESYNTAX, path, row->line, "column end is before start");
    return SLS_OK;
}

static sls_status read_rows(const sls_csv *csv, const char *path, sls_arena *arena,
                            sls_claim *claims, sls_diag *diag)
{
    size_t columns[COLUMN_COUNT];

    for (size_t i = 0; i < COLUMN_COUNT; i++)
        columns[i] = sls_csv_column(csv, COLUMNS[i].name);
    for (size_t i = 0; i < csv->count; i++) {
        sls_status status = read_row(&csv->rows[i], columns, path, &claims[i], diag);
        if (status != SLS_OK)
            return status;
        if (claims[i].id.len == 0)
            status = sls_claim_identify(&claims[i], arena);
        if (status != SLS_OK)
            return sls_diag_set(diag, status, path, csv->rows[i].line,
                                "out of memory while reading claims");
    }
    return SLS_OK;
}

sls_status sls_claims_of(const sls_csv *csv, const char *path, sls_arena *texts, sls_arena *arena,
                         sls_claim **claims, sls_diag *diag)
{
    sls_claim *read = sls_arena_calloc(arena, csv->count, sizeof *read);

    if (!read)
        return sls_diag_set(diag, SLS_ENOMEM, path, 0, "out of memory while reading claims");
    const sls_status status = read_rows(csv, path, texts, read, diag);
    if (status == SLS_OK)
        *claims = read;
    return status;
}

sls_status sls_claims_read(sls_str text, const char *path, sls_arena *arena, sls_claim **claims,
                           size_t *count, sls_diag *diag)
{
    sls_csv csv;
    sls_arena *rows = sls_arena_new(0);
    sls_status status = rows ? sls_csv_read_apart(text, path, arena, rows, &csv, diag) : SLS_ENOMEM;

    if (status == SLS_OK)
        status = sls_claims_of(&csv, path, arena, arena, claims, diag);
    if (status == SLS_OK)
        *count = csv.count;
    sls_arena_free(rows);
    return status;
}

/* Lowest byte first on every machine. */
static void put_word(unsigned char *to, uint64_t word)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    memcpy(to, &word, sizeof word);
#else
    for (int i = 0; i < 8; i++)
        to[i] = (unsigned char)(word >> (8 * i));
#endif
}

enum { ID = 16 }; /* hex digits */

/* A hash of the fields' hashes, so that no separator has to be kept out of the fields. */
static void identify(sls_claim *claim, uint64_t article, char text[ID])
{
    unsigned char words[40];

    put_word(words, article);
    put_word(words + 8, sls_hash(sls_str_of(sls_kind_name(claim->kind))));
    put_word(words + 16, sls_hash(claim->what));
    put_word(words + 24, sls_hash(claim->value));
    put_word(words + 32, sls_claim_is_titled(claim) ? ~(uint64_t)claim->start : claim->start);

    uint64_t hash = sls_hash((sls_str){ (const char *)words, sizeof words });
    for (size_t i = ID; i-- > 0; hash >>= 4)
        text[i] = "0123456789abcdef"[hash & 15];
    claim->id = (sls_str){ text, ID };
}

sls_status sls_claims_identify(sls_claim *claims, size_t count, sls_arena *arena)
{
    char *const text = sls_arena_alloc(arena, count * ID);
    uint64_t article = 0;

    if (!text)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !sls_str_eq(claims[i].article, claims[i - 1].article))
            article = sls_hash(claims[i].article);
        identify(&claims[i], article, text + i * ID);
    }
    return SLS_OK;
}

sls_status sls_claim_identify(sls_claim *claim, sls_arena *arena)
{
    return sls_claims_identify(claim, 1, arena);
}

static int order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

int sls_claim_place_order(const sls_claim *a, const sls_claim *b)
{
    const int result = (int)sls_claim_is_titled(b) - (int)sls_claim_is_titled(a);

    return result ? result : order(a->start, b->start);
}

int sls_claim_order(const sls_claim *a, const sls_claim *b)
{
    /* claims of one article lie behind each other, and share its name */
    int result = a->article.ptr == b->article.ptr ? order(a->article.len, b->article.len)
                                                  : sls_str_cmp(a->article, b->article);

    if (result == 0)
        result = sls_claim_place_order(a, b);
    if (result == 0)
        result = order(a->end, b->end);
    if (result == 0)
        result = order((size_t)a->kind, (size_t)b->kind);
    if (result == 0)
        result = sls_str_cmp(a->what, b->what);
    return result ? result : sls_str_cmp(a->value, b->value);
}

static int by_order(const void *a, const void *b)
{
    return sls_claim_order(a, b);
}

void sls_claims_sort(sls_claim *claims, size_t count)
{
    (void)sls_sort(claims, count, sizeof *claims, by_order);
}
