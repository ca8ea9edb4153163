/*
 * postings.h - what articles are told by: the rarer words, persons, bodies and places of each, by
 * feature.
 *
 *     "way kanan" -> a 2024-06-01, 9 bits; b 2024-06-02, 9 bits ...
 *
 * Plain arrays, which an archive that has hardly changed takes up from the last match: what an
 * article is told by depends on it alone.
 */
#ifndef SLS_MATCH_POSTINGS_H
#define SLS_MATCH_POSTINGS_H

#include "match/roll.h"

#define SLS_UNDATED INT32_MIN

struct sls_recall;

typedef struct {
    uint32_t article;
    uint8_t rarity;     /* bits, in the article's language */
    uint8_t vocabulary; /* a word of the article's language that the other languages do not know */
    uint8_t figure; /* a value: tells nothing of what happened, but how surely it is one event */
    uint8_t padding;
} sls_posting;

/* An article as it is told. */
typedef struct {
    uint64_t length; /* sum of the squared rarities */
    uint64_t names;  /* the same without the vocabulary: what another language can share */
    int32_t day;     /* first day of publication; SLS_UNDATED */
    uint32_t lang;   /* sls_lang */
} sls_account;

typedef struct {
    uint64_t *features; /* hashes, ascending */
    uint32_t *ends;     /* per feature: where its postings end, and those of the next begin */
    size_t feature_count;
    sls_posting *at;   /* by feature, then by (day, article) */
    sls_account *told; /* per article */
} sls_postings;

static inline size_t sls_postings_count(const sls_postings *postings)
{
    return postings->feature_count > 0 ? postings->ends[postings->feature_count - 1] : 0;
}

/*
 * Of the roll's articles, by up to `jobs` threads, in `arena`. `recall`: articles that its past has
 * are told as there, and `again` gets marks of those that are new or meet others than they did
 * within their windows; both NULL: nothing is known. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_postings_make(const sls_roll *roll, const struct sls_recall *recall,
                                          size_t jobs, sls_arena *arena, bool *again,
                                          sls_postings *out);
/* Whether an article is told by the feature. */
bool sls_postings_have(const sls_postings *postings, uint32_t article, uint64_t feature);

#endif
