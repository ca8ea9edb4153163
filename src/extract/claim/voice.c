#include "extract/claim/voice.h"

bool sls_voice_is_passive(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t k = i; k-- > begin && k + 3 >= i && !sls_scene_tells(s, k, SLS_T_SINGULAR);) {
        if (sls_scene_is(s, k, SLS_C_ROLE) || sls_scene_is(s, k, SLS_C_NOUN) ||
            sls_scene_is_count(s, k) || s->items->at[k].symbol < SLS_SYMBOL_WORDS)
            return false;
        if (s->items->at[k].traits & (SLS_TRAIT(ONE) | SLS_TRAIT(MANY) | SLS_TRAIT(BE)) &&
            !sls_str_eq(sls_scene_value(s, k, SLS_C_CLAUSE), SLS_STR("have")))
            return true; /* "has killed" is none */
    }
    return false;
}

bool sls_voice_has_object(const sls_scene *s, size_t i, size_t end)
{
    return i + 1 < end &&
           (sls_scene_is_count(s, i + 1) || sls_scene_is_person(s, i + 1) ||
            sls_voice_is(s, i + 1, "object-pronoun") || sls_scene_is_article(s, i + 1));
}
