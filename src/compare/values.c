#include "base/ascii.h"
#include "compare/amounts.h"
#include "compare/dates.h"
#include "compare/inside.h"
#include "compare/outcomes.h"
#include "compare/rules.h"
#include "compare/sides.h"
#include "compare/support.h"
#include "compare/thresholds.h"
#include "lexicon/lexicon.h"
#include "model/date_slip.h"
#include "model/sense.h"
#include "model/stance.h"

#include <string.h>

enum {
    HEDGE_BYTES = 32, /* of a longer word the first ones count */
    OWN_ARGUMENTS = 4 /* slip, how; of a date weekday, fit, fit_date */
};

/* A group of dates or of quantities under the rules. */
typedef struct {
    const sls_group *group;
    const sls_edtf *dates; /* per member, of a group of dates */
    const bool *readable;
    sls_outcomes *outcomes;
} values;

static bool is_once(const sls_claim *claim)
{
    const sls_str often = sls_lexicon_attribute(SLS_C_EVENT, sls_claim_event(claim), "recurrence");
    return sls_str_eq(often, SLS_STR("once")) || sls_str_eq(often, SLS_STR("unique"));
}

/* --- dates --- */

static void weigh_date_conflict(const values *in, const sls_pair *pair, sls_ruling *r)
{
    const sls_claim *const a = r->a, *const b = r->b;
    const bool slip = sls_terms_have(&pair->terms, SLS_TERM_DIGITS);
    const bool vague = !slip && sls_interval_is_open(in->dates[pair->a].days) !=
                                    sls_interval_is_open(in->dates[pair->b].days);
    const bool full = a->entities.len > 0 && sls_str_eq(a->entities, b->entities);
    r->rule = "date-conflict";
    /* one plan, told with a slip of the pen */
    const bool planned = slip && a->state == SLS_PLANNED && b->state == SLS_PLANNED;
    if (vague || (!planned && !sls_are_asserted(a, b)) || pair->score < SLS_SCORE_DATE) {
        r->verdict = SLS_POSSIBLE;
        r->severity = SLS_NOTE;
        return;
    }
    r->verdict = SLS_CONFLICT;
    r->severity = is_once(a) && full && pair->score >= SLS_SCORE_ERROR ? SLS_ERROR : SLS_WARNING;
}

/* Told before it happens: planned, or dated after the article. */
static bool is_ahead(const sls_claim *claim)
{
    sls_edtf when, published;
    if (claim->state == SLS_PLANNED)
        return true;
    return sls_edtf_read(claim->value, &when) == SLS_OK &&
           sls_edtf_read(claim->published, &published) == SLS_OK && !sls_edtf_is_clock(&when) &&
           when.days.first > published.days.last;
}

/* "About 14.06", "Minggu (1/3) menjelang pukul 10", "lewat pukul 10": a word hedges the hour. */
static bool is_hedged(const sls_claim *clock)
{
    sls_lang lang;
    char folded[HEDGE_BYTES];
    sls_str rest = clock->surface;
    size_t n;
    if (sls_lang_of(clock->lang, &lang) != SLS_OK)
        return false;
    for (bool first = true; (n = sls_next_word(&rest, folded, sizeof folded)) > 0; first = false) {
        const sls_form *form = sls_lexicon_form(lang, (sls_str){ folded, n });
        const sls_str of = sls_form_value(form, SLS_C_CLOCK);
        if (sls_form_is(form, SLS_C_HEDGE) || sls_str_eq(of, SLS_STR("near")) ||
            (first && sls_str_eq(of, SLS_STR("past"))))
            return true;
    }
    return false;
}

static bool is_same_about(const values *in, const sls_pair *pair, const sls_ruling *r)
{
    const sls_edtf *const x = &in->dates[pair->a], *const y = &in->dates[pair->b];
    const bool a = is_hedged(r->a), b = is_hedged(r->b);
    const bool hour = (a && x->minute % 60 == 0) || (b && y->minute % 60 == 0);
    const int about = hour ? SLS_ABOUT_HOUR_MINUTES : SLS_ABOUT_MINUTES;
    return (a || b) && sls_edtf_minutes_apart(x, y) <= (a && b ? SLS_ABOUT_BOTH_MINUTES : about);
}

