/*
 * ingest.h - from paths to articles: folders, plain text, manifests, JSON Lines, standard input.
 *
 * Reading is in two steps, so that workers can share it: sls_ingest_next walks
 * the inputs in order and hands out raw records (a file's bytes, a line of
 * JSON Lines), cheaply and in one thread; sls_ingest_decode turns one record
 * into an article and is pure. Memory is bounded by a record, whatever the
 * length of a file.
 *
 * A folder is walked in byte order of names, through subfolders, hidden names
 * skipped, and folders to which the command writes, unless they are the path: what container.h says
 * of a name decides whether it is an article or holds some;
 * corpus.csv in it is the manifest of the files beside it; other files are passed over. A path
 * given by name is read whatever its ending, as text when no container has that; "-" is JSON Lines.
 * A file that two paths name is read once. A file named itself has its row of the corpus.csv
 * beside it, too. Everything bad is one diag and one skipped row; the rest goes on.
 */
#ifndef SLS_INGEST_INGEST_H
#define SLS_INGEST_INGEST_H

#include "ingest/facts.h"
#include <selisih/arena.h>
#include <selisih/article.h>

typedef struct sls_ingest sls_ingest;

typedef enum {
    SLS_RECORD_TEXT,     /* text, with front matter or without */
    SLS_RECORD_MARKDOWN, /* the same, marked up */
    SLS_RECORD_JSON,     /* an object of JSON Lines */
    SLS_RECORD_PAGE,     /* a page in HTML */
    SLS_RECORD_FIELDS,   /* text; the facts are in `own` */
    SLS_RECORD_ITEM,     /* the same of a feed: its text is HTML */
    SLS_RECORD_KNOWN     /* a whole file that was passed over: see sls_ingest_pass_over */
} sls_record_kind;

typedef struct {
    size_t max_bytes;         /* of an article; 0: no limit */
    const sls_fields *fields; /* what records and tables call an article's members */
    /* Folders that are written to, NULL behind the last: below a path they are not read. NULL: none
     */
    const char *const *outputs;
} sls_ingest_limits;

typedef struct {
    sls_record_kind kind;
    size_t input;         /* of sls_ingest_inputs, from which it comes */
    sls_str bytes;        /* the whole file, or one line without its line break */
    sls_str path;         /* as the user would name it: PATH/below, or "-" */
    sls_str file;         /* path below PATH without its ending; "stdin" for "-"; where two files
                             would share it, the second one's parent folder, then "-2" make it
                             unique, whatever the order of the paths. The id of a text article. */
    size_t line;          /* of the file on which the record begins, from 1 */
    sls_str id;           /* of its article; "" where its file, or its file and line, name it */
    bool member;          /* of an archive */
    sls_article own;      /* the facts of FIELDS and ITEM, as they stand there, unchecked */
    sls_article manifest; /* what the manifest says of it; empty fields where nothing */
} sls_record;

/*
 * `paths` and what `limits` names are borrowed for the life of `*out`; a longer line or file than
 * they allow is SLS_ETOOBIG. Called in the main thread, before others begin. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_ingest_open(const char *const *paths, size_t count,
                                        sls_ingest_limits limits, sls_ingest **out);
struct sls_inputs;
/* What is going to be read, in order; inputs.h says what of it. */
const struct sls_inputs *sls_ingest_inputs(const sls_ingest *ingest);
/*
 * The inputs for which `known`, borrowed, is true are not opened: each is one record of that kind,
 * without bytes. Called before the first record.
 */
void sls_ingest_pass_over(sls_ingest *ingest, const bool *known);
/* Bytes of all inputs together, as their files' sizes say; 0: not known, as of standard input. */
size_t sls_ingest_bytes(const sls_ingest *ingest);
void sls_ingest_close(sls_ingest *ingest); /* NULL is allowed */

/*
 * The next record, in `arena`. SLS_OK; SLS_ENOTFOUND at the end of all inputs (no diag);
 * any other status: `*diag` says which file, line or manifest row is bad and what to do,
 * and the next call goes on behind it. SLS_ENOMEM is final. `out->path` and `out->line`
 * are set for failures too.
 */
SLS_MUST_USE sls_status sls_ingest_next(sls_ingest *ingest, sls_arena *arena, sls_record *out,
                                        sls_diag *diag);

/*
 * The article in `record`: UTF-8 checked, front matter or JSON read, manifest
 * merged (front matter and the record's own keys win), `published` checked. Everything is in
 * `arena` or borrowed from the record. Pure, any thread. On failure `*diag` and the status
 * say why it is skipped; `out->id` is set where it could be known.
 */
SLS_MUST_USE sls_status sls_ingest_decode(const sls_record *record, sls_ingest_limits limits,
                                          sls_arena *arena, sls_article *out, sls_diag *diag);

/*
 * An article that was made elsewhere, its facts and text checked as a record's are; `path` is the
 * id where it has none. Texts are borrowed or in `arena`. As sls_ingest_decode, and SLS_ESYNTAX for
 * an article without an id.
 */
SLS_MUST_USE sls_status sls_ingest_check(const sls_article *given, size_t max_bytes,
                                         sls_arena *arena, sls_article *out, sls_diag *diag);

#endif
