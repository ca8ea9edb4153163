/*
 * case.h - case files read: articles, and what is to be found in them. Their form is told at the
 * head of run.c.
 */
#ifndef CASE_H
#define CASE_H

#include <selisih/arena.h>
#include <selisih/article.h>

enum { CASE_ARTICLES = 16, CASE_CONSTRAINTS = 16 };

typedef enum { CASE_CLAIM, CASE_MENTION, CASE_FINDING, CASE_TABLES } case_table;

typedef struct {
    sls_str column, value;
} case_constraint;

typedef struct {
    size_t line;  /* of the file */
    sls_str text; /* the line as written */
    case_table table;
    bool negative;
    bool only;
    bool bare; /* says nothing but the table */
    case_constraint constraints[CASE_CONSTRAINTS];
    size_t count;
    sls_str surface; /* "" when not asked */
} case_expectation;

typedef struct {
    sls_str title;
    size_t line;
    sls_article articles[CASE_ARTICLES];
    size_t article_count;
    case_expectation *expectations;
    size_t expectation_count;
} case_one;

typedef struct {
    case_one *at;
    size_t count;
} case_file;

/*
 * Reads a case file, borrowing from `text`. `lang` is the default language. SLS_OK; SLS_ESYNTAX:
 * a line that says nothing known, `*diag` tells; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status case_read(sls_str text, const char *path, sls_str lang, sls_arena *arena,
                                  case_file *out, sls_diag *diag);

#endif
