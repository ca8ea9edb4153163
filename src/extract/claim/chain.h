/*
 * chain.h - counts and single persons that "and" joins, of whom one thing is said.
 *
 *     "two women, a man and his three children were killed"
 */
#ifndef SLS_EXTRACT_CLAIM_CHAIN_H
#define SLS_EXTRACT_CLAIM_CHAIN_H

#include "extract/claim/voice.h"

enum { SLS_CHAIN = 4 };

typedef struct {
    size_t first, last;        /* items */
    size_t reading[SLS_CHAIN]; /* the counts, that asked for first */
    size_t count;
    size_t singles; /* persons told of one by one */
} sls_chain;

/*
 * The chain that the count at items first..last is part of; false when it stands alone. Who killed
 * those that are `dead` and then himself is one of it.
 */
bool sls_chain_of(const sls_scene *scene, size_t first, size_t last, bool dead, sls_chain *out);

/* Whether count after joint `i` ("and", a comma) belongs to a list that has an "and". */
bool sls_chain_joins(const sls_scene *scene, size_t i, size_t end);
/* Where the count behind joint `i` stands, over an article: "and their two children". */
static inline size_t sls_chain_behind(const sls_scene *scene, size_t i)
{
    return sls_scene_is_article(scene, i + 1) ? i + 2 : i + 1;
}

/* One more of a chain before item `i`, a name or "a mother"; its first item, or SIZE_MAX. */
size_t sls_chain_one_before(const sls_scene *scene, size_t i, size_t begin);
/* One more behind item `i`: "a man" before "were killed"; its last item, or SIZE_MAX. */
size_t sls_chain_one_behind(const sls_scene *scene, size_t i, size_t end);

/*
 * "Killed his wife and then himself": 1 where who killed those that end with item *last is told to
 * have died as well, and *last is the item that tells it; else 0.
 */
size_t sls_chain_own_death(const sls_scene *scene, size_t *last, size_t end);

#endif
