#include "match/common.h"

#include "lexicon/counting.h"
#include "match/gates.h"

static bool is_figure(const sls_claim *c)
{
    return c->kind == SLS_KIND_QUANTITY && c->unit.len > 0 && c->zone == SLS_ZONE_BODY &&
           c->state == SLS_ASSERTED && c->value.len > 0 && !sls_str_eq(c->value, SLS_STR("1"));
}

/* Whether claims of the article before entry `end` tell the value of entry `i`: counted already. */
static bool is_again(const sls_roll *roll, uint32_t first, uint32_t i)
{
    const sls_claim *const own = roll->at[i].claim;
    for (uint32_t k = first; k < i; k++) {
        const sls_claim *const c = roll->at[k].claim;
        if (is_figure(c) && sls_str_eq(c->unit, own->unit) && sls_str_eq(c->value, own->value))
            return true;
    }
    return false;
}

/* Whether the article tells no other value of the claim's unit. */
static bool is_lone(const sls_roll *roll, const sls_roll_article *a, const sls_claim *own)
{
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_COMMON_CLAIMS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        if (is_figure(c) && sls_str_eq(c->unit, own->unit) && !sls_str_eq(c->value, own->value))
            return false;
    }
    return true;
}

/* Whether unequal figures of one unit are of one thing: both say so, or neither has another. */
static bool are_of_one(const sls_roll *roll, const sls_roll_article *a, const sls_roll_article *b,
                       const sls_claim *c, const sls_claim *d)
{
    if (c->what.len > 0 && sls_str_eq(c->what, d->what))
        return true;
    return !(sls_is_role(c->what) && sls_is_role(d->what)) && is_lone(roll, a, c) &&
           is_lone(roll, b, d);
}

/* Figures of one article that the other tells, or contradicts. */
static void add_figures(const sls_roll *roll, const sls_roll_article *a, const sls_roll_article *b,
                        sls_common *out)
{
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_COMMON_CLAIMS; i++) {
        const sls_claim *const c = roll->at[i].claim;
        bool same = false, other = false;
        if (!is_figure(c) || is_again(roll, a->first, i))
            continue;
        for (uint32_t j = b->first; !same && j < b->end && j - b->first < SLS_COMMON_CLAIMS; j++) {
            const sls_claim *const d = roll->at[j].claim;
            if (!is_figure(d) || !sls_str_eq(c->unit, d->unit))
                continue;
            same = sls_str_eq(c->value, d->value);
            other = other || (!same && are_of_one(roll, a, b, c, d));
        }
        out->shared += same;
        out->differing += other && !same;
    }
}

/* Persons by two names or more whom both articles name. */
static int persons_of(const sls_roll *roll, const sls_roll_article *a, const sls_roll_article *b)
{
    sls_str found[SLS_COMMON_PERSONS];
    int count = 0;
    for (uint32_t i = a->first; i < a->end && i - a->first < SLS_COMMON_CLAIMS; i++) {
        sls_str list = roll->at[i].claim->entities, one;
        while (count < SLS_COMMON_PERSONS && sls_str_split(&list, ';', &one)) {
            int k = 0;
            while (k < count && !sls_str_eq(found[k], one))
                k++;
            if (k < count || sls_str_find_byte(one, ' ') == SIZE_MAX)
                continue;
            for (uint32_t j = b->first; j < b->end && j - b->first < SLS_COMMON_CLAIMS; j++)
                if (sls_str_list_has(roll->at[j].claim->entities, one)) {
                    found[count++] = one;
                    break;
                }
        }
    }
    return count;
}

sls_common sls_common_of(const sls_roll *roll, uint32_t a, uint32_t b)
{
    const sls_roll_article *const x = &roll->articles[a], *const y = &roll->articles[b];
    sls_common out = { 0, 0, 0 };
    add_figures(roll, x, y, &out);
    out.persons = persons_of(roll, x, y);
    out.shared += out.persons;
    return out;
}
