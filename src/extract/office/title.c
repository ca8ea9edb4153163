#include "extract/office/title.h"

#include "extract/amount/identifier.h"

sls_str sls_scope_of(const sls_item *item)
{
    static const sls_concept CONCEPTS[] = { SLS_C_COUNTRY, SLS_C_DEMONYM, SLS_C_BODY, SLS_C_CAPITAL,
                                            SLS_C_PLACE };

    for (size_t i = 0; i < sizeof CONCEPTS / sizeof CONCEPTS[0]; i++) {
        sls_str value = sls_item_value(item, CONCEPTS[i]);

        if (value.len > 0) /* places are name@CC */
            return CONCEPTS[i] == SLS_C_PLACE
                       ? sls_str_slice(value, 0, sls_str_find_byte(value, '@'))
                       : value;
    }
    return (sls_str){ 0 };
}

/* The groups that hold one office; a reading may tell of two. */
typedef struct {
    sls_group_name mod, office, scope, org, name;
} slots;

static const slots FIRST = { SLS_G_mod, SLS_G_office, SLS_G_scope, SLS_G_org, SLS_G_name };
static const slots SECOND = { SLS_G_mod2, SLS_G_office2, SLS_G_scope2, SLS_G_org2, SLS_G_name2 };

static size_t from(const sls_reading *r, sls_group_name g)
{
    return (size_t)r->from[g];
}

static size_t to(const sls_reading *r, sls_group_name g)
{
    return (size_t)r->to[g];
}

/* The text of items first..last without what stands in brackets: "Badan Gizi (BGN) Nasional". */
static sls_status outside_brackets(const sls_items *items, size_t first, size_t last,
                                   sls_arena *arena, sls_str *out)
{
    size_t begin = first;

    *out = (sls_str){ 0 };
    for (size_t i = first; i <= last + 1; i++) {
        if (i <= last && items->at[i].symbol != '(')
            continue;
        if (i > begin && out->len == 0)
            *out = sls_items_origin(items, begin, i - 1);
        else if (i > begin &&
                 sls_arena_concat3(arena, *out, SLS_STR(" "), sls_items_origin(items, begin, i - 1),
                                   out) != SLS_OK)
            return SLS_ENOMEM;
        while (i <= last && items->at[i].symbol != ')')
            i++;
        begin = i + 1;
    }
    return SLS_OK;
}

sls_status sls_title_name(const sls_items *items, size_t first, size_t last, sls_arena *arena,
                          sls_str *out)
{
    sls_status status = outside_brackets(items, first, last, arena, out);

    return status == SLS_OK ? sls_fold_name(*out, arena, out) : status;
}

/* An organisation's name as an id: "Badan Intelijen Luar Negeri" -> badan-intelijen-luar-negeri. */
static sls_status slug(const sls_items *items, size_t first, size_t last, sls_arena *arena,
                       sls_str *out)
{
    enum { LONGEST = 80 };
    sls_status status = outside_brackets(items, first, last, arena, out);

    if (status == SLS_OK)
        status = sls_fold_name(*out, arena, out);
    if (status != SLS_OK || out->len == 0)
        return status;
    if (out->len > LONGEST)
        out->len = LONGEST;
    return sls_hyphenate(arena, out);
}

/*
 * "Menteri Agraria di Istana Negara": where something happened to who holds an office of a country
 * or a town, which is no part of it.
 */
static bool is_where(const sls_items *items, const sls_reading *r, const slots *s)
{
    const sls_str office = sls_form_value(items->at[from(r, s->office)].form, SLS_C_OFFICE);
    const sls_str scope = sls_lexicon_attribute(SLS_C_OFFICE, office, "scope");

    return sls_item_says(&items->at[from(r, s->org)], SLS_C_LITERAL, "in") &&
           (sls_str_eq(scope, SLS_STR("country")) || sls_str_eq(scope, SLS_STR("place")));
}

/* The place where an office is held, "Gubernur Jakarta", else the country that a capital acts for.
 */
