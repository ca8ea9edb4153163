#include "report/template.h"

#include "base/vec.h"

typedef struct {
    SLS_VEC(sls_template_part) parts;
    sls_arg_number *number;
    sls_arena *arena;
} reading;

static sls_status add(reading *r, sls_template_part part)
{
    sls_template_part *const slot = sls_vec_push(&r->parts, r->arena);
    if (!slot)
        return SLS_ENOMEM;
    *slot = part;
    return SLS_OK;
}

static sls_status add_text(reading *r, sls_str text)
{
    return text.len == 0 ? SLS_OK
                         : add(r, (sls_template_part){ .kind = SLS_TEMPLATE_TEXT, .text = text });
}

/* What stands between braces: a name, or name?one|other. */
static sls_status add_argument(reading *r, sls_str inside)
{
    const size_t ask = sls_str_find_byte(inside, '?');
    sls_template_part part = { .kind = SLS_TEMPLATE_ARGUMENT,
                               .text = sls_str_slice(inside, 0, ask) };
    if (ask != SIZE_MAX) {
        const sls_str forms = sls_str_slice(inside, ask + 1, SIZE_MAX);
        const size_t bar = sls_str_find_byte(forms, '|');
        part.kind = SLS_TEMPLATE_PLURAL;
        part.one = sls_str_slice(forms, 0, bar);
        if (bar != SIZE_MAX)
            part.other = sls_str_slice(forms, bar + 1, SIZE_MAX);
    }
    part.number = r->number ? r->number(part.text) : 0;
    return add(r, part);
}

/* A stretch without optional parts. */
static sls_status add_stretch(reading *r, sls_str text)
{
    while (text.len > 0) {
        const size_t open = sls_str_find_byte(text, '{');
        sls_status status = add_text(r, sls_str_slice(text, 0, open));
        if (status != SLS_OK || open == SIZE_MAX)
            return status;
        text = sls_str_slice(text, open + 1, SIZE_MAX);
        const size_t close = sls_str_find_byte(text, '}');
        status = add_argument(r, sls_str_slice(text, 0, close));
        if (status != SLS_OK || close == SIZE_MAX)
            return status;
        text = sls_str_slice(text, close + 1, SIZE_MAX);
    }
    return SLS_OK;
}

sls_status sls_template_read(sls_str text, sls_arg_number *number, sls_arena *arena,
                             sls_template *out)
{
    reading r = { .number = number, .arena = arena };
    while (text.len > 0) {
        const size_t open = sls_str_find_byte(text, '[');
        sls_status status = add_stretch(&r, sls_str_slice(text, 0, open));
        if (status != SLS_OK)
            return status;
        if (open == SIZE_MAX)
            break;
        text = sls_str_slice(text, open + 1, SIZE_MAX);
        const size_t close = sls_str_find_byte(text, ']');
        status = add(&r, (sls_template_part){ .kind = SLS_TEMPLATE_OPEN });
        if (status == SLS_OK)
            status = add_stretch(&r, sls_str_slice(text, 0, close));
        if (status == SLS_OK)
            status = add(&r, (sls_template_part){ .kind = SLS_TEMPLATE_CLOSE });
        if (status != SLS_OK)
            return status;
        if (close == SIZE_MAX)
            break;
        text = sls_str_slice(text, close + 1, SIZE_MAX);
    }
    *out = (sls_template){ r.parts.at, r.parts.len };
    return SLS_OK;
}
