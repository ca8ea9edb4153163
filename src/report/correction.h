/*
 * correction.h - what a desk publishes of findings that an editor decided: drafts of ClaimReview
 * (schema.org, JSON-LD) and texts of corrections (ralat), in Indonesian and English.
 *
 * Only sides that somebody decided to be wrong are told to be wrong, and none is told to be true.
 * Decisions that have expired are left out.
 */
#ifndef SLS_REPORT_CORRECTION_H
#define SLS_REPORT_CORRECTION_H

#include "io/file.h"
#include "lexicon/lexicon.h"
#include <selisih/finding.h>

enum { SLS_CLAIM_REVIEWED_MAX = 74 }; /* characters: search engines cut what is longer */

/*
 * A JSON array of ClaimReviews, one for each wrong side. `page` is where they will be published;
 * the id of the finding is put behind it, NULL leaves `url` out. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_claim_reviews_write(const sls_finding *findings, size_t count,
                                                sls_lang ui, const char *page, sls_out *out,
                                                sls_arena *scratch);
/* A text in both languages for each wrong side, with both quotes. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_corrections_write(const sls_finding *findings, size_t count,
                                              sls_out *out, sls_arena *scratch);

#endif
