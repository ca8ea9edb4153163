/*
 * lone.h - one person of whom a verb tells, described well enough to know whether two are one.
 *
 *     "A 16-year-old boy was killed ... The teen died at the scene ... he was pronounced dead"
 *
 * What two tellings say of age, sex, name and calling must not exclude each other. A plain value:
 * its strings lie in the lexicon or in the scene's arena.
 */
#ifndef SLS_EXTRACT_CLAIM_LONE_H
#define SLS_EXTRACT_CLAIM_LONE_H

#include "extract/claim/clause.h"

typedef struct {
    size_t first, last; /* items that say who */
    sls_str name;       /* folded; "" where no name is told */
    sls_str noun;       /* boy, officer; "" unknown */
    sls_str age;        /* 16 ... */
    sls_str age_unit;   /* ... year, month; both "" where no age is told */
} sls_lone;

/* Who items first..last are, with an age told behind a comma. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_lone_of(const sls_scene *scene, size_t first, size_t last,
                                    sls_lone *out);

/*
 * Whether `other` may be `known`, who then is known by all that is told of both; false leaves
 * `*known` as it is.
 */
bool sls_lone_join(sls_lone *known, const sls_lone *other);

/* Whether nothing is told of somebody but a pronoun. */
bool sls_lone_is_meant(const sls_lone *who);

#endif
