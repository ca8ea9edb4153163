/*
 * judge.h - which element of a page is its article.
 *
 * Every element is judged by the paragraphs in it, as Readability does (Arc90, 2010; Mozilla): a
 * paragraph speaks for its parent and ever less for what that is in, by its length and its commas;
 * links speak against, and what stands right behind the headline speaks louder. A paragraph is a
 * <p>, or a run of text between other blocks or two breaks. An article in several elements that
 * are built alike, as entries of a live blog are, is the element that holds them.
 *
 * What is found is kept in `_private` of the elements, in the arena. Time is linear in the page.
 */
#ifndef SLS_INGEST_JUDGE_H
#define SLS_INGEST_JUDGE_H

#include "ingest/element.h"
#include <selisih/arena.h>

/*
 * Judges the page below `root`. `headline`: the element that its headline stands in, or NULL.
 * `*out`: the article's element, NULL where no paragraph speaks for any. SLS_OK; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_judge_page(xmlNode *root, const xmlNode *headline, sls_arena *arena,
                                       const xmlNode **out);
/* What an element of a page that was judged is, in it: a "widget" that is the article is none. */
sls_element sls_judged_kind(const xmlNode *node);
/* Bytes of its text that are shown. */
size_t sls_judged_bytes(const xmlNode *node);

#endif
