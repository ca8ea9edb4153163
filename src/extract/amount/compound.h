/*
 * compound.h - the parts of a reading as an amount, and amounts of several parts.
 *
 *     2 years 9 months -> 33 month      5 feet 2 inches -> 5.1666 foot      3 kg 200 g -> 3.2 kg
 *
 * Used by quantity.c, whose statuses these have.
 */
#ifndef SLS_EXTRACT_AMOUNT_COMPOUND_H
#define SLS_EXTRACT_AMOUNT_COMPOUND_H

#include "extract/amount/quantity.h"

/* The first item of a group, or NULL. */
const sls_item *sls_reading_item(const sls_items *items, const sls_reading *r, sls_group_name g);
/* The value that its form has in a concept; empty when it has none. */
sls_str sls_reading_value(const sls_items *items, const sls_reading *r, sls_group_name g,
                          sls_concept concept);
/* SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_amount_write(sls_decimal d, sls_arena *arena, sls_str *out);

bool sls_unit_is_time(sls_str unit);
/* The unit that `unit` is measured in, and how many of it it is; false: no unit of the table. */
bool sls_unit_factor(sls_str unit, sls_str *base, sls_decimal *factor);

/*
 * Parts n unit, n2 unit2 ... of the reading, as out->part, value and unit. SLS_OK;
 * SLS_ENOTFOUND: the parts make no sense together; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_amount_compound(const sls_items *items, const sls_reading *r,
                                            sls_arena *arena, sls_amount *out);

#endif
