/*
 * wordings.h - how the sentences of two articles put their values, each read when it is first asked
 * for, however many values of the other article it is held against.
 *
 * Kept for the two articles in hand, in room that is taken once; belongs to one thread.
 */
#ifndef SLS_MATCH_WORDINGS_H
#define SLS_MATCH_WORDINGS_H

#include "match/facts.h"
#include "match/twins.h"
#include "match/wards.h"

typedef struct {
    const sls_claim *sentence_of, *wards_of; /* which claim's; NULL: of none */
    sls_sentence sentence;
    sls_wards wards;
} sls_wording;

typedef struct {
    const sls_roll *roll;
    const sls_facts *facts;
    sls_wording *at;      /* 2 * room: of the first article, and of the second */
    uint32_t room;        /* facts of one article that may be asked for */
    uint32_t articles[2]; /* in hand */
} sls_wordings;

/* Room for `room` facts of either article. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_wordings_make(const sls_roll *roll, const sls_facts *facts,
                                          uint32_t room, sls_arena *arena, sls_wordings *out);
/* From now on facts of these two are asked for, the first `room` of each. */
void sls_wordings_take(sls_wordings *wordings, uint32_t a, uint32_t b);

/* Valid until other articles are taken. */
const sls_sentence *sls_wordings_sentence(sls_wordings *wordings, const sls_fact *fact);
const sls_wards *sls_wordings_wards(sls_wordings *wordings, const sls_fact *fact);

#endif
