/*
 * json.h - one JSON object with string members, as a line of JSON Lines holds. json.c is the only
 * user of cJSON.
 */
#ifndef SLS_IO_JSON_H
#define SLS_IO_JSON_H

#include <selisih/arena.h>

/* To be called once, before threads begin; without it memory that runs out is a fault of syntax. */
void sls_json_prepare(void);

/*
 * The members of the object in `text` named by `names` (NUL-terminated): strings and numbers as
 * text, null and absent ones as the empty string; of two of one name the first. A dot in a name
 * leads into an object ("meta.date") unless a member has the whole name; of an array the texts are
 * joined by empty lines. A whole number
 * comes as it was written; one of 2^53 or more, which could not, is SLS_ESYNTAX.
 * SLS_OK; SLS_ESYNTAX: not one JSON object, a member of another type, or \u0000 in it, `*diag`
 * says what and at which column (in bytes, from 1; 0 unknown) and the caller adds path and line;
 * SLS_ENOMEM. `values` may be partly written on failure.
 */
SLS_MUST_USE sls_status sls_json_members(sls_str text, const char *const *names, size_t count,
                                         sls_arena *arena, sls_str *values, sls_diag *diag);

/*
 * Of web pages: the first object in `text`, inside arrays and "@graph" too, whose "@type" is one
 * of `types`, and its members named by `names` as above; what is no text or number is left empty.
 * SLS_OK; SLS_ENOTFOUND: no such object, or no JSON; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_json_typed(sls_str text, const char *const *types, size_t type_count,
                                       const char *const *names, size_t count, sls_arena *arena,
                                       sls_str *values);

#endif
