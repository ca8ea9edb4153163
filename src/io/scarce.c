#include "io/scarce.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/*
 * xmlMemSetup and cJSON_InitHooks take functions without a context, for the whole process, and
 * neither library hands one through its parsers; two threads read two pages at once. What a call of
 * one thread is to be left by can thus be found by nothing but the thread.
 */
static _Thread_local jmp_buf *way_out;

static void *given(void *memory)
{
    if (!memory && way_out)
        longjmp(*way_out, 1);
    return memory;
}

void *sls_scarce_alloc(size_t size)
{
    return given(malloc(size > 0 ? size : 1));
}

void *sls_scarce_realloc(void *old, size_t size)
{
    return given(realloc(old, size > 0 ? size : 1));
}

char *sls_scarce_copy(const char *text)
{
    return given(strdup(text));
}

bool sls_scarce_try(void (*work)(void *context), void *context)
{
    jmp_buf here, *const outer = way_out;
    volatile bool done = false;
    way_out = &here;
    if (setjmp(here) == 0) {
        work(context);
        done = true;
    }
    way_out = outer;
    return done;
}
