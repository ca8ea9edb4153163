/*
 * plates.h - number plates and other identifiers of one thing in two articles on one event.
 *
 *     "AD 1666 CE" and "AD 1666 CF" -> linked: one plate, one part misread
 */
#ifndef SLS_MATCH_PLATES_H
#define SLS_MATCH_PLATES_H

#include "match/groups.h"
#include "match/stories.h"

/*
 * Links identifiers of one sort that are equal, or of which all parts but one are. Facts are of
 * SLS_KIND_IDENTIFIER. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_plates_find(const sls_roll *roll, const sls_facts *facts,
                                        const sls_stories *stories, sls_arena *arena,
                                        sls_link_list *links);

#endif
