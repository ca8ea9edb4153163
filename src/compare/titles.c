#include "base/decimal.h"
#include "base/edtf.h"
#include "compare/court.h"
#include "compare/rules.h"
#include "compare/support.h"
#include "compare/thresholds.h"
#include "lexicon/lexicon.h"
#include "model/claim_csv.h"
#include "model/sense.h"

/* The office's mean tenure. */
static int32_t mean_tenure(sls_str office)
{
    const sls_str years = sls_lexicon_attribute(SLS_C_OFFICE, office, "tenure");
    sls_decimal d, days;
    int64_t whole;
    if (sls_decimal_read(years, &d) == SLS_OK &&
        sls_decimal_mul(d, sls_decimal_of(3652425), &days) == SLS_OK &&
        sls_decimal_shift(days, -4, &days) == SLS_OK && days.coefficient > 0) {
        char text[SLS_DECIMAL_TEXT];
        const size_t len = sls_decimal_text(days, text);
        const sls_str digits = { text, len };
        const size_t dot = sls_str_find_byte(digits, '.');
        if (sls_decimal_read(sls_str_slice(digits, 0, dot), &d) == SLS_OK &&
            sls_decimal_integer(d, &whole) && whole > 0 && whole < 100000)
            return (int32_t)whole;
    }
    return SLS_TENURE_YEARS * 365;
}

/* Whether one alone holds the office, and its scope is what such an office has. */
static bool has_one_holder(const sls_group *group)
{
    const sls_str office = sls_what_office(group->what);
    const sls_str kind = sls_lexicon_attribute(SLS_C_OFFICE, office, "scope");
    const size_t at = sls_str_find_byte(group->what, '@');
    const size_t length = group->what.len - at - 1;
    if (at == SIZE_MAX || sls_str_ends(group->what, SLS_STR("@?")))
        return false;
    /* "presiden Joko Widodo" once gave the scope joko-widodo: a country has two letters. */
    if (sls_str_eq(kind, SLS_STR("country")) && length != 2)
        return false;
    return sls_lexicon_attribute_is(SLS_C_OFFICE, office, "holders", "one");
}

/* An office of many holders, or without a scope, is told of one occasion by reports of one time
 * only: that an officer of a city was one last year too corroborates nothing. Nor does it of the
 * mayor when more than a year lies between: it only tells that the term lasted. */
static bool is_told_together(const sls_court *in, const sls_claim *a, const sls_claim *b)
{
    const int64_t most = has_one_holder(in->group) ? SLS_ONE_TERM_DAYS : SLS_NEAR_REPORT_DAYS;
    sls_edtf x, y;
    return sls_edtf_read(a->published, &x) != SLS_OK || sls_edtf_read(b->published, &y) != SLS_OK ||
           sls_interval_gap(x.days, y.days) <= most;
}

/* The same person in the same office, told by two articles. `*pairs` counts all of them. */
static sls_status rule_agreements(sls_court *in, size_t *pairs)
{
    sls_status status = SLS_OK;
    for (size_t s = 0; status == SLS_OK && s < in->seats.count; s++) {
        const sls_seat *const seat = &in->seats.at[s];
        const size_t n = seat->mention_count;
        *pairs += n * (n - (n > 0)) / 2;
        /* Rows are ordered by article: the first twenty articles hold the first twenty rows. */
        for (size_t i = 0; i < n && i < SLS_ROWS_MAX; i++) {
            for (size_t j = i + 1; status == SLS_OK && j < n && j <= SLS_ROWS_MAX; j++) {
                const sls_member *const x = &in->group->members[seat->mentions[i]];
                const sls_member *const y = &in->group->members[seat->mentions[j]];
                const int p = sls_scope_score(x), q = sls_scope_score(y);
                if (!is_told_together(in, x->claim, y->claim))
                    continue;
                sls_ruling r = { .rule = "title-agree",
                                 .verdict = SLS_AGREE,
                                 .severity = SLS_NOTE,
                                 .a = x->claim,
                                 .b = y->claim };
                sls_ruling_weigh(&r, SLS_TERM_SCOPE, p < q ? p : q);
                status = sls_ruling_add(&in->rulings, r, in->scratch);
            }
        }
    }
    return status;
}

