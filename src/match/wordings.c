#include "match/wordings.h"

#include <assert.h>

sls_status sls_wordings_make(const sls_roll *roll, const sls_facts *facts, uint32_t room,
                             sls_arena *arena, sls_wordings *out)
{
    *out = (sls_wordings){ .roll = roll, .facts = facts, .room = room };
    out->at = sls_arena_calloc(arena, 2 * (size_t)room, sizeof *out->at);
    return out->at ? SLS_OK : SLS_ENOMEM;
}

void sls_wordings_take(sls_wordings *wordings, uint32_t a, uint32_t b)
{
    wordings->articles[0] = a;
    wordings->articles[1] = b;
}

/* What stands there of another fact, of articles taken before, is written over. */
static sls_wording *place_of(const sls_wordings *in, const sls_fact *fact)
{
    const uint32_t side = fact->article == in->articles[1],
                   place = (uint32_t)(fact - in->facts->at) - in->facts->first[fact->article];
    assert(fact->article == in->articles[side] && place < in->room);
    return &in->at[side * in->room + place];
}

/* Claims before a fact's in its sentence that have its surface: a claim has no offset of its quote,
 * so that its place there is told by counting. */
static size_t earlier_of(const sls_roll *roll, uint32_t entry)
{
    const sls_claim *const own = roll->at[entry].claim;
    const uint32_t first = roll->articles[roll->at[entry].article].first;
    size_t count = 0, last = own->start;
    for (uint32_t i = entry; i > first && roll->at[i - 1].claim->sentence == own->sentence; i--) {
        const sls_claim *const c = roll->at[i - 1].claim;
        if (c->start < last && sls_str_eq(c->surface, own->surface)) {
            count++;
            last = c->start;
        }
    }
    return count;
}

const sls_sentence *sls_wordings_sentence(sls_wordings *wordings, const sls_fact *fact)
{
    sls_wording *const w = place_of(wordings, fact);
    if (w->sentence_of != fact->claim) {
        sls_sentence_read(fact->claim, earlier_of(wordings->roll, fact->entry), &w->sentence);
        w->sentence_of = fact->claim;
    }
    return &w->sentence;
}

const sls_wards *sls_wordings_wards(sls_wordings *wordings, const sls_fact *fact)
{
    sls_wording *const w = place_of(wordings, fact);
    if (w->wards_of != fact->claim) {
        sls_wards_read(fact->claim, &w->wards);
        w->wards_of = fact->claim;
    }
    return &w->wards;
}
