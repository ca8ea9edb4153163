/*
 * recall.h - which articles and stories are as an earlier match had them, and what of its links
 * still holds.
 */
#ifndef SLS_MATCH_RECALL_H
#define SLS_MATCH_RECALL_H

#include "match/groups.h"
#include "match/keys.h"
#include "match/past.h"

typedef struct sls_recall {
    const sls_roll *roll;
    const sls_past *past; /* NULL: nothing is known, and all else but `now` is empty */
    sls_past *now;
    uint32_t *old;     /* per article: its number in the past; SLS_NONE: it is new */
    uint32_t *fresh;   /* per past article: its number now; SLS_NONE: it is gone */
    uint32_t *first;   /* per past article: its first story as the earlier one; one more */
    bool *holds;       /* per past story */
    sls_stories again; /* to be told: one of the two is new, or they are alike otherwise */
    sls_stories whole; /* of odd articles: see roll.h and slips.h */
} sls_recall;

/*
 * The roll is of the claims of `memory`. `*out` is in `arena`; what it is to tell is begun. Where
 * more is new than worth looking back, nothing is known. The claims of what is new are read, by up
 * to `jobs` threads. SLS_OK, SLS_ENOMEM, or as their source.
 */
SLS_MUST_USE sls_status sls_recall_begin(const sls_roll *roll, const sls_memory *memory,
                                         size_t jobs, sls_arena *arena, sls_recall *out);
/* Finds which of the stories, now that they are known, still hold. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_recall_stories(sls_recall *recall, const sls_stories *stories,
                                           sls_arena *arena);

/* Facts of one recipe, numbered through: those of the past that are left, and the new ones. */
typedef struct {
    const sls_recall *in;
    bool keyed; /* they stand in blocks */
    const sls_past_facts *past;
    sls_past_facts *now; /* `first`, `entries`, `ranks` ... */
    uint32_t count;
    uint32_t *article;        /* per fact */
    uint32_t *fresh;          /* per past fact: its number now; SLS_NONE: it is gone */
    SLS_VEC(uint64_t) pairs;  /* to be held against each other: a << 32 | b; once for each block */
    SLS_VEC(uint64_t) parted; /* that a block no longer holds against each other: the same */
} sls_recalled;

/* Numbers the facts; `made` are those of the new articles. SLS_OK; SLS_ESYNTAX: those of the past
 * cannot be; SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_recall_facts(const sls_recall *in, size_t recipe, bool keyed,
                                         const sls_facts *made, sls_arena *arena, sls_arena *kept,
                                         sls_recalled *out);
/* Puts the rows of the new facts, which are numbered as `made`, among those that are left, and
 * finds the pairs. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_recall_blocks(sls_recalled *r, const sls_facts *made, sls_key_row *rows,
                                          size_t count, sls_arena *arena, sls_arena *kept);
/* The links of the past that still hold, with room for `more`. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_recall_links(const sls_recalled *r, size_t more, sls_arena *arena,
                                         sls_link_list *links);

#endif
