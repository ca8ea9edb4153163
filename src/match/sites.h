/*
 * sites.h - one disaster, or one death, that two reports put into two places.
 *
 *     "gudang di Kabupaten Kebumen terbakar" | "gudang di Kabupaten Purworejo terbakar" -> linked
 *
 * Fires and floods of a day are many: what else the two reports tell ties them to one, persons by
 * name and figures, and neither knows the other's place. Gates stand in gates.h.
 */
#ifndef SLS_MATCH_SITES_H
#define SLS_MATCH_SITES_H

#include "match/groups.h"
#include "match/stories.h"

/* Adds the links of all dated `stories`; `facts` are of SLS_KIND_PLACE. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_sites_find(const sls_roll *roll, const sls_facts *facts,
                                       const sls_stories *stories, sls_arena *arena,
                                       sls_link_list *links);

#endif
