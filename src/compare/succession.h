/*
 * succession.h - whether a sentence tells of a change of holder: "Sugiono menggantikan Retno".
 */
#ifndef SLS_COMPARE_SUCCESSION_H
#define SLS_COMPARE_SUCCESSION_H

#include <selisih/claim.h>

/* Whether the claim's quote has a succession word of its language (menggantikan, sworn in). */
bool sls_quote_tells_succession(const sls_claim *claim);
/* Whether it has one of coming into office: who resigns had the post that he leaves. */
bool sls_quote_tells_coming(const sls_claim *claim);
/* Whether the claim itself is of coming into office: "Belousov ditunjuk sebagai Menteri ...". */
bool sls_claim_is_appointment(const sls_claim *claim);
/* Whether the quote names the last word of a folded name ("retno marsudi": Marsudi). */
bool sls_quote_names(const sls_claim *claim, sls_str folded);

#endif
