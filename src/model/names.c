#include <selisih/finding.h>

#include <assert.h>

/* As the contract writes them, in the order of the enums. */
static const char *const KINDS[SLS_KINDS] = {
    [SLS_KIND_QUANTITY] = "quantity",     [SLS_KIND_DATE] = "date",
    [SLS_KIND_TITLE] = "title",           [SLS_KIND_PLACE] = "place",
    [SLS_KIND_IDENTIFIER] = "identifier", [SLS_KIND_NAME] = "name",
    [SLS_KIND_SCORE] = "score",           [SLS_KIND_OUTCOME] = "outcome",
};

static const char *const BOUNDS[SLS_BOUNDS] = {
    [SLS_BOUND_EXACT] = "exact",         [SLS_BOUND_ABOUT] = "about",
    [SLS_BOUND_NEARLY] = "nearly",       [SLS_BOUND_AT_LEAST] = "at-least",
    [SLS_BOUND_MORE_THAN] = "more-than", [SLS_BOUND_AT_MOST] = "at-most",
    [SLS_BOUND_LESS_THAN] = "less-than", [SLS_BOUND_RANGE] = "range",
    [SLS_BOUND_MAGNITUDE] = "magnitude",
};

static const char *const STATES[SLS_STATES] = {
    [SLS_ASSERTED] = "asserted",   [SLS_PLANNED] = "planned", [SLS_ALLEGED] = "alleged",
    [SLS_DENIED] = "denied",       [SLS_FORMER] = "former",   [SLS_ACTING] = "acting",
    [SLS_CANDIDATE] = "candidate", [SLS_DEPUTY] = "deputy",
};

static const char *const ZONES[SLS_ZONES] = {
    [SLS_ZONE_BODY] = "body",
    [SLS_ZONE_HEADLINE] = "headline",
    [SLS_ZONE_CAPTION] = "caption",
    [SLS_ZONE_REFERENCE] = "reference",
    [SLS_ZONE_BOILERPLATE] = "boilerplate",
    [SLS_ZONE_VERIFIED] = "verified",
};

static const char *const SEVERITIES[] = {
    [SLS_NOTE] = "note",
    [SLS_WARNING] = "warning",
    [SLS_ERROR] = "error",
};

static const char *const VERDICTS[] = {
    [SLS_CONFLICT] = "conflict", [SLS_POSSIBLE] = "possible", [SLS_SUPERSEDED] = "superseded",
    [SLS_AGREE] = "agree",       [SLS_REFINE] = "refine",
};

static const char *const FINDING_STATES[] = {
    [SLS_NEW] = "new",
    [SLS_KNOWN] = "known",
    [SLS_WAIVED] = "waived",
};

static const char *const DECISIONS[SLS_DECISIONS] = {
    [SLS_DECIDED_A_WRONG] = "a-wrong",       [SLS_DECIDED_B_WRONG] = "b-wrong",
    [SLS_DECIDED_BOTH_WRONG] = "both-wrong", [SLS_DECIDED_CHANGED] = "changed",
    [SLS_DECIDED_NOT_SAME] = "not-same",     [SLS_DECIDED_MISREAD] = "misread",
    [SLS_DECIDED_NOTHING] = "undecided",
};

static const char *name_of(const char *const *names, unsigned count, unsigned i)
{
    assert(i < count);
    (void)count;
    return names[i];
}

#define NAME_OF(names, i) name_of((names), sizeof(names) / sizeof *(names), (unsigned)(i))

const char *sls_kind_name(sls_kind kind)
{
    return NAME_OF(KINDS, kind);
}

const char *sls_bound_name(sls_bound bound)
{
    return NAME_OF(BOUNDS, bound);
}

const char *sls_state_name(sls_state state)
{
    return NAME_OF(STATES, state);
}

const char *sls_zone_name(sls_zone zone)
{
    return NAME_OF(ZONES, zone);
}

const char *sls_severity_name(sls_severity severity)
{
    return NAME_OF(SEVERITIES, severity);
}

const char *sls_verdict_name(sls_verdict verdict)
{
    return NAME_OF(VERDICTS, verdict);
}

bool sls_verdict_is_conflict(sls_verdict verdict)
{
    return verdict == SLS_CONFLICT || verdict == SLS_POSSIBLE || verdict == SLS_SUPERSEDED;
}

const char *sls_finding_state_name(sls_finding_state state)
{
    return NAME_OF(FINDING_STATES, state);
}

const char *sls_decision_name(sls_decision_word word)
{
    return NAME_OF(DECISIONS, word);
}

sls_side sls_finding_lead(const sls_finding *finding)
{
    if (finding->added != SLS_SIDE_NONE)
        return finding->added;
    if (finding->decision && finding->decision->word == SLS_DECIDED_A_WRONG)
        return SLS_SIDE_A;
    if (finding->decision && finding->decision->word == SLS_DECIDED_B_WRONG)
        return SLS_SIDE_B;
    return finding->likely_wrong == SLS_SIDE_B ? SLS_SIDE_B : SLS_SIDE_A;
}

/* The place of `name` among `count` names; SLS_OK or SLS_ENOTFOUND. */
static sls_status index_of(const char *const *names, unsigned count, sls_str name, unsigned *out)
{
    for (unsigned i = 0; i < count; i++) {
        if (sls_str_eq(name, sls_str_of(names[i]))) {
            *out = i;
            return SLS_OK;
        }
    }
    return SLS_ENOTFOUND;
}

sls_status sls_kind_of(sls_str name, sls_kind *out)
{
    unsigned i;
    const sls_status status = index_of(KINDS, SLS_KINDS, name, &i);

    if (status == SLS_OK)
        *out = (sls_kind)i;
    return status;
}

sls_status sls_bound_of(sls_str name, sls_bound *out)
{
    unsigned i;
    const sls_status status = index_of(BOUNDS, SLS_BOUNDS, name, &i);

    if (status == SLS_OK)
        *out = (sls_bound)i;
    return status;
}

sls_status sls_state_of(sls_str name, sls_state *out)
{
    unsigned i;
    const sls_status status = index_of(STATES, SLS_STATES, name, &i);

    if (status == SLS_OK)
        *out = (sls_state)i;
    return status;
}

sls_status sls_zone_of(sls_str name, sls_zone *out)
{
    unsigned i;
    const sls_status status = index_of(ZONES, SLS_ZONES, name, &i);

    if (status == SLS_OK)
        *out = (sls_zone)i;
    return status;
}

sls_status sls_decision_of(sls_str name, sls_decision_word *out)
{
    unsigned i;
    const sls_status status = index_of(DECISIONS, SLS_DECISIONS, name, &i);

    if (status == SLS_OK)
        *out = (sls_decision_word)i;
    return status;
}
