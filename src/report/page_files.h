/*
 * page_files.h - the review page's template, style and scripts, as the build embeds them from
 * page/. Written by tool/pagec.c.
 */
#ifndef SLS_REPORT_PAGE_FILES_H
#define SLS_REPORT_PAGE_FILES_H

#include <selisih/str.h>

extern const sls_str sls_page_html; /* holds {{name}} where review.c writes something */
extern const sls_str sls_page_css;
extern const sls_str sls_page_js;
/* "sha256-..." of the two, for the policy of a page that holds them. */
extern const char sls_page_css_digest[];
extern const char sls_page_js_digest[];

#endif
