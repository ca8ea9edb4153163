/*
 * container.h - what a file holds, by the ending of its name.
 *
 *     berita.jsonl.gz -> records of JSON Lines, stem "berita"
 *
 * An ending of packing (.gz .bz2 .xz .zst) is looked through: streams unpack by themselves.
 */
#ifndef SLS_INGEST_CONTAINER_H
#define SLS_INGEST_CONTAINER_H

#include <selisih/str.h>

typedef enum {
    SLS_CONTAINER_TEXT,     /* one article, with front matter or without */
    SLS_CONTAINER_MARKDOWN, /* the same, marked up */
    SLS_CONTAINER_PAGE,     /* one article in HTML */
    SLS_CONTAINER_LINES,    /* an article a line, as JSON */
    SLS_CONTAINER_FEED,     /* RSS or Atom */
    SLS_CONTAINER_ROWS,     /* an article a row, as CSV or TSV */
    SLS_CONTAINER_ARCHIVE   /* tar or zip: members that are any of the others */
} sls_container;

/* The container of the file `name`; one with an ending that none has is text. */
sls_container sls_container_of(sls_str name);
/*
 * Whether files of that name are articles when a folder is read. Tables, archives, XML and
 * Markdown are read when they are named: beside articles lie editors' tables and notes.
 */
bool sls_container_in_folders(sls_str name);
/* `name` without an ending of packing. */
sls_str sls_container_unpacked(sls_str name);

#endif
