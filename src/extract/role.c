#include "extract/role.h"

enum {
    RIGHT = 9,  /* items from a count to what befell those it counts ... */
    LEFT = 4,   /* ... and back, over hedges and articles */
    ASIDE = 14, /* items that a parenthesis between may have */
    CHAIN = SLS_CHAIN,
    SUBJECT = 8, /* items from a verb back to its subject */
    TOLL = 12    /* and from "mencapai" back to what is counted */
};

static bool voiced(const sls_scene *s, size_t i, const char *what)
{
    return sls_str_eq(sls_scene_value(s, i, SLS_C_VOICE), sls_str_of(what));
}

static bool is_indonesian(const sls_scene *s, size_t i)
{
    return s->items->document->lang_of[s->items->at[i].sentence] == SLS_LANG_ID;
}

static bool is_count(const sls_scene *s, size_t i)
{
    const sls_reading *r = s->reading_of[i] >= 0 ? &s->readings->at[s->reading_of[i]] : NULL;

    return r && (sls_reading_is(r, "number") ||
                 (sls_reading_is(r, "quantity") && !sls_has(r, SLS_G_unit))); /* no measure */
}

static bool is_and(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_AND);
}

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

/* Whether the word before verb `i`, adverbs aside, makes it passive: "were later found". */
static bool is_passive(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t k = i; k-- > begin && k + 3 >= i && !sls_scene_tells(s, k, SLS_T_SINGULAR);) {
        if (sls_scene_is(s, k, SLS_C_ROLE) || sls_scene_is(s, k, SLS_C_NOUN) || is_count(s, k) ||
            s->items->at[k].symbol < SLS_SYMBOL_WORDS)
            return false;
        if (s->items->at[k].traits & (SLS_TRAIT(ONE) | SLS_TRAIT(MANY) | SLS_TRAIT(BE)))
            return true;
    }
    return false;
}

static bool is_article(const sls_scene *s, size_t i)
{
    return s->items->at[i].traits & (SLS_TRAIT(ARTICLE) | SLS_TRAIT(ARTICLE_ONE));
}

/* Whether verb `i` goes on with an object: a count, an article, a name, a pronoun. */
static bool has_object(const sls_scene *s, size_t i, size_t end)
{
    return i + 1 < end && (is_count(s, i + 1) || sls_scene_is_person(s, i + 1) ||
                           voiced(s, i + 1, "object-pronoun") || is_article(s, i + 1));
}

/* The item behind the parenthesis that begins at punctuation `i`, or `i`: ", including a boy," */
static size_t behind_aside(const sls_scene *s, size_t i, size_t end)
{
    const uint16_t open = s->items->at[i].symbol;
    const uint16_t close = open == '(' ? ')' : open;

    if (open == ',' && (i + 1 >= end || !(voiced(s, i + 1, "including"))))
        return i;
    for (size_t k = i + 1; k < end && k <= i + ASIDE; k++)
        if (s->items->at[k].symbol == close)
            return k + 1;
    return i;
}

/* Words that may stand between a bare number and what befell those it counts. */
static bool is_close(const sls_scene *s, size_t i)
{
    return (s->items->at[i].set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_VOICE) |
                                   SLS_BIT(SLS_C_ROLE) | SLS_BIT(SLS_C_HEDGE))) != 0 &&
           !sls_scene_tells(s, i, SLS_T_OF) && !voiced(s, i, "pronoun") && !voiced(s, i, "kin") &&
           !sls_scene_tells(s, i, SLS_T_SINGULAR);
}

/* Whether the counts around comma `i` are a headline's whole subject: "2 adults, 6 children dead".
 */
static bool joins_in_headline(const sls_scene *s, size_t i, size_t end)
{
    const size_t begin = sls_sentence_begin(s->items, i);

    if (i == begin || s->items->at[i].symbol != ',' || i + 1 >= end || !is_count(s, i + 1) ||
        !is_count(s, i - 1))
        return false;
    const sls_reading *a = &s->readings->at[s->reading_of[i - 1]];
    const sls_reading *b = &s->readings->at[s->reading_of[i + 1]];
    return a->first == begin && sls_has(a, SLS_G_noun) && sls_has(b, SLS_G_noun) &&
           b->last + 1 < end && sls_scene_is(s, b->last + 1, SLS_C_ROLE) && !is_indonesian(s, i);
}

