#include "match/ages.h"

#include "base/decimal.h"
#include "match/bearer.h"
#include "match/gates.h"
#include "model/digits.h"
#include "model/sense.h"
#include "model/stance.h"
#include "model/term.h"
#include "names/person.h"

bool sls_is_age(const sls_claim *claim)
{
    return claim->entities.len > 0 && claim->surface.len > 0 && sls_claim_is_bare_years(claim);
}

/* Whether two ages are within SLS_AGE_NEAR years of each other. */
static bool are_near(const sls_claim *a, const sls_claim *b)
{
    sls_decimal x, y, apart;
    return sls_decimal_read(a->value, &x) == SLS_OK && sls_decimal_read(b->value, &y) == SLS_OK &&
           sls_decimal_add(x, sls_decimal_neg(y), &apart) == SLS_OK &&
           sls_decimal_cmp(apart, sls_decimal_of(SLS_AGE_NEAR)) <= 0 &&
           sls_decimal_cmp(apart, sls_decimal_of(-SLS_AGE_NEAR)) >= 0;
}

static bool is_one_person(sls_str a, sls_str b)
{
    if (a.len == 0 || b.len == 0 || a.ptr[0] != b.ptr[0])
        return false;
    const sls_person_relation relation = sls_person_relate(a, b);
    if (relation == SLS_PERSON_SHORTER || relation == SLS_PERSON_LONGER) {
        /* a family has one name and many ages */
        const sls_str brief = relation == SLS_PERSON_SHORTER ? a : b;
        return sls_str_find_byte(brief, ' ') != SIZE_MAX;
    }
    if (relation != SLS_PERSON_OTHER)
        return true;
    const size_t shorter = a.len < b.len ? a.len : b.len;
    /* of one name "Sumiyati" is a woman and "Sumiyanto" a man */
    const int most = sls_str_find_byte(a, ' ') == SIZE_MAX ? 1 : 2;
    return shorter >= SLS_AGE_NAME_LEAST && sls_edit_distance(a, b, most) <= most;
}

typedef struct {
    sls_age *at;     /* by fact */
    uint32_t *first; /* per article: its first age; one more at the end */
    int likeness;    /* of the story in hand */
} ages;

static sls_status read_ages(const sls_roll *roll, const sls_facts *facts, sls_arena *arena,
                            ages *out)
{
    const sls_str year = SLS_STR("year");
    size_t count = 0;
    for (uint32_t i = 0; i < facts->count; i++)
        count += sls_str_eq(facts->at[i].claim->unit, year);
    out->at = sls_arena_alloc(arena, (count + 1) * sizeof *out->at);
    out->first = sls_arena_calloc(arena, (size_t)roll->article_count + 1, sizeof *out->first);
    sls_status status = out->at && out->first ? SLS_OK : SLS_ENOMEM;
    uint32_t n = 0;
    for (uint32_t a = 0; status == SLS_OK && a < roll->article_count; a++) {
        for (uint32_t i = facts->first[a]; status == SLS_OK && i < facts->first[a + 1]; i++)
            if (sls_str_eq(facts->at[i].claim->unit, year))
                status = sls_age_read(roll, &facts->at[i], arena, &out->at[n++]);
        out->first[a + 1] = n;
    }
    return status;
}

/*
 * "AM (43)", "berinisial AM (48)": who is called by initials, or by one rare name, is told apart by
 * them in his story, whoever else the sentence names.
 */
static bool are_of_one_call(const ages *in, const sls_age *a, const sls_age *b)
{
    if (a->call.len == 0 || !sls_str_eq(a->call, b->call))
        return false;
    if (a->rare && a->fact->claim->entities.len + b->fact->claim->entities.len == 0)
        return true;
    return in->likeness >= SLS_MISPRINT_STORY && (a->initials || (a->lone && b->lone && a->rare));
}

/* Whether the article of `own` tells the age that the other gives of one with that call. */
static bool tells_call(const ages *in, const sls_age *own, const sls_age *other)
{
    for (uint32_t i = in->first[own->fact->article]; i < in->first[own->fact->article + 1]; i++)
        if (in->at[i].fact->value == other->fact->value && sls_str_eq(in->at[i].call, other->call))
            return true;
    return false;
}

