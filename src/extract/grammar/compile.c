#include "extract/grammar/compile.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

static const char *const GROUP_NAMES[] = {
#define X(name) #name,
    SLS_GROUPS(X)
#undef X
};

/* Units of a pattern with its classes in their place; written to `out` unless that is NULL. */
static size_t expand(const sls_tape_table *table, const sls_tape_pattern *p, uint16_t *out)
{
    size_t n = 0;

    for (size_t i = 0; i < p->length; i++) {
        const uint16_t unit = table->units[p->begin + i];
        const uint32_t *at;

        if (unit < SLS_CLASS_UNIT) {
            if (out)
                out[n] = unit;
            n++;
            continue;
        }
        at = &table->class_at[unit - SLS_CLASS_UNIT];
        if (out)
            memcpy(out + n, table->classes + at[0], (at[1] - at[0]) * sizeof *out);
        n += at[1] - at[0];
    }
    return n;
}

/* The group that an entry of PCRE2's table of names is called, or SLS_GROUP_COUNT. */
static size_t group_called(PCRE2_SPTR name)
{
    for (size_t g = 0; g < SLS_GROUP_COUNT; g++) {
        size_t k = 0;

        while (GROUP_NAMES[g][k] && GROUP_NAMES[g][k] == (char)name[k])
            k++;
        if (GROUP_NAMES[g][k] == 0 && name[k] == 0)
            return g;
    }
    return SLS_GROUP_COUNT;
}

static bool name_groups(sls_compiled *c)
{
    uint32_t count = 0, size = 0, captures = 0;
    PCRE2_SPTR table = NULL;

    pcre2_pattern_info(c->code, PCRE2_INFO_CAPTURECOUNT, &captures);
    pcre2_pattern_info(c->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(c->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(c->code, PCRE2_INFO_NAMETABLE, &table);
    for (uint32_t i = 0; i < count; i++, table += size) {
        const size_t g = group_called(table + 1);

        if (g == SLS_GROUP_COUNT || c->group_count == SLS_GROUP_COUNT)
            return false;
        c->groups[c->group_count].group = (uint8_t)g;
        c->groups[c->group_count].capture = (uint8_t)table[0];
        c->group_count++;
    }
    return captures <= SLS_CAPTURES_MAX;
}

static void *give(size_t size, void *context)
{
    const sls_compiled *const c = context;
    void *const memory = malloc(size);
    if (!memory && c->way_out)
        longjmp(*(jmp_buf *)c->way_out, 1);
    return memory;
}

static void take(void *memory, void *context)
{
    (void)context;
    free(memory);
}

/* NULL: out of memory. */
static pcre2_compile_context *context_of(sls_compiled *c)
{
    pcre2_general_context *const general = pcre2_general_context_create(give, take, c);
    pcre2_compile_context *const made = general ? pcre2_compile_context_create(general) : NULL;
    pcre2_general_context_free(general);
    return made;
}

sls_status sls_compile(const sls_tape_table *table, size_t index, sls_str id, sls_compiled **out,
                       sls_diag *diag)
{
    const sls_tape_pattern *p = &table->patterns[index];
    const size_t length = expand(table, p, NULL);
    uint16_t *text = malloc(length * sizeof *text + 1);
    sls_compiled *c = calloc(1, sizeof *c);
    pcre2_compile_context *const context = c ? context_of(c) : NULL;
    sls_status status = SLS_OK;
    PCRE2_SIZE offset = 0;
    int error = 0;

    if (text && context) {
        expand(table, p, text);
        c->code =
            pcre2_compile(text, length, PCRE2_ANCHORED | PCRE2_EXTENDED | PCRE2_NO_START_OPTIMIZE,
                          &error, &offset, context);
    }
    free(text);
    pcre2_compile_context_free(context);
    if (!context || !text || error == PCRE2_ERROR_HEAP_FAILED)
        status = SLS_ENOMEM;
    else if (!c->code)
        status = sls_diag_set(diag, SLS_EPATTERN, NULL, 0,
                              "pattern '%.*s': PCRE2 error %d near symbol %zu of its expansion",
                              SLS_FMT(id), error, (size_t)offset);
    else if (!name_groups(c))
        status = sls_diag_set(diag, SLS_EPATTERN, NULL, 0,
                              "pattern '%.*s': a group's name that extract does not read, or more "
                              "than %d groups",
                              SLS_FMT(id), SLS_CAPTURES_MAX);
    if (status != SLS_OK) {
        sls_compiled_free(c);
        return status;
    }
    *out = c;
    return SLS_OK;
}

void sls_compile_jit(sls_compiled *c)
{
    jmp_buf here;
    c->way_out = &here;
    if (setjmp(here) == 0)
        c->jit = pcre2_jit_compile(c->code, PCRE2_JIT_COMPLETE) == 0;
    c->way_out = NULL;
}

void sls_compiled_free(sls_compiled *c)
{
    if (!c)
        return;
    pcre2_code_free(c->code);
    free(c);
}
