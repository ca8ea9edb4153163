/*
 * past.h - what a match found, kept for a later one of nearly the same articles.
 *
 *     one of 100,000 articles has changed -> its facts alone are held against others
 *
 * What two facts have in common depends on their two articles alone, on how alike these are, and on
 * whether a block held the one against the other; so a link is as it was where neither article has
 * changed and those are the same. Blocks are kept by their rows: only one that a changed article is
 * in is looked through again.
 * Plain arrays, so that they can be written as they are. Articles stand in the order of their ids,
 * facts in that of their places.
 */
#ifndef SLS_MATCH_PAST_H
#define SLS_MATCH_PAST_H

#include "match/articles.h"
#include "match/stories.h"
#include <selisih/finding.h>

enum {
    SLS_RECIPES = 8, /* how facts are linked: see match.c */
    SLS_BANDS = 10
};
#define SLS_NONE UINT32_MAX

/* Who held two facts against each other. */
typedef enum {
    SLS_BY_BLOCKS,  /* those of a key, as long as one does */
    SLS_BY_STORY,   /* that of their two articles */
    SLS_BY_ARTICLE, /* their own */
    SLS_BY_ALL      /* what looks at several stories; it is never kept */
} sls_link_origin;

/* An aligned pair of facts. */
typedef struct {
    uint32_t a, b;   /* a < b */
    uint16_t visits; /* blocks that held the one against the other; 0 where none was asked */
    uint8_t origin;  /* sls_link_origin */
    sls_terms terms;
    uint8_t padding[2]; /* 0 */
} sls_link;

/* The facts of one recipe. */
typedef struct {
    uint32_t *first;   /* per article; one more at the end: how many there are */
    uint32_t *entries; /* per fact: its place on the roll, counted from its article's first */
    /* per fact, as in sls_key_row; NULL where facts stand in no blocks: */
    uint64_t *ranks, *values, *seconds;
    /* rows of blocks, by key, then by fact */
    uint64_t *keys;
    uint32_t *facts;
    size_t rows;
    sls_link *links; /* by (a, b) */
    size_t link_count;
} sls_past_facts;

typedef struct {
    sls_key *articles; /* equal for articles of one id and equal claims */
    uint32_t article_count;
    uint64_t *bands;  /* SLS_BANDS of each article, see independence.c; 0 where it has none */
    uint64_t *copies; /* articles a << 32 | b, a < b, of which one copies the other; ascending */
    size_t copy_count;
    sls_story *stories; /* by (a, b) */
    size_t story_count;
    sls_postings postings;
    sls_past_facts of[SLS_RECIPES];
    sls_arena *arenas[SLS_RECIPES + 1]; /* of all that; each recipe's, then that of the rest */
} sls_past;

/* What a match may know, and is to tell. */
typedef struct {
    const sls_matched_claims *of; /* the claims that are matched */
    const sls_past *past;         /* NULL: nothing is known */
    sls_past *now;                /* empty; to be freed by sls_past_free whatever the status */
} sls_memory;

void sls_past_free(sls_past *past);

#endif
