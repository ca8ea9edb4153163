/*
 * aged.h - whether a number beside a name is an age.
 *
 *     Budi Santoso (45)     Satimun (38), Imam (23) dan Slamet (40)     YS (34)
 *
 * Pure functions over the items of one document; `i` is the item of the opening bracket or of
 * the comma behind the name.
 */
#ifndef SLS_EXTRACT_AMOUNT_AGED_H
#define SLS_EXTRACT_AMOUNT_AGED_H

#include "extract/items/item.h"

/* Whether the word with the LITERAL value `value` stands shortly before item `i`. */
bool sls_told_by(const sls_items *items, size_t i, const char *value);
/*
 * Whether (45) follows a person's name: two names or more, or initials, which crime reports
 * give instead of one. A lone capitalised word before brackets may be anything.
 */
bool sls_behind_person(const sls_items *items, size_t i);
/* Whether a lone name stands in a list of names that have a number in brackets each. */
bool sls_in_list_of_aged(const sls_items *items, size_t i);
/* 1..120 */
bool sls_plausible_age(const sls_item *n);

#endif
