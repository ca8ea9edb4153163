#include "model/group_csv.h"

#include "base/map.h"
#include "model/claim_csv.h"
#include "model/term.h"

#include <stdlib.h>

enum { ID, KIND, WHAT, ENTITIES, WHO, SCOPE, SCOPE_FROM, WITNESS, PAIRS, MORE, COLUMNS };

static const sls_str NAMES[COLUMNS] = {
    SLS_S("group_id"), SLS_S("group_kind"), SLS_S("group_what"), SLS_S("group_entities"),
    SLS_S("who"),      SLS_S("scope"),      SLS_S("scope_from"), SLS_S("witness"),
    SLS_S("pairs"),    SLS_S("more"),
};

/* "3:80:start 75,what 5;5:64:start 64": the pairs that member `m` begins, from `*pair` on. */
static sls_status pairs_text(const sls_group *group, uint32_t m, size_t *pair, sls_arena *scratch,
                             sls_str *out)
{
    sls_status status = SLS_OK;

    *out = (sls_str){ 0 };
    for (; *pair < group->pair_count && group->pairs[*pair].a == m && status == SLS_OK; ++*pair) {
        const sls_pair *p = &group->pairs[*pair];
        sls_str terms;

        status = sls_terms_write(&p->terms, scratch, &terms);
        if (status == SLS_OK)
            status = sls_arena_format(scratch, out, "%.*s%s%u:%d:%.*s", SLS_FMT(*out),
                                      out->len ? ";" : "", p->b, p->score, SLS_FMT(terms));
    }
    return status;
}

static sls_status write_group(sls_out *out, const sls_group *group, sls_arena *scratch)
{
    size_t pair = 0;

    for (uint32_t m = 0; m < group->count; m++) {
        const sls_member *member = &group->members[m];
        sls_str pairs;
        sls_status status = pairs_text(group, m, &pair, scratch, &pairs);

        if (status != SLS_OK)
            return status;
        sls_claims_cells(out, member->claim, false);
        sls_csv_cell_write(out, group->id, false);
        sls_csv_cell_write(out, sls_str_of(sls_kind_name(group->kind)), false);
        sls_csv_cell_write(out, group->what, false);
        sls_csv_cell_write(out, group->entities, false);
        sls_csv_cell_write(out, member->who, false);
        sls_csv_cell_write(out, member->scope, false);
        sls_csv_cell_write(out, member->scope_from, false);
        sls_csv_count_write(out, member->witness, false);
        sls_csv_cell_write(out, pairs, false);
        sls_csv_count_write(out, group->more, true);
        sls_arena_reset(scratch);
    }
    return SLS_OK;
}

sls_status sls_groups_write(sls_out *out, const sls_groups *groups, sls_arena *scratch)
{
    bool *grouped = calloc(groups->claim_count + 1, sizeof *grouped);
    sls_status status = grouped ? SLS_OK : SLS_ENOMEM;

    sls_claims_header_cells(out, false);
    for (size_t i = 0; i < COLUMNS; i++)
        sls_csv_cell_write(out, NAMES[i], i + 1 == COLUMNS);
    for (size_t g = 0; g < groups->group_count && status == SLS_OK; g++) {
        for (size_t m = 0; m < groups->groups[g].count; m++)
            grouped[groups->groups[g].members[m].claim - groups->claims] = true;
        status = write_group(out, &groups->groups[g], scratch);
    }
    for (size_t i = 0; i < groups->claim_count && status == SLS_OK; i++) {
        if (grouped[i])
            continue;
        sls_claims_cells(out, &groups->claims[i], false);
        for (size_t c = 0; c < COLUMNS; c++)
            sls_csv_cell_write(out, (sls_str){ 0 }, c + 1 == COLUMNS);
    }
    free(grouped);
    return status;
}

typedef struct {
    const char *path;
    sls_diag *diag;
    sls_arena *arena, *scratch;
    sls_csv csv; /* in scratch, but for its cells' bytes */
    size_t column[COLUMNS];
    sls_claim *read;    /* per row; in scratch */
    uint32_t *claim_of; /* per row: index in out->claims; in scratch */
    sls_groups *out;
} reader;

static sls_str cell(const reader *r, size_t row, int column)
{
    return sls_csv_cell(&r->csv.rows[row], r->column[column]);
}

static sls_status bad(const reader *r, size_t row, const char *what)
{
    return sls_diag_set(r->diag, SLS_ESYNTAX, r->path, r->csv.rows[row].line,
                        "%s: feed compare with what selisih match wrote", what);
}

static bool number(sls_str text, uint32_t *out)
{
    uint64_t n = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || n > UINT32_MAX / 10)
            return false;
        n = 10 * n + (uint64_t)(text.ptr[i] - '0');
    }
    *out = (uint32_t)n;
    return n <= UINT32_MAX;
}

static int by_order(const void *x, const void *y)
{
    const sls_claim *a = *(const sls_claim *const *)x, *b = *(const sls_claim *const *)y;
    const int order = sls_claim_order(a, b);

    return order != 0 ? order : sls_str_cmp(a->id, b->id);
}

