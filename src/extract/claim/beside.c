#include "extract/claim/beside.h"

enum {
    ASIDE = 20,    /* items that ", yang ...," may have */
    MEANWHILE = 3, /* items from "saat" to what went on */
    SUBJECT = 8    /* items from an aside back over what it is told of */
};

bool sls_beside_is_relative(const sls_scene *s, size_t i)
{
    return (s->items->at[i].traits & SLS_VOICES) != 0 &&
           ((i > 0 && sls_scene_tells(s, i - 1, SLS_T_THAT)) ||
            (i > 1 && sls_scene_tells(s, i - 2, SLS_T_THAT) && sls_scene_is(s, i - 1, SLS_C_STOP)));
}

bool sls_beside_is_told(const sls_scene *s, size_t i)
{
    const uint64_t between = SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_MODAL) | SLS_BIT(SLS_C_NEGATION);
    const sls_str event = sls_scene_value(s, i, SLS_C_EVENT);

    if (sls_scene_tells(s, i, SLS_T_HELD) ||
        sls_lexicon_attribute_is(SLS_C_EVENT, event, "recurrence", "once"))
        return false; /* "laga yang digelar di Solo, Senin", "yang wafat di Solo, Senin" */
    return (i > 0 && sls_scene_clausal(s, i - 1, SLS_T_THAT)) ||
           (i > 1 && sls_scene_clausal(s, i - 2, SLS_T_THAT) && s->items->at[i - 1].set & between);
}

size_t sls_beside_end(const sls_scene *s, size_t i, size_t to)
{
    if (s->items->at[i].symbol != ',' || s->reading_of[i] >= 0 ||
        !sls_scene_clausal(s, i + 1, SLS_T_THAT))
        return i;
    for (size_t k = i + 2; k < to && k <= i + ASIDE; k++)
        if (s->items->at[k].symbol == ',' && sls_ends_clause(s, k))
            return k;
    return i;
}

size_t sls_beside_verb(const sls_scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (sls_scene_is(s, i, SLS_C_EVENT) && sls_beside_is_relative(s, i))
            return i;
    return SIZE_MAX;
}

bool sls_beside_is_of_another(const sls_scene *s, size_t i, size_t last)
{
    if (!sls_scene_clausal(s, i, SLS_T_THAT) || sls_scene_lang(s, i) != SLS_LANG_ID ||
        i < last + 3 || !sls_scene_is(s, i - 1, SLS_C_NOUN))
        return false;
    for (size_t k = i - 1; k-- > last + 1;)
        if (sls_scene_tells(s, k, SLS_T_IN))
            return true;
    return false;
}

/* Whether the words before comma `i` name an event: "Razia, yang digelar pada Senin, menjaring". */
static bool is_of_an_event(const sls_scene *s, size_t i)
{
    const size_t begin = sls_sentence_begin(s->items, i);

    for (size_t k = i; k-- > begin && k + SUBJECT >= i && !sls_ends_clause(s, k);)
        if (sls_scene_is(s, k, SLS_C_EVENT))
            return true;
    return false;
}

/* "built in 1932", "coached by John Doe": an English verb without an object. */
static bool is_participle(const sls_scene *s, size_t i)
{
    return sls_scene_lang(s, i) == SLS_LANG_EN && sls_scene_is(s, i, SLS_C_EVENT) &&
           s->items->at[i].traits & SLS_VOICES &&
           (s->items->at[i + 1].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT)) ||
            sls_item_says(&s->items->at[i + 1], SLS_C_CLAUSE, "by"));
}

sls_span sls_beside_of(const sls_scene *s, size_t first, size_t last)
{
    const sls_span none = { 0, 0 }, clause = sls_clause_of(s, first, last);
    const sls_item *at = s->items->at;

    if (clause.from == 0 || clause.from >= first || at[clause.from - 1].symbol != ',' ||
        at[clause.to].symbol != ',')
        return none;
    if (!sls_scene_clausal(s, clause.from, SLS_T_THAT) && !is_participle(s, clause.from))
        return none;
    return is_of_an_event(s, clause.from - 1) ? none : clause;
}

bool sls_beside_is_background(const sls_scene *s, size_t i)
{
    return i > 0 && s->items->at[i - 1].traits & (SLS_TRAIT(AFTER) | SLS_TRAIT(BEFORE));
}

bool sls_beside_is_meanwhile(const sls_scene *s, size_t i)
{
    for (size_t k = i; k-- > 0 && k + MEANWHILE >= i;) {
        if (sls_str_eq(sls_scene_value(s, k, SLS_C_CLAUSE), SLS_STR("while")))
            return true;
        if (!(s->items->at[k].set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_MODAL))))
            break;
    }
    return false;
}
