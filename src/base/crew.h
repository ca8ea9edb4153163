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

/* Piece `i` of the work; called once for each, from any thread. */
typedef sls_status sls_crew_work(void *context, size_t i);

/*
 * Does `count` pieces with up to `jobs` threads (at least 1). SLS_OK when all of them are; else the
 * status of the first in order that is not, and pieces behind it may not have been begun.
 */
SLS_MUST_USE sls_status sls_crew_run(sls_crew_work *work, void *context, size_t count, size_t jobs);

#endif