/* Every claim once, in order, and which of them each row is. */
static sls_status unique_claims(reader *r)
{
    const size_t count = r->csv.count;
    sls_claim **order = sls_arena_calloc(r->scratch, count + 1, sizeof *order);

    r->claim_of = sls_arena_calloc(r->scratch, count + 1, sizeof *r->claim_of);
    r->out->claims = sls_arena_calloc(r->arena, count + 1, sizeof *r->out->claims);
    if (!order || !r->claim_of || !r->out->claims)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        order[i] = &r->read[i];
    if (count > 0)
        qsort(order, count, sizeof *order, by_order);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || by_order(&order[i - 1], &order[i]) != 0)
            r->out->claims[r->out->claim_count++] = *order[i];
        r->claim_of[order[i] - r->read] = (uint32_t)(r->out->claim_count - 1);
    }
    return SLS_OK;
}

static sls_status read_pairs(reader *r, size_t row, uint32_t member, sls_group *group)
{
    sls_str rest = cell(r, row, PAIRS), piece;

    while (sls_str_split(&rest, ';', &piece)) {
        const size_t colon = sls_str_find_byte(piece, ':');
        const sls_str rest_of =
            colon == SIZE_MAX ? (sls_str){ 0 } : sls_str_slice(piece, colon + 1, piece.len);
        const size_t second = sls_str_find_byte(rest_of, ':');
        sls_terms terms = { .count = 0 };
        uint32_t other, score;

        if (colon == SIZE_MAX || !number(sls_str_slice(piece, 0, colon), &other) ||
            !number(sls_str_slice(rest_of, 0, second), &score) || other <= member ||
            other >= group->count || score > 100)
            return bad(r, row, "column pairs names no later member with a score");
        if (second != SIZE_MAX &&
            sls_terms_read(sls_str_slice(rest_of, second + 1, rest_of.len), &terms) != SLS_OK)
            return bad(r, row, "column pairs names a term that is none");
        group->pairs[group->pair_count++] = (sls_pair){ member, other, (int)score, terms };
    }
    return SLS_OK;
}

static size_t pairs_in(const reader *r, size_t first, size_t last)
{
    size_t pairs = 0;

    for (size_t row = first; row < last; row++) {
        sls_str rest = cell(r, row, PAIRS), piece;

        while (sls_str_split(&rest, ';', &piece))
            pairs++;
    }
    return pairs;
}

/* Rows [first, last), all of one group. */
static sls_status read_group(reader *r, size_t first, size_t last)
{
    sls_group *group = &r->out->groups[r->out->group_count++];
    uint32_t more = 0;

    *group = (sls_group){ .id = cell(r, first, ID),
                          .what = cell(r, first, WHAT),
                          .entities = cell(r, first, ENTITIES),
                          .count = last - first };
    if (sls_kind_of(cell(r, first, KIND), &group->kind) != SLS_OK)
        return bad(r, first, "column group_kind is no kind");
    if (!number(cell(r, first, MORE), &more))
        return bad(r, first, "column more is no number");
    group->more = more;
    group->members = sls_arena_calloc(r->arena, group->count, sizeof *group->members);
    group->pairs = sls_arena_calloc(r->arena, pairs_in(r, first, last) + 1, sizeof *group->pairs);
    if (!group->members || !group->pairs)
        return SLS_ENOMEM;
    for (size_t row = first; row < last; row++) {
        sls_member *m = &group->members[row - first];
        sls_status status;

        *m = (sls_member){ .claim = &r->out->claims[r->claim_of[row]],
                           .who = cell(r, row, WHO),
                           .scope = cell(r, row, SCOPE),
                           .scope_from = cell(r, row, SCOPE_FROM) };
        if (!number(cell(r, row, WITNESS), &m->witness))
            return bad(r, row, "column witness is no number");
        status = read_pairs(r, row, (uint32_t)(row - first), group);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

static sls_status read_all(reader *r, sls_str text)
{
    sls_status status = sls_csv_read_apart(text, r->path, r->arena, r->scratch, &r->csv, r->diag);

    if (status == SLS_OK)
        status = sls_claims_of(&r->csv, r->path, r->arena, r->scratch, &r->read, r->diag);
    if (status != SLS_OK)
        return status;
    for (int c = 0; c < COLUMNS; c++)
        r->column[c] = sls_csv_column(&r->csv, NAMES[c]);
    if (r->column[ID] == SIZE_MAX)
        return sls_diag_set(r->diag, SLS_ESYNTAX, r->path, 1,
                            "no column group_id: feed compare with what selisih match wrote");
    status = unique_claims(r);
    r->out->groups = sls_arena_calloc(r->arena, r->csv.count + 1, sizeof *r->out->groups);
    if (status == SLS_OK && !r->out->groups)
        status = SLS_ENOMEM;
    for (size_t first = 0, last; first < r->csv.count && status == SLS_OK; first = last) {
        last = first + 1;
        if (cell(r, first, ID).len == 0)
            continue;
        while (last < r->csv.count && sls_str_eq(cell(r, last, ID), cell(r, first, ID)))
            last++;
        status = read_group(r, first, last);
    }
    return status;
}

sls_status sls_groups_read(sls_str text, const char *path, sls_arena *arena, sls_groups *out,
                           sls_diag *diag)
{
    reader r = {
        .path = path, .diag = diag, .arena = arena, .scratch = sls_arena_new(0), .out = out
    };

    *out = (sls_groups){ 0 };
    const sls_status status = r.scratch ? read_all(&r, text) : SLS_ENOMEM;
    sls_arena_free(r.scratch);
    return status;
}
