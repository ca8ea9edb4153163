/*
 * stance.h - whether two claims of one value speak opposite ways.
 *
 *     "naik 3 persen" | "turun 3 persen" -> opposes;  "tidak naik 3 persen" -> denies
 */
#ifndef SLS_MODEL_STANCE_H
#define SLS_MODEL_STANCE_H

#include <selisih/claim.h>

typedef enum {
    SLS_STANCE_ALIKE,  /* nothing tells them apart */
    SLS_STANCE_DENIES, /* one denies a word, or an event, that the other affirms */
    SLS_STANCE_OPPOSES /* rise and fall, win and lose */
} sls_stance_relation;

sls_stance_relation sls_stance_compare(const sls_claim *a, const sls_claim *b);

/*
 * Whether both are of one kind, value and unit and speak opposite ways: they are no agreement,
 * and a conflict when they speak of one thing.
 */
bool sls_stance_parts(const sls_claim *a, const sls_claim *b);

/* Whether the claim's clause names the other end of the axis of `part` ("rise+"). */
bool sls_stance_opposes(const sls_claim *claim, sls_str part);

/* Whether the claim's clause denies anything. */
bool sls_stance_denies(const sls_claim *claim);

/*
 * Which of two claims of one kind, value and unit denies something while the other denies nothing;
 * NULL when neither does, or both.
 */
const sls_claim *sls_stance_denier(const sls_claim *a, const sls_claim *b);

#endif
