/*
 * articles.h - the articles whose claims are matched, and claims that are read when somebody asks.
 *
 *     100,000 articles, one of which has changed -> the claims of some hundred are read
 *
 * Of an article that is as it was mostly no more is asked than what the roll has of it; where its
 * claims lie among the others there is nothing then, and nobody may look at them.
 */
#ifndef SLS_MATCH_ARTICLES_H
#define SLS_MATCH_ARTICLES_H

#include "base/keys.h"
#include <selisih/claim.h>

typedef struct {
    size_t first;    /* of its claims */
    sls_key key;     /* equal for articles of one id and equal claims; 0: it is known by nothing */
    uint32_t number; /* by which its claims are asked for */
    bool waits;      /* they are not there before they are read */
} sls_matched_article;

/* Both may be called by any thread, for articles that wait; what is not SLS_OK ends the match. */
typedef struct {
    /* Their claims into `room`; their texts are there to stay. */
    sls_status (*peek)(void *context, uint32_t number, sls_claim *room);
    /* Puts them where they belong; where they are already, that is nothing. */
    sls_status (*read)(void *context, uint32_t number);
    void *context;
} sls_claim_source;

typedef struct {
    const sls_claim *claims;
    size_t count;
    const sls_matched_article *articles; /* by id, and so by `first` */
    size_t article_count;
    sls_claim_source source;
} sls_matched_claims;

/* How many claims the i-th article has. */
static inline size_t sls_matched_length(const sls_matched_claims *of, size_t i)
{
    const size_t end = i + 1 < of->article_count ? of->articles[i + 1].first : of->count;
    return end - of->articles[i].first;
}

/* The article of the claim at `index`, which has one. */
static inline size_t sls_matched_article_of(const sls_matched_claims *of, size_t index)
{
    size_t low = 0, high = of->article_count;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (of->articles[middle].first <= index)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Has the claims of the i-th article read. SLS_OK, or as the source returns. */
SLS_MUST_USE static inline sls_status sls_matched_read(const sls_matched_claims *of, size_t i)
{
    const sls_matched_article *const a = &of->articles[i];
    return a->waits ? of->source.read(of->source.context, a->number) : SLS_OK;
}

#endif
