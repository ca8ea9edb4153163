#include "match/match.h"

#include "base/crew.h"
#include "match/ages.h"
#include "match/align.h"
#include "match/captions.h"
#include "match/clocks.h"
#include "match/company.h"
#include "match/days.h"
#include "match/fragments.h"
#include "match/groups.h"
#include "match/independence.h"
#include "match/keys.h"
#include "match/people.h"
#include "match/plates.h"
#include "match/posts.h"
#include "match/results.h"
#include "match/scopes.h"
#include "match/slips.h"
#include "match/stances.h"
#include "match/stories.h"
#include "match/tally.h"
#include "match/variants.h"
#include "model/stance.h"

#include <string.h>

typedef struct {
    const sls_roll *roll;
    const sls_facts *facts;
    int (*align)(const sls_fact *, const sls_fact *, sls_terms *);
    sls_link_list *links;
    sls_arena *arena;
} aligning;

/* Two quakes of one coast and day: the figures beside the values differ as well, and none agrees.
 */
static bool are_two_instances(const sls_roll *roll, const sls_fact *a, const sls_fact *b)
{
    if (a->article == b->article || a->value == b->value ||
        (a->tie != SLS_TIE_FIGURE && b->tie != SLS_TIE_FIGURE))
        return false;
    const sls_company company = sls_company_of(roll, a->entry, b->entry);
    return company.figures == 0 && company.differing > 0;
}

static sls_status visit(void *context, uint32_t a, uint32_t b)
{
    const aligning *const in = context;
    const sls_fact *const x = &in->facts->at[a], *const y = &in->facts->at[b];
    sls_terms terms;
    if (in->align(x, y, &terms) == 0)
        return SLS_OK;
    if (sls_stance_parts(x->claim, y->claim)) /* no agreement: see stances.h */
        return SLS_OK;
    if (x->claim->kind == SLS_KIND_QUANTITY && sls_facts_part(in->facts, x, y))
        return SLS_OK;
    if (x->article != y->article && x->value != y->value && sls_facts_know_both(in->facts, x, y))
        return SLS_OK;
    if (are_two_instances(in->roll, x, y))
        return SLS_OK;
    return sls_link_add(in->links, a, b, &terms, in->arena);
}

typedef struct {
    sls_kind kind;
    bool stances; /* with facts that are denied; compared by their words, not by features */
    /* NULL where nothing is compared outside stories: with it, `align` */
    sls_status (*keys)(const sls_facts *, sls_arena *, sls_key_row **, size_t *);
    int (*align)(const sls_fact *, const sls_fact *, sls_terms *);
    sls_status (*tell)(const sls_roll *, const sls_facts *, const sls_stories *, sls_arena *,
                       sls_link_list *); /* aligns inside stories */
} recipe;

