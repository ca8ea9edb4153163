#include "model/argument.h"

static sls_str longer(sls_str a, sls_str b)
{
    return a.len >= b.len ? a : b;
}

/* "value_a": which side its last letter tells. */
static const sls_claim *side_of(const sls_finding *f, sls_str name)
{
    return name.ptr[name.len - 1] == 'b' ? f->b : f->a;
}

static bool is_either(sls_str name, sls_str a, sls_str b)
{
    return sls_str_eq(name, a) || sls_str_eq(name, b);
}

static bool of_dates(const sls_finding *f, sls_str name, sls_arg *out)
{
    out->type = SLS_ARG_EVENT;
    if (sls_str_eq(name, SLS_STR("object"))) {
        out->value = longer(f->a->object, f->b->object);
        return true;
    }
    out->type = SLS_ARG_DATE;
    if (is_either(name, SLS_STR("date_a"), SLS_STR("date_b"))) {
        out->value = side_of(f, name)->value;
        return true;
    }
    return false;
}

static bool of_amounts(const sls_finding *f, sls_str name, sls_arg *out)
{
    out->type = SLS_ARG_UNIT;
    if (sls_str_eq(name, SLS_STR("unit"))) {
        out->value = f->a->unit;
        return true;
    }
    out->type = SLS_ARG_TEXT;
    if (is_either(name, SLS_STR("value_a"), SLS_STR("value_b"))) {
        out->value = side_of(f, name)->value;
        return true;
    }
    out->type = SLS_ARG_DATE;
    if (is_either(name, SLS_STR("as_of_a"), SLS_STR("as_of_b"))) {
        out->value = side_of(f, name)->as_of;
        return true;
    }
    return false;
}

static bool of_values(const sls_finding *f, sls_str name, sls_arg *out)
{
    out->type = SLS_ARG_TEXT;
    if (is_either(name, SLS_STR("surface_a"), SLS_STR("surface_b"))) {
        out->value = side_of(f, name)->surface;
        return true;
    }
    out->type = SLS_ARG_EVENT;
    if (sls_str_eq(name, SLS_STR("event"))) {
        out->value = longer(f->a->event, f->b->event);
        return true;
    }
    return f->kind == SLS_KIND_DATE ? of_dates(f, name, out) : of_amounts(f, name, out);
}

bool sls_finding_arg(const sls_finding *finding, sls_str name, sls_arg *out)
{
    sls_arg given = { .name = NULL };
    for (size_t i = 0; i < finding->arg_count; i++)
        if (sls_str_eq(sls_str_of(finding->args[i].name), name)) {
            *out = finding->args[i];
            return true;
        }
    if (!finding->of_values || !of_values(finding, name, &given))
        return false;
    *out = given;
    return true;
}
