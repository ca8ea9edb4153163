/*
 * similarity.h - how much two claims share of what stands around their values.
 *
 *     {KP;RU, visit, "pyongyang", "pertama"} and {KP;RU, visit, "pyongyang"} -> 80 of 100
 *
 * A claim's features are its participants, place, event, object, context words
 * and its article's headline, each with a weight that grows with its rarity;
 * similarity is the cosine of the two sets. Alone it separates little (two
 * reports of one template are alike too), so it is a floor, not a ranking.
 */
#ifndef SLS_MATCH_SIMILARITY_H
#define SLS_MATCH_SIMILARITY_H

#include "match/happenings.h"
#include "match/roll.h"

typedef enum {
    SLS_F_COUNTRY,
    SLS_F_PERSON,
    SLS_F_BODY,
    SLS_F_PLACE,
    SLS_F_EVENT,
    SLS_F_WORD
} sls_feature_sort;

typedef struct {
    uint64_t hash;
    uint16_t weight;
    uint16_t sort; /* sls_feature_sort */
} sls_feature;

typedef struct {
    sls_feature *at; /* by hash, no doubles */
    uint32_t count;
    uint32_t countries, persons, bodies, places; /* how many are of that sort */
    uint64_t square;                             /* sum of squared weights */
    uint64_t wordless;                           /* the same without words */
    sls_kinds kinds; /* of happenings: what the sentence of a quantity, or the headline, tells of */
} sls_features;

typedef struct {
    int cosine;   /* 0..100, of all features */
    int wordless; /* 0..100, without words: for claims in two languages */
    uint32_t countries, persons, bodies, places; /* shared ones of each sort */
} sls_overlap;

/*
 * The features of entry `i`; words of its headline come from `headline`, which
 * sls_headline_words filled for the article. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_features_make(const sls_claim *claim, const sls_features *headline,
                                          sls_arena *arena, sls_features *out);
/* The rarer words of a headline in the article's language. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_headline_words(sls_str headline, sls_str lang, sls_arena *arena,
                                           sls_features *out);
sls_overlap sls_features_compare(const sls_features *a, const sls_features *b);

/* The largest integer whose square is not over n. */
uint64_t sls_root(uint64_t n);

#endif
