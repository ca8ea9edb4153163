/*
 * store.h - all articles of a run and their claims, which outlive the texts.
 *
 * Claims are copied out of the batch that they came in; strings that repeat from claim to claim
 * (outlet, date, link, unit, countries) are kept once, so that memory is bounded by what the
 * articles assert and not by how long they are. Sorting makes everything after it independent
 * of the order in which the articles came.
 */
#ifndef SLS_CHECK_STORE_H
#define SLS_CHECK_STORE_H

#include "check/batch.h"
#include "model/spot.h"

/* An article that was read or skipped. */
typedef struct {
    sls_article_row row;
    sls_str file; /* stem of its claims file; "" when there is none to write */
    size_t line;  /* of its file, on which it begins */
    bool made;
    sls_key key;   /* by which the cache knows it; 0: there is none */
    size_t first;  /* index of its first claim in sls_store_claims */
    sls_str later; /* kept bytes that its claims are read from when they are asked for, or "" */
} sls_stored;

typedef struct sls_store sls_store;

/* Whether it is an article that was read: verified claims are none, nor is what was skipped. */
bool sls_stored_is_article(const sls_stored *stored);

/* NULL when memory ran out. */
sls_store *sls_store_new(void);
void sls_store_free(sls_store *store); /* NULL is allowed */
/*
 * Copies an article in. SLS_OK; SLS_ESYNTAX: an article of that id is there already, the later one
 * is stored as skipped and `*diag` names the first one's file; SLS_ENOMEM with `*diag`.
 */
SLS_MUST_USE sls_status sls_store_add(sls_store *store, const sls_result *result, sls_diag *diag);
/* What becomes of the claims of an article that are read late: any thread, texts in `arena`. */
typedef sls_status sls_store_finish(void *context, sls_claim *claims, size_t count,
                                    sls_arena *arena);
/*
 * Puts articles and claims in their final order; nothing may be added afterwards. Claims that were
 * left for later are read by up to `jobs` threads and finished; where `finish` is NULL they stay
 * unread, and must not be looked at. SLS_OK; SLS_ESYNTAX: kept bytes are damaged; SLS_ENOMEM; what
 * `finish` returned.
 */
SLS_MUST_USE sls_status sls_store_sort(sls_store *store, size_t jobs, sls_store_finish *finish,
                                       void *context);

/* After sorting: by article id, then path. */
const sls_stored *sls_store_articles(const sls_store *store, size_t *count);
/* After sorting: in the order of sls_claim_order; those of an article that was left for later only
 * after sls_store_read. */
const sls_claim *sls_store_claims(const sls_store *store, size_t *count);
/* The claims of the i-th article, which was left for later, into `room`. Any thread. SLS_OK;
 * SLS_ESYNTAX: kept bytes are damaged. */
SLS_MUST_USE sls_status sls_store_peek(const sls_store *store, size_t i, sls_claim *room);
/* The same into their place, whatever the article; those that are there stay. */
SLS_MUST_USE sls_status sls_store_read(sls_store *store, size_t i);
/* Those of all articles, by up to `jobs` threads. */
SLS_MUST_USE sls_status sls_store_read_all(sls_store *store, size_t jobs);
/* Whether those of the i-th article are there. Any thread. */
bool sls_store_has_read(sls_store *store, size_t i);

/* Where `claim`, one of sls_store_claims, stands. A record of JSON Lines has a line only. */
sls_spot sls_store_spot(const sls_store *store, const sls_claim *claim);

/* How many texts a claim has, and at which byte of it the i-th is. */
enum { SLS_CLAIM_TEXTS = 26 };
size_t sls_claim_text_at(size_t i);

/* Copies of the claims in `arena`, a string that repeats from one to the next kept once. NULL: no
 * memory. */
sls_claim *sls_claims_copy(const sls_claim *claims, size_t count, sls_arena *arena);

#endif
