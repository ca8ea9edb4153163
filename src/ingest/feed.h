/*
 * feed.h - RSS 0.9 to 2.0 and Atom, an article an item.
 *
 *     <item><title>..</title><pubDate>Tue, 10 Sep 2019 14:05:00 +0700</pubDate>..</item>
 *
 * feed.c is the only user of libxml2's reader, which keeps one item in memory at a time. Nothing
 * is fetched, and no entity but XML's own five is put in. Not shared between threads.
 */
#ifndef SLS_INGEST_FEED_H
#define SLS_INGEST_FEED_H

#include "io/stream.h"
#include <selisih/arena.h>
#include <selisih/article.h>

typedef struct sls_feed sls_feed;

/* The stream is borrowed. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_feed_open(sls_stream *stream, sls_feed **out);
void sls_feed_close(sls_feed *feed); /* NULL is allowed */
/*
 * The next item: id, title, url, source (the feed's title) and published (EDTF, or empty) of
 * `*out`, and its text as it stands there, most often HTML. All in `arena`. SLS_OK; SLS_ENOTFOUND
 * at the end; SLS_ESYNTAX: no feed, or broken from here on, with `*diag`; SLS_EIO; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_feed_next(sls_feed *feed, sls_arena *arena, sls_article *out,
                                      size_t *line, sls_diag *diag);

#endif
