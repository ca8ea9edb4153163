#include "extract/claim/chain.h"

#include "extract/claim/voice.h"

enum {
    LEFT = 4,   /* items of one more, over hedges and articles */
    PLACE = 10, /* items of where one more was: "and a woman at the bar" */
    OWN = 20,   /* items from those killed to the death of who killed them ... */
    THEN = 3    /* ... and from "then" to it: "then the gunman killed himself" */
};

/* Whether the counts around comma `i` are a headline's whole subject: "2 adults, 6 children dead".
 */
static bool joins_in_headline(const sls_scene *s, size_t i, size_t end)
{
    const size_t begin = sls_sentence_begin(s->items, i);

    if (i == begin || s->items->at[i].symbol != ',' || i + 1 >= end ||
        !sls_scene_is_count(s, i + 1) || !sls_scene_is_count(s, i - 1))
        return false;
    const sls_reading *a = &s->readings->at[s->reading_of[i - 1]];
    const sls_reading *b = &s->readings->at[s->reading_of[i + 1]];
    const bool opens = a->first == begin || s->items->at[a->first - 1].symbol == ':';
    return opens && sls_has(a, SLS_G_noun) && sls_has(b, SLS_G_noun) && b->last + 1 < end &&
           sls_scene_is(s, b->last + 1, SLS_C_ROLE) && sls_scene_lang(s, i) != SLS_LANG_ID;
}

bool sls_chain_joins(const sls_scene *s, size_t i, size_t end)
{
    for (size_t steps = 0; i + 1 < end && steps < SLS_CHAIN; steps++) {
        if (sls_scene_is_and(s, i))
            return sls_scene_is_count(s, sls_chain_behind(s, i));
        if (joins_in_headline(s, i, end) || s->items->at[i].symbol != ',' ||
            !sls_scene_is_count(s, i + 1))
            return joins_in_headline(s, i, end);
        i = s->readings->at[s->reading_of[i + 1]].last + 1;
    }
    return false;
}

size_t sls_chain_one_behind(const sls_scene *s, size_t i, size_t end)
{
    if (i + 1 >= end || !sls_scene_tells(s, i + 1, SLS_T_ARTICLE_ONE))
        return SIZE_MAX;
    size_t limit = i + 1 + LEFT;
    for (size_t k = i + 2; k < end && k <= limit; k++) {
        if (sls_scene_is_age(s, k)) { /* "four adults and a 3-year-old were shot" */
            limit += s->readings->at[s->reading_of[k]].last - k;
            k = s->readings->at[s->reading_of[k]].last;
            continue;
        }
        if (s->items->at[k].symbol == ',')
            break;
        if (sls_scene_is(s, k, SLS_C_ROLE) || sls_scene_tells(s, k, SLS_T_MANY))
            return k - 1;
    }
    return SIZE_MAX;
}

/* Whether a verb, or what goes with one, stands at item `i`. */
static bool is_verbal(const sls_scene *s, size_t i)
{
    return s->items->at[i].traits &
               (SLS_VOICES | SLS_TRAIT(ONE) | SLS_TRAIT(MANY) | SLS_TRAIT(BE)) ||
           sls_scene_is(s, i, SLS_C_ROLE) || sls_scene_is(s, i, SLS_C_SPEECH) ||
           sls_scene_is(s, i, SLS_C_MODAL);
}

/*
 * Whether the clause ends with item `k` or where that was: "a woman at the bar" is no object if
 * she does something there.
 */
static bool ends_with_place(const sls_scene *s, size_t k, size_t end)
{
    const size_t limit = k + 1 + PLACE;

    if (k + 1 >= end || s->items->at[k + 1].symbol < SLS_SYMBOL_WORDS)
        return true;
    if (!sls_scene_tells(s, k + 1, SLS_T_IN) && !sls_scene_tells(s, k + 1, SLS_T_AT))
        return false;
    for (size_t i = k + 2; i <= limit; i++) {
        if (i >= end || s->items->at[i].symbol < SLS_SYMBOL_WORDS ||
            (sls_scene_is_and(s, i) && i + 1 < end && sls_scene_is(s, i + 1, SLS_C_ROLE)))
            return true;
        if (is_verbal(s, i) ||
            (s->items->at[i].shape & SLS_SHAPED(LOWER) && s->items->at[i].set == 0 &&
             !sls_scene_is_article(s, i - 1) && !sls_scene_tells(s, i - 1, SLS_T_IN) &&
             !sls_scene_tells(s, i - 1, SLS_T_AT)))
            return false; /* a word that is not known may be her verb */
    }
    return false;
}

