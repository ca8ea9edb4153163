#include "match/judgments.h"

#include "base/ascii.h"
#include "base/edtf.h"
#include "lexicon/lexicon.h"
#include "match/common.h"
#include "match/fragments.h"
#include "match/gates.h"
#include "match/pairs.h"
#include "match/scopes.h"

/* Whether a name of the list is a person's: of two words or more, in small letters. */
static bool is_person(sls_str name)
{
    return sls_str_find_byte(name, ' ') != SIZE_MAX;
}

/* Whether a person of one claim is one of the other. */
static bool share_person(const sls_claim *a, const sls_claim *b)
{
    sls_str list = a->entities, one;
    while (sls_str_split(&list, ';', &one))
        if (is_person(one) && sls_str_list_has(b->entities, one))
            return true;
    return false;
}

/* Whether both name persons whom it befell, and none in common. */
static bool patients_part(const sls_claim *a, const sls_claim *b)
{
    return is_person(a->patient) && is_person(b->patient) && !sls_str_eq(a->patient, b->patient);
}

/* A body: ids of bodies are in capitals. A country stands for any of its own. */
static bool is_body(sls_str party)
{
    return party.len > 0 && sls_is_upper(party.ptr[0]) && !sls_scope_is_country(party);
}

/* Whether both tell who decided, and it was two: the court, and the house. */
static bool deciders_part(const sls_claim *a, const sls_claim *b)
{
    return is_body(a->agent) && is_body(b->agent) && !sls_str_eq(a->agent, b->agent);
}

/* "sentenced", "jailed": of somebody. */
static bool is_trial(const sls_claim *c)
{
    return sls_lexicon_attribute_is(SLS_C_EVENT, c->event, "tie", "person");
}

/* One matter: the sentences share words, and the articles what else they tell. */
static bool is_one_matter(const sls_pairing *in, const sls_fact *a, const sls_fact *b)
{
    const sls_common found = sls_common_of(in->roll, a->article, b->article);
    int shared;
    const int held = sls_sentence_held(a->claim, b->claim, &shared);
    const bool across = !sls_str_eq(a->claim->lang, b->claim->lang);
    const int ties = across ? SLS_JUDGED_TIES_ACROSS : SLS_JUDGED_TIES;
    return found.differing == 0 && found.shared >= ties &&
           (across || (held >= SLS_JUDGED_HELD && shared >= SLS_JUDGED_WORDS));
}

/* The day that a sentence gives, where it gives one alone. */
static bool day_of(const sls_roll *roll, const sls_fact *f, sls_interval *out)
{
    const sls_roll_article *const a = &roll->articles[f->article];
    sls_edtf when;
    size_t days = 0;
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_COMMON_CLAIMS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (c->kind != SLS_KIND_DATE || c->sentence != f->claim->sentence ||
            c->zone != f->claim->zone || sls_edtf_read(c->value, &when) != SLS_OK ||
            when.days.first != when.days.last)
            continue;
        *out = when.days;
        days++;
    }
    return days == 1;
}

/* "Ditolak pada sidang Selasa", "disetujui pada sidang Rabu": one after the other. */
static bool days_part(const sls_roll *roll, const sls_fact *a, const sls_fact *b)
{
    sls_interval x, y;
    return day_of(roll, a, &x) && day_of(roll, b, &y) && sls_interval_gap(x, y) > 0;
}

/* A list of cases; each of one against each of another is dear. */
static bool is_docket(const sls_pairing *in, const sls_fact *f)
{
    return sls_pairing_count(in, f->article) > SLS_JUDGED_MOST;
}

static void score(const sls_pairing *in, const sls_fact *a, const sls_fact *b, sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    if (in->likeness < SLS_JUDGED_STORY || is_docket(in, a) || is_docket(in, b) ||
        !sls_str_eq(x->what, y->what) || a->value == b->value || x->state != SLS_ASSERTED ||
        y->state != SLS_ASSERTED || x->zone != SLS_ZONE_BODY || y->zone != SLS_ZONE_BODY ||
        sls_str_eq(x->source, y->source) ||
        sls_interval_gap(a->published, b->published) > SLS_JUDGED_DAYS ||
        sls_pairing_tells(in, a->article, b) || sls_pairing_tells(in, b->article, a))
        return;
    const bool one = share_person(x, y) && !patients_part(x, y);
    const bool tied = is_trial(x) || is_trial(y) ? one : is_one_matter(in, a, b);
    if (tied && !deciders_part(x, y) && !days_part(in->roll, a, b))
        sls_terms_add(terms, SLS_TERM_START, SLS_JUDGED_SCORE);
}

sls_status sls_judgments_find(const sls_roll *roll, const sls_facts *facts,
                              const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    return sls_pairs_link(roll, facts, stories, SLS_STORIES_DATED, score, arena, links);
}
