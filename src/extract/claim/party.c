#include "extract/claim/party.h"

#include "extract/claim/role.h"
#include "extract/office/title.h"

enum {
    SUBJECT_REACH = 16, /* items from a verb back to its subject */
    OBJECT_REACH = 6,   /* items from a verb to its object, or to "oleh" */
    JOINED = 3,         /* persons that "and" joins */
    TOLD_BEFORE = 2     /* sentences from a pronoun back to whom it stands for */
};

static bool clausal(const sls_scene *s, size_t i, sls_str what)
{
    return sls_str_eq(sls_scene_value(s, i, SLS_C_CLAUSE), what);
}

static bool literal(const sls_scene *s, size_t i, sls_str what)
{
    return sls_str_eq(sls_scene_value(s, i, SLS_C_LITERAL), what);
}

static bool is_verb(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_ACTIVE) || sls_scene_tells(s, i, SLS_T_PASSIVE) ||
           sls_scene_is(s, i, SLS_C_SPEECH);
}

/* What stands behind it is where, or of what. */
static bool is_preposition(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_IN) || literal(s, i, SLS_STR("of")) ||
           literal(s, i, SLS_STR("for")) || sls_scene_tells(s, i, SLS_T_AT);
}

/* "Osaka, Jepang" is where; "Swiss-Belhotel" is a name. */
static bool is_of_a_place(const sls_scene *s, size_t i)
{
    const uint64_t where = SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_CAPITAL);

    return s->items->at[i + 1].symbol == '-' ||
           (i > 1 && s->items->at[i - 1].symbol == ',' && s->items->at[i - 2].set & where);
}

/* Who item `i` names that can do something or suffer it; "" nobody. */
static sls_str party_at(const sls_scene *s, size_t i)
{
    const uint64_t named = SLS_BIT(SLS_C_BODY) | SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_NOUN);
    const int32_t r = s->reading_of[i];
    const sls_item *item = &s->items->at[i];
    sls_str noun;

    if (r < 0 && !(item->set & named))
        return (sls_str){ 0 }; /* as most */
    if (i > 0 && is_preposition(s, i - 1))
        return (sls_str){ 0 };
    if (sls_scene_is_person(s, i)) {
        const sls_person *known = sls_scene_person(s, &s->readings->at[r]);

        return known                                                  ? known->name
               : sls_reading_is(&s->readings->at[r], SLS_READ(TITLE)) ? s->cast->whom[r].name
                                                                      : (sls_str){ 0 };
    }
    if (item->set & (SLS_BIT(SLS_C_BODY) | SLS_BIT(SLS_C_COUNTRY)) &&
        !(item->shape & SLS_SHAPED(LOWER)) && !is_of_a_place(s, i))
        return sls_scope_of(item);
    noun = sls_scene_value(s, i, SLS_C_NOUN);
    return sls_role_lives(noun) ? noun : (sls_str){ 0 };
}

/* The item before which a party ends: its reading's first, else itself. */
static size_t party_begin(const sls_scene *s, size_t i)
{
    return s->reading_of[i] >= 0 ? s->readings->at[s->reading_of[i]].first : i;
}

/* With those whom "and" joins to the party at `i`, back from it. */
static sls_status joined_before(const sls_scene *s, size_t i, size_t from, sls_str *out)
{
    sls_status status = SLS_OK;

    *out = party_at(s, i);
    for (int n = 1; n < JOINED && status == SLS_OK; n++) {
        size_t k = party_begin(s, i);

        if (k < from + 2 ||
            !(sls_scene_tells(s, k - 1, SLS_T_AND) || (n > 1 && s->items->at[k - 1].symbol == ',')))
            break;
        k -= s->items->at[k - 2].symbol == ',' ? 3 : 2;
        if (k < from || k >= i || party_at(s, k).len == 0)
            break;
        i = k;
        status = sls_arena_concat3(s->arena, party_at(s, k), SLS_STR(";"), *out, out);
    }
    return status;
}

