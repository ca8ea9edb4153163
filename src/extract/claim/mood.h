/*
 * mood.h - whether what a value is said of is asserted, planned, alleged or denied.
 *
 *     "diduga menerima Rp 5 miliar"      -> alleged
 *     "belum menerima Rp 5 miliar"       -> denied
 *     "jika menerima Rp 5 miliar"        -> planned: on a condition
 *     "menangkap 5 terduga teroris"      -> asserted: the word speaks of its own phrase only
 *
 * Words of mood stand before the verb or noun that they colour, in its clause. Between
 * that and the value they colour the value alone ("kunjungan itu diperkirakan pada Juni").
 */
#ifndef SLS_EXTRACT_CLAIM_MOOD_H
#define SLS_EXTRACT_CLAIM_MOOD_H

#include "extract/claim/clause.h"

typedef struct {
    sls_state state;
    bool loose; /* planned, if at all, as what is planned is told by: past dates are asserted */
} sls_mood;

/* "target", "proyeksi": a noun of what is not so yet, which no word of mood is. */
bool sls_mood_aims(const sls_scene *scene, size_t item);

/* "nyaris tewas", "nearly killed": whether item `i` says that the harm behind it was not done. */
bool sls_mood_is_nearly(const sls_scene *scene, size_t i);

/* Whether items from..to, `to` exclusive, open a question: "is to find out why it collapsed". */
bool sls_mood_asks(const sls_scene *scene, size_t from, size_t to);

/* Whether what stands at item `first` is only an estimate: "kerugian diperkirakan mencapai". */
bool sls_mood_estimates(const sls_scene *scene, size_t first);

/*
 * Of the value at items first..last and its event at item `event`, SIZE_MAX none. `counted`: it
 * counts things, which a verb behind it denies too ("5 orang tidak ditemukan").
 */
sls_mood sls_mood_of(const sls_scene *scene, size_t event, size_t first, size_t last, bool counted);

#endif
