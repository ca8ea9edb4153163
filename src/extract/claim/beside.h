/*
 * beside.h - what a sentence tells of its subject beside what it is about.
 *
 *     "Seorang warga, yang pernah ditipu pada 2010, melapor"  -> he did not report it in 2010
 *     "The bridge, built in 1932, collapsed"                  -> it did not collapse in 1932
 */
#ifndef SLS_EXTRACT_CLAIM_BESIDE_H
#define SLS_EXTRACT_CLAIM_BESIDE_H

#include "extract/claim/clause.h"

/* "tim yang dipimpin Andi", "yang juga memimpin": verb `i` tells of the subject. */
bool sls_beside_is_relative(const sls_scene *scene, size_t i);

/*
 * ... or what stands right behind "yang", or behind "yang diduga", whatever it is, but for what is
 * held and for deaths, which trailing dates are of.
 */
bool sls_beside_is_told(const sls_scene *scene, size_t i);

/* The comma, before item `to`, behind the ", yang ...," that comma `i` begins; else `i`. */
size_t sls_beside_end(const sls_scene *scene, size_t i, size_t to);

/* The first verb right behind "yang" among items from..to (exclusive), or SIZE_MAX. */
size_t sls_beside_verb(const sls_scene *scene, size_t from, size_t to);

/*
 * The clause of items first..last where it tells something of a subject that is no event:
 * ", yang lahir pada 1960,"; else an empty span.
 */
sls_span sls_beside_of(const sls_scene *scene, size_t first, size_t last);

/* After the talks, before the vote: whether event `i` stands behind such a word. */
bool sls_beside_is_background(const sls_scene *scene, size_t i);

/* "tewas saat hendak berenang di sungai, Senin (9/6)": whether `i` went on meanwhile. */
bool sls_beside_is_meanwhile(const sls_scene *scene, size_t i);

/*
 * "satu mobil ringsek di belakang truk yang terbakar": what "yang" at item `i` opens is told of the
 * truck, not of the count that ends with item `last`. Indonesian only.
 */
bool sls_beside_is_of_another(const sls_scene *scene, size_t i, size_t last);

#endif