/* --- findings --- */

static const sls_member *member_of(const sls_group *group, const sls_claim *claim)
{
    size_t low = 0, high = group->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const sls_claim *const c = group->members[middle].claim;
        int order = sls_str_cmp(c->article, claim->article);
        if (order == 0)
            order = sls_claim_place_order(c, claim);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + 1 < group->count && group->members[low].claim != claim)
        low++;
    return &group->members[low];
}

/* Whose claims count for which side of a finding. */
typedef struct {
    const sls_group *group;
    sls_str a, b;    /* seats */
    sls_str slipped; /* the seat whose only misplaced holds count, or empty */
    bool first;      /* that seat was the first one */
    int32_t turn;
} sides;

static sls_side side_of(const void *context, const sls_member *member)
{
    const sides *const in = context;
    const sls_str seat = sls_member_seat(in->group, member);
    sls_interval when;
    if (member->claim->state != SLS_ASSERTED)
        return SLS_SIDE_NONE;
    if (in->slipped.len > 0 && sls_str_eq(seat, in->slipped)) {
        const sls_hold hold = { .when = sls_member_when(member, &when) ? when
                                                                       : (sls_interval){ 0, 0 } };
        if (!sls_tenure_misfits(&hold, in->first, in->turn))
            return SLS_SIDE_NONE;
    }
    if (sls_str_eq(seat, in->a))
        return SLS_SIDE_A;
    return sls_str_eq(seat, in->b) ? SLS_SIDE_B : SLS_SIDE_NONE;
}

static sls_status tell_support(const sls_court *in, const sls_contest *c, sls_arena *arena,
                               sls_finding *f)
{
    const sls_member *const x = member_of(in->group, f->a), *const y = member_of(in->group, f->b);
    sides who = { .group = in->group,
                  .a = sls_member_seat(in->group, x),
                  .b = sls_member_seat(in->group, y) };
    if (c->tenure.relation == SLS_TENURE_CHANGE) {
        const sls_member *const both[] = { x, y };
        const sls_str first = c->tenure.a_first ? c->a->key : c->b->key;
        for (int i = 0; i < 2 && who.slipped.len == 0; i++) {
            const sls_str seat = sls_member_seat(in->group, both[i]);
            sls_hold hold = { .witness = 0 };
            if (sls_member_when(both[i], &hold.when) &&
                sls_tenure_misfits(&hold, sls_str_eq(seat, first), c->tenure.turn)) {
                who.slipped = seat;
                who.first = sls_str_eq(seat, first);
                who.turn = c->tenure.turn;
            }
        }
    }
    sls_support support;
    const sls_status status =
        sls_support_weigh(in->group->members, in->group->count, side_of, &who, arena, &support);
    return status == SLS_OK ? sls_support_tell(&support, arena, f) : status;
}

