/*
 * scopes.h - which country's foreign minister: closing the scopes that texts leave open.
 *
 *     "Menteri Luar Negeri Sergei Shoigu", foreign-minister@?  ->  RU, from "given-name"
 *
 * First the person's own titles elsewhere say it (the same office, then the
 * country of most of their offices), then the hints of the claim's article.
 * What nothing tells stays open, and is compared with nobody else's.
 */
#ifndef SLS_MATCH_SCOPES_H
#define SLS_MATCH_SCOPES_H

#include "match/roll.h"

/* Writes `scope` and `scope_from` of title entries that are open. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_scopes_close(sls_roll *roll, sls_arena *arena);

/* ISO 3166 two-letter code: what scopes that are countries look like. */
bool sls_scope_is_country(sls_str scope);
static inline bool sls_scope_is_open(sls_str scope)
{
    return scope.len == 0 || (scope.len == 1 && scope.ptr[0] == '?');
}

#endif
