#include "extract/meaning.h"

enum { TERM_REACH = 24 }; /* items from the verdict to its years of prison */

enum { REACH = 7 }; /* items from the verb to its weapon: fired more than 20 short-range missiles */

/* The sense of EVENT that is the `n`-th from 0, or the first one when there are not so many. */
static sls_str sense(const sls_form *form, int n)
{
    const sls_sense *senses = sls_form_senses(form);
    sls_str found = sls_form_value(form, SLS_C_EVENT);

    for (size_t i = 0; i < form->sense_count && n >= 0; i++)
        if (senses[i].concept == SLS_C_EVENT && n-- == 0)
            found = sls_sense_value(&senses[i]);
    return found;
}

/* Which sense item `i` asks for: 1 of a weapon or shots, 2 of a missile, 0 of anything else. */
static int armed(const sls_scene *s, size_t i)
{
    const sls_str noun = sls_scene_value(s, i, SLS_C_NOUN);

    if (noun.len == 0)
        return 0;
    if (sls_str_list_has(SLS_STR("weapon;ammunition;shot-fired;shell"), noun))
        return 1;
    return sls_lexicon_is_a(noun, SLS_STR("weapon")) ? 2 : 0;
}

static bool is_be(const sls_scene *s, size_t i)
{
    return (s->items->at[i].traits & (SLS_TRAIT(BE) | SLS_TRAIT(ONE) | SLS_TRAIT(MANY))) !=
           0; /* was and were count */
}

/* What the verb at item `i` has behind it: "fired the gun", but not "fired for carrying one". */
static int armed_behind(const sls_scene *s, size_t i, size_t end)
{
    for (size_t k = i + 1; k < end && k <= i + REACH; k++) {
        const int found = armed(s, k);

        if (found > 0)
            return found;
        if (s->items->at[k].symbol == ',' || s->items->at[k].symbol == '.' ||
            s->items->at[k].set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)) ||
            (s->items->at[k].set & SLS_BIT(SLS_C_SINCE) &&
             !(s->items->at[k].set & SLS_BIT(SLS_C_HEDGE))) ||
            sls_str_list_has(SLS_STR("for;in;at"), sls_scene_value(s, k, SLS_C_LITERAL)))
            break;
    }
    return 0;
}

/* What stands right before it, or before its "were": "shots were fired", "18 missiles fired". */
static int armed_before(const sls_scene *s, size_t i, size_t begin)
{
    size_t k = i;

    while (k > begin && k + 2 >= i && is_be(s, k - 1))
        k--;
    return k > begin ? armed(s, k - 1) : 0;
}

sls_str sls_event_meant(const sls_scene *s, size_t i)
{
    const sls_form *form = s->items->at[i].form;
    int which;

    if (!sls_form_is(form, SLS_C_EVENT))
        return (sls_str){ 0 };
    if (sense(form, 1).ptr == sense(form, 0).ptr) /* nearly all verbs tell of one event */
        return sls_scene_value(s, i, SLS_C_EVENT);
    which = armed_before(s, i, sls_sentence_begin(s->items, i));
    if (which == 0 && !(i > 0 && is_be(s, i - 1)))
        which = armed_behind(s, i, sls_sentence_end(s->items, i));
    return sense(form, which);
}

size_t sls_event_of_term(const sls_scene *s, size_t first, size_t last)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const bool before =
        first > begin && sls_item_says(&s->items->at[first - 1], SLS_C_LITERAL, "prison");

    if (!before && !sls_item_says(&s->items->at[last + 1], SLS_C_LITERAL, "prison"))
        return SIZE_MAX;
    for (size_t i = first; i-- > begin && i + TERM_REACH >= first;)
        if (sls_scene_is(s, i, SLS_C_EVENT) && s->reading_of[i] < 0)
            return sls_str_eq(sls_lexicon_attribute(SLS_C_EVENT, sls_event_meant(s, i), "tie"),
                              SLS_STR("person"))
                       ? i
                       : SIZE_MAX;
    return SIZE_MAX;
}
