/*
 * posts.h - groups of titles: all holders of one office, all offices of one person.
 *
 * A post is an office with a closed scope: foreign-minister@RU. Whoever is said to hold it goes
 * into its group. An office whose scope stays open has a group for each person.
 */
#ifndef SLS_MATCH_POSTS_H
#define SLS_MATCH_POSTS_H

#include "match/groups.h"
#include "match/people.h"

/*
 * Adds a group for every post that two claims name (what "foreign-minister@RU", entities "RU"),
 * and one for every person with several offices of one country that one alone can hold (what
 * "@RU", entities the person), with several ranks of one ladder ("rank@police"), or at the head of
 * several places in one office ("place@mayor"), or in an office and as its deputy
 * ("deputy@blitar"). Short forms of names join the one holder of the
 * post that they fit. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_posts_group(const sls_roll *roll, const sls_people *people,
                                        sls_arena *arena, sls_group_list *groups);

#endif
