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

/* What the claims of a finding `of_values` give. */
typedef enum {
    SLS_GIVEN_EVENT,
    SLS_GIVEN_SURFACE_A,
    SLS_GIVEN_SURFACE_B,
    SLS_GIVEN_OBJECT, /* of dates: this and the next two */
    SLS_GIVEN_DATE_A,
    SLS_GIVEN_DATE_B,
    SLS_GIVEN_UNIT, /* of all others: this and the rest */
    SLS_GIVEN_VALUE_A,
    SLS_GIVEN_VALUE_B,
    SLS_GIVEN_AS_OF_A,
    SLS_GIVEN_AS_OF_B,
    SLS_GIVENS
} sls_given;

/* By name; SLS_GIVENS: no claim gives that. */
sls_given sls_given_named(sls_str name);

/*
 * The argument `name` (compare.h lists them by rule), which `given` names as well. False, and
 * `*out` as it was: there is none.
 */
bool sls_finding_gives(const sls_finding *finding, sls_str name, sls_given given, sls_arg *out);
static inline bool sls_finding_arg(const sls_finding *finding, sls_str name, sls_arg *out)
{
    return sls_finding_gives(finding, name, sls_given_named(name), out);
}

#endif
