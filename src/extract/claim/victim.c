#include "extract/claim/claimer.h"

#include "extract/claim/lone.h"
#include "extract/claim/nobody.h"
#include "extract/claim/single.h"
#include "extract/claim/voice.h"

/*
 * The next item from `i` on that has `concept`, or the items' count; sentences without it are
 * passed over.
 */
static size_t next_with(const sls_items *items, size_t i, sls_concept concept)
{
    while (i < items->count) {
        const sls_stretch *s = sls_stretch_of(items, i);

        if (s->set & SLS_BIT(concept))
            for (; i < s->end; i++)
                if (items->at[i].set & SLS_BIT(concept))
                    return i;
        i = s->end + 1u;
    }
    return items->count;
}

/* Whether the article counts those of `role`: then it need not be told of one alone. */
static bool is_counted(const sls_claimer *c, sls_str role)
{
    for (size_t i = 0; i < c->out.len; i++)
        if (c->out.at[i].kind == SLS_KIND_QUANTITY && sls_str_eq(c->out.at[i].what, role))
            return true;
    return false;
}

/* How many are told of without a number. */
typedef struct {
    sls_str value;
    sls_bound bound;
} few;

/* A claim of so few, of whom items first..last tell: "a man was killed". */
static sls_status add_few(sls_claimer *c, sls_source_vec *origin, size_t first, size_t last,
                          sls_str role, few how_many)
{
    const sls_reading told = { .first = first, .last = last };
    sls_claim *claim = sls_claim_begin(c, &told, SLS_KIND_QUANTITY);
    sls_source *slot = sls_vec_push(origin, c->arena);
    sls_status status;

    if (!claim || !slot)
        return SLS_ENOMEM;
    claim->value = how_many.value;
    claim->unit = SLS_STR("person");
    claim->bound = how_many.bound;
    claim->confidence = SLS_GUESSED;
    status = sls_claim_describe(c, &told, &claim->unit, claim);
    if (status != SLS_OK || claim->state != SLS_ASSERTED) {
        c->out.len--;
        origin->len--;
        return status;
    }
    claim->what = role;
    *slot = (sls_source){ SLS_NO_READING, true };
    return status;
}

/* Whether the article tells of violence or disaster, where the dead and injured are counted. */
static bool tells_of_toll(const sls_claimer *c)
{
    const size_t MANY = 3; /* one attack is told of in any article */
    const sls_items *items = c->scene->items;
    size_t told = 0;

    for (size_t i = next_with(items, 0, SLS_C_EVENT); i < items->count && told < MANY;
         i = next_with(items, i + 1, SLS_C_EVENT))
        told += sls_lexicon_attribute_is(SLS_C_EVENT, sls_scene_value(c->scene, i, SLS_C_EVENT),
                                         "toll", "yes");
    return told == MANY;
}

/* Whether an item has one of `traits`, a set of bits. */
static bool tells(const sls_claimer *c, uint32_t traits)
{
    const sls_items *items = c->scene->items;

    for (size_t k = 0; k < items->stretch_count; k++)
        if (items->stretches[k].traits & traits)
            return true;
    return false;
}

/*
 * A murder-suicide, a double homicide: more died than one sentence tells of. Who is told of beside
 * "another man", or in a double shooting, is not the only one who was hurt.
 */
static bool tells_of_several(const sls_claimer *c, uint32_t roles)
{
    const sls_items *items = c->scene->items;

    if (tells(c, SLS_TRAIT(SEVERAL)))
        return true;
    for (size_t i = next_with(items, 0, SLS_C_VOICE); i < items->count;
         i = next_with(items, i + 1, SLS_C_VOICE))
        if (roles & SLS_TRAIT(DEAD)
                ? sls_voice_is(c->scene, i, "own-death")
                : sls_voice_is(c->scene, i, "another") || sls_voice_is(c->scene, i, "several-shot"))
            return true;
    return false;
}