/* Whether the pair is worth a row, and which. */
static bool rule_dates(const values *in, const sls_pair *pair, sls_ruling *r)
{
    if (!in->readable[pair->a] || !in->readable[pair->b])
        return false;
    if (sls_date_slip_of(r->a, r->b) != SLS_SLIP_NONE ||
        sls_date_slip_of(r->b, r->a) != SLS_SLIP_NONE) {
        r->rule = "date-slip";
        r->verdict = SLS_CONFLICT;
        r->severity = SLS_ERROR;
        return true;
    }
    switch (sls_dates_compare(&in->dates[pair->a], &in->dates[pair->b])) {
    case SLS_DATES_SILENT:
        return false;
    case SLS_DATES_AGREE:
        r->rule = "date-agree";
        r->verdict = SLS_AGREE;
        return !sls_is_repetition(r->a, r->b);
    case SLS_DATES_REFINE:
        r->rule = "date-refine";
        r->verdict = SLS_REFINE;
        return !sls_is_repetition(r->a, r->b);
    case SLS_DATES_CLOCKS:
        if (is_same_about(in, pair, r)) {
            r->rule = "date-agree";
            r->verdict = SLS_AGREE;
            return !sls_is_repetition(r->a, r->b);
        }
        r->rule = "date-conflict";
        r->verdict = sls_are_asserted(r->a, r->b) ? SLS_CONFLICT : SLS_POSSIBLE;
        /* what was planned for two and began at half past two is no conflict */
        r->severity = is_ahead(r->a) != is_ahead(r->b) ? SLS_NOTE : SLS_WARNING;
        return pair->score >= SLS_SCORE_CLOCK && !sls_is_repetition(r->a, r->b);
    case SLS_DATES_CONFLICT:
        weigh_date_conflict(in, pair, r);
        return true;
    }
    return false;
}

/* Whether match found that two did the one thing of which both tell. */
static bool is_of_two_agents(const sls_pair *pair)
{
    return pair->terms.count > 0 && pair->terms.at[0].name == SLS_TERM_PARTICIPANTS;
}

/*
 * Two identifiers of one thing are equal, or one of them is wrong; so are two results of one match,
 * two places of one event and two ends of one trial, of which match links unequal ones alone.
 * How surely it is one thing, the score tells.
 */
static bool rule_literals(sls_kind kind, const sls_pair *pair, sls_ruling *r)
{
    if ((kind == SLS_KIND_SCORE && is_of_two_agents(pair)) || kind == SLS_KIND_OUTCOME) {
        r->rule = "stance-conflict"; /* the winner of one report is the loser of the other */
        r->verdict = SLS_CONFLICT;
        r->severity = SLS_WARNING;
        return true;
    }
    const bool equal = sls_str_eq(r->a->value, r->b->value);
    if (kind == SLS_KIND_PLACE)
        r->rule = "place-conflict";
    else if (kind == SLS_KIND_SCORE)
        r->rule = equal ? "score-agree" : "score-conflict";
    else
        r->rule = equal ? "identifier-agree" : "identifier-conflict";
    r->verdict = equal ? SLS_AGREE : SLS_CONFLICT;
    r->severity = equal ? SLS_NOTE : r->score >= SLS_SCORE_ERROR ? SLS_ERROR : SLS_WARNING;
    return !equal || !sls_is_repetition(r->a, r->b);
}

static bool rule_agents(sls_ruling *r)
{
    r->rule = "agent-conflict";
    r->verdict = SLS_CONFLICT;
    r->severity = SLS_WARNING;
    return true;
}

