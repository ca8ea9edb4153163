/*
 * people.h - the persons behind the names: one entity across spellings and short forms.
 *
 *     "sergey lavrov", "sergei lavrov" -> one; "lavrov" in an article that names only him -> he
 *
 * A full name is a person by its spelling alone. A short form joins the one
 * full name of its article that it fits; where none or several fit it stays a
 * person of its own until the holders of one office are seen (sls_people_join).
 */
#ifndef SLS_MATCH_PEOPLE_H
#define SLS_MATCH_PEOPLE_H

#include "match/roll.h"

typedef struct {
    sls_str name;      /* the commonest spelling, the longer of equals, then bytewise */
    sls_str key;       /* sls_person_key of it: what groups call the person */
    uint32_t mentions; /* claims that spell the person out */
    uint32_t words;    /* of `name` */
    bool initial;      /* one of them is a single letter */
} sls_person;

typedef struct {
    sls_person *at; /* by first mention */
    uint32_t count;
} sls_people;

/* Writes `named` and `person` of every title and name entry. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_people_find(sls_roll *roll, sls_arena *arena, sls_people *out);

/*
 * By whose name each of `persons` (distinct, any order) goes, a surname by the full name, a name
 * with a stray word by the one without: full[i] is that person, persons[i]
 * itself when by nobody's, SLS_NOBODY when by several. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_people_join(const sls_people *people, const uint32_t *persons,
                                        size_t count, sls_arena *arena, uint32_t *full);

#endif
