/*
 * attribute.h - what is measured: a price, a height.
 *
 *     "harga tiket itu Rp 50.000" -> price; "tinggi menara mencapai 40 meter" -> height
 *
 * A noun that is measured in the value's unit says it, before the value in its clause or right
 * behind it ("40 metres tall").
 */
#ifndef SLS_EXTRACT_CLAIM_ATTRIBUTE_H
#define SLS_EXTRACT_CLAIM_ATTRIBUTE_H

#include "extract/claim/clause.h"

/* What is measured by the count at items first..last, in `unit`; "" when a verb tells. */
sls_str sls_attribute_of(const sls_scene *scene, size_t first, size_t last, sls_str unit);

#endif
