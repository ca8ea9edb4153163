/*
 * happenings.h - what kind of happening claims tell of, and on which days: two that differ are two.
 *
 *     "banjir itu menewaskan 62 orang" | "63 tewas saat feri karam" -> apart: a flood, a shipwreck
 *     a quake of 3 June | a quake of 9 June                         -> apart, whatever they count
 *
 * One town has floods and fires in one week, and two crashes in one month: place, role and words
 * are the same then. The kinds of happenings stand in data/any/happening.csv; a kind that the other
 * article tells of anywhere parts nothing. Of 94 warnings between two happenings of a made archive
 * (tests/bench/archive.c, 6,000 articles) 28 went by these and all but two of the rest once a town
 * was read by its name.
 */
#ifndef SLS_MATCH_HAPPENINGS_H
#define SLS_MATCH_HAPPENINGS_H

#include "base/interval.h"
#include "match/roll.h"

/* Sets of kinds, a bit each by its hash: two of one bit are not told apart. */
typedef struct {
    uint64_t families; /* earthquake, weather, crash ... */
    uint64_t vehicles; /* road, sea ... */
} sls_kinds;

/* When and where an article says that something of these kinds happened. */
typedef struct {
    sls_kinds kinds;
    sls_interval days;
    sls_str place; /* as in sls_claim */
    uint32_t article;
    int sentence;
} sls_happening;

typedef struct {
    sls_happening *at; /* by article */
    uint32_t count;
} sls_happenings;

/* Of an event, or of a noun; none for what is no kind of happening. */
sls_kinds sls_kinds_of(sls_str value);
/* Of the words of a claim's sentence and of its event. */
sls_kinds sls_kinds_told(const sls_claim *claim);

static inline sls_kinds sls_kinds_join(sls_kinds a, sls_kinds b)
{
    return (sls_kinds){ a.families | b.families, a.vehicles | b.vehicles };
}

/* The dated happenings of the articles that `of` tells, NULL: of all. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_happenings_find(const sls_roll *roll, const bool *of, sls_arena *arena,
                                            sls_happenings *out);

/* What one claim and its article say of it. */
typedef struct {
    sls_kinds own, all; /* of its sentence; of the whole article */
    uint32_t article;
    int sentence;
    sls_interval published; /* of the article; has_published: whether it is known */
    bool has_published;
} sls_setting;

/* Whether two claims cannot be of one happening. */
bool sls_happenings_part(const sls_happenings *happenings, sls_setting a, sls_setting b);

#endif
