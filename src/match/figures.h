/*
 * figures.h - whether two figures of one story count the same thing, and how surely.
 *
 *     "menewaskan delapan orang" | "sembilan orang tewas" -> both count the dead, of one crash
 *
 * By their sentences, what stands around them and what else both articles count. Gates stand in
 * gates.h, weights in weights.h. Pure.
 */
#ifndef SLS_MATCH_FIGURES_H
#define SLS_MATCH_FIGURES_H

#include "match/facts.h"
#include "match/stories.h"
#include "match/wordings.h"

/* Two articles that tell one story; facts are of SLS_KIND_QUANTITY. */
typedef struct {
    const sls_roll *roll;
    const sls_facts *facts;
    const sls_stories *stories;
    sls_wordings *wordings; /* which have the two articles in hand */
    int likeness;           /* of the two articles, see sls_story */
} sls_telling;

/*
 * Whether two facts of the two articles, in the order of their story, count one thing; then
 * `*terms` tell why, and `*like` is the likeness of their sentences, 0..100.
 */
bool sls_figures_weigh(const sls_telling *in, const sls_fact *a, const sls_fact *b, int *like,
                       sls_terms *terms);
/* What moves each day, and is told of its own: prices, indices, shares. */
bool sls_figure_moves_daily(const sls_fact *a);
/* How near their values are, 0..SLS_TALLY_ALL: which of several pairs comes first. */
int sls_figures_nearness(const sls_fact *a, const sls_fact *b);

#endif