static sls_str scope_at(const sls_items *items, const sls_reading *r, const slots *s, size_t i)
{
    const sls_str office = sls_form_value(items->at[from(r, s->office)].form, SLS_C_OFFICE);
    const sls_str place = sls_item_value(&items->at[i], SLS_C_PLACE);

    if (place.len > 0 && sls_lexicon_attribute_is(SLS_C_OFFICE, office, "scope", "place"))
        return sls_str_slice(place, 0, sls_str_find_byte(place, '@'));
    return sls_scope_of(&items->at[i]);
}

static sls_status scope_in(const sls_items *items, const sls_reading *r, const slots *s,
                           sls_arena *arena, sls_str *out)
{
    *out = (sls_str){ 0 };
    if (sls_has(r, s->org) && is_where(items, r, s)) {
        if (from(r, s->org) + 1 == to(r, s->org) &&
            items->at[to(r, s->org)].set & (SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_PLACE)))
            *out = scope_at(items, r, s, to(r, s->org));
        return SLS_OK;
    }
    if (sls_has(r, s->org)) {
        size_t first = from(r, s->org), last = to(r, s->org);

        /* the body or the country beside it is part of the name: "Pertamina Hulu Energi", but
         * "RI dari Komisi VII" is the country */
        if (sls_has(r, s->scope) && to(r, s->scope) + 1 == first) {
            if (items->at[first].set & SLS_BIT(SLS_C_LITERAL) &&
                items->at[first].shape & SLS_SHAPED(LOWER)) {
                *out = scope_at(items, r, s, from(r, s->scope));
                return SLS_OK;
            }
            first = from(r, s->scope);
        }
        if (sls_has(r, s->scope) && from(r, s->scope) == last + 1)
            last = to(r, s->scope);
        if (first == last)
            *out = scope_at(items, r, s, first);
        return out->len > 0 ? SLS_OK : slug(items, first, last, arena, out);
    }
    if (sls_has(r, s->scope))
        *out = scope_at(items, r, s, from(r, s->scope));
    return SLS_OK;
}

/*
 * "mantan", "calon" before an office; "pernah menjabat sebagai" behind the holder; "cagub" says
 * candidate and office in one word.
 */
static sls_state state_in(const sls_items *items, const sls_reading *r, const slots *s)
{
    const bool apart = sls_has(r, s->mod);
    const sls_form *form = items->at[from(r, apart ? s->mod : s->office)].form;
    sls_str name = sls_form_value(form, SLS_C_OFFICEMOD);
    sls_state state;

    if (name.len == 0 && apart)
        name = sls_form_value(form, SLS_C_APPOSITION);
    if (apart && sls_str_eq(sls_item_value(&items->at[from(r, s->mod) + 1], SLS_C_OFFICEMOD),
                            SLS_STR("candidate")))
        return SLS_CANDIDATE; /* a former candidate held no office */
    if (sls_state_of(name, &state) != SLS_OK || (!apart && state != SLS_CANDIDATE))
        return SLS_ASSERTED;
    return state;
}

/* An abbreviation of a body rather than a name: three letters or more, all capitals. */
static bool is_abbreviation(const sls_items *items, size_t i)
{
    enum { SHORTEST = 3, LONGEST = 5 };
    const sls_item *item = &items->at[i];

    if (!(item->shape & SLS_SHAPED(CAPS)) || item->set & SLS_BIT(SLS_C_GIVEN))
        return false;
    const size_t length = sls_items_origin(items, i, i).len;
    return length >= SHORTEST && length <= LONGEST;
}

/* "GoFood Marsela Renata": a word with a capital in its middle before a full name. */
static bool is_brand(const sls_items *items, size_t i, size_t last)
{
    if (i + 1 >= last || items->at[i + 1].symbol < SLS_SYMBOL_WORDS)
        return false;
    const sls_str word = sls_items_origin(items, i, i);
    for (size_t k = 2; k < word.len; k++)
        if (word.ptr[k] >= 'A' && word.ptr[k] <= 'Z' && word.ptr[k - 1] >= 'a' &&
            word.ptr[k - 1] <= 'z')
            return true;
    return false;
}

