#include "extract/claim/object.h"

#include "extract/claim/meaning.h"

enum {
    REACH = 6,         /* items from an event to its object ... */
    ORDINAL_REACH = 3, /* ... and to its number */
    HEAD = 4           /* words of a subject among which its head stands */
};

/* "naik menjadi 6.800 rupiah": what a value is told in is no object. */
static bool is_in_money(const sls_scene *s, size_t i)
{
    const sls_reading *const r = sls_scene_reading(s, i);

    return r && sls_reading_is(r, SLS_READ(MONEY) | SLS_READ(RATE));
}

static sls_str value_behind(const sls_scene *s, sls_span in, size_t at, size_t reach,
                            sls_concept concept)
{
    for (size_t i = at + 1; i < in.to && i <= at + reach; i++) {
        if (sls_scene_is(s, i, concept) && !is_in_money(s, i))
            return sls_scene_value(s, i, concept);
        if (sls_scene_is(s, i, SLS_C_EVENT))
            break;
    }
    return (sls_str){ 0 };
}

static sls_str value_before(const sls_scene *s, sls_span in, size_t at, size_t reach,
                            sls_concept concept)
{
    for (size_t i = at; i-- > in.from && i + reach >= at;) {
        if (sls_scene_is(s, i, concept) && !is_in_money(s, i))
            return sls_scene_value(s, i, concept);
        if (sls_scene_is(s, i, SLS_C_EVENT))
            break;
    }
    return (sls_str){ 0 };
}

/*
 * "Minyak WTI untuk pengiriman Oktober menguat", "laba perusahaan yang naik kelas itu turun": what
 * moves is the head of the subject, which is its first word.
 */
static sls_str mover(const sls_scene *s, size_t at)
{
    if (sls_scene_lang(s, at) != SLS_LANG_ID)
        return (sls_str){ 0 };
    const sls_str change = sls_lexicon_attribute(SLS_C_EVENT, sls_event_meant(s, at), "change");
    if (change.len == 0 || sls_str_eq(change, SLS_STR("made")))
        return (sls_str){ 0 };
    const sls_span clause = sls_clause_of(s, at, at);

    for (size_t i = clause.from; i < at && i <= clause.from + HEAD; i++) {
        if (sls_scene_is(s, i, SLS_C_OBJECT) && !is_in_money(s, i))
            return sls_scene_value(s, i, SLS_C_OBJECT);
        if (s->items->at[i].traits & (SLS_VOICES | SLS_TRAIT(IN) | SLS_TRAIT(AT)) ||
            sls_scene_is(s, i, SLS_C_EVENT))
            break; /* "penjualan perusahaan itu naik" */
    }
    return (sls_str){ 0 };
}

/*
 * The value nearest to the event at `at` within its clause and before another event. An active
 * verb's object stands behind it, a passive one's before it where it can.
 */
static sls_str near(const sls_scene *s, size_t at, size_t reach, sls_concept concept)
{
    if (!sls_sentence_has(s->items, at, SLS_BIT(concept)))
        return (sls_str){ 0 };
    if (sls_scene_is(s, at, concept))
        return sls_scene_value(s, at, concept);
    const sls_span clause = sls_clause_of(s, at, at);
    const bool voiced = concept == SLS_C_OBJECT && sls_scene_lang(s, at) == SLS_LANG_ID;
    const bool active = voiced && sls_scene_clausal(s, at, SLS_T_ACTIVE);
    sls_str found = { 0 };

    if (voiced && sls_scene_clausal(s, at, SLS_T_PASSIVE))
        found = value_before(s, clause, at, reach, concept);
    if (found.len == 0 && concept == SLS_C_OBJECT && at > clause.from)
        found = sls_event_subject(s, at);
    if (found.len == 0)
        found = value_behind(s, clause, at, reach, concept);
    if (found.len == 0 && !active)
        found = value_before(s, clause, at, reach, concept);
    if (found.len == 0 && concept == SLS_C_OBJECT)
        found = mover(s, at);
    return concept == SLS_C_OBJECT && sls_event_has_actor(s, at, found) ? (sls_str){ 0 } : found;
}

sls_str sls_object_of(const sls_scene *s, size_t at)
{
    return near(s, at, REACH, SLS_C_OBJECT);
}

sls_str sls_object_ordinal(const sls_scene *s, size_t at)
{
    return near(s, at, ORDINAL_REACH, SLS_C_ORDINAL);
}
