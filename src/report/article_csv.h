/*
 * article_csv.h - reports/articles.csv: every article, how much it asserts, or why it was skipped.
 */
#ifndef SLS_REPORT_ARTICLE_CSV_H
#define SLS_REPORT_ARTICLE_CSV_H

#include "io/csv.h"
#include <selisih/article.h>

void sls_articles_header(sls_out *out);
void sls_articles_row(sls_out *out, const sls_article_row *row);

#endif
