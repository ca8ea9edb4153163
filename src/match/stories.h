/*
 * stories.h - which articles report one event: found before any of their values is compared.
 *
 *     "Kecelakaan maut di Way Kanan ..." and "Bus tabrak truk, 9 tewas ..." -> one story, 41 of 100
 *
 * An article is its headline and all that its claims name: rare words, persons, bodies, places.
 * Two articles of near days whose rare features have enough weight in common, as a cosine, report
 * one event. Rarity comes from the fixed table of lexicon/frequency.h.
 */
#ifndef SLS_MATCH_STORIES_H
#define SLS_MATCH_STORIES_H

#include "match/postings.h"

typedef struct {
    uint32_t a, b; /* articles, a < b */
    int likeness;  /* 0..100 */
} sls_story;

typedef struct {
    sls_story *at; /* by (a, b) */
    size_t count;
    sls_postings postings;
} sls_stories;

/* Whether neither article of a story has a date of publication. */
bool sls_story_is_undated(const sls_roll *roll, const sls_story *story);
/* Whether an article's headline or claims have the word, person, body or place. */
bool sls_story_has(const sls_stories *stories, uint32_t article, sls_str item);
/* Bits of rarity of a word or, by its rarest part, of a name; see lexicon/frequency.h. */
int sls_name_rarity(sls_str lang, sls_str name);

/*
 * The stories of the roll, by up to `jobs` threads. `recall`: what its past has is not found again,
 * where nothing has changed; NULL: nothing is known. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_stories_find(const sls_roll *roll, const struct sls_recall *recall,
                                         size_t jobs, sls_arena *arena, sls_stories *out);

#endif
