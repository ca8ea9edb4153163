#include "extract/claim/single.h"

#include "extract/claim/chain.h"
#include "extract/claim/mood.h"
#include "extract/claim/muster.h"
#include "extract/claim/role.h"
#include "extract/claim/voice.h"

enum {
    LEFT = 4,    /* items that hedges and articles may take */
    SUBJECT = 8, /* items from a verb back to its subject, a reading as one */
    ASIDE = 7    /* items between the commas around what a subject's age or home is */
};

/* Whether item `i` means a person, as nouns and offices do. */
static bool is_somebody(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_SINGULAR) || sls_scene_is(s, i, SLS_C_OFFICE) ||
           sls_lexicon_is_a(sls_scene_value(s, i, SLS_C_NOUN), SLS_STR("person"));
}

/* Whether what follows an article is one person; in Indonesian, as far as its noun is known. */
static bool is_one_person(const sls_scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (is_somebody(s, i) || sls_scene_is_age(s, i))
            return true;
        if (sls_scene_is(s, i, SLS_C_NOUN))
            return false;
    }
    return sls_scene_lang(s, from) == SLS_LANG_ID;
}

/* "a fourth", "the second victim" */
static bool is_numbered(const sls_scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (sls_scene_is(s, i, SLS_C_ORDINAL))
            return true;
    return false;
}

/* Item `i`, or the last one of the age that it lies in. */
static size_t over_age(const sls_scene *s, size_t i)
{
    return sls_scene_is_age(s, i) ? sls_scene_reading(s, i)->last : i;
}

/* The last item of the noun phrase that begins at item `i`: "a 16-year-old boy". */
static size_t phrase_end(const sls_scene *s, size_t i, size_t end)
{
    size_t last = i;

    for (size_t k = i, steps = 0; k < end && steps <= LEFT; k = over_age(s, k) + 1, steps++) {
        if (sls_scene_is_age(s, k) || is_somebody(s, k))
            last = over_age(s, k);
        else if ((last == k - 1 && k > i + 1) || s->items->at[k].symbol < SLS_SYMBOL_WORDS)
            break;
    }
    return last > i || i + 1 >= end || s->items->at[i + 1].symbol < SLS_SYMBOL_WORDS ? last : i + 1;
}

/* Whether one person stands behind the verb before item `i`: "a guard", "his 3-year-old son". */
static bool is_one(const sls_scene *s, size_t i, size_t end)
{
    if (sls_scene_tells(s, i, SLS_T_ARTICLE_ONE) || sls_scene_is_age(s, i))
        return true;
    for (size_t k = i, steps = 0; k < end && steps <= LEFT && sls_scene_is_article(s, i);
         k = over_age(s, k) + 1, steps++) {
        if (sls_scene_tells(s, k, SLS_T_SINGULAR))
            return true;
        if (sls_scene_is(s, k, SLS_C_NOUN) ||
            (s->items->at[k].symbol < SLS_SYMBOL_WORDS && !sls_scene_is_age(s, k)))
            break;
    }
    return false;
}

/*
 * The comma before what stands between commas and tells only more of the subject, when item `i` is
 * the one behind it: ", 71, of Depok,"; `i` where it is something else.
 */
static size_t before_aside(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t k = i, from = i; k-- > begin && k + ASIDE >= from;) {
        if (s->items->at[k].symbol == SLS_SYMBOL_BOUNDARY)
            break;
        if (s->items->at[k].symbol != ',' || sls_scene_is_age(s, k))
            continue;
        if (!sls_scene_is_age(s, k + 1) && !sls_scene_tells(s, k + 1, SLS_T_OF))
            break;
        i = from = k;
    }
    return i;
}

/* What is found of a subject on the way back to it from its verb. */
typedef struct {
    bool one;       /* that it is one: "was" */
    bool described; /* by words that leave the name behind: "Boston man" */
} trail;

/* Whether reading `r`, a person's name, is the subject that the trail leads to. */
static bool is_named_subject(const sls_scene *s, const sls_reading *r, size_t at, const trail *t)
{
    const bool close = r->last + 1 == at && sls_scene_lang(s, at) == SLS_LANG_EN;

    return (t->one || close) && !t->described && !sls_scene_is(s, r->last, SLS_C_PLACE) &&
           (r->last > r->first || close || sls_scene_person(s, r));
}

