/*
 * group_keys.h - what a group is known by from one check to the next.
 *
 * The hash of everything that compare looks at: its claims, which depend on their articles alone,
 * which of these are one witness, and its pairs. The numbers of witnesses go by the archive, so
 * that a witness is named by the first member that has it.
 */
#ifndef SLS_CLI_GROUP_KEYS_H
#define SLS_CLI_GROUP_KEYS_H

#include "check/cache_file.h"
#include "match/match.h"

/*
 * The key of each group, by up to `jobs` threads; 0 of one with an article that is known by
 * nothing. `seed` as sls_cache_seed. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_group_keys_make(const sls_matching *matching,
                                            const sls_matched_claims *of, uint64_t seed,
                                            size_t jobs, sls_key *keys);

#endif
