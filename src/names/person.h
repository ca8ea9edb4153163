/*
 * person.h - when two spellings name one person.
 *
 *     "sergey lavrov" = "sergei lavrov"; "choe son hui" = "choe son-hui" ~ "shoe son hui"
 *
 * Names come folded (sls_fold_name). The key maps regular transliteration
 * variants to one spelling (ey/ei/ej, kh/h, ts/c, doubled letters, Korean
 * Kim Jong-un/Kim Jong Un ...), so equal keys are equal persons; nothing here
 * knows a particular person.
 */
#ifndef SLS_NAMES_PERSON_H
#define SLS_NAMES_PERSON_H

#include <selisih/arena.h>

typedef enum {
    SLS_PERSON_OTHER,   /* two people, or nothing to say they are one */
    SLS_PERSON_SAME,    /* equal keys, or initials and order that fit */
    SLS_PERSON_SHORTER, /* a is a short form of b: "putin" of "vladimir putin" */
    SLS_PERSON_LONGER,  /* b is a short form of a */
    SLS_PERSON_MISSPELT /* likely one person: one word a letter or two transposed letters apart,
                           or twice that in a long word that begins alike */
} sls_person_relation;

/* The key of a folded name. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_person_key(sls_str folded, sls_arena *arena, sls_str *out);
/* How `a` stands to `b`; both folded names, at most 256 bytes each are looked at. */
sls_person_relation sls_person_relate(sls_str a, sls_str b);
/* Damerau-Levenshtein distance of two folded strings, at most `limit` + 1; up to 64 bytes each. */
int sls_edit_distance(sls_str a, sls_str b, int limit);

#endif
