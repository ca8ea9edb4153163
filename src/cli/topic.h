/*
 * topic.h - which groups of claims a table is about: --about, --entity, --kind.
 *
 *     --about "Choe Son Hui"     a person under any spelling, an office or a country in either
 *                                language, a thing that is counted
 *     --entity KP                a participant: a country's code, a body, a person
 */
#ifndef SLS_CLI_TOPIC_H
#define SLS_CLI_TOPIC_H

#include "cli/knowledge.h"
#include "match/match.h"

/* A bool for each group. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_topic_select(const sls_options *options, const sls_aliases *aliases,
                                         const sls_matching *matching, sls_arena *arena,
                                         bool **out);

#endif
