/*
 * quantity.h - from the groups of a number, quantity, money or duration pattern to a value.
 *
 *     hedge=more-than n=31000 noun=worker  ->  31000, more-than, worker
 *     n=2 unit=year n2=9 unit2=month       ->  33 month; as a duration P2Y9M
 *
 * What a pattern's `make` asks for:
 *     about     a number with -an: about
 *     people    the noun is a nationality: person
 *     cents     n of a currency and m hundredths of it
 *     scale     n of a currency, m times
 *     one       "setahun", "an hour": one of the unit, which is time's
 *     single    "a mile", "a dollar": one of the unit, which is a measure or a currency
 *     grand, pence: thousands of dollars, hundredths of a pound
 *     negative  n of a currency with a sign before it; below-zero: degrees
 *     tens      an age of n to n + 9
 *     ends      a range whose ends have a unit each
 *     bracket   an age in brackets or between commas behind a name
 *     per       a rate: n of a unit for each `per`
 *     magnitude, celsius, fahrenheit, inch, electronvolt: that unit, whatever else the unit's
 *               form means
 *     pounds    sterling, or of weight where a word of weight stands before
 *     over      n divided by m
 *     height    feet and inches that have no words for units
 *     hundreds  n hundred and m: one twenty-two
 *     often     once, twice, thrice for each `per`
 *     in        a ratio: one in five
 *     either    n or m, which is one more: dua tiga hari
 */
#ifndef SLS_EXTRACT_AMOUNT_QUANTITY_H
#define SLS_EXTRACT_AMOUNT_QUANTITY_H

#include "extract/grammar/pattern.h"

enum { SLS_AMOUNT_PARTS = 4 };

typedef struct {
    const char *type; /* of the mention: "number", "quantity", "money" ...; static storage */
    sls_str value;    /* 31000, or 20000..50000 */
    sls_str unit;     /* canonical unit, currency or noun; "" when bare */
    sls_bound bound;
    bool guessed; /* the noun is a word that the lexicon does not know; without a unit: no noun */
    struct {
        sls_decimal value;
        sls_str unit;
    } part[SLS_AMOUNT_PARTS]; /* of a compound duration: 2 year, 9 month */
    size_t part_count;        /* 0 when it is not compound */
} sls_amount;

/* SLS_OK; SLS_ENOTFOUND: the numbers make no sense together; SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_amount_of(const sls_items *items, const sls_reading *r,
                                      sls_arena *arena, sls_amount *out);

/*
 * The same as ISO 8601: 2 year, 9 month -> P2Y9M; 20..30 minute -> PT20M..PT30M; a few days are
 * as many as data/any/magnitude.csv says. Empty when its unit is none of time's. SLS_OK or
 * SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_amount_duration(const sls_amount *amount, sls_arena *arena,
                                            sls_str *out);

#endif
