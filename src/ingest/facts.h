/*
 * facts.h - what is told of an article beside its text: source, date, language, title, link,
 * credit.
 *
 *     published: 2024-06-19 14:30:00   ->   article.published = "2024-06-19T14:30"
 *
 * A manifest's columns, front matter's keys and the members of a JSON record
 * carry the same six facts under the same names, so they are checked here once.
 * Values are copied into the arena given where they had to be rewritten, else borrowed.
 */
#ifndef SLS_INGEST_FACTS_H
#define SLS_INGEST_FACTS_H

#include <selisih/arena.h>
#include <selisih/article.h>

enum { SLS_FACTS = 6 };

/* An article's members: its id, the facts, its text; and what a file calls them. */
enum { SLS_FIELD_ID, SLS_FIELD_FACTS, SLS_FIELD_TEXT = SLS_FIELD_FACTS + SLS_FACTS, SLS_FIELDS };
typedef struct {
    const char *at[SLS_FIELDS];
} sls_fields;

/* "id", "source" ... "text", static storage. */
const sls_fields *sls_fields_own(void);

/* "source", "published", "lang", "title", "url", "credit"; `fact` is 0..SLS_FACTS-1. */
const char *sls_fact_name(size_t fact);
/* The field of `article` that holds `fact`. */
sls_str *sls_fact_of(sls_article *article, size_t fact);

/* Where a fact stands, for messages: a file, and the line on which it is told, from 1. */
typedef struct {
    const char *path;
    size_t line;
} sls_place;

/*
 * Trims `value`, checks a date and a language, and sets the fact; an empty value is unknown and
 * never bad. SLS_OK; SLS_ESYNTAX: no date, or a language that is not read; SLS_ERANGE: a date
 * that cannot be; both with `*diag`, the article untouched; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_fact_set(sls_article *article, size_t fact, sls_str value,
                                     sls_place place, sls_arena *arena, sls_diag *diag);

/* Takes from `other` every fact that `article` lacks. */
void sls_facts_fill(sls_article *article, const sls_article *other);

#endif
