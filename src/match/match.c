#include "match/match.h"

#include "match/ages.h"
#include "match/align.h"
#include "match/captions.h"
#include "match/clocks.h"
#include "match/fragments.h"
#include "match/groups.h"
#include "match/independence.h"
#include "match/keys.h"
#include "match/people.h"
#include "match/plates.h"
#include "match/posts.h"
#include "match/scopes.h"
#include "match/slips.h"
#include "match/stances.h"
#include "match/stories.h"
#include "match/tally.h"
#include "match/variants.h"
#include "model/stance.h"

typedef struct {
    const sls_facts *facts;
    int (*align)(const sls_fact *, const sls_fact *, sls_terms *);
    sls_link_list *links;
    sls_arena *arena;
} aligning;

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
    sls_status status = sls_slips_find(roll, facts, stories, arena, links);
    if (status == SLS_OK)
        status = sls_clocks_find(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : sls_captions_find(roll, facts, arena, links);
}

/* Only measures rise and fall: dates of dated stories have nothing to tell both ways. */
static sls_status tell_stances(const sls_roll *roll, const sls_facts *facts,
                               const sls_stories *stories, sls_arena *arena, sls_link_list *links)
{
    const sls_status status = sls_stances_find(roll, facts, stories, arena, links);
    return status != SLS_OK ? status : sls_fragments_find(roll, facts, stories, arena, links);
}

static sls_status match_facts(const recipe *how, const sls_roll *roll, const sls_stories *stories,
                              sls_arena *arena, sls_block_counts *counts, sls_group_list *groups)
{
    sls_facts facts;
    sls_key_row *rows = NULL;
    size_t row_count = 0;
    sls_link_list links = { 0 };
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status =
        scratch ? sls_facts_make(roll, how->kind, how->stances, scratch, &facts) : SLS_ENOMEM;
    if (status == SLS_OK && how->keys)
        status = how->keys(&facts, scratch, &rows, &row_count);
    if (status == SLS_OK && how->keys) {
        aligning in = { &facts, how->align, &links, scratch };
        status = sls_blocks_visit(rows, row_count, visit, &in, counts);
    }
    if (status == SLS_OK)
        status = how->tell(roll, &facts, stories, scratch, &links);
    if (status == SLS_OK)
        status = sls_groups_connect(roll, how->kind, &facts, &links, arena, groups);
    sls_arena_free(scratch);
    return status;
}

sls_status sls_match(const sls_claim *claims, size_t count, sls_arena *arena, sls_matching *out)
{
    static const recipe recipes[] = {
        { SLS_KIND_QUANTITY, false, sls_quantity_keys, sls_align_quantities, tell_quantities },
        { SLS_KIND_DATE, false, sls_date_keys, sls_align_dates, tell_dates },
        { SLS_KIND_IDENTIFIER, false, NULL, NULL, sls_plates_find },
        { SLS_KIND_QUANTITY, true, NULL, NULL, tell_stances },
        { SLS_KIND_DATE, true, NULL, NULL, sls_fragments_find },
    };
    sls_roll roll;
    sls_people people;
    sls_stories stories;
    sls_group_list groups = { 0 };
    sls_block_counts counts = { 0 };

    sls_status status = sls_roll_make(claims, count, arena, &roll);
    if (status == SLS_OK)
        status = sls_witnesses_find(&roll);
    if (status == SLS_OK)
        status = sls_people_find(&roll, arena, &people);
    if (status == SLS_OK)
        status = sls_scopes_close(&roll, arena);
    if (status == SLS_OK)
        status = sls_stories_find(&roll, arena, &stories);
    for (size_t i = 0; status == SLS_OK && i < sizeof recipes / sizeof *recipes; i++)
        status = match_facts(&recipes[i], &roll, &stories, arena, &counts, &groups);
    if (status == SLS_OK)
        status = sls_posts_group(&roll, &people, arena, &groups);
    if (status == SLS_OK)
        status = sls_variants_group(&roll, &people, arena, &groups);
    if (status == SLS_OK)
        status = sls_groups_settle(&groups, arena);
    if (status == SLS_OK)
        *out = (sls_matching){ groups.at, groups.len, counts.blocks, counts.split, counts.merged };
    return status;
}
