/*
 * support.h - how many independent sources stand on each side of a finding.
 *
 *     Lavrov: ORF, VOV    Shoigu: Tempo    -> 1 against 2, side a is probably the wrong one
 *
 * An estimate: copies of one text and articles of one outlet count once
 * (sls_member.witness). It ranks and annotates, and never declares the truth.
 */
#ifndef SLS_COMPARE_SUPPORT_H
#define SLS_COMPARE_SUPPORT_H

#include <selisih/arena.h>
#include <selisih/finding.h>

/* Which side a member is on; the members of neither are not weighed. */
typedef sls_side sls_side_of(const void *context, const sls_member *member);

typedef struct {
    int sources_a, sources_b;
    sls_str names_a, names_b; /* as in sls_finding */
    const char *key;          /* as sls_finding.support */
    sls_side likely_wrong;    /* against an editor's word, else the side with fewer sources */
} sls_support;

/* SLS_OK, SLS_ENOMEM. Texts are in `arena`. */
SLS_MUST_USE sls_status sls_support_weigh(const sls_member *members, size_t count,
                                          sls_side_of *side_of, const void *context,
                                          sls_arena *arena, sls_support *out);
/* Copies the support into the finding, its texts into `arena`. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_support_tell(const sls_support *support, sls_arena *arena,
                                         sls_finding *finding);

#endif
