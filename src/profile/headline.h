/*
 * headline.h - the title of an article whose text does not begin with it.
 *
 *     title "12 Rumah di Demak Terendam", text "DEMAK, KABAR.com - Sebanyak 12 rumah ..."
 *
 * Records, feeds, tables, pages and front matter tell the title apart. It is read like a headline
 * that stands above the text; one that stands there too is read there, once.
 */
#ifndef SLS_PROFILE_HEADLINE_H
#define SLS_PROFILE_HEADLINE_H

#include <selisih/arena.h>
#include <selisih/article.h>

/*
 * What is to be read of `article`: its title, a line break and its text, in `arena`, `*head` then
 * the bytes before the text; or the text alone and 0, where there is no title, where one of the
 * first lines says it, or where it is longer than any headline. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_headline_join(const sls_article *article, sls_arena *arena,
                                          sls_str *text, size_t *head);

#endif
