#include "match/denials.h"

#include "match/gates.h"

static bool is_none(const sls_claim *c)
{
    return c->value.len == 1 && c->value.ptr[0] == '0';
}

bool sls_denies_count(const sls_claim *a, const sls_claim *b)
{
    return is_none(a) != is_none(b);
}

void sls_denial_weigh(const sls_facts *facts, const sls_fact *a, const sls_fact *b, int likeness,
                      sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const sls_claim *const counting = is_none(x) ? y : x;
    const bool one_day = a->has_published && b->has_published &&
                         sls_interval_relate(a->published, b->published) == SLS_SAME;
    /* what is told late in a report may be another happening's */
    if (likeness < SLS_DENIED_STORY || !one_day || !a->role || !b->role ||
        !sls_str_eq(x->what, y->what) || sls_str_eq(x->source, y->source) ||
        counting->sentence > SLS_DENIED_LEAD || x->state != SLS_ASSERTED ||
        y->state != SLS_ASSERTED || x->ordinal.len > 0 || y->ordinal.len > 0 ||
        sls_facts_place(a, b) == SLS_PLACES_APART || sls_facts_part(facts, a, b))
        return;
    sls_terms_add(terms, SLS_TERM_DENIAL, SLS_DENIED_SCORE);
}
