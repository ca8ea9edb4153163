/*
 * stamp.h - a line that is nothing but the date on which a page was published.
 *
 *     "Selasa, 10 September 2019 14:05 WIB"   ->  2019-09-10T14:05+07:00
 *     "Dipublikasikan 19 Juni 2024"           ->  2024-06-19
 *     "Kabar Uji | 20/06/2024"                ->  2024-06-20
 *
 * Forms: day month year, month day year, day/month/year, year-month-day, each with a weekday,
 * a time (14:05, 14.05), a zone, outlets, and words that announce a publication. A weekday that
 * contradicts the date, or a numeric date that Americans read otherwise, tells nothing.
 */
#ifndef SLS_PROFILE_STAMP_H
#define SLS_PROFILE_STAMP_H

#include "profile/page.h"

/*
 * Reads paragraph `p`. SLS_OK; SLS_ENOTFOUND: it is something else, or tells nothing;
 * SLS_ENOMEM. `*out`, EDTF, is written on SLS_OK.
 */
SLS_MUST_USE sls_status sls_stamp_read(const sls_page *page, const sls_paragraph *p,
                                       sls_arena *arena, sls_str *out);

#endif
