#include "io/flat.h"

#include "base/sixteen.h"

#include <string.h>

typedef struct {
    const char *at, *end; /* what is still to be read */
    char *out;            /* where the next string goes; there is room for all that is left */
} flat;

static bool is_space(char c)
{
    return (unsigned char)c <= ' ' && c != '\0';
}

static bool skip(flat *f, char c)
{
    while (f->at < f->end && is_space(*f->at))
        f->at++;
    if (f->at == f->end || *f->at != c)
        return false;
    f->at++;
    return true;
}

/* Four hexadecimal digits at `at`; -1 where there are none. */
static int32_t hex(const char *at, const char *end)
{
    int32_t value = 0;

    if (end - at < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        const char c = at[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static void put(flat *f, int32_t c)
{
    if (c < 0x80) {
        *f->out++ = (char)c;
        return;
    }
    if (c < 0x800) {
        *f->out++ = (char)(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            *f->out++ = (char)(0xE0 | c >> 12);
        } else {
            *f->out++ = (char)(0xF0 | c >> 18);
            *f->out++ = (char)(0x80 | (c >> 12 & 0x3F));
        }
        *f->out++ = (char)(0x80 | (c >> 6 & 0x3F));
    }
    *f->out++ = (char)(0x80 | (c & 0x3F));
}

/* "\u00e9", "\ud83d\ude00": behind the u. False for half of a pair, and for NUL. */
static bool code_point(flat *f)
{
    int32_t c = hex(f->at, f->end), low;

    if (c <= 0 || (c >= 0xDC00 && c < 0xE000))
        return false;
    f->at += 4;
    if (c >= 0xD800 && c < 0xDC00) {
        low = f->end - f->at >= 6 && f->at[0] == '\\' && f->at[1] == 'u' ? hex(f->at + 2, f->end)
                                                                         : -1;
        if (low < 0xDC00 || low >= 0xE000)
            return false;
        f->at += 6;
        c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
    }
    put(f, c);
    return true;
}

/* What stands behind a backslash. */
static bool escape(flat *f)
{
    static const char FROM[] = "\"\\/bfnrt", TO[] = "\"\\/\b\f\n\r\t";
    const char c = f->at < f->end ? *f->at++ : 'x';
    const char *known = c ? strchr(FROM, c) : NULL;

    if (known)
        *f->out++ = TO[known - FROM];
    return known || (c == 'u' && code_point(f));
}

/* Copies the bytes before the next quote or backslash, sixteen at a time. */
static void copy_plain(flat *f)
{
    while (f->end - f->at >= SLS_SIXTEEN) {
        const unsigned marks = sls_sixteen_is(f->at, '"') | sls_sixteen_is(f->at, '\\');
        const unsigned plain = marks ? (unsigned)__builtin_ctz(marks) : SLS_SIXTEEN;

        memcpy(f->out, f->at, SLS_SIXTEEN);
        f->at += plain;
        f->out += plain;
        if (marks)
            return;
    }
    while (f->at < f->end && *f->at != '"' && *f->at != '\\')
        *f->out++ = *f->at++;
}

/* A string with its quotes; NUL-terminated. */
static bool string(flat *f, sls_str *value)
{
    char *begin = f->out;

    if (!skip(f, '"'))
        return false;
    for (;;) {
        copy_plain(f);
        if (f->at == f->end)
            return false;
        if (*f->at++ == '"')
            break;
        if (!escape(f))
            return false;
    }
    *value = (sls_str){ begin, (size_t)(f->out - begin) };
    *f->out++ = '\0';
    return true;
}

static bool null(flat *f)
{
    if (f->end - f->at < 4 || memcmp(f->at, "null", 4) != 0)
        return false;
    f->at += 4;
    return true;
}

/* A string or null; where null stands, `*value` is left empty. */
static bool value_of(flat *f, sls_str *value)
{
    *value = (sls_str){ NULL, 0 };
    while (f->at < f->end && is_space(*f->at))
        f->at++;
    return f->at < f->end && *f->at == '"' ? string(f, value) : null(f);
}

static bool members(flat *f, const char *const *names, size_t count, sls_str *values)
{
    uint64_t seen = 0;

    if (skip(f, '}'))
        return true;
    do {
        sls_str name, value;
        size_t i = 0;

        if (!string(f, &name) || !skip(f, ':') || !value_of(f, &value))
            return false;
        while (i < count && strcmp(names[i], name.ptr) != 0)
            i++;
        if (i < count && !(seen >> i & 1)) /* the first member of a name counts */
            values[i] = value;
        seen |= UINT64_C(1) << i;
    } while (skip(f, ','));
    return skip(f, '}');
}

sls_status sls_flat_members(sls_str text, const char *const *names, size_t count, sls_arena *arena,
                            sls_str *values)
{
    flat f = { .at = text.ptr, .end = text.ptr + text.len };

    for (size_t i = 0; i < count; i++)
        values[i] = (sls_str){ NULL, 0 };
    if (count >= 64 || text.len == 0 || memchr(text.ptr, '\0', text.len))
        return SLS_ENOTFOUND;
    f.out = sls_arena_alloc(arena, text.len + 1); /* a string's NUL is one of its quotes */
    if (!f.out)
        return SLS_ENOMEM;
    if (!skip(&f, '{') || !members(&f, names, count, values))
        return SLS_ENOTFOUND;
    return sls_str_trim((sls_str){ f.at, (size_t)(f.end - f.at) }).len ? SLS_ENOTFOUND : SLS_OK;
}
