/*
 * furniture.h - what a page puts around its article: links to others, buttons, credits, menus.
 *
 *     "Baca juga: Pelabuhan Baru Dibuka", "Bagikan", "Editor: Budi Uji", "(bud/uji)", "XS SM MD LG"
 */
#ifndef SLS_PROFILE_FURNITURE_H
#define SLS_PROFILE_FURNITURE_H

#include "profile/page.h"

/* Marks paragraphs that begin with a marker, comment footers, and repeated paragraphs. */
void sls_furniture_mark(sls_page *page);

/*
 * Marks titles of other articles between paragraphs, and the menu, tags and signatures at the end.
 * Headline and captions must be known.
 */
void sls_furniture_mark_rest(sls_page *page);

/* Whether token `i` begins a marker of who wrote or published ("Sumber:"); `*after` behind it. */
bool sls_furniture_credit(const sls_page *page, size_t i, size_t *after);

#endif