/* Whether item `i` is of the article's own text: no boilerplate, and not its headline. */
static bool is_of_the_text(const sls_claimer *c, size_t i)
{
    const unsigned sentence = c->scene->items->at[i].sentence;

    return c->document->zone_of[sentence] != SLS_ZONE_BOILERPLATE &&
           sentence >= c->document->titled;
}

/*
 * The first item from `i` on by which the text itself, or its `headline`, says one of `roles`; or
 * how many items there are.
 */
static size_t next_told(const sls_claimer *c, size_t i, uint32_t roles, bool headline)
{
    const sls_items *items = c->scene->items;

    for (i = next_with(items, i, SLS_C_ROLE); i < items->count;
         i = next_with(items, i + 1, SLS_C_ROLE)) {
        if (headline && items->at[i].sentence >= c->document->titled)
            return items->count;
        if (items->at[i].traits & roles && (headline || is_of_the_text(c, i)))
            break;
    }
    return i;
}

/* Those of whom an article says, without a number, that something befell them. */
typedef struct {
    size_t first, last; /* items that say who, where they are told of first */
    size_t count;       /* 0: nobody, or not clear how many */
    bool differ;        /* not all who are told of can be one */
} told;

/* "A teen was also shot": beside those who are told of before. */
static bool is_one_more(const sls_scene *s, size_t last, size_t at)
{
    for (size_t i = last + 1; i < at; i++)
        if (sls_item_says(&s->items->at[i], SLS_C_LITERAL, "too"))
            return true;
    return false;
}

/*
 * The one of whom alone the article says one of `roles`; two who cannot be one make it unclear.
 * Where others may be meant, a pronoun alone is `vague`.
 */
static sls_status find_single(const sls_claimer *c, uint32_t roles, bool headline, bool vague,
                              told *out)
{
    const sls_items *items = c->scene->items;
    enum { UNKNOWN, NO, YES } toll = UNKNOWN;
    sls_lone known;

    for (size_t i = next_told(c, 0, roles, headline); i < items->count && !out->differ;
         i = next_told(c, i + 1, roles, headline)) {
        size_t first, last;
        sls_lone one;

        if (!sls_single_at(c->scene, i, headline, &first, &last))
            continue;
        const sls_status status = sls_lone_of(c->scene, first, last, &one);
        if (status != SLS_OK)
            return status;
        if (toll == UNKNOWN)
            toll = tells_of_toll(c) ? YES : NO;
        if (toll == NO && (one.name.len > 0 || first == last))
            continue; /* someone who died in bed is no toll */
        if (out->count == 0) {
            *out = (told){ .first = first, .last = last, .count = 1 };
            known = one;
        } else {
            out->differ = !sls_lone_join(&known, &one);
        }
        out->differ = out->differ || is_one_more(c->scene, last, i);
    }
    if (out->count > 0 && vague && sls_lone_is_meant(&known))
        out->differ = true;
    return SLS_OK;
}

/* Whether items first..last name somebody. */
static bool has_name(const sls_scene *s, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++)
        if (sls_scene_is_person(s, i))
            return true;
    return false;
}

/*
 * Whether one more is named of whom the text says one of `roles`, than those of whom `several`
 * tells by name.
 */
static sls_status find_another(const sls_claimer *c, uint32_t roles, told *several)
{
    const sls_lone listed = { .name = sls_items_folded(c->scene->items, several->first,
                                                       several->last) };
    const sls_items *items = c->scene->items;

    if (!has_name(c->scene, several->first, several->last))
        return SLS_OK;
    for (size_t i = next_told(c, 0, roles, false); i < items->count;
         i = next_told(c, i + 1, roles, false)) {
        size_t first, last;
        sls_lone one, all = listed;

        if (!sls_single_at(c->scene, i, false, &first, &last))
            continue;
        const sls_status status = sls_lone_of(c->scene, first, last, &one);
        if (status != SLS_OK)
            return status;
        several->differ = several->differ || !sls_lone_join(&all, &one);
    }
    return SLS_OK;
}

