/*
 * markdown.h - the text of an article in Markdown, without its marks.
 *
 *     ## Korban\n\n**Tiga** orang, kata [Budi](https://..)  ->  Korban\n\nTiga orang, kata Budi
 *
 * What CommonMark calls blocks and spans, as articles use them: headings, emphasis, links, images
 * (left out), quotes, lists, code, rules, tables as lines, raw HTML left as it is.
 */
#ifndef SLS_INGEST_MARKDOWN_H
#define SLS_INGEST_MARKDOWN_H

#include <selisih/arena.h>

/* SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_markdown_plain(sls_str source, sls_arena *arena, sls_str *out);

#endif
