#include "extract/claim/role.h"

#include "extract/claim/aside.h"
#include "extract/claim/beside.h"
#include "extract/claim/chain.h"
#include "extract/claim/partial.h"
#include "extract/claim/voice.h"

enum {
    RIGHT = 9,  /* items from a count to what befell those it counts ... */
    LEFT = 4,   /* ... and back, over hedges and articles */
    ASIDE = 14, /* items that a parenthesis between may have */
    TOLL = 12   /* from "mencapai" back to what is counted */
};

static bool is_unknown(sls_str unit)
{
    return sls_lexicon_attribute(SLS_C_NOUN, unit, "noun").len == 0 &&
           sls_lexicon_attribute(SLS_C_UNIT, unit, "unit").len == 0;
}

static sls_str counts(sls_str role)
{
    return sls_lexicon_attribute(SLS_C_ROLE, role, "counts");
}

bool sls_role_lives(sls_str unit)
{
    return sls_lexicon_is_a(unit, SLS_STR("person")) || sls_lexicon_is_a(unit, SLS_STR("animal"));
}

bool sls_role_is_of_the_living(sls_str role_or_event)
{
    return counts(role_or_event).len > 0;
}

/* The item behind the parenthesis that begins at punctuation `i`, or `i`: ", including a boy," */
static size_t behind_aside(const sls_scene *s, size_t i, size_t end)
{
    const uint16_t open = s->items->at[i].symbol;
    const uint16_t close = open == '(' ? ')' : open;

    if (open == ',' && i + 1 < end && sls_scene_is_age(s, i + 1)) {
        size_t k = i + 1; /* "two boys, ages 7 and 10, and" */

        while (k < end && (sls_scene_is_age(s, k) || sls_scene_is_and(s, k)))
            k++;
        return k < end && s->items->at[k].symbol == ',' ? k + 1 : i;
    }
    if (open == ',' && (i + 1 >= end || !(sls_voice_is(s, i + 1, "including")))) {
        const size_t places = sls_aside_places(s, i, end);

        return places > i ? places + 1 : i;
    }
    for (size_t k = i + 1; k < end && k <= i + ASIDE; k++)
        if (s->items->at[k].symbol == close)
            return k + 1;
    return i;
}

/*
 * "Four people suffered non-life threatening injuries", "were found with gunshot wounds": what noun
 * `i` says of who stands before the word that has it as its object; "" where there is none.
 */
static sls_str suffered(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t k = i; k-- > begin && k + LEFT + 2 >= i;) {
        if (sls_voice_is(s, k, "suffers"))
            return k > begin && sls_scene_is(s, k - 1, SLS_C_NEGATION)
                       ? (sls_str){ 0 }
                       : sls_scene_value(s, i, SLS_C_ROLE);
        if ((s->items->at[k].symbol < SLS_SYMBOL_WORDS && s->items->at[k].symbol != '-') ||
            sls_scene_is_person(s, k) || sls_scene_is(s, k, SLS_C_SPEECH) ||
            sls_scene_is(s, k, SLS_C_NEGATION))
            break;
    }
    return (sls_str){ 0 };
}

