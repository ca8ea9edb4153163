/*
 * company.h - what the numbers and dates beside two values say of each other.
 *
 *     "4 tewas, 51 luka, 3.104 mengungsi" | "6 tewas, 51 luka, 3.104 mengungsi" -> 2 shared
 *
 * Numbers in company that agree tell that two sentences count the same things; those that
 * disagree, that they count others.
 */
#ifndef SLS_MATCH_COMPANY_H
#define SLS_MATCH_COMPANY_H

#include "match/roll.h"

typedef struct {
    int shared;    /* values of both sentences, the two in question left out */
    int figures;   /* of these the quantities, and the times of day */
    bool clock;    /* one of them is a time of day */
    int differing; /* values of one sentence alone that have a counterpart in kind and unit */
} sls_company;

/* Of two entries of the roll, in two articles or sentences. */
sls_company sls_company_of(const sls_roll *roll, uint32_t a, uint32_t b);

/*
 * Whether the count of entry `part` and another one of its sentence make `whole`: six dead and two
 * rescued of eight.
 */
bool sls_company_completes(const sls_roll *roll, uint32_t part, const sls_claim *whole);

/* Whether two sentences have a rare word in common: the name of a company, a surname. */
bool sls_share_rare_word(const sls_claim *a, const sls_claim *b);

/* Whether two articles tell one figure of an event: the magnitude of one quake. */
bool sls_share_figure(const sls_roll *roll, uint32_t a, uint32_t b, sls_str event);

/*
 * Whether two articles date a disaster of one sort to one minute, in whatever zone: it is one
 * quake.
 */
bool sls_share_disaster(const sls_roll *roll, uint32_t a, uint32_t b);

/* Whether the sentence of `own` has the figures of `claim` as a number beside those of its own. */
bool sls_quotes_number(const sls_claim *own, const sls_claim *claim);

#endif
