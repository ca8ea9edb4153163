/*
 * scarce.h - libraries that do not stand it when memory runs out.
 *
 * As each allocation made to fail in turn shows (tests/faults), libxml2 2.9.14 goes round for ever
 * or leaves out, without a word, what it had no memory for; cJSON calls it a fault of the text. So
 * an allocation that fails inside sls_scarce_try does not return to the library at all: the work is
 * given up where it stands. What was made by then is lost: it is not to be touched or freed.
 *
 * The way out is the only variable of a thread in these sources: both libraries ask for memory by
 * functions of the whole process that know no context.
 */
#ifndef SLS_IO_SCARCE_H
#define SLS_IO_SCARCE_H

#include <stdbool.h>
#include <stddef.h>

/* For libraries to allocate by. As malloc, realloc and strdup; free frees what they give. */
void *sls_scarce_alloc(size_t size);
void *sls_scarce_realloc(void *old, size_t size);
char *sls_scarce_copy(const char *text);
/*
 * Calls `work`, which must hold nothing that would have to be given back otherwise. False: memory
 * ran out within.
 */
bool sls_scarce_try(void (*work)(void *context), void *context);

#endif
