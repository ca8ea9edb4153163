#include "ingest/stem.h"

#include "text/fold.h"

#include <string.h>

static bool is_dots(sls_str piece)
{
    return piece.len == 0 || sls_str_eq(piece, SLS_STR(".")) || sls_str_eq(piece, SLS_STR(".."));
}

/* "a.b.txt" -> "a.b"; a name that only begins with a stop keeps it. */
static sls_str without_ending(sls_str name)
{
    for (size_t i = name.len; i > 1; i--) {
        if (name.ptr[i - 1] == '.')
            return sls_str_slice(name, 0, i - 1);
    }
    return name;
}

/* Appends `piece` to out[0..len) without C0, DEL and C1 controls; returns the new length. */
static size_t append_clean(char *out, size_t len, sls_str piece)
{
    size_t bad = sls_utf8_bad(piece);

    for (size_t i = 0; i < piece.len; i++) {
        const unsigned char c = (unsigned char)piece.ptr[i];
        const unsigned char next = i + 1 < piece.len ? (unsigned char)piece.ptr[i + 1] : 0;

        if (i == bad) {
            out[len++] = '_';
            bad = sls_utf8_bad(sls_str_slice(piece, i + 1, piece.len));
            bad = bad == SIZE_MAX ? bad : bad + i + 1;
        } else if (c == 0xc2 && next >= 0x80 && next < 0xa0) {
            i++;
        } else if (c >= 0x20 && c != 0x7f) {
            out[len++] = (char)c;
        }
    }
    return len;
}

sls_status sls_stem_clean(sls_str below, sls_arena *arena, sls_str *out)
{
    char *text = sls_arena_alloc(arena, below.len + 1);
    sls_str rest = below, piece;
    size_t len = 0;

    if (!text)
        return SLS_ENOMEM;
    while (sls_str_split(&rest, '/', &piece)) {
        const size_t begin = len;
        size_t end;

        if (is_dots(piece))
            continue;
        if (len > 0)
            text[len++] = '/';
        end = append_clean(text, len, rest.len == 0 ? without_ending(piece) : piece);
        /* Dots that were hidden among control characters climb no better than plain ones. */
        len = is_dots((sls_str){ text + len, end - len }) ? begin : end;
    }
    *out = len > 0 ? (sls_str){ text, len } : SLS_STR("article");
    return SLS_OK;
}

/* Enters `name` when it is free. SLS_OK, SLS_ENOTFOUND when it is taken, SLS_ENOMEM. */
static sls_status claim(sls_map *taken, sls_str name)
{
    uint32_t value;
    bool added;

    if (sls_map_intern(taken, name, 1, &value, &added) != SLS_OK)
        return SLS_ENOMEM;
    return added ? SLS_OK : SLS_ENOTFOUND;
}

sls_status sls_stem_unique(sls_map *taken, sls_str parent, sls_str stem, sls_arena *arena,
                           sls_str *out)
{
    sls_str name = stem, base = stem;
    sls_status status = claim(taken, name);

    if (status == SLS_ENOTFOUND && parent.len > 0) {
        status = sls_arena_format(arena, &base, "%.*s/%.*s", SLS_FMT(parent), SLS_FMT(stem));
        name = base;
        if (status == SLS_OK)
            status = claim(taken, name);
    }
    for (unsigned i = 2; status == SLS_ENOTFOUND; i++) {
        status = sls_arena_format(arena, &name, "%.*s-%u", SLS_FMT(base), i);
        if (status == SLS_OK)
            status = claim(taken, name);
    }
    if (status == SLS_OK)
        *out = name;
    return status;
}
