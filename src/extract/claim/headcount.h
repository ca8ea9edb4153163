/*
 * headcount.h - whom a number of "orang" counts where the clause's subject says so.
 *
 *     "Jumlah pengungsi di kota itu mencapai 5.000 orang" -> refugee
 *     "Pengunjung pameran sudah melampaui 10 juta orang"  -> visitor
 *
 * Words that only classify (orang, ekor, unit) leave open what is counted: that is the noun
 * behind "jumlah", else the nearest before the verb of reaching. Pure; nothing to free.
 */
#ifndef SLS_EXTRACT_CLAIM_HEADCOUNT_H
#define SLS_EXTRACT_CLAIM_HEADCOUNT_H

#include "extract/claim/clause.h"

/*
 * The noun that the count at items first..last counts, which has the unit `unit`; "" when that
 * is no classifier or no subject says what.
 */
sls_str sls_headcount_of(const sls_scene *scene, size_t first, size_t last, sls_str unit);

/* What a bare number at items first..last counts: "the number of cases reached 2,300"; or "". */
sls_str sls_headcount_unit(const sls_scene *scene, size_t first, size_t last);

#endif
