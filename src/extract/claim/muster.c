#include "extract/claim/muster.h"

enum {
    MOST = 8,     /* persons of one list */
    NOUNS = 6,    /* items of one: "his 3-year-old step daughter" */
    AUXILIARY = 4 /* items from the list to its verb: "were later found" */
};

/* Words behind which a clause or a place is told, and no noun of the list. */
static const uint32_t OPENERS =
    SLS_TRAIT(IN) | SLS_TRAIT(THAT) | SLS_TRAIT(BE) | SLS_TRAIT(ONE) | SLS_TRAIT(MANY);

/* How one of a list is told of. */
typedef enum { NOBODY, BY_NAME, BY_NOUN } telling;

typedef struct {
    size_t first, last; /* items, ages behind a comma among them */
    telling by;
} member;

/* The last item of an age that is told at item `i`: ", 33", "in his 20s"; or `i` - 1. */
static size_t behind_age(const sls_scene *s, size_t i, size_t end)
{
    if (i + 1 < end && s->items->at[i].symbol == ',' && sls_scene_is_age(s, i + 1))
        return sls_scene_reading(s, i + 1)->last;
    if (i + 2 < end && sls_scene_tells(s, i, SLS_T_IN) && sls_scene_is_article(s, i + 1) &&
        sls_scene_reads(s, i + 2, SLS_READ(NUMBER) | SLS_READ(QUANTITY) | SLS_READ(AGE)))
        return sls_scene_reading(s, i + 2)->last;
    return i - 1;
}

/* One of the list who begins at item `i`; a noun of its own needs an article unless `bare`. */
static member member_from(const sls_scene *s, size_t i, size_t end, bool bare)
{
    member m = { .first = i };
    bool one = bare;

    for (size_t k = i; k < end && k < i + NOUNS; k++) {
        if (sls_scene_is_person(s, k) || (k == i && sls_voice_is(s, k, "reflexive"))) {
            m.last = s->reading_of[k] >= 0 ? sls_scene_reading(s, k)->last : k;
            m.last = behind_age(s, m.last + 1, end);
            m.by = BY_NAME;
            return m;
        }
        if (sls_scene_is_age(s, k)) {
            k = m.last = sls_scene_reading(s, k)->last;
            m.by = BY_NOUN; /* "a 16-year-old" */
            continue;
        }
        if (sls_scene_tells(s, k, SLS_T_SINGULAR) && (one || m.by == BY_NOUN)) {
            m.last = k;
            m.by = BY_NOUN;
            if (k + 1 >= end ||
                !(sls_scene_tells(s, k + 1, SLS_T_SINGULAR) || sls_scene_is_person(s, k + 1)))
                break;
            continue;
        }
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || sls_scene_is_and(s, k) ||
            s->reading_of[k] >= 0 || sls_scene_is(s, k, SLS_C_ROLE) ||
            s->items->at[k].traits & OPENERS)
            break; /* "his wife and were held": another clause */
        one = one || sls_scene_is_article(s, k);
        if (m.by == BY_NOUN)
            break;
    }
    if (m.by == BY_NOUN)
        m.last = behind_age(s, m.last + 1, end);
    return m;
}

/* Whether the second may be who the first is: "his wife, Sari, and"; "the victim, a nurse, and". */
static bool may_be_one(const sls_scene *s, const member *a, const member *b, size_t joint)
{
    return s->items->at[joint].symbol == ',' && !sls_scene_is_and(s, b->first - 1) &&
           (a->by != b->by || sls_scene_tells(s, b->first, SLS_T_ARTICLE_ONE)) &&
           !(a->by == BY_NOUN && b->by == BY_NOUN &&
             sls_scene_tells(s, a->first, SLS_T_ARTICLE_ONE));
}

/*
 * The list that begins at item `i`, which must end with an "and" and one more: how many it has, its
 * last item in `*last`; 0 where there is none.
 */
