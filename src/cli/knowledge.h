/*
 * knowledge.h - what editors know beside the articles: verified claims, aliases of names, and what
 * they decided on findings.
 *
 *     corpus/verified.csv   kind,what,value,as_of,source        claims that an editor vouches for
 *     corpus/aliases.csv    alias,name                          "jokowi,joko widodo"
 *     corpus/decisions.csv  finding_id,decision,by,on,...       see report/decisions.h
 *
 * Each is read from every folder that is checked, or from the file that --verified, --aliases or
 * --decisions names. A verified claim takes part like an article of its own, in the zone
 * "verified".
 */
#ifndef SLS_CLI_KNOWLEDGE_H
#define SLS_CLI_KNOWLEDGE_H

#include "base/map.h"
#include "base/vec.h"
#include "check/mix.h"
#include "check/store.h"
#include "cli/options.h"
#include "report/decisions.h"

/* Is shown a file and its text. SLS_OK goes on; all else, with `*diag`, is what the caller returns.
 */
typedef sls_status sls_knowledge_reader(void *context, const char *path, sls_str text,
                                        sls_diag *diag);
/* Shows the files of aliases and those of verified claims; of decisions. SLS_OK; SLS_EIO,
 * SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_knowledge_visit(const sls_options *options, sls_arena *arena,
                                            sls_knowledge_reader *read, void *context,
                                            sls_diag *diag);
SLS_MUST_USE sls_status sls_decisions_visit(const sls_options *options, sls_arena *arena,
                                            sls_knowledge_reader *read, void *context,
                                            sls_diag *diag);

/* The reader that mixes path and text into the XXH3_state_t that `context` is: see check/mix.h. */
sls_knowledge_reader sls_knowledge_mix;

typedef struct {
    sls_arena *arena;
    sls_map index; /* folded alias to its place in `names` */
    SLS_VEC(sls_str) names;
} sls_aliases;

/*
 * The aliases of the options' folders or file; none is no error. What is read is mixed into
 * `mixed`, as sls_knowledge_mix does, unless that is NULL. SLS_OK; SLS_EIO, SLS_ESYNTAX and
 * SLS_ENOMEM with `*diag`.
 */
SLS_MUST_USE sls_status sls_aliases_load(const sls_options *options, sls_arena *arena,
                                         XXH3_state_t *mixed, sls_aliases *out, sls_diag *diag);
/* The name that a folded one is an alias of, or itself. */
sls_str sls_aliases_name(const sls_aliases *aliases, sls_str name);
/*
 * Writes the names for the aliases in values of people, participants and speakers. Lists stay
 * sorted. New texts are in `arena`. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_aliases_apply(const sls_aliases *aliases, sls_claim *claims,
                                          size_t count, sls_arena *arena);

/* Adds the verified claims of the options' folders or file to `store`. As sls_aliases_load. */
SLS_MUST_USE sls_status sls_verified_add(const sls_options *options, sls_arena *arena,
                                         XXH3_state_t *mixed, sls_store *store, sls_diag *diag);
/*
 * Adds the decisions of the options' folders or file to `decisions`, which tells of the rows that
 * it refuses. As sls_aliases_load.
 */
SLS_MUST_USE sls_status sls_decisions_load(const sls_options *options, sls_decisions *decisions,
                                           sls_diag *diag);

#endif
