/*
 * roll.h - claims in their order, article by article, with what matching learns of each.
 *
 * The roll is what the steps of matching share: independence.c writes the
 * articles' witnesses, people.c the persons, scopes.c the offices' scopes.
 * Entries stand by (article, place, end, kind, what, value), so that an entry's
 * index is its place and nothing depends on the order in which claims came. Of titles that stand
 * apart from their text only offices and names are on it.
 */
#ifndef SLS_MATCH_ROLL_H
#define SLS_MATCH_ROLL_H

#include "base/vec.h"
#include "match/articles.h"
#include <selisih/arena.h>
#include <selisih/finding.h>

#define SLS_NOBODY UINT32_MAX

typedef struct {
    const sls_claim *claim; /* to be looked at when its article has been read: sls_roll_read */
    sls_str what, entities; /* the claim's */
    size_t start;           /* the claim's */
    uint32_t article;       /* index into the roll's articles */
} sls_entry;

/* A title or a name: whom it is of. */
typedef struct {
    uint32_t entry, article;
    uint32_t named;     /* the person as spelled here, before short forms are joined; index into
                           sls_people, or SLS_NOBODY */
    uint32_t person;    /* the person after joining; or SLS_NOBODY */
    sls_str value;      /* the claim's */
    sls_str hint;       /* the claim's scope_hint */
    sls_str office;     /* title: "foreign-minister"; else "" */
    sls_str scope;      /* title: "RU", "?" while it is open */
    sls_str scope_from; /* as in sls_member */
} sls_bearer;

typedef struct {
    uint32_t first, end;                   /* entries [first, end) */
    uint32_t witness;                      /* index of the article that speaks for all copies; see
                                              independence.c */
    uint32_t number;                       /* its index among the articles that are matched */
    bool odd;                              /* it has a date that its weekday denies */
    sls_str id, outlet, published, credit; /* its claims' */
} sls_roll_article;

typedef struct {
    sls_entry *at;
    uint32_t count;
    sls_roll_article *articles; /* by id */
    uint32_t article_count;
    SLS_VEC(sls_bearer) bearers;  /* by entry */
    const sls_matched_claims *of; /* NULL: all claims are there */
} sls_roll;

/* Orders `claims` and cuts them by article. SLS_OK; SLS_ENOMEM, also at 2^32 claims. */
SLS_MUST_USE sls_status sls_roll_make(const sls_claim *claims, size_t count, sls_arena *arena,
                                      sls_roll *out);
/* The same of claims that may wait, which are peeked at; `of` must outlive `*out`. As its source.
 */
SLS_MUST_USE sls_status sls_roll_make_of(const sls_matched_claims *of, sls_arena *arena,
                                         sls_roll *out);
/* Has the claims of an article read, so that they can be looked at. Any thread. As their source. */
SLS_MUST_USE sls_status sls_roll_read(const sls_roll *roll, uint32_t article);

/* The entry as a member of a group; nobody bears it. */
sls_member sls_roll_member(const sls_roll *roll, uint32_t entry);
/* The bearer as one; `who` is given by who knows the people. */
sls_member sls_roll_bearer(const sls_roll *roll, uint32_t bearer, sls_str who);

#endif
