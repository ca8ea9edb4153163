#include "match/undone.h"

#include "match/days.h"
#include "match/fragments.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "model/sense.h"
#include "model/stance.h"

/* Whether the clause denies the event that the fact dates. */
static bool denies_own(const sls_fact *f)
{
    const sls_str event = SLS_STR("not:@");
    sls_str rest = f->claim->stance, part;
    while (sls_str_split(&rest, ';', &part))
        if (f->event.len > 0 && sls_str_starts(part, event) &&
            sls_str_eq(sls_str_slice(part, event.len, part.len), f->event))
            return true;
    return f->claim->state == SLS_DENIED && sls_stance_denies(f->claim);
}

/* "Belum menyala" beside what was on fire: not yet so, of whatever event is dated. */
static bool is_denied(const sls_fact *f)
{
    return denies_own(f) ||
           (sls_stance_denies(f->claim) && sls_str_list_has(f->claim->stance, SLS_STR("done-")));
}

/* Whether it is told to be so; beside a mere "belum" it takes a "sudah". */
static bool is_affirmed(const sls_fact *yes, const sls_fact *no)
{
    return yes->claim->state == SLS_ASSERTED &&
           (denies_own(no) || sls_str_list_has(yes->claim->stance, SLS_STR("done+")));
}

/* Whether an article tells what `f` tells the other way round as well. */
static bool tells_both(const sls_pairing *in, const sls_fact *f)
{
    for (uint32_t i = in->facts->first[f->article]; i < in->facts->first[f->article + 1]; i++) {
        const sls_fact *const g = &in->facts->at[i];
        if (is_denied(g) != is_denied(f) &&
            sls_stance_compare(g->claim, f->claim) == SLS_STANCE_DENIES)
            return true;
    }
    return false;
}

/* "Rabu pagi", "Rabu malam": what is not done in the morning may be so by night. */
static bool are_hours_apart(const sls_claim *a, const sls_claim *b)
{
    const bool clocks = sls_claim_tells_clock(a) || sls_claim_tells_clock(b);
    return !sls_str_eq(sls_claim_daypart(a), sls_claim_daypart(b)) ||
           (clocks && !sls_claims_say_one_value(a, b));
}

/* A log of what was done when: which of it is meant cannot be told, and is dear to ask. */
static bool is_log(const sls_pairing *in, const sls_fact *f)
{
    return sls_pairing_count(in, f->article) > SLS_DAYS_MOST;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    int shared;
    if (in->likeness < SLS_UNDONE_STORY || is_log(in, a) || is_log(in, b) ||
        is_denied(a) == is_denied(b) || !sls_str_eq(a->event, b->event) ||
        sls_str_eq(x->source, y->source) || !a->readable || !b->readable ||
        !(is_denied(a) ? is_affirmed(b, a) : is_affirmed(a, b)) ||
        sls_interval_gap(a->published, b->published) > 0 || sls_interval_gap(a->days, b->days) > 0)
        return;
    if (sls_stance_compare(x, y) != SLS_STANCE_DENIES ||
        sls_sentence_held(x, y, &shared) < SLS_UNDONE_HELD || shared < SLS_UNDONE_WORDS ||
        are_hours_apart(x, y) || tells_both(in, a) || tells_both(in, b))
        return;
    sls_terms_add(terms, SLS_TERM_DENIAL, SLS_UNDONE_SCORE);
}

sls_status sls_undone_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                           sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_DATED, score, arena, links);
}
