/*
 * html.h - a saved page made an article: what it says of itself, and its main text.
 *
 *     <meta property="og:site_name" content="Kabar">  ->  source "Kabar"
 *     <article><h1>..</h1><p>..</p><figure>..</figure></article>  ->  text, captions
 *
 * html.c and main_text.c are the only users of libxml2's HTML parser. Pure, any thread, after
 * sls_html_begin.
 */
#ifndef SLS_INGEST_HTML_H
#define SLS_INGEST_HTML_H

#include <selisih/arena.h>
#include <selisih/article.h>

/* To be called once, before threads begin. */
void sls_html_begin(void);

/*
 * Fills text, captions and what facts of `*out` the page has: JSON-LD of an article before Open
 * Graph, meta and <time>, canonical links, <title>. A fact that is none (a date that cannot be
 * read) is left empty. Texts are in `arena`. SLS_OK, also for a page without text; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_html_read(sls_str bytes, sls_arena *arena, sls_article *out);
/* The text of a piece of HTML, all of it: a feed's item. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_html_text(sls_str bytes, sls_arena *arena, sls_article *out);

#endif
