/*
 * writer.h - a C file of constants: its strings in one pool of bytes, its tables after it.
 *
 * The pool is an array of numbers, as ISO C lets no string literal be longer than 4095 bytes;
 * equal strings are stored once. Everything is written in the order of its making, so that
 * equal input gives equal bytes.
 */
#ifndef SLS_LEXICON_TOOL_WRITER_H
#define SLS_LEXICON_TOOL_WRITER_H

#include "base/map.h"
#include "lexicon/tool/lexc.h"

typedef struct {
    lexc_run *run;
    sls_out *body; /* the tables, in memory */
    sls_out *pool; /* the bytes of the pool, in memory */
    sls_map known; /* where strings lie in it */
    size_t pool_len;
} lexc_writer;

/* False after an error, which was printed; then there is nothing to finish. */
bool lexc_writer_open(lexc_run *run, lexc_writer *out);
/* Writes to the body. */
void lexc_put(lexc_writer *w, const char *format, ...) SLS_PRINTF(2, 3);
/* Writes `s` to the body as an initialiser of a sls_str; as its place in the pool and length. */
void lexc_put_str(lexc_writer *w, sls_str s);
void lexc_put_place(lexc_writer *w, sls_str s);
/* The offset of `s` in the pool. */
size_t lexc_pool_at(lexc_writer *w, sls_str s);
/* Writes pool and body to `path`, with `include` before them, and frees both; nothing after an
 * error. The pool is called `pool` and read by other files too, unless that is NULL. */
void lexc_writer_close(lexc_writer *w, const char *include, const char *pool, const char *path);

#endif