/* The several of whom one sentence says one of `roles`; others of another make it unclear. */
static sls_status find_several(const sls_claimer *c, uint32_t roles, told *out)
{
    const sls_items *items = c->scene->items;
    sls_lone known;

    for (size_t i = next_told(c, 0, roles, false); i < items->count;
         i = next_told(c, i + 1, roles, false)) {
        size_t first, last;
        sls_lone one; /* the list's last, or all whom it names */
        const size_t count = sls_single_several_at(c->scene, i, &first, &last);
        const sls_status status =
            count > 0 ? sls_lone_of(c->scene, first, last, &one) : SLS_ENOTFOUND;

        if (status == SLS_ENOTFOUND)
            continue;
        if (status != SLS_OK)
            return status;
        if (out->count == 0) {
            *out = (told){ .first = first, .last = last, .count = count };
            known = one;
        } else if (count != out->count || !sls_lone_join(&known, &one)) {
            out->differ = true;
        }
    }
    return out->count > 0 ? find_another(c, roles, out) : SLS_OK;
}

/*
 * Who died or was hurt, as the article tells without a count: several, else one alone; see
 * find_single.
 */
static sls_status find_told(const sls_claimer *c, uint32_t roles, bool vague, told *out)
{
    sls_status status;

    *out = (told){ 0 };
    if (!tells(c, roles))
        return SLS_OK;
    status = find_several(c, roles, out);
    if (status == SLS_OK && out->count == 0)
        status = find_single(c, roles, false, vague, out);
    if (status == SLS_OK && out->count == 0)
        status = find_single(c, roles, true, vague, out);
    if (out->differ || (out->count == 1 && tells_of_several(c, roles)))
        out->count = 0;
    return status;
}

/* Whether the article tells of anybody's death. */
static bool tells_of_death(const sls_claimer *c)
{
    return tells(c, SLS_TRAIT(DEAD) | SLS_TRAIT(DIE));
}

/*
 * Whoever is shot is wounded or killed; where nobody died, the shot are the injured, unless
 * those are counted for themselves.
 */
static void settle_shot(sls_claimer *c)
{
    for (size_t i = 0; i < c->out.len; i++)
        if (c->out.at[i].kind == SLS_KIND_QUANTITY &&
            (sls_str_eq(c->out.at[i].what, SLS_STR("shot")) ||
             sls_str_eq(c->out.at[i].what, SLS_STR("treated")))) {
            c->out.at[i].what = SLS_STR("injured");
            c->out.at[i].state_inferred = true;
        }
}

/*
 * "Tidak ada korban jiwa": the first denials that somebody died or was hurt, where nobody is
 * counted who did.
 */
static sls_status add_nobody(sls_claimer *c, sls_source_vec *origin)
{
    const sls_items *items = c->scene->items;
    const few none = { SLS_STR("0"), SLS_BOUND_EXACT };
    const sls_str roles[] = { SLS_STR("dead"), SLS_STR("injured") };
    bool open[] = { !is_counted(c, roles[0]), !is_counted(c, roles[1]) };
    sls_status status = SLS_OK;

    for (size_t i = next_with(items, 0, SLS_C_NEGATION);
         i < items->count && (open[0] || open[1]) && status == SLS_OK;
         i = next_with(items, i + 1, SLS_C_NEGATION)) {
        size_t last = i;
        const sls_str role =
            is_of_the_text(c, i) ? sls_nobody_at(c->scene, i, &last) : (sls_str){ 0 };

        for (size_t k = 0; k < 2 && status == SLS_OK; k++)
            if (open[k] && sls_str_eq(role, roles[k])) {
                open[k] = false;
                status = add_few(c, origin, i, last, role, none);
            }
    }
    return status;
}