/* A word that nothing is known of but that it is written like a name: "McNichols died". */
static bool is_unread_name(const sls_scene *s, size_t i)
{
    return s->reading_of[i] < 0 && s->items->at[i].shape & SLS_SHAPED(NAME) &&
           !s->items->at[i].form && sls_scene_lang(s, i) == SLS_LANG_EN;
}

/* "was found dead with a gunshot wound": whether item `i` says that who was hurt by `at` died. */
static bool is_death(const sls_scene *s, size_t i, size_t at)
{
    return (s->items->at[i].traits & ~s->items->at[at].traits & SLS_TRAIT(DEAD)) != 0;
}

/* Who the subject of verb `at` is, when that is one: "a woman", "Pak Budi", "he". */
static bool find_subject(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    const size_t begin = sls_sentence_begin(s->items, at);
    trail t = { sls_voice_is(s, at, "single"), false };

    for (size_t i = at, steps = 0; i-- > begin && steps < SUBJECT; steps++) {
        const sls_reading *r = sls_scene_reading(s, i);

        if (sls_scene_tells(s, i, SLS_T_MANY) || sls_voice_is(s, i, "plural") ||
            sls_scene_is(s, i, SLS_C_NEGATION) || sls_scene_is(s, i, SLS_C_MODAL) ||
            sls_mood_is_nearly(s, i) || sls_scene_is_clausal(s, i, "tries") ||
            sls_scene_is_count(s, i) || sls_scene_is_and(s, i) || sls_voice_is(s, i, "including") ||
            is_death(s, i, at))
            return false;
        if (sls_scene_is_person(s, i)) {
            *first = r->first;
            *last = r->last;
            return is_named_subject(s, r, at, &t);
        }
        if (is_unread_name(s, i) && !t.described) {
            *first = *last = i;
            return true;
        }
        if (sls_voice_is(s, i, "pronoun")) {
            *first = *last = i;
            return true;
        }
        if (sls_scene_is_article(s, i) && is_one_person(s, i + 1, at)) {
            *first = i;
            *last = phrase_end(s, i, at);
            return i + 1 < at && (t.one || sls_scene_tells(s, i, SLS_T_ARTICLE_ONE)) &&
                   !is_numbered(s, i + 1, at);
        }
        if (s->items->at[i].symbol == ',' && before_aside(s, i, begin) < i) {
            i = before_aside(s, i, begin);
            continue;
        }
        t.one = t.one || sls_scene_tells(s, i, SLS_T_ONE) || sls_scene_tells(s, i, SLS_T_SINGULAR);
        t.described = t.described || !sls_voice_is_close(s, i);
        i = r ? r->first : i;
    }
    return false;
}

/* "two of the boys", but "the name of the boy who was killed" */
static bool is_of_several(const sls_scene *s, size_t first, size_t begin, bool told)
{
    return first > begin && sls_scene_tells(s, first - 1, SLS_T_OF) &&
           (!told || first - 1 == begin || sls_scene_is_count(s, first - 2) ||
            sls_scene_is(s, first - 2, SLS_C_NEGATION) || sls_scene_is(s, first - 1, SLS_C_IDIOM) ||
            sls_scene_tells(s, first - 1, SLS_T_ONE));
}

/* Whether more is joined to items first..last: "a woman and a girl". */
static bool is_joined(const sls_scene *s, size_t first, size_t last, size_t begin, size_t end)
{
    bool told = false; /* of whom "who" tells, whatever is said of him */

    for (size_t i = last + 1; i < end && i <= last + LEFT; i++) {
        if (sls_scene_is_and(s, i)) /* "killed his wife and wounded two" */
            return i + 1 >= end || !sls_scene_is(s, i + 1, SLS_C_ROLE);
        told = told || sls_scene_tells(s, i, SLS_T_THAT);
        if (s->items->at[i].symbol < SLS_SYMBOL_WORDS)
            break;
    }
    return (first > begin && sls_scene_is_and(s, first - 1)) ||
           is_of_several(s, first, begin, told);
}

static bool single_subject(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    return find_subject(s, at, first, last) &&
           !is_joined(s, *first, *last, sls_sentence_begin(s->items, at), at);
}

