/*
 * phrases.h - ids in words, each looked up once for all the rows that name it.
 *
 *     unit worker, event kill -> "worker", "membunuh": of 390,000 rows of agreements, a few hundred
 *
 * Made for a run in one language; one thread at a time. What it remembers is limited, what is
 * beyond is looked up again.
 */
#ifndef SLS_REPORT_PHRASES_H
#define SLS_REPORT_PHRASES_H

#include "base/map.h"
#include "base/vec.h"
#include "report/words.h"

typedef struct sls_phrases {
    sls_map index; /* type and id to `texts` */
    SLS_VEC(sls_str) texts;
    sls_arena *arena;
} sls_phrases;

/* What is remembered is in `arena`, which must outlive it. */
void sls_phrases_init(sls_phrases *phrases, sls_arena *arena);
/* As sls_words, and the text may be in the phrases' arena. `phrases` may be NULL. */
SLS_MUST_USE sls_status sls_phrases_words(sls_phrases *phrases, sls_lang ui, const sls_arg *arg,
                                          sls_arena *arena, sls_str *out);

#endif
