/*
 * document.h - an article made ready for reading: folded, split, and what it tells of itself.
 *
 * profile decides the language, which sentences are body, headline, caption,
 * reference list or boilerplate, and which tokens lie in links and reference
 * marks; it takes the outlet and the date from the text only where the text
 * says them (a dateline, a line that is nothing but a date). Everything is in
 * the arena given and refers to the article, which must outlive it.
 */
#ifndef SLS_PROFILE_DOCUMENT_H
#define SLS_PROFILE_DOCUMENT_H

#include "base/edtf.h"
#include "lexicon/lexicon.h"
#include "text/sentence.h"
#include <selisih/article.h>
#include <selisih/claim.h>

typedef struct {
    const sls_article *article;
    sls_str text; /* what is read: the article's text, behind its title where that stands apart */
    size_t head;  /* bytes of `text` before the article's; 0: none */
    uint32_t titled; /* the first so many sentences are that title's; claims number them below 0 */
    sls_folded folded;
    sls_tokens tokens;
    sls_sentences_list sentences;
    sls_lang lang;          /* the manifest's, else detected from function words */
    const uint8_t *lang_of; /* sls_lang per sentence: a reference in English stays English */
    const uint8_t *zone_of; /* sls_zone per sentence */
    const uint8_t *masked;  /* per token: 1 inside links, e-mail, reference marks: no claims */
    uint32_t dateline_first, dateline_after; /* tokens of the body's dateline; equal: none */
    const size_t *lines; /* offsets in the article's text at which lines begin */
    size_t line_count;
    sls_str source;        /* article's, else the dateline's outlet, else "" */
    sls_str published;     /* article's, else the text's own, else "" ; EDTF */
    sls_edtf published_at; /* `published` read; grain SLS_GRAIN_NONE when unknown */
    sls_str credit;        /* article's, else an agency named in a dateline or last line */
} sls_document;

/*
 * Reads `article`, whose text is valid UTF-8 and not empty. SLS_OK, SLS_ENOMEM, SLS_ETOOBIG.
 */
SLS_MUST_USE sls_status sls_document_make(const sls_article *article, sls_arena *arena,
                                          sls_document *out);

/* A place as claims have it. */
typedef struct {
    size_t line;       /* in the file, from 1; 0: in a title that is not in it */
    size_t start, end; /* bytes in the file; that title goes on behind the text; end exclusive */
} sls_location;

/* Where `surface`, a piece of `document->text`, stands. O(log lines). */
sls_location sls_document_locate(const sls_document *document, sls_str surface);
/* The way back: the byte of `document->text` at which `at` begins; SIZE_MAX: there is none. */
size_t sls_document_find(const sls_document *document, sls_location at);

#endif
