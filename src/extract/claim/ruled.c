#include "extract/claim/ruled.h"

#include "extract/claim/voice.h"
#include "extract/date/date.h"

enum {
    RULED = 4,    /* items from a verb to the noun of doing that is its object */
    TOPIC = 4,    /* items from "tentang" to what something is about ... */
    OVER = 7,     /* ... and back to the verb */
    RECORD = 7,   /* items from "worst" to "since 2014" */
    COMPARED = 9, /* items from "dibandingkan" to what something is compared with */
    BASE = 2,     /* items from "dari" to what something rose from */
    PRICED = 2,   /* items from "senilai" back to what is worth so much */
    CHARGED = 3   /* items from "charged with" to what somebody is charged with */
};

/* "charged with attempted murder on Monday": the verb that names noun of doing `i` as its charge.
 */
static size_t charging_verb(const sls_scene *s, size_t i, size_t from)
{
    for (size_t k = i; k-- > from && k + CHARGED >= i;)
        if (sls_item_says(&s->items->at[k], SLS_C_VOICE, "charging"))
            return k;
    return i;
}

/*
 * "mempertahankan disertasi tentang pemilu pada Senin": the verb before "tentang", of noun `i`
 * behind it; SIZE_MAX none.
 */
static size_t verb_over_topic(const sls_scene *s, size_t i, size_t from)
{
    size_t topic = i;

    while (topic > from && topic + TOPIC > i && !sls_scene_tells(s, topic, SLS_T_TOPIC))
        topic--;
    if (!sls_scene_tells(s, topic, SLS_T_TOPIC) || s->reading_of[topic] >= 0)
        return SIZE_MAX;
    for (size_t k = topic; k-- > from && k + OVER >= topic;) {
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS ||
            s->items->at[k].traits & (SLS_TRAIT(THAT) | SLS_TRAIT(OPENS) | SLS_TRAIT(AFTER)) ||
            sls_scene_is(s, k, SLS_C_SPEECH))
            break;
        if (sls_scene_is(s, k, SLS_C_EVENT) &&
            s->items->at[k].traits & (SLS_VOICES | SLS_TRAIT(HELD) | SLS_TRAIT(HOLDS)))
            return k;
    }
    return SIZE_MAX;
}

/* "ended a three-day strike early Saturday": the verb right before noun of doing `i`, or `i`. */
static size_t english_verb(const sls_scene *s, size_t i, size_t from)
{
    for (size_t k = i; k-- > from && k + RULED >= i;) {
        if (sls_scene_is(s, k, SLS_C_EVENT) && s->items->at[k].traits & SLS_VOICES &&
            s->reading_of[k] < 0)
            return sls_scene_is(s, k, SLS_C_SPEECH) || sls_scene_is(s, k, SLS_C_ROLE) ||
                           sls_voice_is_passive(s, k, from) || sls_voice_is(s, k, "light") ||
                           (k > from && s->items->at[k - 1].symbol == '-') /* officer-involved */
                       ? i
                       : k;
        if (k + 1 == i && sls_scene_tells(s, k, SLS_T_IN))
            continue; /* "died in custody" */
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS ||
            !(sls_scene_is_article(s, k) || sls_scene_is_read(s, k) ||
              s->items->at[k].shape & SLS_SHAPED(LOWER)) ||
            s->items->at[k].set & (SLS_BIT(SLS_C_SINCE) | SLS_BIT(SLS_C_TO) | SLS_BIT(SLS_C_FROM) |
                                   SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)) ||
            s->items->at[k].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT) | SLS_TRAIT(OF) |
                                      SLS_TRAIT(THAT) | SLS_TRAIT(OPENS) | SLS_TRAIT(AND)) ||
            sls_scene_is_clausal(s, k, "by") ||
            sls_item_says(&s->items->at[k], SLS_C_LITERAL, "for"))
            break;
    }
    return i;
}

