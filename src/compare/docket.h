/*
 * docket.h - findings on their way: rulings on pairs of claims, and what is written of them.
 *
 * A group may yield many rulings; a ruling is small. They are put in order,
 * repeated ones merged (one pair of values in one pair of articles is one row,
 * at the earliest mention of each), and the first SLS_ROWS_MAX conflicts and
 * agreements become findings.
 */
#ifndef SLS_COMPARE_DOCKET_H
#define SLS_COMPARE_DOCKET_H

#include "base/vec.h"
#include "model/term.h"
#include <selisih/finding.h>

typedef struct {
    const char *rule;
    sls_verdict verdict;
    sls_severity severity;
    int score;
    sls_terms terms;        /* what the score is made of */
    const sls_claim *a, *b; /* a before b; equal for a finding in one claim */
    size_t more;            /* further ones of the group; set on the first of a file */
    uint32_t detail;        /* the rule's own */
} sls_ruling;

typedef SLS_VEC(sls_ruling) sls_rulings;

/*
 * The findings, piece by piece in `rows`: one array that grows would stand there twice. What they
 * refer to lies elsewhere, and stays.
 */
enum { SLS_DOCKET_PIECE = 256 };
typedef struct sls_docket_piece {
    struct sls_docket_piece *next;
    size_t len;
    sls_finding at[SLS_DOCKET_PIECE];
} sls_docket_piece;
typedef struct {
    sls_docket_piece *first, *last; /* NULL: none yet */
    size_t len;                     /* of all pieces */
    sls_arena *rows;
} sls_docket;

/* Adds a term to the ruling's score. */
void sls_ruling_weigh(sls_ruling *ruling, sls_term_name term, int points);
/* Rules on a pair; the sides are put in order. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_ruling_add(sls_rulings *rulings, sls_ruling ruling, sls_arena *arena);
/*
 * Merges, orders (worst first) and cuts the rulings of one group. Conflicts and agreements that
 * were never ruled on are counted with those that are cut.
 */
void sls_rulings_settle(sls_rulings *rulings, size_t more_conflicts, size_t more_agreements);

/* What a finding is of, beside its ruling; texts may be empty. */
typedef struct {
    sls_kind kind;
    sls_str what, entities, group_id;
    size_t args; /* at most so many are added with sls_finding_argue */
} sls_subject;
/*
 * A finding of `ruling` with its id, which is in `arena`; the caller adds arguments and support.
 * NULL when memory ran out.
 */
sls_finding *sls_docket_add(sls_docket *docket, const sls_ruling *ruling,
                            const sls_subject *subject, sls_arena *arena);
/* Adds an argument. */
void sls_finding_argue(sls_finding *finding, sls_arg arg);
/* A folded person's name with capitals, "Sergei Shoigu". SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_person_shown(sls_str folded, sls_arena *arena, sls_str *out);

#endif
