#include "match/match.h"

#include "base/crew.h"
#include "match/agents.h"
#include "match/ages.h"
#include "match/align.h"
#include "match/captions.h"
#include "match/clocks.h"
#include "match/days.h"
#include "match/fragments.h"
#include "match/independence.h"
#include "match/judgments.h"
#include "match/linking.h"
#include "match/people.h"
#include "match/plates.h"
#include "match/posts.h"
#include "match/results.h"
#include "match/scopes.h"
#include "match/sites.h"
#include "match/slips.h"
#include "match/stances.h"
#include "match/stories.h"
#include "match/tally.h"
#include "match/undone.h"
#include "match/variants.h"

#include <string.h>

static sls_status tell_dates(const sls_roll *roll, const sls_facts *facts,
                             const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    const sls_status status = sls_clocks_find(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : sls_days_find(roll, facts, stories, arena, links);
}

static sls_status tell_whole_dates(const sls_roll *roll, const sls_facts *facts,
                                   const sls_stories *stories, sls_arena *arena,
                                   sls_link_list *links)
{
    (void)roll;
    return sls_slips_find(facts, stories, arena, links);
}

/* Only measures rise and fall. */
static sls_status tell_stances(const sls_roll *roll, const sls_facts *facts,
                               const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    const sls_status status = sls_stances_find(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : sls_fragments_find(roll, facts, stories, arena, links);
}

/* Who did what is counted, and which way it went. */
static sls_status tell_counts(const sls_roll *roll, const sls_facts *facts,
                              const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    const sls_status status = sls_agents_find(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : tell_stances(roll, facts, stories, arena, links);
}

/* What is dated is done, or not yet, and by whom. */
static sls_status tell_deeds(const sls_roll *roll, const sls_facts *facts,
                             const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    sls_status status = sls_undone_find(roll, facts, stories, arena, links);
    if (status == SLS_OK)
        status = sls_agents_find(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : sls_fragments_find(roll, facts, stories, arena, links);
}

static const sls_recipe recipes[] = {
    { SLS_KIND_QUANTITY, false, sls_quantity_keys, sls_align_quantities, sls_tally_stories,
      sls_ages_find, NULL, NULL },
    { SLS_KIND_DATE, false, sls_date_keys, sls_align_dates, tell_dates, NULL, tell_whole_dates,
      sls_captions_find },
    { SLS_KIND_IDENTIFIER, false, NULL, NULL, sls_plates_find, NULL, NULL, NULL },
    { SLS_KIND_SCORE, false, NULL, NULL, sls_results_find, NULL, NULL, NULL },
    { SLS_KIND_PLACE, false, NULL, NULL, sls_sites_find, NULL, NULL, NULL },
    { SLS_KIND_OUTCOME, false, NULL, NULL, sls_judgments_find, NULL, NULL, NULL },
    { SLS_KIND_QUANTITY, true, NULL, NULL, tell_counts, NULL, NULL, NULL },
    { SLS_KIND_DATE, true, NULL, NULL, tell_deeds, NULL, NULL, NULL },
};
_Static_assert(sizeof recipes / sizeof *recipes == SLS_RECIPES, "each is kept");
enum {
    POSTS = SLS_RECIPES,
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
    sls_recall recall;
    bool recalls; /* an earlier match is looked at, or a later one is to */
    size_t jobs;
    sls_arena *telling; /* of the stories */
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
        return sls_witnesses_find(&m->roll, m->recalls ? &m->recall : NULL, m->jobs);
    case PEOPLE:
        status = sls_people_find(&m->roll, m->arenas[i], &m->people);
        return status != SLS_OK ? status : sls_scopes_close(&m->roll, m->arenas[i]);
    default:
        return sls_stories_find(&m->roll, m->recalls ? &m->recall : NULL, m->jobs, m->telling,
                                &m->stories);
    }
}

static sls_status find_groups(void *context, size_t i)
{
    matching *const m = context;
    if (i == POSTS)
        return sls_posts_group(&m->roll, &m->people, m->arenas[i], &m->groups[i]);
    if (i == VARIANTS)
        return sls_variants_group(&m->roll, &m->people, &m->stories, m->arenas[i], &m->groups[i]);
    return sls_facts_group(&recipes[i], i, &m->roll, &m->stories, m->recalls ? &m->recall : NULL,
                           m->jobs, m->arenas[i], &m->counts[i], &m->groups[i]);
}

/* The groups of all pieces, in their order. */
static sls_status gather(const matching *m, sls_arena *own, sls_arena *arena, sls_matching *out)
{
    sls_group_list all = { 0 };
    for (size_t i = 0; i < PIECES; i++)
        all.cap += m->groups[i].len;
    *out = (sls_matching){ .groups = sls_arena_alloc(arena, (all.cap + 1) * sizeof *out->groups) };
    all.at = sls_arena_alloc(own, (all.cap + 1) * sizeof *all.at);
    if (!all.at || !out->groups)
        return SLS_ENOMEM;
    for (size_t i = 0; i < PIECES; i++) {
        if (m->groups[i].len > 0)
            memcpy(all.at + all.len, m->groups[i].at, m->groups[i].len * sizeof *all.at);
        all.len += m->groups[i].len;
        out->blocks += m->counts[i].blocks;
        out->blocks_split += m->counts[i].split;
        out->merged += m->counts[i].merged;
    }
    const sls_status status = sls_groups_settle(&m->roll, &all, m->jobs, arena);
    for (out->count = 0; status == SLS_OK && out->count < all.len; out->count++)
        out->groups[out->count] = all.at[out->count].group;
    return status;
}

/* Everything but the groups' last order; `own` is of what goes with them. */
static sls_status find_all(matching *m, const sls_claim *claims, size_t count,
                           const sls_memory *memory, sls_arena *own)
{
    sls_status status = memory ? sls_roll_make_of(memory->of, own, &m->roll)
                               : sls_roll_make(claims, count, own, &m->roll);
    if (status == SLS_OK && memory)
        status = sls_recall_begin(&m->roll, memory, m->jobs, own, &m->recall);
    if (status == SLS_OK)
        status = sls_crew_run(find_base, m, BASES, m->jobs);
    if (status == SLS_OK && memory)
        status = sls_recall_stories(&m->recall, &m->stories, own);
    return status == SLS_OK ? sls_crew_run(find_groups, m, PIECES, m->jobs) : status;
}

sls_status sls_match(const sls_claim *claims, size_t count, const sls_memory *memory, size_t jobs,
                     sls_arena *arena, sls_matching *out)
{
    matching m = { .jobs = jobs, .recalls = memory != NULL, .telling = sls_arena_new(0) };
    sls_arena *const own = sls_arena_new(0);
    sls_status status = own && m.telling ? SLS_OK : SLS_ENOMEM;
    for (size_t i = 0; i < PIECES; i++) {
        m.arenas[i] = sls_arena_new(0);
        if (!m.arenas[i])
            status = SLS_ENOMEM;
    }
    if (status == SLS_OK)
        status = find_all(&m, claims, count, memory, own);
    for (size_t i = 0; i < PIECES; i++)
        sls_arena_adopt(arena, m.arenas[i]);
    if (m.recall.now && m.recall.now->arenas[SLS_RECIPES])
        sls_arena_adopt(m.recall.now->arenas[SLS_RECIPES], m.telling);
    else
        sls_arena_free(m.telling);
    if (status == SLS_OK)
        status = gather(&m, own, arena, out);
    sls_arena_free(own);
    return status;
}