size_t sls_ruling_verb(const sls_scene *s, size_t i, size_t from)
{
    size_t over;

    if (s->items->at[i].traits & (SLS_VOICES | SLS_TRAIT(HELD) | SLS_TRAIT(HOLDS)) ||
        sls_scene_is(s, i, SLS_C_SPEECH))
        return i;
    if (sls_scene_lang(s, i) != SLS_LANG_ID) {
        over = charging_verb(s, i, from);
        return over != i ? over : english_verb(s, i, from);
    }
    over = verb_over_topic(s, i, from);
    if (over != SIZE_MAX)
        return over;
    for (size_t k = i; k-- > from && k + RULED >= i;) {
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || sls_scene_is_read(s, k) ||
            s->items->at[k].traits &
                (SLS_TRAIT(AFTER) | SLS_TRAIT(BEFORE) | SLS_TRAIT(THAT) | SLS_TRAIT(OPENS) |
                 SLS_TRAIT(HELD) | SLS_TRAIT(HOLDS) | SLS_TRAIT(PHRASE)) ||
            sls_scene_is(s, k, SLS_C_SPEECH) ||
            sls_item_says(&s->items->at[k], SLS_C_CLAUSE, "while"))
            break;
        if (sls_scene_is(s, k, SLS_C_EVENT)) /* "menerima kunjungan" is to be visited */
            return s->items->at[k].traits & SLS_VOICES &&
                           !(k + 1 == i && sls_item_says(&s->items->at[k], SLS_C_VOICE, "light"))
                       ? k
                       : i;
    }
    return i;
}

bool sls_ruled_day(const sls_scene *s, size_t first, size_t last, size_t verb)
{
    const sls_reading *r = sls_scene_reading(s, first);

    if (!r || !sls_reads_date(r) || !(sls_has(r, SLS_G_day) || sls_has(r, SLS_G_weekday)))
        return false;
    for (size_t i = last + 1; i < verb; i++)
        if (sls_ruled_word(s, i))
            return false;
    return true;
}

static bool is_percent(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r && sls_has(r, SLS_G_unit) &&
           sls_item_says(&s->items->at[r->from[SLS_G_unit]], SLS_C_UNIT, "percent");
}

/* "naik 5 persen dibandingkan", "dibandingkan 2017 yang hanya": the change is told already. */
static bool is_told_before(const sls_scene *s, size_t from, size_t compared, size_t first)
{
    for (size_t i = from; i < first; i++)
        if (i < compared ? is_percent(s, i) : sls_scene_tells(s, i, SLS_T_THAT))
            return true;
    return false;
}

bool sls_ruled_instrument(const sls_scene *s, size_t i, size_t from)
{
    if (!sls_item_says(&s->items->at[i], SLS_C_VOICE, "instrument"))
        return false;
    for (size_t k = i; k-- > from && k + TOPIC >= i && s->items->at[k].symbol >= SLS_SYMBOL_WORDS;)
        if (sls_scene_is(s, k, SLS_C_EVENT) && s->items->at[k].traits & SLS_VOICES)
            return true;
    return false;
}

size_t sls_ruled_light(const sls_scene *s, size_t verb, size_t to)
{
    const size_t noun = verb + 1;

    return noun < to && sls_item_says(&s->items->at[verb], SLS_C_VOICE, "light") &&
                   sls_scene_is(s, noun, SLS_C_EVENT) && !(s->items->at[noun].traits & SLS_VOICES)
               ? noun
               : verb;
}

size_t sls_ruled_priced(const sls_scene *s, size_t i, size_t from)
{
    for (size_t k = i; k-- > from && k + PRICED >= i && s->items->at[k].symbol >= SLS_SYMBOL_WORDS;)
        if (sls_scene_is(s, k, SLS_C_EVENT))
            return s->items->at[k].traits & SLS_VOICES ? i : k;
    return i;
}

/* Whether it tells that something is more or less than it was. */
static bool changes(sls_str event)
{
    return sls_lexicon_attribute_is(SLS_C_EVENT, event, "change", "level");
}

