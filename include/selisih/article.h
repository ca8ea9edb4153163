/*
 * article.h - one news article as it came in, before anything is read out of it.
 *
 *     source "Tempo", published "2023-07-28", lang "id", text "TEMPO.CO, Jakarta - Rusia ..."
 *
 * All strings are borrowed from the arena of the batch that read the article.
 * Unknown is the empty string everywhere; it is never bad.
 */
#ifndef SELISIH_ARTICLE_H
#define SELISIH_ARTICLE_H

#include <selisih/status.h>
#include <selisih/str.h>

/* Bytes [start, end) of an article's text. */
typedef struct {
    size_t start, end;
} sls_part;

typedef struct {
    sls_str id;        /* the record's id, or the path below PATH without its ending */
    sls_str path;      /* file to name in messages, as the user wrote it ("-" for standard input) */
    sls_str file;      /* stem of the input file: the claims file's name */
    sls_str source;    /* outlet */
    sls_str published; /* EDTF, any grain; validated by ingest */
    sls_str lang;      /* ISO 639-1 */
    sls_str title;     /* read like a headline above the text that does not begin with it */
    sls_str url;
    sls_str credit;    /* wire agency the text is credited to */
    sls_str text;      /* original bytes, valid UTF-8, from which offsets count */
    size_t offset;     /* added to offsets within `text` to get those in the file (front matter) */
    size_t line;       /* line of the file on which `text` begins, from 1; 1 for JSON text */
    size_t title_at;   /* byte of the file at which `title` stands in it (front matter), */
    size_t title_line; /* its line, from 1; 0: it does not stand there, */
    size_t title_column;      /* and its byte in that line, from 1 */
    const sls_part *captions; /* what its page marks as captions, in order; profile finds others */
    size_t caption_count;
    bool made;    /* `text` was made of the file's bytes: offsets and lines count in it alone */
    sls_str note; /* what the reader should know of how it was read, or "" */
} sls_article;

/* What became of an article: a row of reports/articles.csv. */
typedef struct {
    sls_str article, path, source, published, lang;
    size_t bytes, claims;
    sls_status status; /* SLS_OK, or why it was skipped */
    sls_str reason;    /* "" or one line */
} sls_article_row;

#endif