static sls_status tell_quantities(const sls_roll *roll, const sls_facts *facts,
                                  const sls_stories *stories, sls_arena *arena,
                                  sls_link_list *links)
{
    const sls_status status = sls_tally_stories(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : sls_ages_find(roll, facts, stories, arena, links);
}

static sls_status tell_dates(const sls_roll *roll, const sls_facts *facts,
                             const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    sls_status status = sls_slips_find(facts, stories, arena, links);
    if (status == SLS_OK)
        status = sls_clocks_find(roll, facts, stories, arena, links);
    if (status == SLS_OK)
        status = sls_days_find(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : sls_captions_find(roll, facts, arena, links);
}

/* Only measures rise and fall: dates of dated stories have nothing to tell both ways. */
static sls_status tell_stances(const sls_roll *roll, const sls_facts *facts,
                               const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    const sls_status status = sls_stances_find(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : sls_fragments_find(roll, facts, stories, arena, links);
}

/* Blocks and stories find links apart from each other. */
enum { IN_BLOCKS, IN_STORIES, WAYS };

typedef struct {
    const recipe *how;
    const sls_roll *roll;
    const sls_stories *stories;
    sls_facts facts;
    sls_block_counts counts;
    sls_arena *arenas[WAYS];
    sls_link_list links[WAYS];
} linking;

static sls_status link_blocks(linking *in)
{
    sls_arena *const arena = in->arenas[IN_BLOCKS];
    sls_key_row *rows = NULL;
    size_t count = 0;
    if (!in->how->keys)
        return SLS_OK;
    const sls_status status = in->how->keys(&in->facts, arena, &rows, &count);
    aligning aligned = { in->roll, &in->facts, in->how->align, &in->links[IN_BLOCKS], arena };
    return status != SLS_OK ? status : sls_blocks_visit(rows, count, visit, &aligned, &in->counts);
}

static sls_status link_facts(void *context, size_t way)
{
    linking *const in = context;
    if (way == IN_BLOCKS)
        return link_blocks(in);
    return in->how->tell(in->roll, &in->facts, in->stories, in->arenas[IN_STORIES],
                         &in->links[IN_STORIES]);
}

/* The links of both ways in one list, which is of the first one's arena. */
static sls_status join_links(linking *in)
{
    sls_link_list *const all = &in->links[IN_BLOCKS];
    const sls_link_list *const more = &in->links[IN_STORIES];
    const size_t len = all->len + more->len;
    if (len > all->cap) {
        sls_link *const at =
            sls_arena_grow(in->arenas[IN_BLOCKS], all->at, all->cap, len, sizeof *at);
        if (!at)
            return SLS_ENOMEM;
        all->at = at;
        all->cap = len;
    }
    if (more->len > 0)
        memcpy(all->at + all->len, more->at, more->len * sizeof *more->at);
    all->len = len;
    return SLS_OK;
}

static sls_status match_facts(const recipe *how, const sls_roll *roll, const sls_stories *stories,
                              size_t jobs, sls_arena *arena, sls_block_counts *counts,
                              sls_group_list *groups)
{
    linking in = { .how = how, .roll = roll, .stories = stories };
    sls_status status = SLS_OK;
    for (size_t i = 0; i < WAYS; i++) {
        in.arenas[i] = sls_arena_new(0);
        if (!in.arenas[i])
            status = SLS_ENOMEM;
    }
    if (status == SLS_OK)
        status = sls_facts_make(roll, how->kind, how->stances, in.arenas[IN_BLOCKS], &in.facts);
    if (status == SLS_OK)
        status = sls_crew_run(link_facts, &in, WAYS, jobs);
    if (status == SLS_OK)
        status = join_links(&in);
    sls_arena_free(in.arenas[IN_STORIES]);
    if (status == SLS_OK)
        status =
            sls_groups_connect(roll, how->kind, &in.facts, &in.links[IN_BLOCKS], arena, groups);
    sls_arena_free(in.arenas[IN_BLOCKS]);
    *counts = in.counts;
    return status;
}

static const recipe recipes[] = {
    { SLS_KIND_QUANTITY, false, sls_quantity_keys, sls_align_quantities, tell_quantities },
    { SLS_KIND_DATE, false, sls_date_keys, sls_align_dates, tell_dates },
    { SLS_KIND_IDENTIFIER, false, NULL, NULL, sls_plates_find },
    { SLS_KIND_SCORE, false, NULL, NULL, sls_results_find },
    { SLS_KIND_QUANTITY, true, NULL, NULL, tell_stances },
    { SLS_KIND_DATE, true, NULL, NULL, sls_fragments_find },
};
enum {
    RECIPES = sizeof recipes / sizeof *recipes,
    POSTS = RECIPES,
    VARIANTS,
    PIECES, /* each has groups of its own */
    /* what is to be known first */
    WITNESSES = 0,
    PEOPLE,
    STORIES,
    BASES
};

typedef struct {
    sls_roll roll;
    sls_people people;
    sls_stories stories;
    size_t jobs;
    sls_arena *arenas[PIECES];
    sls_group_list groups[PIECES];
    sls_block_counts counts[PIECES];
} matching;

static sls_status find_base(void *context, size_t i)
{
    matching *const m = context;
    sls_status status;
    switch (i) {
    case WITNESSES:
        return sls_witnesses_find(&m->roll);
    case PEOPLE:
        status = sls_people_find(&m->roll, m->arenas[i], &m->people);
        return status != SLS_OK ? status : sls_scopes_close(&m->roll, m->arenas[i]);
    default:
        return sls_stories_find(&m->roll, m->arenas[i], &m->stories);
    }
}

static sls_status find_groups(void *context, size_t i)
{
    matching *const m = context;
    if (i == POSTS)
        return sls_posts_group(&m->roll, &m->people, m->arenas[i], &m->groups[i]);
    if (i == VARIANTS)
        return sls_variants_group(&m->roll, &m->people, &m->stories, m->arenas[i], &m->groups[i]);
    return match_facts(&recipes[i], &m->roll, &m->stories, m->jobs, m->arenas[i], &m->counts[i],
                       &m->groups[i]);
}

/* All groups, in the order of the pieces. */
static sls_status gather(const matching *m, sls_arena *arena, sls_matching *out)
{
    sls_group_list all = { 0 };
    for (size_t i = 0; i < PIECES; i++)
        all.cap += m->groups[i].len;
    all.at = sls_arena_alloc(arena, (all.cap + 1) * sizeof *all.at);
    if (!all.at)
        return SLS_ENOMEM;
    *out = (sls_matching){ .groups = all.at };
    for (size_t i = 0; i < PIECES; i++) {
        if (m->groups[i].len > 0)
            memcpy(all.at + all.len, m->groups[i].at, m->groups[i].len * sizeof *all.at);
        all.len += m->groups[i].len;
        out->blocks += m->counts[i].blocks;
        out->blocks_split += m->counts[i].split;
        out->merged += m->counts[i].merged;
    }
    out->count = all.len;
    return sls_groups_settle(&all, arena);
}

sls_status sls_match(const sls_claim *claims, size_t count, size_t jobs, sls_arena *arena,
                     sls_matching *out)
{
    matching m = { .jobs = jobs };
    sls_status status = sls_roll_make(claims, count, arena, &m.roll);
    for (size_t i = 0; i < PIECES; i++) {
        m.arenas[i] = sls_arena_new(0);
        if (!m.arenas[i])
            status = SLS_ENOMEM;
    }
    if (status == SLS_OK)
        status = sls_crew_run(find_base, &m, BASES, jobs);
    if (status == SLS_OK)
        status = sls_crew_run(find_groups, &m, PIECES, jobs);
    for (size_t i = 0; i < PIECES; i++)
        sls_arena_adopt(arena, m.arenas[i]);
    return status != SLS_OK ? status : gather(&m, arena, out);
}
