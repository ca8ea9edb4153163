#include "extract/claim/single.h"

#include "extract/claim/chain.h"
#include "extract/claim/role.h"
#include "extract/claim/voice.h"

enum {
    LEFT = 4,   /* items that hedges and articles may take */
    SUBJECT = 8 /* items from a verb back to its subject */
};

/* Whether what follows an article is one person, as far as its noun is known. */
static bool is_one_person(const sls_scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (sls_scene_is(s, i, SLS_C_ORDINAL))
            return false; /* "a fourth" */
        if (sls_lexicon_is_a(sls_scene_value(s, i, SLS_C_NOUN), SLS_STR("person")))
            return true;
        if (sls_scene_is(s, i, SLS_C_NOUN))
            return false;
    }
    return true;
}

/* Whether one person stands behind the verb before item `i`: "a guard", "his 3-year-old son". */
static bool is_one(const sls_scene *s, size_t i, size_t end)
{
    if (sls_scene_tells(s, i, SLS_T_ARTICLE_ONE))
        return true;
    for (size_t k = i; k < end && k <= i + LEFT && sls_scene_is_article(s, i); k++) {
        if (sls_scene_tells(s, k, SLS_T_SINGULAR))
            return true;
        if (sls_scene_is(s, k, SLS_C_NOUN) || s->items->at[k].symbol < SLS_SYMBOL_WORDS)
            break;
    }
    return false;
}

/* Who the subject of verb `at` is, when that is one: "a woman", "Pak Budi", "he". */
static bool find_subject(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    const size_t begin = sls_sentence_begin(s->items, at);
    bool one = sls_voice_is(s, at, "single");
    bool described = false; /* by words that leave the name behind: "Boston man" */

    for (size_t i = at; i-- > begin && i + SUBJECT >= at;) {
        const sls_reading *r = sls_scene_reading(s, i);

        if (sls_scene_tells(s, i, SLS_T_MANY) || sls_voice_is(s, i, "plural") ||
            sls_scene_is(s, i, SLS_C_NEGATION) || sls_scene_is(s, i, SLS_C_MODAL) ||
            sls_scene_is_count(s, i) || sls_scene_is_and(s, i))
            return false;
        if (sls_scene_is_person(s, i)) {
            *first = r->first;
            *last = r->last;
            return one && !described && !sls_scene_is(s, i, SLS_C_PLACE) &&
                   (r->last > r->first || sls_scene_person(s, r));
        }
        if (sls_voice_is(s, i, "pronoun")) {
            *first = *last = i;
            return true;
        }
        if (sls_scene_is_article(s, i)) {
            *first = i;
            *last = i + 1;
            return i + 1 < at && (one || sls_scene_tells(s, i, SLS_T_ARTICLE_ONE)) &&
                   is_one_person(s, i + 1, at);
        }
        one = one || sls_scene_tells(s, i, SLS_T_ONE) || sls_scene_tells(s, i, SLS_T_SINGULAR);
        described = described || !sls_voice_is_close(s, i);
    }
    return false;
}

/* Whether more is joined to items first..last: "a woman and a girl". */
static bool is_joined(const sls_scene *s, size_t first, size_t last, size_t begin, size_t end)
{
    for (size_t i = last + 1; i < end && i <= last + LEFT; i++) {
        if (sls_scene_is_and(s, i))
            return true;
        if (s->items->at[i].symbol < SLS_SYMBOL_WORDS)
            break;
    }
    return first > begin &&
           (sls_scene_is_and(s, first - 1) || sls_scene_tells(s, first - 1, SLS_T_OF));
}

static bool single_subject(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    return find_subject(s, at, first, last) &&
           !is_joined(s, *first, *last, sls_sentence_begin(s->items, at), at);
}

bool sls_single_at(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    const size_t end = sls_sentence_end(s->items, at), begin = sls_sentence_begin(s->items, at);
    const bool after = sls_voice_is(s, at, "object") ||
                       (!sls_voice_is(s, at, "subject") && !sls_voice_is(s, at, "single") &&
                        !sls_voice_is_passive(s, at, begin));

    if (sls_voice_is(s, at, "none") || sls_voice_is(s, at, "adverb"))
        return false;
    if (after && at + 1 < end && !sls_scene_is_count(s, at + 1) &&
        sls_voice_has_object(s, at, end)) {
        *first = at + 1;
        *last = sls_scene_is_article(s, at + 1) && at + 2 < end ? at + 2 : at + 1;
        if (sls_scene_is_person(s, at + 1))
            *last = s->readings->at[s->reading_of[at + 1]].last;
        return (sls_scene_is_person(s, at + 1) || is_one(s, at + 1, end) ||
                sls_voice_is(s, at + 1, "object-pronoun")) &&
               !is_joined(s, *first, *last, at, end);
    }
    if (sls_voice_is(s, at, "object"))
        return false;
    if (after && sls_role_is_of_the_living(sls_scene_value(s, at, SLS_C_ROLE)) &&
        sls_scene_lang(s, at) == SLS_LANG_EN)
        return false; /* "killed" without a passive and an object: an attribute */
    return single_subject(s, at, first, last);
}

/* Whether the words from item `i` on are one person: "a woman", "her son", a name. */
static bool begins_one(const sls_scene *s, size_t i, size_t end)
{
    return i < end && !sls_scene_is_count(s, i) && (sls_scene_is_person(s, i) || is_one(s, i, end));
}

/* The "and" before verb `at` with one person behind it, or SIZE_MAX: "and her son were". */
static size_t joint_before(const sls_scene *s, size_t at, size_t begin)
{
    for (size_t i = at; i-- > begin && i + SUBJECT >= at;) {
        if (sls_scene_is_and(s, i))
            return begins_one(s, i + 1, at) ? i : SIZE_MAX;
        if (s->items->at[i].symbol < SLS_SYMBOL_WORDS || sls_scene_is_count(s, i) ||
            sls_scene_is(s, i, SLS_C_NEGATION) || sls_scene_is(s, i, SLS_C_MODAL) ||
            sls_scene_tells(s, i, SLS_T_ONE) || sls_scene_is(s, i, SLS_C_SPEECH))
            break;
    }
    return SIZE_MAX;
}

bool sls_single_pair_at(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    const size_t begin = sls_sentence_begin(s->items, at);

    if (sls_scene_lang(s, at) == SLS_LANG_ID || sls_voice_is(s, at, "object") ||
        sls_voice_is(s, at, "none") || sls_voice_is(s, at, "adverb") ||
        (!sls_voice_is(s, at, "subject") && !sls_voice_is_passive(s, at, begin)))
        return false;
    const size_t joint = joint_before(s, at, begin);
    const size_t one = joint == SIZE_MAX ? SIZE_MAX : sls_chain_one_before(s, joint, begin);

    if (one == SIZE_MAX ||
        (one > begin && (sls_scene_is_and(s, one - 1) || sls_scene_tells(s, one - 1, SLS_T_OF) ||
                         s->items->at[one - 1].symbol == ',')))
        return false;
    *first = one;
    *last = at - 1;
    while (*last > joint + 1 &&
           s->items->at[*last].traits & (SLS_TRAIT(MANY) | SLS_TRAIT(BE))) /* "were" */
        --*last;
    return true;
}
