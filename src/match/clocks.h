/*
 * clocks.h - clock times of one happening in two articles on one event.
 *
 *     "berangkat ... pukul 10.36 WIT" and "bertolak ... pukul 10.31 WIT" -> linked
 */
#ifndef SLS_MATCH_CLOCKS_H
#define SLS_MATCH_CLOCKS_H

#include "match/groups.h"
#include "match/stories.h"

/*
 * Times of one day, one to one, equal ones first, then those of the likest sentences. A time that
 * both articles tell is linked to itself alone. Facts are of SLS_KIND_DATE. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_clocks_find(const sls_roll *roll, const sls_facts *facts,
                                        const sls_stories *stories, sls_arena *arena,
                                        sls_link_list *links);

#endif
