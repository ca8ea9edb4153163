#include "compare/seats.h"

#include "base/edtf.h"
#include "base/map.h"
#include "model/sense.h"

#include <stdlib.h>
#include <string.h>

/* A member with all by which members are sorted. */
typedef struct {
    uint32_t seat, article, member, witness;
    sls_interval when;
    bool timed;        /* `when` may be believed */
    bool vague, dated; /* as in sls_hold */
    bool verified;
} row;

bool sls_group_is_of_offices(const sls_group *group)
{
    return group->what.len > 0 && group->what.ptr[0] == '@';
}

static bool read_days(sls_str edtf, sls_interval *out)
{
    sls_edtf e;
    if (edtf.len == 0 || sls_edtf_read(edtf, &e) != SLS_OK)
        return false;
    *out = e.days;
    return true;
}

bool sls_member_when(const sls_member *member, sls_interval *out)
{
    return read_days(member->claim->as_of, out) || read_days(member->claim->published, out);
}

/* A time taken over from another sentence, not the article's own date either. */
static bool is_carried(const sls_claim *claim)
{
    const sls_str as_of = claim->as_of;
    return sls_str_ends(as_of, SLS_STR("~")) &&
           !sls_str_eq(sls_str_slice(as_of, 0, as_of.len - 1), claim->published);
}

sls_str sls_member_seat(const sls_group *group, const sls_member *member)
{
    if (!sls_group_is_of_offices(group))
        return member->who;
    return sls_what_office(member->claim->what);
}

static int by_number(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int by_article(const void *x, const void *y)
{
    const row *const a = x, *const b = y;
    int order = by_number(a->seat, b->seat);
    if (order == 0)
        order = by_number(a->article, b->article);
    return order != 0 ? order : by_number(a->member, b->member);
}

static int by_time(const void *x, const void *y)
{
    const row *const a = x, *const b = y;
    const int order = by_number(a->seat, b->seat);
    if (order != 0)
        return order;
    if (a->when.first != b->when.first)
        return a->when.first < b->when.first ? -1 : 1;
    if (a->when.last != b->when.last)
        return a->when.last < b->when.last ? -1 : 1;
    return by_number(a->member, b->member);
}

static int by_day(const void *x, const void *y)
{
    const int32_t a = *(const int32_t *)x, b = *(const int32_t *)y;
    return a < b ? -1 : a > b;
}

static int by_witness(const void *x, const void *y)
{
    return by_number(*(const uint32_t *)x, *(const uint32_t *)y);
}

static int by_hull(const void *x, const void *y)
{
    const sls_seat *const a = x, *const b = y;
    if ((a->holder.count == 0) != (b->holder.count == 0))
        return a->holder.count == 0 ? 1 : -1;
    if (a->holder.hull.first != b->holder.hull.first)
        return a->holder.hull.first < b->holder.hull.first ? -1 : 1;
    if (a->holder.hull.last != b->holder.hull.last)
        return a->holder.hull.last < b->holder.hull.last ? -1 : 1;
    return sls_str_cmp(a->key, b->key);
}

/* Rows of the members that assert the office now; seats are numbered as they come. */
static sls_status collect(const sls_group *group, sls_arena *arena, sls_seats *out, row *rows,
                          size_t *count)
{
    sls_map seats;
    sls_map_init(&seats, arena);
    uint32_t article = 0;
    for (uint32_t i = 0; i < group->count; i++) {
        const sls_member *const m = &group->members[i];
        const sls_str key = sls_member_seat(group, m);
        uint32_t seat;
        bool added;
        if (i > 0 && !sls_str_eq(m->claim->article, group->members[i - 1].claim->article))
            article++;
        out->articles[i] = article;
        if (key.len == 0 || (m->claim->state != SLS_ASSERTED && m->claim->state != SLS_FORMER &&
                             m->claim->state != SLS_ACTING))
            continue;
        const sls_status status = sls_map_intern(&seats, key, (uint32_t)out->count, &seat, &added);
        if (status != SLS_OK)
            return status;
        if (added)
            out->at[out->count++] = (sls_seat){ .key = key };
        if (m->claim->state == SLS_FORMER) {
            out->at[seat].holder.left = true;
            continue;
        }
        row *const r = &rows[(*count)++];
        *r = (row){ .seat = seat,
                    .article = article,
                    .member = i,
                    .witness = m->witness,
                    .vague = is_carried(m->claim),
                    .verified = m->claim->zone == SLS_ZONE_VERIFIED,
                    .dated = sls_claim_is_dated(m->claim) };
        /* Who stands in for another holds the office beside him. */
        r->timed = m->claim->state == SLS_ASSERTED && sls_member_when(m, &r->when);
    }
    return SLS_OK;
}

/*
 * Articles that name two holders tell history, and so do those that state a
 * holder's time somewhere: there the article's own date is nobody's time.
 */
static sls_status doubt_histories(const sls_group *group, row *rows, size_t count, sls_arena *arena)
{
    uint32_t *const first = sls_arena_alloc(arena, (group->count + 1) * sizeof *first);
    bool *const history = sls_arena_calloc(arena, group->count + 1, sizeof *history);
    if (!first || !history)
        return SLS_ENOMEM;
    memset(first, 0xff, (group->count + 1) * sizeof *first);
    for (size_t i = 0; i < count; i++) {
        uint32_t *const f = &first[rows[i].article];
        history[rows[i].article] |= *f != UINT32_MAX && *f != rows[i].seat;
        history[rows[i].article] |= sls_claim_is_dated(group->members[rows[i].member].claim);
        *f = rows[i].seat;
    }
    for (size_t i = 0; i < count; i++)
        if (history[rows[i].article] && !sls_claim_is_dated(group->members[rows[i].member].claim))
            rows[i].timed = false;
    return SLS_OK;
}

/* Rows of one seat, by article. */
static sls_status fill_mentions(const row *rows, size_t count, sls_arena *arena, sls_seat *seat)
{
    seat->mentions = sls_arena_alloc(arena, (count + 1) * sizeof *seat->mentions);
    if (!seat->mentions)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || rows[i].article != rows[i - 1].article)
            seat->mentions[seat->mention_count++] = rows[i].member;
    return SLS_OK;
}

