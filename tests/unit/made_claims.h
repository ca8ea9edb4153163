/*
 * made_claims.h - claims made by hand, as extract would hand them on, and what becomes of them.
 */
#ifndef SLS_TESTS_MADE_CLAIMS_H
#define SLS_TESTS_MADE_CLAIMS_H

#include "compare/compare.h"
#include "match/match.h"
#include "model/argument.h"

#include <criterion/criterion.h>
#include <string.h>

#define S(text) SLS_STR(text)

typedef struct {
    sls_arena *arena;
    sls_matching matching;
    sls_findings findings;
} world;

static inline world world_of(const sls_claim *claims, size_t count)
{
    world w = { .arena = sls_arena_new(0) };
    cr_assert_not_null(w.arena);
    cr_assert_eq(sls_match(claims, count, NULL, 1, w.arena, &w.matching), SLS_OK);
    cr_assert_eq(sls_compare(w.matching.groups, w.matching.count, NULL, claims, count, NULL, 1,
                             w.arena, &w.findings),
                 SLS_OK);
    return w;
}

static inline void world_free(world *w)
{
    sls_arena_free(w->arena);
}

/* How many findings follow `rule`; of any severity when `severity` is -1. */
static inline size_t count_of(const world *w, const char *rule, int severity)
{
    size_t n = 0;
    for (size_t i = 0; i < w->findings.count; i++)
        n += strcmp(w->findings.at[i].rule, rule) == 0 &&
             (severity < 0 || (int)w->findings.at[i].severity == severity);
    return n;
}

/* The first finding by `rule`; the test fails when there is none. */
static inline const sls_finding *find_rule(const world *w, const char *rule)
{
    for (size_t i = 0; i < w->findings.count; i++)
        if (strcmp(w->findings.at[i].rule, rule) == 0)
            return &w->findings.at[i];
    cr_assert_fail("no finding by %s", rule);
    return NULL;
}

static inline sls_str argument_of(const sls_finding *f, const char *name)
{
    sls_arg arg = { .name = NULL };
    (void)sls_finding_arg(f, sls_str_of(name), &arg);
    return arg.value;
}

/* A title: who held `what` by an article, published on a day, as of a time. */
static inline sls_claim made_title(const char *article, const char *published, const char *what,
                                   const char *value, const char *as_of)
{
    return (sls_claim){ .article = sls_str_of(article),
                        .source = sls_str_of(article),
                        .published = sls_str_of(published),
                        .lang = S("id"),
                        .kind = SLS_KIND_TITLE,
                        .line = 1,
                        .start = 10,
                        .end = 40,
                        .surface = sls_str_of(value),
                        .what = sls_str_of(what),
                        .value = sls_str_of(value),
                        .as_of = sls_str_of(as_of),
                        .confidence = 90 };
}

/* A date of an event with its object and participants. */
static inline sls_claim made_date(const char *article, const char *published, const char *event,
                                  const char *object, const char *entities, const char *value)
{
    return (sls_claim){ .article = sls_str_of(article),
                        .source = sls_str_of(article),
                        .published = sls_str_of(published),
                        .lang = S("id"),
                        .kind = SLS_KIND_DATE,
                        .line = 1,
                        .start = 10,
                        .end = 20,
                        .surface = sls_str_of(value),
                        .what = sls_str_of(event),
                        .event = sls_str_of(event),
                        .object = sls_str_of(object),
                        .entities = sls_str_of(entities),
                        .value = sls_str_of(value),
                        .confidence = 90 };
}

/* A quantity of an event, with words of its sentence. */
static inline sls_claim made_quantity(const char *article, const char *published, const char *what,
                                      const char *unit, const char *value, const char *entities,
                                      const char *context)
{
    return (sls_claim){ .article = sls_str_of(article),
                        .source = sls_str_of(article),
                        .published = sls_str_of(published),
                        .lang = S("id"),
                        .kind = SLS_KIND_QUANTITY,
                        .line = 1,
                        .start = 10,
                        .end = 20,
                        .surface = sls_str_of(value),
                        .what = sls_str_of(what),
                        .event = sls_str_of(what),
                        .unit = sls_str_of(unit),
                        .entities = sls_str_of(entities),
                        .value = sls_str_of(value),
                        .context = sls_str_of(context),
                        .as_of = sls_str_of(published),
                        .confidence = 90 };
}

#endif
