#include "compare/ranks.h"

#include "base/edtf.h"
#include "compare/court.h"
#include "compare/support.h"
#include "compare/thresholds.h"
#include "lexicon/lexicon.h"
#include "model/sense.h"

#include <string.h>

enum { REGION_BYTES = 64 }; /* no name of a region has more */

static bool is_of_heads(sls_str what)
{
    return sls_str_starts(what, SLS_STR("place@"));
}

static bool is_of_deputies(sls_str what)
{
    return sls_str_starts(what, SLS_STR("deputy@"));
}

bool sls_group_is_of_ranks(const sls_group *group)
{
    return group->kind == SLS_KIND_TITLE &&
           (sls_str_starts(group->what, SLS_STR("rank@")) || is_of_heads(group->what) ||
            is_of_deputies(group->what));
}

/* Whether one title is of the other's deputy. */
static bool are_chief_and_deputy(const sls_claim *a, const sls_claim *b)
{
    const sls_str x = sls_what_office(a->what), y = sls_what_office(b->what);
    return !sls_str_eq(x, y) &&
           (sls_str_eq(sls_office_chief(x), y) || sls_str_eq(sls_office_chief(y), x));
}

static bool are_near(sls_str a, sls_str b)
{
    sls_edtf x, y;
    return sls_edtf_read(a, &x) == SLS_OK && sls_edtf_read(b, &y) == SLS_OK &&
           sls_interval_gap(x.days, y.days) <= SLS_RANK_DAYS;
}

/* A title is told of the days of the report, unless the claim says otherwise. */
static bool is_now(const sls_claim *claim)
{
    return (claim->state == SLS_ASSERTED || claim->state == SLS_DEPUTY) &&
           (!sls_claim_is_dated(claim) || are_near(claim->as_of, claim->published));
}

static sls_str place_of(const sls_claim *claim)
{
    return sls_str_slice(claim->what, sls_what_office(claim->what).len + 1, claim->what.len);
}

/* What a group is of: ranks, or else the places that its person heads. */
static sls_str title_of(const sls_claim *claim, bool heads)
{
    return heads ? place_of(claim) : sls_what_office(claim->what);
}

/* The id of a region of Indonesia by its name, in `text`; "" for what the lexicon does not know. */
static sls_str region_of(sls_str name, char text[REGION_BYTES])
{
    const sls_str country = SLS_STR("@ID");
    if (name.len + country.len > REGION_BYTES)
        return (sls_str){ 0 };
    memcpy(text, name.ptr, name.len);
    memcpy(text + name.len, country.ptr, country.len);
    const sls_str region = { text, name.len + country.len };
    return sls_lexicon_attribute(SLS_C_PLACE, region, "in").len > 0 ? region : (sls_str){ 0 };
}

/* Two regions, none of which lies in the other or is the city of the other's regency. */
static bool are_two_places(const sls_claim *a, const sls_claim *b)
{
    char left[REGION_BYTES], right[REGION_BYTES];
    const sls_str x = region_of(place_of(a), left), y = region_of(place_of(b), right);
    return x.len > 0 && y.len > 0 && !sls_str_eq(x, y) &&
           !sls_str_eq(sls_lexicon_attribute(SLS_C_PLACE, x, "twin"), y) &&
           !sls_str_eq(sls_lexicon_attribute(SLS_C_PLACE, x, "in"), y) &&
           !sls_str_eq(sls_lexicon_attribute(SLS_C_PLACE, y, "in"), x);
}

static bool is_full_name(const sls_claim *claim)
{
    return sls_str_find_byte(claim->value, ' ') != SIZE_MAX;
}

static bool may_clash(const sls_claim *a, const sls_claim *b, sls_str what)
{
    if (is_of_heads(what)      ? !are_two_places(a, b)
        : is_of_deputies(what) ? !are_chief_and_deputy(a, b)
                               : sls_str_eq(sls_what_office(a->what), sls_what_office(b->what)))
        return false;
    return !sls_str_eq(a->article, b->article) && is_now(a) && is_now(b) && is_full_name(a) &&
           is_full_name(b) && are_near(a->published, b->published);
}

static sls_side side_of(const void *context, const sls_member *member)
{
    const sls_finding *const f = context;
    const bool heads = is_of_heads(f->what);
    if (member->claim->state != SLS_ASSERTED)
        return SLS_SIDE_NONE;
    const sls_str title = title_of(member->claim, heads);
    if (sls_str_eq(title, title_of(f->a, heads)))
        return SLS_SIDE_A;
    return sls_str_eq(title, title_of(f->b, heads)) ? SLS_SIDE_B : SLS_SIDE_NONE;
}

static sls_status write_finding(const sls_group *group, const sls_ruling *r, sls_arena *arena,
                                sls_arena *scratch, sls_docket *docket)
{
    sls_str person;
    sls_support support;
    const sls_subject of = { SLS_KIND_TITLE, group->what, group->entities, group->id, 5 };
    sls_finding *const f = sls_docket_add(docket, r, &of, arena);
    if (!f)
        return SLS_ENOMEM;
    sls_status status = sls_person_shown(group->members[0].who, arena, &person);
    if (status != SLS_OK)
        return status;
    sls_finding_argue(f, (sls_arg){ "person", SLS_ARG_TEXT, person });
    const bool heads = is_of_heads(group->what);
    const sls_str x = f->a->what, y = f->b->what;
    sls_finding_argue(f, (sls_arg){ "office_a", SLS_ARG_OFFICE, heads ? x : sls_what_office(x) });
    sls_finding_argue(f, (sls_arg){ "office_b", SLS_ARG_OFFICE, heads ? y : sls_what_office(y) });
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
    const bool offices = is_of_heads(group->what) || is_of_deputies(group->what);
    const size_t count = group->count < SLS_RANKS_MOST ? group->count : SLS_RANKS_MOST;
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        for (size_t j = i + 1; j < count && status == SLS_OK; j++) {
            sls_ruling r = { .rule = offices ? "title-two-offices" : "rank-conflict",
                             .verdict = SLS_CONFLICT,
                             .severity = offices ? SLS_WARNING : SLS_ERROR,
                             .a = group->members[i].claim,
                             .b = group->members[j].claim };
            if (!may_clash(r.a, r.b, group->what))
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