/* The times by which a holder is judged, from `told`. */
static sls_status fill_holder(const sls_seat *seat, sls_arena *arena, sls_holder *h)
{
    sls_hold *const holds = sls_arena_alloc(arena, seat->told_count * sizeof *holds);
    int32_t *const firsts = sls_arena_alloc(arena, seat->told_count * sizeof *firsts);
    int32_t *const lasts = sls_arena_alloc(arena, seat->told_count * sizeof *lasts);
    size_t n = 0;
    if (!holds || !firsts || !lasts)
        return SLS_ENOMEM;
    for (size_t i = 0; i < seat->told_count; i++) {
        const sls_hold *const t = &seat->told[i];
        h->hull = n > 0 ? sls_interval_hull(h->hull, t->when) : t->when;
        firsts[n] = t->when.first;
        lasts[n] = t->when.last;
        holds[n++] = *t;
    }
    qsort(lasts, n, sizeof *lasts, by_day);
    *h = (sls_holder){ holds, n, firsts, lasts, h->hull, h->left };
    return SLS_OK;
}

/* Timed rows of one seat, by time. */
static sls_status fill_times(const row *rows, size_t count, sls_arena *arena, sls_seat *seat)
{
    uint32_t *const voices = sls_arena_alloc(arena, count * sizeof *voices);
    seat->told = sls_arena_alloc(arena, count * sizeof *seat->told);
    if (!voices || !seat->told)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        const row *const r = &rows[i];
        const sls_hold *const last = seat->told_count ? &seat->told[seat->told_count - 1] : NULL;
        /* An article that says it twice of one time says it once. */
        if (last && last->article == r->article && last->when.first == r->when.first &&
            last->when.last == r->when.last)
            continue;
        voices[seat->told_count] = r->witness;
        seat->told[seat->told_count++] = (sls_hold){ .when = r->when,
                                                     .article = r->article,
                                                     .witness = r->witness,
                                                     .member = r->member,
                                                     .vague = r->vague,
                                                     .verified = r->verified,
                                                     .dated = r->dated };
    }
    qsort(voices, seat->told_count, sizeof *voices, by_witness);
    for (size_t i = 0; i < seat->told_count; i++)
        seat->witnesses += i == 0 || voices[i] != voices[i - 1];
    return fill_holder(seat, arena, &seat->holder);
}

typedef sls_status filler(const row *rows, size_t count, sls_arena *arena, sls_seat *seat);

static sls_status each_seat(const row *rows, size_t count, filler *fill, sls_arena *arena,
                            sls_seats *seats)
{
    for (size_t i = 0; i < count;) {
        size_t j = i + 1;
        while (j < count && rows[j].seat == rows[i].seat)
            j++;
        const sls_status status = fill(rows + i, j - i, arena, &seats->at[rows[i].seat]);
        if (status != SLS_OK)
            return status;
        i = j;
    }
    return SLS_OK;
}

sls_status sls_seats_make(const sls_group *group, sls_arena *arena, sls_seats *out)
{
    size_t count = 0, timed = 0;
    *out = (sls_seats){ 0 };
    row *const rows = sls_arena_alloc(arena, (group->count + 1) * sizeof *rows);
    out->at = sls_arena_calloc(arena, group->count + 1, sizeof *out->at);
    out->articles = sls_arena_alloc(arena, (group->count + 1) * sizeof *out->articles);
    if (!rows || !out->at || !out->articles)
        return SLS_ENOMEM;
    sls_status status = collect(group, arena, out, rows, &count);
    if (status == SLS_OK)
        status = doubt_histories(group, rows, count, arena);
    if (status == SLS_OK && count > 0) {
        qsort(rows, count, sizeof *rows, by_article);
        status = each_seat(rows, count, fill_mentions, arena, out);
    }
    for (size_t i = 0; i < count; i++)
        if (rows[i].timed)
            rows[timed++] = rows[i];
    if (status == SLS_OK && timed > 0) {
        qsort(rows, timed, sizeof *rows, by_time);
        status = each_seat(rows, timed, fill_times, arena, out);
    }
    if (status == SLS_OK && out->count > 0)
        qsort(out->at, out->count, sizeof *out->at, by_hull);
    return status;
}
