/*
 * crew.h - independent pieces of work, done by several threads at once.
 *
 * The pieces are begun in their order; what each does must depend on itself alone, so that the
 * result is the same for any number of threads. The calling thread works too; where the system
 * gives no more threads, it does all of it.
 */
#ifndef SLS_BASE_CREW_H
#define SLS_BASE_CREW_H

#include <selisih/status.h>

#include <stdint.h>

/* Piece `i` of the work; called once for each, from any thread. */
typedef sls_status sls_crew_work(void *context, size_t i);

/*
 * Does `count` pieces with up to `jobs` threads (at least 1). SLS_OK when all of them are; else the
 * status of the first in order that is not, and pieces behind it may not have been begun.
 */
SLS_MUST_USE sls_status sls_crew_run(sls_crew_work *work, void *context, size_t count, size_t jobs);

enum { SLS_PIECES_MOST = 32 };

/* What one piece does of `count` things: [first, end). */
typedef struct {
    size_t first, end;
} sls_piece;

/* How many pieces are worth making for so many threads: more than one each, as they differ. */
static inline size_t sls_pieces_for(size_t jobs)
{
    return jobs <= 1 ? 1 : jobs < SLS_PIECES_MOST / 4 ? 4 * jobs : SLS_PIECES_MOST;
}

/* The `i`-th of `pieces` pieces; their order is that of the things. */
static inline sls_piece sls_piece_of(size_t count, size_t pieces, size_t i)
{
    return (sls_piece){ (size_t)((uint64_t)count * i / pieces),
                        (size_t)((uint64_t)count * (i + 1) / pieces) };
}

#endif
