/*
 * checker.h - articles held in memory, checked against each other.
 *
 *     sls_checker *checker;
 *     sls_checker_new(NULL, &checker, &diag);
 *     sls_checker_add(checker, &(sls_article){ .id = SLS_S("tempo-1"), .text = text }, &diag);
 *     ...
 *     sls_checker_run(checker, on_finding, context, &diag);
 *     sls_checker_free(checker);
 *
 * What selisih check does, without files: articles are read one after the other, then compared,
 * and each finding is handed to a callback, worst first. A checker belongs to one thread at a
 * time; any number of checkers may work at once. Nothing is read but what is given: no file, no
 * environment, no clock.
 */
#ifndef SELISIH_CHECKER_H
#define SELISIH_CHECKER_H

#include <selisih/article.h>
#include <selisih/finding.h>

typedef struct sls_checker sls_checker;

typedef struct {
    const char *ui_lang; /* of messages: "en" or "id"; NULL: "en" */
    size_t max_bytes;    /* of an article's text; 0: 10 MiB */
} sls_checker_options;

/* `options` may be NULL. SLS_OK; SLS_EUSAGE: no such language; SLS_ENOMEM; with `*diag`. */
SLS_API SLS_MUST_USE sls_status sls_checker_new(const sls_checker_options *options,
                                                sls_checker **out, sls_diag *diag);
SLS_API void sls_checker_free(sls_checker *checker); /* NULL is allowed */

/*
 * Reads the claims of an article and forgets its text. Needed are `id`, unlike any other's, and
 * `text`; `source`, `published` (EDTF or a common form), `lang`, `title`, `url` and `credit` help;
 * `path` is what messages call it, else the id. Nothing of `article` is kept.
 * SLS_OK; SLS_EMPTY, SLS_EUTF8, SLS_ETOOBIG, SLS_ESYNTAX (an id that was there, a date that is
 * none), SLS_ERANGE: this article is left out, `*diag` says why, the others are not touched;
 * SLS_EUSAGE: after sls_checker_run; SLS_ENOMEM.
 */
SLS_API SLS_MUST_USE sls_status sls_checker_add(sls_checker *checker, const sls_article *article,
                                                sls_diag *diag);

/* One finding with its message; both live until the checker is freed. False ends the run. */
typedef bool sls_on_finding(void *context, const sls_finding *finding, sls_str message);

/*
 * Compares all articles and hands over every finding: conflicts worst first, then agreements.
 * Once a checker. SLS_OK, also when the callback ended it; SLS_EUSAGE: a second time; SLS_ENOMEM.
 */
SLS_API SLS_MUST_USE sls_status sls_checker_run(sls_checker *checker, sls_on_finding *on_finding,
                                                void *context, sls_diag *diag);

/* All claims, by article and place, valid until the checker is freed; after sls_checker_run. */
SLS_API const sls_claim *sls_checker_claims(const sls_checker *checker, size_t *count);

/* "0.1.0", static storage. */
SLS_API const char *sls_version(void);

#endif
