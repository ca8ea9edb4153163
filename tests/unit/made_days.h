/*
 * made_days.h - days as tests write them, by year, month and day of the month.
 */
#ifndef SLS_TESTS_MADE_DAYS_H
#define SLS_TESTS_MADE_DAYS_H

#include "base/interval.h"

#include <criterion/criterion.h>

/* The day as its number; the test fails when the calendar has no such day. */
static inline int32_t day(int year, int month, int of_month)
{
    int32_t out = 0;

    cr_assert_eq(sls_day_of(year, month, of_month, &out), SLS_OK);
    return out;
}

#endif
