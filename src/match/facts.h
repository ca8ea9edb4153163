/*
 * facts.h - dates and quantities made ready for comparing pair by pair.
 *
 * A fact is what one article says once or several times in the same words
 * (kind, what, value, unit, participants, place, occasion): its first mention
 * stands for all. Pairs of facts, not of mentions, are aligned.
 */
#ifndef SLS_MATCH_FACTS_H
#define SLS_MATCH_FACTS_H

#include "base/interval.h"
#include "match/instances.h"
#include "match/places.h"
#include "match/portion.h"
#include "match/roll.h"
#include "match/similarity.h"

/* How often an event happens, from the lexicon; SLS_REPEAT when it does not say. */
typedef enum {
    SLS_REPEAT, /* visits, meetings: a date alone tells nothing of the occasion */
    SLS_RARE,   /* once within `span` for one set of participants */
    SLS_ONCE,   /* once for its participants: born, founded */
    SLS_UNIQUE  /* a happening with a name of its own: the Korean War */
} sls_recurrence;

typedef struct {
    uint32_t entry; /* first mention */
    uint32_t article;
    const sls_claim *claim; /* of the first mention */
    sls_str event;          /* claim's event, else what before ':' */
    sls_str unit;           /* quantity: base unit of its dimension, else the claim's unit */
    sls_recurrence recurrence;
    int32_t span;          /* days between two occasions, for SLS_RARE */
    sls_features features; /* none of facts made with `stances` */
    bool readable;         /* date: the value is EDTF that can be */
    bool has_when, has_published;
    sls_interval days; /* date: the value */
    sls_interval when; /* as_of, else published */
    sls_interval published;
    uint64_t rank;  /* order of the value: close values have close ranks */
    uint64_t value; /* hash of the value with its unit and bound */
    bool listed;    /* its sentence has another value of the same kind and unit */
    bool nth;       /* quantity: the number of a thing, not how many */
    bool role;      /* what is counted is those of a role: "dead" */
    bool age;       /* quantity: in figures, of a person; see ages.h */
    sls_place_marks places;
    sls_portion portion; /* quantity, or made with `stances`: how it may be part of another */
    sls_str genus;       /* quantity: what its unit is a kind of, "person" of "worker"; or "" */
    sls_tie tie;         /* what another value must share to be of this instance of the event */
} sls_fact;

typedef struct {
    sls_fact *at; /* by entry */
    uint32_t count;
    uint32_t *first;           /* per article: its first fact; one more at the end */
    uint32_t *head;            /* per fact: the first of its article with its value */
    uint64_t *values;          /* `value` of each fact, close together to be searched */
    sls_kinds *kinds;          /* per article: of happenings that it tells of */
    sls_happenings happenings; /* of all articles; none of facts made with `stances` */
} sls_facts;

/* Whether an article tells the value of `other`, of the same unit, or event. */
bool sls_facts_tell(const sls_facts *facts, uint32_t article, const sls_fact *other);
/*
 * Whether the article of `a` tells the value of `b` as well (of the same unit,
 * or event), or that of `b` the value of `a`: then they are two things that one of them knows.
 */
bool sls_facts_know_both(const sls_facts *facts, const sls_fact *a, const sls_fact *b);

/*
 * The facts of one kind: SLS_KIND_DATE, _QUANTITY, _IDENTIFIER, _SCORE, _PLACE or _OUTCOME. With
 * `stances` those that are denied as well, and mentions that speak different ways stay two; these
 * are compared by their words and have no features. `of` tells, per article, whether its facts are
 * wanted; NULL: all are; their claims are read. By up to `jobs` threads. SLS_OK, SLS_ENOMEM, or as
 * the source of the claims.
 */
SLS_MUST_USE sls_status sls_facts_make(const sls_roll *roll, sls_kind kind, bool stances,
                                       const bool *of, size_t jobs, sls_arena *arena,
                                       sls_facts *out);

/* Whether two quantities cannot be of one happening: see happenings.h. */
bool sls_facts_part(const sls_facts *facts, const sls_fact *a, const sls_fact *b);

/* How the places of two facts stand to each other. */
static inline sls_places_relation sls_facts_place(const sls_fact *a, const sls_fact *b)
{
    return sls_places_compare_marked(a->claim->place, a->places, b->claim->place, b->places);
}

/* Whether both name persons, and none in common. */
static inline bool sls_facts_persons_part(const sls_fact *a, const sls_fact *b,
                                          const sls_overlap *shared)
{
    return a->features.persons > 0 && b->features.persons > 0 && shared->persons == 0;
}

/*
 * Whether the participants of two facts are the same as far as both are told:
 * most countries in common where both name any, else a person or body in
 * common. `*full`: both sets are equal and not empty.
 */
bool sls_participants_meet(const sls_fact *a, const sls_fact *b, const sls_overlap *shared,
                           bool *full);

#endif
