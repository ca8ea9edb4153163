#include "lexicon/tool/writer.h"

#include <stdarg.h>
#include <stdio.h>

bool lexc_writer_open(lexc_run *run, lexc_writer *out)
{
    sls_diag diag = { 0 };

    *out = (lexc_writer){ .run = run };
    sls_map_init(&out->known, run->arena);
    if (sls_out_open(NULL, &out->body, &diag) == SLS_OK &&
        sls_out_open(NULL, &out->pool, &diag) == SLS_OK)
        return true;
    sls_out_abandon(out->body);
    lexc_exhausted(run);
    return false;
}

void lexc_put(lexc_writer *w, const char *format, ...)
{
    char text[512];
    va_list args;

    va_start(args, format);
    const int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (len < 0 || (size_t)len >= sizeof text)
        lexc_error(w->run, "lexc", 0, "a piece of over 511 bytes: make its buffer larger");
    else
        sls_out_write(w->body, (sls_str){ text, (size_t)len });
}

size_t lexc_pool_at(lexc_writer *w, sls_str s)
{
    uint32_t at;
    bool added;

    if (sls_map_intern(&w->known, s, (uint32_t)w->pool_len, &at, &added) != SLS_OK) {
        lexc_exhausted(w->run);
        return 0;
    }
    if (!added)
        return at;
    for (size_t i = 0; i < s.len; i++)
        sls_out_format(w->pool, (w->pool_len + i) % 20 ? "%u," : "\n%u,", (unsigned char)s.ptr[i]);
    w->pool_len += s.len;
    return at;
}

void lexc_put_str(lexc_writer *w, sls_str s)
{
    lexc_put(w, "T(%zu,%zu)", s.len ? lexc_pool_at(w, s) : 0, s.len);
}

void lexc_put_place(lexc_writer *w, sls_str s)
{
    lexc_put(w, "%zu,%zu", s.len ? lexc_pool_at(w, s) : 0, s.len);
}

void lexc_writer_close(lexc_writer *w, const char *include, const char *pool, const char *path)
{
    const char *name = pool ? pool : "pool";
    sls_diag diag = { 0 };
    sls_out *out = NULL;

    if (!w->run->errors) {
        sls_status status = sls_out_open(path, &out, &diag);
        if (status == SLS_OK) {
            sls_out_format(
                out, "/* Written by lexc from CSV tables: edit those. */\n#include \"%s\"\n\n",
                include);
            sls_out_format(out, "%sconst unsigned char %s[] = {", pool ? "" : "static ", name);
            sls_out_write(out, sls_out_text(w->pool));
            sls_out_format(out, "\n0 };\n#define T(at, len) { (const char *)%s + (at), (len) }\n\n",
                           name);
            sls_out_write(out, sls_out_text(w->body));
            status = sls_out_commit(out, &diag);
        }
        if (status != SLS_OK)
            lexc_error(w->run, path, 0, "%s", diag.message);
    }
    sls_out_abandon(w->body);
    sls_out_abandon(w->pool);
}
