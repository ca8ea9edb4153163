/*
 * main_text.h - where on a page its article is, and what of that is read.
 *
 * Every element is judged by the paragraphs in it, as Readability does (Arc90, 2010; Mozilla): a
 * paragraph speaks for its parent and ever less for what that is in, by its length and its commas;
 * links speak against. A paragraph is a <p>, or a run of text between other blocks or two breaks.
 * The best element is taken with those beside it that are built alike, as entries of a live blog
 * are; what is furniture (element.h) is left out.
 */
#ifndef SLS_INGEST_MAIN_TEXT_H
#define SLS_INGEST_MAIN_TEXT_H

#include <libxml/tree.h>
#include <selisih/arena.h>
#include <selisih/article.h>

typedef struct {
    sls_str text;
    const sls_part *captions; /* parts of `text` */
    size_t caption_count;
} sls_page_text;

/*
 * The article of the page below `root`, in whose elements `_private` is written. `dated`: a date
 * of publication that stands between the headline and the article is put before it. SLS_OK, also
 * where there is none; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_main_text(xmlNode *root, bool dated, sls_arena *arena,
                                      sls_page_text *out);
/* All text below `node` but what is never shown. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_node_text(const xmlNode *node, sls_arena *arena, sls_page_text *out);

#endif
