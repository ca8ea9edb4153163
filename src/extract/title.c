#include "extract/title.h"

sls_str sls_scope_of(const sls_item *item)
{
    static const sls_concept CONCEPTS[] = { SLS_C_COUNTRY, SLS_C_DEMONYM, SLS_C_BODY, SLS_C_CAPITAL,
                                            SLS_C_PLACE };

    for (size_t i = 0; i < sizeof CONCEPTS / sizeof CONCEPTS[0]; i++) {
        sls_str value = sls_form_value(item->form, CONCEPTS[i]);

        if (value.len > 0) /* places are name@CC */
            return CONCEPTS[i] == SLS_C_PLACE
                       ? sls_str_slice(value, 0, sls_str_find_byte(value, '@'))
                       : value;
    }
    return (sls_str){ 0 };
}

/* An organisation's name as an id: "Badan Intelijen Luar Negeri" -> badan-intelijen-luar-negeri. */
static sls_status slug(sls_str text, sls_arena *arena, sls_str *out)
{
    enum { LONGEST = 80 };
    sls_status status = sls_fold_name(text, arena, out);
    char *bytes;

    if (status != SLS_OK || out->len == 0)
        return status;
    if (out->len > LONGEST)
        out->len = LONGEST;
    bytes = sls_arena_alloc(arena, out->len);
    if (!bytes)
        return SLS_ENOMEM;
    for (size_t i = 0; i < out->len; i++)
        bytes[i] = out->ptr[i] == ' ' ? '-' : out->ptr[i];
    out->ptr = bytes;
    return SLS_OK;
}

static sls_status scope_in(const sls_items *items, const sls_reading *r, sls_arena *arena,
                           sls_str *out)
{
    *out = (sls_str){ 0 };
    if (sls_has(r, SLS_G_org)) {
        const size_t from = (size_t)r->from[SLS_G_org];
        size_t to = (size_t)r->to[SLS_G_org];

        if (from == to)
            *out = sls_scope_of(&items->at[from]);
        if (out->len > 0)
            return SLS_OK;
        if (sls_has(r, SLS_G_scope) && (size_t)r->from[SLS_G_scope] == to + 1)
            to = (size_t)r->to[SLS_G_scope]; /* the country is part of the name */
        return slug(sls_items_origin(items, from, to), arena, out);
    }
    if (sls_has(r, SLS_G_scope))
        *out = sls_scope_of(&items->at[r->from[SLS_G_scope]]);
    return SLS_OK;
}

static sls_state state_in(const sls_items *items, const sls_reading *r)
{
    sls_state state = SLS_ASSERTED;

    if (sls_has(r, SLS_G_mod)) {
        sls_str name = sls_form_value(items->at[r->from[SLS_G_mod]].form, SLS_C_OFFICEMOD);

        if (sls_state_of(name, &state) != SLS_OK)
            state = SLS_ASSERTED;
    }
    return state;
}

/* An abbreviation of a body rather than a name: three letters or more, all capitals. */
static bool is_abbreviation(const sls_items *items, size_t i)
{
    enum { SHORTEST = 3, LONGEST = 5 };
    const sls_item *item = &items->at[i];
    const size_t length = sls_items_origin(items, i, i).len;

    return item->shape & SLS_SHAPED(CAPS) && !(item->set & SLS_BIT(SLS_C_GIVEN)) &&
           length >= SHORTEST && length <= LONGEST;
}

/*
 * Items before the name that say whose office it is: "Wakil Ketua KPPU Aru Armando", "Ketua DPW
 * Sumut Iskandar". A name all in capitals keeps all of them.
 */
static size_t name_begin(const sls_items *items, const sls_reading *r)
{
    const size_t last = (size_t)r->to[SLS_G_name];
    size_t at = (size_t)r->from[SLS_G_name];

    if (items->at[last].shape & SLS_SHAPED(CAPS) && last > at)
        return at;
    while (at < last && (is_abbreviation(items, at) ||
                         (items->at[at].set & SLS_BIT(SLS_C_PLACE) &&
                          !(items->at[at].set & SLS_BIT(SLS_C_GIVEN)) && !sls_has(r, SLS_G_org) &&
                          r->from[SLS_G_office] < r->from[SLS_G_name])))
        at++;
    return at;
}

static sls_status scope_before(const sls_items *items, size_t first, size_t last, sls_arena *arena,
                               sls_title *out)
{
    if (first == last)
        out->scope = sls_scope_of(&items->at[first]);
    return out->scope.len > 0 ? SLS_OK
                              : slug(sls_items_origin(items, first, last), arena, &out->scope);
}

/* Two capitals are no name of one word. */
static bool is_short(const sls_items *items, const sls_reading *r)
{
    const size_t at = (size_t)r->from[SLS_G_name];

    return items->at[at].shape & SLS_SHAPED(CAPS) && !(items->at[at].set & SLS_BIT(SLS_C_GIVEN)) &&
           !sls_has(r, SLS_G_org) && sls_items_origin(items, at, at).len < 3;
}

sls_status sls_title_of(const sls_items *items, const sls_reading *r, sls_arena *arena,
                        sls_title *out)
{
    sls_status status;

    *out = (sls_title){ .state = state_in(items, r) };
    if (!sls_has(r, SLS_G_office))
        return SLS_ENOTFOUND;
    if (sls_has(r, SLS_G_name) && r->from[SLS_G_name] == r->to[SLS_G_name] &&
        (is_abbreviation(items, (size_t)r->from[SLS_G_name]) || is_short(items, r)))
        return SLS_ENOTFOUND; /* "spesialis IT" holds no name */
    out->office = sls_form_value(items->at[r->from[SLS_G_office]].form, SLS_C_OFFICE);
    status = scope_in(items, r, arena, &out->scope);
    if (status == SLS_OK && sls_has(r, SLS_G_name)) {
        const size_t begin = name_begin(items, r);

        if (out->scope.len == 0 && begin > (size_t)r->from[SLS_G_name])
            status = scope_before(items, (size_t)r->from[SLS_G_name], begin - 1, arena, out);
        if (status == SLS_OK)
            status = sls_fold_name(sls_items_origin(items, begin, (size_t)r->to[SLS_G_name]), arena,
                                   &out->person);
    }
    if (out->scope.len == 0)
        out->scope = SLS_STR("?");
    return status == SLS_OK && out->office.len == 0 ? SLS_ENOTFOUND : status;
}
