#include "cli/group_keys.h"

#include "base/crew.h"
#include "check/mix.h"

#include <stdlib.h>

typedef struct {
    const sls_matching *matching;
    const sls_matched_claims *of;
    const uint32_t *article; /* per claim */
    uint64_t seed;
    size_t pieces;
    sls_key *keys;
} signing;

/* Members and pairs as they go into the hash. */
typedef struct {
    sls_key article;
    uint32_t claim;   /* of its article's */
    uint32_t witness; /* the first member that has it */
} member_mark;

typedef struct {
    uint32_t a, b;
    int32_t score;
    sls_terms terms;
} pair_mark;

/* Which member of the group in hand was the first to have a witness. */
typedef struct {
    uint32_t group; /* its number + 1 */
    uint32_t member;
} first_seen;

/* False: an article is known by nothing. */
static bool mark_members(const signing *in, size_t i, first_seen *seen, member_mark *marks)
{
    const sls_group *const g = &in->matching->groups[i];
    for (size_t n = 0; n < g->count; n++) {
        const size_t claim = (size_t)(g->members[n].claim - in->of->claims);
        const sls_matched_article *const article = &in->of->articles[in->article[claim]];
        const uint32_t witness = g->members[n].witness;
        if (!sls_key_is_known(article->key) || witness >= in->of->article_count)
            return false;
        if (seen[witness].group != i + 1)
            seen[witness] = (first_seen){ (uint32_t)i + 1, (uint32_t)n };
        marks[n] =
            (member_mark){ article->key, (uint32_t)(claim - article->first), seen[witness].member };
    }
    return true;
}

static void mark_pairs(const sls_group *g, pair_mark *marks)
{
    if (g->pair_count > 0)
        memset(marks, 0, g->pair_count * sizeof *marks);
    for (size_t n = 0; n < g->pair_count; n++) {
        const sls_pair *const p = &g->pairs[n];
        marks[n].a = p->a;
        marks[n].b = p->b;
        marks[n].score = p->score;
        marks[n].terms.count = p->terms.count;
        memcpy(marks[n].terms.at, p->terms.at, p->terms.count * sizeof *p->terms.at);
    }
}

static sls_status sign(const signing *in, size_t i, first_seen *seen, sls_arena *scratch)
{
    const sls_group *const g = &in->matching->groups[i];
    XXH3_state_t state;
    sls_arena_reset(scratch);
    member_mark *const members = sls_arena_alloc(scratch, g->count * sizeof *members);
    pair_mark *const pairs = sls_arena_alloc(scratch, g->pair_count * sizeof *pairs);
    if (!members || !pairs)
        return SLS_ENOMEM;
    in->keys[i] = (sls_key){ 0, 0 };
    if (!mark_members(in, i, seen, members))
        return SLS_OK;
    mark_pairs(g, pairs);
    sls_mix_begin(&state, in->seed);
    sls_mix_text(&state, g->id);
    sls_mix_number(&state, g->count);
    sls_mix_bytes(&state, members, g->count * sizeof *members);
    sls_mix_number(&state, g->more);
    sls_mix_bytes(&state, pairs, g->pair_count * sizeof *pairs);
    in->keys[i] = sls_mix_key(&state);
    return SLS_OK;
}

static sls_status sign_part(void *context, size_t piece)
{
    const signing *const in = context;
    const sls_piece own = sls_piece_of(in->matching->count, in->pieces, piece);
    sls_arena *const scratch = sls_arena_new(0);
    first_seen *const seen = calloc(in->of->article_count + 1, sizeof *seen);
    sls_status status = scratch && seen ? SLS_OK : SLS_ENOMEM;
    for (size_t i = own.first; status == SLS_OK && i < own.end; i++)
        status = sign(in, i, seen, scratch);
    free(seen);
    sls_arena_free(scratch);
    return status;
}

sls_status sls_group_keys_make(const sls_matching *matching, const sls_matched_claims *of,
                               uint64_t seed, size_t jobs, sls_key *keys)
{
    uint32_t *const article = malloc((of->count + 1) * sizeof *article);
    if (!article || matching->count >= UINT32_MAX) {
        free(article);
        return SLS_ENOMEM;
    }
    for (size_t i = 0; i < of->article_count; i++) {
        const size_t first = of->articles[i].first, end = first + sls_matched_length(of, i);
        for (size_t n = first; n < end; n++)
            article[n] = (uint32_t)i;
    }
    signing in = { matching, of, article, seed, sls_pieces_for(jobs), keys };
    const sls_status status = sls_crew_run(sign_part, &in, in.pieces, jobs);
    free(article);
    return status;
}
