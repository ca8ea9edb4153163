/*
 * inputs.h - which files the paths of a command name, each once, with its manifest row.
 *
 *     corpus/ -> corpus/pelabuhan.txt (file "pelabuhan"), corpus/wire/02.jsonl (file "wire/02"),
 * ...
 *
 * A file that two paths name is read once, and stems that collide are told
 * apart, both in a way that does not depend on the order of the paths.
 */
#ifndef SLS_INGEST_INPUTS_H
#define SLS_INGEST_INPUTS_H

#include "ingest/container.h"
#include "ingest/ingest.h"

typedef struct {
    const char *path; /* to open and to name in messages; "-" is standard input */
    sls_str file;     /* unique: path below PATH without its ending, clean for a file name */
    sls_container container;
    sls_article facts;     /* from the manifest; only the six facts */
    const sls_diag *fault; /* why there is nothing to read here, or NULL */
    size_t order;          /* index of the PATH it comes from */
} sls_input;

typedef struct sls_inputs {
    sls_input *at; /* in the order of the paths, then of names */
    size_t count;
} sls_inputs;

/*
 * Walks `paths`. What is wrong with one becomes an input with a fault. All is in `arena`;
 * `paths` are borrowed. `outputs` as in sls_ingest_limits. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_inputs_list(const char *const *paths, size_t count,
                                        const char *const *outputs, sls_arena *arena,
                                        sls_inputs *out);

#endif
