#include "compare/docket.h"

#include "base/ascii.h"
#include "base/map.h"
#include "compare/thresholds.h"
#include "model/claim_csv.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

sls_status sls_ruling_add(sls_rulings *rulings, sls_ruling ruling, sls_arena *arena)
{
    sls_ruling *const r = sls_vec_push(rulings, arena);
    if (!r)
        return SLS_ENOMEM;
    if (sls_claim_order(ruling.a, ruling.b) > 0) {
        const sls_claim *const a = ruling.a;
        ruling.a = ruling.b;
        ruling.b = a;
    }
    *r = ruling;
    return SLS_OK;
}

static int by_values(const sls_ruling *a, const sls_ruling *b)
{
    int order = sls_str_cmp(a->a->article, b->a->article);
    if (order == 0)
        order = sls_str_cmp(a->b->article, b->b->article);
    if (order == 0)
        order = sls_str_cmp(a->a->value, b->a->value);
    if (order == 0)
        order = sls_str_cmp(a->b->value, b->b->value);
    return order != 0 ? order : strcmp(a->rule, b->rule);
}

static int by_place(const sls_ruling *a, const sls_ruling *b)
{
    const int order = sls_claim_order(a->a, b->a);
    return order != 0 ? order : sls_claim_order(a->b, b->b);
}

static int by_repetition(const void *x, const void *y)
{
    const int order = by_values(x, y);
    return order != 0 ? order : by_place(x, y);
}

/* Conflicts before agreements, the worst first. */
void sls_ruling_weigh(sls_ruling *ruling, sls_term_name term, int points)
{
    sls_terms_add(&ruling->terms, term, points);
    ruling->score = sls_terms_score(&ruling->terms);
}

static int by_weight(const void *x, const void *y)
{
    const sls_ruling *const a = x, *const b = y;
    const bool p = sls_verdict_is_conflict(a->verdict), q = sls_verdict_is_conflict(b->verdict);
    if (p != q)
        return p ? -1 : 1;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    if (a->verdict != b->verdict)
        return a->verdict < b->verdict ? -1 : 1;
    if (a->score != b->score)
        return b->score - a->score;
    const int order = by_place(a, b);
    return order != 0 ? order : strcmp(a->rule, b->rule);
}

/* The two values of a ruling without their order: 8 and 9 dead is one cause with 9 and 8. */
static sls_str low_of(const sls_ruling *r)
{
    return sls_str_cmp(r->a->value, r->b->value) <= 0 ? r->a->value : r->b->value;
}

static sls_str high_of(const sls_ruling *r)
{
    return sls_str_cmp(r->a->value, r->b->value) <= 0 ? r->b->value : r->a->value;
}

/* The earliest mention stands for all repetitions, with the gravest of their verdicts. */
static void merge(sls_rulings *rulings)
{
    size_t n = 0;
    qsort(rulings->at, rulings->len, sizeof *rulings->at, by_repetition);
    for (size_t i = 0; i < rulings->len; i++) {
        const sls_ruling *const r = &rulings->at[i];
        if (n == 0 || by_values(&rulings->at[n - 1], r) != 0) {
            rulings->at[n++] = *r;
            continue;
        }
        sls_ruling *const kept = &rulings->at[n - 1];
        if (r->severity > kept->severity) {
            kept->severity = r->severity;
            kept->verdict = r->verdict;
        }
        if (r->score > kept->score) {
            kept->score = r->score;
            kept->terms = r->terms;
        }
    }
    rulings->len = n;
}

/* What two sides of one value say of it, without their order. */
static int by_stances(const sls_ruling *a, const sls_ruling *b)
{
    const sls_str x = a->a->stance, y = a->b->stance, p = b->a->stance, q = b->b->stance;
    const bool in_order = sls_str_cmp(x, y) <= 0, in_order_too = sls_str_cmp(p, q) <= 0;
    const int order = sls_str_cmp(in_order ? x : y, in_order_too ? p : q);
    return order != 0 ? order : sls_str_cmp(in_order ? y : x, in_order_too ? q : p);
}

static int by_value_pair(const sls_ruling *a, const sls_ruling *b)
{
    const int verdict =
        (int)sls_verdict_is_conflict(a->verdict) - (int)sls_verdict_is_conflict(b->verdict);
    if (verdict != 0)
        return verdict;
    int order = strcmp(a->rule, b->rule);
    if (order == 0 && a->a->kind == SLS_KIND_TITLE) /* two holders, however they are spelled */
        return a->detail < b->detail ? -1 : a->detail > b->detail;
    if (order == 0)
        order = sls_str_cmp(low_of(a), low_of(b));
    if (order == 0)
        order = sls_str_cmp(high_of(a), high_of(b));
    /* One value told both ways: not the value is the cause, but what is denied of it. */
    return order != 0 || sls_str_cmp(low_of(a), high_of(a)) != 0 ? order : by_stances(a, b);
}

static int by_cause(const void *x, const void *y)
{
    const int order = by_value_pair(x, y);
    return order != 0 ? order : by_weight(x, y);
}

static bool have_conflicts(const sls_rulings *rulings)
{
    for (size_t i = 0; i < rulings->len; i++)
        if (sls_verdict_is_conflict(rulings->at[i].verdict))
            return true;
    return false;
}

