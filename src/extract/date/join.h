/*
 * join.h - neighbouring readings that make one date.
 *
 *     [Rabu (19/6)] pukul [14.30 WIB]    [Senin] [pekan depan]    [two weeks] before [Christmas]
 *     from [next Friday] to [October 1st]    since [last Tuesday]
 *
 * What stands between two readings decides: nothing, a comma, a preposition, a word of
 * before or after, a hyphen. A joined reading keeps its parts, which resolve.h puts together.
 */
#ifndef SLS_EXTRACT_DATE_JOIN_H
#define SLS_EXTRACT_DATE_JOIN_H

#include "extract/grammar/scan.h"

/* Joins in place. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_dates_join(const sls_items *items, sls_arena *arena,
                                       sls_readings *readings);

#endif
