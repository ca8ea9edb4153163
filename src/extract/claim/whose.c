#include "extract/claim/whose.h"

#include "extract/claim/role.h"
#include "extract/claim/voice.h"

/* "Perempuan kelahiran 16 September 1977 itu mengenang Budi": she was born, whoever is named. */
bool sls_whose_nobody_named(const sls_scene *s, size_t i)
{
    return i != SIZE_MAX && i > 0 &&
           sls_str_eq(sls_scene_value(s, i, SLS_C_EVENT), SLS_STR("born")) &&
           !(s->items->at[i].traits & SLS_VOICES) &&
           (sls_role_lives(sls_scene_value(s, i - 1, SLS_C_NOUN)) ||
            sls_scene_is(s, i - 1, SLS_C_OFFICE));
}

/* "Jaksa menuduh putri berusia 43 tahun itu memukuli Budi": it is not Budi's age. */
bool sls_whose_age_is_unnamed(const sls_scene *s, size_t first, size_t last)
{
    const sls_item *at = s->items->at;
    const size_t begin = sls_sentence_begin(s->items, first);
    size_t behind = last + 1;

    if (!sls_scene_is_age(s, first) || first < begin + 2 ||
        !sls_item_says(&at[first], SLS_C_LITERAL, "age") ||
        !sls_role_lives(sls_scene_value(s, first - 1, SLS_C_NOUN)) ||
        s->reading_of[first - 1] >= 0 || at[first - 2].symbol == ',' ||
        sls_scene_is(s, first - 2, SLS_C_APPOSITION) ||
        sls_item_says(&at[first - 2], SLS_C_CLAUSE, "copula"))
        return false;
    behind += sls_item_says(&at[behind], SLS_C_VOICE, "demonstrative");
    return at[behind].symbol >= SLS_SYMBOL_WORDS && !sls_scene_is_person(s, behind) &&
           !sls_item_says(&at[behind], SLS_C_LITERAL, "named");
}

static bool is_parent(const sls_scene *s, size_t i)
{
    return sls_item_says(&s->items->at[i], SLS_C_VOICE, "parent") ||
           sls_item_says(&s->items->at[i], SLS_C_VOICE, "kin");
}

/* "Ayah dua anak itu ditangkap", "gedung 12 lantai": what is counted is its noun's own. */
bool sls_whose_noun(const sls_scene *s, size_t first, sls_str unit)
{
    const size_t begin = sls_sentence_begin(s->items, first);

    if (first == begin)
        return false;
    if (sls_item_says(&s->items->at[first - 1], SLS_C_VOICE, "owner"))
        return true; /* "peraih tiga gelar itu naik meja operasi" */
    if (s->reading_of[first - 1] >= 0)
        return false;
    if (sls_str_eq(unit, SLS_STR("floor")))
        return sls_scene_is(s, first - 1, SLS_C_NOUN) && !sls_scene_is(s, first - 1, SLS_C_EVENT);
    if (!sls_str_eq(unit, SLS_STR("child")))
        return false;
    return is_parent(s, first - 1) ||
           (first > begin + 1 && sls_scene_tells(s, first - 1, SLS_T_OF) &&
            (is_parent(s, first - 2) || sls_scene_tells(s, first - 2, SLS_T_SINGULAR)));
}
