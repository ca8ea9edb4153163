/*
 * extract.h - from one article to its mentions and claims.
 *
 * One pass: tokens -> items (numbers composed, lexicon forms joined) -> tape
 * (one symbol an item) -> patterns anchored at triggers -> mentions -> claims,
 * which take their event, participants, place, time, speaker and status from
 * the clause. The grammar is shared by all threads; a reader holds what one
 * thread needs.
 */
#ifndef SLS_EXTRACT_EXTRACT_H
#define SLS_EXTRACT_EXTRACT_H

#include "profile/document.h"

typedef struct {
    const char *type; /* number ordinal percent money quantity age duration rate score ratio
                         identifier date time set title name; static storage */
    size_t line;
    size_t start, end; /* bytes in the file */
    sls_str surface;
    sls_str value, unit;
    sls_bound bound;
} sls_mention;

typedef struct sls_grammar sls_grammar; /* compiled patterns of both languages */
typedef struct sls_reader sls_reader;   /* match data and JIT stack of one thread */

/* SLS_OK, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_grammar_new(sls_grammar **out, sls_diag *diag);
void sls_grammar_free(sls_grammar *grammar);
SLS_MUST_USE sls_status sls_reader_new(const sls_grammar *grammar, sls_reader **out);
void sls_reader_free(sls_reader *reader);

/*
 * The claims of a document, by sls_claim_order; everything in `arena` or borrowed from the
 * article. SLS_OK, SLS_ENOMEM. A pattern that met its match limit reads nothing at that place
 * and is counted in sls_reader_limits.
 */
SLS_MUST_USE sls_status sls_extract(sls_reader *reader, const sls_document *document,
                                    sls_arena *arena, sls_claim **claims, size_t *count);
/* The mentions of a document, by (start, end). As sls_extract. */
SLS_MUST_USE sls_status sls_mentions(sls_reader *reader, const sls_document *document,
                                     sls_arena *arena, sls_mention **mentions, size_t *count);

/* How often a pattern met its limit since the reader was made, and the last one's id. */
size_t sls_reader_limits(const sls_reader *reader, sls_str *pattern);
/* How often since then an article said too much for its length, and was not read to the end. */
size_t sls_reader_cuts(const sls_reader *reader);

#endif
