/*
 * frequency.h - how rare a word is in the news, from a fixed table of counts.
 *
 *     "gempa" -> 5, "tersebut" -> 1, "wonosari" -> 10 (not in the table)
 *
 * src/lexicon/frequency.csv holds, per language, the share of articles that
 * have a word, of 10,000: words in at least 20 of them. The Indonesian shares
 * were counted on 8,597 news articles of September 2019 and June 2025 from
 * eight outlets. The English ones are the greater of two: on 2,002 local reports of
 * shootings, 2013 to 2019, and on 1,877 passages of 400 words, as long as a report, of the
 * informative prose (A to J) of the Brown corpus (Francis and Kucera 1979), 1961. The table
 * never changes with the corpus at hand, so that an article added elsewhere changes no finding.
 */
#ifndef SLS_LEXICON_FREQUENCY_H
#define SLS_LEXICON_FREQUENCY_H

#include "base/map.h"
#include "lexicon/lexicon.h"

#define SLS_RARITY_MOST 10 /* bits: of a word in fewer than one article of 500 */

typedef struct {
    uint64_t hash;  /* sls_frequency_key */
    uint8_t rarity; /* bits: log2 of one over the share, 0..SLS_RARITY_MOST */
} sls_frequency_row;

/* By hash; written by the lexicon compiler. */
extern const sls_frequency_row sls_frequency_rows[];
extern const size_t sls_frequency_row_count;
/* For the first SLS_FREQUENCY_BITS of a hash, and one behind: the first row that has them. */
#define SLS_FREQUENCY_BITS 12
extern const uint32_t sls_frequency_first[];

static inline uint64_t sls_frequency_key(sls_lang lang, sls_str word)
{
    return sls_hash(word) + (uint64_t)lang;
}

/* The word in lower case: 0 (in every article) .. SLS_RARITY_MOST (not in the table). */
int sls_word_rarity(sls_lang lang, sls_str word);

#endif