/*
 * "The blast injured two men and a 10-year-old girl in a car": one more behind the "and" at item
 * `i`, where nothing is said of her alone; her last item, or SIZE_MAX.
 */
static size_t one_of_objects(const sls_scene *s, size_t i, size_t end)
{
    if (i + 1 >= end || !sls_scene_tells(s, i + 1, SLS_T_ARTICLE_ONE))
        return SIZE_MAX;
    size_t limit = i + 1 + LEFT;
    for (size_t k = i + 2; k < end && k <= limit; k++) {
        if (sls_scene_is_age(s, k)) {
            limit += s->readings->at[s->reading_of[k]].last - k;
            k = s->readings->at[s->reading_of[k]].last;
            if (k + 1 >= end || s->items->at[k + 1].symbol < SLS_SYMBOL_WORDS)
                return k;
            continue;
        }
        if (sls_scene_tells(s, k, SLS_T_SINGULAR))
            return ends_with_place(s, k, end) ? k : SIZE_MAX;
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || sls_scene_is_count(s, k))
            break;
    }
    return SIZE_MAX;
}

/* "his daughter", "the gunman": item `k` determines a noun before item `i` that stands for one. */
static bool is_the_one(const sls_scene *s, size_t k, size_t i)
{
    if (!sls_scene_is_article(s, k))
        return false;
    for (size_t n = k + 1; n < i; n++)
        if (sls_scene_tells(s, n, SLS_T_SINGULAR))
            return true;
    return false;
}

/* "left him and his two daughters dead", "he and three others were shot" */
static bool is_him(const sls_scene *s, size_t i)
{
    return sls_voice_is(s, i, "object-pronoun") || sls_voice_is(s, i, "pronoun");
}

size_t sls_chain_one_before(const sls_scene *s, size_t i, size_t begin)
{
    if (i == begin)
        return SIZE_MAX;
    if (sls_scene_is_person(s, i - 1)) {
        const size_t first = s->readings->at[s->reading_of[i - 1]].first;

        return first > begin && s->items->at[first - 1].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT))
                   ? SIZE_MAX /* "west on Wilson and one wounded man" */
                   : first;
    }
    if (is_him(s, i - 1))
        return i - 1;
    for (size_t k = i; k-- > begin && k + LEFT >= i;) {
        if (sls_scene_tells(s, k, SLS_T_ARTICLE_ONE) || is_the_one(s, k, i))
            return k;
        if (sls_scene_is_age(s, k)) { /* "a 16-year-old and two children" */
            k = i = s->readings->at[s->reading_of[k]].first;
            if (k == begin)
                return k; /* a headline's: "3-year-old and four adults shot" */
            continue;
        }
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || sls_scene_is_count(s, k) ||
            sls_scene_is(s, k, SLS_C_ROLE) || sls_scene_is(s, k, SLS_C_SPEECH))
            break;
    }
    return SIZE_MAX;
}

/* Whether a single noun before comma `i` is one more of a headline's: "Woman, 2 children dead". */
static bool is_one_in_headline(const sls_scene *s, size_t i, size_t last, size_t begin, size_t end)
{
    return i > begin && s->items->at[i].symbol == ',' &&
           sls_scene_tells(s, i - 1, SLS_T_SINGULAR) && last + 1 < end &&
           (sls_scene_is(s, last + 1, SLS_C_ROLE) ||
            (last + 2 < end && sls_scene_is(s, last + 2, SLS_C_ROLE))) &&
           sls_scene_lang(s, i) != SLS_LANG_ID;
}

/* How many stand in items from..to: a couple are two. */
static size_t ones(const sls_scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (sls_str_eq(sls_scene_value(s, i, SLS_C_NOUN), SLS_STR("couple")))
            return 2;
    return 1;
}

/* "two boys, ages 7 and 10, and two men": the item behind the count before ages, or `joint`. */
static size_t before_ages(const sls_scene *s, size_t joint, size_t begin)
{
    size_t i = joint;
    bool aged = false;

    while (i > begin + 1 && (s->items->at[i - 1].symbol == ',' || sls_scene_is_and(s, i - 1) ||
                             sls_scene_is_age(s, i - 1))) {
        aged = aged || sls_scene_is_age(s, i - 1);
        i--;
    }
    return aged && sls_scene_is_count(s, i - 1) ? i : joint;
}

