#include "model/argument.h"

static const sls_str NAMES[SLS_GIVENS] = {
    [SLS_GIVEN_EVENT] = SLS_S("event"),         [SLS_GIVEN_SURFACE_A] = SLS_S("surface_a"),
    [SLS_GIVEN_SURFACE_B] = SLS_S("surface_b"), [SLS_GIVEN_OBJECT] = SLS_S("object"),
    [SLS_GIVEN_DATE_A] = SLS_S("date_a"),       [SLS_GIVEN_DATE_B] = SLS_S("date_b"),
    [SLS_GIVEN_UNIT] = SLS_S("unit"),           [SLS_GIVEN_VALUE_A] = SLS_S("value_a"),
    [SLS_GIVEN_VALUE_B] = SLS_S("value_b"),     [SLS_GIVEN_AS_OF_A] = SLS_S("as_of_a"),
    [SLS_GIVEN_AS_OF_B] = SLS_S("as_of_b"),
};

sls_given sls_given_named(sls_str name)
{
    int i = 0;
    while (i < SLS_GIVENS && !sls_str_eq(NAMES[i], name))
        i++;
    return (sls_given)i;
}

static sls_str longer(sls_str a, sls_str b)
{
    return a.len >= b.len ? a : b;
}

static sls_arg arg_of(sls_given given, const sls_claim *a, const sls_claim *b)
{
    switch (given) {
    case SLS_GIVEN_EVENT:
        return (sls_arg){ "event", SLS_ARG_EVENT, longer(a->event, b->event) };
    case SLS_GIVEN_SURFACE_A:
        return (sls_arg){ "surface_a", SLS_ARG_TEXT, a->surface };
    case SLS_GIVEN_SURFACE_B:
        return (sls_arg){ "surface_b", SLS_ARG_TEXT, b->surface };
    case SLS_GIVEN_OBJECT:
        return (sls_arg){ "object", SLS_ARG_EVENT, longer(a->object, b->object) };
    case SLS_GIVEN_DATE_A:
        return (sls_arg){ "date_a", SLS_ARG_DATE, a->value };
    case SLS_GIVEN_DATE_B:
        return (sls_arg){ "date_b", SLS_ARG_DATE, b->value };
    case SLS_GIVEN_UNIT:
        return (sls_arg){ "unit", SLS_ARG_UNIT, a->unit };
    case SLS_GIVEN_VALUE_A:
        return (sls_arg){ "value_a", SLS_ARG_TEXT, a->value };
    case SLS_GIVEN_VALUE_B:
        return (sls_arg){ "value_b", SLS_ARG_TEXT, b->value };
    case SLS_GIVEN_AS_OF_A:
        return (sls_arg){ "as_of_a", SLS_ARG_DATE, a->as_of };
    case SLS_GIVEN_AS_OF_B:
        return (sls_arg){ "as_of_b", SLS_ARG_DATE, b->as_of };
    case SLS_GIVENS:
        break;
    }
    return (sls_arg){ .name = NULL };
}

static bool is_given(const sls_finding *finding, sls_given given)
{
    if (!finding->of_values || given == SLS_GIVENS)
        return false;
    return given < SLS_GIVEN_OBJECT || (given < SLS_GIVEN_UNIT) == (finding->kind == SLS_KIND_DATE);
}

bool sls_finding_gives(const sls_finding *finding, sls_str name, sls_given given, sls_arg *out)
{
    for (size_t i = 0; i < finding->arg_count; i++)
        if (sls_str_eq(sls_str_of(finding->args[i].name), name)) {
            *out = finding->args[i];
            return true;
        }
    if (!is_given(finding, given))
        return false;
    *out = arg_of(given, finding->a, finding->b);
    return true;
}