size_t sls_ruled_change(const sls_scene *s, size_t i, size_t from, size_t first)
{
    if (s->items->at[i].traits & SLS_VOICES || !is_percent(s, first))
        return i;
    for (size_t k = i + 1; k < first; k++)
        if (sls_scene_is(s, k, SLS_C_APPOSITION))
            return i; /* "melambatnya pertumbuhan menjadi 4,8 persen": it is so large still */
    for (size_t k = i; k-- > from && k + RULED >= i;) {
        const sls_str event = sls_scene_value(s, k, SLS_C_EVENT);

        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || sls_scene_is_read(s, k) ||
            s->items->at[k].traits &
                (SLS_TRAIT(AFTER) | SLS_TRAIT(BEFORE) | SLS_TRAIT(THAT) | SLS_TRAIT(OPENS)) ||
            sls_scene_is(s, k, SLS_C_SPEECH))
            break;
        if (event.len > 0)
            return changes(event) ? k : i;
    }
    return i;
}

static bool is_amount(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r && sls_reading_is(r, SLS_READ(NUMBER) | SLS_READ(QUANTITY) | SLS_READ(MONEY) |
                                      SLS_READ(RATE));
}

/*
 * "naik 3 poin dari posisi 70 poin pada April": "dari" at item `i` opens what the value at item
 * `first` or its date rose from, behind an amount.
 */
static bool is_base(const sls_scene *s, size_t from, size_t i, size_t first)
{
    bool told = false, changed = false;

    if (!sls_item_says(&s->items->at[i], SLS_C_LITERAL, "of") || s->reading_of[i] >= 0 ||
        !(is_amount(s, i + 1) || is_amount(s, i + 2)))
        return false;
    if (is_amount(s, first) ? first > i + BASE : s->reading_of[first] < 0)
        return false;
    for (size_t k = i; k-- > from && !changed;) {
        const sls_str event = sls_scene_value(s, k, SLS_C_EVENT);

        told = told || is_amount(s, k);
        changed = changes(event);
    }
    return told && changed;
}

bool sls_ruled_compared(const sls_scene *s, size_t from, size_t first)
{
    if (!sls_sentence_has(s->items, first, SLS_BIT(SLS_C_VOICE) | SLS_BIT(SLS_C_FROM)))
        return false;
    for (size_t i = first; i-- > from && i + COMPARED >= first;) {
        if (s->items->at[i].set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)))
            break;
        if (is_base(s, from, i, first))
            return true;
        if (sls_item_says(&s->items->at[i], SLS_C_VOICE, "compared") &&
            !(s->items->at[i].set & SLS_BIT(SLS_C_HEDGE) && s->reading_of[i] >= 0)) /* >2% */
            return !is_percent(s, first) || is_told_before(s, from, i, first);
    } /* "turun dibandingkan Maret sebesar 5 persen" falls so much */
    return false;
}

bool sls_ruled_undayed(const sls_scene *s, size_t first)
{
    const sls_reading *r = sls_scene_reading(s, first);

    return r && r->join == SLS_JOIN_NONE && sls_reads_date(r) && !sls_has(r, SLS_G_day) &&
           !sls_has(r, SLS_G_weekday) &&
           (sls_has(r, SLS_G_year) || sls_has(r, SLS_G_month) ||
            (sls_has(r, SLS_G_unit) && sls_has(r, SLS_G_n)));
}

bool sls_ruled_bracketed(const sls_scene *s, size_t first, size_t last)
{
    const sls_item *at = s->items->at;

    return first == last && first > 2 && at[first].shape & SLS_SHAPED(YEAR) &&
           at[first - 1].symbol == '(' && at[last + 1].symbol == ')' && at[first - 2].symbol == '"';
}

/* "a team of 24 divers": they do what it does. */
static bool is_collective(const sls_scene *s, size_t from, size_t of)
{
    return of > from && sls_scene_tells(s, of, SLS_T_OF) &&
           (sls_scene_is_clausal(s, of - 1, "collective") ||
            sls_scene_is_clausal(s, of - 1, "headcount"));
}

bool sls_ruled_oblique(const sls_scene *s, size_t from, size_t first)
{
    const sls_item *before = first > from ? &s->items->at[first - 1] : NULL;

    if (!before || is_collective(s, from, first - 1) ||
        !(sls_item_says(before, SLS_C_LITERAL, "of") ||
          sls_item_says(before, SLS_C_LITERAL, "for") ||
          sls_item_says(before, SLS_C_LITERAL, "with")))
        return false;
    for (size_t i = from; i + 1 < first; i++)
        if (sls_ruled_word(s, i))
            return true;
    return false;
}

