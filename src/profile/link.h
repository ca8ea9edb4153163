/*
 * link.h - links, e-mail addresses, handles and tags: tokens that tell nothing.
 *
 *     "https://uji.example/2023/14", "redaksi@uji.example", "@kabar_2024", "#2024Ganti"
 */
#ifndef SLS_PROFILE_LINK_H
#define SLS_PROFILE_LINK_H

#include "profile/page.h"

/*
 * Each looks at the punctuation mark that token `i` is and masks the link that it belongs to,
 * if any. Returns the first token behind the link, or `i` + 1.
 */
size_t sls_link_scheme(const sls_document *document, size_t i, uint8_t *masked); /* ':' of "://" */
size_t sls_link_domain(const sls_document *document, size_t i,
                       uint8_t *masked);                                      /* '.' of "a.com" */
size_t sls_link_at(const sls_document *document, size_t i, uint8_t *masked);  /* '@' */
size_t sls_link_tag(const sls_document *document, size_t i, uint8_t *masked); /* '#' */

/* Whether tokens `i`-1, `i`, `i`+1 are the end of a domain's name: word, '.', "com". */
bool sls_link_is_domain(const sls_document *document, size_t i);

#endif
