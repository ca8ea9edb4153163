#include "extract/grammar/pattern.h"

static const struct {
    sls_str name;
    uint32_t kind;
} KINDS[] = {
#define X(name, text) { SLS_S(text), SLS_READ(name) },
    SLS_READS(X)
#undef X
};

enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

uint32_t sls_reads_of(sls_str name)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (sls_str_eq(KINDS[i].name, name))
            return KINDS[i].kind;
    return 0;
}

const char *sls_reads_name(uint32_t kind)
{
    size_t i = 0;

    while (i + 1 < KIND_COUNT && KINDS[i].kind != kind)
        i++;
    return KINDS[i].name.ptr;
}