bool sls_ruled_record(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);

    if (!sls_scene_tells(s, first, SLS_T_PAST) &&
        !sls_item_says(&s->items->at[first], SLS_C_SINCE, "from"))
        return false;
    for (size_t i = first; i-- > begin && i + RECORD >= first;) {
        if (sls_item_says(&s->items->at[i], SLS_C_CLAUSE, "superlative"))
            return true; /* "the first team since 1999" */
        if (s->items->at[i].symbol < SLS_SYMBOL_WORDS || s->reading_of[i] >= 0 ||
            s->items->at[i].traits & SLS_VOICES || sls_scene_is(s, i, SLS_C_SPEECH))
            break;
    }
    return false;
}

bool sls_ruled_measure(const sls_scene *s, size_t first, size_t last, size_t *event)
{
    const sls_reading *r = sls_scene_reading(s, first);
    const bool hyphen = last > first && (s->items->at[last - 1].symbol == '-' ||
                                         s->items->at[first + 1].symbol == '-');

    if (!r || !(sls_has(r, SLS_G_unit) || sls_has(r, SLS_G_noun) || sls_has(r, SLS_G_cur)) ||
        sls_reading_is(r, SLS_READ(AGE)) || !hyphen || sls_has(r, SLS_G_m) ||
        sls_scene_lang(s, first) != SLS_LANG_EN)
        return false;
    *event = SIZE_MAX;
    for (size_t i = last + 1; i <= last + 2 && s->items->at[i].symbol >= SLS_SYMBOL_WORDS &&
                              s->reading_of[i] < 0 && *event == SIZE_MAX;
         i++)
        if (sls_scene_is(s, i, SLS_C_EVENT) && !(s->items->at[i].traits & SLS_VOICES))
            *event = i;
    return true;
}

size_t sls_ruled_owned(const sls_scene *s, size_t last)
{
    const size_t end = sls_sentence_end(s->items, last);

    if (last + 1 >= end || !sls_item_says(&s->items->at[last + 1], SLS_C_LITERAL, "possessive"))
        return SIZE_MAX;
    for (size_t i = last + 2; i < end && i <= last + 1 + RULED; i++) {
        if (sls_scene_is(s, i, SLS_C_EVENT) && !(s->items->at[i].traits & SLS_VOICES))
            return i;
        if (s->items->at[i].symbol < SLS_SYMBOL_WORDS && s->reading_of[i] < 0)
            break;
    }
    return SIZE_MAX;
}

bool sls_ruled_held(const sls_scene *s, size_t from, size_t first)
{
    for (size_t i = first; i-- > from;)
        if (sls_scene_reads(s, i, SLS_READ(TITLE)))
            return true;
    return false;
}

bool sls_ruled_behind(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);

    for (size_t i = first; i-- > begin;)
        if (sls_scene_is(s, i, SLS_C_EVENT) && s->items->at[i].traits & SLS_VOICES &&
            s->reading_of[i] < 0)
            return true;
    return false;
}

bool sls_ruled_attribute(const sls_scene *s, size_t i)
{
    const sls_item *at = s->items->at;

    if (i == 0 || !(at[i].traits & SLS_VOICES) || !sls_scene_is_article(s, i - 1) ||
        s->reading_of[i] >= 0 || sls_scene_lang(s, i) != SLS_LANG_EN)
        return false;
    if (sls_scene_is(s, i, SLS_C_ROLE))
        return true; /* "a camp for the displaced" */
    return s->reading_of[i + 1] < 0 && at[i + 1].shape & SLS_SHAPED(LOWER) &&
           !(at[i + 1].set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_LITERAL) | SLS_BIT(SLS_C_SINCE) |
                              SLS_BIT(SLS_C_TO) | SLS_BIT(SLS_C_FROM) | SLS_BIT(SLS_C_EVENT)));
}
