/*
 * alone.h - the items that are a whole match of a pattern by themselves.
 *
 *     name: %name% (?: %name% | - %name% ){0,5}   ->   every name, before what is neither
 *
 * Two thirds of all matches of the commonest pattern in news, a name, have one item. Where nothing
 * behind it could make the match longer, and nothing around it is asked for, no matcher need run.
 */
#ifndef SLS_EXTRACT_GRAMMAR_TOOL_ALONE_H
#define SLS_EXTRACT_GRAMMAR_TOOL_ALONE_H

#include "extract/grammar/compile.h"
#include "extract/grammar/tool/sieve.h"

/*
 * Sets alone[s] to 1 for each of the `count` symbols of which one item is a match, unless it
 * goes on (sls_sieve_goes_on), else to 0; `*group` is that which such an item is in, or
 * SLS_GROUP_COUNT. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_alone_find(const sls_compiled *compiled, const sls_sieve *sieve,
                                       const sls_symbols *symbols, uint8_t *alone, size_t count,
                                       uint32_t *group);

#endif
