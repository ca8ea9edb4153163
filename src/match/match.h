/*
 * match.h - which claims speak of the same thing, across articles and inside one.
 *
 * Knows claims only, never texts. Names are joined across spellings, open scopes closed,
 * copies of one text found (they are one witness), and claims compared inside
 * blocks of (kind, what or unit) with one of their rarest features; see design section 6.
 * The result is the same for any order of the claims.
 */
#ifndef SLS_MATCH_MATCH_H
#define SLS_MATCH_MATCH_H

#include "match/past.h"
#include <selisih/arena.h>
#include <selisih/finding.h>

typedef struct {
    sls_group *groups; /* by (kind, what, entities, first member) */
    size_t count;
    size_t blocks, blocks_split; /* index blocks made, and those over the limit that were split */
    size_t merged; /* claims in split blocks for which others of equal value were compared */
} sls_matching;

/*
 * The groups:
 *
 * date, quantity   what and entities of most members, with the pairs that are aligned
 * title            what "foreign-minister@RU", entities the scope: all who are said to hold the
 *                  post; "professor@?", entities the person: an open scope, one person's claims;
 *                  "@RU", entities the person: one person in several departments of a government;
 *                  "rank@police", entities the person: several ranks of one ladder
 * name             what "person", entities both keys: two spellings that may be one name
 *
 * A member without `who` in a title group is a short form that fits several holders.
 * Groups `claims`; only groups in which two members could be compared are
 * made, by up to `jobs` threads. `claims` must outlive `*out`; all else is in `arena`. `memory`:
 * what an earlier match found, and a later one is to know; NULL: nothing. It changes no group.
 * `claims` are those of `memory`, where there is one, and of some articles they may not have been
 * read even afterwards: see articles.h. SLS_OK; SLS_ESYNTAX: what the earlier one is said to have
 * found cannot be; SLS_ENOMEM; or as the source of the claims.
 */
SLS_MUST_USE sls_status sls_match(const sls_claim *claims, size_t count, const sls_memory *memory,
                                  size_t jobs, sls_arena *arena, sls_matching *out);

#endif
