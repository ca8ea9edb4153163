#include "compare/ranks.h"

#include "base/edtf.h"
#include "compare/court.h"
#include "compare/support.h"
#include "compare/thresholds.h"
#include "model/sense.h"

bool sls_group_is_of_ranks(const sls_group *group)
{
    return group->kind == SLS_KIND_TITLE && sls_str_starts(group->what, SLS_STR("rank@"));
}

/* A rank is told of the day of the report, unless the claim says otherwise. */
static bool is_now(const sls_claim *claim)
{
    return claim->state == SLS_ASSERTED &&
           (!sls_claim_is_dated(claim) || sls_str_starts(claim->as_of, claim->published));
}

static bool are_of_one_time(const sls_claim *a, const sls_claim *b)
{
    sls_edtf x, y;
    return sls_edtf_read(a->published, &x) == SLS_OK && sls_edtf_read(b->published, &y) == SLS_OK &&
           sls_interval_gap(x.days, y.days) <= SLS_RANK_DAYS;
}

static bool is_full_name(const sls_claim *claim)
{
    return sls_str_find_byte(claim->value, ' ') != SIZE_MAX;
}

static bool may_clash(const sls_claim *a, const sls_claim *b)
{
    return !sls_str_eq(a->article, b->article) &&
           !sls_str_eq(sls_what_office(a->what), sls_what_office(b->what)) && is_now(a) &&
           is_now(b) && is_full_name(a) && is_full_name(b) && are_of_one_time(a, b);
}

static sls_side side_of(const void *context, const sls_member *member)
{
    const sls_finding *const f = context;
    if (member->claim->state != SLS_ASSERTED)
        return SLS_SIDE_NONE;
    const sls_str rank = sls_what_office(member->claim->what);
    if (sls_str_eq(rank, sls_what_office(f->a->what)))
        return SLS_SIDE_A;
    return sls_str_eq(rank, sls_what_office(f->b->what)) ? SLS_SIDE_B : SLS_SIDE_NONE;
}

static sls_status write_finding(const sls_group *group, const sls_ruling *r, sls_arena *arena,
                                sls_arena *scratch, sls_docket *docket)
{
    sls_str person;
    sls_support support;
    sls_finding *const f =
        sls_docket_add(docket, r, SLS_KIND_TITLE, group->what, group->entities, group->id, arena);
    if (!f)
        return SLS_ENOMEM;
    sls_status status = sls_person_shown(group->members[0].who, arena, &person);
    if (status != SLS_OK)
        return status;
    sls_finding_argue(f, (sls_arg){ "person", SLS_ARG_TEXT, person });
    sls_finding_argue(f, (sls_arg){ "office_a", SLS_ARG_OFFICE, sls_what_office(f->a->what) });
    sls_finding_argue(f, (sls_arg){ "office_b", SLS_ARG_OFFICE, sls_what_office(f->b->what) });
    sls_finding_argue(f, (sls_arg){ "title_a", SLS_ARG_TEXT, f->a->surface });
    sls_finding_argue(f, (sls_arg){ "title_b", SLS_ARG_TEXT, f->b->surface });
    status = sls_support_weigh(group->members, group->count, side_of, f, scratch, &support);
    return status == SLS_OK ? sls_support_tell(&support, arena, f) : status;
}

sls_status sls_rule_ranks(const sls_group *group, sls_arena *arena, sls_arena *scratch,
                          sls_docket *docket)
{
    sls_rulings rulings = { 0 };
    sls_status status = SLS_OK;
    const size_t count = group->count < SLS_RANKS_MOST ? group->count : SLS_RANKS_MOST;
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        for (size_t j = i + 1; j < count && status == SLS_OK; j++) {
            sls_ruling r = { .rule = "rank-conflict",
                             .verdict = SLS_CONFLICT,
                             .severity = SLS_ERROR,
                             .a = group->members[i].claim,
                             .b = group->members[j].claim };
            if (!may_clash(r.a, r.b))
                continue;
            sls_ruling_weigh(&r, SLS_TERM_START, SLS_RANK_SCORE);
            status = sls_ruling_add(&rulings, r, scratch);
        }
    }
    if (status == SLS_OK)
        sls_rulings_settle(&rulings, 0, 0);
    for (size_t i = 0; i < rulings.len && status == SLS_OK; i++)
        status = write_finding(group, &rulings.at[i], arena, scratch, docket);
    return status;
}
