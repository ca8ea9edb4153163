/*
 * argument.h - what a finding's message may name of its own: what the rule says, what the claims
 * do.
 *
 *     number-agree: value_a "31000", unit "worker", surface_a "31.000 pekerja": all of the claims
 *     number-conflict: the same, and slip "slip-digit": the rule's own
 *
 * Nearly all findings are agreements of two values, of which their claims say everything: what
 * can be read there is not kept with each. Pure; what it gives points into finding and claims.
 */
#ifndef SLS_MODEL_ARGUMENT_H
#define SLS_MODEL_ARGUMENT_H

#include <selisih/finding.h>

/* The argument `name` (compare.h lists them by rule). False, and `*out` as it was: there is none.
 */
bool sls_finding_arg(const sls_finding *finding, sls_str name, sls_arg *out);

#endif
