/*
 * topic_table.h - the fact-check table: a row per fact, a column per source, in each cell what the
 * source says of the fact, with its date and marks:
 *
 *     !  it contradicts another source      ?  it may
 *     ~  hedged, inferred or not asserted   =  copied: one text with an earlier source's
 *
 * A fact is one thing that several claims speak of: the holders of an office, the numbers or dates
 * that were aligned. What editors decided counts: what changed since is superseded, and what is not
 * the same thing or was misread contradicts nothing. Read only; made anew for every table.
 */
#ifndef SLS_REPORT_TOPIC_TABLE_H
#define SLS_REPORT_TOPIC_TABLE_H

#include "base/interval.h"
#include "base/vec.h"
#include "io/csv.h"
#include "lexicon/lexicon.h"
#include <selisih/finding.h>

/* What one source says: one value, at its first mention. */
typedef struct {
    const sls_member *member;
    sls_verdict worst; /* of the findings that it takes part in */
    bool found;        /* whether there are any */
    bool copied;
} sls_saying;

typedef struct {
    const sls_group *group;
    sls_saying *at; /* by source, date, value; each source's values once */
    size_t count;
    sls_verdict worst;
    bool found;
} sls_fact;

typedef struct {
    sls_fact *facts; /* in the order of the groups */
    size_t count;
    sls_str *sources; /* the columns, sorted */
    size_t source_count;
} sls_topic_table;

typedef struct {
    const sls_group *groups;
    size_t group_count;
    const bool *kept; /* of each group; NULL: all */
    const sls_finding *findings;
    size_t finding_count;
    sls_interval time; /* claims outside of it are left out */
    int verdict;       /* sls_verdict of the facts that are told; -1: all */
} sls_topic;

/* Whether the claim is of that time: its own date, else when it holds, else when it was published.
 */
bool sls_topic_is_within(const sls_claim *claim, sls_interval time);
/* SLS_OK, SLS_ENOMEM; all that it makes is in `arena`. */
SLS_MUST_USE sls_status sls_topic_table_make(const sls_topic *topic, sls_arena *arena,
                                             sls_topic_table *out);
/* Writers; `scratch` may be reset afterwards. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_topic_write_csv(const sls_topic_table *table, sls_lang ui, sls_out *out,
                                            sls_arena *scratch);
SLS_MUST_USE sls_status sls_topic_write_markdown(const sls_topic_table *table, sls_lang ui,
                                                 sls_out *out, sls_arena *scratch);
SLS_MUST_USE sls_status sls_topic_write_html(const sls_topic_table *table, sls_lang ui,
                                             sls_out *out, sls_arena *scratch);

#endif