/* What verb or adjective `i` says of a count before it; "" with *stop when it ends the search. */
static sls_str said_before(const sls_scene *s, size_t i, size_t begin, size_t end, bool *stop)
{
    const sls_str role = sls_scene_value(s, i, SLS_C_ROLE);

    *stop = true;
    if (role.len == 0) {
        const sls_str after = i > begin ? sls_scene_value(s, i - 1, SLS_C_LITERAL) : role;

        /* a verb of its own; behind a preposition or an article it is a noun */
        if (i + 1 < end && sls_scene_is(s, i + 1, SLS_C_ROLE)) {
            *stop = false; /* "dilaporkan tewas": reported dead */
            return role;
        }
        if (sls_voice_is(s, i, "suffers")) {
            *stop = false;
            return role;
        }
        *stop = sls_scene_is(s, i, SLS_C_SPEECH) ||
                (sls_scene_is(s, i, SLS_C_EVENT) && after.len == 0 &&
                 !(i > begin && sls_scene_is_article(s, i - 1)));
        return (sls_str){ 0 };
    }
    if (sls_voice_is(s, i, "none")) {
        *stop = false;
        return suffered(s, i, begin);
    }
    if (sls_voice_is(s, i, "object") ||
        (sls_voice_is(s, i, "adverb") && !sls_scene_is_count(s, i - 1)))
        return (sls_str){ 0 };
    if (!sls_voice_is(s, i, "subject") && !sls_voice_is(s, i, "single") &&
        !sls_voice_is_passive(s, i, begin) && sls_voice_has_object(s, i, end))
        return (sls_str){ 0 };
    return role;
}

/* A comma, a bracket, or another mark before "including". */
static bool opens_aside(const sls_scene *s, size_t i, size_t end)
{
    const uint16_t symbol = s->items->at[i].symbol;

    return symbol == ',' || symbol == '(' ||
           (symbol < SLS_SYMBOL_WORDS && i + 1 < end && sls_voice_is(s, i + 1, "including"));
}

static sls_str role_right(const sls_scene *s, size_t first, size_t last, bool bare, bool joined)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const size_t end = sls_sentence_end(s->items, last);
    size_t chain = 0, limit = last + RIGHT;

    if (!sls_sentence_has(s->items, last, SLS_BIT(SLS_C_ROLE)))
        return (sls_str){ 0 };
    for (size_t i = last + 1; i < end && i <= limit; i++) {
        const uint16_t symbol = s->items->at[i].symbol;
        bool stop;
        sls_str role;

        if (sls_scene_is_and(s, i) ||
            (symbol == ',' && i + 1 < end && sls_scene_is_count(s, i + 1))) {
            const bool and = joined && sls_scene_is_and(s, i);
            const size_t one = and? sls_chain_one_behind(s, i, end) : SIZE_MAX;

            if (one != SIZE_MAX && ++chain <= SLS_CHAIN) { /* "and a man" */
                i = one;
                limit = i + RIGHT;
                continue;
            }
            if (!joined || !sls_chain_joins(s, i, end) || ++chain > SLS_CHAIN)
                break; /* what follows is said of something else */
            i = s->readings->at[s->reading_of[sls_chain_behind(s, i)]].last;
            limit = i + RIGHT;
            continue;
        }
        if (opens_aside(s, i, end)) {
            const size_t behind = sls_ends_clause(s, i) ? behind_aside(s, i, end) : i + 1;

            if (behind == i || bare)
                break;
            limit += behind - i;
            i = behind - 1;
            continue;
        }
        if (symbol < SLS_SYMBOL_WORDS || sls_scene_is_count(s, i) ||
            sls_beside_is_of_another(s, i, last) || sls_scene_tells(s, i, SLS_T_OF) ||
            (bare && !sls_voice_is_close(s, i)))
            break;
        if (sls_voice_is(s, i, "pronoun") && i + 1 < end &&
            (sls_scene_is(s, i + 1, SLS_C_ROLE) ||
             s->items->at[i + 1].traits & (SLS_TRAIT(ONE) | SLS_TRAIT(MANY) | SLS_TRAIT(BE))))
            break; /* "injuring nine people before he was killed" */
        role = said_before(s, i, begin, end, &stop);
        if (role.len > 0 || stop)
            return role;
    }
    return (sls_str){ 0 };
}

/* A noun that says what befell those counted: "korban tewas mencapai 43", "the death toll". */
static bool is_toll(const sls_scene *s, size_t i)
{
    const sls_str noun = sls_scene_value(s, i, SLS_C_NOUN);

    return sls_role_is_of_the_living(noun) && sls_role_lives(noun) && !sls_scene_is_count(s, i);
}

