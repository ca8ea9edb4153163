/*
 * opener.h - words beside a date that open or bound it. Used by join.c.
 *
 *     since [last Tuesday]    until [1 May]    [2018] or later    from [Monday to Friday]
 */
#ifndef SLS_EXTRACT_DATE_OPENER_H
#define SLS_EXTRACT_DATE_OPENER_H

#include "extract/grammar/pattern.h"

enum { SLS_JOIN_DEPTH = 4 }; /* how many joins may lie in one another */

/* What a joined reading has for a pattern; `time`: it is a clock time without a day. */
const sls_pattern *sls_joined_pattern(bool time);
/* Whether a reading tells an hour, and no part of a day only. */
bool sls_reading_has_hour(const sls_reading *r);
/* A copy of `r` that stays where it is; NULL when memory runs out. */
const sls_reading *sls_reading_keep(const sls_reading *r, sls_arena *arena);

/* Takes from `r` the "from" of a comparison, 12 percent from 2011, which begins nothing. */
void sls_opener_drop(const sls_items *items, sls_reading *r);
/* Wraps `r` with the word behind it that opens it, if any: "or later". SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_open_behind(const sls_items *items, sls_arena *arena, sls_reading *r);
/*
 * The same with words before it, which stand at item `after` or behind: since, until, the end of.
 * SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_open_before(const sls_items *items, size_t after, sls_arena *arena,
                                        sls_reading *r);

/*
 * "after 9 pm but before midnight": makes one span of `a` and the reading `b` behind it, in `b`.
 * SLS_OK; SLS_ENOTFOUND: they are none; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_open_meet(const sls_items *items, sls_arena *arena,
                                      const sls_reading *a, sls_reading *b);

#endif
