#include "extract/claim/saying.h"

#include "extract/claim/beside.h"
#include "extract/claim/ruled.h"

enum { QUOTED = 40 }; /* items from the verb that closes a quotation to its date */

size_t sls_saying_before(const sls_scene *s, size_t from, size_t begin)
{
    if (from <= begin + 1 || s->items->at[from - 1].symbol != ',')
        return SIZE_MAX;
    for (size_t i = from - 1, words = 0;
         i-- > begin && i + SLS_SAYING_REACH >= from && words <= 1;) {
        if (sls_scene_is(s, i, SLS_C_SPEECH))
            return sls_saying_names_source(s, i) ? i : SIZE_MAX;
        words += sls_ruled_word(s, i);
    }
    return SIZE_MAX;
}

bool sls_saying_tells(const sls_scene *s, size_t i)
{
    return sls_scene_is(s, i, SLS_C_SPEECH) && !sls_scene_is(s, i, SLS_C_EVENT) &&
           !sls_saying_names_source(s, i) && !sls_scene_closes(s, i);
}

/* "..., kata Argo, polisi menangkap pelaku": the tale goes on behind the comma that ends it. */
static bool goes_on(const sls_scene *s, size_t closing, size_t first)
{
    const uint32_t verbs = SLS_VOICES | SLS_TRAIT(HOLDS);
    size_t i = closing + 1;

    while (i < first && i <= closing + SLS_SAYING_REACH && s->items->at[i].symbol != ',')
        i++;
    for (; s->items->at[closing - 1].symbol == ',' && i < first; i++)
        if (s->items->at[i].traits & verbs && sls_scene_is(s, i, SLS_C_EVENT) &&
            !sls_scene_is(s, i, SLS_C_SPEECH) && !sls_beside_is_background(s, i) &&
            !sls_beside_is_meanwhile(s, i) && !sls_scene_clausal(s, i - 1, SLS_T_OPENS) &&
            !sls_scene_clausal(s, i - 1, SLS_T_THAT))
            return true;
    return false;
}

bool sls_saying_is_dated(const sls_scene *s, size_t first, size_t last)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const size_t end = sls_sentence_end(s->items, last);

    if (!sls_sentence_tells(s->items, first, SLS_TRAIT(CLOSING)))
        return false;
    for (size_t i = last + 1; i < end && s->items->at[i].symbol != '.';
         i++) /* where it was said may follow: ", di Jakarta" */
        if (s->items->at[i].symbol >= SLS_SYMBOL_WORDS && s->reading_of[i] < 0 &&
            !(s->items->at[i].set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_DAYPART))) &&
            s->items->at[i].shape & SLS_SHAPED(LOWER))
            return false;
    for (size_t i = sls_clause_of(s, first, last).from; i < first; i++)
        if (sls_str_eq(sls_scene_value(s, i, SLS_C_EVENT), SLS_STR("born")))
            return false; /* "lanjut pria kelahiran Madiun, 17 Januari 1973" */
    for (size_t i = first; i-- > begin + 1 && i + QUOTED >= first && s->items->at[i].symbol != '.';)
        if (sls_scene_closes(s, i))
            return s->items->at[i - 1].symbol < SLS_SYMBOL_WORDS && !goes_on(s, i, first);
    return false;
}
