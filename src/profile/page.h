/*
 * page.h - the paragraphs of an article while profile decides what each of them is.
 *
 *     "Baca juga:" | "Pelabuhan Baru Dibuka" | "Kapal pertama tiba pada Rabu (19/6)."
 *
 * A paragraph is a run of sentences that begins at a line break. For the files of profile/ only.
 * A page borrows the document being made; all it allocates is in the arena given.
 */
#ifndef SLS_PROFILE_PAGE_H
#define SLS_PROFILE_PAGE_H

#include "profile/document.h"

typedef struct {
    uint32_t first, last;         /* tokens, last inclusive */
    uint32_t sentence, sentences; /* the first, and how many */
    uint32_t words;
    sls_zone zone;
    bool ended; /* by . ! ? with closing marks after it */
    bool full;  /* by . */
} sls_paragraph;

typedef struct {
    const sls_document *document;
    sls_paragraph *at;
    size_t count;
    uint8_t *masked; /* the document's, per token */
} sls_page;

/* SLS_OK or SLS_ENOMEM. Every zone is body. */
SLS_MUST_USE sls_status sls_page_make(const sls_document *document, uint8_t *masked,
                                      sls_arena *arena, sls_page *out);

/* The folded text of token `i`. */
static inline sls_str sls_page_word(const sls_document *document, size_t i)
{
    const sls_token *token = &document->tokens.at[i];
    return (sls_str){ document->folded.text.ptr + token->start, token->end - token->start };
}

/* The ASCII punctuation mark that token `i` is, or 0; also 0 beyond the last token. */
static inline char sls_page_mark(const sls_document *document, size_t i)
{
    if (i >= document->tokens.count || !(document->tokens.at[i].flags & SLS_TOKEN_PUNCT) ||
        document->tokens.at[i].end - document->tokens.at[i].start != 1)
        return 0;
    return document->folded.text.ptr[document->tokens.at[i].start];
}

/* Whether token `i` exists and has any of `flags`. */
static inline bool sls_page_has(const sls_document *document, size_t i, unsigned flags)
{
    return i < document->tokens.count && (document->tokens.at[i].flags & flags);
}

/*
 * The longest form at token `i` when it has a sense of `concept`, in the document's language or
 * else in the other: an Indonesian page has English furniture. NULL: none, or no such token.
 */
const sls_form *sls_page_form(const sls_document *document, size_t i, sls_concept concept);

/* The longest forms at a token, in the document's language and in the other; NULL: none. */
typedef struct {
    const sls_form *own, *other;
} sls_page_forms;

sls_page_forms sls_page_forms_at(const sls_document *document, size_t i);
/* The one of them that has a sense of `concept`, the document's language first, or NULL. */
static inline const sls_form *sls_page_pick(sls_page_forms forms, sls_concept concept)
{
    return sls_form_is(forms.own, concept)     ? forms.own
           : sls_form_is(forms.other, concept) ? forms.other
                                               : NULL;
}

/* Whether token `i` alone is a marker of this value ("phone", "stamp") in either language. */
bool sls_page_is_marker(const sls_document *document, size_t i, const char *value);

/* How many words of a paragraph begin with a capital: asked of few, so that none is counted before.
 */
size_t sls_page_capitals(const sls_document *document, const sls_paragraph *p);

/* Masks tokens [first, after). */
void sls_page_mask(uint8_t *masked, size_t first, size_t after);

#endif
