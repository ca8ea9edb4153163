/*
 * phrases.h - ids in words, each looked up once for all the rows that name it, and templates.
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

/* A template by the key of its message and what numbers its arguments. */
typedef struct {
    sls_str key;
    sls_arg_number *number;
    sls_template parts;
} sls_kept_template;

typedef struct sls_phrases {
    sls_map index; /* type and id to `texts` */
    SLS_VEC(sls_str) texts;
    SLS_VEC(sls_kept_template) templates;
    sls_arena *arena;
} sls_phrases;

/* What is remembered is in `arena`, which must outlive it. */
void sls_phrases_init(sls_phrases *phrases, sls_arena *arena);
/* As sls_words, and the text may be in the phrases' arena. `phrases` may be NULL. */
SLS_MUST_USE sls_status sls_phrases_words(sls_phrases *phrases, sls_lang ui, const sls_arg *arg,
                                          sls_arena *arena, sls_str *out);

/* The template of `key`, when it was kept. */
bool sls_phrases_recall(const sls_phrases *phrases, sls_str key, sls_arg_number *number,
                        sls_template *out);
/* Keeps it; `key` is of static storage, `parts` are in the phrases' arena. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_phrases_keep(sls_phrases *phrases, sls_str key, sls_arg_number *number,
                                         const sls_template *parts);

#endif
