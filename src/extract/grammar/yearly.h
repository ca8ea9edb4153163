/*
 * yearly.h - years that stand before a noun as a count would.
 *
 *     the 2015 attacks   a 2006 incident   the 2008 financial crisis   but 2000 people
 *
 * English writes a count of this size with a comma, and the noun behind it in the plural.
 */
#ifndef SLS_EXTRACT_GRAMMAR_YEARLY_H
#define SLS_EXTRACT_GRAMMAR_YEARLY_H

#include "extract/grammar/pattern.h"

/* Makes of a count in `r` that is a year the reading of that year alone. */
void sls_year_instead(const sls_items *items, sls_reading *r);

#endif