/* Whether match found that one of the two denies what the other tells. */
static bool is_denial(const sls_pair *pair)
{
    return pair->terms.count > 0 && pair->terms.at[0].name == SLS_TERM_DENIAL;
}

/*
 * One value, told both ways: by words alone, so it is never more than a warning. A plan that the
 * other denies is denied; one that goes the other way may have been changed.
 */
static bool rule_stance(const sls_pair *pair, sls_ruling *r)
{
    const bool plan =
        !is_denial(pair) && (r->a->state == SLS_PLANNED) != (r->b->state == SLS_PLANNED);
    r->rule = "stance-conflict";
    r->verdict = plan ? SLS_POSSIBLE : SLS_CONFLICT;
    r->severity = plan ? SLS_NOTE : SLS_WARNING;
    return true;
}

/* `*ruled`: whether the pair is worth a row. SLS_OK, SLS_ENOMEM. */
static sls_status rule_pair(const values *in, const sls_pair *pair, sls_ruling *r, bool *ruled)
{
    sls_outcome outcome;
    if (sls_is_literal(in->group->kind))
        *ruled = rule_literals(in->group->kind, pair, r);
    else if (is_of_two_agents(pair))
        *ruled = rule_agents(r);
    else if (sls_stance_parts(r->a, r->b) || is_denial(pair))
        *ruled = rule_stance(pair, r);
    else if (in->dates)
        *ruled = rule_dates(in, pair, r);
    else if (sls_outcomes_of(in->outcomes, pair->a, pair->b, &outcome) == SLS_OK)
        *ruled = sls_rule_amounts(outcome.numbers, pair, r);
    else
        return SLS_ENOMEM;
    return SLS_OK;
}

static sls_status rule_pairs(const values *in, sls_arena *scratch, sls_rulings *rulings)
{
    for (size_t i = 0; i < in->group->pair_count; i++) {
        const sls_pair *const pair = &in->group->pairs[i];
        sls_ruling r = { .severity = SLS_NOTE,
                         .score = pair->score,
                         .terms = pair->terms,
                         .a = in->group->members[pair->a].claim,
                         .b = in->group->members[pair->b].claim };
        bool ruled = false;
        sls_status status = rule_pair(in, pair, &r, &ruled);
        if (status == SLS_OK && ruled)
            status = sls_ruling_add(rulings, r, scratch);
        if (status != SLS_OK)
            return status;
    }
    return SLS_OK;
}

/* --- findings --- */

static sls_str longer(sls_str a, sls_str b)
{
    return a.len >= b.len ? a : b;
}

/*
 * The participants that both claims name; all of them where they share none. Taken from the two
 * claims, not from the group, so that a third article changes no id.
 */
static sls_status common_entities(const sls_claim *a, const sls_claim *b, sls_arena *arena,
                                  sls_str *out)
{
    *out = longer(a->entities, b->entities);
    sls_str rest = a->entities, item, list = { 0 };
    if (a->entities.len == 0 || b->entities.len == 0 || sls_str_eq(a->entities, b->entities))
        return SLS_OK;
    char *const text = sls_arena_alloc(arena, a->entities.len + 1);
    if (!text)
        return SLS_ENOMEM;
    list.ptr = text;
    while (sls_str_split(&rest, ';', &item)) {
        if (item.len == 0 || !sls_str_list_has(b->entities, item))
            continue;
        if (list.len > 0)
            text[list.len++] = ';';
        memcpy(text + list.len, item.ptr, item.len);
        list.len += item.len;
    }
    if (list.len > 0)
        *out = list;
    return SLS_OK;
}