static sls_str scope_message(const sls_member *x, const sls_member *y)
{
    const sls_str from = x->scope_from.len ? x->scope_from : y->scope_from;
    static const struct {
        sls_str from, key;
    } keys[] = {
        { SLS_S("person"), SLS_S("scope-person") },
        { SLS_S("sentence"), SLS_S("scope-sentence") },
        { SLS_S("given-name"), SLS_S("scope-given-name") },
        { SLS_S("article"), SLS_S("scope-article") },
        { SLS_S("outlet"), SLS_S("scope-outlet") },
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (sls_str_eq(from, keys[i].from))
            return keys[i].key;
    return SLS_STR("scope-text");
}

static sls_str time_of(const sls_claim *claim)
{
    return claim->as_of.len ? claim->as_of : claim->published;
}

static sls_status known_text(const sls_seat *seat, sls_arena *arena, sls_str *out)
{
    char text[SLS_EDTF_TEXT];
    const size_t len = sls_interval_text(seat->holder.hull, text);
    return sls_arena_copy(arena, (sls_str){ text, len }, out);
}

static sls_status argue(const sls_court *in, const sls_contest *c, sls_arena *arena, sls_finding *f)
{
    const sls_member *const x = member_of(in->group, f->a), *const y = member_of(in->group, f->b);
    sls_str a, b, known_a = { 0 }, known_b = { 0 };
    sls_status status = sls_person_shown(f->a->value, arena, &a);
    if (status == SLS_OK)
        status = sls_person_shown(f->b->value, arena, &b);
    if (c && status == SLS_OK) {
        const bool straight = sls_str_eq(sls_member_seat(in->group, x), c->a->key);
        status = known_text(straight ? c->a : c->b, arena, &known_a);
        if (status == SLS_OK)
            status = known_text(straight ? c->b : c->a, arena, &known_b);
    }
    if (status != SLS_OK)
        return status;
    if (in->offices) {
        sls_finding_argue(f, (sls_arg){ "person", SLS_ARG_TEXT, a });
        sls_finding_argue(f, (sls_arg){ "office_a", SLS_ARG_OFFICE, sls_what_office(f->a->what) });
        sls_finding_argue(f, (sls_arg){ "office_b", SLS_ARG_OFFICE, sls_what_office(f->b->what) });
    } else {
        sls_finding_argue(f,
                          (sls_arg){ "office", SLS_ARG_OFFICE, sls_what_office(in->group->what) });
        sls_finding_argue(f, (sls_arg){ "person_a", SLS_ARG_TEXT, a });
        sls_finding_argue(f, (sls_arg){ "person_b", SLS_ARG_TEXT, b });
    }
    sls_finding_argue(f, (sls_arg){ "scope", SLS_ARG_COUNTRY, x->scope });
    if (!c)
        return SLS_OK;
    sls_finding_argue(f, (sls_arg){ "title_a", SLS_ARG_TEXT, f->a->surface });
    sls_finding_argue(f, (sls_arg){ "title_b", SLS_ARG_TEXT, f->b->surface });
    sls_finding_argue(f, (sls_arg){ "as_of_a", SLS_ARG_DATE, time_of(f->a) });
    sls_finding_argue(f, (sls_arg){ "as_of_b", SLS_ARG_DATE, time_of(f->b) });
    if (in->offices)
        return SLS_OK;
    sls_finding_argue(f, (sls_arg){ "known_a", SLS_ARG_DATE, known_a });
    sls_finding_argue(f, (sls_arg){ "known_b", SLS_ARG_DATE, known_b });
    sls_finding_argue(f, (sls_arg){ "scope_from", SLS_ARG_MESSAGE, scope_message(x, y) });
    return SLS_OK;
}

static sls_status write_findings(const sls_court *in, sls_arena *arena, sls_docket *docket)
{
    for (size_t i = 0; i < in->rulings.len; i++) {
        const sls_ruling *const r = &in->rulings.at[i];
        const sls_contest *const c =
            sls_verdict_is_conflict(r->verdict) ? &in->contests.at[r->detail] : NULL;
        const sls_subject of = { SLS_KIND_TITLE, in->group->what, in->group->entities,
                                 in->group->id, c ? 11 : 4 };
        sls_finding *const f = sls_docket_add(docket, r, &of, arena);
        if (!f)
            return SLS_ENOMEM;
        sls_status status = argue(in, c, arena, f);
        if (status == SLS_OK && c && r->verdict != SLS_SUPERSEDED && !in->offices)
            status = tell_support(in, c, arena, f);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

sls_status sls_rule_titles(const sls_group *group, sls_arena *arena, sls_arena *scratch,
                           sls_docket *docket)
{
    sls_court in = { .group = group,
                     .offices = sls_group_is_of_offices(group),
                     .mean_days = mean_tenure(sls_what_office(group->what)),
                     .scratch = scratch };
    size_t agreements = 0, listed = 0;
    sls_status status = sls_seats_make(group, scratch, &in.seats);
    if (status == SLS_OK && !in.offices)
        status = rule_agreements(&in, &agreements);
    listed = in.rulings.len;
    if (status == SLS_OK && (in.offices || has_one_holder(group)))
        status = sls_court_judge(&in);
    if (status != SLS_OK)
        return status;
    sls_rulings_settle(&in.rulings, in.unlisted, agreements - listed);
    return write_findings(&in, arena, docket);
}
