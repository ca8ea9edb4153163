/*
 * token.h - words, digit runs and single punctuation marks, with their places.
 *
 *     "Rp15.000, Kim Jong-un (19/6)"  ->  Rp 15 . 000 , Kim Jong - un ( 19 / 6 )
 *
 * A word is a run of letters, and apostrophes between letters (jum'at); an
 * English possessive is a word of its own: "Russia's" is Russia and 's. Digits
 * and letters always part: "50rb" is 50 and rb, "G20" is G and 20, both with
 * SLS_TOKEN_GLUED on the second. Everything else that is not white space is
 * one token a character. Offsets are those of the folded text.
 */
#ifndef SLS_TEXT_TOKEN_H
#define SLS_TEXT_TOKEN_H

#include "text/fold.h"

enum {
    SLS_TOKEN_WORD = 1,        /* letters, of any script */
    SLS_TOKEN_DIGITS = 2,      /* ASCII digits */
    SLS_TOKEN_PUNCT = 4,       /* one character of anything else */
    SLS_TOKEN_CAP = 8,         /* first letter is upper case in the origin */
    SLS_TOKEN_ALLCAPS = 16,    /* two or more letters, all upper case in the origin */
    SLS_TOKEN_GLUED = 32,      /* no white space before it (never set on the first token) */
    SLS_TOKEN_BREAK = 64,      /* a line break stands before it (or it is the first token) */
    SLS_TOKEN_PARAGRAPH = 128, /* an empty line stands before it */
    SLS_TOKEN_SENTENCE = 256,  /* begins a sentence; set by sls_sentences */
    SLS_TOKEN_SEAM = 512 /* of five bytes or more, and a capital may stand behind a small letter:
                            never missing where one does; set beside letters of any script */
};

typedef struct {
    uint32_t start, end; /* bytes of the folded text */
    uint16_t flags;
    uint16_t sentence; /* from 0, saturates at 65535; set by sls_sentences */
    uint32_t word;     /* its number in the lexicon, 0: in no form; set by sls_lexicon_number */
} sls_token;

typedef struct {
    const sls_folded *folded;
    sls_token *at;
    size_t count;
    uint32_t *marks; /* of the tokens, in order, those that are no words or begin a line: what has
                        to do with punctuation and digits alone looks at one token in five */
    size_t mark_count;
    unsigned flags; /* that some token has */
} sls_tokens;

/* Splits a whole text. SLS_OK or SLS_ENOMEM. `folded` must outlive `*out`. */
SLS_MUST_USE sls_status sls_tokenise(const sls_folded *folded, sls_arena *arena, sls_tokens *out);

/* The folded text of token `i`. */
sls_str sls_token_text(const sls_tokens *tokens, size_t i);
/* The original bytes from the start of token `first` to the end of token `last`, inclusive. */
sls_str sls_token_origin(const sls_tokens *tokens, size_t first, size_t last);

#endif
