/*
 * frontmatter.h - the lines `key: value` between two lines `---` at the head of an article.
 *
 *     ---
 *     source: Kabar Uji
 *     published: 2024-06-19
 *     ---
 *     The article begins here.
 *
 * Keys are the six facts and `note`, which is for people and passed over; an
 * unknown key is an error, because a misspelt one would lose a fact without a word.
 * A text whose first line is `---` but whose second holds no `key:` begins with a rule,
 * not with front matter.
 */
#ifndef SLS_INGEST_FRONTMATTER_H
#define SLS_INGEST_FRONTMATTER_H

#include "ingest/facts.h"

/*
 * Reads the front matter, if any, that begins at byte `*at` of `text`; `place` is the line there.
 * Sets the facts of `article` (borrowed from `text`) and moves `*at` and `place->line` to the
 * first line behind it. SLS_OK; SLS_ESYNTAX, SLS_ERANGE with `*diag`; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_frontmatter_read(sls_str text, size_t *at, sls_place *place,
                                             sls_article *article, sls_arena *arena,
                                             sls_diag *diag);

#endif
