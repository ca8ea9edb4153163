/*
 * court.h - one group of titles on trial: what clash.c rules and titles.c writes down.
 */
#ifndef SLS_COMPARE_COURT_H
#define SLS_COMPARE_COURT_H

#include "compare/docket.h"
#include "compare/seats.h"

/* Two seats that were judged; sls_ruling.detail of a conflict is its index. */
typedef struct {
    const sls_seat *a, *b;
    sls_tenure tenure;
} sls_contest;

typedef struct {
    const sls_group *group;
    sls_seats seats;
    int32_t mean_days; /* of the office's tenure */
    bool offices;      /* the group is one person's offices */
    bool *tells;       /* per member: its sentence tells of a succession */
    SLS_VEC(sls_contest) contests;
    sls_rulings rulings;
    size_t unlisted; /* pairs of articles that clash without a ruling */
    sls_arena *scratch;
} sls_court;

/* How sure a member's scope is, 0..100: named in the text, or inferred and from what. */
int sls_scope_score(const sls_member *member);
/* Judges all seats of a group whose office one alone holds. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_court_judge(sls_court *court);

#endif
