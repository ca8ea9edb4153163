/*
 * seats.h - a group of titles, sorted out: who sat where, when, and which articles say so.
 *
 * A seat is one holder of the group's office (or, in a group of one person's
 * offices, one office). Its holds feed tenure.h. A title whose clause names no
 * time holds when its article was published, unless the article names two
 * holders or tells a holder's time elsewhere: then only the times that it states count.
 */
#ifndef SLS_COMPARE_SEATS_H
#define SLS_COMPARE_SEATS_H

#include "compare/tenure.h"
#include <selisih/arena.h>
#include <selisih/finding.h>

typedef struct {
    sls_str key;        /* sls_member.who, or the office */
    uint32_t *mentions; /* members, ascending: the first mention in each article that asserts it */
    size_t mention_count;
    sls_hold *told; /* by time: every time an article gives or lends the holder */
    size_t told_count;
    sls_holder holder; /* those by which the holder is judged: without the vague ones, unless
                          there are no others; count 0: no time is known */
    size_t witnesses;  /* independent sources among `told` */
} sls_seat;

typedef struct {
    sls_seat *at; /* by (hull, key); those without a time last */
    size_t count;
    uint32_t *articles; /* per member of the group: number of its article */
} sls_seats;

/* A group of one person's offices, by its `what`: "@RU". */
bool sls_group_is_of_offices(const sls_group *group);
/* Time of a member: as_of, else its article's date. False when neither is known. */
bool sls_member_when(const sls_member *member, sls_interval *out);
/* Key of the member's seat in its group; empty when it has none. */
sls_str sls_member_seat(const sls_group *group, const sls_member *member);

/* SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_seats_make(const sls_group *group, sls_arena *arena, sls_seats *out);

#endif
