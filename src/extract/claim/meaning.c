#include "extract/claim/meaning.h"

#include "extract/claim/role.h"
#include "extract/claim/voice.h"

enum { TERM_REACH = 24 }; /* items from the verdict to its years of prison */

enum {
    REACH = 7,  /* items from the verb to its weapon: fired more than 20 short-range missiles */
    OBJECT = 4, /* ... to whom it befalls */
    OVER = 16   /* ... and to what a strike is about */
};

/* The sense of EVENT that is the `n`-th from 0, or the last one when there are not so many. */
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
    if (sls_lexicon_attribute_is(SLS_C_NOUN, noun, "beside", "shot"))
        return 1;
    return sls_lexicon_is_a(noun, SLS_STR("weapon")) ? 2 : 0;
}

static bool is_be(const sls_scene *s, size_t i)
{
    return (s->items->at[i].traits & (SLS_TRAIT(BE) | SLS_TRAIT(ONE) | SLS_TRAIT(MANY))) !=
           0; /* was and were count */
}

/* The first of verb `i` and its "were" or "have been" before it. */
static size_t verb_begin(const sls_scene *s, size_t i, size_t begin)
{
    size_t k = i;

    while (k > begin && k + 2 >= i && is_be(s, k - 1))
        k--;
    return k;
}

/* What the verb at item `i` has behind it: "fired the gun", but not "fired for carrying one". */
static int armed_behind(const sls_scene *s, size_t i, size_t end)
{
    const size_t at = i + 2 + (i + 2 < end && sls_scene_is_article(s, i + 2));

    if (at < end && s->items->at[i + 1].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT)) &&
        (sls_role_lives(sls_scene_value(s, at, SLS_C_NOUN)) ||
         sls_scene_is_clausal(s, at, "collective")))
        return 1; /* "fired on a crowd", "fired at the officers" */
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
    const size_t verb = verb_begin(s, i, begin);

    return verb > begin ? armed(s, verb - 1) : 0;
}

static int armed_beside(const sls_scene *s, size_t i)
{
    const int before = armed_before(s, i, sls_sentence_begin(s->items, i));

    return before > 0 || (i > 0 && is_be(s, i - 1))
               ? before
               : armed_behind(s, i, sls_sentence_end(s->items, i));
}

static bool is_natural(const sls_scene *s, size_t i)
{
    return sls_lexicon_attribute_is(SLS_C_HAPPENING, sls_scene_value(s, i, SLS_C_EVENT), "natural",
                                    "yes");
}

/* "the quake, which struck at noon", "buried by a landslide". */
static bool natural_beside(const sls_scene *s, size_t i)
{
    const size_t begin = sls_sentence_begin(s->items, i), end = sls_sentence_end(s->items, i);

    if (i + 1 < end && sls_scene_is_clausal(s, i + 1, "by"))
        for (size_t k = i + 2; k < end && k <= i + REACH; k++)
            if (is_natural(s, k))
                return true;
    for (size_t k = i; k-- > begin && k + REACH >= i;) {
        if (is_natural(s, k))
            return true;
        if (s->items->at[k].traits & SLS_VOICES || sls_scene_is(s, k, SLS_C_SPEECH))
            break;
    }
    return false;
}

static bool is_somebody(const sls_scene *s, size_t i)
{
    const sls_str noun = sls_scene_value(s, i, SLS_C_NOUN);

    return sls_scene_is_person(s, i) || sls_scene_is(s, i, SLS_C_OFFICE) ||
           (sls_role_lives(noun) && !sls_str_eq(noun, SLS_STR("party-figure"))) ||
           sls_scene_is_clausal(s, i, "pronoun") || sls_voice_is(s, i, "pronoun") ||
           sls_voice_is(s, i, "plural") || sls_voice_is(s, i, "object-pronoun") ||
           (sls_scene_tells(s, i, SLS_T_THAT) && s->items->at[i].shape & SLS_SHAPED(LOWER) &&
            is_be(s, i + 1) && !sls_scene_is(s, i, SLS_C_STOP));
}

/* Whom the verb at item `i` befalls: "was removed", "removed the mayor". */
static bool befalls_somebody(const sls_scene *s, size_t i)
{
    const size_t begin = sls_sentence_begin(s->items, i), end = sls_sentence_end(s->items, i);
    const size_t verb = verb_begin(s, i, begin);

    if (verb < i)
        return verb > begin && is_somebody(s, verb - 1);
    for (size_t k = i + 1; k < end && k <= i + OBJECT; k++) {
        if (is_somebody(s, k))
            return true;
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS ||
            s->items->at[k].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT) | SLS_TRAIT(OF)) ||
            s->items->at[k].set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_OBJECT)))
            break;
    }
    return false;
}

/* "raised $5 million": no rise. */
static bool pays(const sls_scene *s, size_t i)
{
    return sls_scene_reads(s, i + 1, SLS_READ(MONEY));
}

/* "teachers went on strike over pay", "a strike by the union". */
static bool labour_beside(const sls_scene *s, size_t i)
{
    const size_t begin = sls_sentence_begin(s->items, i), end = sls_sentence_end(s->items, i);

    for (size_t k = i > begin + OVER ? i - OVER : begin; k < end && k <= i + OVER; k++)
        if (sls_lexicon_attribute_is(SLS_C_NOUN, sls_scene_value(s, k, SLS_C_NOUN), "beside",
                                     "labour") ||
            (k > i && k <= i + OBJECT && sls_scene_is_clausal(s, i + 1, "by") &&
             sls_str_eq(sls_scene_value(s, k, SLS_C_NOUN), SLS_STR("worker"))) ||
            sls_str_eq(sls_scene_value(s, k, SLS_C_ATTRIBUTE), SLS_STR("wage")))
            return true;
    return false;
}

