/*
 * ages.h - the ages of one person in two articles on one event.
 *
 *     "Amin Saypudin (39)" and "Amin Saifudin (48)" -> linked: one man, two ages
 *
 * Names may differ by two letters when their first ones are equal: so are persons misspelt.
 */
#ifndef SLS_MATCH_AGES_H
#define SLS_MATCH_AGES_H

#include "match/groups.h"
#include "match/stories.h"

/* Whether a quantity is an age in figures beside a name, "(39)": no span of years. */
bool sls_is_age(const sls_claim *claim);
/* Adds the links of all `stories`. Facts are of SLS_KIND_QUANTITY. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_ages_find(const sls_roll *roll, const sls_facts *facts,
                                      const sls_stories *stories, sls_arena *arena,
                                      sls_link_list *links);

#endif