/*
 * Items before the name that say whose office it is: "Wakil Ketua KPPU Aru Armando", "Ketua DPW
 * Sumut Iskandar". A name all in capitals keeps all of them.
 */
static size_t name_begin(const sls_items *items, const sls_reading *r, const slots *s)
{
    const size_t last = to(r, s->name);
    size_t at = from(r, s->name);

    if (items->at[last].shape & SLS_SHAPED(CAPS) && last > at)
        return at;
    while (at < last && (is_abbreviation(items, at) || is_brand(items, at, last) ||
                         (items->at[at].set & SLS_BIT(SLS_C_PLACE) &&
                          !(items->at[at].set & SLS_BIT(SLS_C_GIVEN)) && !sls_has(r, s->org) &&
                          from(r, s->office) < from(r, s->name))))
        at++;
    return at;
}

size_t sls_title_name_begin(const sls_items *items, const sls_reading *r)
{
    size_t at = r->first;

    if (sls_has(r, SLS_G_name))
        return sls_has(r, SLS_G_office) ? name_begin(items, r, &FIRST) : from(r, SLS_G_name);
    if (items->at[r->last].shape & SLS_SHAPED(CAPS))
        return at;
    while (at < r->last && is_abbreviation(items, at))
        at++;
    return at;
}

static sls_status scope_before(const sls_items *items, size_t first, size_t last, sls_arena *arena,
                               sls_title *out)
{
    if (first == last)
        out->scope = sls_scope_of(&items->at[first]);
    return out->scope.len > 0 ? SLS_OK : slug(items, first, last, arena, &out->scope);
}

/* Two capitals are no name of one word. */
static bool is_short(const sls_items *items, const sls_reading *r, const slots *s)
{
    const size_t at = from(r, s->name);

    return items->at[at].shape & SLS_SHAPED(CAPS) && !(items->at[at].set & SLS_BIT(SLS_C_GIVEN)) &&
           !sls_has(r, s->org) && sls_items_origin(items, at, at).len < 3;
}

static bool is_unknown_word(const sls_item *item)
{
    return !(item->set & (SLS_BIT(SLS_C_GIVEN) | SLS_BIT(SLS_C_HONORIFIC)));
}

/*
 * Whether the name is one unknown word right behind an office of some organisation that many
 * hold: "pejabat Oppo", "Winger Brentford".
 */
static bool is_bare(const sls_items *items, const sls_reading *r, const slots *s, sls_str office)
{
    sls_str scope;

    if (r->from[s->name] != r->to[s->name] || r->from[s->name] != r->to[s->office] + 1 ||
        !is_unknown_word(&items->at[from(r, s->name)]))
        return false;
    scope = sls_lexicon_attribute(SLS_C_OFFICE, office, "scope");
    return (sls_str_eq(scope, SLS_STR("org")) || sls_str_eq(scope, SLS_STR("body"))) &&
           sls_lexicon_attribute_is(SLS_C_OFFICE, office, "holders", "many");
}

/* "Kepala Kantor Bea Cukai Bojonegoro", "Kepala Kanwil Jatim I": where, and nobody. */
static bool is_place_only(const sls_items *items, const sls_reading *r, const slots *s,
                          size_t begin, sls_str office)
{
    const sls_item *item = &items->at[begin];

    if (begin != to(r, s->name))
        return false;
    if (begin > from(r, s->name) && item->shape & SLS_SHAPED(INITIAL))
        return true;
    return item->set & SLS_BIT(SLS_C_PLACE) && is_unknown_word(item) &&
           from(r, s->office) < begin &&
           !sls_lexicon_attribute_is(SLS_C_OFFICE, office, "scope", "country");
}

/* "orang Papua menjadi pejabat": a place before an office is not its holder. */
static bool is_place_before(const sls_items *items, const sls_reading *r, const slots *s)
{
    const sls_item *item = &items->at[from(r, s->name)];

    return from(r, s->name) < from(r, s->office) && item->set & SLS_BIT(SLS_C_PLACE) &&
           is_unknown_word(item);
}

