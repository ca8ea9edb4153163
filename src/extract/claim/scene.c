#include "extract/claim/clause.h"
#include "extract/date/join.h"

#include <string.h>

const sls_stretch *sls_stretch_find(const sls_items *items, size_t i)
{
    size_t low = 0, high = items->stretch_count - 1;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (items->stretches[middle].end < i)
            low = middle + 1;
        else
            high = middle;
    }
    return &items->stretches[low];
}

/* Whether a verb is to stand behind item `i`: "will", "did not", "must". */
static bool awaits_verb(const sls_item *item)
{
    return item->set & (SLS_BIT(SLS_C_MODAL) | SLS_BIT(SLS_C_NEGATION)) ||
           sls_item_says(item, SLS_C_CLAUSE, "auxiliary");
}

/* "to fund a rover and drill ten holes", no "to fund food and transport". */
static bool joins_verb(const sls_item *item)
{
    return item[-1].traits & SLS_TRAIT(AND) &&
           (item[1].shape & SLS_SHAPED(NUM) ||
            item[1].traits & (SLS_TRAIT(ARTICLE) | SLS_TRAIT(ARTICLE_ONE)));
}

/* Makes of item `i`, whatever it is elsewhere, the verb that it is behind "to", if it is one. */
static void make_verb(sls_items *items, size_t i)
{
    enum { LONGEST = 24 };
    const sls_str to = SLS_STR("to "), word = sls_items_folded(items, i, i);
    sls_item *const item = &items->at[i];
    char verb[8 + LONGEST];
    const sls_form *form;

    if (word.len > LONGEST)
        return;
    memcpy(verb, to.ptr, to.len);
    memcpy(verb + to.len, word.ptr, word.len);
    form = sls_lexicon_form(SLS_LANG_EN, (sls_str){ verb, to.len + word.len });
    if (!form)
        return;
    item->form = form;
    item->set = form->set;
    item->traits = form->traits;
    items->stretches[sls_stretch_of(items, i) - items->stretches].set |= form->set;
}

/*
 * "will land a rover", "to land there and drill ten holes", but "a plot of land": an English word
 * that is a verb only behind "to", as which the lexicon has it, and in its place. What is read out
 * of the items by now asks for nouns, and for words that are none.
 */
static void tell_infinitives(sls_items *items, size_t begin, size_t end)
{
    const size_t REACH = 12; /* items from a verb behind "to" to one that "and" joins to it */
    size_t told = SIZE_MAX;  /* the last verb behind "to" */

    for (size_t i = begin + 1; i < end; i++) {
        sls_item *const item = &items->at[i];
        const bool awaited = awaits_verb(item - 1);

        if (item->shape & SLS_SHAPED(LOWER) && !(item->set & SLS_BIT(SLS_C_EVENT)) &&
            (awaited || (told != SIZE_MAX && told + REACH >= i && joins_verb(item))))
            make_verb(items, i);
        if (item->set & SLS_BIT(SLS_C_EVENT) &&
            (awaited || sls_str_starts(sls_form_text(item->form), SLS_STR("to "))))
            told = i;
    }
}

sls_status sls_scene_make(sls_reader *reader, const sls_document *document, sls_arena *arena,
                          sls_scene *out)
{
    sls_items *items = sls_arena_calloc(arena, 1, sizeof *items);
    sls_readings *readings = sls_arena_calloc(arena, 1, sizeof *readings);
    sls_cast *cast = sls_arena_calloc(arena, 1, sizeof *cast);
    sls_surroundings *around = sls_arena_calloc(arena, 1, sizeof *around);
    int32_t *reading_of;
    sls_status status;

    if (!items || !readings || !cast || !around)
        return SLS_ENOMEM;
    status = sls_itemise(document, arena, items);
    if (status == SLS_OK)
        status = sls_scan(reader, items, arena, readings);
    if (status == SLS_OK)
        status = sls_dates_join(items, arena, readings);
    if (status == SLS_OK)
        status = sls_cast_make(items, readings, arena, cast);
    if (status != SLS_OK)
        return status;
    for (size_t k = 0; k < items->stretch_count; k++)
        if (document->lang_of[k] == SLS_LANG_EN)
            tell_infinitives(items, items->stretches[k].begin, items->stretches[k].end);
    reading_of = sls_arena_alloc(arena, (items->count + 1) * sizeof *reading_of);
    if (!reading_of)
        return SLS_ENOMEM;
    for (size_t i = 0; i < items->count; i++)
        reading_of[i] = -1;
    for (size_t r = 0; r < readings->count; r++)
        for (size_t i = readings->at[r].first; i <= readings->at[r].last; i++)
            reading_of[i] = (int32_t)r;
    *out = (sls_scene){ items, readings, reading_of, cast, around, arena };
    return SLS_OK;
}
