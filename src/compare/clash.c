#include "base/ascii.h"
#include "compare/court.h"
#include "compare/succession.h"
#include "compare/thresholds.h"
#include "lexicon/lexicon.h"

#include <stdlib.h>

/* A hold of the other seat with the days that part it from the one in question. */
typedef struct {
    int64_t days;
    uint32_t member, article;
} neighbour;

#define NEAR_MAX    (2 * SLS_ROWS_MAX) /* articles that one hold is held against */
#define RULINGS_MAX (4 * SLS_ROWS_MAX) /* after which the rest of a clash is only counted */

/* A hold that may be a slip. */
typedef struct {
    const sls_seat *own, *other;
    const sls_hold *hold;
    size_t voices; /* sources of the slip */
    bool stranger; /* nothing else puts its person into the seat */
    size_t number; /* of the contest */
} charge;

int sls_scope_score(const sls_member *m)
{
    static const struct {
        sls_str from;
        int score;
    } scores[] = {
        { SLS_S("person"), 90 },  { SLS_S("given-name"), 86 }, { SLS_S("sentence"), 75 },
        { SLS_S("article"), 60 }, { SLS_S("outlet"), 55 },
    };
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++)
        if (sls_str_eq(m->scope_from, scores[i].from))
            return scores[i].score;
    return m->scope_from.len == 0 ? 95 : 50;
}

/* Which of two seats is told of less: the one whose holds are weighed. */
static bool is_less_told(const sls_seat *a, const sls_seat *b)
{
    if (a->witnesses != b->witnesses)
        return a->witnesses < b->witnesses;
    return a->holder.count <= b->holder.count;
}

static int by_distance(const void *x, const void *y)
{
    const neighbour *const a = x, *const b = y;
    if (a->days != b->days)
        return a->days < b->days ? -1 : 1;
    return a->member < b->member ? -1 : a->member > b->member;
}

/* The first mention of the seat in an article. */
static uint32_t mention_in(const sls_court *in, const sls_seat *seat, uint32_t article)
{
    size_t low = 0, high = seat->mention_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (in->seats.articles[seat->mentions[middle]] < article)
            low = middle + 1;
        else
            high = middle;
    }
    return seat->mentions[low];
}

static bool is_dated(const sls_seat *seat)
{
    for (size_t i = 0; i < seat->told_count; i++)
        if (seat->told[i].dated)
            return true;
    return false;
}

/*
 * "Menteri Keuangan" and "Menteri Ekonomi" may be one post; Finance and Defence are two, and who
 * heads the state does not head the government, who may hold a department besides.
 */
static bool are_of_two_fields(sls_str a, sls_str b)
{
    const sls_str x = sls_lexicon_attribute(SLS_C_OFFICE, a, "field");
    const sls_str y = sls_lexicon_attribute(SLS_C_OFFICE, b, "field");
    const sls_str head = SLS_STR("head-");
    return x.len > 0 && y.len > 0 && !sls_str_eq(x, y) &&
           sls_str_starts(x, head) == sls_str_starts(y, head);
}

/*
 * How grave it is that one person has two posts: a minister may have changed the department, or
 * hold two for a while, unless both are told of one day.
 */
static sls_severity gravity_of_offices(const sls_court *in, const charge *c, const neighbour *n,
                                       int scope)
{
    const bool full = sls_str_find_byte(in->group->entities, ' ') != SIZE_MAX;
    const bool one_day = n->days <= 1 && (c->hold->dated || is_dated(c->other));
    return full && one_day && c->voices <= SLS_SLIP_WITNESSES && scope >= SLS_SCORE_WARNING &&
                   are_of_two_fields(c->own->key, c->other->key)
               ? SLS_WARNING
               : SLS_NOTE;
}

/*
 * How grave a clash is. A slip is one source's, in full names, with a scope
 * that is certain and a time that is told; what looks otherwise is a dispute,
 * a handover, a scope misread, a word taken for a name, or the past.
 */
