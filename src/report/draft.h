/*
 * draft.h - a text that grows in an arena while it is written: one message, one line of output.
 *
 *     sls_draft d = { .arena = arena };
 *     sls_draft_add(&d, SLS_STR("menteri luar negeri "));
 *     sls_draft_add(&d, country);
 *
 * Running out of memory is remembered and told by sls_draft_done, so that the
 * lines between need no checks. Not shared between threads.
 */
#ifndef SLS_REPORT_DRAFT_H
#define SLS_REPORT_DRAFT_H

#include <selisih/arena.h>

typedef struct {
    sls_arena *arena;
    char *at;
    size_t len, cap; /* bytes */
    bool failed;     /* memory ran out; what follows is not added */
} sls_draft;

void sls_draft_add(sls_draft *draft, sls_str s);
void sls_draft_number(sls_draft *draft, size_t n);
/* The text so far, valid until the arena is reset. SLS_OK, or SLS_ENOMEM with `*out` untouched. */
SLS_MUST_USE sls_status sls_draft_done(const sls_draft *draft, sls_str *out);

#endif