/* ... and the "and" behind such ages that follow comma `joint`, or `joint`. */
static size_t behind_ages(const sls_scene *s, size_t joint, size_t end)
{
    size_t i = joint + 1;

    if (i >= end || s->items->at[joint].symbol != ',' || !sls_scene_is_age(s, i))
        return joint;
    while (i < end && (sls_scene_is_age(s, i) || sls_scene_is_and(s, i)))
        i++;
    return i + 1 < end && s->items->at[i].symbol == ',' && sls_scene_is_and(s, i + 1) ? i + 1
                                                                                      : joint;
}

/* "A grandfather, his daughter and six grandchildren": a list goes on before one's kin. */
static bool goes_on(const sls_scene *s, size_t joint, const sls_chain *chain)
{
    return s->items->at[joint].symbol == ',' && chain->singles > 0 &&
           sls_scene_is_article(s, chain->first) &&
           !sls_scene_tells(s, chain->first, SLS_T_ARTICLE_ONE);
}

static bool add_member(const sls_scene *s, size_t i, sls_chain *out)
{
    if (out->count == SLS_CHAIN)
        return false;
    out->reading[out->count++] = (size_t)s->reading_of[i];
    return true;
}

/* Takes what stands before the chain: counts, and single persons that "and" joins. */
static void take_before(const sls_scene *s, size_t begin, size_t end, sls_chain *out)
{
    while (out->first > begin) {
        size_t joint = out->first - 1;

        if (joint > begin && sls_scene_is_article(s, joint))
            joint--; /* "and her two children" */
        if (!sls_scene_is_and(s, joint) && s->items->at[joint].symbol != ',')
            break;
        if (sls_scene_is_and(s, joint) && before_ages(s, joint, begin) != joint &&
            add_member(s, before_ages(s, joint, begin) - 1, out)) {
            out->first = s->readings->at[out->reading[out->count - 1]].first;
            continue;
        }
        if (joint > begin && sls_scene_is_count(s, joint - 1) &&
            (joint + 1 < out->first || sls_chain_joins(s, joint, end)) &&
            add_member(s, joint - 1, out)) {
            out->first = s->readings->at[s->reading_of[joint - 1]].first;
            continue;
        }
        if ((sls_scene_is_and(s, joint) || goes_on(s, joint, out)) &&
            sls_chain_one_before(s, joint, begin) != SIZE_MAX) {
            out->first = sls_chain_one_before(s, joint, begin);
            out->singles += ones(s, out->first, joint);
            continue;
        }
        if (is_one_in_headline(s, joint, out->last, begin, end)) {
            out->first = joint - 1;
            out->singles++;
        }
        break;
    }
}

/* Whether the verb stands right before the chain: "killing two men". */
static bool is_object(const sls_scene *s, const sls_chain *chain)
{
    const size_t begin = sls_sentence_begin(s->items, chain->first);

    return chain->first > begin && sls_scene_is(s, chain->first - 1, SLS_C_ROLE) &&
           !sls_voice_is(s, chain->first - 1, "subject");
}

/* ... and behind it. */
static void take_behind(const sls_scene *s, size_t end, sls_chain *out)
{
    while (out->last + 1 < end &&
           (sls_scene_is_and(s, out->last + 1) || s->items->at[out->last + 1].symbol == ',')) {
        const size_t joint = behind_ages(s, out->last + 1, end);

        if (sls_chain_joins(s, joint, end) && add_member(s, sls_chain_behind(s, joint), out)) {
            out->last = s->readings->at[out->reading[out->count - 1]].last;
            continue;
        }
        if (!sls_scene_is_and(s, joint))
            break;
        size_t one = sls_chain_one_behind(s, joint, end);
        if (one == SIZE_MAX && is_object(s, out))
            one = one_of_objects(s, joint, end);
        if (one == SIZE_MAX)
            break;
        out->last = one;
        out->singles++;
    }
}

/* "kills two, then himself": the item of "himself", or `last`. */
static size_t self_behind(const sls_scene *s, size_t last, size_t end)
{
    size_t i = last + 1;

    i += i < end && s->items->at[i].symbol == ',';
    return i < end && sls_item_says(&s->items->at[i], SLS_C_LITERAL, "self") ? i : last;
}

/* Whether item `i` says that what follows came first, or all at once: "after he killed himself". */
static bool is_told_within(const sls_scene *s, size_t i)
{
    const sls_item *item = &s->items->at[i];

    return item->traits & (SLS_TRAIT(AFTER) | SLS_TRAIT(OPENS)) ||
           sls_item_says(item, SLS_C_APPOSITION, "as") ||
           (item->symbol < SLS_SYMBOL_WORDS && item->symbol != ',');
}