static sls_severity gravity(const charge *c, int scope, int doubt, bool coarse)
{
    const sls_str name = c->own->key;
    const bool one_word = sls_str_find_byte(name, ' ') == SIZE_MAX || sls_has_digit(name);
    const bool slip = c->voices <= SLS_SLIP_WITNESSES;
    if (scope < SLS_SCORE_WARNING || c->voices >= SLS_DISPUTE_WITNESSES ||
        (slip && c->stranger && one_word))
        return SLS_NOTE;
    /* A title without a time may be told of the past ("semenjak masa Gubernur ..."). */
    const bool dated = c->hold->dated;
    if (c->other->witnesses < 2 && !(dated && is_dated(c->other)))
        return SLS_NOTE;
    const bool sure = scope >= SLS_SCORE_ERROR && !coarse && doubt < SLS_DOUBT_ERROR && dated;
    if (sure && slip)
        return SLS_ERROR;
    /*
     * Told of a former holder, of one elected, of a body named after the office: of 16 such
     * causes in the news sample none was a conflict, so it takes a dated slip of one source.
     */
    return slip && dated && !coarse ? SLS_WARNING : SLS_NOTE;
}

/* A row for the charge: against the first mention of the other seat in one article. */
static sls_status rule_on(sls_court *in, const charge *c, const neighbour *n, int doubt,
                          bool coarse)
{
    const sls_member *const x = &in->group->members[mention_in(in, c->own, c->hold->article)];
    const sls_member *const y = &in->group->members[mention_in(in, c->other, n->article)];
    const int p = sls_scope_score(x), q = sls_scope_score(y);
    const int scope = p < q ? p : q;
    const int64_t years = n->days / 366;
    const sls_severity severity =
        in->offices ? gravity_of_offices(in, c, n, scope) : gravity(c, scope, doubt, coarse);
    sls_ruling r = { .rule = in->offices ? "title-two-offices" : "title-conflict",
                     .verdict = severity == SLS_NOTE ? SLS_POSSIBLE : SLS_CONFLICT,
                     .severity = severity,
                     .a = x->claim,
                     .b = y->claim,
                     .detail = (uint32_t)c->number };
    sls_ruling_weigh(&r, SLS_TERM_SCOPE, scope);
    sls_ruling_weigh(&r, SLS_TERM_YEARS, -(int)(years < 20 ? years : 20));
    return sls_ruling_add(&in->rulings, r, in->scratch);
}

