/*
 * made_page.h - a page made by hand, and the document that profile makes of it.
 *
 * One page a test: `set_up` and `tear_down` belong in the file's TestSuite. A test may change
 * `article` before it calls `make`, and may call `make` again.
 */
#ifndef SLS_TESTS_MADE_PAGE_H
#define SLS_TESTS_MADE_PAGE_H

#include "profile/document.h"

#include <criterion/criterion.h>

static sls_arena *arena; /* owns what `document` points to */
static sls_article article;
static sls_document document;

static inline void set_up(void)
{
    arena = sls_arena_new(0);
    cr_assert(arena != NULL);
    article = (sls_article){ .lang = SLS_STR("id"), .line = 1 };
}

static inline void tear_down(void)
{
    sls_arena_free(arena);
}

static inline void make(const char *text)
{
    article.text = sls_str_of(text);
    cr_assert_eq(sls_document_make(&article, arena, &document), SLS_OK);
}

/* The sentence that begins with `words`; the test fails when there is none. */
static inline size_t sentence(const char *words)
{
    for (size_t i = 0; i < document.sentences.count; i++) {
        const sls_sentence s = document.sentences.at[i];

        if (sls_str_starts(sls_token_origin(&document.tokens, s.first, s.last), sls_str_of(words)))
            return i;
    }
    cr_assert_fail("no sentence begins with '%s'", words);
    return 0;
}

#endif
