/*
 * voice.h - on which side of a word those stand of whom it is said, and the items around it.
 *
 *     "killing three people", "three people died", "were killed"
 *
 * A word's voice (lexicon/data/xx/voice.csv) is a side: "object" behind it, "subject" and "single"
 * before it, "none" no side of its own; a verb without one is passive where the clause is, and
 * else has them behind it. Used by role.c, chain.c, single.c and those that these use.
 */
#ifndef SLS_EXTRACT_CLAIM_VOICE_H
#define SLS_EXTRACT_CLAIM_VOICE_H

#include "extract/claim/clause.h"

/* Whether item `i` lies in a count: a bare number, or one with what it counts. */
static inline bool sls_scene_is_count(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r && (sls_reading_is(r, SLS_READ(NUMBER)) || (sls_reading_is(r, SLS_READ(QUANTITY)) &&
                                                         !sls_has(r, SLS_G_unit))); /* no measure */
}

/* Whether item `i` joins: dan, and. */
static inline bool sls_scene_is_and(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_AND);
}

/* Whether item `i` is an article, or determines as one does. */
static inline bool sls_scene_is_article(const sls_scene *s, size_t i)
{
    return s->items->at[i].traits & (SLS_TRAIT(ARTICLE) | SLS_TRAIT(ARTICLE_ONE));
}

/* Whether item `i` lies in an age: "a 3-year-old". */
static inline bool sls_scene_is_age(const sls_scene *s, size_t i)
{
    return sls_scene_reads(s, i, SLS_READ(AGE));
}

/* Whether the voice of item `i` is `what`. */
static inline bool sls_voice_is(const sls_scene *s, size_t i, const char *what)
{
    return sls_str_eq(sls_scene_value(s, i, SLS_C_VOICE), sls_str_of(what));
}

/* Words that may stand between a bare number and what befell those it counts. */
static inline bool sls_voice_is_close(const sls_scene *s, size_t i)
{
    return (s->items->at[i].set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_VOICE) |
                                   SLS_BIT(SLS_C_ROLE) | SLS_BIT(SLS_C_HEDGE))) != 0 &&
           !sls_scene_tells(s, i, SLS_T_OF) && !sls_voice_is(s, i, "pronoun") &&
           !sls_voice_is(s, i, "kin") && !sls_scene_tells(s, i, SLS_T_SINGULAR);
}

/* Whether the word before verb `i`, adverbs aside, makes it passive: "were later found". */
bool sls_voice_is_passive(const sls_scene *s, size_t i, size_t begin);

/* Whether verb `i` goes on with an object: a count, an article, a name, a pronoun. */
bool sls_voice_has_object(const sls_scene *s, size_t i, size_t end);

#endif