/* Whether count after joint `i` ("and", a comma) belongs to a list that has an "and". */
static bool joins(const sls_scene *s, size_t i, size_t end)
{
    for (size_t steps = 0; i + 1 < end && steps < CHAIN; steps++) {
        if (is_and(s, i))
            return is_count(s, i + 1);
        if (joins_in_headline(s, i, end) || s->items->at[i].symbol != ',' || !is_count(s, i + 1))
            return joins_in_headline(s, i, end);
        i = s->readings->at[s->reading_of[i + 1]].last + 1;
    }
    return false;
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
        *stop = sls_scene_is(s, i, SLS_C_SPEECH) ||
                (sls_scene_is(s, i, SLS_C_EVENT) && after.len == 0 &&
                 !(i > begin && is_article(s, i - 1)));
        return (sls_str){ 0 };
    }
    if (voiced(s, i, "none")) {
        *stop = false;
        return (sls_str){ 0 };
    }
    if (voiced(s, i, "object") || (voiced(s, i, "adverb") && !is_count(s, i - 1)))
        return (sls_str){ 0 };
    if (!voiced(s, i, "subject") && !voiced(s, i, "single") && !is_passive(s, i, begin) &&
        has_object(s, i, end))
        return (sls_str){ 0 };
    return role;
}

static bool is_age(const sls_scene *s, size_t i)
{
    return s->reading_of[i] >= 0 && sls_reading_is(&s->readings->at[s->reading_of[i]], "age");
}

/* One more behind item `i`: "a man" before "were killed"; its last item, or SIZE_MAX. */
static size_t one_behind(const sls_scene *s, size_t i, size_t end)
{
    if (i + 1 >= end || !sls_scene_tells(s, i + 1, SLS_T_ARTICLE_ONE))
        return SIZE_MAX;
    size_t limit = i + 1 + LEFT;
    for (size_t k = i + 2; k < end && k <= limit; k++) {
        if (is_age(s, k)) { /* "four adults and a 3-year-old were shot" */
            limit += s->readings->at[s->reading_of[k]].last - k;
            k = s->readings->at[s->reading_of[k]].last;
            continue;
        }
        if (sls_scene_is(s, k, SLS_C_ROLE) || sls_scene_tells(s, k, SLS_T_MANY))
            return k - 1;
    }
    return SIZE_MAX;
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

        if (is_and(s, i) || (symbol == ',' && i + 1 < end && is_count(s, i + 1))) {
            const size_t one = joined && is_and(s, i) ? one_behind(s, i, end) : SIZE_MAX;

            if (one != SIZE_MAX && ++chain <= CHAIN) { /* "and a man" */
                i = one;
                limit = i + RIGHT;
                continue;
            }
            if (!joined || !joins(s, i, end) || ++chain > CHAIN)
                break; /* what follows is said of something else */
            i = s->readings->at[s->reading_of[i + 1]].last;
            limit = i + RIGHT;
            continue;
        }
        if (symbol == ',' || symbol == '(') {
            const size_t behind = behind_aside(s, i, end);

            if (behind == i || bare)
                break;
            limit += behind - i;
            i = behind - 1;
            continue;
        }
        if (symbol < SLS_SYMBOL_WORDS || is_count(s, i) || sls_scene_tells(s, i, SLS_T_OF) ||
            (bare && !is_close(s, i)))
            break;
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

    return sls_role_is_of_the_living(noun) && sls_role_lives(noun) && !is_count(s, i);
}

/* Hedges, articles and "another" between a verb and what it counts. */
static bool is_filler(const sls_scene *s, size_t i)
{
    return (sls_scene_is(s, i, SLS_C_HEDGE) || sls_scene_is(s, i, SLS_C_STOP) || is_article(s, i) ||
            voiced(s, i, "reach")) &&
           !is_and(s, i) && !voiced(s, i, "object-pronoun");
}

/* The toll that is subject of verb `i`: "korban tewas akibat gempa di Cianjur mencapai". */
static sls_str toll_before(const sls_scene *s, size_t i, size_t begin)
{
    const size_t least = i > begin + TOLL ? i - TOLL : begin;

    while (i-- > least && s->items->at[i].symbol >= SLS_SYMBOL_WORDS && !is_count(s, i) &&
           !is_and(s, i) && !sls_scene_is(s, i, SLS_C_SPEECH)) {
        if (is_toll(s, i))
            return sls_scene_value(s, i, SLS_C_NOUN);
        if (sls_role_is_of_the_living(sls_scene_value(s, i, SLS_C_ROLE)) && i > begin &&
            (sls_scene_tells(s, i - 1, SLS_T_THAT) ||
             sls_role_lives(sls_scene_value(s, i - 1, SLS_C_NOUN))))
            return sls_scene_value(s, i, SLS_C_ROLE);
    }
    return (sls_str){ 0 };
}

