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

#endif