/*
 * Whether what goes on to tell of a death at item `i` may deny it, or leave it open: "and did not",
 * "may have", "before trying to".
 */
static bool is_left_open(const sls_scene *s, size_t i)
{
    return sls_scene_is(s, i, SLS_C_NEGATION) || sls_voice_is(s, i, "nobody") ||
           sls_voice_is(s, i, "nothing") || sls_scene_tells(s, i, SLS_T_PLANNED) ||
           sls_item_says(&s->items->at[i], SLS_C_MODAL, "denied") ||
           sls_item_says(&s->items->at[i], SLS_C_MODAL, "conditional") ||
           sls_item_says(&s->items->at[i], SLS_C_CLAUSE, "tries") ||
           sls_item_says(&s->items->at[i], SLS_C_EVENT, "threaten") ||
           sls_item_says(&s->items->at[i], SLS_C_STANCE, "succeed-");
}

/* Whether item `i` tells that the subject is not who killed: "his brother", "a survivor". */
static bool is_somebody_else(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_ARTICLE_ONE) ||
           sls_item_says(&s->items->at[i], SLS_C_LITERAL, "his") ||
           sls_item_says(&s->items->at[i], SLS_C_LITERAL, "possessive") ||
           sls_item_says(&s->items->at[i], SLS_C_CLAUSE, "other");
}

/* Whether "then" or "before", a comma or "and" stands before item `i`, over its subject. */
static bool is_told_next(const sls_scene *s, size_t i, size_t last)
{
    size_t limit = THEN;
    bool then = false;

    for (size_t k = i; k-- > last + 1 && k + limit >= i;) {
        if (s->items->at[k].symbol == ',' || sls_scene_is_and(s, k) ||
            s->items->at[k].traits & SLS_TRAIT(BEFORE))
            return true;
        if (is_somebody_else(s, k))
            return false;
        if (sls_item_says(&s->items->at[k], SLS_C_CLAUSE, "then")) {
            then = true;
            limit += i - k; /* "a neighbour then killed himself" */
        }
        if (sls_scene_is(s, k, SLS_C_EVENT))
            break;
    }
    return then;
}

/* "Turned the gun on himself but survived": whether that is told behind item `i`. */
static bool is_survived(const sls_scene *s, size_t i, size_t end)
{
    for (size_t k = i + 1; k < end && k <= i + OWN; k++)
        if (sls_item_says(&s->items->at[k], SLS_C_STANCE, "alive+") ||
            sls_item_says(&s->items->at[k], SLS_C_ROLE, "critical") ||
            sls_item_says(&s->items->at[k], SLS_C_ROLE, "stable"))
            return true;
    return false;
}

/* "Shot seven people dead before killing himself": the item that tells it, or `last`. */
static size_t own_death_behind(const sls_scene *s, size_t last, size_t end)
{
    bool dated = false;

    for (size_t i = last + 1; i < end && i <= last + OWN; i++) {
        if (sls_item_says(&s->items->at[i], SLS_C_LITERAL, "own-death"))
            /* "killed two in 2010 and himself in 2012": of another day */
            return is_told_next(s, i, last) && !sls_voice_is_passive(s, i, last + 1) &&
                           (!dated || sls_scene_tells(s, i - 1, SLS_T_BEFORE)) &&
                           !is_survived(s, i, end)
                       ? i
                       : last;
        if (sls_voice_is(s, i, "including"))
            while (i + 1 < end && s->items->at[i].symbol != ',')
                i++; /* "seven dead, including two of his kin, before" */
        if (is_told_within(s, i) || is_left_open(s, i))
            break;
        dated = dated || sls_scene_reads(s, i, SLS_READ(DATE));
    }
    return last;
}

size_t sls_chain_own_death(const sls_scene *s, size_t *last, size_t end)
{
    const size_t self = self_behind(s, *last, end);
    const size_t told = self > *last ? self : own_death_behind(s, *last, end);
    const bool one = told > *last;

    *last = told;
    return one;
}

bool sls_chain_of(const sls_scene *s, size_t first, size_t last, bool dead, sls_chain *out)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const size_t end = sls_sentence_end(s->items, last);

    *out = (sls_chain){ .first = first, .last = last };
    if (!add_member(s, first, out))
        return false;
    take_before(s, begin, end, out);
    take_behind(s, end, out);
    if (dead) {
        out->singles += sls_chain_own_death(s, &out->last, end);
    } else {
        const size_t self = self_behind(s, out->last, end);

        out->singles += self > out->last;
        out->last = self;
    }
    return out->count + out->singles > 1;
}