/* Hedges, articles and "another" between a verb and what it counts. */
static bool is_filler(const sls_scene *s, size_t i)
{
    return (sls_scene_is(s, i, SLS_C_HEDGE) || sls_scene_is(s, i, SLS_C_STOP) ||
            sls_scene_is_article(s, i) || sls_voice_is(s, i, "reach")) &&
           !sls_scene_is_and(s, i) && !sls_voice_is(s, i, "object-pronoun") &&
           !sls_scene_tells(s, i, SLS_T_OPENS); /* "shot while two were playing" */
}

/* The toll that is subject of verb `i`: "korban tewas akibat gempa di Cianjur mencapai". */
static sls_str toll_before(const sls_scene *s, size_t i, size_t begin)
{
    const size_t least = i > begin + TOLL ? i - TOLL : begin;

    while (i-- > least && s->items->at[i].symbol >= SLS_SYMBOL_WORDS && !sls_scene_is_count(s, i) &&
           !sls_scene_is_and(s, i) && !sls_scene_is(s, i, SLS_C_SPEECH)) {
        if (is_toll(s, i))
            return sls_scene_value(s, i, SLS_C_NOUN);
        if (sls_role_is_of_the_living(sls_scene_value(s, i, SLS_C_ROLE)) && i > begin &&
            (sls_scene_tells(s, i - 1, SLS_T_THAT) ||
             sls_role_lives(sls_scene_value(s, i - 1, SLS_C_NOUN))))
            return sls_scene_value(s, i, SLS_C_ROLE);
    }
    return (sls_str){ 0 };
}

/* "shot at a dozen people": they were aimed at. */
static bool is_aim(const sls_scene *s, size_t i, size_t begin)
{
    return i > begin && sls_scene_is(s, i - 1, SLS_C_ROLE) &&
           (sls_scene_tells(s, i, SLS_T_AT) || sls_item_says(&s->items->at[i], SLS_C_CLOCK, "at"));
}

static sls_str role_left(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const bool inverts = sls_scene_lang(s, first) == SLS_LANG_ID;
    size_t chain = 0, limit = first;

    if (!sls_sentence_has(s->items, first, SLS_BIT(SLS_C_ROLE) | SLS_BIT(SLS_C_NOUN)))
        return (sls_str){ 0 };
    for (size_t i = first; i-- > begin && i + LEFT >= limit;) {
        const uint16_t symbol = s->items->at[i].symbol;

        if (i > begin && sls_scene_is_count(s, i - 1) &&
            sls_chain_joins(s, i, sls_sentence_end(s->items, i)) && chain++ < SLS_CHAIN) {
            i = s->readings->at[s->reading_of[i - 1]].first;
            limit = i;
            continue;
        }
        if (sls_scene_is(s, i, SLS_C_ROLE)) {
            const bool before = sls_voice_is(s, i, "subject") || sls_voice_is(s, i, "none");

            if (inverts ? sls_voice_is(s, i, "none") && chain > 0
                        : before ||
                              (!sls_voice_is(s, i, "object") && sls_voice_is_passive(s, i, begin)))
                break; /* "is accused of killing two" has them as its object */
            return sls_scene_value(s, i, SLS_C_ROLE);
        }
        if (sls_scene_tells(s, i, SLS_T_OF) && i > begin && sls_scene_is(s, i - 1, SLS_C_ROLE))
            return sls_scene_value(s, i - 1, SLS_C_ROLE);
        if (is_toll(s, i))
            return sls_scene_value(s, i, SLS_C_NOUN);
        if (sls_voice_is(s, i, "reach") ||
            (!inverts && i + 1 == first && sls_scene_is(s, i, SLS_C_TO))) {
            const sls_str toll = toll_before(s, i, begin);

            if (toll.len > 0)
                return toll; /* "bringing the death toll to 350" */
        }
        if (!inverts && sls_scene_is_and(s, i) && chain++ < SLS_CHAIN) {
            const size_t one = sls_chain_one_before(s, i, begin);

            if (one != SIZE_MAX) {
                limit = i = one; /* "killed his wife and two children" */
                continue;
            }
        }
        if (symbol < SLS_SYMBOL_WORDS || !is_filler(s, i) || is_aim(s, i, begin) ||
            (inverts && sls_scene_tells(s, i, SLS_T_IN)))
            break; /* "pelamar di 76 instansi" */
    }
    return (sls_str){ 0 };
}

