/*
 * markup.h - text into HTML and XML, from articles that may hold anything.
 *
 *     sls_markup_text(out, SLS_STR("<b>\"5 & 6\""))   writes &lt;b&gt;&quot;5 &amp; 6&quot;
 *
 * What a page or a parser would obey (base/utf8.h) and what is not UTF-8 is written as U+FFFD, so
 * that the text may stand in an element or between the quotes of an attribute. Errors of writing
 * are kept by `out`.
 */
#ifndef SLS_REPORT_MARKUP_H
#define SLS_REPORT_MARKUP_H

#include "io/file.h"

void sls_markup_text(sls_out *out, sls_str s);
/* The same for GitHub's Markdown: words of articles make no markup, link or cell. */
void sls_markdown_text(sls_out *out, sls_str s);
/* Whether `url` may become a link: http or https, no other scheme. */
bool sls_markup_is_link(sls_str url);

#endif
