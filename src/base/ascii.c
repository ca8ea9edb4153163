#include "base/ascii.h"

static bool is_letter(char c)
{
    return sls_is_lower(c) || sls_is_upper(c) || (unsigned char)c >= 0x80;
}

bool sls_has_digit(sls_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (sls_is_digit(s.ptr[i]))
            return true;
    return false;
}

size_t sls_next_word(sls_str *rest, char *out, size_t room)
{
    size_t at = 0, n = 0;

    while (at < rest->len && !is_letter(rest->ptr[at]))
        at++;
    for (; at < rest->len && is_letter(rest->ptr[at]); at++)
        if (n < room)
            out[n++] = sls_lower(rest->ptr[at]);
    *rest = sls_str_slice(*rest, at, rest->len);
    return n;
}
