#include "match/roll.h"

#include "base/sort.h"
#include "model/claim_csv.h"
#include "model/date_slip.h"
#include "model/sense.h"

static int by_number(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

/*
 * The model's order, and behind it every field that matching or comparing looks at: claims
 * that stand at one place with one value must not change places with the input.
 */
static int by_place(const void *x, const void *y)
{
    const sls_claim *const a = *(const sls_claim *const *)x, *const b =
                                                                 *(const sls_claim *const *)y;
    int order = sls_claim_order(a, b);
    if (order != 0)
        return order;
    const sls_str left[] = { a->unit,    a->entities,   a->place,   a->as_of,     a->context,
                             a->quote,   a->scope_hint, a->source,  a->published, a->credit,
                             a->subject, a->headline,   a->ordinal, a->surface,   a->speaker,
                             a->stance,  a->agent,      a->patient };
    const sls_str right[] = { b->unit,    b->entities,   b->place,   b->as_of,     b->context,
                              b->quote,   b->scope_hint, b->source,  b->published, b->credit,
                              b->subject, b->headline,   b->ordinal, b->surface,   b->speaker,
                              b->stance,  b->agent,      b->patient };
    for (size_t i = 0; order == 0 && i < sizeof left / sizeof *left; i++)
        order = sls_str_cmp(left[i], right[i]);
    if (order == 0)
        order = by_number(a->state, b->state);
    if (order == 0)
        order = by_number(a->bound, b->bound);
    return order != 0 ? order : by_number(a->zone, b->zone);
}

/*
 * A title that stands apart lacks the time, the place and whose count it is: of 22 numbers in which
 * such titles and other articles differed five were told of one thing. Compare holds it against its
 * own body; here only offices and names are taken of it.
 */
static bool is_taken(const sls_claim *claim)
{
    return !sls_claim_is_titled(claim) || claim->kind == SLS_KIND_TITLE ||
           claim->kind == SLS_KIND_NAME;
}

/* Those that are on the roll, into `order`; how many. */
static size_t take(const sls_claim *claims, size_t count, const sls_claim **order)
{
    size_t taken = 0;
    for (size_t i = 0; i < count; i++)
        if (is_taken(&claims[i]))
            order[taken++] = &claims[i];
    return taken;
}

static bool is_borne(const sls_claim *claim)
{
    return claim->kind == SLS_KIND_TITLE || claim->kind == SLS_KIND_NAME;
}

static void read_office(sls_str what, sls_bearer *bearer)
{
    const size_t at = sls_str_find_byte(what, '@');
    bearer->office = sls_str_slice(what, 0, at);
    bearer->scope = at == SIZE_MAX ? SLS_STR("?") : sls_str_slice(what, at + 1, what.len);
    if (bearer->scope.len == 0)
        bearer->scope = SLS_STR("?");
}

static void add_bearer(sls_roll *roll, const sls_claim *c, uint32_t entry)
{
    sls_bearer *const bearer = &roll->bearers[roll->bearer_count++];
    *bearer = (sls_bearer){ .entry = entry,
                            .article = roll->at[entry].article,
                            .named = SLS_NOBODY,
                            .person = SLS_NOBODY,
                            .value = c->value,
                            .hint = c->scope_hint };
    if (c->kind == SLS_KIND_TITLE)
        read_office(c->what, bearer);
}

static void add_entry(sls_roll *roll, const sls_claim *c)
{
    const uint32_t i = roll->count++;
    if (roll->article_count == 0 ||
        !sls_str_eq(roll->articles[roll->article_count - 1].id, c->article))
        roll->articles[roll->article_count++] = (sls_roll_article){ .first = i,
                                                                    .id = c->article,
                                                                    .source = c->source,
                                                                    .published = c->published,
                                                                    .credit = c->credit };
    sls_roll_article *const article = &roll->articles[roll->article_count - 1];
    article->end = i + 1;
    article->odd |= c->kind == SLS_KIND_DATE && sls_claim_misses_weekday(c);
    roll->at[i] = (sls_entry){ .claim = c,
                               .what = c->what,
                               .entities = c->entities,
                               .start = c->start,
                               .article = roll->article_count - 1 };
    if (is_borne(c))
        add_bearer(roll, c, i);
}

sls_status sls_roll_make(const sls_claim *claims, size_t count, sls_arena *arena, sls_roll *out)
{
    size_t borne = 0;
    if (count >= SLS_NOBODY)
        return SLS_ENOMEM;
    *out = (sls_roll){ 0 };
    if (count == 0)
        return SLS_OK;
    for (size_t i = 0; i < count; i++)
        borne += is_borne(&claims[i]);
    const sls_claim **const order = sls_arena_alloc(arena, count * sizeof *order);
    out->at = sls_arena_alloc(arena, count * sizeof *out->at);
    out->articles = sls_arena_alloc(arena, count * sizeof *out->articles);
    out->bearers = sls_arena_alloc(arena, (borne + 1) * sizeof *out->bearers);
    if (!order || !out->at || !out->articles || !out->bearers)
        return SLS_ENOMEM;
    count = take(claims, count, order);
    (void)sls_sort(order, count, sizeof *order, by_place);
    for (size_t i = 0; i < count; i++)
        add_entry(out, order[i]);
    return SLS_OK;
}

sls_member sls_roll_member(const sls_roll *roll, uint32_t entry)
{
    const sls_entry *const e = &roll->at[entry];
    return (sls_member){ .claim = e->claim, .witness = roll->articles[e->article].witness };
}

sls_member sls_roll_bearer(const sls_roll *roll, uint32_t bearer, sls_str who)
{
    const sls_bearer *const b = &roll->bearers[bearer];
    sls_member member = sls_roll_member(roll, b->entry);
    member.who = who;
    member.scope = b->scope;
    member.scope_from = b->scope_from;
    return member;
}