/*
 * Two thirds of the conflicts repeat one pair of values in other articles: the surest
 * SLS_REPEATS_MAX rows of each stay. Returns how many went.
 */
static size_t drop_repeats(sls_rulings *rulings)
{
    size_t n = 0, first = 0, dropped = 0;
    if (!have_conflicts(rulings)) /* as in nearly all groups: agreements all stay */
        return 0;
    qsort(rulings->at, rulings->len, sizeof *rulings->at, by_cause);
    for (size_t i = 0; i < rulings->len; i++) {
        const sls_ruling r = rulings->at[i];
        if (n == 0 || by_value_pair(&rulings->at[n - 1], &r) != 0)
            first = n;
        if (n - first >= SLS_REPEATS_MAX && sls_verdict_is_conflict(r.verdict))
            dropped++;
        else
            rulings->at[n++] = r;
    }
    rulings->len = n;
    return dropped;
}

void sls_rulings_settle(sls_rulings *rulings, size_t more_conflicts, size_t more_agreements)
{
    size_t kept = 0, rows[2] = { 0 }; /* agreements, conflicts */
    sls_ruling *first[2] = { NULL, NULL };
    if (rulings->len == 0)
        return;
    merge(rulings);
    more_conflicts += drop_repeats(rulings);
    qsort(rulings->at, rulings->len, sizeof *rulings->at, by_weight);
    for (size_t i = 0; i < rulings->len; i++) {
        const sls_ruling r = rulings->at[i];
        const int file = sls_verdict_is_conflict(r.verdict);
        if (rows[file]++ >= SLS_ROWS_MAX)
            continue;
        if (rows[file] == 1)
            first[file] = &rulings->at[kept];
        rulings->at[kept++] = r;
    }
    rulings->len = kept;
    const size_t more[2] = { more_agreements, more_conflicts };
    for (int file = 0; file < 2; file++)
        if (first[file])
            first[file]->more =
                more[file] + (rows[file] > SLS_ROWS_MAX ? rows[file] - SLS_ROWS_MAX : 0);
}

/* The id in sixteen digits. Most texts that it is the hash of are short. */
static sls_status identify(sls_finding *f, sls_arena *arena)
{
    enum { SHORT = 512 };
    const sls_str line = SLS_STR("\n");
    const sls_str parts[] = { sls_str_of(f->rule), line, f->what,       line, f->entities, line,
                              f->a->article,       line, f->b->article, line, f->a->value, line,
                              f->b->value };
    char small[SHORT], *text = small, *to;
    size_t room = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        room += parts[i].len;
    if (room > sizeof small)
        text = sls_arena_alloc(arena, room);
    char *const id = sls_arena_alloc(arena, SLS_HASH_DIGITS);
    if (!text || !id)
        return SLS_ENOMEM;
    to = text;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].len > 0)
            memcpy(to, parts[i].ptr, parts[i].len);
        to += parts[i].len;
    }
    sls_hash_digits((sls_str){ text, room }, id);
    f->id = (sls_str){ id, SLS_HASH_DIGITS };
    return SLS_OK;
}

/* Room for one more, or NULL. */
static sls_finding *push(sls_docket *docket)
{
    sls_docket_piece *last = docket->last;
    if (!last || last->len == SLS_DOCKET_PIECE) {
        last = sls_arena_alloc(docket->rows, sizeof *last);
        if (!last)
            return NULL;
        last->next = NULL;
        last->len = 0;
        *(docket->last ? &docket->last->next : &docket->first) = last;
        docket->last = last;
    }
    docket->len++;
    return &last->at[last->len++];
}

sls_finding *sls_docket_add(sls_docket *docket, const sls_ruling *ruling,
                            const sls_subject *subject, sls_arena *arena)
{
    sls_arg *const args =
        subject->args > 0 ? sls_arena_alloc(arena, subject->args * sizeof *args) : NULL;
    sls_finding *const f = args || subject->args == 0 ? push(docket) : NULL;
    if (!f)
        return NULL;
    *f = (sls_finding){ .severity = ruling->severity,
                        .verdict = ruling->verdict,
                        .kind = subject->kind,
                        .rule = ruling->rule,
                        .what = subject->what,
                        .entities = subject->entities,
                        .a = ruling->a,
                        .b = ruling->b,
                        .args = args,
                        .arg_room = (uint8_t)subject->args,
                        .score = ruling->score,
                        .terms = ruling->terms,
                        .group_id = subject->group_id,
                        .more = ruling->more > INT32_MAX ? INT32_MAX : (int)ruling->more };
    return identify(f, arena) == SLS_OK ? f : NULL;
}

void sls_finding_argue(sls_finding *finding, sls_arg arg)
{
    assert(finding->arg_count < finding->arg_room);
    finding->args[finding->arg_count++] = arg;
}

sls_status sls_person_shown(sls_str folded, sls_arena *arena, sls_str *out)
{
    char *const text = sls_arena_alloc(arena, folded.len + 1);
    if (!text)
        return SLS_ENOMEM;
    for (size_t i = 0; i < folded.len; i++) {
        const char c = folded.ptr[i];
        const bool first = i == 0 || folded.ptr[i - 1] == ' ';
        text[i] = first ? sls_upper(c) : c;
    }
    *out = (sls_str){ text, folded.len };
    return SLS_OK;
}