/* The side that the weekday denies is wrong, whoever tells it. */
static sls_status argue_slip(sls_finding *f, sls_arena *arena)
{
    static const sls_str keys[] = { SLS_S("fit-none"), SLS_S("fit-day"), SLS_S("fit-month"),
                                    SLS_S("fit-year") };
    const bool a = sls_date_slip_of(f->a, f->b) != SLS_SLIP_NONE;
    const sls_claim *const wrong = a ? f->a : f->b, *const right = a ? f->b : f->a;
    const sls_date_slip slip = sls_date_slip_of(wrong, right);
    char text[SLS_EDTF_TEXT];
    int32_t day = 0;
    sls_str fit_date;
    (void)sls_claim_day(right, &day);
    const size_t len = sls_interval_text((sls_interval){ day, day }, text);
    const sls_status status = sls_arena_copy(arena, (sls_str){ text, len }, &fit_date);
    if (status != SLS_OK)
        return status;
    f->likely_wrong = a ? SLS_SIDE_A : SLS_SIDE_B;
    sls_finding_argue(f, (sls_arg){ "weekday", SLS_ARG_WEEKDAY, sls_weekday_text(wrong->weekday) });
    sls_finding_argue(f, (sls_arg){ "fit", SLS_ARG_MESSAGE, keys[slip] });
    sls_finding_argue(f, (sls_arg){ "fit_date", SLS_ARG_DATE, fit_date });
    return SLS_OK;
}

/* A finding whose sides the members of its group take. */
typedef struct {
    const sls_group *group;
    sls_outcomes *outcomes;
    uint32_t a, b;       /* members */
    const bool *aligned; /* per member: with one of the two */
    sls_status *status;
} taking;

/* How a member's value stands to one side of a finding: <0 denies, 0 tells nothing, >0 says it. */
static int stand(const taking *in, uint32_t member, uint32_t side)
{
    sls_outcome outcome = { .stand = 0 };
    if (*in->status == SLS_OK)
        *in->status = sls_outcomes_of(in->outcomes, member, side, &outcome);
    return outcome.stand;
}

static sls_side side_of(const void *context, const sls_member *member)
{
    const taking *const in = context;
    const uint32_t i = (uint32_t)(member - in->group->members);
    if (i == in->a || i == in->b)
        return i == in->a ? SLS_SIDE_A : SLS_SIDE_B;
    if (!in->aligned[i])
        return SLS_SIDE_NONE;
    const int a = stand(in, i, in->a), b = stand(in, i, in->b);
    if (a > 0 && b <= 0)
        return SLS_SIDE_A;
    return b > 0 && a <= 0 ? SLS_SIDE_B : SLS_SIDE_NONE;
}

static uint32_t member_of(const sls_group *group, const sls_claim *claim)
{
    uint32_t i = 0;
    while (i < group->count && group->members[i].claim != claim)
        i++;
    return i;
}

/*
 * Marks the members that are aligned with `a` or `b`. A group holds more: what is like what is like
 * it, as the tolls of two crashes that a third article tells of. NULL when memory ran out.
 */
static bool *mark_aligned(const sls_group *group, uint32_t a, uint32_t b, sls_arena *arena)
{
    bool *const aligned = sls_arena_calloc(arena, group->count + 1, sizeof *aligned);
    for (size_t i = 0; aligned && i < group->pair_count; i++) {
        const sls_pair *const p = &group->pairs[i];
        if (p->a == a || p->a == b)
            aligned[p->b] = true;
        if (p->b == a || p->b == b)
            aligned[p->a] = true;
    }
    return aligned;
}

/* Who stands on which side of `f`. SLS_OK, SLS_ENOMEM. */
static sls_status weigh_support(const values *in, sls_finding *f, sls_arena *arena,
                                sls_arena *scratch)
{
    sls_support support;
    sls_status taken = SLS_OK;
    const uint32_t a = member_of(in->group, f->a), b = member_of(in->group, f->b);
    const bool *const aligned = mark_aligned(in->group, a, b, scratch);
    const taking sides = { in->group, in->outcomes, a, b, aligned, &taken };
    if (!aligned)
        return SLS_ENOMEM;
    sls_status status =
        sls_support_weigh(in->group->members, in->group->count, side_of, &sides, scratch, &support);
    if (status == SLS_OK)
        status = taken;
    return status == SLS_OK ? sls_support_tell(&support, arena, f) : status;
}

