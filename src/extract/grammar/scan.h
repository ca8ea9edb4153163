/*
 * scan.h - one left-to-right pass: every place where a pattern reads something.
 *
 * Readings do not overlap and come in item order; guards (idioms, identifiers)
 * are readings of kind "guard" that keep other patterns away from their items.
 */
#ifndef SLS_EXTRACT_GRAMMAR_SCAN_H
#define SLS_EXTRACT_GRAMMAR_SCAN_H

#include "extract/grammar/pattern.h"

typedef struct {
    sls_reading *at;
    size_t count;
} sls_readings;

/*
 * How much is read of an article: SLS_READINGS_MIN things or one in SLS_READING_BYTES of its text,
 * whichever is more. A reading takes half a kilobyte and its claim more, so that without a limit
 * 1 MB of nothing but "Rp 5 " takes 650 MB, where as much of the news takes 17; the densest of
 * 8,597 articles of the news says 197 things.
 */
#define SLS_READINGS_MIN  16384
#define SLS_READING_BYTES 32
size_t sls_scan_most(const sls_document *document);

/*
 * The readings of an article, in order. What stands behind the sls_scan_most first ones is not
 * read, and sls_reader_cuts counts the article. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_scan(sls_reader *reader, const sls_items *items, sls_arena *arena,
                                 sls_readings *out);

#endif