bool sls_role_is_whole(const sls_scene *s, size_t first, size_t last)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    size_t of = first;

    if (sls_scene_lang(s, first) != SLS_LANG_ID || first < begin + 2 ||
        sls_scene_tells(s, last + 1, SLS_T_THAT))
        return false;
    of -= sls_item_says(&s->items->at[of - 1], SLS_C_CLAUSE, "number"); /* dari total 6 */
    of--;
    return of > begin && sls_item_says(&s->items->at[of], SLS_C_LITERAL, "of") &&
           (sls_scene_is_count(s, of - 1) || sls_scene_is(s, of - 1, SLS_C_ROLE));
}

const sls_reading *sls_role_whole(const sls_scene *s, size_t last)
{
    const size_t end = sls_sentence_end(s->items, last);
    size_t whole = last + 2;

    if (whole >= end || !sls_item_says(&s->items->at[last + 1], SLS_C_LITERAL, "of"))
        return NULL;
    whole += sls_scene_is_article(s, whole); /* "seven of the 12 jurors" */
    whole += sls_item_says(&s->items->at[whole], SLS_C_CLAUSE, "number");
    return whole < end && sls_scene_is_count(s, whole) ? &s->readings->at[s->reading_of[whole]]
                                                       : NULL;
}

/* "None of the other eight people were injured": of those it did not befall one. */
static bool is_of_none(const sls_scene *s, size_t first, size_t begin)
{
    for (size_t i = first; i-- > begin && i + LEFT >= first;) {
        if (sls_scene_tells(s, i, SLS_T_OF))
            return i > begin && sls_scene_is(s, i - 1, SLS_C_NEGATION);
        if (!is_filler(s, i))
            return false;
    }
    return false;
}

/* Whether a number belongs to what stands before it: "News 8", "one of five", "under 15". */
static bool is_bound(const sls_scene *s, size_t first, bool bare)
{
    const size_t begin = sls_sentence_begin(s->items, first);

    if (first == begin)
        return false;
    if (is_of_none(s, first, begin))
        return true;
    if (first > begin + 2 && sls_scene_is_article(s, first - 1) &&
        sls_scene_tells(s, first - 2, SLS_T_OF) && sls_scene_is_count(s, first - 3))
        return true; /* "three of the five victims died" */
    if (sls_scene_tells(s, first - 1, SLS_T_OF) && !sls_scene_is(s, first - 1, SLS_C_IDIOM))
        return first - 1 > begin && (sls_scene_is_count(s, first - 2) ||
                                     sls_scene_tells(s, first - 2, SLS_T_ONE) || bare);
    return bare && (sls_scene_tells(s, first - 1, SLS_T_ARTICLE_ONE) ||
                    ((s->items->at[first - 1].shape & SLS_SHAPED(CAP) ||
                      sls_scene_is(s, first - 1, SLS_C_NOUN)) &&
                     first - 1 > begin && !sls_scene_is(s, first - 1, SLS_C_ROLE)));
}

/* "One of five victims dies", but "one of five men shot": it befell the one. */
static bool is_of_one(const sls_scene *s, size_t first, size_t last)
{
    return first > sls_sentence_begin(s->items, first) && sls_scene_is(s, first - 1, SLS_C_IDIOM) &&
           sls_scene_tells(s, first - 1, SLS_T_OF) &&
           (!sls_scene_is(s, last + 1, SLS_C_ROLE) || sls_voice_is(s, last + 1, "subject") ||
            sls_voice_is(s, last + 1, "single"));
}

