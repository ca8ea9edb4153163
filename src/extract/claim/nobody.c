#include "extract/claim/nobody.h"

#include "extract/claim/role.h"
#include "extract/claim/voice.h"

enum {
    DENIED = 4, /* items from "nobody" to what befell him */
    BEHIND = 2  /* items from there to "lainnya" */
};

/* "tidak ada", "no one", "tanpa"; "not" denies of one, but "tidak menimbulkan" of everybody. */
static bool is_denying(const sls_scene *s, size_t i)
{
    if (!sls_scene_is(s, i, SLS_C_NEGATION) || s->reading_of[i] >= 0)
        return false;
    return sls_voice_is(s, i, "nobody") || sls_voice_is(s, i, "nothing") ||
           (sls_item_says(&s->items->at[i], SLS_C_NEGATION, "not") &&
            sls_voice_is(s, i + 1, "brings"));
}

/*
 * "korban jiwa", "deaths": what befell those that noun `i` names; "" of other nouns. "Korban" are
 * dead right behind the denial; who gives nothing to victims denies none.
 */
static sls_str told_by_noun(const sls_scene *s, size_t denial, size_t i)
{
    const sls_str noun = sls_scene_value(s, i, SLS_C_NOUN);

    if (sls_str_eq(noun, SLS_STR("victim")))
        return i == denial + 1 ? SLS_STR("dead") : (sls_str){ 0 };
    return sls_role_lives(noun) && sls_role_is_of_the_living(noun) ? noun : (sls_str){ 0 };
}

/*
 * "nobody was hurt": what the verb behind a word that denies a person says; "" of other words.
 * Where nobody was seriously hurt, some were.
 */
static sls_str told_by_verb(const sls_scene *s, size_t denial, size_t i)
{
    const bool person = sls_item_says(&s->items->at[denial], SLS_C_VOICE, "nobody");

    return person && !sls_voice_is(s, i, "adverb") && !sls_voice_is(s, i, "degree") &&
                   !sls_voice_is(s, i - 1, "degree")
               ? sls_scene_value(s, i, SLS_C_ROLE)
               : (sls_str){ 0 };
}

/* "lain", "else", "more": it befell others. */
static bool names_rest(const sls_scene *s, size_t first, size_t last, size_t end)
{
    for (size_t i = first; i < end && i <= last + BEHIND; i++) {
        const sls_str which = sls_scene_value(s, i, SLS_C_STOP);

        if (sls_str_eq(which, SLS_STR("rest")) || sls_str_eq(which, SLS_STR("added")))
            return true;
    }
    return false;
}

/* How far behind the denial those stand whom it denies: "no serious injuries" are some. */
static size_t reach_of(const sls_scene *s, size_t denial)
{
    if (sls_voice_is(s, denial, "nobody"))
        return DENIED;
    return sls_voice_is(s, denial + 1, "brings") ? 2 : 1;
}

/* "korban luka nihil": the noun before the word that says there are none; "" where none is. */
static sls_str told_before(const sls_scene *s, size_t i)
{
    return i > 0 && sls_item_says(&s->items->at[i], SLS_C_NEGATION, "none") &&
                   !sls_scene_is(s, i + 1, SLS_C_NOUN)
               ? told_by_noun(s, i, i - 1)
               : (sls_str){ 0 };
}

sls_str sls_nobody_at(const sls_scene *s, size_t i, size_t *last)
{
    const size_t end = sls_sentence_end(s->items, i);
    const sls_str before = told_before(s, i);

    *last = i;
    if (before.len > 0)
        return before;
    if (!is_denying(s, i))
        return (sls_str){ 0 };
    for (size_t k = i + 1; k < end && k <= i + reach_of(s, i); k++) {
        const sls_str noun = told_by_noun(s, i, k);
        const sls_str role = noun.len > 0 ? noun : told_by_verb(s, i, k);

        if (role.len > 0) {
            *last = k;
            return names_rest(s, i, k, end) ? (sls_str){ 0 } : role;
        }
        /* "tidak ada laporan korban jiwa" knows of none, and "tidak ada warga" is something else */
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || s->reading_of[k] >= 0 ||
            sls_scene_is(s, k, SLS_C_NOUN) || sls_scene_is(s, k, SLS_C_SPEECH) ||
            sls_scene_tells(s, k, SLS_T_OF) || sls_scene_is(s, k, SLS_C_MODAL) ||
            sls_scene_is(s, k, SLS_C_NEGATION))
            break;
    }
    return (sls_str){ 0 };
}
