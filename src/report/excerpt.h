/*
 * excerpt.h - a claim's sentence, or of a long one what stands around its words.
 *
 *     "... Menteri Luar Negeri " "Sergei Shoigu" " tiba di Pyongyang ..."
 *
 * Pure; texts are borrowed from the claim.
 */
#ifndef SLS_REPORT_EXCERPT_H
#define SLS_REPORT_EXCERPT_H

#include <selisih/claim.h>

typedef struct {
    sls_str before, surface, after; /* surface is empty where the sentence does not hold it */
    bool cut_before, cut_after;     /* something is left out there */
} sls_excerpt;

sls_excerpt sls_excerpt_of(const sls_claim *claim);

#endif
