#include "extract/mood.h"

enum {
    PHRASE = 2, /* items from "dugaan" to what it speaks of */
    NEGATED = 3 /* items from "tidak" to what it denies: "tidak akan lagi menerima" */
};

/* Events and words of saying among items from..to, `to` exclusive. */
static size_t verbs_between(const sls_scene *s, size_t from, size_t to)
{
    size_t n = 0;

    for (size_t i = from; i < to; i++)
        n += sls_scene_is(s, i, SLS_C_EVENT) || sls_scene_is(s, i, SLS_C_SPEECH);
    return n;
}

/* "bisa berlangsung setelah Trump memecat": what was before is another matter. */
static bool stops(const sls_scene *s, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (s->reading_of[k] < 0 && sls_scene_tells(s, k, SLS_T_AFTER))
            return true;
    return false;
}

/* "diduga mendapat obat yang habis masa berlakunya": a verb and then "yang" stand between. */
static bool opens_relative(const sls_scene *s, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (sls_scene_tells(s, k, SLS_T_THAT) && s->reading_of[k] < 0 &&
            verbs_between(s, from, k) > 0)
            return true;
    return false;
}

/* Whether the word of mood at `i` speaks of the value, or of its event at `event`. */
static bool reaches(const sls_scene *s, size_t i, size_t event, size_t first)
{
    const bool relative = i > 0 && sls_scene_tells(s, i - 1, SLS_T_THAT);
    const bool before = event != SIZE_MAX && i <= event;
    const size_t target = before ? event : first;

    if (stops(s, i + 1, target))
        return false;
    if (sls_scene_tells(s, i, SLS_T_PHRASE))
        return target <= i + PHRASE && verbs_between(s, i + 1, target) == 0;
    if (before && !relative)
        return sls_scene_tells(s, i, SLS_T_PLANNED) || !opens_relative(s, i + 1, target);
    return i < target && verbs_between(s, i + 1, target) == 0;
}

/* "tidak menerima", "bukan 5 orang"; not "tidak hanya 5 orang". */
static bool denies(const sls_scene *s, size_t i, size_t event, size_t first)
{
    const size_t target = event != SIZE_MAX && i < event ? event : first;

    return sls_scene_is(s, i, SLS_C_NEGATION) && s->reading_of[i] < 0 && i < target &&
           target <= i + NEGATED && !sls_scene_tells(s, i + 1, SLS_T_ONLY) &&
           verbs_between(s, i + 1, target) == 0 && !stops(s, i + 1, target);
}

sls_state sls_mood_of(const sls_scene *s, size_t event, size_t first, size_t last, bool counted)
{
    sls_state state = SLS_ASSERTED;

    if (!sls_sentence_has(s->items, first, SLS_BIT(SLS_C_MODAL) | SLS_BIT(SLS_C_NEGATION)))
        return state;
    const sls_span own = sls_clause_of(s, first, last);
    sls_span look = { own.from, first };

    if (event != SIZE_MAX && event < look.from)
        look.from = sls_clause_of(s, event, event).from;
    if (event != SIZE_MAX && event > look.to)
        look.to = event;
    if (sls_opens_sentence(s, first)) /* "Bulan depan penjualan akan naik" */
        look.to = own.to;
    for (size_t i = look.from; i < look.to; i++) {
        const sls_str v = sls_scene_value(s, i, SLS_C_MODAL);

        if (i >= first && i <= last)
            continue;
        if (v.len > 0 && (i > first ? !stops(s, last + 1, i) : reaches(s, i, event, first))) {
            if (sls_state_of(v, &state) != SLS_OK)
                state = SLS_PLANNED; /* on a condition */
        } else if (i >= own.from && (i < first || counted) && denies(s, i, event, first)) {
            state = SLS_DENIED;
        }
    }
    return state;
}
