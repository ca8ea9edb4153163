/*
 * slips.h - dates that their own weekday denies, linked to the date that was meant.
 *
 *     "Kamis (19/8/2019)" and, in a report of the same crash, "Kamis (19/9/2019)" -> linked
 */
#ifndef SLS_MATCH_SLIPS_H
#define SLS_MATCH_SLIPS_H

#include "match/groups.h"
#include "match/stories.h"

/*
 * One link for each such date, to the article likest its own that tells the right one, else to
 * its own article. Facts are of SLS_KIND_DATE. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_slips_find(const sls_facts *facts, const sls_stories *stories,
                                       sls_arena *arena, sls_link_list *links);

#endif