static size_t list_from(const sls_scene *s, size_t i, size_t end, size_t *last)
{
    member m = member_from(s, i, end, false);
    size_t count = m.by != NOBODY;
    bool doubtful = false;

    while (count > 0 && count < MOST) {
        const size_t joint = m.last + 1;
        size_t next = joint + 1;
        const bool comma = joint < end && s->items->at[joint].symbol == ',';
        const bool closes = joint < end && (sls_scene_is_and(s, joint) ||
                                            (comma && next < end && sls_scene_is_and(s, next)));
        if (!comma && !closes)
            return 0;
        next += comma && closes;
        const member more = member_from(s, next, end, true);
        if (more.by == NOBODY)
            return 0;
        doubtful = doubtful || may_be_one(s, &m, &more, joint);
        m = more;
        count++;
        if (closes) {
            *last = m.last;
            return doubtful ? 0 : count;
        }
    }
    return 0;
}

/* Whether an article, an age or a name makes one person begin at item `i`. */
static bool may_begin(const sls_scene *s, size_t i)
{
    return sls_scene_is_article(s, i) || sls_scene_is_person(s, i) || sls_scene_is_age(s, i) ||
           sls_voice_is(s, i, "reflexive");
}

/* Whether what stands before item `i` leaves a list that begins there whole. */
static bool begins_list(const sls_scene *s, size_t i, size_t begin)
{
    if (i == begin)
        return true;
    return !sls_scene_is_and(s, i - 1) && !sls_scene_tells(s, i - 1, SLS_T_OF) &&
           !(s->items->at[i - 1].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT))) &&
           !sls_scene_is_age(s, i - 1) && !sls_scene_is_person(s, i - 1) &&
           !sls_scene_tells(s, i - 1, SLS_T_SINGULAR) && !sls_scene_is_count(s, i - 1) &&
           !(s->items->at[i - 1].symbol == ',' && i > begin + 1 &&
             (sls_scene_tells(s, i - 2, SLS_T_SINGULAR) || sls_scene_is_person(s, i - 2) ||
              sls_scene_is_age(s, i - 2) || sls_scene_is_count(s, i - 2)));
}

size_t sls_muster_before(const sls_scene *s, size_t at, size_t *first, size_t *last)
{
    const size_t begin = sls_sentence_begin(s->items, at);
    size_t end = at;

    while (end > begin + 1 && end + AUXILIARY > at &&
           s->items->at[end - 1].symbol >= SLS_SYMBOL_WORDS && s->reading_of[end - 1] < 0 &&
           !sls_scene_tells(s, end - 1, SLS_T_SINGULAR))
        end--;
    const size_t least = end > begin + MOST * NOUNS ? end - MOST * NOUNS : begin;

    for (size_t i = end; i-- > least;) {
        size_t to;

        if (sls_scene_is(s, i, SLS_C_SPEECH) || sls_scene_is_count(s, i))
            break;
        if (!may_begin(s, i) || !begins_list(s, i, begin))
            continue;
        const size_t count = list_from(s, i, end, &to);

        if (count > 0 && (to + 1 == end || (to + 2 == end && s->items->at[to + 1].symbol == ','))) {
            *first = i;
            *last = to;
            return count;
        }
    }
    return 0;
}

size_t sls_muster_behind(const sls_scene *s, size_t from, size_t *first, size_t *last)
{
    const size_t end = sls_sentence_end(s->items, from);
    size_t to;
    const size_t count = from < end && may_begin(s, from) ? list_from(s, from, end, &to) : 0;

    if (count == 0 ||
        (to + 1 < end && s->items->at[to + 1].traits &
                             (SLS_VOICES | SLS_TRAIT(ONE) | SLS_TRAIT(MANY) | SLS_TRAIT(BE))))
        return 0; /* "killed a man and his wife was hurt" */
    *first = from;
    *last = to;
    return count;
}
