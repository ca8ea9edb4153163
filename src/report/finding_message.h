/*
 * finding_message.h - what a finding says, as a sentence for an editor.
 *
 *     two holders of one office, foreign minister of Russia: ORF names Sergey Lavrov (...),
 *     Tempo names Sergei Shoigu (...); 2 independent sources (ORF, VOV) against 1 (Tempo)
 *
 * Beside its own arguments (compare.h) the message of a rule may use: about (what the finding is
 * about: office with scope, or event), source_a, source_b, published_a, published_b, also
 * (person_b where spelled otherwise than person_a), open (who leaves the office's country open),
 * support, most, fewest, most_names, fewest_names (independent sources), wrong (the likely wrong
 * side: its outlet, or its words where both are of one outlet), more (pairs not listed).
 * Pure; texts are in the arena given.
 */
#ifndef SLS_REPORT_FINDING_MESSAGE_H
#define SLS_REPORT_FINDING_MESSAGE_H

#include "report/phrases.h"

/* What is wrong in `finding`, one sentence or two. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_finding_message(sls_lang ui, const sls_finding *finding,
                                            sls_arena *arena, sls_str *out);
/* Who says so on each side; empty where the finding has none. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_finding_support(sls_lang ui, const sls_finding *finding,
                                            sls_arena *arena, sls_str *out);
/* Both, for rows of many findings; `phrases` are of `ui`, or NULL. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_finding_texts(sls_lang ui, sls_phrases *phrases,
                                          const sls_finding *finding, sls_arena *arena,
                                          sls_str *message, sls_str *support);
/* What an editor decided of it; empty where nobody did. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_finding_decision(sls_lang ui, const sls_finding *finding,
                                             sls_arena *arena, sls_str *out);

/* "the other side: ORF, May 2024: ..." of a claim. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_other_side_message(sls_lang ui, const sls_claim *claim,
                                               sls_arena *arena, sls_str *out);
/*
 * What is told of a rule, whatever the finding: its "short" name, what the "rule" holds, the
 * "remedy" that would satisfy it. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_rule_message(sls_lang ui, const char *which, const char *rule,
                                         sls_arena *arena, sls_str *out);

/* What would have made both sides agree. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_finding_remedy(sls_lang ui, const sls_finding *finding,
                                           sls_arena *arena, sls_str *out);

#endif
