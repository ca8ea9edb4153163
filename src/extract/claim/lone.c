#include "extract/claim/lone.h"

#include "extract/amount/quantity.h"
#include "extract/claim/voice.h"

/* Ages from which nobody is young, and up to which nobody is grown. */
enum { GROWN = 20, YOUNG = 17 };

/* The pronoun at item `i` as a noun that has its sex: "he" is some man or boy. */
static bool is_pronoun(const sls_scene *s, size_t i)
{
    return sls_voice_is(s, i, "pronoun") || sls_voice_is(s, i, "object-pronoun") ||
           sls_voice_is(s, i, "reflexive");
}

static sls_status note_age(const sls_scene *s, size_t i, sls_lone *out)
{
    sls_amount amount;
    const sls_status status = sls_amount_of(s->items, sls_scene_reading(s, i), s->arena, &amount);

    if (status == SLS_OK && amount.bound == SLS_BOUND_EXACT) {
        out->age = amount.value;
        out->age_unit = amount.unit;
    }
    return status == SLS_ENOTFOUND ? SLS_OK : status;
}

sls_status sls_lone_of(const sls_scene *s, size_t first, size_t last, sls_lone *out)
{
    size_t behind = last + 1;
    sls_status status = SLS_OK;

    *out = (sls_lone){ .first = first, .last = last };
    behind += s->items->at[behind].symbol == ',';
    if (behind > last + 1 && sls_scene_is_age(s, behind))
        status = note_age(s, behind, out);
    for (size_t i = first; i <= last && status == SLS_OK; i++) {
        if (sls_scene_is_age(s, i)) {
            status = note_age(s, i, out);
            i = sls_scene_reading(s, i)->last;
        } else if (sls_scene_is_person(s, i)) {
            const sls_reading *r = sls_scene_reading(s, i);

            out->name = sls_items_folded(s->items, r->first, r->last);
            i = r->last;
        } else if (is_pronoun(s, i)) {
            out->noun = sls_scene_value(s, i, SLS_C_STOP);
        } else if (sls_lexicon_is_a(sls_scene_value(s, i, SLS_C_NOUN), SLS_STR("person"))) {
            out->noun = sls_scene_value(s, i, SLS_C_NOUN);
        } else if (first == last && !s->items->at[i].form) {
            out->name = sls_items_folded(s->items, i, i); /* a word that is written like one */
        }
    }
    return status;
}

/* "Budi Santoso" and "Santoso" share a word. */
static bool share_word(sls_str a, sls_str b)
{
    sls_str rest = a, word, other;

    while (sls_str_split(&rest, ' ', &word))
        for (sls_str left = b; sls_str_split(&left, ' ', &other);)
            if (sls_str_eq(word, other))
                return true;
    return false;
}

/* The cell of a noun that says who it may be; "either" of what may be anybody, "" of the others. */
static sls_str trait_of(sls_str noun, const char *column)
{
    return sls_lexicon_attribute(SLS_C_NOUN, noun, column);
}

static sls_str sex_of(const sls_lone *a)
{
    const sls_str sex = trait_of(a->noun, "sex");

    /* a pronoun's own word for it: it is no noun */
    return sex.len == 0 &&
                   (sls_str_eq(a->noun, SLS_STR("male")) || sls_str_eq(a->noun, SLS_STR("female")))
               ? a->noun
               : sex;
}

static sls_str generation_of(const sls_lone *a)
{
    sls_decimal years;

    if (a->age.len == 0 || sls_decimal_read(a->age, &years) != SLS_OK)
        return trait_of(a->noun, "age");
    if (!sls_str_eq(a->age_unit, SLS_STR("year")) ||
        sls_decimal_cmp(years, sls_decimal_of(YOUNG)) <= 0)
        return SLS_STR("young");
    return sls_decimal_cmp(years, sls_decimal_of(GROWN)) >= 0 ? SLS_STR("grown")
                                                              : SLS_STR("either");
}

/* Whether two traits exclude each other. */
static bool exclude(sls_str a, sls_str b)
{
    const sls_str either = SLS_STR("either");

    return a.len > 0 && b.len > 0 && !sls_str_eq(a, b) && !sls_str_eq(a, either) &&
           !sls_str_eq(b, either);
}

/* Whether a noun tells what somebody is, so that whoever is something else is another: suspect. */
static bool is_calling(sls_str noun)
{
    return trait_of(noun, "noun").len > 0 && trait_of(noun, "sex").len == 0;
}

static bool may_be(const sls_lone *a, const sls_lone *b)
{
    if (a->name.len > 0 && b->name.len > 0)
        return share_word(a->name, b->name);
    if (a->age.len > 0 && b->age.len > 0 &&
        !(sls_str_eq(a->age, b->age) && sls_str_eq(a->age_unit, b->age_unit)))
        return false;
    if (exclude(sex_of(a), sex_of(b)) || exclude(generation_of(a), generation_of(b)))
        return false;
    return a->noun.len == 0 || b->noun.len == 0 || sls_str_eq(a->noun, b->noun) ||
           sls_str_eq(a->noun, sex_of(a)) || sls_str_eq(b->noun, sex_of(b)) ||
           !(is_calling(a->noun) || is_calling(b->noun)) || sls_lexicon_is_a(a->noun, b->noun) ||
           sls_lexicon_is_a(b->noun, a->noun);
}

bool sls_lone_join(sls_lone *known, const sls_lone *other)
{
    if (!may_be(known, other))
        return false;
    if (known->name.len == 0)
        known->name = other->name;
    if (known->age.len == 0) {
        known->age = other->age;
        known->age_unit = other->age_unit;
    }
    if (known->noun.len == 0 || sls_str_eq(known->noun, sex_of(known)) ||
        sls_str_eq(trait_of(known->noun, "sex"), SLS_STR("either")))
        known->noun = other->noun.len > 0 ? other->noun : known->noun;
    return true;
}

bool sls_lone_is_meant(const sls_lone *who)
{
    return who->name.len == 0 && who->age.len == 0 &&
           (who->noun.len == 0 || sls_str_eq(who->noun, sex_of(who)));
}
