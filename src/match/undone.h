/*
 * undone.h - what one report says is done, and another of the same day is not done yet.
 *
 *     "sudah bisa dilalui sejak Selasa" | "belum bisa dilalui hingga Selasa" -> linked
 *
 * Both date one event, in nearly the same words, and one of them denies it; an article that tells
 * it both ways tells of two, and so do two times of the day. Gates stand in gates.h; sentences without a date are compared by
 * fragments.h.
 */
#ifndef SLS_MATCH_UNDONE_H
#define SLS_MATCH_UNDONE_H

#include "match/groups.h"
#include "match/stories.h"

/* Adds the links of all dated `stories`; `facts` are of SLS_KIND_DATE, denied ones among them.
 * SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_undone_find(const sls_roll *roll, const sls_facts *facts,
                                        const sls_stories *stories, sls_arena *arena,
                                        sls_link_list *links);

#endif