/* Whether a bare number goes on as something else than a count: 8 p.m., 2:45, 20s, 18-year. */
static bool is_measured(const sls_scene *s, size_t last, size_t end)
{
    const uint64_t others = SLS_BIT(SLS_C_DAYPART) | SLS_BIT(SLS_C_CLOCK) | SLS_BIT(SLS_C_UNIT) |
                            SLS_BIT(SLS_C_ZONE) | SLS_BIT(SLS_C_MONTH) | SLS_BIT(SLS_C_CURRENCY);
    const uint16_t symbol = last + 1 < end ? s->items->at[last + 1].symbol : SLS_SYMBOL_BOUNDARY;

    if (symbol == SLS_SYMBOL_BOUNDARY)
        return false;
    return (symbol >= SLS_SYMBOL_WORDS && !sls_voice_is_close(s, last + 1) &&
            !sls_scene_is_and(s, last + 1)) ||
           symbol == ':' || symbol == '-' || symbol == '/' || s->items->at[last + 1].set & others ||
           sls_str_eq(sls_scene_value(s, last + 1, SLS_C_LITERAL), SLS_STR("s"));
}

/* "killed three of his five victims on the campus": noun `i` says that it befell all of them. */
static bool names_all(const sls_scene *s, size_t i)
{
    const sls_str noun = sls_scene_value(s, i, SLS_C_NOUN);

    return sls_scene_lang(s, i) == SLS_LANG_EN &&
           (sls_str_eq(noun, SLS_STR("victim")) ||
            (sls_role_is_of_the_living(noun) && sls_role_lives(noun)));
}

/*
 * "Lima dari 6 korban tewas", "menangkap dua dari tiga orang yang dicari": what befell the part
 * that begins at `first`, of the whole that ends at `last`.
 */
static sls_str role_of_part(const sls_scene *s, size_t first, size_t last)
{
    sls_str role = { 0 };

    if (!sls_scene_tells(s, last + 1, SLS_T_THAT))
        role = role_right(s, first, last, false, false);
    if (sls_role_is_of_the_living(role))
        return role;
    role = role_left(s, first);
    return role.len > 0 && names_all(s, last) ? SLS_STR("partial") : role;
}

/* "308 of them are missing": the last of those words, or `last`. */
static size_t behind_them(const sls_scene *s, size_t last, size_t end)
{
    const size_t them = last + 2;

    if (them < end && sls_scene_lang(s, last) != SLS_LANG_ID &&
        sls_scene_tells(s, last + 1, SLS_T_OF) &&
        sls_scene_is_article(s, them)) /* "two of the shooting victims" */
        for (size_t i = them + 1; i < end && i <= them + 2 && s->reading_of[i] < 0; i++)
            if (sls_scene_is(s, i, SLS_C_NOUN) &&
                sls_role_lives(sls_scene_value(s, i, SLS_C_NOUN)) &&
                !sls_scene_is(s, i + 1, SLS_C_NOUN))
                return i;
    return them < end && sls_scene_tells(s, last + 1, SLS_T_OF) && sls_voice_is(s, them, "plural")
               ? them
               : last;
}

/*
 * Whether nothing in the sentence can befall a count: no word of a role stands in it, and no toll
 * before the count. What the unit says itself is another matter.
 */
static bool is_roleless(const sls_scene *s, size_t first)
{
    return !sls_sentence_has(s->items, first, SLS_BIT(SLS_C_ROLE)) && role_left(s, first).len == 0;
}

