/*
 * manifest.h - corpus.csv: what is known of the articles beside it, a row each.
 *
 *     file,source,published,lang,title
 *     pelabuhan.txt,Kabar Uji,2024-06-19,id,Pelabuhan dibuka
 *
 * Columns are found by name and may be absent, all but `file`, which is relative to the folder
 * of the manifest. One mistake is one fault and costs no more than its own
 * row: a quote left open does not swallow the rows behind it.
 */
#ifndef SLS_INGEST_MANIFEST_H
#define SLS_INGEST_MANIFEST_H

#include "base/map.h"
#include <selisih/arena.h>
#include <selisih/article.h>

typedef struct {
    sls_str file;          /* as listed, without "./" */
    size_t line;           /* of the manifest, from 1 */
    sls_article facts;     /* only the six facts; empty where unknown */
    const sls_diag *fault; /* why the row cannot be used, hence its article neither; NULL: good */
    bool met;              /* an input was found for it; set by the walk */
} sls_manifest_row;

typedef struct {
    const char *path;       /* of the manifest itself */
    sls_manifest_row *rows; /* by line; one for each file that is listed */
    size_t count;
    sls_map by_file;         /* index of the row that lists a file */
    const sls_diag **faults; /* of rows that name no file, by line */
    size_t fault_count;
} sls_manifest;

/*
 * Reads the manifest at `path`; a missing one, or one that cannot be read at all, has no rows
 * (and, in the second case, one fault). All is in `arena`; `path` is borrowed. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_manifest_read(const char *path, sls_arena *arena, sls_manifest *out);

/* The row that lists `file`, a path below the manifest's folder, or NULL. */
sls_manifest_row *sls_manifest_find(const sls_manifest *manifest, sls_str file);

#endif