/*
 * Whether that article gives somebody the age that the other gives: then they are two people, or
 * their ages are told of each other. Beside two whole names both are surely told of these: another
 * of that age is no matter.
 */
static bool tells_age(const ages *in, const sls_age *own, const sls_age *other)
{
    const bool sure = own->beside && other->beside;
    for (uint32_t i = in->first[own->fact->article]; i < in->first[own->fact->article + 1]; i++) {
        const sls_age *const told = &in->at[i];
        if (told->told && sls_str_eq(told->fact->claim->value, other->fact->claim->value) &&
            !((sure || (told->beside && other->beside)) &&
              !is_one_person(told->bearer, other->bearer)))
            return true;
    }
    return false;
}

/* Whether the article of `own` gives all whom it calls by her noun the same age. */
static bool tells_one_age(const ages *in, const sls_age *own)
{
    for (uint32_t i = in->first[own->fact->article]; i < in->first[own->fact->article + 1]; i++)
        if (in->at[i].fact->value != own->fact->value && sls_str_eq(in->at[i].noun, own->noun))
            return false;
    return true;
}

/*
 * "A 3-year-old girl was shot" | "the 2-year-old girl": the one girl of either report, who is a
 * year older in one of both.
 */
static bool are_of_one_unnamed(const ages *in, const sls_age *a, const sls_age *b)
{
    sls_decimal x, y, apart;
    if (in->likeness < SLS_MISPRINT_STORY || a->noun.len == 0 || !sls_str_eq(a->noun, b->noun) ||
        sls_decimal_read(a->fact->claim->value, &x) != SLS_OK ||
        sls_decimal_read(b->fact->claim->value, &y) != SLS_OK ||
        sls_decimal_add(x, sls_decimal_neg(y), &apart) != SLS_OK)
        return false;
    return (sls_decimal_cmp(apart, sls_decimal_of(1)) == 0 ||
            sls_decimal_cmp(apart, sls_decimal_of(-1)) == 0) &&
           tells_one_age(in, a) && tells_one_age(in, b) && !tells_age(in, a, b) &&
           !tells_age(in, b, a);
}

static int weigh(const ages *in, const sls_age *a, const sls_age *b)
{
    const sls_claim *const x = a->fact->claim, *const y = b->fact->claim;
    const bool equal = a->fact->value == b->fact->value;
    if (are_of_one_call(in, a, b))
        return equal || (!tells_call(in, a, b) && !tells_call(in, b, a)) ? SLS_AGE_MONONYM_SCORE
                                                                         : 0;
    if (are_of_one_unnamed(in, a, b))
        return SLS_AGE_UNNAMED_SCORE;
    if (!is_one_person(a->bearer, b->bearer) || sls_stance_parts(x, y))
        return 0;
    if (equal) /* equal ages agree, whatever is told */
        return SLS_AGE_SCORE;
    if (tells_age(in, a, b) || tells_age(in, b, a) ||
        ((!a->full || !b->full) && !are_near(x, y) && !sls_signs_swapped(x->value, y->value)))
        return 0;
    return SLS_AGE_SCORE;
}

static sls_status link_story(const ages *in, const sls_facts *facts, const sls_story *story,
                             sls_arena *arena, sls_link_list *links)
{
    for (uint32_t i = in->first[story->a]; i < in->first[story->a + 1]; i++) {
        for (uint32_t j = in->first[story->b]; j < in->first[story->b + 1]; j++) {
            sls_terms terms = { .count = 0 };
            sls_terms_add(&terms, SLS_TERM_START, weigh(in, &in->at[i], &in->at[j]));
            if (sls_terms_score(&terms) == 0)
                continue;
            const sls_status status =
                sls_link_add(links, (uint32_t)(in->at[i].fact - facts->at),
                             (uint32_t)(in->at[j].fact - facts->at), &terms, arena);
            if (status != SLS_OK)
                return status;
        }
    }
    return SLS_OK;
}

sls_status sls_ages_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                         sls_arena *arena, sls_link_list *links)
{
    ages in = { .likeness = 0 };
    sls_status status = read_ages(roll, facts, arena, &in);
    for (size_t i = 0; status == SLS_OK && i < stories->count; i++) {
        in.likeness = stories->at[i].likeness;
        status = link_story(&in, facts, &stories->at[i], arena, links);
    }
    return status;
}
