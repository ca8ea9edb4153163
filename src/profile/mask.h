/*
 * mask.h - tokens that tell nothing of the news, inside sentences that do.
 *
 * Links, addresses, handles and tags; reference marks "[12]"; telephone numbers; the label of
 * an image ("- ảnh 1"); and, where a page runs on in one line, the "Baca juga: Judul Lain" in
 * the midst of it.
 */
#ifndef SLS_PROFILE_MASK_H
#define SLS_PROFILE_MASK_H

#include "profile/page.h"

/* Masks tokens of `document`, whose tokens, sentences and language are known. */
void sls_mask_tokens(const sls_document *document, uint8_t *masked);

#endif
