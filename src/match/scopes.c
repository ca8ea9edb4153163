#include "match/scopes.h"

#include "base/ascii.h"
#include "base/vec.h"
#include "lexicon/lexicon.h"

#include <stdlib.h>

/* The titles of a person with one office and known scope. */
typedef struct {
    uint32_t person;
    uint32_t claims;
    sls_str office, scope;
} known_row;

typedef SLS_VEC(known_row) known_rows;

bool sls_scope_is_country(sls_str scope)
{
    return scope.len == 2 && sls_is_upper(scope.ptr[0]) && sls_is_upper(scope.ptr[1]);
}

static int by_person(const void *x, const void *y)
{
    const known_row *const a = x, *const b = y;
    if (a->person != b->person)
        return a->person < b->person ? -1 : 1;
    const int order = sls_str_cmp(a->scope, b->scope);
    return order != 0 ? order : sls_str_cmp(a->office, b->office);
}

/* Whether an office belongs to a country, so that a country can close it. */
static bool is_national(sls_str office)
{
    const sls_str kind = sls_lexicon_attribute(SLS_C_OFFICE, office, "scope");
    return kind.len == 0 || sls_str_eq(kind, SLS_STR("country"));
}

/*
 * The scope that most claims of [at, at + count) name; only those of `office` when it is not
 * empty, else countries. Empty when none or two are the most. Rows stand by scope.
 */
static sls_str commonest(const known_row *at, size_t count, sls_str office)
{
    sls_str best = { 0 };
    size_t most = 0;
    bool tie = false;
    for (size_t i = 0; i < count;) {
        size_t votes = 0, j = i;
        for (; j < count && sls_str_eq(at[j].scope, at[i].scope); j++)
            if (office.len ? sls_str_eq(at[j].office, office) : sls_scope_is_country(at[j].scope))
                votes += at[j].claims;
        if (votes > most)
            best = at[i].scope;
        tie = votes > most ? false : tie || (votes > 0 && votes == most);
        most = votes > most ? votes : most;
        i = j;
    }
    return tie ? (sls_str){ 0 } : best;
}

static sls_str from_person(const known_rows *known, const sls_bearer *bearer)
{
    if (bearer->person == SLS_NOBODY || known->len == 0) /* no rows have no address to count from */
        return (sls_str){ 0 };
    size_t low = 0, high = known->len;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (known->at[middle].person < bearer->person)
            low = middle + 1;
        else
            high = middle;
    }
    size_t count = 0;
    while (low + count < known->len && known->at[low + count].person == bearer->person)
        count++;
    const sls_str own = commonest(known->at + low, count, bearer->office);
    if (own.len > 0 || !is_national(bearer->office))
        return own;
    return commonest(known->at + low, count, (sls_str){ 0 });
}

/* One CODE=reason of a hint list. */
static bool next_hint(sls_str *rest, sls_str *code, sls_str *reason)
{
    sls_str pair;
    while (sls_str_split(rest, ';', &pair)) {
        const size_t at = sls_str_find_byte(pair, '=');
        *code = sls_str_slice(pair, 0, at);
        *reason = at == SIZE_MAX ? (sls_str){ 0 } : sls_str_slice(pair, at + 1, pair.len);
        if (code->len > 0 && reason->len > 0)
            return true;
    }
    return false;
}

/*
 * The code of the first reason that names only one: hints stand best first, and
 * a reason that names two countries tells nothing.
 */
static sls_str from_hints(const sls_bearer *bearer, sls_str *reason)
{
    sls_str rest = bearer->hint, code = { 0 }, best = { 0 }, why;
    bool alone = false, more = next_hint(&rest, &best, reason);
    if (!is_national(bearer->office))
        return (sls_str){ 0 };
    while (more && !alone) {
        alone = sls_scope_is_country(best);
        more = next_hint(&rest, &code, &why);
        while (more && sls_str_eq(why, *reason)) {
            alone = alone && sls_str_eq(code, best);
            more = next_hint(&rest, &code, &why);
        }
        if (more && !alone) {
            best = code;
            *reason = why;
        }
    }
    return alone ? best : (sls_str){ 0 };
}

static sls_status collect(const sls_roll *roll, sls_arena *arena, known_rows *out)
{
    for (uint32_t i = 0; i < roll->bearers.len; i++) {
        const sls_bearer *const b = &roll->bearers.at[i];
        if (b->office.len == 0 || b->person == SLS_NOBODY || sls_scope_is_open(b->scope))
            continue;
        known_row *const row = sls_vec_push(out, arena);
        if (!row)
            return SLS_ENOMEM;
        *row = (known_row){ b->person, 1, b->office, b->scope };
    }
    if (out->len == 0)
        return SLS_OK;
    qsort(out->at, out->len, sizeof *out->at, by_person);
    size_t n = 0; /* equal rows become one: a person named 10,000 times has few offices */
    for (size_t i = 1; i < out->len; i++) {
        if (by_person(&out->at[n], &out->at[i]) == 0)
            out->at[n].claims++;
        else
            out->at[++n] = out->at[i];
    }
    out->len = n + 1;
    return SLS_OK;
}

sls_status sls_scopes_close(sls_roll *roll, sls_arena *arena)
{
    known_rows known = { 0 };
    const sls_status status = collect(roll, arena, &known);
    if (status != SLS_OK)
        return status;
    for (uint32_t i = 0; i < roll->bearers.len; i++) {
        sls_bearer *const b = &roll->bearers.at[i];
        if (b->office.len == 0 || !sls_scope_is_open(b->scope))
            continue;
        sls_str reason = SLS_STR("person");
        sls_str scope = from_person(&known, b);
        if (scope.len == 0)
            scope = from_hints(b, &reason);
        if (scope.len > 0) {
            b->scope = scope;
            b->scope_from = reason;
        }
    }
    return SLS_OK;
}
