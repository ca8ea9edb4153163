/*
 * bearer.h - whose an age is, as its sentence and those before it tell.
 *
 *     "Mestiana (30)", "Bram Oey Jr., 60", "the 48-year-old", "a 3-year-old girl"
 */
#ifndef SLS_MATCH_BEARER_H
#define SLS_MATCH_BEARER_H

#include "match/facts.h"

/* What one fact, of years, tells of somebody's age. */
typedef struct {
    const sls_fact *fact;
    sls_str call;   /* "Satimun (38)": the word with a capital before it; or "" */
    bool rare;      /* the call tells its bearer ... */
    bool lone;      /* ... no other name stands before it ... */
    bool initials;  /* ... it is "AM" */
    bool told;      /* it stands beside a name, or words tell that it is an age */
    bool full;      /* the bearer, with all names */
    bool beside;    /* and they stand right beside the age */
    sls_str bearer; /* folded, or in the arena; "" where nobody is named */
    sls_str noun;   /* whom it is of where nobody is named: girl; or "" */
} sls_age;

/* SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_age_read(const sls_roll *roll, const sls_fact *fact, sls_arena *arena,
                                     sls_age *out);

#endif
