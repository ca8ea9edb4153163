/*
 * fragments.h - what two sentences without a date, told alone, say of one thing.
 *
 *     "Perjanjian X ditandatangani Juli 1918" | "Perjanjian X ditandatangani 1920" -> 1918 and 1920
 *
 * Sentence pairs, cards, captions: nothing but the words tells that both speak of one thing, so
 * most words of the shorter must stand in the longer, and each has one value of its kind and unit
 * to be held against the other's. Gates stand in gates.h.
 */
#ifndef SLS_MATCH_FRAGMENTS_H
#define SLS_MATCH_FRAGMENTS_H

#include "match/groups.h"
#include "match/stories.h"

/*
 * Words, names and places of the sentence of the one with fewer that the other has too, 0..100;
 * `*shared` is how many.
 */
int sls_sentence_held(const sls_claim *a, const sls_claim *b, int *shared);

/*
 * Adds the links of undated `stories`; `facts` are of SLS_KIND_QUANTITY or SLS_KIND_DATE. SLS_OK,
 * SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_fragments_find(const sls_roll *roll, const sls_facts *facts,
                                           const sls_stories *stories, sls_arena *arena,
                                           sls_link_list *links);

#endif
