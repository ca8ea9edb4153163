#include "match/pairs.h"

static sls_status link_story(const sls_pairing *in, const sls_story *story, sls_pair_score *score,
                             sls_arena *arena, sls_link_list *links)
{
    for (uint32_t i = in->first[story->a]; i < in->first[story->a + 1]; i++) {
        for (uint32_t j = in->first[story->b]; j < in->first[story->b + 1]; j++) {
            sls_terms terms = { .count = 0 };
            score(in, &in->facts->at[i], &in->facts->at[j], &terms);
            if (sls_terms_score(&terms) == 0)
                continue;
            const sls_status status = sls_link_add(links, i, j, &terms, arena);
            if (status != SLS_OK)
                return status;
        }
    }
    return SLS_OK;
}

static bool is_wanted(const sls_roll *roll, const sls_story *story, sls_story_sort sort)
{
    return sort == SLS_STORIES_ALL ||
           sls_story_is_undated(roll, story) == (sort == SLS_STORIES_UNDATED);
}

sls_status sls_pairs_link(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                          sls_story_sort sort, sls_pair_score *score, sls_arena *arena,
                          sls_link_list *links)
{
    const sls_pairing in = { roll, facts, sls_facts_index(facts, roll->article_count, arena) };
    sls_status status = in.first ? SLS_OK : SLS_ENOMEM;
    for (size_t i = 0; status == SLS_OK && i < stories->count; i++)
        if (is_wanted(roll, &stories->at[i], sort))
            status = link_story(&in, &stories->at[i], score, arena, links);
    return status;
}
