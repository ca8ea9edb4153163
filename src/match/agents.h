/*
 * agents.h - who did one thing, where two reports say that it was two.
 *
 *     "BNN menangkap tiga kurir" | "tiga kurir ditangkap Bea Cukai" -> linked: one arrest
 *
 * Bodies are compared, by one number of whom or what it befell, or its one day; what else the
 * reports tell ties them to one event, and neither knows the body of the other. Gates stand in
 * gates.h.
 */
#ifndef SLS_MATCH_AGENTS_H
#define SLS_MATCH_AGENTS_H

#include "match/groups.h"
#include "match/stories.h"

/* Adds the links of all dated `stories`; `facts` are of SLS_KIND_QUANTITY
 * or _DATE. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_agents_find(const sls_roll *roll, const sls_facts *facts,
                                        const sls_stories *stories, sls_arena *arena,
                                        sls_link_list *links);

#endif
