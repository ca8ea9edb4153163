/*
 * claim_csv.h - the column table of claims: reader and writer follow from it.
 */
#ifndef SLS_MODEL_CLAIM_CSV_H
#define SLS_MODEL_CLAIM_CSV_H

#include "io/csv.h"
#include <selisih/claim.h>

/* The contract's columns, then zone,credit,url,headline,event,object,context,subject,scope_hint,
 * weekday,sentence,ordinal,stance,agent,patient. Controls and line breaks inside a cell are
 * written as spaces. */
void sls_claims_header(sls_out *out);
void sls_claims_row(sls_out *out, const sls_claim *claim);
/* A row for each. Cells that a claim shares with the one before it are copied from its row. */
void sls_claims_rows(sls_out *out, const sls_claim *claims, size_t count);
/* The same without an end of the row unless `ends`, for rows that say more than a claim. */
void sls_claims_header_cells(sls_out *out, bool ends);
void sls_claims_cells(sls_out *out, const sls_claim *claim, bool ends);

/*
 * Reads a claims file that sls_claims_* or a user wrote: columns by name, absent ones empty, others
 * passed over. Only `kind` must be there; empty bound, status and zone are exact, asserted and
 * body, an empty confidence is 100, other empty numbers 0, and an empty claim_id is made.
 * SLS_OK; SLS_ESYNTAX: a cell that its column does not allow, with its line; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_claims_read(sls_str text, const char *path, sls_arena *arena,
                                        sls_claim **claims, size_t *count, sls_diag *diag);
/* The same of a file read as CSV: a claim for each row; ids that are made are in `texts`. */
SLS_MUST_USE sls_status sls_claims_of(const sls_csv *csv, const char *path, sls_arena *texts,
                                      sls_arena *arena, sls_claim **claims, sls_diag *diag);
/* Fills `claim->id` from article, kind, what, value and start. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_claim_identify(sls_claim *claim, sls_arena *arena);
SLS_MUST_USE sls_status sls_claims_identify(sls_claim *claims, size_t count, sls_arena *arena);
/* The order of two places of one article: a title before the text, then by start. */
int sls_claim_place_order(const sls_claim *a, const sls_claim *b);
/* The order of claims everywhere: article, place, end, kind, what, value. */
int sls_claim_order(const sls_claim *a, const sls_claim *b);
/* Puts claims into that order. */
void sls_claims_sort(sls_claim *claims, size_t count);

#endif
