#include "model/date_slip.h"

#include "base/edtf.h"

bool sls_claim_day(const sls_claim *claim, int32_t *day)
{
    sls_edtf e;
    if (claim->kind != SLS_KIND_DATE || sls_edtf_read(claim->value, &e) != SLS_OK ||
        e.days.first == SLS_DAY_OPEN_PAST)
        return false;
    if (e.days.first != e.days.last && e.days.last != SLS_DAY_OPEN_FUTURE)
        return false;
    /* "2019/.." names no day */
    if (e.days.last == SLS_DAY_OPEN_FUTURE &&
        (claim->value.len < 10 || claim->value.ptr[4] != '-' || claim->value.ptr[7] != '-'))
        return false;
    *day = e.days.first;
    return true;
}

bool sls_claim_misses_weekday(const sls_claim *claim)
{
    int32_t day;
    return claim->weekday >= 1 && claim->weekday <= 7 && sls_claim_day(claim, &day) &&
           sls_day_weekday(day) != claim->weekday;
}

sls_date_slip sls_date_slip_of(const sls_claim *wrong, const sls_claim *right)
{
    int32_t p, q;
    int year[2], month[2], day[2];
    if (wrong->weekday != right->weekday || !sls_claim_misses_weekday(wrong) ||
        sls_claim_misses_weekday(right) || !sls_claim_day(wrong, &p) || !sls_claim_day(right, &q))
        return SLS_SLIP_NONE;
    sls_day_civil(p, &year[0], &month[0], &day[0]);
    sls_day_civil(q, &year[1], &month[1], &day[1]);
    const bool y = year[0] != year[1], m = month[0] != month[1], d = day[0] != day[1];
    if (y + m + d != 1)
        return SLS_SLIP_NONE;
    return y ? SLS_SLIP_YEAR : m ? SLS_SLIP_MONTH : SLS_SLIP_DAY;
}
