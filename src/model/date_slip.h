/*
 * date_slip.h - a date that its own weekday denies, beside the date that was meant.
 *
 *     "Rabu (18/5/2025)" | "Rabu (18/6/2025)" -> the first is a Sunday: its month is the slip
 */
#ifndef SLS_MODEL_DATE_SLIP_H
#define SLS_MODEL_DATE_SLIP_H

#include <selisih/claim.h>

typedef enum { SLS_SLIP_NONE, SLS_SLIP_DAY, SLS_SLIP_MONTH, SLS_SLIP_YEAR } sls_date_slip;

/* The single day that a date claim names, or from which on it holds. False when there is none. */
bool sls_claim_day(const sls_claim *claim, int32_t *day);
/* Whether a weekday stands beside the date that is not its own. */
bool sls_claim_misses_weekday(const sls_claim *claim);
/*
 * The part by which alone `wrong`, whose weekday denies it, differs from `right`, which has the
 * same weekday and truly falls on it; SLS_SLIP_NONE when they are not such a pair, or when the
 * date that `wrong` was published denies it: a date that is the report's own has a wrong weekday.
 */
sls_date_slip sls_date_slip_of(const sls_claim *wrong, const sls_claim *right);

#endif
