#include "report/article_csv.h"

#include "report/finding_csv.h"

void sls_articles_header(sls_out *out)
{
    sls_csv_header_write(out,
                         SLS_STR("article,path,source,published,lang,bytes,claims,status,reason"));
}

void sls_articles_row(sls_out *out, const sls_article_row *row)
{
    const bool read = row->status == SLS_OK;
    sls_csv_text_write(out, row->article, false);
    sls_csv_text_write(out, row->path, false);
    sls_csv_text_write(out, row->source, false);
    sls_value_write(out, SLS_KIND_DATE, row->published, false);
    sls_csv_text_write(out, row->lang, false);
    sls_csv_count_write(out, row->bytes, false);
    sls_csv_count_write(out, row->claims, false);
    sls_csv_cell_write(out, read ? SLS_STR("read") : SLS_STR("skipped"), false);
    sls_csv_text_write(out, row->reason, true);
}
