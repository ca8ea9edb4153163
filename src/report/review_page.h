/*
 * review_page.h - the page on which editors decide findings.
 *
 *     selisih check --output html:review.html           one file that works from disk
 *     selisih check --output html-split:public/review   no script in the page, data in pieces
 *
 * The files of page/ are put together here with the data of galley_data.h and a table of the
 * worst findings for readers without script. The page asks nothing of a network, and its policy
 * lets no script run but its own. Equal reports give equal bytes.
 *
 * In pieces a page is FOLDER/index.html, with all else in FOLDER/page/: reports that are too many
 * for one file, and hosts that forbid script inside of a page.
 */
#ifndef SLS_REPORT_REVIEW_PAGE_H
#define SLS_REPORT_REVIEW_PAGE_H

#include "io/file.h"
#include "report/report.h"

enum { SLS_GALLEY_INLINE_MOST = 10000 }; /* findings that one file may hold and still open fast */

/* One file. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_write_html(const sls_report *report, sls_out *out, sls_arena *scratch);
/* In pieces. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_write_html_split(const sls_report *report, const char *folder,
                                             sls_arena *scratch, sls_diag *diag);
/*
 * FOLDER/index.html, in pieces where there are too many for one file; `*split` says which. FOLDER
 * has been swept.
 */
SLS_MUST_USE sls_status sls_write_review(const sls_report *report, const char *folder,
                                         sls_arena *scratch, bool *split, sls_diag *diag);

#endif
