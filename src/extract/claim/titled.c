#include "extract/claim/titled.h"

#include "extract/claim/mood.h"

enum { NAME_REACH = 6 }; /* items from a year back to the event that a name before it tells of */

/* "Motor Show (IEMS) 2019": the item behind the name, over its short form in brackets. */
static size_t name_end(const sls_scene *s, size_t year)
{
    if (year < 4 || s->items->at[year - 1].symbol != ')')
        return year;
    return s->items->at[year - 3].symbol == '(' ? year - 3 : year;
}

/* "pada musim 2013", "selama periode 2019-2024": the years tell when, as they would alone. */
static bool is_when(const sls_scene *s, size_t term)
{
    return term > 0 && s->reading_of[term - 1] < 0 &&
           (s->items->at[term - 1].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT)) ||
            sls_item_says(&s->items->at[term - 1], SLS_C_LITERAL, "lasting"));
}

bool sls_titled(const sls_scene *s, size_t first)
{
    const uint64_t where = SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_CAPITAL);
    const uint64_t plain = SLS_BIT(SLS_C_NOUN) | SLS_BIT(SLS_C_OBJECT) | SLS_BIT(SLS_C_ATTRIBUTE) |
                           SLS_BIT(SLS_C_ROLE) | SLS_BIT(SLS_C_ORGWORD);
    const sls_item *before;

    if (first == 0 || !(s->items->at[first].shape & SLS_SHAPED(YEAR)))
        return false;
    if (s->reading_of[first - 1] < 0 &&
        (sls_str_eq(sls_scene_value(s, first - 1, SLS_C_CLAUSE), SLS_STR("term")) ||
         sls_mood_aims(s, first - 1)))
        return !is_when(s, first - 1);
    first = name_end(s, first);
    before = &s->items->at[first - 1];
    if (before->shape & SLS_SHAPED(LOWER) && s->reading_of[first - 1] < 0 &&
        before->set & (SLS_BIT(SLS_C_NOUN) | SLS_BIT(SLS_C_OBJECT)) && !(before->set & ~plain))
        return true;
    if (before->set & (SLS_BIT(SLS_C_BODY) | SLS_BIT(SLS_C_OFFICE)) && s->reading_of[first] >= 0 &&
        s->readings->at[s->reading_of[first]].last > first)
        return true; /* "anggota DPR 2014-2019" */
    return before->shape & SLS_SHAPED(CAP) && !(before->shape & SLS_SHAPED(FIRST)) &&
           !(before->set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_LITERAL)) &&
             !sls_item_says(before, SLS_C_LITERAL, "series")) && /* Olimpiade 2020 */
           !(before->set & where && first > 1 && sls_scene_tells(s, first - 2, SLS_T_IN)) &&
           !(s->reading_of[first - 1] >= 0 &&
             sls_scene_person(s, &s->readings->at[s->reading_of[first - 1]]));
}

size_t sls_titled_event(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);

    size_t found = SIZE_MAX;

    first = name_end(s, first);
    for (size_t i = first; i-- > begin && i + NAME_REACH >= first;) {
        if (!(s->items->at[i].shape & SLS_SHAPED(CAP)))
            break;
        if (sls_scene_is(s, i, SLS_C_OFFICE))
            return SIZE_MAX; /* "Direktur Penyakit Menular Asia 2018-2020" */
        if (sls_scene_is(s, i, SLS_C_EVENT))
            found = i; /* "Ujian Masuk Sekolah 2025" is one first of all */
    }
    return found;
}
