/*
 * rows.h - a CSV or TSV file of any length, an article a row.
 *
 *     id,isi,tanggal        with --map text=isi,published=tanggal
 *
 * The mark between cells is the one that the header has most of: comma, semicolon or tab. One row
 * is in memory at a time.
 */
#ifndef SLS_INGEST_ROWS_H
#define SLS_INGEST_ROWS_H

#include "ingest/facts.h"
#include "io/file.h"

typedef struct sls_rows sls_rows;

/*
 * `stream` is borrowed, `fields` too: what the columns are called. A row over `max_bytes` (0: no
 * limit) is passed over. SLS_OK; SLS_ESYNTAX: no header, or no column for the text; SLS_EIO;
 * SLS_ENOMEM; with `*diag`.
 */
SLS_MUST_USE sls_status sls_rows_open(sls_stream *stream, const sls_fields *fields,
                                      size_t max_bytes, sls_rows **out, sls_diag *diag);
void sls_rows_close(sls_rows *rows); /* NULL is allowed */
/*
 * The next row's id, facts and text, as they stand there; all in `arena`. SLS_OK; SLS_ENOTFOUND at
 * the end; SLS_ETOOBIG, SLS_ESYNTAX: this row is bad, the next call goes on; SLS_EIO; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_rows_next(sls_rows *rows, sls_arena *arena, sls_article *out,
                                      size_t *line, sls_diag *diag);

#endif