/* The office in `s`, held by the name in `s`. */
static sls_status title_in(const sls_items *items, const sls_reading *r, const slots *s,
                           sls_arena *arena, sls_title *out)
{
    sls_status status;

    *out = (sls_title){ 0 };
    if (!sls_has(r, s->office))
        return SLS_ENOTFOUND;
    out->state = state_in(items, r, s);
    if (sls_has(r, s->name) && r->from[s->name] == r->to[s->name] &&
        (is_abbreviation(items, from(r, s->name)) || is_short(items, r, s) ||
         is_place_before(items, r, s)))
        return SLS_ENOTFOUND; /* "spesialis IT" holds no name */
    out->office = sls_item_value(&items->at[from(r, s->office)], SLS_C_OFFICE);
    status = scope_in(items, r, s, arena, &out->scope);
    if (status == SLS_OK && sls_has(r, s->name)) {
        const size_t begin = name_begin(items, r, s);
        const bool nobody = is_place_only(items, r, s, begin, out->office);
        const size_t behind = nobody ? to(r, s->name) + 1 : begin;

        if (out->scope.len == 0 && behind > from(r, s->name))
            status = scope_before(items, from(r, s->name), behind - 1, arena, out);
        if (status == SLS_OK && !nobody)
            status = sls_title_name(items, begin, to(r, s->name), arena, &out->person);
        out->bare = !nobody && is_bare(items, r, s, out->office);
    }
    if (out->scope.len == 0)
        out->scope = SLS_STR("?");
    return status == SLS_OK && out->office.len == 0 ? SLS_ENOTFOUND : status;
}

sls_status sls_title_of(const sls_items *items, const sls_reading *r, sls_arena *arena,
                        sls_title *out)
{
    return title_in(items, r, &FIRST, arena, out);
}

/*
 * Two offices of one holder ("Menteri BUMN Erick Thohir yang juga Ketua Umum PSSI"), or two of
 * one place with a holder each ("Presiden dan Wakil Presiden RI Joko Widodo dan Ma'ruf Amin").
 */
sls_status sls_title_second(const sls_items *items, const sls_reading *r, sls_arena *arena,
                            sls_title *out)
{
    slots second = SECOND;

    if (!sls_has(r, SECOND.office))
        return SLS_ENOTFOUND;
    if (!sls_has(r, SECOND.name))
        second.name = FIRST.name;
    else if (!sls_has(r, SECOND.scope) && !sls_has(r, SECOND.org)) {
        second.scope = FIRST.scope;
        second.org = FIRST.org;
    }
    return title_in(items, r, &second, arena, out);
}

/* Whether what reading `r` names speaks: "kata dokter Milka", "dokter Milka mengatakan". */
static bool speaks(const sls_items *items, const sls_reading *r)
{
    return items->at[r->last + 1].set & SLS_BIT(SLS_C_SPEECH) ||
           (r->first > 0 && items->at[r->first - 1].set & SLS_BIT(SLS_C_SPEECH));
}

bool sls_title_stands(const sls_items *items, const sls_reading *r, const sls_cast *cast,
                      const sls_title *title)
{
    return !title->bare || sls_cast_find(cast, title->person) || speaks(items, r);
}

sls_status sls_title_rank(const sls_items *items, const sls_reading *r, sls_title *title)
{
    if (title->person.len == 0 || !sls_has(r, SLS_G_office) || !sls_has(r, SLS_G_name))
        return SLS_ENOTFOUND;
    for (size_t i = to(r, SLS_G_office) + 1; i <= to(r, SLS_G_name); i++) {
        const sls_form *form = items->at[i].form;

        if (!sls_form_is(form, SLS_C_RANK) || !sls_form_is(form, SLS_C_OFFICE))
            continue;
        title->office = sls_form_value(form, SLS_C_OFFICE);
        title->scope = SLS_STR("?");
        title->state = SLS_ASSERTED;
        return SLS_OK;
    }
    return SLS_ENOTFOUND;
}