/*
 * "A 17-year-old boy killed in a crash": a participle right behind whom it tells of. With an object
 * it would be a verb.
 */
static bool is_participle(const sls_scene *s, size_t at, size_t end)
{
    const sls_item *next = &s->items->at[at + 1];

    if (at == sls_sentence_begin(s->items, at) ||
        !(sls_scene_tells(s, at - 1, SLS_T_SINGULAR) || sls_scene_is_age(s, at - 1)))
        return false;
    return at + 1 >= end || next->symbol < SLS_SYMBOL_WORDS ||
           next->traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT) | SLS_TRAIT(AFTER) | SLS_TRAIT(BEFORE) |
                           SLS_TRAIT(OPENS)) ||
           sls_item_says(next, SLS_C_CLAUSE, "by") || sls_scene_reads(s, at + 1, SLS_READ(DATE));
}

/* "killed a boy, his sister": more follows behind an object. */
static bool goes_on(const sls_scene *s, size_t last, size_t end)
{
    const size_t next = last + 2;

    return next < end && s->items->at[last + 1].symbol == ',' &&
           (sls_scene_tells(s, next, SLS_T_SINGULAR) || sls_scene_is_count(s, next) ||
            sls_voice_is(s, next, "reflexive") ||
            (sls_scene_tells(s, next, SLS_T_ARTICLE) && is_one(s, next, end)));
}

/* The last item of "his nephew's young friend", whose owner ends with item `last`. */
static size_t behind_owner(const sls_scene *s, size_t last, size_t end)
{
    const size_t owned = last + 2;

    return owned < end && sls_item_says(&s->items->at[last + 1], SLS_C_LITERAL, "possessive") &&
                   !sls_scene_is_count(s, owned) &&
                   is_one_person(s, owned, owned + LEFT < end ? owned + LEFT : end)
               ? phrase_end(s, owned, end)
               : last;
}

/* Whether a headline's words before verb `at` are one person: "Teen", "Depok woman", "Boy, 17,". */
static bool find_in_headline(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    const size_t begin = sls_sentence_begin(s->items, at);
    size_t i = at;

    i -= i > begin && sls_voice_is(s, i - 1, "degree");
    if (i > begin && s->items->at[i - 1].symbol == ',')
        i = before_aside(s, i - 1, begin); /* the comma before ", 17," */
    if (i == begin || !(sls_scene_tells(s, i - 1, SLS_T_SINGULAR) || sls_scene_is_age(s, i - 1)))
        return false;
    *last = i - 1;
    for (size_t steps = 0; i > begin && steps <= LEFT; steps++) {
        const sls_item *item = &s->items->at[i - 1];

        if (item->symbol == ':' || item->symbol == SLS_SYMBOL_BOUNDARY)
            break;
        if ((item->symbol < SLS_SYMBOL_WORDS && !sls_scene_is_age(s, i - 1)) ||
            sls_scene_is_and(s, i - 1) || sls_scene_is_count(s, i - 1) ||
            sls_scene_is(s, i - 1, SLS_C_ROLE) || sls_scene_is(s, i - 1, SLS_C_ORDINAL) ||
            item->traits & SLS_VOICES)
            return false;
        i = s->reading_of[i - 1] >= 0 ? sls_scene_reading(s, i - 1)->first : i - 1;
    }
    *first = i;
    return i == begin || s->items->at[i - 1].symbol == ':';
}

/* Whether the object that begins behind verb `at` is one person. */
static bool single_object(const sls_scene *s, size_t at, size_t end, size_t *first, size_t *last)
{
    *first = at + 1;
    *last = sls_scene_is_article(s, at + 1) || sls_scene_is_age(s, at + 1)
                ? phrase_end(s, at + 1, end)
                : at + 1;
    if (sls_scene_is_person(s, at + 1))
        *last = s->readings->at[s->reading_of[at + 1]].last;
    const bool one = sls_scene_is_person(s, at + 1) || is_one(s, at + 1, end) ||
                     sls_voice_is(s, at + 1, "object-pronoun");

    *last = behind_owner(s, *last, end);
    return one && !sls_item_says(&s->items->at[*last + 1], SLS_C_LITERAL, "possessive") &&
           !goes_on(s, *last, end) && !is_joined(s, *first, *last, at, end);
}

