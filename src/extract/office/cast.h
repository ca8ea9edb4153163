/*
 * cast.h - who and which countries an article is about, as far as it says itself.
 *
 *     "Presiden Rusia Vladimir Putin ... Putin" -> vladimir putin, 2 mentions, country RU
 *
 * A person is entered with a full name; short forms join the person they fit
 * when one fits best. Countries are counted with their capitals and adjectives. A title that
 * stands apart adds nothing: in capitals throughout, it makes names of any words.
 */
#ifndef SLS_EXTRACT_OFFICE_CAST_H
#define SLS_EXTRACT_OFFICE_CAST_H

#include "extract/grammar/scan.h"

typedef struct {
    sls_str name;    /* folded, full */
    sls_str country; /* of an office that the article gives the person, or "" */
    size_t mentions;
    uint64_t words; /* a bit for each word of the name: what has another bit is no part of it */
} sls_person;

/* Whom a reading names. */
typedef struct {
    sls_str name;             /* folded; "" nobody */
    uint64_t words;           /* of the name, as a person's */
    const sls_person *person; /* of the cast, or NULL: see sls_cast_person */
    bool looked_up;
} sls_whom;

typedef struct {
    sls_person *persons; /* by first appearance */
    size_t person_count;
    sls_whom *whom;       /* per reading */
    sls_str countries[8]; /* ISO codes, most named first, ties by code */
    size_t named[8];      /* how often */
    size_t country_count;
    size_t subject_count; /* the first so many are named at least a third as often as the first */
    sls_str subject;      /* those, ';' between */
} sls_cast;

SLS_MUST_USE sls_status sls_cast_make(const sls_items *items, const sls_readings *readings,
                                      sls_arena *arena, sls_cast *out);

/* The person that the folded name `name` means, or NULL: nobody, or two fit equally. */
const sls_person *sls_cast_find(const sls_cast *cast, sls_str name);
/* The person whom reading number `r` names, or NULL; looked up once. */
const sls_person *sls_cast_person(const sls_cast *cast, size_t r);

/*
 * Hints for the scope of an office that names none, held by `person`: CODE=reason, best first.
 * SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_cast_hints(const sls_cast *cast, const sls_document *document,
                                       sls_str person, sls_arena *arena, sls_str *out);

#endif