static sls_str role_left(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const bool inverts = is_indonesian(s, first);
    size_t chain = 0, limit = first;

    if (!sls_sentence_has(s->items, first, SLS_BIT(SLS_C_ROLE) | SLS_BIT(SLS_C_NOUN)))
        return (sls_str){ 0 };
    for (size_t i = first; i-- > begin && i + LEFT >= limit;) {
        const uint16_t symbol = s->items->at[i].symbol;

        if (i > begin && is_count(s, i - 1) && joins(s, i, sls_sentence_end(s->items, i)) &&
            chain++ < CHAIN) {
            i = s->readings->at[s->reading_of[i - 1]].first;
            limit = i;
            continue;
        }
        if (sls_scene_is(s, i, SLS_C_ROLE)) {
            const bool before = voiced(s, i, "subject") || voiced(s, i, "none");

            if (inverts ? voiced(s, i, "none") && chain > 0 : before || is_passive(s, i, begin))
                break;
            return sls_scene_value(s, i, SLS_C_ROLE);
        }
        if (sls_scene_tells(s, i, SLS_T_OF) && i > begin && sls_scene_is(s, i - 1, SLS_C_ROLE))
            return sls_scene_value(s, i - 1, SLS_C_ROLE);
        if (is_toll(s, i))
            return sls_scene_value(s, i, SLS_C_NOUN);
        if (voiced(s, i, "reach") && toll_before(s, i, begin).len > 0)
            return toll_before(s, i, begin);
        if (symbol < SLS_SYMBOL_WORDS || !is_filler(s, i))
            break;
    }
    return (sls_str){ 0 };
}

bool sls_role_is_whole(const sls_scene *s, size_t first, size_t last)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    size_t of = first;

    if (!is_indonesian(s, first) || first < begin + 2 || sls_scene_tells(s, last + 1, SLS_T_THAT))
        return false;
    of -= sls_item_says(&s->items->at[of - 1], SLS_C_CLAUSE, "number"); /* dari total 6 */
    of--;
    return of > begin && sls_item_says(&s->items->at[of], SLS_C_LITERAL, "of") &&
           (is_count(s, of - 1) || sls_scene_is(s, of - 1, SLS_C_ROLE));
}

const sls_reading *sls_role_whole(const sls_scene *s, size_t last)
{
    const size_t end = sls_sentence_end(s->items, last);
    size_t whole = last + 2;

    if (!is_indonesian(s, last) || whole >= end ||
        !sls_item_says(&s->items->at[last + 1], SLS_C_LITERAL, "of"))
        return NULL;
    whole += sls_item_says(&s->items->at[whole], SLS_C_CLAUSE, "number");
    return whole < end && is_count(s, whole) ? &s->readings->at[s->reading_of[whole]] : NULL;
}

/* Whether a number belongs to what stands before it: "News 8", "one of five", "under 15". */
static bool is_bound(const sls_scene *s, size_t first, bool bare)
{
    const size_t begin = sls_sentence_begin(s->items, first);

    if (first == begin)
        return false;
    if (sls_scene_tells(s, first - 1, SLS_T_OF))
        return first - 1 > begin && (is_count(s, first - 2) || bare);
    return bare && (sls_scene_tells(s, first - 1, SLS_T_ARTICLE_ONE) ||
                    ((s->items->at[first - 1].shape & SLS_SHAPED(CAP) ||
                      sls_scene_is(s, first - 1, SLS_C_NOUN)) &&
                     first - 1 > begin && !sls_scene_is(s, first - 1, SLS_C_ROLE)));
}

