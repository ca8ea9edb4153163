/*
 * quiet.h - groups in which nothing is at odds, told again where they are as the last check had
 * them.
 *
 *     77,000 groups, one of which has gained a claim -> 76,999 are neither compared nor printed:
 *     their rows of agreements.csv and facts.csv are taken out of those that the last check wrote
 *
 * Nearly all of an archive's groups agree, and what is printed of them depends on the group alone.
 * A group is known by a hash of its claims, their articles, which of these are one witness, and its
 * pairs. What is at odds is always found anew, as are groups of offices and names, of which the
 * review page tells more. What is known lies in quiet.cache; gone or damaged it costs the next run
 * time, and nothing else. It is of use where the check was asked the same and both reports are as
 * they were written.
 *
 * Every function but sls_quiet_open allows a quiet of NULL, which knows nothing and keeps nothing.
 */
#ifndef SLS_CLI_QUIET_H
#define SLS_CLI_QUIET_H

#include "check/cache.h"
#include "cli/group_keys.h"
#include "cli/replay.h"
#include "compare/compare.h"
#include "report/decisions.h"
#include "report/fact_table.h"

typedef struct sls_quiet sls_quiet;

/*
 * NULL: the check is not one to be known by its groups, or memory ran out. What is wrong with what
 * is kept is told in `*fault`, which is else as it was.
 */
sls_quiet *sls_quiet_open(const sls_options *options, sls_replay *replay, const sls_cache *cache,
                          sls_diag *fault);
void sls_quiet_close(sls_quiet *quiet);

/* Looks at groups and claims, which must stay where they are; of what waits nothing is read.
 * SLS_OK; SLS_ENOMEM: `quiet` is of no use. */
SLS_MUST_USE sls_status sls_quiet_look(sls_quiet *quiet, const sls_matching *matching,
                                       const sls_matched_claims *claims, size_t jobs);
/* Per group: whether it need not be compared; NULL: none is known. */
const bool *sls_quiet_known(const sls_quiet *quiet);
/* Whether nothing was found of the i-th article by itself, nor is to be. */
bool sls_quiet_is_sound(const sls_quiet *quiet, size_t i);
/*
 * What was found of the other groups, before anything is left out of it: those in which something
 * is at odds are not quiet, and articles of which something is found are not sound. `*whole`: all
 * is to be found after all, since something new is a twin of what is known; then nothing is known.
 * SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_quiet_hear(sls_quiet *quiet, const sls_findings *findings, bool *whole);
/* Groups that an editor has decided something of are not quiet. */
void sls_quiet_heed(sls_quiet *quiet, const sls_findings *findings, const sls_decisions *decisions);

/* The rows of agreements.csv: of `count` findings, and of what is known. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_quiet_print(sls_quiet *quiet, sls_out *out, sls_lang ui,
                                        const sls_finding *findings, size_t count, size_t jobs);
/* What facts.csv is to be written with. */
sls_fact_record *sls_quiet_facts(sls_quiet *quiet);

/* Keeps it, when `ledger` has noted the reports. SLS_OK; SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_quiet_save(sls_quiet *quiet, const sls_ledger *ledger, sls_diag *diag);

#endif