/* The first of the seat's times that begins on `day` or later. */
static size_t first_from(const sls_seat *seat, int32_t day)
{
    size_t low = 0, high = seat->told_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (seat->told[middle].when.first < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Times of the other seat that begin around the hold's, the nearest first; returns how many. */
static size_t find_near(const charge *c, neighbour near[NEAR_MAX])
{
    const size_t middle = first_from(c->other, c->hold->when.first);
    const size_t from = middle > NEAR_MAX / 2 ? middle - NEAR_MAX / 2 : 0;
    size_t n = 0;
    for (size_t i = from; i < c->other->told_count && i < from + NEAR_MAX; i++) {
        const sls_hold *const h = &c->other->told[i];
        if (h->article == c->hold->article) /* who names both knows of both */
            continue;
        near[n++] = (neighbour){ sls_interval_gap(h->when, c->hold->when), h->member, h->article };
    }
    qsort(near, n, sizeof *near, by_distance);
    return n;
}

/* One hold against the articles that put another in the seat, those of the nearest time first. */
static sls_status oppose(sls_court *in, const charge *c)
{
    bool coarse;
    neighbour near[NEAR_MAX];
    const int doubt = sls_tenure_doubt(c->hold, &c->other->holder, in->mean_days, &coarse);
    if (doubt >= SLS_DOUBT_WARNING)
        return SLS_OK;
    const size_t count = find_near(c, near);
    sls_status status = SLS_OK;
    for (size_t i = 0; status == SLS_OK && i < count; i++)
        status = rule_on(in, c, &near[i], doubt, coarse);
    return status;
}

/* Pairs of articles that clash and of which none was ruled on, since the first rulings suffice. */
static void count_unlisted(sls_court *in, const sls_contest *contest, size_t before)
{
    const size_t ruled = in->rulings.len - before;
    const size_t pairs = contest->a->mention_count * contest->b->mention_count;
    if (ruled > 0 && pairs > ruled)
        in->unlisted += pairs - ruled;
}

static sls_status rule_clash(sls_court *in, const sls_contest *contest, size_t number)
{
    const sls_seat *const few = is_less_told(contest->a, contest->b) ? contest->a : contest->b;
    const sls_seat *const many = few == contest->a ? contest->b : contest->a;
    const size_t step = few->holder.count / SLS_HOLDS_WEIGHED + 1;
    const size_t before = in->rulings.len;
    sls_status status = SLS_OK;
    for (size_t i = 0; status == SLS_OK && i < few->holder.count; i += step) {
        const charge c = { few, many, &few->holder.holds[i], few->witnesses, true, number };
        if (in->rulings.len - before < RULINGS_MAX)
            status = oppose(in, &c);
    }
    count_unlisted(in, contest, before);
    return status;
}

/* A change of holder: told once, by the last word for the first and the first for the second. */
static sls_status rule_change(sls_court *in, const sls_contest *c, size_t number)
{
    const sls_seat *const first = c->tenure.a_first ? c->a : c->b;
    const sls_seat *const second = c->tenure.a_first ? c->b : c->a;
    const sls_hold *last = NULL, *next = NULL;
    for (size_t i = 0; i < first->holder.count; i++) {
        const sls_hold *const h = &first->holder.holds[i];
        if (!sls_tenure_misfits(h, true, c->tenure.turn) &&
            (!last || h->when.last > last->when.last))
            last = h;
    }
    for (size_t i = 0; i < second->holder.count && !next; i++)
        if (!sls_tenure_misfits(&second->holder.holds[i], false, c->tenure.turn))
            next = &second->holder.holds[i];
    if (!last || !next || last->article == next->article)
        return SLS_OK;
    sls_ruling r = {
        .rule = "title-change",
        .verdict = SLS_SUPERSEDED,
        .severity = SLS_NOTE,
        .a = in->group->members[mention_in(in, first, last->article)].claim,
        .b = in->group->members[mention_in(in, second, next->article)].claim,
        .detail = (uint32_t)number,
    };
    sls_ruling_weigh(&r, SLS_TERM_START, 80);
    return sls_ruling_add(&in->rulings, r, in->scratch);
}

/* Sources of the holds of a seat that do not fit into a change, as far as a dispute. */
static size_t misfit_voices(const sls_seat *seat, bool first, int32_t turn)
{
    uint32_t seen[SLS_DISPUTE_WITNESSES];
    size_t n = 0;
    for (size_t i = 0; i < seat->holder.count && n < SLS_DISPUTE_WITNESSES; i++) {
        const sls_hold *const h = &seat->holder.holds[i];
        size_t j = 0;
        if (!sls_tenure_misfits(h, first, turn))
            continue;
        while (j < n && seen[j] != h->witness)
            j++;
        if (j == n)
            seen[n++] = h->witness;
    }
    return n;
}

/* Holds that do not fit into a change that is believed. */
static sls_status rule_misfits(sls_court *in, const sls_contest *contest, size_t number)
{
    const int32_t turn = contest->tenure.turn;
    const sls_seat *const first = contest->tenure.a_first ? contest->a : contest->b;
    const sls_seat *const second = contest->tenure.a_first ? contest->b : contest->a;
    sls_status status = SLS_OK;
    for (int side = 0; side < 2; side++) {
        const sls_seat *const own = side == 0 ? first : second;
        const sls_seat *const other = side == 0 ? second : first;
        charge c = { own, other, NULL, misfit_voices(own, side == 0, turn), false, number };
        size_t weighed = 0;
        for (size_t i = 0; status == SLS_OK && i < own->holder.count; i++) {
            c.hold = &own->holder.holds[i];
            if (sls_tenure_misfits(c.hold, side == 0, turn) && weighed++ < SLS_HOLDS_WEIGHED)
                status = oppose(in, &c);
        }
    }
    return status;
}

/* Whether a sentence on the holder of `a` tells of a succession and names the holder of `b`. */
static bool is_succession_told(const sls_court *in, const sls_seat *a, const sls_seat *b)
{
    const sls_str name = in->group->members[b->mentions[0]].claim->value;
    for (size_t i = 0; i < a->mention_count; i++) {
        const uint32_t m = a->mentions[i];
        if (in->tells[m] && sls_quote_names(in->group->members[m].claim, name))
            return true;
    }
    return false;
}

/* Whether a claim tells that the holder of `a` came into office, after all that is told of `b`. */
static bool is_appointed_after(const sls_court *in, const sls_seat *a, const sls_seat *b)
{
    if (a->holder.hull.first <= b->holder.hull.last)
        return false;
    for (size_t i = 0; i < a->mention_count; i++) {
        const uint32_t m = a->mentions[i];
        if (in->tells[m] && sls_claim_is_appointment(in->group->members[m].claim))
            return true;
    }
    return false;
}

/* Whether a third seat's whole time lies between those of `a` and `b`: they are no neighbours. */
static bool is_third_between(const sls_court *in, size_t a, size_t b)
{
    const sls_interval x = in->seats.at[a].holder.hull, y = in->seats.at[b].holder.hull;
    for (size_t i = a + 1; i < b; i++) {
        const sls_interval z = in->seats.at[i].holder.hull;
        if (z.first > x.last && z.last < y.first)
            return true;
    }
    return false;
}

/*
 * Whether the last word of `a` stands in `b` written without spaces: a family
 * name in common, or a name glued to its neighbour ("Anungakan"). They may be one person.
 */
static bool shares_name(sls_str a, sls_str b)
{
    char glued[128];
    size_t len = 0, at = a.len;
    while (at > 0 && a.ptr[at - 1] != ' ')
        at--;
    for (size_t i = 0; i < b.len && len < sizeof glued; i++)
        if (b.ptr[i] != ' ')
            glued[len++] = b.ptr[i];
    const sls_str last = sls_str_slice(a, at, a.len);
    return last.len >= SLS_SHARED_LETTERS &&
           sls_str_find((sls_str){ glued, len }, last) != SIZE_MAX;
}

/* Whether a better attested holder sits at the time of both: then neither speaks for the office. */
static bool is_overruled(const sls_court *in, size_t a, size_t b)
{
    const sls_seat *const x = &in->seats.at[a], *const y = &in->seats.at[b];
    const size_t from = a > SLS_HOLDER_NEIGHBOURS ? a - SLS_HOLDER_NEIGHBOURS : 0;
    for (size_t i = from; i < in->seats.count && i <= b + SLS_HOLDER_NEIGHBOURS; i++) {
        const sls_seat *const z = &in->seats.at[i];
        if (i != a && i != b && z->holder.count > 0 && z->witnesses > x->witnesses &&
            z->witnesses > y->witnesses &&
            sls_interval_relate(z->holder.hull, x->holder.hull) != SLS_DISJOINT &&
            sls_interval_relate(z->holder.hull, y->holder.hull) != SLS_DISJOINT)
            return true;
    }
    return false;
}

static sls_status judge(sls_court *in, size_t i, size_t j)
{
    const sls_seat *const a = &in->seats.at[i], *const b = &in->seats.at[j];
    if (is_third_between(in, i, j))
        return SLS_OK;
    if (!in->offices &&
        (shares_name(a->key, b->key) || shares_name(b->key, a->key) || is_overruled(in, i, j)))
        return SLS_OK;
    const bool told = is_succession_told(in, a, b) || is_succession_told(in, b, a) ||
                      is_appointed_after(in, a, b) || is_appointed_after(in, b, a);
    const size_t number = in->contests.len;
    const sls_contest made = { a, b,
                               sls_tenure_judge(&a->holder, &b->holder, in->mean_days, told) };
    sls_contest *const kept = sls_vec_push(&in->contests, in->scratch);
    if (!kept)
        return SLS_ENOMEM;
    *kept = made;
    if (made.tenure.relation == SLS_TENURE_CLASH)
        return rule_clash(in, &made, number);
    if (made.tenure.returned || in->offices)
        return SLS_OK;
    const sls_status status = rule_change(in, &made, number);
    return status != SLS_OK ? status : rule_misfits(in, &made, number);
}

sls_status sls_court_judge(sls_court *in)
{
    sls_status status = SLS_OK;
    in->tells = sls_arena_calloc(in->scratch, in->group->count + 1, sizeof *in->tells);
    if (!in->tells)
        return SLS_ENOMEM;
    if (in->seats.count > 1)
        for (size_t i = 0; i < in->group->count; i++)
            in->tells[i] = in->offices ? sls_quote_tells_coming(in->group->members[i].claim)
                                       : sls_quote_tells_succession(in->group->members[i].claim);
    for (size_t i = 0; i < in->seats.count && in->seats.at[i].holder.count > 0; i++) {
        for (size_t j = i + 1; status == SLS_OK && j < in->seats.count &&
                               j - i <= SLS_HOLDER_NEIGHBOURS && in->seats.at[j].holder.count > 0;
             j++)
            status = judge(in, i, j);
    }
    return status;
}
