/*
 * compile.h - one pattern made ready for PCRE2, of which this and pattern.c are the only users.
 */
#ifndef SLS_EXTRACT_GRAMMAR_COMPILE_H
#define SLS_EXTRACT_GRAMMAR_COMPILE_H

#include "extract/grammar/pattern.h"
#include "extract/items/tape.h"

#ifndef PCRE2_CODE_UNIT_WIDTH
#define PCRE2_CODE_UNIT_WIDTH 16
#endif
#include <pcre2.h>

enum { SLS_CAPTURES_MAX = 63 }; /* groups of a pattern, named or not */

typedef struct {
    pcre2_code *code;
    void *way_out;       /* of sls_compile_jit, when memory runs out */
    bool jit;            /* there is machine code, which a hardened kernel may forbid */
    uint8_t group_count; /* named ones */
    struct {
        uint8_t group, capture; /* sls_group_name; number of the capture */
    } groups[SLS_GROUP_COUNT];
} sls_compiled;

/*
 * Compiles pattern `index` of `table`, whose row's id is for messages. SLS_OK; SLS_ENOMEM;
 * SLS_EPATTERN: PCRE2 refuses it, or it names a group that extract does not read; `*diag` says so.
 */
SLS_MUST_USE sls_status sls_compile(const sls_tape_table *table, size_t index, sls_str id,
                                    sls_compiled **out, sls_diag *diag);
/*
 * Makes machine code of it where that can be had; without it the pattern is interpreted. PCRE2's
 * compiler of machine code (10.42) uses memory that it did not get, so an allocation that fails in
 * there does not return to it.
 */
void sls_compile_jit(sls_compiled *compiled);
void sls_compiled_free(sls_compiled *compiled); /* NULL is allowed */

#endif