/* Whether the article counts some of those who were hurt, so that one who is told of is a part. */
static bool counts_some(const sls_claimer *c)
{
    for (size_t i = 0; i < c->out.len; i++) {
        const sls_claim *const claim = &c->out.at[i];

        if (claim->kind == SLS_KIND_QUANTITY &&
            (sls_str_eq(claim->what, SLS_STR("shot")) ||
             sls_lexicon_attribute_is(SLS_C_ROLE, claim->what, "of", "injured")))
            return true;
    }
    return false;
}

/* "A third person has died": the reading of the highest number that somebody is the last of. */
static const sls_reading *find_nth(const sls_claimer *c, uint32_t roles, bool headline)
{
    const sls_items *items = c->scene->items;
    const sls_reading *highest = NULL;
    sls_decimal most = sls_decimal_of(2), nth; /* a second one may be told of beside a first */
    sls_amount of;

    for (size_t i = next_told(c, 0, roles, headline); i < items->count;
         i = next_told(c, i + 1, roles, headline)) {
        const sls_reading *r = sls_single_nth_at(c->scene, i, headline);

        if (!r || sls_amount_of(items, r, c->arena, &of) != SLS_OK ||
            sls_decimal_read(of.value, &nth) != SLS_OK || sls_decimal_cmp(nth, most) <= 0)
            continue;
        highest = r;
        most = nth;
    }
    return highest;
}

/* A claim of as many as the last one's number tells. */
static sls_status add_nth(sls_claimer *c, sls_source_vec *origin, uint32_t roles, sls_str role)
{
    const sls_reading *nth = tells(c, roles) ? find_nth(c, roles, false) : NULL;
    sls_amount of;

    if (!nth && tells(c, roles))
        nth = find_nth(c, roles, true);
    sls_status status = nth ? sls_amount_of(c->scene->items, nth, c->arena, &of) : SLS_ENOTFOUND;

    if (status == SLS_OK)
        status =
            add_few(c, origin, nth->first, nth->last, role, (few){ of.value, SLS_BOUND_EXACT });
    return status == SLS_ENOTFOUND ? SLS_OK : status;
}

/* A claim of those who are told of without a count; `vague` as in find_single. */
static sls_status add_told(sls_claimer *c, sls_source_vec *origin, uint32_t roles, sls_str role,
                           bool vague)
{
    char text[SLS_DECIMAL_TEXT];
    few how_many = { SLS_STR("1"), SLS_BOUND_AT_LEAST };
    told who;
    sls_status status = find_told(c, roles, vague, &who);

    if (status != SLS_OK || who.count == 0)
        return status;
    if (who.count > 1) {
        const sls_decimal count = sls_decimal_of((int64_t)who.count);

        how_many.bound = SLS_BOUND_EXACT;
        status = sls_arena_copy(c->arena, (sls_str){ text, sls_decimal_text(count, text) },
                                &how_many.value);
    }
    return status == SLS_OK ? add_few(c, origin, who.first, who.last, role, how_many) : status;
}

sls_status sls_victims_add(sls_claimer *c, sls_source_vec *origin)
{
    const sls_str dead = SLS_STR("dead"), injured = SLS_STR("injured");
    const bool some = counts_some(c);
    /* where nobody died, those who were shot are the hurt */
    const bool alive =
        !is_counted(c, injured) && (some || tells(c, SLS_TRAIT(SHOT))) && !tells_of_death(c);
    const uint32_t hurt = SLS_TRAIT(INJURED) | (alive ? SLS_TRAIT(SHOT) : 0);
    sls_status status = SLS_OK;

    if (alive)
        settle_shot(c);
    if (!is_counted(c, dead))
        status = add_nth(c, origin, SLS_TRAIT(DEAD), dead);
    if (status == SLS_OK && !is_counted(c, dead))
        status = add_told(c, origin, SLS_TRAIT(DEAD), dead, false);
    if (status == SLS_OK && !some && !is_counted(c, injured))
        status = add_told(c, origin, hurt, injured, tells_of_death(c));
    return status == SLS_OK ? add_nobody(c, origin) : status;
}
