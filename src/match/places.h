/*
 * places.h - whether two lists of places can be one place.
 *
 *     "tuban@ID" and "jawa-timur@ID;jawa@ID" -> within: Tuban lies in Jawa Timur
 *
 * What lies in what stands in the lexicon, data/any/place.csv: regencies in provinces, provinces
 * on islands. A country holds all of its places.
 */
#ifndef SLS_MATCH_PLACES_H
#define SLS_MATCH_PLACES_H

#include <selisih/str.h>

typedef enum {
    SLS_PLACES_APART,  /* no place of one can be one of the other */
    SLS_PLACES_OPEN,   /* one list is empty: anywhere */
    SLS_PLACES_WITHIN, /* a place of one list lies in one of the other */
    SLS_PLACES_SAME    /* a place in common, or a city and the regency of its name */
} sls_places_relation;

/* Lists of ids ("vladivostok@RU", "RU") parted by ';'. */
sls_places_relation sls_places_compare(sls_str a, sls_str b);

/* A list as bits by which most that are apart are known to be. */
typedef struct {
    uint64_t own; /* of each place; 0: the list is empty */
    uint64_t all; /* of what each lies in and of its twin, too */
} sls_place_marks;

sls_place_marks sls_place_marks_of(sls_str list);
/* As sls_places_compare, for the marks of `a` and `b`. */
static inline sls_places_relation sls_places_compare_marked(sls_str a, sls_place_marks marks_a,
                                                            sls_str b, sls_place_marks marks_b)
{
    if (marks_a.own != 0 && marks_b.own != 0 && (marks_a.all & marks_b.own) == 0 &&
        (marks_b.all & marks_a.own) == 0)
        return SLS_PLACES_APART;
    return sls_places_compare(a, b);
}

#endif
