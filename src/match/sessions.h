/*
 * sessions.h - the opening and the close of a day's trade: two figures.
 *
 *     "IHSG dibuka di level 6.409" | "IHSG ditutup di level 6.369" -> two
 */
#ifndef SLS_MATCH_SESSIONS_H
#define SLS_MATCH_SESSIONS_H

#include <selisih/claim.h>

/* Whether one of two figures is what a market opens at, and the other what it closes at. */
bool sls_sessions_clash(const sls_claim *a, const sls_claim *b);

#endif