static sls_status write_finding(const values *in, const sls_ruling *r, sls_arena *arena,
                                sls_arena *scratch, sls_docket *docket)
{
    sls_str entities;
    sls_status status = common_entities(r->a, r->b, arena, &entities);
    if (status != SLS_OK)
        return status;
    const bool agree = r->verdict == SLS_AGREE || r->verdict == SLS_REFINE;
    const sls_subject of = { in->group->kind, longer(r->a->what, r->b->what), entities,
                             in->group->id, agree ? 0 : OWN_ARGUMENTS };
    sls_finding *const f = sls_docket_add(docket, r, &of, arena);
    if (!f)
        return SLS_ENOMEM;
    f->of_values = true;
    if (agree)
        return SLS_OK;
    if (!in->dates)
        sls_finding_argue(f, (sls_arg){ "slip", SLS_ARG_MESSAGE,
                                        sls_str_of(sls_numbers_compare(r->a, r->b).slip) });
    if (strcmp(r->rule, "stance-conflict") == 0)
        sls_finding_argue(f, (sls_arg){ "how", SLS_ARG_MESSAGE,
                                        in->group->kind != SLS_KIND_SCORE &&
                                                in->group->kind != SLS_KIND_OUTCOME &&
                                                sls_stance_compare(r->a, r->b) != SLS_STANCE_OPPOSES
                                            ? SLS_STR("stance-denies")
                                            : SLS_STR("stance-opposes") });
    if (strcmp(r->rule, "agent-conflict") == 0) {
        sls_finding_argue(f, (sls_arg){ "agent_a", SLS_ARG_COUNTRY, f->a->agent });
        sls_finding_argue(f, (sls_arg){ "agent_b", SLS_ARG_COUNTRY, f->b->agent });
    }
    if (strcmp(r->rule, "date-slip") == 0)
        return argue_slip(f, arena);
    if (r->verdict != SLS_CONFLICT && r->verdict != SLS_POSSIBLE)
        return SLS_OK;
    status = weigh_support(in, f, arena, scratch);
    if (status != SLS_OK)
        return status;
    /* A slip has one source or two; what many tell on both sides is a dispute, or two things. */
    if (f->severity != SLS_NOTE && f->sources_a >= SLS_DISPUTE_WITNESSES &&
        f->sources_b >= SLS_DISPUTE_WITNESSES) {
        f->severity = SLS_NOTE;
        f->verdict = SLS_POSSIBLE;
    }
    return SLS_OK;
}

static sls_status read_dates(values *in, sls_arena *scratch)
{
    sls_edtf *const dates = sls_arena_calloc(scratch, in->group->count + 1, sizeof *dates);
    bool *const readable = sls_arena_calloc(scratch, in->group->count + 1, sizeof *readable);
    if (!dates || !readable)
        return SLS_ENOMEM;
    for (size_t i = 0; i < in->group->count; i++)
        readable[i] = sls_edtf_read(in->group->members[i].claim->value, &dates[i]) == SLS_OK;
    in->dates = dates;
    in->readable = readable;
    return SLS_OK;
}

sls_status sls_rule_values(const sls_group *group, sls_arena *arena, sls_arena *scratch,
                           sls_docket *docket)
{
    sls_outcomes outcomes;
    values in = { .group = group, .outcomes = &outcomes };
    sls_rulings rulings = { 0 };
    sls_status status = sls_outcomes_make(group, scratch, &outcomes);
    if (status == SLS_OK && group->kind == SLS_KIND_DATE)
        status = read_dates(&in, scratch);
    if (status == SLS_OK)
        status = rule_pairs(&in, scratch, &rulings);
    if (status != SLS_OK)
        return status;
    sls_rulings_settle(&rulings, group->more, group->more);
    for (size_t i = 0; status == SLS_OK && i < rulings.len; i++)
        status = write_finding(&in, &rulings.at[i], arena, scratch, docket);
    return status;
}
