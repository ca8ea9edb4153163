/*
 * main_text.h - where on a page its article is, and what of that is read.
 *
 * Every element is judged by the paragraphs in it, as Readability does (Arc90, 2010): a paragraph
 * speaks for its parent and half as much for its grandparent, by its length and its commas; links
 * speak against, and so do names like "sidebar". The best element is taken with its paragraphs,
 * headings, lists, tables and captions; what is furniture by its tag or its name is left out.
 */
#ifndef SLS_INGEST_MAIN_TEXT_H
#define SLS_INGEST_MAIN_TEXT_H

#include <libxml/tree.h>
#include <selisih/arena.h>
#include <selisih/article.h>

/*
 * The text below `root` and which parts of it are captions. With `whole` nothing is judged or
 * left out but what is never shown. SLS_OK, also where there is none; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_main_text(const xmlNode *root, bool whole, sls_arena *arena,
                                      sls_str *text, const sls_part **captions,
                                      size_t *caption_count);
/* All text below `node`, white space as single spaces. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_node_text(const xmlNode *node, sls_arena *arena, sls_str *out);
/* The value of an attribute, "" where there is none; borrowed from the tree. */
sls_str sls_attribute(const xmlNode *node, const char *name);

#endif
