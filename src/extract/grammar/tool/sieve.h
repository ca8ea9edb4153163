/*
 * sieve.h - what the first items of a pattern's matches can be, whatever order they come in.
 *
 *     (?: %hedge% )? %num% %unit%   ->   hedge or num; num or unit; unit or anything; anything
 *
 * For each of the first items of a match the sieve says which symbols some match has there,
 * and of a whole match what it cannot be without. It lets more through than the pattern (it knows
 * no look around, and does not ask which item goes with which), never less: a pattern that it turns
 * away need not be tried.
 */
#ifndef SLS_EXTRACT_GRAMMAR_TOOL_SIEVE_H
#define SLS_EXTRACT_GRAMMAR_TOOL_SIEVE_H

#include "extract/grammar/tool/symbols.h"

typedef struct {
    uint64_t classes[SLS_PLACEHOLDER_MAX / 64]; /* a bit per placeholder */
    uint64_t marks[4];                          /* a bit per symbol below SLS_SYMBOL_WORDS */
    bool any;
} sls_sieve_item;

typedef struct {
    sls_sieve_item at[SLS_SIEVE_DEPTH];
    uint32_t longest;              /* no match has more items; UINT32_MAX: not known */
    sls_tape_need need[SLS_NEEDS]; /* the rarest of what every match has; {0, 0} behind the last */
    sls_sieve_item on[SLS_SIEVE_DEPTH]; /* the second item, the third ... of matches that have as
                                           many; the last: any further one. With the second goes
                                           what is asked of it that is no part of the match */
    bool looks; /* a match of one item may hang on more than it and the second: on what is before */
} sls_sieve;

/*
 * The sieve of a pattern whose macros are expanded. One with a construct that sieve.c does not
 * know lets everything through.
 */
void sls_sieve_make(const sls_symbols *symbols, sls_str pattern, sls_sieve *out);

/* Whether some match may have `symbol` as its item `depth`, from 0. */
bool sls_sieve_lets(const sls_sieve *sieve, const sls_symbols *symbols, size_t depth,
                    size_t symbol);
/* Whether some match goes on with `symbol` behind its first `items` > 0. */
bool sls_sieve_goes_on(const sls_sieve *sieve, const sls_symbols *symbols, size_t items,
                       size_t symbol);

#endif
