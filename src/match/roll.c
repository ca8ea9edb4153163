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

static sls_status add_bearer(sls_roll *roll, const sls_claim *c, uint32_t entry, sls_arena *arena)
{
    sls_bearer *const bearer = sls_vec_push(&roll->bearers, arena);
    if (!bearer)
        return SLS_ENOMEM;
    *bearer = (sls_bearer){ .entry = entry,
                            .article = roll->at[entry].article,
                            .named = SLS_NOBODY,
                            .person = SLS_NOBODY,
                            .value = c->value,
                            .hint = c->scope_hint };
    if (c->kind == SLS_KIND_TITLE)
        read_office(c->what, bearer);
    return SLS_OK;
}

static void add_article(sls_roll *roll, const sls_claim *first, size_t source)
{
    roll->articles[roll->article_count++] = (sls_roll_article){ .first = roll->count,
                                                                .number = (uint32_t)source,
                                                                .id = first->article,
                                                                .outlet = first->source,
                                                                .published = first->published,
                                                                .credit = first->credit };
}

/* `c`: the claim, or what was peeked at, which belongs at `claim`. Its article is the last one. */
static sls_status add_entry(sls_roll *roll, const sls_claim *c, const sls_claim *claim,
                            sls_arena *arena)
{
    const uint32_t i = roll->count++;
    sls_roll_article *const article = &roll->articles[roll->article_count - 1];
    article->end = i + 1;
    article->odd |= c->kind == SLS_KIND_DATE && sls_claim_misses_weekday(c);
    roll->at[i] = (sls_entry){ .claim = claim,
                               .what = c->what,
                               .entities = c->entities,
                               .start = c->start,
                               .article = roll->article_count - 1 };
    return is_borne(c) ? add_bearer(roll, c, i, arena) : SLS_OK;
}

static sls_status make_room(sls_roll *roll, size_t claims, size_t articles, sls_arena *arena)
{
    *roll = (sls_roll){ 0 };
    if (claims >= SLS_NOBODY)
        return SLS_ENOMEM;
    roll->at = sls_arena_alloc(arena, (claims + 1) * sizeof *roll->at);
    roll->articles = sls_arena_alloc(arena, (articles + 1) * sizeof *roll->articles);
    return roll->at && roll->articles ? SLS_OK : SLS_ENOMEM;
}

sls_status sls_roll_make(const sls_claim *claims, size_t count, sls_arena *arena, sls_roll *out)
{
    sls_status status = make_room(out, count, count, arena);
    const sls_claim **const order = sls_arena_alloc(arena, (count + 1) * sizeof *order);
    if (status != SLS_OK || !order)
        return SLS_ENOMEM;
    count = take(claims, count, order);
    (void)sls_sort(order, count, sizeof *order, by_place);
    for (size_t i = 0; status == SLS_OK && i < count; i++) {
        if (i == 0 || !sls_str_eq(order[i]->article, order[i - 1]->article))
            add_article(out, order[i], 0);
        status = add_entry(out, order[i], order[i], arena);
    }
    return status;
}

/* The claims of one article at a time. */
typedef struct {
    sls_claim *room;         /* what was peeked at */
    const sls_claim **order; /* those that are taken */
} peeking;

static sls_status add_source(sls_roll *roll, size_t i, const peeking *p, sls_arena *arena)
{
    const sls_matched_claims *const of = roll->of;
    const sls_matched_article *const a = &of->articles[i];
    const sls_claim *const place = of->claims + a->first;
    sls_status status = a->waits ? of->source.peek(of->source.context, a->number, p->room) : SLS_OK;
    if (status != SLS_OK)
        return status;
    const sls_claim *const seen = a->waits ? p->room : place;
    const size_t count = take(seen, sls_matched_length(of, i), p->order);
    (void)sls_sort(p->order, count, sizeof *p->order, by_place);
    if (count > 0)
        add_article(roll, p->order[0], i);
    for (size_t n = 0; status == SLS_OK && n < count; n++)
        status = add_entry(roll, p->order[n], place + (p->order[n] - seen), arena);
    return status;
}

sls_status sls_roll_make_of(const sls_matched_claims *of, sls_arena *arena, sls_roll *out)
{
    size_t most = 0;
    for (size_t i = 0; i < of->article_count; i++)
        if (most < sls_matched_length(of, i))
            most = sls_matched_length(of, i);
    sls_arena *const scratch = sls_arena_new(0);
    sls_status status = scratch ? make_room(out, of->count, of->article_count, arena) : SLS_ENOMEM;
    out->of = of;
    peeking p = { 0 };
    if (status == SLS_OK) {
        p.room = sls_arena_alloc(scratch, (most + 1) * sizeof *p.room);
        p.order = sls_arena_alloc(scratch, (most + 1) * sizeof *p.order);
        status = p.room && p.order ? SLS_OK : SLS_ENOMEM;
    }
    for (size_t i = 0; status == SLS_OK && i < of->article_count; i++)
        status = add_source(out, i, &p, arena);
    sls_arena_free(scratch);
    return status;
}

sls_status sls_roll_read(const sls_roll *roll, uint32_t article)
{
    return roll->of ? sls_matched_read(roll->of, roll->articles[article].number) : SLS_OK;
}

sls_member sls_roll_member(const sls_roll *roll, uint32_t entry)
{
    const sls_entry *const e = &roll->at[entry];
    return (sls_member){ .claim = e->claim, .witness = roll->articles[e->article].witness };
}

sls_member sls_roll_bearer(const sls_roll *roll, uint32_t bearer, sls_str who)
{
    const sls_bearer *const b = &roll->bearers.at[bearer];
    sls_member member = sls_roll_member(roll, b->entry);
    member.who = who;
    member.scope = b->scope;
    member.scope_from = b->scope_from;
    return member;
}