/* The first person of the sentences before item `i`, whom a pronoun there stands for. */
static sls_str told_before(const sls_scene *s, size_t i)
{
    size_t begin = sls_sentence_begin(s->items, i);

    for (int n = 0; n < TOLD_BEFORE && begin > 1; n++) {
        const size_t end = begin - 1;

        begin = sls_sentence_begin(s->items, end - 1);
        for (size_t k = begin; k < end; k++) {
            const int32_t r = s->reading_of[k];
            const sls_person *p = r >= 0 ? sls_scene_person(s, &s->readings->at[r]) : NULL;

            if (p)
                return p->name;
        }
    }
    return (sls_str){ 0 };
}

/* Whoever stands before the verb at `event`, over what is said of him in between. */
static sls_status subject_of(const sls_scene *s, size_t event, sls_str *out)
{
    const size_t begin = sls_sentence_begin(s->items, event);

    *out = (sls_str){ 0 };
    for (size_t i = event; i-- > begin && i + SUBJECT_REACH >= event;) {
        if (sls_scene_is(s, i, SLS_C_SPEECH) || sls_scene_tells(s, i, SLS_T_OPENS) ||
            s->items->at[i].symbol == '"')
            return SLS_OK;
        if (is_verb(s, i)) { /* "polisi yang menyelidiki kasus itu menangkap" */
            if (i == begin || !sls_scene_tells(s, i - 1, SLS_T_THAT))
                return SLS_OK;
            i--;
            continue;
        }
        if (clausal(s, i, SLS_STR("pronoun"))) {
            const sls_str who = told_before(s, i);

            return who.len > 0
                       ? sls_arena_concat(s->arena, (sls_str[]){ who, SLS_STR("?") }, 2, out)
                       : SLS_OK;
        }
        if (party_at(s, i).len > 0)
            return joined_before(s, i, begin, out);
    }
    return SLS_OK;
}

/* Whoever stands behind the verb, or behind `by` where it is asked for. */
static sls_str object_of(const sls_scene *s, size_t event, bool by)
{
    const sls_span clause = sls_clause_of(s, event, event);
    bool open = !by;

    for (size_t i = event + 1; i < clause.to && i <= event + OBJECT_REACH; i++) {
        if (clausal(s, i, SLS_STR("by"))) {
            open = by;
            if (!by)
                break;
            continue;
        }
        if (is_verb(s, i) || sls_scene_tells(s, i, SLS_T_THAT) || (open && is_preposition(s, i)))
            break;
        if ((open || i == event + 1) && party_at(s, i).len > 0)
            return party_at(s, i);
    }
    return (sls_str){ 0 };
}

/* A form of be, adverbs aside, before an English verb in the past. */
static bool is_passive(const sls_scene *s, size_t event)
{
    if (sls_scene_tells(s, event, SLS_T_PASSIVE))
        return true;
    if (sls_scene_lang(s, event) != SLS_LANG_EN)
        return false;
    for (size_t i = event; i-- > 0 && i + 2 >= event;) {
        if (sls_scene_tells(s, i, SLS_T_BE) || sls_scene_tells(s, i, SLS_T_ONE) ||
            sls_scene_tells(s, i, SLS_T_MANY))
            return true;
        if (!sls_scene_is(s, i, SLS_C_STOP))
            return false;
    }
    return false;
}

sls_status sls_parties_of(const sls_scene *scene, size_t event, sls_parties *out)
{
    const bool passive = is_passive(scene, event);
    sls_str subject;
    sls_status status;

    *out = (sls_parties){ { 0 }, { 0 } };
    if (!passive && !sls_scene_tells(scene, event, SLS_T_ACTIVE))
        return SLS_OK;
    status = subject_of(scene, event, &subject);
    out->agent = passive ? object_of(scene, event, true) : subject;
    out->patient = passive ? subject : object_of(scene, event, false);
    return status;
}