bool sls_single_at(const sls_scene *s, size_t at, bool headline, size_t *first, size_t *last)
{
    const size_t end = sls_sentence_end(s->items, at), begin = sls_sentence_begin(s->items, at);
    const bool after = sls_voice_is(s, at, "object") ||
                       (!sls_voice_is(s, at, "subject") && !sls_voice_is(s, at, "single") &&
                        !sls_voice_is_passive(s, at, begin));

    if (sls_voice_is(s, at, "none") || sls_voice_is(s, at, "adverb"))
        return false;
    if (after && at + 1 < end && sls_voice_is(s, at + 1, "reflexive")) /* "shot himself" */
        return !sls_scene_is_and(s, at + 2) && single_subject(s, at, first, last);
    if (after && at + 1 < end && !sls_scene_is_count(s, at + 1) &&
        (sls_voice_has_object(s, at, end) || sls_scene_is_age(s, at + 1)))
        return single_object(s, at, end, first, last);
    if (sls_voice_is(s, at, "object"))
        return false;
    if (headline && !sls_scene_tells(s, at + 1, SLS_T_SINGULAR) && /* "Man shot officer" */
        find_in_headline(s, at, first, last))
        return true;
    if (after && sls_role_is_of_the_living(sls_scene_value(s, at, SLS_C_ROLE)) &&
        sls_scene_lang(s, at) == SLS_LANG_EN && !is_participle(s, at, end))
        return false; /* "killed" without a passive and an object: an attribute */
    return single_subject(s, at, first, last);
}

size_t sls_single_several_at(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    const size_t end = sls_sentence_end(s->items, at), begin = sls_sentence_begin(s->items, at);
    const bool before = sls_voice_is(s, at, "subject") || sls_voice_is_passive(s, at, begin);
    size_t count = 0;

    if (sls_scene_lang(s, at) == SLS_LANG_ID || sls_voice_is(s, at, "none") ||
        sls_voice_is(s, at, "adverb"))
        return 0;
    if (before && !sls_voice_is(s, at, "object"))
        return sls_muster_before(s, at, first, last);
    if (at + 1 >= end || sls_scene_is_count(s, at + 1))
        return 0;
    count = sls_muster_behind(s, at + 1, first, last);
    if (count == 0 && single_object(s, at, end, first, last))
        count = 1;
    if (count > 0)
        count += sls_chain_own_death(s, last, end);
    return count > 1 ? count : 0;
}

/* Whether an ordinal is of one more: "a third", and "third" where a `headline` begins with it. */
static bool is_one_more(const sls_scene *s, const sls_reading *r, size_t begin, bool headline)
{
    const sls_item *at = s->items->at;

    if (r->first == begin)
        return headline || at[r->first].last > at[r->first].first; /* "a third" is one item */
    return sls_scene_tells(s, r->first - 1, SLS_T_ARTICLE_ONE) ||
           (at[r->first].last > at[r->first].first && !sls_scene_is_article(s, r->first - 1));
}

/* "Two were wounded and a third died": numbered among others than the dead. */
static bool is_among_hurt(const sls_scene *s, size_t first, size_t begin)
{
    for (size_t i = begin; i < first; i++)
        if (s->items->at[i].traits & (SLS_TRAIT(INJURED) | SLS_TRAIT(SHOT)))
            return true;
    return false;
}

const sls_reading *sls_single_nth_at(const sls_scene *s, size_t at, bool headline)
{
    const size_t begin = sls_sentence_begin(s->items, at);

    if (!sls_voice_is(s, at, "subject") && !sls_voice_is_passive(s, at, begin))
        return NULL;
    for (size_t i = at; i-- > begin && i + SUBJECT >= at;) {
        const sls_reading *r = sls_scene_reading(s, i);

        if (sls_scene_tells(s, i, SLS_T_MANY) || sls_scene_is(s, i, SLS_C_NEGATION) ||
            sls_scene_is(s, i, SLS_C_MODAL) || sls_scene_is_and(s, i) ||
            s->items->at[i].symbol < SLS_SYMBOL_WORDS || sls_scene_is_count(s, i))
            break;
        if (r && sls_reading_is(r, SLS_READ(ORDINAL)))
            return is_one_more(s, r, begin, headline) && !is_among_hurt(s, r->first, begin) ? r
                                                                                            : NULL;
    }
    return NULL;
}