static sls_str find_role(const sls_scene *s, size_t first, size_t last, sls_str unit)
{
    const bool speaks = sls_role_is_of_the_living(unit) && sls_role_lives(unit);

    if (speaks || is_roleless(s, first))
        return speaks ? unit : (sls_str){ 0 }; /* "tiga korban tewas": the noun says it */
    const size_t end = sls_sentence_end(s->items, last);
    if (sls_scene_is_age(s, last + 1))
        last = sls_scene_reading(s, last + 1)->last; /* "two 16-year-old boys" */
    /* a noun that the lexicon does not know may live, if nothing stands between */
    const bool bare = unit.len == 0 || is_unknown(unit);
    const sls_reading *const whole = sls_role_whole(s, last);
    sls_str role = { 0 };

    if (is_bound(s, first, bare) || is_of_one(s, first, last) || sls_role_is_whole(s, first, last))
        return role;
    if (whole)
        return role_of_part(s, first, whole->last);
    const size_t them = behind_them(s, last, end);
    if (bare && is_measured(s, them, end))
        return role;
    for (size_t i = first; i <= last && role.len == 0; i++)
        if (sls_scene_is(s, i, SLS_C_ROLE) && !sls_scene_is(s, i, SLS_C_CURRENCY)) {
            if (i == last && last + 1 < end && sls_scene_is(s, last + 1, SLS_C_NOUN))
                return role; /* "two wounded soldiers": not all that were wounded */
            role = sls_scene_value(s, i, SLS_C_ROLE);
        }
    if (role.len == 0)
        role = role_right(s, first, them, bare, false);
    if (role.len == 0 || sls_str_eq(role, SLS_STR("carried"))) {
        const sls_str left = role_left(s, first); /* "killing all 189 people aboard" */

        role = left.len > 0 ? left : role;
    }
    if (role.len == 0)
        role = role_right(s, first, last, bare, true);
    if (unit.len > 0 && sls_role_is_of_the_living(role) && !sls_role_lives(unit) &&
        !(bare && sls_str_eq(counts(role), SLS_STR("living"))))
        role = (sls_str){ 0 };
    return role;
}

/* "in shootings", "two Chicago shootings", "weekend Chicago shootings", but "the shootings". */
static bool is_series(const sls_scene *s, size_t i, size_t begin)
{
    const sls_str told = sls_scene_value(s, i, SLS_C_CLAUSE);

    if (!sls_str_eq(told, SLS_STR("happenings")))
        return sls_str_eq(told, SLS_STR("series"));
    if (i > begin && sls_scene_tells(s, i - 1, SLS_T_IN))
        return true;
    for (size_t k = i; k-- > begin && k + LEFT >= i;) {
        if (sls_scene_is(s, k, SLS_C_DATEWORD))
            return true;
        if (sls_scene_is_count(s, k))
            return !sls_scene_is(s, k, SLS_C_ROLE);
        if (!(s->items->at[k].shape & SLS_SHAPED(CAP)) && !sls_scene_is(s, k, SLS_C_NOUN))
            return false;
    }
    return false;
}

/*
 * "Four people were killed in separate shootings": the toll of a weekend is none of the happenings
 * that it is made of.
 */
static sls_str of_series(const sls_scene *s, size_t first, sls_str role)
{
    const sls_str several = sls_lexicon_attribute(SLS_C_ROLE, role, "several");
    const size_t begin = sls_sentence_begin(s->items, first),
                 end = sls_sentence_end(s->items, first);

    for (size_t i = begin; several.len > 0 && i < end; i++)
        if (s->items->at[i].set & SLS_BIT(SLS_C_CLAUSE) && is_series(s, i, begin))
            return several;
    return role;
}

sls_str sls_role_of(const sls_scene *s, size_t first, size_t last, sls_str unit)
{
    sls_surroundings *kept = s->around;

    if (!unit.ptr || kept->count.unit.ptr != unit.ptr || kept->count.unit.len != unit.len ||
        kept->count.first != first || kept->count.last != last) {
        const sls_str role = sls_partial_role(s, first, last, find_role(s, first, last, unit));

        kept->count.role = of_series(s, first, role);
        kept->count.unit = unit;
        kept->count.first = first;
        kept->count.last = last;
    }
    return kept->count.role;
}
