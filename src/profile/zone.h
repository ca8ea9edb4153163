/*
 * zone.h - which paragraphs are body, and which headline, caption, reference list or boilerplate.
 */
#ifndef SLS_PROFILE_ZONE_H
#define SLS_PROFILE_ZONE_H

#include "profile/page.h"

/*
 * Sets the zone of every paragraph. Masks must stand already. `title` is the article's, folded,
 * or "".
 */
void sls_zone_mark(sls_page *page, sls_str title);

/* Index of the first paragraph that is body; page->count: none. */
size_t sls_zone_body(const sls_page *page);

#endif
