#include "extract/extract.h"

#include "base/vec.h"
#include "extract/amount/identifier.h"
#include "extract/amount/quantity.h"
#include "extract/claim/clause.h"
#include "extract/date/date.h"
#include "extract/office/title.h"

typedef SLS_VEC(sls_mention) mention_vec;

typedef struct {
    const sls_document *document;
    const sls_scene *scene;
    sls_arena *arena;
    mention_vec out;
} mentioner;

static sls_status add(mentioner *m, const sls_reading *r, const char *type, sls_str value,
                      sls_str unit, sls_bound bound)
{
    const sls_str surface = sls_items_origin(m->scene->items, r->first, r->last);
    const sls_location at = sls_document_locate(m->document, surface);
    sls_mention *mention = sls_vec_push(&m->out, m->arena);

    if (!mention)
        return SLS_ENOMEM;
    *mention = (sls_mention){ .type = type,
                              .line = at.line,
                              .start = at.start,
                              .end = at.end,
                              .surface = surface,
                              .value = value,
                              .unit = unit,
                              .bound = bound };
    return SLS_OK;
}

static sls_status add_reading(mentioner *m, const sls_reading *r);
static sls_status add_amount(mentioner *m, const sls_reading *r);

static sls_status add_date(mentioner *m, const sls_reading *r)
{
    sls_dated date;
    sls_reading length, whole = *r;
    sls_status status = sls_date_of(m->scene->items, r,
                                    sls_clause_ahead(m->scene, r->first, r->last), m->arena, &date);

    if (status == SLS_ENOTFOUND && sls_date_amount(m->scene->items, r, &length))
        return add_amount(m, &length);
    if (status == SLS_ENOTFOUND) { /* its parts may still say something */
        status = r->left ? add_reading(m, r->left) : SLS_OK;
        return status == SLS_OK && r->right ? add_reading(m, r->right) : status;
    }
    while (date.alone && whole.first > 0 &&
           m->scene->items->at[whole.first - 1].symbol != SLS_SYMBOL_BOUNDARY)
        whole.first--; /* a field that says "in 2014" is all of it that date */
    for (int i = 0; i < SLS_DATES_MAX && status == SLS_OK; i++)
        if (date.value[i].len > 0)
            status = add(m, &whole, date.type, date.value[i], (sls_str){ 0 }, SLS_BOUND_EXACT);
    return status;
}

static sls_status mention_title(mentioner *m, const sls_reading *r, const sls_title *title)
{
    sls_str what;
    sls_status status =
        sls_arena_concat3(m->arena, title->office, SLS_STR("@"), title->scope, &what);

    return status == SLS_OK ? add(m, r, "title", title->person, what, SLS_BOUND_EXACT) : status;
}

static sls_status add_title(mentioner *m, const sls_reading *r)
{
    sls_title title;
    sls_status status = sls_title_of(m->scene->items, r, m->arena, &title);

    if (status == SLS_OK && !sls_title_stands(m->scene->items, r, m->scene->cast, &title))
        return SLS_OK;
    if (status == SLS_OK)
        status = mention_title(m, r, &title);
    if (status == SLS_OK)
        status = sls_title_second(m->scene->items, r, m->arena, &title);
    if (status == SLS_OK)
        status = mention_title(m, r, &title);
    return status == SLS_ENOTFOUND ? SLS_OK : status;
}

static sls_status add_name(mentioner *m, const sls_reading *r)
{
    sls_reading own = *r;
    sls_str name;
    sls_status status;

    own.first = sls_title_name_begin(m->scene->items, r);
    status = sls_title_name(m->scene->items, own.first, r->last, m->arena, &name);

    if (status != SLS_OK || !sls_cast_find(m->scene->cast, name))
        return status; /* a capitalised run that nothing says is a person */
    return add(m, &own, "name", name, (sls_str){ 0 }, SLS_BOUND_EXACT);
}

static sls_status add_identifier(mentioner *m, const sls_reading *r)
{
    sls_str what, value;
    sls_status status = sls_identifier_of(m->scene->items, r, m->arena, &what, &value);

    if (status == SLS_ENOTFOUND)
        return SLS_OK;
    return status == SLS_OK ? add(m, r, "identifier", value, what, SLS_BOUND_EXACT) : status;
}

static sls_status add_amount(mentioner *m, const sls_reading *r)
{
    sls_amount amount;
    sls_str duration = { 0 };
    sls_status status = sls_amount_of(m->scene->items, r, m->arena, &amount);

    if (status == SLS_ENOTFOUND)
        return SLS_OK;
    if (status == SLS_OK && sls_str_eq(sls_str_of(amount.type), SLS_STR("duration")))
        status = sls_amount_duration(&amount, m->arena, &duration);
    if (status != SLS_OK)
        return status;
    if (duration.len > 0)
        return add(m, r, amount.type, duration, (sls_str){ 0 }, amount.bound);
    if (amount.guessed && amount.unit.len == 0) { /* what it counts is no noun: "two separate" */
        sls_reading bare = *r;

        bare.last--;
        return add(m, &bare, amount.type, amount.value, amount.unit, amount.bound);
    }
    return add(m, r, amount.type, amount.value, amount.unit, amount.bound);
}

static sls_status add_reading(mentioner *m, const sls_reading *r)
{
    if (sls_reading_is(r, SLS_READ(GUARD)))
        return SLS_OK;
    if (sls_reads_date(r))
        return add_date(m, r);
    if (sls_reading_is(r, SLS_READ(TITLE)))
        return add_title(m, r);
    if (sls_reading_is(r, SLS_READ(IDENTIFIER)))
        return add_identifier(m, r);
    return sls_reading_is(r, SLS_READ(NAME)) ? add_name(m, r) : add_amount(m, r);
}

sls_status sls_mentions(sls_reader *reader, const sls_document *document, sls_arena *arena,
                        sls_mention **mentions, size_t *count)
{
    sls_scene scene;
    mentioner m = { .document = document, .scene = &scene, .arena = arena };
    sls_status status = sls_scene_make(reader, document, arena, &scene);

    for (size_t i = 0; status == SLS_OK && i < scene.readings->count; i++)
        status = add_reading(&m, &scene.readings->at[i]);
    if (status != SLS_OK)
        return status;
    *mentions = m.out.at;
    *count = m.out.len;
    return SLS_OK;
}