/* Whether a bare number goes on as something else than a count: 8 p.m., 2:45, 20s, 18-year. */
static bool is_measured(const sls_scene *s, size_t last, size_t end)
{
    const uint64_t others = SLS_BIT(SLS_C_DAYPART) | SLS_BIT(SLS_C_CLOCK) | SLS_BIT(SLS_C_UNIT) |
                            SLS_BIT(SLS_C_ZONE) | SLS_BIT(SLS_C_MONTH) | SLS_BIT(SLS_C_CURRENCY);
    const uint16_t symbol = last + 1 < end ? s->items->at[last + 1].symbol : SLS_SYMBOL_BOUNDARY;

    if (symbol == SLS_SYMBOL_BOUNDARY)
        return false;
    return (symbol >= SLS_SYMBOL_WORDS && !is_close(s, last + 1) && !is_and(s, last + 1)) ||
           symbol == ':' || symbol == '-' || symbol == '/' || s->items->at[last + 1].set & others ||
           sls_str_eq(sls_scene_value(s, last + 1, SLS_C_LITERAL), SLS_STR("s"));
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
    return sls_role_is_of_the_living(role) ? role : role_left(s, first);
}

static sls_str find_role(const sls_scene *s, size_t first, size_t last, sls_str unit)
{
    const size_t end = sls_sentence_end(s->items, last);
    /* a noun that the lexicon does not know may live, if nothing stands between */
    const bool bare = unit.len == 0 || is_unknown(unit);
    const sls_reading *const whole = sls_role_whole(s, last);
    sls_str role = { 0 };

    if (sls_role_is_of_the_living(unit) && sls_role_lives(unit))
        return unit; /* "tiga korban tewas": the noun says it */
    if (is_bound(s, first, bare) || sls_role_is_whole(s, first, last))
        return role;
    if (whole)
        return role_of_part(s, first, whole->last);
    if (bare && is_measured(s, last, end))
        return role;
    for (size_t i = first; i <= last && role.len == 0; i++)
        if (sls_scene_is(s, i, SLS_C_ROLE)) {
            if (i == last && last + 1 < end && sls_scene_is(s, last + 1, SLS_C_NOUN))
                return role; /* "two wounded soldiers": not all that were wounded */
            role = sls_scene_value(s, i, SLS_C_ROLE);
        }
    if (role.len == 0)
        role = role_right(s, first, last, bare, false);
    if (role.len == 0)
        role = role_left(s, first);
    if (role.len == 0)
        role = role_right(s, first, last, bare, true);
    if (unit.len > 0 && sls_role_is_of_the_living(role) && !sls_role_lives(unit) &&
        !(bare && sls_str_eq(counts(role), SLS_STR("living"))))
        role = (sls_str){ 0 };
    return role;
}

sls_str sls_role_of(const sls_scene *s, size_t first, size_t last, sls_str unit)
{
    sls_surroundings *kept = s->around;

    if (!unit.ptr || kept->count.unit.ptr != unit.ptr || kept->count.unit.len != unit.len ||
        kept->count.first != first || kept->count.last != last) {
        kept->count.role = find_role(s, first, last, unit);
        kept->count.unit = unit;
        kept->count.first = first;
        kept->count.last = last;
    }
    return kept->count.role;
}

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
    for (size_t k = i; k < end && k <= i + LEFT && is_article(s, i); k++) {
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
    bool one = voiced(s, at, "single");
    bool described = false; /* by words that leave the name behind: "Boston man" */

    for (size_t i = at; i-- > begin && i + SUBJECT >= at;) {
        const sls_reading *r = s->reading_of[i] >= 0 ? &s->readings->at[s->reading_of[i]] : NULL;

        if (sls_scene_tells(s, i, SLS_T_MANY) || voiced(s, i, "plural") ||
            sls_scene_is(s, i, SLS_C_NEGATION) || sls_scene_is(s, i, SLS_C_MODAL) ||
            is_count(s, i) || is_and(s, i))
            return false;
        if (sls_scene_is_person(s, i)) {
            *first = r->first;
            *last = r->last;
            return one && !described && !sls_scene_is(s, i, SLS_C_PLACE) &&
                   (r->last > r->first || sls_scene_person(s, r));
        }
        if (voiced(s, i, "pronoun")) {
            *first = *last = i;
            return true;
        }
        if (is_article(s, i)) {
            *first = i;
            *last = i + 1;
            return i + 1 < at && (one || sls_scene_tells(s, i, SLS_T_ARTICLE_ONE)) &&
                   is_one_person(s, i + 1, at);
        }
        one = one || sls_scene_tells(s, i, SLS_T_ONE) || sls_scene_tells(s, i, SLS_T_SINGULAR);
        described = described || !is_close(s, i);
    }
    return false;
}

