#include "extract/listed.h"

#include "extract/date.h"

enum { NAMED_REACH = 5 }; /* items that name a member of a list before its number */

static bool is_and_or(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_AND) ||
           sls_str_eq(sls_scene_value(s, i, SLS_C_LITERAL), SLS_STR("or"));
}

/* The item behind the joint that leads to items from `i` on, over what names a member. */
static size_t joint_before(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t named = i; i > begin + 1 && i + NAMED_REACH >= named; i--) {
        const sls_item *item = &s->items->at[i - 1];

        if (is_and_or(s, i - 1) || item->symbol == ',')
            return i;
        if (item->symbol < SLS_SYMBOL_WORDS || s->reading_of[i - 1] >= 0 ||
            (item->set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)) &&
             !sls_str_eq(sls_scene_value(s, i - 1, SLS_C_CLAUSE), SLS_STR("joint"))))
            break;
    }
    return SIZE_MAX;
}

/*
 * The count that stands before the one at `first` in a list of counts; NULL: there is none.
 * "industri 28 persen, rumah tangga 17 persen dan pasar 1 persen"
 */
static const sls_reading *listed_before(const sls_scene *s, size_t first, size_t begin)
{
    size_t i = joint_before(s, first, begin);

    if (i == SIZE_MAX || s->reading_of[first] < 0)
        return NULL;
    while (i > begin + 1 && is_and_or(s, i - 1))
        i--;
    if (i > begin + 1 && s->items->at[i - 1].symbol == ',')
        i--;
    if (s->reading_of[i - 1] < 0)
        return NULL;
    const sls_reading *r = &s->readings->at[s->reading_of[i - 1]];
    const sls_reading *own = &s->readings->at[s->reading_of[first]];

    if (sls_reads_date(r) || sls_reading_is(r, "name") || sls_reading_is(r, "title"))
        return NULL;
    /* names stand between counts of one sort only */
    return i + 1 >= first || sls_str_eq(r->pattern->kind, own->pattern->kind) ? r : NULL;
}

size_t sls_list_head(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const sls_reading *r;

    while ((r = listed_before(s, first, begin)) != NULL)
        first = r->first;
    return first;
}
