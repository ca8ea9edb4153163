/*
 * keys.h - which facts are worth comparing: blocks of those that share a key.
 *
 * A fact stands in one block for each of its keys ("date sign, KP", "quantity dead person,
 * cianjur"). A block compares all its pairs while it is small. A larger one first lets a few
 * facts stand for each value, then is split by the facts' second key, and what is still too
 * large is ordered by value and each fact compared with its next ones: far values are
 * seldom one fact told in two ways. So the work is n log n whatever the corpus holds.
 */
#ifndef SLS_MATCH_KEYS_H
#define SLS_MATCH_KEYS_H

#include "base/crew.h"
#include "base/vec.h"
#include "match/facts.h"

typedef struct {
    uint64_t key;    /* of the block */
    uint64_t second; /* splits a block over the limit */
    uint64_t rank;   /* as in sls_fact */
    uint64_t value;  /* as in sls_fact */
    uint32_t fact;
    bool own; /* the block is of one article alone */
} sls_key_row;

typedef SLS_VEC(sls_key_row) sls_key_rows;

/* In which of `parts` the block of a key is; keys are hashes. */
static inline size_t sls_key_part(uint64_t key, size_t parts)
{
    return (size_t)((key >> 32) * parts >> 32);
}

enum {
    SLS_BLOCK_LIMIT = 256,  /* facts whose pairs are all compared: 32,640 */
    SLS_BLOCK_SPEAKERS = 8, /* facts that stand for one value in a larger block */
    SLS_BLOCK_WINDOW = 24   /* next ones, by value, in a block that no key splits */
};

typedef struct {
    size_t blocks, split; /* made; over the limit */
    size_t merged;        /* facts that another of equal value stood for */
} sls_block_counts;

/* Called with each pair a < b of facts, perhaps more than once. SLS_OK goes on. */
typedef sls_status sls_pair_visitor(void *context, uint32_t a, uint32_t b);

/* By key, then by fact. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_keys_sort(sls_key_row *rows, size_t count);
/*
 * Visits the pairs of sorted rows, which change their places, and adds to `counts`. Blocks are
 * visited apart from each other, so that rows may be parted by their keys: sls_key_part. SLS_OK, or
 * what the visitor returned.
 */
SLS_MUST_USE sls_status sls_blocks_visit(sls_key_row *rows, size_t count, sls_pair_visitor *visit,
                                         void *context, sls_block_counts *counts);
/* The same of one block. */
SLS_MUST_USE sls_status sls_block_visit(sls_key_row *rows, size_t count, sls_pair_visitor *visit,
                                        void *context, sls_block_counts *counts);

/*
 * The rows of a stretch of dates: event with each participant, or event alone when it has a name of
 * its own. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_date_keys(const sls_facts *facts, sls_piece of, sls_arena *arena,
                                      sls_key_rows *out);
/*
 * The rows of a stretch of quantities: what and unit with each participant, place, occasion and the
 * rarest context words; unit and article for what a headline counts. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_quantity_keys(const sls_facts *facts, sls_piece of, sls_arena *arena,
                                          sls_key_rows *out);

#endif
