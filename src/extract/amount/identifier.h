/*
 * identifier.h - what is known by a number: plates, flights, laws, resolutions.
 *
 *     "pelat nomor AD 1666 CE" -> plate, AD 1666 CE     "UU Nomor 11 Tahun 2020" -> number, 11
 */
#ifndef SLS_EXTRACT_AMOUNT_IDENTIFIER_H
#define SLS_EXTRACT_AMOUNT_IDENTIFIER_H

#include "extract/grammar/pattern.h"

/*
 * The identifier in capitals, its words by single spaces, and what it names: the pattern's
 * `make` (plate, flight), else the word before the number (pasal, resolution).
 * SLS_OK; SLS_ENOTFOUND: not of an identifier's shape; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_identifier_of(const sls_items *items, const sls_reading *r,
                                          sls_arena *arena, sls_str *what, sls_str *value);

/*
 * Which document a number without a `make` is of, with what it is about where the text says so:
 * "UU Nomor 30 Tahun 2002 tentang Komisi ..." -> law:komisi-pemberantasan-korupsi. "" when it is
 * of none that is cited by number (a page, a floor). SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_identifier_document(const sls_items *items, const sls_reading *r,
                                                sls_arena *arena, sls_str *out);

/* A name as part of an id: its spaces become hyphens. SLS_OK; SLS_ENOMEM: `*text` is as it was. */
SLS_MUST_USE sls_status sls_hyphenate(sls_arena *arena, sls_str *text);

/* Whether item `n`, a year, is part of a law's number: "Undang-Undang Nomor 30 Tahun 2002". */
bool sls_identifier_has_year(const sls_items *items, size_t n);

#endif
