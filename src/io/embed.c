#include "io/embed.h"

enum { PER_LINE = 24 };

void sls_embed_bytes(sls_out *out, const char *name, sls_str bytes)
{
    sls_out_format(out, "static const char %s_bytes[] = {", name);
    for (size_t i = 0; i < bytes.len; i++)
        sls_out_format(out, "%s%d,", i % PER_LINE == 0 ? "\n" : "", (signed char)bytes.ptr[i]);
    sls_out_write(out, SLS_STR("\n0};\n"));
}
