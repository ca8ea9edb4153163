#include "match/pairs.h"

#include "match/gates.h"

bool sls_pairing_tells(const sls_pairing *in, uint32_t article, const sls_fact *other)
{
    for (uint32_t i = in->facts->first[article]; i < in->facts->first[article + 1]; i++)
        if (sls_str_eq(in->facts->at[i].claim->value, other->claim->value))
            return true;
    return false;
}

/* Where the facts of an article end that are looked at. */
static uint32_t end_of(const sls_pairing *in, uint32_t article, uint32_t most)
{
    const uint32_t first = in->facts->first[article], end = in->facts->first[article + 1];
    return end - first > most ? first + most : end;
}

static sls_status link_story(const sls_pairing *in, const sls_story *story, uint32_t most,
                             sls_pair_score *score, sls_arena *arena, sls_link_list *links)
{
    const uint32_t end_a = end_of(in, story->a, most), end_b = end_of(in, story->b, most);
    for (uint32_t i = in->facts->first[story->a]; i < end_a; i++) {
        for (uint32_t j = in->facts->first[story->b]; j < end_b; j++) {
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
    sls_pairing in = { roll, facts, 0 };
    /* Undated texts are held against each other word by word: short ones, not whole pages. */
    const uint32_t most = sort == SLS_STORIES_UNDATED ? SLS_FRAGMENT_CLAIMS : UINT32_MAX;
    sls_status status = SLS_OK;
    for (size_t i = 0; status == SLS_OK && i < stories->count; i++) {
        in.likeness = stories->at[i].likeness;
        if (is_wanted(roll, &stories->at[i], sort))
            status = link_story(&in, &stories->at[i], most, score, arena, links);
    }
    return status;
}