/* Whether more is joined to items first..last: "a woman and a girl". */
static bool is_joined(const sls_scene *s, size_t first, size_t last, size_t begin, size_t end)
{
    for (size_t i = last + 1; i < end && i <= last + LEFT; i++) {
        if (is_and(s, i))
            return true;
        if (s->items->at[i].symbol < SLS_SYMBOL_WORDS)
            break;
    }
    return first > begin && (is_and(s, first - 1) || sls_scene_tells(s, first - 1, SLS_T_OF));
}

static bool single_subject(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    return find_subject(s, at, first, last) &&
           !is_joined(s, *first, *last, sls_sentence_begin(s->items, at), at);
}

bool sls_role_single(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    const size_t end = sls_sentence_end(s->items, at), begin = sls_sentence_begin(s->items, at);
    const bool after =
        voiced(s, at, "object") ||
        (!voiced(s, at, "subject") && !voiced(s, at, "single") && !is_passive(s, at, begin));

    if (voiced(s, at, "none") || voiced(s, at, "adverb"))
        return false;
    if (after && at + 1 < end && !is_count(s, at + 1) && has_object(s, at, end)) {
        *first = at + 1;
        *last = is_article(s, at + 1) && at + 2 < end ? at + 2 : at + 1;
        if (sls_scene_is_person(s, at + 1))
            *last = s->readings->at[s->reading_of[at + 1]].last;
        return (sls_scene_is_person(s, at + 1) || is_one(s, at + 1, end) ||
                voiced(s, at + 1, "object-pronoun")) &&
               !is_joined(s, *first, *last, at, end);
    }
    if (voiced(s, at, "object"))
        return false;
    if (after && sls_role_is_of_the_living(sls_scene_value(s, at, SLS_C_ROLE)) &&
        s->items->document->lang_of[s->items->at[at].sentence] == SLS_LANG_EN)
        return false; /* "killed" without a passive and an object: an attribute */
    return single_subject(s, at, first, last);
}

/* One more of a chain before item `i`, a name or "a mother"; its first item, or SIZE_MAX. */
static size_t one_before(const sls_scene *s, size_t i, size_t begin)
{
    if (i == begin)
        return SIZE_MAX;
    if (sls_scene_is_person(s, i - 1))
        return s->readings->at[s->reading_of[i - 1]].first;
    for (size_t k = i; k-- > begin && k + LEFT >= i;) {
        if (sls_scene_tells(s, k, SLS_T_ARTICLE_ONE))
            return k;
        if (is_age(s, k)) { /* "a 16-year-old and two children" */
            k = i = s->readings->at[s->reading_of[k]].first;
            continue;
        }
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || is_count(s, k) ||
            sls_scene_is(s, k, SLS_C_ROLE) || sls_scene_is(s, k, SLS_C_SPEECH))
            break;
    }
    return SIZE_MAX;
}

static bool add_member(const sls_scene *s, size_t i, sls_chain *out)
{
    if (out->count == CHAIN)
        return false;
    out->reading[out->count++] = (size_t)s->reading_of[i];
    return true;
}

bool sls_role_chain(const sls_scene *s, size_t first, size_t last, sls_chain *out)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const size_t end = sls_sentence_end(s->items, last);

    *out = (sls_chain){ .first = first, .last = last };
    if (!add_member(s, first, out))
        return false;
    while (out->first > begin) {
        size_t joint = out->first - 1;

        if (joint > begin && is_article(s, joint))
            joint--; /* "and her two children" */
        if (!is_and(s, joint) && s->items->at[joint].symbol != ',')
            break;
        if (joint > begin && is_count(s, joint - 1) &&
            (joint + 1 < out->first || joins(s, joint, end)) && add_member(s, joint - 1, out)) {
            out->first = s->readings->at[s->reading_of[joint - 1]].first;
            continue;
        }
        if (!is_and(s, joint) || one_before(s, joint, begin) == SIZE_MAX)
            break;
        out->first = one_before(s, joint, begin);
        out->singles++;
    }
    while (out->last + 1 < end &&
           (is_and(s, out->last + 1) || s->items->at[out->last + 1].symbol == ',')) {
        const size_t joint = out->last + 1;

        if (joins(s, joint, end) && add_member(s, joint + 1, out)) {
            out->last = s->readings->at[s->reading_of[joint + 1]].last;
            continue;
        }
        if (!is_and(s, joint) || one_behind(s, joint, end) == SIZE_MAX)
            break;
        out->last = one_behind(s, joint, end);
        out->singles++;
    }
    return out->count + out->singles > 1;
}
