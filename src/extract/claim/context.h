/*
 * context.h - the words of content of a sentence, by which mentions of one fact are known again.
 *
 *     "Gempa mengguncang Lombok pada Minggu malam" -> "gempa;lombok;mengguncang"
 */
#ifndef SLS_EXTRACT_CLAIM_CONTEXT_H
#define SLS_EXTRACT_CLAIM_CONTEXT_H

#include "extract/claim/clause.h"

/*
 * The first two dozen such words of items [begin, end) in `*out`, sorted, ';' between. SLS_OK or
 * SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_context_of(const sls_scene *scene, size_t begin, size_t end,
                                       sls_str *out);

#endif
