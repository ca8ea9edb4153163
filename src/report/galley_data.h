/*
 * galley_data.h - a galley: findings laid out for editors, as the review page reads them: JSON.
 *
 *     head     languages, words of the interface, how many rows and shards there are
 *     rows     what a list of findings shows and filters by, ROWS findings at a time
 *     shard    all that is told of a finding, SHARD findings at a time
 *     times    who held each office when, and the counts that grew
 *
 * Shown are the findings of conflicts.csv. A text that differs by language is an array with one
 * for each sls_lang, in their order. Everything from articles is written as it stands; the
 * scripts make visible what a page would obey. `scratch` is reset between findings. Each writer
 * writes one value and a line break. SLS_OK, SLS_ENOMEM; errors of writing are kept by `out`.
 */
#ifndef SLS_REPORT_GALLEY_DATA_H
#define SLS_REPORT_GALLEY_DATA_H

#include "base/map.h"
#include "io/json_write.h"
#include "model/sense.h"
#include "report/report.h"

enum { SLS_GALLEY_ROWS = 10000, SLS_GALLEY_SHARD = 200 };

typedef struct {
    const sls_report *report;
    size_t count;     /* findings shown, the first ones of the report */
    sls_map group_of; /* id of a group to its index */
} sls_galley;

/* How many pieces of `size` findings there are. */
static inline size_t sls_galley_pieces(const sls_galley *galley, size_t size)
{
    return (galley->count + size - 1) / size;
}

/* Indexes a report, which must outlive `*out`. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_galley_open(const sls_report *report, sls_arena *arena,
                                        sls_galley *out);

/* `split`: rows, shards and times are files of their own. */
SLS_MUST_USE sls_status sls_galley_head(const sls_galley *galley, bool split, sls_out *out);
SLS_MUST_USE sls_status sls_galley_rows(const sls_galley *galley, size_t piece, sls_out *out,
                                        sls_arena *scratch);
SLS_MUST_USE sls_status sls_galley_shard(const sls_galley *galley, size_t piece, sls_out *out,
                                         sls_arena *scratch);
SLS_MUST_USE sls_status sls_galley_times(const sls_galley *galley, sls_out *out,
                                         sls_arena *scratch);

/* For the writers: a text in every language. */
typedef struct {
    sls_str in[SLS_LANGS];
} sls_galley_text;
typedef sls_status sls_galley_words(sls_lang ui, const void *of, sls_arena *arena, sls_str *out);
/* `words` of `of` in each language. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_galley_text_of(sls_galley_words *words, const void *of,
                                           sls_arena *arena, sls_galley_text *out);
/* A string where all are equal, else an array. */
void sls_galley_put_text(sls_json *json, const sls_galley_text *text);
/* What sls_galley_words may be: of an sls_arg. */
SLS_MUST_USE sls_status sls_galley_arg_words(sls_lang ui, const void *arg, sls_arena *arena,
                                             sls_str *out);
/* What a finding is about: an office, an event; the person who has two of them. */
SLS_MUST_USE sls_status sls_galley_what_words(sls_lang ui, const void *finding, sls_arena *arena,
                                              sls_str *out);
/* What side a or b of a finding says: its value; the office where one person has two. */
SLS_MUST_USE sls_status sls_galley_a_words(sls_lang ui, const void *finding, sls_arena *arena,
                                           sls_str *out);
SLS_MUST_USE sls_status sls_galley_b_words(sls_lang ui, const void *finding, sls_arena *arena,
                                           sls_str *out);
/* The group of a finding, or NULL. */
const sls_group *sls_galley_group(const sls_galley *galley, sls_str id);
/* What makes two members of a group say the same: a person, an office, a value with its unit. */
sls_str sls_galley_key(const sls_group *group, const sls_member *member);

#endif
