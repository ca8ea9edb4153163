#include "extract/claim/headcount.h"

enum {
    LINK = 4,     /* items from the verb of reaching to the number: "mencapai lebih dari" */
    SUBJECT = 14, /* items from it back to its subject */
    NUMBERED = 2  /* items from "jumlah" to what it is the number of */
};

/* What only classifies, and of what. */
static bool is_classifier(sls_str unit)
{
    return sls_str_eq(unit, SLS_STR("person")) || sls_str_eq(unit, SLS_STR("animal")) ||
           sls_str_eq(unit, SLS_STR("thing"));
}

/* What item `i` names that `unit` can classify, itself no classifier; "" nothing. */
static sls_str noun_at(const sls_scene *s, size_t i, sls_str unit)
{
    const sls_str noun = s->reading_of[i] < 0 ? sls_scene_value(s, i, SLS_C_NOUN) : (sls_str){ 0 };
    const bool person = sls_lexicon_is_a(noun, SLS_STR("person"));

    if (noun.len == 0 || is_classifier(noun))
        return (sls_str){ 0 };
    return (sls_str_eq(unit, SLS_STR("thing")) ? !person : sls_lexicon_is_a(noun, unit))
               ? noun
               : (sls_str){ 0 };
}

/* The item of the verb of reaching before the number, which the number's own hedge may be. */
static size_t link_before(const sls_scene *s, size_t first, size_t last, size_t from)
{
    for (size_t i = last + 1; i-- > from && i + LINK >= first;) {
        const sls_item *item = &s->items->at[i];

        if (sls_item_says(item, SLS_C_VOICE, "reach") || sls_scene_is_clausal(s, i, "counts"))
            return i;
        if (i < first && !(item->set & (SLS_BIT(SLS_C_HEDGE) | SLS_BIT(SLS_C_STOP))))
            break;
    }
    return sls_item_says(&s->items->at[first], SLS_C_HEDGE, "more-than") ? first : SIZE_MAX;
}

/* Whether item `i` stands behind a preposition or belongs to another: "di sekolah siswa". */
static bool is_aside(const sls_scene *s, size_t i)
{
    return i > 0 && (sls_scene_tells(s, i - 1, SLS_T_IN) || sls_scene_tells(s, i - 1, SLS_T_AT) ||
                     sls_scene_tells(s, i - 1, SLS_T_OF));
}

sls_str sls_headcount_of(const sls_scene *s, size_t first, size_t last, sls_str unit)
{
    sls_str nearest = { 0 };
    sls_span clause;
    size_t link, head = SIZE_MAX;

    if (!is_classifier(unit) || !sls_sentence_has(s->items, first, SLS_BIT(SLS_C_NOUN)))
        return nearest;
    clause = sls_clause_of(s, first, last);
    link = link_before(s, first, last, clause.from);
    if (link == SIZE_MAX)
        return nearest;
    for (size_t i = link; i-- > clause.from && i + SUBJECT >= link;) {
        const bool verb = s->items->at[i].traits & SLS_VOICES;
        const sls_str noun = noun_at(s, i, unit);

        if (sls_scene_is(s, i, SLS_C_SPEECH) ||
            (verb && !(i > clause.from && sls_scene_tells(s, i - 1, SLS_T_THAT))))
            break;
        if (noun.len > 0 && !sls_str_eq(unit, SLS_STR("thing")) && !is_aside(s, i) &&
            (nearest.len == 0 || head == i + 1) && !sls_scene_is(s, i, SLS_C_OFFICE)) {
            nearest = noun;
            head = i; /* the first of a phrase of nouns is its head: "warga pengungsi" */
        }
        if (sls_scene_is_clausal(s, i, "number"))
            for (size_t k = i + 1; k < link && k <= i + NUMBERED; k++)
                if (noun_at(s, k, unit).len > 0)
                    return noun_at(s, k, unit);
    }
    return nearest;
}

sls_str sls_headcount_unit(const sls_scene *s, size_t first, size_t last)
{
    const sls_span clause = sls_clause_of(s, first, last);
    const size_t link = link_before(s, first, first, clause.from);

    /* Indonesian counts with a classifier, or says what it counted before */
    if (link == SIZE_MAX || link >= first || sls_scene_lang(s, first) == SLS_LANG_ID)
        return (sls_str){ 0 };
    for (size_t i = link; i-- > clause.from && i + SUBJECT >= link;)
        if (sls_scene_is_clausal(s, i, "number"))
            for (size_t k = i + 1; k < link && k <= i + NUMBERED; k++)
                if (s->reading_of[k] < 0 && sls_scene_is(s, k, SLS_C_NOUN))
                    return sls_scene_value(s, k, SLS_C_NOUN);
    return (sls_str){ 0 };
}