/* Whether item `i` names what is no person; `*ends` when it tells, or the search ends there. */
static bool is_thing(const sls_scene *s, size_t i, bool *ends)
{
    const sls_item *item = &s->items->at[i];
    const sls_str noun = sls_scene_value(s, i, SLS_C_NOUN);

    *ends = sls_scene_is_person(s, i) || item->symbol == ',' ||
            item->set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)) ||
            item->traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT));
    if (*ends || noun.len == 0 || !(item->shape & SLS_SHAPED(LOWER)))
        return false;
    *ends = true;
    return !sls_lexicon_is_a(noun, SLS_STR("person"));
}

/*
 * "mengamankan 200 batang rokok", not "dua orang diamankan": whether the nearest noun behind the
 * verb, or before a passive one, is no person, who is arrested.
 */
static bool befalls_a_thing(const sls_scene *s, size_t i)
{
    const size_t begin = sls_sentence_begin(s->items, i), end = sls_sentence_end(s->items, i);
    bool ends = false;

    for (size_t k = i + 1; k < end && k <= i + REACH && !ends; k++)
        if (is_thing(s, k, &ends))
            return true;
    ends = !(s->items->at[i].traits & SLS_TRAIT(PASSIVE));
    for (size_t k = i; k-- > begin && k + REACH >= i && !ends;)
        if (is_thing(s, k, &ends))
            return true;
    return false;
}

/* "a ferry with 40 people on board sank": no fall of prices. */
static bool vessel_before(const sls_scene *s, size_t i)
{
    const size_t begin = sls_sentence_begin(s->items, i);

    for (size_t k = i; k-- > begin && k + OVER >= i;)
        if (sls_lexicon_attribute(SLS_C_HAPPENING, sls_scene_value(s, k, SLS_C_NOUN), "vehicle")
                .len > 0)
            return true;
    return false;
}

static bool shot_beside(const sls_scene *s, size_t i)
{
    return armed_beside(s, i) == 1;
}

static bool missile_beside(const sls_scene *s, size_t i)
{
    return armed_beside(s, i) == 2;
}

/* What has to stand beside a verb that it tells of an event which is not its first: any/event.csv.
 */
static const struct {
    const char *beside;
    bool (*stands)(const sls_scene *s, size_t i);
} CUES[] = {
    { "shot", shot_beside },
    { "missile", missile_beside },
    { "nature", natural_beside },
    { "person", befalls_somebody },
    { "thing", befalls_a_thing },
    { "vessel", vessel_before },
    { "money", pays },
    { "labour", labour_beside },
};

static bool is_cued(const sls_scene *s, size_t i, sls_str event)
{
    const sls_str beside = sls_lexicon_attribute(SLS_C_EVENT, event, "beside");

    for (size_t n = 0; beside.len > 0 && n < sizeof CUES / sizeof *CUES; n++)
        if (sls_str_eq(beside, sls_str_of(CUES[n].beside)))
            return CUES[n].stands(s, i);
    return false;
}

sls_str sls_event_meant(const sls_scene *s, size_t i)
{
    const sls_form *form = s->items->at[i].form;

    if (!sls_scene_is(s, i, SLS_C_EVENT))
        return (sls_str){ 0 };
    for (int n = 1; sense(form, n).ptr != sense(form, n - 1).ptr; n++)
        if (is_cued(s, i, sense(form, n))) /* nearly all verbs tell of one event */
            return sense(form, n);
    return sls_scene_value(s, i, SLS_C_EVENT);
}

sls_str sls_event_subject(const sls_scene *s, size_t at)
{
    if (sls_scene_lang(s, at) != SLS_LANG_EN || s->reading_of[at - 1] >= 0)
        return (sls_str){ 0 };
    const sls_str change = sls_lexicon_attribute(SLS_C_EVENT, sls_event_meant(s, at), "change");

    return sls_str_list_has(SLS_STR("level;pace"), change)
               ? sls_scene_value(s, at - 1, SLS_C_OBJECT)
               : (sls_str){ 0 };
}

bool sls_event_has_actor(const sls_scene *s, size_t at, sls_str object)
{
    const sls_span clause = sls_clause_of(s, at, at);

    if (sls_scene_lang(s, at) != SLS_LANG_EN ||
        !sls_lexicon_attribute_is(SLS_C_OBJECT, object, "acts", "yes") ||
        sls_voice_is_passive(s, at, clause.from))
        return false;
    for (size_t i = at; i-- > clause.from && i + REACH >= at;)
        if (sls_str_eq(sls_scene_value(s, i, SLS_C_OBJECT), object))
            return (s->items->at[at].traits & SLS_VOICES) != 0 ||
                   sls_scene_is(s, at - 1, SLS_C_MODAL);
    return false;
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
            return sls_lexicon_attribute_is(SLS_C_EVENT, sls_event_meant(s, i), "tie", "person")
                       ? i
                       : SIZE_MAX;
    return SIZE_MAX;
}
