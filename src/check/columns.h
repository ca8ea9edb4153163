/*
 * columns.h - where claims stand in their lines, as editors and CI count it.
 */
#ifndef SLS_CHECK_COLUMNS_H
#define SLS_CHECK_COLUMNS_H

#include "profile/document.h"
#include <selisih/claim.h>

/* Where a claim begins in its line, from 1; 0: in a title that is not in the file. */
typedef struct {
    uint32_t byte, character;
} sls_column;

/* Of each of the document's claims, in `arena`. NULL when memory ran out. */
sls_column *sls_columns_of(const sls_document *document, const sls_claim *claims, size_t count,
                           sls_arena *arena);

#endif
