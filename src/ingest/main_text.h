/*
 * main_text.h - the article's text on a page, or all text of a piece of HTML.
 *
 * Of the element that judge.h finds, paragraphs, headings, lists, tables and captions are read, an
 * empty line between; what is furniture (element.h) and lines of nothing but links are left out.
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
 * The article of the page below `root`, in whose elements `_private` is written. `headline`: as
 * judge.h has it. `dated`: a date of publication that stands between the headline and the article
 * is put before it. SLS_OK, also where there is none; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_main_text(xmlNode *root, const xmlNode *headline, bool dated,
                                      sls_arena *arena, sls_page_text *out);
/* All text below `node` but what is never shown. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_node_text(const xmlNode *node, sls_arena *arena, sls_page_text *out);

#endif
