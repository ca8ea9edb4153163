/*
 * element.h - what an element of a page is, by its tag, its attributes and its names.
 *
 *     <div class="baca-juga">..</div>   furniture, left out where the article is looked for
 *     <p class="wp-caption-text">..     a caption
 *
 * Pure, any thread; strings are borrowed from the tree.
 */
#ifndef SLS_INGEST_ELEMENT_H
#define SLS_INGEST_ELEMENT_H

#include <libxml/tree.h>
#include <selisih/str.h>

typedef enum {
    SLS_ELEMENT_INLINE, /* a piece of its block */
    SLS_ELEMENT_BLOCK,
    SLS_ELEMENT_CAPTION,
    SLS_ELEMENT_CELL,
    SLS_ELEMENT_BREAK,
    SLS_ELEMENT_HIDDEN,   /* never shown */
    SLS_ELEMENT_ASIDE,    /* shown beside an article, as its tag says: navigation, boxes */
    SLS_ELEMENT_FURNITURE /* the same, as its names say; one that holds the headline is none */
} sls_element;

sls_element sls_element_of(const xmlNode *node);
/* Whether its names or microdata say that it holds an article's text. */
bool sls_element_is_article(const xmlNode *node);
/* Whether its names say that it holds the date of publication. */
bool sls_element_is_date(const xmlNode *node);
/* Whether it is an element <tag>, in letters of any case. */
bool sls_element_is(const xmlNode *node, const char *tag);
/* The value of an attribute, "" where there is none. */
sls_str sls_attribute(const xmlNode *node, const char *name);

#endif
